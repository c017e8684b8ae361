"""Where an event happened: at the places of its clause, or at those that its sentence or the one before speaks of."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from salient.domain.kind import Kind
from salient.extract.events.meaning import is_of_an_area
from salient.extract.places.at_large import goes_on_there, is_vague, opened_by_a_place
from salient.extract.places.ends_of_a_way import without_far_end
from salient.extract.places.measured_ground import before_speaker, place_of_area, region_of_it_all
from salient.extract.places.mention import LARGE
from salient.extract.places.office_town import office_town
from salient.extract.places.place_lists import last_list
from salient.extract.places.pointers import (
    is_done_to_it,
    is_led_to_it,
    speaks_of_place,
    speaks_of_region,
    speaks_of_several,
    wanted_by,
)
from salient.extract.places.resumed_places import resumed_places
from salient.extract.places.rivers import is_reached, is_river
from salient.extract.places.same_sentence import meant_by_them, named_before_it, named_here, named_nearest
from salient.extract.places.spoken import Wanted
from salient.extract.places.totals import (
    counted_before_places,
    counted_on_the_front,
    is_of_the_region,
    is_of_the_region_not_there,
    is_total,
    launched_at_large,
    tolled_ground,
)
from salient.extract.turn import Turn
from salient.extract.words.own_clause import leads_to
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence
from salient.extract.words.vicinity import is_of_it

Places = list[int | None]
"""Indexes among the report's mentions; [None] where no single place is meant, [] where nobody can tell."""

