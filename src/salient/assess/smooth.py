"""Looking back: what later days say of earlier ones, by the backward pass of a hidden Markov model per place."""

import numpy as np

from salient.assess.fields import Floats32
from salient.assess.ground import Floats
from salient.assess.step import Heard, Passing


class Backward:
    """Keeps what moved each day, and turns it into what the days after say.

    Rabiner (Proceedings of the IEEE 77, 1989, 257-286), two states, in log ratios. The neighbours' pull is taken as it
    was in the forward pass.
    """

    def __init__(self, days: int, places: int) -> None:
        shape = (days, places)
        self._to_measured, self._to_other, self._ratio = (np.zeros(shape, dtype=np.float32) for _ in range(3))

    def keep(self, row: int, passed: Passing, heard: Heard | None) -> None:
        """Keep a day's passing, and what its claims did after it."""
        if heard is not None:
            passed = passed.then(heard.passing)
            self._ratio[row] = heard.log_ratio
        self._to_measured[row], self._to_other[row] = passed.to_measured, passed.to_other

    def later(self) -> Floats32:
        """Log likelihood ratio of the measured side, by what was heard after each day; shape (days, places)."""
        days, places = self._ratio.shape
        found = np.zeros((days, places), dtype=np.float32)
        ratio: Floats = np.zeros(places)
        for row in range(days - 1, 0, -1):
            odds = np.exp(np.clip(ratio + self._ratio[row], -30.0, 30.0))
            held, lost = self._to_measured[row].astype(np.float64), self._to_other[row].astype(np.float64)
            ratio = np.log(((1.0 - lost) * odds + lost) / (held * odds + 1.0 - held))
            found[row - 1] = ratio
        return found
