"""From words of time to days: "on February 20 and 21", "last month", "since the summer of 2024", "two weeks ago"."""

from collections.abc import Mapping
from datetime import date, timedelta

from salient.dates.calendar import month_shift
from salient.dates.dated import CalendarReader
from salient.dates.reading import Phrases, Reading, Words, past, word_at, year_number
from salient.dates.relative import RelativeReader
from salient.domain.days import DayPrecision, DayRange
from salient.theatre.language_tables import TimeWords

_CLAUSE = 12
"""Words of a clause within which its time is looked for."""
_OPENING_DAYS = {"week": 30, "month": 90}
"""Days that "the early weeks" and "the first months" are."""
_OWNERS = 3
"""Words within which whose war it is may be told: "of Northland's full-scale"."""


class TimeReader:
    """Reads the first, most exact time that a stretch of words names.

    `epochs` are the days of a theatre's events by name, such as its invasion.
    """

    def __init__(self, words: TimeWords, epochs: Mapping[str, date] | None = None) -> None:
        self._w = words
        self._calendar = CalendarReader(words)
        self._relative = RelativeReader(words)
        dated = epochs or {}
        self._epochs = Phrases(
            {name: dated[id_] for id_, names in words.epochs.items() if id_ in dated for name in names}
        )
        self._small = frozenset((*words.fillers, *words.of, *words.part_links))
        self._of = self._small.difference("-")
        tables = (words.since, words.between, words.until, words.months, words.seasons, words.recent, words.last)
        more = (words.this, words.numbers, words.weekdays, words.weekend, words.lasting, words.over, words.recent_one)
        openers = self._calendar.parts.first_words.union(*tables, *more, words.ordinals)
        units = self._relative.openers.intersection(words.units) if words.fillers else frozenset(words.units)
        self._openers = openers | units
        """Words that a time may begin with; figures may as well."""
        self._of_days = self._relative.openers - self._openers
        """Common words ("the", "in") that only begin phrases such as "the day before"."""

    def read(self, words: Words, anchor: date) -> DayRange | None:
        """The days that words (as `words_of` cuts them) name, seen from `anchor`, the day of the report.

        None where they name none.
        """
        best: Reading | None = None
        after = 0
        for position, word in enumerate(words):
            if position < after:
                continue
            if word in self._openers or word[0].isdigit():
                found = self._at(words, position, anchor)
            else:
                found = self._relative.named(words, position, anchor) if word in self._of_days else None
            if found is None:
                continue
            if best is None or found.weight > best.weight:
                best = found
            after = found.after
        return best.days if best else None

    def deadline(self, words: Words, anchor: date) -> DayRange | None:
        """The day up to which something is to come: "by autumn" is the next one, "by May 9" that of this or next year.

        None where no such day is named.
        """
        for i, word in enumerate(words):
            if word not in self._w.until:
                continue
            month = self._w.seasons.get(word_at(words, past(words, i + 1, self._w.fillers)))
            found = self._until(words, i, anchor)
            if found is None or found.days.end is None:
                continue
            told = any(year_number(words[k]) for k in range(i, min(found.after, len(words))))
            end = found.days.end if told or month is None else date(anchor.year, month, 1)
            if not told and end <= anchor:
                end = month_shift(end, 12)
            if end > anchor:
                return DayRange(None, end, DayPrecision.SPAN)
        return None

    def _at(self, words: Words, i: int, anchor: date) -> Reading | None:
        word = words[i]
        if word in self._w.between and (ranged := self._between(words, i, anchor)) is not None:
            return ranged
        if word in self._w.since:
            return self._since(words, i, anchor)
        if word in self._w.until:
            return self._until(words, i, anchor)
        return (
            self._relative.lasting(words, i, anchor)
            or self._relative.in_a_row(words, i, anchor)
            or self._opening_of_epoch(words, i)
            or self._relative.over(words, i, anchor)
            or self._calendar.read(words, i, anchor)
            or self._relative.read(words, i, anchor)
            or self._weekday(words, i, anchor)
            or self._relative.weekend(words, i, anchor)
            or self._relative.named(words, i, anchor)
            or self._calendar.year(words, i, anchor)
        )

    def _after(self, words: Words, i: int, anchor: date) -> Reading | None:
        """The time that follows a word such as "since"."""
        j = past(words, i + 1, self._w.fillers)
        opens = word_at(words, j)
        return None if not opens or opens in self._w.since or opens in self._w.between else self._at(words, j, anchor)

    def _between(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "From May 1 to May 4"."""
        first = self._after(words, i, anchor)
        if first is None or first.days.start is None or word_at(words, first.after) not in self._w.and_:
            return None
        second = self._at(words, first.after + 1, anchor) if first.after + 1 < len(words) else None
        if second is None or second.days.end is None or second.days.end < first.days.start:
            return None
        return Reading(DayRange(first.days.start, second.days.end, DayPrecision.SPAN), second.after, 6)

    def _since(self, words: Words, i: int, anchor: date) -> Reading | None:
        if word_at(words, i - 1) in self._w.never_since:
            return None
        inner = self._after(words, i, anchor) or self._epoch(words, i + 1) or self._in_clause(words, i, anchor)
        if inner is None or inner.days.start is None:
            return None
        several = inner.days.precision is DayPrecision.SPAN
        if several and any(words[k] in self._w.to for k in range(i + 1, inner.after)):
            return inner  # "from 11 to 15 May"
        start = inner.days.start
        return Reading(DayRange(min(start, anchor), max(anchor, start), DayPrecision.SPAN), inner.after, 6)

    def _epoch(self, words: Words, i: int) -> Reading | None:
        """ "The start of the invasion", "the invasion"."""
        i = past(words, i, self._small)
        part = self._calendar.parts.at(words, i)
        found = self._epochs.at(words, i if part is None else past(words, part[0], self._small))
        return None if found is None else Reading(DayRange.single(found[1]), found[0], 5)

    def _opening_of_epoch(self, words: Words, i: int) -> Reading | None:
        """ "In THE FIRST DAYS OF THE INVASION", "EARLY IN THE WAR", "the opening weeks of its full-scale invasion"."""
        part = self._calendar.parts.at(words, i)
        if part is None or part[1][0] != 1:
            return None
        unit = self._w.units.get(word_at(words, part[0]), "")
        last = max(part[1][1], _OPENING_DAYS.get(unit, 0))
        start = past(words, part[0] + bool(unit), self._small)
        found = next((e for k in range(start, start + _OWNERS) if (e := self._epochs.at(words, k)) is not None), None)
        if found is None or word_at(words, start - 1) not in self._of:
            return None
        days = DayRange(found[1], found[1] + timedelta(days=last - 1), DayPrecision.WEEK)
        return Reading(days, found[0], 5)

    def _in_clause(self, words: Words, i: int, anchor: date) -> Reading | None:
        """The first time of the clause that follows: "since its pumps were damaged in May"."""
        if words[i] not in self._w.since_clause:
            return None
        for j in range(i + 1, min(i + _CLAUSE, len(words))):
            if not words[j][0].isalnum():
                return None
            opens = words[j] in self._openers or words[j][0].isdigit()
            if opens and words[j] not in self._w.since and (found := self._at(words, j, anchor)) is not None:
                return found
        return None

    def _until(self, words: Words, i: int, anchor: date) -> Reading | None:
        """Up to a day, to come or past: the beginning is open."""
        inner = self._after(words, i, anchor)
        if inner is None or inner.days.end is None:
            return None
        weight = 4 if inner.days.end > anchor else inner.weight
        return Reading(DayRange(None, inner.days.end, DayPrecision.SPAN), inner.after, weight)

    def _weekday(self, words: Words, i: int, anchor: date) -> Reading | None:
        """A weekday; "Saturday, 13 September" is the date that follows."""
        day = self._relative.weekday(words, i, anchor)
        if day is None:
            return None
        dates = (self._calendar.dated(words, j, anchor) for j in range(i + 1, min(i + 3, len(words))))
        return next((found for found in dates if found is not None), day)
