"""The words that may tell the time of a content, in lower case."""

from collections.abc import Sequence

from salient.extract.speech.frame import Frame
from salient.extract.words.own_clause import clause_of
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence


def content_words(sentence: Sentence, event: Found, covering: list[Frame]) -> tuple[Sequence[str], ...]:
    """The event's own clause without the words of its speaker: after the cue first, then before it."""
    first, after = event.clause[0], max(_own_end(sentence, event), event.after)
    end = after
    while end < len(sentence.tokens) and sentence.sign(end) not in {";", ","} and not sentence.is_(end, "speech"):
        end += 1
    for frame in covering[-1:]:
        first = max(first, frame.first)
        if frame.first < frame.cue[0]:
            end = min(end, frame.cue[0])
    words = sentence.lowers
    own = clause_of(sentence, event.first) if sentence.cased else (first, end)
    if first < own[0] or own[1] < end:
        within = (max(first, own[0]), min(end, own[1]))
        near = [words[event.after - 1 : max(within[1], event.after)], words[within[0] : event.first]]
    else:
        near = []
    stretches = [*near, words[event.after - 1 : max(end, event.after)]]
    if first < event.first:
        stretches.append(words[first : event.first])
    start = covering[-1].first if covering and covering[-1].first <= first else 0
    if start < first and not covering and not sentence.some(start, first, "event", "speech"):
        stretches.append(words[start:first])
    return tuple(stretches)


def _own_end(sentence: Sentence, event: Found) -> int:
    """Where an event's clause ends, at the latest where a remark on its place begins: "in X, from which …"."""
    if not sentence.cased:
        for k in range(event.after, event.clause[1]):
            if sentence.signs[k] == "," and sentence.some(k + 1, k + 3, "relative"):
                return k
    return event.clause[1]


def speech_words(sentence: Sentence, frame: Frame, event: Found) -> Sequence[str]:
    """The speaker and his cue, with the time around them, up to the content."""
    first, after = frame.cue
    if frame.first < first:
        return sentence.lowers[first:after]
    end = after
    while end < len(sentence.tokens) and not sentence.is_(end, "that") and end < event.first and end - after < 12:
        end += 1
    return sentence.lowers[:end]
