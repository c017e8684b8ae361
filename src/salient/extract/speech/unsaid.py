"""Words that nobody has said yet: "Moscow will use the capture to claim that it holds all of the region"."""

from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence, Unit, speech_of

_REACH = 14
"""Tokens between a word that looks ahead and an infinitive that hangs on it."""
_LET = 4
"""Tokens between who lets somebody say something and that verb: "LET the command SAY"."""
_AHEAD = ("future", "modal", "prospect", "predicate")
"""What is only meant to be: "WILL, MAY, WANT to, is EXPECTED to"."""


def is_unsaid(sentence: Sentence, event: Found) -> bool:
    """Whether an event stands in words that somebody will, may or wants to say: they are still to be said."""
    return any(
        unit.after <= event.first and _opens(sentence, unit, event) and _is_to_come(sentence, unit)
        for unit in sentence.units
    )


def _opens(sentence: Sentence, unit: Unit, event: Found) -> bool:
    """Whether a verb of speech opens a content: "claim THAT they have taken X", "TO have taken it", "its CAPTURE"."""
    cue = speech_of(unit)
    if cue is None or cue.shape != "verb":
        return False
    if cue.ahead or sentence.is_(unit.after + (sentence.sign(unit.after) == ","), "that", "pronoun", "to"):
        return True
    between = range(unit.after, event.first)
    return event.form == "noun" and all(sentence.is_(k, "article", "about", "possessive") for k in between)


def _is_to_come(sentence: Sentence, unit: Unit) -> bool:
    """Whether the verb stands in the future, or hangs on a word that looks ahead."""
    features = sentence.tokens[unit.first].features
    before = unit.first - 1
    if sentence.sign(before) in sentence.to_words or (sentence.cased and "infinitive" in features):
        return _looks_ahead(sentence, before)
    if sentence.some(unit.first - _LET, unit.first, "permitting"):
        return any(sentence.is_future(k) for k in range(max(0, before - _REACH), before))
    while before > 0 and sentence.is_adverb(before):
        before -= 1
    return sentence.is_future(unit.first) or sentence.is_future(before)


def _looks_ahead(sentence: Sentence, to: int) -> bool:
    """Whether an infinitive hangs on a word that looks ahead: "is EXPECTED to say"."""
    reach = range(max(0, to - _REACH), to + 1)
    if sentence.cased and any("first_person" in sentence.tokens[k].features for k in reach):
        return False  # "I CAN confirm that"
    return any(sentence.is_future(k) or sentence.is_(k, *_AHEAD) for k in reach)
