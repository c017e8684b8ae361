"""The big tables as columns of small integers: what lets a page change the day without asking the server."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from salient.domain.place import Place
from salient.domain.timeline import Step

Columns = dict[str, Any]
Percents = tuple[int, ...]


def place_columns(places: Sequence[Place]) -> Columns:
    """One list per field, all in the order of `places`; coordinates in degrees to five decimals (about a metre), null
    where they were computed from words."""
    regions = sorted({place.region for place in places if place.region})
    index = {region: i for i, region in enumerate(regions)}
    return {
        "id": [place.id for place in places],
        "name": [place.name for place in places],
        "lon": [None if place.is_computed else round(place.lon, 5) for place in places],
        "lat": [None if place.is_computed else round(place.lat, 5) for place in places],
        "population": [place.population for place in places],
        "region": [index.get(place.region or "", -1) for place in places],
        "regions": regions,
    }


def step_columns(
    places: Sequence[Place], steps: Iterable[Step], outcomes: Sequence[str], first: date, last: date
) -> Columns:
    """Changes of probability, in whole percent, grouped by place in the order of `places`.

    `count[i]` steps belong to place i; `day` counts from `first` and grows within a place; `percent` has one list for
    each outcome. A step that changes no percentage is left out. What happened before `first` is one step on it.
    """
    runs: dict[str, list[tuple[int, Percents]]] = {place.id: [] for place in places}
    for step in sorted(steps, key=lambda step: step.day):
        if step.place_id not in runs or step.day > last:
            continue
        run = runs[step.place_id]
        day = max((step.day - first).days, 0)
        percents = whole_percents([step.control.of(outcome) for outcome in outcomes])
        if run and run[-1][0] == day:
            run.pop()
        if not run or run[-1][1] != percents:
            run.append((day, percents))
    ordered = [runs[place.id] for place in places]
    return {
        "first": first.isoformat(),
        "days": (last - first).days + 1,
        "outcomes": list(outcomes),
        "count": [len(run) for run in ordered],
        "day": [day for run in ordered for day, _ in run],
        "percent": [[percents[k] for run in ordered for _, percents in run] for k in range(len(outcomes))],
    }


def whole_percents(probabilities: Sequence[float]) -> Percents:
    """Round to whole percent so that the sum stays 100: the largest remainders are rounded up."""
    exact = [100 * p for p in probabilities]
    floors = [int(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda k: floors[k] - exact[k])
    for k in by_remainder[: 100 - sum(floors)]:
        floors[k] += 1
    return tuple(floors)
