"""Figures that claims name: who has, lost or has trapped how many, by whom. Side by side, never summed or averaged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from salient.domain.claim import Claim
from salient.domain.kind import Kind
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.export.public import withholding
from salient.export.withheld import Withheld

KINDS = frozenset({Kind.STRENGTH, Kind.LOSS, Kind.ENCIRCLEMENT})


@dataclass(frozen=True)
class ClaimedNumber:
    """One figure as one claim has it. `place` None: a total of the whole front. `actor`: whose men or machines."""

    day: date
    place: str | None
    actor: SideId | None
    kind: Kind
    value: float
    maximum: float | None
    unit: str
    claim: Claim


@dataclass(frozen=True)
class ClaimedNumbers:
    """Figures by place, side, kind and day, so that rivals stand together, and the claims that are withheld."""

    shown: tuple[ClaimedNumber, ...]
    withheld: tuple[tuple[Claim, Withheld], ...]


def claimed_numbers(claims: Iterable[Claim], theatre: Theatre, today: date) -> ClaimedNumbers:
    """List all figures that claims of strength, loss and encirclement name, as they may be shown on `today`."""
    shown, withheld = [], []
    for claim in claims:
        content, quantity = claim.content, claim.content.quantity
        day = claim.days.end or claim.days.start or claim.citation.published
        if content.kind not in KINDS or quantity is None or day is None:
            continue
        kept = withholding(claim, today, theatre)
        if kept is None:
            figure = quantity.value, quantity.maximum, quantity.unit
            shown.append(ClaimedNumber(day, claim.place.name, content.actor, content.kind, *figure, claim))
        else:
            withheld.append((claim, kept))
    shown.sort(key=lambda n: (n.place or "", n.actor or "", n.kind, n.day, n.claim.id))
    return ClaimedNumbers(tuple(shown), tuple(withheld))
