"""One day of the chain: places pass from side to side, then the day's claims are heard. Pure functions over arrays.

Every place is a Markov chain of two states, held by the measured side or by its opponent. A claim acts either on the
passing (a capture may be true already, or come true) or as a likelihood (somebody observes who holds the place).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from salient.assess.credit import SIDES, Credit
from salient.assess.ground import Floats
from salient.assess.observation import STATES, Observation, Sort
from salient.assess.odds import logit
from salient.assess.parameters import Parameters
from salient.assess.said import Today
from salient.assess.spread import Bools, Entries
from salient.domain.kind import Stance, Status

MOST_TRUE = 0.98
LEAST_BESIDE = 1e-3
CALM_NATS = -2.0
"""Log weight of contested where nothing is said of a place, against two sides of even odds."""
EVEN_NATS = 1.8
"""What even odds add to it at a place of which something is known: it is at the line, not out of sight."""
STIR_FADE_DAYS = 30.0
STIR_NATS = {
    Sort.DISPUTED: 2.2,
    Sort.CONTEST: 2.2,
    Sort.ASSAULT: 1.5,
    Sort.ADVANCE: 1.0,
    Sort.HOLD: 0.8,
    Sort.CAPTURE: 0.8,
}
MOST_STIR_NATS = 4.0
OTHERS_COUNT = 0.3
LIKE_A_BASELINE = 3.0
"""Without a baseline, the first word of a named observer stands for it: this much more weight, twice at its place."""
SURROUNDED = {Status.COMPLETE: 1.0, Status.PARTIAL: 0.5, Status.THREATENED: 0.2}
"""What being surrounded counts, by how far it is said to have come."""
EVENTS = (Sort.INDEPENDENT, Sort.OUTLET, Sort.ADMISSION)
"""Observers whose word that ground changed hands makes more of it likely to follow."""


WORDS = (True, False)
Ripening = dict[tuple[int, bool], Floats]
"""Daily rates at which ground passes to a side: by its own words (True), and by those of others."""


@dataclass(frozen=True)
class Passing:
    """Probabilities of one passing: `to_measured` from the opponent to the measured side, `to_other` the way back."""

    to_measured: Floats
    to_other: Floats

    def apply(self, p: Floats) -> Floats:
        return p + (1.0 - p) * self.to_measured - p * self.to_other

    def then(self, later: "Passing") -> "Passing":
        """This passing and a later one as one."""
        return Passing(
            (1.0 - self.to_measured) * later.to_measured + self.to_measured * (1.0 - later.to_other),
            (1.0 - self.to_other) * later.to_other + self.to_other * (1.0 - later.to_measured),
        )


def passing_by_rate(rates: dict[int, Floats]) -> Passing:
    return Passing(-np.expm1(-rates[1]), -np.expm1(-rates[-1]))


def room(p: Floats, side: int, ceilings: Mapping[int, Floats]) -> Floats:
    """What is left, 0 to 1, between a side's probability and the most that its own words can make of it."""
    left: Floats = np.maximum(1.0 - own(p, side) / ceilings[side], 0.0)
    return left


def claim_rates(
    ripening: Ripening, p: Floats, beside: Floats, ceilings: Mapping[int, Floats], told: Parameters
) -> dict[int, Floats]:
    """Daily rates at which claimed ground passes; `beside` is the measured side's share of the neighbourhood."""
    return {
        side: np.maximum(ripening[side, True] * room(p, side, ceilings), ripening[side, False])
        * np.maximum(own(beside, side), LEAST_BESIDE) ** told.path_exponent
        for side in SIDES
    }


def neighbour_rates(beside: Floats, withstood: Mapping[int, Floats], told: Parameters) -> dict[int, Floats]:
    """Daily rates at which places pass because more of what lies round them is the other side's than they withstood."""
    return {side: told.coupling * np.maximum(own(beside, side) - withstood[side], 0.0) for side in SIDES}


