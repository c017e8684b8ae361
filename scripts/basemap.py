"""Cut the quiet base map of a theatre out of Natural Earth and write it into the theatre's pack.

    python scripts/basemap.py theatres/ukraine web/node_modules/world-atlas/countries-10m.json

Natural Earth (1:10m countries) is in the public domain; the npm package world-atlas carries it as TopoJSON. The
pack's own land (land.geojson) is what lies inside: where Natural Earth draws a border across it, that border is left
out. Rivers come from the pack's own rivers.geojson, where it has one.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely import MultiLineString, MultiPolygon, Polygon, box, make_valid, unary_union
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from salient.theatre.load import load_theatre

Line = list[tuple[float, float]]

MARGIN_DEGREES = 8.0
"""How far the base map reaches beyond the theatre, so that nobody pans to its edge."""
TOLERANCE_DEGREES = 0.01
NEAR_DEGREES = 0.06
"""Borders closer than this to the edge of the pack's land are drawn from the pack, once."""


def main(pack: Path, atlas: Path) -> None:
    theatre = load_theatre(str(pack))
    bounds = theatre.bounds
    frame = box(
        bounds.west - MARGIN_DEGREES,
        bounds.south - MARGIN_DEGREES,
        bounds.east + MARGIN_DEGREES,
        bounds.north + MARGIN_DEGREES,
    )
    inside = make_valid(unary_union([Polygon(area[0], area[1:]) for area in theatre.land]))
    countries = [areas_of(country & frame) for country in read_countries(atlas) if country.intersects(frame)]
    land = areas_of(unary_union([*countries, inside]))
    borders = unary_union([country.boundary for country in countries]) - land.boundary.buffer(0.02)
    borders = (borders - inside.buffer(NEAR_DEGREES)).union(inside.boundary - (frame - land).buffer(0.05))
    layers: list[tuple[str, BaseGeometry]] = [
        ("outside", land - inside),
        ("sea", frame - land),
        ("border", borders),
    ]
    rivers = pack / "rivers.geojson"
    if rivers.is_file():
        drawn = json.loads(rivers.read_text(encoding="utf-8"))["features"]
        layers.append(("river", MultiLineString([smooth(river["geometry"]["coordinates"]) for river in drawn])))
    features = [
        {"type": "Feature", "properties": {"layer": layer}, "geometry": rounded(geometry.simplify(TOLERANCE_DEGREES))}
        for layer, geometry in layers
    ]
    text = json.dumps(
        {"type": "FeatureCollection", "source": "Natural Earth 1:10m (public domain)", "features": features},
        separators=(",", ":"),
    )
    (pack / "basemap.geojson").write_text(text.replace('{"type":"Feature"', '\n{"type":"Feature"') + "\n")


def smooth(points: Line) -> Line:
    """Cut the corners of a sketched line, twice (Chaikin 1974); its ends stay."""
    for _ in range(2):
        cut: Line = [points[0]]
        for (x, y), (u, v) in pairwise(points):
            cut += [(0.75 * x + 0.25 * u, 0.75 * y + 0.25 * v), (0.25 * x + 0.75 * u, 0.25 * y + 0.75 * v)]
        points = [*cut, points[-1]]
    return points


def areas_of(geometry: BaseGeometry) -> BaseGeometry:
    """What of a geometry has an area: an intersection may leave points and lines behind."""
    parts = getattr(geometry, "geoms", [geometry])
    return unary_union([part for part in parts if part.geom_type.endswith("Polygon")])


def read_countries(atlas: Path) -> list[BaseGeometry]:
    """Decode the polygons of a quantised TopoJSON file."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indices: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    found = []
    for country in topology["objects"]["countries"]["geometries"]:
        areas = {"Polygon": [country.get("arcs")], "MultiPolygon": country.get("arcs")}.get(country["type"], [])
        rings = [[points for points in map(ring, area) if len(points) > 3] for area in areas]
        polygons = [Polygon(area[0], area[1:]) for area in rings if area]
        found.append(make_valid(MultiPolygon(polygons)))
    return found


def rounded(geometry: BaseGeometry) -> Any:
    """Three decimals are 100 m: finer than Natural Earth."""
    return json.loads(json.dumps(mapping(geometry)), parse_float=lambda text: round(float(text), 3))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
