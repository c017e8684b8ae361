"""The boards beside the map: open disputes, track records, assets."""

from datetime import date, timedelta

from salient.domain.claim import Claim
from salient.domain.kind import Kind
from salient.serve.claim_view import claim_views, showable
from salient.serve.panel import place_view
from salient.serve.reader import Reader
from salient.serve.schema import AssetStateView, AssetView, ClaimView, DisputeView, SpeakerView

OPEN_DAYS = timedelta(days=45)
"""A contradiction that nobody has repeated for this long is no longer shown as open."""


def disputes_board(reader: Reader, day: date, as_of: date | None) -> list[DisputeView]:
    """Contradictions about control that were open on `day`, the newest first."""
    known = as_of or day
    by_place: dict[str, list[Claim]] = {}
    for claim in reader.claims(min(known, day), min(known, day) - 2 * OPEN_DAYS):
        if claim.place.place_id and claim.content.kind is Kind.CONTROL:
            by_place.setdefault(claim.place.place_id, []).append(claim)
    found = []
    for place in reader.places():
        views = {view.id: view for view in claim_views(reader.theatre, by_place.get(place.id, []))}
        asserted = [view for view in views.values() if _open(view, views, day)]
        if not asserted:
            continue
        assessment = reader.assessment(place.id, day, as_of)
        last = max(asserted, key=_published)
        first = min(asserted, key=_published)
        found.append(
            DisputeView(
                place=place_view(place),
                asserted=last,
                answered=[views[other] for other in last.answered_by],
                since=_published(first),
                age_days=(day - _published(first)).days,
                probabilities=dict(assessment.posterior.probabilities) if assessment else None,
            )
        )
    return sorted(found, key=lambda dispute: dispute.since, reverse=True)


def sources_board(reader: Reader) -> list[SpeakerView]:
    """Track records, those with most settled claims first."""
    records = sorted(reader.speaker_records(), key=lambda record: (-record.settled, -record.claims, record.speaker))
    return [
        SpeakerView(
            speaker=record.speaker,
            side=record.side,
            claims=record.claims,
            settled=record.settled,
            upheld=record.upheld,
            low=record.low,
            high=record.high,
            median_lead_days=record.median_lead_days,
        )
        for record in records
    ]


def assets_board(reader: Reader, day: date, today: date) -> list[AssetView]:
    """What has been said of each asset up to `day`, newest first. In the order of the pack: nothing is ranked."""
    claims = {claim.id: claim for claim in showable(reader.theatre, reader.claims(day), today)}
    said: dict[str, list[AssetStateView]] = {}
    for state in reader.asset_statuses(day):
        if state.claim not in claims:
            continue
        view = claim_views(reader.theatre, [claims[state.claim]])[0]
        said.setdefault(state.asset, []).append(AssetStateView(day=state.day, status=state.status.value, claim=view))
    return [
        AssetView(
            id=asset.id,
            name=asset.name,
            asset_class=asset.asset_class,
            place=asset.place,
            operator=asset.operator,
            lon=asset.lon,
            lat=asset.lat,
            states=sorted(said.get(asset.id, []), key=lambda state: state.day, reverse=True),
        )
        for asset in reader.theatre.assets
    ]


def _open(view: ClaimView, views: dict[str, ClaimView], day: date) -> bool:
    answers = [views[other] for other in view.answered_by]
    return bool(answers) and day - max(_published(answer) for answer in answers) <= OPEN_DAYS


def _published(view: ClaimView) -> date:
    return view.published or date.min
