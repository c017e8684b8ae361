"""Frames of events: what a predicate of some class means beside arguments of some types.

A language's frames.yaml lists classes of predicates, prepositions by the role they give to what follows them, and rows
that say which class with which arguments is which event. Every field is described in
docs/reference/language-packs.md.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from salient.domain.errors import PackError
from salient.domain.kind import STATUSES
from salient.theatre.cues import EventCue
from salient.theatre.yaml_file import Shape, read_yaml

Role = Literal["goal", "source", "site", "under", "subject", "object", "other"]
"""What a place is to a predicate, by its preposition or by standing without one."""
Governed = Literal["goal", "source", "site", "under", "of", "other"]
"""What a preposition makes of what follows it."""
Type = Literal[
    "party",
    "forces",
    "people",
    "arms",
    "figure",
    "place",
    "asset",
    "part",
    "toll",
    "line",
    "length",
    "many",
    "formation",
    "evacuee",
    "machine",
    "heads",
    "share",
    "goods",
    "way",
    "rear",
    "ground",
    "portion",
    "matter",
    "manner",
    "hands",
    "grip",
    "flag",
    "building",
    "ahead",
    "blow",
    "few",
    "fresh",
    "supplies",
    "others",
    "success",
]
"""What a noun phrase speaks of."""


class EventFrame(Shape):
    """One row: predicates of the classes `of`, with these arguments, tell `cue`."""

    cue: EventCue
    of: tuple[str, ...] = ()
    """None where the noun phrase tells it by itself, whatever the verb: "forty dead in X"."""
    by: tuple[Type, ...] = ()
    """Types of which the subject must be one; none where anything will do."""
    to: tuple[Type, ...] = ()
    """Types of which the object must be one."""
    alone: bool = False
    """Whether nothing may be its object."""
    counted: bool = False
    """Whether a figure must stand with the subject or the object that was asked for."""
    marked: tuple[Type, ...] = ()
    """Types of which subject or object must have one as well: "FRESH units have arrived"."""
    at: tuple[Role, ...] = ()
    """Roles of which the place must have one; none where no place need be named."""
    within: bool = False
    """Whether the place, or a part of it, must follow at once after "in": "are still IN X", not "near X"."""
    not_at: tuple[Role, ...] = ()
    """Roles that no place may have."""
    into: tuple[Type, ...] = ()
    """Types of which what follows a preposition of direction must have one: "to RESERVE lines". An actor of `slot` is
    whose it is: "into NORTHERN hands"."""
    led: tuple[Role, ...] = ("goal",)
    """Roles of which what `into` asks for must have one."""
    then: tuple[str, ...] = ()
    """Classes of which an infinitive must follow: "told families to LEAVE"."""
    spoken: bool = False
    """Whether it is told of the place spoken of where none stands in one of these roles."""
    left: bool = False
    """Whether it is told of the place that somebody leaves: the source, else where he was; never the goal."""
    state: bool = False
    """Whether the predicate is no verb but stands after "be": "is out"."""
    turned: bool = False
    """Whether the subject may stand after the verb: "around X stand 4,000 men"."""
    denied: bool = False
    """Whether it must be told as not done: "supplies no longer reach X"; it is told without the no."""
    lasting: bool = False
    """Whether it must be told as under way, as going on, or as not done: "still loads ships", "takes no patients"."""
    in_works: bool = False
    """Whether works must stand in its clause: "no ship has docked at the PORT"."""


class EventFrames(Shape):
    """All of a frames.yaml."""

    prepositions: Mapping[Governed, tuple[str, ...]] = {}
    """Role -> prepositions; one that stands in several roles has the one that the case after it tells."""
    existential: frozenset[str] = frozenset()
    """Words that only say that there is something: "there are …"."""
    there: frozenset[str] = frozenset()
    """Words that stand for a place that has been named, without a preposition."""
    away: frozenset[str] = frozenset()
    """Particles that stand for the place that is left where none is named: "were moved out"."""
    ahead: frozenset[str] = frozenset()
    """Particles that only say that it goes on where it went: "moved forward"."""
    persons: frozenset[str] = frozenset()
    """Pronouns of somebody alone, whose leaving is no withdrawal."""
    vague: frozenset[str] = frozenset()
    """Prepositions that only make a figure vague: "over 300"."""
    habitual: frozenset[str] = frozenset()
    """Words before "to" and a verb that tell a habit of the past: "used to drive"."""
    lasting: frozenset[str] = frozenset()
    """Words that say that something goes on: "still", "again"."""
    classes: Mapping[str, tuple[str, ...]] = {}
    types: Mapping[Type, tuple[str, ...]] = {}
    """Nouns of a type, beside those that other tables give it."""
    frames: tuple[EventFrame, ...] = ()


def read_frames(path: Path) -> EventFrames:
    """Read and check a table of frames; a language need not have one. Raises PackError for a broken one."""
    if not path.exists():
        return EventFrames()
    tables = read_yaml(path, EventFrames)
    for frame in tables.frames:
        allowed = STATUSES.get(frame.cue.kind, frozenset())
        if (frame.cue.status is None) == bool(allowed) or (frame.cue.status and frame.cue.status not in allowed):
            raise PackError(str(path), f"{frame.cue.kind} cannot have the status {frame.cue.status}")
        if odd := sorted({*frame.of, *frame.then} - set(tables.classes)):
            raise PackError(str(path), f"{odd[0]}: no such class of predicates")
    return tables
