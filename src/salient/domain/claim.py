"""One attributed, located, dated proposition found at one span of one report."""

from dataclasses import dataclass
from datetime import date

from salient.domain.correction import Correction
from salient.domain.days import DayRange
from salient.domain.identity import content_id
from salient.domain.kind import Kind, Stance, Status, check_status
from salient.domain.place import PlaceMatch
from salient.domain.report import Report, Wording
from salient.domain.side import SideId


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim was published: what a claims file needs to stand alone."""

    report: str
    published: date | None
    outlet: str | None = None
    url: str | None = None
    wording: Wording = Wording.VERBATIM
    origin: str | None = None
    """The report that the text was first told in, by digest; None where it was not worked out. Derived: no part of what
    names a claim."""

    @classmethod
    def of(cls, report: Report) -> "Citation":
        return cls(report.id, report.published, report.outlet, report.url, report.wording)


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a report and where they stand: `text == report.text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that a claim names; a range has `maximum`."""

    value: float
    unit: str
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What is said to be so. `actor` is the belligerent the claim is about, None where none is or both are.

    Raises ValueError for a status that the kind does not know, or a kind left without the status it needs.
    """

    kind: Kind
    status: Status | None = None
    actor: SideId | None = None
    asset: str | None = None
    quantity: Quantity | None = None

    def __post_init__(self) -> None:
        check_status(self.kind, self.status)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, for which side, and what they do with the content.

    `speaker` is as written, None for the outlet's own voice; `via` are the carriers, nearest to the speaker first.
    `speaker_id` is the pack's id where the pack knows the speaker, else None.
    """

    speaker: str | None
    side: SideId
    stance: Stance
    via: tuple[str, ...] = ()
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Each part is the answer of one stage. A claim from a ledger has no quote."""

    citation: Citation
    quote: Quote | None
    content: Content
    attribution: Attribution
    place: PlaceMatch
    days: DayRange
    corrections: tuple[Correction, ...] = ()
    """What was corrected in it, first made first."""
    as_read: "Claim | None" = None
    """What it was before it was corrected; None where nothing was."""

    @property
    def id(self) -> str:
        """Named by what was said, where and by whom.

        Coordinates and candidates stay out: a better gazetteer must not make a second claim of the same words. A
        correction does not rename a claim: what cites it still finds it.
        """
        if self.as_read is not None:
            return self.as_read.id
        return content_id(
            "claim",
            {
                "report": self.citation.report,
                "published": self.citation.published and self.citation.published.isoformat(),
                "outlet": self.citation.outlet,
                "span": self.quote and [self.quote.text, self.quote.start, self.quote.end],
                "content": [
                    self.content.kind,
                    self.content.status,
                    self.content.actor,
                    self.content.asset,
                    self.content.quantity and [self.content.quantity.value, self.content.quantity.maximum],
                ],
                "attribution": [
                    self.attribution.speaker,
                    self.attribution.side,
                    self.attribution.stance,
                    list(self.attribution.via),
                ],
                "place": self.place.name,
                "days": [day and day.isoformat() for day in (self.days.start, self.days.end)],
            },
        )
