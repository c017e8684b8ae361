"""Words of a report that speak of a place: what extract hands to locate."""

from dataclasses import dataclass

from salient.domain.place import Bearing, PlaceClass


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One stretch of text (`report.text[start:end]`) that names a place, or places something by another place.

    `name` is as written, None for "10 km west of X" where nothing but the anchor has a name. `forms` are the
    base forms that morphology offers for an inflected name, best first. `anchor`, `distance_km` and `bearing` are
    the parts of a relation; `region` is a region named beside the place ("in X Oblast"); `place_class` is what
    the words say it is ("the village of X", "the X river"). A stretch that two places name has both in `between`, and
    `extent` is what it is called ("direction", "border"); of "between X and Y" each has in `other_end` where the name
    of the other starts. `stretch` tells that a part of the front is called by the name ("the X direction"). Where known
    works stand for the place, `site` is where they stand, (lon, lat) in degrees WGS 84. `town` tells whether the words
    call it a town or a city, or a village; None where they do neither.
    """

    start: int
    end: int
    name: str | None
    forms: tuple[str, ...] = ()
    anchor: str | None = None
    anchor_forms: tuple[str, ...] = ()
    distance_km: float | None = None
    bearing: Bearing | None = None
    region: str | None = None
    place_class: PlaceClass | None = None
    between: tuple[str, str] | None = None
    extent: str | None = None
    other_end: int | None = None
    site: tuple[float, float] | None = None
    stretch: bool = False
    town: bool | None = None
