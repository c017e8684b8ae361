"""Furniture is marked, line by line; what is reported is not."""

import pytest

from salient.clean.boilerplate import boilerplate_spans, without_boilerplate
from salient.clean.language import detect_language, known_languages
from salient.domain.report import Report

ENGLISH = known_languages()["en"]


def marked(text: str) -> list[str]:
    return [line for start, end in boilerplate_spans(text, ENGLISH) for line in text[start:end].split("\n") if line]


def test_a_newsletter_box_ends_where_the_report_goes_on() -> None:
    text = """The army seized the village of Dry Creek on Monday.

Sign up for our weekly newsletter

Every Friday in your inbox, from our newsroom.
Once
Monthly

The regional governor denied that the village had fallen.

Read more: What we know about the offensive
Jane Doe contributed reporting."""
    assert marked(text) == [
        "Sign up for our weekly newsletter",
        "Every Friday in your inbox, from our newsroom.",
        "Once",
        "Monthly",
        "Read more: What we know about the offensive",
        "Jane Doe contributed reporting.",
    ]


def test_a_picture_and_its_caption_are_marked() -> None:
    text = """Soldiers near the town in May
Soldiers near the town in May. John Roe / AFP

MOSCOW (Reuters) - The town was taken, the ministry said.
The figure could not be confirmed by Reuters"""
    caption = ["Soldiers near the town in May", "Soldiers near the town in May. John Roe / AFP"]
    assert marked(text) == [*caption, "MOSCOW (Reuters) - "]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("MOSCOW, January 6. /TASS/. ", "The town was taken."),
        ("(Bloomberg) -- ", "The plant stands still."),
        ("HIROSHIMA, Japan — ", "A day later he spoke."),
        ("TOWN, May 4 (Some Agency) - ", "The army said so."),
        ("", "The army (or what is left of it) - all of it - said so."),
        ("", "NATO said so."),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str, rest: str) -> None:
    assert marked(dateline + rest) == ([dateline] if dateline else [])


def test_headlines_of_other_reports_are_marked() -> None:
    others = ["Recommended Stories", "list of 1 items", "list 1 of 1", "Army takes Other Town", "end of list"]
    assert marked("\n".join(["The town fell.", *others, "So it is."])) == others


def test_sentences_that_only_sound_like_furniture_stay() -> None:
    text = """Support for the defenders of the town is running out, the commander said.
Continued attacks on the town were repelled, according to our correspondent.
We hold the town, the commander said. Please leave, he told residents."""
    assert marked(text) == []


def test_what_is_left_stays_where_it_was() -> None:
    text = "Read more: The war\nThe town fell.\r\nShare\nSo it is."
    report = Report("r", text, boilerplate=boilerplate_spans(text, ENGLISH))
    assert without_boilerplate(report) == " " * 18 + "\nThe town fell.\r\n     \nSo it is."


def test_a_text_that_is_all_furniture_is_left_alone() -> None:
    assert boilerplate_spans("Read more about the battle for the town", ENGLISH) == ()


def test_languages_are_told_by_their_commonest_words() -> None:
    languages = known_languages().values()
    assert detect_language("The town was taken by the army, the ministry said.", languages) == "en"
    assert detect_language("Das Dorf wurde von der Armee eingenommen.", languages) is None
    assert detect_language("12 345", languages) is None


@pytest.mark.parametrize(
    ("post", "code"),
    [
        ("Росіяни захопили Селидове, повідомляє DeepState.", "uk"),
        ("Военные взяли посёлок Новый Труд.", "ru"),
        ("Украінскія вайскоўцы ўтрымліваюць горад", None),
        ("Severodonetsk Lysychansk Bakhmut", None),
    ],
)
def test_a_post_without_a_common_word_is_told_by_letters_of_its_own(post: str, code: str | None) -> None:
    assert detect_language(post, known_languages().values()) == code
