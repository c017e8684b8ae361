"""What a command that answers from a store begins with."""

from dataclasses import dataclass
from datetime import date

from salient.cli.console import errors
from salient.cli.context import open_store, read_now
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer, load_gazetteer
from salient.gazetteer.whereabouts import NEIGHBOURHOOD_KM, whereabouts
from salient.pipeline.finding import FoundPlace, find_place
from salient.pipeline.library import Library

SHOWN_OTHERS = 8


@dataclass(frozen=True)
class Opened:
    """The reading room of a store, the register of places, and the day that counts as today."""

    library: Library
    gazetteer: Gazetteer
    today: date

    @property
    def pack(self) -> Theatre:
        return self.library.theatre

    def find(self, name: str) -> FoundPlace:
        """The place meant, in any spelling; standard error says what is not sure about it. Raises UsageError."""
        found = find_place(name, self.library, self.gazetteer)
        if found.guessed:
            told = f"no place is commonly called {name!r}; taken for {found.place.name}"
            errors.print(f"salient: {told}", style="yellow", markup=False)
        if found.others:
            told = f"{name!r} may mean {len(found.others) + 1} places; taken for the one in {self.where(found.place)}"
            errors.print(f"salient: {told}. For another one name its id:", style="yellow", markup=False)
            for other in found.others[:SHOWN_OTHERS]:
                errors.print(f"  {other.id}  {other.name}, {self.where(other)}", markup=False)
            if len(found.others) > SHOWN_OTHERS:
                errors.print(f"  … and {len(found.others) - SHOWN_OTHERS} more", markup=False)
        return found

    def place(self, name: str) -> Place:
        """The place of `find`."""
        return self.find(name).place

    def where(self, place: Place) -> str:
        """Where a place lies, to tell it from others of its name."""
        return whereabouts(place, self.gazetteer.near(place.lon, place.lat, NEIGHBOURHOOD_KM))


def open_library(db: str | None, now: str | None) -> Opened:
    """Open --db at the time of --now. Raises UsageError."""
    store, pack = open_store(db)
    gazetteer = load_gazetteer(pack)
    return Opened(Library(store, pack, gazetteer), gazetteer, read_now(now, pack).date())
