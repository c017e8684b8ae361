"""A raw page becomes a report: decoded, its language known, its boilerplate marked."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from salient.clean.boilerplate import boilerplate_spans
from salient.clean.decode import decode_text
from salient.clean.html import read_html
from salient.clean.language import detect_language, known_languages
from salient.domain.errors import ReportError
from salient.domain.page import Media, RawPage
from salient.domain.record import report_from_record
from salient.domain.report import Report


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of inputs that do not say it themselves. `today` is the theatre's local day: no report may
    be published after it."""

    today: date
    published: date | None = None
    lang: str | None = None
    outlet: str | None = None


def clean_page(page: RawPage, given: Given) -> Report:
    """Read one page into a report with its boilerplate marked.

    What a .json report says of itself stands; for pages, what the user says stands above what the page seems to say.
    Raises ReportError naming the input for what is empty, binary, wrongly encoded, badly formed, in a language that
    no pack knows, or published after today.
    """
    report = _READERS[page.media](page)
    if page.media is Media.HTML:
        report = replace(
            report,
            published=given.published or report.published,
            outlet=given.outlet or report.outlet,
            lang=given.lang or report.lang,
        )
    report = replace(
        report,
        published=report.published or given.published,
        outlet=report.outlet or given.outlet,
        url=report.url or page.url,
    )
    if report.published and report.published > given.today:
        raise ReportError(page.name, f"published in the future ({report.published}, today is {given.today})")
    return _in_language(report, page.name, given.lang)


def _in_language(report: Report, name: str, given: str | None) -> Report:
    languages = known_languages()
    lang = report.lang or given or detect_language(report.text, languages.values())
    if lang is None or lang not in languages:
        what = f"language {lang!r} is not known" if lang else "in no language that is known"
        raise ReportError(name, f"{what} ({', '.join(sorted(languages))})")
    return replace(report, lang=lang, boilerplate=boilerplate_spans(report.text, languages[lang]))


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
