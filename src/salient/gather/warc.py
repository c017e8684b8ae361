"""Web archives (WARC, ISO 28500), plain or compressed: the pages that somebody else fetched, as they were."""

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from salient.domain.address import parts_of
from salient.domain.errors import ReportError
from salient.domain.page import Capture
from salient.gather.fetch import Limits
from salient.gather.naming import is_address
from salient.gather.sniff import Form, sniff

_READ = frozenset({Form.HTML, Form.CHANNEL_PAGE, Form.TEXT})
_KINDS = frozenset({"", "text/html", "text/plain", "application/xhtml+xml"})
_STEP = 65_536


def read_warc(path: Path, name: str, limits: Limits) -> Iterator[Capture | ReportError]:
    """Every page that was answered with 200; pictures, scripts, redirects and the like are passed over.

    What was archived before a broken record is given; then the fault is. Raises OSError.
    """
    found = False
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream):
                if (capture := _capture(record, name, limits)) is not None:
                    found = True
                    yield capture
        except (ArchiveLoadFailed, EOFError, zlib.error, ValueError, KeyError, AttributeError, UnicodeError) as error:
            yield ReportError(name, f"not a sound web archive: {error}")
            return
    if not found:
        yield ReportError(name, "holds no pages")


def _capture(record: Any, name: str, limits: Limits) -> Capture | ReportError | None:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    status = record.http_headers.get_statuscode() if record.http_headers else ""
    if record.rec_type != "response" or status != "200" or not is_address(address):
        return None
    if parts_of(address).path == "/robots.txt":
        return None
    headers = {key.lower(): value for key, value in record.http_headers.headers}
    body = bytearray()
    stream = record.content_stream()
    while part := stream.read(_STEP):
        body += part
        if len(body) > limits.most_bytes:
            return ReportError(f"{name}#{address}", f"refused: larger than {limits.most_bytes // 1024} KiB")
    while record.raw_stream.read(_STEP):
        pass  # what an encoding left over
    if getattr(record.raw_stream, "limit", 0):
        return ReportError(f"{name}#{address}", "cut off within this page")
    kind = headers.get("content-type", "").split(";")[0].strip().lower()
    if sniff(bytes(body), kind) not in _READ or (
        kind and not kind.startswith(("text/html", "text/plain", "application/xh"))
    ):
        return None
    fetched = record.rec_headers.get_header("WARC-Date") or ""
    instant = datetime.fromisoformat(fetched)
    return Capture(address, instant if instant.tzinfo else instant.replace(tzinfo=UTC), 200, headers, bytes(body))
