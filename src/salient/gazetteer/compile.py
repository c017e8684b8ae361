"""Named places as one compact index file: SQLite, read in place, with the automaton that finds names in text."""

import os
import pickle
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import ahocorasick

from salient.domain.naming import NamedPlace
from salient.domain.theatre import Theatre
from salient.gazetteer.naming import Namer, StandingName
from salient.gazetteer.telling import Telling
from salient.text.transliteration import NameKeys, fold, scannable

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE place (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, lon REAL NOT NULL,
  lat REAL NOT NULL, class TEXT NOT NULL, population INTEGER NOT NULL, region TEXT);
CREATE TABLE name (folded TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL, text TEXT NOT NULL, lang TEXT,
  standing INTEGER NOT NULL, since TEXT, until TEXT);
CREATE TABLE code (scheme TEXT NOT NULL, code TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE automaton (pickled BLOB NOT NULL);
"""
_INDEXES = """
CREATE INDEX name_folded ON name (folded);
CREATE INDEX name_key ON name (key);
CREATE INDEX name_place ON name (place);
CREATE INDEX place_lat ON place (lat, lon);
CREATE INDEX code_place ON code (place);
"""


def compile_index(places: Iterable[NamedPlace], theatre: Theatre, digest: str, path: Path) -> None:
    """Write the index of `places` to `path`, whole or not at all, whoever else is doing the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=path.name, suffix=".draft", dir=path.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(draft)) as base:
            _write(base, places, theatre, digest)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _write(base: sqlite3.Connection, places: Iterable[NamedPlace], theatre: Theatre, digest: str) -> None:
    base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
    keys = NameKeys(theatre.spellings)
    namer = Namer(theatre, keys)
    telling = Telling(theatre, keys)
    scanned: set[str] = set()
    own = {named.place.id for named in theatre.places}
    for number, listed in enumerate(places):
        named = listed if listed.place.id in own else namer.with_usual_name(listed)
        place = named.place
        base.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, place.id, place.name, place.lon, place.lat, place.place_class, place.population, place.region),
        )
        base.executemany("INSERT INTO code VALUES (?, ?, ?)", [(s, code, number) for s, code in named.codes.items()])
        names = list(namer.names(named))
        base.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _rows(names, number, keys))
        scanned.update(scannable(name.text) for name in names if telling.tells(name, place))
    base.execute("INSERT INTO automaton VALUES (?)", (_automaton(scanned),))
    base.executemany("INSERT INTO meta VALUES (?, ?)", [("digest", digest), ("theatre", theatre.id)])
    base.executescript(_INDEXES)
    base.commit()


def _rows(names: Iterable[StandingName], number: int, keys: NameKeys) -> Iterator[tuple[str | int | None, ...]]:
    for name in names:
        yield (
            fold(name.text),
            keys.key(name.text),
            number,
            name.text,
            name.lang,
            int(name.standing),
            name.since.isoformat() if name.since else None,
            name.until.isoformat() if name.until else None,
        )


def _automaton(names: Iterable[str]) -> bytes:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for name in sorted(names):
        automaton.add_word(name)
    automaton.make_automaton()
    return pickle.dumps(automaton)