def withstood(p: Floats, beside: Floats, told: Parameters) -> dict[int, Floats]:
    """The share of its neighbourhood that a side may hold before it pulls a place over.

    A place that is its opponent's at first among more neighbours than that has shown that it holds out there.
    """
    usual = told.coupling_from
    return {
        side: usual + told.withstanding * np.where(own(p, side) < 0.5, np.maximum(own(beside, side) - usual, 0.0), 0.0)
        for side in SIDES
    }


def line_rates(beside: Floats, told: Parameters) -> dict[int, Floats]:
    """Daily rates, the same both ways, at which all becomes less certain: most at the line, a little everywhere."""
    either = told.drift * 4.0 * beside * (1.0 - beside) + told.ageing
    return dict.fromkeys(SIDES, either)


def total(*parts: dict[int, Floats]) -> dict[int, Floats]:
    return {side: np.sum([part[side] for part in parts], axis=0) for side in SIDES}


@dataclass(frozen=True)
class Heard:
    """What a day's claims do, per place."""

    passing: Passing
    log_ratio: Floats
    """Log likelihood ratio of the measured side against its opponent."""


@dataclass(frozen=True)
class Knowledge:
    """How much has been said of each place, 0 to 1: of anything around it, and of the place itself."""

    around: Floats
    direct: Floats
    others: float
    """What words about other places still count where something was said of the place itself, 0 to 1."""

    @classmethod
    def at_first(cls, places: int, has_baseline: bool) -> "Knowledge":
        level = 1.0 if has_baseline else 0.0
        return cls(np.full(places, level), np.full(places, level), 1.0 if has_baseline else OTHERS_COUNT)

    def copy(self) -> "Knowledge":
        return Knowledge(self.around.copy(), self.direct.copy(), self.others)

    def only(self, place: int) -> "Knowledge":
        one = slice(place, place + 1)
        return Knowledge(self.around[one], self.direct[one], self.others)

    def temper(self, entries: Entries) -> Entries:
        """Weaken, without a baseline, what is said of other places against what was said of the place itself."""
        if self.others == 1.0:
            return entries
        share = np.where(entries.own, 1.0, 1.0 - (1.0 - self.others) * self.direct[entries.place]) * entries.share
        return replace(entries, share=share)

    def felt(self, p: Floats) -> Floats:
        """What neighbours make felt: those of which nothing was said themselves pull neither way."""
        return 0.5 + (p - 0.5) * self.direct

    def of_even_odds(self, p: Floats) -> Floats:
        """What even odds add to the log weight of contested."""
        return EVEN_NATS * self.direct * 4.0 * p * (1.0 - p)

    def grow(self, today: Today, entries: Entries) -> None:
        """Note, in place, of which ground something has now been said."""
        says = today.of(*STATES)[entries.which]
        for known, counts in ((self.around, says), (self.direct, says & entries.own)):
            left = np.zeros(len(known))
            np.add.at(left, entries.place[counts], np.log1p(-np.minimum(entries.share[counts], 0.999)))
            known[:] = 1.0 - (1.0 - known) * np.exp(left)

    def lacking(self, entries: Entries) -> Floats:
        """How much more a side's own words weigh for want of others; twice so of the very place they name."""
        around, direct = 1.0 - self.around[entries.place], 2.0 * (1.0 - self.direct[entries.place])
        return np.where(entries.own, direct, around)


@dataclass(frozen=True)
class SoFar:
    """What is so of every place before a day's claims are heard."""

    p: Floats
    stirred: Floats
    known: Knowledge
    ceilings: Mapping[int, Floats]
    """How far each side's own words can carry a place."""
    beside: Floats
    """The measured side's share of the neighbourhood of every place there is."""

    @property
    def contested(self) -> Floats:
        """The probability that neither side holds a place."""
        neither = np.exp(CALM_NATS + self.stirred)
        half = np.exp(logit(self.p) / 2.0)
        share: Floats = neither / (half + 1.0 / half + neither)
        return share


