"""The front of one day: areas, line, contested band. Coordinates are (lon, lat), WGS 84 degrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Ring = tuple[tuple[float, float], ...]
"""A closed ring: first point repeated at the end."""
Polygon = tuple[Ring, ...]
"""Outer ring counterclockwise, then holes clockwise (RFC 7946)."""
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class FrontLine:
    """One stretch of the line. `spread_km` is how far either side of it the line may as well run (80 % interval)."""

    points: Line
    spread_km: float


@dataclass(frozen=True)
class Pocket:
    """Ground of one side that the other surrounds. Named by the largest settlement in it, or the nearest."""

    side: str
    name: str
    area: Polygon
    area_km2: float


@dataclass(frozen=True)
class Salient:
    """Ground of one side that reaches into the other's through a base narrower than it is deep.

    Named by the largest settlement in it and the one nearest to its tip. `since`: the first of the days looked at from
    which on it has been there without a break; None where nobody looked.
    """

    side: str
    name: str
    area: Polygon
    area_km2: float
    base_km: float
    depth_km: float
    since: date | None = None


@dataclass(frozen=True)
class Front:
    """All of a day's geometry. `areas` has one entry per side, disjoint; `contested` lies on top of them.

    Ground in no area is unknown: far from any assessed place, or near such only of which nothing has been said.
    """

    day: date
    as_of: date
    areas: Mapping[str, tuple[Polygon, ...]]
    contested: tuple[Polygon, ...]
    line: tuple[FrontLine, ...]
    pockets: tuple[Pocket, ...]
