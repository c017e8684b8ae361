"""What was fetched, and the versions of what stood at one address."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from salient.domain.errors import StoreError
from salient.domain.report import Report
from salient.store import schema
from salient.store.rows import report_of


@dataclass(frozen=True, slots=True)
class Kept:
    """One fetch as it is kept; `fetched_at` is a UTC instant without zone."""

    address: str
    fetched_at: datetime
    status: int
    headers: Mapping[str, str]
    sha256: str


class Captures:
    """Fetched bodies and versions of reports. Comes from `Store.captures`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, digest: str) -> Sequence[Kept]:
        """Every fetch that a report was read from, oldest first."""
        kept = schema.captures
        query = select(kept).where(kept.c.report == digest).order_by(kept.c.fetched_at, kept.c.id)
        with self._engine.connect() as connection:
            rows = connection.execute(query)
            return [Kept(row.address, row.fetched_at, row.status, row.headers, row.sha256) for row in rows]

    def body(self, sha256: str) -> bytes:
        """The bytes themselves, checked against their name. Raises StoreError."""
        query = select(schema.bodies.c.packed).where(schema.bodies.c.sha256 == sha256)
        with self._engine.connect() as connection:
            packed = connection.execute(query).scalar_one_or_none()
        if packed is None:
            raise StoreError(f"no body {sha256}")
        found = zlib.decompress(packed)
        if hashlib.sha256(found).hexdigest() != sha256:
            raise StoreError(f"body {sha256} is not what it was")
        return found

    def versions(self, report: Report) -> Sequence[Report]:
        """All that was read from the report's address, or under its id where it has none, first read first."""
        kept, seen = schema.reports, schema.captures
        same = kept.c.id == report.id if report.url is None else kept.c.url == report.url
        first = func.coalesce(func.min(seen.c.fetched_at), kept.c.added_at)
        query = (
            select(*kept.c)
            .outerjoin(seen, seen.c.report == kept.c.digest)
            .where(same)
            .group_by(*kept.c)
            .order_by(first, kept.c.added_at, kept.c.digest)
        )
        with self._engine.connect() as connection:
            return [report_of(row) for row in connection.execute(query)]

    def knows(self, address: str) -> bool:
        """Whether a report was read from this address, or refused: it need not be visited again to look for news."""
        by_capture = select(schema.captures.c.id).where(schema.captures.c.address == address).limit(1)
        by_report = select(schema.reports.c.digest).where(schema.reports.c.url == address).limit(1)
        by_refusal = select(schema.rejections.c.id).where(schema.rejections.c.name == address).limit(1)
        with self._engine.connect() as connection:
            queries = (by_capture, by_report, by_refusal)
            return any(connection.execute(query).first() is not None for query in queries)
