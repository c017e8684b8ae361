"""Sums of days: the end of a month, so many months before, the week that lies before this one."""

from calendar import monthrange
from datetime import date, timedelta

from salient.domain.days import DayPrecision, DayRange

SATURDAY = 5
UNIT_PRECISION = {
    "hour": DayPrecision.DAY,
    "day": DayPrecision.DAY,
    "week": DayPrecision.WEEK,
    "month": DayPrecision.MONTH,
    "year": DayPrecision.YEAR,
}


def year_of_day(month: int, day: int, anchor: date) -> int:
    """A date without a year is the nearest one, not more than a month ahead."""
    this = date(anchor.year, month, min(day, monthrange(anchor.year, month)[1]))
    return anchor.year - 1 if this > anchor + timedelta(days=31) else anchor.year


def year_of_month(month: int, anchor: date) -> int:
    """A month without a year is this or the last of its name."""
    return anchor.year if month <= anchor.month else anchor.year - 1


def last_weekday(anchor: date, weekday: int) -> date:
    """The last such day up to the anchor; Monday is 0."""
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_shift(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it is shorter."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def back(anchor: date, unit: str, count: float) -> date:
    """The day so many weeks, months, years or days before."""
    if unit == "month":
        return month_shift(anchor, -round(count))
    if unit == "year":
        return month_shift(anchor, -round(12 * count))
    return anchor - timedelta(days=round(count * (7 if unit == "week" else 1)))


def whole(anchor: date, unit: str, shift: int) -> DayRange:
    """The whole week (Monday to Sunday), month, year or day that lies `shift` units from the anchor's own."""
    if unit == "week":
        start = anchor - timedelta(days=anchor.weekday() - 7 * shift)
        end = start + timedelta(days=6)
    elif unit == "month":
        start = month_shift(anchor.replace(day=1), shift)
        end = month_end(start)
    elif unit == "year":
        start = date(anchor.year + shift, 1, 1)
        end = date(anchor.year + shift, 12, 31)
    else:
        start = end = anchor + timedelta(days=shift)
    return DayRange(start, end, UNIT_PRECISION[unit])
