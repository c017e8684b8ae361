"""What to call a piece of ground: by the settlements in it."""

from collections.abc import Sequence

import numpy as np
import shapely

from salient.domain.place import Place


def largest_in(shape: shapely.Polygon, places: Sequence[Place]) -> str:
    """The name of the settlement with most people in a shape in degrees; the nearest to its middle where none is."""
    west, south, east, north = shape.bounds
    around = [place for place in places if west <= place.lon <= east and south <= place.lat <= north]
    shapely.prepare(shape)
    inside = [place for place in around if shapely.intersects_xy(shape, place.lon, place.lat)]
    if inside:
        return max(inside, key=lambda place: (place.population, place.name)).name
    middle = shape.representative_point()
    return nearest(middle.x, middle.y, places)


def nearest(lon: float, lat: float, places: Sequence[Place]) -> str:
    """The name of the settlement nearest to a point."""
    spots = np.array([[place.lon, place.lat] for place in places])
    away = np.hypot((spots[:, 0] - lon) * np.cos(np.radians(lat)), spots[:, 1] - lat)
    return places[int(np.argmin(away))].name
