"""The back-test commands keep their files, columns and exit codes."""

import csv
import json
from pathlib import Path

import pytest
from tests.cli.commands import Salient

FACTS = {"outlet": None, "url": None, "quote": None, "stance": "asserts", "via": [], "relation": None, "asset": None}


def fact(name: str, lon: float, day: str, actor: str, side: str, status: str = "took") -> str:
    return json.dumps(
        {
            **FACTS,
            "report": f"{name}-{day}-{side}",
            "published": day,
            "kind": "control",
            "status": status,
            "actor": actor,
            "speaker": f"Spokesman of {side}",
            "side": side,
            "place": name,
            "lat": 48.0,
            "lon": lon,
            "start": day,
            "end": day,
            "quantity": None,
        }
    )


@pytest.fixture
def files(tmp_path: Path) -> Path:
    places = [f"p{k},Ville{'abcdefghij'[k] * 3},48.0,{36 + 0.05 * k}" for k in range(10)]
    (tmp_path / "places.csv").write_text("\n".join(["place_id,name,lat,lon", *places]) + "\n", encoding="utf-8")
    states = [f"p{k},2025-01-01,{int(k >= 5)}" for k in range(10)]
    (tmp_path / "baseline.csv").write_text("\n".join(["place_id,date,p_ru", *states]) + "\n", encoding="utf-8")
    truth = [*states, "p4,2025-01-20,1"]
    (tmp_path / "reference.csv").write_text("\n".join(["place_id,date,ru", *truth]) + "\n", encoding="utf-8")
    told = [
        fact("Villeeee", 36.2, "2025-01-19", "RU", "RU"),
        fact("Villeeee", 36.2, "2025-01-19", "UA", "UA", "holds"),
        fact("Villeeee", 36.2, "2025-01-21", "RU", "UA"),
        fact("Villeeee", 36.2, "2025-01-22", "RU", "independent"),
    ]
    (tmp_path / "claims.jsonl").write_text("\n".join(told) + "\n", encoding="utf-8")
    return tmp_path


def assess(salient: Salient, files: Path, *more: object) -> tuple[int, list[dict[str, str]], str]:
    result = salient(
        *("assess", "--places", files / "places.csv", "--claims", files / "claims.jsonl"),
        *("--baseline", files / "baseline.csv", "--from", "2025-01-01", "--to", "2025-03-01"),
        *("--out", files / "steps.csv", *more),
    )
    path = files / "steps.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) if path.exists() else []
    return result.code, rows, result.err


@pytest.mark.parametrize("method", ["filter", "majority", "last-claim", "dawid-skene"])
def test_steps_start_on_the_first_day_and_follow_the_claims(salient: Salient, files: Path, method: str) -> None:
    code, rows, _ = assess(salient, files, "--method", method)
    assert code == 0
    assert {row["place_id"] for row in rows if row["date"] == "2025-01-01"} == {f"p{k}" for k in range(10)}
    fallen = [(row["date"], float(row["p_ru"])) for row in rows if row["place_id"] == "p4"]
    assert fallen[0][1] < 0.1
    assert fallen[-1][1] > 0.6
    assert max(p for day, p in fallen if day < "2025-01-19") < 0.1


def test_as_of_a_day_hides_what_came_later(salient: Salient, files: Path) -> None:
    _, rows, _ = assess(salient, files, "--as-of", "2025-01-18")
    assert max(float(row["p_ru"]) for row in rows if row["place_id"] == "p4") < 0.2


def test_a_broken_claim_is_named_and_the_rest_is_read(salient: Salient, files: Path) -> None:
    with (files / "claims.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    code, rows, err = assess(salient, files)
    assert code == 1
    assert "claims.jsonl:5" in err
    assert float([row for row in rows if row["place_id"] == "p4"][-1]["p_ru"]) > 0.6


@pytest.mark.parametrize(
    ("more", "words"),
    [(("--method", "guess"), "no method"), (("--as-of", "soon"), "is no day"), (("--to", "2024-01-01"), "lies before")],
)
def test_impossible_requests_are_wrong_usage(salient: Salient, files: Path, more: tuple[str, ...], words: str) -> None:
    code, _, err = assess(salient, files, *more)
    assert (code, words in err) == (2, True)


def test_the_steps_are_scored_against_the_reference(salient: Salient, files: Path) -> None:
    assess(salient, files)
    result = salient(
        *("evaluate", "control", files / "steps.csv", files / "reference.csv", files / "places.csv"),
        *("--from", "2025-01-01", "--to", "2025-03-01", "--json", "--picture", files / "reliability.svg"),
        *("--table", files / "scores.md"),
    )
    told = json.loads(result.out)
    assert told["predicted"]["brier"] < told["frozen"]["brier"]
    assert told["predicted"]["flips_seen"] == 1
    assert (files / "reliability.svg").read_text(encoding="utf-8").startswith("<svg")
    page = (files / "scores.md").read_text(encoding="utf-8")
    assert f"| Brier score | {told['predicted']['brier']:.4f} | {told['frozen']['brier']:.4f} |" in page
    assert "| said | was so | place-days |" in page
    assert "| 2025-02 |" in page


def test_sources_and_disputes_are_told_from_a_claims_file(salient: Salient, files: Path) -> None:
    asked = ("sources", "--claims", files / "claims.jsonl", "--least", 1, "--as-of", "2025-06-01")
    records = [json.loads(line) for line in salient(*asked, "--json").out.splitlines()]
    capture = next(record for record in records if record["sort"] == "capture")
    assert (capture["side"], capture["confirmed"]["part"]) == ("RU", 1)
    table = salient(*asked).out
    assert "trusted" in table
    assert f"{capture['trusted']:.0%}" in table
    weeks = salient("sources", "--overclaim", "--claims", files / "claims.jsonl").out
    assert "2025-01-13" in weeks
    early = salient("disputes", "--claims", files / "claims.jsonl", "--on", "2025-01-20", "--open").out
    assert "Villeeee: claimed by Spokesman of RU" in early
    later = salient("disputes", "--claims", files / "claims.jsonl").out
    assert "0 open" in later
    assert "Russia has it" in later
