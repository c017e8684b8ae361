"""What a body is, told by its first characters and by what its carrier calls it."""

import re
from enum import Enum


class Form(Enum):
    """The forms that can be read, by the words that name them to the user."""

    HTML = "page"
    CHANNEL_PAGE = "saved channel page"
    TEXT = "text"
    JSON = "report"
    JSON_LINES = "reports, one a line"
    CHANNEL_EXPORT = "channel export"
    FEED = "feed"
    JSON_FEED = "JSON feed"
    SITEMAP = "sitemap"
    TABLE = "table"
    MAP = "map"


_HEAD = 4096
_MARK = b"\xef\xbb\xbf"
_TAGS = rb"rss|feed|rdf|kml|urlset|sitemapindex|html|body|div|article|!doctype\s+html"
_ROOT = re.compile(rb"<\s*(?:[a-z]+:)?(" + _TAGS + rb")\b", re.IGNORECASE)
_GEOJSON = re.compile(rb'"type"\s*:\s*"(FeatureCollection|Feature|Multi\w+|Polygon|GeometryCollection)"')
_MAP_STARTS = (b"PK\x03\x04", b"SQLite format 3\0", b"\0\0\x27\x0a")
"""A zipped Shapefile or KMZ, a GeoPackage, a Shapefile."""
_BY_KIND = {
    **dict.fromkeys((".csv", ".tsv", "text/csv", "text/tab-separated-values"), Form.TABLE),
    **dict.fromkeys(("", "text/plain", "text/markdown", ".txt", ".md"), Form.TEXT),
    **dict.fromkeys(("text/html", "application/xhtml+xml", ".html", ".htm"), Form.HTML),
}
_FEEDS = frozenset({b"rss", b"feed", b"rdf"})
_SITEMAPS = frozenset({b"urlset", b"sitemapindex"})


def sniff(body: bytes, kind: str = "") -> Form | None:
    """The form of a body; `kind` is a media type or a file's suffix. None for what cannot be read (pictures, PDF)."""
    head = body.removeprefix(_MARK)[:_HEAD].lstrip()
    if body.startswith(_MAP_STARTS):
        return Form.MAP
    if head.startswith((b"{", b"[")):
        return _json(body, head)
    if head.startswith(b"<"):
        return _markup(body, head)
    return None if b"\0" in head or head.startswith(b"%PDF") else _BY_KIND.get(kind)


def _markup(body: bytes, head: bytes) -> Form:
    root = _ROOT.search(head)
    tag = root.group(1).lower() if root else b""
    if tag in _FEEDS:
        return Form.FEED
    if tag in _SITEMAPS:
        return Form.SITEMAP
    if tag == b"kml":
        return Form.MAP
    return Form.CHANNEL_PAGE if b"tgme_widget_message_text" in body else Form.HTML


def _json(body: bytes, head: bytes) -> Form:
    if _GEOJSON.search(head):
        return Form.MAP
    if b"jsonfeed.org/version" in head:
        return Form.JSON_FEED
    if re.search(rb'"messages"\s*:\s*\[', head) or (b'"chats"' in head and b'"list"' in body[: 1 << 16]):
        return Form.CHANNEL_EXPORT
    first = body.removeprefix(_MARK).lstrip().split(b"\n", 1)
    several = len(first) == 2 and first[0].rstrip().endswith(b"}") and bool(first[1].strip())
    return Form.JSON_LINES if several else Form.JSON
