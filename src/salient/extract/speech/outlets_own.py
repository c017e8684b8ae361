"""Sentences that only the outlet can have told, whoever spoke before; and an outlet that tells what "we" do."""

from collections.abc import Sequence

from salient.domain.kind import Kind
from salient.extract.speech.frame import Frame
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence, events_of

_OF_GROUND = (Kind.CONTROL, Kind.WITHDRAWAL, Kind.ADVANCE)
_DEEDS = (*_OF_GROUND, Kind.CLASH, Kind.LOSS)
_SUBJECT = 3
"""Tokens within which a sentence names its subject."""


def is_outlets_own(sentence: Sentence) -> bool:
    """Whether a sentence sums up what was told, says "we", begins with a reporter or reminds of what was before."""
    if sentence.cased:
        return False
    own = _sums_up(sentence) or _speaks_of_itself(sentence) or _is_of_a_witness(sentence)
    return own or (looks_back(sentence) and not sentence.quoted)


def tells_own_deed(sentence: Sentence, event: Found, frames: Sequence[Frame]) -> bool:
    """Whether nobody but the outlet says what "we" do on the ground, where the ending tells it: "so far [we]
    HOLD X"."""
    verb = sentence.tokens[event.first].features
    ours = event.form == "verb" and "first_person" in verb and "singular" not in verb and event.cue.kind in _DEEDS
    return ours and not sentence.in_quotes(event.first) and not frames


def looks_back(sentence: Sentence) -> bool:
    """Whether a sentence dates what it tells by a month or a year, as an outlet does that reminds of what was before:
    "X was taken in late MAY", "it has been shut since 2022"; where order tells, not by a day, but also by how long ago
    it was: "X was lost A WEEK EARLIER"."""
    told = range(len(sentence.tokens))
    if sentence.cased:
        return sentence.has("month") or any(_is_year(sentence, k) for k in told)
    return any(_is_whole_month(sentence, k) or _is_in_a_year(sentence, k) or _is_long_ago(sentence, k) for k in told)


def _is_year(sentence: Sentence, k: int) -> bool:
    token, unit = sentence.tokens[k], sentence.unit_at[k + 1] if k + 1 < len(sentence.tokens) else None
    dated = unit is not None and unit.value("time_unit") == "year"
    return dated and token.is_number and len(token.text) == len("2022")


def _is_whole_month(sentence: Sentence, k: int) -> bool:
    """Whether a month is named here without a day of it."""
    if not sentence.is_(k, "month"):
        return False
    beside = (sentence.tokens[j] for j in (k - 1, k + 1) if 0 <= j < len(sentence.tokens))
    return not any(token.is_number and len(token.text) < len("2022") for token in beside)


def _is_in_a_year(sentence: Sentence, k: int) -> bool:
    """ "In 2022", "since 2014"."""
    year = (
        sentence.tokens[k].is_number
        and sentence.tokens[k].text[:2] in {"19", "20"}
        and len(sentence.tokens[k].text) == len("2022")
    )
    return year and sentence.is_(k - 1, "locative", "since") and not sentence.is_(k + 1, "forces", "civilians", "of")


def _is_long_ago(sentence: Sentence, k: int) -> bool:
    """ "A WEEK EARLIER", "two MONTHS BEFORE"."""
    ago = sentence.is_(k, "time_unit") and sentence.is_(k + 1, "adverb", "condition")
    return ago and (sentence.is_(k - 1, "number") or sentence.tokens[k - 1].is_number)


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
