"""How many days our map trails another, settlement by settlement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from salient.domain.place import Place

SEARCH_DAYS = 90
"""A change of ours farther from the other map's than this is another change."""


@dataclass(frozen=True, slots=True)
class Change:
    """A settlement that another map gives to a side (`held`) from a day on; it was otherwise on `not_before`."""

    place_id: str
    held: bool
    not_before: date
    day: date


@dataclass(frozen=True, slots=True)
class Lag:
    """`days` from the other map's change to ours, negative where ours came first; None where ours never came.

    The other map changed at the latest on its day: between two of its maps nobody saw when.
    """

    change: Change
    days: int | None


def changes(maps: Sequence[tuple[date, BaseGeometry]], places: Sequence[Place]) -> list[Change]:
    """Changes of side that last: seen on a map and on every later one. Maps are of one side, in the order of days."""
    lonlat = np.array([[place.lon, place.lat] for place in places], dtype=float).reshape(-1, 2)
    held = np.array([_inside(area, lonlat) for _, area in maps], dtype=bool).reshape(len(maps), len(places))
    found = []
    for i, place in enumerate(places):
        turns = np.flatnonzero(held[1:, i] != held[:-1, i])
        if len(turns):
            last = int(turns[-1]) + 1
            found.append(Change(place.id, bool(held[last, i]), maps[last - 1][0], maps[last][0]))
    return found


def lags(found: Sequence[Change], ours: Mapping[str, Sequence[tuple[date, bool]]]) -> list[Lag]:
    """Pair each change with the nearest one of ours to the same side. `ours`: per place, from each day on, held."""
    return [Lag(change, _nearest(change, ours.get(change.place_id, ()))) for change in found]


def _nearest(change: Change, steps: Sequence[tuple[date, bool]]) -> int | None:
    turns = [
        (day - change.day).days
        for i, (day, held) in enumerate(steps)
        if held == change.held and i > 0 and steps[i - 1][1] != held
    ]
    near = [days for days in turns if abs(days) <= SEARCH_DAYS]
    return min(near, key=abs, default=None)


def _inside(area: BaseGeometry, lonlat: NDArray[np.float64]) -> NDArray[np.bool_]:
    shapely.prepare(area)
    return np.asarray(shapely.intersects_xy(area, lonlat[:, 0], lonlat[:, 1]), dtype=bool)
