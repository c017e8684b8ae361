"""The front as the API gives it."""

import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from salient.front.build import build_front
from salient.serve.front_view import front_geojson
from tests.front.grounds import DAY, control, lattice, theatre

PLACES = lattice(40, 28)


@pytest.mark.parametrize("seed", range(6))
def test_every_shape_is_valid_wound_as_rfc_7946_asks_and_read_by_gdal(seed: int, tmp_path: Path) -> None:
    chances = np.random.default_rng(seed).beta(0.4, 0.4, len(PLACES))
    state = {place.id: control(0.9 * p, 0.1) for place, p in zip(PLACES, chances.tolist(), strict=True)}
    file = tmp_path / "front.geojson"
    file.write_text(json.dumps(front_geojson(build_front(DAY, DAY, PLACES, state, theatre()), {})), encoding="utf-8")
    shapes = shapely.from_wkb(pyogrio.raw.read(file)[2])
    assert {shape.geom_type for shape in shapes} == {"MultiPolygon", "Polygon", "LineString"}
    assert all(shapely.is_valid(shapes))
    polygons = [p for p in shapely.get_parts(shapes) if p.geom_type == "Polygon"]
    assert all(shapely.is_ccw(polygon.exterior) for polygon in polygons)
    assert not any(shapely.is_ccw(ring) for polygon in polygons for ring in polygon.interiors)
