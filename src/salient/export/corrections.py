"""Corrections as they may leave: what was read, what is right, who says so, and whether that was taken back."""

from dataclasses import dataclass
from datetime import date

from salient.domain.claim import Claim
from salient.domain.correction import Correction, Entry
from salient.domain.record import Record
from salient.domain.theatre import Theatre
from salient.export.corrected import changes, shown_fields, signed_record
from salient.export.public import is_quotation, public_words, withholding


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with its reversal, if any, and the claims it speaks of as they were read."""

    entry: Entry
    claims: tuple[Claim, ...]


def correction_record(corrected: Corrected, today: date, theatre: Theatre) -> Record:
    """One line of the public list. While a claim of it is withheld, so is everything that tells of its content."""
    entry, claims = corrected.entry, corrected.claims
    made, cited = entry.correction, claims[0].citation
    kept = next((found for claim in claims if (found := withholding(claim, today, theatre))), None)
    words = None if kept else public_words(claims[0])
    return {
        **signed_record(made),
        "reason": None if kept else made.reason,
        "report": cited.report,
        "outlet": cited.outlet,
        "published": cited.published and cited.published.isoformat(),
        "url": cited.url,
        "wording": cited.wording.value,
        "quote": words if is_quotation(claims[0]) else None,
        "text": words,
        "claims": [] if kept else [_claim(claim, made) for claim in claims],
        "reversal": entry.reversal
        and {
            "by": entry.reversal.by,
            "day": entry.reversal.day.isoformat(),
            "reason": None if kept else entry.reversal.reason,
        },
        "withheld": kept and kept.record(),
    }


def _claim(claim: Claim, made: Correction) -> Record:
    before = shown_fields(claim)
    return {"id": claim.id, **before, "changes": changes(before, made)}
