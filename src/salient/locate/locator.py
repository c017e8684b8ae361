"""Which places a report means: all its mentions are resolved together."""

from collections.abc import Sequence

from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass, PlaceMatch
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer
from salient.locate.company import Company, Pull
from salient.locate.match import Matcher
from salient.locate.score import (
    company_part,
    name_part,
    place_parts,
    region_parts,
    relation_fit,
    relation_part,
)
from salient.locate.slot import Option, Slot, Slots
from salient.text.transliteration import fold

PASSES = 4
UNDECIDED = 0.3
"""What an option of the other end of a relation counts for whatever its probability."""


class Locator:
    """Resolves place mentions by a gazetteer.

    `focus` are points that draw candidates near them beside the report's own places: the current front, say.
    """

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre, focus: Sequence[Pull] = ()) -> None:
        self._gazetteer = gazetteer
        self._theatre = theatre
        self._focus = tuple(focus)
        self._matcher = Matcher(theatre)

    def locate(self, mentions: Sequence[PlaceMention]) -> tuple[PlaceMatch, ...]:
        """Match every mention of one report to a place, in the order given."""
        slots = Slots(mentions)
        self._fill(slots)
        company = Company(slots.all, self._focus)
        relations = [_Relation(slot) for slot in slots.all if slot.anchor is not None]
        for _ in range(PASSES):
            for slot in slots.all:
                slot.weigh()
                for option in slot.options:
                    option.moving = []
            for support in company.support():
                support.option.moving.append(company_part(support.strength, support.companions))
            for relation in relations:
                relation.apply()
        return self._matcher.match(mentions, slots)

    def _fill(self, slots: Slots) -> None:
        """Give every slot its options with what speaks for them whatever the others mean."""
        spoken_of = {
            place.name: slot
            for slot in slots.all
            for place in self._gazetteer.lookup(slot.forms[0])[:1]
            if place.place_class is PlaceClass.REGION
        }
        for slot in slots.all:
            stated = self._region(slot.mention.region)
            found: dict[str, Option] = {}
            for number, form in enumerate(slot.forms):
                for hit in self._gazetteer.hits(form):
                    parts = [
                        name_part(hit, number),
                        *place_parts(slot.mention, hit.place, self._theatre),
                        *region_parts(hit.place, stated, spoken_of),
                    ]
                    option = Option(hit.place, tuple(parts))
                    if hit.place.id not in found or found[hit.place.id].base < option.base:
                        found[hit.place.id] = option
            slot.options = list(found.values())

    def _region(self, words: str | None) -> str | None:
        if words is None:
            return None
        return next((p.name for p in self._gazetteer.lookup(words) if p.place_class is PlaceClass.REGION), None)


class _Relation:
    """A named place and its anchor: each end speaks for the options of the other that fit the words."""

    def __init__(self, slot: Slot) -> None:
        self._slot, self._anchor = slot, slot.anchor or slot
        self._fits = [
            [relation_fit(slot.mention, option.place, anchor.place) for anchor in self._anchor.options]
            for option in slot.options
        ]

    def apply(self) -> None:
        if fold(self._slot.forms[0]) == fold(self._anchor.forms[0]) or self._anchor.best is None:
            return
        for option, fits in zip(self._slot.options, self._fits, strict=True):
            option.moving.append(relation_part(self._slot.mention, _best(fits, self._anchor.options)))
        for number, anchor in enumerate(self._anchor.options):
            fit = _best([fits[number] for fits in self._fits], self._slot.options)
            anchor.moving.append(
                (fit, f"{self._slot.forms[0]} fits" if fit > 0.3 else f"{self._slot.forms[0]} does not fit")
            )


def _best(fits: Sequence[float], options: Sequence[Option]) -> float:
    weighed = (fit * (UNDECIDED + (1 - UNDECIDED) * o.probability) for fit, o in zip(fits, options, strict=True))
    return max(weighed, default=0.0)
