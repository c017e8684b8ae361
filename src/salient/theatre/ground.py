"""The ground of a theatre beside its outline: barriers that a front does not simply cross, and areas with names."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from salient.domain.errors import PackError
from salient.domain.front import Polygon
from salient.domain.theatre import Area, Barrier, HeldGround, Home


def read_barriers(path: Path) -> tuple[Barrier, ...]:
    """Read `barriers.geojson`: lines with `id` and `crossing` (0 to 1). A pack without the file has none."""
    return tuple(
        Barrier(
            str(properties["id"]),
            tuple((float(lon), float(lat)) for lon, lat in coordinates),
            float(properties["crossing"]),
        )
        for properties, coordinates in _features(path, "LineString", ("id", "crossing"))
    )


def read_areas(path: Path) -> tuple[Area, ...]:
    """Read `areas.geojson`: polygons with `id`, a `region` or `names`, and, where wanted, `left_for` and `unless`.

    A pack without the file has none.
    """
    return tuple(
        Area(
            str(properties["id"]),
            tuple(str(name) for name in properties.get("names", ())),
            tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in coordinates),
            tuple(str(name) for name in properties.get("left_for", ())),
            tuple(str(word).casefold() for word in properties.get("unless", ())),
            properties.get("region"),
        )
        for properties, coordinates in _features(path, "Polygon", ("id",))
    )


def read_homes(path: Path, sides: set[str]) -> tuple[Home, ...]:
    """Read `homes.geojson`: polygons with `side`. A pack without the file has none."""
    homes = tuple(
        Home(
            str(properties["side"]),
            tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in coordinates),
        )
        for properties, coordinates in _features(path, "Polygon", ("side",))
    )
    for home in homes:
        if home.side not in sides:
            raise PackError(str(path), f"{home.side} is no side of this pack")
    return homes


def read_held(path: Path, sides: set[str]) -> tuple[HeldGround, ...]:
    """Read `held.geojson`: polygons with `side`, `since` and `until`, days or null. None without the file."""
    found = []
    for properties, polygon in read_polygons(path, ("side", "since", "until")):
        side, until = str(properties["side"]), properties["until"]
        if side not in sides:
            raise PackError(str(path), f"{side} is no side of this pack")
        try:
            since = date.fromisoformat(properties["since"])
            found.append(HeldGround(side, since, None if until is None else date.fromisoformat(until), polygon))
        except (TypeError, ValueError) as error:
            raise PackError(str(path), f"{side}: since and until are days, or until null") from error
    return tuple(found)


def read_polygons(path: Path, needs: tuple[str, ...]) -> list[tuple[dict[str, Any], Polygon]]:
    """All polygons of a file with their properties, of which `needs` must be there; none without the file."""
    return [
        (properties, tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in coordinates))
        for properties, coordinates in _features(path, "Polygon", needs)
    ]


def _features(path: Path, shape: str, needs: tuple[str, ...]) -> list[tuple[dict[str, Any], list[Any]]]:
    if not path.exists():
        return []
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        found = []
        for number, feature in enumerate(features):
            geometry, properties = feature["geometry"], feature["properties"]
            missing = [name for name in needs if name not in properties]
            if geometry["type"] != shape or missing:
                raise ValueError(f"feature {number} is no {shape} with {', '.join(needs)}")
            found.append((properties, geometry["coordinates"]))
    except json.JSONDecodeError as error:
        raise PackError(str(path), f"not JSON: {error.msg}", error.lineno) from error
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise PackError(str(path), f"not the ground of a theatre: {error}") from error
    return found
