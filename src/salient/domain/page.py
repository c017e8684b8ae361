"""What was gathered, before anybody has read it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Media(StrEnum):
    """How a page's bytes are to be read."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    """One report as an object of the claim contract."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """The bytes of one item as its source gave them.

    `name` is the input as the user gave it, with the line where one file holds many ("posts.jsonl:12"); `stem` is the
    id of a report that brings none of its own. `fetched_at` is a UTC instant, None for what did not come from a server.
    """

    name: str
    stem: str
    media: Media
    body: bytes
    url: str | None = None
    fetched_at: datetime | None = None
