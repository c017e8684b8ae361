"""A claim as it stands after its corrections."""

from collections.abc import Sequence
from dataclasses import replace

from salient.domain.claim import Claim
from salient.domain.correction import Correction, Fault, Subject
from salient.domain.record import claim_from_record, claim_to_record


def concerns(subject: Subject, claim: Claim) -> bool:
    """Whether a correction of this subject speaks of a claim of the same report."""
    start, end = (claim.quote.start, claim.quote.end) if claim.quote else (None, None)
    return subject.covers(claim.id, start, end)


def correct(claim: Claim, corrections: Sequence[Correction]) -> Claim | None:
    """The claim with its corrections applied, first made first; None where one of them withdraws it."""
    if not corrections:
        return claim
    if any(correction.withdraws for correction in corrections):
        return None
    record = claim_to_record(claim)
    for correction in corrections:
        record |= correction.changes
        if correction.fault is Fault.PLACE:
            record["other_end"] = None  # what is right is one place, not what lies between two
    return replace(claim_from_record(record, claim.id), corrections=tuple(corrections), as_read=claim)
