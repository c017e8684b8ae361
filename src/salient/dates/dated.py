"""Days by the calendar: "on February 20 and 21", "in mid-May", "since the summer of 2024", "in 2022"."""

from datetime import date, timedelta

from salient.dates.calendar import month_end, month_shift, whole, year_of_day, year_of_month
from salient.dates.reading import Phrases, Reading, Words, past, word_at, year_number
from salient.domain.days import DayPrecision, DayRange
from salient.theatre.language_tables import TimeWords

_SEASON_DAYS = 90
_PART_MONTHS = {(1, 10): (1, 3), (11, 20): (5, 8), (21, 31): (10, 12), (1, 15): (1, 6), (16, 31): (7, 12)}
"""The months of a year that its beginning, middle, end and halves are, by the days of that part of a month."""
_PART_WEEKDAYS = {(1, 10): (0, 0), (11, 20): (2, 2), (21, 31): (4, 6)}
"""The same for the days of a week; Monday is 0."""


class CalendarReader:
    """Reads dates, months, seasons and years, and parts of them."""

    def __init__(self, words: TimeWords) -> None:
        self._w = words
        self._joins = frozenset((*words.and_, ","))
        self._inside_part = frozenset((*words.fillers, *words.of, *words.part_links))
        self.parts = Phrases(words.parts)
        """Phrases for a part of a month, a year or a week, with the days of a month that they mean."""

    def read(self, words: Words, i: int, anchor: date) -> Reading | None:
        """What begins at word i; a lone year has its turn after everything else (`year`)."""
        return self.dated(words, i, anchor) or self._part(words, i, anchor) or self._season(words, i, anchor)

    def dated(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "March 3 and 4", "16 August", "May 2023", "July and August"."""
        month = self._w.months.get(words[i])
        if month is not None:
            return self._month_first(words, i, month, anchor)
        days, j = self._day_list(words, i)
        month = self._w.months.get(word_at(words, j))
        if not days or month is None:
            return None
        year, after = self._year_told(words, j + 1, anchor)
        return _reading(days, month, year, after, anchor)

    def year(self, words: Words, i: int, anchor: date) -> Reading | None:
        """A year by itself: "in 2022", "throughout 2024"; a number alone is none."""
        year = year_number(words[i])
        named = word_at(words, i - 1) in self._w.before_year or self._w.units.get(word_at(words, i + 1)) == "year"
        born = word_at(words, i + 1) in self._w.born or word_at(words, i + 2) in self._w.born
        if year is None or not named or born or year > anchor.year + 1:
            return None
        return Reading(whole(date(year, 1, 1), "year", 0), i + 1, 2)

    def _month_first(self, words: Words, i: int, month: int, anchor: date) -> Reading | None:
        days, j = self._day_list(words, past(words, i + 1, "."))
        if days:
            year, after = self._year_told(words, j, anchor)
            return self._range_on(words, _reading(days, month, year, after, anchor), anchor)
        if not self._means_time(words, i):
            return None
        year, after = self._year_told(words, j, anchor)
        start = date(year or year_of_month(month, anchor), month, 1)
        ended = self._months_on(words, after, start, given=year is not None, anchor=anchor)
        return ended or Reading(DayRange(start, month_end(start), DayPrecision.MONTH), after, 5)

    def _months_on(self, words: Words, i: int, start: date, *, given: bool, anchor: date) -> Reading | None:
        """ "July and August", "November 2024 to February 2025"; `given` tells whether the first has a year."""
        other = self._w.months.get(word_at(words, i + 1))
        if word_at(words, i) not in self._w.and_ or other is None or self._day_number(word_at(words, i + 2)):
            return None
        year, after = self._year_after(words, i + 2)
        if year is not None and not given:
            start = start.replace(year=year if other >= start.month else year - 1)
        last = date(year or (start.year if other >= start.month else start.year + 1), other, 1)
        if month_end(last) < start:
            return None
        return Reading(DayRange(start, min(month_end(last), max(anchor, start)), DayPrecision.SPAN), after, 5)

    def _day_list(self, words: Words, i: int) -> tuple[list[int], int]:
        """Days of a month one after the other ("3", "3 and 4", "3, 4, and 5"), and the word after them."""
        days: list[int] = []
        j = i
        while (day := self._day_number(word_at(words, j))) is not None:
            days.append(day)
            i, j = j + 1, past(words, j + 1, self._joins)
            if j - i > 2:
                break
        return days, i

    def _range_on(self, words: Words, first: Reading | None, anchor: date) -> Reading | None:
        """ "January 1, 2026 - February 20, 2026"."""
        if first is None or word_at(words, first.after) not in self._w.to:
            return first
        month = self._w.months.get(word_at(words, first.after + 1))
        second = self._month_first(words, first.after + 1, month, anchor) if month else None
        if second is None or first.days.start is None or second.days.end is None or second.days.end < first.days.start:
            return first
        return Reading(DayRange(first.days.start, second.days.end, DayPrecision.SPAN), second.after, 6)

    def _year_after(self, words: Words, i: int) -> tuple[int | None, int]:
        j = i + (word_at(words, i) in (",", *self._w.of))
        year = year_number(word_at(words, j))
        return (year, j + 1) if year else (None, i)

    def _year_told(self, words: Words, i: int, anchor: date) -> tuple[int | None, int]:
        """ "2024", "of last year"."""
        year, after = self._year_after(words, i)
        return (year, after) if year is not None else self._year_beside(words, after, anchor)

    def _year_beside(self, words: Words, i: int, anchor: date) -> tuple[int | None, int]:
        """ "April of last year", "May this year"."""
        j = past(words, i, self._w.of)
        which, unit = word_at(words, j), self._w.units.get(word_at(words, j + 1))
        if unit != "year" or not (which in self._w.last or which in self._w.this):
            return None, i
        return anchor.year - (which in self._w.last), j + 2

    def _means_time(self, words: Words, i: int) -> bool:
        """Whether a word that means other things too ("may", "fall") means a time here: by the word before or a year
        after it."""
        before = self._w.doubtful.get(words[i])
        return before is None or word_at(words, i - 1) in before or self._year_after(words, i + 1)[0] is not None

    def _part(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "early July", "the beginning of 2026", "mid-May", "the first week of June", "the end of the year"."""
        found = self.parts.at(words, i)
        if found is None:
            return None
        after_part, part = found
        j = past(words, after_part, self._inside_part)
        word = word_at(words, j)
        if (season := self._season(words, j, anchor)) is not None:
            return _part_of_season(part, season)
        month = self._w.months.get(word)
        if month is not None:
            year, after = self._year_after(words, j + 1)
            return Reading(_days_of(part, date(year or year_of_month(month, anchor), month, 1)), after, 5)
        year = year_number(word)
        before = year is None and word in self._w.last  # "the end of LAST month"
        j += before or (year is None and word in self._w.this)
        unit = None if year is not None else self._w.units.get(word_at(words, j))
        if unit == "month":
            return Reading(_days_of(part, month_shift(anchor.replace(day=1), -before)), j + 1, 5)
        if unit == "week" and part in _PART_WEEKDAYS:
            monday = anchor - timedelta(days=anchor.weekday() + 7 * before)
            first, last = (monday + timedelta(days=day) for day in _PART_WEEKDAYS[part])
            return Reading(DayRange(first, last, DayPrecision.DAY if first == last else DayPrecision.SPAN), j + 1, 5)
        if part not in _PART_MONTHS or (year is None and unit != "year"):
            return None
        first_month, last_month = _PART_MONTHS[part]
        year = year or anchor.year - before
        days = DayRange(date(year, first_month, 1), month_end(date(year, last_month, 1)), DayPrecision.SEASON)
        if words[i] in self._w.starts:
            days = DayRange.single(date(year, 1, 1))
        return Reading(days, j + 1, 5)

    def _season(self, words: Words, i: int, anchor: date) -> Reading | None:
        month = self._w.seasons.get(word_at(words, i))
        if month is None or not self._means_time(words, i):
            return None
        year, after = self._year_after(words, i + 1)
        if year is None:
            year = anchor.year if date(anchor.year, month, 1) <= anchor else anchor.year - 1
            last = word_at(words, i - 1) in self._w.last
            if last and date(year, month, 1) + timedelta(days=_SEASON_DAYS) > anchor:
                year -= 1
        start = date(year, month, 1)
        end = month_end(month_shift(start, 2))
        return Reading(DayRange(start, anchor if end > anchor >= start else end, DayPrecision.SEASON), after, 4)

    def _day_number(self, word: str) -> int | None:
        if not word[:1].isdigit():
            return None
        ending = next((end for end in self._w.ordinal_endings if word.endswith(end)), "")
        digits = word.removesuffix(ending)
        return int(digits) if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None


def _reading(days: list[int], month: int, year: int | None, after: int, anchor: date) -> Reading | None:
    try:
        found = [date(year or year_of_day(month, day, anchor), month, day) for day in days]
    except ValueError:
        return None
    precision = DayPrecision.DAY if min(found) == max(found) else DayPrecision.SPAN
    return Reading(DayRange(min(found), max(found), precision), after, 6)


def _part_of_season(part: tuple[int, int], season: Reading) -> Reading:
    """The month of a season that its beginning, middle or end is: "the end of summer"."""
    assert season.days.start is not None
    first = month_shift(season.days.start, 0 if part[1] <= 10 else 1 if part[1] <= 20 else 2)
    return Reading(DayRange(first, month_end(first), DayPrecision.MONTH), season.after, 5)


def _days_of(part: tuple[int, int], month: date) -> DayRange:
    """The days of a part of the month that begins on a day."""
    last = min(part[1], month_end(month).day)
    return DayRange(month.replace(day=part[0]), month.replace(day=last), DayPrecision.WEEK)
