"""Pages become reports; bad ones are turned away in one line that names them."""

import json
from datetime import date

import pytest

from salient.clean.page import Given, clean_page
from salient.domain.errors import ReportError
from salient.domain.page import Media, RawPage
from salient.domain.report import Report

TODAY = date(2026, 1, 10)
ENGLISH = "The town is held by its defenders, the mayor said on Friday."


def clean(body: str | bytes, media: Media = Media.TEXT, **given: object) -> Report:
    body = body.encode() if isinstance(body, str) else body
    return clean_page(RawPage("in.x", "in", media, body), Given(TODAY, **given))  # type: ignore[arg-type]


def test_text_stays_as_it_was_given() -> None:
    text = f"  {ENGLISH}\r\n\r\n\u00a0Second line. \n"
    report = clean("\ufeff" + text)
    assert (report.id, report.text, report.lang, report.published) == ("in", text, "en", None)


def test_what_a_json_report_says_of_itself_stands() -> None:
    record = {"id": "r-7", "text": ENGLISH, "published": "2025-03-04", "outlet": "The Herald", "wording": "retold: own"}
    report = clean(json.dumps(record), Media.JSON, published=TODAY, outlet="Other", lang="en")
    assert (report.id, report.published, report.outlet, report.wording) == (
        "r-7",
        date(2025, 3, 4),
        "The Herald",
        "retold",
    )


def test_the_user_fills_what_a_text_does_not_say() -> None:
    report = clean(ENGLISH, published=date(2025, 1, 2), outlet="The Herald")
    assert (report.published, report.outlet) == (date(2025, 1, 2), "The Herald")


PAGE = """<html lang="en-GB"><head><title>Town holds out | The Herald</title>
<meta property="og:site_name" content="The Herald"><meta property="article:published_time" content="2025-03-04T10:00Z">
</head><body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Town holds out</h1>
<p>The town is held by its defenders, the mayor said on Friday, after a week of heavy fighting in its suburbs.</p>
<p>Two bridges were destroyed in the shelling, according to the regional administration, which asked people to leave.
</p></article><footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_text_title_source_and_day() -> None:
    report = clean(PAGE, Media.HTML)
    assert "Two bridges were destroyed" in report.text
    assert "Home" not in report.text
    assert (report.title, report.outlet, report.published, report.lang) == (
        "Town holds out",
        "The Herald",
        date(2025, 3, 4),
        "en",
    )


def test_the_words_of_a_page_decide_before_the_language_that_it_states() -> None:
    assert clean(PAGE.replace("en-GB", "uk"), Media.HTML).lang == "en"


def test_a_language_that_the_words_are_not_in_is_flagged() -> None:
    report = clean(ENGLISH, lang="uk")
    assert (report.lang, report.flags) == ("uk", ("read as uk, its words are en",))
    assert clean(ENGLISH, lang="en").flags == ()


@pytest.mark.parametrize(
    ("body", "media", "why"),
    [
        (b"", Media.TEXT, "is empty"),
        (b" \n", Media.TEXT, "is empty"),
        (b"\xef\xbb\xbf", Media.TEXT, "is empty"),
        (b"", Media.HTML, "is empty"),
        (b"\x89PNG\0\0", Media.TEXT, "is binary"),
        (b"\x89PNG\0\0", Media.HTML, "is binary"),
        ("one\nдва".encode("cp1251"), Media.TEXT, r"is not UTF-8 text \(byte 0xe4 in line 2\)"),
        (b"<html><body></body></html>", Media.HTML, "no text of a report"),
        (b"Lorem ipsum dolor sit amet, consectetur adipiscing elit.", Media.TEXT, "in no language that is known"),
        (b'{"id": "x",', Media.JSON, "not JSON"),
        (b'{"id":\n\n nope}', Media.JSON, r"not JSON: .* \(line 3\)"),
        (b"[" * 100_000, Media.JSON, "nested too deeply"),
        (b"[]", Media.JSON, "a JSON object is needed"),
        (b'{"id": "x"}', Media.JSON, "no field 'text'"),
        (b'{"id": "x", "text": ""}', Media.JSON, "the text is empty"),
        (b'{"id": "x", "text": "words", "published": "soon"}', Media.JSON, "not a report"),
        (b'{"id": "x", "text": "words", "lang": "tlh"}', Media.JSON, "language 'tlh' is not known"),
        (b'{"text": "the town", "published": "2026-01-11"}', Media.JSON, r"in the future \(2026-01-11, today is"),
    ],
)
def test_bad_input_is_turned_away_in_one_line(body: bytes, media: Media, why: str) -> None:
    with pytest.raises(ReportError, match=why) as caught:
        clean(body, media)
    assert str(caught.value).startswith("in.x: ")
    assert "\n" not in str(caught.value)


def test_today_is_not_the_future() -> None:
    assert clean(ENGLISH, published=TODAY).published == TODAY
