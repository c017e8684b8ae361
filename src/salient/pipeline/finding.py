"""Which place a user means by a name, in whatever spelling or language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from salient.domain.errors import UsageError
from salient.domain.place import Place, PlaceClass
from salient.gazetteer import Gazetteer
from salient.gazetteer.index import NameHit
from salient.gazetteer.naming import Standing
from salient.pipeline.library import Library
from salient.text.transliteration import fold

ALIKE = 0.84
"""One wrong, missing or doubled letter in a name of seven."""
WORTH_NAMING = 0.6
_NAMED = 5


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place; whether it hardly goes by the name that was said; and who else in the assessment has that name."""

    place: Place
    guessed: bool = False
    others: tuple[Place, ...] = ()


def find_place(name: str, library: Library, gazetteer: Gazetteer) -> FoundPlace:
    """Find the place meant: an id, a name, or "name, region".

    Places that are called so come before those that a register once called so; among them the assessed ones, then the
    one that the store speaks of most. A name that nothing has is taken for the one place assessed that is spelt nearly
    so. Raises UsageError, with near names, where there is none or more than one.
    """
    assessed = {place.id: place for place in library.places()}
    by_id = assessed.get(name) or gazetteer.place(name)
    if by_id is not None and by_id.place_class is PlaceClass.SETTLEMENT:
        return FoundPlace(by_id)
    hits = _settlements(name, gazetteer)
    hits = {**hits, **{place.id: None for place in assessed.values() if fold(place.name) == fold(name)}}
    if hits:
        return _chosen(hits, library, assessed)
    return _nearly(name, library, gazetteer, assessed)


def _settlements(name: str, gazetteer: Gazetteer) -> Mapping[str, NameHit | None]:
    """The settlements of a name, or of "name, region"."""
    hits = {hit.place.id: hit for hit in gazetteer.hits(name) if hit.place.place_class is PlaceClass.SETTLEMENT}
    bare, comma, region = name.rpartition(",")
    if hits or not comma:
        return hits
    regions = {place.name for place in gazetteer.lookup(region.strip()) if place.place_class is PlaceClass.REGION}
    return {id_: hit for id_, hit in _settlements(bare, gazetteer).items() if hit and hit.place.region in regions}


def _chosen(hits: Mapping[str, NameHit | None], library: Library, assessed: Mapping[str, Place]) -> FoundPlace:
    """Take the best of the places of a name; None stands for the hit of a place that the store alone knows."""
    places = {id_: hit.place if hit else assessed[id_] for id_, hit in hits.items()}
    called = {id_ for id_, hit in hits.items() if hit is None or hit.name.standing <= Standing.GENERATED}
    span = library.span()

    def rank(id_: str) -> tuple[bool, bool, bool, bool, int, int, int]:
        hit, place = hits[id_], places[id_]
        said = len(library.place_claims(id_, span.last)) if span and id_ in assessed else 0
        standing = hit.name.standing if hit else Standing.USUAL
        inside = library.theatre.bounds.contains(place.lon, place.lat)
        exact = hit is None or hit.exact
        return id_ in called, id_ in assessed, inside, exact, said, -standing, place.population

    best = max(hits, key=rank)
    rivals = (id_ for id_ in hits if id_ in assessed and (id_ in called or best not in assessed))
    others = tuple(places[id_] for id_ in sorted(rivals, key=rank, reverse=True) if id_ != best)
    return FoundPlace(places[best], guessed=best not in called, others=others)


def _nearly(name: str, library: Library, gazetteer: Gazetteer, assessed: Mapping[str, Place]) -> FoundPlace:
    alike = _alike(name, library)
    near = ", ".join(assessed[place_id].name for place_id, _ in alike)
    larger = next(iter(gazetteer.lookup(name)), None)
    if larger is not None:
        told = f"{name!r} is no settlement ({larger.place_class}), and only settlements are assessed"
        raise UsageError(told + (f" (near it: {near})" if near else ""))
    close = [place_id for place_id, likeness in alike if likeness >= ALIKE]
    if len(close) == 1 or (close and alike[0][1] > alike[1][1]):
        return FoundPlace(assessed[close[0]], guessed=True)
    raise UsageError(f"no place called {name!r} is known" + (f" (near it: {near})" if near else ""))


def _alike(name: str, library: Library) -> Sequence[tuple[str, float]]:
    """The places assessed whose names are most like this one, best first."""
    said = fold(name)
    likeness = {
        place_id: max((SequenceMatcher(None, said, fold(other)).ratio() for other in names), default=0.0)
        for place_id, names in library.place_names().items()
    }
    best = nlargest(_NAMED, likeness.items(), key=lambda item: (item[1], item[0]))
    return [(place_id, value) for place_id, value in best if value >= WORTH_NAMING]
