"""The first-level unit and country of every place, by the names of the theatre pack."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from salient.domain.naming import NamedPlace
from salient.domain.place import PlaceClass
from salient.domain.theatre import Theatre
from salient.text.transliteration import fold

NEIGHBOUR_DEGREES = 0.3


class Regions:
    """Knows the pack's regions by all their names and codes."""

    def __init__(self, theatre: Theatre) -> None:
        self._names: dict[str, tuple[str, str | None]] = {}
        for named in theatre.places:
            if named.place.place_class is PlaceClass.REGION:
                entry = (named.place.name, named.country)
                for text in (named.place.name, *(name.text for name in named.names), *named.codes.values()):
                    self._names[fold(text)] = entry

    def apply(self, places: Iterable[NamedPlace]) -> Iterator[NamedPlace]:
        """Name each place's region as the pack does; a place without one takes that of its nearest neighbour."""
        from scipy.spatial import cKDTree  # noqa: PLC0415 - only compiling needs it, and its import takes half a second

        known = [self._known(named) for named in places]
        placed = [n for n in known if n.place.region and n.place.place_class is PlaceClass.SETTLEMENT]
        tree = cKDTree(np.array([(n.place.lon, n.place.lat) for n in placed])) if placed else None
        for named in known:
            if tree is None or named.place.region or named.place.place_class is not PlaceClass.SETTLEMENT:
                yield named
                continue
            apart, nearest = tree.query((named.place.lon, named.place.lat))
            neighbour = placed[int(nearest)]
            near = float(apart) < NEIGHBOUR_DEGREES
            yield _in(named, neighbour.place.region, neighbour.country) if near else named

    def _known(self, named: NamedPlace) -> NamedPlace:
        name, country = self._names.get(fold(named.place.region or ""), (None, None))
        return _in(named, name, country)


def _in(named: NamedPlace, region: str | None, country: str | None) -> NamedPlace:
    return replace(named, place=replace(named.place, region=region), country=named.country or country)
