"""How the sources are: what fails, what has gone silent, what repeats itself."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise
from statistics import median

from salient.store.database import Store
from salient.store.polls import Poll

PATIENCE = 3
"""A source is late after this many times its habit, and frozen or failing after this many polls in a row."""
LEAST_HABIT = timedelta(hours=1)
_LEAST_GAPS = 3


class State(StrEnum):
    """The worst that is true of a source, worst first."""

    FAILING = "failing"
    FROZEN = "frozen"
    """It answers, with the same as before, for longer than is its habit."""
    SILENT = "silent"
    """Nothing new came for longer than is its habit."""
    UNKNOWN = "unknown"
    """Too little was seen of it to know its habit."""
    OK = "ok"


@dataclass(frozen=True, slots=True)
class Health:
    """One watched address or one outlet. `habit` is the usual time between two new things, None where unknown."""

    name: str
    kind: str
    state: State
    last_success: datetime | None
    last_new: datetime | None
    habit: timedelta | None
    longest_gap: timedelta | None
    reason: str | None = None


def feed_health(store: Store, now: datetime, expected: Mapping[str, timedelta] | None = None) -> Sequence[Health]:
    """The health of every watched address. `expected` says, by address, how often something new is due."""
    return [_of_polls(url, store.polls.of(url), now, (expected or {}).get(url)) for url in store.polls.urls()]


def outlet_health(store: Store, now: datetime, zone: tzinfo) -> Sequence[Health]:
    """The health of every outlet by the days of its reports, whichever way they came."""
    told: dict[str, list[tuple[datetime, str]]] = {}
    for report in store.at(None).reports():
        if report.outlet and report.published:
            noon = datetime.combine(report.published, time(12), zone)
            words = hashlib.sha256(" ".join(report.text.split()).encode()).hexdigest()
            told.setdefault(report.outlet, []).append((noon, words))
    return [_of_days(outlet, sorted(reports), now) for outlet, reports in sorted(told.items())]


def _of_polls(url: str, polls: Sequence[Poll], now: datetime, expected: timedelta | None) -> Health:
    good = [poll for poll in polls if poll.outcome != "failed"]
    news = [poll.at for poll in good if poll.new]
    gaps = _gaps(news)
    habit = expected or _habit(gaps)
    limit = expected or (None if habit is None else PATIENCE * max(habit, LEAST_HABIT))
    failed = len(polls) - 1 - max((i for i, poll in enumerate(polls) if poll.outcome != "failed"), default=-1)
    same_since = _same_since(good)
    state, reason = State.UNKNOWN if limit is None else State.OK, None
    if failed >= PATIENCE or (polls and not good):
        state, reason = State.FAILING, f"{failed} polls in a row: {polls[-1].reason}"
    elif limit is not None and same_since is not None and now - same_since > limit:
        state, reason = State.FROZEN, f"the same since {same_since:%Y-%m-%d %H:%M} UTC"
    elif limit is not None and news and now - news[-1] > limit:
        state, reason = State.SILENT, f"nothing new since {news[-1]:%Y-%m-%d %H:%M} UTC"
    last = good[-1].at if good else None
    return Health(url, "feed", state, last, news[-1] if news else None, habit, max(gaps, default=None), reason)


def _of_days(outlet: str, reports: Sequence[tuple[datetime, str]], now: datetime) -> Health:
    days = sorted({noon for noon, _ in reports})
    gaps = _gaps(days)
    habit = _habit(gaps)
    limit = None if habit is None else PATIENCE * max(habit, timedelta(days=1))
    run = _run([words for _, words in reports])
    same_since = reports[-run][0]
    state, reason = State.UNKNOWN if limit is None else State.OK, None
    if limit is not None and run >= PATIENCE and reports[-1][0] - same_since > limit:
        state, reason = State.FROZEN, f"the same words since {same_since:%Y-%m-%d}"
    elif limit is not None and now - days[-1] > limit:
        state, reason = State.SILENT, f"no report since {days[-1]:%Y-%m-%d}"
    return Health(outlet, "outlet", state, None, days[-1], habit, max(gaps, default=None), reason)


def _gaps(moments: Sequence[datetime]) -> list[timedelta]:
    return [later - earlier for earlier, later in pairwise(moments)]


def _habit(gaps: Sequence[timedelta]) -> timedelta | None:
    if len(gaps) < _LEAST_GAPS:
        return None
    return timedelta(seconds=median(gap.total_seconds() for gap in gaps))


def _run(names: Sequence[str]) -> int:
    """How many at the end are the same."""
    run = 0
    for name in reversed(names):
        if name != names[-1]:
            break
        run += 1
    return run


def _same_since(good: Iterable[Poll]) -> datetime | None:
    """Since when every answer was the same one, if PATIENCE answers were; "unchanged" answers repeat the last."""
    since: datetime | None = None
    answers, last = 0, None
    for poll in good:
        if poll.outcome != "unchanged" and poll.sha256 != last:
            since, answers, last = poll.at, 0, poll.sha256
        answers += 1
    return since if answers >= PATIENCE else None
