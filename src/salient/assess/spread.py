"""How far a claim speaks: its place, its neighbours, and rather those toward the claimant's own ground."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from salient.assess.barriers import Barriers
from salient.assess.ground import Floats, Ground, Ints
from salient.assess.parameters import Parameters

LONGEST_EDGE_KM = 20.0
REACHES = 2.5
"""A kernel is cut off after this many reaches."""
REAR_WITHIN_KM = 10.0
"""The direction to a side's own ground is read from the places this near."""
REAR_WIDTH_KM = 1.0


@dataclass(frozen=True)
class Entries:
    """Pairs of an observation and a place it speaks of. All arrays run along the pairs; `share` is 0 to 1."""

    which: Ints
    place: Ints
    share: Floats
    own: npt.NDArray[np.bool_]
    """Whether the place is the very one named."""

    def times(self, per_observation: Floats) -> Floats:
        weighted: Floats = per_observation[self.which] * self.share
        return weighted

    def only(self, place: int) -> "Entries":
        """The entries of one place, which becomes place 0."""
        its = self.place == place
        return Entries(self.which[its], np.zeros(int(its.sum()), dtype=np.int64), self.share[its], self.own[its])


class Spread:
    """Neighbours of every place that claims name. Built once per run."""

    def __init__(self, ground: Ground, named: Ints, parameters: Parameters, barriers: Barriers) -> None:
        self._parameters, self._n = parameters, len(ground)
        self.sources = np.unique(named)
        self._row = np.full(len(ground), -1, dtype=np.int64)
        self._row[self.sources] = np.arange(len(self.sources))
        widest = max(parameters.reach_km * REACHES, REAR_WITHIN_KM)
        near = ground.tree.query_ball_point(ground.xy_km[self.sources], widest, return_sorted=True)
        self._start = np.concatenate([[0], np.cumsum([len(np.asarray(one)) for one in near])]).astype(np.int64)
        self._target = np.concatenate([np.asarray(one, dtype=np.int64) for one in near] or [np.zeros(0, np.int64)])
        source = np.repeat(self.sources, np.diff(self._start))
        self._offset = ground.xy_km[self._target] - ground.xy_km[source]
        self._away = np.hypot(self._offset[:, 0], self._offset[:, 1])
        fall = np.exp(-0.5 * (self._away / parameters.reach_km) ** 2)
        self._fall = fall * barriers.passage(source, self._target)

    def sources_near(self, place: int) -> Ints:
        """The places named by claims that can speak of this one."""
        rows = np.searchsorted(self._start, np.nonzero(self._target == place)[0], side="right") - 1
        near: Ints = self.sources[rows]
        return near

    def entries(self, places: Ints, toward: Floats, p: Floats) -> Entries:
        """Pairs for observations at `places` (all among the named), of content `toward`, on ground `p`."""
        rows = self._row[places]
        count = self._start[rows + 1] - self._start[rows]
        which = np.repeat(np.arange(len(places)), count)
        begin = np.repeat(self._start[rows] - np.concatenate([[0], np.cumsum(count)[:-1]]), count)
        pair = begin + np.arange(len(which))
        target, offset, away = self._target[pair], self._offset[pair], self._away[pair]
        slope = (p[target] - p[places][which]) * toward[which] / np.maximum(away, 0.5) * (away < REAR_WITHIN_KM)
        rear: Floats = np.column_stack(
            [np.bincount(which, slope * offset[:, axis], len(places)).astype(np.float64) for axis in (0, 1)]
        )
        rear = rear / np.maximum(np.hypot(rear[:, 0], rear[:, 1]), 1e-6)[:, None]
        behind = (rear[which] * offset).sum(axis=1) / REAR_WIDTH_KM
        ahead = self._parameters.ahead
        lean = ahead + (1.0 - ahead) / (1.0 + np.exp(-np.clip(behind, -50, 50)))
        own = target == places[which]
        share = np.where(own, 1.0, self._parameters.neighbour_share * self._fall[pair] * lean)
        keep = share > 0.01
        return Entries(which[keep], target[keep], share[keep], own[keep])


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
