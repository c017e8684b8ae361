"""What speaks for a candidate: each piece of evidence a function from facts to a score and the words for it.

Scores are uncalibrated and add up. The weights were set on development reports.
"""

from collections.abc import Collection
from math import log10

from salient.domain.mention import PlaceMention
from salient.domain.place import Place, PlaceClass
from salient.domain.theatre import Theatre
from salient.gazetteer import NameHit
from salient.gazetteer.distance import distance_km
from salient.gazetteer.naming import Standing
from salient.text.transliteration import fold

_EXTENTS = frozenset({PlaceClass.REGION, PlaceClass.DISTRICT, PlaceClass.AREA})
"""Classes that words do not keep apart: a "region" may be any of them."""

Part = tuple[float, str]
"""A score and the reason for it."""

NONE_OF_THESE = 3.3
NONE_IN_COMPANY = 4.6
"""The score of "none of these": a candidate below it is not taken.

Where the rest of the report is placed, a village far from all of it is likelier another of that name, which the
gazetteer lacks; a large town is not.
"""
NONE_IN_SPARSE = 1.2
"""Added to both where the gazetteer has hardly any villages: the one that is meant is often missing."""
TIE, TIED_SIZE, ELSEWHERE_KM = 0.1, 10, 25.0
"""Two homonyms as good as this, not so many times as large, as far apart as that: neither is taken (of 21 such, 13
would have been wrong)."""
POINTLESS = frozenset({PlaceClass.REGION, PlaceClass.DISTRICT, PlaceClass.AREA, PlaceClass.RIVER})
"""Classes whose point stands for an extent: they draw nothing near, and are not drawn as pins."""
NAME_SCORES = {
    Standing.USUAL: 3.0,
    Standing.CURRENT: 2.8,
    Standing.OLD: 2.6,
    Standing.GENERATED: 2.4,
    Standing.PART: 0.6,
    Standing.OTHER: 1.8,
    Standing.STRAY: 0.8,
}
ALIKE = -1.0
MISSPELT = 2.0
LATER_FORM = -0.3
POPULATION_TENFOLD = 0.6
CLASS_AGREES, CLASS_DIFFERS = 0.5, -4.0
EXTENT_OF_A_TOWN = -0.5
SORT_AGREES, TOWN, CITY = 1.5, 5_000, 20_000
REGION_AGREES, REGION_DIFFERS = 2.5, -4.0
REGION_BESIDE = 4.5
REGION_SPOKEN_OF = 0.6
AT_SITE, OFF_SITE, SITE_KM = 4.0, -8.0, 30.0
SHADOW, SHADOWING, TIMES_AS_LARGE = -1.8, 50_000, 50
"""How far a village is behind a city of its name, where that has so many people and so many times the village's."""
UNKNOWN_POPULATION = 300
"""Places whose population no register gives are small."""
FRONT, FRONT_KM = 1.9, 40.0
AT_FRONT, AT_FRONT_KM = 0.7, 10.0
"""Beside a stretch of the front, and on it: of two villages behind it the one that is fought over is meant."""
FOUGHT_OVER, FOUGHT_OVER_KM = 1.0, 3.0
"""Where that day's front knows the place by its own name: of several villages of the name this one is in the news."""
CALLED_KM = 15.0
"""How far a town may lie from the stretch of the front that bears its bare name."""
STRETCH, STRETCH_KM = 3.0, 30.0
"""Where the words speak of a stretch of the front by the name of a place: for the one that it is called by, which lies
so near to it."""
OUTSIDE = -0.5
COMPANY = 4.0
EXACT_RELATION = (-5.0, 4.0)
LOOSE_RELATION = (-1.2, 3.0)


def name_part(hit: NameHit, form: int) -> Part:
    """How exactly the name is the candidate's; `form` is the rank of the base form that was looked up."""
    kind = hit.name.standing.name.lower() + " name"
    until = f" until {hit.name.until}" if hit.name.until else ""
    how = "" if hit.exact else ", spelt otherwise"
    score = NAME_SCORES[hit.name.standing] + (0 if hit.exact else ALIKE) + LATER_FORM * form
    if hit.name.standing >= Standing.PART:
        score -= _size(hit.place)
    return score, f"{kind} {hit.name.text}{until}{how}"


def place_parts(place: Place, theatre: Theatre) -> list[Part]:
    """What is known of a place whatever else the report names."""
    people = f"{place.population} people" if place.population else "population not known"
    parts = [(_size(place), people)]
    if not theatre.bounds.contains(place.lon, place.lat):
        parts.append((OUTSIDE, "outside the theatre"))
    return parts


