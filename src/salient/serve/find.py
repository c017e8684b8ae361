"""Search places and assets by name, in any of their spellings, with typing errors."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from salient.gazetteer.whereabouts import whereabouts
from salient.serve.reader import Reader
from salient.serve.schema import FoundView

LIMIT = 8


def find(reader: Reader, words: str) -> list[FoundView]:
    """Best first: exact, then beginning, then within two typing errors; larger places before smaller ones."""
    query = fold(words)
    if not query:
        return []
    scored = []
    for found, names, size in _things(reader):
        score = min((_distance(query, fold(name)) for name in names), default=None)
        if score is not None and score <= _tolerance(query):
            scored.append((score, -size, found.name, found))
    scored.sort(key=lambda row: row[:3])
    return _told_apart([found for *_, found in scored[:LIMIT]], reader)


def _told_apart(found: Sequence[FoundView], reader: Reader) -> list[FoundView]:
    """What would read the same says where it lies: a region has several villages of one name."""
    seen = Counter((one.name, one.detail) for one in found)
    alike = {one.id for one in found if one.kind == "place" and seen[one.name, one.detail] > 1}
    places = {place.id: place for place in reader.places()} if alike else {}
    where = {id_: whereabouts(places[id_], places.values()) or None for id_ in alike}
    return [one.model_copy(update={"detail": where[one.id]}) if one.id in alike else one for one in found]


def fold(text: str) -> str:
    """Lower case without marks, apostrophes, hyphens and spaces."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in bare if char.isalnum())


def _things(reader: Reader) -> Iterator[tuple[FoundView, Iterable[str], int]]:
    others = reader.place_names()
    for place in reader.places():
        view = FoundView(kind="place", id=place.id, name=place.name, detail=place.region)
        yield view, (place.name, *others.get(place.id, ())), place.population
    for asset in reader.theatre.assets:
        view = FoundView(kind="asset", id=asset.id, name=asset.name, detail=asset.place)
        yield view, (asset.name, *asset.aliases), 0


def _tolerance(query: str) -> float:
    return 0.5 if len(query) < 4 else 1.5 if len(query) < 7 else 2.5


def _distance(query: str, name: str) -> float:
    """0 for the same, under 0.5 for a beginning, else the number of typing errors to the name's beginning, plus 0.4."""
    if query == name:
        return 0.0
    if name.startswith(query):
        return 0.1
    if len(query) > 3 and query in name:
        return 0.4
    if abs(len(name) - len(query)) > 2 and len(name) < len(query):
        return 99.0
    return 0.4 + min(_edits(query, name[: len(query) + extra]) for extra in (-1, 0, 1))


def _edits(a: str, b: str) -> int:
    """Optimal string alignment: insertions, deletions, substitutions, neighbours swapped."""
    if abs(len(a) - len(b)) > 3:
        return 99
    older: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        older, last = last, row
    return last[-1]
