"""Correct a reading on the command line, see it told, take it back."""

import json
from pathlib import Path

import pytest
from tests.cli.commands import Salient

TEXT = "Russian forces captured Myrnohrad, the DeepState mapping project said on Friday."
SIGNED = ("--by", "A. Reader", "--reason", "the second sentence names the town")
ADDED, CORRECTED, TAKEN_BACK = "2025-12-05", "2025-12-08", "2025-12-09"


@pytest.fixture
def database(salient: Salient, tmp_path: Path) -> str:
    report = {"id": "v1", "lang": "en", "outlet": "The Herald", "published": ADDED, "text": TEXT}
    (tmp_path / "v1.json").write_text(json.dumps(report), encoding="utf-8")
    database = str(tmp_path / "salient.db")
    assert salient("add", tmp_path / "v1.json", "--db", database, "--now", ADDED).code == 0
    return database


def claims(salient: Salient, database: str, place: str, day: str) -> list[dict[str, object]]:
    told = salient("ask", place, "--on", day, "--db", database, "--now", "2026-01-10", "--json")
    return list(json.loads(told.out)["claims"])


def test_a_correction_is_told_with_the_claim_and_can_be_taken_back(salient: Salient, database: str) -> None:
    (claim,) = claims(salient, database, "Myrnohrad", ADDED)
    asked = ("--place", "Pokrovsk", *SIGNED, "--db", database, "--now", CORRECTED, "--json")
    made = json.loads(salient("correct", claim["id"], "--wrong", "place", *asked).out)
    (moved,) = claims(salient, database, "Pokrovsk", CORRECTED)
    assert moved["id"] == claim["id"]
    (told,) = moved["corrections"]  # type: ignore[attr-defined]
    assert (told["by"], told["changes"][0]) == ("A. Reader", {"field": "place", "was": "Myrnohrad", "now": "Pokrovsk"})
    assert claims(salient, database, "Myrnohrad", CORRECTED) == []
    assert [one["id"] for one in claims(salient, database, "Myrnohrad", "2025-12-07")] == [claim["id"]]
    again = json.loads(salient("correct", claim["id"], "--wrong", "place", *asked).out)
    assert again["id"] == made["id"], "what is in force is not made twice"

    back = ("--by", "B. Reader", "--reason", "it is Myrnohrad", "--db", database, "--now", TAKEN_BACK)
    assert salient("correct", made["id"], "--reverse", *back).code == 0
    assert [one["id"] for one in claims(salient, database, "Myrnohrad", TAKEN_BACK)] == [claim["id"]]
    listed = json.loads(salient("corrections", "--db", database, "--json", "--now", "2026-01-10").out)
    assert (listed["by"], listed["reversal"]["by"], listed["quote"]) == ("A. Reader", "B. Reader", TEXT)
    assert salient("corrections", "--db", database, "--as-of", "2025-12-07").out == "0 corrections, 0 taken back\n"
    assert salient("correct", made["id"], "--reverse", *back).code == 2


def test_a_passage_that_claims_nothing_withdraws_what_was_found_in_it(salient: Salient, database: str) -> None:
    done = salient("correct", "v1", "--passage", "captured Myrnohrad", "--wrong", "no-claim", *SIGNED, "--db", database)
    assert "withdrawn  (The Herald, 2025-12-05)" in done.out
    told = salient("ask", "Myrnohrad", "--db", database).out
    assert TEXT not in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("claim-none", "--wrong", "no-claim"), "no claim 'claim-none'"),
        (("v1", "--wrong", "place", "--passage", "Bakhmut"), "does not stand in this report"),
        (("v1", "--wrong", "place", "--passage", TEXT, "--place", "Nowhereville"), "no place called 'Nowhereville'"),
        (("v1", "--wrong", "place", "--passage", TEXT, "--kind", "clash"), "not corrected by kind"),
        (("v1", "--wrong", "content", "--passage", TEXT, "--kind", "control"), "a claim of control needs one of"),
        (("v1", "--wrong", "voice", "--passage", TEXT, "--side", "XX"), "'XX' is none of"),
        (("v1", "--wrong", "days", "--passage", TEXT, "--start", "soon"), "'soon' is no day"),
        (("v1",), "say what is --wrong, or --reverse a correction"),
    ],
)
def test_what_cannot_be_is_one_line(salient: Salient, database: str, arguments: tuple[str, ...], words: str) -> None:
    done = salient("correct", *arguments, *SIGNED, "--db", database)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert words in done.err
