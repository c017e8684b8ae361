"""Intervals for shares and medians of small samples."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.special import bdtr

Z = 1.96


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, with the 95 % interval of Wilson (J. Am. Stat. Assoc. 22, 1927, 209-212)."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None

    @property
    def low(self) -> float:
        return self._bound(-1.0)

    @property
    def high(self) -> float:
        return self._bound(1.0)

    def _bound(self, sign: float) -> float:
        n = self.whole
        if n == 0:
            return 0.0 if sign < 0 else 1.0
        p = self.part / n
        middle = p + Z * Z / (2 * n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return min(max((middle + sign * half) / (1 + Z * Z / n), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Median:
    """A median of days with its 95 % interval from the order statistics; None throughout for an empty sample."""

    value: float | None
    low: float | None
    high: float | None

    @classmethod
    def of(cls, sample: Sequence[float]) -> "Median":
        if not sample:
            return cls(None, None, None)
        ranked, n = sorted(sample), len(sample)
        below = int(np.searchsorted(bdtr(np.arange(n + 1), n, 0.5), 0.025))
        value = (ranked[(n - 1) // 2] + ranked[n // 2]) / 2
        return cls(value, ranked[max(below - 1, 0)], ranked[min(n - below, n - 1)])
