"""The labelled set keeps what it promises: it was committed before the method that it judges."""

import json
from pathlib import Path

LABELLED = Path(__file__).parent / "labelled"


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_holds_at_least_300_pairs_of_both_kinds() -> None:
    pairs = rows("pairs")
    assert len(pairs) >= 300
    assert sum(bool(pair["same"]) for pair in pairs) == len(pairs) // 2


def test_pairs_name_reports_and_agree_with_their_stories() -> None:
    story = {row["id"]: row["story"] for row in rows("reports")}
    assert len(story) == len(rows("reports"))
    assert all((story[pair["a"]] == story[pair["b"]]) == pair["same"] for pair in rows("pairs"))
