"""Score a control time line against a reference: Brier, log loss, calibration, and changes of side seen.

Only the contested zone counts: places that change hands in the reference, or lie near the other side at its start or
end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from salient.domain.errors import UsageError
from salient.domain.place import Place
from salient.evaluate.tables import Steps

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

KM_PER_DEGREE = 111.32
ZONE_KM = 15.0
LASTING_DAYS = 14
"""A change of side counts once it has lasted this long."""
SEEN_WITHIN_DAYS = 30
BINS = 10


@dataclass(frozen=True)
class Bin:
    """One tenth of the probability scale: how many place-days fell in it, mean probability, and how often it was so."""

    count: int
    mean_p: float
    share: float


@dataclass(frozen=True)
class Scores:
    """What a time line scores over the zone. Delays are days after the reference, negative for earlier."""

    brier: float
    log_loss: float
    accuracy: float
    ece: float
    flips: int
    flips_seen: int
    median_delay_days: float | None
    false_flips: int
    bins: tuple[Bin, ...]
    months: Mapping[str, float]
    """Brier score by month, "2025-03"."""


@dataclass(frozen=True)
class Comparison:
    """A reference over a window: its zone's daily states, shape (days, zone), 0 or 1 for the measured side."""

    days: tuple[date, ...]
    zone: tuple[str, ...]
    states: npt.NDArray[np.int8]

    @classmethod
    def of(cls, reference: Steps, places: Sequence[Place], first: date, last: date) -> "Comparison":
        """Raises UsageError where the window is empty or no place of the reference changes hands or faces another."""
        if last < first:
            raise UsageError(f"the last day ({last}) lies before the first ({first})")
        days = tuple(first + timedelta(k) for k in range((last - first).days + 1))
        known = [place for place in places if place.id in reference]
        states = (daily(reference, [place.id for place in known], days, np.zeros(len(known))) >= 0.5).astype(np.int8)
        chosen = zone(known, states)
        if not len(chosen):
            raise UsageError("the reference has no contested zone in this window")
        return cls(days, tuple(known[k].id for k in chosen), states[:, chosen])

    @property
    def frozen(self) -> Floats:
        """The prediction that nothing ever changes."""
        return np.repeat(self.states[:1].astype(np.float64), len(self.days), axis=0)

    def predicted(self, steps: Steps) -> Floats:
        """A prediction's daily probabilities; before a place's first step it is taken to be as in the reference."""
        return daily(steps, self.zone, self.days, self.states[0].astype(np.float64))

    def score(self, p: Floats) -> Scores:
        """Score daily probabilities of shape (days, zone)."""
        truth = self.states.astype(np.float64)
        error = (p - truth) ** 2
        sure = np.clip(p, 0.001, 0.999)
        flips, delays, false = self._flips(p)
        bins = _bins(p, truth)
        months = np.array([f"{day:%Y-%m}" for day in self.days])
        return Scores(
            brier=float(error.mean()),
            log_loss=float(-np.log(np.where(truth > 0, sure, 1.0 - sure)).mean()),
            accuracy=float(((p >= 0.5) == (truth > 0)).mean()),
            ece=sum(one.count * abs(one.mean_p - one.share) for one in bins) / p.size,
            flips=flips,
            flips_seen=len(delays),
            median_delay_days=float(np.median(delays)) if len(delays) else None,
            false_flips=false,
            bins=bins,
            months={str(month): float(error[months == month].mean()) for month in np.unique(months)},
        )

    def _flips(self, p: Floats) -> tuple[int, Floats, int]:
        other = self.states[0] < 1
        changed = (self.states > 0) == other
        real = lasting(changed)
        said = lasting((p >= 0.5) == other)
        seen = (real >= 0) & (said >= 0) & (np.abs(said - real) <= SEEN_WITHIN_DAYS)
        false = (real < 0) & ~changed.any(axis=0) & (said >= 0)
        return int((real >= 0).sum()), (said - real)[seen].astype(np.float64), int(false.sum())


def daily(steps: Steps, places: Sequence[str], days: Sequence[date], default: Floats) -> Floats:
    """Spell steps out day by day, shape (days, places)."""
    table = np.tile(default, (len(days), 1))
    first = days[0]
    for column, place in enumerate(places):
        for day, value in steps.get(place, ()):
            row = max((day - first).days, 0)
            if row < len(days):
                table[row:, column] = value
    return table


def zone(places: Sequence[Place], states: npt.NDArray[np.int8]) -> Ints:
    """Places that change, or lie within ZONE_KM of a place of the other side on the first or last day."""
    chosen = states.min(axis=0) != states.max(axis=0)
    lat = np.array([place.lat for place in places])
    lon = np.array([place.lon for place in places])
    for row in (0, -1):
        for side in (0, 1):
            mine, theirs = np.nonzero(states[row] == side)[0], np.nonzero(states[row] != side)[0]
            if len(mine) and len(theirs):
                chosen[mine[_near(lon, lat, mine, theirs)]] = True
    found: Ints = np.nonzero(chosen)[0]
    return found


def _near(lon: Floats, lat: Floats, mine: Ints, theirs: Ints) -> npt.NDArray[np.bool_]:
    """Which of `mine` have one of `theirs` within the zone's width, degrees of longitude taken at each of `mine`."""
    found = np.zeros(len(mine), dtype=bool)
    wide = ZONE_KM / KM_PER_DEGREE / np.cos(np.radians(np.abs(lat).max()))
    tree = cKDTree(np.column_stack([lon[theirs], lat[theirs]]))
    near = tree.query_ball_point(np.column_stack([lon[mine], lat[mine]]), wide * 1.5)
    for k, some in enumerate(near):
        if some:
            others = theirs[some]
            east = (lon[others] - lon[mine[k]]) * np.cos(np.radians(lat[mine[k]]))
            found[k] = np.hypot(lat[others] - lat[mine[k]], east).min() * KM_PER_DEGREE <= ZONE_KM
    return found


def lasting(is_so: npt.NDArray[np.bool_]) -> Ints:
    """The first row of a run of LASTING_DAYS, per column; -1 where there is none."""
    run = np.zeros(is_so.shape[1], dtype=np.int64)
    found = np.full(is_so.shape[1], -1, dtype=np.int64)
    for row, now in enumerate(is_so):
        run = np.where(now, run + 1, 0)
        found = np.where((run >= LASTING_DAYS) & (found < 0), row - LASTING_DAYS + 1, found)
    return found


def _bins(p: Floats, truth: Floats) -> tuple[Bin, ...]:
    number = np.minimum((p * BINS).astype(np.int64), BINS - 1).ravel()
    count = np.bincount(number, minlength=BINS)
    total = np.maximum(count, 1)
    mean = np.bincount(number, p.ravel(), BINS) / total
    share = np.bincount(number, truth.ravel(), BINS) / total
    return tuple(Bin(int(count[k]), float(mean[k]), float(share[k])) for k in range(BINS))
