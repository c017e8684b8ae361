"""What was corrected in a claim, told wherever the claim is shown."""

from typing import Any

from salient.domain.claim import Claim
from salient.domain.correction import Correction
from salient.domain.record import Record, claim_to_record

SHOWN = ("kind", "status", "actor", "stance", "speaker", "side", "place", "place_id", "relation", "start", "end")
"""The fields of a claim that a correction is told in: never a point."""


def corrections_of(claim: Claim) -> list[Record]:
    """What was corrected in a claim that is shown: by whom, when, why, and from what."""
    return [correction_of(claim, made) for made in claim.corrections]


def correction_of(claim: Claim, made: Correction) -> Record:
    """One correction of a claim, as it is told beside it."""
    return signed_record(made) | {"changes": changes(shown_fields(claim.as_read or claim), made)}


def signed_record(made: Correction) -> Record:
    """What is found wrong, by whom, when and why."""
    return {
        "id": made.id,
        "fault": made.fault.value,
        "withdraws": made.withdraws,
        "by": made.by,
        "day": made.day.isoformat(),
        "reason": made.reason,
    }


def shown_fields(claim: Claim) -> Record:
    """The fields of a claim that corrections speak of, a relation in words."""
    record = claim_to_record(claim)
    return {name: record[name] for name in SHOWN} | {
        "relation": record["relation"] and relation_words(record["relation"])
    }


def relation_words(relation: Record) -> str:
    """ "8 km SW of X"."""
    distance = relation["distance_km"]
    parts = ["" if distance is None else f"{distance:g} km", relation["bearing"] or "", f"of {relation['anchor']}"]
    return " ".join(part for part in parts if part)


def in_words(correction: Record) -> str:
    """ "corrected on 2026-01-10 by A. Reader (place: X → Y): the report speaks of Y"."""
    changed = ", ".join(f"{c['field']}: {_said(c['was'])} → {_said(c['now'])}" for c in correction["changes"])
    what = f" ({changed})" if changed else ""
    verb = "withdrawn" if correction["withdraws"] else "corrected"
    return f"{verb} on {correction['day']} by {correction['by']}{what}: {correction['reason']}"


def mark(claim: Claim) -> str:
    """ " [corrected by A. Reader: place was X]", to stand behind a speaker in lists; empty where nothing was."""
    told = []
    for made in corrections_of(claim):
        was = ", ".join(f"{change['field']} was {_said(change['was'])}" for change in made["changes"])
        told.append(f"{made['by']}: {was}")
    return f" [corrected by {'; '.join(told)}]" if told else ""


def changes(before: Record, made: Correction) -> list[Record]:
    """What a correction changes in the shown fields of a claim; those that were right are left out."""
    return [
        {"field": name, "was": before[name], "now": made.changes[name]}
        for name in SHOWN
        if name in made.changes and made.changes[name] != before[name]
    ]


def _said(value: Any) -> str:
    return "unknown" if value is None else str(value)
