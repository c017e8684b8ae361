"""What speaks for a candidate: each piece of evidence a function from facts to a score and the words for it.

Scores are uncalibrated and add up. The table of weights was set on development reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log10

from salient.domain.mention import PlaceMention
from salient.domain.place import Place
from salient.domain.theatre import Bounds
from salient.gazetteer import NameHit
from salient.gazetteer.distance import distance_km
from salient.gazetteer.naming import Standing
from salient.locate.geodesy import distance_and_azimuth, offset_point, turn_between

Part = tuple[float, str]

NAME_SCORES = {
    Standing.USUAL: 3.0,
    Standing.CURRENT: 2.8,
    Standing.OLD: 2.2,
    Standing.GENERATED: 2.0,
    Standing.ALTERNATE: 0.8,
}
ALIKE = -1.0
LATER_FORM = -0.3
POPULATION_TENFOLD = 0.35
CLASS_AGREES, CLASS_DIFFERS = 0.5, -2.0
REGION_AGREES, REGION_DIFFERS = 3.0, -4.0
OUTSIDE = -2.5
CLOSE = 3.0
CLOSE_KM = 45.0
RELATION_AGREES, RELATION_DIFFERS = 4.0, -5.0


@dataclass(frozen=True, slots=True)
class Pull:
    """A point that draws candidates near it: a place of the same report, or of the front. `weight` is 0–1."""

    lon: float
    lat: float
    weight: float
    name: str


def name_part(hit: NameHit, form: int) -> Part:
    """How exactly the name is the candidate's; `form` is the rank of the base form that was looked up."""
    how = hit.name.standing.name.lower() + (" name" if hit.exact else " name, spelt otherwise")
    return NAME_SCORES[hit.name.standing] + (0 if hit.exact else ALIKE) + LATER_FORM * form, f"{how} {hit.name.text}"


def population_part(place: Place) -> Part:
    """Large places are spoken of more."""
    score = POPULATION_TENFOLD * log10(max(place.population, 50) / 50)
    return score, f"{place.population} people" if place.population else "population not known"


def class_part(mention: PlaceMention, place: Place) -> Part | None:
    """Whether the words say what sort of place it is."""
    if mention.place_class is None:
        return None
    agrees = mention.place_class == place.place_class
    return (CLASS_AGREES, f"a {place.place_class}") if agrees else (CLASS_DIFFERS, f"not a {mention.place_class}")


def region_part(region: str | None, place: Place) -> Part | None:
    """Whether it lies in the region that the words name (by its usual English name)."""
    if region is None or place.region is None:
        return None
    return (REGION_AGREES, f"in {region}") if region == place.region else (REGION_DIFFERS, f"not in {region}")


def bounds_part(place: Place, bounds: Bounds) -> Part | None:
    return None if bounds.contains(place.lon, place.lat) else (OUTSIDE, "outside the theatre")


def company_part(place: Place, pulls: Sequence[Pull]) -> Part | None:
    """How near the other places of the report are: the three that pull most count, so that an outlier cannot."""
    drawn = sorted(((pull.weight * _nearness(place, pull), pull.name) for pull in pulls), reverse=True)[:3]
    if not drawn:
        return None
    score = CLOSE * sum(part for part, _ in drawn) / len(drawn)
    return score, f"near {', '.join(dict.fromkeys(name for _, name in drawn))}" if score > 1 else "far from the rest"


def _nearness(place: Place, pull: Pull) -> float:
    return 1 / (1 + (distance_km(place.lon, place.lat, pull.lon, pull.lat) / CLOSE_KM) ** 2)


def relation_part(mention: PlaceMention, place: Place, anchor: Place) -> Part | None:
    """Whether it lies where the words put it: "8 km southwest of X", "northeast of X", "near X"."""
    away, azimuth = distance_and_azimuth(anchor.lon, anchor.lat, place.lon, place.lat)
    if mention.distance_km is not None:
        error = abs(away - mention.distance_km)
        if mention.bearing is not None:
            lon, lat = offset_point(anchor.lon, anchor.lat, mention.distance_km, mention.bearing)
            error = distance_km(lon, lat, place.lon, place.lat)
        # Round figures, from the edge of one place to the middle of another, along a road.
        tolerance = 3 + 0.35 * mention.distance_km
        fit = exp(-((error / tolerance) ** 2))
    else:
        fit = 1 / (1 + (away / 40) ** 4)
        if mention.bearing is not None and away > 3:
            fit *= exp(-((turn_between(azimuth, mention.bearing.degrees) / 50) ** 2))
    score = RELATION_DIFFERS + (RELATION_AGREES - RELATION_DIFFERS) * fit
    where = f"{away:.0f} km from {anchor.name}"
    return score, where if fit > 0.3 else f"{where}, not where the words put it"
