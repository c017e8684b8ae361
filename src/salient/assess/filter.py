"""The forward filter: one pass over the days, every day from what was known by then (docs/method.md)."""

from bisect import insort
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from salient.assess.credit import Credit
from salient.assess.fields import Fields, Floats32, Problem, Row
from salient.assess.observation import Observation, in_order
from salient.assess.odds import logit, probability
from salient.assess.parameters import Parameters, load_parameters
from salient.assess.replay import Books
from salient.assess.said import Said
from salient.assess.smooth import Backward
from salient.assess.spread import Spread, neighbour_shares
from salient.assess.state import Setting, State, live_day
from salient.assess.step import CALM_NATS, STIR_FADE_DAYS, Knowledge, withstood

EVEN = "even odds"
LATER = "later reports"
SNAPSHOT_DAYS = 8
"""How often the state is kept, and for how many of the last days, so that a new report has little lived again."""


class Filter(Fields):
    """The default method. Keeps every day's answer, and explains it by replaying one place.

    Where `as_of` is a day, claims act on the days they are about, and later ones speak of earlier days too.
    """

    def __init__(self, problem: Problem, told: Parameters | None = None) -> None:
        self.problem, self.told = problem, told or load_parameters()
        self._said = Said.of(problem.seen, by_content_day=problem.as_of is not None)
        self._spread = Spread(problem, self.told)
        self._shares = neighbour_shares(problem.ground, self.told.coupling_km, self._spread.barriers)
        first = State.first(problem, self.told)
        self._withstood = withstood(first.p, self._shares @ first.known.felt(first.p), self.told)
        self._begin = problem.first
        if not problem.has_baseline and self._said.day:
            self._begin = min(problem.first, self._said.day[0])
        self._log_odds: list[Floats32] = []
        self._contest: list[Floats32] = []
        self._credits: dict[date, Credit] = {}
        self._beside: list[Floats32] = []
        self._shares_true: list[dict[int, float]] = []
        self._deep: set[int] = set()
        self._snapshots: dict[int, State] = {}
        self._live(0, first)

    def heard(self, more: Sequence[Observation]) -> "Filter":
        """The same filter after more was published, living again only the days since the first of it.

        Falls back to a new run where the order of days leaves no other way. This filter stays as it is.
        """
        first = min((one.known for one in more), default=None)
        usable = [row for row in self._snapshots if first is not None and self._begin + timedelta(row) <= first]
        problem = replace(self.problem, seen=_merged(self.problem.seen, more))
        said = self._said.extended(more) if self.problem.as_of is None and usable else None
        if said is None or first is None or (problem.has_baseline and first < problem.first):
            return Filter(problem, self.told)
        other = copy(self)
        other.problem, other._said = problem, said
        for stacked in ("log_odds", "contest"):
            other.__dict__.pop(stacked, None)
        other._credits, other._deep = dict(self._credits), set(self._deep)
        start = max(usable)
        other._log_odds, other._contest = self._log_odds[:start], self._contest[:start]
        other._beside, other._shares_true = self._beside[:start], self._shares_true[:start]
        other._snapshots = {row: state for row, state in self._snapshots.items() if row <= start}
        other._live(start, copy(self._snapshots[start]))
        return other

    @property
    def _before(self) -> int:
        return (self.problem.first - self._begin).days

    def _live(self, start: int, state: State) -> None:
        """Live the days from row `start` on, `state` being that of the evening before."""
        setting = Setting(self._said, self._spread, self._shares, self._withstood, self.told)
        length = self._before + self.problem.days
        backward = Backward(length, len(self.problem.ground)) if self.problem.as_of is not None else None
        for row in range(start, length):
            if row % SNAPSHOT_DAYS == 0 or row >= length - SNAPSHOT_DAYS:
                self._snapshots[row] = copy(state)
            day = self._begin + timedelta(row)
            lived = live_day(state, day, setting)
            self._log_odds.append(logit(state.p).astype(np.float32))
            self._contest.append((CALM_NATS + state.stirred + state.known.of_even_odds(state.p)).astype(np.float32))
            self._beside.append(lived.beside.astype(np.float32))
            self._shares_true.append(lived.shares)
            if day in self._said.by_day:
                self._credits[day] = lived.credit
            self._deep.update(lived.deep)
            if backward is not None:
                backward.keep(row, lived.passed, lived.heard)
        self._later = None if backward is None else backward.later()[self._before :]

    @cached_property
    def log_odds(self) -> Floats32:
        return np.array([self.at(row)[0] for row in range(self.problem.days)])

    @cached_property
    def contest(self) -> Floats32:
        return np.array(self._contest[self._before :])

    def at(self, row: int) -> tuple[Floats32, Floats32]:
        log_odds, contest = self._log_odds[self._before + row], self._contest[self._before + row]
        if self._later is None:
            return log_odds, contest
        most = np.float32(logit(np.array([self.told.sure]))[0])
        return np.clip(log_odds + self._later[row], -most, most), contest

    def rows(self, place: int, day: int) -> tuple[tuple[float, float], list[Row]]:
        """Replay the place up to the day. The prior is the baseline's, or even odds where there is none."""
        told, until = self.told, self._before + day
        prior = float(logit(probability(self.problem.prior[place : place + 1]))[0])
        known = Knowledge.at_first(len(self.problem.ground), self.problem.has_baseline)
        here = {side: share[place : place + 1] for side, share in self._withstood.items()}
        books = Books(told, prior, known.only(place), here)
        fade, calm = float(np.exp(-1.0 / told.claim_fade_days)), float(np.exp(-1.0 / STIR_FADE_DAYS))
        before = probability(self.problem.prior)
        for row in range(until + 1):
            on = self._begin + timedelta(row)
            books.pass_day(float(self._beside[row][place]), self._shares_true[row], fade, calm)
            today = self._said.by_day.get(on)
            if today is not None and (heard := today.at(self._spread.speaks_of(today, place, self._deep))) is not None:
                entries = self._spread.entries(heard, before, known.around, self._said.lately(on)).only(place)
                beside = self._beside[row].astype(np.float64)
                books.hear(heard, books.known.temper(entries), self._credits[on], beside)
            books.settle(float(self._log_odds[row][place]))
            before = probability(self._log_odds[row].astype(np.float64))
        last = self._begin + timedelta(until)
        rows = books.rows({k: self._told_by(k, last) for k in books.heard})
        later = float(self.at(day)[0][place]) - books.log_odds
        even = float(self._contest[until][place]) - CALM_NATS - sum(row.contest for row in rows)
        rows.append(Row(EVEN, 0.0, even))
        return (prior, CALM_NATS), [*rows, Row(LATER, later)] if later else rows

    def _told_by(self, number: int, last: date) -> Row:
        one = self._said.kept[number]
        said_by = one.claim.attribution.speaker or one.voice
        worth = self._credits[self._said.day[number]].worth(one)
        return Row(said_by, 0.0, 0.0, one.id, (last - self._said.day[number]).days, one.sort.value, worth)


def _merged(seen: tuple[Observation, ...], more: Sequence[Observation]) -> tuple[Observation, ...]:
    """Add to observations in order."""
    merged = list(seen)
    for one in more:
        insort(merged, one, key=in_order)
    return tuple(merged)
