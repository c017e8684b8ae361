"""How far the line was from a place, through time."""

import math
from datetime import date, timedelta
from typing import Any

import shapely

from salient.domain.front import Front
from salient.domain.place import Place
from salient.domain.timeline import Span
from salient.serve.reader import Reader

MOST_DAYS = 40
"""So many days tell the shape of a curve; each may have to be drawn first."""
KM_PER_DEGREE = 111.195


def distance_columns(reader: Reader, place: Place, span: Span, as_of: date | None) -> dict[str, Any]:
    """Kilometres from the centre of a place to the nearest stretch of line, on up to MOST_DAYS days, the last included.

    Null where no line was known, and on all days for a place whose point is known from words only.
    """
    length = (span.last - span.first).days
    step = max(math.ceil(length / MOST_DAYS), 1)
    days = [span.last - timedelta(back) for back in range(0, length + 1, step)][::-1]
    known = not place.is_computed
    return {
        "day": [day.isoformat() for day in days],
        "km": [line_away_km(reader.front(day, as_of), place.lon, place.lat) if known else None for day in days],
    }


def line_away_km(front: Front | None, lon: float, lat: float) -> float | None:
    """On the plane that touches the sphere at the point: within a percent as far as a reader asks (300 km)."""
    lines = [line.points for line in front.line if len(line.points) > 1] if front else []
    if not lines:
        return None
    squeeze = math.cos(math.radians(lat))
    there = shapely.MultiLineString(
        [[((x - lon) * squeeze * KM_PER_DEGREE, (y - lat) * KM_PER_DEGREE) for x, y in line] for line in lines]
    )
    return round(float(shapely.distance(there, shapely.Point(0, 0))), 1)
