"""Words of the tables that only describe, rank or weigh something, and tell nothing that has happened.

"Its bridgehead on the left bank", "one of the longest battles of the war", "HOLDING X matters", "permission to STRIKE".
"""

from salient.domain.kind import Kind, Status
from salient.extract.events.prospects import MARKS
from salient.extract.words.scene import Reading, Scene
from salient.extract.words.sentence import Sentence, Unit, events_of

_RANKED = ("most", "worst", "best")
_TIMES = ("weekday", "month", "season", "time_unit", "of_time", "day")
"""Classes of words that tell a time before an event: "LAST SUMMER's"."""
_PARTING = ("link", "relative", "be", "event", "by", "speech")
"""Classes of words that no description of a place has before its noun."""
_RANKS = 4
"""Tokens before a noun within which it is ranked: "the BIGGEST air and ground attack"."""
_OWN = 4
"""Tokens behind a noun within which its own place stands."""
_CLAUSE = 20
"""Tokens behind a gerund within which the verb stands that it is the subject of."""
_TELLING = 3
"""Tokens before "one of" within which the verb stands that tells of it."""
_SUMMED = 10
"""Tokens before gains within which what they sum up is taken up again."""
_OWNED = 5
"""Tokens between ground and the control that it is under."""
_PERMITTED = 5
"""Tokens between words of permission and what is permitted."""


def is_ranked(reading: Reading) -> bool:
    """Whether a fight is only ranked among others, beside what is told: "…, the BIGGEST ATTACK on the town this year",
    "a day after ONE OF the deadliest ATTACKS of the war"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    ranks = [k for k in range(max(0, unit.first - _RANKS), unit.first) if _is_superlative(sentence, k)]
    if not ranks or sentence.some(ranks[0], unit.first, "locative", "conjunction", "be"):
        return False
    k = ranks[0] - 1
    if sentence.sign(k) == "'s":
        k -= 1  # "Tuesday's"
    while sentence.is_(k, "determiner", "article", "possessive", "number", "adverb") and not sentence.is_(k, "of"):
        k -= 1
    one_of = sentence.is_(k, "of") and sentence.is_(k - 1, "one_of_them", "number")
    one_of &= not sentence.some(k - _TELLING, k, "light")  # "have REPELLED one of the biggest attacks of the year"
    named = sentence.is_(k, "them", "pronoun") and sentence.is_(k - 1, "calling")
    aside = sentence.sign(k) == "," and bool(reading.cue.before)
    here = range(unit.after, unit.after + _OWN)
    return named or (one_of and not any(mention.first in here for mention in reading.cue.scene.mentions)) or aside


def is_recounted(reading: Reading) -> bool:
    """Whether an attack that was told of is only counted or ranked: "IT IS THE THIRD ATTACK on X in a week", "that was
    their biggest assault"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    if sentence.cased or reading.event.form != "noun" or reading.event.cue.kind not in (Kind.CLASH, Kind.STRIKE):
        return False
    first = max(1, k - _RANKS)
    while k >= first and not sentence.is_be(k):
        k -= 1
    ranked = sentence.is_be(k) and (
        sentence.is_(k + 1, "article", "possessive", "likewise_after") and sentence.sign(k + 1) not in {"a", "an"}
    )
    opens = k < 2 or sentence.is_(k - 2, "conjunction", "that") or sentence.sign(k - 2) in {",", ";", ":", '"'}
    return ranked and opens and sentence.is_(k - 1, "pronoun", "told_before", "that", "determiner")


def _is_superlative(sentence: Sentence, k: int) -> bool:
    word = sentence.lowers[k]
    return word in _RANKED or (word.endswith("est") and len(word) > 5 and not sentence.is_(k, "bearing"))


def is_place_of_a_kind(reading: Reading) -> bool:
    """Whether a noun behind a comma or a dash says what a place is to somebody: "X, the main base for THE DRIVE on
    Y", "X, the North's BRIDGEHEAD on the left bank"."""
    sentence, scene, unit = reading.cue.sentence, reading.cue.scene, reading.cue.unit
    comma = next((k for k in range(unit.first - 1, -1, -1) if sentence.sign(k) == "," or sentence.is_dash(k)), None)
    named = next((mention for mention in scene.mentions if mention.after == comma), None)
    if comma is None or named is None or (not reading.cue.before and _only_tells_where(sentence, named.first)):
        return False  # "IN X, Northern assaults go on"
    between = range(comma + 1, unit.first)
    leads = sentence.is_(comma + 1, "determiner", "possessive") or comma + 1 in sentence.sides
    parted = any(sentence.is_(k, *_PARTING) or k in sentence.places for k in between)
    return leads and not parted


