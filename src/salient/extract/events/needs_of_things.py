"""Whether an event has the thing that its cue asks for: an asset, equipment, a craft, arms that did it."""

from salient.domain.kind import Status
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence
from salient.extract.words.vicinity import any_near, tokens_within

_OBJECT = 7
"""Tokens after a verb within which the noun it acts on stands."""
_AGENT = 4
"""Tokens within which who or what does it stands after a passive verb."""


def asset_named(reading: Reading) -> bool:
    """Something is said of an asset; "the last working reactor", "stopped producing" only describe what is told."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if not reading.assets:
        return False
    moved = unit.after if sentence.cased else unit.first
    if reading.event.cue.status is Status.EVACUATING and _moves_people(sentence, moved):
        return False
    if reading.event.cue.status is Status.CAPTURED and _takes_itself(reading):
        return False
    if any(asset.resumed for asset in reading.assets) and not (reading.passive or reading.event.cue.actor == "none"):
        return False
    if reading.event.form == "verb" and not reading.passive and _breaks_equipment(reading):
        return False
    if reading.event.cue.status is Status.OPERATING and _did_once(reading):
        return False
    gerund = reading.event.form == "verb" and "gerund" in sentence.tokens[unit.first].features
    if gerund and not sentence.is_(unit.first - 1, "be", "auxiliary", "adverb"):
        before = reading.cue.before[-1] if reading.cue.before else None
        working = reading.event.cue.status is Status.OPERATING
        attribute = working and any(asset.first == unit.after for asset in reading.cue.scene.assets)
        return not attribute and not (before is not None and before.assets and before.after == unit.first)
    return True


def _did_once(reading: Reading) -> bool:
    """Whether a past only tells what works did once: "the mine PRODUCED coking coal"; not "did not produce"."""
    sentence, verb = reading.cue.sentence, reading.cue.unit.first
    token = sentence.tokens[verb]
    simple = "past" in token.features and not sentence.is_(verb - 1, "be", "auxiliary", "adverb", "negation")
    return simple and reading.event.form == "verb" and not sentence.frames.habits.isdisjoint(token.forms)


def _takes_itself(reading: Reading) -> bool:
    """Whether works stand before a verb of taking that is not passive: "trains take the other line"."""
    active = reading.event.form == "verb" and not reading.passive
    return active and reading.assets[0].after <= reading.cue.unit.first


def _breaks_equipment(reading: Reading) -> bool:
    """Whether equipment is what is destroyed, and works only where: "destroyed eight aircraft at the X airfield"."""
    sentence, asset = reading.cue.sentence, reading.assets[0]
    for k in tokens_within(sentence, reading.cue.unit.after, reading.cue.unit.after + _OBJECT):
        if asset.first <= k < asset.after or (sentence.is_(k, "locative") and not sentence.is_(k, "of")):
            return False
        unit = sentence.unit_at[k]
        if unit is not None and "asset" not in unit.names and unit.value("unit") == "equipment":
            return True
        if not (sentence.tokens[k].is_word or sentence.tokens[k].is_number):
            return False
    return False


def _moves_people(sentence: Sentence, start: int) -> bool:
    """Whether people are what is taken out: "264 soldiers were taken out of the works"."""
    return sentence.measures(start, start + 4, "troops", "people")


def passive_asset(reading: Reading) -> bool:
    return reading.passive and asset_named(reading)


def made_thing(reading: Reading) -> bool:
    return is_made(reading.cue.sentence, reading.cue.unit.first)


def is_made(sentence: Sentence, noun: int) -> bool:
    """Whether a foothold is told of, not only named as where something else is: not "near the bridgehead"."""
    k = noun - 1
    while sentence.is_(k, "determiner", "possessive", "bearing", "adverb", "number") or _is_adjective(sentence, k):
        k -= 1
    if sentence.is_(k, "of", "for"):
        return True
    named = sentence.is_(k, "event") and not sentence.is_(k, "auxiliary")  # "have a bridgehead"
    where = sentence.is_(k, "locative") or (named and not sentence.tokens[k].features & {"past"})
    return not where


def _is_adjective(sentence: Sentence, k: int) -> bool:
    return k in sentence.sides and sentence.sides[k][1].adjective


def equipment_named(reading: Reading) -> bool:
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if not reading.passive and unit.after in sentence.places:
        return False  # "abandoned X"
    near = any_near(sentence, unit.after, unit.after + 9, "defender_noun", "unit", "forces") or any_near(
        sentence, unit.first - 9, unit.first, "defender_noun", "unit", "forces"
    )
    return near and (not reading.assets or (not reading.passive and _breaks_equipment(reading)))


def arms_did_it(reading: Reading) -> bool:
    """Drones, bombs or shells do it: "drones blew up a shop", "was demolished by rockets"."""
    return bool(reading.places) and done_by_arms(
        reading.cue.sentence, (reading.cue.unit.first, reading.cue.unit.after), passive=reading.passive
    )


def done_by_arms(sentence: Sentence, verb: tuple[int, int], *, passive: bool) -> bool:
    """Whether arms are the subject of the verb at tokens `first:after`, or stand after "by" where it is passive."""
    first, after = verb
    if passive:
        agent = next((k for k in range(after, after + _AGENT) if sentence.is_(k, "by")), None)
        return agent is not None and sentence.some(agent + 1, agent + 1 + _AGENT, "arms")
    k = first - 1
    while sentence.is_(k, "adverb", "auxiliary"):
        k -= 1
    return sentence.is_(k, "arms")


def craft_sunk(reading: Reading) -> bool:
    """Aircraft are lost; drones and missiles that are shot down are only an attack that was beaten off."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    window = (
        tokens_within(sentence, unit.first - 7, unit.first) if reading.passive else range(unit.after, unit.after + 7)
    )
    for k in window:
        if sentence.is_(k, "arms") or sentence.sign(k) == ";":
            return False
        if not reading.passive and sentence.is_(k, "locative") and not sentence.is_(k, "of"):
            break
    return True
