"""Salients on lines whose shape is known."""

from datetime import date

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from tests.front.grounds import DAY, control, lattice, split, theatre

from salient.domain.front import Salient
from salient.front.build import build_front
from salient.front.bulge import Bulge, Points, find_bulges
from salient.front.plane import land_of
from salient.front.salients import dated, find_salients

WEST = shapely.box(-100, -100, 0, 100)


def bulges(ground: shapely.Geometry) -> list[Bulge]:
    shapely.prepare(ground)

    def holds(points: Points) -> NDArray[np.bool_]:
        return np.asarray(shapely.intersects_xy(ground, points[:, 0], points[:, 1]))

    return find_bulges(shapely.intersection(ground.boundary, shapely.box(-90, -90, 90, 90)), holds)


def test_a_finger_is_a_salient_of_its_side_as_wide_and_deep_as_it_is() -> None:
    (finger,) = bulges(shapely.union(WEST, shapely.box(-1, -4, 20, 4)))
    assert finger.first
    assert finger.base_km == pytest.approx(8.0, abs=2.0)
    assert finger.depth_km == pytest.approx(20.0, abs=1.5)
    assert finger.shape.area == pytest.approx(160.0, rel=0.1)
    assert finger.tip[0] == pytest.approx(20.0, abs=0.5)


def test_the_same_finger_of_the_other_side_is_the_others() -> None:
    (finger,) = bulges(shapely.difference(WEST, shapely.box(-20, -4, 1, 4)))
    assert not finger.first
    assert finger.depth_km == pytest.approx(20.0, abs=1.5)


@pytest.mark.parametrize(
    "ground",
    [
        WEST,
        shapely.union(WEST, shapely.box(-1, -10, 8, 10)),
        shapely.union(WEST, shapely.box(-1, -1, 3, 1)),
        shapely.union(WEST, shapely.Point(40, 0).buffer(10)),
    ],
    ids=["a straight line", "wider than deep", "too small", "no connection"],
)
def test_what_is_no_salient(ground: shapely.Geometry) -> None:
    assert bulges(ground) == []


def test_a_bulge_within_a_bulge_is_the_others() -> None:
    ground = shapely.difference(shapely.union(WEST, shapely.box(-1, -12, 40, 12)), shapely.box(20, -3, 41, 3))
    found = bulges(ground)
    assert [bulge.first for bulge in found] == [True, False]
    assert found[1].depth_km == pytest.approx(20.0, abs=2.0)


PLACES = lattice(24, 18)
REACH = {place.id: control(0.98) for place in PLACES if 30.5 <= place.lon < 30.75 and abs(place.lat - 47.35) < 0.05}


def test_a_drawn_front_has_its_salients_named_by_the_places_in_them() -> None:
    front = build_front(DAY, DAY, PLACES, split(PLACES) | REACH, theatre())
    (found,) = find_salients(front, PLACES, land_of(theatre()))
    assert found.side == "AA"
    names = {place.name for place in PLACES if place.id in REACH}
    assert set(found.name.split("–")) & names
    assert found.depth_km > found.base_km
    assert 50 < found.area_km2 < 300
    assert find_salients(build_front(DAY, DAY, PLACES, split(PLACES), theatre()), PLACES, land_of(theatre())) == ()


def box(west: float, east: float, side: str = "AA") -> Salient:
    ring = tuple(shapely.box(west, 47.0, east, 47.2).exterior.coords)
    return Salient(side, "S", ((*ring,),), 1.0, 1.0, 1.0)


def test_a_salient_is_as_old_as_its_unbroken_past() -> None:
    days = [date(2025, 2, day) for day in (22, 15, 8, 1)]
    past = [[box(30.0, 30.3)], [box(30.0, 30.2), box(30.6, 31.0, "BB")], [], [box(30.0, 30.4)]]
    old, new = dated([box(30.0, 30.4), box(30.6, 31.0)], DAY, zip(days, past, strict=True))
    assert (old.since, new.since) == (date(2025, 2, 15), DAY)
