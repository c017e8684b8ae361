"""Claims are read corrected as known on the day; nothing is deleted, and what was corrected can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError
from tests.store.conftest import NOW

from salient.domain.claim import Claim
from salient.domain.corrected import correct
from salient.domain.correction import Correction, Fault, Fields, Reversal, Subject
from salient.domain.errors import StoreError
from salient.domain.place import End
from salient.domain.report import Report
from salient.store.database import Store

MakeReport = Callable[..., Report]
MakeClaim = Callable[..., Claim]
SAID, FOUND, BACK = date(2025, 3, 1), date(2025, 3, 10), date(2025, 3, 20)
ELSEWHERE = {
    "place": "Wet Creek",
    "place_id": "p2",
    "place_precision": "settlement",
    "lat": 48.5,
    "lon": 37.0,
    "relation": None,
}


@pytest.fixture
def claim(store: Store, make_report: MakeReport, make_claim: MakeClaim) -> Claim:
    report = make_report("r1")
    made = make_claim(report)
    with store.writing() as writer:
        writer.add(report, [made], [], NOW)
    return made


def correction(of: Claim, store: Store, fault: Fault, values: Fields | None = None, day: date = FOUND) -> Correction:
    found = store.at(None).claim(of.id)
    assert found is not None
    moment = datetime.combine(day, datetime.min.time(), UTC)
    return Correction(Subject(found.report, of.id), fault, "A. Reader", moment, day, "read it", values or {})


def keep(store: Store, made: Correction | Reversal) -> None:
    with store.writing() as writer:
        if isinstance(made, Correction):
            writer.correct(made)
        else:
            writer.reverse(made)


def reversal(made: Correction) -> Reversal:
    return Reversal(made.id, "B. Reader", datetime(2025, 3, 20, tzinfo=UTC), BACK, "it was right")


def test_a_withdrawn_claim_is_told_up_to_the_day_before(store: Store, claim: Claim) -> None:
    made = correction(claim, store, Fault.NO_CLAIM)
    keep(store, made)
    assert list(store.at(date(2025, 3, 9)).claims()) == [claim]
    assert list(store.at(FOUND).claims()) == list(store.at(None).claims()) == []
    assert list(store.at(None).editions().every()) == [claim]
    keep(store, reversal(made))
    assert list(store.at(FOUND).claims()) == list(store.at(date(2025, 3, 19)).claims()) == []
    assert list(store.at(BACK).claims()) == list(store.at(None).claims()) == [claim]


def test_an_amended_claim_keeps_its_id_and_says_what_was_read(store: Store, claim: Claim) -> None:
    keep(store, correction(claim, store, Fault.PLACE, ELSEWHERE))
    (stands,) = store.at(FOUND).claims()
    assert (stands.id, stands.place.name, stands.as_read) == (claim.id, "Wet Creek", claim)
    assert [made.by for made in stands.corrections] == ["A. Reader"]


def test_a_moved_claim_is_found_at_its_new_place_only(store: Store, claim: Claim) -> None:
    keep(store, correction(claim, store, Fault.PLACE, ELSEWHERE))
    assert [one.id for one in store.at(None).place_claims(["p2"])] == [claim.id]
    assert list(store.at(None).place_claims(["p1"], ["Dry Creek"])) == []
    assert [one.id for one in store.at(SAID).place_claims(["p1"])] == [claim.id]


def test_a_claim_of_ground_between_two_places_is_of_one_once_its_place_is_corrected(claim: Claim) -> None:
    between = replace(claim, place=replace(claim.place, other_end=End("Far Creek", 37.2, 48.6)))
    made = Correction(Subject("r1", claim.id), Fault.PLACE, "A. Reader", NOW, FOUND, "read it", ELSEWHERE)
    stands = correct(between, [made])
    assert stands is not None
    assert (stands.place.name, stands.place.other_end) == ("Wet Creek", None)


def test_kinds_are_chosen_as_they_stand(store: Store, claim: Claim) -> None:
    keep(store, correction(claim, store, Fault.CONTENT, {"kind": "clash", "status": None, "actor": "A"}))
    assert [one.content.kind for one in store.at(None).claims(kinds=["clash"])] == ["clash"]
    assert list(store.at(None).claims(kinds=["control"])) == []


def test_parts_without_a_right_value_are_unknown_or_leave_no_claim(store: Store, claim: Claim) -> None:
    keep(store, correction(claim, store, Fault.PLACE))
    keep(store, correction(claim, store, Fault.DAYS))
    (stands,) = store.at(None).claims()
    assert (stands.place.name, stands.place.lon, stands.days.start) == (None, None, None)
    keep(store, correction(claim, store, Fault.VOICE))
    assert list(store.at(None).claims()) == []


def test_the_last_correction_of_a_part_holds(store: Store, claim: Claim) -> None:
    later = correction(claim, store, Fault.VOICE, {"side": "independent"}, BACK)
    keep(store, later)
    keep(store, correction(claim, store, Fault.VOICE, {"side": "B", "speaker": "the governor"}))
    (stands,) = store.at(None).claims()
    assert (stands.attribution.side, stands.attribution.speaker) == ("independent", "the governor")
    assert [one.attribution.side for one in store.at(FOUND).claims()] == ["B"]


def test_a_passage_means_every_claim_whose_words_it_shares(
    store: Store, make_report: MakeReport, make_claim: MakeClaim
) -> None:
    report, other = make_report("r2"), make_report("r3", text="Far Creek was taken.")
    with store.writing() as writer:
        writer.add(report, [make_claim(report), make_claim(report, side="B")], [], NOW)
        writer.add(other, [make_claim(other, place="Far Creek")], [], NOW)
        subject = Subject(report.digest, None, 4, 9, "Creek")
        writer.correct(Correction(subject, Fault.NO_CLAIM, "A. Reader", NOW, NOW.date(), "a film review"))
    assert [one.place.name for one in store.at(None).claims()] == ["Far Creek"]


def test_the_name_of_all_claims_changes_with_each_correction_from_its_day_on(store: Store, claim: Claim) -> None:
    before = store.at(SAID).digest(), store.at(None).digest()
    made = correction(claim, store, Fault.DAYS)
    keep(store, made)
    corrected = store.at(None).digest()
    keep(store, reversal(made))
    assert store.at(SAID).digest() == before[0]
    assert len({before[1], corrected, store.at(None).digest()}) == 3


def test_editions_are_the_claims_of_each_day(store: Store, claim: Claim) -> None:
    made = correction(claim, store, Fault.PLACE, ELSEWHERE)
    keep(store, made)
    keep(store, reversal(made))
    editions = store.at(None).editions()
    assert editions.days == (FOUND, BACK)
    for day in (SAID, FOUND, BACK, None):
        assert list(editions.at(day)) == list(store.at(day).claims())
    assert [one.place.name for one in editions.every()] == ["Dry Creek", "Wet Creek"]
    assert editions.made_later(claim, SAID) == [], "it was taken back"


def test_what_is_found_wrong_later_is_told_beside_an_earlier_day(store: Store, claim: Claim) -> None:
    made = correction(claim, store, Fault.DAYS)
    keep(store, made)
    editions = store.at(None).editions()
    assert list(editions.made_later(claim, SAID)) == [made]
    assert list(editions.made_later(claim, FOUND)) == []


def test_corrections_are_listed_as_known_on_the_day(store: Store, claim: Claim) -> None:
    made = correction(claim, store, Fault.DAYS)
    keep(store, made)
    keep(store, reversal(made))
    assert store.at(SAID).corrections() == []
    assert [(one.correction, one.reversal) for one in store.at(FOUND).corrections()] == [(made, None)]
    assert [one.reversal and one.reversal.by for one in store.at(BACK).corrections()] == ["B. Reader"]


def test_a_correction_is_taken_back_once(store: Store, claim: Claim) -> None:
    made = correction(claim, store, Fault.DAYS)
    keep(store, made)
    keep(store, reversal(made))
    with pytest.raises((StoreError, IntegrityError)):
        keep(store, Reversal(made.id, "C. Reader", NOW, NOW.date(), "again"))
