"""Subjects that no rule of order tells: who is accused of it, and people of no side."""

from salient.domain.kind import Kind
from salient.extract.parties.actors import Actor
from salient.extract.words.scene import Cue, Scene
from salient.extract.words.sentence import Unit, events_of

BLAMED_FOR = frozenset({"of", "for"})


def blamed(cue: Cue) -> Actor | None:
    """Who is accused of what a noun tells: "accused THE NORTH of bombing a school", "blames THE NORTH for a strike on
    X"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while sentence.is_(k, "determiner", "number") or sentence.only_describes(k):
        k -= 1
    if sentence.sign(k) not in BLAMED_FOR:
        return None
    doer = next((a for a in cue.scene.actors if a.after == k and a.role == "noun" and not a.governed), None)
    accused = doer.first - 1 if doer is not None else -1
    accused -= sentence.is_(accused, "determiner")
    return doer if doer is not None and sentence.is_(accused, "speech") else None


def is_of_civilians(scene: Scene, unit: Unit) -> bool:
    """Whether the subject right before a verb of leaving is people who are no side's: "as the North advanced, FAMILIES
    left X"."""
    sentence, k = scene.sentence, unit.first - 1
    if not any(event.cue.kind is Kind.WITHDRAWAL for event in events_of(unit)):
        return False
    while sentence.is_(k, "be", "auxiliary", "adverb", "negation") or sentence.is_be(k):
        k -= 1
    if (
        k < 0
        or sentence.is_(k, "forces", "official", "speech")
        or any(a.after == k + 1 and a.ref is not None for a in scene.actors)
    ):
        return False
    return sentence.is_(k, "civilians") or "people" in sentence.frames.types_of(sentence.tokens[k])
