"""Words of time against the days that a reader would give them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from salient.dates.resolve import resolve_days
from salient.dates.words import TimeReader
from salient.domain.days import UNKNOWN_DAYS, DayPrecision, DayRange
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


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("uk", "до осені візьмуть", date(2025, 9, 1)),
        ("uk", "до кінця літа", date(2025, 8, 31)),
        ("ru", "к 9 мая возьмут", date(2026, 5, 9)),
        ("ru", "до конца года", date(2025, 12, 31)),
    ],
)
def test_a_deadline_lies_ahead(language: str, text: str, day: date) -> None:
    reader = TimeReader(load_language(language).time, EPOCHS)
    assert reader.deadline(words_of(text), date(2025, 6, 10)) == DayRange(None, day, DayPrecision.SPAN)


def test_what_it_is_compared_with_is_no_time_of_it() -> None:
    reader = TimeReader(load_language("uk").time, EPOCHS)
    assert reader.read(words_of("уперше з літа 2023 року"), date(2025, 6, 10)) != DayRange(
        date(2023, 6, 1), date(2025, 6, 10), DayPrecision.SPAN
    )
