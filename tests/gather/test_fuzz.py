"""Whatever stands in an input, it is read or refused by name: no crash, no hang, no memory without end.

SALIENT_FUZZ says how many documents each form tries (the suite: 25; by hand: many thousands, for ten minutes).
"""

import gzip
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salient.clean.page import Given, clean_page
from salient.domain.errors import InputError, ReportError
from salient.domain.page import Capture, Media
from salient.domain.report import Report
from salient.domain.theatre import Theatre
from salient.front.map_file import read_map
from salient.gather.fetch import Fetcher, Limits
from salient.gather.inputs import Inputs
from salient.gather.maps import map_suffix
from salient.gather.visit import Pace, Visitor
from salient.theatre.load import load_theatre
from tests.gather import documents
from tests.gather.test_inputs import archive
from tests.gather.test_unpack import archive as zipped

EXAMPLES = int(os.environ.get("SALIENT_FUZZ", "25"))
LONGEST_SECONDS = 5.0
MOST_MIB = 512
GIVEN = Given(date(2026, 1, 1))
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SITE = "https://courier.example"
MAP = b"""{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"status": "occupied"},
"geometry": {"type": "Polygon", "coordinates": [[[37, 48], [38, 48], [38, 49], [37, 48]]]}}]}"""
KML = b"""<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><Polygon><outerBoundaryIs>
<LinearRing><coordinates>37,48 38,48 38,49 37,48</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
</Document></kml>"""
SEEDS: dict[str, bytes] = {
    ".html": documents.page(),
    ".channel.html": documents.CHANNEL_PAGE,
    ".rss": documents.rss(SITE),
    ".atom": documents.atom(SITE),
    ".xml": documents.sitemap(SITE, "/a", "/b"),
    ".feed.json": documents.json_feed(SITE),
    ".export.json": json.dumps(documents.export()).encode(),
    ".json": b'{"id": "r", "text": "The bridge was hit.", "published": "2025-12-01", "wording": "retold"}',
    ".jsonl": b'{"message": "One", "date": "2025-12-01"}\n{"id": "r2", "text": "Two"}\n',
    ".csv": b'text,date,source\nThe bridge was hit.,2025-12-01,Courier\n"a\nb",2025-12-01T10:00:00Z,x\n',
    ".txt": b"The bridge was hit, the mayor said.\n\nNobody was hurt.",
    ".warc": archive(gzip=False),
    ".warc.gz": archive(gzip=True),
    ".geojson": MAP,
    ".kml": KML,
    ".kmz": zipped({"doc.kml": KML}),
}
TOKENS = [
    *(
        b"<",
        b">",
        b"&",
        b"\0",
        b"<!ENTITY a 'b'>",
        b"&a;",
        b"]]>",
        b"{",
        b"[",
        b'"',
        b"\xff",
        b"\r\n\r\n",
        b"-1",
        b"null",
    ),
    *(b"9" * 400, b"<div>" * 300, b"[" * 3000, b"\xef\xbb\xbf", "б".encode()),
    *(b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n"),
]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["cut", "drop", "insert", "repeat", "flip"]),
        st.floats(0, 1),
        st.integers(1, 60),
        st.sampled_from(TOKENS) | st.binary(max_size=8),
    ),
    max_size=6,
)


def changed(body: bytes, changes: list[tuple[str, float, int, bytes]]) -> bytes:
    for kind, where, length, token in changes:
        at = int(where * len(body))
        match kind:
            case "cut":
                body = body[:at] if where > 0.3 else body[at:]
            case "drop":
                body = body[:at] + body[at + length :]
            case "insert":
                body = body[:at] + token + body[at:]
            case "repeat":
                body = body[:at] + body[at : at + length] * 3 + body[at + length :]
            case _:
                body = body[:at] + bytes(byte ^ 0x15 for byte in body[at : at + 3]) + body[at + 3 :]
    return body


def tried(name: str, read: Callable[[], None]) -> None:
    started = time.process_time()  # what other processes do is not the reader's fault
    read()
    assert time.process_time() - started < LONGEST_SECONDS, name
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 < START_MIB + MOST_MIB, name


START_MIB = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@cache
def theatre() -> Theatre:
    return load_theatre("ukraine")


def read_file(path: Path) -> None:
    for page in Inputs().pages([str(path)]):
        if isinstance(page, ReportError):
            continue
        try:
            if page.media is Media.MAP:
                path.with_suffix(map_suffix(page.body, page.name)).write_bytes(page.body)
                read_map(path.with_suffix(map_suffix(page.body, page.name)), theatre())
                continue
            report = clean_page(page, GIVEN)
        except InputError as error:
            assert error.name
        else:
            assert isinstance(report, Report)
            assert report.digest.startswith("report-")


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # GDAL warns of what it mends
@pytest.mark.parametrize("suffix", sorted(SEEDS))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(changes=CHANGES)
def test_changed_files_are_read_or_refused(suffix: str, changes: list[tuple[str, float, int, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(changed(SEEDS[suffix], changes))
        tried(suffix, lambda: read_file(path))


@pytest.mark.parametrize("suffix", sorted(set(SEEDS) - {".warc", ".warc.gz", ".csv"}))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(changes=CHANGES, pack=st.booleans(), kind=st.sampled_from(["", "text/html", "text/plain; charset=x", "a/b"]))
def test_changed_bodies_of_servers_are_read_or_refused(
    suffix: str, changes: list[tuple[str, float, int, bytes]], pack: bool, kind: str
) -> None:
    body = changed(SEEDS[suffix], changes)
    capture = Capture(f"{SITE}/x", NOW, 200, {"content-type": kind}, gzip.compress(body) if pack else body)
    visitor = Visitor(Fetcher(Limits(), resolve=lambda host, port: []), Pace(0.0))

    def read() -> None:
        try:
            for page in visitor.pages_of(capture, capture.address):
                assert isinstance(page, ReportError) or page.name
        except ReportError as error:
            assert error.name

    tried(suffix, read)
