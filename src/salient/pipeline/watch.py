"""Poll sources for what is new, and take it the whole way into the store."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from salient.clean.page import Given
from salient.domain.errors import FetchError, ReportError
from salient.domain.page import RawPage
from salient.gather.fetch import NOT_MODIFIED
from salient.gather.visit import Visitor
from salient.gather.watchlist import WatchedFeed
from salient.pipeline.ingest import Fate, Ingested, Reads, ingest
from salient.pipeline.reports import ReadsMaps, clean_pages
from salient.store.database import Store
from salient.store.polls import FeedState, Poll

LONGEST_WAIT = timedelta(hours=24)
_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}

Event = Mapping[str, Any]


@dataclass(frozen=True)
class Watch:
    """Polls feeds that are due. `now` gives UTC instants; `seed` decides the jitter of waits, and nothing else.

    Stopped at any moment, what was told is stored; started again, a feed that was not read to its end is read again,
    and what is known of it is passed over.
    """

    store: Store
    visitor: Visitor
    reader: Reads
    maps: ReadsMaps
    given: Callable[[WatchedFeed, datetime], Given]
    now: Callable[[], datetime]
    seed: int = 0

    def due(self, feed: WatchedFeed) -> bool:
        state = self.store.polls.state(feed.url)
        return state is None or state.next_at <= self.now()

    def next_at(self, feed: WatchedFeed) -> datetime:
        state = self.store.polls.state(feed.url)
        return self.now() if state is None else state.next_at

    def poll(self, feed: WatchedFeed) -> Iterator[Event]:
        """Poll one feed; an event for every input that was read or refused, and one for the poll itself."""
        state = self.store.polls.state(feed.url) or FeedState(feed.url, self.now())
        fates: Counter[str] = Counter()
        retry: list[FetchError] = []
        try:
            capture = self.visitor.fetch(feed.url, _asking(state))
            if capture.status == NOT_MODIFIED:
                yield self._note(Poll(feed.url, self.now(), "unchanged"), feed, state, state.validators)
                return
            pages = _noting(self._watching().pages_of(capture, feed.url), retry)
            found = clean_pages(pages, self.given(feed, self.now()), self.maps)
            for one in ingest(found, self.reader, self.store, self.now()):
                fates[one.fate.value] += 1
                if one.fate is not Fate.DUPLICATE:
                    yield self._event(feed, one.fate.value, **_told(one))
        except ReportError as error:
            yield self._failed(error, feed, state)
            return
        validators = {key: capture.headers[key] for key in _VALIDATORS if key in capture.headers}
        read = Poll(feed.url, self.now(), "read", fates[Fate.NEW.value], capture.sha256)
        yield self._note(read, feed, state, None if retry else validators, fates)

    def _watching(self) -> Visitor:
        """Pages that are known are not visited again."""
        return replace(self.visitor, wanted=lambda url: not self.store.captures.knows(url))

    def _note(
        self,
        poll: Poll,
        feed: WatchedFeed,
        state: FeedState,
        validators: Mapping[str, str] | None,
        fates: Mapping[str, int] | None = None,
    ) -> Event:
        next_at = poll.at + timedelta(minutes=feed.every_minutes)
        self.store.polls.note(poll, FeedState(state.url, next_at, 0, validators))
        return self._event(feed, "polled", outcome=poll.outcome, next_at=next_at.isoformat(), **(fates or {}))

    def _failed(self, error: ReportError, feed: WatchedFeed, state: FeedState) -> Event:
        at, failures = self.now(), state.failures + 1
        asked = timedelta(seconds=error.retry_after_seconds or 0.0) if isinstance(error, FetchError) else timedelta()
        next_at = at + max(asked, self._back_off(feed, failures))
        poll = Poll(feed.url, at, "failed", reason=error.reason)
        self.store.polls.note(poll, replace(state, next_at=next_at, failures=failures))
        return self._event(feed, "polled", outcome="failed", reason=error.reason, next_at=next_at.isoformat())

    def _back_off(self, feed: WatchedFeed, failures: int) -> timedelta:
        """Twice as long after every failure, between half and all of it by lot, so that polls do not march in step."""
        whole = min(timedelta(minutes=feed.every_minutes) * 2 ** min(failures, 20), LONGEST_WAIT)
        part = 0.5 + random.Random(f"{self.seed} {feed.url} {failures}").random() / 2
        return timedelta(seconds=whole.total_seconds() * part)

    def _event(self, feed: WatchedFeed, event: str, **fields: Any) -> Event:
        told = {key: value for key, value in fields.items() if value is not None}
        return {"at": self.now().isoformat(), "feed": feed.title, "event": event, **told}


def _told(one: Ingested) -> dict[str, Any]:
    if one.report is None:
        return {"name": one.name, "reason": one.reason}
    return {"name": one.report.url or one.name, "report": one.report.digest, "claims": one.claims}


def _asking(state: FeedState) -> dict[str, str]:
    return {_VALIDATORS[key]: value for key, value in (state.validators or {}).items() if key in _VALIDATORS}


def _noting(pages: Iterator[RawPage | ReportError], retry: list[FetchError]) -> Iterator[RawPage | ReportError]:
    """Pass pages on, but keep back the faults that may be gone next time: they are no reason to refuse a page."""
    for page in pages:
        if isinstance(page, FetchError) and (page.status in (None, 429) or page.status >= 500) and _may_pass(page):
            retry.append(page)
        else:
            yield page


def _may_pass(error: FetchError) -> bool:
    return not error.reason.startswith(("refused", "not an address"))
