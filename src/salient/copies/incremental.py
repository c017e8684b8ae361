"""Take new reports into copies that are known already, without comparing the old ones again."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from salient.copies.origins import WINDOW_DAYS, find_copies
from salient.copies.sketch import Sketch
from salient.domain.copy import Copy

Between = Callable[[date, date], Iterable[Sketch]]
"""Sketches of all reports published between two days, both included."""


def update_copies(known: Mapping[str, Copy], new_days: Iterable[date], between: Between) -> dict[str, Copy]:
    """Add the reports published on `new_days` to `known`, both keyed by digest.

    The answer equals find_copies on everything: a report can only change whom those copy that were published within
    WINDOW_DAYS after it, and they only look WINDOW_DAYS back.
    """
    updated = dict(known)
    window = timedelta(days=WINDOW_DAYS)
    for first, last in _stretches(sorted(set(new_days)), window):
        sketches = list(between(first - window, last + window))
        told = {sketch.digest: sketch.day for sketch in sketches}
        for copy in find_copies(sketches):
            day = told[copy.digest]
            if day is not None and day >= first.toordinal():
                updated[copy.digest] = copy
    return updated


def _stretches(days: list[date], window: timedelta) -> list[tuple[date, date]]:
    """Join days that reach into one another's window, so that each report is looked at once."""
    stretches: list[tuple[date, date]] = []
    for day in days:
        if stretches and day - stretches[-1][1] <= 2 * window:
            stretches[-1] = (stretches[-1][0], day)
        else:
            stretches.append((day, day))
    return stretches
