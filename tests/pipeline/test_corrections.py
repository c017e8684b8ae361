"""An assessment hears of a correction on its own day: before it, everything stands as it stood."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from salient.domain.correction import Fault
from salient.domain.errors import UsageError
from salient.domain.report import Report
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer
from salient.pipeline.assessing import STILL_LIVE, derived_version, keep_assessment
from salient.pipeline.correcting import Corrector, Signed, Wrong
from salient.pipeline.ingest import ingest
from salient.pipeline.library import Library
from salient.store.database import Store
from tests.pipeline.builders import Reader, report

TAKEN, CORRECTED, BACK, LAST = date(2025, 12, 1), date(2025, 12, 5), date(2025, 12, 8), date(2025, 12, 10)
ID = "geonames:704422"
REPORTS = [report("a", TAKEN, "took the city"), report("b", LAST, "nothing told")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(str(tmp_path / "salient.db"), "ukraine", create=True)
    later = report("c", LAST, "denied it")
    list(ingest([*REPORTS, later], Reader(), store, datetime(2026, 1, 10, tzinfo=UTC)))
    yield store
    store.close()


def signed(day: date, by: str = "A. Reader") -> Signed:
    return Signed(by, "misread", datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12))


def probability(library: Library, day: date, as_of: date | None = None) -> float:
    control = library.control(ID, day, as_of)
    assert control is not None
    return control.of("RU")


def test_every_day_is_told_by_what_was_known_on_it(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    before = Library(store, theatre, gazetteer)
    expected = {day: probability(before, day) for day in (TAKEN, CORRECTED - timedelta(1), CORRECTED, BACK)}
    (claim,) = before.place_claims(ID, TAKEN)
    corrector = Corrector(store, theatre, gazetteer)
    made = corrector.correct(Wrong(claim.id, Fault.NO_CLAIM), signed(CORRECTED))
    corrector.reverse(made.correction.id, signed(BACK, "B. Reader"))
    library = Library(store, theatre, gazetteer)
    for day in (TAKEN, CORRECTED - timedelta(1)):
        assert probability(library, day) == probability(library, day, day) == pytest.approx(expected[day])
    assert probability(library, CORRECTED) == probability(library, CORRECTED, CORRECTED)
    assert probability(library, CORRECTED) < expected[CORRECTED] - 0.1
    assert probability(library, TAKEN, CORRECTED) < expected[TAKEN] - 0.1
    assert probability(library, TAKEN, CORRECTED - timedelta(1)) == pytest.approx(expected[TAKEN])
    assert probability(library, BACK) == pytest.approx(expected[BACK])
    assert [len(library.place_claims(ID, day)) for day in (TAKEN, CORRECTED, BACK)] == [1, 0, 1]
    assert library.place_claims(ID, TAKEN, CORRECTED) == []


def test_what_is_kept_is_what_is_worked_out(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    keep_assessment(store, theatre, gazetteer)
    version = derived_version(store, gazetteer)
    claim = store.at(None).claims()[0]
    entry = Corrector(store, theatre, gazetteer).correct(Wrong(claim.id, Fault.PLACE), signed(CORRECTED))
    assert derived_version(store, gazetteer) != version
    worked_out = Library(store, theatre, gazetteer).case.run(None)
    assert keep_assessment(store, theatre, gazetteer)
    kept = store.derived.states(derived_version(store, gazetteer), None)
    assert kept is not None
    assert np.abs(kept.p - worked_out.table()).max() < 1e-4
    library = Library(store, theatre, gazetteer)
    assert library.corrected_later(claim, TAKEN) == [entry.correction]
    assert library.corrected_later(claim, CORRECTED) == []


def test_a_correction_soon_after_the_last_report_can_be_shown(
    store: Store, theatre: Theatre, gazetteer: Gazetteer
) -> None:
    claim = store.at(None).claims()[0]
    corrector = Corrector(store, theatre, gazetteer)
    corrector.correct(Wrong(claim.id, Fault.DAYS), signed(LAST + STILL_LIVE))
    span = Library(store, theatre, gazetteer).span()
    assert span is not None
    assert span.last == LAST + STILL_LIVE
    corrector.correct(Wrong(claim.id, Fault.PLACE), signed(date(2027, 1, 1)))
    assert Library(store, theatre, gazetteer).span() == span


def test_a_correction_changes_something(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    claim = store.at(None).claims()[0]
    corrector = Corrector(store, theatre, gazetteer)
    with pytest.raises(UsageError, match="stands so already"):
        corrector.correct(Wrong(claim.id, Fault.PLACE, given={"place": "geonames:704422"}), signed(CORRECTED))
    corrector.correct(Wrong(claim.id, Fault.NO_CLAIM), signed(CORRECTED))
    with pytest.raises(UsageError, match="withdrawn already"):
        corrector.correct(Wrong(claim.id, Fault.DAYS), signed(CORRECTED))


def test_a_speaker_that_the_pack_knows_brings_side_and_id(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    claim, known = store.at(None).claims()[0], theatre.speakers[0]
    wrong = Wrong(claim.id, Fault.VOICE, given={"speaker": known.name, "stance": "doubts"})
    values = Corrector(store, theatre, gazetteer).correct(wrong, signed(CORRECTED)).correction.values
    assert values == {"speaker": known.name, "speaker_id": known.id, "side": known.side, "stance": "doubts"}


def test_a_report_is_named_by_its_id(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    of: Report = REPORTS[1]
    with pytest.raises(UsageError, match="no claim was found in this passage"):
        Corrector(store, theatre, gazetteer).correct(Wrong(of.id, Fault.NO_CLAIM, "told"), signed(CORRECTED))
