"""The observations of a run as arrays, day by day, with repeats told apart from news."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from salient.assess.ground import Floats, Ints
from salient.assess.observation import STATES, Observation, Sort
from salient.domain.kind import Stance

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
    speaks: Floats
    sort: npt.NDArray[np.str_]
    fresh: npt.NDArray[np.bool_]
    """False for a capture that the side announced before."""
    event: npt.NDArray[np.bool_]
    """Whether it says that ground changed hands: in so many words, or because its voice said otherwise before."""
    off_km: Floats
    """How far from the place a side stands, where that is all that is told; else 0."""
    observations: tuple[Observation, ...]

    def of(self, *sorts: Sort) -> npt.NDArray[np.bool_]:
        found: npt.NDArray[np.bool_] = self.sort == sorts[0].value
        for sort in sorts[1:]:
            found |= self.sort == sort.value
        return found

    def at(self, chosen: npt.NDArray[np.bool_]) -> "Today | None":
        """Some of the day's observations, None where none is chosen."""
        if not chosen.any():
            return None
        return Today(
            self.number[chosen],
            self.place[chosen],
            self.area[chosen],
            self.toward[chosen],
            self.speaks[chosen],
            self.sort[chosen],
            self.fresh[chosen],
            self.event[chosen],
            self.off_km[chosen],
            tuple(one for one, keep in zip(self.observations, chosen, strict=True) if keep),
        )


class Said:
    """All observations but echoes, by the day they act on: `kept`, `day` and `fresh` run along them, in order."""

    def __init__(self, by_content_day: bool) -> None:
        self._by_content_day = by_content_day
        self._last: dict[tuple[int, int, Sort, int, str], date] = {}
        self._captured: dict[tuple[int, int, int], date] = {}
        self._holder: dict[tuple[int, str], int] = {}
        """Which side holds a place by the last word of each voice."""
        self.kept: list[Observation] = []
        self.day: list[date] = []
        self.fresh: list[bool] = []
        self.event: list[bool] = []
        self.by_day: dict[date, Today] = {}

    @classmethod
    def of(cls, seen: Sequence[Observation], by_content_day: bool) -> "Said":
        """Leave out echoes. `by_content_day`: act on the day the content is about, not the day it was published."""
        said = cls(by_content_day)
        said._add(seen)
        return said

    def extended(self, more: Sequence[Observation]) -> "Said | None":
        """The same with more said, None where some of it acts before what was heard last."""
        if self.day and min(map(self._acts, more), default=date.max) < self.day[-1]:
            return None
        other = copy(self)
        other._last, other._captured, other.by_day = dict(self._last), dict(self._captured), dict(self.by_day)
        other._holder, other.event = dict(self._holder), list(self.event)
        other.kept, other.day, other.fresh = list(self.kept), list(self.day), list(self.fresh)
        other._add(more)
        return other

    def lately(self, day: date) -> Sequence[Observation]:
        """What was said on a day and in the days before it."""
        first = bisect_left(self.day, day - timedelta(LATELY_DAYS))
        return self.kept[first : bisect_right(self.day, day)]

    def _acts(self, one: Observation) -> date:
        return one.day if self._by_content_day else one.known

    def _add(self, seen: Sequence[Observation]) -> None:
        start = len(self.kept)
        for one in sorted(seen, key=self._acts):
            day = self._acts(one)
            origin = (one.place, one.area, one.sort, one.toward, one.voice)
            if origin in self._last and (day - self._last[origin]).days <= ECHO_DAYS:
                continue
            self._last[origin] = day
            same = (one.place, one.area, one.toward)
            before = self._captured.get(same)
            if one.sort is Sort.CAPTURE:
                self._captured[same] = day
            self.kept.append(one)
            self.day.append(day)
            self.fresh.append(before is None or (day - before).days > SAME_CAPTURE_DAYS)
            self.event.append(self._says_otherwise(one) or one.event)
        if start < len(self.day):
            start = bisect_left(self.day, self.day[start])
        groups: dict[date, list[int]] = {}
        for k in range(start, len(self.kept)):
            groups.setdefault(self.day[k], []).append(k)
        self.by_day.update({day: self._today(numbers) for day, numbers in groups.items()})

    def _says_otherwise(self, one: Observation) -> bool:
        """Whether it gives a place to the side that the same voice, when it last spoke of it, had not: it has changed
        hands since."""
        if one.place < 0 or one.sort not in STATES or one.claim.attribution.stance is not Stance.ASSERTS:
            return False
        before = self._holder.get((one.place, one.voice))
        self._holder[one.place, one.voice] = one.toward
        return before == -one.toward

    def _today(self, numbers: list[int]) -> Today:
        ones = tuple(self.kept[k] for k in numbers)
        return Today(
            np.array(numbers, dtype=np.int64),
            np.array([one.place for one in ones], dtype=np.int64),
            np.array([one.area for one in ones], dtype=np.int64),
            np.array([one.toward for one in ones], dtype=float),
            np.array([one.speaks for one in ones], dtype=float),
            np.array([one.sort.value for one in ones]),
            np.array([self.fresh[k] for k in numbers], dtype=bool),
            np.array([self.event[k] for k in numbers], dtype=bool),
            np.array([one.off_km for one in ones], dtype=float),
            ones,
        )
