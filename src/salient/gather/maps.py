"""Map files that others made: told apart, and checked before anybody opens them."""

from collections.abc import Iterator

from salient.domain.errors import MapFileError, ReportError
from salient.domain.page import Media, RawPage
from salient.gather.bodies import Body
from salient.gather.unpack import PackedError, check_archive, unzip_one
from salient.gather.xml import parse_xml

SUFFIXES = (".geojson", ".kml", ".kmz", ".gpkg", ".shp", ".zip")
_MOST_BYTES = 200 << 20
_MOST_RATIO = 200.0


def read_map_body(body: Body) -> Iterator[RawPage | ReportError]:
    """The map as one page: a KMZ as the KML in it, a zipped Shapefile as it is. Raises ReportError for unsafe ones."""
    data = body.data
    try:
        if data.startswith(b"PK"):
            data = _from_archive(data)
    except PackedError as error:
        raise ReportError(body.name, str(error)) from error
    if data.lstrip()[:1] == b"<":
        parse_xml(data, body.name)
    yield RawPage(body.name, body.stem, Media.MAP, data, body.url, capture=body.capture)


def _from_archive(data: bytes) -> bytes:
    names = check_archive(data, _MOST_BYTES, _MOST_RATIO)
    if any(name.lower().endswith(".kml") for name in names):
        return unzip_one(data, ".kml", _MOST_BYTES, _MOST_RATIO)
    if any(name.lower().endswith((".zip", ".kmz", ".gz", ".7z")) for name in names):
        raise PackedError("refused: an archive within an archive")
    return data


def map_suffix(data: bytes, name: str) -> str:
    """The suffix by which readers of maps know a body. Raises MapFileError for what is none."""
    starts = {b"PK": ".zip", b"SQLite format 3\0": ".gpkg", b"\0\0\x27\x0a": ".shp", b"{": ".geojson", b"<": ".kml"}
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:16] if data[:1] not in (b"\0", b"P", b"S") else data[:16]
    found = next((suffix for start, suffix in starts.items() if head.startswith(start)), None)
    if found is None:
        raise MapFileError(name, "not a map file (GeoJSON, KML, KMZ, GeoPackage, Shapefile)")
    return found
