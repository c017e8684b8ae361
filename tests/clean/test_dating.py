"""A report is dated by who says when it was published, and by nobody where they disagree on the year."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.gather import documents

from salient.clean.dating import Dated, check_record, date_report
from salient.clean.page import Given, clean_page
from salient.domain.page import Media, RawPage, Told
from salient.domain.report import DayOrigin

DAY = date(2025, 12, 1)
TEXT = "The bridge was hit.\nNobody was hurt."


@pytest.mark.parametrize(
    ("given", "meta", "told", "url", "text", "found"),
    [
        (None, DAY, None, None, TEXT, (DAY, DayOrigin.META)),
        (None, None, DAY, "https://a.example/bridge", TEXT, (DAY, DayOrigin.CARRIER)),
        (None, None, None, "https://a.example/2025/12/01/bridge", TEXT, (DAY, DayOrigin.ADDRESS)),
        (None, None, None, "https://a.example/20251201-bridge", TEXT, (DAY, DayOrigin.ADDRESS)),
        (None, None, None, "https://a.example/2025/12/bridge", TEXT, (None, None)),
        (None, None, None, None, "KYIV, Dec. 1, 2025\nThe bridge was hit.", (None, None)),
        (DAY, date(2025, 11, 30), None, None, TEXT, (DAY, DayOrigin.USER)),
        (date(2026, 1, 5), None, DAY, None, TEXT, (DAY, DayOrigin.CARRIER)),
        (date(2026, 1, 5), DAY, date(2025, 12, 2), None, TEXT, (DAY, DayOrigin.META)),
        (None, DAY, date(2025, 12, 2), "https://a.example/2025/11/30/x", TEXT, (DAY, DayOrigin.META)),
        (None, date(2026, 1, 1), date(2025, 12, 31), None, TEXT, (date(2026, 1, 1), DayOrigin.META)),
        (None, DAY, None, "https://a.example/item/20259999", TEXT, (DAY, DayOrigin.META)),
        (None, None, None, "https://a.example/2025/02/30/x", TEXT, (None, None)),
        (
            None,
            DAY,
            None,
            None,
            "In the long summer of 2022 the 3 rivers of the district ran dry" * 3,
            (DAY, DayOrigin.META),
        ),
    ],
)
def test_who_dates_a_report(
    given: date | None,
    meta: date | None,
    told: date | None,
    url: str | None,
    text: str,
    found: tuple[date | None, DayOrigin | None],
) -> None:
    assert date_report(given, meta, told, url, text) == Dated(*found)


@pytest.mark.parametrize(
    ("meta", "told", "url", "text", "flag"),
    [
        (DAY, None, "https://a.example/2023/05/01/bridge", TEXT, "metadata says 2025, address says 2023"),
        (DAY, None, "https://a.example/news/2023/bridge", TEXT, "metadata says 2025, address says 2023"),
        (DAY, date(2023, 5, 1), None, TEXT, "metadata says 2025, carrier says 2023"),
        (DAY, None, None, "KYIV, May 1, 2023 (Wire)\nThe bridge was hit.", "metadata says 2025, text says 2023"),
    ],
)
def test_a_disagreement_on_the_year_leaves_a_report_undated_and_flagged(
    meta: date | None, told: date | None, url: str | None, text: str, flag: str
) -> None:
    assert date_report(None, meta, told, url, text) == Dated(None, None, (flag,))
    assert date_report(DAY, meta, told, url, text) == Dated(DAY, DayOrigin.USER, (flag,))


def test_a_record_keeps_its_word_and_is_flagged() -> None:
    assert check_record(DAY, "https://a.example/2023/05/x") == ("record says 2025, address says 2023",)
    assert check_record(DAY, "https://a.example/2025/x") == check_record(None, "https://a.example/2023/x") == ()


def test_a_moved_page_is_kept_but_not_dated() -> None:
    page = RawPage("in", "in", Media.HTML, documents.page(), "https://courier.example/2022/03/04/bridge")
    report = clean_page(page, Given(date(2026, 1, 1)))
    assert (report.published, report.flags) == (None, ("metadata says 2025, address says 2022",))
    report = clean_page(RawPage("in", "in", Media.HTML, documents.page()), Given(date(2026, 1, 1)))
    assert (report.published, report.day_origin, report.flags) == (DAY, DayOrigin.META, ())


def test_an_instant_falls_on_a_day_of_the_theatre() -> None:
    late = datetime(2025, 12, 1, 23, 30, tzinfo=UTC)
    text = b"The bridge over the river was hit and the road is closed, the head of the district said."
    page = RawPage("in", "in", Media.TEXT, text, told=Told(late, "Bridge hit", "The Courier", "en"))
    report = clean_page(page, Given(date(2026, 1, 1), zone=ZoneInfo("Europe/Kyiv")))
    assert (report.published, report.day_origin) == (date(2025, 12, 2), DayOrigin.CARRIER)
    assert (report.title, report.outlet) == ("Bridge hit", "The Courier")
