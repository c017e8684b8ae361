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
    """Ground of one side that the other surrounds."""

    side: str
    area: Polygon
    area_km2: float


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
