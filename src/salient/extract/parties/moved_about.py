"""Whose troops have been moved, where no word gives them to a side."""

from collections.abc import Callable

from salient.domain.kind import Kind
from salient.extract.draft import Ref
from salient.extract.parties.other_subjects import unsided
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import events_of

_HARM = (Kind.STRIKE, Kind.CLASH, Kind.LOSS)
"""What is done to somebody else's troops."""


def whose_withdrawn(
    event: Found, scene: Scene, before: Ref | None, opponent: Callable[[Ref | None], Ref | None]
) -> Ref | None:
    """Whose troops they are that were withdrawn from somewhere: whoever sends, receives or gathers them, the opponent
    of whoever hits them ("the North is massing UNITS withdrawn from X"), else whom the sentences before spoke of."""
    sentence, units = scene.sentence, event.subject
    if sentence.cased or event.cue.kind is not Kind.WITHDRAWAL or units is None or not unsided(units):
        return None
    participle = sentence.tokens[event.first].features
    described = all(sentence.is_adverb(k) for k in range(units.after, event.first))
    if "participle" not in participle or not described or not sentence.is_(units.after - 1, "forces", "unit"):
        return None
    named = [a for a in scene.actors if a.after <= units.first and a.ref is not None and not a.governed]
    if not named or sentence.some(named[-1].after, units.first, "speech"):
        return None if "past" in participle else before
    between = (sentence.unit_at[k] for k in range(named[-1].after, units.first))
    hit = any(own is not None and any(e.cue.kind in _HARM for e in events_of(own)) for own in between)
    return opponent(named[-1].ref) if hit else named[-1].ref
