"""Names that no gazetteer has, or only far away, read as misspelt names of settlements near the report's places."""

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
        self._starts = [sorted(slot.starts) for slot, _ in found]
        self._places = [place for _, place in found]
        self._stands = sorted((start, number) for number, starts in enumerate(self._starts) for start in starts)
        numbers = [number for _, number in self._stands]
        self._before = _last_seen(numbers)
        """The different names that stand last before each stand, in any order; so many as are asked."""
        self._after = _last_seen(numbers[::-1])[::-1]
        """Those that stand first from each stand on."""

    def nearest(self, starts: Sequence[int]) -> list[Place]:
        """The places of the names that stand nearest to any of the given starts, PLACES_ASKED at most."""
        at = {bisect_left(self._stands, (start, 0)) for start in starts}
        around = {number for n in at for number in (*self._before[n], *self._after[n])}
        ranked = sorted((min(_apart(start, self._starts[number]) for start in starts), number) for number in around)
        return [self._places[number] for _, number in ranked[:PLACES_ASKED]]


def _last_seen(numbers: Sequence[int]) -> list[tuple[int, ...]]:
    """The different numbers met last, PLACES_ASKED at most: before the first, before the second, …, after the last."""
    seen: list[tuple[int, ...]] = [()]
    for number in numbers:
        seen.append((number, *(other for other in seen[-1] if other != number))[:PLACES_ASKED])
    return seen


def _apart(start: int, others: Sequence[int]) -> int:
    """Characters to the nearest of some starts, which are in order."""
    n = bisect_left(others, start)
    return min(abs(start - other) for other in others[max(0, n - 1) : n + 1])


def respelt(slot: Slot, placed: Placed, gazetteer: Gazetteer) -> Place | None:
    """Find the one settlement near the report's places whose name differs least; None where two differ as little."""
    key = gazetteer.key(slot.forms[0])
    allowed = 0 if len(key) < SHORTEST else 1 if len(key) < LONG else 2
    if not allowed:
        return None
    found: dict[str, tuple[int, Place]] = {}
    for anchor in placed.nearest(slot.starts):
        for place in gazetteer.near(anchor.lon, anchor.lat, SEARCHED_KM):
            name = gazetteer.key(place.name)
            if abs(len(name) - len(key)) <= allowed and (edits := edits_between(key, name, allowed)) <= allowed:
                found[place.id] = edits, place
    fewest = min((edits for edits, _ in found.values()), default=0)
    best = [place for edits, place in found.values() if edits == fewest]
    return best[0] if len(best) == 1 else None
