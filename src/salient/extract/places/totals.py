"""What is summed up over a period, an army or the whole front, so that no single place is meant."""

from salient.domain.kind import Kind
from salient.extract.places.measured_ground import RECENT
from salient.extract.places.pointers import speaks_of_place
from salient.extract.places.same_sentence import speakers_ground
from salient.extract.turn import Turn
from salient.extract.words.numbers import find_quantities, number_at
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_TOLL = 100
"""Men from which on losses told together with machines are those of a sector or a front, not of one place."""
_ARMY = 10_000
"""Men from which on losses are those of a campaign, not of one town."""
_OF_A_REGION = {Kind.LOSS: 300, Kind.ENCIRCLEMENT: 1_000, Kind.STRENGTH: 10_000}
"""Men from which on they are told of the region that a report speaks of, not of one town in it."""
_WHOLE_FRONT = 500
"""Men from which on the losses of a day are those of the whole front."""
_DEPTH_KM = 5
_SWARM = 20
"""Drones and missiles of a night from which on they were sent at a whole country, where the words name no place."""
_LISTED = 4
"""Tokens behind a verb of launching within which more is launched: "9 missiles AND 71 DRONES"."""
_COUNTED = 8
"""Tokens before an event within which men without a noun are counted: "about 1,000 of them have been killed"."""
_DAY = 100
"""Attacks that are always those of the whole front: no single place sees so many in a day."""
_FEW = 3
"""Tokens before attacks within which words for their number stand: "the NUMBER of enemy attacks has reached 94"."""
_FRONT = 60
"""Attacks of a day from which on they are those of the whole front, where the words name no place."""


def is_total(turn: Turn, event: Found) -> bool:
    """Whether losses are told of a period or of a whole army, not of one town."""
    sentence = turn.scene.sentence
    if sentence.some(event.clause[0], event.first, "defender"):  # "the garrison lost": those of the town they hold
        return False
    return _is_of_a_period(turn) or _is_of_an_army(sentence, event)


def _is_of_a_period(turn: Turn) -> bool:
    """Whether losses are told of a day or longer, so of the whole front; those that go on with them are too."""
    return _is_of_a_day(turn) or _is_a_balance(turn.scene.sentence)


def _is_of_a_day(turn: Turn) -> bool:
    """Whether a bulletin tells losses by the day, or goes on with such."""
    if any("a_day_long" in unit.names for unit in turn.scene.sentence.units) and not _is_of_one_fight(turn):
        return True
    before = turn.memory.recent[-1] if turn.memory.recent else None
    return before is not None and before.what.kind is Kind.LOSS and before.place is None


def _is_of_one_fight(turn: Turn) -> bool:
    """Whether so few are lost in a day, in a report of one fight, that they are lost in it: "25 soldiers were
    killed over the past day"."""
    sentence, memory = turn.scene.sentence, turn.memory
    if sentence.cased or memory.bulletin or memory.long or (memory.place is None and memory.region is None):
        return False
    counted = (number_at(sentence, k)[0] or 0 for k, token in enumerate(sentence.tokens) if token.is_number)
    return max([0, *counted]) < _WHOLE_FRONT and not _is_a_balance(sentence)


def tolled_ground(turn: Turn, event: Found) -> int | None:
    """What a total is told of: what the speaker's office governs, else the campaign in the region still spoken of; a
    bulletin tells the losses of a day or a period of the whole front. Where words stand in a fixed order, articles tell
    less of several fronts: there a total is told of the region, else the town, that they speak of."""
    memory = turn.memory
    if (governed := speakers_ground(turn, event)) is not None or _is_of_a_day(turn):
        return governed
    if _is_of_one_ground(turn):
        return memory.region if memory.region is not None or _is_an_armys(turn.scene.sentence) else memory.place
    if _is_of_a_period(turn):
        return None
    recent = memory.sentences - memory.region_at <= RECENT
    return memory.region if recent and not turn.scene.sentence.has("month", "weekday") else None


