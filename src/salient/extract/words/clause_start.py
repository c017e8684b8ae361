"""Where the clause of an event begins."""

from bisect import bisect_left

from salient.extract.words.clause_breaks import last_break
from salient.extract.words.sentence import Sentence

_REMARK = 9
"""Tokens that a remark between dashes may have."""
_TURNING = frozenset({"that", "conjunction"})
"""Classes of words that may open a clause."""


def turns_of(sentence: Sentence) -> list[int]:
    """The signs and words at which a clause may begin."""
    if sentence.turns is None:
        sentence.turns = [
            k
            for k, (token, names) in enumerate(zip(sentence.tokens, sentence.names_at, strict=False))
            if not (token.is_word or token.is_number) or not names.isdisjoint(_TURNING)
        ]
    return sentence.turns


def left_bound(sentence: Sentence, i: int, turns: list[int]) -> int:
    """Where the clause of token i begins."""
    return max(_left_turn(sentence, i, turns), last_break(sentence, i))


def _left_turn(sentence: Sentence, i: int, turns: list[int]) -> int:
    """Past the last sign or word before token i that opens its clause."""
    closed = -1  # a dash that closes a remark: "Two villages – A and B – have been taken"
    for k in reversed(turns[: bisect_left(turns, i)]):
        if sentence.sign(k) == ":" and (k in sentence.places.values() or sentence.is_(k - 1, "direction")):
            continue
        if sentence.cased and sentence.is_dash(k) and (_runs_on(sentence, k, i) or _joins_names(sentence, k, i)):
            continue
        if sentence.is_dash(k) and sentence.is_(k + 1, "be", "auxiliary", "modal"):
            closed = k
            continue
        if sentence.is_dash(k) and closed > k:
            closed = -1
            continue
        if sentence.is_quote_edge(k) and (
            sentence.is_(k + 1, "be", "auxiliary", "modal") or sentence.is_(k - 1, "be", "auxiliary", "modal")
        ):
            continue  # "the units had been “withdrawn to better lines”"
        if sentence.sign(k) in {";", ":"} or sentence.is_dash(k) or sentence.is_quote_edge(k):
            return k + 1
        if sentence.is_(k, "that"):
            if sentence.some(k - 5, k, "speech") or _is_demanded(sentence, k, i):
                return k + 1
        elif sentence.is_(k, "conjunction") and not sentence.is_(k, "link"):
            if sentence.is_(k, "passive_mark") and all(
                sentence.is_(j, "determiner") or sentence.sign(j) == '"' for j in range(k + 1, i)
            ):
                continue
            if sentence.cased and sentence.is_(k, "circumstance") and sentence.sign(k - 1) != ",":
                continue
            return k + 1
    return 0


def _is_demanded(sentence: Sentence, that: int, verb: int) -> bool:
    """Whether "that" opens what is only demanded, as a bare "be" tells: "ordered THAT X BE taken"."""
    bare = sentence.sign(verb - 1) == "be" and not sentence.cased
    return bare and not sentence.some(that, verb - 1, "modal", "auxiliary", "to")


def _joins_names(sentence: Sentence, dash: int, i: int) -> bool:
    """Whether a dash stands between two names: "the A - B road", "on the line A - B - C"; or between a name and what
    is said of it: "X - under control", "X - not taken"."""
    if dash not in sentence.places.values():
        return False
    return dash + 1 in sentence.places or all(sentence.is_(k, "adverb", "be", "negation") for k in range(dash + 1, i))


def _runs_on(sentence: Sentence, dash: int, i: int) -> bool:
    """Whether a dash opens no clause: it joins two names ("the road X – Y"), a count follows it ("on this stretch - 42
    attacks"), or it closes a remark between two dashes."""
    if dash in sentence.places.values() and dash + 1 in sentence.places:
        return True
    counted = next((k for k in range(dash + 1, min(dash + 4, i)) if sentence.tokens[k].is_number), None)
    if counted is not None or sentence.is_(dash + 1, "number") or sentence.is_(dash + 1, "anaphor_place"):
        return True
    opened = next((k for k in range(dash - 1, max(0, dash - _REMARK), -1) if sentence.is_dash(k)), None)
    return opened is not None and not sentence.some(opened, dash, "event", "speech")
