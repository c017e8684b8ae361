"""Write a layer as GeoJSON (RFC 7946)."""

import json
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from salient.export.layer import Layer


def to_geojson(layer: Layer) -> bytes:
    """One feature per row; what the layer is stands in the foreign member `about`."""
    names = [column.name for column in layer.columns]
    features = [
        {
            "type": "Feature",
            "properties": dict(zip(names, row, strict=True)),
            "geometry": None if shape is None else geometry(shape),
        }
        for row, shape in zip(layer.rows, layer.geometries, strict=True)
    ]
    whole = {"type": "FeatureCollection", "name": layer.name, "about": dict(layer.about), "features": features}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()


def geometry(shape: BaseGeometry) -> dict[str, Any]:
    return dict(json.loads(shapely.to_geojson(shape)))
