"""Mentions of one report are matched together. The places of these cases are invented around real towns."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from salient.domain.mention import PlaceMention
from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import NOWHERE, Bearing, Place, PlaceMatch, PlacePrecision
from salient.domain.theatre import Direction, Theatre
from salient.gazetteer import Gazetteer
from salient.gazetteer.compile import compile_index
from salient.gazetteer.distance import distance_km
from salient.gazetteer.load import all_places
from salient.locate import Locator, Pull
from salient.text.transliteration import NameKeys
from salient.theatre.load import load_theatre

DONETSK, SUMY = "UA.05", "UA.21"
PLACES = [
    ("1", "Kramatorsk", "Краматорськ", 37.58, 48.74, 150_000, DONETSK),
    ("2", "Pishchane", "Піщане", 34.07, 50.95, 1_700, SUMY),
    ("3", "Pishchane", "Піщане", 32.03, 49.76, 4_900, "UA.01"),
    ("4", "Shevchenko", "Шевченко", 37.14, 48.22, 1_600, DONETSK),
    ("5", "Shevchenko", "Шевченко", 37.10, 48.38, 600, DONETSK),
    ("6", "Shevchenko", "Шевченко", 34.60, 51.00, 900, SUMY),
    ("7", "Zelene", "Зелене", 37.30, 48.35, 0, DONETSK),
    ("8", "Zelene", "Зелене", 34.80, 51.05, 0, SUMY),
    ("9", "Ternove", "Тернове", 37.28, 48.36, 0, DONETSK),
    ("10", "Ternove", "Тернове", 23.56, 48.02, 3_000, "UA.25"),
    ("11", "Sumy", "Суми", 34.80, 50.91, 260_000, SUMY),
    ("12", "Lozuvatka", "Лозуватка", 37.95, 48.05, 300_000, DONETSK),
    ("13", "Lozuvatka", "Лозуватка", 38.02, 49.22, 0, "UA.14"),
    ("14", "Dubovyk", "Дубовик", 37.90, 49.19, 0, DONETSK),
    ("15", "Topolyk", "Тополик", 37.86, 49.23, 0, DONETSK),
    ("16", "Verbky", "Вербки", 37.26, 48.57, 0, DONETSK),
    ("17", "Verbky", "Вербки", 37.60, 48.80, 700, DONETSK),
    ("18", "Novopavlivka", "Новопавлівка", 36.79, 48.14, 3_500, "UA.04"),
    ("19", "Novopavlivka", "Новопавлівка", 37.23, 48.25, 9_000, DONETSK),
    ("20", "Shevchenko", "Шевченко", 36.68, 47.90, 0, DONETSK),
    ("21", "Topolok", "Тополок", 24.10, 49.80, 500, "UA.15"),
]

Mention = Callable[..., PlaceMention]


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return replace(load_theatre("ukraine"), villages=())


@pytest.fixture(scope="module")
def gazetteer(theatre: Theatre, tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("gazetteer") / "index.sqlite"
    embedded = [
        NamedPlace(
            Place(f"test:{number}", name, lon, lat, population=people, region=region),
            (PlaceName(name, "en"), PlaceName(local, "uk")),
            country="UA",
        )
        for number, name, local, lon, lat, people, region in PLACES
    ]
    compile_index(all_places(theatre, embedded, []), theatre, "digest", path)
    return Gazetteer(path, NameKeys(theatre.spellings))


@pytest.fixture
def locator(gazetteer: Gazetteer, theatre: Theatre) -> Locator:
    return Locator(gazetteer, theatre)


def mention(name: str | None, at: int = 0, **rest: object) -> PlaceMention:
    return PlaceMention(at, at + 5, name, **rest)  # type: ignore[arg-type]


def off_km(match: PlaceMatch, lat: float, lon: float) -> float:
    assert match.lon is not None
    assert match.lat is not None
    return distance_km(lon, lat, match.lon, match.lat)


def test_a_village_that_no_gazetteer_has_lies_where_the_words_put_it(locator: Locator) -> None:
    town, village, again = locator.locate(
        [
            mention("Pokrovsk"),
            mention("Pishchane", 20, anchor="Pokrovsk", distance_km=8, bearing=Bearing.SW),
            mention("Pishchane", 300),
        ]
    )
    assert (town.name, town.precision) == ("Pokrovsk", PlacePrecision.SETTLEMENT)
    assert (village.name, village.precision, village.place_id) == ("Pishchane", PlacePrecision.RELATION, None)
    assert off_km(village, 48.229, 37.101) < 2
    assert (again.lat, again.lon) == (village.lat, village.lon)


def test_works_that_stand_for_their_town_lie_where_they_stand(locator: Locator) -> None:
    (match,) = locator.locate([mention("Sumy", site=(34.9, 50.95))])
    assert (match.name, match.place_id, match.lon, match.lat) == ("Sumy", "test:11", 34.9, 50.95)
    (match,) = locator.locate([mention("Shevchenko", site=(34.7, 51.05))], day=date(2024, 12, 10))
    assert (match.place_id, match.lon, match.lat) == ("test:6", 34.7, 51.05)
    (match,) = locator.locate([mention("Sumy", site=(36.0, 50.0))])
    assert (match.name, match.place_id, match.lon, match.lat) == ("Sumy", None, 36.0, 50.0)


def test_a_homonym_that_lies_where_the_words_put_it_is_taken(locator: Locator) -> None:
    (match,) = locator.locate([mention("Shevchenko", anchor="Pokrovsk", distance_km=7, bearing=Bearing.SSW)])
    assert match.place_id == "test:4"
    (match,) = locator.locate([mention("Shevchenko", anchor="Pokrovsk", bearing=Bearing.N)])
    assert match.place_id == "test:5"


def test_the_company_of_a_place_decides_between_homonyms(locator: Locator) -> None:
    _, match = locator.locate([mention("Sumy"), mention("Shevchenko", 50)])
    assert match.place_id == "test:6"


def test_two_ambiguous_names_decide_one_another(locator: Locator) -> None:
    zelene, ternove = locator.locate([mention("Zelene"), mention("Ternove", 30)])
    assert (zelene.place_id, ternove.place_id) == ("test:7", "test:9")


def test_the_region_named_beside_a_place_decides(locator: Locator) -> None:
    (match,) = locator.locate([mention("Shevchenko", region="Сумська область")])
    assert match.place_id == "test:6"


@pytest.mark.parametrize("name", ["Dubovyk", "Shevchenko"])
def test_a_village_at_the_front_is_not_meant_where_the_words_name_another_region(locator: Locator, name: str) -> None:
    (match,) = locator.locate([mention(name, region="Чернігівська область")], day=date(2025, 6, 26))
    assert (match.place_id, match.lon) == (None, None)


def test_an_anchor_is_told_from_its_homonyms_by_what_lies_beside_it(locator: Locator) -> None:
    (match,) = locator.locate([mention(None, anchor="Ternove", distance_km=3, bearing=Bearing.E)])
    assert match.name == "Ternove"
    _, match = locator.locate([mention("Zelene", anchor="Ternove", bearing=Bearing.E), mention("Ternove", 80)])
    assert match.place_id == "test:9"


def test_a_village_far_from_the_rest_of_the_report_is_none_of_these(locator: Locator) -> None:
    names = [mention("Pokrovsk"), mention("Kramatorsk", 20), mention("Pishchane", 50)]
    *_, match = locator.locate(names, day=date(2024, 12, 11))
    assert (match.name, match.lon, match.precision) == ("Pishchane", None, PlacePrecision.NONE)
    assert {candidate.place.id for candidate in match.candidates} == {"test:2", "test:3"}
    assert all(candidate.reasons for candidate in match.candidates)


def test_homonyms_that_nothing_tells_apart_are_a_tie(locator: Locator) -> None:
    (match,) = locator.locate([mention("Zelene")], day=date(2021, 2, 1))
    assert (match.name, match.lon) == ("Zelene", None)
    assert abs(match.candidates[0].score - match.candidates[1].score) < 0.1


def test_the_front_of_the_day_decides_where_nothing_else_does(locator: Locator) -> None:
    (early,) = locator.locate([mention("Shevchenko")], day=date(2022, 3, 10))
    (late,) = locator.locate([mention("Shevchenko")], day=date(2024, 12, 10))
    assert (early.place_id, late.place_id) == ("test:6", "test:4")


def test_a_stretch_of_the_front_is_called_by_the_place_that_the_pack_calls_it_by(locator: Locator) -> None:
    (near,) = locator.locate([mention("Novopavlivka")], day=date(2024, 3, 17))
    (stretch,) = locator.locate([mention("Novopavlivka", stretch=True)], day=date(2024, 3, 17))
    assert (near.place_id, stretch.place_id) == ("test:19", "test:18")


def test_a_list_of_villages_outweighs_a_city_of_the_name(locator: Locator) -> None:
    names = [mention("Dubovyk"), mention("Lozuvatka", 9), mention("Topolyk", 20)]
    assert locator.locate(names, day=date(2023, 2, 10))[1].place_id == "test:13"
    far_apart = [mention("Dubovyk"), mention("Topolyk", 20), mention("Lozuvatka", 6_000)]
    assert locator.locate(far_apart, day=date(2023, 2, 10))[2].place_id == "test:12"


def test_a_city_off_the_front_is_meant_before_a_hamlet_of_its_name_near_the_rest(
    theatre: Theatre, tmp_path: Path
) -> None:
    def named(name: str, lon: float, lat: float, people: int) -> NamedPlace:
        place = Place(f"test:{name}-{people}", name, lon, lat, population=people)
        return NamedPlace(place, (PlaceName(name, "en"),), country="UA")

    path = tmp_path / "index.sqlite"
    places = [
        named("Brid", 35.87, 48.53, 100_000),
        named("Brid", 38.37, 48.90, 0),
        named("Lozuvatka", 37.57, 48.73, 150_000),
    ]
    compile_index(all_places(theatre, places, []), theatre, "digest", path)
    locator = Locator(Gazetteer(path, NameKeys(theatre.spellings)), theatre)
    match, _ = locator.locate([mention("Brid"), mention("Lozuvatka", 9)], date(2024, 11, 1))
    assert match.place_id == "test:Brid-100000"


def test_what_the_words_call_a_place_tells_a_town_from_a_village(locator: Locator) -> None:
    rest = [mention("Dubovyk", 40), mention("Topolyk", 60)]
    called, again, *_ = locator.locate([mention("Lozuvatka", town=True), mention("Lozuvatka", 20), *rest])
    village, *_ = locator.locate([mention("Lozuvatka", town=False), *rest])
    assert off_km(called, 48.05, 37.95) < 1
    assert off_km(again, 48.05, 37.95) < 1, "a bare name is of the sort that the report calls it by"
    assert off_km(village, 49.22, 38.02) < 1


def test_the_village_that_is_fought_over_is_meant_before_a_larger_one_behind_it(locator: Locator) -> None:
    (match,) = locator.locate([mention("Verbky")], day=date(2025, 8, 15))
    assert match.place_id == "test:16"


def test_the_village_that_the_front_of_the_day_knows_by_name_is_meant(locator: Locator) -> None:
    (winter,) = locator.locate([mention("Shevchenko", region="Donetsk Oblast")], day=date(2025, 1, 15))
    (summer,) = locator.locate([mention("Shevchenko", region="Donetsk Oblast")], day=date(2025, 6, 26))
    assert (winter.place_id, summer.place_id) == ("test:4", "test:20")


def test_a_city_lends_its_size_to_no_name_that_it_does_not_go_by(theatre: Theatre, tmp_path: Path) -> None:
    city = NamedPlace(
        Place("test:city", "Bilhorod", 37.8, 48.0, population=900_000, region=DONETSK),
        (PlaceName("Bilhorod", "en"), PlaceName("Гайок")),
        country="UA",
    )
    village = NamedPlace(
        Place("test:village", "Haiok", 37.6, 49.1, region=DONETSK),
        (PlaceName("Haiok", "en"), PlaceName("Гайок", "uk")),
        country="UA",
    )
    path = tmp_path / "index.sqlite"
    compile_index(all_places(theatre, [city, village], []), theatre, "digest", path)
    (match,) = Locator(Gazetteer(path, NameKeys(theatre.spellings)), theatre).locate([mention("Гайок")])
    assert match.place_id == "test:village"


def test_no_guess_at_a_spelling_makes_a_stray_name_the_one_meant(theatre: Theatre, tmp_path: Path) -> None:
    near = NamedPlace(
        Place("test:near", "Rodynske", 37.21, 48.35, population=10_000, region=DONETSK),
        (PlaceName("Rodynske", "en"), PlaceName("Liman")),
        country="UA",
    )
    company = NamedPlace(
        Place("test:company", "Hlynkove", 37.27, 48.30, population=40_000, region=DONETSK),
        (PlaceName("Hlynkove", "en"),),
        country="UA",
    )
    path = tmp_path / "index.sqlite"
    compile_index(all_places(theatre, [near, company], []), theatre, "digest", path)
    locator = Locator(Gazetteer(path, NameKeys(theatre.spellings)), theatre)
    town, _ = locator.locate([mention("Lyman"), mention("Hlynkove", 10)], date(2025, 9, 1))
    assert town.name == "Lyman"


def test_a_town_that_gives_a_stretch_of_the_front_its_bare_name_is_meant_before_a_village(
    theatre: Theatre, tmp_path: Path
) -> None:
    front = replace(theatre, directions=(Direction("Brid", 37.90, 49.05, date(2022, 4, 20)),))
    town = NamedPlace(
        Place("test:town", "Brid", 37.81, 48.99, population=20_000, region=DONETSK),
        (PlaceName("Brid", "en"),),
        country="UA",
    )
    village = NamedPlace(
        Place("test:village", "Brid", 37.60, 48.60, region=DONETSK), (PlaceName("Brid", "en"),), country="UA"
    )
    path = tmp_path / "index.sqlite"
    compile_index(all_places(theatre, [town, village], []), theatre, "digest", path)
    (match,) = Locator(Gazetteer(path, NameKeys(theatre.spellings)), front).locate([mention("Brid")], date(2025, 9, 1))
    assert match.place_id == "test:town"


def test_a_district_is_its_city_where_the_city_is_spoken_of(theatre: Theatre, tmp_path: Path) -> None:
    city = NamedPlace(
        Place("test:city", "Stepnohrad", 32.6, 46.6, population=60_000),
        (PlaceName("Stepnohrad", "en"), PlaceName("Zarichchia", "en", part=True), PlaceName("Lanok", "en", part=True)),
        country="UA",
    )
    village = NamedPlace(Place("test:village", "Lanok", 25.5, 50.6), (PlaceName("Lanok", "en"),), country="UA")
    near = NamedPlace(Place("test:near", "Rivchak", 25.6, 50.65), (PlaceName("Rivchak", "en"),), country="UA")
    path = tmp_path / "index.sqlite"
    compile_index(all_places(theatre, [city, village, near], []), theatre, "digest", path)
    locator = Locator(Gazetteer(path, NameKeys(theatre.spellings)), theatre)
    *_, district = locator.locate([mention("Stepnohrad"), mention("Lanok", 40)], day=date(2025, 2, 1))
    assert (district.name, district.place_id) == ("Stepnohrad", "test:city")
    *_, own = locator.locate([mention("Rivchak"), mention("Lanok", 40)], day=date(2025, 2, 1))
    assert own.place_id == "test:village"


def test_towns_across_the_border_and_islands_are_placed(locator: Locator) -> None:
    town, island = locator.locate([mention("Гомель"), mention("Snake Island", 900)], date(2022, 5, 9))
    assert (town.name, town.precision) == ("Gomel", PlacePrecision.SETTLEMENT)
    assert off_km(island, 45.26, 30.20) < 2


def test_a_focus_draws_homonyms(gazetteer: Gazetteer, theatre: Theatre) -> None:
    drawn = Locator(gazetteer, theatre, [Pull(34.7, 51.0, 1.0, "the border")])
    (match,) = drawn.locate([mention("Zelene")])
    assert match.place_id == "test:8"


def test_a_misspelt_name_is_read_only_near_the_rest_of_the_report(locator: Locator) -> None:
    _, match = locator.locate([mention("Pokrovsk"), mention("Myrnohad", 40)])
    assert match.name == "Myrnohrad"
    (alone,) = locator.locate([mention("Myrnohad")])
    assert (alone.name, alone.lon) == ("Myrnohad", None)


def test_a_name_that_only_a_village_far_away_has_is_read_as_misspelt(locator: Locator) -> None:
    *_, match = locator.locate([mention("Dubovyk"), mention("Topolok", 20)], day=date(2025, 8, 15))
    assert match.place_id == "test:15"
    (alone,) = locator.locate([mention("Topolok")])
    assert alone.place_id != "test:15"


def test_a_former_name_comes_out_by_the_usual_one_and_says_until_when(locator: Locator) -> None:
    (match,) = locator.locate([mention("Красноармейск")])
    assert match.name == "Pokrovsk"
    assert "until 2016-05-12" in match.candidates[0].reasons[0]


def test_base_forms_of_an_inflected_name_are_tried(locator: Locator) -> None:
    (match,) = locator.locate([mention("Краматорську", forms=("Краматорськ",))])
    assert match.name == "Kramatorsk"


@pytest.mark.parametrize("relation", [{}, {"distance_km": 10, "bearing": Bearing.W}])
def test_ground_without_a_name_of_its_own_is_named_by_its_anchor(locator: Locator, relation: dict[str, object]) -> None:
    (match,) = locator.locate([mention(None, anchor="Pokrovsk", **relation)])
    assert (match.name, match.precision) == ("Pokrovsk", PlacePrecision.RELATION)
    assert match.relation is not None
    assert match.relation.anchor == "Pokrovsk"
    assert off_km(match, 48.28, 37.042 if relation else 37.177) < 0.5


def test_a_region_is_named_and_not_pinned(locator: Locator) -> None:
    (match,) = locator.locate([mention("Donetsk region")])
    assert (match.name, match.lon, match.precision) == ("Donetsk Oblast", None, PlacePrecision.REGION)


def test_an_unknown_name_is_kept_and_not_pinned(locator: Locator) -> None:
    (match,) = locator.locate([mention("Щебрюхівці")])
    assert (match.name, match.lon, match.precision) == ("Shchebriukhivtsi", None, PlacePrecision.NONE)


def test_a_mention_of_nothing_is_nowhere(locator: Locator) -> None:
    assert locator.locate([mention(None)]) == (NOWHERE,)
    assert locator.locate([]) == ()
