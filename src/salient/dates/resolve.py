"""The days of a content: what stands beside it, else what stands beside the speaker, else the report's own day."""

from collections.abc import Sequence
from datetime import date

from salient.dates.words import TimeReader
from salient.domain.days import UNKNOWN_DAYS, DayRange


def resolve_days(
    reader: TimeReader,
    text: str,
    content: Sequence[tuple[int, int]],
    speech: Sequence[tuple[int, int]],
    published: date | None,
) -> DayRange:
    """Read the spans in their order of trust. A report without a date yields unknown days."""
    if published is None:
        return UNKNOWN_DAYS
    for spans in (content, speech):
        for start, end in spans:
            days = reader.read(text[start:end], published)
            if days is not None:
                return days
    return DayRange.single(published)
