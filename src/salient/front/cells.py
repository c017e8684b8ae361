"""The cells of settlements: the ground that lies nearer to a settlement than to any other."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from salient.front.natural_neighbour import Points


def cell_areas_km2(sites: Points, land: BaseGeometry) -> NDArray[np.float64]:
    """The area on the land of the Voronoi cell of each site, in their order; sites are distinct, all in km."""
    box = shapely.box(*land.bounds).buffer(10.0)
    if len(sites) == 1:
        return np.array([land.area])
    cells = np.asarray(
        shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(sites), extend_to=box, ordered=True))
    )
    shapely.prepare(land)
    at_the_edge = ~shapely.contains_properly(land, cells)
    cells[at_the_edge] = shapely.intersection(cells[at_the_edge], land)
    return np.asarray(shapely.area(cells), dtype=np.float64)
