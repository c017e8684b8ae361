"""Copies of one report count once, however they attribute what they copied."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import FIRST, claim, grid, theatre

from salient.assess.run import DEFAULT, METHODS, assess
from salient.domain.claim import Attribution, Claim
from salient.domain.kind import Stance

PLACES = grid()
PLACE = PLACES[44]
LAST = FIRST + timedelta(9)


def copy(number: int, origin: str | None, speaker: str | None, side: str = "A", day: int = 0) -> Claim:
    one = claim(PLACE, day=day, report=f"copy{number}", side=side)
    citation = replace(one.citation, origin=origin, outlet=f"Outlet {number % 12}")
    return replace(one, citation=citation, attribution=Attribution(speaker, side, Stance.ASSERTS))


def telling(origin: str | None) -> list[Claim]:
    """Forty reports of one capture: attributed in three spellings, or to nobody."""
    spellings = ("The Ministry", "Міністерство", "Министерство", None)
    return [
        copy(number, origin, spellings[number % 4], "A" if number % 4 < 3 else "independent", number % 3)
        for number in range(40)
    ]


def rows(claims: list[Claim], method: str) -> list[str]:
    run = assess(PLACES, claims, theatre(), FIRST, LAST, method=method)
    return [row.origin for row in run.explain(PLACE.id, LAST).evidence if row.claim is not None]


@pytest.mark.parametrize("method", METHODS)
def test_forty_copies_are_one_row_of_evidence(method: str) -> None:
    assert len(rows(telling("report-1"), method)) == 1


def test_without_origins_the_same_reports_are_many() -> None:
    assert len(set(rows(telling(None), DEFAULT))) > 1


@pytest.mark.parametrize("method", METHODS)
def test_copies_weigh_what_the_first_telling_weighs(method: str) -> None:
    alone = assess(PLACES, telling("report-1")[:1], theatre(), FIRST, LAST, method=method)
    forty = assess(PLACES, telling("report-1"), theatre(), FIRST, LAST, method=method)
    assert forty.control(LAST)[PLACE.id].of("A") == pytest.approx(alone.control(LAST)[PLACE.id].of("A"), abs=0.01)


def test_a_denial_added_to_a_copy_keeps_its_own_voice() -> None:
    first = copy(1, "report-1", "The Ministry")
    denial = replace(
        copy(2, "report-1", None), attribution=Attribution("The other staff", "B", Stance.DENIES), content=first.content
    )
    assert len(rows([first, denial], DEFAULT)) == 2
