"""Sentences with several times: which of them is the day of a claim."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from salient.domain.report import Report
from salient.pipeline.reading import Reader

CASES = yaml.safe_load((Path(__file__).parent / "moments.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_claim_takes_its_own_time(reader: Reader, case: dict[str, Any]) -> None:
    claims = reader.read(Report("case", case["text"], "en", None, date(2025, 3, 12))).claims
    days = {(claim.days.start, claim.days.end) for claim in claims if claim.content.kind == case["kind"]}
    assert tuple(case["days"]) in days
