"""Agreement and lag on maps whose difference is known."""

from datetime import date

import pytest
import shapely
from tests.front.grounds import EAST, NORTH, SOUTH, WEST, lattice, theatre

from salient.front.compare import compare
from salient.front.lag import changes, lags
from salient.front.measure import Ruler
from salient.front.plane import land_of

RULER = Ruler(land_of(theatre()))
PLACES = lattice(24, 18)


def west_of(lon: float) -> shapely.Polygon:
    return shapely.box(WEST, SOUTH, lon, NORTH)


def test_a_map_agrees_with_itself() -> None:
    found = compare(RULER, west_of(30.5), west_of(30.5), PLACES)
    assert (found.settlements.accuracy, found.settlements.kappa, found.iou_near) == (1.0, 1.0, 1.0)
    assert found.line is not None
    assert found.line.mean_km == pytest.approx(0.0, abs=1e-6)
    assert found.disputed == ()


def test_a_shifted_line_is_as_far_off_as_it_was_shifted() -> None:
    found = compare(RULER, west_of(30.5), west_of(30.6), PLACES, west_of(30.5))
    assert found.line is not None
    assert found.line.mean_km == pytest.approx(7.58, abs=0.1)
    assert found.line_moved is not None
    assert found.line_moved.mean_km == pytest.approx(7.58, abs=0.1)
    assert found.only_ours_km2 == pytest.approx(0.0, abs=0.5)
    assert found.only_theirs_km2 == pytest.approx(RULER.area_km2(shapely.box(30.5, SOUTH, 30.6, NORTH)), rel=0.01)
    assert set(found.disputed) == {place.id for place in PLACES if 30.5 < place.lon < 30.6}
    assert found.settlements.only_theirs == len(found.disputed)


def test_agreement_by_chance_is_no_agreement() -> None:
    everything = shapely.box(WEST, SOUTH, EAST, NORTH)
    found = compare(RULER, everything, everything, PLACES)
    assert found.settlements.accuracy is None
    assert (found.line, found.iou_near) == (None, None)


def test_only_known_ground_counts() -> None:
    half = shapely.box(WEST, SOUTH, EAST, 47.35)
    found = compare(RULER, west_of(30.5), west_of(30.6), PLACES, within=half)
    assert found.only_theirs_km2 == pytest.approx(RULER.area_km2(shapely.box(30.5, SOUTH, 30.6, 47.35)), rel=0.01)
    assert all(place.lat < 47.35 for place in PLACES if place.id in found.disputed)


DAYS = [date(2025, 1, 1), date(2025, 1, 15), date(2025, 2, 1)]
MAPS = [(DAYS[0], west_of(30.4)), (DAYS[1], west_of(30.6)), (DAYS[2], west_of(30.6))]


def test_lag_is_counted_from_the_other_maps_change() -> None:
    found = changes(MAPS, PLACES)
    assert {change.place_id for change in found} == {place.id for place in PLACES if 30.4 < place.lon < 30.6}
    assert all((change.held, change.not_before, change.day) == (True, DAYS[0], DAYS[1]) for change in found)
    late, early, never, *_ = found
    ours = {
        late.place_id: [(DAYS[0], False), (date(2025, 1, 20), True)],
        early.place_id: [
            (DAYS[0], False),
            (date(2025, 1, 5), True),
            (date(2025, 6, 1), False),
            (date(2025, 8, 1), True),
        ],
        never.place_id: [(DAYS[0], False)],
    }
    by_place = {lag.change.place_id: lag.days for lag in lags(found, ours)}
    assert (by_place[late.place_id], by_place[early.place_id], by_place[never.place_id]) == (5, -10, None)


def test_what_flips_back_and_forth_is_no_change() -> None:
    maps = [(DAYS[0], west_of(30.4)), (DAYS[1], west_of(30.6)), (DAYS[2], west_of(30.4))]
    found = changes(maps, PLACES)
    assert all((change.held, change.day) == (False, DAYS[2]) for change in found)
