"""Rivers and the like, that a front does not simply cross: which bank each place lies on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from salient.assess.ground import Floats, Ground, Ints
from salient.domain.theatre import Barrier

NEAR_KM = 40.0
"""Farther from a barrier its banks say nothing."""


@dataclass(frozen=True)
class Barriers:
    """`banks` has one column per barrier: +1 left of the line as drawn, -1 right of it, 0 not beside it."""

    banks: Floats
    crossing: Floats
    """What of an influence gets across each barrier, 0 to 1."""

    @classmethod
    def of(cls, ground: Ground, barriers: Sequence[Barrier]) -> "Barriers":
        columns = [_bank(ground, barrier) for barrier in barriers]
        banks = np.column_stack(columns) if columns else np.zeros((len(ground), 0))
        return cls(banks, np.array([barrier.crossing for barrier in barriers], dtype=float))

    def passage(self, one: Ints, other: Ints) -> Floats:
        """The share of an influence that passes between two places, for arrays of pairs."""
        share = np.ones(len(one))
        for column, crossing in zip(self.banks.T, self.crossing, strict=True):
            share = np.where(column[one] * column[other] < 0, share * crossing, share)
        return share


def _bank(ground: Ground, barrier: Barrier) -> Floats:
    line = np.array([ground.to_km(lon, lat) for lon, lat in barrier.line])
    best = np.full(len(ground), np.inf)
    bank = np.zeros(len(ground))
    last = len(line) - 2
    for k in range(len(line) - 1):
        start, step = line[k], line[k + 1] - line[k]
        from_start = ground.xy_km - start
        along = (from_start @ step) / max(float(step @ step), 1e-9)
        foot = start + np.clip(along, 0.0, 1.0)[:, None] * step
        away = np.linalg.norm(ground.xy_km - foot, axis=1)
        beyond = ((along < 0.0) & (k == 0)) | ((along > 1.0) & (k == last))
        side = np.sign(step[0] * from_start[:, 1] - step[1] * from_start[:, 0])
        nearer = away < best
        best = np.where(nearer, away, best)
        bank = np.where(nearer, np.where(beyond, 0.0, side), bank)
    return np.where(best <= NEAR_KM, bank, 0.0)
