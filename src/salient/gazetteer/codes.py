"""Official codes joined to places: by name within the region, homonyms by their neighbours in the same unit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import median

from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import PlaceClass
from salient.domain.theatre import Theatre
from salient.gazetteer.distance import distance_km
from salient.gazetteer.sources.reading import OfficialCode
from salient.text.transliteration import NameKeys

FARTHEST_KM = 40.0
"""Nearer than this a settlement lies to the middle of its smallest unit; farther off it is another of that name."""
SCHEME = "codifier"

Group = tuple[str, str]
"""Region and key of a name."""


def join_codes(
    places: Mapping[str, NamedPlace], codes: Iterable[OfficialCode], theatre: Theatre, keys: NameKeys
) -> dict[str, NamedPlace]:
    """Give places their code and the official name that goes with it.

    A code whose name stands once in its region is joined at once; these tell where a unit lies, and so which of
    several homonyms is its. A code that no place fits is left out.
    """
    regions = {n.codes[SCHEME]: n.place.name for n in theatre.places if SCHEME in n.codes}
    waiting = _grouped_codes(codes, regions, keys)
    homonyms = _grouped_places(places.values(), keys)
    joined: dict[str, OfficialCode] = {}
    for group, rows in waiting.items():
        if len(rows) == len(homonyms.get(group, ())) == 1:
            joined[homonyms[group][0].place.id] = rows[0]
    middles = _middles(joined, places)
    for group, rows in waiting.items():
        if not len(rows) == len(homonyms.get(group, ())) == 1:
            _join_nearest(rows, homonyms.get(group, ()), middles, joined)
    return {id_: _coded(named, joined[id_], theatre) if id_ in joined else named for id_, named in places.items()}


def _grouped_codes(
    codes: Iterable[OfficialCode], regions: Mapping[str, str], keys: NameKeys
) -> dict[Group, list[OfficialCode]]:
    grouped: dict[Group, list[OfficialCode]] = defaultdict(list)
    for code in codes:
        region = next((name for prefix, name in regions.items() if code.code.startswith(prefix)), None)
        if region:
            grouped[region, keys.key(code.name)].append(code)
    return grouped


def _grouped_places(places: Iterable[NamedPlace], keys: NameKeys) -> dict[Group, list[NamedPlace]]:
    grouped: dict[Group, list[NamedPlace]] = defaultdict(list)
    for named in places:
        if named.place.region and named.place.place_class is PlaceClass.SETTLEMENT:
            names = [named.place.name, *(name.text for name in named.names if name.lang and not name.part)]
            for key in keys.keys(names):
                grouped[named.place.region, key].append(named)
    return grouped


def _middles(joined: Mapping[str, OfficialCode], places: Mapping[str, NamedPlace]) -> dict[str, tuple[float, float]]:
    """The middle (lon, lat) of every unit's settlements."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place_id, row in joined.items():
        for unit in row.units:
            points[unit].append((places[place_id].place.lon, places[place_id].place.lat))
    return {unit: (median(lon for lon, _ in group), median(lat for _, lat in group)) for unit, group in points.items()}


def _join_nearest(
    rows: Sequence[OfficialCode],
    homonyms: Sequence[NamedPlace],
    middles: Mapping[str, tuple[float, float]],
    joined: dict[str, OfficialCode],
) -> None:
    pairs = []
    for row in rows:
        middle = next((middles[unit] for unit in reversed(row.units) if unit in middles), None)
        if middle is not None:
            pairs += [(distance_km(*middle, n.place.lon, n.place.lat), row.code, n.place.id, row) for n in homonyms]
    done: set[str] = set()
    for apart, code, place_id, row in sorted(pairs, key=lambda pair: pair[:3]):
        if apart < FARTHEST_KM and code not in done and place_id not in joined:
            joined[place_id] = row
            done.add(code)


def _coded(named: NamedPlace, row: OfficialCode, theatre: Theatre) -> NamedPlace:
    lang = theatre.name_languages.get(named.country or "")
    names = named.names if any(n.text == row.name for n in named.names) else (*named.names, PlaceName(row.name, lang))
    return replace(named, names=names, codes={**named.codes, SCHEME: row.code})
