"""Every way of telling an event in every frame: sentences with the claims that they must yield, and whether they do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from salient.domain.claim import Claim
from salient.domain.report import Report
from salient.pipeline.reading import Reader
from tests.rewording.tables import OTHER, Frame, LackingError, Pointer, Tables, Told, declined

DOUBLED = re.compile(r",([,.])")
"""What remains of a comma that closes an apposition where the frame sets a sign of its own."""
PUBLISHED = date(2025, 9, 10)

Gist = tuple[str, ...]
"""What a claim says, for comparing: kind, status, actor, stance, side and place, as words."""


@dataclass(frozen=True)
class Sentence:
    """A text of one event, the rows that made it, and the claims that it must yield."""

    text: str
    told: Told
    frame: Frame
    pointer: Pointer
    wanted: tuple[Gist, ...]


def sentences(tables: Tables) -> Iterator[Sentence]:
    """Each event in each frame, the ways to point at its town and the names of the troops by turns: all rows of two
    tables meet, and all pairs of rows do where there are sentences enough."""
    turn = count()
    for told in tables.told:
        pointers = [pointer for pointer in tables.pointers if _can_say(told, pointer, tables)]
        frames = [frame for frame in tables.frames if frame.fits(told)]
        for frame in frames:
            at = next(turn)
            yield _sentence(tables, told, frame, pointers[at % len(pointers)], at)


def gists(reader: Reader, lang: str, text: str) -> list[Gist]:
    """What the claims of a text say."""
    return [_gist(claim) for claim in reader.read(Report("rewording", text, lang, None, PUBLISHED)).claims]


def holds(sentence: Sentence, found: list[Gist]) -> bool:
    """Whether a sentence yields its claims and nothing else."""
    if sentence.told.actor == "any":
        found = [(kind, status, "", *rest) for kind, status, _, *rest in found]
    return sorted(found) == sorted(sentence.wanted)


def _can_say(told: Told, pointer: Pointer, tables: Tables) -> bool:
    if "{at}" in told.text and pointer.at is None:
        return False
    try:
        _filled(told, pointer, tables, 0, "RU")
    except LackingError:
        return False
    return True


def _filled(told: Told, pointer: Pointer, tables: Tables, turn: int, side: str) -> str:
    """The event in words; `side` is the one of its `{force}`."""
    town = tables.towns[turn % len(tables.towns)]
    forces, others = tables.forces[side], tables.forces[OTHER[side]]
    return told.text.format(
        force=forces[turn % len(forces)],
        other=others[turn % len(others)],
        town=pointer.name(town),
        at=(pointer.at or "").format(town=town.name),
    )


def _sentence(tables: Tables, told: Told, frame: Frame, pointer: Pointer, turn: int) -> Sentence:
    town = tables.towns[turn % len(tables.towns)]
    side = frame.of or told.of or ("RU", "UA")[turn % 5 in (1, 3)]
    event = _filled(told, pointer, tables, turn, side)
    small, raised = declined(event), declined(event[0].upper() + event[1:])
    text = DOUBLED.sub(r"\1", frame.text.format(event=small, Event=raised, deed=small, Deed=raised))
    before = f"{pointer.before.format(town=town.name)} " if pointer.before else ""
    actor = {"force": side, "other": OTHER[side]}.get(told.actor or "")
    wanted = tuple(
        _words(told.kind, told.status, actor, stance, speaking, town.english) for stance, speaking in frame.claims
    )
    return Sentence(before + text, told, frame, pointer, wanted)


def _gist(claim: Claim) -> Gist:
    content, said = claim.content, claim.attribution
    return _words(content.kind, content.status, content.actor, said.stance, said.side, claim.place.name)


def _words(*parts: object) -> Gist:
    return tuple("" if part is None else str(part) for part in parts)
