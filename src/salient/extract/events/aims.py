"""What is told only as somebody's aim."""

from salient.extract.words.sentence import Sentence, Unit

_REACH = 14
"""Tokens before a colon among which the aims are announced that stand behind it."""
_CALLED = 6
"""Tokens after "as" within which a deed is called an aim."""


def is_an_aim(sentence: Sentence, unit: Unit, form: str) -> bool:
    """Whether a deed stands behind the colon of a sentence that announces aims ("two OBJECTIVES: taking X and holding
    Y"), or is called one ("the capture of X AS the main GOAL"). What has been attained is none any more, and what has
    happened is none: "the result of their EFFORTS: they TOOK X". Or it is what an aim is said to be."""
    told = {"past", "present"} if sentence.cased else {"past"}
    if form == "verb" and not told.isdisjoint(sentence.tokens[unit.first].features):
        return False
    if form == "verb" and _is_what_they_want(sentence, unit.first):
        return True
    colon = next((k for k in range(unit.first - 1, 0, -1) if sentence.sign(k) == ":"), 0)
    if colon and _speaks_of_aims(sentence, colon - _REACH, colon):
        return True
    called = next((k for k in range(unit.after, len(sentence.tokens)) if sentence.is_(k, "passive_mark")), None)
    return called is not None and _speaks_of_aims(sentence, called, called + _CALLED)


def _is_what_they_want(sentence: Sentence, verb: int) -> bool:
    """Whether an aim is said to be to do it, whatever stands between: "the TASK set by the staff, he said, IS TO take
    X"."""
    be = verb - 2
    if sentence.cased or be < 0 or sentence.sign(verb - 1) not in sentence.to_words:
        return False
    while be > 0 and (sentence.is_(be, "adverb") or sentence.is_adverb(be)) and not sentence.is_be(be):
        be -= 1
    if not sentence.is_be(be):
        return False
    signs = (k for k in range(be - 1, -1, -1) if sentence.sign(k) in {";", ":"} or sentence.is_(k, "but"))
    first = max(next(signs, -1) + 1, be - _REACH)
    return _speaks_of_aims(sentence, first, be)


def _speaks_of_aims(sentence: Sentence, first: int, after: int) -> bool:
    return sentence.says(first, after, "aim") and not sentence.says(first, after, "attaining")
