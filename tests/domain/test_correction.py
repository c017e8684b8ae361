"""A correction that fits no claim cannot be made."""

from datetime import UTC, date, datetime

import pytest

from salient.domain.correction import Correction, Fault, Fields, Subject

MOMENT = datetime(2025, 3, 10, tzinfo=UTC)


def make(fault: Fault, values: Fields, by: str = "A. Reader", reason: str = "read it") -> Correction:
    return Correction(Subject("report-1", "claim-1"), fault, by, MOMENT, date(2025, 3, 10), reason, values)


@pytest.mark.parametrize(
    ("fault", "values", "words"),
    [
        (Fault.NO_CLAIM, {"place": "X"}, "does not change place"),
        (Fault.PLACE, {"place": "X"}, "corrected whole: lat, lon"),
        (Fault.CONTENT, {"kind": "clash", "status": "took", "actor": None}, "clash cannot have the status took"),
        (
            Fault.CONTENT,
            {"kind": "riot", "status": None, "actor": None},
            "kind is 'riot', and has to be control,",
        ),
        (Fault.VOICE, {"stance": "murmurs"}, "stance is 'murmurs', and has to be asserts, denies"),
        (Fault.DAYS, {"start": "2025-03-02", "end": "2025-03-01", "day_precision": "span"}, "before it starts"),
    ],
)
def test_values_that_fit_no_claim_are_refused(fault: Fault, values: Fields, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make(fault, values)


@pytest.mark.parametrize(("by", "reason"), [("", "why"), ("who", " ")])
def test_it_is_signed_and_has_a_reason(by: str, reason: str) -> None:
    with pytest.raises(ValueError, match="a name and a reason"):
        make(Fault.NO_CLAIM, {}, by, reason)


def test_whoever_makes_it_the_same_finding_is_the_same() -> None:
    one, other = make(Fault.DAYS, {}), make(Fault.DAYS, {}, "B. Reader")
    assert one.says_the_same(other)
    assert one.id != other.id
    assert not one.says_the_same(make(Fault.PLACE, {}))
