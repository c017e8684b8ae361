"""Packs are checked when they are read, and say where they are broken."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from salient.domain.errors import PackError, UsageError
from salient.theatre.load import load_theatre
from salient.theatre.packs import default_pack, known_packs, pack_folder
from salient.theatre.yaml_file import Shape, read_yaml


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(pack_folder("theatres", "ukraine"), tmp_path / "pack"))


def spoil(file: Path, old: str, new: str) -> int:
    """Replace the first `old`, and tell the line it stood in."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_bundled_pack_is_sound() -> None:
    theatre = load_theatre("ukraine")
    assert theatre.sides == ("RU", "UA")
    assert theatre.opponent("RU") == "UA"
    assert theatre.opponent("independent") is None


def test_an_unknown_pack_is_named_with_those_that_exist() -> None:
    with pytest.raises(UsageError, match=r"no theatre pack 'atlantis' \(known: .*ukraine"):
        load_theatre("atlantis")


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("theatre.yaml", "publish_delay_days: 3", "publish_delay_days: soon", "publish_delay_days"),
        ("theatre.yaml", "time_zone: Europe/Kyiv", "time_zone: Europe/Atlantis", "no such time zone"),
        ("speakers.yaml", "side: RU", "sidde: RU", "sidde|side"),
    ],
)
def test_a_broken_field_names_file_and_line(pack: Path, file: str, old: str, new: str, why: str) -> None:
    line = spoil(pack / file, old, new)
    with pytest.raises(PackError, match=why) as caught:
        load_theatre(str(pack))
    assert caught.value.name.startswith(f"{pack / file}:")
    assert caught.value.line is not None
    assert abs(caught.value.line - line) <= 3


def test_a_side_that_the_pack_does_not_have_is_refused(pack: Path) -> None:
    spoil(pack / "outlets.yaml", "side: RU", "side: XX")
    with pytest.raises(PackError, match="XX is no side of this pack"):
        load_theatre(str(pack))


def test_what_an_office_governs_is_known_of_who_speaks_for_it(pack: Path) -> None:
    theatre = load_theatre(str(pack))
    governor = theatre.speaker_called("Oleh Syniehubov")
    assert governor is not None
    assert governor.ground == "Kharkiv Oblast"
    spoil(pack / "speakers.yaml", "  ua-kharkiv: Kharkiv Oblast", "  ua-nowhere: Kharkiv Oblast")
    with pytest.raises(PackError, match="grounds: nobody speaks for ua-nowhere"):
        load_theatre(str(pack))


def test_broken_yaml_and_json_name_the_line(pack: Path) -> None:
    spoil(pack / "assets.geojson", '"features": [', '"features": [,')
    with pytest.raises(PackError, match=r"assets\.geojson:3: not JSON"):
        load_theatre(str(pack))


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("taken: [seize]\nheld: [hold]\ntaken: [storm]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"words\.yaml:3: not YAML: taken stands twice"):
        read_yaml(file, Shape)


def test_an_asset_is_a_point_or_a_line(pack: Path) -> None:
    lines = [asset for asset in load_theatre(str(pack)).assets if asset.course]
    assert {asset.asset_class for asset in lines} == {"rail"}
    assert all((asset.lon, asset.lat) in asset.course for asset in lines)
    spoil(pack / "assets.geojson", '"Point"', '"Polygon"')
    with pytest.raises(PackError, match=r"assets\.geojson: feature 0: needs a point or line"):
        load_theatre(str(pack))


def test_outlines_of_places_are_checked(pack: Path) -> None:
    outlines = load_theatre(str(pack)).outlines
    assert all(outline.rough and outline.names for outline in outlines)
    spoil(pack / "outlines.geojson", '"names"', '"nams"')
    with pytest.raises(PackError, match=r"outlines\.geojson: feature 0: needs a name and a polygon"):
        load_theatre(str(pack))
    spoil(pack / "outlines.geojson", '"features": [', '"features": [,')
    with pytest.raises(PackError, match=r"outlines\.geojson:3: not JSON"):
        load_theatre(str(pack))
    (pack / "outlines.geojson").unlink()
    assert load_theatre(str(pack)).outlines == ()


def test_withheld_areas_are_checked(pack: Path) -> None:
    assert load_theatre(str(pack)).withheld_areas == ()
    text = (
        '{"features": [{"properties": {"reason": "an evacuation", "until": "2025-03-01"}, '
        '"geometry": {"type": "Polygon", "coordinates": [[[37, 48], [38, 48], [38, 49], [37, 48]]]}}]}'
    )
    file = pack / "withheld.geojson"
    file.write_text(text, encoding="utf-8")
    (area,) = load_theatre(str(pack)).withheld_areas
    assert (area.reason, area.until) == ("an evacuation", date(2025, 3, 1))
    file.write_text(text.replace("2025-03-01", "soon"), encoding="utf-8")
    with pytest.raises(PackError, match=r"withheld\.geojson: until: 'soon' is neither a day nor null"):
        load_theatre(str(pack))
    file.write_text(text.replace('"reason"', '"why"'), encoding="utf-8")
    with pytest.raises(PackError, match=r"is no Polygon with reason, until"):
        load_theatre(str(pack))


def test_the_outline_of_the_land_is_checked(pack: Path) -> None:
    assert load_theatre(str(pack)).land
    spoil(pack / "land.geojson", "MultiPolygon", "Polygon")
    with pytest.raises(PackError, match=r"land\.geojson: not an outline of land: a Polygon"):
        load_theatre(str(pack))
    (pack / "land.geojson").unlink()
    assert load_theatre(str(pack)).land == ()


def test_the_pack_to_take_where_none_is_named_exists() -> None:
    assert default_pack("theatres") in known_packs("theatres")


def test_villages_lie_in_regions_of_the_pack(pack: Path) -> None:
    zhelanne = next(v for v in load_theatre(str(pack)).villages if v.place.name == "Желанне")
    assert zhelanne.place.region == "Donetsk Oblast"
    assert zhelanne.country == "UA"
    spoil(pack / "villages.yaml", "  Donetsk Oblast:", "  Atlantis Oblast:")
    with pytest.raises(PackError, match="Atlantis Oblast is no region"):
        load_theatre(str(pack))


def test_held_ground_is_checked(pack: Path) -> None:
    file = pack / "held.geojson"
    assert {held.side for held in load_theatre(str(pack)).held} == {"RU"}
    spoil(file, '"since": "2014-03-18"', '"since": "long ago"')
    with pytest.raises(PackError, match=r"held\.geojson: RU: since and until are days, or until null"):
        load_theatre(str(pack))
    file.unlink()
    assert load_theatre(str(pack)).held == ()


def test_works_with_sites_of_their_own_are_spread() -> None:
    assets = {asset.id: asset for asset in load_theatre("ukraine").assets}
    assert assets["pokrovsk-coking-coal"].spread
    assert not assets["pokrovsk-coking-coal-pishchane"].spread
