"""Case tables: a text, its language and outlet where it matters, and the claims that a reader finds in it, some with
the words for who says them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from salient.domain.claim import Claim
from salient.domain.report import Report
from salient.pipeline.reading import Reader

CASES = [
    pytest.param({"lang": "en", **case}, id=f"{path.stem}: {case['text'][:60]}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def report_of(case: dict[str, Any]) -> Report:
    return Report("case", case["text"], case["lang"], case.get("outlet"), date(2025, 3, 12))


def shorthand(claim: Claim) -> str:
    content, said = claim.content, claim.attribution
    parts = (content.kind, content.status, content.actor, said.stance, said.side, claim.place.name)
    return " ".join(str(part) for part in parts if part is not None)


@pytest.mark.parametrize("case", CASES)
def test_case(reader: Reader, case: dict[str, Any]) -> None:
    reading = reader.read(report_of(case))
    assert sorted(shorthand(claim) for claim in reading.claims) == sorted(case["claims"])
    if "speakers" in case:
        assert {claim.attribution.speaker for claim in reading.claims} == set(case["speakers"])


@pytest.mark.parametrize("case", CASES)
def test_quotes_are_exact(reader: Reader, case: dict[str, Any]) -> None:
    for claim in reader.read(report_of(case)).claims:
        assert claim.quote is not None
        assert case["text"][claim.quote.start : claim.quote.end] == claim.quote.text
