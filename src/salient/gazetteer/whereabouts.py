"""Where a place lies, in words that tell it from others of its name."""

from collections.abc import Iterable

from salient.domain.place import Place
from salient.gazetteer.distance import distance_km

NEIGHBOURHOOD_KM = 20.0
"""Within it the largest settlement tells where a village lies."""


def whereabouts(place: Place, around: Iterable[Place]) -> str:
    """ "the X region, 13 km from Y": its region, and the largest of the larger places near it.

    Of a place whose point was computed from words the region alone: its distance from anything is not to be told.
    """
    if place.is_computed:
        return place.region or ""
    near = {other: distance_km(place.lon, place.lat, other.lon, other.lat) for other in around if _larger(other, place)}
    towns = [other for other, km in near.items() if km <= NEIGHBOURHOOD_KM]
    town = max(towns, key=lambda other: (other.population, other.id), default=None)
    told = (place.region, f"{near[town]:.0f} km from {town.name}" if town else None)
    return ", ".join(part for part in told if part)


def _larger(other: Place, place: Place) -> bool:
    return other.population > place.population and other.name != place.name
