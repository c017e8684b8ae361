"""How far a claim speaks: its place, its neighbours, and rather those toward the claimant's own ground."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.spatial import cKDTree

from salient.assess.areas import Areas
from salient.assess.barriers import Barriers
from salient.assess.fields import Problem
from salient.assess.ground import Floats, Ground, Ints
from salient.assess.homes import Homes
from salient.assess.observation import Observation, Sort
from salient.assess.parameters import Parameters
from salient.assess.said import Today

Bools = npt.NDArray[np.bool_]

LONGEST_EDGE_KM = 20.0
REACHES = 2.5
"""A kernel is cut off after this many reaches."""
REAR_WITHIN_KM = 10.0
"""The direction to a side's own ground is read from the places this near."""
REAR_WIDTH_KM = 1.0
HELD_AGAINST = 0.1
"""A claim lies deep only where the other side is known to hold the place."""
HOME_WEIGHT = 3.0
"""A side's home ground counts like so many places of its own when the direction to its rear is read."""
LEAST_SHARE = 0.01
NOT_NEARER = 0.8
"""Nobody stands nearer to a place than by this share of the distance told, which is seldom exact."""
FAR_END = 0.9
"""How far an area reaches is told by the place that this share of those to change hands lie nearer than."""
MAY_BE_DEEP = (Sort.CAPTURE, Sort.ADMISSION, Sort.INDEPENDENT, Sort.OUTLET)
BEARS_OUT = frozenset({*MAY_BE_DEEP, Sort.ADVANCE, Sort.WITHDRAWAL})


@dataclass(frozen=True)
class Entries:
    """Pairs of an observation and a place it speaks of; the arrays run along the pairs.

    `share` is 0 to 1, `own` whether the place is the very one named, `behind` how plainly it lies behind that one: 1 on
    the claimant's own side of it, -1 beyond it (of fighting that nobody is said to have begun, the measured side counts
    as claimant). `depth_km` runs along the observations: how far beyond the claimant's own ground the place named lies,
    0 where that is not far.
    """

    which: Ints
    place: Ints
    share: Floats
    own: Bools
    behind: Floats
    depth_km: Floats

    def times(self, per_observation: Floats) -> Floats:
        weighted: Floats = per_observation[self.which] * self.share
        return weighted

    def only(self, place: int) -> "Entries":
        """The entries of one place, which becomes place 0."""
        found = self.where(self.place == place)
        return replace(found, place=np.zeros(len(found.place), dtype=np.int64))

    def where(self, chosen: Bools | slice) -> "Entries":
        """Some of the pairs."""
        return Entries(
            self.which[chosen],
            self.place[chosen],
            self.share[chosen],
            self.own[chosen],
            self.behind[chosen],
            self.depth_km,
        )


@dataclass(frozen=True)
class _Near:
    """The neighbours of a place: way and distance there in km, and the fall of influence, usual and over ignorance."""

    target: Ints
    offset: Floats
    away: Floats
    near: Floats
    wide: Floats


@dataclass(frozen=True)
class _Recent:
    """What was said lately that may bear a deep claim out: place and direction as arrays, (place, voice) beside."""

    place: Ints
    toward: Ints
    event: Bools
    """Whether it says that ground changed hands, or that a side leaves it."""
    own_word: Bools
    """Whether the side that gains by it says so."""
    voice: list[tuple[int, str]]

    @classmethod
    def of(cls, recent: Sequence[Observation]) -> "_Recent":
        told = [one for one in recent if one.place >= 0 and one.toward and one.sort in BEARS_OUT]
        return cls(
            np.array([one.place for one in told], dtype=np.int64),
            np.array([one.toward for one in told], dtype=np.int64),
            np.array([one.event or one.sort is Sort.WITHDRAWAL for one in told], dtype=bool),
            np.array([one.speaks == one.toward for one in told], dtype=bool),
            [(one.place, one.voice) for one in told],
        )

    def voices(self, chosen: Bools) -> int:
        """How many voices tell of how many places, each counted once of each."""
        return len({self.voice[n] for n in np.flatnonzero(chosen).tolist()})


