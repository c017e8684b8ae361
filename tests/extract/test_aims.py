"""Aims that a sentence announces are no deeds."""

from datetime import date

import pytest

from salient.domain.kind import Kind
from salient.domain.report import Report
from salient.pipeline.reading import Reader


def kinds(reader: Reader, text: str, lang: str) -> set[Kind]:
    told = Report(id="x", text=text, lang=lang, outlet="X", published=date(2025, 9, 10), url=None, title=None)
    return {one.content.kind for one in reader.read(told).claims}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Moscow's main effort has moved east, with two tasks: capturing Siversk and seizing Lyman."),
        ("en", "The general repeated the objectives of the campaign: the capture of Siversk and holding Lyman."),
        ("en", "His description of the capture of Siversk as the main goal of the operation is new."),
        ("uk", "Ворог має дві цілі: захоплення Сіверська та взяття Лимана."),
        ("ru", "У противника две цели: взятие Северска и захват Лимана."),
    ],
)
def test_what_is_announced_as_an_aim_is_an_outlook(reader: Reader, lang: str, text: str) -> None:
    assert kinds(reader, text, lang) == {Kind.OUTLOOK}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russian forces achieved both objectives: capturing Siversk and seizing Lyman."),
        ("en", "The ministry summed up a week of efforts: Russian forces captured Siversk."),
        ("uk", "Ворог досяг своїх цілей: захопив Сіверськ і Лиман."),
    ],
)
def test_what_has_been_attained_is_told(reader: Reader, lang: str, text: str) -> None:
    assert kinds(reader, text, lang) == {Kind.CONTROL}
