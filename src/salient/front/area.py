"""How much ground a side is to be expected to hold, and to have gained and lost.

A side's area is a random number: each settlement with its cell is the side's with some chance. Its expectation is the
sum of expected share (expected.py) times cell, whatever hangs together with what. How far it spreads does depend on
that: doubts are taken to fall all the same way, on the whole front and on both days of a change. One number u, even
between 0 and 1, decides for all, and the side holds what it holds with a share above u. No other reading of the same
shares of a day spreads wider (Dhaene et al. 2002, doi:10.1016/S0167-6687(02)00134-8), and of two days none has less
ground change hands.
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
from salient.front.expected import TREND_DAYS, expected_share
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
    """By settlement: the share of its ground to be expected a side's, and its cell in km², 0 where nothing is known of
    it."""

    side: SideId
    share: Values
    cell_km2: Values

    @classmethod
    def of(cls, chance: Chances, side: SideId, first: SideId, earlier: Chances | None = None) -> "Shares":
        """`earlier`: of the same settlements TREND_DAYS before, or on the first day assessed; None: no trend."""
        now, rise = settled(chance.first), np.zeros(len(chance.table))
        if earlier is not None:
            rise = np.where(chance.unknown | earlier.unknown, 0.0, now - settled(earlier.first))
        share = expected_share(now[None], rise[None], chance.ground.around)[0]
        return cls(side, share if side == first else 1.0 - share, _known_km2(chance))

    def other(self, side: SideId) -> "Shares":
        """The same settlements from the other side."""
        return Shares(side, 1.0 - self.share, self.cell_km2)


def shares(
    places: Sequence[Place],
    control: Mapping[str, Control],
    theatre: Theatre,
    side: SideId,
    earlier: Mapping[str, Control] | None = None,
) -> Shares:
    """Line up a side's expected shares with the cells of settlements.

    `earlier`: the same settlements TREND_DAYS before, or on the first day assessed; None: no trend is known. Raises
    UsageError as `build_front` does.
    """
    before = None if earlier is None else chances(places, earlier, theatre)
    return Shares.of(chances(places, control, theatre), side, theatre.sides[0], before)


def expected_km2(ground: Shares) -> float:
    return float(ground.cell_km2 @ ground.share)


def expected_by_day(places: Sequence[Place], table: Values, theatre: Theatre) -> Values:
    """The first and the second side's expected km² on days that follow one another, shape (days, 2).

    `table` has shape (days, places, 3): the probabilities of first side, second side and contested. Raises UsageError
    as `build_front` does.
    """
    ground = ground_of(tuple(places), land_of(theatre))
    among = {place.id: i for i, place in enumerate(places)}
    inside = table[:, [among[name] for name in ground.ids]]
    known = Chances(ground, inside)
    now, unknown, begins = settled(known.first), known.unknown, np.maximum(np.arange(len(inside)) - TREND_DAYS, 0)
    rise = np.where(unknown | unknown[begins], 0.0, now - now[begins])
    share, cells = expected_share(now, rise, ground.around), _known_km2(known)
    return np.column_stack([np.sum(cells * part, axis=1) for part in (share, 1.0 - share)])


def _known_km2(chance: Chances) -> Values:
    return np.where(chance.unknown, 0.0, chance.ground.cell_km2)


def change(before: Shares, after: Shares) -> Change:
    """Between two days of the same settlements. Ground counts of which something is known on both."""
    cells = np.minimum(before.cell_km2, after.cell_km2)
    gained, lost = (_interval(cells, *pair) for pair in ((before.share, after.share), (after.share, before.share)))
    draws = _drawn(cells, before.share, after.share) - _drawn(cells, after.share, before.share)
    net = float(np.sum(cells * (after.share - before.share)))
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
