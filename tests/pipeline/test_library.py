"""The reading room tells every day as it could be known on any day, the same whether kept or worked out."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from salient.domain.assessment import Control
from salient.domain.front import Front
from salient.domain.report import Report
from salient.domain.theatre import Theatre
from salient.domain.timeline import Step
from salient.gazetteer import Gazetteer
from salient.pipeline.assessing import keep_assessment
from salient.pipeline.case import case_places
from salient.pipeline.ingest import ingest
from salient.pipeline.library import LEAST_STEP, Library
from salient.store.database import Store
from tests.pipeline.builders import PISHCHANE, POKROVSK, Reader, claim, report

NOW = datetime(2026, 1, 10, tzinfo=UTC)
FIRST, TAKEN, DENIED = date(2025, 11, 20), date(2025, 12, 1), date(2025, 12, 3)
ID = "geonames:704422"
REPORTS = [
    report("v", FIRST, "village taken"),
    report("a", TAKEN, "took the city"),
    report("b", DENIED, "denied it"),
    report("z", None, "took it, says a page without a day"),
]


def fill(path: Path, reports: list[Report]) -> Store:
    store = Store.open(str(path), "ukraine", create=True)
    list(ingest(reports, Reader(), store, NOW))
    return store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return fill(tmp_path / "s.db", REPORTS)


def test_an_empty_store_has_nothing_to_show(tmp_path: Path, theatre: Theatre, gazetteer: Gazetteer) -> None:
    store = fill(tmp_path / "empty.db", [])
    assert keep_assessment(store, theatre, gazetteer)
    library = Library(store, theatre, gazetteer)
    assert library.span() is None
    assert list(library.steps(None)) == []
    assert library.assessment(ID, DENIED, None) is None
    assert library.front(DENIED, None) is None


def test_records_of_speakers_know_what_was_published_by_then(
    store: Store, theatre: Theatre, gazetteer: Gazetteer
) -> None:
    library = Library(store, theatre, gazetteer)
    later = {record.speaker: record for record in library.track_records(TAKEN + timedelta(days=90), None, least=1)}
    assert (later["the Kremlin"].confirmed.whole, later["the Kremlin"].contradicted) == (1, 1)
    (early,) = library.track_records(TAKEN, None, least=1)
    assert (early.speaker, early.confirmed.whole, early.pending) == ("the Kremlin", 0, 1)
    assert library.track_records(DENIED, None, least=2) == []


def test_places_are_the_neighbourhood_and_those_known_by_relation(gazetteer: Gazetteer) -> None:
    one = report("v", FIRST, "village taken")
    said = [claim(one, "RU", "RU"), claim(one, "RU", "RU", place=PISHCHANE)]
    places = case_places(said, gazetteer)
    assert places == case_places(reversed(said), gazetteer)
    assert {"Pokrovsk", "Myrnohrad", "Pishchane"} <= {place.name for place in places}
    assert [place.name for place in places if place.is_computed] == ["Pishchane"]


def test_what_was_published_later_moves_nothing(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    library = Library(store, theatre, gazetteer)
    before, after = (library.control(ID, DENIED, as_of) for as_of in (TAKEN, DENIED))
    assert before is not None
    assert after is not None
    assert before.of("RU") > after.of("RU")
    assert library.control(ID, TAKEN, None) == library.control(ID, TAKEN, TAKEN)
    assert library.control(ID, date(2025, 1, 1), None) is None


def test_evidence_adds_up_to_what_is_told(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    library = Library(store, theatre, gazetteer)
    told = library.assessment(ID, DENIED, None)
    assert told is not None
    control = library.control(ID, DENIED, None)
    assert control is not None
    for outcome, p in control.probabilities.items():
        assert told.posterior.of(outcome) == pytest.approx(p, abs=1e-3)
    assert {row.claim for row in told.evidence} & {one.id for one in library.place_claims(ID, DENIED)}


def test_the_same_is_told_whether_kept_or_worked_out(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    worked_out = {as_of: list(Library(store, theatre, gazetteer).steps(as_of)) for as_of in (None, DENIED)}
    assert keep_assessment(store, theatre, gazetteer)
    assert not keep_assessment(store, theatre, gazetteer)
    kept = Library(store, theatre, gazetteer)
    assert store.derived.states(kept.version, DENIED) is not None
    for as_of, steps in worked_out.items():
        found, expected = last_steps(kept.steps(as_of)), last_steps(steps)
        assert list(found) == list(expected)
        for place_id, control in found.items():  # kept probabilities are rounded, so a step may come a day apart
            assert dict(control.probabilities) == pytest.approx(
                dict(expected[place_id].probabilities), abs=LEAST_STEP + 2e-4
            )


def test_the_steps_of_a_place_are_those_of_all_places(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    library = Library(store, theatre, gazetteer)
    for place in library.places():
        expected = [step for step in library.steps(None) if step.place_id == place.id]
        assert list(library.place_steps(place.id, None)) == expected
    assert not library.place_steps("nowhere", None)


def last_steps(steps: Iterable[Step]) -> dict[str, Control]:
    """The probabilities that each place ends with."""
    return {step.place_id: step.control for step in steps}


def test_a_front_is_drawn_once_and_kept(
    store: Store, theatre: Theatre, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[date] = []

    def draw(day: date, as_of: date, *_: object) -> Front:
        drawn.append(day)
        return Front(day, as_of, {"RU": (), "UA": ()}, (), (), ())

    monkeypatch.setattr("salient.pipeline.assessing.build_front", draw)
    keep_assessment(store, theatre, gazetteer)
    Library(store, theatre, gazetteer).warm_up()
    another = Library(store, theatre, gazetteer)
    assert another.front(DENIED, None) == store.derived.front(another.version, DENIED, None)
    another.front(TAKEN, DENIED)
    assert drawn == [DENIED, TAKEN]


def test_the_order_of_adding_does_not_matter(
    store: Store, tmp_path: Path, theatre: Theatre, gazetteer: Gazetteer
) -> None:
    other = Library(fill(tmp_path / "other.db", REPORTS[::-1]), theatre, gazetteer)
    library = Library(store, theatre, gazetteer)
    assert other.version == library.version
    assert list(other.steps(None)) == list(library.steps(None))


def test_every_day_tells_the_area_to_expect_of_each_side(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    library = Library(store, theatre, gazetteer)
    days = {count.day: count.area_km2 for count in library.days()}
    assert list(days) == [FIRST + timedelta(days=n) for n in range((DENIED - FIRST).days + 1)]
    for side, area in library.areas_km2(DENIED, None).items():
        assert days[DENIED][side] == pytest.approx(area.value, rel=1e-3)


def test_claims_stand_at_their_place_and_nowhere_else(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> None:
    library = Library(store, theatre, gazetteer)
    assert [one.citation.report for one in library.place_claims(ID, DENIED)] == ["a", "b"]
    assert [one.citation.report for one in library.place_claims(ID, TAKEN)] == ["a"]
    assert [one.citation.report for one in library.claims(DENIED, since=TAKEN)] == ["a", "b"]
    assert [(count.day, dict(count.claims)) for count in library.days() if count.claims] == [
        (FIRST, {"RU": 1}),
        (TAKEN, {"RU": 1}),
        (DENIED, {"UA": 1}),
    ]
    assert "Покровськ" in library.place_names()[POKROVSK.place_id or ""]
    span = library.span()
    assert span is not None
    assert (span.first, span.last) == (FIRST, DENIED)


def test_what_another_process_adds_is_read_after_a_refresh(
    store: Store, tmp_path: Path, theatre: Theatre, gazetteer: Gazetteer
) -> None:
    keep_assessment(store, theatre, gazetteer)
    library = Library(store, theatre, gazetteer)
    before, known = library.version, len(library.claims(date(2026, 1, 1)))
    assert library.refresh() is library
    other = fill(tmp_path / "s.db", [report("n", date(2025, 12, 5), "took the city")])
    assert library.refresh() is library, "what is not assessed yet changes nothing"
    keep_assessment(other, theatre, gazetteer)
    renewed = library.refresh()
    assert renewed.version != before
    assert len(renewed.claims(date(2026, 1, 1))) == known + 1
    span = renewed.span()
    assert span is not None
    assert span.last == date(2025, 12, 5)


def test_a_library_in_use_answers_of_one_state_while_more_is_stored(
    store: Store, tmp_path: Path, theatre: Theatre, gazetteer: Gazetteer
) -> None:
    keep_assessment(store, theatre, gazetteer)
    alone, library = Library(store, theatre, gazetteer), Library(store, theatre, gazetteer)
    assert library.version == alone.version
    steps, front = last_steps(alone.steps(None)), alone.front(DENIED, None)
    other = fill(tmp_path / "s.db", [report("n", date(2025, 12, 5), "took the city")])
    keep_assessment(other, theatre, gazetteer)
    for place_id, control in last_steps(library.steps(None)).items():
        probabilities = dict(steps[place_id].probabilities)
        assert dict(control.probabilities) == pytest.approx(probabilities, abs=LEAST_STEP + 2e-4)
    assert library.span() == alone.span()
    found = library.front(DENIED, None)
    assert found is not None
    assert front is not None
    assert len(found.line) == len(front.line)
    renewed = library.refresh().span()
    assert renewed is not None
    assert renewed.last == date(2025, 12, 5)
