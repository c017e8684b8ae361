"""Settlements around a point, against distances one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salient.gazetteer.distance import distance_km
from salient.gazetteer.nearby import Nearby

DEGREES = st.tuples(st.floats(22, 40), st.floats(44, 52))


@given(st.lists(DEGREES, max_size=20), DEGREES, st.floats(1, 300))
def test_what_lies_within_reach_is_found_the_nearest_first(
    points: list[tuple[float, float]], centre: tuple[float, float], km: float
) -> None:
    rows = [(f"p{n}", "P", lon, lat, "settlement", 0, None) for n, (lon, lat) in enumerate(points)]
    away = {row[0]: distance_km(*centre, row[2], row[3]) for row in rows}
    found = [place.id for place in Nearby(rows).within(*centre, km)]
    assert set(found) >= {name for name, distance in away.items() if distance < km * 0.99}
    assert all(away[name] <= km * 1.001 for name in found)
    assert [away[name] for name in found] == pytest.approx(sorted(away[name] for name in found))
