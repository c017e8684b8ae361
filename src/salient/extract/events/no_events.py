"""Words of the tables that tell no event where they stand: they describe, measure, or say how it came about."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache

from salient.domain.kind import Kind
from salient.extract.events.needs_of_distance import lies_there
from salient.extract.events.needs_of_people import leaves_in_private, leaves_it_so, people_taken
from salient.extract.events.no_departures import (
    is_an_opening,
    is_kept_for_it,
    is_of_a_way,
    leaves_no_ground,
)
from salient.extract.events.no_losses import is_of_a_deed, only_says_which
from salient.extract.events.objects import acts_on_a_thing
from salient.extract.events.only_described import (
    gives_up_no_attempt,
    is_a_range,
    is_at_large,
    is_avoided,
    is_made_up_for,
    is_only_weighed,
    is_permitted,
    is_place_of_a_kind,
    is_pressure_beside,
    is_ranked,
    is_recounted,
    is_summed_up,
    is_supposed_of_it,
    lacks_at_large,
    only_dates,
    only_leads,
    was_the_aim,
)
from salient.extract.parties.roles import light_before
from salient.extract.places.goals import comes_out_of
from salient.extract.places.mention import LARGE
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence, Unit, events_of

_OF_MOVING = (Kind.ADVANCE, Kind.WITHDRAWAL, Kind.LOSS)
_DROPPED = 8
"""Tokens after a verb of dropping within which it is told what is dropped."""
_OF_ATTACKS = 4
"""Tokens beside a verb within which an attack is what it is told of."""


def tells_nothing(reading: Reading) -> bool:
    """Whether a cue that has what it needs still tells no event, for one of the reasons below."""
    event = reading.event
    return any(holds(reading) for holds in _reasons(event.cue.kind, event.form, cased=reading.cue.sentence.cased))


def _is_of_works(reading: Reading) -> bool:
    """Whether works are what a verb of taking and holding is told of, and nobody takes or holds: "power returned to
    most of X"."""
    takes = reading.event.cue.actor == "subject" and not reading.passive and reading.subject is None
    return takes and any(asset.after <= reading.cue.unit.first for asset in reading.assets)


def _is_at_work(reading: Reading) -> bool:
    """Whether what nobody's forces do is the work of a plant: "the mill in X CONTINUES TO OPERATE at half capacity"."""
    works = any(own.cue.kind is Kind.ASSET for own in events_of(reading.cue.unit))
    return works and reading.subject is None and not reading.passive


def _is_done_by_it(reading: Reading) -> bool:
    """Whether sending troops somewhere only tells how something was done: "retook X BY SENDING soldiers through a
    pipe"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first
    return "gerund" in sentence.tokens[k].features and sentence.is_(k - 1, "by")


def _lacks_supply(reading: Reading) -> bool:
    """Whether those who are cut off lack what a town is supplied with: "power is back, but 11,500 remain CUT OFF"."""
    return reading.subject is None and any(asset.supply for asset in reading.cue.scene.assets)


def _moves_goods(reading: Reading) -> bool:
    """Whether what is taken out of a place are supplies, for those who stand elsewhere: "move AMMUNITION from X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    inside = [sentence.frames.types_of(sentence.tokens[k]) for k in range(unit.first + 1, unit.after)]
    goods = any("supplies" in types for types in inside)
    return goods and not any(types & {"forces", "people"} for types in inside)


def _are_things(reading: Reading) -> bool:
    """Whether what seems a verb of striking is a noun, with nothing it is done to: "they need SHELLS near X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    token, after = sentence.tokens[unit.first], unit.after
    alone = unit.after == unit.first + 1 and {"present", "plural"} <= token.features
    bare = sentence.sign(after) in {".", ",", ";", ""} or sentence.is_(after, "locative", "link", "conjunction")
    return alone and bare and "supplies" in sentence.frames.types_of(token)


def _feeds(reading: Reading) -> bool:
    """Whether what is dropped are supplies, for those who stand there: "FOOD and cartridges are DROPPED to them by
    drones"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    words = range(reading.cue.left, min(unit.after + _DROPPED, len(sentence.tokens)))
    return any("acc" in sentence.tokens[k].features and _is_supply(sentence, k) for k in words)


