"""A compiled gazetteer: names to places, names in text, places near a point."""

import pickle
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from salient.domain.place import Place, PlaceClass
from salient.domain.theatre import Bounds
from salient.gazetteer.naming import Standing, StandingName
from salient.gazetteer.nearby import Nearby, place_of
from salient.text.transliteration import NameKeys, fold, scannable

_PLACE = "place.id, place.name, lon, lat, class, population, region"
_BY_NAME = f"""SELECT {_PLACE}, name.text, lang, standing, since, until FROM name JOIN place ON place = number
WHERE name.{{}} = ? ORDER BY standing, population DESC, place.id"""
_NAMES_OF = """SELECT text FROM name JOIN place ON place = number WHERE place.id = ? AND standing < ?
GROUP BY text ORDER BY min(standing), text"""
_SETTLEMENTS = f"SELECT {_PLACE} FROM place WHERE class = ?"
_IN_BOX = f"SELECT {_PLACE} FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? AND class = ? ORDER BY id"
UNCOUNTED_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name found in a text: `text[start:end]`, and the folded name to look up."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class NameHit:
    """A place that a name may mean, and by which of its names. `exact` is False where only the sound agrees."""

    place: Place
    name: StandingName
    exact: bool


class Gazetteer:
    """An index file, read in place. May be shared between threads."""

    def __init__(self, path: Path, keys: NameKeys) -> None:
        self._base = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, check_same_thread=False)
        self._keys = keys
        self.digest: str = self._base.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()[0]
        self.hits = lru_cache(maxsize=20_000)(self._hits)
        """All places of a name (its exact spellings first), each with the name that it goes by."""
        self.near = lru_cache(maxsize=1_000)(self._near)
        """The settlements within so many `km` of a point (lon, lat), the nearest first."""
        self.key = keys.key
        """The key under which rival spellings of a name meet."""

    @property
    def size(self) -> int:
        """How many places it holds."""
        count: int = self._base.execute("SELECT count(*) FROM place").fetchone()[0]
        return count

    @cached_property
    def thorough(self) -> bool:
        """Whether it knows villages: places whose population nobody counted stand in thorough registers only."""
        share: float = self._base.execute(
            "SELECT avg(population = 0) FROM place WHERE class = ?", (PlaceClass.SETTLEMENT,)
        ).fetchone()[0]
        return share > UNCOUNTED_SHARE

    def lookup(self, name: str) -> Sequence[Place]:
        """Find the places of a name in any spelling, language and case; the best known first."""
        return tuple({hit.place.id: hit.place for hit in self.hits(name)}.values())

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where none has it."""
        row = self._base.execute(f"SELECT {_PLACE} FROM place WHERE place.id = ?", (place_id,)).fetchone()
        return None if row is None else place_of(row)

    def _hits(self, name: str) -> tuple[NameHit, ...]:
        exact = self._select("folded", fold(name), exact=True)
        known = {hit.place.id for hit in exact}
        alike = self._select("key", self._keys.key(name), exact=False)
        return (*exact, *(hit for hit in alike if hit.place.id not in known))

    def _select(self, column: str, value: str, *, exact: bool) -> tuple[NameHit, ...]:
        hits: dict[str, NameHit] = {}
        for row in self._base.execute(_BY_NAME.format(column), (value,)):
            hits.setdefault(row[0], NameHit(place_of(row), _name(row[7:]), exact))
        return tuple(hits.values())

    def scan(self, text: str) -> Sequence[NameSpan]:
        """Find names as whole words, the longest where several begin or overlap, in the order of the text."""
        if not text:
            return ()
        prepared = scannable(text)
        spans: list[tuple[int, int]] = []
        for last, length in self._automaton.iter(prepared):
            start, end = last - length + 1, last + 1
            if (start and prepared[start - 1].isalnum()) or (end < len(prepared) and prepared[end].isalnum()):
                continue
            while spans and start <= spans[-1][0]:
                spans.pop()
            if not spans or spans[-1][1] <= start:
                spans.append((start, end))
        return tuple(NameSpan(start, end, fold(text[start:end])) for start, end in spans)

    def tells(self, name: str) -> bool:
        """Whether texts are searched for exactly this name."""
        return scannable(name) in self._automaton

    def names_of(self, place_ids: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """List the names that people use or used, by place id, the best standing first; none for unknown ids."""
        return {
            place_id: tuple(row[0] for row in self._base.execute(_NAMES_OF, (place_id, Standing.GENERATED)))
            for place_id in place_ids
        }

    def scanned_names(self) -> Sequence[str]:
        """List the names that texts are searched for, as they are compared."""
        return tuple(self._automaton.keys())

    def codes(self, place_id: str) -> Mapping[str, str]:
        """The ids of a place in the registers that list it, by register."""
        query = "SELECT scheme, code FROM code JOIN place ON place = number WHERE id = ? ORDER BY scheme"
        return dict(self._base.execute(query, (place_id,)).fetchall())

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby(self._base.execute(_SETTLEMENTS, (PlaceClass.SETTLEMENT,)).fetchall())

    def _near(self, lon: float, lat: float, km: float) -> Sequence[Place]:
        return self._nearby.within(lon, lat, km)

    def settlements(self, bounds: Bounds) -> Sequence[Place]:
        """List the settlements inside a box."""
        box = (bounds.south, bounds.north, bounds.west, bounds.east, PlaceClass.SETTLEMENT)
        return tuple(map(place_of, self._base.execute(_IN_BOX, box)))

    @cached_property
    def _automaton(self) -> Any:
        # The index is compiled and kept by this user on this machine: as safe to unpickle as the code beside it.
        return pickle.loads(self._base.execute("SELECT pickled FROM automaton").fetchone()[0])


def _name(row: Sequence[Any]) -> StandingName:
    since, until = (None if day is None else date.fromisoformat(day) for day in row[3:5])
    return StandingName(row[0], row[1], Standing(row[2]), since, until)
