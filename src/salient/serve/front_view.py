"""The front of a day as GeoJSON."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import shapely
from shapely.affinity import scale

from salient.domain.front import Front, FrontLine, Polygon, Salient
from salient.domain.interval import Interval
from salient.domain.side import SideId
from salient.front.plane import GRID_DEGREES, from_shape
from salient.serve.schema import SalientView

Json = dict[str, Any]
KM_PER_DEGREE = 111.195
WIDEST_DRAWN_KM = 10.0
"""Beyond this the line is a guess: a band as wide would say "somewhere here" of a whole region."""


def front_geojson(front: Front | None, areas_km2: Mapping[SideId, Interval]) -> Json:
    """One feature per area, contested polygon, stretch of line and pocket; `layer` says which it is.

    An area's `area_km2`, `low_km2` and `high_km2` are its side's in `areas_km2`, all parts together.

    The layer "spread" is the ground within the spread of the line, in one piece.
    """
    if front is None:
        return {"type": "FeatureCollection", "features": []}
    features = [
        _feature("area", "MultiPolygon", [_rings(area) for area in areas], side=side, **_km2(areas_km2.get(side)))
        for side, areas in front.areas.items()
    ]
    features += [_feature("contested", "Polygon", _rings(area)) for area in front.contested]
    features += [
        _feature("line", "LineString", _points(line.points), spread_km=round(line.spread_km, 2)) for line in front.line
    ]
    features += _spread(front.line)
    features += [
        _feature("pocket", "Polygon", _rings(pocket.area), side=pocket.side, name=pocket.name, area_km2=pocket.area_km2)
        for pocket in front.pockets
    ]
    return {"type": "FeatureCollection", "features": features}


def salient_view(salient: Salient) -> SalientView:
    """A salient as the API tells it."""
    return SalientView(
        side=salient.side,
        name=salient.name,
        base_km=salient.base_km,
        depth_km=salient.depth_km,
        area_km2=salient.area_km2,
        since=salient.since,
        area=[list(ring) for ring in salient.area],
    )


def _km2(area: Interval | None) -> dict[str, float | None]:
    if area is None:
        return {}
    numbers = {"area_km2": area.value, "low_km2": area.low, "high_km2": area.high}
    return {name: None if km2 is None else round(km2, 1) for name, km2 in numbers.items()}


def _spread(lines: Sequence[FrontLine]) -> list[Json]:
    known = [line for line in lines if line.spread_km <= WIDEST_DRAWN_KM and len(line.points) > 1]
    if not known:
        return []
    # On a plane of degrees of latitude: distances there are true within a percent over the height of a country.
    squeeze = math.cos(math.radians(sum(line.points[0][1] for line in known) / len(known)))
    around = [
        scale(shapely.LineString(line.points), squeeze, 1.0, origin=(0, 0)).buffer(line.spread_km / KM_PER_DEGREE, 6)
        for line in known
    ]
    ground = shapely.simplify(shapely.union_all(around), 0.002)
    whole = shapely.set_precision(scale(ground, 1 / squeeze, 1.0, origin=(0, 0)), GRID_DEGREES)
    return [_feature("spread", "Polygon", _rings(area)) for area in from_shape(whole)]


def _feature(layer: str, kind: str, coordinates: Any, **properties: Any) -> Json:
    return {
        "type": "Feature",
        "properties": {"layer": layer, **properties},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _rings(area: Polygon) -> list[list[list[float]]]:
    return [_points(ring) for ring in area]


def _points(points: Any) -> list[list[float]]:
    """The decimals of the grid on which shapes are cut: with fewer, rings would cross and not be valid."""
    return [[round(lon, 5), round(lat, 5)] for lon, lat in points]