def _is_supply(sentence: Sentence, k: int) -> bool:
    led = k > 0 and sentence.lowers[k - 1] in sentence.frames.roles  # "hit A CONVOY WITH FOOD"
    return not led and "supplies" in sentence.frames.types_of(sentence.tokens[k])


def _is_of_a_fight(reading: Reading) -> bool:
    """Whether a fight is what breaks out, so that nobody goes anywhere: "FIGHTING broke out"."""
    cue = reading.cue
    moves = any(own.cue.kind is Kind.WITHDRAWAL and own.form == "verb" for own in events_of(cue.unit))
    fight = cue.before[-1] if moves and cue.before else None
    if fight is None or fight.cue.kind is not Kind.CLASH or fight.subject is not None:
        return False
    between = range(fight.after, cue.unit.first)
    return all(cue.sentence.is_(k, "auxiliary", "adverb", "be") for k in between)


def _is_light(reading: Reading) -> bool:
    """Whether a verb of moving only tells what became of the attack after it: "pushed back TWO ASSAULTS", "turned back
    AN ATTACK"."""
    cue = reading.cue
    if not cue.later or "light" not in cue.unit.names or not cue.unit.value("light").opponent:
        return False
    light = light_before(cue.sentence, cue.later[0])
    return "event" in cue.later[0].names and light is not None and light[0] is cue.unit


def _is_geography(reading: Reading) -> bool:
    """Whether a distance is only told between places, and nobody has come so near: "the village is 10 km from X", or
    where a town lies: "X SITS IN the forests"."""
    sentence, unit, event = reading.cue.sentence, reading.cue.unit, reading.event
    phrase = event.cue.kind is Kind.ADVANCE and event.form == "phrase" and event.cue.needs == "ground"
    if phrase and not sentence.cased and _tells_where_it_is(sentence, unit):
        return True
    if sentence.cased or not phrase:
        sits = event.cue.kind is Kind.CONTROL and event.form == "verb" and not sentence.cased
        return (sits and _lies(sentence, unit.first)) or (phrase and lies_there(sentence, unit.first))
    if _lies(sentence, unit.first - 1):
        return True
    measured = any(sentence.tokens[k].is_number for k in range(unit.first, unit.after))
    apart = sentence.sign(unit.first - 1) == "," or sentence.is_dash(unit.first - 1)
    if measured and apart and unit.first - 1 in sentence.places.values():
        return True  # "driven out of X, ABOUT 10 KM FROM the border"
    k = unit.first - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "verb_of_presence"):
        k -= 1
    parties = [
        actor
        for actor in reading.cue.scene.actors
        if actor.ref is not None or not sentence.is_(actor.first, "pronoun_body")
    ]
    anybody = bool(parties) or sentence.has("forces", "enemy", "defender_noun", "direction")
    to_them = any(actor.first >= unit.first for actor in parties)  # "the village is 10 km from Northern positions"
    return measured and not to_them and (sentence.is_(k, "settlement") or not anybody)


def _tells_where_it_is(sentence: Sentence, unit: Unit) -> bool:
    """Whether a distance stands right behind a settlement, or behind what resumes several: "X, a VILLAGE within 5 km of
    the road", "X and Y, BOTH less than 10 km from Z"."""
    if not any(sentence.tokens[k].is_number for k in range(unit.first, unit.after)):
        return False
    k = unit.first - 1
    while sentence.is_(k, "adverb") and not sentence.is_(k, "link", "all_of"):
        k -= 1
    k -= sentence.is_(k, "link") and k - 1 in sentence.placed()
    comma = sentence.sign(k) in {",", "("}
    return sentence.is_(k, "all_of", "settlement") or k - comma in sentence.placed()


def _lies(sentence: Sentence, verb: int) -> bool:
    """Whether it is only told where a settlement is: "the town, which LIES on the doorstep of X"."""
    if sentence.sign(verb) not in {"lies", "lie", "lay", "sits", "nestles", "located", "situated"}:
        return False
    k = verb - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "relative") or sentence.sign(k) == ",":
        k -= 1
    return k in sentence.placed() or sentence.is_(k, "settlement")


