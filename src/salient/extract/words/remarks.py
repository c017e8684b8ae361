"""Remarks between a town and what is told of it: "X, LONG A SHIELD FOR Y, has been captured"."""

from salient.extract.words.sentence import Sentence

_ENDS = frozenset({",", ";", ":", ".", "(", ")", "-", ""})
_LONG = 24
"""Tokens that a remark may have."""


def remark_on_a_town(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """Give the tokens between the commas or dashes around token k, where a town is named before them, what is told of
    it follows, and they tell of nothing that happens. Cases tell clauses apart in other languages."""
    if sentence.cased:
        return None
    opens = next((j for j in range(k - 1, max(-1, k - _LONG), -1) if _ends(sentence, j)), None)
    if opens is None or not _breaks(sentence, opens) or opens not in sentence.places.values():
        return None
    after = range(k, min(k + _LONG, len(sentence.tokens)))
    closes = next((j for j in after if _ends(sentence, j)), None)
    if closes is None or sentence.sign(closes) != sentence.sign(opens):
        return None
    if opens + 1 in sentence.places or sentence.is_(opens + 1, "link", "but") or not _goes_on(sentence, closes + 1):
        return None
    quiet = not any(_tells(sentence, j) for j in range(opens + 1, closes))
    return (opens + 1, closes) if quiet and not _is_fronted(sentence, opens) else None


def _ends(sentence: Sentence, k: int) -> bool:
    return sentence.sign(k) in _ENDS and (sentence.sign(k) != "-" or sentence.is_dash(k))


def _breaks(sentence: Sentence, k: int) -> bool:
    return sentence.sign(k) == "," or sentence.is_dash(k)


def _goes_on(sentence: Sentence, k: int) -> bool:
    """Whether a predicate begins here."""
    while k < len(sentence.tokens) and sentence.is_adverb(k):
        k += 1
    if sentence.is_be(k) or sentence.is_(k, "auxiliary", "modal"):
        return True
    return sentence.is_(k, "event", "light") and "past" in sentence.tokens[k].features


def _tells(sentence: Sentence, k: int) -> bool:
    """Whether a word tells of something that happens, or opens a clause in which it may."""
    verbal = not sentence.tokens[k].features.isdisjoint({"past", "participle", "gerund", "passive"})
    return sentence.is_be(k) or sentence.is_(k, "speech", "auxiliary") or (verbal and sentence.is_(k, "event", "light"))


def _is_fronted(sentence: Sentence, opens: int) -> bool:
    """Whether the name before a remark only tells where: "IN X, east of Y, two were killed"."""
    first = next(first for first, after in sentence.places.items() if after == opens)
    return sentence.is_(first - 1, "locative") and not sentence.is_(first - 1, "of")
