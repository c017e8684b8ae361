"""Claims that were read as speaking of a place, and are not counted there any more."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from salient.domain.claim import Claim
from salient.export.corrections import Corrected


def found_wrong(corrected: Iterable[Corrected], place_id: str, standing: Sequence[Claim], known: date) -> list[Claim]:
    """Claims as they were read at a place that corrections known by then withdrew or moved elsewhere, oldest first.

    Each carries the corrections that did it. `standing` are the claims that are still counted at the place.
    """
    still, gone = {claim.id for claim in standing}, dict[str, Claim]()
    for one in corrected:
        if not one.entry.in_force(known):
            continue
        for claim in one.claims:
            published = claim.citation.published
            if claim.place.place_id != place_id or claim.id in still or published is None or published > known:
                continue
            told = gone.get(claim.id, claim)
            gone[claim.id] = replace(told, corrections=(one.entry.correction, *told.corrections))
    return sorted(gone.values(), key=lambda claim: (claim.citation.published or date.min, claim.id))
