"""What the words of a side and of each of its speakers are worth, learned from what came of earlier ones."""

from collections.abc import Sequence
from copy import copy
from datetime import date, timedelta
from itertools import takewhile

import numpy as np

from salient.assess.fields import Problem
from salient.assess.habit import Habit
from salient.assess.observation import STATES, Observation, Sort
from salient.assess.parameters import Parameters
from salient.assess.tally import Tally, share

SIDES = (1, -1)
OBSERVERS = (Sort.HOLD, Sort.ADMISSION, Sort.INDEPENDENT, Sort.OUTLET)
"""Sorts of claims that are weighed as likelihoods."""
SAME_STATE_DAYS = 30
"""Claims about one place within this time are mostly about one state of it."""
LEAST_SOUND = 0.1
NOBODY = ""
"""Whose captures the other side admits that nobody announced: they count for every speaker of the side."""
UNBORNE_DAYS = 30
"""A capture that nobody of another side has borne out by then counts against those who announced it."""
ANSWERS = (Sort.CAPTURE, Sort.HOLD, Sort.CONTEST, Sort.ADMISSION)
"""What is announced and what is said against it come before what bears it out: order within a day must not matter."""
BEAR_OUT = (Sort.ADMISSION, Sort.INDEPENDENT, Sort.OUTLET)


