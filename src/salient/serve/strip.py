"""The strip under the map: claims and area per day."""

from typing import Any

from salient.domain.timeline import Span
from salient.serve.panel import outcomes_of
from salient.serve.reader import Reader

LEAST_KNOWN = 0.5
"""Of the ground that is known best. Of less, an area would tell how much is known, and not who holds it."""


def day_columns(reader: Reader, span: Span) -> dict[str, Any]:
    """Columns from the first day to the last: claims by side of the speaker, km² by outcome.

    Areas are null on days when little is known yet: before the first map of a theatre, and where none was worked out.
    """
    length = (span.last - span.first).days + 1
    sides = (*reader.theatre.sides, "independent", "unknown")
    claims = {side: [0] * length for side in sides}
    area: dict[str, list[float | None]] = {outcome: [None] * length for outcome in outcomes_of(reader)}
    days = reader.days()
    least_km2 = LEAST_KNOWN * max((sum(counts.area_km2.values()) for counts in days), default=0.0)
    for counts in days:
        at = (counts.day - span.first).days
        if not 0 <= at < length:
            continue
        for side, number in counts.claims.items():
            claims[side][at] += number
        if sum(counts.area_km2.values()) < least_km2:
            continue
        for outcome, km2 in counts.area_km2.items():
            area[outcome][at] = round(km2, 1)
    return {"first": span.first.isoformat(), "claims": claims, "area_km2": area}
