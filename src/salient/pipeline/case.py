"""The places of a case: what the claims of a store ask to be assessed."""

from collections.abc import Iterable, Sequence
from statistics import median

from salient.domain.claim import Claim
from salient.domain.identity import content_id
from salient.domain.kind import Kind
from salient.domain.place import BY_RELATION, Place, PlaceMatch, PlacePrecision
from salient.gazetteer import Gazetteer
from salient.gazetteer.distance import distance_km

REACH_KM = 15.0
"""Settlements lie 2-5 km apart: a claim's neighbours, and theirs, get a cell of their own."""
SAME_PLACE_KM = 12.0
"""Two places of one name, both known by relation only, are one when they lie this close."""
_GROUND = frozenset({Kind.CONTROL, Kind.ADVANCE, Kind.CLASH, Kind.WITHDRAWAL, Kind.ENCIRCLEMENT})
_EXACT = frozenset({PlacePrecision.SETTLEMENT, PlacePrecision.RELATION})


def case_places(claims: Iterable[Claim], gazetteer: Gazetteer) -> Sequence[Place]:
    """The settlements within REACH_KM of any claim about the ground, and named places known by relation only.

    Ordered by id, whatever the order of the claims.
    """
    spots: set[tuple[float, float]] = set()
    related: dict[str, list[PlaceMatch]] = {}
    for claim in claims:
        match = claim.place
        if claim.content.kind not in _GROUND or match.precision not in _EXACT or match.lon is None or match.lat is None:
            continue
        spots.add((match.lon, match.lat))
        if match.precision is PlacePrecision.RELATION and match.place_id is None and match.has_own_name:
            related.setdefault(match.name or "", []).append(match)
    known = {place.id: place for lon, lat in sorted(spots) for place in gazetteer.near(lon, lat, REACH_KM)}
    said = [place for name in sorted(related) for place in _by_relation(name, related[name])]
    return sorted((*known.values(), *said), key=lambda place: place.id)


def _by_relation(name: str, matches: Sequence[PlaceMatch]) -> list[Place]:
    """One place per cluster of points, in the middle of it."""
    clusters: list[list[tuple[float, float]]] = []
    for lon, lat in sorted((match.lon or 0.0, match.lat or 0.0) for match in matches):
        near = (cluster for cluster in clusters if distance_km(*cluster[0], lon, lat) <= SAME_PLACE_KM)
        cluster = next(near, None)
        if cluster is None:
            clusters.append([(lon, lat)])
        else:
            cluster.append((lon, lat))
    places = []
    for cluster in clusters:
        lon, lat = median(point[0] for point in cluster), median(point[1] for point in cluster)
        places.append(Place(BY_RELATION + content_id("place", [name, round(lon, 1), round(lat, 1)]), name, lon, lat))
    return places
