"""Areas are expectations over the assessment's doubt: known sums, and laws."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.front.grounds import control, lattice, split, theatre

from salient.domain.assessment import Control
from salient.front.area import Shares, change, expected_km2, shares

PLACES = lattice()
CHANCES = st.lists(st.sampled_from([0.0, 0.02, 0.2, 0.5, 0.7, 0.98, 1.0]), min_size=4, max_size=4)
CELLS = np.array([10.0, 20.0, 30.0, 0.0])


def ground(state: dict[str, Control]) -> Shares:
    return shares(PLACES, state, theatre(), "AA")


def of(chances: list[float]) -> Shares:
    return Shares("AA", np.array(chances), CELLS)


def test_gain_is_the_strip_between_two_lines() -> None:
    moved = change(ground(split(PLACES, 30.4)), ground(split(PLACES, 30.6)))
    assert moved.gained_km2.value == pytest.approx(0.2 * 75.8 * 77.8, rel=0.2)
    assert moved.lost_km2.value == 0.0
    assert moved.net_km2 == moved.gained_km2


def test_a_settlement_counts_with_the_share_to_be_expected_of_it() -> None:
    state = split(PLACES)
    index = PLACES.index(max(PLACES, key=lambda p: p.lon))
    one = ground(state | {PLACES[index].id: control(0.77)})
    assert 0.5 < one.share[index] < 0.8  # among the other side's it is less sure than its chance says
    more = change(ground(state), one)
    assert more.gained_km2.value == pytest.approx(one.share[index] * one.cell_km2[index], rel=1e-6)
    assert (more.gained_km2.low, more.gained_km2.high) == pytest.approx((0.0, one.cell_km2[index]), abs=1e-9)


def test_ground_of_which_nothing_is_known_is_nobodys_and_its_first_news_no_gain() -> None:
    state = split(PLACES)
    dark = max(PLACES, key=lambda p: p.lon)
    unknown = ground(state | {dark.id: control(0.5)})
    assert unknown.cell_km2[PLACES.index(dark)] == 0.0
    assert change(unknown, ground(state | {dark.id: control(0.98)})).gained_km2.value == 0.0


def test_even_chances_between_the_sides_are_known_ground() -> None:
    state = split(PLACES)
    torn = min(PLACES, key=lambda p: math.hypot(p.lon - 30.55, p.lat - 47.35))
    here = ground(state | {torn.id: control(0.48, contested=0.05)})
    assert here.cell_km2[PLACES.index(torn)] == ground(state).cell_km2[PLACES.index(torn)] > 0.0


def test_the_sides_share_the_known_ground() -> None:
    here = ground(split(PLACES))
    assert expected_km2(here) + expected_km2(here.other("BB")) == pytest.approx(float(here.cell_km2.sum()))


@given(CHANCES, CHANCES)
@settings(max_examples=100, deadline=None)
def test_changes_are_consistent(before: list[float], after: list[float]) -> None:
    moved, back = change(of(before), of(after)), change(of(after), of(before))
    for number in (moved.gained_km2, moved.lost_km2, moved.net_km2):
        assert number.low <= number.value <= number.high  # type: ignore[operator]
    assert moved.net_km2.value == pytest.approx(moved.gained_km2.value - moved.lost_km2.value)  # type: ignore[operator]
    assert moved.net_km2.value == pytest.approx(expected_km2(of(after)) - expected_km2(of(before)))
    assert (moved.gained_km2, moved.lost_km2) == (back.lost_km2, back.gained_km2)
