"""Maps of others are read in whatever form GIS people have them."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from tests.front.grounds import theatre

from salient.domain.errors import MapFileError
from salient.domain.theatre import MapLegend, Theatre
from salient.front.map_file import read_map

SQUARE = shapely.box(30.2, 47.2, 30.4, 47.4)
LEGEND = MapLegend("status", {"taken": "AA", "grey": "contested", "free": "none"})


def with_legend() -> Theatre:
    return replace(theatre(), map_legends=(LEGEND, MapLegend("side", {"AA": "AA", "BB": "BB"})))


def geojson(file: Path, features: list[tuple[Mapping[str, Any], Any]]) -> Path:
    shapes = [
        {"type": "Feature", "properties": dict(p), "geometry": g if g is None else shapely.geometry.mapping(g)}
        for p, g in features
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8")
    return file


def written(file: Path, driver: str, crs: str = "EPSG:4326", shape: Any = SQUARE) -> Path:
    pyogrio.raw.write(
        file,
        shapely.to_wkb(np.array([shape])),
        [np.array(["x"])],
        ["name"],
        driver=driver,
        geometry_type="Polygon",
        crs=crs,
    )
    return file


def zipped(folder: Path, into: Path) -> Path:
    with zipfile.ZipFile(into, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    return into


@pytest.mark.parametrize("suffix", ["geojson", "gpkg", "kml", "shp", "shp.zip", "kmz"])
def test_all_forms_show_the_same_ground(suffix: str, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    drivers = {"geojson": "GeoJSON", "gpkg": "GPKG", "kml": "KML", "shp": "ESRI Shapefile"}
    if suffix == "kmz":
        written(folder / "doc.kml", "KML")
        file = zipped(folder, tmp_path / "map.kmz")
    elif suffix == "shp.zip":
        written(folder / "map.shp", "ESRI Shapefile")
        file = zipped(folder, tmp_path / "map.zip")
    else:
        file = written(folder / f"map.{suffix}", drivers[suffix])
    assert shapely.equals_exact(
        read_map(file, theatre()).ground("AA").normalize(), shapely.MultiPolygon([SQUARE]).normalize(), 1e-6
    )


def test_another_coordinate_system_is_brought_to_degrees(tmp_path: Path) -> None:
    mercator = shapely.box(3361848.62, 5974780.48, 3384112.52, 6007610.41)  # 30.2 to 30.4, 47.2 to 47.4
    file = written(tmp_path / "map.gpkg", "GPKG", "EPSG:3857", mercator)
    assert shapely.hausdorff_distance(read_map(file, theatre()).ground("AA"), SQUARE) < 1e-4


def test_a_legend_says_which_status_means_which_side(tmp_path: Path) -> None:
    other = shapely.box(30.6, 47.2, 30.8, 47.4)
    odd = shapely.box(30.9, 47.2, 30.95, 47.4)
    file = geojson(
        tmp_path / "map.geojson",
        [({"status": "taken"}, SQUARE), ({"status": "grey"}, other), ({"status": "free"}, odd), ({"status": "?"}, odd)],
    )
    shown = read_map(file, with_legend())
    assert shown.ground("AA").equals(SQUARE)
    assert shown.contested.equals(other)
    assert shown.ignored == {"status '?'": 1}
    with pytest.raises(MapFileError, match="shows no area held by BB"):
        shown.ground("BB")


def test_an_export_of_ours_is_read_back_without_its_lines_and_pockets(tmp_path: Path) -> None:
    line = shapely.LineString([(30.2, 47.2), (30.4, 47.4)])
    pocket = shapely.box(30.6, 47.2, 30.8, 47.4)
    file = geojson(
        tmp_path / "front.geojson",
        [
            ({"layer": "area", "side": "AA"}, SQUARE),
            ({"layer": "line", "side": None}, line),
            ({"layer": "pocket", "side": "AA"}, pocket),
            ({"layer": "contested", "side": None}, pocket),
        ],
    )
    shown = read_map(file, with_legend())
    assert shown.ground("AA").equals(SQUARE)
    assert shown.contested.equals(pocket)


def test_heights_empty_features_and_crossed_rings_are_put_right(tmp_path: Path) -> None:
    crossed = shapely.Polygon([(30.2, 47.2), (30.4, 47.4), (30.4, 47.2), (30.2, 47.4)])
    high = shapely.force_3d(SQUARE, 7.0)
    shown = read_map(geojson(tmp_path / "map.geojson", [({}, crossed), ({}, high), ({}, None)]), theatre())
    assert shown.ground("AA").is_valid
    assert shown.ground("AA").equals(SQUARE)
    assert shown.ignored == {"without an area": 1}


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("gone.geojson", None, "no such file"),
        ("text.geojson", "not a map", "cannot be read as a map"),
        ("cut.geojson", '{"type": "FeatureCollection", "features": [{"type": "Fea', "cannot be read as a map"),
        ("empty.geojson", '{"type": "FeatureCollection", "features": []}', "holds no"),
        (
            "line.geojson",
            '{"type": "Feature", "properties": {}, "geometry": {"type": "LineString",'
            ' "coordinates": [[30, 47], [31, 47]]}}',
            "holds no area",
        ),
        (
            "metres.geojson",
            '{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":'
            " [[[3e6, 5e6], [4e6, 5e6], [4e6, 6e6], [3e6, 5e6]]]}}",
            "not degrees",
        ),
    ],
)
def test_what_is_no_map_is_named(name: str, content: str | None, why: str, tmp_path: Path) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(MapFileError, match=f"{name}: .*{why}"):
        read_map(file, theatre())


def test_gdals_warnings_are_kept_from_the_reader(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    ring = {"type": "Polygon", "coordinates": [list(SQUARE.exterior.coords)[:-1]]}
    odd = {"type": "Odd", "coordinates": [1]}
    features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in (ring, odd)]
    file = tmp_path / "open.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    shown = read_map(file, theatre())
    assert shown.ground("AA").area == pytest.approx(SQUARE.area)
    assert shown.ignored == {"without an area": 1}
    assert not recwarn.list
