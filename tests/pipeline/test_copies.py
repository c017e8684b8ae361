"""Every report of a store has an origin, worked out bit by bit or all at once, and its claims carry it."""

import json
import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from salient.domain.record import report_from_record
from salient.domain.report import Report
from salient.domain.theatre import Theatre
from salient.pipeline.copies import METHOD, keep_copies
from salient.pipeline.ingest import ingest
from salient.store.database import Store
from tests.pipeline.builders import Found, claim

NOW = datetime(2026, 1, 10, tzinfo=UTC)
LABELLED = Path(__file__).parents[1] / "copies" / "labelled" / "reports.jsonl"
ROWS = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
REPORTS = [report_from_record(row, row["id"]) for row in ROWS]
BULLETIN = [report for report, row in zip(REPORTS, ROWS, strict=True) if row["story"] == "gs-morning-1"]


class Reader:
    """Finds one claim in every report."""

    def read(self, of: Report) -> Found:
        return Found((claim(of, "UA", "UA"),))


def filled(path: Path, reports: Sequence[Report], theatre: Theatre, batch: int) -> Store:
    store = Store.open(str(path), "ukraine", create=True)
    for start in range(0, len(reports), batch):
        list(ingest(reports[start : start + batch], Reader(), store, NOW))
        assert keep_copies(store, theatre)
    return store


def test_the_claims_of_copies_carry_one_origin(tmp_path: Path, theatre: Theatre) -> None:
    store = filled(tmp_path / "s.db", BULLETIN, theatre, 100)
    claims = store.at(None).claims()
    assert len(claims) == len(BULLETIN)
    first_day = min(report.published or date.max for report in BULLETIN)
    (origin,) = {claim.citation.origin for claim in claims}
    assert origin in {report.digest for report in BULLETIN if report.published == first_day}


def test_origins_do_not_depend_on_when_reports_came(tmp_path: Path, theatre: Theatre) -> None:
    shuffled = list(REPORTS)
    random.Random(5).shuffle(shuffled)
    bit_by_bit = filled(tmp_path / "a.db", shuffled, theatre, 40)
    at_once = filled(tmp_path / "b.db", REPORTS, theatre, 1000)
    assert bit_by_bit.origins.known(METHOD) == at_once.origins.known(METHOD)
    assert not keep_copies(at_once, theatre)


def test_another_method_starts_anew(tmp_path: Path, theatre: Theatre) -> None:
    store = filled(tmp_path / "s.db", BULLETIN, theatre, 100)
    assert store.origins.known("another") == {}
    assert len(store.origins.of([report.digest for report in BULLETIN])) == len(BULLETIN)


def test_a_claim_whose_origin_is_not_worked_out_has_none(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path / "s.db"), "ukraine", create=True)
    list(ingest(BULLETIN[:1], Reader(), store, NOW))
    assert [claim.citation.origin for claim in store.at(None).claims()] == [None]


def test_claims_whose_reports_turn_out_to_be_of_one_origin_are_not_what_they_were(
    tmp_path: Path, theatre: Theatre
) -> None:
    store = filled(tmp_path / "s.db", BULLETIN, theatre, 100)
    before, copies = store.at(None).digest(), store.origins.known(METHOD)
    apart = {digest: digest for digest in copies}
    store.origins.replace(METHOD, copies, apart)
    assert store.at(None).digest() != before