def _is_of_one_ground(turn: Turn) -> bool:
    """Whether an undated total stands in a report that tells of one fight, not in a bulletin of several."""
    sentence = turn.scene.sentence
    dated = sentence.has("month", "weekday") and turn.memory.region is None
    return not (sentence.cased or turn.memory.bulletin or dated)


def _is_an_armys(sentence: Sentence) -> bool:
    """Whether so many are lost that no town can have cost them."""
    return any(token.is_number and (number_at(sentence, k)[0] or 0) >= _ARMY for k, token in enumerate(sentence.tokens))


def is_of_the_region(turn: Turn, event: Found) -> bool:
    """Whether so many are lost, surrounded or gathered, or somebody has come so deep, that the fight for a whole region
    is meant, not one town: "430 of its soldiers have been captured and the rest are surrounded"."""
    sentence = turn.scene.sentence
    if sentence.has("defender") or (not sentence.cased and speaks_of_place(sentence, 0, event.after)):
        return False
    before = (
        o for o in turn.events if o.first < event.first and not (o.places or speaks_of_place(sentence, *o.clause))
    )
    return any(_is_too_much_for_a_town(sentence, told) for told in (event, *before))


def is_of_the_region_not_there(turn: Turn, event: Found) -> bool:
    """Whether so many are lost that the place of which something else was told before them is not meant: "attacks on X
    were stopped and 2,000 soldiers have been lost in ten days"."""
    sentence = turn.scene.sentence
    if sentence.cased or event.cue.kind is not Kind.LOSS or turn.memory.region is None:
        return False
    told = {n for other in turn.events if other.first < event.first for n in other.places}
    last = max(turn.scene.mentions[n].after for n in event.places)
    another = told.issuperset(event.places) and sentence.some(last, event.first, "link", "but", "conjunction", "that")
    return another and not speaks_of_place(sentence, *event.clause) and is_of_the_region(turn, event)


def _is_too_much_for_a_town(sentence: Sentence, event: Found) -> bool:
    counted = find_quantities(sentence)
    if event.cue.kind is Kind.ADVANCE:
        far = range(*event.clause)
        return any(kind == "km" and n.value >= _DEPTH_KM and first in far for first, _, n, kind in counted)
    least = _OF_A_REGION.get(event.cue.kind)
    if least is None:
        return False
    near = (number_at(sentence, k)[0] or 0 for k in range(max(event.clause[0], event.first - _COUNTED), event.after))
    return max([0, *(n.value for _, _, n, kind in counted if kind == "troops"), *near]) >= least


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
    close = [*range(max(0, event.first - 1), event.after), *_put_at(sentence, event)]
    return any(sentence.tokens[k].is_number and (number_at(sentence, k)[0] or 0) >= _TOLL for k in close)


def _put_at(sentence: Sentence, event: Found) -> range:
    """Where a figure stands that losses are put at, with no other noun: "puts the North's losses this year AT OVER
    70,000"."""
    behind = range(event.after, event.clause[1] - 1)
    led = (k for k in behind if not sentence.cased and sentence.frames.roles.get(sentence.lowers[k]) == "site")
    at = next(led, None)
    return range(0) if at is None or event.form != "noun" else range(at + 1, min(at + 1 + _LISTED, event.clause[1]))


def _is_a_balance(sentence: Sentence) -> bool:
    """Whether men and machines are summed up, as a ministry does for a whole sector: "240 soldiers and a tank"."""
    counted = find_quantities(sentence)
    many = any(kind == "troops" and amount.value >= _TOLL for _, _, amount, kind in counted)
    return many and sentence.measures(0, len(sentence.tokens), "equipment")


def counted_before_places(turn: Turn, event: Found) -> bool:
    """ "167 clashes on the front, most of them at X": the count is the whole front's, whatever place follows it."""
    sentence = turn.scene.sentence
    first = min(turn.scene.mentions[n].first for n in event.places)
    parted = any(sentence.sign(k) == "," or sentence.is_dash(k) for k in range(event.after, first))
    whole = sentence.some(event.clause[0], event.first, "everywhere")
    return event.cue.kind is Kind.CLASH and event.form == "noun" and parted and whole


