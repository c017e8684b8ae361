"""Metrics on a front whose truth is known, and their intervals."""

import pytest
import shapely
from tests.front.grounds import control, lattice, split, theatre

from salient.domain.assessment import Control
from salient.domain.place import Place
from salient.domain.theatre import Outline
from salient.front.held import Held, area_km2, held
from salient.front.metrics import (
    HORIZON_KM,
    advance_km_per_day,
    days_until,
    distance_km,
    edge_distance_km,
    encirclement,
    line_km,
)
from salient.front.outline import outline_of

PLACES = lattice(24, 18)
KM_PER_LON = 75.8
TARGET = Place("t", "Target", 30.8, 47.35)
TOWN = Outline(("Target", "Ziel"), ((tuple(shapely.box(30.76, 47.32, 30.84, 47.38).exterior.coords),),))


def ground(lon: float, state: dict[str, Control] | None = None) -> Held:
    return held(PLACES, state or split(PLACES, lon), theatre(), "AA")


def test_every_value_lies_in_its_interval_and_sides_mirror_each_other() -> None:
    here = ground(30.5)
    area, other = area_km2(here), area_km2(here.other("BB"))
    assert area.low is not None and area.value is not None and area.high is not None
    assert area.low < area.value < area.high
    assert other.value == pytest.approx(here.land.area - area.value, rel=1e-4)
    assert other.low == pytest.approx(here.land.area - area.high, rel=1e-6)


def test_distance_shrinks_as_the_line_comes_and_is_zero_inside() -> None:
    far, near = distance_km(ground(30.4), TARGET), distance_km(ground(30.6), TARGET)
    assert far.value == pytest.approx(0.4 * KM_PER_LON, abs=3.0)
    assert near.value == pytest.approx(0.2 * KM_PER_LON, abs=3.0)
    assert far.low < far.value < far.high  # type: ignore[operator]
    assert distance_km(ground(30.95), TARGET).value == 0.0


def test_the_edge_of_a_town_is_nearer_than_its_centre() -> None:
    edge, centre = edge_distance_km(ground(30.4), TOWN), distance_km(ground(30.4), TARGET)
    assert centre.value - edge.value == pytest.approx(0.04 * KM_PER_LON, abs=0.5)  # type: ignore[operator]
    assert edge_distance_km(ground(30.8), TOWN).value == 0.0


def test_an_outline_is_found_by_name_and_place() -> None:
    assert outline_of(["ziel"], 30.8, 47.35, [TOWN]) is TOWN
    assert outline_of(["Target"], 30.85, 47.35, [TOWN]) is TOWN
    assert outline_of(["Target"], 31.8, 47.35, [TOWN]) is None
    assert outline_of(["Other"], 30.8, 47.35, [TOWN]) is None


def test_a_pocket_is_encircled_however_wide_it_is() -> None:
    within = {p.id: control(0.02 if abs(p.lon - 30.5) < 0.3 and abs(p.lat - 47.35) < 0.25 else 0.98) for p in PLACES}
    middle = Place("m", "Middle", 30.5, 47.35)
    wide = ground(0, within)
    assert distance_km(wide, middle).value > HORIZON_KM  # type: ignore[operator]
    assert encirclement(wide, middle).value == 1.0
    assert encirclement(ground(30.2), middle).value == 0.0


def test_rate_and_time_to_a_place() -> None:
    then, now = ground(30.4), ground(30.6)
    rate = advance_km_per_day(then, now, TARGET, 30)
    assert rate.value == pytest.approx(0.2 * KM_PER_LON / 30, abs=0.1)
    time = days_until(now, [(30, then)], TARGET)
    assert time.value == pytest.approx(30.0, abs=6.0)
    assert time.low is not None
    assert time.low <= time.value  # type: ignore[operator]
    back = days_until(then, [(30, now)], TARGET)
    assert (back.value, back.low, back.high) == (None, None, None)
    assert days_until(ground(30.95), [(30, now)], TARGET).value == 0.0


def test_encirclement_counts_directions() -> None:
    assert encirclement(ground(30.3), TARGET).value == 0.0
    half = encirclement(ground(30.73), TARGET)
    assert half.value == pytest.approx(0.5, abs=0.12)
    around = {p.id: control(0.02 if abs(p.lon - 30.8) < 0.05 and abs(p.lat - 47.35) < 0.05 else 0.98) for p in PLACES}
    assert encirclement(ground(0, around), TARGET).value == 1.0


def test_doubt_widens_the_interval() -> None:
    doubtful = {
        p.id: control(0.7 if p.lon < 30.5 else 0.3) if abs(p.lon - 30.5) < 0.1 else c
        for p, c in zip(PLACES, split(PLACES).values(), strict=True)
    }
    sure, unsure = area_km2(ground(30.5)), area_km2(ground(30.5, doubtful))
    assert unsure.high - unsure.low > 1.5 * (sure.high - sure.low)  # type: ignore[operator]


def test_line_length_leaves_the_border_out() -> None:
    assert line_km(ground(30.5)).value == pytest.approx(77.8 - 6, rel=0.25)
