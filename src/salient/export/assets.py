"""Assets as a layer of points: what was last said of each, who holds the ground, how far the line is. Not ranked."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely

from salient.domain.asset import Asset, AssetState, AssetStatus
from salient.domain.claim import Claim
from salient.export.corrected import mark
from salient.export.layer import Column, ColumnType, Layer
from salient.export.scope import Scope
from salient.export.terms import about

COLUMNS = (
    Column("id", "#loc+code"),
    Column("name", "#loc+name"),
    Column("class", "#sector"),
    Column("place", "#loc+settlement"),
    Column("operator", "#org"),
    Column("part_of", "#loc+parent"),
    Column("status", "#status"),
    Column("since", "#date+start", ColumnType.DAY),
    Column("evacuating_since", "#date+evacuation", ColumnType.DAY),
    Column("held_by", "#group"),
    Column("line_km", "#indicator+distance_km", ColumnType.NUMBER),
    Column("said", "#description"),
    Column("claims", "#meta+claims"),
)

DIVIDED = "divided"
"""Some of a line's way lies on one side's ground, some elsewhere."""


@dataclass(frozen=True)
class AssetEntry:
    """One asset on a day. `said` are the statements on it that may be shown, with their claims, oldest first.

    `beside` are claims about what follows for others ("steel output would halve"): theirs, not ours. `held_by` is a
    side, "contested", DIVIDED, or None on ground of which nothing is known; `line_km` is from the asset to the front
    line.
    """

    asset: Asset
    state: AssetState
    said: Sequence[tuple[AssetStatus, Claim]]
    beside: Sequence[Claim]
    held_by: str | None
    line_km: float | None


def assets_layer(entries: Sequence[AssetEntry], scope: Scope) -> Layer:
    """One row per asset, in the order of the theatre's pack."""
    shapes = [asset_shape(entry.asset) for entry in entries]
    title = f"What has been said of assets up to {scope.day}"
    return Layer("assets", COLUMNS, [_row(entry) for entry in entries], shapes, about(scope, title))


def asset_shape(asset: Asset) -> shapely.Point | shapely.LineString:
    """A line where the asset is one, else its point."""
    return shapely.LineString(asset.course) if asset.course else shapely.Point(asset.lon, asset.lat)


def _row(entry: AssetEntry) -> tuple[object, ...]:
    asset, state = entry.asset, entry.state
    return (
        asset.id,
        asset.name,
        asset.asset_class,
        asset.place,
        asset.operator,
        asset.part_of,
        state.status and state.status.value,
        state.since and state.since.isoformat(),
        state.evacuating_since and state.evacuating_since.isoformat(),
        entry.held_by,
        entry.line_km,
        "; ".join(_statement(status, claim) for status, claim in entry.said) or None,
        "; ".join(claim.id for _, claim in entry.said) or None,
    )


def _statement(status: AssetStatus, claim: Claim) -> str:
    speaker = claim.attribution.speaker or claim.citation.outlet or claim.citation.report
    told = f"{status.stance.value}: {speaker}{mark(claim)}"
    return f"{status.day} {status.scope.value}: {status.status.value} ({told})"
