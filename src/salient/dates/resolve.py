"""The days of a content: what stands beside it, else what stands beside the speaker, else the report's own day."""

from collections.abc import Sequence
from datetime import date

from salient.dates.words import TimeReader
from salient.domain.days import UNKNOWN_DAYS, DayRange


def resolve_days(
    reader: TimeReader,
    content: Sequence[Sequence[str]],
    speech: Sequence[Sequence[str]],
    published: date | None,
    *,
    ahead: bool = False,
) -> DayRange:
    """Read stretches of words in their order of trust. A report without a date yields unknown days.

    `ahead`: what is told is still to come, so that a deadline comes before all else.
    """
    if published is None:
        return UNKNOWN_DAYS
    for words in (*content, *speech):
        days = (reader.deadline(words, published) if ahead else None) or reader.read(words, published)
        if days is not None:
            return days
    return DayRange.single(published)
