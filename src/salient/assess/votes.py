"""The simple methods that always run beside the clever one: last claim, and majority of the sides."""

from collections.abc import Callable
from datetime import timedelta

import numpy as np

from salient.assess.fields import Fields, Floats32, Problem, Row
from salient.assess.observation import STATES, Observation
from salient.assess.odds import logit, probability

SURE_NATS = 4.0
CALM_NATS = -4.0

Vote = Callable[[list[Observation]], float]
"""The log-odds that the claims about one place give, oldest first; 0 leaves the place as it was."""


def last_claim(said: list[Observation]) -> float:
    """Whoever spoke last of a place is believed."""
    return SURE_NATS * said[-1].toward


def majority(said: list[Observation]) -> float:
    """Each camp (either side, and those of neither) has one vote, its latest claim; a tie changes nothing."""
    latest = {one.speaks: one.toward for one in said}
    return SURE_NATS * float(np.sign(sum(latest.values())))


class Votes(Fields):
    """Places judged one by one, by a rule over all that was said of them so far."""

    def __init__(self, problem: Problem, vote: Vote) -> None:
        self._problem, self._vote = problem, vote
        prior = logit(probability(problem.prior))
        self._log_odds = np.tile(prior.astype(np.float32), (problem.days, 1))
        said: dict[int, list[Observation]] = {}
        for one in self._heard():
            said.setdefault(one.place, []).append(one)
            verdict = vote(said[one.place])
            if verdict:
                self._log_odds[max((one.known - problem.first).days, 0) :, one.place] = verdict

    @property
    def log_odds(self) -> Floats32:
        return self._log_odds

    @property
    def contest(self) -> Floats32:
        return np.full_like(self._log_odds, CALM_NATS)

    def rows(self, place: int, day: int) -> tuple[tuple[float, float], list[Row]]:
        prior = float(logit(probability(self._problem.prior))[place])
        on = self._problem.first + timedelta(day)
        said = [one for one in self._heard() if one.place == place and one.known <= on]
        moved = float(self.log_odds[day, place]) - prior
        if not said or not moved:
            return (prior, CALM_NATS), []
        last = said[-1]
        return (prior, CALM_NATS), [
            Row(last.voice, moved, 0.0, last.claim.id, (on - last.known).days, f"{len(said)} claims")
        ]

    def _heard(self) -> list[Observation]:
        problem = self._problem
        end = problem.first + timedelta(problem.days - 1)
        return [
            one
            for one in problem.seen
            if one.sort in STATES
            and one.place >= 0
            and one.known <= end
            and not (problem.has_baseline and one.known < problem.first)
        ]
