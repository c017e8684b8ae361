"""Where a place lies is told by its region and the largest town near it."""

import pytest

from salient.domain.place import BY_RELATION, Place
from salient.gazetteer.whereabouts import whereabouts

VILLAGE = Place("v", "Milltown", 37.0, 48.0, population=100, region="Upper Land")
TOWN = Place("t", "Market", 37.0, 48.1, population=5_000)
CITY = Place("c", "Capital", 37.2, 48.0, population=90_000)
FAR = Place("f", "Metropolis", 39.0, 48.0, population=900_000)
COMPUTED = Place(f"{BY_RELATION}x", "Milltown", 37.0, 48.0, region="Upper Land")
NAMESAKE = Place("n", "Milltown", 37.0, 48.01, population=200_000)


@pytest.mark.parametrize(
    ("place", "around", "told"),
    [
        (VILLAGE, (TOWN, CITY, FAR, NAMESAKE, VILLAGE), "Upper Land, 15 km from Capital"),
        (VILLAGE, (TOWN,), "Upper Land, 11 km from Market"),
        (VILLAGE, (FAR,), "Upper Land"),
        (CITY, (TOWN, VILLAGE), ""),
        (COMPUTED, (CITY,), "Upper Land"),
        (TOWN, (CITY,), "19 km from Capital"),
    ],
)
def test_the_largest_larger_town_near_tells(place: Place, around: tuple[Place, ...], told: str) -> None:
    assert whereabouts(place, around) == told
