"""Laws of points computed from relations."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from salient.domain.place import Bearing
from salient.gazetteer.distance import distance_km
from salient.locate.geodesy import distances_and_azimuths, offset_point, turns_between

LON, LAT, KM = st.floats(-179, 179), st.floats(-75, 75), st.floats(0.5, 150)
BEARING = st.sampled_from(list(Bearing))


@given(LON, LAT, KM, BEARING)
def test_a_computed_point_lies_where_it_was_said(lon: float, lat: float, km: float, bearing: Bearing) -> None:
    meant = np.array([offset_point(lon, lat, km, bearing)])
    away, azimuths = distances_and_azimuths(np.array([(lon, lat), (lon, lat)]), meant)
    assert away.shape == azimuths.shape == (2, 1)
    assert np.abs(away - km).max() < 0.001
    assert turns_between(azimuths, bearing.degrees).max() < 0.01


@given(LON, LAT, KM, BEARING)
def test_the_quick_distance_is_within_one_per_cent(lon: float, lat: float, km: float, bearing: Bearing) -> None:
    assert abs(distance_km(lon, lat, *offset_point(lon, lat, km, bearing)) - km) < 0.01 * km


@given(st.floats(0, 360), st.floats(0, 360))
def test_a_turn_is_the_same_both_ways_and_never_more_than_half(one: float, other: float) -> None:
    turns = [turns_between(np.array([a]), b).item() for a, b in ((one, other), (other, one), (one - 360, other))]
    assert np.allclose(turns, turns[0])
    assert 0 <= turns[0] <= 180
