"""Which of a pack's assets a claim speaks of."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from salient.domain.asset import Asset, AssetStatus
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance
from salient.domain.theatre import Theatre


def asset_statuses(theatre: Theatre, claims: Iterable[Claim]) -> Sequence[AssetStatus]:
    """What dated claims assert of the theatre's assets, in the order of the claims."""
    named = lru_cache(maxsize=None)(lambda words, place: _asset(theatre.assets, words, place))
    found = []
    for claim in claims:
        content, day = claim.content, claim.days.start or claim.days.end or claim.citation.published
        if content.kind is not Kind.ASSET or content.asset is None or content.status is None or day is None:
            continue
        asset = named(content.asset, claim.place.name)
        if asset is not None and claim.attribution.stance is Stance.ASSERTS:
            found.append(AssetStatus(asset.id, day, content.status, claim.id))
    return found


def _asset(assets: Sequence[Asset], words: str, place: str | None) -> Asset | None:
    """The asset that bears this name; else the only one of its class at this place."""
    said = words.casefold()
    by_name = [asset for asset in assets if any(name.casefold() in said for name in (asset.name, *asset.aliases))]
    if by_name:
        return max(by_name, key=lambda asset: (asset.place == place, -len(asset.name)))
    at_place = [asset for asset in assets if asset.place == place and asset.asset_class.casefold() in said]
    return at_place[0] if len(at_place) == 1 else None