def _only_leaves(reading: Reading) -> bool:
    """Whether a verb of moving that may be one of leaving names only places that somebody goes out of: "FROM the
    cellars of X came 90 men"."""
    cue = reading.cue
    if not reading.places:
        return False
    leaves = any(other.cue.kind is Kind.WITHDRAWAL and other.form == "verb" for other in events_of(cue.unit))
    return leaves and all(comes_out_of(cue.sentence, cue.scene.mentions[n]) for n in reading.places)


def _only_describes(reading: Reading) -> bool:
    """Whether a clause on a settlement only says what it was to somebody, and a region where that was: "X, the largest
    town THE NORTH HAD HELD in the Y region", "… in Y", which may be a city's name too."""
    sentence, scene = reading.cue.sentence, reading.cue.scene
    doer, unit = reading.subject, reading.cue.unit
    if not reading.places:
        return False
    own = reading.event.form == "phrase" and unit.first in sentence.sides  # "the largest town THE NORTH HELD IN"
    if not own and (doer is None or doer.after > unit.first):
        return False
    first = unit.first if own or doer is None else doer.first
    k = first - 1 - sentence.is_(first - 1, "that", "relative")
    where = [scene.mentions[n] for n in reading.places]
    region = all(
        m.mention.place_class in LARGE or sentence.frames.roles.get(sentence.sign(m.first - 1)) == "site" for m in where
    )
    return region and sentence.is_(k, "settlement")


def _is_a_visit(reading: Reading) -> bool:
    """Whether who comes to a place is one person by name, or an official, and nobody's forces: "THE MINISTER arrived in
    X", "IVAN PETRENKO has come to X"."""
    sentence, k, doer = reading.cue.sentence, reading.cue.unit.first - 1, reading.subject
    if "speech" in reading.cue.unit.names:
        return False  # "the ministry CLAIMED GAINS near X"
    while sentence.is_(k, "auxiliary", "be", "adverb"):
        k -= 1
    if doer is not None:
        beside = doer.after == k + 1 and sentence.is_(k, "official")
        return beside and not sentence.is_(k, "forces", "unit", "defender_noun")
    known = any(after == k + 1 for after, _ in sentence.voices.values())
    return known or (_is_a_name(sentence, k) and _is_a_name(sentence, k - 1))


def _is_a_name(sentence: Sentence, k: int) -> bool:
    named = k >= 0 and sentence.tokens[k].capitalised and not sentence.names_at[k]
    return named and k not in sentence.placed() and k not in sentence.sides


def _goes_home(reading: Reading) -> bool:
    """Whether who has left one place only goes back to another: "left X and RETURNED TO Y"."""
    cue = reading.cue
    returns = cue.sentence.frames.roles.get(cue.sentence.lowers[cue.unit.after - 1]) == "goal"
    return returns and any(event.cue.kind is Kind.WITHDRAWAL for event in cue.before)


def _is_the_arms(reading: Reading) -> bool:
    """Whether strikes are only what somebody strikes with: "targeted X WITH AIRSTRIKES and shelling"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    before = reading.cue.before[-1] if reading.cue.before else None
    if before is None:
        return False
    while sentence.only_describes(k) or sentence.is_(k, "link", "arms"):
        k -= 1
    struck = before.cue.kind is Kind.STRIKE and before.form == "verb" and before.after <= k
    led = sentence.frames.roles.get(sentence.sign(k)) == "other"
    return struck and led and set(reading.places) <= set(before.places)


def _is_the_means(reading: Reading) -> bool:
    """Whether an attack is only what something was taken in: "was retaken IN A COUNTERATTACK"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    before = reading.cue.before[-1] if reading.cue.before else None
    if before is None or before.cue.kind is not Kind.CONTROL or before.after > k:
        return False
    while sentence.only_describes(k):
        k -= 1
    led = sentence.is_(k, "determiner") and sentence.is_(k - 1, "inside") and k - 1 == before.after
    return led and set(reading.places) <= set(before.places)


def _comes_closer(reading: Reading) -> bool:
    """Whether a verb of leaving tells inside itself where the way goes: "are moving TOWARD IT from X", "moved IN from
    the east"."""
    sentence = reading.cue.sentence
    roles = [
        sentence.frames.roles.get(word) for word in sentence.lowers[reading.cue.unit.first : reading.cue.unit.after]
    ]
    return roles[-1] == "source" and ("goal" in roles or roles[-2:-1] == ["site"])


