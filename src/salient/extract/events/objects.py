"""What a verb is done to, by the head of its noun phrase: ground, somebody, or a thing that nobody fights for.

Only for languages whose words stand in a fixed order: the object stands right after its verb.
"""

from salient.domain.kind import Kind
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence, Unit

_GROUND = frozenset({
    "settlement", "district", "region", "outskirts", "part_of_town", "defender_noun", "direction", "bearing",
    "anaphor_place", "asset", "way", "bank", "them", "pronoun", "length",
})  # fmt: skip
"""Classes of words for what may be taken, held or lost."""
_ENDS = frozenset({
    "conjunction", "relative", "that", "be", "auxiliary", "modal", "negation", "to", "time_unit", "day", "weekday",
    "month", "by", "circumstance", "since", "condition", "if",
})  # fmt: skip
"""Classes of words that no noun phrase goes on with."""
_LAND = frozenset({"ground", "way", "line", "share"})
_THINGS = frozenset({"matter", "goods", "people"})
"""Types of nouns for what is taken or held without any ground."""
_RULED = frozenset({"matter", "goods", "people", "blow"})
"""Types of nouns before "control" for what is controlled, or what controls it, and is no ground."""
_SPEAKING = frozenset({"analyst", "official", "civil"})
"""Classes of words for what shows or tells something, and for what is not the fighting."""
_INSIDE = frozenset({"-", "'s", "'", "%", '"', "(", ")"})
_MOVED = (Kind.ADVANCE, Kind.WITHDRAWAL, Kind.LOSS, Kind.STRENGTH)
_NOT_OF_GROUND = ("patient", "beaten", "subject_place", "closing", "area")
"""Needs of cues that are done to somebody, or to nothing."""
_MEASURED = ("km2", "settlements", "percent", "length")


def acts_on_a_thing(reading: Reading) -> bool:
    """Whether a verb of taking, holding or losing ground is done to no ground: "captured the mood in X", "retained its
    aims in X". An object that is not told, and a name that nobody knows, may be ground."""
    sentence, unit, cue = reading.cue.sentence, reading.cue.unit, reading.event.cue
    gerund = "gerund" in sentence.tokens[unit.first].features
    if cue.kind in (Kind.CONTROL, Kind.ADVANCE) and _rules_a_thing(sentence, unit):
        return True
    if not (reading.event.form == "verb" or gerund):
        return cue.kind is Kind.CONTROL and _is_a_deed_to_a_thing(sentence, unit)
    inside = any(unit.first <= first < unit.after for first in sentence.places)
    if inside or _has_its_object(sentence, unit):
        return False
    if cue.kind is not Kind.CONTROL:
        people = ("people", "goods") if cue.kind is Kind.STRENGTH else ()
        if cue.kind is Kind.ADVANCE and _is_made(sentence, unit):
            return True
        return cue.kind in _MOVED and not reading.passive and _is_done_to(sentence, unit.after, "matter", *people)
    if cue.needs == "patient" and not reading.passive and _drives_people(sentence, unit):
        return True
    if cue.actor != "subject" or cue.needs in _NOT_OF_GROUND:
        return False
    raised = sentence.sign(unit.after) == "up" and unit.after - unit.first == 1  # "held UP photographs"
    objects = [] if reading.passive else _objects(sentence, unit.after + (raised or _is_put_in_charge(sentence, unit)))
    if not objects and "participle" in sentence.tokens[unit.first].features:
        return _describes_a_thing(sentence, unit.first)
    return bool(objects) and not any(is_ground_phrase(sentence, own) for own in objects)


def _rules_a_thing(sentence: Sentence, unit: Unit) -> bool:
    """Whether what is controlled is told before the word for it, and is no ground: "PRICE controls", "exert FIRE
    control over the road", "command AND CONTROL"."""
    k = next((k for k in range(unit.after - 1, unit.first - 1, -1) if "grip" in _types(sentence, k)), None)
    if k is None or k == 0:
        return False
    k -= sentence.sign(k - 1) == "-"
    noun = k > 0 and sentence.tokens[k - 1].features.isdisjoint({"past", "gerund"}) and k - 1 != unit.first
    return noun and k - 1 not in sentence.placed() and not _types(sentence, k - 1).isdisjoint(_RULED)


def _is_a_deed_to_a_thing(sentence: Sentence, unit: Unit) -> bool:
    """Whether a noun of taking is told of no ground: "the RETURN OF the prisoners", "the CAPTURE OF two tanks"."""
    start = unit.after + sentence.is_(unit.after, "of")
    if sentence.frames.roles.get(sentence.lowers[start - 1]) != "of":
        return False
    objects = _objects(sentence, start)
    ground = (own for own in objects if not _are_men(sentence, own[-1]))
    return bool(objects) and not any(is_ground_phrase(sentence, own) for own in ground)


def _is_put_in_charge(sentence: Sentence, unit: Unit) -> bool:
    """Whether what is ruled follows with "of": "be in charge OF the transfer"; not "hold the line of defence"."""
    return sentence.is_(unit.after, "of") and not _is_ground_word(sentence, unit.after - 1)


