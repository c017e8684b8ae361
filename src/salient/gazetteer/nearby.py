"""The settlements of a gazetteer by where they lie, held in memory: asked for around a point many times a report."""

from collections.abc import Sequence
from math import cos, radians
from typing import Any

import numpy as np

from salient.domain.place import Place, PlaceClass
from salient.gazetteer.distance import EARTH_RADIUS_KM

_KM_PER_DEGREE = 111.2

Row = Sequence[Any]
"""id, name, lon, lat, class, population and region of a place."""


def place_of(row: Row) -> Place:
    """The place that a row of the index tells of."""
    return Place(row[0], row[1], row[2], row[3], PlaceClass(row[4]), row[5], row[6])


class Nearby:
    """Rows of places, sorted by latitude once: a search looks at its own band only."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = sorted(rows, key=lambda row: (row[3], row[0]))
        self._lon = np.array([row[2] for row in self._rows], dtype=np.float64)
        self._lat = np.array([row[3] for row in self._rows], dtype=np.float64)

    def within(self, lon: float, lat: float, km: float) -> tuple[Place, ...]:
        """The places within `km` of a point in degrees, the nearest first."""
        high = km / _KM_PER_DEGREE
        first, after = np.searchsorted(self._lat, (lat - high, lat + high))
        band = first + np.flatnonzero(np.abs(self._lon[first:after] - lon) <= high / max(cos(radians(lat)), 0.01))
        away = _distances_km(lon, lat, self._lon[band], self._lat[band])
        found = sorted(zip(away.tolist(), band.tolist(), strict=True))
        return tuple(place_of(self._rows[number]) for distance, number in found if distance <= km)


def _distances_km(lon: float, lat: float, lons: Any, lats: Any) -> Any:
    """Great-circle distances from one point to many, as `distance_km` has them."""
    north, east = np.radians(lats - lat) / 2, np.radians(lons - lon) / 2
    chord = np.sin(north) ** 2 + np.cos(np.radians(lat)) * np.cos(np.radians(lats)) * np.sin(east) ** 2
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(chord)))