def _size(place: Place) -> float:
    """How much oftener a place is spoken of for its people; not by a name that it does not go by."""
    return POPULATION_TENFOLD * log10(max(place.population, 50) / 50)


def class_part(stated: PlaceClass, place: Place, others: Collection[PlaceClass]) -> Part:
    """Whether the words say what sort of place it is; `others` are the classes of all places of the name.

    "The X region" is the town of X with its surroundings where no region has the name.
    """
    if _same_sort(stated, place.place_class):
        return CLASS_AGREES, f"a {place.place_class}"
    if stated in _EXTENTS and not any(_same_sort(stated, other) for other in others):
        return EXTENT_OF_A_TOWN, f"no {stated}"
    return CLASS_DIFFERS, f"no {stated}"


def sort_part(place: Place, *, town: bool) -> Part | None:
    """Whether it has as many people as what the words call it: "the TOWN of X" is no hamlet behind the front."""
    fits = place.population >= TOWN if town else place.population < CITY
    return (SORT_AGREES, "a town" if town else "no city") if fits else None


def _same_sort(one: PlaceClass, other: PlaceClass) -> bool:
    return one == other or {one, other} <= _EXTENTS


def shadow_part(place: Place, largest: Place) -> Part | None:
    """Whether a city has the same name; `largest` is the most populous place of that name."""
    if place.place_class in POINTLESS:
        return None
    needed = max(SHADOWING, TIMES_AS_LARGE * max(place.population, UNKNOWN_POPULATION) + 1)
    shadowed = largest.population >= needed
    return (SHADOW, f"there is a city of {largest.population} of that name") if shadowed else None


def front_part(place: Place, km: float, stretch: str, called: Collection[tuple[float, float]] = ()) -> Part | None:
    """How near it lies to the nearest stretch of the front that the report's day knows: `km` to the one so called.

    `called`: where all the day's stretches lie (lon, lat) that bear its bare name.
    """
    score = FRONT / (1 + (km / FRONT_KM) ** 4) + AT_FRONT / (1 + (km / AT_FRONT_KM) ** 2)
    known = km <= FOUGHT_OVER_KM and fold(stretch).startswith(fold(place.name))
    if known or any(distance_km(place.lon, place.lat, lon, lat) <= CALLED_KM for lon, lat in called):
        score += FOUGHT_OVER
    return (score, f"{km:.0f} km from the {stretch} stretch of the front") if score > FRONT / 20 else None


def stretch_part(place: Place, called: Collection[tuple[float, float]]) -> Part | None:
    """Whether a stretch of the front is called by the place: there, and by its name; `called`: where all those of its
    name lie (lon, lat)."""
    near = any(distance_km(place.lon, place.lat, lon, lat) <= STRETCH_KM for lon, lat in called)
    return (STRETCH, "a stretch of the front is called by it") if near else None


def region_parts(place: Place, stated: str | None, spoken_of: Collection[str]) -> list[Part]:
    """Whether it lies in the region that the words name beside it, or in one that the report speaks of."""
    if place.place_class is PlaceClass.REGION:
        # "The X and Y Oblast border": the words of the second belong to the first as well.
        return [(REGION_BESIDE, f"named beside {stated}")] if stated not in (None, place.name) else []
    if place.region is None:
        return []
    if stated is not None:
        agrees = place.region == stated
        return [(REGION_AGREES, f"in {stated}") if agrees else (REGION_DIFFERS, f"not in {stated}")]
    return [(REGION_SPOKEN_OF, f"in {place.region}, which is spoken of")] if place.region in spoken_of else []


def site_part(place: Place, lon: float, lat: float) -> Part:
    """Whether it can be the place that works at a point are known by: they lie outside their town."""
    km = distance_km(place.lon, place.lat, lon, lat)
    if place.place_class in POINTLESS or km > SITE_KM:
        return OFF_SITE, "far from the works"
    return AT_SITE, f"{km:.0f} km from the works"


def company_part(strength: float, companions: Collection[str]) -> Part:
    """How near the other places of the report are; `strength` is 0–1."""
    return COMPANY * strength, f"near {', '.join(companions)}" if companions else "far from the rest"


def relation_part(mention: PlaceMention, fit: float, *, fits: bool) -> Part:
    """The score of a fit; a distance says where a place must lie, a direction alone only where it may."""
    low, high = LOOSE_RELATION if mention.distance_km is None else EXACT_RELATION
    return low + (high - low) * fit, f"{'' if fits else 'not '}where the words put it from {mention.anchor}"
