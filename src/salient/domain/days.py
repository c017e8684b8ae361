"""Calendar days of the theatre's time zone, and how exactly they are known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DayPrecision(StrEnum):
    """The unit of time that the words named."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"
    """Two ends said in different units, or one of them left open."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days for which a content is said to hold, both ends included; None is an end left open or unknown.

    Raises ValueError when the end lies before the start.
    """

    start: date | None
    end: date | None
    precision: DayPrecision

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"a range of days cannot end ({self.end}) before it starts ({self.start})")

    @classmethod
    def single(cls, day: date) -> "DayRange":
        return cls(day, day, DayPrecision.DAY)


UNKNOWN_DAYS = DayRange(None, None, DayPrecision.UNKNOWN)
