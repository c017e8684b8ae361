"""RSS, Atom and JSON feeds as lists of items."""

import calendar
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import feedparser

from salient.domain.address import joined
from salient.domain.errors import ReportError
from salient.domain.page import Told
from salient.gather.markup import text_of
from salient.gather.xml import parse_xml


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: where its page is, what the feed says of it, and the text that stands in the feed itself."""

    url: str | None
    key: str
    told: Told
    text: str


def read_feed(body: bytes, name: str, address: str | None = None) -> list[FeedItem]:
    """Read an RSS or Atom feed; links are completed by `address`. Raises ReportError for what is none."""
    parse_xml(body, name)  # refuses entities before anybody else looks at the document
    try:
        found = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        raise ReportError(name, f"not a feed: {type(error).__name__}") from error
    if not found.get("version"):
        raise ReportError(name, "not a feed")
    outlet = text_of(str(found.feed.get("title", ""))) or None
    lang = _language(found.feed.get("language"))
    return [_item(entry, outlet, lang, address) for entry in found.entries]


def _item(entry: dict[str, Any], outlet: str | None, lang: str | None, address: str | None) -> FeedItem:
    contents = [str(content.get("value", "")) for content in entry.get("content", [])]
    text = max((text_of(part) for part in [*contents, str(entry.get("summary", ""))]), key=len)
    link = entry.get("link")
    url = joined(address or "", str(link).strip()) if link else None
    told = Told(_instant(entry), text_of(str(entry.get("title", ""))) or None, outlet, lang)
    return FeedItem(url, str(entry.get("id") or url or ""), told, text)


def _instant(entry: dict[str, Any]) -> datetime | None:
    """When it was first published; what was only ever updated counts from then."""
    for field in ("published_parsed", "updated_parsed"):
        parsed = dict.get(entry, field)  # the library's own `get` gives one for the other, and warns
        if parsed:
            try:
                return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
            except (ValueError, OverflowError, OSError, TypeError):
                continue
    return None


def read_json_feed(body: bytes, name: str, address: str | None = None) -> list[FeedItem]:
    """Read a JSON Feed (jsonfeed.org, version 1 and 1.1). Raises ReportError for what is none."""
    try:
        feed = json.loads(body)
        outlet, lang = feed.get("title"), _language(feed.get("language"))
        return [_json_item(item, outlet, lang, address) for item in feed["items"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReportError(name, f"not a JSON feed: {error}") from error


def _json_item(item: Mapping[str, Any], outlet: str | None, lang: str | None, address: str | None) -> FeedItem:
    text = text_of(str(item.get("content_html") or item.get("summary") or ""))
    link = item.get("url") or item.get("external_url")
    url = joined(address or "", str(link)) if link else None
    stated = item.get("date_published") or item.get("date_modified")
    title = item.get("title")
    return FeedItem(
        url,
        str(item.get("id") or url or ""),
        Told(_rfc3339(stated), str(title) if title else None, outlet, _language(item.get("language")) or lang),
        str(item.get("content_text") or text),
    )


def _rfc3339(stated: Any) -> datetime | None:
    try:
        instant = datetime.fromisoformat(str(stated))
    except ValueError:
        return None
    return instant if instant.tzinfo else None


def _language(stated: Any) -> str | None:
    return str(stated).replace("_", "-").split("-")[0].lower() or None if stated else None
