"""What was gathered, before anybody has read it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Media(StrEnum):
    """How a page's bytes are to be read."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    """One report as an object of the claim contract."""
    MAP = "map"
    """Areas of control, as a file of a geographic format."""


@dataclass(frozen=True, slots=True)
class Capture:
    """What a server gave, when and with which headers: the bytes that stand behind a report.

    `fetched_at` is a UTC instant. `headers` have names in lower case. `body` is without transfer encodings.
    """

    address: str
    fetched_at: datetime
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """What the carrier of an item (a feed, an export, a table) says of it; None where it does not say.

    `published` is a day as the source counts days, or an instant with its time zone.
    """

    published: date | datetime | None = None
    title: str | None = None
    outlet: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class RawPage:
    """The bytes of one item as its source gave them.

    `name` is the input as the user gave it, with the line where one file holds many ("posts.jsonl:12"); `stem` is the
    id of a report that brings none of its own. `capture` is what a server gave, None for what came from none; for an
    item of a feed it is the feed.
    """

    name: str
    stem: str
    media: Media
    body: bytes
    url: str | None = None
    told: Told = field(default_factory=Told)
    capture: Capture | None = None
