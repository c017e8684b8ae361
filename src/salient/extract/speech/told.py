"""What has been told in a report so far, and which of it somebody means who only reacts: "Kyiv denied it"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from salient.domain.kind import Kind, Stance, Status
from salient.domain.side import SideId
from salient.extract.draft import Draft, Voice
from salient.extract.words.sentence import Sentence

BACK = 2
"""Sentences that told something, as far back as a reaction reaches."""
KEPT = 6
"""Sentences that told something, as far back as the words of a side are looked for."""
DENIABLE = (Kind.CONTROL, Kind.ADVANCE, Kind.ENCIRCLEMENT, Kind.CLASH, Kind.ASSET, Kind.WITHDRAWAL)
"""Kinds whose opposite is a claim too."""
_JUDGED = (Kind.CONTROL, Kind.ADVANCE, Kind.ENCIRCLEMENT)
"""What a bare doubt is about: who holds what. Nobody doubts retreats, fights and works in general."""
_CHANGES = (Status.TOOK, Status.LOST)
"""That ground changed hands is what a claim is, to whoever judges several things told at once."""
_FIGURES = (Kind.LOSS, Kind.STRENGTH, Kind.STRIKE)
"""What it is about where the sentence before tells nothing else."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """Words of tokens `first:after` by which somebody takes a stand on what was told, without telling it again."""

    voice: Voice | None
    stance: Stance
    first: int
    after: int
    side: SideId | None = None
    """The side that the words for the speaker name."""
    last: Voice | None = None
    """Who spoke before: whom a pronoun means."""
    of: SideId | None = None
    """The side whose words are meant: "the Northern report"."""
    several: bool = False
    """Whether what several speakers told is meant: "neither account"."""
    by: str | None = None
    """The name of the one whose words are meant: "SMITH's statement"."""
    named: bool = False
    """Whether a noun names what is meant, "the battlefield CLAIMS", which reaches farther back than "it" does."""
    figures: bool = False
    """Whether that noun means how many were told of: "those FIGURES"."""


@dataclass(slots=True)
class Told:
    """The claims of the sentences that made any, in order."""

    groups: list[list[Draft]] = field(default_factory=list)
    sides: dict[Voice, SideId] = field(default_factory=dict)
    """The side that the words for a speaker name."""

    def note(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """Keep what a sentence told."""
        self.groups = [*self.groups[1 - KEPT :], drafts]
        for voice in {draft.voice for draft in drafts}:
            if (side := side_of(sentence, voice)) is not None and voice is not None:
                self.sides.setdefault(voice, side)

    def meant(self, sentence: Sentence, reaction: Reaction) -> list[Draft]:
        """What was told last by anybody but who reacts, where it is something to react to."""
        if reaction.by is not None and (told := self._by_name(sentence, reaction)):
            return told
        if reaction.of is not None and (told := self._by_side(reaction)):
            return told
        if reaction.several and (told := self._by_each(reaction)):
            return told
        if reaction.figures and (counted := self._counted()):
            return counted
        others = [
            [d for d in group if d.voice is None or not _is_same(sentence, d.voice, reaction)] for group in self.groups
        ]
        doubted = reaction.named and reaction.stance is Stance.DOUBTS
        if doubted and (claimed := next((told for group in reversed(others) if (told := self._claimed(group))), [])):
            return claimed
        for group in reversed(others if reaction.named else others[-BACK:]):
            if any(_is_judged(draft, reaction) for draft in group):
                return judged(reaction, group)
        return [] if reaction.several else judged(reaction, self.groups[-1] if self.groups else ())

    def _claimed(self, group: list[Draft]) -> list[Draft]:
        """What of a sentence a side claims for itself: that ground changed hands."""
        return [
            draft
            for draft in group
            if draft.voice is not None
            and draft.voice in self.sides
            and draft.stance is Stance.ASSERTS
            and _changes(draft)
        ]

    def _counted(self) -> list[Draft]:
        """The losses or troops that were counted last."""
        for group in reversed(self.groups):
            if counted := [d for d in group if d.what.quantity is not None and d.what.kind in _FIGURES]:
                return [draft for draft in counted if draft.stance is Stance.ASSERTS]
        return []

    def _by_side(self, reaction: Reaction) -> list[Draft]:
        """What the side told last whose words are meant."""
        for group in reversed(self.groups):
            own = [draft for draft in group if draft.voice is not None and self.sides.get(draft.voice) == reaction.of]
            if told := [draft for draft in own if _is_judged(draft, reaction)]:
                return told
        return []

    def _by_name(self, sentence: Sentence, reaction: Reaction) -> list[Draft]:
        """What somebody told last who is called by that name."""
        for group in reversed(self.groups):
            named = ((d, d.voice.name) for d in group if d.voice is not None)
            own = [d for d, name in named if sentence.text[slice(*name)].endswith(reaction.by or "")]
            if told := judged(reaction, own):
                return told
        return []

    def _by_each(self, reaction: Reaction) -> list[Draft]:
        """What each of the last speakers told."""
        recent = list(chain.from_iterable(self.groups[-BACK:]))
        by_many = len({draft.voice for draft in recent}) > 1
        told = recent if by_many or not self.groups else self.groups[-1]
        return [draft for draft in told if _is_judged(draft, reaction)]


def side_of(sentence: Sentence, voice: Voice | None) -> SideId | None:
    """The side that the words for a speaker name first."""
    if voice is None:
        return None
    named = (k for k in sorted(sentence.sides) if voice.whole[0] <= sentence.spans[k][0] < voice.whole[1])
    return next((sentence.sides[k][1].side for k in named), None)


def judged(reaction: Reaction, told: Sequence[Draft]) -> list[Draft]:
    """The claims that a reaction may be to: of places and works, else the figures told in their stead."""
    fitting = [draft for draft in told if _is_judged(draft, reaction)]
    if fitting:
        sided = [draft for draft in fitting if draft.what.actor or draft.what.kind is not Kind.CLASH]
        return [draft for draft in fitting if _changes(draft)] or sided or fitting
    return [draft for draft in told if draft.stance is Stance.ASSERTS and draft.what.kind in _FIGURES]


def told_by_others(drafts: Iterable[Draft], voice: Voice | None) -> list[Draft]:
    """What a sentence itself tells before somebody else judges it: "X claims to hold Y, though Z cannot confirm it"."""
    return [draft for draft in drafts if draft.voice is not None and draft.voice != voice]


def _is_judged(draft: Draft, reaction: Reaction) -> bool:
    kinds = _JUDGED if reaction.stance is Stance.DOUBTS else DENIABLE
    own = reaction.stance is Stance.DENIES and reaction.side is not None and _favours(draft, reaction.side)
    return draft.stance is Stance.ASSERTS and draft.what.kind in kinds and not own


def _changes(draft: Draft) -> bool:
    """Whether ground is told of as having changed hands."""
    return draft.what.kind is Kind.CONTROL and draft.what.status in _CHANGES


def _favours(draft: Draft, side: SideId) -> bool:
    """Whether a claim is good news for a side, which it will not deny."""
    good = draft.what.kind in (Kind.CONTROL, Kind.ADVANCE) and draft.what.status not in (Status.LOST, Status.CONTESTED)
    return side in draft.what.actor[:1] if good else False


def _is_same(sentence: Sentence, one: Voice, reaction: Reaction) -> bool:
    """Whether who told it is who reacts to it."""
    other = reaction.voice
    if other is not None and other.again:
        other = reaction.last
    return other is not None and sentence.text[slice(*one.name)] == sentence.text[slice(*other.name)]
