"""A mine, plant, bridge or railway that public reporting names, and what has been said of it."""

from dataclasses import dataclass
from datetime import date

from salient.domain.kind import Status


@dataclass(frozen=True, slots=True)
class Asset:
    """A named thing on the ground. `part_of` is the id of the asset that this is one site of."""

    id: str
    name: str
    asset_class: str
    lon: float
    lat: float
    aliases: tuple[str, ...] = ()
    place: str | None = None
    part_of: str | None = None
    operator: str | None = None


@dataclass(frozen=True, slots=True)
class AssetStatus:
    """What one claim said of an asset on a day."""

    asset: str
    day: date
    status: Status
    claim: str
