"""Dawid and Skene's model as a method: voices' error rates learned again as the days go by."""

from datetime import timedelta

import numpy as np

from salient.assess.dawid_skene import dawid_skene
from salient.assess.fields import Problem
from salient.assess.observation import Observation
from salient.assess.votes import SURE_NATS, Votes

LEARN_EVERY_DAYS = 30
EPISODE_DAYS = 90
"""Votes on one place within this time are taken to be about one state of it."""
FEW_VOTES = 10


class Observers(Votes):
    """Each camp's claims of each sort are one observer; its log likelihood ratios are learned every month."""

    def __init__(self, problem: Problem) -> None:
        self._ratios: dict[int, dict[str, tuple[float, float]]] = {}
        self._first = problem.first
        states = [one for one in problem.seen if one.toward and one.place >= 0]
        months = range(0, problem.days, LEARN_EVERY_DAYS)
        for month in months:
            known = [one for one in states if one.known < problem.first + timedelta(month)]
            self._ratios[month // LEARN_EVERY_DAYS] = _learn(known)
        super().__init__(problem, self._sum)

    def _sum(self, said: list[Observation]) -> float:
        last = said[-1]
        ratios = self._ratios[max((last.known - self._first).days, 0) // LEARN_EVERY_DAYS]
        recent = {
            (one.voice, one.toward): one for one in said if (last.known - one.known).days <= EPISODE_DAYS
        }.values()
        default = (1.0, -1.0)
        total = sum(ratios.get(_observer(one), default)[0 if one.toward > 0 else 1] for one in recent)
        return float(np.clip(total, -SURE_NATS, SURE_NATS))


def _observer(one: Observation) -> str:
    return f"{one.speaks}:{one.sort}"


def _learn(known: list[Observation]) -> dict[str, tuple[float, float]]:
    """Log likelihood ratios of the measured side, for each observer's vote for it and against it."""
    if len(known) < FEW_VOTES:
        return {}
    items: dict[tuple[int, int], int] = {}
    names: dict[str, int] = {}
    votes = [
        (
            items.setdefault((one.place, one.known.toordinal() // EPISODE_DAYS), len(items)),
            names.setdefault(_observer(one), len(names)),
            int(one.toward > 0),
        )
        for one in known
    ]
    item, voice, said = (np.array(column, dtype=np.int64) for column in zip(*votes, strict=True))
    found = dawid_skene(item, voice, said, 2)
    log = np.log(found.confusion)
    return {name: (float(log[k, 1, 1] - log[k, 0, 1]), float(log[k, 1, 0] - log[k, 0, 0])) for name, k in names.items()}
