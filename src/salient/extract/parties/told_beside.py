"""Whom an event is about that names nobody, where another event of its sentence tells."""

from collections.abc import Sequence

from salient.domain.kind import Kind
from salient.extract.draft import Ref, Whose
from salient.extract.parties.actors import Actor
from salient.extract.words.scene import Found

_LEAVING = (Whose.BELLIGERENT, Whose.HOLDER)
"""Who gets out of a ring, where nobody is named: whoever tells it, else who is attacked there."""


def who_tells(event: Found, events: Sequence[Found]) -> Found:
    """The event that tells whom this one is about: itself, or the attack in which something was lost ("the assault was
    beaten off, THREE TANKS BURNT OUT"), or the retreat before a ring ("they left X to avoid ENCIRCLEMENT")."""
    if event.cue.kind is Kind.LOSS and event.cue.unnamed == "none":
        attack = next((e for e in reversed(events) if e.cue.kind is Kind.CLASH and e.first < event.first), None)
        if attack is not None and not _names(event.subject, attack) and not _names(event.object, attack):
            return attack
    ring = event.cue.kind is Kind.ENCIRCLEMENT and event.form != "verb"
    if ring and all(actor is None or actor.ref is None for actor in (event.subject, event.object)):
        return next((e for e in events if e.cue.kind is Kind.WITHDRAWAL and not e.mood.modal), event)
    return event


def of_who_leaves(event: Found, teller: Found, actors: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Whom a ring is about of which only a retreat tells: nobody withdraws from his own."""
    untold = event is not teller and teller.cue.kind is Kind.WITHDRAWAL and actors == (Whose.VICTIM,)
    return _LEAVING if untold else actors


def _names(actor: Actor | None, attack: Found) -> bool:
    """Whether an actor is somebody's own words for whom a loss is about, and not only whom the attack was told of."""
    return actor is not None and actor.role not in ("unsided", "possessive") and actor.first > attack.first
