"""Whose office "its ministry", "the ministry there" is: the side that its sentence has named."""

from dataclasses import replace

from salient.extract.speech.frame import Frame
from salient.extract.speech.speakers import is_a_state
from salient.extract.words.sentence import Sentence


def owned(sentence: Sentence, frame: Frame) -> Frame:
    """A frame with the side that the possessive before its speaker means: "THE NORTH has left X, ITS MINISTRY said";
    a town has offices of its own, "the North shelled X, ITS MAYOR said"."""
    voice = frame.voice
    if voice is None or voice.again:
        return frame
    first = next((k for k, span in enumerate(sentence.spans) if span[0] >= voice.whole[0]), 0)
    if first == 0 or not sentence.is_(first, "possessive"):
        return frame
    if sentence.cased and not sentence.is_(first + 1, "official") and not sentence.is_(first + 2, "official"):
        return frame
    after = next((k for k, span in enumerate(sentence.spans) if span[1] >= voice.whole[1]), first) + 1
    if sentence.some(first, after, "local_office"):
        return frame
    owner = next((k for k in range(first) if is_a_state(sentence, k, k + 1)), None)
    if owner is None or any(first <= k < after for k in sentence.sides):
        return frame
    return replace(frame, voice=replace(voice, owner=sentence.span(owner, owner + 1)))
