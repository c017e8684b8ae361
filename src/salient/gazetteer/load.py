"""The gazetteer of a theatre: compiled when first asked for, read in place ever after."""

import errno
import getpass
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from salient.domain.errors import UsageError
from salient.domain.identity import content_id
from salient.domain.naming import NamedPlace
from salient.domain.theatre import Theatre
from salient.gazetteer.added import list_added, read_added
from salient.gazetteer.codes import join_codes
from salient.gazetteer.compile import compile_index
from salient.gazetteer.embedded import FAR_POPULATION, embedded_places, embedded_version
from salient.gazetteer.home import cache_folder
from salient.gazetteer.index import Gazetteer
from salient.gazetteer.lock import alone
from salient.gazetteer.merge import Merger
from salient.gazetteer.regions import Regions
from salient.gazetteer.sources import Register
from salient.text.transliteration import NameKeys

KEPT_INDEXES = 8


def load_gazetteer(theatre: Theatre, home: Path | None = None) -> Gazetteer:
    """Open the gazetteer of a theatre: the embedded places, the pack's own, and what the user added under `home`.

    The index is kept in the cache folder, or where that cannot be written in the folder for temporary files.
    """
    digest = _digest(theatre, home)
    name = f"gazetteer-{theatre.id}-{digest}.sqlite"
    folders = (cache_folder(home), Path(tempfile.gettempdir()) / f"salient-{getpass.getuser()}")
    for folder in folders:
        try:
            return _opened(folder / name, theatre, digest, home)
        except OSError as error:
            failure = error
    raise UsageError(f"{folders[0]}: the gazetteer cannot be kept there: {failure.strerror}") from failure


def _opened(path: Path, theatre: Theatre, digest: str, home: Path | None) -> Gazetteer:
    """Open the index at `path`, compiling it where there is none; one that cannot be read is compiled again."""
    with alone(path):
        if not path.exists():
            compile_index(all_places(theatre, embedded_places(theatre), read_added(home)), theatre, digest, path)
            _drop_old(path.parent, theatre)
    refuse_foreign(path)
    keys = NameKeys(theatre.spellings)
    try:
        return Gazetteer(path, keys)
    except sqlite3.DatabaseError:
        compile_index(all_places(theatre, embedded_places(theatre), read_added(home)), theatre, digest, path)
        return Gazetteer(path, keys)


def _drop_old(folder: Path, theatre: Theatre) -> None:
    """Drop indexes of former packs, registers and versions, but for the latest few: others may be reading them."""
    indexes = sorted(folder.glob(f"gazetteer-{theatre.id}-*.sqlite"), key=lambda path: path.stat().st_mtime)
    for old in indexes[:-KEPT_INDEXES]:
        old.unlink(missing_ok=True)


def refuse_foreign(path: Path) -> None:
    """Raise PermissionError for an index that another user wrote: what it holds is run as code when it is opened."""
    if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
        raise PermissionError(errno.EACCES, "an index there belongs to another user", str(path))


def all_places(theatre: Theatre, embedded: Iterable[NamedPlace], registers: Iterable[Register]) -> Iterator[NamedPlace]:
    """Merge the pack's places, the embedded ones and those of added registers, each with region and codes."""
    keys, regions = NameKeys(theatre.spellings), Regions(theatre)
    merger = Merger(keys)
    merger.add(theatre.places)
    merger.add(regions.apply(embedded))
    merger.add(theatre.villages)
    codes = []
    for register in registers:
        merger.add(regions.apply(named for named in register.places if _wanted(named, theatre)))
        codes += register.codes
    places = merger.places
    return iter((join_codes(places, codes, theatre, keys) if codes else places).values())


def _wanted(named: NamedPlace, theatre: Theatre) -> bool:
    inside = theatre.bounds.contains(named.place.lon, named.place.lat)
    ours = named.country is None or named.country in theatre.countries
    return ours and (inside or named.place.population >= FAR_POPULATION)


def _digest(theatre: Theatre, home: Path | None) -> str:
    pack = (theatre.countries, theatre.bounds, theatre.places, theatre.villages, theatre.not_places)
    languages = (theatre.spellings, theatre.name_languages)
    added = [(item.format.name, item.digest) for item in list_added(home)]
    return content_id("g", [_code_digest(), embedded_version(), repr(pack), repr(languages), added])


def _code_digest() -> str:
    """The code that compiles, so that an index of other code is never read: it might hold other things."""
    package = Path(__file__).parent
    reading = {"index.py", "load.py", "home.py", "lock.py", "distance.py", "nearby.py"}
    compiling = [file for file in package.rglob("*.py") if file.name not in reading]
    files = sorted([*compiling, *(package.parent / "text" / name for name in ("transliteration.py", "conversion.py"))])
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
