"""What extract hands on: spans of a report that together can become a claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from salient.domain.claim import Quantity
from salient.domain.kind import Kind, Stance, Status
from salient.domain.mention import PlaceMention
from salient.domain.side import SideId

Span = tuple[int, int]
"""Characters `start:end` of the report."""


class Whose(StrEnum):
    """An actor that only the speaker or the theatre can tell."""

    SPEAKER = "speaker"
    """ "Our troops": the speaker's side, also the home of one who belongs to none."""
    OPPONENT = "opponent"
    """ "The enemy": the speaker's opponent."""
    HOME = "home"
    """The side on whose ground the war is fought."""
    FOE = "foe"
    """That side's opponent."""
    BELLIGERENT = "belligerent"
    """The speaker's side where he belongs to one."""
    RIVAL = "rival"
    """The opponent of a speaker who belongs to a side."""
    ATTACKER = "attacker"
    """Whoever attacks the place: the report tells it, else whose ground it is."""
    HOLDER = "holder"
    """Whoever is attacked there."""
    VICTIM = "victim"
    """Whoever suffers what is done at the place."""
    STRIKER = "striker"
    """Whoever does it from afar."""
    INVADER = "invader"
    """The opponent of the side whose country the place lies in."""


Ref = SideId | Whose

PARTS = {"attacker": Whose.ATTACKER, "defender": Whose.HOLDER, "invader": Whose.INVADER}
"""Classes of words that tell what part a side plays, which may be either's."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Words that name a speaker. `name` is who, `whole` takes in the office and description around it.

    `again` marks a pronoun: the last speaker goes on. `passing` ones are only told of by somebody else who speaks.
    """

    name: Span
    whole: Span
    again: bool = False
    anonymous: bool = False
    passing: bool = False
    beside: bool = False
    """Only told of in a clause about something: "a town THAT THE CHANNELS have claimed"; he does not go on."""
    met: bool = False
    """Only the subject of a sentence, who says nothing in it."""
    nobody: bool = False
    """Only a verb stands for it: "were REPORTED taken", "was TOLD that"."""
    against: bool = False
    """Takes a stand on what somebody else has told: no word for whoever spoke last means this one."""
    owner: Span | None = None
    """Whose he is, where his own words say only "its": "THE NORTH has left X, ITS ministry said"."""
    hearer: Span | None = None
    """Who is told: a commander is told things by his own side."""

    @property
    def goes_on(self) -> bool:
        """Whether what follows may be his."""
        return not (self.passing or self.beside)


@dataclass(frozen=True, slots=True)
class What:
    """The content of a draft. `actor` are the sides it may be about, the likeliest first; empty for none."""

    kind: Kind
    status: Status | None
    actor: tuple[Ref, ...]
    asset: str | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class When:
    """Words that may tell the time of a content, in lower case: those beside it first, then beside the speaker."""

    content: tuple[Sequence[str], ...] = ()
    speech: tuple[Sequence[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One content at one place by one voice. `place` is an index into the reading's mentions; None is no place."""

    quote: Span
    what: What
    stance: Stance
    voice: Voice | None
    via: tuple[Voice, ...]
    place: int | None
    when: When
    teller: Voice | None = None
    """Whose "our" the actor means, where it is not the voice's own: who told what the voice denies."""
    framed: bool = False
    """Whether the sentence itself says who speaks."""
    inherited: bool = False
    """Whether the place is the one that was spoken of before."""
    around: bool = False
    """Whether the region around the place is meant: "in the region", with no region named."""
    whole: bool = False
    """Whether all of the region that is the place is meant."""
    unnamed: bool = False
    """Whether it is told of settlements that are not named there: "took five villages"."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that look like a claim and lack what makes one."""

    quote: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that one report yields. `voices` stand in the order of the text."""

    drafts: tuple[Draft, ...]
    mentions: tuple[PlaceMention, ...]
    voices: tuple[Voice, ...]
    refusals: tuple[Refusal, ...] = ()
    fights: bool = False
    """Whether the outlet tells in its own voice what "we" do in the war: a soldier's channel."""