class Spread:
    """Whom every named place and area speaks of."""

    def __init__(self, problem: Problem, parameters: Parameters) -> None:
        ground, theatre = problem.ground, problem.theatre
        self._ground, self._told = ground, parameters
        self.barriers = Barriers.of(ground, theatre.barriers)
        self._homes = Homes.of(ground, theatre.homes, theatre.measured_side)
        self._areas = Areas(ground, theatre.areas)
        self._reach_km = parameters.reach_km if problem.has_baseline else parameters.ignorant_reach_km
        self._found: dict[int, _Near] = {}

    def _around(self, place: int) -> "_Near":
        """The neighbours of a place, looked up once."""
        if place not in self._found:
            here = self._ground.xy_km[place]
            widest = max(self._reach_km * REACHES, REAR_WITHIN_KM)
            target = np.array(self._ground.tree.query_ball_point(here, widest, return_sorted=True), dtype=np.int64)
            offset = self._ground.xy_km[target] - here
            away = np.hypot(offset[:, 0], offset[:, 1])
            passage = self.barriers.passage(np.full(len(target), place), target)
            near, wide = (np.exp(-0.5 * (away / km) ** 2) * passage for km in (self._told.reach_km, self._reach_km))
            self._found[place] = _Near(target, offset, away, near, wide)
        return self._found[place]

    def speaks_of(self, today: Today, place: int, deep: Collection[int]) -> Bools:
        """Which of the day's observations speak of a place. `deep` are the numbers of those that lie deep."""
        in_areas = [area for area in set(today.area.tolist()) if area >= 0 and place in self._areas.inside(area)]
        away = np.linalg.norm(self._ground.xy_km[today.place] - self._ground.xy_km[place], axis=1)
        reach = REACHES * np.where(today.of(Sort.WITHDRAWAL), self._told.left_km, self._reach_km) + today.off_km
        chosen: Bools = np.where(today.place >= 0, away <= reach, np.isin(today.area, in_areas))
        if deep:
            chosen |= np.isin(today.number, list(deep))
        return chosen

    def entries(self, today: Today, p: Floats, known: Floats, recent: Sequence[Observation] = ()) -> Entries:
        """What the day's observations speak of, on ground `p` of the day before.

        `recent` are the observations of these and the last days, which may bear a deep claim out. `known` is 0 to 1
        per place: over ground of which nothing is known yet, evidence reaches farther.
        """
        leaves = (today.place >= 0) & today.of(Sort.WITHDRAWAL)
        stands = (today.place >= 0) & today.of(Sort.STANDOFF)
        at_place = np.nonzero((today.place >= 0) & ~leaves & ~stands)[0]
        near = self._near(today.place[at_place], today.toward[at_place], p, known)
        depth = np.zeros(len(today.place))
        depth[at_place] = near.depth_km * today.of(*MAY_BE_DEEP)[at_place]
        deep = depth > 0.0
        near = replace(near, which=at_place[near.which], depth_km=depth)
        parts = [near.where(~deep[near.which])]
        of_areas = np.nonzero(today.area >= 0)[0].tolist()
        lately = _Recent.of(recent if deep.any() or of_areas else ())
        parts += [self._left(k, today, depth) for k in np.nonzero(leaves)[0].tolist()]
        parts += [self._standing(k, today, p, depth) for k in np.nonzero(stands)[0].tolist()]
        parts += [self._deep(k, today, p, depth, lately) for k in np.nonzero(deep)[0].tolist()]
        parts += [self._area(k, today, p, depth, lately) for k in of_areas]
        return Entries(
            np.concatenate([part.which for part in parts]),
            np.concatenate([part.place for part in parts]),
            np.concatenate([part.share for part in parts]),
            np.concatenate([part.own for part in parts]),
            np.concatenate([part.behind for part in parts]),
            depth,
        )

    def _near(self, places: Ints, toward: Floats, p: Floats, known: Floats) -> Entries:
        if not len(places):
            return _nobody(np.zeros(0))
        found = [self._around(place) for place in places.tolist()]
        which = np.repeat(np.arange(len(places)), [len(one.target) for one in found])
        target, offset, away = (
            np.concatenate([getattr(one, name) for one in found]) for name in ("target", "offset", "away")
        )
        near, wide = (np.concatenate([getattr(one, name) for one in found]) for name in ("near", "wide"))
        way = np.where(toward == 0.0, 1.0, toward)
        slope = (p[target] - p[places][which]) * way[which] / np.maximum(away, 0.5) * (away < REAR_WITHIN_KM)
        rear: Floats = np.column_stack(
            [np.bincount(which, slope * offset[:, axis], len(places)).astype(np.float64) for axis in (0, 1)]
        )
        home_away = self._homes.distance(places, way)
        rear += self._homes.direction(places, way) * (HOME_WEIGHT * (home_away < REAR_WITHIN_KM))[:, None]
        rear = rear / np.maximum(np.hypot(rear[:, 0], rear[:, 1]), 1e-6)[:, None]
        own = target == places[which]
        rearward_km = (rear[which] * offset).sum(axis=1)
        behind = _behind(rearward_km)
        lean = np.where(toward == 0.0, 1.0, 0.0)[which]
        lean = np.maximum(lean, self._told.ahead + (1.0 - self._told.ahead) * (1.0 + behind) / 2.0)
        ignorance = 1.0 - known[target]
        nearer = np.square(np.maximum(rearward_km, 0.0)) * (1.0 - self._told.rearward**-2) * (toward != 0.0)[which]
        fall = np.maximum(near * np.exp(0.5 * nearer / self._told.reach_km**2), ignorance * wide)
        share = np.where(own, 1.0, self._told.neighbour_share * fall * np.maximum(lean, ignorance))
        held = ((p[target] > 0.5) == (way[which] > 0)) & (away < REAR_WITHIN_KM)
        beside_own = (np.bincount(which, held, len(places)) > 0) | (home_away < REAR_WITHIN_KM)
        at_line = beside_own & (np.bincount(which, ~held & (away < REAR_WITHIN_KM), len(places)) > 0)
        held_against = np.where(toward > 0, p[places], 1.0 - p[places]) < HELD_AGAINST
        depth = np.where(held_against & ~beside_own & (toward != 0), 1.0, 0.0)
        keep = share > LEAST_SHARE
        behind = behind * at_line[which]
        return Entries(which, target, share, own, behind, depth).where(keep)

    def _company(self, one: Observation, within_km: float, recent: "_Recent") -> float:
        """How many other claims, one per voice and place, say the same of places thereabouts, less those against."""
        away = self._ground.xy_km[recent.place] - self._ground.xy_km[one.place]
        near = np.nonzero(np.hypot(away[:, 0], away[:, 1]) <= within_km)[0]
        same = {recent.voice[k] for k in near.tolist() if recent.toward[k] == one.toward}
        against = {recent.voice[k] for k in near.tolist() if recent.toward[k] != one.toward}
        return max(len(same - {(one.place, one.voice)}) - len(against), 0)

    def _area(self, k: int, today: Today, p: Floats, depth: Floats, recent: "_Recent") -> Entries:
        """A claim about an area speaks of all in it, and the less the farther it reaches beyond the claimant's ground.

        Places in it that are told to change hands too take that doubt away; a side that gives an area up is not
        doubted.
        """
        told, inside, toward = self._told, self._areas.inside(int(today.area[k])), today.toward[k]
        away = self._from_own(inside, p, toward)
        lost = (p[inside] > 0.5) != (toward > 0)
        distance = float(np.quantile(away[lost], FAR_END)) if lost.any() else 0.0
        doubt = 1.0
        if today.sort[k] != Sort.ADMISSION.value:
            in_it = np.isin(recent.place, inside) & recent.event
            if today.speaks[k] == toward:
                in_it &= ~recent.own_word
            same, against = (recent.voices(in_it & (recent.toward == way)) for way in (toward, -toward))
            doubt = _doubted(distance, max(same - against, 0), told)
        depth[k] = distance * doubt**2
        if doubt * told.area_share < LEAST_SHARE:
            depth[k], inside = 0.0, inside[:0]
        share = np.full(len(inside), told.area_share * doubt)
        nowhere = np.zeros(len(inside))
        return Entries(np.full(len(inside), k), inside, share, nowhere > 0.0, nowhere, depth)

    def _left(self, k: int, today: Today, depth: Floats) -> Entries:
        """Who leaves a place, or the parts about it, leaves wide ground: it is named after the nearest town."""
        place = today.place[k]
        near = np.array(self._ground.tree.query_ball_point(self._ground.xy_km[place], REACHES * self._told.left_km))
        away = np.hypot(*(self._ground.xy_km[near] - self._ground.xy_km[place]).T)
        fall = np.exp(-0.5 * (away / self._told.left_km) ** 2)
        own = near == place
        fall = np.where(own, 1.0, fall * self.barriers.passage(np.full(len(near), place), near))
        share = np.where(own, 1.0, self._told.neighbour_share * fall)
        nowhere = np.zeros(len(near))
        return Entries(np.full(len(near), k), near, share, own, nowhere, depth).where(share > LEAST_SHARE)

    def _standing(self, k: int, today: Today, p: Floats, depth: Floats) -> Entries:
        """Who stands so far from a place is not nearer, and is on his own side of it: about the spot so far away in the
        direction of his ground. Of a place that he holds nothing is told.

        `behind` is 1 there, -1 nearer to the place.
        """
        place, toward, off = today.place[k], today.toward[k], today.off_km[k]
        here, reach = self._ground.xy_km[place], self._told.reach_km
        way = self._to_own(place, p, toward)
        if (p[place] > 0.5) == (toward > 0) or way is None:
            return _nobody(depth)
        near = np.array(self._ground.tree.query_ball_point(here, off + REACHES * reach, return_sorted=True))
        xy_km = self._ground.xy_km[near]
        nearer = np.linalg.norm(xy_km - here, axis=1) < off * NOT_NEARER
        from_spot = np.linalg.norm(xy_km - (here + off * way), axis=1)
        there = self._told.neighbour_share * np.exp(-0.5 * (from_spot / reach) ** 2)
        share = np.where(nearer, 1.0, there * self.barriers.passage(np.full(len(near), place), near))
        which, nowhere = np.full(len(near), k), np.zeros(len(near), dtype=bool)
        return Entries(which, near, share, nowhere, np.where(nearer, -1.0, 1.0), depth).where(share > LEAST_SHARE)

    def _to_own(self, place: int, p: Floats, toward: float) -> Floats | None:
        """The direction from a place to the nearest ground that a side holds, None where it holds none."""
        offset = self._ground.xy_km - self._ground.xy_km[place]
        away = np.where((p > 0.5) == (toward > 0), np.hypot(offset[:, 0], offset[:, 1]), np.inf)
        at, side = np.array([place]), np.array([toward])
        to_home = float(self._homes.distance(at, side)[0])
        if not np.isfinite(min(float(away.min()), to_home)):
            return None
        nearest = offset[np.argmin(away)] if away.min() <= to_home else self._homes.direction(at, side)[0]
        direction: Floats = nearest / max(float(np.hypot(*nearest)), 1e-6)
        return direction

    def _from_own(self, places: Ints, p: Floats, toward: float) -> Floats:
        """Distance in km from places to ground that a side holds."""
        held = np.nonzero((p > 0.5) == (toward > 0))[0]
        home = self._homes.distance(places, np.full(len(places), toward))
        if not len(held):
            return home
        nearest = cKDTree(self._ground.xy_km[held]).query(self._ground.xy_km[places])[0]
        return np.minimum(np.asarray(nearest, dtype=np.float64), home)

    def _deep(self, k: int, today: Today, p: Floats, depth: Floats, recent: "_Recent") -> Entries:
        """A claim far beyond the claimant's ground speaks of all that lies between, and the less the farther it is."""
        told, here = self._told, self._ground.xy_km[today.place[k]]
        offset = self._ground.xy_km - here
        away = np.hypot(offset[:, 0], offset[:, 1])
        held = (p > 0.5) == (today.toward[k] > 0)
        to_held = float(away[held].min()) if held.any() else np.inf
        place, toward = today.place[k : k + 1], today.toward[k : k + 1]
        to_home = float(self._homes.distance(place, toward)[0])
        # Where the claimant holds nothing that is known of, there is nothing to be far from.
        distance = min(to_held, to_home)
        depth[k] = distance = distance if np.isfinite(distance) else 0.0
        company = self._company(today.observations[k], max(distance, 15.0), recent)
        doubt = _doubted(distance, company, told)
        if doubt < LEAST_SHARE:
            depth[k] = 0.0
            return _nobody(depth)
        reach = max(told.reach_km, told.depth_reach * distance)
        near = np.nonzero(away <= REACHES * reach)[0]
        rear = offset[np.argmin(np.where(held, away, np.inf))]
        if to_home < to_held:
            rear = self._homes.direction(place, toward)[0]
        rear = rear / max(float(np.hypot(*rear)), 1e-6)
        passage = self.barriers.passage(np.full(len(near), today.place[k]), near)
        own = near == today.place[k]
        behind = _behind(offset[near] @ rear)
        lean = told.ahead + (1.0 - told.ahead) * (1.0 + behind) / 2.0
        fall = np.exp(-0.5 * (away[near] / reach) ** 2) * passage * lean
        share = np.where(own, 1.0, told.neighbour_share * fall) * doubt
        keep = share > LEAST_SHARE
        return Entries(np.full(len(near), k), near, share, own, behind, depth).where(keep)


