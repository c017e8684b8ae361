"""Reports whose words break off, or stand in no order, are read like any other: rules look past both ends."""

from datetime import date
from random import Random

import pytest
from tests.corpus.load import LANGUAGES, reports

from salient.domain.report import Report
from salient.pipeline.reading import Reader

TEXTS = 250
DAY = date(2024, 5, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_break_off_anywhere_are_read(reader: Reader, language: str) -> None:
    chance = Random(1)
    words = [case["text"].split() for case in reports(language)]
    for number in range(TEXTS):
        told = chance.choice(words)
        first = chance.randrange(len(told))
        part = told[first : first + chance.randint(1, 15)]
        if number % 2:
            chance.shuffle(part)
        text = " ".join(part)
        for claim in reader.read(Report("broken", text, language, None, DAY)).claims:
            assert claim.quote.text == text[claim.quote.start : claim.quote.end]


def test_an_outlet_with_a_latin_name_may_end_a_report(reader: Reader) -> None:
    text = "«Ми тримаємо Вугледар», – розповів LIGA.net"
    assert reader.read(Report("broken", text, "uk", None, DAY)).report.text == text
