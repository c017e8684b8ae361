"""Places, and the answer to "which place do these words mean?". Degrees are WGS 84."""

from dataclasses import dataclass
from enum import StrEnum


class Bearing(StrEnum):
    """The 16 compass points."""

    N = "N"
    NNE = "NNE"
    NE = "NE"
    ENE = "ENE"
    E = "E"
    ESE = "ESE"
    SE = "SE"
    SSE = "SSE"
    S = "S"
    SSW = "SSW"
    SW = "SW"
    WSW = "WSW"
    W = "W"
    WNW = "WNW"
    NW = "NW"
    NNW = "NNW"

    @property
    def degrees(self) -> float:
        """Clockwise from north."""
        return _DEGREES[self]


_DEGREES = {bearing: 22.5 * n for n, bearing in enumerate(Bearing)}


class PlaceClass(StrEnum):
    """What sort of thing a place is."""

    SETTLEMENT = "settlement"
    REGION = "region"
    DISTRICT = "district"
    RIVER = "river"
    AREA = "area"
    """Ground with a name but no border: a sector, a forest, "the south"."""


class PlacePrecision(StrEnum):
    """How exactly a match is known."""

    SETTLEMENT = "settlement"
    RELATION = "relation"
    """Computed from an anchor settlement."""
    REGION = "region"
    """Somewhere in a named region, or on a stretch between two places: a point halfway, if any."""
    WHOLE = "whole"
    """All of a named region, not somewhere in it."""
    NONE = "none"


REGIONS = (PlacePrecision.REGION, PlacePrecision.WHOLE)
"""Of a place larger than a settlement."""
BY_RELATION = "said:"
"""Begins the id of a place that no gazetteer has and that is known by words like "8 km southwest of X" only."""


@dataclass(frozen=True, slots=True)
class Place:
    """A thing with an id that a gazetteer knows. `name` is its usual English name."""

    id: str
    name: str
    lon: float
    lat: float
    place_class: PlaceClass = PlaceClass.SETTLEMENT
    population: int = 0
    region: str | None = None
    """The first-level unit it lies in, by its English name ("X Oblast")."""

    @property
    def is_computed(self) -> bool:
        """Whether its point was computed from words: good enough to assess by, never to be published."""
        return self.id.startswith(BY_RELATION)


@dataclass(frozen=True, slots=True)
class Relation:
    """Words that place something by another place: "8 km southwest of X"."""

    anchor: str
    distance_km: float | None
    bearing: Bearing | None


@dataclass(frozen=True, slots=True)
class End:
    """The other end of a stretch: what is told "between X and Y" is told of X and of Y, each with the other beside."""

    name: str
    lon: float
    lat: float
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that the words could mean. `score` is uncalibrated, higher is better; `reasons` say what made it."""

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """The ranked answer, "none of these" included.

    `name` is the usual English name, or the words as written where no gazetteer has them; None where no place is
    spoken of. `lon` and `lat` are of what the claim is about, a relation applied; both None where not known.
    `place_id` is the settlement's, None for regions and for places known by relation only.
    """

    name: str | None
    lon: float | None
    lat: float | None
    precision: PlacePrecision
    place_id: str | None = None
    relation: Relation | None = None
    candidates: tuple[Candidate, ...] = ()
    other_end: End | None = None

    def __post_init__(self) -> None:
        if (self.lon is None) != (self.lat is None):
            raise ValueError(f"{self.name}: a longitude without a latitude places nothing")

    @property
    def has_own_name(self) -> bool:
        """Tell a named place that words place by another ("the village of X, 8 km from Y") from a mere spot."""
        return self.name is not None and (self.relation is None or self.name != self.relation.anchor)


NOWHERE = PlaceMatch(None, None, None, PlacePrecision.NONE)
