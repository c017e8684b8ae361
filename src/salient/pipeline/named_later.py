"""What is summed up of settlements before a report names them: "took FIVE VILLAGES", then one after the other."""

from collections.abc import Iterable

from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import REGIONS

_LEAST = 2
_GROUND = (Status.TOOK, Status.HOLDS)


def are_named_later(summary: Claim, claims: Iterable[Claim]) -> bool:
    """Whether as many settlements as were summed up are told of by name, from there on: the sum tells nothing else.
    Uncounted ones, "villages in the X REGION", tell the region."""
    amount = summary.content.quantity
    if not _is_of_ground(summary) or _is_settlement(summary) or summary.quote is None:
        return False
    if amount is None and summary.place.name is not None:
        return False
    named = {
        claim.place.name
        for claim in claims
        if claim.quote is not None and claim.quote.start >= summary.quote.start
        if _is_of_ground(claim) and _is_settlement(claim) and _tells_the_same(claim, summary)
    }
    return len(named) >= max(_LEAST, 0 if amount is None else amount.value)


def _is_of_ground(claim: Claim) -> bool:
    asserted = claim.attribution.stance is Stance.ASSERTS
    return asserted and (claim.content.kind is Kind.WITHDRAWAL or claim.content.status in _GROUND)


def _tells_the_same(claim: Claim, summary: Claim) -> bool:
    return claim.content.kind is summary.content.kind and claim.content.actor == summary.content.actor


def _is_settlement(claim: Claim) -> bool:
    return claim.place.name is not None and claim.place.precision not in REGIONS
