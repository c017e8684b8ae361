"""Which stretches of the front a day knows, and how near they are to a place."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from salient.domain.place import Place
from salient.domain.theatre import Direction
from salient.gazetteer.distance import EARTH_RADIUS_KM
from salient.locate.score import POINTLESS, Part, front_part, stretch_part
from salient.text.transliteration import fold

_PLACES, _DAYS = 100_000, 2_000
"""How many answers are kept: of places on days, and of days."""


class _Stretches:
    """Stretches of the front as points on a globe of radius 1. `called`: where those of a name lie (lon, lat)."""

    def __init__(self, directions: Sequence[Direction]) -> None:
        self._names = [direction.name for direction in directions]
        self.called: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
        for direction in directions:
            self.called[fold(direction.name)].append((direction.lon, direction.lat))
        self._points = _on_globe([(direction.lon, direction.lat) for direction in directions])

    def nearest(self, lon: float, lat: float) -> tuple[float, str] | None:
        """How far it is in km, and its name."""
        if not self._names:
            return None
        apart = self._points - _on_globe([(lon, lat)])
        squares = np.einsum("ij,ij->i", apart, apart)
        at = int(squares.argmin())
        # Half the chord, not the cosine: exact for points that nearly coincide.
        half = min(1.0, float(np.sqrt(squares[at])) / 2)
        return 2 * EARTH_RADIUS_KM * float(np.arcsin(half)), self._names[at]


class Fronts:
    """What the front says for a place; every answer is kept, for a corpus comes back to the same places and days."""

    def __init__(self, directions: Sequence[Direction]) -> None:
        self._directions = directions
        self._on = lru_cache(maxsize=_DAYS)(self._stretches)
        self.near = lru_cache(maxsize=_PLACES)(self._near)
        """What the stretch nearest to a place on a day says for it; of all that ever were, where no day is told."""

    def called(self, place: Place) -> Part | None:
        """What it says for a place that a stretch of the front is called by it."""
        if place.place_class in POINTLESS:
            return None
        return stretch_part(place, self._on(None).called.get(fold(place.name), ()))

    def _near(self, place: Place, day: date | None) -> Part | None:
        if place.place_class in POINTLESS or (nearest := self._on(day).nearest(place.lon, place.lat)) is None:
            return None
        return front_part(place, *nearest, self._on(day).called.get(fold(place.name), ()))

    def _stretches(self, day: date | None) -> _Stretches:
        return _Stretches([d for d in self._directions if day is None or d.active(day)])


def _on_globe(degrees: Sequence[tuple[float, float]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Points (n, 3) of unit length, of (lon, lat) in degrees."""
    lon, lat = np.radians(np.array(degrees, dtype=np.float64).reshape(-1, 2)).T
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
