"""Settlements from OpenStreetMap as CSV: type, id, class, English and local name, Wikidata id, point, region."""

from collections.abc import Iterable

from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import Place
from salient.gazetteer.sources.reading import Format, Register, Row, read_point, read_rows

REQUIRED = ("osm_type", "osm_id", "name", "lat", "lon")


def _recognises(first: str) -> bool:
    return set(REQUIRED) <= set(first.strip().split(","))


def _read(name: str, lines: Iterable[str]) -> Register:
    register = Register()
    for number, row in read_rows(name, lines, REQUIRED):
        names = _names(row)
        if not names:
            continue
        lon, lat = read_point(name, number, row["lon"], row["lat"])
        place_id = f"osm:{row['osm_type']}/{row['osm_id']}"
        place = Place(place_id, names[0].text, lon, lat, region=row.get("region:name") or None)
        wikidata = {"wikidata": row["wikidata"]} if row.get("wikidata") else {}
        register.places.append(NamedPlace(place, names, {"osm": place_id.removeprefix("osm:"), **wikidata}))
    return register


def _names(row: Row) -> tuple[PlaceName, ...]:
    english = [PlaceName(row["name"], "en")] if row["name"] else []
    local = [PlaceName(text, column[5:]) for column, text in row.items() if column.startswith("name:") and text]
    return (*english, *local)


FORMAT = Format("osm", "OpenStreetMap settlements (CSV)", "ODbL, OpenStreetMap contributors", _recognises, _read)
