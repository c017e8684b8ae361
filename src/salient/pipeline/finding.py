"""Which place a user means by a name, in whatever spelling or language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from salient.domain.errors import UsageError
from salient.domain.place import Place, PlaceClass
from salient.gazetteer import Gazetteer
from salient.pipeline.library import Library
from salient.text.transliteration import fold

ALIKE = 0.84
"""One wrong, missing or doubled letter in a name of seven."""
WORTH_NAMING = 0.6
_NAMED = 5


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place, and whether its name was only nearly said."""

    place: Place
    guessed: bool = False


def find_place(name: str, library: Library, gazetteer: Gazetteer) -> FoundPlace:
    """Find the place meant: among places of one name, the one that the store speaks of most.

    A name that no gazetteer has is taken for the one place assessed that is spelt nearly so. Raises UsageError, with
    near names, where there is none or more than one.
    """
    assessed = {place.id: place for place in library.places()}
    named = [place for place in gazetteer.lookup(name) if place.place_class is PlaceClass.SETTLEMENT]
    named += [place for place in assessed.values() if fold(place.name) == fold(name) and place not in named]
    if named:
        return FoundPlace(max(named, key=lambda place: _standing(place, library, assessed)))
    alike = _alike(name, library)
    close = [place_id for place_id, likeness in alike if likeness >= ALIKE]
    if len(close) == 1 or (close and alike[0][1] > alike[1][1]):
        return FoundPlace(assessed[close[0]], guessed=True)
    near = ", ".join(assessed[place_id].name for place_id, _ in alike)
    raise UsageError(f"no place called {name!r} is known" + (f" (near it: {near})" if near else ""))


def _standing(place: Place, library: Library, assessed: Mapping[str, Place]) -> tuple[int, bool, bool, int]:
    """Claims count first, then being assessed, then lying in the theatre, then size."""
    span = library.span()
    said = len(library.place_claims(place.id, span.last)) if span else 0
    inside = library.theatre.bounds.contains(place.lon, place.lat)
    return said, place.id in assessed, inside, place.population


def _alike(name: str, library: Library) -> Sequence[tuple[str, float]]:
    """The places assessed whose names are most like this one, best first."""
    said = fold(name)
    likeness = {
        place_id: max((SequenceMatcher(None, said, fold(other)).ratio() for other in names), default=0.0)
        for place_id, names in library.place_names().items()
    }
    best = nlargest(_NAMED, likeness.items(), key=lambda item: (item[1], item[0]))
    return [(place_id, value) for place_id, value in best if value >= WORTH_NAMING]
