"""From files to an answer, as a user goes: extract, add, ask."""

import json
from pathlib import Path

import pytest
from tests.cli.commands import NOW, Salient

CLAIMED = """Russia's Defence Ministry said on Monday that its troops had captured the city of Pokrovsk.

The General Staff of the Armed Forces of Ukraine denied that Russian forces had captured Pokrovsk."""
VILLAGE = "Russian forces captured the village of Hrodivka near Pokrovsk, the DeepState mapping project said on Friday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "claimed.txt").write_text(CLAIMED, encoding="utf-8")
    (reports / "village.json").write_text(
        json.dumps({"id": "v1", "lang": "en", "outlet": "The Herald", "published": "2025-11-28", "text": VILLAGE}),
        encoding="utf-8",
    )
    return reports


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "salient.db")


def test_extract_prints_claims_and_names_what_it_could_not_read(salient: Salient, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "later.json").write_text('{"id": "l", "text": "the town fell", "published": "2026-02-01"}')
    (folder / "lines.jsonl").write_text('{"id": "ok", "text": "Quiet in the north of the country."}\n{"id": \n')
    result = salient("extract", folder, "--published", "2025-12-02", "--now", NOW)
    claims = [json.loads(line) for line in result.out.splitlines()]
    assert {claim["report"] for claim in claims} == {"claimed", "v1"}
    assert {claim["published"] for claim in claims} == {"2025-12-02", "2025-11-28"}
    for claim in claims:
        text = VILLAGE if claim["report"] == "v1" else CLAIMED
        assert text[claim["quote_start"] : claim["quote_end"]] == claim["quote"]
    assert result.code == 1
    assert f"{folder}/empty.txt: is empty" in result.err
    assert f"{folder}/later.json: published in the future (2026-02-01, today is 2026-01-10)" in result.err
    assert f"{folder}/lines.jsonl:2: not JSON" in result.err
    assert "3 reports" in result.err


