"""What every method is given and what it gives back."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from salient.assess.ground import Floats, Ground
from salient.assess.observation import Observation
from salient.domain.theatre import Theatre

Floats32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Problem:
    """Observations in order of the day they were known; `prior` is the log-odds of the measured side on `first`.

    With a baseline, observations known before `first` teach reliability only. `as_of` None: each day sees what was
    known by then; a day: every day sees all that is in `seen`.
    """

    ground: Ground
    seen: tuple[Observation, ...]
    prior: Floats
    first: date
    days: int
    has_baseline: bool
    as_of: date | None
    theatre: Theatre


@dataclass(frozen=True, slots=True)
class Row:
    """One additive row in the terms of the method: log-odds of the measured side, log weight of contested."""

    origin: str
    log_odds: float
    contest: float = 0.0
    claim: str | None = None
    age_days: int = 0
    note: str = ""
    reliability: float | None = None


class Fields(ABC):
    """A method's answer: log-odds of the measured side and log weight of contested, both of shape (days, places)."""

    @property
    @abstractmethod
    def log_odds(self) -> Floats32: ...

    @property
    @abstractmethod
    def contest(self) -> Floats32: ...

    def at(self, row: int) -> tuple[Floats32, Floats32]:
        """One day of both."""
        return self.log_odds[row], self.contest[row]

    @abstractmethod
    def rows(self, place: int, day: int) -> tuple[tuple[float, float], list[Row]]:
        """Prior (log-odds, contested) and the rows that lead from it to the day's values."""
