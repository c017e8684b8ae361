"""Every asset of a theatre on a day: what has been said of it, who holds its ground, how far the line is."""

from collections.abc import Mapping, Sequence
from datetime import date

import shapely

from salient.domain.assessment import CONTESTED
from salient.domain.asset import Asset
from salient.domain.claim import Claim
from salient.domain.front import Front, Polygon
from salient.domain.kind import Kind
from salient.export.assets import DIVIDED, AssetEntry, asset_shape
from salient.export.public import withholding
from salient.export.withheld import open_front, withheld_areas, withheld_at
from salient.front.measure import Ruler
from salient.front.plane import land_of, to_shape
from salient.locate.assets import AssetFinder
from salient.pipeline.assets import asset_timeline, state_on
from salient.pipeline.library import Library
from salient.theatre.asset_words import load_asset_words


def asset_board(library: Library, day: date, as_of: date | None, today: date) -> Sequence[AssetEntry]:
    """List the theatre's assets in the order of its pack, by claims published up to `as_of` that may be shown today."""
    theatre = library.theatre
    claims = [c for c in library.claims(as_of or day) if withholding(c, today, theatre) is None]
    by_id = {claim.id: claim for claim in claims}
    timeline = [said for said in asset_timeline(theatre, claims) if said.day <= day]
    beside = _beside(claims, theatre.assets)
    hidden = withheld_areas(theatre, today)
    front = library.front(day, as_of)
    if front is not None:
        front = open_front(front, hidden)
    ruler = Ruler(land_of(theatre))
    entries = []
    for asset in theatre.assets:
        said = [(status, by_id[status.claim]) for status in timeline if status.asset == asset.id]
        holder, away = (
            (None, None) if front is None or withheld_at(hidden, asset.lon, asset.lat) else _ground(asset, front, ruler)
        )
        state = state_on(timeline, asset.id, day)
        entries.append(AssetEntry(asset, state, said, beside.get(asset.id, ()), holder, away))
    return entries


def _beside(claims: Sequence[Claim], assets: Sequence[Asset]) -> Mapping[str, list[Claim]]:
    """Outlooks that speak of an asset in their own words."""
    finder = AssetFinder(assets, load_asset_words())
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.content.kind is Kind.OUTLOOK and claim.quote is not None:
            asset = finder.spoken_of(claim.quote.text, claim)
            if asset is not None and not _is_told(claim, found.get(asset.id, ())):
                found.setdefault(asset.id, []).append(claim)
    return found


def _is_told(claim: Claim, told: Sequence[Claim]) -> bool:
    """Two outlooks of one sentence are one consequence."""
    key = claim.citation.report, claim.quote
    return any((other.citation.report, other.quote) == key for other in told)


def _ground(asset: Asset, front: Front, ruler: Ruler) -> tuple[str | None, float | None]:
    where = asset_shape(asset)

    def holds(polygons: Sequence[Polygon]) -> bool:
        return bool(shapely.intersects(shapely.MultiPolygon([to_shape(polygon) for polygon in polygons]), where))

    touched = [side for side, polygons in front.areas.items() if holds(polygons)]
    holder: str | None = touched[0] if touched else None
    if asset.course and (len(touched) > 1 or holds(front.contested)):
        holder = DIVIDED
    elif holds(front.contested):
        holder = CONTESTED
    if not front.line:
        return holder, None
    line = ruler.plane.geometry_to_km(shapely.MultiLineString([stretch.points for stretch in front.line]))
    return holder, round(float(shapely.distance(ruler.plane.geometry_to_km(where), line)), 1)