_SOMEWHERE = (Kind.LOSS, Kind.STRIKE, Kind.ASSET, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Kinds told of a place that may stand in another clause of the sentence."""
_LISTED_PART = 5
"""Tokens that tell which parts of a town a list closes with."""
_DONE_TO_IT = (Kind.CONTROL, Kind.STRIKE, Kind.WITHDRAWAL, Kind.ENCIRCLEMENT, Kind.CLASH, Kind.ADVANCE)
"""Kinds that are done to a place that "it" stands for."""


@dataclass(frozen=True)
class Asked:
    """An event whose place is asked for, and what several answers turn on."""

    turn: Turn
    event: Found

    @property
    def sentence(self) -> Sentence:
        return self.turn.scene.sentence

    @cached_property
    def here(self) -> int | None:
        """What "there" and "the city" mean by the words of the sentence itself."""
        office = office_town(self.turn, self.event)
        return office if office is not None else named_here(self.turn, self.event)

    @cached_property
    def total(self) -> bool:
        return self.event.cue.kind is Kind.LOSS and is_total(self.turn, self.event)

    @cached_property
    def around(self) -> tuple[int, int]:
        """The tokens in which words point back to its place: "lost 900 in the fight for it"."""
        first = not any(other.first < self.event.first for other in self.turn.events)
        whole = self.total and not self.sentence.cased
        after = len(self.sentence.tokens) if whole else self.event.clause[1]
        return 0 if first else self.event.clause[0], self._condition_end or after

    @cached_property
    def _condition_end(self) -> int | None:
        """Where a condition ends that a sentence opens with and the event is in: "IF IT FALLS, the city is next"."""
        sentence = self.sentence
        if sentence.cased or not sentence.is_(0, "if"):
            return None
        comma = next((k for k in range(1, len(sentence.tokens)) if sentence.sign(k) == ","), None)
        return comma if comma is not None and self.event.after <= comma else None

    @cached_property
    def pointed(self) -> bool:
        """Whether words point back to a place that has been named."""
        event = self.event
        if self.sentence.cased and event.cue.kind is Kind.CLASH and self.sentence.is_(event.after, "pronoun"):
            return self.turn.memory.place is not None  # "the battle FOR IT"
        if event.cue.kind is Kind.CONTROL and is_of_it(self.sentence, event.first, event.form):
            return self.turn.memory.place is not None or self.here is not None
        if event.form == "verb" and event.cue.kind in _DONE_TO_IT:
            it = is_done_to_it(self.sentence, event.first, event.after, passive=event.passive)
            if it and (self.turn.memory.place is not None or self.here is not None):
                return True
        named = self.sentence.cased and bool(self.turn.scene.mentions)
        if is_led_to_it(self.sentence, event.first, event.after) and self.turn.memory.place is not None:
            return True
        known = self.turn.memory.place is not None or self.here is not None or named
        return known and speaks_of_place(self.sentence, *self.around)


def places_of_event(turn: Turn, event: Found) -> Places:
    """Where it happened, by the first question that has an answer; [] where the event is too vague for a claim."""
    asked = Asked(turn, event)
    return next(places for question in _QUESTIONS if (places := question(asked)) is not None)


def _its_own(asked: Asked) -> Places | None:
    turn, event = asked.turn, asked.event
    if not event.places:
        return None
    if _is_by_a_river(turn, event):
        beside = _named_beside_a_river(turn, event)
        if beside or event.cue.kind in (Kind.WITHDRAWAL, Kind.ASSET) or _speaks_of_somewhere(turn, event):
            return beside or None
    if asked.sentence.cased and counted_before_places(turn, event):
        return [turn.memory.home]
    if is_of_the_region_not_there(turn, event):
        return None
    if (nearer := _where_they_were_hit(turn, event)) is not None:
        return [turn.offset + n for n in nearer]
    own: Places = [turn.offset + n for n in without_far_end(turn.scene, event)]
    return [*own, *_and_parts_of_it(turn, event)]


def _and_parts_of_it(turn: Turn, event: Found) -> list[int]:
    """The town spoken of where parts of it close a list: "X, Y AND SEVERAL DISTRICTS OF THE CITY have been freed"."""
    sentence = turn.scene.sentence
    link = turn.scene.mentions[event.places[-1]].after
    link += sentence.sign(link) == ","
    if sentence.cased or not sentence.is_(link, "link"):
        return []
    behind = range(link + 1, min(link + 1 + _LISTED_PART, len(sentence.tokens)))
    of = next((k for k in behind if sentence.is_(k, "of") and sentence.points_back(k + 1)), None)
    if of is None or not sentence.some(link + 1, of, "district", "part_of_town", "bearing"):
        return []
    best = turn.memory.spoken.best(wanted_by(sentence, of, of + _LISTED_PART))
    return [] if best is None or best.at >= turn.offset else [best.at]


def _where_they_were_hit(turn: Turn, event: Found) -> list[int] | None:
    """The settlement that was hit where a sentence only opens with its region: "in the X region, shelling of Y killed
    two"."""
    mentions = turn.scene.mentions
    if event.cue.kind is not Kind.LOSS or any(mentions[n].mention.place_class not in LARGE for n in event.places):
        return None
    struck = [o for o in turn.events if o.cue.kind is Kind.STRIKE and event.clause[0] <= o.first < event.first]
    near = [n for other in struck for n in other.places if mentions[n].mention.place_class not in LARGE]
    return near or None


def _what_words_stand_for(asked: Asked) -> Places | None:
    """ "The latter", "these villages", "them"."""
    return resumed_places(asked.turn, asked.event) or meant_by_them(asked.turn, asked.event) or None


def _several(asked: Asked) -> Places | None:
    """ "Both villages"."""
    before = asked.turn.memory.places
    pointed = asked.sentence.cased and before and speaks_of_several(asked.sentence, *asked.event.clause)
    return list(before) if pointed else None


def _the_region(asked: Asked) -> Places | None:
    ground, event = asked.turn.memory.ground, asked.event
    if event.form == "verb" and is_done_to_it(asked.sentence, event.first, event.after, passive=event.passive):
        return None  # "it is the last town in the region, and they have entered IT"
    pointed = ground is not None and speaks_of_region(
        asked.sentence, *before_speaker(asked.turn, event, *_own_part(asked.turn, event))
    )
    return [ground] if pointed else None


def _measured(asked: Asked) -> Places | None:
    return place_of_area(asked.turn, asked.event) or None


def _everywhere(asked: Asked) -> Places | None:
    whole = any(asked.sentence.is_(k, "everywhere") for k in range(*asked.event.clause))
    return [None] if whole else None


def _summed_up(asked: Asked) -> Places | None:
    turn, event = asked.turn, asked.event
    if not asked.pointed and launched_at_large(asked.sentence, event):
        return [turn.memory.home]
    counted = counted_on_the_front(asked.sentence, event) and not opened_by_a_place(turn, event)
    if asked.pointed or not (asked.total or counted):
        return None
    ground = tolled_ground(turn, event) if asked.total else None
    return [turn.memory.home if ground is None else ground]


def _in_the_whole_region(asked: Asked) -> Places | None:
    """ "430 have been captured": of a region that the report has named, so many are told of it, not of one town."""
    region = region_of_it_all(asked.turn.memory)
    if region is None or asked.pointed or not is_of_the_region(asked.turn, asked.event):
        return None
    return [region]


def _here(asked: Asked) -> Places | None:
    return [asked.here] if asked.pointed and asked.here is not None else None


def _where_the_road_leads(asked: Asked) -> Places | None:
    """Where the road or the approaches lead that it happened on, where no other place is named: "hit a bus on the ROAD
    TO X"."""
    turn, sentence = asked.turn, asked.sentence
    if sentence.cased or asked.pointed or asked.event.assets:
        return None
    first, after = _own_part(turn, asked.event)
    inside = [n for n, m in enumerate(turn.scene.mentions) if first <= m.first < after]
    led = [n for n in inside if sentence.is_(turn.scene.mentions[n].first - 1, "approach")]
    return [turn.offset + led[0]] if led and led == inside else None


def _counted_there(asked: Asked) -> Places | None:
    """The region of a list of places, where it is what is counted or measured "there": "near A and B in the X region.
    Losses THERE reached 170"."""
    sentence, memory, event = asked.sentence, asked.turn.memory, asked.event
    counted = event.cue.kind in (Kind.LOSS, Kind.STRENGTH) or is_of_an_area(sentence, event)
    if sentence.cased or not counted or len(memory.places) < 2 or asked.here is not None:
        return None
    there = any(sentence.lowers[k] in sentence.frames.there for k in range(*asked.around))
    best = memory.spoken.best(pointed=True)
    if not there or best is None or best.at not in memory.places or memory.region_at != best.sentence:
        return None
    return [memory.region]


def _at_large(asked: Asked) -> Places | None:
    return [] if not asked.pointed and is_vague(asked.turn, asked.event) else None


def _all_named_before(asked: Asked) -> Places | None:
    before = asked.turn.memory.places
    meant = not asked.sentence.cased and len(before) > 1 and _means_all(asked.sentence, asked.event)
    return list(before) if meant else None


def _elsewhere_in_the_sentence(asked: Asked) -> Places | None:
    somewhere = asked.event.cue.kind in _SOMEWHERE and not asked.pointed
    return (named_nearest(asked.turn, asked.event) or None) if somewhere else None


def _at_the_works(asked: Asked) -> Places | None:
    """ "THE plant has stopped": works of which the report has said where they stand."""
    sentence, site = asked.sentence, asked.turn.memory.site
    if sentence.cased or site is None or asked.event.cue.kind is not Kind.ASSET or asked.pointed:
        return None
    named = (a for a in asked.event.assets if not a.supply and sentence.is_(a.after - 1, "asset"))
    return [site] if any(sentence.lowers[a.first] in sentence.definite_words for a in named) else None


def _on_to_other_things(asked: Asked) -> Places | None:
    stays = asked.sentence.cased or asked.pointed or goes_on_there(asked.turn, asked.event)
    return None if stays else []


def _spoken_of(asked: Asked) -> Places:
    """The place spoken of, by the sentence itself before all others; [None] where there is none."""
    turn, memory = asked.turn, asked.turn.memory
    before = named_before_it(turn, asked.event)
    wanted = wanted_by(asked.sentence, *asked.around) if asked.pointed else Wanted.PLACE
    best = memory.spoken.best(wanted, pointed=asked.pointed)
    if best is not None and best.at - turn.offset in before:
        listed = last_list(turn.scene, [n for n in before if n <= best.at - turn.offset])
        return [turn.offset + n for n in listed]
    known = best.at if best is not None else memory.ground if asked.sentence.cased else asked.here
    if known is None and not asked.sentence.cased:
        return named_nearest(turn, asked.event) or [None]  # "As the North advanced, families left X"
    stays = asked.event.cue.kind is not Kind.WITHDRAWAL and not asked.pointed
    of_a_stretch = best is not None and stays and 0 < best.sector_at == best.sentence
    road = _end_of_the_road(turn, asked.event) if known is None or of_a_stretch else None
    return [known if road is None else road]


_QUESTIONS: tuple[Callable[[Asked], Places | None], ...] = (
    _its_own,
    _what_words_stand_for,
    _several,
    _the_region,
    _counted_there,
    _measured,
    _everywhere,
    _summed_up,
    _in_the_whole_region,
    _here,
    _where_the_road_leads,
    _at_large,
    _all_named_before,
    _elsewhere_in_the_sentence,
    _at_the_works,
    _on_to_other_things,
    _spoken_of,
)
"""In this order: words that name a place before words that point to one, those before what is only spoken of."""


def _is_by_a_river(turn: Turn, event: Found) -> bool:
    """Whether only a river tells where it is, so that another place is meant, if there is one: bridges over it,
    positions along it, who holds its bank, who has gone behind it. Who reaches it is at the river."""
    rivers = [turn.scene.mentions[n] for n in event.places]
    if not all(is_river(turn.scene.sentence, river) for river in rivers):
        return False
    return not (event.cue.kind is Kind.ADVANCE and any(is_reached(turn.scene.sentence, river) for river in rivers))


def _named_beside_a_river(turn: Turn, event: Found) -> list[int | None]:
    """The place that a clause names before it tells of a river ("on the border of X and Y, positions along the Z"),
    and where words stand in any order the one behind it ("crossed the Z NEAR X")."""
    sentence, (first, after) = turn.scene.sentence, event.clause
    towns = [n for n, m in enumerate(turn.scene.mentions) if not (m.aside or is_river(sentence, m))]
    named = [n for n in towns if first <= turn.scene.mentions[n].first < event.first]
    if named:
        return [turn.offset + n for n in last_list(turn.scene, named)]
    behind = [n for n in towns if event.after <= turn.scene.mentions[n].first < after]
    return [turn.offset + n for n in behind[:1]] if sentence.cased else []


def _speaks_of_somewhere(turn: Turn, event: Found) -> bool:
    known = turn.memory.place is not None or turn.memory.region is not None
    return known and (turn.scene.sentence.cased or goes_on_there(turn, event))


def _end_of_the_road(turn: Turn, event: Found) -> int | None:
    """Where a road leads that is cut or under fire, or where somebody goes who leaves, if no other place has been
    spoken of."""
    sentence = turn.scene.sentence
    if not sentence.cased:
        return None
    inside = ((n, m) for n, m in enumerate(turn.scene.mentions) if event.clause[0] <= m.first < event.clause[1])
    leaves = event.cue.kind is Kind.WITHDRAWAL
    return next((turn.offset + n for n, m in inside if leaves or leads_to(sentence, m.first)), None)


def _own_part(turn: Turn, event: Found) -> tuple[int, int]:
    """The clause of an event, without what stands beside another verb."""
    first, after = event.clause
    before = [other.after for other in turn.events if other.first < event.first]
    later = [other.first for other in turn.events if other.first > event.first]
    return max([first, *before[-1:]]), min([after, *later[:1]])


def _means_all(sentence: Sentence, event: Found) -> bool:
    """Whether an event is told of all that was named before: "both had been taken", "all three villages"."""
    around = range(event.clause[0], min(event.after + 4, event.clause[1]))
    return any(
        sentence.is_(k, "all_of") and not _is_all_of_one(sentence, k) and not _is_of_things(sentence, k) for k in around
    )


def _is_of_things(sentence: Sentence, k: int) -> bool:
    """Whether words for all count something else than places: "ALL Northern GROUND", "ALL ASSAULTS"."""
    k += 1
    while sentence.is_(k, "of", "determiner", "number"):
        k += 1
    if k >= len(sentence.tokens) or sentence.is_(k, "settlement", "be", "auxiliary", "modal"):
        return False
    several = sentence.is_(k, "event") and "plural" in sentence.tokens[k].features
    plain = sentence.tokens[k].is_word and (several or not sentence.names_at[k])
    subject = sentence.is_(k + 1, "be", "auxiliary", "modal")
    return plain or subject or k in sentence.sides or sentence.is_(k, "forces", "attack", "asset", "arms")


def _is_all_of_one(sentence: Sentence, k: int) -> bool:
    """Whether words for all mean the whole of one town: "nearly ALL of the town"."""
    unit = sentence.unit_at[k]
    after = k + 1 if unit is None else unit.after
    noun = next((j for j in range(after, after + 4) if sentence.is_(j, "settlement")), None)
    return sentence.is_(after, "of") and noun is not None and not sentence.sign(noun).endswith("s")
