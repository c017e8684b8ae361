"""What a reader of the store is told about days: steps of probability, spans, counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from salient.domain.assessment import Control


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` on, until the next step of the same place, its probabilities are these."""

    place_id: str
    day: date
    control: Control


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day that can be shown."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What happened on one day: claims published, per side of the speaker; the area that each side is to be expected to
    hold, empty where it was not worked out."""

    day: date
    claims: Mapping[str, int]
    area_km2: Mapping[str, float] = field(default_factory=dict)