def hear(today: Today, entries: Entries, so_far: SoFar, credit: Credit) -> Heard:
    """Add up what the day's claims do. Repeated captures do nothing here: they only keep ripening."""
    n, told, known, p = len(so_far.p), credit.told, so_far.known, so_far.p
    keeps, others_keep = ({side: np.zeros(n) for side in SIDES} for _ in WORDS)
    changed = _changed(today, credit, told)
    true = _by_the_line(of_captures(today, credit.true), today, so_far.beside, told)
    for side in SIDES:
        heard = today.fresh & (today.toward == side)
        keep_log = np.log1p(-np.where(heard, true, 0.0)[entries.which] * entries.share)
        np.add.at(keeps[side], entries.place, keep_log)
        event = np.where(today.toward == side, changed, 0.0)[entries.which] * entries.share
        np.add.at(others_keep[side], entries.place, np.log1p(-event))
    fought = np.zeros(n)
    unsettles = told.contest_unsettles * today.of(Sort.CONTEST, Sort.ASSAULT) + told.disputed * today.of(Sort.DISPUTED)
    np.maximum.at(fought, entries.place[entries.own], unsettles[entries.which[entries.own]])
    by_capture = Passing(*(-np.expm1(keeps[side]) * room(p, side, so_far.ceilings) for side in SIDES))
    by_others = Passing(*(-np.expm1(others_keep[side]) for side in SIDES))
    ratio = np.zeros(n)
    says = entries.times(weights(today, credit, told)) * _narrow(today, entries)
    says *= 1.0 - _only_denied(today)[entries.which] * so_far.contested[entries.place]
    np.add.at(ratio, entries.place, says)
    observed = LIKE_A_BASELINE * today.of(Sort.ADMISSION, Sort.INDEPENDENT) * today.toward
    own_words = told.ignorant_weight * today.toward * today.of(Sort.CAPTURE, Sort.HOLD) + observed
    np.add.at(ratio, entries.place, entries.times(own_words) * known.lacking(entries))
    np.add.at(ratio, entries.place, entries.times(_line(today, told)) * entries.behind * ~entries.own)
    return Heard(by_capture.then(by_others).then(Passing(fought, fought)), ratio)


def weights(today: Today, credit: Credit, told: Parameters) -> Floats:
    """The log likelihood ratio of each observation at its own place, signed; zero for those that act by passing."""
    table = {
        Sort.ADMISSION: told.admission,
        Sort.INDEPENDENT: told.independent,
        Sort.OUTLET: told.own_voice,
        Sort.HOLD: told.hold,
    }
    return np.array(
        [
            one.toward * table[one.sort] * credit.soundness(one)
            if one.sort in table
            else -one.toward * told.repelled * (one.sort in (Sort.ASSAULT, Sort.STANDOFF))
            for one in today.observations
        ]
    )


def ripen(ripening: Ripening, today: Today, entries: Entries, credit: Credit, told: Parameters) -> None:
    """Let the day's claims set or stop, in place, the rates of the days to come."""
    stops = (told.hold_stops * today.of(Sort.HOLD))[entries.which] * _narrow(today, entries)
    stops = np.minimum((stops + 0.5 * today.of(Sort.CAPTURE)[entries.which]) * entries.share, 0.99)
    rate = (
        told.advance * today.of(Sort.ADVANCE, Sort.STANDOFF)
        + told.assault * today.of(Sort.ASSAULT)
        + told.withdrawal * today.of(Sort.WITHDRAWAL)
        + told.encirclement * _surrounded(today)
        + told.event_ripening * _events(today) * _soundness(today, credit)
    )
    rate += of_captures(today, credit.rate)
    haste, toward = 1.0 + entries.depth_km / told.depth_haste_km, today.toward[entries.which]
    nearer = today.of(Sort.STANDOFF)[entries.which] & (entries.behind < 0.0)
    set_by = entries.times(rate * haste) * ~nearer
    for side in SIDES:
        stopped = np.zeros(len(ripening[side, True]))
        against = (toward == -side) & (stops > 0.0)
        np.add.at(stopped, entries.place[against], np.log1p(-stops[against]))
        speaks = (today.speaks == side)[entries.which]
        for its_own in WORDS:
            ripening[side, its_own] *= np.exp(stopped)
            said = (toward == side) & (speaks == its_own) & (set_by > 0.0)
            np.maximum.at(ripening[side, its_own], entries.place[said], set_by[said])


