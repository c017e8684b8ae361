"""The quality gate holds over the bundled corpus, and it fails when it should."""

from pathlib import Path
from typing import Any

import pytest

from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre
from tests.corpus.load import LANGUAGES, reports
from tests.quality import gate
from tests.quality.scoring import score

REPORT: dict[str, Any] = {
    "id": "one",
    "text": "They took X on Monday. They hold Y.",
    "claims": [
        {
            "quote": "They took X on Monday.",
            "kind": "control",
            "status": "took",
            "actor": "A",
            "stance": "asserts",
            "side": "A",
            "place": "X",
            "lat": 48.0,
            "lon": 37.0,
            "start": "2025-01-06",
            "end": "2025-01-06",
        }
    ],
}
CLAIM: dict[str, Any] = REPORT["claims"][0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bundled_corpus_stays_above_its_floors(lang: str) -> None:
    theatre = load_theatre("ukraine")
    reader = Reader(theatre, load_gazetteer(theatre))
    measured = gate.measure(reports(lang), reader)
    assert gate.shortfalls(gate.read_floors()[f"corpus {lang}"], measured) == []


def test_gold_from_outside_is_measured_where_there_is_any(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(gate.GOLD_VARIABLE, raising=False)
    assert gate.outside_gold() == {}
    (tmp_path / "a-1.json").write_text('{"id": "a-1", "lang": "en", "text": "", "claims": []}', encoding="utf-8")
    (tmp_path / "b-1.json").write_text('{"id": "b-1", "lang": "uk", "text": "", "claims": []}', encoding="utf-8")
    monkeypatch.setenv(gate.GOLD_VARIABLE, str(tmp_path))
    assert list(gate.outside_gold()) == ["gold a", "gold b"]


def test_floors_only_rise() -> None:
    assert gate.raised({"found": 0.7, "side": 0.5}, {"found": 0.6, "side": 0.9}) == {"found": 0.7, "side": 0.89}


def test_a_shortfall_names_the_figure() -> None:
    assert gate.shortfalls({"found": 0.7}, {"found": 0.65}) == ["found: 0.650 < 0.700"]
    assert gate.shortfalls({"found": 0.7}, {"found": 0.7}) == []


def test_a_perfect_reading_scores_one() -> None:
    assert set(score([REPORT], {"one": [CLAIM]}).values()) == {1.0}


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        ({"actor": "B"}, "full"),
        ({"stance": "denies"}, "stance"),
        ({"side": "B"}, "side"),
        ({"kind": "advance", "status": None}, "found"),
        ({"place": "Y", "lat": 49.0}, "found"),
        ({"lat": 48.1}, "location"),
        ({"start": "2025-01-01"}, "dates"),
        ({"quote": "They hold Y."}, "found"),
        ({"quote": "They lost X."}, "grounded"),
    ],
)
def test_every_fault_costs_its_figure(change: dict[str, Any], figure: str) -> None:
    assert score([REPORT], {"one": [{**CLAIM, **change}]})[figure] < 1


def test_silence_and_noise_cost_f1() -> None:
    assert score([REPORT], {})["found"] == 0
    noise = {**CLAIM, "quote": "They hold Y.", "place": "Y", "lat": None, "lon": None}
    assert score([REPORT], {"one": [CLAIM, noise]})["found"] == pytest.approx(2 / 3)


def test_an_optional_claim_is_neither_asked_for_nor_held_against() -> None:
    report = {**REPORT, "claims": [{**CLAIM, "optional": True}]}
    assert score([report], {"one": [CLAIM]})["found"] == 1
    assert score([report], {})["found"] == 1
