"""What was found wrong in the readings that the store holds."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, select

from salient.domain.claim import Claim
from salient.domain.corrected import concerns, correct
from salient.domain.correction import Correction, Entry
from salient.store import schema
from salient.store.rows import correction_of, reversal_of


def entries(connection: Connection) -> Sequence[Entry]:
    """All corrections, first made first, each with its reversal where it was taken back."""
    kept, back = schema.corrections, schema.reversals
    taken_back = {row.correction: reversal_of(row) for row in connection.execute(select(back))}
    query = select(kept).order_by(kept.c.made_at, kept.c.id)
    return [Entry(correction_of(row), taken_back.get(row.id)) for row in connection.execute(query)]


def known_by(made: Iterable[Entry], day: date | None) -> Sequence[Entry]:
    """Those of the entries known at the end of a day; a reversal made later is left out."""
    if day is None:
        return list(made)
    return [
        Entry(entry.correction, entry.reversal if entry.reversal and entry.reversal.day <= day else None)
        for entry in made
        if entry.correction.day <= day
    ]


class InForce:
    """The corrections of a list that hold as known at the end of a day (None: by all that is known), to be applied."""

    def __init__(self, made: Iterable[Entry], as_of: date | None) -> None:
        found: dict[str, list[Correction]] = {}
        for entry in made:
            if entry.in_force(as_of):
                found.setdefault(entry.correction.subject.report, []).append(entry.correction)
        self._by_report: Mapping[str, Sequence[Correction]] = found

    def __bool__(self) -> bool:
        return bool(self._by_report)

    def may_touch(self) -> ColumnElement[bool]:
        """Of rows of claims, those of reports in which anything was corrected."""
        return schema.claims.c.report.in_(self._by_report)

    def about(self, claim: Claim, report: str) -> Sequence[Correction]:
        """Those that speak of a claim of the report of this digest, first made first."""
        held = self._by_report.get(report, ())
        return [one for one in held if concerns(one.subject, claim)] if held else ()

    def claim(self, claim: Claim, report: str) -> Claim | None:
        """The claim as it stands; None where it was withdrawn."""
        return correct(claim, self.about(claim, report))


class Editions:
    """All claims as they stood from each day on which something was corrected or taken back; oldest first in each.

    `days` are those days, in order. Before the first of them the claims stand as they were read.
    """

    def __init__(self, read: Sequence[tuple[Claim, str]], made: Sequence[Entry]) -> None:
        self._read, self._made = read, made
        moments = {entry.correction.day for entry in made} | {e.reversal.day for e in made if e.reversal}
        self.days: tuple[date, ...] = tuple(sorted(moments))
        self._now = InForce(made, None)
        self._digests = {claim.id: report for claim, report in read if self._now} if made else {}
        self.number = lru_cache(maxsize=None)(self._number)

    def index(self, known: date | None) -> int:
        """Which edition was known at the end of a day; None: the last one."""
        return len(self.days) if known is None else bisect_right(self.days, known)

    def at(self, known: date | None) -> Sequence[Claim]:
        return self.number(self.index(known))

    def every(self) -> Sequence[Claim]:
        """Every claim as it was read, and those that corrections made of them."""
        later = (claim for k in range(1, len(self.days) + 1) for claim in self.number(k))
        return [*self.number(0), *dict.fromkeys(claim for claim in later if claim.as_read is not None)]

    def made_later(self, claim: Claim, known: date) -> Sequence[Correction]:
        """What is now known to be wrong with a claim and was not yet known on a day."""
        digest = self._digests.get(claim.id)
        return [] if digest is None else [c for c in self._now.about(claim, digest) if c.day > known]

    def _number(self, k: int) -> Sequence[Claim]:
        if k == 0:
            return [claim for claim, _ in self._read]
        held = InForce(self._made, self.days[k - 1])
        standing = (held.claim(claim, report) for claim, report in self._read)
        return [claim for claim in standing if claim is not None]
