"""The panel of one place: verdict, numbers, claims, evidence."""

from collections.abc import Sequence
from datetime import date, timedelta

from salient.domain.assessment import Assessment
from salient.domain.place import Place
from salient.domain.timeline import Step
from salient.serve.claim_view import claim_views, showable
from salient.serve.columns import whole_percents
from salient.serve.errors import NotFoundError
from salient.serve.found_wrong import found_wrong
from salient.serve.reader import Reader
from salient.serve.schema import EvidenceView, HistoryView, PanelView, PlaceView, VerdictView
from salient.serve.verdict import give_verdict

WEEK = timedelta(days=7)


def find_place(reader: Reader, place_id: str) -> Place:
    """Raises NotFoundError naming the id."""
    for place in reader.places():
        if place.id == place_id:
            return place
    raise NotFoundError(f"no place {place_id!r} in this theatre")


def place_panel(reader: Reader, place_id: str, day: date, as_of: date | None, today: date) -> PanelView:
    place = find_place(reader, place_id)
    known = as_of or day
    assessment = reader.assessment(place_id, day, as_of)
    known_claims = reader.place_claims(place_id, known)
    claims = showable(reader.theatre, known_claims, today)
    wrong = found_wrong(reader.corrections(None), place_id, known_claims, known)
    steps = reader.place_steps(place_id, as_of)
    control = assessment.posterior if assessment else None
    verdict = give_verdict(reader.theatre, control, claims, steps, day)
    return PanelView(
        place=place_view(place),
        day=day,
        as_of=known,
        verdict=VerdictView(
            state=verdict.state, headline=verdict.headline, sentence=verdict.sentence, since=verdict.since
        ),
        probabilities=_probabilities(assessment),
        week_ago=_week_ago(steps, day),
        prior_nats=dict(assessment.prior_nats) if assessment else {},
        evidence=_rows(assessment),
        claims=claim_views(reader, claims, known),
        found_wrong=claim_views(reader, showable(reader.theatre, wrong, today), known),
        withheld=len(known_claims) - len(claims),
    )


def place_history(reader: Reader, place_id: str, as_of: date | None, today: date) -> HistoryView:
    """The curve of a place over all days, and every claim about it known by `as_of` (None: by now)."""
    place, span = find_place(reader, place_id), reader.span()
    outcomes = outcomes_of(reader)
    steps = reader.place_steps(place_id, as_of)
    percents = [whole_percents([step.control.of(outcome) for outcome in outcomes]) for step in steps]
    until = as_of or (span.last if span else date.max)
    return HistoryView(
        place=place_view(place),
        day=[step.day for step in steps],
        percent={outcome: [row[k] for row in percents] for k, outcome in enumerate(outcomes)},
        claims=claim_views(reader, showable(reader.theatre, reader.place_claims(place_id, until), today), until),
    )


def outcomes_of(reader: Reader) -> tuple[str, ...]:
    return (*reader.theatre.sides, "contested")


def place_view(place: Place) -> PlaceView:
    return PlaceView(
        id=place.id,
        name=place.name,
        region=place.region,
        lon=None if place.is_computed else place.lon,
        lat=None if place.is_computed else place.lat,
        population=place.population,
    )


def _probabilities(assessment: Assessment | None) -> dict[str, float] | None:
    return dict(assessment.posterior.probabilities) if assessment else None


def _week_ago(steps: Sequence[Step], day: date) -> dict[str, float] | None:
    before = [step for step in steps if step.day <= day - WEEK]
    return dict(before[-1].control.probabilities) if before else None


def _rows(assessment: Assessment | None) -> list[EvidenceView]:
    return [
        EvidenceView(
            origin=row.origin,
            note=row.note,
            claim=row.claim,
            age_days=row.age_days,
            reliability=row.reliability,
            weight_nats=dict(row.weight_nats),
        )
        for row in (assessment.evidence if assessment else ())
    ]
