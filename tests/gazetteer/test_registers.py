"""Registers of four formats become one gazetteer; broken ones are named with their line."""

from dataclasses import replace
from pathlib import Path

import pytest

from salient.domain.errors import GazetteerError, UsageError
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer
from salient.gazetteer.added import keep_file, list_added, read_added
from salient.gazetteer.compile import compile_index
from salient.gazetteer.load import all_places
from salient.text.transliteration import NameKeys
from salient.theatre.load import load_theatre

OSM = """osm_type,osm_id,place,name,name:uk,wikidata,lat,lon,region:name,region:osm_id
node,1,village,Pishchane,Піщане,Q1,48.2348,37.1076,Donetsk Oblast,71973
node,2,village,,Зоряне,,48.10,37.00,,
node,3,village,Zoriane,Зоряне,,48.50,36.50,Dnipropetrovsk Oblast,
"""
ALIASES = """name,aliases,place,wikidata,region,lon,lat,cid
pishchane,peschanoe;песчаное;піщане;старе ім'я,village,Q1,donetsk region,37.11,48.23,9
"""
GEONAMES = ("77|Zoriane|Zoriane|Zoryane,Зоряное|48.501|36.503|P|PPL|UA||04||||420||90|Europe/Kyiv|2024-01-01").replace(
    "|", "\t"
)
PART_OF_A_CITY = GEONAMES.replace("77\tZoriane\tZoriane\tZoryane,Зоряное", "78\tZavodskyi\tZavodskyi\t").replace(
    "PPL", "PPLX"
)
CODIFIER = """Перший рівень;Другий рівень;Третій рівень;Четвертий рівень;Додатковий рівень;Категорія;Назва
UA14000000000091971;;;;;O;Донецька
UA14000000000091971;UA14160000000026832;UA14160190000094573;UA14160190010011111;;C;Піщане
UA14000000000091971;UA14160000000026832;UA14160190000094573;UA14160190020022222;;C;Зоряне
"""


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return replace(load_theatre("ukraine"), villages=())


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    texts = {"osm.csv": OSM, "aliases.csv": ALIASES, "XX.txt": f"{GEONAMES}\n{PART_OF_A_CITY}\n", "codes.csv": CODIFIER}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name: tmp_path / name for name in texts}


@pytest.fixture
def gazetteer(files: dict[str, Path], theatre: Theatre, tmp_path: Path) -> Gazetteer:
    for file in files.values():
        keep_file(file, None, tmp_path)
    path = tmp_path / "index.sqlite"
    compile_index(all_places(theatre, [], read_added(tmp_path)), theatre, "digest", path)
    return Gazetteer(path, NameKeys(theatre.spellings))


def test_formats_are_told_by_their_first_line(files: dict[str, Path], tmp_path: Path) -> None:
    formats = {name: keep_file(file, None, tmp_path)[0].format.name for name, file in files.items()}
    assert formats == {"osm.csv": "osm", "aliases.csv": "aliases", "XX.txt": "geonames", "codes.csv": "codifier"}


def test_registers_are_merged_by_code_or_by_name_and_distance(gazetteer: Gazetteer) -> None:
    assert [place.id for place in gazetteer.lookup("Pishchane")] == ["osm:node/1"]
    assert [place.id for place in gazetteer.lookup("песчаное")] == ["osm:node/1"]
    assert sorted(place.id for place in gazetteer.lookup("Zoriane")) == ["geonames:77", "osm:node/2"]


def test_a_part_of_a_city_is_no_settlement(gazetteer: Gazetteer) -> None:
    assert [place.id for place in gazetteer.lookup("Zavodskyi") if place.id == "geonames:78"] == []
    assert gazetteer.lookup("Zoriane")


def test_a_place_without_a_region_takes_its_neighbours(gazetteer: Gazetteer) -> None:
    assert {place.id: place.region for place in gazetteer.lookup("Зоряне")} == {
        "geonames:77": "Dnipropetrovsk Oblast",
        "osm:node/2": "Donetsk Oblast",
    }


def test_codes_find_their_place_by_name_and_region(gazetteer: Gazetteer) -> None:
    assert gazetteer.codes("osm:node/1")["codifier"] == "UA14160190010011111"
    assert gazetteer.codes("osm:node/2")["codifier"] == "UA14160190020022222"


def test_adding_a_file_twice_changes_nothing(files: dict[str, Path], tmp_path: Path) -> None:
    assert keep_file(files["osm.csv"], None, tmp_path)[2] is True
    assert keep_file(files["osm.csv"], None, tmp_path)[2] is False
    assert [item.name for item in list_added(tmp_path)] == ["osm.csv"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (OSM.replace("48.10,37.00", "north,37.00"), r"x\.csv:3: no coordinates: 'north', '37.00'"),
        (OSM.replace("48.10,37.00", "148.10,37.00"), r"x\.csv:3: coordinates outside the world"),
        (OSM.replace("node,3,village,", "node,3,"), r"x\.csv:4: 9 cells where the header has 10"),
        (ALIASES.replace("37.11", ""), r"x\.csv:2: no coordinates"),
        (CODIFIER + "UA14;one;two\n", r"x\.csv:5: 3 cells, not 7"),
        ("day,claim\n1,2\n", r"x\.csv:1: not a known format; name one of geonames, osm, aliases, codifier"),
        ("", r"x\.csv: is empty"),
        (OSM.splitlines()[0] + "\n", r"x\.csv: holds no settlement"),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_not_kept(text: str, why: str, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=why):
        keep_file(file, None, tmp_path)
    assert list_added(tmp_path) == []


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(GazetteerError, match="cannot be read"):
        keep_file(file, None, tmp_path)


def test_an_unknown_format_is_answered_with_those_that_exist(files: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format 'shapefile'"):
        keep_file(files["osm.csv"], "shapefile", tmp_path)
