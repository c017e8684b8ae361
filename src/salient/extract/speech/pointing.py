"""Words that only point at what was told before: "it", "this", "the ministry's announcement", "neither account"."""

from salient.domain.kind import Kind, Status
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence, Unit, events_of

_WIDEST = 8
"""Tokens that may stand before the noun: whose words they are, and what kind of words."""
_SUBJECT = 3
"""Tokens before a state within which its subject's noun stands."""
_OF_WORDS = 12
"""Tokens behind a verb within which it is told whose account it is done to."""
_OWNER = 6
"""Tokens of whoever is named after it: "the claims of the defence ministry"."""


def is_message(sentence: Sentence, k: int) -> bool:
    """Whether a noun for what has been told stands here: "claim", "account", "news"."""
    unit = sentence.unit_at[k] if k < len(sentence.unit_at) else None
    if unit is None:
        return False
    spoken = any(speech.shape == "noun" for speech in unit.values("speech"))
    return spoken or "message" in unit.names


def pointed_end(sentence: Sentence, start: int) -> int | None:
    """Where the words end that begin here and only point at what was told; None where they do not."""
    if sentence.is_(start, "them", "pronoun"):
        return start + 1
    k = start
    while k < min(start + _WIDEST, len(sentence.tokens)):
        if is_message(sentence, k) and (k > start or "plural" in sentence.tokens[k].features):
            return with_owner(sentence, k + 1)
        if (known := _party_end(sentence, k)) is not None:
            k = known
        elif sentence.is_(k, "one_of_them") and (unit := sentence.unit_at[k]) is not None:
            k = unit.after  # "THE FIRST claim"
        elif _opens(sentence, k) or (k > start and _describes(sentence, k)):
            k += 1
        else:
            break
    return _only_this(sentence, start)


def _opens(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "determiner", "told_before", "possessive", "all_of") or sentence.sign(k) == "'s"


def _describes(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "official") or sentence.only_describes(k) or sentence.tokens[k].capitalised


def is_true(sentence: Sentence, end: int) -> bool:
    """Whether what was pointed at up to here is said to be true: "that it WAS indeed TRUE"."""
    k = end
    while sentence.is_(k, "be", "adverb"):
        k += 1
    return k > end and sentence.is_(k, "borne_out")


def _only_this(sentence: Sentence, start: int) -> int | None:
    """Past "this", "the same", with no noun to it."""
    k = start
    while sentence.is_(k, "determiner", "told_before", "possessive"):
        k += 1
    if k > start and sentence.is_(k, "anonymous"):
        return k + 1
    return k if k > start and sentence.is_(start, "told_before") else None


def _party_end(sentence: Sentence, k: int) -> int | None:
    """Where the words for a side or a known voice end that begin here."""
    return next((table[k][0] for table in (sentence.voices, sentence.sides) if k in table), None)


def with_owner(sentence: Sentence, end: int) -> int:
    """Past whose words they are: "the claims OF THE MINISTRY", "reports FROM THE TOWN"."""
    if not sentence.is_(end, "of", "by", "from"):
        return end
    k = end + 1
    while k < min(end + _OWNER, len(sentence.tokens)) and (
        _party_end(sentence, k) is not None
        or sentence.is_(k, "determiner", "official", "all_of", "possessive", "anonymous")
        or sentence.tokens[k].capitalised
    ):
        k = _party_end(sentence, k) or k + 1
    return k if k > end + 1 else end


def judges_words(sentence: Sentence, event: Found) -> bool:
    """Whether words for a place that nobody holds are said of what somebody told: "the CLAIM was disputed", "neither
    Northern nor Southern CLAIMS"; not "the staff REPORTED that it is disputed"."""
    if event.cue.status is not Status.CONTESTED:
        return False
    near = (*range(max(0, event.first - _SUBJECT), event.first + 1), event.after)
    named = any(event.first - _SUBJECT <= k < event.first for k in sentence.places)
    return not named and any(is_message(sentence, k) and not _is_told(sentence, k) for k in near)


def _is_told(sentence: Sentence, k: int) -> bool:
    """Whether a word that may be a message is the verb of telling one."""
    return not sentence.cased and "past" in sentence.tokens[k].features


def is_fought_for(sentence: Sentence, unit: Unit) -> bool:
    """Whether words of a denial that are also a fight are done to no account of anybody's: "contest THE AIRPORT", not
    "contest the ministry's CLAIM"."""
    fights = any(event.cue.kind is Kind.CLASH and event.form == "verb" for event in events_of(unit))
    if sentence.cased or not fights:
        return False
    said = range(unit.after, min(unit.after + _OF_WORDS, len(sentence.tokens)))
    return not any(is_message(sentence, k) or sentence.is_(k, "speech", "that") for k in said)