class Credit:
    """Fading counts of what came of claims, per side and sort, and per speaker; a speaker's shrink to its side's.

    Of captures: confirmed where the other side admits the loss or others bear the capture out; contradicted where the
    other side holds, denies, or is still fighting at a place announced within a month, or nobody else has borne it out
    by then. Of what observers say: whether the last other voice on the place agrees, per direction, which makes a
    confusion matrix of each speaker.
    """

    def __init__(self, parameters: Parameters) -> None:
        self.told = parameters
        self.captures, self.agreed = Tally(parameters.learned_fade_days), Tally(parameters.learned_fade_days)
        self.habits = {side: Habit() for side in SIDES}
        self._today = date.min
        self._said: dict[int, Observation] = {}
        self._open: dict[tuple[int, int], tuple[date, tuple[str, ...]]] = {}
        """Per place and side the day of a capture that is neither borne out nor overdue, and who announced it."""

    def __copy__(self) -> "Credit":
        other = Credit(self.told)
        other.captures, other.agreed = copy(self.captures), copy(self.agreed)
        other.habits = {side: copy(habit) for side, habit in self.habits.items()}
        other._today, other._said, other._open = self._today, dict(self._said), dict(self._open)
        return other

    @classmethod
    def after(cls, seen: Sequence[Observation], until: date, parameters: Parameters) -> "Credit":
        """What has been learned by a day from what was published by then, without a baseline."""
        credit = cls(parameters)
        by_day: dict[date, list[Observation]] = {}
        for one in seen:
            by_day.setdefault(one.known, []).append(one)
        day = min(by_day, default=until)
        while day <= until:
            credit.pass_day(day)
            credit.learn(by_day.get(day, ()))
            day += timedelta(1)
        return credit

    @classmethod
    def before(cls, problem: Problem, parameters: Parameters) -> "Credit":
        """What is known of voices on the morning of the first day.

        With a baseline, what came of claims made before it counts as if the days had been lived through. Which of them
        the baseline shows true does not: it tells that they hold now, not that they did when they were made.
        """
        if not problem.has_baseline:
            return cls(parameters)
        earlier = [one for one in problem.seen if one.known < problem.first]
        return cls.after(earlier, problem.first - timedelta(1), parameters)

    def pass_day(self, day: date) -> None:
        """Count against a side and its speakers what nobody has borne out in time."""
        self._today = day
        for habit in self.habits.values():
            habit.pass_day(day)
        oldest_first = self._open.items()
        overdue = list(takewhile(lambda one: (day - one[1][0]).days >= UNBORNE_DAYS, oldest_first))
        for (place, toward), (_, voices) in overdue:
            del self._open[place, toward]
            self._count(toward, voices, day, bad=self.told.unborne)

    def learn(self, today: Sequence[Observation]) -> None:
        """Count the day's answers to captures that are open, those announced the same day included."""
        for one in sorted(today, key=_captures_first):
            own, other = (one.place, one.toward), (one.place, -one.toward or -one.speaks)
            announced = self._open.get(own if one.sort in BEAR_OUT else other)
            voices = announced[1] if announced else ()
            if one.sort in BEAR_OUT and announced:
                del self._open[own]
                self.habits[one.toward].bear_out(one.place, announced[0])
                self._count(one.toward, voices, one.known, good=1.0)
            elif one.sort is Sort.ADMISSION:
                self._count(one.toward, (), one.known, good=1.0)
            elif one.sort is Sort.HOLD and announced:
                self._count(-one.toward, voices, one.known, bad=1.0)
            elif one.sort is Sort.CONTEST and announced:
                self._count(-one.speaks, voices, one.known, bad=0.5)
            elif one.sort is Sort.CAPTURE and one.place >= 0:
                self._announce(one)
        for one in today:
            if one.toward and one.place >= 0 and one.sort in STATES:
                self._compare(one)

    def _announce(self, one: Observation) -> None:
        day, voices = self._open.get((one.place, one.toward), (one.known, ()))
        if not voices:
            self.habits[one.toward].announce(one.place, day)
        self._open[one.place, one.toward] = day, tuple(sorted({*voices, one.voice}))

    def _count(self, side: int, voices: Sequence[str], day: date, good: float = 0.0, bad: float = 0.0) -> None:
        for key in (side, *((side, voice) for voice in voices or (NOBODY,))):
            self.captures.add(key, day, good, bad)

    def _compare(self, one: Observation) -> None:
        """Note whether the last other voice to speak of the place agrees; both may be wrong, so both are noted."""
        before = self._said.get(one.place)
        if before is not None and before.voice != one.voice and (one.known - before.known).days <= SAME_STATE_DAYS:
            agrees = float(before.toward == one.toward)
            for observer in (one, before):
                if observer.sort in OBSERVERS:
                    kind = observer.sort, observer.speaks
                    for key in (kind, (*kind, observer.toward, observer.voice)):
                        self.agreed.add(key, one.known, agrees, 1.0 - agrees)
        self._said[one.place] = one

    def agreement(self, sort: Sort, speaks: int, toward: int = 0, voice: str = "") -> float:
        """How often others agree with such claims; where a voice is named, with its own that speak for that side."""
        told, today = self.told, self._today
        good, bad = self.agreed.on((sort, speaks), today)
        if voice:
            own = self.agreed.on((sort, speaks, toward, voice), today)
            good, bad = (mine + told.colleagues * (all_ - mine) for mine, all_ in zip(own, (good, bad), strict=True))
        return share(good, bad, told.usual_agreement, told.agreement_claims)

    def soundness(self, one: Observation) -> float:
        """What the claim of an observer weighs against its table weight, 0 to 1, by how such and its own agree."""
        found = self.agreement(one.sort, one.speaks, one.toward, one.voice)
        return float(min(max((2.0 * found - 1.0) / (2.0 * self.told.usual_agreement - 1.0), LEAST_SOUND), 1.0))

    def share(self, side: int, voice: str = "") -> float:
        """The share of the captures, of a side or of one of its speakers, that hold on the day they are made."""
        told, today = self.told, self._today
        good, bad = self.captures.on(side, today)
        if voice:
            own, nobodys = self.captures.on((side, voice), today), self.captures.on((side, NOBODY), today)
            good, bad = (
                mine + any_ + told.colleagues * (all_ - mine - any_)
                for mine, any_, all_ in zip(own, nobodys, (good, bad), strict=True)
            )
        return share(good * told.response_weight, bad * told.response_weight, told.true_when_said, told.prior_claims)

    def shares(self) -> dict[int, float]:
        return {side: self.share(side) for side in SIDES}

    def true(self, one: Observation) -> float:
        """How probably a capture holds on the day it is announced.

        While a side announces more than it used to, and nobody bears it out, it is believed less.
        """
        found = self.share(one.toward, one.voice)
        return found / (found + (1.0 - found) * float(self.habits[one.toward].excess ** self.told.surge))

    def standing(self, one: Observation) -> float:
        """By how much, in log-odds, a capture is more to be believed than those of its side at large."""
        own, side = self.true(one), self.share(one.toward)
        return float(np.log(own / (1.0 - own)) - np.log(side / (1.0 - side)))

    def rate(self, one: Observation) -> float:
        """The daily rate at which a place that is claimed passes to the claimant afterwards."""
        told = self.told
        return float(told.ripening * (self.true(one) / told.true_when_said) ** told.ripening_exponent)

    def worth(self, one: Observation) -> float | None:
        """The share of such claims of this speaker that hold, by what was learned; None where none is learned."""
        if one.sort is Sort.CAPTURE:
            return self.true(one)
        return self.agreement(one.sort, one.speaks, one.toward, one.voice) if one.sort in OBSERVERS else None


def _captures_first(one: Observation) -> int:
    return ANSWERS.index(one.sort) if one.sort in ANSWERS else len(ANSWERS)
