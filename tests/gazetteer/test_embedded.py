"""The bundled pack with the embedded gazetteer: names in every guise find their place."""

import pytest

from salient.gazetteer import Gazetteer, load_gazetteer
from salient.theatre.load import load_theatre


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(load_theatre("ukraine"))


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("POKROVSK", "Pokrovsk"),
        ("Pokrovs'k", "Pokrovsk"),
        ("Красноармейск", "Pokrovsk"),
        ("Димитров", "Myrnohrad"),
        ("Артёмовск", "Bakhmut"),
        ("Artyomovsk", "Bakhmut"),
        ("Угледар", "Vuhledar"),
        ("Selidovo", "Selydove"),
        ("Слов’я́нськ", "Sloviansk"),
        ("Donetsk province", "Donetsk Oblast"),
    ],
)
def test_a_name_is_found_as_it_is_written(gazetteer: Gazetteer, written: str, usual: str) -> None:
    assert usual in [place.name for place in gazetteer.lookup(written)]


@pytest.mark.parametrize("written", ["Zhelanne", "Желанне", "Желанное"])
def test_a_village_of_the_pack_is_found_in_each_language(gazetteer: Gazetteer, written: str) -> None:
    assert ("Zhelanne", "Donetsk Oblast") in [(place.name, place.region) for place in gazetteer.lookup(written)]


def test_names_are_found_in_text_as_whole_words(gazetteer: Gazetteer) -> None:
    text = "In POKROVSK, near Kupiansk-Vuzlovyi and Pokrovsk’s edge: not in Pokrovskoville"
    spans = [text[span.start : span.end] for span in gazetteer.scan(text)]
    assert spans == ["POKROVSK", "Kupiansk-Vuzlovyi", "Pokrovsk"]


def test_places_near_a_point_come_nearest_first(gazetteer: Gazetteer) -> None:
    (pokrovsk,) = [place for place in gazetteer.lookup("Pokrovsk") if place.region == "Donetsk Oblast"]
    near = gazetteer.near(pokrovsk.lon, pokrovsk.lat, 12)
    assert near[0] == pokrovsk
    assert "Myrnohrad" in [place.name for place in near]


@pytest.mark.parametrize("name", ["Shevchenkivskyi", "Kyivskyi", "Solomyanka"])
def test_a_part_of_a_city_is_no_settlement(gazetteer: Gazetteer, name: str) -> None:
    assert [place.name for place in gazetteer.lookup(name) if place.population > 30_000] == []
