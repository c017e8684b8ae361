"""The time line of what is said of a theatre's assets, and what follows from it on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from salient.domain.asset import AssetScope, AssetState, AssetStatus
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status
from salient.domain.theatre import Theatre
from salient.locate.assets import AssetFinder
from salient.theatre.asset_words import load_asset_words


def asset_timeline(theatre: Theatre, claims: Iterable[Claim]) -> Sequence[AssetStatus]:
    """All that dated claims say of the theatre's assets, denials and doubts too, in the order of the days meant."""
    finder = AssetFinder(theatre.assets, load_asset_words())
    found = []
    for claim in claims:
        status, day = claim.content.status, _surely_from(claim)
        if claim.content.kind is not Kind.ASSET or status is None or day is None:
            continue
        attached = finder.find(claim)
        if attached is not None:
            stance, days = claim.attribution.stance, claim.days
            found.append(AssetStatus(attached.asset.id, day, status, claim.id, attached.scope, stance, days))
    return sorted(found, key=lambda said: (said.day, said.claim))


def asset_statuses(theatre: Theatre, claims: Iterable[Claim]) -> Sequence[AssetStatus]:
    """What dated claims assert of the theatre's assets, in the order of the days meant."""
    return [said for said in asset_timeline(theatre, claims) if said.stance is Stance.ASSERTS]


def state_on(statuses: Iterable[AssetStatus], asset: str, day: date) -> AssetState:
    """What was last asserted of the whole asset by `day`. What is said of parts does not change the whole.

    An evacuation goes on beside whatever else the asset does, until it is said to operate again.
    """
    status = since = evacuating = None
    claims: list[str] = []
    for said in statuses:
        if said.asset != asset or said.day > day:
            continue
        if said.scope is not AssetScope.WHOLE or said.stance is not Stance.ASSERTS:
            continue
        if said.status is Status.EVACUATING:
            evacuating = evacuating or said.day
            claims.append(said.claim)
            continue
        if said.status is not status:
            status, since, claims = said.status, said.day, []
            if status is Status.OPERATING:
                evacuating = None
        claims.append(said.claim)
    return AssetState(status, since, evacuating, tuple(claims))


def _surely_from(claim: Claim) -> date | None:
    """A range of days that is said to hold something ends before it is published, or on that day."""
    days = [day for day in (claim.days.end or claim.days.start, claim.citation.published) if day is not None]
    return min(days, default=None)
