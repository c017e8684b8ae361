"""One published item by a source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from salient.domain.identity import content_id


class Wording(StrEnum):
    """Whose words a report holds."""

    VERBATIM = "verbatim"
    """The outlet's own."""
    RETOLD = "retold"
    """Somebody restated the report: never set in quotation marks, never offered as a citation of the outlet."""


class DayOrigin(StrEnum):
    """Who says on which day a report was published."""

    USER = "user"
    RECORD = "record"
    META = "metadata"
    CARRIER = "carrier"
    """The feed, sitemap, export or table that the report came in."""
    ADDRESS = "address"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it was published.

    `id` is the name it came with (a file's stem, a given id); `digest` names its content. `published` is the local
    calendar day; a report without one can be read but is known from no day on, so no assessment sees it.
    """

    id: str
    text: str
    lang: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    title: str | None = None
    wording: Wording = Wording.VERBATIM
    boilerplate: tuple[tuple[int, int], ...] = ()
    """Spans of `text` that are no part of what is reported (newsletter boxes, credits): marked, never cut out, so
    that every quote is found in the text as it was given. Found by the clean stage; no part of the content."""
    day_origin: DayOrigin | None = None
    flags: tuple[str, ...] = ()
    """What does not fit, in words ("address says 2023, metadata says 2025"); no part of the content."""

    @property
    def digest(self) -> str:
        """The id of the content: the same page read twice, under whatever name, has one digest."""
        return content_id(
            "report",
            {
                "text": self.text,
                "outlet": self.outlet,
                "published": self.published and self.published.isoformat(),
                "url": self.url,
                "title": self.title,
                "wording": self.wording.value,
            },
        )
