"""The laws of a front: it divides the land as the assessments do, on whichever side one stands, and keeps still."""

import json
import math
from itertools import pairwise
from pathlib import Path

import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.front.grounds import DAY, control, lattice, split, theatre

from salient.domain.assessment import Control
from salient.domain.errors import UsageError
from salient.domain.front import Front, Polygon
from salient.front.build import build_front
from salient.front.ground import forget_grounds
from salient.front.plane import land_of, land_shape, plane_of

PLACES = lattice()
PLANE = plane_of(land_of(theatre()))
LAND = land_shape(land_of(theatre()))


def front_of(state: dict[str, Control]) -> Front:
    return build_front(DAY, DAY, PLACES, state, theatre())


def shape(polygons: tuple[Polygon, ...]) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([shapely.Polygon(polygon[0], polygon[1:]) for polygon in polygons])


def km2(shape_in_degrees: shapely.MultiPolygon) -> float:
    return float(PLANE.geometry_to_km(shape_in_degrees).area)


states = st.lists(st.sampled_from([0.02, 0.3, 0.6, 0.98]), min_size=len(PLACES), max_size=len(PLACES)).map(
    lambda chances: {place.id: control(p) for place, p in zip(PLACES, chances, strict=True)}
)


@given(states)
@settings(max_examples=25, deadline=None)
def test_the_areas_are_valid_disjoint_and_cover_the_land(state: dict[str, Control]) -> None:
    first, second = (shape(front_of(state).areas[side]) for side in ("AA", "BB"))
    assert first.is_valid
    assert second.is_valid
    assert km2(shapely.intersection(first, second)) < 0.01
    assert math.isclose(first.area + second.area, LAND.area, rel_tol=1e-4)


@given(states)
@settings(max_examples=25, deadline=None)
def test_every_place_lies_on_the_side_that_most_probably_holds_it(state: dict[str, Control]) -> None:
    front = front_of(state)
    for side in ("AA", "BB"):
        area = shape(front.areas[side])
        held = [place for place in PLACES if state[place.id].of(side) > 0.5]
        assert all(shapely.intersects_xy(area, place.lon, place.lat) for place in held)


@given(states)
@settings(max_examples=10, deadline=None)
def test_swapping_the_sides_swaps_the_areas(state: dict[str, Control]) -> None:
    swapped = {place: Control({"AA": c.of("BB"), "BB": c.of("AA"), "contested": 0.0}) for place, c in state.items()}
    here, there = front_of(state), front_of(swapped)
    assert km2(shapely.symmetric_difference(shape(here.areas["AA"]), shape(there.areas["BB"]))) < 0.5


def test_the_line_lies_between_the_last_places_of_the_sides() -> None:
    front = front_of(split(PLACES))
    west = max(place.lon for place in PLACES if place.lon < 30.5)
    east = min(place.lon for place in PLACES if place.lon >= 30.5)
    lons = [lon for stretch in front.line for lon, _ in stretch.points]
    assert west - 0.05 < min(lons)
    assert max(lons) < east + 0.05
    assert front.contested == ()
    assert front.pockets == ()


def test_border_and_coast_are_no_front_line() -> None:
    assert front_of({place.id: control(0.98) for place in PLACES}).line == ()


def test_nothing_moves_without_evidence() -> None:
    assert front_of(split(PLACES)).line == front_of(split(PLACES)).line


def test_ageing_of_what_is_certain_moves_nothing() -> None:
    aged = {place.id: control(0.96 if place.lon < 30.5 else 0.04) for place in PLACES}
    assert front_of(aged).line == front_of(split(PLACES)).line


def test_the_line_runs_on_past_places_where_the_sides_are_even() -> None:
    state = split(PLACES)
    torn = [place.id for place in PLACES if 30.45 < place.lon < 30.6 and 47.2 < place.lat < 47.5]
    assert len(torn) > 3
    front = front_of(state | dict.fromkeys(torn, control(0.48, contested=0.05)))
    lats = sorted(lat for stretch in front.line for _, lat in stretch.points)
    assert shape(front.areas["AA"]).area + shape(front.areas["BB"]).area == pytest.approx(LAND.area, rel=1e-4)
    assert max(later - earlier for earlier, later in pairwise(lats)) < 0.1


def test_evidence_far_away_leaves_the_line_alone() -> None:
    state = split(PLACES)
    far = max((p for p in PLACES if p.lon < 30.2), key=lambda p: p.lat)
    moved = front_of(state | {far.id: control(0.02)})
    line = shapely.union_all([shapely.LineString(s.points) for s in front_of(state).line])
    near = shapely.box(30.3, 46.0, 31.0, 48.0)
    after = shapely.intersection(shapely.union_all([shapely.LineString(s.points) for s in moved.line]), near)
    assert shapely.hausdorff_distance(line, after) < 1e-4


def test_a_surrounded_place_is_a_pocket() -> None:
    state = split(PLACES)
    lost = min(PLACES, key=lambda p: math.hypot(p.lon - 30.25, p.lat - 47.35))
    pockets = front_of(state | {lost.id: control(0.02)}).pockets
    assert [pocket.side for pocket in pockets] == ["BB"]
    assert 5 < pockets[0].area_km2 < 200


def test_a_disputed_place_is_contested_ground_and_its_line_is_less_sure() -> None:
    state = split(PLACES)
    torn = min(PLACES, key=lambda p: math.hypot(p.lon - 30.55, p.lat - 47.35))
    front = front_of(state | {torn.id: control(0.2, contested=0.6)})
    assert shapely.intersects_xy(shape(front.contested), torn.lon, torn.lat)
    assert max(s.spread_km for s in front.line) > max(s.spread_km for s in front_of(state).line)


def test_places_off_the_land_do_not_bear_on_it() -> None:
    with pytest.raises(UsageError, match="none of the 1 places"):
        build_front(DAY, DAY, (PLACES[0].__class__("x", "X", 10.0, 10.0),), {"x": control(0.9)}, theatre())


def test_a_theatre_of_three_sides_is_refused() -> None:
    with pytest.raises(UsageError, match="two sides"):
        build_front(DAY, DAY, PLACES, split(PLACES), theatre(("AA", "BB", "CC")))


def test_the_polygons_survive_the_round_trip_through_gdal(tmp_path: Path) -> None:
    area = shape(front_of(split(PLACES)).areas["AA"])
    file = tmp_path / "area.geojson"
    feature = {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(area)}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    _, _, wkb, _ = pyogrio.raw.read(file)
    back = shapely.from_wkb(wkb[0])
    assert back.is_valid
    assert shapely.equals(back, area)
    assert all(shapely.is_ccw(polygon.exterior) for polygon in area.geoms)


def test_what_was_drawn_before_does_not_show() -> None:
    sparse = tuple(place for i, place in enumerate(PLACES) if i % 7 == 0)
    state = {place.id: control(0.98 if (i * 5) % 3 else 0.1) for i, place in enumerate(sparse)}
    alone = build_front(DAY, DAY, sparse, state, theatre())
    forget_grounds()
    build_front(DAY, DAY, sparse, {place.id: control(0.1 * (i % 9) + 0.1) for i, place in enumerate(sparse)}, theatre())
    assert build_front(DAY, DAY, sparse, state, theatre()) == alone
