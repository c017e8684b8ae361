"""One place for what several registers list."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from salient.domain.naming import NamedPlace


def merge_places(places: Iterable[NamedPlace]) -> Iterator[NamedPlace]:
    """Merge places of one id: the first says what it is, the later ones add names, codes and what it lacks."""
    merged: dict[str, NamedPlace] = {}
    for named in places:
        first = merged.get(named.place.id)
        merged[named.place.id] = named if first is None else _joined(first, named)
    return iter(merged.values())


def _joined(first: NamedPlace, later: NamedPlace) -> NamedPlace:
    place = replace(
        first.place,
        population=max(first.place.population, later.place.population),
        region=first.place.region or later.place.region,
    )
    dated = {name.text for name in first.names}
    names = (*first.names, *(name for name in later.names if name.text not in dated))
    return NamedPlace(place, names, {**later.codes, **first.codes}, first.country or later.country)
