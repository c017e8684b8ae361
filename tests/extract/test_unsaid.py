"""What somebody will, may or wants to say nobody has said yet."""

from datetime import date

import pytest

from salient.domain.kind import Kind
from salient.domain.report import Report
from salient.pipeline.reading import Reader


def kinds(reader: Reader, text: str, lang: str) -> list[Kind]:
    told = Report(id="x", text=text, lang=lang, outlet="X", published=date(2025, 9, 10), url=None, title=None)
    return [one.content.kind for one in reader.read(told).claims]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Kremlin may soon announce that its troops have captured Siversk."),
        ("en", "The ministry is expected to declare that Siversk has been captured."),
        ("en", "Moscow wants to be able to claim that it has taken Siversk."),
        ("en", "Taking the quarry will let Moscow declare that it has captured Siversk."),
        ("en", "The Russian command may soon claim to have captured Siversk."),
        ("en", "They want to be in a position to announce the capture of Siversk by May 9."),
        ("uk", "Росіяни можуть оголосити, що захопили Сіверськ."),
        ("uk", "Кремль хоче заявити про захоплення Сіверська до 9 травня."),
        ("ru", "Москва может объявить, что взяла Северск."),
        ("ru", "Минобороны России заявит о взятии Северска до конца месяца."),
    ],
)
def test_who_has_yet_to_say_it_claims_no_control(reader: Reader, lang: str, text: str) -> None:
    assert Kind.CONTROL not in kinds(reader, text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russia's ministry would later claim that its troops had captured Siversk."),
        ("en", "Officials can confirm that Ukrainian troops have captured Siversk."),
        ("en", '"I can say that we hold Siversk," the commander said.'),
        ("en", "The ministry rushed to announce that Siversk had been taken."),
        ("ru", "Могу подтвердить, что Северск взят, сказал командир."),
    ],
)
def test_who_has_come_to_say_it_claims_it(reader: Reader, lang: str, text: str) -> None:
    assert Kind.CONTROL in kinds(reader, text, lang)
