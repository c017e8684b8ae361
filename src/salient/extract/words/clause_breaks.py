"""Where a clause with a subject and a verb of its own begins, in a language that tells it by order.

"Although the North left X, | Y is quiet", "they took X, and | the dam at Y was hit", "X fell — | Y still holds": past
such a break another clause's places and doers are not this one's.
"""

from collections.abc import Iterator

from salient.extract.words.forms import is_verbal
from salient.extract.words.sentence import Sentence, events_of

_REACH = 16
"""Tokens within which a clause has its verb."""
_SPOKEN = 6
"""Tokens behind a comma within which it is told who speaks."""
_TOLD = ("event", "light", "speech")
_NO_SUBJECT = (
    "adverb", "determiner", "locative", "weekday", "day", "month", "number", "bearing", "link", "circumstance",
    "auxiliary", "negation", "of_time",
)  # fmt: skip
"""Classes of words that are no subject by themselves."""
_NO_CLAUSE = frozenset({"relative", "conjunction", "that", "if", "condition"})
"""Classes of words that open a clause which hangs on another."""


def breaks_of(sentence: Sentence) -> list[int]:
    """The tokens at which such clauses begin, past the first."""
    if sentence.breaks is None:
        sentence.breaks = [] if sentence.cased else _find(sentence)
    return sentence.breaks


def last_break(sentence: Sentence, i: int) -> int:
    """Where the clause of token i begins."""
    return max((k for k in breaks_of(sentence) if k <= i), default=0)


def next_break(sentence: Sentence, i: int) -> int:
    """Where the clause ends that token i stands in."""
    return min((k for k in breaks_of(sentence) if k > i), default=len(sentence.tokens))


def _find(sentence: Sentence) -> list[int]:
    out: list[int] = []
    count = len(sentence.tokens)
    one_dash = sum(sentence.is_dash(k) for k in range(count)) == 1
    start, hangs = 0, _hangs(sentence, 0)
    for k in range(1, count - 2):
        sign = sentence.sign(k)
        opens = 0
        if sign == "," and hangs:
            opens = k + 1
        elif (sign == "," and sentence.is_(k + 1, "link", "but")) or (sign == ";" and sentence.is_(k + 1, "link")):
            opens = _past_word(sentence, k + 1)
        elif sentence.is_(k, "link") and sentence.is_(k + 1, "that"):
            opens = k + 2
        elif sign == ";" or (one_dash and sentence.is_dash(k) and not _joins_names(sentence, k)):
            opens = k + 1
        if opens and _tells(sentence, start, k) and _is_clause(sentence, opens):
            out.append(opens)
            start, hangs = opens, False
    return out


def _past_word(sentence: Sentence, k: int) -> int:
    """Past a link of one word or several: "as well as"."""
    unit = sentence.unit_at[k]
    return k + 1 if unit is None else unit.after


def _hangs(sentence: Sentence, first: int) -> bool:
    """Whether a clause opens with a word that makes it hang on the next: "ALTHOUGH they left X, Y is quiet"; what is
    only so if something else is hangs on it all the way."""
    hangs = sentence.is_(first, "conjunction", "although")
    return hangs and not sentence.is_(first, "link", "but", "if", "condition")


def _joins_names(sentence: Sentence, dash: int) -> bool:
    """Whether a dash stands between two names: "the X – Y road"."""
    return dash in sentence.places.values() and dash + 1 in sentence.places


def _is_clause(sentence: Sentence, first: int) -> bool:
    """Whether a subject and its verb follow, with no sign between but those of a remark on a place."""
    last, begun = min(first + _REACH, len(sentence.tokens)), first
    while sentence.is_(begun, "adverb"):
        begun += 1
    if begun >= last or "past" in sentence.tokens[begun].features:
        return False  # "they took X, and WALLED IN the soldiers left there"
    verbs = (k for k in _verbs_of(sentence, first, last) if not sentence.is_(k - 1, "link", "but"))
    return any(_has_subject(sentence, first, verb) for verb in verbs)