def of_captures(today: Today, worth: Callable[[Observation], float]) -> Floats:
    """What each of the day's captures is worth; zero for all else."""
    return np.array([worth(one) if one.sort is Sort.CAPTURE else 0.0 for one in today.observations])


def _by_the_line(true: Floats, today: Today, beside: Floats, told: Parameters) -> Floats:
    """How probably captures hold already: the less, the fewer of the neighbours of the place are the claimant's.

    At the line half of them are. A side that runs ahead of the ground names places beyond it.
    """
    theirs = np.where(today.toward > 0.0, beside[today.place], 1.0 - beside[today.place])
    at_line = np.where(today.place >= 0, np.clip(2.0 * theirs, LEAST_BESIDE, 1.0), 1.0) ** told.beyond_line
    return np.minimum(true * at_line / (1.0 - true + true * at_line), MOST_TRUE)


def stir(level: Floats, today: Today, entries: Entries) -> None:
    """Let fighting and opposed claims raise, in place, the weight of contested at the places named."""
    nats = np.array([STIR_NATS.get(one.sort, 0.0) for one in today.observations])
    np.add.at(level, entries.place, entries.own * nats[entries.which])
    np.minimum(level, MOST_STIR_NATS, out=level)


def _only_denied(today: Today) -> Floats:
    """1 for a voice of neither side that only denies: where a place is contested, that says little for the other."""
    denies = [one.claim.attribution.stance is not Stance.ASSERTS for one in today.observations]
    only: Floats = np.array(denies) * today.of(Sort.OUTLET).astype(float)
    return only


def _line(today: Today, told: Parameters) -> Floats:
    """What fighting at a place says of the ground behind it, on either side: the line runs there."""
    way = np.where(today.toward == 0.0, 1.0, today.toward)
    says: Floats = told.line * way * today.of(Sort.CONTEST, Sort.ASSAULT, Sort.DISPUTED)
    return says


def _surrounded(today: Today) -> Floats:
    told = today.of(Sort.ENCIRCLEMENT)
    states = [one.claim.content.status for one in today.observations]
    return np.array([SURROUNDED[state] if so and state else 0.0 for so, state in zip(told, states, strict=True)])


def _events(today: Today) -> Bools:
    """What says that ground changed hands, and is not the word of him who gained it."""
    events: Bools = today.of(*EVENTS) & today.event
    return events


def _changed(today: Today, credit: Credit, told: Parameters) -> Floats:
    """How probably ground has passed that is said to have changed hands. What is said of a whole area sums up much."""
    of_place = told.event_true * _soundness(today, credit)
    return np.where(_events(today), np.where(today.area >= 0, told.area_true, of_place), 0.0)


def _soundness(today: Today, credit: Credit) -> Floats:
    return np.array([credit.soundness(one) if one.sort in EVENTS else 1.0 for one in today.observations])


def _narrow(today: Today, entries: Entries) -> Floats:
    """A hold or denial speaks of its own place, and half as much of others; a failed assault of its own only; who
    stands off is not nearer, and farther off he may be or not."""
    speaks_of_others = np.where(today.of(Sort.HOLD), 0.5, np.where(today.of(Sort.ASSAULT), 0.0, 1.0))
    beyond = today.of(Sort.STANDOFF)[entries.which] & (entries.behind > 0.0)
    return np.where(entries.own, 1.0, speaks_of_others[entries.which] * ~beyond)


def own(beside: Floats, side: int) -> Floats:
    return beside if side > 0 else 1.0 - beside
