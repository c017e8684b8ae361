"""Overclaiming: per side and week, how many captures were announced, and how many nobody else bore out in time."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from scipy.special import pdtrc

from salient.assess.intervals import Share
from salient.assess.observation import Observation, Sort
from salient.assess.track import Outcome, outcomes
from salient.domain.side import SideId

CONFIRM_WITHIN_DAYS = 30
HABIT_WEEKS = 12
SURGE_CHANCE = 0.01
SURGE_AT_LEAST = 4


@dataclass(frozen=True, slots=True)
class Week:
    """One side's week, named by its Monday. `unconfirmed` is None while claims of the week may still be borne out.

    `habit` is the mean of the side's twelve weeks before, None before there are any; `surge` says that so many claims
    come with a chance below one in a hundred under that habit.
    """

    side: SideId
    monday: date
    claims: int
    unconfirmed: Share | None
    habit: float | None
    surge: bool


def overclaim(seen: Iterable[Observation], until: date) -> list[Week]:
    """Every week from a side's first capture claim to `until`, by side, then in order of time."""
    captures = [one for one in outcomes(seen, until, CONFIRM_WITHIN_DAYS) if one.claim.sort is Sort.CAPTURE]
    sides = sorted({one.claim.claim.attribution.side for one in captures})
    weeks = []
    for side in sides:
        weeks += _weeks(side, [one for one in captures if one.claim.claim.attribution.side == side], until)
    return weeks


def _weeks(side: SideId, captures: list[Outcome], until: date) -> list[Week]:
    by_week: dict[date, list[Outcome]] = {}
    for one in captures:
        by_week.setdefault(_monday(one.claim.known), []).append(one)
    counts = Counter({monday: len(some) for monday, some in by_week.items()})
    monday, first, weeks = min(by_week), min(by_week), []
    while monday <= until:
        some = by_week.get(monday, [])
        closed = monday + timedelta(6 + CONFIRM_WITHIN_DAYS) <= until
        missing = sum(one.borne_out is None for one in some)
        habit = _habit(counts, monday, first)
        surge = habit is not None and len(some) >= SURGE_AT_LEAST and _chance(len(some), habit) < SURGE_CHANCE
        weeks.append(Week(side, monday, len(some), Share(missing, len(some)) if closed else None, habit, surge))
        monday += timedelta(7)
    return weeks


def _habit(counts: Counter[date], monday: date, first: date) -> float | None:
    before = [monday - timedelta(7 * k) for k in range(1, HABIT_WEEKS + 1)]
    known = [counts[week] for week in before if week >= first]
    return sum(known) / len(known) if known else None


def _chance(count: int, habit: float) -> float:
    """The chance of at least so many; half a claim a week is taken as the least habit."""
    return float(pdtrc(count - 1, max(habit, 0.5)))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
