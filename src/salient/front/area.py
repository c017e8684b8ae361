"""How much ground a side is to be expected to hold, and to have gained and lost.

A side's area is a random number: each settlement with its cell is the side's with some chance. Its expectation is the
sum of chance times cell, whatever hangs together with what. How far it spreads does depend on that: doubts are taken to
fall all the same way, on the whole front and on both days of a change. One number u, even between 0 and 1, decides for
all, and the side holds what it holds with a chance above u. No other reading of the same chances of a day spreads
wider (Dhaene et al. 2002, doi:10.1016/S0167-6687(02)00134-8), and of two days none has less ground change hands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from salient.domain.assessment import Control
from salient.domain.interval import Interval
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.front.chance import Chances, chances, settled
from salient.front.contour import Values
from salient.front.ground import ground_of
from salient.front.plane import land_of

TAIL = 0.1
"""Ten percent on either side: what lies between is the 80 % interval."""
_DRAWS = 200


@dataclass(frozen=True, slots=True)
class Change:
    """Between two days: ground gained and lost by a side, and the difference."""

    gained_km2: Interval
    lost_km2: Interval
    net_km2: Interval


@dataclass(frozen=True)
class Shares:
    """By settlement: a side's chance of holding it, and its cell in km², 0 where nothing is known of it."""

    side: SideId
    chance: Values
    cell_km2: Values

    @classmethod
    def of(cls, chance: Chances, side: SideId, first: SideId) -> "Shares":
        share = settled(chance.first)
        return cls(side, share if side == first else 1.0 - share, np.where(chance.unknown, 0.0, chance.ground.cell_km2))

    def other(self, side: SideId) -> "Shares":
        """The same settlements from the other side."""
        return Shares(side, 1.0 - self.chance, self.cell_km2)


def shares(places: Sequence[Place], control: Mapping[str, Control], theatre: Theatre, side: SideId) -> Shares:
    """Line up a side's chances with the cells of settlements. Raises UsageError as `build_front` does."""
    return Shares.of(chances(places, control, theatre), side, theatre.sides[0])


def expected_km2(ground: Shares) -> float:
    return float(ground.cell_km2 @ ground.chance)


def expected_by_day(places: Sequence[Place], table: Values, theatre: Theatre) -> Values:
    """The first and the second side's expected km², shape (days, 2).

    `table` has shape (days, places, 3): the probabilities of first side, second side and contested. Raises UsageError
    as `build_front` does.
    """
    ground = ground_of(tuple(places), land_of(theatre))
    among = {place.id: i for i, place in enumerate(places)}
    inside = table[:, [among[name] for name in ground.ids]]
    days = [Shares.of(Chances(ground, rows), theatre.sides[0], theatre.sides[0]) for rows in inside]
    return np.array([(expected_km2(day), expected_km2(day.other(theatre.sides[1]))) for day in days]).reshape(-1, 2)


def change(before: Shares, after: Shares) -> Change:
    """Between two days of the same settlements. Ground counts of which something is known on both."""
    cells = np.minimum(before.cell_km2, after.cell_km2)
    gained, lost = (_interval(cells, *pair) for pair in ((before.chance, after.chance), (after.chance, before.chance)))
    draws = _drawn(cells, before.chance, after.chance) - _drawn(cells, after.chance, before.chance)
    net = float(np.sum(cells * (after.chance - before.chance)))
    return Change(gained, lost, _around(net, draws))


def _interval(cells: Values, low: Values, high: Values) -> Interval:
    return _around(float(np.sum(cells * np.maximum(high - low, 0.0))), _drawn(cells, low, high))


def _around(value: float, draws: Values) -> Interval:
    """An expectation can lie outside the middle 80 %, where little chance of much ground makes it: it is let in."""
    return Interval.around(value, [float(q) for q in np.quantile(draws, [TAIL, 1.0 - TAIL])])


def _drawn(cells: Values, low: Values, high: Values) -> Values:
    """Per u the area of the cells with `low` ≤ u < `high`."""
    levels = (np.arange(_DRAWS) + 0.5) / _DRAWS
    starts, ends = np.searchsorted(levels, low), np.searchsorted(levels, np.maximum(high, low))
    steps = np.bincount(starts, cells, _DRAWS + 1) - np.bincount(ends, cells, _DRAWS + 1)
    return np.asarray(np.cumsum(steps)[:_DRAWS])
