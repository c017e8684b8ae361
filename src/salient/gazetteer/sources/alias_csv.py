"""A list of spellings as CSV: one place a row, its aliases in several languages without saying which."""

import re
from collections.abc import Iterable

from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import Place
from salient.gazetteer.sources.reading import Format, Register, read_point, read_rows

REQUIRED = ("name", "aliases", "lon", "lat")
_NAME = re.compile(r"[^\W\d_][\w .'’ʼ-]*")


def _recognises(first: str) -> bool:
    return set(REQUIRED) <= set(first.strip().split(","))


def _read(name: str, lines: Iterable[str]) -> Register:
    register = Register()
    for number, row in read_rows(name, lines, REQUIRED):
        lon, lat = read_point(name, number, row["lon"], row["lat"])
        wikidata = row.get("wikidata", "")
        place_id = f"wikidata:{wikidata}" if wikidata else f"alias:{row.get('cid') or f'{lon:.5f},{lat:.5f}'}"
        place = Place(place_id, _titled(row["name"]), lon, lat, region=row.get("region") or None)
        aliases = [
            PlaceName(_titled(alias.strip())) for alias in row["aliases"].split(";") if _NAME.fullmatch(alias.strip())
        ]
        codes = {"wikidata": wikidata} if wikidata else {}
        register.places.append(NamedPlace(place, (PlaceName(place.name, "en"), *aliases), codes))
    return register


def _titled(name: str) -> str:
    """Set the first letters of a lower-case name's words in capitals; apostrophes do not begin a word."""
    return re.sub(r"(?<![\w'’ʼ\u0301])\w", lambda first: first[0].upper(), name)


FORMAT = Format("aliases", "list of spellings (CSV)", "not stated", _recognises, _read)
