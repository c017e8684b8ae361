"""Counts of how often something turned out one way or the other; they fade as days go by."""

from collections.abc import Hashable
from copy import copy
from dataclasses import dataclass, field
from datetime import date

import numpy as np


@dataclass
class Tally:
    """Per key, how often it went well and how often badly. What is old counts less: by a factor of e in `fade_days`."""

    fade_days: float
    counts: dict[Hashable, tuple[float, float, date]] = field(default_factory=dict)
    """Good, bad, and the day on which they stood so."""

    def __copy__(self) -> "Tally":
        return Tally(self.fade_days, copy(self.counts))

    def add(self, key: Hashable, day: date, good: float = 0.0, bad: float = 0.0) -> None:
        before_good, before_bad = self.on(key, day)
        self.counts[key] = before_good + good, before_bad + bad, day

    def on(self, key: Hashable, day: date) -> tuple[float, float]:
        """Good and bad as they stand on a day."""
        good, bad, then = self.counts.get(key, (0.0, 0.0, day))
        left = float(np.exp(-(day - then).days / self.fade_days)) if day != then else 1.0
        return good * left, bad * left


def share(good: float, bad: float, usual: float, usual_counts: float) -> float:
    """The share that went well: counts and a guess that stands for `usual_counts` of them (Dirichlet, two outcomes)."""
    return (usual * usual_counts + good) / (usual_counts + good + bad)
