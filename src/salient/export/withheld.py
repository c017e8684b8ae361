"""Areas that a theatre's pack withholds: what lies in them leaves the system only when their day has come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.front import Front, Line, Polygon, Salient
from salient.domain.theatre import Theatre, WithheldArea

_GRID_DEGREES = 1e-5


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a datum is not shown, and from which day on it is; `until` None where no day is known to count from."""

    reason: str
    until: date | None

    def record(self) -> dict[str, str | None]:
        return {"reason": self.reason, "until": None if self.until is None else self.until.isoformat()}


def withheld_areas(theatre: Theatre, today: date) -> tuple[WithheldArea, ...]:
    """The areas still withheld on `today`, a local day."""
    return tuple(area for area in theatre.withheld_areas if area.until is None or today < area.until)


def withheld_at(areas: Sequence[WithheldArea], lon: float, lat: float) -> Withheld | None:
    """Tell why nothing is shown of a point; None where it is shown."""
    for area in areas:
        if shapely.intersects_xy(shape_of(area.polygon), lon, lat):
            return Withheld(area.reason, area.until)
    return None


def shape_of(polygon: Polygon) -> shapely.Polygon:
    return shapely.Polygon(polygon[0], polygon[1:])


def open_front(front: Front, areas: Sequence[WithheldArea]) -> Front:
    """Cut withheld areas out of a front: no area, line or contested ground in them, and no pocket that touches one."""
    if not areas:
        return front
    hidden = _hidden(areas)
    return replace(
        front,
        areas={side: _cut(polygons, hidden) for side, polygons in front.areas.items()},
        contested=_cut(front.contested, hidden),
        line=tuple(
            replace(stretch, points=points) for stretch in front.line for points in _pieces(stretch.points, hidden)
        ),
        pockets=tuple(pocket for pocket in front.pockets if not shapely.intersects(shape_of(pocket.area), hidden)),
    )


def open_salients(salients: Sequence[Salient], areas: Sequence[WithheldArea]) -> list[Salient]:
    """Leave out the salients that touch a withheld area."""
    hidden = _hidden(areas)
    return [salient for salient in salients if not shapely.intersects(shape_of(salient.area), hidden)]


def _hidden(areas: Sequence[WithheldArea]) -> BaseGeometry:
    return shapely.union_all([shape_of(area.polygon) for area in areas])


def _cut(polygons: Sequence[Polygon], hidden: BaseGeometry) -> tuple[Polygon, ...]:
    whole = shapely.MultiPolygon([shape_of(polygon) for polygon in polygons])
    rest = shapely.difference(whole, hidden, grid_size=_GRID_DEGREES)
    parts = [part for part in shapely.get_parts(rest) if part.geom_type == "Polygon" and not part.is_empty]
    return tuple(
        tuple(tuple((x, y) for x, y in ring.coords) for ring in (part.exterior, *part.interiors))
        for part in map(shapely.orient_polygons, parts)
    )


def _pieces(points: Line, hidden: BaseGeometry) -> list[Line]:
    rest = shapely.difference(shapely.LineString(points), hidden)
    return [tuple((x, y) for x, y in part.coords) for part in shapely.get_parts(rest) if part.length > 0]
