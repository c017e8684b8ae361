"""A number with how far it may be otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A value and the 80 % interval around it. None: there is none (no line anywhere, a day that never comes)."""

    value: float | None
    low: float | None
    high: float | None

    @classmethod
    def around(cls, value: float | None, others: Sequence[float | None]) -> "Interval":
        """The smallest interval that holds the value and all the others that exist."""
        known = [v for v in (value, *others) if v is not None]
        return cls(value, min(known, default=None), max(known, default=None))

    def over(self, divisor: float) -> "Interval":
        """All three divided by a positive number."""
        return Interval(*(None if v is None else v / divisor for v in (self.value, self.low, self.high)))
