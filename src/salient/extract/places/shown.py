"""Forces that pictures show at a spot of a place: "footage shows Northern soldiers on the roof of a school in X"."""

from salient.extract.parties.actors import Actor
from salient.extract.places.presence import INSIDE, is_about
from salient.extract.places.so_near import CLOSE, standing
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_REACH = 14
"""Tokens behind forces within which it is told where they are shown."""
_BEFORE = 3
"""Tokens between the verb and the forces: "a few", "its"."""


def shown_there(scene: Scene, found: list[Found]) -> list[Found]:
    """Forces that are only shown at a place are there; at its edge they have come up to it."""
    sentence = scene.sentence
    if sentence.cased or not sentence.has("showing"):
        return []
    return [
        event
        for actor in scene.actors
        if _may_be_shown(sentence, actor) and not any(is_about(sentence, event, actor) for event in found)
        if (event := _shown(scene, actor, found)) is not None
    ]


def is_shown(sentence: Sentence, first: int) -> bool:
    """Whether a verb of pictures stands before the words for somebody."""
    k = first - 1
    while first - k <= _BEFORE and sentence.is_(k, "determiner", "number", "adverb"):
        k -= 1
    return not sentence.cased and sentence.is_(k, "showing")


def _may_be_shown(sentence: Sentence, actor: Actor) -> bool:
    """Whether they are somebody's soldiers, or officers of his: "shows ITS OFFICERS in X"."""
    people = actor.role == "noun" and sentence.some(actor.after - 2, actor.after, "forces", "enemy")
    people |= actor.role == "possessive" and sentence.is_(actor.after, "official")
    return people and is_shown(sentence, actor.first)


def _shown(scene: Scene, actor: Actor, found: list[Found]) -> Found | None:
    sentence = scene.sentence
    ahead = range(actor.after, min(actor.after + _REACH, len(sentence.tokens)))
    last = next((k for k in ahead if sentence.sign(k) in {",", ";", ":"}), ahead.stop)
    n = next((n for n, m in enumerate(scene.mentions) if not m.aside and actor.after <= m.first < last), None)
    where = n if n is None else scene.mentions[n].first
    end = last if where is None else where
    back = where is None and any(
        sentence.points_back(k) or sentence.is_(k, "anaphor_place") for k in range(actor.after, last)
    )
    site = any(sentence.frames.roles.get(sentence.lowers[k]) in ("site", "goal") for k in range(actor.after, end))
    told = any(_does_something(sentence, k) for k in range(actor.after + (actor.role == "possessive"), end))
    if (where is None and not back) or not site or told or any(actor.first <= e.first < end for e in found):
        return None
    edge = sentence.some(actor.after, end, "outskirts") or (n is not None and scene.mentions[n].mention.name is None)
    return standing(scene, actor, CLOSE if edge else INSIDE, [] if n is None else [n])


def _does_something(sentence: Sentence, k: int) -> bool:
    """Whether a verb tells more of somebody than that he is there: "Northern troops BUILT a road near X"; not
    "soldiers at METERING stations"."""
    features = sentence.tokens[k].features
    verb = bool(features & {"past", "present"}) or sentence.is_(k, "be", "auxiliary", "modal", "attempt")
    verb |= k in sentence.predicates and "gerund" in features and sentence.is_(k - 1, "forces", "enemy")
    return verb and not (sentence.is_(k, "verb_of_presence") and not sentence.is_be(k))
