"""The day a report was published: who says so, and whether those who say agree on the year."""

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import htmldate

from salient.domain.address import parts_of
from salient.domain.report import DayOrigin

_ADDRESS_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-])")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DATELINE_LINES = 3
_DATELINE_WIDTH = 80
_NEW_YEAR_DAYS = 2
"""Two days this close agree, although New Year lies between them."""


@dataclass(frozen=True, slots=True)
class Dated:
    """`day` is None where nobody says it, or where those who say it disagree; then `flags` say how."""

    day: date | None
    origin: DayOrigin | None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stated:
    year: int
    day: date | None = None


def meta_day(body: bytes) -> date | None:
    """The day that a page states in its metadata, JSON-LD or time elements; nothing guessed from its text."""
    with contextlib.suppress(ValueError, TypeError, AttributeError, RecursionError):
        found = htmldate.find_date(body, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
        return date.fromisoformat(found) if found else None
    return None


def date_report(given: date | None, meta: date | None, told: date | None, url: str | None, text: str) -> Dated:
    """Choose the day: the user's, the metadata's, the carrier's, the address's, in this order.

    The user speaks of whole inputs: where the carrier (a feed's item, a channel's post, a table's row) states a day of
    its own, that stands, lest a year of posts fall on one day.
    Metadata, carrier, address and dateline must agree on the year. Where they do not, only the user's word dates the
    report: a page that was moved, copied or updated years later must not be taken for news.
    """
    address = _address(url)
    stated = {
        DayOrigin.META: None if meta is None else _Stated(meta.year, meta),
        DayOrigin.CARRIER: None if told is None else _Stated(told.year, told),
        DayOrigin.ADDRESS: address,
        DayOrigin.TEXT: _dateline(text),
    }
    known = {origin: one for origin, one in stated.items() if one is not None}
    flags = _disagreement(known)
    if given is not None and (told is None or flags):
        return Dated(given, DayOrigin.USER, flags)
    if flags:
        return Dated(None, None, flags)
    for origin, one in known.items():
        if one.day is not None:
            return Dated(one.day, origin)
    return Dated(None, None)


def check_record(stated: date | None, url: str | None) -> tuple[str, ...]:
    """How the day that a record states disagrees with its address. The record's word stands."""
    address = _address(url)
    if stated is None or address is None:
        return ()
    return _disagreement({DayOrigin.RECORD: _Stated(stated.year, stated), DayOrigin.ADDRESS: address})


def _disagreement(known: Mapping[DayOrigin, _Stated]) -> tuple[str, ...]:
    return tuple(
        f"{a.value} says {one.year}, {b.value} says {other.year}"
        for (a, one), (b, other) in combinations(known.items(), 2)
        if one.year != other.year and not _near(one.day, other.day)
    )


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= _NEW_YEAR_DAYS


def _address(url: str | None) -> _Stated | None:
    path = parts_of(url).path if url else ""
    if match := _ADDRESS_DAY.search(path):
        with contextlib.suppress(ValueError):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return _Stated(day.year, day)
    return _Stated(int(match[1])) if (match := _ADDRESS_YEAR.search(path)) else None


def _dateline(text: str) -> _Stated | None:
    """The year of a short line at the head that holds one year and a day: "THE CAPITAL, Dec. 2, 2025"."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_DATELINE_LINES]
    for line in lines:
        years = set(_YEAR.findall(line))
        if len(line) <= _DATELINE_WIDTH and len(years) == 1 and re.search(r"(?<!\d)\d{1,2}(?!\d)", line):
            return _Stated(int(years.pop()))
    return None
