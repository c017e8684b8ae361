"""One sentence with everything that the tables know of its words."""

from dataclasses import dataclass, field
from typing import Any

from salient.domain.kind import Stance
from salient.extract.lexicon import Entry, Event, SideWord, Speech
from salient.text.sentences import Stretch
from salient.text.tokens import Token

_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Unit:
    """Tokens `first:after` are one phrase of the tables; `names` are its classes."""

    first: int
    after: int
    entries: tuple[Entry, ...]
    names: frozenset[str]

    def value(self, name: str) -> Any:
        return next((entry.value for entry in self.entries if entry.name == name), None)

    def values(self, name: str) -> list[Any]:
        return [entry.value for entry in self.entries if entry.name == name]


@dataclass(slots=True)
class Sentence:
    """Tokens and units of `text[start:end]`. `unit_at[i]` is the unit that covers token i, or None."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    sides: dict[int, tuple[int, SideWord]]
    """First token -> (after, what): words that name a side."""
    voices: dict[int, tuple[int, str]]
    """First token -> (after, name): speakers and outlets that the pack knows."""
    places: dict[int, int]
    """First token -> after: names that the gazetteer or a pattern gives."""
    units: list[Unit]
    unit_at: list[Unit | None] = field(default_factory=list)
    quoted: tuple[Stretch, ...] = ()
    region_words: frozenset[str] = frozenset()
    definite_words: frozenset[str] = frozenset()
    named: frozenset[int] = frozenset()
    """Tokens inside names of known voices and groups: no places."""

    def classes(self, i: int) -> frozenset[str]:
        unit = self.unit_at[i] if 0 <= i < len(self.unit_at) else None
        return unit.names if unit else _NONE

    def is_(self, i: int, *names: str) -> bool:
        mine = self.classes(i)
        return any(name in mine for name in names)

    def sign(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def span(self, first: int, after: int) -> tuple[int, int]:
        return self.tokens[first].start, self.tokens[after - 1].end

    def words(self, first: int, after: int) -> str:
        start, end = self.span(first, after)
        return self.text[start:end]

    def in_quotes(self, i: int) -> bool:
        at = self.tokens[i].start
        return any(stretch.start <= at < stretch.end for stretch in self.quoted)


def speech_of(unit: Unit) -> Speech | None:
    """The cue of speech that a unit is, the strongest stance first."""
    cues: list[Speech] = unit.values("speech")
    if not cues:
        return None
    return next((cue for cue in cues if cue.stance is not Stance.ASSERTS), cues[0])


def events_of(unit: Unit) -> list[Event]:
    return unit.values("event")
