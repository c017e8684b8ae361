"""What is to be expected of a settlement's ground: laws, and that the numbers are the fit's."""

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.front.grounds import control, lattice, split, theatre

from salient.front.area import expected_by_day, expected_km2, shares
from salient.front.expected import AROUND_KM, FITTED, TREND_DAYS, Around, expected_share

FIT = Path(__file__).parents[2] / "benchmarks" / "results" / "front_expectation.json"
ROAD = Around.of(np.column_stack([np.arange(0.0, 30.0, 3.0), np.zeros(10)]), np.full(10, 9.0))
"""Ten settlements along a road, 3 km apart."""
SHARES = st.lists(st.sampled_from([0.0, 0.01, 0.2, 0.5, 0.7, 0.99, 1.0]), min_size=10, max_size=10).map(np.array)
RISES = st.lists(st.floats(-1.0, 1.0), min_size=10, max_size=10).map(np.array)
STILL = np.zeros(10)


def expected(share: np.ndarray, rise: np.ndarray = STILL, around: Around = ROAD) -> np.ndarray:
    return expected_share(share[None], rise[None], around)[0]


def test_the_numbers_are_those_of_the_fit() -> None:
    assert asdict(FITTED) == json.loads(FIT.read_text())["fitted"]


@given(SHARES, RISES)
@settings(max_examples=100, deadline=None)
def test_both_sides_are_read_alike_and_what_is_certain_stays(share: np.ndarray, rise: np.ndarray) -> None:
    here = expected(share, rise)
    assert here == pytest.approx(1.0 - expected(1.0 - share, -rise))
    assert np.all((here >= 0.0) & (here <= 1.0))
    sure = (share == 0.0) | (share == 1.0)
    assert np.array_equal(here[sure], share[sure])


def test_the_farther_behind_the_line_the_less_doubt_is_left() -> None:
    share = np.array([0.8] * 9 + [0.0])
    read = expected(share)[:9]
    assert np.all(np.diff(read[2:]) < 0)
    assert read[8] < 0.8
    assert abs(read[2] - 0.8) < 0.5 * abs(read[8] - 0.8)
    assert read[0] == read[1]  # deeper than AROUND_KM makes no difference


def test_a_settlement_alone_counts_as_deep() -> None:
    far = Around.of(np.array([[0.0, 0.0], [3.0, 0.0], [500.0, 0.0]]), np.ones(3))
    read = expected(np.array([0.3, 0.8, 0.8]), np.zeros(3), far)
    assert read[2] == pytest.approx(1 / (1 + 4 ** -(FITTED.at_line + FITTED.per_km * AROUND_KM)))
    assert read[2] > read[1]


def test_where_chances_have_been_rising_more_is_to_be_expected() -> None:
    share = np.linspace(0.9, 0.1, 10)
    rising = np.where(np.arange(10) < 5, 0.3, 0.0)
    more = expected(share, rising) - expected(share)
    assert np.all(more > 0)
    assert more[2] > more[8]


@given(SHARES)
@settings(max_examples=50, deadline=None)
def test_a_higher_chance_never_lowers_what_is_to_be_expected_there(share: np.ndarray) -> None:
    higher = share.copy()
    higher[4] = min(share[4] + 0.3, 1.0)
    assert expected(higher)[4] >= expected(share)[4]


def test_a_row_of_days_gives_what_each_day_gives() -> None:
    places = lattice()
    states = [
        split(places) | {p.id: control(0.3 + 0.5 * n / 80, 0.1) for p in places if 30.45 < p.lon < 30.55}
        for n in range(81)
    ]
    table = np.array([[[*s[p.id].probabilities.values()] for p in places] for s in states])
    by_day = expected_by_day(places, table, theatre())
    for day in (0, 40, 80):
        one = shares(places, states[day], theatre(), "AA", states[max(day - TREND_DAYS, 0)])
        assert by_day[day] == pytest.approx([expected_km2(one), expected_km2(one.other("BB"))])