def _only_tells_where(sentence: Sentence, name: int) -> bool:
    """Whether a name stands after a preposition of place."""
    k = name - 1
    while sentence.is_(k, "settlement", "of", "article", "determiner", "bearing") or sentence.only_describes(k):
        k -= 1
    return sentence.is_(k, "locative")


def is_summed_up(reading: Reading) -> bool:
    """Whether gains only sum up what is told before: "they took X, in WHAT would be their biggest GAIN since May"."""
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    opened = (k for k in range(max(1, first - _SUMMED), first) if sentence.sign(k) == "what")
    return any(sentence.is_(k - 1, "inside") for k in opened)


def only_dates(reading: Reading) -> bool:
    """Whether words only tell when something else was done: "a town taken IN LAST SUMMER'S INCURSION", "took X months
    AFTER LAUNCHING their offensive", "IN ITS LATEST ADVANCE, the North took X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.event.form == "verb":
        launched = reading.event.cue.kind is Kind.CLASH and "gerund" in sentence.tokens[unit.first].features
        after = sentence.is_(unit.first - 1, "since") and sentence.is_(unit.first - 2, "time_unit")
        return launched and after and bool(reading.cue.before)
    if sentence.is_(0, "inside") and sentence.is_(1, "possessive") and sentence.sign(unit.after) == ",":
        return unit.first <= _RANKS and reading.event.cue.kind is not Kind.CONTROL
    k = unit.first - 1
    if sentence.cased or sentence.sign(k) != "'s" or not sentence.is_(k - 1, *_TIMES):
        return False
    k -= 1
    while sentence.is_(k, *_TIMES, "adverb", "determiner", "bearing") or sentence.tokens[k].is_number:
        k -= 1
    dated = sentence.is_(k, "inside", "since", "circumstance")
    return dated and any(event.form == "verb" for event in reading.cue.before)


def is_pressure_beside(reading: Reading) -> bool:
    """Whether a participle without a place only says what else was told means: "took X, STEPPING UP THE PRESSURE on
    the South's defences"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    beside = "gerund" in sentence.tokens[unit.first].features and sentence.sign(unit.first - 1) == ","
    told = any(event.places and event.form == "verb" for event in reading.cue.before)
    own = any(reading.cue.scene.mentions[n].first > unit.first for n in reading.places)
    return beside and told and not own


def is_supposed_of_it(reading: Reading) -> bool:
    """Whether a loss is only weighed in a clause about a place: "X, a hub WHOSE LOSS would cut off the north"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    return sentence.sign(unit.first) == "whose" and sentence.is_(unit.after, "modal", "future")


def lacks_at_large(reading: Reading) -> bool:
    """Whether a whole state lacks men, in a clause that only tells why something else is so: "took X AS THE SOUTH
    STRUGGLES WITH A SHORTAGE of soldiers"."""
    sentence, who = reading.cue.sentence, reading.subject
    if who is None or reading.places or not reading.cue.before:
        return False
    named = sentence.sides.get(who.first)
    return named is not None and named[0] == who.after and sentence.is_(who.first - 1, "conjunction")


def was_the_aim(reading: Reading) -> bool:
    """Whether somebody's aim is one of the past: "X had been the CHIEF TARGET for a year"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    while sentence.is_(k, "determiner", "article", "possessive", "adverb") or sentence.sign(k) == "'s":
        k -= 1
    return sentence.sign(k) in {"was", "were", "been"} and not sentence.some(k - 3, k, "modal")


def is_only_weighed(reading: Reading) -> bool:
    """Whether holding a place is what something is said of: "HOLDING the town matters", not "holding it, they fire"."""
    return reading.event.cue.status is Status.HOLDS and is_subject_gerund(reading.cue.scene, reading.cue.unit)


def only_leads(scene: Scene, unit: Unit) -> bool:
    """Whether a participle only tells where a pipe or a line lies: "the pipeline RUNNING TO X was hit"."""
    sentence = scene.sentence
    if sentence.cased or unit.after - unit.first > 1 or "gerund" not in sentence.tokens[unit.first].features:
        return False
    works = sentence.is_(unit.first - 1, "asset") or any(asset.after == unit.first for asset in scene.assets)
    return works and sentence.frames.roles.get(sentence.sign(unit.after)) in {"goal", "source"}


def is_subject_gerund(scene: Scene, unit: Unit) -> bool:
    """Whether a gerund opens a clause as the subject of its verb: "HOLDING the hills, and the road, became hard"."""
    sentence, before = scene.sentence, unit.first - 1
    if sentence.cased or "gerund" not in sentence.tokens[unit.first].features:
        return False
    opens = before < 0 or sentence.sign(before) in {",", ";", ":", '"'} or sentence.is_(before, "that", "conjunction")
    if not opens:
        return False
    ends = {mention.after for mention in scene.mentions}
    for k in range(unit.after, min(unit.after + _CLAUSE, len(sentence.tokens))):
        verb = sentence.is_(k, "be", "auxiliary", "modal") or sentence.tokens[k].features & {"past", "present"}
        object_ends = k in ends or sentence.sign(k - 1) == "," or sentence.is_(k - 1, "settlement", "district")
        if verb and object_ends:
            return True
        if sentence.sign(k) == "," and (k + 1 in sentence.sides or sentence.is_(k + 1, "pronoun")):
            return False
    return False


def is_a_range(reading: Reading) -> bool:
    """Whether a weapon is only said to reach so far: "the gun shoots AT 17 kilometres"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.after
    if k + 1 >= len(sentence.tokens) or not sentence.tokens[k].is_number:
        return False
    length = sentence.unit_at[k + 1]
    return sentence.lowers[k - 1] in sentence.frames.roles and length is not None and length.value("length") is not None


