"""The numbers of a front on a day, and of the way to one place, each with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import shapely

from salient.domain.errors import UsageError
from salient.domain.front import Pocket, Salient
from salient.domain.interval import Interval
from salient.domain.place import Place
from salient.domain.side import SideId
from salient.domain.theatre import Outline
from salient.front.area import change
from salient.front.held import Held, area_km2
from salient.front.metrics import (
    advance_km_per_day,
    days_until,
    distance_km,
    edge_distance_km,
    encirclement,
    line_km,
)
from salient.front.outline import outline_of
from salient.front.plane import to_shape
from salient.pipeline.library import Library

SPANS_DAYS = (14, 30, 60)
"""Rates are taken over each: the soonest and the latest of them make the range of "days until"."""


@dataclass(frozen=True)
class Asked:
    """Whose ground on which day, known when (None: on the day itself), and over how many days before it changes are
    counted."""

    side: SideId
    day: date
    as_of: date | None
    days: int


def front_metrics(
    library: Library, asked: Asked, places: Sequence[Place], outlines: Sequence[Outline] = ()
) -> dict[str, Any]:
    """Measure a side's ground on a day, what changed before it, and the way to each place and its edge.

    Without one of the `outlines` a place's edge is unknown.

    Each number is {"value", "low", "high"}, definitions in docs/method-front.md. Raises UsageError where a day is not
    assessed.
    """
    side, day, as_of, days = asked.side, asked.day, asked.as_of, asked.days
    now, before = ground_on(library, side, day, as_of), ground_on(library, side, day - timedelta(days=days), as_of)
    moved = change(before.shares, now.shares)
    front = library.front(day, as_of)
    salients, pockets = library.salients(day, as_of), front.pockets if front else ()
    spans = [(span, then) for span in SPANS_DAYS if (then := library.ground(side, day - timedelta(span), as_of))]
    return {
        "side": side,
        "day": day.isoformat(),
        "as_of": (as_of or day).isoformat(),
        "days": days,
        "area_km2": record(area_km2(now)),
        "gained_km2": record(moved.gained_km2),
        "lost_km2": record(moved.lost_km2),
        "net_km2": record(moved.net_km2),
        "net_km2_per_day": record(moved.net_km2.over(days)),
        "line_km": record(line_km(now)),
        "salients": [salient_record(salient) for salient in salients],
        "pockets": [{"side": p.side, "name": p.name, "area_km2": p.area_km2} for p in pockets],
        "places": {
            place.name: _place(now, before, days, spans, place)
            | _edge(now, _outline(library, place, outlines))
            | {"salient": _around(place, salients), "pocket": _around(place, pockets)}
            for place in places
        },
    }


def salient_record(salient: Salient) -> dict[str, Any]:
    return {
        "side": salient.side,
        "name": salient.name,
        "base_km": salient.base_km,
        "depth_km": salient.depth_km,
        "area_km2": salient.area_km2,
        "since": salient.since and salient.since.isoformat(),
    }


def _around(place: Place, pieces: Sequence[Salient] | Sequence[Pocket]) -> str | None:
    """The name of the piece of ground in which a place lies."""
    return next((p.name for p in pieces if shapely.intersects_xy(to_shape(p.area), place.lon, place.lat)), None)


def ground_on(library: Library, side: SideId, day: date, as_of: date | None) -> Held:
    """Raises UsageError where the day is not assessed."""
    ground = library.ground(side, day, as_of)
    if ground is None:
        raise UsageError(f"{day}: no day that is assessed")
    return ground


def record(interval: Interval) -> dict[str, float | None]:
    values = {"value": interval.value, "low": interval.low, "high": interval.high}
    return {name: None if value is None else round(value, 2) for name, value in values.items()}


def _edge(now: Held, outline: Outline | None) -> dict[str, Any]:
    if outline is None:
        return {"edge_distance_km": None, "edge_is_rough": None}
    return {"edge_distance_km": record(edge_distance_km(now, outline)), "edge_is_rough": outline.rough}


def _outline(library: Library, place: Place, outlines: Sequence[Outline]) -> Outline | None:
    names = [place.name, *library.place_names().get(place.id, ())]
    return outline_of(names, place.lon, place.lat, outlines)


def _place(now: Held, before: Held, days: int, spans: Sequence[tuple[int, Held]], place: Place) -> dict[str, Any]:
    return {
        "distance_km": record(distance_km(now, place)),
        "advance_km_per_day": record(advance_km_per_day(before, now, place, days)),
        "encirclement": record(encirclement(now, place)),
        "days_until": record(days_until(now, spans, place)),
    }
