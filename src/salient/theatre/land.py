"""The outline of the land whose control a theatre's front divides."""

import json
from pathlib import Path

from salient.domain.errors import PackError
from salient.domain.front import Polygon


def read_land(path: Path) -> tuple[Polygon, ...]:
    """Read `land.geojson`, one MultiPolygon feature; a pack without the file has no outline but its bounds.

    Raises PackError for a file that is not such a feature.
    """
    if not path.exists():
        return ()
    try:
        geometry = json.loads(path.read_text(encoding="utf-8"))["geometry"]
        if geometry["type"] != "MultiPolygon":
            raise ValueError(f"a {geometry['type']}, not a MultiPolygon")
        polygons = tuple(
            tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in polygon)
            for polygon in geometry["coordinates"]
        )
    except json.JSONDecodeError as error:
        raise PackError(str(path), f"not JSON: {error.msg}", error.lineno) from error
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise PackError(str(path), f"not an outline of land: {error}") from error
    if any(len(ring) < 4 or ring[0] != ring[-1] for polygon in polygons for ring in polygon):
        raise PackError(str(path), "not an outline of land: a ring is not closed")
    return polygons
