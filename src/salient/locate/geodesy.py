"""Points from relations: "8 km southwest of X", on the WGS 84 ellipsoid."""

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from salient.domain.place import Bearing

Floats = NDArray[np.float64]
Points = NDArray[np.float64]

_WGS84 = Geod(ellps="WGS84")


def offset_point(lon: float, lat: float, distance_km: float, bearing: Bearing) -> tuple[float, float]:
    """The point (lon, lat) that lies a distance from another in a compass direction."""
    east, north, _ = _WGS84.fwd(lon, lat, bearing.degrees, distance_km * 1000)
    return float(east), float(north)


def distances_and_azimuths(points: Points, others: Points) -> tuple[Floats, Floats]:
    """How far (km) and in which direction (degrees clockwise from north, -180–180) each other point (columns) lies from
    each point (rows). Points are (n, 2) of lon, lat."""
    rows, columns = np.repeat(points, len(others), axis=0), np.tile(others, (len(points), 1))
    azimuths, _, metres = _WGS84.inv(rows[:, 0], rows[:, 1], columns[:, 0], columns[:, 1])
    shape = len(points), len(others)
    return np.reshape(metres, shape) / 1000, np.reshape(azimuths, shape)


def turns_between(azimuths: Floats, other: float) -> Floats:
    """The smaller angles between directions and another, 0–180 degrees."""
    turns: Floats = np.abs(azimuths - other) % 360
    return np.minimum(turns, 360 - turns)
