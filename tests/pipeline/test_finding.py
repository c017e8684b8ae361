"""A name is taken for the place that is called so, and what else it may mean is told."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from salient.domain.errors import UsageError
from salient.domain.place import PlaceMatch, PlacePrecision
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer
from salient.pipeline.finding import find_place
from salient.pipeline.ingest import ingest
from salient.pipeline.library import Library
from salient.store.database import Store
from tests.pipeline.builders import Found, Reader, claim, report

NOW = datetime(2026, 1, 10, tzinfo=UTC)
DAY = date(2025, 12, 1)
KURAKHOVE = PlaceMatch("Kurakhove", 37.283, 47.983, PlacePrecision.SETTLEMENT, "geonames:695357")
MYKOLAIVKA = PlaceMatch("Mykolaivka", 37.768, 48.862, PlacePrecision.SETTLEMENT, "geonames:700119")


class Both(Reader):
    """Finds both towns in every report."""

    def read(self, of):  # type: ignore[no-untyped-def]
        return Found(tuple(claim(of, "RU", "RU", place=place) for place in (KURAKHOVE, MYKOLAIVKA)))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, theatre: Theatre, gazetteer: Gazetteer) -> Library:
    path: Path = tmp_path_factory.mktemp("finding") / "s.db"
    store = Store.open(str(path), "ukraine", create=True)
    list(ingest([report("a", DAY, "both towns")], Both(), store, NOW))
    return Library(store, theatre, gazetteer)


def test_a_name_that_a_register_once_had_for_a_town_is_not_the_towns(library: Library, gazetteer: Gazetteer) -> None:
    """GeoNames lists "Petrivka" among the names of Kurakhove, of which much is said; villages are called so."""
    found = find_place("Petrivka", library, gazetteer)
    assert (found.place.name, found.guessed) == ("Petrivka", False)
    assert [other.name for other in found.others] == ["Kurakhove"], "no Petrivka is assessed here, so it is told"


@pytest.mark.parametrize(
    ("said", "name"), [("Kurakhove", "Kurakhove"), ("Курахово", "Kurakhove"), ("Дзержинск", "Toretsk")]
)
def test_old_names_and_other_languages_are_no_guess(
    said: str, name: str, library: Library, gazetteer: Gazetteer
) -> None:
    found = find_place(said, library, gazetteer)
    assert (found.place.name, found.guessed) == (name, False)


def test_the_other_places_of_a_name_are_told_and_can_be_asked_for(library: Library, gazetteer: Gazetteer) -> None:
    found = find_place("Mykolaivka", library, gazetteer)
    assert found.place.id == MYKOLAIVKA.place_id
    for other in found.others:
        assert other.name == "Mykolaivka"
        assert find_place(other.id, library, gazetteer).place == other


@pytest.mark.parametrize("region", ["Odesa Oblast", "Odesa", "Одеська область"])
def test_a_region_beside_the_name_decides(region: str, library: Library, gazetteer: Gazetteer) -> None:
    assert find_place(f"Mykolaivka, {region}", library, gazetteer).place.region == "Odesa Oblast"


def test_what_is_no_settlement_says_so(library: Library, gazetteer: Gazetteer) -> None:
    with pytest.raises(UsageError, match=r"'Donetsk Oblast' is no settlement \(region\)"):
        find_place("Donetsk Oblast", library, gazetteer)
    with pytest.raises(UsageError, match="no place called 'Mykolaivka, Atlantis' is known"):
        find_place("Mykolaivka, Atlantis", library, gazetteer)
