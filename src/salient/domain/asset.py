"""A mine, plant, bridge or railway that public reporting names, and what has been said of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from salient.domain.days import UNKNOWN_DAYS, DayRange
from salient.domain.kind import Stance, Status


@dataclass(frozen=True, slots=True)
class Asset:
    """A named thing on the ground. `part_of` is the id of the asset that this is one site of.

    `course` is the way of a line through the places it is named by, (lon, lat) in degrees, with `lon`, `lat` on it;
    empty for what stands on one spot.
    """

    id: str
    name: str
    asset_class: str
    lon: float
    lat: float
    aliases: tuple[str, ...] = ()
    place: str | None = None
    part_of: str | None = None
    operator: str | None = None
    course: tuple[tuple[float, float], ...] = ()
    spread: bool = False
    """Whether it has sites with entries of their own: what is said of all of it is said at no single one of them."""


class AssetScope(StrEnum):
    """How much of the asset a statement is about."""

    WHOLE = "whole"
    PART = "part"
    """Some part that has no entry of its own: one shaft is not the mine."""


@dataclass(frozen=True, slots=True)
class AssetStatus:
    """What one claim said of an asset.

    `day` is the first day on which it surely was so by the claim: the end of the days it names, the day itself for a
    state, the day it was published where it names none.
    """

    asset: str
    day: date
    status: Status
    claim: str
    scope: AssetScope = AssetScope.WHOLE
    stance: Stance = Stance.ASSERTS
    days: DayRange = UNKNOWN_DAYS


@dataclass(frozen=True, slots=True)
class AssetState:
    """What has been said last of an asset as a whole. `status` None: nothing. `evacuating_since`: under way since."""

    status: Status | None
    since: date | None
    evacuating_since: date | None
    claims: tuple[str, ...]
