"""One place for what several registers list."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from salient.domain.naming import NamedPlace, PlaceName
from salient.gazetteer.distance import distance_km
from salient.text.transliteration import NameKeys

SAME_CODE_KM = 15.0
SAME_NAME_KM = 4.0
"""Registers differ by up to this in where a village lies; of homonyms nearer than this the nearest is taken."""


class Merger:
    """Collects places register by register; the first register says what a place is and where it lies.

    Two places of one register are two, whatever their names: only ids make them one.
    """

    def __init__(self, keys: NameKeys) -> None:
        self._keys = keys
        self.places: dict[str, NamedPlace] = {}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._by_code: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, register: Iterable[NamedPlace]) -> None:
        """Merge the places of one register into those before it."""
        earlier = set(self.places)
        for named in register:
            same = named.place.id if named.place.id in self.places else self._same(named, earlier)
            if same is None:
                self.places[named.place.id] = named
                self._enter(named.place.id, named)
            else:
                # One place takes one entry of each register.
                earlier.discard(same)
                self.places[same] = _joined(self.places[same], named)
                self._enter(same, named)

    def _same(self, named: NamedPlace, earlier: set[str]) -> str | None:
        coded = {place for code in named.codes.items() for place in self._by_code[code] if place in self.places}
        alike = {place for key in self._name_keys(named) for place in self._by_key[key]} & earlier
        near = [(self._apart(named, place), place) for place in coded]
        near = [item for item in near if item[0] < SAME_CODE_KM]
        near = near or [item for item in ((self._apart(named, p), p) for p in alike) if item[0] < SAME_NAME_KM]
        return min(near)[1] if near else None

    def _apart(self, named: NamedPlace, other: str) -> float:
        place = self.places[other].place
        if place.place_class != named.place.place_class:
            return float("inf")
        return distance_km(named.place.lon, named.place.lat, place.lon, place.lat)

    def _enter(self, place_id: str, named: NamedPlace) -> None:
        for key in self._name_keys(named):
            self._by_key[key].add(place_id)
        for code in named.codes.items():
            self._by_code[code].add(place_id)

    def _name_keys(self, named: NamedPlace) -> set[str]:
        return self._keys.keys([named.place.name, *(name.text for name in named.names if name.lang)])


def _joined(first: NamedPlace, later: NamedPlace) -> NamedPlace:
    place = replace(
        first.place,
        population=max(first.place.population, later.place.population),
        region=first.place.region or later.place.region,
    )
    names: dict[str, PlaceName] = {}
    for name in (*first.names, *later.names):
        if name.text not in names or (name.lang and not names[name.text].lang):
            names[name.text] = name
    return NamedPlace(place, tuple(names.values()), {**later.codes, **first.codes}, first.country or later.country)
