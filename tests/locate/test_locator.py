"""Mentions of one report are matched together."""

import pytest

from salient.domain.mention import PlaceMention
from salient.domain.place import Bearing, PlaceMatch, PlacePrecision
from salient.gazetteer import load_gazetteer
from salient.gazetteer.distance import distance_km
from salient.locate import Locator
from salient.theatre.load import load_theatre


@pytest.fixture(scope="module")
def locator() -> Locator:
    theatre = load_theatre("ukraine")
    return Locator(load_gazetteer(theatre), theatre)


def off_km(match: PlaceMatch, lat: float, lon: float) -> float:
    assert match.lon is not None
    assert match.lat is not None
    return distance_km(lon, lat, match.lon, match.lat)


def test_a_village_that_no_gazetteer_has_lies_where_the_words_put_it(locator: Locator) -> None:
    town, village = locator.locate(
        [
            PlaceMention(0, 8, "Pokrovsk"),
            PlaceMention(20, 60, "Pishchane", anchor="Pokrovsk", distance_km=8, bearing=Bearing.SW),
        ]
    )
    assert (town.name, town.precision) == ("Pokrovsk", PlacePrecision.SETTLEMENT)
    assert (village.name, village.precision, village.place_id) == ("Pishchane", PlacePrecision.RELATION, None)
    assert off_km(village, 48.229, 37.101) < 2


def test_a_relation_without_an_own_name_is_named_by_its_anchor(locator: Locator) -> None:
    (match,) = locator.locate([PlaceMention(0, 9, None, anchor="Pokrovsk", distance_km=10, bearing=Bearing.W)])
    assert match.name == "Pokrovsk"
    assert match.relation is not None
    assert match.relation.anchor == "Pokrovsk"
    assert off_km(match, 48.28, 37.042) < 0.5


def test_a_region_is_named_and_not_pinned(locator: Locator) -> None:
    (match,) = locator.locate([PlaceMention(0, 9, "Donetsk region")])
    assert (match.name, match.lon, match.lat) == ("Donetsk Oblast", None, None)
    assert match.precision == PlacePrecision.REGION


def test_an_unknown_name_is_kept_and_not_pinned(locator: Locator) -> None:
    (match,) = locator.locate([PlaceMention(0, 9, "Щебрюхівці")])
    assert (match.name, match.lon, match.precision) == ("Shchebriukhivtsi", None, PlacePrecision.NONE)
