"""Where an event happened: at the places of its clause, or at those that its sentence or the one before speaks of."""

from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import PlaceClass
from salient.extract.events.meaning import is_of_an_area, kind_of
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.place_lists import last_list
from salient.extract.places.pointers import speaks_of_place, speaks_of_region, speaks_of_several, wanted_by
from salient.extract.places.resumed_places import resumed_places
from salient.extract.places.same_sentence import (
    meant_by_them,
    named_before_it,
    named_here,
    named_nearest,
    speakers_ground,
)
from salient.extract.places.spoken import Wanted
from salient.extract.turn import Turn
from salient.extract.words.numbers import find_quantities, number_at
from salient.extract.words.own_clause import leads_to
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_SOMEWHERE = (Kind.LOSS, Kind.STRIKE, Kind.ASSET, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Kinds told of a place that may stand in another clause of the sentence."""
_MEASURED = 12
"""Tokens after a noun within which its measure stands."""
_VAGUE_NOUNS = (Kind.CLASH, Kind.ADVANCE, Kind.ENCIRCLEMENT, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Nouns of these kinds without a place near them, in the outlet's own voice, speak of the war at large."""
_TOLD_THERE = (Kind.ENCIRCLEMENT, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Of these what somebody says in a short text is told of the place he speaks of: "there is no encirclement"."""
_ANYWHERE = (Kind.STRIKE, Kind.ASSET, Kind.CLASH)
"""Kinds that go on in many places at once: without a place they are told of the one clearly spoken of, or of none."""
_ALONG_RIVERS = (Kind.CLASH, Kind.ADVANCE, Kind.OUTLOOK)
"""Kinds told of a river itself: it is fought along, reached, crossed."""
_TOLL = 100
"""Men from which on losses told together with machines are those of a sector or a front, not of one place."""
_FRONT = 60
"""Attacks of a day from which on they are those of the whole front, where the words name no place."""
_RECENT = 2
"""Sentences for which a region that was named is the one that areas are told of."""
_AFTER = 4
"""Tokens after an event within which words point back to its place."""
_NEAR = 3
"""Sentences for which a place that was named is still spoken of in a long text."""


def places_of_event(turn: Turn, event: Found) -> list[int | None] | None:
    """Indexes of the places, [None] where no single place is meant; None where the event is too vague for a claim."""
    sentence, memory = turn.scene.sentence, turn.memory
    if event.places and not _is_by_a_river(turn, event):
        whole = sentence.cased and _counted_before_places(turn, event)
        return [memory.home] if whole else [turn.offset + n for n in event.places]
    if listed := resumed_places(turn, event) or meant_by_them(turn, event):
        return listed
    if sentence.cased and memory.places and speaks_of_several(sentence, *event.clause):
        return list(memory.places)
    if memory.ground is not None and speaks_of_region(sentence, *_own_part(turn, event)):
        return [memory.ground]
    if event.cue.kind is not Kind.LOSS and is_of_an_area(sentence, event):  # "lost 80 % of its strength" is no ground
        around = [n for n, m in enumerate(turn.scene.mentions) if m.mention.place_class in LARGE and not m.aside]
        behind = [
            n for n, m in enumerate(turn.scene.mentions) if event.after <= m.first < event.clause[1] and not m.aside
        ]
        meant = around[:1] or (behind[:1] if event.passive else [])
        return [turn.offset + n for n in meant] or [_area_spoken_of(turn, event)]
    if any(sentence.is_(k, "everywhere") for k in range(*event.clause)):
        return [None]
    first = not any(other.first < event.first for other in turn.events)
    begin = 0 if first else event.clause[0]
    office = _office_town(turn, event)
    here = office if office is not None else named_here(turn, event)
    known = memory.place is not None or here is not None or (sentence.cased and bool(turn.scene.mentions))
    total = event.cue.kind is Kind.LOSS and _is_total(turn, event)
    end = len(sentence.tokens) if total and not sentence.cased else event.clause[1]  # "lost 900 in the fight for it"
    pointed = known and speaks_of_place(sentence, begin, end)
    if not pointed and (total or _counted_on_the_front(sentence, event)):
        ground = _tolled_ground(turn, event) if total else None
        return [memory.home if ground is None else ground]
    if pointed and here is not None:
        return [here]
    if not pointed and _is_vague(turn, event):
        return None
    if not sentence.cased and len(memory.places) > 1 and _means_all(sentence, event):
        return list(memory.places)
    if event.cue.kind in _SOMEWHERE and not pointed and (near := named_nearest(turn, event)):
        return near
    if not sentence.cased and not pointed and not _goes_on_there(turn, event):
        return None
    return _spoken_of(turn, event, wanted_by(sentence, begin, end) if pointed else Wanted.PLACE)


def _spoken_of(turn: Turn, event: Found, wanted: Wanted) -> list[int | None]:
    """The place spoken of, by the sentence itself before all others; [None] where there is none."""
    memory = turn.memory
    before = named_before_it(turn, event)
    best = memory.spoken.best(wanted)
    if best is not None and best.at - turn.offset in before:
        listed = last_list(turn.scene, [n for n in before if n <= best.at - turn.offset])
        return [turn.offset + n for n in listed]
    known = best.at if best is not None else memory.ground if turn.scene.sentence.cased else None
    return [_end_of_the_road(turn, event) if known is None else known]


def _is_by_a_river(turn: Turn, event: Found) -> bool:
    """Whether a river only tells where it is: bridges over it are in the town spoken of, and who leaves crosses it."""
    rivers = all(turn.scene.mentions[n].mention.place_class is PlaceClass.RIVER for n in event.places)
    if event.cue.kind in (Kind.WITHDRAWAL, Kind.ASSET):
        return rivers
    return rivers and event.cue.kind not in _ALONG_RIVERS and turn.memory.place is not None


def _area_spoken_of(turn: Turn, event: Found) -> int | None:
    """Where an amount of ground lies that the sentence itself does not place."""
    sentence, memory = turn.scene.sentence, turn.memory
    if sentence.cased:
        return memory.place if _shares_in_town(sentence, event) else memory.ground
    if speaks_of_place(sentence, event.after, min(event.after + _AFTER, len(sentence.tokens))):
        return memory.place
    if _is_share_of_it(sentence, event):
        return memory.place
    if event.cue.status is Status.TOOK and _is_since_a_day(sentence, event):
        return None  # on the whole front
    recent = memory.sentences - memory.region_at <= _RECENT
    return memory.region if recent or event.cue.kind is Kind.WITHDRAWAL else None


def _is_share_of_it(sentence: Sentence, event: Found) -> bool:
    """ "60 % of it", "half of the town": a share of the place spoken of."""
    first, after = max(0, event.first - _MEASURED), min(event.after + _MEASURED, len(sentence.tokens))
    return any(
        sentence.measures(k - 2, k, "percent")
        and sentence.is_(k, "of")
        and (sentence.is_(k + 1, "pronoun_body") or sentence.points_back(k + 1))
        for k in range(first, after)
    )


def _is_since_a_day(sentence: Sentence, event: Found) -> bool:
    """ "2,000 sq km have been freed since the start of the month": not since that of an operation somewhere."""
    first, after = max(0, event.first - _MEASURED), min(event.after + _MEASURED, len(sentence.tokens))
    dated = (k for k in range(first, after) if sentence.is_(k, "since", "a_day_long", "circumstance"))
    return any(sentence.some(k, k + _MEASURED // 2, "month", "time_unit", "season") for k in dated)


def _shares_in_town(sentence: Sentence, event: Found) -> bool:
    """ "70 % of the town": a share of the place spoken of."""
    after = range(event.after, min(event.after + _MEASURED, len(sentence.tokens)))
    return any(sentence.is_(k, "settlement") and sentence.measures(k - 1, k, "percent") for k in after)


def _is_vague(turn: Turn, event: Found) -> bool:
    """Whether an event without a place speaks of the war at large, not of the place spoken of before."""
    sentence, kind = turn.scene.sentence, event.cue.kind
    if kind_of(event)[0] is Kind.OUTLOOK:
        if kind is Kind.ASSET and turn.memory.asset is not None and event.assets:
            return False  # what may become of the works spoken of
        return not (sentence.cased and event.form != "noun" and bool(turn.frames) and kind is not Kind.OUTLOOK)
    if kind not in _VAGUE_NOUNS or event.form != "noun":
        return False
    if kind is Kind.WITHDRAWAL and sentence.has("civilians"):
        return False
    own_voice = not turn.frames and not sentence.quoted
    if not (sentence.cased or own_voice or turn.memory.long) and kind in _TOLD_THERE:
        return False
    bare = event.subject is None and event.object is None
    light = sentence.cased and any(sentence.is_(k, "light") for k in range(*event.clause))
    return (own_voice or bare) and not light and not (sentence.cased and _is_exact(turn, event))


def _end_of_the_road(turn: Turn, event: Found) -> int | None:
    """Where a road leads that is cut or under fire, if no other place has been spoken of."""
    sentence = turn.scene.sentence
    if not sentence.cased:
        return None
    inside = ((n, m) for n, m in enumerate(turn.scene.mentions) if event.clause[0] <= m.first < event.clause[1])
    return next((turn.offset + n for n, m in inside if leads_to(sentence, m.first)), None)


def _is_exact(turn: Turn, event: Found) -> bool:
    """Whether a noun without a place says enough to be told of the place spoken of: how deep an advance is, that there
    is no encirclement."""
    sentence, kind = turn.scene.sentence, event.cue.kind
    for frame in turn.frames:
        reacts = frame.stance is not Stance.ASSERTS or sentence.some(*frame.cue, "confirming")
        if reacts and frame.first <= event.first < frame.after:
            return True
    if kind is Kind.ADVANCE:
        return any(
            sentence.is_(k, "length") for k in range(event.after, min(event.after + _MEASURED, len(sentence.tokens)))
        )
    return (
        kind is Kind.ENCIRCLEMENT
        and bool(turn.frames)
        and (event.mood.negated or event.cue.status is Status.THREATENED)
    )


def _office_town(turn: Turn, event: Found) -> int | None:
    """The town of whose office somebody speaks, which "the city" then means: "the mayor of X said the city …"."""
    sentence = turn.scene.sentence
    for n, m in enumerate(turn.scene.mentions):
        named = m.aside and m.mention.place_class not in LARGE
        if sentence.cased and named and sentence.is_(m.first - 1, "official"):
            return turn.offset + n
        named = named and m.first < event.first
        if named and sentence.is_(m.first - 1, "of") and sentence.is_(m.first - 2, "official"):
            return turn.offset + n
    return _speakers_town(turn, event)


def _speakers_town(turn: Turn, event: Found) -> int | None:
    """The town that the words for who speaks have named: "soldiers in X said the town was lost"."""
    mentions = list(enumerate(turn.scene.mentions))
    for frame in turn.frames:
        if frame.first <= event.first < frame.after and frame.cue[1] <= event.first and not frame.about_before:
            said = [n for n, m in mentions if frame.cue[0] <= m.first < frame.cue[1] and not _is_seat(turn, m)]
            named = [n for n in said if turn.scene.mentions[n].mention.place_class not in LARGE]
            if named:
                return turn.offset + named[-1]
    return None


def _is_seat(turn: Turn, mention: Mention) -> bool:
    """Whether a place is only where an office sits: "the ministry in the capital said …"."""
    sentence = turn.scene.sentence
    return mention.first in sentence.capitals


def _goes_on_there(turn: Turn, event: Found) -> bool:
    """Whether a sentence that names no place and points at none still speaks of the one spoken of: the text's own voice
    goes on to other things in a long text, what somebody says in the sentences after does not."""
    memory = turn.memory
    if event.cue.kind in _ANYWHERE and not memory.spoken.is_clear():
        return False
    near = memory.place is not None and memory.sentences - memory.settled <= _NEAR
    return not memory.long or (near and bool(turn.frames or turn.scene.sentence.quoted))


def _own_part(turn: Turn, event: Found) -> tuple[int, int]:
    """The clause of an event, without what stands beside another verb."""
    first, after = event.clause
    before = [other.after for other in turn.events if other.first < event.first]
    later = [other.first for other in turn.events if other.first > event.first]
    return max([first, *before[-1:]]), min([after, *later[:1]])


def means_region_around(turn: Turn, event: Found) -> bool:
    """Whether "the region" is one that nobody has named: the one around the place that was spoken of."""
    memory, sentence = turn.memory, turn.scene.sentence
    unnamed = not event.places and memory.ground is None and memory.place is not None
    return sentence.cased and unnamed and speaks_of_region(sentence, *event.clause)


def _means_all(sentence: Sentence, event: Found) -> bool:
    """Whether an event is told of all that was named before: "both had been taken", "all three villages"."""
    around = range(event.clause[0], min(event.after + 4, event.clause[1]))
    return any(sentence.is_(k, "all_of") and not _is_all_of_one(sentence, k) for k in around)


def _is_all_of_one(sentence: Sentence, k: int) -> bool:
    """Whether words for all mean the whole of one town: "nearly ALL of the town"."""
    unit = sentence.unit_at[k]
    after = k + 1 if unit is None else unit.after
    noun = next((j for j in range(after, after + 4) if sentence.is_(j, "settlement")), None)
    return sentence.is_(after, "of") and noun is not None and not sentence.sign(noun).endswith("s")


def assets_of_event(turn: Turn, event: Found, places: list[int | None]) -> list[tuple[str, int | None]]:
    """The assets that an event is about, each with the place where it stands."""
    memory = turn.memory
    out: list[tuple[str, int | None]] = []
    for asset in event.assets:
        own: list[int | None] = [turn.offset + n for n in asset.places]
        if not own and not event.places and memory.site is not None and places == [memory.place]:
            own = [memory.site]
        words = turn.scene.sentence.words(asset.first, asset.after)
        if asset.resumed and memory.asset is not None:
            words = memory.asset
        if asset.resumed and memory.asset_at is not None and not event.places:
            own = [memory.asset_at]
        memory.asset = words
        out.extend((words, place) for place in own or places[:1])
    if out:
        memory.asset_at = out[-1][1]
        if any(asset.resumed for asset in event.assets):
            turn.sites[event.first] = list(dict.fromkeys(place for _, place in out))
    return out


def _is_total(turn: Turn, event: Found) -> bool:
    """Whether losses are told of a period or of a whole army, not of one town."""
    sentence = turn.scene.sentence
    if sentence.some(event.clause[0], event.first, "defender"):  # "the garrison lost": those of the town they hold
        return False
    return _is_of_a_period(turn) or _is_of_an_army(sentence, event)


def _is_of_a_period(turn: Turn) -> bool:
    """Whether losses are told of a day or longer, so of the whole front; those that go on with them are too."""
    sentence, memory = turn.scene.sentence, turn.memory
    if any("a_day_long" in unit.names for unit in sentence.units) or _is_a_balance(sentence):
        return True
    before = memory.recent[-1] if memory.recent else None
    return before is not None and before.what.kind is Kind.LOSS and before.place is None


def _tolled_ground(turn: Turn, event: Found) -> int | None:
    """What a total is told of: what the speaker's office governs, else the campaign in the region still spoken of; a
    bulletin tells the losses of a day or a period of the whole front."""
    memory = turn.memory
    if (governed := speakers_ground(turn, event)) is not None or _is_of_a_period(turn):
        return governed
    recent = memory.sentences - memory.region_at <= _RECENT
    return memory.region if recent and not turn.scene.sentence.has("month", "weekday") else None


def _is_of_an_army(sentence: Sentence, event: Found) -> bool:
    """Whether so many are lost to a side as such that no town is meant: "the enemy lost 1,100 men"."""
    loser = event.subject
    whole = loser is not None and loser.ref is not None and loser.role != "pronoun"
    loses = event.cue.actor in ("subject", "possessor") and event.cue.unnamed != "victim"
    return whole and loses and _is_counted_high(sentence, event)


def _is_counted_high(sentence: Sentence, event: Found) -> bool:
    """Whether the lost are as many as no single place would have cost: "1,100 men", "1,100 killed and wounded"."""
    counted = find_quantities(sentence)
    if any(kind == "troops" and n.value >= _TOLL and first in range(*event.clause) for first, _, n, kind in counted):
        return True
    close = range(max(0, event.first - 1), event.after)
    return any(sentence.tokens[k].is_number and (number_at(sentence, k)[0] or 0) >= _TOLL for k in close)


def _is_a_balance(sentence: Sentence) -> bool:
    """Whether men and machines are summed up, as a ministry does for a whole sector: "240 soldiers and a tank"."""
    counted = find_quantities(sentence)
    many = any(kind == "troops" and amount.value >= _TOLL for _, _, amount, kind in counted)
    return many and sentence.measures(0, len(sentence.tokens), "equipment")


def _counted_before_places(turn: Turn, event: Found) -> bool:
    """ "167 clashes on the front, most of them at X": the count is the whole front's, whatever place follows it."""
    sentence = turn.scene.sentence
    first = min(turn.scene.mentions[n].first for n in event.places)
    parted = any(sentence.sign(k) == "," or sentence.is_dash(k) for k in range(event.after, first))
    whole = sentence.some(event.clause[0], event.first, "everywhere")
    return event.cue.kind is Kind.CLASH and event.form == "noun" and parted and whole


def _counted_on_the_front(sentence: Sentence, event: Found) -> bool:
    """ "174 clashes during the day": attacks counted over a period, with no place, are counted on the whole front."""
    counted = event.form == "noun" and any(
        kind == "attacks" and first <= event.first < after for first, after, _, kind in find_quantities(sentence)
    )
    many = any(kind == "attacks" and amount.value >= _FRONT for _, _, amount, kind in find_quantities(sentence))
    dated = many and not sentence.cased and sentence.has("weekday", "since")
    return counted and (dated or any(unit.names & {"a_day_long", "everywhere"} for unit in sentence.units))
