"""What a fit of the assessment minds, as residuals whose squares add up to a cost; and the figures told of a window.

A window costs its Brier score over that of "nothing changes". On top come, per window: probabilities beyond 0.45 at
places that never change hands (false flips), probabilities below 0.6 of what is so 25 days after a place changed hands,
places gained on balance more or fewer than were, months hardly better than "nothing changes", and doubt of what lies
around the zone and stays what it was. All are smooth in the numbers fitted.
"""

from typing import Any

import numpy as np
from assess_windows import Window

from salient.assess.parameters import Parameters
from salient.evaluate.control import Scores, lasting

FALSE_BEYOND, FALSE_COST = 0.45, 60.0
SEEN_BY_DAYS, SEEN_AT, MISSED_COST = 25, 0.6, 1.5
GAIN_COST = 1.5
MONTH_SHARE, MONTH_COST = 0.9, 30.0
REAR_COST = 3.0
EVERY_DAYS, REAR_EVERY_DAYS = 3, 30
"""Every so many days count: the others tell the same."""


def residuals(one: Window, told: Parameters) -> np.ndarray:
    """The residuals of a window, already weighted."""
    everywhere, truth = one.replayed(told), one.comparison.states.astype(np.float64)
    p, rear = everywhere[:, one.columns], everywhere[::REAR_EVERY_DAYS, one.rear]
    frozen, days = one.frozen, len(truth)
    changed = truth != truth[0]
    never = ~changed.any(axis=0)
    fell = lasting(changed)
    flips = np.nonzero((fell >= 0) & (fell + SEEN_BY_DAYS < days))[0]
    moved = np.abs(p - truth[0])
    per_cell = 1.0 / np.sqrt(frozen.brier * p[::EVERY_DAYS].size)
    false = np.maximum(moved[::EVERY_DAYS, never] - FALSE_BEYOND, 0.0) * np.sqrt(FALSE_COST) * per_cell
    missed = np.maximum(SEEN_AT - moved[fell[flips] + SEEN_BY_DAYS, flips], 0.0) * np.sqrt(MISSED_COST / frozen.flips)
    parts = [
        ((p - truth)[::EVERY_DAYS] * per_cell).ravel(),
        false.ravel(),
        missed,
        np.array([gain_off(one, p) * np.sqrt(GAIN_COST)]),
        _months(one, p, truth) * np.sqrt(MONTH_COST) / frozen.brier,
        (np.abs(rear - np.round(rear[0])) * np.sqrt(REAR_COST / (frozen.brier * max(rear.size, 1)))).ravel(),
    ]
    return np.sqrt(one.weight) * np.concatenate(parts)


def _months(one: Window, p: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """By how much each month's Brier score is more than it should be, weighted by its length."""
    months = np.array([f"{day:%Y-%m}" for day in one.comparison.days])
    error = ((p - truth) ** 2).mean(axis=1)
    return np.array(
        [
            max(float(error[months == month].mean()) - MONTH_SHARE * frozen, 0.0) * float((months == month).mean())
            for month, frozen in one.frozen.months.items()
        ]
    )


def gain_off(one: Window, p: np.ndarray) -> float:
    """By how much the places gained on balance, by their probabilities, are off on the last day: as a share."""
    first, last = one.comparison.states[0].astype(float), one.comparison.states[-1].astype(float)
    return float((p[-1] - last).sum() / max(abs((last - first).sum()), 1.0))


def figures(one: Window, found: Scores) -> dict[str, Any]:
    """What is told of a window."""
    worse = [month for month in found.months if found.months[month] > one.frozen.months[month]]
    return {
        "window": one.name,
        "nothing_changes": round(one.frozen.brier, 4),
        "brier": round(found.brier, 4),
        "ece": round(found.ece, 3),
        "flips_seen": found.flips_seen,
        "flips": found.flips,
        "false_flips": found.false_flips,
        "months_worse": worse,
    }


def line(told: dict[str, Any]) -> str:
    return (
        f"{told['window']:32s} brier {told['brier']:.4f} of {told['nothing_changes']:.4f}  ece {told['ece']:.3f}  "
        f"seen {told['flips_seen']}/{told['flips']}  false {told['false_flips']}  "
        f"worse {' '.join(told['months_worse'])}"
    )
