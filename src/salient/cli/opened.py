"""What a command that answers from a store begins with."""

from dataclasses import dataclass
from datetime import date

from salient.cli.context import open_store, read_now
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer, load_gazetteer
from salient.pipeline.finding import find_place
from salient.pipeline.library import Library


@dataclass(frozen=True)
class Opened:
    """The reading room of a store, the register of places, and the day that counts as today."""

    library: Library
    gazetteer: Gazetteer
    today: date

    @property
    def pack(self) -> Theatre:
        return self.library.theatre

    def place(self, name: str) -> Place:
        """The place meant, in any spelling. Raises UsageError for a name that no place has."""
        return find_place(name, self.library, self.gazetteer).place


def open_library(db: str | None, now: str | None) -> Opened:
    """Open --db at the time of --now. Raises UsageError."""
    store, pack = open_store(db)
    gazetteer = load_gazetteer(pack)
    return Opened(Library(store, pack, gazetteer), gazetteer, read_now(now, pack).date())
