"""The front of a day as GeoJSON."""

from typing import Any

from salient.domain.front import Front, Polygon

Json = dict[str, Any]


def front_geojson(front: Front | None) -> Json:
    """One feature per area, contested polygon, stretch of line and pocket; `layer` says which it is."""
    if front is None:
        return {"type": "FeatureCollection", "features": []}
    features = [
        _feature("area", "MultiPolygon", [_rings(area) for area in areas], side=side)
        for side, areas in front.areas.items()
    ]
    features += [_feature("contested", "Polygon", _rings(area)) for area in front.contested]
    features += [
        _feature("line", "LineString", _points(line.points), spread_km=round(line.spread_km, 2)) for line in front.line
    ]
    features += [
        _feature("pocket", "Polygon", _rings(pocket.area), side=pocket.side, area_km2=round(pocket.area_km2, 1))
        for pocket in front.pockets
    ]
    return {"type": "FeatureCollection", "features": features}


def _feature(layer: str, kind: str, coordinates: Any, **properties: Any) -> Json:
    return {
        "type": "Feature",
        "properties": {"layer": layer, **properties},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _rings(area: Polygon) -> list[list[list[float]]]:
    return [_points(ring) for ring in area]


def _points(points: Any) -> list[list[float]]:
    """Four decimals are 11 m: finer than anything the line can know."""
    return [[round(lon, 4), round(lat, 4)] for lon, lat in points]
