"""What share of a settlement's ground is to be expected a side's.

Its chance alone is not: doubt is about where the line runs, so little of it is left far behind the line, and an
assessment trails what it hears late, so where chances have been rising the truth is ahead of them. Both are read off
the settlements around, alike for either side. Numbers and how they do out of time: benchmarks/front_expectation.py,
docs/method-front.md.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.spatial import cKDTree

from salient.front.contour import Values
from salient.front.natural_neighbour import Points

AROUND_KM = 20.0
"""Settlements this near bear on one another; none lies deeper than this behind the line."""
ALIKE_KM = 8.0
"""Standard deviation of the weight with which the settlements around count for the trend."""
TREND_DAYS = 60
"""Chances are compared with those of so many days before, or of the first day that is assessed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How log-odds are read: times `at_line` plus `per_km` for each km of depth, plus `trend` for each whole
    settlement that those around gained on average."""

    at_line: float
    per_km: float
    trend: float


FITTED = Reading(at_line=0.276, per_km=0.023, trend=1.072)


@dataclass(frozen=True)
class Around:
    """Pairs of settlements within AROUND_KM: their distances, and the weights of each one's surroundings, itself
    among them, by the ground they stand for."""

    away_km: csr_array
    weight: csr_array

    @classmethod
    def of(cls, spots: Points, cell_km2: Values) -> "Around":
        n = len(spots)
        pairs = cKDTree(spots).query_pairs(AROUND_KM, output_type="ndarray")
        km = np.hypot(*(spots[pairs[:, 0]] - spots[pairs[:, 1]]).T)
        one, other = np.concatenate([pairs, pairs[:, ::-1]]).T
        away = csr_array((np.tile(km, 2), (one, other)), shape=(n, n))
        rows, columns = np.append(one, np.arange(n)), np.append(other, np.arange(n))
        weights = np.exp(-0.5 * (np.append(np.tile(km, 2), np.zeros(n)) / ALIKE_KM) ** 2) * cell_km2[columns]
        total = np.bincount(rows, weights, n)
        return cls(away, csr_array((weights / np.maximum(total[rows], 1e-9), (rows, columns)), shape=(n, n)))

    def of_places(self, which: NDArray[np.intp]) -> "Around":
        """The rows of some settlements only."""
        return Around(self.away_km[which], self.weight[which])

    def between(self, lean: Values) -> NDArray[np.bool_]:
        """Per row: whether settlements near it lean to the first side (above 0) and others to the second (below 0).

        `lean` has shape (settlements,) or (days, settlements), and so has what is returned.
        """
        near = csr_array((np.ones(self.away_km.nnz), self.away_km.indices, self.away_km.indptr), self.away_km.shape)
        return np.asarray(((near @ (lean > 0).T) > 0) & ((near @ (lean < 0).T) > 0)).T

    def depth_km(self, lean: Values, own: Values) -> Values:
        """How far each row's settlement, which leans as `own`, lies from the nearest that leans another way."""
        near, counts = self.away_km, np.diff(self.away_km.indptr)
        alike = lean[near.indices] == np.repeat(own, counts)
        # The entry at the end lets the last settlements be alone.
        away = np.append(np.where(alike, AROUND_KM, near.data), AROUND_KM)
        return np.where(counts > 0, np.minimum.reduceat(away, near.indptr[:-1]), AROUND_KM)


def expected_share(share: Values, rise: Values, around: Around, reading: Reading = FITTED) -> Values:
    """Per day and settlement the share of its ground to be expected a side's, from the side's chance of holding it.

    All of shape (days, settlements). `rise` is by how much the chance grew within TREND_DAYS, 0 where it was not known.
    What is certain stays so.
    """
    open_ = (share > 0.0) & (share < 1.0)
    rows = np.flatnonzero(open_.any(axis=0))
    expected = share.copy()
    if not len(rows):
        return expected
    here, lean = around.of_places(rows), np.sign(share - 0.5)
    depth_km = np.array([here.depth_km(day, day[rows]) for day in lean])
    chance = np.clip(share[:, rows], 1e-9, 1.0 - 1e-9)
    read = np.log(chance / (1.0 - chance)) * (reading.at_line + reading.per_km * depth_km)
    read += reading.trend * (here.weight @ rise.T).T
    expected[:, rows] = np.where(open_[:, rows], 1.0 / (1.0 + np.exp(-read)), share[:, rows])
    return expected