def _beats_off_an_attack(reading: Reading) -> bool:
    """Whether a verb of driving back is told of an attack, which takes no ground and shuts nobody in: "pushed back two
    ASSAULTS", "are blocking ATTEMPTS to get in"."""
    unit, sentence = reading.cue.unit, reading.cue.sentence
    if "light" not in unit.names or not unit.value("light").opponent:
        return False
    first, after = (unit.first - _OF_ATTACKS, unit.first) if reading.passive else (unit.after, unit.after + _OF_ATTACKS)
    if sentence.some(first, after, "attempt"):
        return True
    near = range(first, after)
    others = (sentence.unit_at[k] for k in near if 0 <= k < len(sentence.unit_at))
    return any(
        other is not None and any(own.cue.kind is Kind.CLASH and own.form == "noun" for own in events_of(other))
        for other in others
    )


def _is_of_an_office(reading: Reading) -> bool:
    """Whether the preposition that ends a phrase leads to somebody's office: "ALREADY this morning IN the staff"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    led = sentence.is_(unit.after, "official") and not sentence.is_(unit.after, "part_of_town")
    return led and sentence.lowers[unit.after - 1] in sentence.frames.roles


def _is_what_it_missed(reading: Reading) -> bool:
    """Whether an attack is only said to have gained nothing: "the assaults near X have had no SUCCESS"; not where it
    has not stopped somebody's advance."""
    cue, sentence = reading.cue, reading.cue.sentence
    attack = cue.before[-1] if cue.before else None
    if attack is None or attack.cue.kind is not Kind.CLASH or attack.form != "noun":
        return False
    for k in range(attack.after, min(cue.unit.after + _OF_ATTACKS, len(sentence.tokens))):
        if sentence.sign(k) in {",", ";"} and k > cue.unit.first:
            return False
        if sentence.lowers[k] in sentence.negations and k + 1 < len(sentence.tokens):
            verb = sentence.unit_at[k + 1]
            return verb is None or "light" not in verb.names or verb.first == k or not verb.value("light").opponent
    return False


def _is_of_an_official(reading: Reading) -> bool:
    """Whether who stands before a town is somebody who holds an office, and nobody's forces: "THE PRESIDENT recorded a
    video at the entrance to X"."""
    sentence, unit, cue = reading.cue.sentence, reading.cue.unit, reading.cue
    sided = any(actor.ref is not None and actor.after <= unit.first for actor in cue.scene.actors)
    if reading.subject is not None or sided:
        return False
    before = range(cue.left, unit.first)
    return any(sentence.is_(k, "official") and not sentence.is_(k, "forces", "speech") for k in before)


def _is_a_way_out(reading: Reading) -> bool:
    """Whether a noun of leaving is only an opening: "the EXIT of the pipe is watched", not "their exit from X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    return reading.subject is None and "way" in sentence.frames.types_of(sentence.tokens[unit.first])


def _only_leads(reading: Reading) -> bool:
    return only_leads(reading.cue.scene, reading.cue.unit)


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why some words tell nothing, and of which events that is asked: most are asked of one kind in one form."""

    holds: Callable[[Reading], bool]
    kinds: Collection[Kind] = tuple(Kind)
    forms: Collection[str] = ("verb", "noun", "phrase")
    cased: bool | None = None
    """Whether it is asked where endings tell who does what, or where order does; None for both."""


