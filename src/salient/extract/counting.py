"""Bulletins that count on without a verb: "On the Northern axis – four, near X"."""

from dataclasses import replace

from salient.domain.kind import Kind, Stance
from salient.extract.draft import Draft
from salient.extract.turn import Turn


def counted_on(turn: Turn) -> list[Draft]:
    """The attacks that a sentence only counts, as the one before told them: by stretches of the front."""
    sentence, memory = turn.scene.sentence, turn.memory
    places = [(n, m) for n, m in enumerate(turn.scene.mentions) if not m.aside]
    before = next((draft for draft in reversed(memory.recent) if draft.what.kind is Kind.CLASH), None)
    if not sentence.cased or before is None or turn.events or not any(m.direction for _, m in places):
        return []
    first = places[0][1].after
    counted = any(token.is_number for token in sentence.tokens[first:]) or sentence.some(
        first, len(sentence.tokens), "number"
    )
    told = any("verb" in token.features and "noun" not in token.features for token in sentence.tokens)
    if not counted or told or sentence.has("speech", "negation"):
        return []
    span = sentence.span(0, len(sentence.tokens))
    what = replace(before.what, quantity=None)
    same = replace(before, quote=span, what=what, stance=Stance.ASSERTS, inherited=False)
    return [replace(same, place=turn.offset + n) for n, _ in places]
