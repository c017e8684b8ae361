"""From words of time to days: "on February 20 and 21", "last month", "since the summer of 2024", "two weeks ago"."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from salient.domain.days import DayPrecision, DayRange
from salient.text.tokens import words_of
from salient.theatre.language import TimeWords

_UNIT_PRECISION = {
    "hour": DayPrecision.DAY,
    "day": DayPrecision.DAY,
    "week": DayPrecision.WEEK,
    "month": DayPrecision.MONTH,
    "year": DayPrecision.YEAR,
}
_RECENT_DAYS = {"hour": 1, "day": 1, "week": 21, "month": 90, "year": 730}
"""What "recent" means for each unit: "in recent weeks" is the three weeks before."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read at a word: the days, and the word after it."""

    days: DayRange
    after: int
    weight: int


class TimeReader:
    """Reads the first, most exact time that a stretch of words names."""

    def __init__(self, words: TimeWords) -> None:
        self._w = words
        self._days = {tuple(words_of(phrase)): shift for phrase, shift in words.days.items()}
        self._first_words = frozenset(key[0] for key in self._days)
        self._longest = max(len(key) for key in self._days)
        tables = (words.since, words.until, words.months, words.parts, words.seasons, words.recent, words.last)
        more = (words.this, words.numbers, words.weekdays, self._first_words, ("for",))
        self._openers = frozenset(word for table in (*tables, *more) for word in table)
        """Words that a time may begin with; figures may as well."""

    def read(self, words: Sequence[str], anchor: date) -> DayRange | None:
        """The days that words (as `words_of` cuts them) name, seen from `anchor`, the day of the report.

        None where they name none.
        """
        best: _Reading | None = None
        after = 0
        for position, word in enumerate(words):
            if position < after or not (word in self._openers or word[0].isdigit()):
                continue
            found = self._at(words, position, anchor)
            if found is None:
                continue
            if best is None or found.weight > best.weight:
                best = found
            after = found.after
        return best.days if best else None

    def _at(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        word = words[i]
        if word in self._w.since or word in self._w.until:
            return self._open(words, i, anchor)
        if word == "for" and i + 1 < len(words):
            return self._for(words, i + 1, anchor)
        if word in self._w.over and (lasting := self._over(words, i + 1, anchor)) is not None:
            return lasting
        return (
            self._calendar(words, i, anchor)
            or self._part(words, i, anchor)
            or self._season(words, i, anchor)
            or self._relative(words, i, anchor)
            or self._weekday(words, i, anchor)
            or self._named(words, i, anchor)
            or self._year(words, i, anchor)
        )

    def _open(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        j = i + 1
        while j < len(words) and words[j] in {"the", "at"}:
            j += 1
        if j >= len(words):
            return None
        inner = self._at(words, j, anchor) if words[j] not in self._w.since else None
        if inner is None or inner.days.start is None:
            return None
        if words[i] in self._w.since:
            if words[i] == "from" and inner.after < len(words) and words[inner.after] in self._w.and_:
                end = self._at(words, inner.after + 1, anchor)
                if end is not None and end.days.end is not None and end.days.end >= inner.days.start:
                    return _Reading(DayRange(inner.days.start, end.days.end, DayPrecision.SPAN), end.after, 6)
            if words[i] == "from":
                return None
            return _Reading(
                DayRange(min(inner.days.start, anchor), max(anchor, inner.days.start), DayPrecision.SPAN),
                inner.after,
                6,
            )
        if inner.days.end is not None and inner.days.end > anchor:
            return _Reading(DayRange(None, inner.days.end, DayPrecision.SPAN), inner.after, 4)
        return None

    def _for(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        while i < len(words) and words[i] in {
            "the",
            "more",
            "than",
            "about",
            "nearly",
            "almost",
            "at",
            "least",
            "over",
            *self._w.last,
        }:
            i += 1
        if i >= len(words):
            return None
        if words[i] in self._w.units and words[i].endswith("s"):
            return _Reading(DayRange(None, anchor, DayPrecision.SPAN), i + 1, 2)
        count = self._number(words[i])
        if count and i + 1 < len(words) and (unit := self._w.units.get(words[i + 1])):
            start = _back(anchor, unit, count) if unit != "day" else anchor - timedelta(days=max(0, round(count) - 1))
            return _Reading(DayRange(start, anchor, DayPrecision.SPAN), i + 2, 4)
        return None

    def _over(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        """ "during three days", "over a week", "within the last two weeks": up to the day of the report."""
        j, recent = i, False
        while j < len(words) and words[j] in self._w.recent_one:
            j, recent = j + 1, True
        count = self._number(words[j]) if j < len(words) else None
        j += count is not None
        unit = self._w.units.get(words[j]) if j < len(words) else None
        if unit is None or unit == "hour" or (unit == "day" and count is None and not recent):
            return None
        if unit == "day" and (count or 1) == 1:
            return None
        start = _back(anchor, unit, count or 1) + timedelta(days=unit in ("day", "week"))
        return _Reading(DayRange(start, anchor, DayPrecision.SPAN), j + 1, 4)

    def _calendar(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        month = self._w.months.get(words[i])
        if month is not None:
            return self._month_first(words, i, month, anchor)
        day = _day_number(words[i])
        if day is None:
            return None
        j = i + 1
        days = [day]
        while j + 1 < len(words) and words[j] in {*self._w.and_, ","} and (other := _day_number(words[j + 1])):
            days.append(other)
            j += 2
        if j < len(words) and (month := self._w.months.get(words[j])) is not None:
            year, after = self._year_after(words, j + 1)
            return self._days_of(days, month, year, after, anchor)
        return None

    def _month_first(self, words: Sequence[str], i: int, month: int, anchor: date) -> _Reading | None:
        j = i + 1
        if j < len(words) and words[j] == ".":
            j += 1
        days: list[int] = []
        while j < len(words) and (day := _day_number(words[j])) is not None:
            days.append(day)
            j += 1
            if j + 1 < len(words) and words[j] in {*self._w.and_, ","} and _day_number(words[j + 1]) is not None:
                j += 1
            elif j + 2 < len(words) and words[j] == "," and words[j + 1] in self._w.and_ and _day_number(words[j + 2]):
                j += 2
        if days:
            year, after = self._year_after(words, j)
            reading = self._days_of(days, month, year, after, anchor)
            return self._range_on(words, reading, anchor)
        if words[i] == "may" and (
            i == 0
            or words[i - 1]
            not in {"in", "since", "of", "until", "from", "by", "early", "late", "mid", "-", "last", "and"}
        ):
            return None
        year, after = self._year_after(words, j)
        years_ago = (
            after + 1 < len(words) and words[after] == "of" and words[after + 1] in {*self._w.last, *self._w.this}
        )
        if years_ago and after + 2 < len(words) and self._w.units.get(words[after + 2]) == "year":
            year, after = anchor.year - (words[after + 1] in self._w.last), after + 3
        start = date(year or _year_of_month(month, anchor), month, 1)
        end = _month_end(start)
        if (
            after + 1 < len(words)
            and words[after] in {"and", "-", "to"}
            and (other := self._w.months.get(words[after + 1]))
        ):
            year2, after2 = self._year_after(words, after + 2)
            if _day_number(words[after + 2]) is None if after + 2 < len(words) else True:
                last = date(year2 or (start.year if other >= month else start.year + 1), other, 1)
                if year is None and year2 is not None:
                    start = date(year2 if other >= month else year2 - 1, month, 1)
                if _month_end(last) >= start:
                    return _Reading(
                        DayRange(start, min(_month_end(last), max(anchor, start)), DayPrecision.SPAN), after2, 5
                    )
        return _Reading(DayRange(start, end, DayPrecision.MONTH), after, 5)

    def _range_on(self, words: Sequence[str], first: _Reading | None, anchor: date) -> _Reading | None:
        """ "Jan 1, 2026 - Feb 20, 2026"."""
        if first is None or first.after + 1 >= len(words) or words[first.after] not in {"-", "to", "through"}:
            return first
        month = self._w.months.get(words[first.after + 1])
        second = self._month_first(words, first.after + 1, month, anchor) if month else None
        if second is None or first.days.start is None or second.days.end is None or second.days.end < first.days.start:
            return first
        return _Reading(DayRange(first.days.start, second.days.end, DayPrecision.SPAN), second.after, 6)

    def _days_of(self, days: list[int], month: int, year: int | None, after: int, anchor: date) -> _Reading | None:
        try:
            found = [date(year or _year_of_day(month, day, anchor), month, day) for day in days]
        except ValueError:
            return None
        precision = DayPrecision.DAY if min(found) == max(found) else DayPrecision.SPAN
        return _Reading(DayRange(min(found), max(found), precision), after, 6)

    def _year_after(self, words: Sequence[str], j: int) -> tuple[int | None, int]:
        k = j + 1 if j < len(words) and words[j] in {",", "of"} else j
        if k < len(words) and (year := _year_number(words[k])):
            return year, k + 1
        return None, j

    def _part(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        """ "early July", "the beginning of 2026", "mid-May"."""
        part = self._w.parts.get(words[i])
        if part is None:
            return None
        j = i + 1
        while j < len(words) and words[j] in {"of", "-", "the", "in"}:
            j += 1
        if j >= len(words):
            return None
        month = self._w.months.get(words[j])
        if month is not None:
            year, after = self._year_after(words, j + 1)
            start = date(year or _year_of_month(month, anchor), month, 1)
            last = min(part[1], monthrange(start.year, month)[1])
            return _Reading(DayRange(start.replace(day=part[0]), start.replace(day=last), DayPrecision.WEEK), after, 5)
        year = _year_number(words[j]) or (anchor.year if words[j] in self._w.this or words[j] == "year" else None)
        if year is not None:
            first, last = (1, 3) if part[0] == 1 else (10, 12) if part[0] == 21 else (5, 8)
            if words[i] in {"beginning", "start"}:
                return _Reading(DayRange(date(year, 1, 1), date(year, 1, 1), DayPrecision.DAY), j + 1, 5)
            return _Reading(
                DayRange(date(year, first, 1), _month_end(date(year, last, 1)), DayPrecision.SEASON), j + 1, 5
            )
        return None

    def _season(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        month = self._w.seasons.get(words[i])
        if month is None or (
            words[i] == "fall"
            and (
                i == 0
                or (
                    words[i - 1] not in {"in", "since", "last", "this", "of"}
                    and not (i + 1 < len(words) and _year_number(words[i + 1]))
                )
            )
        ):
            return None
        if (
            words[i] == "fall"
            and i
            and words[i - 1] == "the"
            and (
                i + 1 < len(words) and words[i + 1] == "of" and not (i + 2 < len(words) and _year_number(words[i + 2]))
            )
        ):
            return None
        year, after = self._year_after(words, i + 1)
        if year is None:
            year = anchor.year if date(anchor.year, month, 1) <= anchor else anchor.year - 1
            if i and words[i - 1] in self._w.last and date(year, month, 1) + timedelta(days=90) > anchor:
                year -= 1
        start = date(year, month, 1)
        end = _month_end(_month_shift(start, 2))
        if end > anchor >= start:
            end = anchor
        return _Reading(DayRange(start, end, DayPrecision.SEASON), after, 4)

    def _relative(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        word = words[i]
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in self._w.recent and (unit := self._w.units.get(following)):
            return _Reading(
                DayRange(anchor - timedelta(days=_RECENT_DAYS[unit] - (unit == "day")), anchor, DayPrecision.SPAN),
                i + 2,
                3,
            )
        if word in self._w.last and following:
            return self._last(words, i, anchor)
        if word in self._w.this and (unit := self._w.units.get(following)):
            return _Reading(_whole(anchor, unit, 0, cut=True), i + 2, 3)
        count = self._number(word)
        if (
            count is not None
            and (unit := self._w.units.get(following))
            and i + 2 < len(words)
            and words[i + 2] in self._w.ago
        ):
            if words[i + 2] == "before":
                return None
            more = i >= 2 and words[i - 1] == "than" and words[i - 2] == "more"
            if unit in {"day", "hour"}:
                day = anchor - timedelta(days=round(count) if unit == "day" else 0)
                return _Reading(DayRange(None if more else day, day, DayPrecision.DAY), i + 3, 4)
            day = _back(anchor, unit, count)
            if more:
                return _Reading(DayRange(None, day, DayPrecision.SPAN), i + 3, 4)
            return _Reading(
                DayRange(day, day, _UNIT_PRECISION[unit]) if unit == "week" else _whole(day, unit, 0), i + 3, 4
            )
        if count is not None and following in self._w.units and i + 2 < len(words) and words[i + 2] == "later":
            return None
        return None

    def _last(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        following = words[i + 1]
        if (unit := self._w.units.get(following)) is not None:
            return _Reading(_whole(anchor, unit, -1), i + 2, 4)
        if (day := self._w.weekdays.get(following)) is not None:
            return _Reading(DayRange.single(_weekday(anchor, day)), i + 2, 5)
        count = self._number(following)
        if count is not None and i + 2 < len(words) and (unit := self._w.units.get(words[i + 2])):
            start = anchor - timedelta(days=1) if unit == "hour" else _back(anchor, unit, count)
            return _Reading(DayRange(start, anchor, DayPrecision.SPAN), i + 3, 3)
        return None

    def _weekday(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        day = self._w.weekdays.get(words[i])
        if day is None:
            return None
        # "Saturday, 13 September" is read as the date that follows.
        for j in range(i + 1, min(i + 3, len(words))):
            dated = self._calendar(words, j, anchor)
            if dated is not None:
                return dated
        return _Reading(DayRange.single(_weekday(anchor, day)), i + 1, 5)

    def _named(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        if words[i] not in self._first_words:
            return None
        for length in range(min(self._longest, len(words) - i), 0, -1):
            shift = self._days.get(tuple(words[i : i + length]))
            if shift is not None:
                day = anchor + timedelta(days=shift)
                span = (
                    length > 2
                    and shift == -1
                    and any(word[0].isdigit() or word == "past" for word in words[i : i + length])
                )
                days = DayRange(day, anchor, DayPrecision.SPAN) if span else DayRange.single(day)
                return _Reading(days, i + length, 3)
        return None

    def _year(self, words: Sequence[str], i: int, anchor: date) -> _Reading | None:
        year = _year_number(words[i])
        if (
            year is None
            or i == 0
            or words[i - 1] not in {"in", "throughout", "since", "during", "of", "over", "for", "until"}
            or year > anchor.year + 1
        ):
            return None
        return _Reading(DayRange(date(year, 1, 1), date(year, 12, 31), DayPrecision.YEAR), i + 1, 2)

    def _number(self, word: str) -> float | None:
        if word.isdigit() and len(word) <= 3:
            return float(word)
        return self._w.numbers.get(word)


def _day_number(word: str) -> int | None:
    digits = word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} else word
    return int(digits) if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None


def _year_number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) == 4 and 1900 <= int(word) <= 2100 else None


def _year_of_day(month: int, day: int, anchor: date) -> int:
    """A date without a year is the nearest one, not more than a month ahead."""
    this = date(anchor.year, month, min(day, monthrange(anchor.year, month)[1]))
    return anchor.year - 1 if this > anchor + timedelta(days=31) else anchor.year


def _year_of_month(month: int, anchor: date) -> int:
    return anchor.year if month <= anchor.month else anchor.year - 1


def _weekday(anchor: date, day: int) -> date:
    return anchor - timedelta(days=(anchor.weekday() - day) % 7)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _month_shift(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _back(anchor: date, unit: str, count: float) -> date:
    if unit == "month":
        return _month_shift(anchor, -round(count))
    if unit == "year":
        return _month_shift(anchor, -round(12 * count))
    return anchor - timedelta(days=round(count * (7 if unit == "week" else 1)))


def _whole(anchor: date, unit: str, shift: int, *, cut: bool = False) -> DayRange:
    """The whole week (Monday to Sunday), month or year that lies `shift` units from the anchor's own."""
    if unit == "week":
        start = anchor - timedelta(days=anchor.weekday() - 7 * shift)
        end = start + timedelta(days=6)
    elif unit == "month":
        start = _month_shift(anchor.replace(day=1), shift)
        end = _month_end(start)
    elif unit == "year":
        start = date(anchor.year + shift, 1, 1)
        end = date(anchor.year + shift, 12, 31)
    else:
        start = end = anchor + timedelta(days=shift)
    return DayRange(start, min(end, anchor) if cut else end, _UNIT_PRECISION[unit])
