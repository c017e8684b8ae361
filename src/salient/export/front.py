"""The front of a day as a layer: areas, contested ground, line, pockets."""

from typing import Any

import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from salient.domain.front import Front, Polygon
from salient.export.layer import Column, ColumnType, Layer
from salient.export.scope import Scope
from salient.export.terms import about

_EARTH = Geod(ellps="WGS84")
COLUMNS = (
    Column("layer", "#geo+type"),
    Column("side", "#group"),
    Column("day", "#date", ColumnType.DAY),
    Column("as_of", "#date+known", ColumnType.DAY),
    Column("area_km2", "#indicator+area_km2", ColumnType.NUMBER),
    Column("length_km", "#indicator+length_km", ColumnType.NUMBER),
    Column("spread_km", "#indicator+spread_km", ColumnType.NUMBER),
)


def front_layer(front: Front, scope: Scope) -> Layer:
    """One row per side's area, one for contested ground, one per stretch of line and per pocket."""
    rows: list[tuple[Any, ...]] = []
    shapes: list[BaseGeometry] = []

    def put(layer: str, shape: BaseGeometry, side: str | None = None, spread_km: float | None = None) -> None:
        area, length = _EARTH.geometry_area_perimeter(shape)
        flat = layer != "line"
        measure = (round(abs(area) / 1e6, 1), None) if flat else (None, round(length / 1e3, 2))
        rows.append((layer, side, front.day.isoformat(), front.as_of.isoformat(), *measure, spread_km))
        shapes.append(shape)

    for side, areas in front.areas.items():
        put("area", _shape(areas), side)
    if front.contested:
        put("contested", _shape(front.contested))
    for stretch in front.line:
        put("line", shapely.LineString(stretch.points), spread_km=stretch.spread_km)
    for pocket in front.pockets:
        put("pocket", _shape((pocket.area,)), pocket.side)
    title = f"Front on {front.day}, as known on {front.as_of}"
    return Layer("front", COLUMNS, rows, shapes, about(scope, title))


def _shape(polygons: tuple[Polygon, ...]) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([shapely.Polygon(polygon[0], polygon[1:]) for polygon in polygons])
