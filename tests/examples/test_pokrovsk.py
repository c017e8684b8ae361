"""The bundled example keeps what its README promises."""

import itertools
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salient.domain.record import report_from_record
from salient.domain.report import Wording

FOLDER = Path(__file__).parents[2] / "examples" / "pokrovsk"
FIELDS = {"id", "lang", "outlet", "published", "url", "title", "wording", "text"}
QUOTATION_MARKS = '"“”„«»‘'


def lines() -> list[tuple[str, dict[str, Any]]]:
    return [
        (path.stem, json.loads(line))
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


REPORTS = lines()
MONTHS = {month for month, _ in REPORTS}
TEXTS = [record["text"] for _, record in REPORTS]


def test_there_are_enough_reports_and_the_readme_counts_them() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(REPORTS) >= 70
    assert f"{len(REPORTS)} short reports" in readme


def test_ids_and_texts_are_unique() -> None:
    assert len({record["id"] for _, record in REPORTS}) == len(REPORTS)
    assert len(set(TEXTS)) == len(REPORTS)


@pytest.mark.parametrize(("month", "record"), REPORTS, ids=[record["id"] for _, record in REPORTS])
def test_a_report_is_labelled_dated_and_short(month: str, record: dict[str, Any]) -> None:
    report = report_from_record(record, month)
    assert set(record) == FIELDS, "no claims and no other fields"
    assert report.wording is Wording.RETOLD
    assert report.lang == "en"
    assert report.outlet
    assert report.published is not None
    assert date(2024, 7, 1) <= report.published <= date(2026, 1, 31)
    assert record["published"].startswith(month)
    assert record["id"].startswith(f"pokrovsk-{record['published']}-")
    assert record["url"] is None or re.fullmatch(r"https?://[^/\s]+\.[a-z]+(:\d+)?/\S*", record["url"])
    assert not set(QUOTATION_MARKS) & set(report.text), "retold words are not set in quotation marks"
    assert 1 <= len(re.findall(r"[.!?](?=\s|$)", report.text)) <= 6
    assert len(report.text) <= 900


def test_no_unit_is_named() -> None:
    unit = re.compile(r"\b\d+(st|nd|rd|th)\b|\b(battalion|regiment|division)\b", re.IGNORECASE)
    assert [text for text in TEXTS if unit.search(text)] == []


@pytest.mark.parametrize(
    "voice",
    [
        "Russia's Defence Ministry",
        "Ukraine's General Staff",
        "DeepState",
        "Institute for the Study of War",
        "Metinvest",
    ],
)
def test_every_voice_is_heard(voice: str) -> None:
    assert any(voice in text for text in TEXTS)


def test_starting_positions_name_both_sides_of_the_line() -> None:
    first = " ".join(record["text"] for month, record in REPORTS if record["published"] <= "2024-07-10")
    held_by_russia = ["Avdiivka", "Ocheretyne", "Donetsk", "Horlivka", "Bakhmut", "Marinka", "Kreminna", "Tokmak"]
    held_by_ukraine = ["Pokrovsk", "Myrnohrad", "Selydove", "Kurakhove", "Kostiantynivka", "Kramatorsk", "Sloviansk"]
    further = ["Dobropillia", "Pavlohrad", "Mezhova", "Velyka Novosilka", "Toretsk", "Chasiv Yar", "Siversk", "Lyman"]
    ends = ["Vuhledar", "Kupiansk", "Huliaipole", "Orikhiv", "Vovchansk", "Kherson"]
    for name in held_by_russia + held_by_ukraine + further + ends:
        assert name in first, name


def test_the_line_is_brought_up_to_date_every_few_months() -> None:
    days = sorted({date.fromisoformat(record["published"]) for _, record in REPORTS if record["outlet"] == "DeepState"})
    assert max((later - earlier).days for earlier, later in itertools.pairwise(days)) <= 75


def test_december_2025_has_the_claim_and_its_denial() -> None:
    days = [record for _, record in REPORTS if "2025-12-01" <= record["published"] <= "2025-12-03"]
    texts = " ".join(record["text"] for record in days)
    assert "The Kremlin said" in texts
    assert "denied on 2 December that Russia had captured Pokrovsk" in texts
    assert len({record["outlet"] for record in days}) >= 4


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-12-06", "was still operating"),
        ("2024-12-12", "has suspended work at the shaft in Pishchane"),
        ("2025-01-13", "has suspended production"),
        ("2025-01-13", "was being evacuated"),
        ("2025-01-14", "had suspended production"),
    ],
)
def test_the_mine_has_its_dated_states(day: str, words: str) -> None:
    assert any(record["published"] == day and words in record["text"] for _, record in REPORTS)
