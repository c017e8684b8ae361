"""Laws of claims: the same words have the same id, and a claim survives the journey through JSON."""

from dataclasses import replace
from datetime import date

import pytest

from salient.domain.claim import Attribution, Citation, Claim, Content, Quantity, Quote
from salient.domain.days import DayPrecision, DayRange
from salient.domain.errors import InputError
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Bearing, PlaceMatch, PlacePrecision, Relation
from salient.domain.record import claim_from_record, claim_to_record

CLAIM = Claim(
    citation=Citation("r1", date(2025, 1, 13), "Some Paper", "https://paper.example/1"),
    quote=Quote("its troops seized the village", 4, 33),
    content=Content(Kind.CONTROL, Status.TOOK, "RU", quantity=Quantity(3, "streets", 5)),
    attribution=Attribution("the ministry", "RU", Stance.ASSERTS, ("Some Agency",), "ru-mod"),
    place=PlaceMatch("Lisne", 37.1, 48.2, PlacePrecision.RELATION, relation=Relation("Mistove", 8, Bearing.SW)),
    days=DayRange(date(2025, 1, 12), date(2025, 1, 13), DayPrecision.SPAN),
)


def test_a_claim_survives_the_journey_through_its_record() -> None:
    again = claim_from_record(claim_to_record(CLAIM), "test")
    assert again == CLAIM
    assert again.id == CLAIM.id


def test_a_better_gazetteer_does_not_make_a_second_claim() -> None:
    moved = replace(CLAIM, place=replace(CLAIM.place, lon=37.2, lat=48.3))
    assert moved.id == CLAIM.id


@pytest.mark.parametrize(
    "other",
    [
        replace(CLAIM, attribution=replace(CLAIM.attribution, stance=Stance.DENIES)),
        replace(CLAIM, content=replace(CLAIM.content, status=Status.HOLDS)),
        replace(CLAIM, days=DayRange.single(date(2025, 1, 13))),
        replace(CLAIM, citation=replace(CLAIM.citation, report="r2")),
    ],
)
def test_another_stance_state_day_or_report_is_another_claim(other: Claim) -> None:
    assert other.id != CLAIM.id


def test_a_kind_refuses_a_status_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="clash cannot have the status holds"):
        Content(Kind.CLASH, Status.HOLDS)
    with pytest.raises(ValueError, match="control cannot have the status None"):
        Content(Kind.CONTROL)


def test_a_broken_record_is_an_error_that_names_its_source() -> None:
    with pytest.raises(InputError, match=r"^file\.jsonl:3: not a claim: no field 'kind'"):
        claim_from_record({"report": "r", "side": "RU"}, "file.jsonl:3")
