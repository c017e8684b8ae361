"""The cells of settlements: the ground that lies nearer to a settlement than to any other."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from salient.domain.front import Polygon
from salient.domain.place import Place
from salient.front.plane import GRID_DEGREES, Land, Points, from_shape, land_shape, plane_of


@lru_cache(maxsize=4)
def cells_of(places: tuple[Place, ...], land: Land) -> Mapping[str, tuple[Polygon, ...]]:
    """Cut the land into one Voronoi cell per place, by place id, in degrees; kept per set of places.

    Places on one spot share a cell: the first has it, the others have none. Places whose ground lies off the land
    have no polygon.
    """
    plane = plane_of(land)
    whole = land_shape(land)
    shapely.prepare(whole)
    spots = plane.to_km(np.array([[place.lon, place.lat] for place in places], dtype=float).reshape(-1, 2))
    _, first = np.unique(spots, axis=0, return_index=True)
    cells = _voronoi(spots[first], plane.geometry_to_km(whole).bounds)
    rounded = shapely.set_precision(shapely.transform(cells, plane.to_lonlat), GRID_DEGREES)
    inside = shapely.contains_properly(whole, rounded)
    cut = np.where(inside, rounded, shapely.intersection(rounded, whole, grid_size=GRID_DEGREES))
    return {places[index].id: from_shape(cell) for index, cell in zip(first, cut, strict=True)}


def _voronoi(spots: Points, bounds: tuple[float, float, float, float]) -> NDArray[np.object_]:
    """One cell per spot, in their order, reaching beyond the bounds."""
    box = shapely.box(*bounds).buffer(10.0)
    if len(spots) < 2:
        return np.array([box] * len(spots), dtype=object)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(spots), extend_to=box, ordered=True)
    return np.asarray(shapely.get_parts(cells), dtype=object)
