"""Salients: where the ground of one side reaches into the other's through a base narrower than it is deep.

A salient is a piece of a side's ground that a straight base of at most BASE_KM on its own ground cuts off, bounded by
the front line elsewhere, and that reaches at least as far from the base as the base is wide, and DEPTH_KM. Of all such
bases the one is taken by which depth exceeds width most: wider, it would run along the line; farther in, cut the tip.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Points = NDArray[np.float64]

STEP_KM = 1.0
BASE_KM = 30.0
DEPTH_KM = 5.0
LONGEST_KM = 200.0
"""The way along the line around a salient; longer is a front of its own."""
_ACROSS = np.array([0.1, 0.3, 0.5, 0.7, 0.9])
"""Where a base is looked at to tell whose ground it crosses."""


@dataclass(frozen=True)
class Bulge:
    """One salient on the plane, of the side that `holds` is true for, or not. Its tip is farthest from its base."""

    first: bool
    shape: shapely.Polygon
    base_km: float
    depth_km: float
    tip: tuple[float, float]


@dataclass(frozen=True)
class _Cut:
    """A piece of line from point `start` to `end`, and the straight base between them."""

    start: int
    end: int
    base_km: float
    depth_km: float
    tip: int


def find_bulges(line: BaseGeometry, holds: Callable[[Points], NDArray[np.bool_]]) -> list[Bulge]:
    """Salients along a front line on the plane, in km, the largest first.

    `holds` tells for points, shape (n, 2), whether the first side holds them. No two salients of one side overlap; one
    side's may hold one of the other's.
    """
    found: list[Bulge] = []
    for stretch in shapely.get_parts(shapely.line_merge(line)):
        if not stretch.is_closed and stretch.length > 2 * DEPTH_KM:
            spots = shapely.get_coordinates(stretch.interpolate(np.arange(0.0, stretch.length, STEP_KM)))
            found += _along(spots, holds)
    return sorted(found, key=lambda bulge: -bulge.shape.area)


def _along(spots: Points, holds: Callable[[Points], NDArray[np.bool_]]) -> list[Bulge]:
    taken = {True: np.zeros(len(spots), dtype=bool), False: np.zeros(len(spots), dtype=bool)}
    found = []
    for cut in sorted(_cuts(spots), key=lambda cut: cut.base_km - cut.depth_km):
        piece = slice(cut.start, cut.end + 1)
        if all(used[piece].any() for used in taken.values()):
            continue
        ends = spots[cut.start], spots[cut.end]
        across = holds(ends[0] + _ACROSS[:, None] * (ends[1] - ends[0]))
        first = bool(across[0])
        if across.any() != across.all() or taken[first][piece].any():
            continue
        shape = shapely.Polygon(spots[piece])
        if shape.is_valid:
            taken[first][piece] = True
            x, y = spots[cut.tip].tolist()
            found.append(Bulge(first, shape, cut.base_km, cut.depth_km, (x, y)))
    return found


def _cuts(spots: Points) -> list[_Cut]:
    """All pieces of the line that bulge out of their base far enough."""
    x, y = spots[:, 0], spots[:, 1]
    found = []
    for steps in range(int(2 * DEPTH_KM), min(int(LONGEST_KM), len(spots) - 1) + 1):
        way = spots[steps:] - spots[:-steps]
        base = np.hypot(way[:, 0], way[:, 1])
        # There and back is at least twice the depth.
        starts = np.flatnonzero((base > STEP_KM / 2) & (base <= min(BASE_KM, steps * STEP_KM / 2)))
        if not len(starts):
            continue
        inner = starts[:, None] + np.arange(1, steps)
        dx, dy = x[inner] - x[starts, None], y[inner] - y[starts, None]
        away = np.abs(way[starts, 0, None] * dy - way[starts, 1, None] * dx) / base[starts, None]
        depth = away.max(axis=1)
        for row in np.flatnonzero(depth >= np.maximum(base[starts], DEPTH_KM)):
            start = int(starts[row])
            tip = start + 1 + int(np.argmax(away[row]))
            found.append(_Cut(start, start + steps, float(base[start]), float(depth[row]), tip))
    return found
