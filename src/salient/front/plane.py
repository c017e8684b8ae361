"""The plane the front is drawn on: kilometres, equal area, centred on the theatre's land."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from salient.domain.front import Polygon, Ring
from salient.domain.theatre import Theatre

Points = NDArray[np.float64]
"""Shape (n, 2)."""
Land = tuple[Polygon, ...]
"""The land that a front divides, in degrees."""
GRID_DEGREES = 1e-5
"""Published coordinates are rounded to about a metre, without losing validity."""


G = TypeVar("G", bound=BaseGeometry)


@dataclass(frozen=True)
class Plane:
    """Lambert's azimuthal equal-area projection about one point: areas are true, lengths within 0.3 % to 600 km."""

    lon: float
    lat: float

    @cached_property
    def _forward(self) -> Transformer:
        there = f"+proj=laea +lat_0={self.lat} +lon_0={self.lon} +ellps=WGS84 +units=km +no_defs"
        return Transformer.from_crs("OGC:CRS84", there, always_xy=True)

    def to_km(self, lonlat: Points) -> Points:
        return np.column_stack(self._forward.transform(lonlat[:, 0], lonlat[:, 1]))

    def to_lonlat(self, km: Points) -> Points:
        return np.column_stack(self._forward.transform(km[:, 0], km[:, 1], direction="INVERSE"))

    def geometry_to_km(self, geometry: G) -> G:
        return shapely.transform(geometry, self.to_km)

    def geometry_to_lonlat(self, geometry: G) -> G:
        return shapely.transform(geometry, self.to_lonlat)


def land_of(theatre: Theatre) -> Land:
    """The land that the front divides: the pack's outline, or its bounds where it has none."""
    if theatre.land:
        return theatre.land
    box = theatre.bounds
    return ((_ring(shapely.box(box.west, box.south, box.east, box.north).exterior),),)


def plane_of(land: Land) -> Plane:
    west, south, east, north = land_shape(land).bounds
    return Plane(round((west + east) / 2, 2), round((south + north) / 2, 2))


def land_shape(land: Land) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([to_shape(polygon) for polygon in land])


def to_shape(polygon: Polygon) -> shapely.Polygon:
    return shapely.Polygon(polygon[0], polygon[1:])


def from_shape(geometry: BaseGeometry) -> tuple[Polygon, ...]:
    """Turn the areas in a geometry into the domain's polygons; lines and points fall away."""
    return tuple(map(from_polygon, polygons_in(geometry)))


def from_polygon(polygon: shapely.Polygon) -> Polygon:
    """Turn a polygon into the domain's, wound as RFC 7946 asks."""
    wound = shapely.orient_polygons(polygon)
    return tuple(_ring(ring) for ring in (wound.exterior, *wound.interiors))


def areas_in(geometry: BaseGeometry) -> shapely.MultiPolygon:
    """What an overlay gives without the lines and points where shapes only touch."""
    return shapely.MultiPolygon(polygons_in(geometry))


def _ring(ring: shapely.LinearRing) -> Ring:
    return tuple(map(tuple, shapely.get_coordinates(ring).tolist()))


def polygons_in(geometry: BaseGeometry) -> list[shapely.Polygon]:
    """Pick the polygons out of any geometry that an overlay can give."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
