"""Figures against the events and places that a reader would give them to."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from salient.domain.claim import Quantity
from salient.domain.report import Report
from salient.pipeline.reading import Reader

CASES = yaml.safe_load((Path(__file__).parent / "amounts.yaml").read_text(encoding="utf-8"))


def shorthand(quantity: Quantity | None) -> str:
    if quantity is None:
        return "none"
    upper = "" if quantity.maximum is None else f"-{quantity.maximum:g}"
    return f"{quantity.value:g}{upper} {quantity.unit}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_figures_go_to_their_own_claims(reader: Reader, case: dict[str, Any]) -> None:
    read = reader.read(Report("case", case["text"], case.get("lang", "en"), None, date(2025, 3, 12)))
    found = {str(claim.place.name): shorthand(claim.content.quantity) for claim in read.claims}
    assert {place: found.get(place) for place in case["figures"]} == case["figures"]
