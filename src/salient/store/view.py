"""What was known on a day: the only way to read reports and claims. Claims come corrected, as known on that day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, func, or_, select, true

from salient.domain.claim import Claim
from salient.domain.correction import Entry
from salient.domain.identity import content_id
from salient.domain.rejection import Rejection
from salient.domain.report import Report
from salient.store import schema
from salient.store.corrections import Editions, InForce, entries, known_by
from salient.store.rows import claim_of, rejection_of, report_of

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim as it was read and as it stands (None: withdrawn), and the digest of its report."""

    as_read: Claim
    stands: Claim | None
    report: str


class View:
    """Reports and claims published by `as_of`, with the corrections made by then; None shows all, those without a day
    included."""

    def __init__(self, engine: Engine, as_of: date | None) -> None:
        self._engine, self.as_of = engine, as_of

    def claims(self, *, since: date | None = None, kinds: Sequence[str] | None = None) -> Sequence[Claim]:
        """All claims, oldest first; claims of one report as they stand in it. Withdrawn ones are left out."""
        found = schema.claims
        wanted = true() if kinds is None else found.c.kind.in_(kinds)
        since_then = true() if since is None else found.c.published >= since
        return self._claims(wanted, since_then, lambda claim: kinds is None or claim.content.kind.value in kinds)

    def place_claims(self, place_ids: Sequence[str], names: Sequence[str] = ()) -> Sequence[Claim]:
        """Claims tied to one of the places by id; those without an id by name."""
        found = schema.claims
        by_name = found.c.place_id.is_(None) & found.c.place.in_(names)

        def tied(claim: Claim) -> bool:
            place = claim.place
            return place.place_id in place_ids if place.place_id is not None else place.name in names

        return self._claims(or_(found.c.place_id.in_(place_ids), by_name), true(), tied)

    def editions(self) -> Editions:
        """All claims as they stood on each day on which something was corrected."""
        with self._engine.connect() as connection:
            made = known_by(entries(connection), self.as_of)
            read = [(claim_of(row), row.report) for row in connection.execute(self._select(true()))]
        return Editions(sorted(read, key=lambda pair: _reading_order(pair[0])), made)

    def claim(self, claim_id: str) -> ReadClaim | None:
        """One claim as it was read and as it stands, withdrawn or not; None for an unknown id."""
        with self._engine.connect() as connection:
            row = connection.execute(self._select(schema.claims.c.id == claim_id)).first()
            if row is None:
                return None
            read = claim_of(row)
            return ReadClaim(read, InForce(entries(connection), self.as_of).claim(read, row.report), row.report)

    def claims_of(self, digest: str) -> Sequence[Claim]:
        """The claims of one report as they were read, as they stand in it."""
        with self._engine.connect() as connection:
            rows = connection.execute(self._select(schema.claims.c.report == digest))
            return sorted((claim_of(row) for row in rows), key=_reading_order)

    def corrections(self) -> Sequence[Entry]:
        """Corrections made by the day, first made first; a reversal made later is not known."""
        with self._engine.connect() as connection:
            return known_by(entries(connection), self.as_of)

    def reports(self, since: date | None = None) -> Iterator[Report]:
        """All reports, oldest first."""
        kept = schema.reports
        query = select(kept).where(self._known(kept.c.published)).order_by(kept.c.published, kept.c.digest)
        if since is not None:
            query = query.where(kept.c.published >= since)
        with self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=_BATCH).execute(query):
                yield report_of(row)

    def report(self, name: str) -> Report | None:
        """The report of this id or digest; of several versions with one id, the last published."""
        kept = schema.reports
        query = (
            select(kept)
            .where(self._known(kept.c.published), or_(kept.c.id == name, kept.c.digest == name))
            .order_by(kept.c.published.desc(), kept.c.digest)
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return None if row is None else report_of(row)

    def days_of_reports(self) -> Sequence[date]:
        """The days on which reports were published, in order."""
        day = schema.reports.c.published
        query = select(day).where(day.is_not(None), self._known(day)).distinct().order_by(day)
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def knows(self, report: Report) -> bool:
        """Whether this very content was added, under whatever name and day."""
        query = select(schema.reports.c.digest).where(schema.reports.c.digest == report.digest)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def signatures(self) -> Mapping[str, Sequence[str]]:
        """Who brought reports by hand, by the report's digest, the first first; all, whatever the day."""
        kept, found = schema.signatures, dict[str, list[str]]()
        with self._engine.connect() as connection:
            for row in connection.execute(select(kept).order_by(kept.c.added_at, kept.c.by)):
                found.setdefault(row.report, []).append(row.by)
        return found

    def digest(self) -> str:
        """The name of all claims together, with their origins, and of what was corrected in them, taken back or not.

        The same have the same one, in whatever order they came. A report without claims may show two
        others to be of one origin.
        """
        found, copies = schema.claims, schema.copies
        query = select(found.c.id, copies.c.origin).where(self._known(found.c.published)).order_by(found.c.id)
        joined = query.select_from(found.outerjoin(copies, copies.c.digest == found.c.report))
        with self._engine.connect() as connection:
            made = known_by(entries(connection), self.as_of)
            marks = sorted([entry.correction.id, entry.reversal and entry.reversal.id] for entry in made)
            return content_id("claims", [[list(row) for row in connection.execute(joined)], marks])

    def rejections(self) -> Sequence[Rejection]:
        """Every draft and input turned away, whatever its day, in the order of report names."""
        query = select(schema.rejections).order_by(schema.rejections.c.name, schema.rejections.c.id)
        with self._engine.connect() as connection:
            return [rejection_of(row) for row in connection.execute(query)]

    def count(self) -> tuple[int, int]:
        """How many reports and claims there are."""
        with self._engine.connect() as connection:
            return (self._count(connection, schema.reports), self._count(connection, schema.claims))

    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which a claim was published; None without claims."""
        day = schema.claims.c.published
        with self._engine.connect() as connection:
            first, last = connection.execute(select(func.min(day), func.max(day)).where(self._known(day))).one()
        return None if first is None else (first, last)

    def _count(self, connection: Any, table: Any) -> int:
        query = select(func.count()).select_from(table).where(self._known(table.c.published))
        return int(connection.execute(query).scalar_one())

    def _claims(
        self, wanted: ColumnElement[bool], always: ColumnElement[bool], fits: Callable[[Claim], bool]
    ) -> Sequence[Claim]:
        """Claims whose rows are wanted; of those that a correction may have changed, the ones that now fit."""
        with self._engine.connect() as connection:
            held = InForce(entries(connection), self.as_of)
            rows = connection.execute(self._select(or_(wanted, held.may_touch()) & always if held else wanted & always))
            standing = (held.claim(claim_of(row), row.report) for row in rows)
            found = [claim for claim in standing if claim is not None and (not held or fits(claim))]
        return sorted(found, key=_reading_order)

    def _select(self, wanted: ColumnElement[bool]) -> Select[Any]:
        found, copies = schema.claims, schema.copies
        return (
            select(found.c.id, found.c.report, found.c.record, copies.c.origin)
            .select_from(found.outerjoin(copies, copies.c.digest == found.c.report))
            .where(self._known(found.c.published), wanted)
        )

    def _known(self, published: Any) -> ColumnElement[bool]:
        return true() if self.as_of is None else published <= self.as_of


def _reading_order(claim: Claim) -> tuple[date, str, int, str]:
    published = claim.citation.published or date.min
    return published, claim.citation.report, claim.quote.start if claim.quote else 0, claim.id