_REASONS = (
    _Reason(_is_what_it_missed, (Kind.ADVANCE,), ("noun",), cased=True),
    _Reason(_is_a_way_out, (Kind.WITHDRAWAL,), ("noun",), cased=False),
    _Reason(leaves_no_ground, (Kind.WITHDRAWAL,), ("verb", "noun"), cased=False),
    _Reason(is_of_a_way, (Kind.WITHDRAWAL,), ("verb",), cased=False),
    _Reason(is_kept_for_it, (Kind.WITHDRAWAL,), ("noun",), cased=False),
    _Reason(only_says_which, (Kind.LOSS,), ("verb",), cased=False),
    _Reason(is_of_a_deed, (Kind.LOSS,), ("verb",), cased=False),
    _Reason(is_an_opening, (Kind.WITHDRAWAL,), ("verb",), cased=False),
    _Reason(_is_of_an_official, (Kind.ADVANCE,), ("phrase",), cased=False),
    _Reason(_only_leads, (Kind.ASSET, Kind.ADVANCE), ("verb",), cased=False),
    _Reason(_is_of_a_fight, cased=False),
    _Reason(_is_of_works, (Kind.CONTROL,), ("verb",), cased=False),
    _Reason(_is_done_by_it, (Kind.STRENGTH,), ("verb",)),
    _Reason(_lacks_supply, (Kind.ENCIRCLEMENT,), cased=False),
    _Reason(_moves_goods, (Kind.WITHDRAWAL,), ("verb",), cased=False),
    _Reason(_are_things, (Kind.STRIKE,), ("verb",), cased=False),
    _Reason(_feeds, (Kind.STRIKE,), ("verb",), cased=True),
    _Reason(_is_at_work, (Kind.STRENGTH,), ("verb",), cased=False),
    _Reason(_is_light, _OF_MOVING, ("verb",), cased=False),
    _Reason(_is_geography, (Kind.ADVANCE, Kind.CONTROL), ("verb", "phrase")),
    _Reason(_is_of_an_office, forms=("phrase",)),
    _Reason(people_taken, (Kind.ADVANCE, Kind.CONTROL), cased=False),
    _Reason(leaves_in_private, (Kind.WITHDRAWAL,), ("verb",)),
    _Reason(gives_up_no_attempt, (Kind.WITHDRAWAL,), ("verb",), cased=True),
    _Reason(leaves_it_so, (Kind.WITHDRAWAL,), ("verb",), cased=False),
    _Reason(_only_leaves, (Kind.ADVANCE,), ("verb",), cased=True),
    _Reason(acts_on_a_thing, cased=False),
    _Reason(_beats_off_an_attack, (*_OF_MOVING, Kind.ENCIRCLEMENT), cased=False),
    _Reason(_comes_closer, (Kind.WITHDRAWAL,), ("verb",), cased=False),
    _Reason(_only_describes, (Kind.CONTROL,), cased=False),
    _Reason(_is_a_visit, (Kind.ADVANCE, Kind.STRENGTH), ("verb",), cased=False),
    _Reason(_goes_home, (Kind.CONTROL,), ("verb",), cased=False),
    _Reason(_is_the_arms, (Kind.STRIKE,), ("noun",), cased=False),
    _Reason(_is_the_means, (Kind.CLASH,), ("noun",), cased=False),
    _Reason(is_ranked, (Kind.CLASH, Kind.STRIKE), ("noun",), cased=False),
    _Reason(is_recounted, (Kind.CLASH, Kind.STRIKE), ("noun",), cased=False),
    _Reason(is_place_of_a_kind, (Kind.ADVANCE, Kind.CLASH, Kind.OUTLOOK), ("noun", "phrase"), cased=False),
    _Reason(is_pressure_beside, (Kind.CLASH,), ("verb",), cased=False),
    _Reason(is_supposed_of_it, (Kind.CONTROL,), ("noun", "phrase"), cased=False),
    _Reason(lacks_at_large, (Kind.STRENGTH,), ("noun", "phrase"), cased=False),
    _Reason(is_summed_up, (Kind.ADVANCE,), ("noun",), cased=False),
    _Reason(only_dates, (Kind.ADVANCE, Kind.CLASH, Kind.CONTROL), ("noun", "verb"), cased=False),
    _Reason(was_the_aim, (Kind.OUTLOOK,), ("noun",), cased=False),
    _Reason(is_only_weighed, (Kind.CONTROL,), ("verb",), cased=False),
    _Reason(is_a_range, (Kind.STRIKE,), ("verb",), cased=False),
    _Reason(is_permitted, (Kind.STRIKE,), ("verb",)),
    _Reason(is_avoided, (Kind.ENCIRCLEMENT,), ("verb", "noun"), cased=False),
    _Reason(is_made_up_for, (Kind.LOSS,), ("noun", "phrase"), cased=False),
    _Reason(is_at_large, (Kind.CONTROL,), cased=False),
)


@cache
def _reasons(kind: Kind, form: str, *, cased: bool) -> tuple[Callable[[Reading], bool], ...]:
    """What is asked of an event of a kind in a form."""
    return tuple(
        reason.holds
        for reason in _REASONS
        if kind in reason.kinds and form in reason.forms and reason.cased in (None, cased)
    )
