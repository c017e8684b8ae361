"""The forward filter: one pass over the days, every day from what was known by then (docs/method.md)."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from salient.assess.credit import SIDES, Credit
from salient.assess.fields import Fields, Problem, Row
from salient.assess.ground import Floats
from salient.assess.odds import logit, probability
from salient.assess.parameters import Parameters, load_parameters
from salient.assess.replay import Books
from salient.assess.said import Said
from salient.assess.spread import Spread, neighbour_shares
from salient.assess.step import (
    STIR_FADE_DAYS,
    claim_rates,
    get_to_know,
    hear,
    line_rates,
    neighbour_rates,
    passing_by_rate,
    ripen,
    stir,
    total,
)

CALM_NATS = -2.0
"""Log weight of contested where nothing is said of a place, against two sides of even odds."""


@dataclass
class State:
    """What the filter carries from day to day, one value per place.

    `p` is the measured side's probability; `ripening` the daily rate, by side, at which claimed ground passes to it;
    `stirred` what fighting and contradiction add to the log weight of contested; `known` how much anything is known
    of the place, 0 to 1.
    """

    p: Floats
    stirred: Floats
    known: Floats
    ripening: dict[int, Floats] = field(default_factory=dict)


class Filter(Fields):
    """The default method. Keeps every day's answer, and explains it by replaying one place."""

    def __init__(self, problem: Problem, told: Parameters | None = None) -> None:
        self.problem, self.told = problem, told or load_parameters()
        n = len(problem.ground)
        self.said = Said.of(problem.seen, by_content_day=problem.as_of is not None)
        named = np.array([one.place for one in self.said.kept], dtype=np.int64)
        self.spread = Spread(problem, named, self.told)
        self.beside = neighbour_shares(problem.ground, self.told.coupling_km, self.spread.barriers)
        before = (problem.first - self.begin).days
        shape = (before + problem.days, n)
        self._log_odds, self._contest = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
        self._credits: dict[date, Credit] = {}
        for row, (day, state, credit) in enumerate(self._days()):
            self._log_odds[row] = logit(state.p)
            self._contest[row] = CALM_NATS + state.stirred
            if day in self.said.by_day:
                self._credits[day] = credit
        self.log_odds, self.contest = self._log_odds[before:], self._contest[before:]

    @property
    def begin(self) -> date:
        """The day the filter starts: the first, or without a baseline the day of the first claim."""
        problem = self.problem
        if problem.has_baseline or not self.said.day:
            return problem.first
        return min(problem.first, self.said.day[0])

    def _days(self) -> Iterator[tuple[date, State, Credit]]:
        problem, told = self.problem, self.told
        n = len(problem.ground)
        credit = Credit(told)
        credit.learn_from_baseline(problem)
        state = State(probability(problem.prior), np.zeros(n), self._known(), {side: np.zeros(n) for side in SIDES})
        fade, calm = np.exp(-1.0 / told.claim_fade_days), np.exp(-1.0 / STIR_FADE_DAYS)
        day = self.begin
        while day <= problem.first + timedelta(problem.days - 1):
            credit.pass_day()
            beside = self.beside @ state.p
            rates = total(
                claim_rates(state.ripening, beside, told), neighbour_rates(beside, told), line_rates(beside, told)
            )
            p_before = state.p
            state.p = passing_by_rate(rates).apply(state.p)
            state.stirred *= calm
            for side in SIDES:
                state.ripening[side] *= fade
            heard_with = copy(credit)
            today = self.said.by_day.get(day)
            if today is not None:
                entries = self.spread.entries(today, p_before, state.known, self.said.lately(day))
                heard = hear(today, entries, credit, told, state.known)
                state.p = probability(logit(heard.passing.apply(state.p)) + heard.log_ratio)
                ripen(state.ripening, today, entries, credit, told)
                stir(state.stirred, today, entries)
                get_to_know(state.known, today, entries)
                credit.learn(today.observations)
            state.p = np.clip(state.p, 1.0 - told.sure, told.sure)
            yield day, state, heard_with
            day += timedelta(1)

    def _known(self) -> Floats:
        return np.full(len(self.problem.ground), 1.0 if self.problem.has_baseline else 0.0)

    def rows(self, place: int, day: int) -> tuple[tuple[float, float], list[Row]]:
        """Replay the place up to the day. The prior is the baseline's, or even odds where there is none."""
        told, first = self.told, self.begin
        prior = float(logit(probability(self.problem.prior[place : place + 1]))[0])
        known = self._known()
        books = Books(told, prior, known[place : place + 1])
        fade, calm = float(np.exp(-1.0 / told.claim_fade_days)), float(np.exp(-1.0 / STIR_FADE_DAYS))
        beside_row = self.beside[[place]]
        before = probability(self.problem.prior)
        until = (self.problem.first - first).days + day
        for row in range(until + 1):
            on = first + timedelta(row)
            books.pass_day(float((beside_row @ before)[0]), fade, calm)
            today = self.said.by_day.get(on)
            if today is not None and (heard := today.at(self.spread.speaks_of(today, place))) is not None:
                entries = self.spread.entries(heard, before, known, self.said.lately(on)).only(place)
                books.hear(heard, entries, self._credits[on])
            books.settle(float(self._log_odds[row, place]))
            before = probability(self._log_odds[row].astype(np.float64))
        last = first + timedelta(until)
        return (prior, CALM_NATS), books.rows({k: self._told_by(k, last) for k in books.heard})

    def _told_by(self, number: int, last: date) -> Row:
        one = self.said.kept[number]
        said_by = one.claim.attribution.speaker or one.claim.citation.outlet or one.voice
        return Row(said_by, 0.0, 0.0, one.claim.id, (last - self.said.day[number]).days, one.sort.value)
