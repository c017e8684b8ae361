"""How far two maps of one day agree: settlements, areas near the line, distance between the lines."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from salient.domain.place import Place
from salient.front.measure import Ruler
from salient.front.plane import areas_in

NEAR_KM = 15.0
"""Settlements and areas this near to either line count: farther off any two maps agree."""
STEP_KM = 1.0
MOVED_KM = 2.0
"""A stretch has moved where the line runs this far from where it ran before."""

Distances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Settlements:
    """Places within NEAR_KM of either line, by whether each map has the side holding them."""

    both: int
    only_ours: int
    only_theirs: int
    neither: int

    @property
    def accuracy(self) -> float | None:
        total = self.both + self.only_ours + self.only_theirs + self.neither
        return (self.both + self.neither) / total if total else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement beyond what the shares of both maps make by chance; None where that is all."""
        total = self.both + self.only_ours + self.only_theirs + self.neither
        if not total or self.accuracy is None:
            return None
        ours, theirs = self.both + self.only_ours, self.both + self.only_theirs
        chance = (ours * theirs + (total - ours) * (total - theirs)) / total**2
        return None if chance == 1.0 else (self.accuracy - chance) / (1.0 - chance)


@dataclass(frozen=True, slots=True)
class LineDistance:
    """Between two lines, both ways, sampled every kilometre."""

    mean_km: float
    p95_km: float
    samples: int


@dataclass(frozen=True)
class Agreement:
    """Our map against another of the same day, for the ground of one side.

    `iou_near` is the shared part of the ground either map gives the side within NEAR_KM of either line. `line_moved`
    is the distance along the stretches where the other's line moved since an earlier map of its own.
    """

    settlements: Settlements
    disputed: tuple[str, ...]
    iou_near: float | None
    only_ours_km2: float
    only_theirs_km2: float
    line: LineDistance | None
    line_moved: LineDistance | None


def compare(  # noqa: PLR0913 - two maps, what they are measured on, and two limits
    ruler: Ruler,
    ours: BaseGeometry,
    theirs: BaseGeometry,
    places: Sequence[Place],
    theirs_before: BaseGeometry | None = None,
    *,
    within: BaseGeometry | None = None,
) -> Agreement:
    """Compare the ground that two maps give one side, in degrees. `disputed` are the ids of places they differ on.

    `theirs_before` is an earlier map of theirs, to tell the sectors that moved; only what lies `within` counts.
    """
    our_line: BaseGeometry = ruler.line(ours)
    their_line: BaseGeometry = ruler.line(theirs)
    near = shapely.union(our_line.buffer(NEAR_KM), their_line.buffer(NEAR_KM))
    if within is not None:
        inner = ruler.to_plane(within).buffer(-STEP_KM)
        near, our_line, their_line = (shapely.intersection(shape, inner) for shape in (near, our_line, their_line))
        ours, theirs = (areas_in(shapely.intersection(shape, within)) for shape in (ours, theirs))
    settlements, disputed = _settlements(ruler, ours, theirs, places, near)
    a, b = (shapely.intersection(ruler.to_plane(shape), near) for shape in (ours, theirs))
    union = shapely.union(a, b).area
    gained, lost = ruler.change_km2(theirs, ours)
    moved = None
    if theirs_before is not None:
        still = ruler.line(theirs_before).buffer(MOVED_KM)
        moved = _between(shapely.difference(their_line, still), our_line, one_way=True)
    return Agreement(
        settlements,
        disputed,
        float(shapely.intersection(a, b).area / union) if union else None,
        gained,
        lost,
        _between(our_line, their_line),
        moved,
    )


def _settlements(
    ruler: Ruler, ours: BaseGeometry, theirs: BaseGeometry, places: Sequence[Place], near: BaseGeometry
) -> tuple[Settlements, tuple[str, ...]]:
    lonlat = np.array([[place.lon, place.lat] for place in places], dtype=float).reshape(-1, 2)
    km = ruler.plane.to_km(lonlat)
    for shape in (near, ours, theirs):
        shapely.prepare(shape)
    counted = np.asarray(shapely.intersects_xy(near, km[:, 0], km[:, 1]))
    a = np.asarray(shapely.intersects_xy(ours, lonlat[:, 0], lonlat[:, 1]))
    b = np.asarray(shapely.intersects_xy(theirs, lonlat[:, 0], lonlat[:, 1]))
    table = [int(np.sum(counted & (a == x) & (b == y))) for x, y in ((1, 1), (1, 0), (0, 1), (0, 0))]
    disputed = tuple(places[int(i)].id for i in np.flatnonzero(counted & (a != b)))
    return Settlements(*table), disputed


def _between(first: BaseGeometry, second: BaseGeometry, *, one_way: bool = False) -> LineDistance | None:
    if first.is_empty or second.is_empty:
        return None
    away = _sampled(first, second)
    if not one_way:
        away = np.concatenate([away, _sampled(second, first)])
    if not len(away):
        return None
    return LineDistance(float(away.mean()), float(np.quantile(away, 0.95)), len(away))


def _sampled(line: BaseGeometry, other: BaseGeometry) -> Distances:
    spots = [
        part.interpolate(np.arange(STEP_KM / 2, part.length, STEP_KM))
        for part in shapely.get_parts(line)
        if part.length >= STEP_KM
    ]
    shapely.prepare(other)
    return np.asarray(shapely.distance(np.concatenate(spots), other) if spots else [], dtype=np.float64)
