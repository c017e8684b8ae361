"""The gazetteer of a theatre: compiled when first asked for, read in place ever after."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from salient.domain.identity import content_id
from salient.domain.naming import NamedPlace
from salient.domain.theatre import Theatre
from salient.gazetteer.compile import FORMAT, compile_index
from salient.gazetteer.embedded import embedded_places, embedded_version
from salient.gazetteer.home import cache_folder
from salient.gazetteer.index import Gazetteer
from salient.gazetteer.merge import merge_places
from salient.text.transliteration import NameKeys


def load_gazetteer(theatre: Theatre, home: Path | None = None) -> Gazetteer:
    """Open the gazetteer of a theatre: the embedded places, the pack's own, and what the user added under `home`.

    The index is kept in the cache folder, or where that cannot be written in the folder for temporary files.
    """
    digest = _digest(theatre)
    for folder in (cache_folder(home), Path(tempfile.gettempdir()) / "salient-cache"):
        path = folder / f"gazetteer-{theatre.id}-{digest}.sqlite"
        try:
            if not path.exists():
                compile_index(_places(theatre), theatre, digest, path)
            return Gazetteer(path, NameKeys(theatre.spellings))
        except OSError as error:
            failure = error
    raise failure


def _digest(theatre: Theatre) -> str:
    return content_id(
        "g",
        [
            FORMAT,
            embedded_version(),
            repr((theatre.countries, theatre.bounds, theatre.places)),
            repr((theatre.not_places, theatre.spellings, theatre.name_languages)),
        ],
    )


def _places(theatre: Theatre) -> Iterator[NamedPlace]:
    regions = {
        named.codes["geonames"]: named.place.name for named in theatre.places if "." in named.codes.get("geonames", "")
    }
    return merge_places([*theatre.places, *embedded_places(theatre, regions)])
