"""Words that say what happened and who says it: a language's tables of events and of speech.

Their rows are written in patterns (salient.text.patterns), which are written out when they are read. Every field is
described in docs/reference/language-packs.md.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeVar

from salient.domain.errors import PackError
from salient.domain.kind import STATUSES, Kind, Stance, Status
from salient.text.patterns import PatternError, expand
from salient.theatre.yaml_file import Shape, read_yaml

SLOTS = frozenset({"side", "place"})
"""What a phrase may ask to stand somewhere, beside words."""

Actor = Literal["subject", "object", "opponent", "slot", "none", "possessor", "other", "after_to", "invader"]
Unnamed = Literal["none", "speaker", "opponent", "home", "foe", "taker", "victim", "shelled", "attacker", "holder"]
Needs = Literal[
    "place",
    "object_place",
    "subject_place",
    "ground",
    "asset",
    "amount_troops",
    "amount_or_people",
    "equipment",
    "craft",
    "by_arms",
    "made",
    "described",
    "adjacent_place",
    "passive_asset",
    "left_place",
    "leaver",
    "massed",
    "moved",
    "prisoners",
    "patient",
    "inside_settlement",
    "told",
    "beaten",
    "dead",
    "distance",
    "way",
    "closing",
    "area",
    "subject_line",
    "goal",
    "source",
]


class EventCue(Shape):
    """Words that say what happened: one row of events.yaml."""

    kind: Kind
    status: Status | None = None
    actor: Actor
    unnamed: Unnamed = "none"
    """Whom it is about where nobody is named: the speaker's own side, his opponent, the home side; `foe` and `shelled`
    whoever attacks the place, `taker` the speaker's side where he belongs to one, else the same; `holder` and `victim`
    whoever is attacked; `attacker` whose attack is named as the cause."""
    needs: Needs | None = None
    beside: Kind | None = None
    """What the same words say as well: a plant that was hit is damaged, and there was a strike."""
    at_once: bool = False
    """Whether it is done as soon as it is seen being done: a flag that is being raised."""
    tried: Kind | None = None
    """What it is where it is only tried: an attempt to advance is a clash."""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class SpeechCue(Shape):
    """Words that join a speaker to a content: one row of speech.yaml."""

    shape: Literal["verb", "source", "noun", "quote"]
    stance: Stance
    weak: bool = False
    cited: bool = False
    """Names the source of somebody else who speaks: "…, X writes with reference to Y"."""
    ahead: bool = False
    """Speaks only of what follows it, never of what stands before."""
    cues: tuple[str, ...]
    opens: tuple[str, ...] = ()
    """For the shape quote: what stands between the speaker and the content ("as saying")."""


class Arms(Shape):
    """Words for arms, and those that join them to an attack: then it is a strike.

    `kinds` are words right before a noun of attack that make it one: "rocket and artillery attacks".
    """

    links: tuple[str, ...]
    words: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    afar: tuple[str, ...] = ()
    """Words of attack that are strikes where works are attacked."""


class EventTables(Shape):
    """What events.yaml holds, patterns written out."""

    groups: Mapping[str, tuple[str, ...]] = {}
    events: tuple[EventCue, ...]
    light: Mapping[Literal["subject", "opponent", "ended"], tuple[str, ...]]
    arms: Arms
    verdicts: Mapping[Stance, tuple[str, ...]]
    falsely: Mapping[Stance, tuple[str, ...]]


class _SpeechFile(Shape):
    groups: Mapping[str, tuple[str, ...]] = {}
    speech: tuple[SpeechCue, ...]


def read_events(path: Path) -> EventTables:
    """Read and check a table of events. Raises PackError for a broken one."""
    tables = read_yaml(path, EventTables)
    for cue in tables.events:
        allowed = STATUSES.get(cue.kind, frozenset())
        if (cue.status is None) == bool(allowed) or (cue.status is not None and cue.status not in allowed):
            raise PackError(str(path), f"{cue.kind} cannot have the status {cue.status}")
    written = Writer(path, tables.groups)
    return tables.model_copy(
        update={
            "events": tuple(written.out(cue, ("verbs", "nouns", "phrases")) for cue in tables.events),
            "light": {whose: written.phrases(verbs) for whose, verbs in tables.light.items()},
            "verdicts": {stance: written.phrases(words) for stance, words in tables.verdicts.items()},
            "groups": {},
        }
    )


def read_speech(path: Path) -> tuple[SpeechCue, ...]:
    """Read and check a table of speech. Raises PackError for a broken one."""
    tables = read_yaml(path, _SpeechFile)
    written = Writer(path, tables.groups)
    return tuple(written.out(cue, ("cues", "opens")) for cue in tables.speech)


S = TypeVar("S", bound=Shape)


class Writer:
    """Writes out the patterns of one file; a broken one is a PackError that names the file."""

    def __init__(self, path: Path, groups: Mapping[str, tuple[str, ...]]) -> None:
        self._path = path
        self._groups = groups

    def phrases(self, patterns: Sequence[str]) -> tuple[str, ...]:
        """The phrases that patterns stand for."""
        try:
            return expand(patterns, self._groups, SLOTS)
        except PatternError as error:
            raise PackError(str(self._path), str(error)) from error

    def out(self, row: S, fields: Sequence[str]) -> S:
        """A row with the patterns of some of its fields written out."""
        return row.model_copy(update={name: self.phrases(getattr(row, name)) for name in fields})
