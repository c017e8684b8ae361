"""`salient gazetteer` as a user types it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from salient.cli.main import app
from salient.domain.naming import NamedPlace
from salient.domain.theatre import Theatre
from salient.gazetteer import load
from salient.gazetteer.sources import Register

OSM = """osm_type,osm_id,place,name,name:uk,wikidata,lat,lon,region:name,region:osm_id
node,1,village,Pishchane,Піщане,Q1,48.2348,37.1076,Donetsk Oblast,71973
node,2,village,Pishchane,Піщане,Q2,50.95,34.07,Sumy Oblast,71974
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and neither embedded places nor the pack's villages: what is tested is the command."""

    everything = load.all_places

    def only_registers(
        theatre: Theatre, embedded: Iterable[NamedPlace], registers: Iterable[Register]
    ) -> Iterator[NamedPlace]:
        return everything(replace(theatre, villages=()), (), registers)

    monkeypatch.setenv("SALIENT_HOME", str(tmp_path))
    monkeypatch.setattr(load, "all_places", only_registers)
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["gazetteer", *words])
    return result.exit_code, result.stdout, result.stderr


def test_an_added_file_is_used_and_listed_with_its_terms(home: Path) -> None:
    file = home / "osm.csv"
    file.write_text(OSM, encoding="utf-8")
    code, out, _ = run("add", str(file))
    assert (code, "2 settlements, added (ODbL" in out) == (0, True)
    assert "known already" in run("add", str(file))[1]
    listed = json.loads(run("list", "--json")[1])
    assert [source["format"] for source in listed["sources"]] == ["embedded", "osm"]


def test_a_lookup_explains_its_ranking(home: Path) -> None:
    (home / "osm.csv").write_text(OSM, encoding="utf-8")
    run("add", str(home / "osm.csv"))
    code, out, _ = run("lookup", "Песчаное", "--near", "Pokrovsk", "--json")
    answer = json.loads(out)
    assert (code, answer["place_id"]) == (0, "osm:node/1")
    assert any("near Pokrovsk" in reason for reason in answer["candidates"][0]["reasons"])
    assert answer["candidates"][0]["score"] > answer["candidates"][1]["score"]
    lines = run("lookup", "Песчаное", "--near", "Pokrovsk")[1].splitlines()
    assert "Pishchane, Donetsk Oblast" in lines[0]
    assert any("none of these" in line for line in lines)


def test_a_broken_file_is_named_with_its_line_and_stops_no_other(home: Path) -> None:
    (home / "bad.csv").write_text(OSM.replace("50.95", "?"), encoding="utf-8")
    (home / "good.csv").write_text(OSM, encoding="utf-8")
    code, out, err = run("add", str(home / "bad.csv"), str(home / "good.csv"))
    assert code == 1
    assert "bad.csv:3: no coordinates" in err
    assert "good.csv" in out