def neighbour_shares(ground: Ground, scale_km: float, barriers: Barriers) -> sparse.csr_array:
    """A matrix whose rows sum to one: how much of each place's neighbourhood each neighbour is."""
    edges = ground.edges(LONGEST_EDGE_KM)
    one, other = edges[:, 0], edges[:, 1]
    length = np.linalg.norm(ground.xy_km[one] - ground.xy_km[other], axis=1)
    weight = (np.exp(-length / scale_km) + 1e-9) * barriers.passage(one, other)
    n = len(ground)
    both = sparse.coo_array(
        (np.concatenate([weight, weight]), (np.concatenate([one, other]), np.concatenate([other, one]))), shape=(n, n)
    ).tocsr()
    total = np.asarray(both.sum(axis=1)).ravel()
    alone = total == 0
    total[alone] = 1.0
    shares: sparse.csr_array = sparse.csr_array(sparse.diags_array(1.0 / total) @ both)
    if alone.any():
        shares = sparse.csr_array(shares + sparse.diags_array(alone.astype(float)))
    return shares


def _doubted(distance_km: float, company: float, told: Parameters) -> float:
    """What is left, 0 to 1, of a claim that reaches so far beyond the claimant's ground, with so many to the effect."""
    return float(np.exp(-((distance_km / told.deepest_km) ** 2) / (1.0 + told.company * company)))


def _behind(rearward_km: Floats) -> Floats:
    """1 toward the claimant's own ground, -1 away from it."""
    behind: Floats = np.tanh(rearward_km / (2.0 * REAR_WIDTH_KM))
    return behind


def _nobody(depth_km: Floats) -> Entries:
    nobody = np.zeros(0, dtype=np.int64)
    return Entries(nobody, nobody, np.zeros(0), np.zeros(0, dtype=bool), np.zeros(0), depth_km)
