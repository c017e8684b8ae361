"""A raw page becomes a report: decoded, its language known, its boilerplate marked."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo

from salient.clean.boilerplate import boilerplate_spans
from salient.clean.dating import check_record, date_report
from salient.clean.decode import decode_text
from salient.clean.html import read_html
from salient.clean.language import detect_language, known_languages
from salient.domain.errors import ReportError
from salient.domain.page import Media, RawPage, Told
from salient.domain.record import report_from_record
from salient.domain.report import DayOrigin, Report


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of inputs that do not say it themselves. `today` is the theatre's local day: no report may
    be published after it."""

    today: date
    published: date | None = None
    lang: str | None = None
    outlet: str | None = None
    zone: tzinfo = UTC
    """The theatre's: an instant that a feed or a channel states falls on one of its days."""


def clean_page(page: RawPage, given: Given) -> Report:
    """Read one page into a report with its boilerplate marked.

    What a .json report says of itself stands; for pages, what the user says stands above what the page seems to say.
    Raises ReportError naming the input for what is empty, binary, wrongly encoded, badly formed, in a language that
    no pack knows, or published after today.
    """
    report = _READERS[page.media](page)
    if page.media is Media.HTML:
        report = replace(report, outlet=given.outlet or report.outlet)
    report = replace(
        report,
        outlet=report.outlet or page.told.outlet or given.outlet,
        title=report.title or page.told.title,
        url=report.url or page.url,
    )
    report = _dated(report, page, given)
    if report.published and report.published > given.today:
        raise ReportError(page.name, f"published in the future ({report.published}, today is {given.today})")
    return _in_language(report, page, given.lang)


def _dated(report: Report, page: RawPage, given: Given) -> Report:
    """A record's own day stands; every other report is dated by those who say when it was published."""
    if page.media is Media.JSON and report.published is not None:
        flags = check_record(report.published, report.url)
        return replace(report, day_origin=DayOrigin.RECORD, flags=flags)
    told = _told_day(page.told, given.zone)
    found = date_report(given.published, report.published, told, report.url, report.text)
    return replace(report, published=found.day, day_origin=found.origin, flags=found.flags)


def _told_day(told: Told, zone: tzinfo) -> date | None:
    """An instant becomes a day of the theatre; one without a zone keeps its own day."""
    moment = told.published
    if isinstance(moment, datetime):
        return (moment.astimezone(zone) if moment.tzinfo else moment).date()
    return moment


def _in_language(report: Report, page: RawPage, given: str | None) -> Report:
    """The words decide before the carrier: feeds and pages state the language of the software that made them.

    What a record or the user says of the language stands, and is flagged where the words are another one's.
    """
    languages, name = known_languages(), page.name
    by_record = report.lang if page.media is Media.JSON else None
    stated, by_words = by_record or given, detect_language(report.text, languages.values())
    lang = stated or by_words or report.lang or page.told.lang
    if lang is None or lang not in languages:
        what = f"language {lang!r} is not known" if lang else "in no language that is known"
        raise ReportError(name, f"{what} ({', '.join(sorted(languages))})")
    flags = report.flags
    if by_words not in (None, lang):
        flags = (*flags, f"read as {lang}, its words are {by_words}")
    return replace(report, lang=lang, boilerplate=boilerplate_spans(report.text, languages[lang]), flags=flags)


def _read_text(page: RawPage) -> Report:
    return Report(id=page.stem, text=decode_text(page.body, page.name))


def _read_page(page: RawPage) -> Report:
    if not page.body.strip():
        raise ReportError(page.name, "is empty")
    if b"\0" in page.body:
        raise ReportError(page.name, "is binary, not text")
    found = read_html(page.body, page.name, page.url)
    stated = (found.lang or "").split("-")[0].lower()
    return Report(
        id=page.stem,
        text=found.text,
        lang=stated if stated in known_languages() else None,
        outlet=found.outlet,
        published=found.published,
        url=found.url,
        title=found.title,
    )


def _read_json(page: RawPage) -> Report:
    text = decode_text(page.body, page.name)
    try:
        record = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) and error.lineno > 1 else ""
        what = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise ReportError(page.name, f"not JSON: {what}{where}") from error
    if not isinstance(record, dict):
        raise ReportError(page.name, "not a report: a JSON object is needed")
    return report_from_record({"id": page.stem, **record}, page.name)


_READERS: dict[Media, Callable[[RawPage], Report]] = {
    Media.TEXT: _read_text,
    Media.HTML: _read_page,
    Media.JSON: _read_json,
}
