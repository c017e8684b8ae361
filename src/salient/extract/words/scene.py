"""A sentence with its actors and mentions, and one cue of it under examination."""

from dataclasses import dataclass, field

from salient.extract.draft import Ref
from salient.extract.parties.actors import Actor
from salient.extract.places.mention import Mention
from salient.extract.words.entries import Event
from salient.extract.words.sentence import Sentence, Unit
from salient.theatre.cues import EventCue

Tokens = tuple[int, int]
"""Tokens `first:after` of a sentence."""


@dataclass(frozen=True, slots=True)
class AssetMention:
    """Tokens `first:after` name an asset. `places` are indexes into the scene's mentions of where it stands."""

    first: int
    after: int
    places: tuple[int, ...]
    named: bool = False
    """Whether the theatre's pack knows it by this name."""
    resumed: bool = False
    """Whether a pronoun stands for the asset that was spoken of before."""
    supply: bool = False
    """Whether it is what a town is supplied with: power, water, gas."""
    inside: int | None = None
    """The first token of the phrase of the tables that it stands inside of: "set the depot ablaze"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands in a sentence before anybody asks what has happened."""

    sentence: Sentence
    actors: list[Actor]
    mentions: list[Mention]
    assets: list[AssetMention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mood:
    """How a content is put: denied, unconfirmed, merely tried, merely possible."""

    negated: bool = False
    doubted: bool = False
    tried: bool = False
    modal: bool = False
    risked: bool = False
    future: bool = False
    """Told of what will or may be; not of what is planned, tried or about to be."""
    ordered: bool = False
    """Told as an order or a decision: troops that are told to leave do."""
    duty: bool = False
    """Told as something that must be done: people who must leave are told to."""
    failed: bool = False
    """Denied by words for what somebody is no longer able to do."""
    kept: bool = False
    """Told of somebody who is to be kept from it."""


@dataclass(frozen=True, slots=True)
class Found:
    """An event at tokens `first:after`. `clause` is the stretch of tokens that belongs to it."""

    first: int
    after: int
    cue: EventCue
    form: str
    passive: bool
    subject: Actor | None
    object: Actor | None
    slot: Ref | None
    mood: Mood
    places: list[int]
    """Indexes into the scene's mentions."""
    assets: tuple[AssetMention, ...]
    clause: Tokens
    present: bool = False
    """A verb that tells a state in the present stands in the present."""
    progressive: bool = False
    cutting: bool = False
    """Whether a road is being cut, and not cut yet."""
    reversed: bool = False
    """Under a light verb like "repel": the subject is the opponent of who acts."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A unit under examination: its clause begins at `left`; `later` are the cues after it."""

    scene: Scene
    unit: Unit
    left: int
    right: int
    later: list[Unit]
    before: list[Found] = field(default_factory=list)
    """The events found so far."""

    @property
    def sentence(self) -> Sentence:
        return self.scene.sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One event that a cue may be, with its arguments."""

    cue: Cue
    event: Event
    passive: bool
    subject: Actor | None
    object: Actor | None
    places: list[int]
    assets: tuple[AssetMention, ...]