def is_permitted(reading: Reading) -> bool:
    """Whether a strike is only asked for or allowed: "urged them to LET the South STRIKE airfields", "PERMISSION to
    fire missiles at X"."""
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    token = sentence.tokens[first]
    bare = "infinitive" in token.features if sentence.cased else token.lower in token.forms[1:] or not token.features
    return bare and sentence.some(first - _PERMITTED, first, "permitting")


def is_made_up_for(reading: Reading) -> bool:
    """Whether losses are only what somebody makes up for: "sent recruits to X to REPLACE COMBAT LOSSES"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    while k >= 0 and (_may_count(sentence, k) or _tells_whose(sentence, k)) and not sentence.is_(k, "made_up_for"):
        k -= 1
    return sentence.is_(k, "made_up_for")


def _may_count(sentence: Sentence, k: int) -> bool:
    """Whether a word may stand before losses and tell which: "its RECENT MANPOWER AND EQUIPMENT losses"."""
    told = sentence.is_(k, "determiner", "possessive", "link", "number", "multiplier") or sentence.sign(k) == "'s"
    return told or sentence.only_describes(k) or not sentence.names_at[k] - {"forces", "arms", "people"}


def is_avoided(reading: Reading) -> bool:
    """Whether a ring is only what somebody withdraws from in time: "pulled out to avoid ENCIRCLEMENT"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    while k >= 0 and (sentence.is_be(k) or sentence.is_(k, "adverb", "determiner")) and not sentence.is_(k, "risk"):
        k -= 1
    unit = sentence.unit_at[k] if k >= 0 else None
    if unit is None or "risk" not in unit.names or not unit.names.isdisjoint((*MARKS, "attempt")):
        return False
    meant = sentence.sign(unit.first - 1) in sentence.to_words or "not" in sentence.lowers[unit.first : unit.after]
    return meant and any(_leaves(sentence, i) for i in range(k))


def _leaves(sentence: Sentence, k: int) -> bool:
    """Whether somebody goes, or is taken, out of a place."""
    unit = sentence.unit_at[k]
    told = unit is not None and any(event.cue.kind is Kind.WITHDRAWAL for event in events_of(unit))
    return told or sentence.frames.is_of(sentence.tokens[k], ("flee",))


def is_at_large(reading: Reading) -> bool:
    """Whether control is only what ground in general is under: "no access to AREAS UNDER NORTHERN CONTROL"; not "the
    areas", nor "80 villages"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.event.cue.status is not Status.HOLDS or reading.places:
        return False
    k = unit.first - 1
    while k > max(0, unit.first - _OWNED) and _tells_whose(sentence, k):
        k -= 1
    ground = k > 0 and "ground" in sentence.frames.types_of(sentence.tokens[k]) and not sentence.is_(k, "settlement")
    return ground and (sentence.lowers[k - 1] in sentence.frames.roles or sentence.is_(k - 1, "link"))


def _tells_whose(sentence: Sentence, k: int) -> bool:
    led = k in sentence.sides or sentence.is_(k, "forces")
    return led or sentence.lowers[k] in sentence.frames.roles or sentence.is_(k, "adverb")


def gives_up_no_attempt(reading: Reading) -> bool:
    """Whether what somebody does not leave is what he tries: "attempts to take X they DO NOT ABANDON"."""
    sentence, cue = reading.cue.sentence, reading.cue
    if not sentence.is_(cue.unit.first - 1, "negation") or reading.event.cue.actor != "subject":
        return False
    clause = range(cue.left, min(cue.right, cue.unit.after + 4))
    return any(sentence.is_(k, "attempt") and "noun" in sentence.tokens[k].features for k in clause)
