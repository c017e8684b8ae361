"""Explain one place: replay its days from the stored map and book every change of its log-odds to what made it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from salient.assess.credit import SIDES, Credit
from salient.assess.fields import Row
from salient.assess.ground import Floats
from salient.assess.observation import Sort
from salient.assess.odds import logit
from salient.assess.parameters import Parameters
from salient.assess.said import Today
from salient.assess.spread import Entries
from salient.assess.standing import Standing
from salient.assess.step import (
    MOST_STIR_NATS,
    STIR_NATS,
    WORDS,
    Knowledge,
    Ripening,
    SoFar,
    claim_rates,
    hear,
    line_rates,
    neighbour_rates,
    of_captures,
    passing_by_rate,
    ripen,
    room,
    total,
)

NEIGHBOURS = "neighbours"
AGEING = "ageing"
SMALL_NATS = 0.01


@dataclass
class Books:
    """The accounts of one place. Numbers are observations' places in `Said.kept`."""

    told: Parameters
    log_odds: float
    known: Knowledge
    withstood: Mapping[int, Floats]
    by_claim: dict[int, float] = field(default_factory=dict)
    stirred: dict[int, float] = field(default_factory=dict)
    neighbours: float = 0.0
    ageing: float = 0.0
    ripening: Ripening = field(
        default_factory=lambda: {(side, its_own): np.zeros(1) for side in SIDES for its_own in WORDS}
    )
    ripens: dict[tuple[int, bool], int] = field(default_factory=dict)
    """The observation that set each rate of ripening."""
    standing: Standing = field(default_factory=lambda: Standing.at_first(1))
    ceilings: Mapping[int, Floats] = field(default_factory=dict)

    def pass_day(self, beside: float, shares: Mapping[int, float], fade: float, calm: float) -> None:
        """Book the day's passing: what ripens, what neighbours pull, what ages; then let all fade."""
        p = np.array([1.0 / (1.0 + np.exp(-self.log_odds))])
        near = np.array([beside])
        self.standing.pass_day(self.told)
        self.ceilings = ceilings = self.standing.ceilings(shares, self.told)
        claims, pulls = (
            claim_rates(self.ripening, p, near, ceilings, self.told),
            neighbour_rates(near, self.withstood, self.told),
        )
        none = dict.fromkeys(SIDES, np.zeros(1))
        start = self.log_odds
        after_all = float(logit(passing_by_rate(total(claims, pulls, line_rates(near, self.told))).apply(p))[0])
        for side in SIDES:
            alone = passing_by_rate({**none, side: claims[side]}).apply(p)
            by_own = self.ripening[side, True] * room(p, side, ceilings)
            setter = self.ripens.get((side, bool(by_own[0] > self.ripening[side, False][0])))
            if setter is not None:
                moved = float(logit(alone)[0]) - start
                self.by_claim[setter] = self.by_claim.get(setter, 0.0) + moved
                self.log_odds += moved
        aged = float(logit(passing_by_rate(line_rates(near, self.told)).apply(p))[0]) - start
        self.ageing += aged
        self.neighbours += after_all - self.log_odds - aged
        self.log_odds = after_all
        for whose in self.ripening:
            self.ripening[whose] *= fade
        self.stirred = {number: nats * calm for number, nats in self.stirred.items()}

    def hear(self, today: Today, entries: Entries, credit: Credit, beside: Floats) -> None:
        """Book the day's claims one after the other; `entries` speak of this place only, as place 0.

        `beside` is the measured side's share of the neighbourhood of every place there is.
        """
        before = self.log_odds
        p = np.array([1.0 / (1.0 + np.exp(-before))])
        so_far = SoFar(p, np.array([sum(self.stirred.values())]), self.known, self.ceilings, beside)
        everything = hear(today, entries, so_far, credit)
        passed = logit(everything.passing.apply(p))
        most = float(logit(np.array([self.told.sure]))[0])
        after = min(max(float(passed[0] + everything.log_ratio[0]), -most), most)
        moves: dict[int, float] = {}
        for k in range(len(entries.which)):
            one = entries.where(slice(k, k + 1))
            alone = hear(today, one, so_far, credit)
            number = int(today.number[entries.which[k]])
            moves[number] = moves.get(number, 0.0) + float(
                logit(alone.passing.apply(p))[0] - before + alone.log_ratio[0]
            )
            self._ripen(today, one, credit, number)
            self._stir(today, one, number)
        # Taken alone, claims move more than together, and none beyond the bounds: what is too much is shared out.
        size = sum(abs(move) for move in moves.values())
        rest = after - before - sum(moves.values())
        for number, move in moves.items():
            share = abs(move) / size if size else 0.0
            self.by_claim[number] = self.by_claim.get(number, 0.0) + move + rest * share
        if not size:
            self.neighbours += rest
        self.standing.hear(today, entries, of_captures(today, credit.standing), self.told)
        self.known.grow(today, entries)
        self.log_odds = after

    @property
    def heard(self) -> set[int]:
        return {*self.by_claim, *self.stirred}

    def settle(self, log_odds: float) -> None:
        """Take up the stored value, which is rounded and kept within bounds."""
        self.ageing += log_odds - self.log_odds
        self.log_odds = log_odds

    def _ripen(self, today: Today, one: Entries, credit: Credit, number: int) -> None:
        before = {whose: float(rates[0]) for whose, rates in self.ripening.items()}
        ripen(self.ripening, today, one, credit, self.told)
        for whose, rate in before.items():
            if self.ripening[whose][0] > rate:
                self.ripens[whose] = number

    def _stir(self, today: Today, one: Entries, number: int) -> None:
        if not one.own[0]:
            return
        self.stirred[number] = STIR_NATS.get(Sort(str(today.sort[one.which[0]])), 0.0)
        level = sum(self.stirred.values())
        if level > MOST_STIR_NATS:
            self.stirred = {key: nats * MOST_STIR_NATS / level for key, nats in self.stirred.items()}

    def rows(self, voices: Mapping[int, Row]) -> list[Row]:
        """One row per claim that weighs anything, then the neighbours, then ageing. `voices` describe the claims."""
        rows, small = [], 0.0
        for number in sorted(self.heard):
            odds, nats = self.by_claim.get(number, 0.0), self.stirred.get(number, 0.0)
            if abs(odds) + abs(nats) < SMALL_NATS:
                small += odds
                continue
            told = voices[number]
            rows.append(replace(told, log_odds=odds, contest=nats))
        return [*rows, Row(NEIGHBOURS, self.neighbours + small), Row(AGEING, self.ageing)]
