"""Measure areas and lines of any map: km² on an equal-area plane, distances along the Earth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from pyproj import Geod, Transformer
from shapely.geometry.base import BaseGeometry

from salient.domain.theatre import Outline
from salient.front.outline import shape_of
from salient.front.plane import Land, Plane, land_shape, plane_of

BORDER_KM = 3.0
"""Outlines of coast and border differ by this much from map to map."""
INLAND_KM = 5.0
"""A stretch that nowhere comes farther from coast or border than this is coast or border."""
SLIVER_KM = 0.05
"""Gaps between polygons of one side as narrow as this are errors of drawing."""
_DENSE_DEGREES = 0.02
"""Long edges, straight in degrees, are bent on the plane: they are walked in steps of this."""
_EARTH = Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class Distance:
    """From a point to the controlled area: 0 where the point lies in it. `lon`, `lat`: the nearest point of its edge.

    `edge_km` is the way to that edge from either side.
    """

    distance_km: float
    inside: bool
    edge_km: float
    lon: float
    lat: float


class Ruler:
    """Measures on the plane of one theatre's land."""

    def __init__(self, land: Land) -> None:
        self.plane: Plane = plane_of(land)
        self._land_km = self.to_plane(land_shape(land))
        self._off_border = self._land_km.buffer(-BORDER_KM)
        self._inland = self._land_km.buffer(-INLAND_KM)

    def to_plane(self, shape: BaseGeometry) -> BaseGeometry:
        return shapely.make_valid(self.plane.geometry_to_km(shapely.segmentize(shape, _DENSE_DEGREES)))

    def area_km2(self, shape: BaseGeometry) -> float:
        return float(self.to_plane(shape).area)

    def change_km2(self, before: BaseGeometry, after: BaseGeometry) -> tuple[float, float]:
        """The ground that the later area has and the earlier has not, and the other way round."""
        old, new = self.to_plane(before), self.to_plane(after)
        return float(shapely.difference(new, old).area), float(shapely.difference(old, new).area)

    def line(self, shape: BaseGeometry) -> shapely.MultiLineString:
        """The edge of an area as a line on the plane, without coasts and the outer border of the land."""
        closed = self.to_plane(shape).buffer(SLIVER_KM, join_style="mitre").buffer(-SLIVER_KM, join_style="mitre")
        edge = shapely.intersection(closed.boundary, self._off_border)
        stretches = shapely.get_parts(shapely.line_merge(edge))
        return shapely.MultiLineString([s for s in stretches if shapely.intersects(s, self._inland)])

    def line_km(self, shape: BaseGeometry) -> float:
        """The length of `line`, along the Earth."""
        return float(_EARTH.geometry_length(self.plane.geometry_to_lonlat(self.line(shape))) / 1e3)


def distance_to(shape: BaseGeometry, lon: float, lat: float) -> Distance:
    """Measure from a point to an area, both in degrees, on the plane that keeps distances from that point true."""
    around = f"+proj=aeqd +lat_0={lat} +lon_0={lon} +ellps=WGS84 +units=km"
    there = Transformer.from_crs("OGC:CRS84", around, always_xy=True)
    near = shapely.transform(
        shapely.segmentize(shape, _DENSE_DEGREES), lambda xy: np.column_stack(there.transform(xy[:, 0], xy[:, 1]))
    )
    inside = bool(shapely.intersects_xy(shape, lon, lat))
    x, y = shapely.shortest_line(shapely.Point(0.0, 0.0), near.boundary).coords[-1][:2]
    edge_km = float(np.hypot(x, y))
    edge_lon, edge_lat = there.transform(x, y, direction="INVERSE")
    return Distance(0.0 if inside else edge_km, inside, edge_km, float(edge_lon), float(edge_lat))


def measured(
    ruler: Ruler,
    area: BaseGeometry,
    against: BaseGeometry | None,
    places: Mapping[str, tuple[float, float]],
    outlines: Mapping[str, Outline],
) -> dict[str, Any]:
    """The answer of `salient measure`: `gained_km2` and `lost_km2` are null without an earlier map.

    `edge_distance_km` is there for places whose outline is known.
    """
    gained, lost = (None, None) if against is None else ruler.change_km2(against, area)
    return {
        "area_km2": round(ruler.area_km2(area), 2),
        "line_km": round(ruler.line_km(area), 2),
        "gained_km2": None if gained is None else round(gained, 2),
        "lost_km2": None if lost is None else round(lost, 2),
        "places": {name: _place(area, centre, outlines.get(name)) for name, centre in places.items()},
    }


def _place(area: BaseGeometry, centre: tuple[float, float], outline: Outline | None) -> dict[str, Any]:
    away = distance_to(area, *centre)
    found = {"distance_km": round(away.distance_km, 3), "inside": away.inside, "centre": list(centre)}
    if outline is not None:
        plane = Plane(*centre)
        near, built = (plane.geometry_to_km(shapely.segmentize(s, _DENSE_DEGREES)) for s in (area, shape_of(outline)))
        found["edge_distance_km"] = round(float(shapely.distance(near, built)), 3)
    return found