def test_extract_reads_maps_by_the_legend_given(salient: Salient, tmp_path: Path) -> None:
    area = [[[37.1, 48.2], [37.3, 48.2], [37.3, 48.35], [37.1, 48.35], [37.1, 48.2]]]
    feature = {"type": "Feature", "properties": {"who": "red"}, "geometry": {"type": "Polygon", "coordinates": area}}
    (tmp_path / "map-2025-12-01.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    result = salient("extract", tmp_path, "--outlet", "Mapper", "--legend", "who: red=RU", "--now", NOW)
    claims = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert {claim["start"] for claim in claims} == {"2025-12-01"}
    assert ("Pokrovsk", "holds", "RU") in {(claim["place"], claim["status"], claim["actor"]) for claim in claims}


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "x.txt", "--format", "xml"),
        ("extract", "x.txt", "--published", "soon"),
        ("extract", "x.txt", "--theatre", "atlantis"),
        ("extract", "x.txt", "--now", "never"),
        ("ask", "Pokrovsk", "--db", "/nowhere/none.db"),
        ("add", "x.txt", "--db", "/proc/version/none.db"),
    ],
)
def test_wrong_usage_is_two(salient: Salient, arguments: tuple[str, ...]) -> None:
    result = salient(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_adding_twice_changes_nothing_and_says_so(salient: Salient, folder: Path, database: str) -> None:
    arguments = ("add", folder, "--db", database, "--published", "2025-12-02", "--now", NOW)
    first, second = salient(*arguments), salient(*arguments, "--json")
    assert (first.code, second.code) == (0, 0)
    assert "new        claimed (2025-12-02)" in first.out
    assert "2 reports read: 2 new, 0 duplicate, 0 rejected" in first.out
    told = json.loads(second.out)
    assert (told["read"], told["new"], told["duplicate"], told["claims"]) == (2, 0, 2, 0)


def test_a_rejected_input_is_named_and_leaves_the_rest_alone(salient: Salient, folder: Path, database: str) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe\0")
    result = salient("add", folder, "--db", database, "--published", "2025-12-02", "--now", NOW, "--json")
    told = json.loads(result.out)
    assert (result.code, told["new"], told["rejected"]) == (1, 2, 1)
    assert [one["reason"] for one in told["reports"] if one["fate"] == "rejected"] == ["is binary, not text"]
    assert f"salient: {folder}/bad.txt: is binary, not text" in result.err


def test_the_answer_names_who_claims_and_who_denies(salient: Salient, folder: Path, database: str) -> None:
    salient("add", folder, "--db", database, "--published", "2025-12-02", "--now", NOW)
    ask = ("--on", "2025-12-03", "--db", database, "--now", NOW)
    result = salient("ask", "Pokrovsk", *ask)
    verdict = result.out.splitlines()[0]
    assert verdict.startswith("Pokrovsk — contested on 3 December 2025: claimed taken by Russia (")
    assert "denied by Ukraine (" in verdict
    assert "“Russia's Defence Ministry said on Monday that its troops had captured the city of Pokrovsk.”" in result.out
    assert "╰ denied by" in result.out
    assert "Why " in result.out
    told = json.loads(salient("ask", "Красноармейск", *ask, "--json").out)
    assert (told["place"]["name"], told["verdict"]["state"]) == ("Pokrovsk", "contested")
    assert told["verdict"]["sentence"] == verdict
    assert sum(told["probabilities"].values()) == pytest.approx(1)
    denial = next(claim for claim in told["claims"] if claim["stance"] == "denies")
    assert denial["speaks_against"]


def test_reports_without_a_day_are_counted_and_how_to_name_it_is_told(
    salient: Salient, folder: Path, database: str
) -> None:
    add = ("add", folder, "--db", database, "--now", NOW)
    assert "no assessment sees the 1 report without a day; --published names it" in salient(*add).err
    assert "without a day" not in salient(*add, "--published", "2025-12-02").err


def test_a_voice_that_began_its_sentence_stands_within_one(salient: Salient, tmp_path: Path, database: str) -> None:
    text = "The Kremlin said its troops had captured Pokrovsk. The Ukrainian military denied that Pokrovsk had fallen."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    salient("add", tmp_path / "a.txt", "--db", database, "--published", "2025-12-02", "--now", NOW)
    verdict = salient("ask", "Pokrovsk", "--on", "2025-12-03", "--db", database, "--now", NOW).out.splitlines()[0]
    assert verdict.endswith("denied by Ukraine (the Ukrainian military).")


def test_the_verdict_names_who_speaks_against_a_claim_in_other_words_too(
    salient: Salient, tmp_path: Path, database: str
) -> None:
    text = (
        "The Kremlin said that Pokrovsk had been captured. The Ukrainian military denied that the city had fallen. "
        "Oleksandr Syrskyi insisted that the city remains contested."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    salient("add", tmp_path / "a.txt", "--db", database, "--published", "2025-12-02", "--now", NOW)
    verdict = salient("ask", "Pokrovsk", "--on", "2025-12-03", "--db", database, "--now", NOW).out.splitlines()[0]
    denied = "denied by Ukraine (the Ukrainian military)"
    assert verdict.endswith(f"(the Kremlin), {denied}, contradicted by Ukraine (Oleksandr Syrskyi).")


def test_one_passage_answers_a_claim_once(salient: Salient, tmp_path: Path, database: str) -> None:
    text = "Russia's Defence Ministry said its troops had captured Pokrovsk. Ukraine's General Staff denied the claim,"
    (tmp_path / "a.txt").write_text(f"{text} saying that Ukrainian troops continue to hold the town.", encoding="utf-8")
    salient("add", tmp_path / "a.txt", "--db", database, "--published", "2025-12-02", "--now", NOW)
    ask = ("ask", "Pokrovsk", "--on", "2025-12-03", "--db", database, "--now", NOW)
    told = json.loads(salient(*ask, "--json").out)
    captured = next(claim for claim in told["claims"] if claim["side"] == "RU")
    assert len(captured["answered_by"]) == 2, "the denial, and that they hold it"
    said = salient(*ask).out.split("Ukraine says")[0]
    assert (said.count("╰ denied by"), said.count("╰ contradicted by")) == (1, 0)


def test_what_was_published_later_is_not_told(salient: Salient, folder: Path, database: str) -> None:
    salient("add", folder, "--db", database, "--published", "2025-12-02", "--now", NOW)
    ask = ("ask", "Pokrovsk", "--on", "2025-12-03", "--as-of", "2025-12-01", "--db", database, "--json")
    told = json.loads(salient(*ask, "--now", NOW).out)
    assert "claimed" not in {claim["report"] for claim in told["claims"]}


def test_names_nearly_said_are_understood_and_others_not(salient: Salient, folder: Path, database: str) -> None:
    salient("add", folder, "--db", database, "--published", "2025-12-02", "--now", NOW)
    guessed = salient("ask", "Pokrovks", "--on", "2025-12-03", "--db", database, "--now", NOW)
    assert guessed.out.startswith("Pokrovsk — contested")
    assert "taken for Pokrovsk" in guessed.err
    several = salient("ask", "Mykolaivka", "--on", "2025-12-03", "--db", database, "--now", NOW)
    assert several.out.startswith("Mykolaivka (Donetsk Oblast, ")
    assert "'Mykolaivka' may mean 2 places" in several.err
    unknown = salient("ask", "Pokhrofhrad", "--db", database, "--now", NOW)
    assert (unknown.code, unknown.out) == (2, "")
    assert "no place called 'Pokhrofhrad' is known" in unknown.err
    far = salient("ask", "Lviv", "--on", "2025-12-03", "--db", database, "--now", NOW)
    assert far.out.startswith("Lviv — no assessment on 3 December 2025")
