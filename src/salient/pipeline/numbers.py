"""Figures that claims name: who has how many, who lost how many, by whom. Side by side, never averaged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from salient.domain.claim import Claim
from salient.domain.kind import Kind
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.export.public import withholding

_KINDS = frozenset({Kind.STRENGTH, Kind.LOSS})


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


def claimed_numbers(claims: Iterable[Claim], theatre: Theatre, today: date) -> list[ClaimedNumber]:
    """List all figures that may be shown on `today`, by place, side, kind and day, so that rivals stand together."""
    found = []
    for claim in claims:
        content, quantity = claim.content, claim.content.quantity
        day = claim.days.end or claim.days.start or claim.citation.published
        if content.kind not in _KINDS or quantity is None or day is None:
            continue
        if withholding(claim, today, theatre) is None:
            figure = quantity.value, quantity.maximum, quantity.unit
            found.append(ClaimedNumber(day, claim.place.name, content.actor, content.kind, *figure, claim))
    return sorted(found, key=lambda n: (n.place or "", n.actor or "", n.kind, n.day, n.claim.id))
