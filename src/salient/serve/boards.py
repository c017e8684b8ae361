"""The boards beside the map: open disputes, track records, assets."""

from datetime import date

from salient.serve.claim_view import claim_views, showable
from salient.serve.dispute import find_dispute
from salient.serve.panel import place_view
from salient.serve.reader import Reader
from salient.serve.schema import AssetStateView, AssetView, DisputeView, RecordView


def disputes_board(reader: Reader, day: date, as_of: date | None) -> list[DisputeView]:
    """Contradictions about control that were open on `day`, the newest first."""
    known = min(as_of or day, day)
    found = []
    for place in reader.places():
        claims = reader.place_claims(place.id, known, as_of or day)
        dispute = find_dispute(reader.theatre, claims, day) if len(claims) > 1 else None
        if dispute is None:
            continue
        views = {view.id: view for view in claim_views(reader, claims, as_of or day)}
        assessment = reader.assessment(place.id, day, as_of)
        since = dispute.claimed[0].citation.published or day
        found.append(
            DisputeView(
                place=place_view(place),
                asserted=views[dispute.claimed[-1].id],
                answered=[views[claim.id] for claim in dispute.against],
                since=since,
                age_days=(day - since).days,
                probabilities=dict(assessment.posterior.probabilities) if assessment else None,
            )
        )
    return sorted(found, key=lambda dispute: dispute.since, reverse=True)


def sources_board(reader: Reader, day: date, as_of: date | None, least: int) -> list[RecordView]:
    """Track records by what had been published by `day`, those with most claims first."""
    until = min(as_of or day, day)
    return [
        RecordView(
            speaker=record.speaker,
            side=record.side,
            sort=record.sort.value,
            claims=record.claims,
            judged=record.confirmed.whole,
            borne_out=record.confirmed.part,
            low=record.confirmed.low,
            high=record.confirmed.high,
            contradicted=record.contradicted,
            unanswered=record.unanswered,
            median_days=record.delay_days.value,
            trusted=record.trusted,
        )
        for record in reader.track_records(until, as_of or day, least)
    ]


def assets_board(reader: Reader, day: date, today: date) -> list[AssetView]:
    """What has been said of each asset up to `day`, newest first. In the order of the pack: nothing is ranked."""
    claims = {claim.id: claim for claim in showable(reader.theatre, reader.claims(day), today)}
    said: dict[str, list[AssetStateView]] = {}
    for state in reader.asset_statuses(day):
        if state.claim not in claims:
            continue
        view = claim_views(reader, [claims[state.claim]], day)[0]
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
