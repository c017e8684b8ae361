"""Words of time against the days that a reader would give them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from salient.dates.resolve import resolve_days
from salient.dates.words import TimeReader
from salient.domain.days import UNKNOWN_DAYS, DayRange
from salient.text.tokens import words_of
from salient.theatre.language import load_language

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
EPOCHS = {"invasion": date(2022, 2, 24)}


@pytest.fixture(scope="module")
def reader() -> TimeReader:
    return TimeReader(load_language("en").time, EPOCHS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_words_mean_days(case: dict[str, Any]) -> None:
    reader = TimeReader(load_language(case.get("language", "en")).time, EPOCHS)
    days = reader.read(words_of(case["text"]), case["published"])
    assert days is not None
    assert (days.start, days.end) == (case["start"], case["end"])


@pytest.mark.parametrize("text", ["the fall of the town", "troops may leave", "40 soldiers", "in the east"])
def test_other_words_mean_no_day(reader: TimeReader, text: str) -> None:
    assert reader.read(words_of(text), date(2025, 3, 12)) is None


def test_the_content_comes_before_the_speech_and_the_speech_before_the_report(reader: TimeReader) -> None:
    speech, content, timeless = map(words_of, ("said on Tuesday", "it fell on Sunday", "it fell"))
    published = date(2025, 1, 15)
    assert resolve_days(reader, [content], [speech], published) == DayRange.single(date(2025, 1, 12))
    assert resolve_days(reader, [timeless], [speech], published) == DayRange.single(date(2025, 1, 14))
    assert resolve_days(reader, [], [], published) == DayRange.single(published)
    assert resolve_days(reader, [content], [speech], None) == UNKNOWN_DAYS