def _are_men(sentence: Sentence, last: int) -> bool:
    men = last not in sentence.placed() and sentence.is_(last, "defender_noun", "forces", "enemy")
    return men and _types(sentence, last).isdisjoint(_LAND)


def _has_its_object(sentence: Sentence, unit: Unit) -> bool:
    """Whether a phrase of several words ends with the preposition of a place: "keep a foothold IN"."""
    last = sentence.lowers[unit.after - 1]
    return unit.after - unit.first > 1 and sentence.frames.roles.get(last, "of") != "of"


def _is_done_to(sentence: Sentence, start: int, *types: str) -> bool:
    """Whether all that is moved, left or furthered is of these types: "advanced plans", "mobilised residents"."""
    objects = _objects(sentence, start)
    return bool(objects) and all(not _types(sentence, own[-1]).isdisjoint(types) for own in objects)


def _drives_people(sentence: Sentence, unit: Unit) -> bool:
    """Whether people, and no forces, are whom a phrase drives out ("CHASED the doctors OUT OF the houses"), or whom it
    only makes do something: "FORCED them TO BRING teachers FROM X"."""
    inside = range(unit.first + 1, unit.after)
    if any(sentence.signs[k] in sentence.to_words for k in inside):
        return True
    people = any("people" in _types(sentence, k) for k in inside)
    return people and not any("forces" in _types(sentence, k) for k in inside)


def _is_made(sentence: Sentence, unit: Unit) -> bool:
    """Whether what is reached is no place: "the AGREEMENT (was) reached in X"."""
    k = unit.first - 1
    while sentence.is_(k, "adverb", "be", "auxiliary", "negation"):
        k -= 1
    participle = "participle" in sentence.tokens[unit.first].features and unit.after - unit.first == 1
    leads = (
        sentence.is_(unit.after, "locative") or not sentence.tokens[min(unit.after, len(sentence.tokens) - 1)].is_word
    )
    return participle and leads and k >= 0 and "matter" in _types(sentence, k)


def _describes_a_thing(sentence: Sentence, verb: int) -> bool:
    """Whether a thing stands right before a participle: "a map CAPTURED from the North"."""
    k = verb - 1
    while sentence.is_(k, "adverb", "be", "auxiliary", "negation"):
        k -= 1
    noun = k >= 0 and sentence.tokens[k].is_word and k not in sentence.placed() and sentence.names_at[k] <= _SPEAKING
    return noun and not sentence.tokens[k].capitalised and not _is_ground_word(sentence, k)


def _objects(sentence: Sentence, start: int) -> list[range]:
    """The noun phrases from token `start` on that are a verb's object, past an amount: "most of the TOWN"."""
    found: list[range] = []
    k = start
    while k < len(sentence.tokens):
        own, k = phrase_at(sentence, k)
        if not own:
            break
        if k < len(sentence.tokens) and sentence.is_(k, "of") and _is_amount(sentence, own[-1]):
            k += 1
            continue
        found.append(own)
        if not (sentence.is_(k, "link") or (sentence.sign(k) == "," and not sentence.is_(k + 1, *_ENDS))):
            break
        k += 1
    return found


def phrase_at(sentence: Sentence, start: int) -> tuple[range, int]:
    """The words of the noun phrase at token `start` up to its last noun, and the token after the phrase."""
    last, k = start - 1, start
    while k < len(sentence.tokens):
        if (after := sentence.places.get(k)) is not None:
            last, k = after - 1, after
            continue
        token = sentence.tokens[k]
        if sentence.lowers[k] in _INSIDE and not sentence.is_dash(k):
            k += 1
            continue
        if not (token.is_word or token.is_number) or sentence.lowers[k] in sentence.frames.roles:
            break
        if sentence.is_(k, *_ENDS) or (last >= start and (sentence.is_adverb(k) or "participle" in token.features)):
            break
        if not sentence.is_(k, "determiner", "possessive", "adverb") and "manner" not in _types(sentence, k):
            last = k
        k += 1
    return range(start, last + 1), k


def _is_amount(sentence: Sentence, k: int) -> bool:
    unit = sentence.unit_at[k]
    counted = unit is not None and not unit.names.isdisjoint(("multiplier", "number", "all_of"))
    return counted or sentence.tokens[k].is_number or "portion" in _types(sentence, k)


def is_ground_phrase(sentence: Sentence, own: range) -> bool:
    """Whether a phrase speaks of ground: a word of it does, and it does not end with somebody or something else
    ("residents of X" begin with them, "X residents" end so)."""
    if not own:
        return False
    last = own[-1]
    if last not in sentence.placed() and not _types(sentence, last).isdisjoint(_THINGS):
        return False
    return _is_amount(sentence, last) or any(_is_ground_word(sentence, k) for k in own)


def _is_ground_word(sentence: Sentence, k: int) -> bool:
    if k in sentence.places or sentence.is_(k, *_GROUND):
        return True
    return sentence.measures(k, k + 1, *_MEASURED) or not _types(sentence, k).isdisjoint(_LAND)


def _types(sentence: Sentence, k: int) -> frozenset[str]:
    return sentence.frames.types_of(sentence.tokens[k])
