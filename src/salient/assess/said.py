"""The observations of a run as arrays, day by day, with repeats told apart from news."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from salient.assess.ground import Floats, Ints
from salient.assess.observation import Observation, Sort

ECHO_DAYS = 10
"""The same voice saying the same of the same place again within these days is one origin."""
SAME_CAPTURE_DAYS = 60
"""A side that announces the same capture again within these days adds no news, whoever of its voices speaks."""


LATELY_DAYS = 7


@dataclass(frozen=True)
class Today:
    """One day's observations, in the order of `Said.kept`; `number` is their place in it."""

    number: Ints
    place: Ints
    area: Ints
    """-1 where a single place is meant; then `place` is -1 where an area is."""
    toward: Floats
    sort: npt.NDArray[np.str_]
    fresh: npt.NDArray[np.bool_]
    """False for a capture that the side announced before."""
    event: npt.NDArray[np.bool_]
    observations: tuple[Observation, ...]

    def of(self, *sorts: Sort) -> npt.NDArray[np.bool_]:
        return np.isin(self.sort, [sort.value for sort in sorts])

    def at(self, chosen: npt.NDArray[np.bool_]) -> "Today | None":
        """Some of the day's observations, None where none is chosen."""
        if not chosen.any():
            return None
        return Today(
            self.number[chosen],
            self.place[chosen],
            self.area[chosen],
            self.toward[chosen],
            self.sort[chosen],
            self.fresh[chosen],
            self.event[chosen],
            tuple(one for one, keep in zip(self.observations, chosen, strict=True) if keep),
        )


@dataclass(frozen=True)
class Said:
    """All observations but echoes, by the day they act on."""

    kept: tuple[Observation, ...]
    day: tuple[date, ...]
    fresh: tuple[bool, ...]

    @classmethod
    def of(cls, seen: Sequence[Observation], by_content_day: bool) -> "Said":
        """Leave out echoes. `by_content_day`: act on the day the content is about, not the day it was published."""
        last: dict[tuple[int, int, Sort, int, str], date] = {}
        captured: dict[tuple[int, int, int], date] = {}
        kept, days, fresh = [], [], []
        when = [(one.day if by_content_day else one.known) for one in seen]
        for k in sorted(range(len(seen)), key=lambda k: (when[k], k)):
            one, day = seen[k], when[k]
            origin = (one.place, one.area, one.sort, one.toward, one.voice)
            if origin in last and (day - last[origin]).days <= ECHO_DAYS:
                continue
            last[origin] = day
            before = captured.get((one.place, one.area, one.toward))
            news = before is None or (day - before).days > SAME_CAPTURE_DAYS
            if one.sort is Sort.CAPTURE:
                captured[one.place, one.area, one.toward] = day
            kept.append(one)
            days.append(day)
            fresh.append(news)
        return cls(tuple(kept), tuple(days), tuple(fresh))

    @cached_property
    def by_day(self) -> dict[date, Today]:
        groups: dict[date, list[int]] = {}
        for k, day in enumerate(self.day):
            groups.setdefault(day, []).append(k)
        return {day: self._today(numbers) for day, numbers in groups.items()}

    def lately(self, day: date) -> tuple[Observation, ...]:
        """What was said on a day and in the days before it."""
        first = bisect_left(self.day, day - timedelta(LATELY_DAYS))
        return self.kept[first : bisect_right(self.day, day)]

    def _today(self, numbers: list[int]) -> Today:
        ones = tuple(self.kept[k] for k in numbers)
        return Today(
            np.array(numbers, dtype=np.int64),
            np.array([one.place for one in ones], dtype=np.int64),
            np.array([one.area for one in ones], dtype=np.int64),
            np.array([one.toward for one in ones], dtype=float),
            np.array([one.sort.value for one in ones]),
            np.array([self.fresh[k] for k in numbers], dtype=bool),
            np.array([one.event for one in ones], dtype=bool),
            ones,
        )
