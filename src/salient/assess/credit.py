"""What a side's own claims are worth, learned from what came of its earlier ones."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

import numpy as np

from salient.assess.fields import Problem
from salient.assess.observation import Observation, Sort
from salient.assess.parameters import Parameters

SIDES = (1, -1)
STATES = (Sort.CAPTURE, Sort.HOLD, Sort.ADMISSION, Sort.INDEPENDENT, Sort.OUTLET)
OBSERVERS = (
    (Sort.HOLD, 1),
    (Sort.HOLD, -1),
    (Sort.ADMISSION, 1),
    (Sort.ADMISSION, -1),
    (Sort.INDEPENDENT, 0),
    (Sort.OUTLET, 0),
)
"""Those whose claims are weighed as likelihoods: sort, and the side that speaks."""
SAME_STATE_DAYS = 30
"""Claims about one place within this time are mostly about one state of it."""
LEAST_SOUND = 0.1
UNBORNE_DAYS = 30
"""A capture that nobody of another side has borne out by then counts against those who announced it."""
ANSWERS = (Sort.CAPTURE, Sort.HOLD, Sort.CONTEST, Sort.ADMISSION)
"""What is announced and what is said against it come before what bears it out: order within a day must not matter."""
BEAR_OUT = (Sort.ADMISSION, Sort.INDEPENDENT, Sort.OUTLET)


class Credit:
    """Fading counts of a side's capture claims that were confirmed and contradicted, by independent voices.

    Confirmed: the other side admits a loss, others bear an announced capture out, or the baseline shows an earlier
    claim true. Contradicted: the other side holds, denies, or is still fighting at a place announced within a month;
    nobody else has borne a capture out by then; or the baseline shows an earlier claim untrue.
    """

    def __init__(self, parameters: Parameters) -> None:
        self.told = parameters
        self._fade = np.exp(-1.0 / parameters.learned_fade_days)
        self.agreed = dict.fromkeys(OBSERVERS, 0.0)
        self.disagreed = dict.fromkeys(OBSERVERS, 0.0)
        self._said: dict[int, Observation] = {}
        self.confirmed = dict.fromkeys(SIDES, 0.0)
        self.contradicted = dict.fromkeys(SIDES, 0.0)
        self._open: dict[tuple[int, int], date] = {}

    def __copy__(self) -> "Credit":
        other = Credit(self.told)
        other.confirmed, other.contradicted = dict(self.confirmed), dict(self.contradicted)
        other.agreed, other.disagreed = dict(self.agreed), dict(self.disagreed)
        other._said, other._open = dict(self._said), dict(self._open)
        return other

    def learn_from_baseline(self, problem: Problem) -> None:
        """Count the capture claims made before the first day by whether the baseline shows them true."""
        if not problem.has_baseline:
            return
        told = self.told
        for one in problem.seen:
            age = (problem.first - one.known).days
            if age <= 0 or one.sort is not Sort.CAPTURE or one.place < 0:
                continue
            weight = float(np.exp(-age / told.learned_fade_days))
            if (problem.prior[one.place] > 0) == (one.toward > 0):
                self.confirmed[one.toward] += weight * float(np.exp(-age / told.old_confirmation_fade_days))
            else:
                self.contradicted[one.toward] += weight

    def pass_day(self, day: date) -> None:
        """Let what was learned fade, and count against a side what nobody has borne out in time."""
        for side in SIDES:
            self.confirmed[side] *= self._fade
            self.contradicted[side] *= self._fade
        for observer in OBSERVERS:
            self.agreed[observer] *= self._fade
            self.disagreed[observer] *= self._fade
        oldest_first = self._open.items()
        overdue = list(takewhile(lambda one: (day - one[1]).days >= UNBORNE_DAYS, oldest_first))
        for (place, toward), _ in overdue:
            del self._open[place, toward]
            self.contradicted[toward] += self.told.unborne

    def learn(self, today: Sequence[Observation]) -> None:
        """Count the day's answers to captures that are open, those announced the same day included."""
        for one in sorted(today, key=_captures_first):
            borne_out = one.sort in BEAR_OUT and self._open.pop((one.place, one.toward), None) is not None
            if borne_out or one.sort is Sort.ADMISSION:
                self.confirmed[one.toward] += 1.0
            elif one.sort is Sort.HOLD and (one.place, -one.toward) in self._open:
                self.contradicted[-one.toward] += 1.0
            elif one.sort is Sort.CONTEST and (one.place, -one.speaks) in self._open:
                self.contradicted[-one.speaks] += 0.5
            elif one.sort is Sort.CAPTURE and one.place >= 0:
                self._open.setdefault((one.place, one.toward), one.known)
        for one in today:
            if one.toward and one.place >= 0 and one.sort in STATES:
                self._compare(one)

    def _compare(self, one: Observation) -> None:
        """Note whether the last other voice to speak of the place agrees; both may be wrong, so both are noted."""
        before = self._said.get(one.place)
        if before is not None and before.voice != one.voice and (one.known - before.known).days <= SAME_STATE_DAYS:
            counts = self.agreed if before.toward == one.toward else self.disagreed
            for observer in ((one.sort, one.speaks), (before.sort, before.speaks)):
                if observer in counts:
                    counts[observer] += 1.0
        self._said[one.place] = one

    def soundness(self, sort: Sort, speaks: int) -> float:
        """What the claims of one kind of observer weigh against their table weight, 0 to 1, by how they agree."""
        good, bad = self.agreed[sort, speaks], self.disagreed[sort, speaks]
        told = self.told
        share = (told.usual_agreement * told.agreement_claims + good) / (told.agreement_claims + good + bad)
        return float(min(max((2.0 * share - 1.0) / (2.0 * told.usual_agreement - 1.0), LEAST_SOUND), 1.0))

    def share(self, side: int) -> float:
        """The share of the side's capture claims that hold on the day they are made."""
        told = self.told
        good, bad = (count[side] * told.response_weight for count in (self.confirmed, self.contradicted))
        return (told.true_when_said * told.prior_claims + good) / (told.prior_claims + good + bad)

    def shares(self) -> dict[int, float]:
        return {side: self.share(side) for side in SIDES}

    def rate(self, side: int) -> float:
        """The daily rate at which places that the side claims pass to it afterwards."""
        told = self.told
        return float(told.ripening * (self.share(side) / told.true_when_said) ** told.ripening_exponent)


def _captures_first(one: Observation) -> int:
    return ANSWERS.index(one.sort) if one.sort in ANSWERS else len(ANSWERS)
