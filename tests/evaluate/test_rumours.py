from datetime import timedelta

import numpy as np
import pytest
from tests.assess.builders import FIRST, claim, theatre

from salient.domain.claim import Claim
from salient.domain.kind import Kind
from salient.domain.place import Place
from salient.evaluate.rumours import NEAR_KM, TOLD_WITHIN_DAYS, Rumours, with_rumours

LAST = FIRST + timedelta(99)
PLACES = [Place(f"p{k}", f"Ville{k}", 10.0 + 0.05 * k, 45.0) for k in range(40)]
"""A row of places some 4 km apart, of which side A holds the first twenty; the next it takes on the fiftieth day."""
REFERENCE = {
    place.id: [(FIRST, float(k < 20)), *([(FIRST + timedelta(50), 1.0)] if k == 20 else [])]
    for k, place in enumerate(PLACES)
}


def told(side: str = "B", denied: float = 0.0, seed: int = 1) -> list[Claim]:
    how = Rumours(side, FIRST, LAST, 10, 3, denied, seed)
    return with_rumours([], how, PLACES, theatre(), REFERENCE)


def test_what_was_said_stays_and_rumours_are_of_withdrawals() -> None:
    before = [claim(PLACES[3])]
    found = with_rumours(before, Rumours("B", FIRST, LAST, 10, 3, 0.0, 1), PLACES, theatre(), REFERENCE)
    assert found[:1] == before
    assert {(one.content.kind, one.content.actor) for one in found[1:]} == {(Kind.WITHDRAWAL, "B")}
    assert len(found) == 1 + 10 * 3


@pytest.mark.parametrize(("side", "numbers"), [("B", range(21, 27)), ("A", range(13, 20))])
def test_they_are_of_places_near_the_line_that_the_side_never_loses(side: str, numbers: range) -> None:
    named = {int((one.place.name or "")[5:]) for one in told(side)}
    assert named <= set(numbers)
    assert np.ptp(sorted(named)) * 4.0 <= 2.0 * NEAR_KM


def test_the_side_itself_tells_none_and_denies_the_share_that_was_asked_for() -> None:
    assert {one.attribution.side for one in told()} <= {"A", "independent"}
    denials = [one for one in told(denied=0.5) if one.content.kind is Kind.CONTROL]
    assert len(denials) == pytest.approx(15, abs=8)
    assert {one.attribution.side for one in denials} == {"B"}


def test_each_is_told_within_its_week() -> None:
    days = [one.citation.published for one in told()]
    assert all(day is not None and (day - FIRST).days % 10 < TOLD_WITHIN_DAYS and day <= LAST for day in days)


def test_the_seed_decides() -> None:
    assert told() == told()
    assert told() != told(seed=2)
