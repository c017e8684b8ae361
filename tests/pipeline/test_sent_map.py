"""Maps that anybody may send: what is read, and what is refused before a reader of maps opens it."""

import io
import json
import zipfile

import pytest

from salient.domain.errors import MapFileError
from salient.pipeline.sent_map import MOST_BYTES, read_sent_map
from salient.theatre.load import load_theatre

THEATRE = load_theatre("ukraine")
RING = [[37.0, 48.0], [38.0, 48.0], [38.0, 49.0], [37.0, 49.0], [37.0, 48.0]]
AREA = {"type": "Polygon", "coordinates": [RING]}
KML = f"""<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><Polygon><outerBoundaryIs>
<LinearRing><coordinates>{" ".join(f"{lon},{lat},0" for lon, lat in RING)}</coordinates></LinearRing>
</outerBoundaryIs></Polygon></Placemark></kml>"""


def kmz(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.kml", text)
    return packed.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(AREA).encode(),
        json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": AREA}]}).encode(),
        json.dumps(AREA | {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}).encode(),
        KML.encode(),
        kmz(doc=KML),
    ],
)
def test_the_same_area_in_every_format(data: bytes) -> None:
    found = read_sent_map("theirs", data, THEATRE)
    assert found.ground(THEATRE.measured_side).area == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no map that is read here"),
        (b"SQLite format 3\0", "other formats by `salient compare`"),
        (b"{", "broken GeoJSON"),
        (b"[" * 200_000, "no map that is read here"),
        (b'{"a":' * 200_000, "broken GeoJSON"),
        (b'{"type": "FeatureCollection", "features": []}', "holds no"),
        (b"<OGRVRTDataSource><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTDataSource>", "XML, but no KML"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><kml/>', "refused: declares XML entities"),
        (kmz(doc="<gpx/>"), "XML, but no KML"),
        (kmz(doc=" " * (MOST_BYTES + 1)), "refused: unpacks to more than"),
        (json.dumps(AREA | {"crs": {"type": "link", "properties": {"href": "http://a.example"}}}).encode(), "refused"),
        (json.dumps(AREA | {"crs": {"type": "name", "properties": {"name": "/etc/passwd"}}}).encode(), "refused"),
        (b"{" + b" " * MOST_BYTES, "larger than 20 MB"),
    ],
)
def test_what_is_refused_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(MapFileError, match=reason) as caught:
        read_sent_map("theirs.xyz", data, THEATRE)
    assert str(caught.value).startswith("theirs.xyz: ")
