"""Who attacks whom where the words for it do not say so by their order."""

from salient.domain.kind import Kind
from salient.extract.draft import Ref
from salient.extract.parties.actors import Actor
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

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
    near = range(event.after - 1, event.after + _LED)
    end = next((k for k in near if sentence.sign(k) == ","), near.stop)
    led = (k for k in range(near.start, end) if sentence.frames.roles.get(sentence.signs[k]) in _ON)
    return next((sided[k] for on in led for k in (on + 1, on + 2) if k in sided), None)


def whose_fire(event: Found, sentence: Sentence) -> Ref | None:
    """Whose fire words for being under fire say themselves that it is: "came under NORTHERN shelling", "under fire FROM
    NORTHERN guns"."""
    if sentence.cased or event.form != "phrase" or event.cue.kind not in _ATTACKS:
        return None
    if any(event.first < k < event.after and word.adjective for k, (_, word) in sentence.sides.items()):
        return event.slot
    led = sentence.is_(event.after, "by") or sentence.frames.roles.get(sentence.sign(event.after)) == "source"
    near = (k for k in range(event.after + 1, event.after + _LED) if led and k in sentence.sides)
    return next((sentence.sides[k][1].side for k in near), None)


def fight_each_other(event: Found, scene: Scene) -> bool:
    """Whether forces of two sides are joined as those who fight: "Northern troops AND Southern units are fighting"."""
    sentence, who = scene.sentence, event.subject
    if sentence.cased or who is None or who.ref is None or event.form != "verb":
        return False
    link = who.first - 1 - sentence.is_(who.first - 1, "article")
    joined = (a.ref for a in scene.actors if a.after == link and a.role == "noun")
    return sentence.is_(link, "link") and any(ref is not None and ref != who.ref for ref in joined)
