"""The answer of `salient ask` as one JSON object."""

from typing import Any

from salient.cli.answer import Answer, sentence
from salient.domain.assessment import Assessment
from salient.export.corrected import correction_of
from salient.export.public import public_record
from salient.serve.pairing import Against


def answer_record(answer: Answer) -> dict[str, Any]:
    """Verdict, probabilities, claims as they may leave with what they speak against, and the evidence rows."""
    place, verdict = answer.place, answer.verdict
    located = not place.is_computed
    return {
        "place": {
            "id": place.id,
            "name": place.name,
            "region": place.region,
            "lat": place.lat if located else None,
            "lon": place.lon if located else None,
        },
        "guessed": answer.guessed,
        "others": [{"id": other.id, "name": other.name, "region": other.region} for other in answer.others],
        "day": answer.day.isoformat(),
        "as_of": answer.as_of.isoformat(),
        "verdict": {
            "state": verdict.state,
            "sentence": sentence(answer),
            "since": verdict.since and verdict.since.isoformat(),
        },
        "probabilities": answer.assessment and dict(answer.assessment.posterior.probabilities),
        "claims": [
            {
                **public_record(claim, answer.today, answer.theatre),
                "corrected_later": [correction_of(claim, made) for made in answer.corrected_later.get(claim.id, ())],
                **_pairs(claim.id, answer.pairs),
            }
            for claim in answer.claims
        ],
        "withheld": answer.withheld,
        "evidence": answer.assessment and _evidence(answer.assessment),
    }


def _pairs(claim: str, pairs: tuple[Against, ...]) -> dict[str, list[str]]:
    return {
        "speaks_against": [pair.target for pair in pairs if pair.claim == claim],
        "answered_by": [pair.claim for pair in pairs if pair.target == claim],
    }


def _evidence(assessment: Assessment) -> dict[str, Any]:
    return {
        "prior_nats": dict(assessment.prior_nats),
        "rows": [
            {
                "origin": row.origin,
                "note": row.note,
                "claim": row.claim,
                "age_days": row.age_days,
                "reliability": row.reliability,
                "weight_nats": dict(row.weight_nats),
            }
            for row in assessment.evidence
        ],
    }
