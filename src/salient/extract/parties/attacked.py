"""Whose forces an attack is on that nobody is named for: its doer is whoever fights them."""

from salient.domain.kind import Kind
from salient.extract.parties.actors import Actor
from salient.extract.words.scene import Found, Scene

_ATTACKS = (Kind.STRIKE, Kind.CLASH)
_ON = ("site", "other")
_LED = 3
"""Tokens behind an attack within which it is told on whom it is: "strikes continue ON the enemy"."""


def attacked(event: Found, scene: Scene) -> Actor | None:
    """Whose forces arms hit, or an attack is on, that nobody is named for: "artillery was hitting NORTHERN TROOPS",
    "strikes go on against THE ENEMY", "attacks on OUR positions"."""
    sentence, hit = scene.sentence, event.object
    if sentence.cased or event.cue.kind not in _ATTACKS or event.passive:
        return None
    if event.form == "verb":
        struck = event.cue.kind is Kind.STRIKE and hit is not event.subject
        return hit if struck and hit is not None and hit.role == "noun" and not hit.governed else None
    sided = {a.first: a for a in scene.actors if a.ref is not None and a.role in ("noun", "possessive")}
    led = (k for k in range(event.after - 1, event.after + _LED) if sentence.frames.roles.get(sentence.signs[k]) in _ON)
    return next((sided[k] for on in led for k in (on + 1, on + 2) if k in sided), None)
