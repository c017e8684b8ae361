"""What is told only as somebody's aim."""

from salient.extract.words.sentence import Sentence, Unit

_REACH = 14
"""Tokens before a colon among which the aims are announced that stand behind it."""
_CALLED = 6
"""Tokens after "as" within which a deed is called an aim."""


def is_an_aim(sentence: Sentence, unit: Unit, form: str) -> bool:
    """Whether a deed stands behind the colon of a sentence that announces aims ("two OBJECTIVES: taking X and holding
    Y"), or is called one ("the capture of X AS the main GOAL"). What has been attained is none any more, and what has
    happened is none: "the result of their EFFORTS: they TOOK X"."""
    told = {"past", "present"} if sentence.cased else {"past"}
    if form == "verb" and not told.isdisjoint(sentence.tokens[unit.first].features):
        return False
    colon = next((k for k in range(unit.first - 1, 0, -1) if sentence.sign(k) == ":"), 0)
    if colon and _speaks_of_aims(sentence, colon - _REACH, colon):
        return True
    called = next((k for k in range(unit.after, len(sentence.tokens)) if sentence.is_(k, "passive_mark")), None)
    return called is not None and _speaks_of_aims(sentence, called, called + _CALLED)


def _speaks_of_aims(sentence: Sentence, first: int, after: int) -> bool:
    return sentence.says(first, after, "aim") and not sentence.says(first, after, "attaining")