def _tells(sentence: Sentence, first: int, after: int) -> bool:
    """Whether tokens `first:after` have a verb, or words of the tables that stand for a clause."""
    if next(_verbs_of(sentence, first, after), None) is not None:
        return True
    units = (unit for unit in sentence.units if first <= unit.first < after)
    return any(event.form == "phrase" for unit in units for event in events_of(unit))


def _verbs_of(sentence: Sentence, first: int, after: int) -> Iterator[int]:
    """The verbs that a clause may be told by, up to a sign or another clause."""
    if not sentence.names_at[first].isdisjoint(_NO_CLAUSE) and not _hangs(sentence, first):
        return
    inside = sentence.placed()
    k = first
    while k < after:
        if k not in inside:
            if k > first and (sentence.sign(k) in sentence.to_words or sentence.is_(k, "relative")):
                return
            if _is_finite(sentence, k):
                yield k
        if sentence.sign(k) == ",":
            k = _past_remark(sentence, k)
            if not _lists(sentence, k):
                return
        else:
            k += 1


def _lists(sentence: Sentence, k: int) -> bool:
    """Whether a comma before token k parts two names, or closes a remark: "X, Y AND Z were hit", "X, which they held,
    WAS hit", "near X, NORTHERN TROOPS broke in"; not "X, the general SAID"."""
    return not sentence.some(k, min(k + _SPOKEN, len(sentence.tokens)), "speech")


def _past_remark(sentence: Sentence, comma: int) -> int:
    """Past a remark on the place before a comma: "X, WHICH THEY HELD, was shelled"; else past the comma."""
    if comma not in sentence.places.values():
        return comma + 1
    remark = sentence.is_(comma + 1, "relative", "determiner") or "past" in sentence.tokens[comma + 1].features
    close = next((k for k in range(comma + 1, comma + _REACH) if sentence.sign(k) == ","), None)
    return close + 1 if remark and close is not None else comma + 1


def _is_finite(sentence: Sentence, k: int) -> bool:
    token, unit = sentence.tokens[k], sentence.unit_at[k]
    if sentence.is_be(k):
        return not token.features.isdisjoint({"present", "past"})
    if sentence.is_(k, "auxiliary", "future"):
        return sentence.sign(k - 1) not in sentence.to_words
    named = k in sentence.places.values() and not token.capitalised
    named = named and not sentence.is_(k, "region", "settlement", "district")
    if "past" in token.features:
        return not _is_attribute(sentence, k)
    if unit is None or unit.first != k or unit.names.isdisjoint(_TOLD):
        return named and "present" in token.features
    if not is_verbal(sentence, unit) or "gerund" in token.features:
        return False
    return named or sentence.is_(k - 1, "forces", "enemy") or "present" in token.features


def _is_attribute(sentence: Sentence, k: int) -> bool:
    """Whether a past form may only describe a noun: "X, TAKEN in May", "the LOST ground", "held BY them"."""
    if "participle" not in sentence.tokens[k].features:
        return False
    unit = sentence.unit_at[k]
    led = sentence.sign(k - 1) == "," or sentence.is_(k - 1, "determiner", "locative", "of", "number")
    return led or sentence.is_(k + 1 if unit is None else unit.after, "by")


def _has_subject(sentence: Sentence, first: int, verb: int) -> bool:
    """Whether a noun that no preposition governs stands before a verb."""
    roles, placed = sentence.frames.roles, sentence.placed()
    governed = headed = False
    k = first
    while k < verb:
        if sentence.sign(k) == ",":
            k = _past_remark(sentence, k)
            governed = headed = False
            continue
        named = k in placed
        opens = named or k in sentence.sides or sentence.is_(k, "determiner", "pronoun", "possessive")
        if governed and headed and opens:
            governed = False  # "on Friday THE GARRISON", "near X NORTHERN TROOPS"
        if sentence.lowers[k] in roles and not named:
            governed, headed = True, False
        elif named or not sentence.is_(k, *_NO_SUBJECT) or sentence.is_(k, "pronoun", "forces", "enemy"):
            if not governed and (sentence.tokens[k].is_word or sentence.tokens[k].is_number):
                return True
            headed = True
        elif sentence.is_(k, "weekday", "day", "month", "of_time"):
            headed = True
        k += 1
    return False
