"""What a front means in numbers, each with the interval that the assessment's own uncertainty gives it.

Areas stand in area.py. Definitions: docs/method-front.md. Lengths in km, times in days; shapes on the equal-area plane.
"""

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from salient.domain.interval import Interval
from salient.domain.place import Place
from salient.domain.theatre import Outline
from salient.front.held import Held
from salient.front.outline import shape_of
from salient.front.plane import polygons_in

HORIZON_KM = 15.0
BEARINGS = 72
EDGE_KM = 3.0
"""As in `measure`: outlines of coast and border differ by this much."""
LONGEST_DAYS = 1825
"""Slower than five years is no pace: what ages moves a little too."""


def line_km(ground: Held) -> Interval:
    """Length of the edge of the side's ground off coast and border."""
    inland = ground.land.buffer(-EDGE_KM)
    lengths = [float(shapely.intersection(shape.boundary, inland).length) for shape in ground]
    return Interval.around(lengths[0], lengths[1:])


def distance_km(ground: Held, place: Place) -> Interval:
    """From the place's centre to the side's ground, 0 inside it; None where the side holds nothing."""
    spot = _spot(ground, place)
    away = [None if shape.is_empty else float(shapely.distance(spot, shape)) for shape in ground]
    return Interval.around(away[0], away[1:])


def edge_distance_km(ground: Held, outline: Outline) -> Interval:
    """From the outline of a place to the side's ground, 0 where they touch; None where the side holds nothing."""
    built = ground.plane.geometry_to_km(shape_of(outline))
    away = [None if shape.is_empty else float(shapely.distance(built, shape)) for shape in ground]
    return Interval.around(away[0], away[1:])


def encirclement(ground: Held, place: Place, within_km: float = HORIZON_KM) -> Interval:
    """The share of the horizon, 0 to 1, in whose direction the side has ground within `within_km` of the place.

    1 in a pocket, however wide: the side is all around.
    """
    spot = _spot(ground, place)
    angles = np.arange(BEARINGS) * (2 * math.pi / BEARINGS)
    ends = np.column_stack([spot.x + within_km * np.sin(angles), spot.y + within_km * np.cos(angles)])
    starts = np.broadcast_to([spot.x, spot.y], ends.shape)
    rays = shapely.linestrings(np.stack([starts, ends], axis=1))
    shares = [1.0 if _is_surrounded(spot, shape, ground.land) else _share(rays, shape) for shape in ground]
    return Interval.around(shares[0], shares[1:])


def advance_km_per_day(before: Held, after: Held, place: Place, days: int) -> Interval:
    """How fast the side came closer to a place, along the straight way to it; negative where it fell back."""
    spot = _spot(after, place)
    rates = [
        None if old.is_empty or new.is_empty else (shapely.distance(spot, old) - shapely.distance(spot, new)) / days
        for old, new in zip(before, after, strict=True)
    ]
    return Interval.around(rates[0], rates[1:])


def days_until(now: Held, earlier: Iterable[tuple[int, Held]], place: Place) -> Interval:
    """In how many days the side would reach a place at the rates of the times before, each (days ago, ground).

    `low` is the soonest of all rates and doubts, `high` the latest, None where at one of them it never would; `value`
    takes the middle rate. 0 where the place is reached already.
    """
    spot = _spot(now, place)
    times: list[float] = []
    middle: list[float] = []
    for days, then in earlier:
        for which, (old, new) in enumerate(zip(then, now, strict=True)):
            time = _time(spot, old, new, days)
            times.append(time)
            if which == 0:
                middle.append(time)
    value = float(np.median(middle)) if middle else math.inf
    return Interval(
        *(None if math.isinf(t) else t for t in (value, min(times, default=math.inf), max(times, default=math.inf)))
    )


def _time(spot: shapely.Point, old: BaseGeometry, new: BaseGeometry, days: int) -> float:
    if new.is_empty or old.is_empty:
        return math.inf
    left = float(shapely.distance(spot, new))
    rate = (float(shapely.distance(spot, old)) - left) / days
    if left == 0:
        return 0.0
    return left / rate if rate > left / LONGEST_DAYS else math.inf


def _share(rays: Any, shape: BaseGeometry) -> float:
    shapely.prepare(shape)
    return float(np.mean(shapely.intersects(rays, shape)))


def _is_surrounded(spot: shapely.Point, shape: BaseGeometry, land: BaseGeometry) -> bool:
    """Whether the point lies on ground that the shape cuts off from all land beyond it, and from coast and border."""
    hole = next((s for part in polygons_in(shape) for s in _holes(part) if shapely.intersects(s, spot)), None)
    return hole is not None and bool(shapely.contains_properly(land, hole))


def _holes(part: shapely.Polygon) -> list[shapely.Polygon]:
    return [shapely.Polygon(ring) for ring in part.interiors]


def _spot(ground: Held, place: Place) -> shapely.Point:
    return shapely.Point(ground.plane.to_km(np.array([[place.lon, place.lat]]))[0])
