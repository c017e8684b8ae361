"""What is only thinkable by its verb, or by a particle beside that: "the capture COULD", "they have taken WOULD X"."""

from salient.domain.kind import Kind, Status
from salient.extract.words.own_clause import is_finite
from salient.extract.words.scene import Cue, Found
from salient.extract.words.sentence import Sentence

_BEFORE = 4
"""Tokens before a verb among which its particle stands."""
_REACH = 7
"""Tokens behind a noun within which its verb stands."""
_THINKS = 3
"""Tokens before a verb of thinking in which "I" stands."""


def may_be(cue: Cue, form: str) -> bool:
    """Whether a noun whose verb is only possible tells it, or a verb with such a particle."""
    return _would(cue, form) or (cue.sentence.cased and (_will_be(cue, form) or _by_a_particle(cue, form)))


def is_kept_from(cue: Cue) -> bool:
    """Whether somebody is hindered from doing it: "to prevent THE NORTHERN TROOPS FROM ENTERING X"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    if sentence.cased or "gerund" not in sentence.tokens[cue.unit.first].features:
        return False
    while sentence.is_(k, "adverb"):
        k -= 1
    doer = next((a for a in cue.scene.actors if a.after == k), None) if sentence.is_(k, "from") else None
    at = 0 if doer is None else doer.first
    while sentence.is_(at - 1, "determiner"):
        at -= 1
    return doer is not None and sentence.is_(at - 1, "risk")


def never_was(sentence: Sentence, event: Found) -> bool:
    """Whether something would have come about but for somebody: "they would have taken X IF NOT FOR the marines"; or
    is what he keeps others from."""
    if event.mood.kept and event.cue.kind is not Kind.ENCIRCLEMENT:
        return True
    return event.mood.modal and sentence.has("but_for") and not sentence.would_words.isdisjoint(sentence.lowers)


def _has_would(sentence: Sentence, verb: int) -> bool:
    """Whether the particle stands right behind a verb in the past, or before it with nothing but adverbs between."""
    if "past" not in sentence.tokens[verb].features:
        return False
    if _is_would(sentence, verb + 1):
        return True
    k = verb - 1
    while k > verb - _BEFORE and (sentence.is_(k, "adverb", "negation") or sentence.is_adverb(k)):
        k -= 1
    return _is_would(sentence, k)


def _is_would(sentence: Sentence, k: int) -> bool:
    return 0 <= k < len(sentence.tokens) and sentence.lowers[k] in sentence.would_words


def _would(cue: Cue, form: str) -> bool:
    """ "The fall of X would …", "Taking X could …": a noun whose verb is only possible."""
    sentence, unit = cue.sentence, cue.unit
    gerund = "gerund" in sentence.tokens[unit.first].features and not sentence.is_(unit.first - 1, "be", "auxiliary")
    named = form == "phrase" and "of" in sentence.lowers[unit.first : unit.after]
    if form != "noun" and not gerund and not named:
        return False
    for k in range(unit.after, min(unit.after + 12, len(sentence.tokens))):
        if sentence.sign(k) == "what":
            return False  # "the fall of X, in WHAT WOULD be their biggest gain"
        if sentence.is_(k, "modal"):
            return "past" not in sentence.tokens[k].features  # "an offensive THREATENED to roll up the front"
        if sentence.is_(k, "event", "be", "auxiliary", "speech"):
            return False
        if sentence.is_(k, "link") and sentence.is_(k + 1, "pronoun", "anaphor_place"):
            return False  # "… and there will be none"
        if sentence.cased and sentence.sign(k) == "," and sentence.is_(k + 1, "but", "conjunction"):
            return False  # "some fifty clashes a day, BUT THEIR AIM is the same"
    return False


def _will_be(cue: Cue, form: str) -> bool:
    """ "In a pocket may end up …", "fighting will move on to …": a noun or a state whose verb comes after it."""
    sentence, unit = cue.sentence, cue.unit
    if form == "verb":
        return False
    for k in range(unit.after, min(unit.after + _REACH, len(sentence.tokens))):
        if sentence.is_(k, "modal") or "future" in sentence.tokens[k].features:
            return True
        if not sentence.tokens[k].is_word or sentence.is_(k, "event", "speech", "that", "conjunction"):
            return False
    return False


def _by_a_particle(cue: Cue, form: str) -> bool:
    """Whether a verb, or the verb of a noun, has the particle that makes it no fact: "the capture of X WOULD OPEN"."""
    sentence, unit = cue.sentence, cue.unit
    if sentence.would_words.isdisjoint(sentence.lowers):
        return False
    if form == "verb":
        return any(_is_would(sentence, k) for k in range(unit.first, unit.after)) or _has_would(sentence, unit.first)
    for k in range(unit.after, min(unit.after + _REACH, len(sentence.tokens))):
        if not sentence.tokens[k].is_word or sentence.is_(k, "relative", "conjunction"):
            return False
        if is_finite(sentence, k):
            return _has_would(sentence, k)
    return False


def is_awaited(cue: Cue, verb: int) -> bool:
    """Whether a present tells what has yet to happen: "after the North TAKES X"; not "since it holds X"."""
    sentence = cue.sentence
    if sentence.cased or not sentence.tokens[verb].features <= {"present", "plural"}:
        return False
    opens = cue.left - (not sentence.is_(cue.left, "circumstance"))
    return sentence.is_(opens, "circumstance") and not sentence.some(
        cue.left, verb, "to", "auxiliary", "attempt", "negation"
    )


def is_thought_to_come(cue: Cue, verb: int, kind: Kind, status: Status | None) -> bool:
    """Whether a present tells what somebody thinks will happen: "I don't think X FALLS this month", "we doubt it HOLDS
    until spring"."""
    sentence = cue.sentence
    told = "present" in sentence.tokens[verb].features or not sentence.tokens[verb].features
    if sentence.cased or not told or kind not in (Kind.CONTROL, Kind.WITHDRAWAL):
        return False
    if status is Status.HOLDS and not sentence.some(cue.unit.after, cue.right, "condition"):
        return False
    thinks = next((k for k in range(verb - 1, 0, -1) if sentence.is_(k, "speech")), None)
    if thinks is None or sentence.some(thinks + 1, verb, "be", "auxiliary", "modal", "event", "to"):
        return False
    return sentence.some(max(0, thinks - _THINKS), thinks + 1, "first_person")
