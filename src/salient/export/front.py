"""The front of a day as a layer: areas, contested ground, line, pockets, salients."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from salient.domain.front import Front, Polygon, Salient
from salient.domain.interval import Interval
from salient.domain.side import SideId
from salient.export.layer import Column, ColumnType, Layer
from salient.export.scope import Scope
from salient.export.terms import about
from salient.export.withheld import open_front, open_salients, withheld_areas

_EARTH = Geod(ellps="WGS84")
COLUMNS = (
    Column("layer", "#geo+type"),
    Column("side", "#group"),
    Column("name", "#loc+name"),
    Column("day", "#date", ColumnType.DAY),
    Column("as_of", "#date+known", ColumnType.DAY),
    Column("since", "#date+start", ColumnType.DAY),
    Column("area_km2", "#indicator+area_km2", ColumnType.NUMBER),
    Column("area_low_km2", "#indicator+area_km2+low", ColumnType.NUMBER),
    Column("area_high_km2", "#indicator+area_km2+high", ColumnType.NUMBER),
    Column("drawn_km2", "#indicator+area_km2+drawn", ColumnType.NUMBER),
    Column("length_km", "#indicator+length_km", ColumnType.NUMBER),
    Column("spread_km", "#indicator+spread_km", ColumnType.NUMBER),
    Column("base_km", "#indicator+base_km", ColumnType.NUMBER),
    Column("depth_km", "#indicator+depth_km", ColumnType.NUMBER),
    Column("withheld", "#meta+withheld"),
    Column("withheld_until", "#date+withheld", ColumnType.DAY),
)


@dataclass(frozen=True)
class DrawnFront:
    """A front with what is worked out from it. `areas_km2`: by side, the area to be expected and its interval."""

    front: Front
    areas_km2: Mapping[SideId, Interval]
    salients: Sequence[Salient]


def front_layer(drawn: DrawnFront, scope: Scope) -> Layer:
    """One row per side's area, one for contested ground, one per stretch of line, pocket, salient and withheld area.

    `area_km2` of a side is an expectation; `drawn_km2` is the area of the shape itself, without what is
    withheld: of that there is the outline, why, and until when.
    """
    hidden = withheld_areas(scope.theatre, scope.today)
    front = open_front(drawn.front, hidden)
    rows: list[tuple[Any, ...]] = []
    shapes: list[BaseGeometry] = []
    always = {"day": front.day.isoformat(), "as_of": front.as_of.isoformat()}

    def put(layer: str, shape: BaseGeometry, **values: Any) -> None:
        row = always | {"layer": layer} | values
        rows.append(tuple(row.get(column.name) for column in COLUMNS))
        shapes.append(shape)

    for side, areas in front.areas.items():
        shape = _shape(areas)
        put("area", shape, side=side, **_interval(drawn.areas_km2[side]), drawn_km2=_km2(shape))
    if front.contested:
        shape = _shape(front.contested)
        put("contested", shape, drawn_km2=_km2(shape))
    for stretch in front.line:
        line = shapely.LineString(stretch.points)
        put("line", line, length_km=round(_EARTH.geometry_length(line) / 1e3, 2), spread_km=stretch.spread_km)
    for pocket in front.pockets:
        shape = _shape((pocket.area,))
        put("pocket", shape, side=pocket.side, name=pocket.name, drawn_km2=_km2(shape))
    for salient in open_salients(drawn.salients, hidden):
        shape = _shape((salient.area,))
        size = {"base_km": salient.base_km, "depth_km": salient.depth_km, "drawn_km2": _km2(shape)}
        put("salient", shape, side=salient.side, name=salient.name, since=_day(salient.since), **size)
    for withheld in hidden:
        put("withheld", _shape((withheld.polygon,)), withheld=withheld.reason, withheld_until=_day(withheld.until))
    title = f"Front on {front.day}, as known on {front.as_of}"
    return Layer("front", COLUMNS, rows, shapes, about(scope, title))


def _interval(area: Interval) -> dict[str, float | None]:
    names = "area_km2", "area_low_km2", "area_high_km2"
    return {
        n: None if v is None else round(v, 1) for n, v in zip(names, (area.value, area.low, area.high), strict=True)
    }


def _km2(shape: BaseGeometry) -> float:
    return round(abs(_EARTH.geometry_area_perimeter(shape)[0]) / 1e6, 1)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _shape(polygons: tuple[Polygon, ...]) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([shapely.Polygon(polygon[0], polygon[1:]) for polygon in polygons])
