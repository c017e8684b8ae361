"""Outlines of built-up places: of the theatre pack, or of a file that a user gives."""

import json
from pathlib import Path
from typing import Any

from salient.domain.errors import PackError
from salient.domain.front import Polygon
from salient.domain.theatre import Outline, Theatre


def read_outlines(path: Path) -> tuple[Outline, ...]:
    """Read polygons with `names` (all spellings) or `name`, and `rough` where they are drawn by hand.

    Raises PackError for a file that is no GeoJSON of such polygons.
    """
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
    except json.JSONDecodeError as error:
        raise PackError(str(path), f"not JSON: {error.msg}", error.lineno) from error
    except (OSError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise PackError(str(path), f"not a GeoJSON feature collection: {error}") from error
    return tuple(_outline(path, number, feature) for number, feature in enumerate(features))


def known_outlines(file: Path | None, theatre: Theatre) -> tuple[Outline, ...]:
    """Those of a user's file, where one is given, before those of the pack. Raises PackError."""
    return (*(() if file is None else read_outlines(file)), *theatre.outlines)


def _outline(path: Path, number: int, feature: Any) -> Outline:
    try:
        properties, geometry = feature["properties"], feature["geometry"]
        names = properties["names"] if "names" in properties else [properties["name"]]
        whole = {"Polygon": lambda one: [one], "MultiPolygon": list}[geometry["type"]](geometry["coordinates"])
        polygons = tuple(_polygon(polygon) for polygon in whole)
        return Outline(tuple(map(str, names)), polygons, bool(properties.get("rough", False)))
    except (KeyError, TypeError, ValueError) as error:
        raise PackError(str(path), f"feature {number}: needs a name and a polygon ({error!r})") from error


def _polygon(rings: Any) -> Polygon:
    polygon = tuple(tuple((float(lon), float(lat)) for lon, lat, *_ in ring) for ring in rings)
    if any(len(ring) < 4 or ring[0] != ring[-1] for ring in polygon):
        raise ValueError("a ring is not closed")
    return polygon
