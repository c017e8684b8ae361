"""The front of two days as a small map: inline SVG, no tiles, no address to fetch."""

import math
from collections.abc import Iterable, Sequence
from html import escape

import shapely

from salient.domain.front import Front, Polygon
from salient.domain.place import Place
from salient.export.svg import SHADES, WIDTH

TALLEST = 760
_MARGIN_DEGREES = 0.25
_TOWNS = 24
_LABEL_GAP = 34.0
"""Between two labels, in pixels: names must not lie on each other."""


def front_map(before: Front, after: Front, places: Sequence[Place], title: str) -> str | None:
    """Draw the grounds of the later day, its line dark, and the line of the earlier day dashed.

    Contested ground is hatched. None where the later day has no line.
    """
    if not after.line:
        return None
    lines = shapely.MultiLineString([stretch.points for stretch in after.line])
    west, south, east, north = lines.bounds
    frame = _Frame(west - _MARGIN_DEGREES, south - _MARGIN_DEGREES, east + _MARGIN_DEGREES, north + _MARGIN_DEGREES)
    shapes = [
        f'<path d="{frame.rings(polygons)}" fill="{shade}" fill-opacity="0.28" fill-rule="evenodd"/>'
        for (_, polygons), shade in zip(after.areas.items(), SHADES, strict=False)
    ]
    shapes.append(f'<path d="{frame.rings(after.contested)}" fill="url(#doubt)" fill-rule="evenodd"/>')
    shapes += [_line(frame, before, 'stroke="#555" stroke-width="1.2" stroke-dasharray="4 3"')]
    shapes += [_line(frame, after, 'stroke="#111" stroke-width="2"')]
    shapes += _towns(frame, places)
    hatch = (
        '<defs><pattern id="doubt" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="2" height="6" fill="#333" fill-opacity="0.35"/></pattern></defs>'
    )
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {frame.height:.0f}" width="{WIDTH}" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="11" fill="#222">'
        f"<title>{escape(title)}</title>{hatch}" + "".join(shapes) + "</svg>"
    )


class _Frame:
    """Degrees to pixels, true to scale at the middle latitude."""

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        self._squeeze = math.cos(math.radians((south + north) / 2))
        self._scale = min(WIDTH / ((east - west) * self._squeeze), TALLEST / (north - south))
        self._left = (WIDTH - (east - west) * self._squeeze * self._scale) / 2
        self._west, self._north = west, north
        self.height = (north - south) * self._scale
        self._box = shapely.box(west, south, east, north)

    def spot(self, lon: float, lat: float) -> tuple[float, float]:
        x = self._left + (lon - self._west) * self._squeeze * self._scale
        return x, (self._north - lat) * self._scale

    def holds(self, place: Place) -> bool:
        return bool(shapely.intersects_xy(self._box, place.lon, place.lat))

    def rings(self, polygons: Iterable[Polygon]) -> str:
        shapes = [shapely.make_valid(shapely.Polygon(polygon[0], polygon[1:])) for polygon in polygons]
        cut = [part for part in shapely.get_parts(shapely.intersection(shapes, self._box)) if part.area > 0]
        rings = (ring for part in cut if part.geom_type == "Polygon" for ring in (part.exterior, *part.interiors))
        return "".join(f"M{self._path(ring.coords)}Z" for ring in rings)

    def lines(self, front: Front) -> str:
        shapes = [shapely.LineString(stretch.points) for stretch in front.line]
        cut = [part for part in shapely.get_parts(shapely.intersection(shapes, self._box)) if part.length > 0]
        return "".join(f"M{self._path(part.coords)}" for part in cut)

    def _path(self, points: Iterable[Sequence[float]]) -> str:
        return "L".join("{:.1f} {:.1f}".format(*self.spot(lon, lat)) for lon, lat, *_ in points)


def _line(frame: _Frame, front: Front, style: str) -> str:
    return f'<path d="{frame.lines(front)}" fill="none" stroke-linejoin="round" {style}/>'


def _towns(frame: _Frame, places: Sequence[Place]) -> list[str]:
    """The largest towns, those left out whose labels would come too near to a larger one's."""
    shapes: list[str] = []
    labelled: list[tuple[float, float]] = []
    known = (place for place in places if place.population and not place.is_computed and frame.holds(place))
    for place in sorted(known, key=lambda place: (-place.population, place.name)):
        x, y = frame.spot(place.lon, place.lat)
        if len(labelled) == _TOWNS or any(abs(x - a) < 2.2 * _LABEL_GAP and abs(y - b) < 14 for a, b in labelled):
            continue
        labelled.append((x, y))
        right = x > WIDTH - 2.5 * _LABEL_GAP
        label = f'x="{x - 4 if right else x + 4:.1f}" y="{y + 4:.1f}"' + (' text-anchor="end"' if right else "")
        shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.8"/><text {label}>{escape(place.name)}</text>')
    return shapes
