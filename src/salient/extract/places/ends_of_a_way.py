"""The two names by which a road is told of that is cut: one road, one ring."""

from itertools import pairwise

from salient.domain.kind import Kind, Status
from salient.extract.events.meaning import kind_of
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence


def without_far_end(scene: Scene, event: Found) -> list[int]:
    """The places of an event, where a way between two is cut without the second: "cut the road BETWEEN X AND Y", "FROM
    X TO Y", "the X – Y highway". What is to come of it is told of both, and so is a ring that has closed."""
    places = event.places
    if len(places) < 2 or event.cue.status is Status.COMPLETE or kind_of(event)[0] is not Kind.ENCIRCLEMENT:
        return places
    far = {b for a, b in pairwise(places) if _are_ends(scene, a, b)}
    return [n for n in places if n not in far]


def _are_ends(scene: Scene, one: int, other: int) -> bool:
    sentence, (first, after) = scene.sentence, (scene.mentions[one].after, scene.mentions[other].first)
    if after - first != 1:
        return False
    before = scene.mentions[one].first - 1
    joined = sentence.is_(first, "link") and sentence.is_(before, "between")
    return joined or sentence.is_dash(first) or sentence.sign(first) == "-" or _goes_from(sentence, before, first)


def _goes_from(sentence: Sentence, before: int, to: int) -> bool:
    return sentence.is_(before, "out_of") and sentence.is_(to, "leading_to", "to")
