"""What the filter carries from day to day, and one day of it."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from scipy import sparse

from salient.assess.credit import SIDES, Credit
from salient.assess.fields import Problem
from salient.assess.ground import Floats
from salient.assess.odds import logit, probability
from salient.assess.parameters import Parameters
from salient.assess.said import Said
from salient.assess.spread import Spread
from salient.assess.standing import Standing
from salient.assess.step import (
    STIR_FADE_DAYS,
    WORDS,
    Heard,
    Knowledge,
    Passing,
    Ripening,
    SoFar,
    claim_rates,
    hear,
    line_rates,
    neighbour_rates,
    of_captures,
    passing_by_rate,
    ripen,
    stir,
    total,
)


@dataclass
class State:
    """One value per place, but for `credit`.

    `p` is the measured side's probability; `ripening` the daily rates at which claimed ground passes to a side;
    `stirred` what fighting and contradiction add to the log weight of contested; `known` how much anything is known
    of the place.
    """

    p: Floats
    stirred: Floats
    known: Knowledge
    ripening: Ripening
    standing: Standing
    credit: Credit

    @classmethod
    def first(cls, problem: Problem, told: Parameters) -> "State":
        n = len(problem.ground)
        nothing = {(side, its_own): np.zeros(n) for side in SIDES for its_own in WORDS}
        known = Knowledge.at_first(n, problem.has_baseline)
        return cls(
            probability(problem.prior), np.zeros(n), known, nothing, Standing.at_first(n), Credit.before(problem, told)
        )

    def __copy__(self) -> "State":
        ripening = {whose: rates.copy() for whose, rates in self.ripening.items()}
        return replace(
            self,
            stirred=self.stirred.copy(),
            known=self.known.copy(),
            ripening=ripening,
            standing=self.standing.copy(),
            credit=copy(self.credit),
        )


@dataclass(frozen=True)
class Setting:
    """What stays the same from day to day.

    `shares`: how much of each place's neighbourhood each place is; `withstood`: how much of it a side may hold before
    it pulls the place over.
    """

    said: Said
    spread: Spread
    shares: sparse.csr_array
    withstood: Mapping[int, Floats]
    told: Parameters


@dataclass(frozen=True)
class Lived:
    """What moved a day, the credit its claims were heard with, and the numbers of those that lay deep."""

    passed: Passing
    heard: Heard | None
    """What the day's claims did after that."""
    credit: Credit
    deep: tuple[int, ...]
    beside: Floats
    """The measured side's share of each place's neighbourhood."""
    shares: dict[int, float]
    """The share of each side's captures that were taken to be true."""


def live_day(state: State, day: date, setting: Setting) -> Lived:
    """Let one day pass in `state`."""
    told, beside = setting.told, setting.shares @ state.known.felt(state.p)
    state.credit.pass_day(day)
    shares = state.credit.shares()
    state.standing.pass_day(told)
    ceilings = state.standing.ceilings(shares, told)
    ripe = claim_rates(state.ripening, state.p, beside, ceilings, told)
    rates = total(ripe, neighbour_rates(beside, setting.withstood, told), line_rates(beside, told))
    p_before, passed, heard = state.p, passing_by_rate(rates), None
    p = passed.apply(p_before)
    state.stirred *= np.exp(-1.0 / STIR_FADE_DAYS)
    for whose in state.ripening:
        state.ripening[whose] *= np.exp(-1.0 / told.claim_fade_days)
    credit = copy(state.credit)
    deep: tuple[int, ...] = ()
    today = setting.said.by_day.get(day)
    if today is not None:
        entries = setting.spread.entries(today, p_before, state.known.around, setting.said.lately(day))
        entries = state.known.temper(entries)
        deep = tuple(today.number[entries.depth_km > 0.0].tolist())
        heard = hear(today, entries, SoFar(p, state.stirred, state.known, ceilings, beside), credit)
        p = probability(logit(heard.passing.apply(p)) + heard.log_ratio)
        ripen(state.ripening, today, entries, credit, told)
        state.standing.hear(today, entries, of_captures(today, credit.standing), told)
        stir(state.stirred, today, entries)
        state.known.grow(today, entries)
        state.credit.learn(today.observations)
    state.p = np.clip(p, 1.0 - told.sure, told.sure)
    return Lived(passed, heard, credit, deep, beside, shares)
