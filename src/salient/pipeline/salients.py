"""The salients of a day, and since when they have been there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from salient.domain.front import Front, Salient
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.front.plane import land_of
from salient.front.salients import dated, find_salients

STEP_DAYS = 7
WEEKS = 26


def salients_on(
    day: date, front_on: Callable[[date], Front | None], places: Sequence[Place], theatre: Theatre
) -> list[Salient]:
    """Salients of a day's front, the largest first, looked for week by week up to half a year before."""

    def on(when: date) -> tuple[Salient, ...]:
        front = front_on(when)
        return () if front is None else find_salients(front, places, land_of(theatre))

    def earlier() -> Iterator[tuple[date, Sequence[Salient]]]:
        for week in range(1, WEEKS + 1):
            before = day - timedelta(days=week * STEP_DAYS)
            yield before, on(before)

    found = on(day)
    return dated(found, day, earlier()) if found else []
