"""Areas and distances agree with what geometry says of simple shapes."""

import math

import pytest
import shapely
from pyproj import Geod
from tests.front.grounds import NORTH, SOUTH, WEST, theatre

from salient.domain.theatre import Outline
from salient.front.measure import Ruler, distance_to, measured
from salient.front.plane import land_of

EARTH = Geod(ellps="WGS84")
RULER = Ruler(land_of(theatre()))
WEST_HALF = shapely.box(WEST, SOUTH, 30.5, NORTH)


def test_areas_are_those_of_the_ellipsoid() -> None:
    on_earth, _ = EARTH.geometry_area_perimeter(shapely.segmentize(WEST_HALF, 0.001))
    assert RULER.area_km2(WEST_HALF) == pytest.approx(on_earth / 1e6, rel=1e-4)


def test_gain_and_loss_are_apart() -> None:
    later = shapely.box(30.1, SOUTH, 30.6, NORTH)
    gained, lost = RULER.change_km2(WEST_HALF, later)
    assert gained == pytest.approx(RULER.area_km2(shapely.box(30.5, SOUTH, 30.6, NORTH)), rel=1e-3)
    assert lost == pytest.approx(RULER.area_km2(shapely.box(WEST, SOUTH, 30.1, NORTH)), rel=1e-3)


def test_the_line_is_the_edge_without_the_border() -> None:
    _, _, metres = EARTH.inv(30.5, SOUTH, 30.5, NORTH)
    assert RULER.line_km(WEST_HALF) == pytest.approx(metres / 1e3 - 6.0, abs=0.5)


def test_slivers_between_polygons_are_no_line() -> None:
    split = shapely.MultiPolygon([shapely.box(WEST, SOUTH, 30.2, NORTH), shapely.box(30.2003, SOUTH, 30.5, NORTH)])
    assert RULER.line_km(split) == pytest.approx(RULER.line_km(WEST_HALF), abs=0.5)


def test_distance_is_along_the_earth_and_zero_inside() -> None:
    _, _, metres = EARTH.inv(30.7, 47.35, 30.5, 47.35)
    outside = distance_to(WEST_HALF, 30.7, 47.35)
    assert outside.distance_km == pytest.approx(metres / 1e3, abs=0.02)
    assert not outside.inside
    inside = distance_to(WEST_HALF, 30.3, 47.35)
    assert (inside.distance_km, inside.inside) == (0.0, True)
    assert math.isclose(inside.edge_km, metres / 1e3, abs_tol=0.02)


def test_the_answer_has_the_fixed_fields() -> None:
    answer = measured(RULER, WEST_HALF, None, {"P": (30.7, 47.35)}, {})
    assert set(answer) == {"area_km2", "line_km", "gained_km2", "lost_km2", "places"}
    assert answer["gained_km2"] is None
    assert set(answer["places"]["P"]) == {"distance_km", "inside", "centre"}
    assert answer["places"]["P"]["centre"] == [30.7, 47.35]


def test_the_edge_of_a_place_is_told_where_its_outline_is_known() -> None:
    town = Outline(("P",), ((tuple(shapely.box(30.6, 47.3, 30.8, 47.4).exterior.coords),),))
    place = measured(RULER, WEST_HALF, None, {"P": (30.7, 47.35)}, {"P": town})["places"]["P"]
    _, _, metres = EARTH.inv(30.6, 47.35, 30.5, 47.35)
    assert place["edge_distance_km"] == pytest.approx(metres / 1e3, abs=0.03)
