"""A town told of by all its parts: "EVERY LAST HOUSE has been taken", "they took THE LAST BLOCKS"."""

from salient.domain.kind import Kind
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence

_WHOLE = 3
"""Tokens behind a verb within which a part of a town is named."""
_PARTS = frozenset({"part", "building"})


def told_of_every_part(reading: Reading) -> bool:
    """Whether control is told of all parts, or the last, of a town that the words do not name."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if sentence.cased or reading.event.cue.kind is not Kind.CONTROL or reading.places:
        return False
    if any(mention.first >= unit.after and not mention.aside for mention in reading.cue.scene.mentions):
        return False
    if not reading.passive:
        ahead = range(unit.after + 1, min(unit.after + 1 + _WHOLE, len(sentence.tokens)))
        return any(_opens(sentence, k) == unit.after for k in ahead)
    k = unit.first - 1
    while sentence.is_(k, "be", "auxiliary", "adverb"):
        k -= 1
    return _opens(sentence, k) is not None


def _opens(sentence: Sentence, noun: int) -> int | None:
    """Where the words for all parts of a town, or the last, begin that a noun closes; None for other words."""
    part = sentence.is_(noun, "part_of_town") or not sentence.frames.types_of(sentence.tokens[noun]).isdisjoint(_PARTS)
    if not part or sentence.is_(noun + 1, "of", "inside"):
        return None
    k = noun
    while k > 0 and (_tells_all(sentence, k - 1) or sentence.is_(k - 1, "determiner", "adverb", "number")):
        k -= 1
    return k if any(_tells_all(sentence, j) for j in range(k, noun)) else None


def _tells_all(sentence: Sentence, k: int) -> bool:
    return "share" in sentence.frames.types_of(sentence.tokens[k])
