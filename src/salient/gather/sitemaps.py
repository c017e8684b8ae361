"""Sitemaps and indexes of sitemaps (sitemaps.org, with the news extension)."""

from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree

from salient.domain.errors import ReportError
from salient.domain.page import Told
from salient.gather.xml import local_name, parse_xml


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page or, in an index, another sitemap. `changed` is the day that the sitemap states."""

    url: str
    changed: date | None
    told: Told
    is_sitemap: bool


def read_sitemap(body: bytes, name: str) -> list[SitemapEntry]:
    """The entries of a sitemap, last changed first. Raises ReportError for what is none."""
    root = parse_xml(body, name)
    if local_name(root) not in ("urlset", "sitemapindex"):
        raise ReportError(name, "not a sitemap")
    found = [entry for element in root if (entry := _entry(element)) is not None]
    return sorted(found, key=lambda entry: entry.changed or date.min, reverse=True)


def _entry(element: etree._Element) -> SitemapEntry | None:
    if local_name(element) not in ("url", "sitemap"):
        return None
    texts: dict[str, str] = {}
    for part in element.iter():
        if part.text and part.text.strip():
            texts.setdefault(local_name(part), part.text.strip())
    if "loc" not in texts:
        return None
    published = _moment(texts.get("publication_date"))
    told = Told(published, texts.get("title"), texts.get("name"), texts.get("language"))
    changed = _moment(texts.get("lastmod")) or published
    day = changed.date() if isinstance(changed, datetime) else changed
    return SitemapEntry(texts["loc"], day, told, local_name(element) == "sitemap")


def _moment(stated: str | None) -> date | datetime | None:
    """W3C datetime: a day, or an instant with its zone; an instant without one counts as its day."""
    if not stated:
        return None
    try:
        if len(stated) <= 10:
            return date.fromisoformat(stated)
        instant = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.date()
