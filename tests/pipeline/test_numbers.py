"""Figures stand as they were claimed."""

from dataclasses import replace
from datetime import date

from salient.domain.claim import Claim, Content, Quantity
from salient.domain.kind import Kind, Status
from salient.pipeline.numbers import claimed_numbers
from salient.theatre.load import load_theatre
from tests.pipeline.builders import claim, report

DAY = date(2025, 3, 1)


def figure(kind: Kind, status: Status | None, actor: str, number: Quantity | None) -> Claim:
    return replace(claim(report("r", DAY, "text"), "RU", actor), content=Content(kind, status, actor, None, number))


def test_troops_and_who_is_trapped_stand_side_by_side_and_a_claim_without_a_figure_does_not() -> None:
    claims = [
        figure(Kind.ENCIRCLEMENT, Status.COMPLETE, "UA", Quantity(2000, "soldiers")),
        figure(Kind.STRENGTH, None, "RU", Quantity(70000, "troops")),
        figure(Kind.ENCIRCLEMENT, Status.PARTIAL, "UA", None),
        figure(Kind.ADVANCE, None, "RU", Quantity(5, "km")),
    ]
    found = claimed_numbers(claims, load_theatre("ukraine"), date(2025, 4, 1)).shown
    assert [(n.kind, n.actor, n.value) for n in found] == [
        (Kind.STRENGTH, "RU", 70000),
        (Kind.ENCIRCLEMENT, "UA", 2000),
    ]
