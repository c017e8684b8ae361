"""Days told from the day of the report: "last month", "two weeks ago", "for three days", "on Friday", "overnight"."""

from datetime import date, timedelta

from salient.dates.calendar import SATURDAY, UNIT_PRECISION, back, last_weekday, whole
from salient.dates.reading import Phrases, Reading, Words, past, word_at
from salient.domain.days import DayPrecision, DayRange
from salient.theatre.language_tables import TimeWords

_RECENT_DAYS = {"hour": 1, "day": 1, "week": 21, "month": 90, "year": 730}
"""What "recent" means for each unit: "in recent weeks" is the three weeks before."""


class RelativeReader:
    """Reads times that lie a stretch before the day of the report."""

    def __init__(self, words: TimeWords) -> None:
        self._w = words
        self._days = Phrases(words.days)
        self._days_back = Phrases(words.days_back)
        self._more_than = Phrases(dict.fromkeys(words.more_than, True))
        self._before_length = frozenset((*words.fillers, *words.about, *words.last))
        self._inside_over = frozenset((*words.fillers, *words.recent_one))
        self.openers = self._days.first_words | self._days_back.first_words
        """Words that a phrase of days may begin with."""

    def read(self, words: Words, i: int, anchor: date) -> Reading | None:
        """What begins at word i; named days and weekdays have their turn later (`weekday`, `named`)."""
        word, following = words[i], word_at(words, i + 1)
        unit = self._w.units.get(following)
        if word in self._w.recent and unit is not None:
            start = anchor - timedelta(days=_RECENT_DAYS[unit] - (unit == "day"))
            return Reading(DayRange(start, anchor, DayPrecision.SPAN), i + 2, 3)
        if word in self._w.last:
            return self._last(words, i, anchor)
        if word in self._w.recent_one and (found := self._up_to_now(words, i, anchor)) is not None:
            return found
        if word in self._w.this and unit is not None:
            days = whole(anchor, unit, 0)
            return Reading(DayRange(days.start, anchor, days.precision), i + 2, 3)
        return self._ago(words, i, anchor)

    def weekday(self, words: Words, i: int, anchor: date) -> Reading | None:
        day = self._w.weekdays.get(words[i])
        return None if day is None else Reading(DayRange.single(last_weekday(anchor, day)), i + 1, 5)

    def named(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "Yesterday", "overnight", "in the past day"."""
        if (found := self._days_back.at(words, i)) is not None:
            start = anchor - timedelta(days=found[1])
            return Reading(DayRange(start, anchor, DayPrecision.SPAN), found[0], 3)
        if (found := self._days.at(words, i)) is not None:
            return Reading(DayRange.single(anchor + timedelta(days=found[1])), found[0], 3)
        return None

    def lasting(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "For three days", "for more than a month", "for weeks"."""
        if words[i] not in self._w.lasting:
            return None
        j = past(words, i + 1, self._before_length)
        if word_at(words, j) in self._w.plural_units:
            return Reading(DayRange(None, anchor, DayPrecision.SPAN), j + 1, 2)
        count, unit = self._number(word_at(words, j)), self._w.units.get(word_at(words, j + 1))
        if not count or unit is None:
            return None
        start = anchor - timedelta(days=max(0, round(count) - 1)) if unit == "day" else back(anchor, unit, count)
        return Reading(DayRange(start, anchor, DayPrecision.SPAN), j + 2, 4)

    def in_a_row(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "A third day", "five days running", "several days in a row": up to the day of the report."""
        unit = self._w.units.get(word_at(words, i + 1))
        if unit is None or unit == "hour":
            return None
        row = word_at(words, i + 2) in self._w.in_a_row
        count = self._w.ordinals.get(words[i])
        start: date | None
        if count is not None and (row or word_at(words, i - 1) not in self._w.counted_from):
            start = back(anchor, unit, count - 1)
        elif row and words[i] in self._w.several:
            start = None
        elif row and (number := self._number(words[i])) is not None:
            start = back(anchor, unit, number) + timedelta(days=unit in ("day", "week"))
        else:
            return None
        return Reading(DayRange(start, anchor, DayPrecision.SPAN), i + 2 + row, 4)

    def over(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "During three days", "over a week", "within the last two weeks": up to the day of the report."""
        return self._up_to_now(words, i + 1, anchor) if words[i] in self._w.over else None

    def _up_to_now(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "Three days", "the past week"; a unit by itself needs a word that tells which."""
        j = past(words, i, self._inside_over)
        recent = any(word in self._w.recent_one for word in words[i:j])
        count = self._number(word_at(words, j))
        j += count is not None
        unit = self._w.units.get(word_at(words, j))
        if unit is None or unit == "hour" or word_at(words, j + 1) in self._w.of:
            return None
        if count is None and not recent and (unit == "day" or self._w.fillers):
            return None
        if unit == "day" and (count or 1) == 1:
            return None
        start = back(anchor, unit, count or 1) + timedelta(days=unit in ("day", "week"))
        return Reading(DayRange(start, anchor, DayPrecision.SPAN), j + 1, 4)

    def weekend(self, words: Words, i: int, anchor: date) -> Reading | None:
        """Saturday and Sunday, the last that have begun by the day of the report."""
        if words[i] not in self._w.weekend:
            return None
        first = last_weekday(anchor, SATURDAY)
        return Reading(DayRange(first, min(first + timedelta(days=1), anchor), DayPrecision.SPAN), i + 1, 5)

    def _last(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "Last month", "last Friday", "the last two weeks"."""
        following = word_at(words, i + 1)
        if (unit := self._w.units.get(following)) is not None:
            return Reading(whole(anchor, unit, -1), i + 2, 4)
        if (day := self._w.weekdays.get(following)) is not None:
            return Reading(DayRange.single(last_weekday(anchor, day)), i + 2, 5)
        count, unit = self._number(following), self._w.units.get(word_at(words, i + 2))
        if count is None or unit is None:
            return None
        start = anchor - timedelta(days=1) if unit == "hour" else back(anchor, unit, count)
        return Reading(DayRange(start, anchor, DayPrecision.SPAN), i + 3, 3)

    def _ago(self, words: Words, i: int, anchor: date) -> Reading | None:
        """ "Two weeks ago", "more than a year ago"; "a week ago" where a language has no article."""
        alone = words[i] in self._w.units and word_at(words, i + 1) in self._w.ago
        at = i - alone
        count = 1.0 if alone else self._number(words[i])
        unit = self._w.units.get(word_at(words, at + 1))
        if count is None or unit is None or word_at(words, at + 2) not in self._w.ago:
            return None
        day = anchor if unit == "hour" else back(anchor, unit, count)
        if self._more_than.before(words, i):
            days = DayRange(None, day, DayPrecision.SPAN)
        elif unit in ("month", "year"):
            days = whole(day, unit, 0)
        else:
            days = DayRange(day, day, UNIT_PRECISION[unit])
        return Reading(days, at + 3, 4)

    def _number(self, word: str) -> float | None:
        if word.isdigit() and len(word) <= 3:
            return float(word)
        return self._w.numbers.get(word)
