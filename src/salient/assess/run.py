"""Assess: claims in, the probability of control of every place on every day out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from salient.assess.fields import Fields, Floats32, Problem
from salient.assess.filter import Filter
from salient.assess.ground import Floats, Ground
from salient.assess.observation import observations
from salient.assess.observers import Observers
from salient.assess.origin import with_one_voice
from salient.assess.votes import Votes, last_claim, majority
from salient.domain.assessment import CONTESTED, Assessment, Control, Evidence
from salient.domain.claim import Claim
from salient.domain.errors import UsageError
from salient.domain.place import Place
from salient.domain.theatre import Theatre

DEFAULT = "filter"
METHODS: Mapping[str, Callable[[Problem], Fields]] = {
    DEFAULT: Filter,
    "majority": lambda problem: Votes(problem, majority),
    "last-claim": lambda problem: Votes(problem, last_claim),
    "dawid-skene": Observers,
}
SURE = 0.995
"""How sure a baseline's 0 or 1 is taken to be."""


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` on, the measured side holds the place with this probability, until the place's next step."""

    place_id: str
    day: date
    p_measured_side: float


class Run:
    """Control of every place on every day between `first` and `last`, both included."""

    def __init__(self, problem: Problem, theatre: Theatre, fields: Fields) -> None:
        self._ground, self._first, self._as_of = problem.ground, problem.first, problem.as_of
        self._theatre, self._fields, self._problem = theatre, fields, problem

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(one.id for one in self._problem.seen)

    @property
    def days(self) -> list[date]:
        return [self._first + timedelta(k) for k in range(self._problem.days)]

    def p(self, day: date) -> Floats:
        """The measured side's probability, contested ground shared out, aligned with the places given."""
        p: Floats = 1.0 / (1.0 + np.exp(-self._fields.at(self._row(day))[0].astype(np.float64)))
        return p

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes in the order of `table`."""
        return (*self._sides, CONTESTED)

    def table(self) -> Floats:
        """All probabilities at once, shape (days, places, outcomes)."""
        return _probabilities(self._fields.log_odds, self._fields.contest)

    def control(self, day: date) -> Mapping[str, Control]:
        """Probabilities of both sides and of contested, by place id."""
        rows = _probabilities(*self._fields.at(self._row(day))).tolist()
        return {
            place.id: Control(dict(zip(self.outcomes, row, strict=True)))
            for place, row in zip(self._ground.places, rows, strict=True)
        }

    def heard(self, claims: Sequence[Claim]) -> "Run":
        """This assessment after more was published: as if made anew, and quick where only late days change.

        Raises UsageError for a method that cannot go on from where it is.
        """
        if not isinstance(self._fields, Filter):
            raise UsageError("only the default method goes on from where it is")
        before, known = self._problem.seen, self._known
        told = [one for one in observations(self._ground, claims, self._theatre) if one.id not in known]
        origins = {one.claim.citation.origin for one in told} - {None}
        kin = [one for one in before if one.claim.citation.origin in origins] if origins else []
        more = [one for one in with_one_voice([*kin, *told]) if one.id not in known]
        if self._as_of is not None:
            more = [one for one in more if one.known <= self._as_of]
        fields = self._fields.heard(more)
        return Run(fields.problem, self._theatre, fields)

    def steps(self, threshold: float = 0.005) -> Iterator[Step]:
        """One step per place on the first day, then one per change of at least `threshold`, in order of place."""
        p = 1.0 / (1.0 + np.exp(-self._fields.log_odds.astype(np.float64)))
        days = self.days
        for i, place in enumerate(self._ground.places):
            told: float | None = None
            for day, value in zip(days, p[:, i].tolist(), strict=True):
                if told is None or abs(value - told) >= threshold:
                    told = value
                    yield Step(place.id, day, value)

    def explain(self, place_id: str, day: date) -> Assessment:
        """The prior and the rows that add up to the posterior. Raises UsageError for an unknown place or day."""
        row = self._row(day)
        if place_id not in self._ground.index:
            raise UsageError(f"no place {place_id!r} in this assessment")
        side, other = self._sides
        prior, rows = self._fields.rows(self._ground.index[place_id], row)
        return Assessment(
            place_id,
            day,
            self._as_of or day,
            {side: prior[0] / 2, other: -prior[0] / 2, CONTESTED: prior[1]},
            tuple(
                Evidence(
                    r.origin,
                    {side: r.log_odds / 2, other: -r.log_odds / 2, CONTESTED: r.contest},
                    r.claim,
                    r.age_days,
                    r.note,
                    r.reliability,
                )
                for r in rows
            ),
        )

    @property
    def _sides(self) -> tuple[str, str]:
        return sides_of(self._theatre)

    def _row(self, day: date) -> int:
        row = (day - self._first).days
        if not 0 <= row < self._problem.days:
            raise UsageError(f"{day} lies outside the days assessed")
        return row


def _probabilities(log_odds: Floats32, contest: Floats32) -> Floats:
    x, u = log_odds.astype(np.float64), contest.astype(np.float64)
    mass: Floats = np.exp(np.stack([x / 2, -x / 2, u], axis=-1))
    mass /= mass.sum(axis=-1, keepdims=True)
    return mass


def sides_of(theatre: Theatre) -> tuple[str, str]:
    other = theatre.opponent(theatre.measured_side)
    if other is None:
        raise UsageError(f"theatre {theatre.id}: control is assessed between exactly two sides")
    return theatre.measured_side, other


def assess(  # noqa: PLR0913 - a back-test has this many parts
    places: Sequence[Place],
    claims: Sequence[Claim],
    theatre: Theatre,
    first: date,
    last: date,
    *,
    as_of: date | None = None,
    baseline: Mapping[str, float] | None = None,
    method: str = DEFAULT,
) -> Run:
    """Assess every place on every day from `first` to `last`.

    `as_of` None lets each day see only what was published by then; a date lets every day see all that was published
    by that date. `baseline` is the probability of `theatre.measured_side` by place id on `first`; with one, claims
    published before `first` teach reliability only. Raises UsageError.
    """
    if last < first:
        raise UsageError(f"the last day ({last}) lies before the first ({first})")
    sides_of(theatre)
    ground = Ground.of(places)
    seen = with_one_voice(observations(ground, claims, theatre))
    if as_of is not None:
        seen = [o for o in seen if o.known <= as_of]
    prior = _prior(ground, baseline)
    if method not in METHODS:
        raise UsageError(f"no method {method!r} (known: {', '.join(METHODS)})")
    length = (last - first).days + 1
    problem = Problem(ground, tuple(seen), prior, first, length, baseline is not None, as_of, theatre)
    return Run(problem, theatre, METHODS[method](problem))


def _prior(ground: Ground, baseline: Mapping[str, float] | None) -> Floats:
    if baseline is None:
        return np.zeros(len(ground))
    p = np.array([baseline.get(place.id, 0.5) for place in ground.places])
    p = np.clip(p, 1 - SURE, SURE)
    odds: Floats = np.log(p / (1 - p))
    return odds
