"""Reports and sketches for the tests of copies."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from salient.copies.sketch import Sketch, Sketcher
from salient.domain.record import report_from_record
from salient.domain.report import Report
from salient.text.transliteration import NameKeys
from salient.theatre.spelling import read_spelling

LABELLED = Path(__file__).parent / "labelled"


@cache
def sketcher() -> Sketcher:
    return Sketcher(NameKeys([read_spelling("uk"), read_spelling("ru")]))


@cache
def labelled() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in (LABELLED / "reports.jsonl").read_text(encoding="utf-8").splitlines())


@cache
def labelled_sketches() -> dict[str, Sketch]:
    return {row["id"]: sketcher().sketch(report_from_record(row, row["id"])) for row in labelled()}


def sketch(text: str, day: date | None = date(2025, 3, 1), lang: str = "en", outlet: str = "One") -> Sketch:
    return sketcher().sketch(Report(id="r", text=text, published=day, lang=lang, outlet=outlet))