def counted_on_the_front(sentence: Sentence, event: Found) -> bool:
    """ "174 clashes during the day": attacks counted over a period, with no place, are counted on the whole front."""
    counted = event.form == "noun" and any(
        kind == "attacks" and first <= event.first < after for first, after, _, kind in find_quantities(sentence)
    )
    counted |= event.form == "noun" and sentence.some(event.first - _FEW, event.first, "figures")
    counted |= _happens_so_often(sentence, event)
    if _reaches_a_total(sentence, event):
        return True
    many = any(kind == "attacks" and amount.value >= _FRONT for _, _, amount, kind in find_quantities(sentence))
    if not sentence.cased and any(k == "attacks" and a.value >= _DAY for _, _, a, k in find_quantities(sentence)):
        return counted
    dated = many and not sentence.cased and sentence.has("weekday", "since")
    return counted and (dated or any(unit.names & {"a_day_long", "everywhere"} for unit in sentence.units))


def _reaches_a_total(sentence: Sentence, event: Found) -> bool:
    """Whether a noun of fighting is told by a figure behind its verb that no place sees: "the NUMBER of clashes has
    reached 128"."""
    if sentence.cased or event.form != "noun" or event.cue.kind is not Kind.CLASH or event.places:
        return False
    before = (k for k in range(max(0, event.first - _FEW), event.first) if sentence.is_(k + 1, "of"))
    if not any("figure" in sentence.frames.types_of(sentence.tokens[k]) for k in before):
        return False
    count = len(sentence.tokens)
    last = next((k for k in range(event.after, count) if sentence.sign(k) in {",", ";", ":"}), count)
    later = (k for k in range(event.after, last) if sentence.tokens[k].is_number)
    return any((number_at(sentence, k)[0] or 0) >= _DAY for k in later)


def _happens_so_often(sentence: Sentence, event: Found) -> bool:
    """Whether a verb of fighting is counted as often as no single place sees: "CLASHED 118 TIMES yesterday"."""
    if sentence.cased or event.form != "verb" or event.cue.kind is not Kind.CLASH:
        return False
    return any(
        kind == "attacks" and event.clause[0] <= first < event.clause[1] and amount.value >= _FRONT
        for first, _, amount, kind in find_quantities(sentence)
    )


def launched_at_large(sentence: Sentence, event: Found) -> bool:
    """Whether so many drones or missiles were sent that no single town is meant: "launched 46 drones overnight", "hit
    the country with 300 missiles"."""
    if sentence.cased or event.cue.kind is not Kind.STRIKE:
        return False
    after = next(
        (k for k in range(event.after, event.clause[1]) if sentence.sign(k) in {",", ";", ":"}), event.clause[1]
    )
    if any(sentence.is_(k, "locative") and _aims(sentence, k + 1) for k in range(event.after, after)):
        return False
    inside = range(event.first, min(event.after + _LISTED, after)) if event.form == "verb" else range(0)
    armed = (k for k in range(*event.clause) if sentence.some(k + 1, k + 3, "arms"))
    counted = (k for k in (*inside, *armed) if sentence.tokens[k].is_number and sentence.sign(k - 1) != "-")
    return any((number_at(sentence, k)[0] or 0) >= _SWARM for k in counted)  # not "Su-30"


def _aims(sentence: Sentence, k: int) -> bool:
    """Whether what follows a preposition is no time and no country: "fired 400 shells AT THE POSITIONS", not "on
    Friday"."""
    counted = k >= len(sentence.tokens) or sentence.tokens[k].is_number or sentence.is_(k, "relative")
    return not (counted or k in sentence.sides or sentence.is_(k, "weekday", "month", "day", "of_time", "time_unit"))
