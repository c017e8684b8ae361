"""Whether an event has the thing that its cue asks for: an asset, equipment, a craft, arms that did it."""

from collections.abc import Sequence
from itertools import takewhile

from salient.domain.kind import Status
from salient.extract.words.own_clause import clause_of, only_speaks
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence
from salient.extract.words.vicinity import tokens_within
from salient.text.tokens import CASES

_OBJECT = 7
"""Tokens after a verb within which the noun it acts on stands."""
_BEFALLEN = 12
"""Tokens on either side of a verb within which what it is done to stands."""
_FREE = 9
"""The same where words stand in any order."""
_OBLIQUE = frozenset({"ins", "loc", "dat"})
"""The cases in which nothing stands that a verb is done to."""
_BREAKS = frozenset({";", ":"})
_PEOPLE = frozenset({"people"})
_INSIDE = frozenset({"-", "'s", "'", "%", ",", '"'})
_ENDS = ("event", "be", "auxiliary", "modal", "relative", "that", "speech", "by", "since", "day", "weekday", "month")
"""Classes of words that no object goes on with."""
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
    if (
        sentence.cased
        and reading.passive
        and reading.object is not None
        and reading.event.cue.status is Status.SUSPENDED
    ):
        return False  # "in the plant 2,000 Southern soldiers are BLOCKED"
    if any(asset.resumed for asset in reading.assets) and not _resumes_works(reading):
        return False
    if reading.passive and not sentence.cased and _befalls_people(reading):
        return False
    if reading.event.form == "verb" and not reading.passive and _breaks_equipment(reading):
        return False
    if reading.event.cue.status is Status.OPERATING and (_did_once(reading) or _is_work_of_people(reading)):
        return False
    if not sentence.cased and _lacked_by_people(reading):
        return False
    gerund = reading.event.form == "verb" and "gerund" in sentence.tokens[unit.first].features
    if gerund and not sentence.is_(unit.first - 1, "be", "auxiliary", "adverb"):
        before = reading.cue.before[-1] if reading.cue.before else None
        working = reading.event.cue.status is Status.OPERATING
        attribute = working and any(asset.first == unit.after for asset in reading.cue.scene.assets)
        return not attribute and not (before is not None and before.assets and before.after == unit.first)
    return True


def _is_work_of_people(reading: Reading) -> bool:
    """Whether people are who works, and the works only where they do: "the REPAIRMEN work at the substation"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    if not sentence.cased or reading.event.form != "verb":
        return False
    while k > 0 and (sentence.is_(k, "adverb") or sentence.is_adverb(k)):
        k -= 1
    named = k + 1 in sentence.places.values()  # a town that endings do not tell from a surname
    return k >= 0 and not named and sentence.tokens[k].features >= {"noun", "animate", "nom"}


def _resumes_works(reading: Reading) -> bool:
    """Whether "it" is what something is done to, or is in some state; not in a question: "who blew it up"."""
    inside = all(asset.inside is not None for asset in reading.assets)
    asked = inside and reading.cue.sentence.is_(reading.cue.unit.first - 1, "relative")
    return not asked and (inside or reading.passive or reading.event.cue.actor == "none")


def _befalls_people(reading: Reading) -> bool:
    """Whether somebody is whom a passive is told of, and works only where he is: "soldiers were cut off in the
    plant"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    if reading.assets[0].first < reading.cue.unit.after:
        return False
    while sentence.is_(k, "be", "auxiliary", "adverb", "modal", "negation", "speech"):
        k -= 1
    people = sentence.is_(k, "forces", "civilians", "enemy") or sentence.measures(k, k + 1, "troops")
    return people or any(actor.after == k + 1 and actor.role == "noun" for actor in reading.cue.scene.actors)


