"""Which places a report means: all its mentions are resolved together."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache

from salient.domain.mention import PlaceMention
from salient.domain.place import Place, PlaceClass, PlaceMatch
from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer, NameHit
from salient.gazetteer.naming import Standing
from salient.locate.company import Company, Pull
from salient.locate.fronts import Fronts
from salient.locate.match import Matcher
from salient.locate.misspelt import Placed, respelt
from salient.locate.relation import Relation
from salient.locate.score import (
    MISSPELT,
    NONE_IN_COMPANY,
    NONE_IN_SPARSE,
    NONE_OF_THESE,
    Part,
    class_part,
    company_part,
    name_part,
    place_parts,
    region_parts,
    shadow_part,
    site_part,
    sort_part,
)
from salient.locate.slot import Option, Slot, Slots

PASSES = 4
TOGETHER = 250
"""So many names of a text, one after the other, decide one another: each is held against each, so the work must end
somewhere in texts that are long lists of places."""
DECIDED = 0.5


class Locator:
    """Resolves place mentions by a gazetteer.

    `focus` are points that draw candidates near them beside the report's own places: the current front, say.
    """

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre, focus: Sequence[Pull] = ()) -> None:
        self._gazetteer = gazetteer
        self._theatre = theatre
        self._focus = tuple(focus)
        self._matcher = Matcher(theatre)
        self._fronts = Fronts(theatre.directions)
        self.likeliest = lru_cache(maxsize=20_000)(self._likeliest)
        """The place that a name, given by the base forms that it may have, best first, means most often on a day,
        whatever else a report speaks of; None where no place has the name."""

    def locate(self, mentions: Sequence[PlaceMention], day: date | None = None) -> tuple[PlaceMatch, ...]:
        """Match every mention of one report to a place, in the order given.

        `day` is the report's own: it tells which stretches of the front were fought over; all of them without it.
        """
        slots = Slots(mentions)
        self._fill(slots, day)
        self._resolve(slots)
        placed = Placed(slots.all)
        misspelt = [(slot, respelt(slot, placed, self._gazetteer)) for slot in slots.all if slot.best is None]
        for slot, place in misspelt:
            if place is not None:
                slot.options.append(
                    self._option(place, slot, slots.regions, day, (MISSPELT, f"a misspelt {place.name}"))
                )
        if any(place is not None for _, place in misspelt):
            self._resolve(slots)
        return self._matcher.match(mentions, slots)

    def _likeliest(self, forms: tuple[str, ...], day: date | None) -> Place | None:
        hits = [(hit, rank) for rank, form in enumerate(forms) for hit in self._gazetteer.hits(form) if hit.exact]
        return max(hits, key=lambda item: self._alone(item[0], item[1], day))[0].place if hits else None

    def _alone(self, hit: NameHit, rank: int, day: date | None) -> float:
        """What speaks for a place of a name by itself."""
        near = self._fronts.near(hit.place, day)
        known = [name_part(hit, rank), *place_parts(hit.place, self._theatre), *([near] if near else [])]
        return sum(score for score, _ in known)

    def _resolve(self, slots: Slots) -> None:
        """Let the names decide one another."""
        names = slots.all
        together = [names[at : at + TOGETHER] for at in range(0, len(names), TOGETHER)]
        companies = [Company(near, self._focus) for near in together]
        relations = [Relation(slot, slot.anchor) for slot in names if slot.anchor is not None]
        for turn in range(PASSES):
            for slot in names:
                slot.weigh()
                for option in slot.options:
                    option.unmove()
            for company in companies:
                for support in company.support(tell=turn == PASSES - 1):
                    support.option.move(company_part(support.strength, support.companions))
            for relation in relations:
                relation.apply()
            _expect_company(names, 0.0 if self._gazetteer.thorough else NONE_IN_SPARSE)

    def _fill(self, slots: Slots, day: date | None) -> None:
        """Give every slot its options with what speaks for them whatever the others mean."""
        slots.regions = {region for slot in slots.all if (region := self._region(slot.forms[0]))}
        for slot in slots.all:
            found: dict[str, Option] = {}
            for number, form in enumerate(slot.forms):
                for hit in self._gazetteer.hits(form):
                    if hit.name.standing is Standing.STRAY and not hit.exact:
                        continue  # neither the name nor its spelling is known: no match for whoever bears it
                    option = self._option(hit.place, slot, slots.regions, day, name_part(hit, number))
                    option.in_use = hit.name.standing < Standing.PART
                    if hit.place.id not in found or found[hit.place.id].base < option.base:
                        found[hit.place.id] = option
            slot.options = list(found.values())
            _compare(slot)

    def _option(self, place: Place, slot: Slot, spoken_of: Collection[str], day: date | None, name: Part) -> Option:
        near = self._fronts.near(place, day)
        site = slot.mention.site
        called = self._fronts.called(place) if slot.mention.stretch else None
        return Option(
            place,
            (
                name,
                *place_parts(place, self._theatre),
                *region_parts(place, self._region(slot.mention.region), spoken_of),
                *([near] if near else []),
                *([called] if called else []),
                *([site_part(place, *site)] if site else []),
            ),
        )

    def _region(self, words: str | None) -> str | None:
        if words is None:
            return None
        return next((p.name for p in self._gazetteer.lookup(words) if p.place_class is PlaceClass.REGION), None)


def _compare(slot: Slot) -> None:
    """Add what the places of one name say of each other: their sorts and their sizes."""
    largest = max((o for o in slot.options if o.in_use), key=lambda option: option.place.population, default=None)
    classes = {option.place.place_class for option in slot.options}
    for option in slot.options:
        if (stated := slot.mention.place_class) is not None:
            option.fix(class_part(stated, option.place, classes))
        if slot.town is not None and (sized := sort_part(option.place, town=slot.town)):
            option.fix(sized)
        if largest and (part := shadow_part(option.place, largest.place)):
            option.fix(part)


def _expect_company(slots: Sequence[Slot], sparse: float) -> None:
    """Ask more of the options of a name that stands among other names that are placed."""
    decided = [slot for slot in slots if any(option.probability > DECIDED for option in slot.options)]
    names = {slot.folded for slot in decided if (best := slot.best) and not best.pointless}
    for slot in slots:
        others = len(names) - (slot.folded in names)
        slot.none = sparse + (NONE_IN_COMPANY if others else NONE_OF_THESE)
