"""The shapes of what is sent to be added or corrected, and of the answers."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from salient.domain.correction import Fault
from salient.domain.report import Wording
from salient.serve.schema import ChangeView, ClaimView

MOST_CHARACTERS = 300_000
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Asking(BaseModel):
    """What is sent; a field that nobody knows is a mistake."""

    model_config = ConfigDict(extra="forbid")


class PreviewAsked(Asking):
    """A `text`, or the `address` of one. `url` is where a text stands that was pasted."""

    text: Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)] | None = None
    address: Annotated[str, Field(max_length=2000)] | None = None
    url: Annotated[str, Field(max_length=2000, pattern="^https?://")] | None = None
    title: Words | None = None
    published: date | None = None
    lang: Name | None = None
    outlet: Name | None = None
    wording: Wording = Wording.VERBATIM


class StoreAsked(Asking):
    """`preview` is the id that a preview was answered with."""

    preview: Name


class CorrectionAsked(Asking):
    """What is wrong with a claim, or with every claim of a `passage` of a report; `given` is what is right."""

    subject: Name
    fault: Fault
    reason: Words
    passage: Annotated[str, Field(min_length=1, max_length=5000)] | None = None
    given: dict[Name, Annotated[str, Field(max_length=200)]] = {}


class ReversalAsked(Asking):
    reason: Words


class SomebodyView(BaseModel):
    """Whose token it is."""

    name: str


class PreviewedClaimView(BaseModel):
    """A claim that would be stored. The quote stands at `start` to `end` of the report's text, in characters (code
    points); `withheld_until` is the day from which on it will be shown."""

    claim: ClaimView
    start: int | None
    end: int | None
    place_id: str | None
    precision: str
    relation: str | None
    lon: float | None
    lat: float | None
    withheld_until: date | None


class DroppedView(BaseModel):
    """A draft that is no claim, and why."""

    stage: str
    reason: str
    quote: str


class PreviewView(BaseModel):
    """What a report yields; nothing is stored. `known`: it was stored before, under this or another name."""

    preview: str
    report: str
    known: bool
    text: str
    title: str | None
    outlet: str | None
    published: date | None
    lang: str | None
    url: str | None
    wording: str
    flags: list[str]
    claims: list[PreviewedClaimView]
    dropped: list[DroppedView]


class StoredView(BaseModel):
    """`fate` is new or duplicate."""

    report: str
    fate: str
    claims: int


class CorrectedClaimView(BaseModel):
    """A claim as it was read, and what a correction changes in it."""

    id: str
    summary: str
    """What was read, in our words: "A took it"."""
    kind: str
    status: str | None
    actor: str | None
    stance: str
    speaker: str | None
    side: str
    place: str | None
    place_id: str | None
    relation: str | None
    start: date | None
    end: date | None
    changes: list[ChangeView]


class ReversalView(BaseModel):
    by: str
    day: date
    reason: str | None


class WithheldView(BaseModel):
    reason: str
    until: date | None


class CorrectionView(BaseModel):
    """One correction: of whose words, what was read, what is right, who says so. What is withheld is null."""

    id: str
    fault: str
    withdraws: bool
    by: str
    day: date
    reason: str | None
    report: str
    outlet: str | None
    published: date | None
    url: str | None
    wording: str
    quote: str | None
    text: str | None
    claims: list[CorrectedClaimView]
    reversal: ReversalView | None
    withheld: WithheldView | None
