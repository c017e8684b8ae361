"""Other people's maps become reports whose claims are the settlements inside, whatever format they come in."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from salient.clean.page import Given
from salient.domain.claim import Claim
from salient.domain.errors import ReportError, UsageError
from salient.domain.gathered import Gathered
from salient.domain.kind import Status
from salient.domain.report import DayOrigin, Wording
from salient.domain.theatre import Theatre
from salient.gather.inputs import Inputs
from salient.gazetteer import Gazetteer
from salient.pipeline.ingest import ingest
from salient.pipeline.maps import MapReader, parse_legend
from salient.pipeline.reports import reports_from
from salient.store.database import Store
from tests.pipeline.test_watch import START, Quiet

DAY = date(2025, 12, 1)
GIVEN = Given(date(2026, 1, 1), published=DAY, outlet="DeepState")
POKROVSK, MYRNOHRAD, BAKHMUT = (37.18, 48.28), (37.26, 48.3), (38.0, 48.59)
LEGEND = "state: red=RU, grey=contested, green=none"


@pytest.fixture
def reader(theatre: Theatre, gazetteer: Gazetteer) -> MapReader:
    return MapReader(theatre, gazetteer, parse_legend(LEGEND, theatre))


def box(lon: float, lat: float) -> shapely.Polygon:
    return shapely.box(lon - 0.02, lat - 0.02, lon + 0.02, lat + 0.02)


SHAPES = [("red", box(*BAKHMUT)), ("grey", box(*POKROVSK)), ("green", box(*MYRNOHRAD))]


def geojson(shapes: list[tuple[str, shapely.Polygon]] = SHAPES) -> bytes:
    features: list[dict[str, Any]] = [
        {"type": "Feature", "properties": {"state": state}, "geometry": json.loads(shapely.to_geojson(shape))}
        for state, shape in shapes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def written(path: Path, driver: str) -> Path:
    geometry = shapely.to_wkb([shape for _, shape in SHAPES])
    states = [state for state, _ in SHAPES]
    pyogrio.raw.write(
        path, np.array(geometry), [np.array(states)], ["state"], driver=driver, geometry_type="Polygon", crs="EPSG:4326"
    )
    return path


def read(reader: MapReader, path: Path | str, given: Given = GIVEN) -> Gathered | ReportError:
    (found,) = reports_from([str(path)], given, Inputs(), reader)
    return found


def held(found: Gathered | ReportError) -> dict[str | None, tuple[Status | None, str | None]]:
    assert isinstance(found, Gathered)
    assert found.claims is not None
    return {claim.place.name: (claim.content.status, claim.content.actor) for claim in found.claims}


EXPECTED = {"Bakhmut": (Status.HOLDS, "RU"), "Pokrovsk": (Status.CONTESTED, None)}


@pytest.mark.parametrize(
    ("name", "driver"),
    [("m.geojson", "GeoJSON"), ("m.gpkg", "GPKG"), ("m.shp", "ESRI Shapefile"), ("m.kml", "KML")],
)
def test_every_format_gives_the_same_claims(tmp_path: Path, reader: MapReader, name: str, driver: str) -> None:
    if driver == "KML" and driver not in pyogrio.list_drivers(write=True):
        driver = "LIBKML"
    found = held(read(reader, written(tmp_path / name, driver)))
    assert {place: found.get(place) for place in EXPECTED} == EXPECTED
    assert "Myrnohrad" not in found


def test_zipped_formats(tmp_path: Path, reader: MapReader) -> None:
    written(tmp_path / "m.shp", "ESRI Shapefile")
    written(tmp_path / "m.kml", "KML" if "KML" in pyogrio.list_drivers(write=True) else "LIBKML")
    for name, members in (("shape.zip", ("m.shp", "m.shx", "m.dbf", "m.prj")), ("m.kmz", ("m.kml",))):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for member in members:
                archive.write(tmp_path / member, "doc.kml" if member == "m.kml" else member)
        found = held(read(reader, tmp_path / name))
        assert {place: found.get(place) for place in EXPECTED} == EXPECTED


def test_the_report_is_the_mappers_own(tmp_path: Path, reader: MapReader) -> None:
    path = tmp_path / "map.geojson"
    path.write_bytes(geojson())
    found = read(reader, path)
    assert isinstance(found, Gathered)
    report, claims = found.report, found.claims or ()
    assert (report.outlet, report.published, report.wording) == ("DeepState", DAY, Wording.RETOLD)
    assert all(
        claim.quote is not None and report.text[claim.quote.start : claim.quote.end] == claim.quote.text
        for claim in claims
    )
    assert {claim.attribution.side for claim in claims} == {"independent"}
    assert {(claim.days.start, claim.days.end) for claim in claims} == {(DAY, DAY)}


def test_a_map_is_dated_by_its_name(tmp_path: Path, reader: MapReader) -> None:
    undated = replace(GIVEN, published=None)
    for name, day in (("2025-11-30.geojson", date(2025, 11, 30)), ("map.geojson", None)):
        path = tmp_path / name
        path.write_bytes(geojson())
        found = read(reader, path, undated)
        assert isinstance(found, Gathered)
        assert found.report.published == day
        assert found.report.day_origin is (DayOrigin.ADDRESS if day else None)
    path = tmp_path / "2027-01-01.geojson"
    path.write_bytes(geojson())
    assert "published in the future" in str(read(reader, path, undated))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("m.geojson", geojson([("red", box(0.0, 0.0))]), "no settlement of this theatre lies within its areas"),
        ("m.geojson", geojson([("grey", box(*POKROVSK))]), "holds no area that a side controls"),
        ("m.geojson", b'{"type": "FeatureCollection", "features": 3}', "cannot be read as a map"),
        ("m.kml", b'<kml><!DOCTYPE x [<!ENTITY a "b">]></kml>', "refused: declares XML entities"),
        ("m.gpkg", b"SQLite format 3\0nonsense", "cannot be read as a map"),
        ("m.zip", b"PK\x03\x04nonsense", "not a sound zip archive"),
    ],
)
def test_broken_maps_are_named(tmp_path: Path, reader: MapReader, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = read(reader, path)
    assert isinstance(found, ReportError)
    assert reason in found.reason


def kmz(members: dict[str, bytes]) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return body.getvalue()


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"../doc.kml": b"<kml/>"}, "points out of the archive"),
        ({"doc.kml": bytes(201 << 20)}, "refused: unpacks to more than"),
        ({"doc.kml": bytes(50 << 20)}, "refused: unpacks to more than 200 times its size"),
        ({"inner.kmz": kmz({"doc.kml": b"<kml/>"})}, "an archive within an archive"),
    ],
)
def test_unsafe_archives_are_refused(tmp_path: Path, reader: MapReader, members: dict[str, bytes], reason: str) -> None:
    path = tmp_path / "m.kmz"
    path.write_bytes(kmz(members))
    assert reason in str(read(reader, path))


def test_a_legend_that_is_none_is_wrong_usage(theatre: Theatre) -> None:
    assert parse_legend("", theatre) is None
    for text in ("status", "status: red", "status: red=XX", "red=RU"):
        with pytest.raises(UsageError, match="--legend"):
            parse_legend(text, theatre)


def test_claims_of_a_map_go_into_the_store_as_they_are(tmp_path: Path, reader: MapReader) -> None:
    path = tmp_path / "map.geojson"
    path.write_bytes(geojson())
    store = Store.open(str(tmp_path / "s.db"), "ukraine", create=True)
    for _ in range(2):
        (one,) = ingest(reports_from([str(path)], GIVEN, Inputs(), reader), Quiet(), store, START)
    kept: list[Claim] = list(store.at(None).claims())
    assert one.fate.value == "duplicate"
    assert {claim.place.name for claim in kept} >= {"Bakhmut", "Pokrovsk"}
