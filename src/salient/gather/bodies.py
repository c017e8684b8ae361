"""From one body, wherever it came from, to its pages."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from salient.domain.errors import ReportError
from salient.domain.page import Capture, Media, RawPage, Told
from salient.gather.channels import read_channel_page, read_export
from salient.gather.feeds import FeedItem, read_feed, read_json_feed
from salient.gather.naming import address_stem
from salient.gather.sniff import Form
from salient.gather.tables import Columns, read_csv, read_json_lines

FULL_TEXT_WORDS = 120
"""A feed's item with this many words holds its report; a shorter one is a teaser for the page behind it."""


@dataclass(frozen=True, slots=True)
class Body:
    """Bytes with a name for errors, an id for reports, and where they came from."""

    name: str
    stem: str
    data: bytes
    url: str | None = None
    capture: Capture | None = None
    columns: Columns = field(default_factory=Columns)


Pages = Iterator[RawPage | ReportError]


def pages_of(body: Body, form: Form) -> Pages:
    """The pages that stand in the body itself. Feeds give what they hold; sitemaps hold none."""
    return _READERS[form](body)


def feed_items(body: Body, form: Form) -> list[FeedItem]:
    """Raises ReportError for what is no feed."""
    read = read_json_feed if form is Form.JSON_FEED else read_feed
    return read(body.data, body.name, body.url)


def item_page(item: FeedItem, body: Body, number: int) -> RawPage | ReportError:
    """An item as the feed tells it. An item without words is told as an error."""
    name = item.url or f"{body.name}#{number}"
    if not item.text:
        return ReportError(name, "neither a page nor words in the feed")
    stem = address_stem(item.url or f"{body.url or body.name}#{item.key or number}")
    return RawPage(name, stem, Media.TEXT, item.text.encode("utf-8", "replace"), item.url, item.told, body.capture)


def _whole(media: Media) -> Callable[[Body], Pages]:
    def read(body: Body) -> Pages:
        yield RawPage(body.name, body.stem, media, body.data, body.url, Told(), body.capture)

    return read


def _feed(form: Form) -> Callable[[Body], Pages]:
    def read(body: Body) -> Pages:
        for number, item in enumerate(feed_items(body, form), start=1):
            yield item_page(item, body, number)

    return read


def _sitemap(body: Body) -> Pages:
    raise ReportError(body.name, "a sitemap names pages and holds none: give its address")


_READERS: Mapping[Form, Callable[[Body], Pages]] = {
    Form.HTML: _whole(Media.HTML),
    Form.TEXT: _whole(Media.TEXT),
    Form.JSON: _whole(Media.JSON),
    Form.JSON_LINES: lambda body: read_json_lines(body.data, body.name, body.stem, body.columns),
    Form.TABLE: lambda body: read_csv(body.data, body.name, body.stem, body.columns),
    Form.CHANNEL_EXPORT: lambda body: read_export(body.data, body.name, body.stem),
    Form.CHANNEL_PAGE: lambda body: read_channel_page(body.data, body.name, body.capture),
    Form.FEED: _feed(Form.FEED),
    Form.JSON_FEED: _feed(Form.JSON_FEED),
    Form.SITEMAP: _sitemap,
}
