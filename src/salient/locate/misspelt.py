"""Names that no gazetteer has, read as misspelt names of settlements near the other places of the report."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from salient.domain.place import Place
from salient.gazetteer import Gazetteer
from salient.locate.slot import Slot
from salient.text.edits import edits_between

SEARCHED_KM = 40.0
SHORTEST, LONG = 6, 9
"""Letters of a name: shorter ones are never read as misspelt, long ones may have two mistakes."""
PLACES_ASKED = 3


class Placed:
    """The names of a report that are placed, by where they stand in the text."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        found = [(slot, best.place) for slot in slots if (best := slot.best) is not None and not best.pointless]
        self._starts = [slot.starts for slot, _ in found]
        self._places = [place for _, place in found]
        self._stands = sorted((start, number) for number, starts in enumerate(self._starts) for start in starts)

    def nearest(self, starts: Sequence[int]) -> list[Place]:
        """The places of the names that stand nearest to any of the given starts, PLACES_ASKED at most."""
        around = {number for start in starts for number in (*self._before(start), *self._after(start))}
        ranked = sorted((min(abs(s - t) for s in starts for t in self._starts[number]), number) for number in around)
        return [self._places[number] for _, number in ranked[:PLACES_ASKED]]

    def _before(self, start: int) -> set[int]:
        return self._few(range(bisect_left(self._stands, (start, 0)) - 1, -1, -1))

    def _after(self, start: int) -> set[int]:
        return self._few(range(bisect_left(self._stands, (start, 0)), len(self._stands)))

    def _few(self, positions: Iterable[int]) -> set[int]:
        found: set[int] = set()
        for position in positions:
            found.add(self._stands[position][1])
            if len(found) == PLACES_ASKED:
                break
        return found


def respelt(slot: Slot, placed: Placed, gazetteer: Gazetteer) -> Place | None:
    """Find the one settlement near the report's places whose name differs least; None where two differ as little."""
    key = gazetteer.key(slot.forms[0])
    allowed = 0 if len(key) < SHORTEST else 1 if len(key) < LONG else 2
    if not allowed:
        return None
    found: dict[str, tuple[int, Place]] = {}
    for anchor in placed.nearest(slot.starts):
        for place in gazetteer.near(anchor.lon, anchor.lat, SEARCHED_KM):
            edits = edits_between(key, gazetteer.key(place.name), allowed)
            if edits <= allowed:
                found[place.id] = edits, place
    fewest = min((edits for edits, _ in found.values()), default=0)
    best = [place for edits, place in found.values() if edits == fewest]
    return best[0] if len(best) == 1 else None
