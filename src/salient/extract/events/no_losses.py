"""Words of harm that tell of no loss: what units are in any case, how something was carried out.

Only for languages whose words stand in a fixed order.
"""

from salient.extract.events.objects import phrase_at
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence

_OPENING = ("article", "determiner", "possessive", "number", "that")
_PEOPLE = ("forces", "unit", "civilians", "pronoun", "number")
_VERB = 10
"""Tokens behind a noun phrase within which the verb stands that it is the subject of."""


def only_says_which(reading: Reading) -> bool:
    """Whether a participle before forces only tells what they are like: "DAMAGED units were sent to X", "the ten
    BATTERED brigades"; not "destroyed vehicles", which somebody has lost, nor "two wounded soldiers"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if unit.after - unit.first != 1 or "participle" not in sentence.tokens[unit.first].features:
        return False
    own, behind = phrase_at(sentence, unit.after)
    if not own:
        return False
    head = sentence.tokens[own[-1]]
    formation = "formation" in sentence.frames.types_of(head)
    k = unit.first - 1
    while sentence.is_adverb(k) and not sentence.is_(k, "conjunction"):
        k -= 1
    counted = k >= 0 and (sentence.tokens[k].is_number or sentence.is_(k, "number", "multiplier"))
    if not (formation or (sentence.is_(own[-1], "forces") and not counted)):
        return False
    return _opens_phrase(sentence, k) or (_is_link(sentence, k) and _is_subject(sentence, behind))


def is_of_a_deed(reading: Reading) -> bool:
    """Whether what was "executed" is an operation, and nobody: "the ATTACK was poorly planned and EXECUTED"."""
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    joined = sentence.is_(first - 1, "link") and "participle" in sentence.tokens[first - 2].features
    if not joined or "participle" not in sentence.tokens[first].features or "event" in sentence.names_at[first - 2]:
        return False
    before = range(max(reading.cue.left, first - _VERB), first)
    return not any(
        sentence.is_(k, *_PEOPLE) or "people" in sentence.frames.types_of(sentence.tokens[k]) for k in before
    )


def _opens_phrase(sentence: Sentence, k: int) -> bool:
    """Whether a noun phrase goes on, or begins, behind token `k`: "the", "ten", "of", "refitting"."""
    if k < 0:
        return True
    token = sentence.tokens[k]
    verb = "gerund" in token.features or sentence.is_(k - 1, "to")
    return token.is_number or verb or sentence.is_(k, *_OPENING) or sentence.lowers[k] in sentence.frames.roles


def _is_link(sentence: Sentence, k: int) -> bool:
    return sentence.sign(k) == "," or sentence.is_(k, "link", "conjunction", "but")


def _is_subject(sentence: Sentence, behind: int) -> bool:
    """Whether a verb follows that says something of what stands before it."""
    return sentence.some(behind, behind + _VERB, "be", "modal", "auxiliary")
