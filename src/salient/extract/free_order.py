"""Who speaks where the speaker's case tells, before or after the words of speech."""

from salient.extract.draft import Voice
from salient.extract.sentence import Sentence, Unit
from salient.extract.speakers import HEADS, names_voice, voice_of
from salient.text.tokens import CASES

_SIGNS = frozenset({",", ";", ":", "(", ")", '"', "-", "!", "?"})
_WIDEST = 24


def speaker_of(sentence: Sentence, unit: Unit, first: int) -> tuple[int, int] | None:
    """The speaker of a verb: after it where a sign stands before the verb, else on whichever side he is."""
    if unit.first > first and sentence.sign(unit.first - 1) in {",", "-", '"'}:
        return speaker_after(sentence, unit.after) or speaker_before(sentence, unit.first, first)
    return speaker_before(sentence, unit.first, first) or speaker_after(sentence, unit.after)


def speaker_before(sentence: Sentence, cue: int, first: int) -> tuple[int, int] | None:
    """The nearest words before a cue, between signs, that name a speaker in the nominative or after "in"."""
    end = cue
    while end > first and (sentence.sign(end - 1) in {",", "-"} or _aside(sentence, end - 1)):
        end -= 1
    start = end
    while start > first and not _edge(sentence, start - 1):
        start -= 1
    for i in range(start, end):
        if sentence.is_(i, "conjunction", "that") and not _inside_name(sentence, i):
            start = i + 1
    if any(sentence.is_(k, "event") and "verb" in sentence.tokens[k].features for k in range(start, end)):
        return None
    found = _nominative(sentence, start, end)
    if found is not None:
        return found
    if sentence.is_(start, "locative") and names_voice(sentence, start + 1, end, strict=True):
        return (start + 1, end) if not _only_place(sentence, start + 1, end) else None
    return None


def speaker_after(sentence: Sentence, cue: int) -> tuple[int, int] | None:
    """The words after a cue, up to a sign, that name a speaker in the nominative or after "in"."""
    end = cue
    while end < len(sentence.tokens) and not _stops(sentence, end) and end - cue < _WIDEST:
        end += 1
    found = _nominative(sentence, cue, end)
    if found is not None:
        return found
    start = cue
    while start < end and sentence.is_(start, "adverb", "day"):
        start += 1
    named = sentence.is_(start, "locative") and names_voice(sentence, start + 1, end, strict=True)
    return (start + 1, end) if named and not _only_place(sentence, start + 1, end) else None


def again(sentence: Sentence, unit: Unit) -> Voice | None:
    """Whoever spoke before, where the cue itself holds the pronoun: "in his words,"."""
    if not _bound(sentence, unit.after) and unit.after < len(sentence.tokens):
        return None
    span = sentence.span(unit.first, unit.after)
    return Voice(span, span, again=True)


def described(sentence: Sentence, first: int, after: int) -> Voice:
    """The voice of these words, its apposition after a comma left to the reader of offices."""
    while first < after and sentence.is_(first, "locative", "adverb"):
        first += 1
    return voice_of(sentence, first, after)


def content_of(sentence: Sentence, unit: Unit, voice: tuple[int, int], first: int, after: int) -> tuple[int, int]:
    """What is said: after "that", else before the cue, else around it where speaker and cue are put in between."""
    end = max(unit.after, voice[1])
    told = any(sentence.is_(k, "that") and sentence.sign(k - 1) == "," for k in range(end, min(end + 4, after)))
    begins = any(sentence.sign(k) == ":" for k in range(end, min(end + 2, after)))
    if told or begins:
        return end, after
    opens = min(unit.first, voice[0])
    before = any(sentence.is_(k, "event") for k in range(first, opens))
    if before and sentence.sign(opens - 1) in {",", "-", '"'}:
        if sentence.sign(end) == "," and not any(sentence.is_(k, "speech") for k in range(end, after)):
            return first, after
        return first, opens
    if sentence.sign(opens - 1) == "," and sentence.sign(end) == ",":
        return first, after
    return (end, after) if voice[1] <= unit.first or not before else (first, after)


def _nominative(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
    for i in range(first, after):
        if _heads(sentence, i) and not _governed(sentence, i, first):
            start = i
            while start > first and "adjective" in sentence.tokens[start - 1].features:
                start -= 1
            return start, after
    return (first, after) if first in sentence.voices else None


def _heads(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    cases = token.features & CASES
    if (
        not token.is_word
        or (cases and "nom" not in cases)
        or ("verb" in token.features and "noun" not in token.features)
    ):
        return False
    if i in sentence.voices or sentence.is_(i, *HEADS, "pronoun", "own"):
        return True
    if i in sentence.sides:
        return not sentence.sides[i][1].adjective or "noun" in token.features
    if i in sentence.places:
        return False
    return token.capitalised and i > 0 and not sentence.unit_at[i] and len(token.text) > 2


def _governed(sentence: Sentence, i: int, first: int) -> bool:
    k = i - 1
    while k >= first and ("adjective" in sentence.tokens[k].features or sentence.tokens[k].text in '«"'):
        k -= 1
    return k >= first and sentence.is_(k, "locative", "about")


def _only_place(sentence: Sentence, first: int, after: int) -> bool:
    return not any(i in sentence.voices or i in sentence.sides or sentence.is_(i, *HEADS) for i in range(first, after))


def _inside_name(sentence: Sentence, i: int) -> bool:
    return any(first <= i < after for first, (after, _) in sentence.voices.items())


def _aside(sentence: Sentence, i: int) -> bool:
    return sentence.is_(i, "adverb", "day", "be", "negation")


def _edge(sentence: Sentence, i: int) -> bool:
    sign = sentence.sign(i)
    if sign == "-" and i > 0 and sentence.tokens[i - 1].end == sentence.tokens[i].start:
        return False
    return sign in _SIGNS and (sign != '"' or sentence.is_quote_edge(i))


def _bound(sentence: Sentence, i: int) -> bool:
    return sentence.sign(i) in {",", ";", ":", "."}


def _stops(sentence: Sentence, i: int) -> bool:
    return _edge(sentence, i) or sentence.sign(i) == "." or sentence.is_(i, "that")