def _lacked_by_people(reading: Reading) -> bool:
    """Whether people or homes are what has no supply, so that nothing is told of works: "1,500 households WITHOUT
    HEAT"; not "the town is without heat"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if not reading.assets[0].supply or reading.event.form != "phrase":
        return False
    before = range(max(reading.cue.left, unit.first - _BEFALLEN), unit.first)
    return any(_PEOPLE & sentence.frames.types_of(sentence.tokens[k]) or sentence.is_(k, "civilians") for k in before)


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
    if sentence.cased:
        near = any(_is_equipment(sentence, k) or sentence.measures(k, k + 1, "people") for k in _befallen(reading))
    else:
        near = any(_is_equipment(sentence, k) for k in _done_to(reading))
    return near and (not reading.assets or (not reading.passive and _breaks_equipment(reading)))


def _befallen(reading: Reading) -> Sequence[int]:
    """The tokens of what a verb may be done to where words stand in any order: those beside it, whoever or whatever
    does it aside ("THE NORTHERNERS destroyed the shelters", "DRONES burned the houses")."""
    sentence, unit, subject = reading.cue.sentence, reading.cue.unit, reading.subject
    own = range(0) if subject is None or reading.passive else range(subject.first, subject.after)
    if any(sentence.measures(k, k + 1, "equipment") and not sentence.is_(k, "arms") for k in own):
        own = range(0)  # "two NORTHERN TANKS they burned"
    first, after = clause_of(sentence, unit.first) if reading.passive else (0, len(sentence.tokens))
    near = (
        tokens_within(sentence, max(first, unit.first - _FREE), unit.first),
        tokens_within(sentence, unit.after, min(after, unit.after + _FREE)),
    )
    return [k for part in near for k in part if not (k in own or _is_oblique(sentence, k) or only_speaks(sentence, k))]


def _is_oblique(sentence: Sentence, k: int) -> bool:
    """Whether the case of a word tells that no verb is done to it."""
    cases = sentence.tokens[k].features & CASES
    return bool(cases) and cases.issubset(_OBLIQUE)


def _done_to(reading: Reading) -> Sequence[int]:
    """The tokens of what a verb is done to in a language of fixed order: its object, else what it describes ("guns
    which drones DESTROYED") or what it befalls ("the trucks BURNED")."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if not reading.passive:
        inside, behind = range(unit.first + 1, unit.after - 1), _object(sentence, unit.after)
        if behind or any(_is_equipment(sentence, k) for k in inside):
            return [*inside, *behind]
    before = range(unit.first - 1, max(reading.cue.left, unit.first - _BEFALLEN) - 1, -1)
    own = list(takewhile(lambda k: sentence.sign(k) not in _BREAKS and not _opens_clause(sentence, k), before))
    described = next((k for k in own if sentence.is_(k, "relative")), None)
    return own if described is None or reading.passive else [k for k in own if k < described]


def _object(sentence: Sentence, start: int) -> range:
    """The tokens of a verb's object, a list and what "of" adds included."""
    while start < len(sentence.tokens) and (sentence.is_adverb(start) or sentence.is_(start, "adverb")):
        start += 1
    if sentence.is_(start, "link", "anaphor_place"):
        return range(0)
    k = start
    while k < min(len(sentence.tokens), start + _BEFALLEN):
        goes_on = sentence.tokens[k].is_word or sentence.tokens[k].is_number or sentence.sign(k) in _INSIDE
        if not goes_on or sentence.is_(k, *_ENDS) or (sentence.is_(k, "locative") and not sentence.is_(k, "of")):
            break
        k += 1
    return range(start, k)


def _opens_clause(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "that") or (sentence.is_(k, "conjunction") and not sentence.is_(k, "link"))


def _is_equipment(sentence: Sentence, k: int) -> bool:
    """Whether a word speaks of arms, positions or forces, or of "them" after such; civilians and amounts are none."""
    counted = sentence.measures(k, k + 1, "equipment") or (
        sentence.measures(k, k + 1, "troops") and not sentence.is_(k, "civilians")
    )
    them = sentence.resumed[k].pronoun if k in sentence.resumed else False
    resumed = them and sentence.measures(0, k, "equipment")
    return counted or resumed or sentence.is_(k, "defender_noun", "forces")


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


def way_named(reading: Reading) -> bool:
    """A road or a route is what it is done to: "keeps the road under fire"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if not sentence.cased:
        before = range(reading.cue.left, unit.first)
        return any("way" in sentence.frames.types_of(sentence.tokens[k]) for k in before)
    first, after = clause_of(sentence, unit.first)
    return sentence.some(first, after, "way")
