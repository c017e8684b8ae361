"""The cells of settlements: the ground that lies nearer to a settlement than to any other."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import shapely

from salient.domain.front import Polygon
from salient.domain.place import Place
from salient.front.plane import GRID_DEGREES, Land, from_shape, land_shape, plane_of


@lru_cache(maxsize=4)
def cells_of(places: tuple[Place, ...], land: Land) -> Mapping[str, tuple[Polygon, ...]]:
    """Cut the land into one Voronoi cell per place, by place id, in degrees; kept per set of places.

    Places on one spot share a cell: the first has it, the others have none. Places whose ground lies off the land
    have no polygon.
    """
    plane = plane_of(land)
    land_km = plane.geometry_to_km(land_shape(land))
    shapely.prepare(land_km)
    spots = plane.to_km(np.array([[place.lon, place.lat] for place in places], dtype=float).reshape(-1, 2))
    _, first = np.unique(spots, axis=0, return_index=True)
    cells = _voronoi(spots[first], land_km)
    whole = shapely.contains_properly(land_km, cells)
    cut = np.where(whole, cells, shapely.intersection(cells, land_km))
    rounded = shapely.set_precision(shapely.transform(cut, plane.to_lonlat), GRID_DEGREES)
    return {places[index].id: from_shape(cell) for index, cell in zip(first, rounded, strict=True)}


def _voronoi(
    spots: np.ndarray[tuple[int, int], np.dtype[np.float64]], land_km: shapely.MultiPolygon
) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """One cell per spot, in their order, reaching over all of the land."""
    if len(spots) < 2:
        return np.array([shapely.box(*land_km.bounds)] * len(spots), dtype=object)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(spots), extend_to=shapely.box(*land_km.bounds), ordered=True)
    return np.asarray(shapely.get_parts(cells), dtype=object)
