from datetime import date, timedelta

import pytest
from tests.assess.builders import FIRST, claim

from salient.domain.claim import Claim
from salient.domain.kind import Kind, Status
from salient.domain.place import Place
from salient.evaluate.stress import BUNCHED_DAYS, Overclaiming, is_capture, overclaimed

LAST = FIRST + timedelta(100)
PLACES = [Place(f"p{k}", f"Ville{k}", 10.0 + 0.05 * k, 45.0) for k in range(20)]
"""A row of places some 4 km apart, of which one side holds the first ten, for good."""
REFERENCE = {place.id: [(FIRST, float(k < 10))] for k, place in enumerate(PLACES)}
CAPTURES = [claim(PLACES[9], day=day) for day in (0, 50, 100)]
OTHERS = [
    claim(PLACES[9], day=110),
    claim(PLACES[10], actor="B", side="B", day=50),
    claim(PLACES[10], actor="A", side="B", day=50, status=Status.HOLDS),
    claim(PLACES[10], actor="A", day=50, kind=Kind.ADVANCE, status=None),
]


def told(invented: float = 0.0, denied: float = 0.0, seed: int = 1, feasts: tuple[date, ...] = ()) -> list[Claim]:
    how = Overclaiming("A", "B", FIRST, LAST, 40.0, invented, denied, feasts)
    return overclaimed([*CAPTURES, *OTHERS], how, PLACES, REFERENCE, seed)


def published(claims: list[Claim]) -> list[date | None]:
    return [one.citation.published for one in claims]


def test_captures_of_the_side_come_earlier_by_a_growing_lead_and_nothing_else_moves() -> None:
    assert published(told()[:3]) == [FIRST + timedelta(day) for day in (0, 30, 60)]
    assert told()[3:] == OTHERS


def test_invented_captures_lie_beyond_the_line_and_are_of_places_never_taken() -> None:
    found = [one for one in told(invented=5.0) if one.citation.report.startswith("invented")]
    assert len(found) == 15
    assert all(is_capture(one, "A") and one.place.name in {"Ville10", "Ville11"} for one in found)
    assert all(FIRST <= day <= LAST for day in published(found) if day)


def test_captures_may_be_invented_in_the_days_before_a_feast() -> None:
    feasts = FIRST + timedelta(40), FIRST + timedelta(80)
    days = {one.citation.published for one in told(invented=20.0, feasts=feasts)[3 + len(OTHERS) :]}
    assert {(feast - day).days for feast in feasts for day in days if day and 0 < (feast - day).days <= 20} <= set(
        range(1, BUNCHED_DAYS + 1)
    )
    assert all(any(0 < (feast - day).days <= BUNCHED_DAYS for feast in feasts) for day in days if day)


def test_the_other_side_denies_the_share_that_was_asked_for() -> None:
    denied = [one for one in told(invented=100.0, denied=0.5) if one.citation.report.startswith("denied")]
    assert len(denied) == pytest.approx(150, abs=35)
    assert all((one.attribution.side, one.content.status) == ("B", Status.HOLDS) for one in denied)


def test_the_seed_decides() -> None:
    assert told(invented=2.0) == told(invented=2.0)
    assert told(invented=2.0) != told(invented=2.0, seed=2)
