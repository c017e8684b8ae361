"""Every day as it could be known on it, where what was read has been corrected since."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from salient.assess.ground import Floats
from salient.assess.run import Run
from salient.domain.assessment import Assessment, Control


class Successive:
    """Runs that follow one another: each tells the days from its own on, up to the next one's.

    A correction changes what earlier reports said, so the days from it on need a run of their own, over all days.
    """

    def __init__(self, runs: Sequence[tuple[date, Run]]) -> None:
        self._runs = runs

    @property
    def days(self) -> list[date]:
        return self._runs[-1][1].days

    @property
    def outcomes(self) -> tuple[str, ...]:
        return self._runs[-1][1].outcomes

    def table(self) -> Floats:
        """All probabilities at once, shape (days, places, outcomes)."""
        first = self.days[0]
        parts = [run.table()[(start - first).days :] for start, run in self._runs]
        return np.concatenate(parts)

    def control(self, day: date) -> Mapping[str, Control]:
        return self._of(day).control(day)

    def explain(self, place_id: str, day: date) -> Assessment:
        return self._of(day).explain(place_id, day)

    def _of(self, day: date) -> Run:
        return next((run for start, run in reversed(self._runs) if start <= day), self._runs[0][1])
