"""Which claim speaks against which: a denial tied to what it denies, two sides that both say they hold a place, and
"it is contested" against "it is ours"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status

HOLDING = frozenset({Status.HOLDS, Status.TOOK})
"""Two words for the same state of the ground: a denial of "took" is one of "holds"."""
REACH = timedelta(days=45)
"""How long an assertion is still what a later denial speaks of; ministries deny within days, analysts within weeks."""


@dataclass(frozen=True, slots=True)
class Against:
    """`claim` speaks against `target`. `direct`: it denies or doubts it, else it asserts what cannot be so as well."""

    claim: str
    target: str
    direct: bool


def pair_up(claims: Sequence[Claim]) -> tuple[Against, ...]:
    """Pair claims about one place; those without a day of publication are left out.

    A denial speaks against the last assertion of the same content by every other side, of the same day at the latest;
    where none is known it stands alone. A counter-assertion speaks against the last one of the other actor before it.
    """
    dated = sorted((claim for claim in claims if claim.citation.published), key=_published)
    return tuple(pair for i, claim in enumerate(dated) for pair in _targets(claim, dated, i))


def _targets(claim: Claim, dated: Sequence[Claim], position: int) -> list[Against]:
    latest: dict[str, Claim] = {}
    direct = claim.attribution.stance is not Stance.ASSERTS
    test = _denies if direct else _contradicts
    # A report may tell a denial before what it denies; of two counter-claims of one day the later answers the earlier.
    for other in takewhile(lambda c: _published(c) <= _published(claim), dated) if direct else dated[:position]:
        if other is not claim and _published(claim) - _published(other) <= REACH and test(claim, other):
            latest[other.attribution.side] = other
    return [Against(claim.id, other.id, direct) for other in latest.values()]


def _denies(claim: Claim, other: Claim) -> bool:
    return (
        other.attribution.stance is Stance.ASSERTS
        and other.attribution.side != claim.attribution.side
        and other.content.kind == claim.content.kind
        and other.content.actor == claim.content.actor
        and _state(other) == _state(claim)
    )


def _contradicts(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.content, other.content
    return (
        mine.kind is Kind.CONTROL is theirs.kind
        and other.attribution.stance is Stance.ASSERTS
        and other.attribution.side != claim.attribution.side
        and theirs.status in HOLDING
        and theirs.actor is not None
        and (
            mine.status is Status.CONTESTED
            or (mine.status in HOLDING and mine.actor is not None and mine.actor != theirs.actor)
        )
    )


def _state(claim: Claim) -> object:
    return HOLDING if claim.content.status in HOLDING else claim.content.status


def _published(claim: Claim) -> date:
    return claim.citation.published or date.min
