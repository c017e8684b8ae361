"""Laws of points computed from relations."""

from hypothesis import given
from hypothesis import strategies as st

from salient.domain.place import Bearing
from salient.gazetteer.distance import distance_km
from salient.locate.geodesy import distance_and_azimuth, offset_point, turn_between

LON, LAT, KM = st.floats(-179, 179), st.floats(-75, 75), st.floats(0.5, 150)
BEARING = st.sampled_from(list(Bearing))


@given(LON, LAT, KM, BEARING)
def test_a_computed_point_lies_where_it_was_said(lon: float, lat: float, km: float, bearing: Bearing) -> None:
    away, azimuth = distance_and_azimuth(lon, lat, *offset_point(lon, lat, km, bearing))
    assert abs(away - km) < 0.001
    assert turn_between(azimuth, bearing.degrees) < 0.01


@given(LON, LAT, KM, BEARING)
def test_the_quick_distance_is_within_one_per_cent(lon: float, lat: float, km: float, bearing: Bearing) -> None:
    assert abs(distance_km(lon, lat, *offset_point(lon, lat, km, bearing)) - km) < 0.01 * km


@given(st.floats(0, 360), st.floats(0, 360))
def test_a_turn_is_the_same_both_ways_and_never_more_than_half(one: float, other: float) -> None:
    assert turn_between(one, other) == turn_between(other, one)
    assert 0 <= turn_between(one, other) <= 180
