"""Names that no gazetteer has, read as misspelt names of settlements near the other places of the report."""

from collections.abc import Iterator, Sequence

from salient.domain.place import Place
from salient.gazetteer import Gazetteer
from salient.locate.score import POINTLESS
from salient.locate.slot import Slot
from salient.text.edits import edits_between

SEARCHED_KM = 40.0
SHORTEST, LONG = 6, 9
"""Letters of a name: shorter ones are never read as misspelt, long ones may have two mistakes."""
PLACES_ASKED = 3


def respelt(slot: Slot, slots: Sequence[Slot], gazetteer: Gazetteer) -> Place | None:
    """Find the one settlement near the report's places whose name differs least; None where two differ as little."""
    key = gazetteer.key(slot.forms[0])
    allowed = 0 if len(key) < SHORTEST else 1 if len(key) < LONG else 2
    if not allowed:
        return None
    found: dict[str, tuple[int, Place]] = {}
    for anchor in list(_companions(slot, slots))[:PLACES_ASKED]:
        for place in gazetteer.near(anchor.lon, anchor.lat, SEARCHED_KM):
            edits = edits_between(key, gazetteer.key(place.name), allowed)
            if edits <= allowed:
                found[place.id] = edits, place
    fewest = min((edits for edits, _ in found.values()), default=0)
    best = [place for edits, place in found.values() if edits == fewest]
    return best[0] if len(best) == 1 else None


def _companions(slot: Slot, slots: Sequence[Slot]) -> Iterator[Place]:
    """The places of the other names, those nearest in the text first."""
    others = [other for other in slots if other is not slot and other.best]
    for other in sorted(others, key=lambda other: min(abs(s - t) for s in slot.starts for t in other.starts)):
        if other.best and other.best.place.place_class not in POINTLESS:
            yield other.best.place
