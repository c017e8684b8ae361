"""Days as options give them."""

from datetime import date

from salient.domain.errors import UsageError


def read_day(text: str, option: str) -> date:
    """Read YYYY-MM-DD. Raises UsageError naming the option."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option}: {text!r} is no day (YYYY-MM-DD)") from error
