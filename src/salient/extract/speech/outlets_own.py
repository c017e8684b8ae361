"""Sentences that only the outlet can have told, whoever spoke before. Where words stand in a fixed order."""

from salient.domain.kind import Kind
from salient.extract.words.sentence import Sentence, events_of

_OF_GROUND = (Kind.CONTROL, Kind.WITHDRAWAL, Kind.ADVANCE)
_SUBJECT = 3
"""Tokens within which a sentence names its subject."""


def is_outlets_own(sentence: Sentence) -> bool:
    """Whether a sentence sums up what was told, says "we" or begins with a reporter."""
    return not sentence.cased and (_sums_up(sentence) or _speaks_of_itself(sentence) or _is_of_a_witness(sentence))


def _sums_up(sentence: Sentence) -> bool:
    """Whether an outlet makes something of what it has told: "THE RETREAT brings them to X", "THE CAPTURE is their
    first since May"."""
    if not sentence.is_(0, "article") or sentence.in_quotes(0):
        return False
    unit = sentence.unit_at[1] if len(sentence.unit_at) > 1 else None
    told = () if unit is None else events_of(unit)
    return any(event.form == "noun" and event.cue.kind in _OF_GROUND for event in told)


def _speaks_of_itself(sentence: Sentence) -> bool:
    """Whether an outlet says "we" of itself: "an attack was under way as WE went to press"."""
    said = range(len(sentence.tokens))
    return any(sentence.is_(k, "first_person") and not sentence.in_quotes(k) for k in said)


def _is_of_a_witness(sentence: Sentence) -> bool:
    """Whether a sentence begins with somebody of no side, an agency's reporter or a monitor, who has been there: "AN
    AGENCY'S REPORTER heard shelling"."""
    known = sentence.sign(0) in {"a", "an"} and 1 in sentence.voices
    return known or any(k in sentence.observers for k in range(_SUBJECT))
