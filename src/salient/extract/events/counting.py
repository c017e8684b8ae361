"""Bulletins that count on without a verb: "On the Northern axis – four, near X"."""

from dataclasses import replace

from salient.domain.kind import Kind, Stance
from salient.extract.draft import Draft
from salient.extract.turn import Turn
from salient.extract.words.sentence import Sentence

_HEAD = 3
"""Tokens of a sentence within which its figure stands."""


def counted_on(turn: Turn) -> list[Draft]:
    """The attacks that a sentence only counts, as the one before told them: by stretches of the front."""
    sentence, memory = turn.scene.sentence, turn.memory
    places = [(n, m) for n, m in enumerate(turn.scene.mentions) if not m.aside]
    before = next((draft for draft in reversed(memory.recent) if draft.what.kind is Kind.CLASH), None)
    if before is None or turn.events or not places:
        return []
    if not sentence.cased:
        return _again(turn, before, [n for n, _ in places]) if _counts_more(turn) else []
    if not any(m.direction for _, m in places):
        return []
    first = places[0][1].after
    counted = any(token.is_number for token in sentence.tokens[first:]) or sentence.some(
        first, len(sentence.tokens), "number"
    )
    told = any("verb" in token.features and "noun" not in token.features for token in sentence.tokens)
    if not counted or told or sentence.has("speech", "negation"):
        return []
    return _again(turn, before, [n for n, _ in places])


def _counts_more(turn: Turn) -> bool:
    """ "Nine more took place near X": a figure, and a word that there are more of what was counted."""
    sentence = turn.scene.sentence
    figure = next((k for k in range(_HEAD) if k < len(sentence.tokens) and _is_figure(sentence, k)), None)
    told = sentence.has("speech", "negation", "modal")
    return figure is not None and not told and sentence.is_(figure + 1, "determiner", "of")


def _is_figure(sentence: Sentence, k: int) -> bool:
    return sentence.tokens[k].is_number or (sentence.is_(k, "number") and not sentence.is_(k, "article"))


def _again(turn: Turn, before: Draft, places: list[int]) -> list[Draft]:
    sentence = turn.scene.sentence
    span = sentence.span(0, len(sentence.tokens))
    what = replace(before.what, quantity=None)
    same = replace(before, quote=span, what=what, stance=Stance.ASSERTS, inherited=False)
    return [replace(same, place=turn.offset + n) for n in places]
