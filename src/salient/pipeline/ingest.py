"""Reports into the store: read once, whole, and whatever happens to one leaves the others alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from salient.domain.claim import Claim
from salient.domain.errors import ReportError
from salient.domain.gathered import Gathered
from salient.domain.rejection import Rejection, Stage
from salient.domain.report import Report
from salient.store.database import Store
from salient.store.writer import Added


class Found(Protocol):
    """What was found in one report."""

    @property
    def claims(self) -> Sequence[Claim]: ...

    @property
    def rejections(self) -> Sequence[Rejection]: ...


class Reads(Protocol):
    """Whatever finds the claims of a report."""

    def read(self, report: Report) -> Found: ...


@dataclass(frozen=True, slots=True)
class _Told:
    """What was found before."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...] = ()


class Fate(StrEnum):
    """What became of an input."""

    NEW = "new"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Ingested:
    """One input and its fate. `reason` says why an input was rejected; `dropped` are the drafts that were no claims."""

    name: str
    fate: Fate
    report: Report | None = None
    claims: int = 0
    dropped: tuple[Rejection, ...] = ()
    reason: str = ""


def ingest(
    inputs: Iterable[Gathered | Report | ReportError], reader: Reads, store: Store, added_at: datetime
) -> Iterator[Ingested]:
    """Read and store every report in a transaction of its own, and tell its fate once that is done.

    What a server gave is kept with the report, and again whenever it is fetched again.

    Stopped at any moment, what was told is stored; started again, it goes on where it stopped. `added_at` is a UTC
    instant.
    """
    for item in inputs:
        if isinstance(item, ReportError):
            yield _reject(item, store)
        else:
            gathered = item if isinstance(item, Gathered) else Gathered(item.id, item)
            yield _add(gathered, reader, store, added_at)


def _reject(error: ReportError, store: Store) -> Ingested:
    with store.writing() as writer:
        writer.reject(Rejection(error.name, Stage.GATHER, error.reason))
    return Ingested(error.name, Fate.REJECTED, reason=error.reason)


def _add(gathered: Gathered, reader: Reads, store: Store, added_at: datetime) -> Ingested:
    report, capture = gathered.report, gathered.capture
    if store.at(None).knows(report):
        if capture is not None:
            with store.writing() as writer:
                writer.capture(capture, report.digest)
        return Ingested(report.id, Fate.DUPLICATE, report)
    found = reader.read(report) if gathered.claims is None else _Told(gathered.claims)
    with store.writing() as writer:
        added = writer.add(report, found.claims, found.rejections, added_at)
        if capture is not None:
            writer.capture(capture, report.digest)
    if added is Added.DUPLICATE:  # another process was faster
        return Ingested(report.id, Fate.DUPLICATE, report)
    return Ingested(report.id, Fate.NEW, report, len(found.claims), tuple(found.rejections))
