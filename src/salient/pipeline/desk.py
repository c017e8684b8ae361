"""Where people add and correct by hand: read first, look, then store."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from threading import Lock
from zoneinfo import ZoneInfo

from salient.clean.page import Given
from salient.domain.claim import Claim
from salient.domain.errors import ReportError, UsageError
from salient.domain.gathered import Gathered
from salient.domain.identity import content_id
from salient.domain.page import Media, RawPage, Told
from salient.domain.rejection import Rejection
from salient.domain.report import Report, Wording
from salient.domain.theatre import Theatre
from salient.export.corrections import Corrected
from salient.gather.naming import is_address
from salient.gather.visit import Visitor
from salient.gazetteer import Gazetteer
from salient.pipeline.assessing import keep_assessment
from salient.pipeline.correcting import Corrector, Signed, Wrong
from salient.pipeline.corrections import with_claims
from salient.pipeline.ingest import Ingested, Reads, ingest
from salient.pipeline.reports import ReadsMaps, clean_pages
from salient.store.database import Store

PREVIEWS_KEPT = 64
_PASTED = "the text"


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, or the address of one, and what its reader knows of it. `url` is where a text stands that was pasted."""

    text: str | None = None
    address: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    lang: str | None = None
    outlet: str | None = None
    wording: Wording = Wording.VERBATIM


@dataclass(frozen=True, slots=True)
class Previewed:
    """What a report yields, stored nowhere yet. `known`: the store has this very content already."""

    gathered: Gathered
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    known: bool

    @property
    def report(self) -> Report:
        return self.gathered.report


@dataclass(frozen=True, slots=True)
class _Looked:
    """Reads what was read before: what was looked at is what is stored."""

    previewed: Previewed

    def read(self, report: Report) -> Previewed:  # noqa: ARG002 - the one report that it was made of
        return self.previewed


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading takes. `now` gives moments of the theatre's time zone."""

    reader: Reads
    maps: ReadsMaps
    visitor: Visitor
    now: Callable[[], datetime]


class Desk:
    """Reads what somebody brings, stores what was looked at, and takes corrections; one thing at a time.

    After each change the assessment is made anew.
    """

    def __init__(self, store: Store, theatre: Theatre, gazetteer: Gazetteer, tools: Tools) -> None:
        self._store, self._theatre, self._gazetteer = store, theatre, gazetteer
        self._tools, self._lock = tools, Lock()
        self._corrector = Corrector(store, theatre, gazetteer)
        self._previews: OrderedDict[str, Previewed] = OrderedDict()

    def preview(self, asked: Asked) -> Previewed:
        """Read a text or a page and store nothing. Raises UsageError and ReportError."""
        gathered = self._gathered(asked)
        with self._lock:
            claims, rejections = gathered.claims, tuple[Rejection, ...]()
            if claims is None:
                found = self._tools.reader.read(gathered.report)
                claims, rejections = tuple(found.claims), tuple(found.rejections)
            known = self._store.at(None).knows(gathered.report)
            previewed = Previewed(gathered, claims, rejections, known)
            self._previews[gathered.report.digest] = previewed
            while len(self._previews) > PREVIEWS_KEPT:
                self._previews.popitem(last=False)
        return previewed

    def store(self, digest: str, by: str) -> Ingested:
        """Store what was previewed, as it was previewed, with the name of who brought it.

        Raises UsageError where it was not previewed, or too long ago.
        """
        with self._lock:
            previewed = self._previews.get(digest)
            if previewed is None:
                raise UsageError(f"{digest}: not previewed, or too long ago; preview it again")
            added_at = self._tools.now().astimezone(UTC)
            gathered = replace(previewed.gathered, claims=None)
            (done,) = ingest([gathered], _Looked(previewed), self._store, added_at)
            with self._store.writing() as writer:
                writer.sign(digest, by, added_at)
            self._renew()
        return done

    def correct(self, wrong: Wrong, by: str, reason: str) -> Corrected:
        """Store a correction. Raises UsageError."""
        with self._lock:
            entry = self._corrector.correct(wrong, Signed(by, reason, self._tools.now()))
            self._renew()
        return with_claims(self._store, entry)

    def reverse(self, correction_id: str, by: str, reason: str) -> Corrected:
        """Take a correction back. Raises UsageError."""
        with self._lock:
            entry = self._corrector.reverse(correction_id, Signed(by, reason, self._tools.now()))
            self._renew()
        return with_claims(self._store, entry)

    def _renew(self) -> None:
        keep_assessment(self._store, self._theatre, self._gazetteer)

    def _gathered(self, asked: Asked) -> Gathered:
        if (asked.text is None) == (asked.address is None):
            raise UsageError("give a text or an address")
        given = Given(
            self._tools.now().date(), asked.published, asked.lang, asked.outlet, ZoneInfo(self._theatre.time_zone)
        )
        pages = self._pasted(asked) if asked.text is not None else self._visited(asked.address or "")
        found = list(islice(clean_pages(pages, given, self._tools.maps), 2))
        if len(found) > 1:
            raise UsageError(f"{asked.address}: holds more than one report; take it in with salient add")
        if not found:
            raise UsageError(f"{asked.address}: holds no report")
        if isinstance(found[0], ReportError):
            raise found[0]
        return replace(found[0], report=replace(found[0].report, wording=asked.wording))

    def _pasted(self, asked: Asked) -> Iterable[RawPage]:
        text = asked.text or ""
        stem = content_id("pasted", [text, asked.outlet, asked.published and asked.published.isoformat()])
        yield RawPage(_PASTED, stem, Media.TEXT, text.encode(), asked.url, Told(title=asked.title))

    def _visited(self, address: str) -> Iterable[RawPage | ReportError]:
        if not is_address(address):
            raise UsageError(f"{address}: not an address (https://…)")
        return self._tools.visitor.pages(address)
