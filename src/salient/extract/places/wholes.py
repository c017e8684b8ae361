"""Whether an event is told of a whole region, or only of somewhere in it."""

from salient.domain.kind import Kind
from salient.extract.places.mention import Mention
from salient.extract.words.scene import Found, Scene

_CHANGES = (Kind.CONTROL, Kind.WITHDRAWAL)
"""Kinds that can be told of a region as a whole."""
_OF_IT = 3
"""Tokens before a name among which all of it is spoken of: "the WHOLE of the X region"."""
_BESIDE = 2
"""Tokens before an event within which it is said that nothing was left out: "have FULLY been liberated"."""


def is_of_the_whole(scene: Scene, event: Found, mention: Mention) -> bool:
    """Whether all of a region is meant: "the ENTIRETY of X", "X has been FULLY liberated", "they COMPLETED
    their withdrawal from X"; not where only a part of the troops is told of: "SOME units have fully left X"."""
    sentence = scene.sentence
    if event.cue.kind not in _CHANGES:
        return False
    first = _opens_list(scene, mention)
    if sentence.says(first - _OF_IT, first, "whole"):
        return True
    beside = (event.first - _BESIDE, event.after + 1), (mention.after, mention.after + 1)
    wholly = any(sentence.says(*stretch, "wholly") for stretch in beside)
    return wholly and not sentence.says(*event.clause, "partly")


def _opens_list(scene: Scene, mention: Mention) -> int:
    """The first token of the list of regions that a name stands in: "THE X, y and z regions"."""
    first = mention.first
    for before in reversed([m for m in scene.mentions if m.first < first]):
        if not all(scene.sentence.sign(k) == "," or scene.sentence.is_(k, "link") for k in range(before.after, first)):
            break
        first = before.first
    return first
