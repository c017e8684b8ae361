"""How many captures a side announces of late, against its own habit: claims are bunched before talks and feast days."""

from collections import deque
from dataclasses import dataclass, field
from datetime import date

import numpy as np

LATELY_DAYS = 14
HABIT_DAYS = 84
"""What was announced before that makes the habit: by a factor of e less for every so many days."""
FEW = 3.0
"""So many announcements more or fewer are no surge."""


@dataclass
class Habit:
    """One side's announcements: those of late that nobody else has borne out, and how many there used to be."""

    _lately: deque[tuple[date, int]] = field(default_factory=deque)
    """Day and place of each of late, the oldest first."""
    _answered: set[tuple[date, int]] = field(default_factory=set)
    _before: float = 0.0
    _days: float = 0.0

    def __copy__(self) -> "Habit":
        return Habit(deque(self._lately), set(self._answered), self._before, self._days)

    def announce(self, place: int, day: date) -> None:
        self._lately.append((day, place))

    def bear_out(self, place: int, announced: date) -> None:
        """Somebody else bore an announcement out: it is no part of a surge."""
        self._answered.add((announced, place))

    def pass_day(self, day: date) -> None:
        """Let what is no longer of late become habit."""
        left = float(np.exp(-1.0 / HABIT_DAYS))
        self._before *= left
        self._days = self._days * left + 1.0
        while self._lately and (day - self._lately[0][0]).days >= LATELY_DAYS:
            self._answered.discard(self._lately.popleft())
            self._before += 1.0

    @property
    def excess(self) -> float:
        """How many times as many are announced as is usual, 1 or more."""
        waiting = len(self._lately) - len(self._answered)
        known = max(self._days - LATELY_DAYS, 0.0)
        usual = (self._before + len(self._lately)) / (known + LATELY_DAYS) * LATELY_DAYS
        return max((waiting + FEW) / (usual + FEW), 1.0)
