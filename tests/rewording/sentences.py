"""Every way of telling an event in every frame: sentences with the claims that they must yield, and whether they do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from salient.domain.claim import Claim
from salient.domain.kind import Stance
from salient.domain.report import Report
from salient.pipeline.reading import Reader
from tests.rewording.tables import OTHER, LackingError, Pointer, Tables, Told, Town, declined

DOUBLED = re.compile(r",([,.;])")
"""What remains of a comma that closes an apposition where the frame sets a sign of its own."""
PUBLISHED = date(2025, 9, 10)

Gist = tuple[str, ...]
"""What a claim says, for comparing: kind, status, actor, stance, side and place, as words."""


@dataclass(frozen=True)
class Sentence:
    """A text and the claims that it must yield; `counts_for` is the kind of its event, or PAIRS where it tells two.
    `rows` are the tables and their rows that made it. Its `parts` tell the events of a pair each alone. `by_anybody`
    leaves open who did it."""

    text: str
    counts_for: str
    rows: tuple[tuple[str, str], ...]
    wanted: tuple[Gist, ...]
    by_anybody: bool = False
    parts: tuple["Sentence", ...] = ()


@dataclass(frozen=True)
class Event:
    """One way of telling an event, of one town pointed at in one way, with the names of its troops filled in."""

    told: Told
    town: Town
    pointer: Pointer
    side: str
    troops: str
    text: str

    @property
    def before(self) -> str:
        """The sentence that must have named the town, with the space behind it."""
        return f"{self.pointer.before.format(town=self.town.name)} " if self.pointer.before else ""

    @property
    def raised(self) -> str:
        return self.text[0].upper() + self.text[1:]

    def gist(self, stance: Stance, speaking: str) -> Gist:
        """What it says when a speaker of this side takes this stance to it."""
        actor = {"force": self.side, "other": OTHER[self.side]}.get(self.told.actor or "")
        return _words(self.told.kind, self.told.status, actor, stance, speaking, self.town.english)


def sentences(tables: Tables) -> Iterator[Sentence]:
    """Each event in each frame, the ways to point at its town and the names of the troops by turns: all rows of two
    tables meet, and all pairs of rows do where there are sentences enough."""
    turn = count()
    for told in tables.told:
        pointers = [pointer for pointer in tables.pointers if can_say(told, pointer, tables)]
        for frame in tables.frames:
            if not frame.fits(told):
                continue
            at = next(turn)
            side = frame.of or told.of or ("RU", "UA")[at % 5 in (1, 3)]
            event = event_of(told, pointers[at % len(pointers)], tables, at, side)
            small, raised = declined(event.text), declined(event.raised)
            yield Sentence(
                finished(event.before + frame.text.format(event=small, Event=raised, deed=small, Deed=raised)),
                told.kind.value,
                (("event", told.text), ("frame", frame.text), ("pointer", event.pointer.label)),
                tuple(event.gist(stance, speaking) for stance, speaking in frame.claims),
                told.actor == "any",
            )


def event_of(told: Told, pointer: Pointer, tables: Tables, turn: int, side: str) -> Event:
    """The event in words, town and names by turns; `side` is the one of its `{force}`. LackingError where the pointer
    has not the form that it asks for."""
    town = tables.towns[turn % len(tables.towns)]
    forces, others = tables.forces[side], tables.forces[OTHER[side]]
    text = told.text.format(
        force=forces[turn % len(forces)],
        other=others[turn % len(others)],
        town=pointer.name(town),
        at=(pointer.at or "").format(town=town.name),
    )
    return Event(told, town, pointer, side, str(forces[turn % len(forces)].nom), text)


def can_say(told: Told, pointer: Pointer, tables: Tables) -> bool:
    """Whether an event can be told of a town that is pointed at so."""
    if "{at}" in told.text and pointer.at is None:
        return False
    try:
        event_of(told, pointer, tables, 0, "RU")
    except LackingError:
        return False
    return True


def finished(text: str) -> str:
    return DOUBLED.sub(r"\1", text)


def gists(reader: Reader, lang: str, text: str) -> list[Gist]:
    """What the claims of a text say."""
    return [_gist(claim) for claim in reader.read(Report("rewording", text, lang, None, PUBLISHED)).claims]


def holds(sentence: Sentence, found: list[Gist]) -> bool:
    """Whether a sentence yields its claims and nothing else."""
    if sentence.by_anybody:
        found = [(kind, status, "", *rest) for kind, status, _, *rest in found]
    return sorted(found) == sorted(sentence.wanted)


def _gist(claim: Claim) -> Gist:
    content, said = claim.content, claim.attribution
    return _words(content.kind, content.status, content.actor, said.stance, said.side, claim.place.name)


def _words(*parts: object) -> Gist:
    return tuple("" if part is None else str(part) for part in parts)
