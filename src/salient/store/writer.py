"""Add to the store. Nothing here changes or removes what has been read, nor what was said of it since."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, Table, select

from salient.domain.claim import Claim
from salient.domain.correction import Correction, Reversal
from salient.domain.page import Capture
from salient.domain.rejection import Rejection
from salient.domain.report import Report
from salient.store import schema
from salient.store.rows import (
    Row,
    body_row,
    capture_row,
    claim_row,
    correction_row,
    rejection_row,
    report_row,
    reversal_row,
)


class Added(StrEnum):
    """What became of a report."""

    NEW = "new"
    DUPLICATE = "duplicate"
    """The same content is known already, under this or another name."""


class Writer:
    """Adds one report at a time: all of it or nothing. Comes from `Store.writing()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, report: Report, claims: Sequence[Claim], rejections: Sequence[Rejection], added_at: datetime
    ) -> Added:
        """Add a report with all that was found in it, in one transaction. `added_at` is a UTC instant."""
        digest = report.digest
        if _known(self._connection, schema.reports, "digest", [digest]):
            return Added.DUPLICATE
        self._connection.execute(schema.reports.insert(), report_row(report, added_at))
        self._insert_new(schema.claims, [claim_row(claim, digest) for claim in claims])
        self._insert_new(schema.rejections, [rejection_row(rejection, digest) for rejection in rejections])
        return Added.NEW

    def sign(self, digest: str, by: str, added_at: datetime) -> None:
        """Keep who brought a report by hand; the same person is kept once, from the first time on."""
        kept = schema.signatures
        query = select(kept.c.by).where(kept.c.report == digest, kept.c.by == by)
        if self._connection.execute(query).first() is None:
            row = {"report": digest, "by": by, "added_at": added_at.replace(tzinfo=None)}
            self._connection.execute(kept.insert(), row)

    def capture(self, capture: Capture, digest: str) -> None:
        """Keep what a server gave for a report; the same bytes are kept once, the same fetch once."""
        if not _known(self._connection, schema.bodies, "sha256", [capture.sha256]):
            self._connection.execute(schema.bodies.insert(), body_row(capture))
        self._insert_new(schema.captures, [capture_row(capture, digest)])

    def reject(self, rejection: Rejection) -> None:
        """Keep the reason why a whole input was turned away; the same one is kept once."""
        self._insert_new(schema.rejections, [rejection_row(rejection, None)])

    def correct(self, correction: Correction) -> None:
        """Keep what was found wrong in a reading; the claim itself stays as it was read."""
        self._insert_new(schema.corrections, [correction_row(correction)])

    def reverse(self, reversal: Reversal) -> None:
        """Keep that a correction was taken back; the correction stays too."""
        self._insert_new(schema.reversals, [reversal_row(reversal)])

    def name_theatre(self, theatre: str) -> None:
        self._connection.execute(schema.about.insert(), {"key": "theatre", "value": theatre})

    def _insert_new(self, table: Table, rows: Sequence[Row]) -> None:
        """Rows are named by their content: one that is there already is the same, and stays."""
        by_id = {row["id"]: row for row in rows}
        for known in _known(self._connection, table, "id", list(by_id)):
            del by_id[known]
        if by_id:
            self._connection.execute(table.insert(), list(by_id.values()))


def _known(connection: Connection, table: Table, key: str, ids: Sequence[str]) -> set[str]:
    column = table.c[key]
    found: set[str] = set()
    for start in range(0, len(ids), 500):
        found.update(connection.execute(select(column).where(column.in_(ids[start : start + 500]))).scalars())
    return found
