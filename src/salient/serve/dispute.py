"""Who claims a place and who speaks against it: the contradiction that a verdict names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status
from salient.domain.theatre import Theatre
from salient.serve.pairing import pair_up

LIVE = timedelta(days=45)
"""For so long after it was spoken a contradiction stands in the verdict; later it stands among the claims only."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims of one side that somebody holds a place, and those that speak against them; both oldest first."""

    claimed: tuple[Claim, ...]
    against: tuple[Claim, ...]

    @property
    def is_taking(self) -> bool:
        """Whether the place is said to have been taken: by those who claim it, or in what is denied of them."""
        denied = (claim for claim in self.against if claim.attribution.stance is not Stance.ASSERTS)
        return any(claim.content.status is Status.TOOK for claim in (*self.claimed, *denied))

    @property
    def answers(self) -> tuple[Claim, ...]:
        """Those that a sentence can name together: plain denials where there are any, of the side that spoke last."""
        denials = [claim for claim in self.against if claim.attribution.stance is Stance.DENIES]
        told = denials or self.against
        return tuple(claim for claim in told if claim.attribution.side == told[-1].attribution.side)

    @property
    def verb(self) -> str:
        stances = {claim.attribution.stance for claim in self.answers}
        if Stance.DENIES in stances:
            return "denied"
        return "doubted" if stances == {Stance.DOUBTS} else "contradicted"


def find_dispute(theatre: Theatre, claims: Sequence[Claim], day: date) -> Dispute | None:
    """The last live contradiction of a belligerent's claim of control, with all that speak against it.

    A plain denial stands above a counter-claim.
    """
    by_id = {claim.id: claim for claim in claims}
    pairs = [(by_id[pair.target], by_id[pair.claim], pair.direct) for pair in pair_up(claims)]
    live = [pair for pair in pairs if _is_live(theatre, *pair[:2], day)]
    if not live:
        return None
    denied = [pair for pair in live if pair[2]]
    last = _who_and_whom((denied or live)[-1][0])
    of_last = [(target, against) for target, against, _ in live if _who_and_whom(target) == last]
    return Dispute(_once(target for target, _ in of_last), _once(against for _, against in of_last))


def _is_live(theatre: Theatre, target: Claim, against: Claim, day: date) -> bool:
    said = against.citation.published
    return (
        target.content.kind is Kind.CONTROL
        and target.content.actor is not None
        and target.attribution.side in theatre.sides
        and said is not None
        and day - said <= LIVE
    )


def _who_and_whom(claim: Claim) -> tuple[str, str | None]:
    return claim.attribution.side, claim.content.actor


def _once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())
