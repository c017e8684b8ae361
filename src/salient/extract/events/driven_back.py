"""Somebody driven back so far: no place is taken, the line has moved."""

from dataclasses import replace

from salient.domain.kind import Kind
from salient.extract.words.scene import Found, Scene
from salient.theatre.cues import EventCue

_FORWARD = EventCue(kind=Kind.ADVANCE, actor="subject")
_REACH = 9
"""Tokens from a verb to how far it drives somebody."""


def driven_so_far(scene: Scene, event: Found) -> Found:
    """Who drives somebody back by a distance has gone forward, and has not taken the place that it is measured from:
    "drove them so many METRES off X"."""
    sentence, doer = scene.sentence, event.subject
    if sentence.cased or event.form != "verb" or event.passive or event.cue.kind not in (Kind.CONTROL, Kind.CLASH):
        return event
    if doer is None or not isinstance(doer.ref, str) or doer.first > event.first or event.mood.negated:
        return event
    near = range(event.first + 1, min(event.first + _REACH, len(sentence.tokens)))
    far = next((k for k in near if sentence.is_(k, "length")), None)
    beaten = any(actor.first in range(event.first, far or 0) for actor in scene.actors)
    after = () if far is None else (far + 1, far + 2)
    back = any(sentence.frames.roles.get(sentence.sign(k)) == "source" for k in after)
    return replace(event, cue=_FORWARD, reversed=False) if beaten and back else event
