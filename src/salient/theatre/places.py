"""The places that a theatre pack names itself: regions, rivers, areas, settlements with changed names, and villages."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from salient.domain.errors import PackError
from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import Place, PlaceClass
from salient.theatre.yaml_file import Shape, read_yaml


class _Name(Shape):
    text: str
    lang: str | None = None
    since: date | None = None
    until: date | None = None


class _Place(Shape):
    id: str
    name: str
    lon: float
    lat: float
    place_class: PlaceClass = PlaceClass.SETTLEMENT
    population: int = Field(default=0, ge=0)
    region: str | None = None
    country: str | None = None
    codes: dict[str, str] = Field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Names in use today, by language."""
    parts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """What its districts and neighbourhoods are called, by language: they are it, where it is spoken of."""
    renamed: tuple[_Name, ...] = ()
    """Names with the days they were in force."""


class _PlacesFile(Shape):
    places: tuple[_Place, ...]
    not_places: tuple[str, ...] = ()


class _VillagesFile(Shape):
    villages: dict[str, tuple[tuple[str, float, float], ...]]
    """Name, longitude and latitude, by region."""


def read_places(path: Path) -> tuple[tuple[NamedPlace, ...], tuple[str, ...]]:
    """Read a pack's `places.yaml`: its places, and the words that are none. Raises PackError naming file and line."""
    file = read_yaml(path, _PlacesFile)
    return tuple(_named(place) for place in file.places), file.not_places


def _named(listed: _Place) -> NamedPlace:
    current = [PlaceName(text, lang) for lang, texts in listed.names.items() for text in texts]
    changed = [PlaceName(name.text, name.lang, name.since, name.until) for name in listed.renamed]
    parts = [PlaceName(text, lang, part=True) for lang, texts in listed.parts.items() for text in texts]
    return NamedPlace(
        place=Place(
            listed.id, listed.name, listed.lon, listed.lat, listed.place_class, listed.population, listed.region
        ),
        names=(PlaceName(listed.name, "en"), *current, *changed, *parts),
        codes=listed.codes,
        country=listed.country,
    )


def read_villages(path: Path, places: Iterable[NamedPlace], languages: Mapping[str, str]) -> tuple[NamedPlace, ...]:
    """Read a pack's `villages.yaml`: villages by the name of their region, which must be one of `places`.

    They bear one name, in the language of their country. Raises PackError naming the file.
    """
    countries = {named.place.name: named.country for named in places if named.place.place_class is PlaceClass.REGION}
    villages = []
    for region, rows in read_yaml(path, _VillagesFile).villages.items():
        country = countries.get(region)
        if country is None or country not in languages:
            raise PackError(str(path), f"{region} is no region of this pack in a country whose language it names")
        for name, lon, lat in rows:
            place = Place(f"village:{country}/{name}/{lat:.2f},{lon:.2f}", name, lon, lat, region=region)
            villages.append(NamedPlace(place, (PlaceName(name, languages[country]),), country=country))
    return tuple(villages)
