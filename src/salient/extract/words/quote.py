"""The words that carry a claim: the sentence, or the part of a long one that holds content and speaker."""

from collections.abc import Sequence

from salient.extract.draft import Span
from salient.extract.places.mention import Mention
from salient.extract.speech.frame import Frame
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

LONGEST = 300
"""Characters up to which a whole sentence is quoted."""


def quote_span(
    sentence: Sentence, event: Found, events: Sequence[Found], covering: Sequence[Frame], places: Sequence[Mention]
) -> Span:
    """Characters of the quote, always inside the sentence."""
    whole = sentence.span(0, len(sentence.tokens))
    if whole[1] - whole[0] <= LONGEST or len(events) == 1 or len(places) > 2:
        return whole
    first, after = _part(sentence, event)
    for mention in places:
        if mention.first >= event.first:
            after = max(after, mention.after)
    for frame in covering[-1:]:
        if frame.cue[0] < event.first and event.first - frame.cue[0] < 40:
            first = min(first, frame.cue[0])
        elif frame.cue[0] > event.first and frame.cue[1] - event.first < 60:
            after = max(after, frame.cue[1])
    return sentence.span(first, min(after, len(sentence.tokens)))


def _part(sentence: Sentence, event: Found) -> tuple[int, int]:
    first = event.first
    while first > 0 and not _cut(sentence, first - 1):
        first -= 1
    if event.subject is not None and event.subject.first < first and event.first - event.subject.first < 30:
        first = event.subject.first
    after = event.after
    while after < len(sentence.tokens) and not _cut(sentence, after):
        after += 1
    return first, after


def _cut(sentence: Sentence, i: int) -> bool:
    if sentence.sign(i) == ";" or sentence.is_dash(i):
        return True
    return sentence.sign(i) == "," and sentence.is_(i + 1, "conjunction", "relative")
