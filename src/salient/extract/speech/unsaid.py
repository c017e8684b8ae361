"""Words that nobody has said yet: "Moscow will use the capture to claim that it holds all of the region"."""

from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence, Unit, speech_of

_REACH = 14
"""Tokens between a word that looks ahead and an infinitive that hangs on it."""


def is_unsaid(sentence: Sentence, event: Found) -> bool:
    """Whether an event stands in words for the sake of which something will be done: they are still to be said."""
    return any(
        unit.after <= event.first and _opens(sentence, unit) and _is_to_come(sentence, unit) for unit in sentence.units
    )


def _opens(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb of speech opens a content: "claim THAT they have taken X"."""
    cue = speech_of(unit)
    if cue is None or cue.shape != "verb":
        return False
    return sentence.is_(unit.after + (sentence.sign(unit.after) == ","), "that", "pronoun")


def _is_to_come(sentence: Sentence, unit: Unit) -> bool:
    """Whether the verb is an infinitive that hangs on one in the future."""
    to = unit.first - 1
    return sentence.is_(to, "to") and any(sentence.is_future(k) for k in range(max(0, to - _REACH), to))
