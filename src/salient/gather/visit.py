"""From an address to pages: the page itself, the items of a feed, the pages of a sitemap."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol

from salient.domain.address import parts_of
from salient.domain.errors import FetchError, ReportError
from salient.domain.page import Capture, RawPage, Told
from salient.gather.bodies import FULL_TEXT_WORDS, Body, feed_items, item_page, pages_of
from salient.gather.fetch import Fetcher
from salient.gather.maps import read_map_body
from salient.gather.naming import address_stem
from salient.gather.sitemaps import SitemapEntry, read_sitemap
from salient.gather.sniff import Form, sniff
from salient.gather.tables import Columns
from salient.gather.unpack import PackedError, gunzip

_FEEDS = frozenset({Form.FEED, Form.JSON_FEED})
_NESTED_SITEMAPS = 2
Pages = Iterator[RawPage | ReportError]


@dataclass
class Pace:
    """Leaves a host alone for `seconds` between two visits."""

    seconds: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _next: dict[str, float] = field(default_factory=dict)

    def wait(self, url: str, least_seconds: float = 0.0) -> None:
        """Wait until the host may be visited; the next visit is due `least_seconds` later, or at the usual pace."""
        host = parts_of(url).netloc
        if (rest := self._next.get(host, 0.0) - self.clock()) > 0:
            self.sleep(rest)
        self._next[host] = self.clock() + max(self.seconds, least_seconds)

    def hold(self, url: str, seconds: float) -> None:
        """Nothing: whoever names an address by hand waits for nobody."""


class Manners(Protocol):
    """Decides when an address may be visited, and raises FetchError where it may not."""

    def wait(self, url: str) -> None: ...

    def hold(self, url: str, seconds: float) -> None: ...


@dataclass(frozen=True)
class Visitor:
    """Visits addresses one after the other. `most_pages` is how many pages one feed or sitemap may lead to.

    `wanted` says of an address found in a feed or sitemap whether to visit it.
    """

    fetcher: Fetcher
    pace: Manners = field(default_factory=Pace)
    most_pages: int = 1000
    columns: Columns = field(default_factory=Columns)
    wanted: Callable[[str], bool] = lambda _url: True

    def pages(self, url: str) -> Pages:
        """All pages that an address gives or leads to; what cannot be had is given as its error."""
        try:
            yield from self.pages_of(self.fetch(url), url)
        except ReportError as error:
            yield error

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Capture:
        """Fetch at the host's pace. Raises FetchError."""
        self.pace.wait(url)
        try:
            return self.fetcher.fetch(url, headers)
        except FetchError as error:
            if error.retry_after_seconds:
                self.pace.hold(url, error.retry_after_seconds)
            raise

    def pages_of(self, capture: Capture, name: str) -> Pages:
        """The pages that a fetched body holds or leads to. Raises ReportError where it is nothing that can be read."""
        body, form = self._form(capture, name)
        if form in _FEEDS:
            yield from self._feed(body, form)
        elif form is Form.SITEMAP:
            yield from self._sitemap(body, _NESTED_SITEMAPS)
        elif form is Form.MAP:
            yield from read_map_body(body)
        else:
            yield from pages_of(body, form)

    def _form(self, capture: Capture, name: str) -> tuple[Body, Form]:
        kind = capture.headers.get("content-type", "").split(";")[0].strip().lower()
        data = self._unpacked(capture.body, name)
        form = sniff(data, kind)
        if form is None:
            raise ReportError(name, f"not a type that can be read ({kind or 'unknown'})")
        if form is Form.TEXT:
            data = _as_utf8(data, capture)
        return Body(name, address_stem(capture.address), data, capture.address, capture, self.columns), form

    def _unpacked(self, data: bytes, name: str) -> bytes:
        """A file that is packed itself (sitemap.xml.gz), one layer deep."""
        if not data.startswith(b"\x1f\x8b"):
            return data
        limits = self.fetcher.limits
        try:
            unpacked = b"".join(gunzip(iter([data]), limits.most_bytes, limits.unpacked_ratio))
        except PackedError as error:
            raise FetchError(name, str(error)) from error
        if unpacked.startswith(b"\x1f\x8b"):
            raise FetchError(name, "refused: packed more than once")
        return unpacked

    def _feed(self, body: Body, form: Form) -> Pages:
        items = feed_items(body, form)
        yield from self._too_many(body.name, len(items))
        for number, item in enumerate(items[: self.most_pages], start=1):
            if item.url is None:
                yield item_page(item, body, number)
            elif not self.wanted(item.url):
                continue
            elif len(item.text.split()) >= FULL_TEXT_WORDS:
                yield item_page(item, body, number)
            else:
                yield from self._page(item.url, item.told)

    def _sitemap(self, body: Body, depth: int) -> Pages:
        entries = read_sitemap(body.data, body.name)
        pages = [entry for entry in entries if not entry.is_sitemap]
        yield from self._too_many(body.name, len(pages))
        for entry in pages[: self.most_pages]:
            if self.wanted(entry.url):
                yield from self._page(entry.url, entry.told)
        for entry in islice((entry for entry in entries if entry.is_sitemap), self.most_pages):
            yield from self._nested(entry, body.name, depth)

    def _nested(self, entry: SitemapEntry, name: str, depth: int) -> Pages:
        if depth == 0:
            yield ReportError(entry.url, f"refused: sitemaps nested deeper than {_NESTED_SITEMAPS} ({name})")
            return
        try:
            body, form = self._form(self.fetch(entry.url), entry.url)
            if form is not Form.SITEMAP:
                raise ReportError(entry.url, "not a sitemap")
            yield from self._sitemap(body, depth - 1)
        except ReportError as error:
            yield error

    def _page(self, url: str, told: Told) -> Pages:
        try:
            for page in self._one(url):
                yield page if isinstance(page, ReportError) else replace(page, told=_both(page.told, told))
        except ReportError as error:
            yield error

    def _one(self, url: str) -> Pages:
        """A page that a feed or sitemap leads to: it leads no further."""
        body, form = self._form(self.fetch(url), url)
        if form in _FEEDS or form in (Form.SITEMAP, Form.MAP):
            raise ReportError(url, f"a page was expected, not a {form.value}")
        yield from pages_of(body, form)

    def _too_many(self, name: str, count: int) -> Pages:
        if count > self.most_pages:
            yield ReportError(name, f"leads to {count} pages, of which the first {self.most_pages} are read")


def _both(page: Told, feed: Told) -> Told:
    return Told(
        page.published or feed.published, page.title or feed.title, page.outlet or feed.outlet, page.lang or feed.lang
    )


def _as_utf8(data: bytes, capture: Capture) -> bytes:
    """Text in the encoding that its server states; one that is wrong or unknown is left for the reader to refuse."""
    for part in capture.headers.get("content-type", "").split(";")[1:]:
        key, _, value = part.strip().partition("=")
        if key.lower() == "charset":
            try:
                return data.decode(value.strip("\"' ")).encode()
            except (LookupError, UnicodeDecodeError):
                return data
    return data
