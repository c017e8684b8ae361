"""Days as options give them."""

from datetime import date

from salient.domain.errors import UsageError


def read_day(text: str, option: str) -> date:
    """Read YYYY-MM-DD. Raises UsageError naming the option."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option}: {text!r} is no day (YYYY-MM-DD)") from error


def read_two_times(on: str | None, as_of: str | None, today: date) -> tuple[date, date | None]:
    """Read --on and --as-of: the day asked about (default: today), and the day by which things were known, if given."""
    day = today if on is None else read_day(on, "--on")
    return day, None if as_of is None else read_day(as_of, "--as-of")
