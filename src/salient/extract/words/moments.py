"""The words that may tell the time of a content, in lower case."""

from collections.abc import Sequence

from salient.extract.speech.frame import Frame
from salient.extract.words.own_clause import clause_of
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_STOPS = frozenset({",", ";", ":", ".", "(", ")", '"'})
"""Signs past which no words tell when somebody spoke: "that X was taken they reported AS EARLY AS 11 MAY"."""


def content_words(sentence: Sentence, event: Found, covering: list[Frame]) -> tuple[Sequence[str], ...]:
    """The event's own clause without the words of its speaker: after the cue first, then before it."""
    first, after = event.clause[0], max(_own_end(sentence, event), event.after)
    first -= first > 0 and sentence.is_(first - 1, "since")
    end = after
    while end < len(sentence.tokens) and sentence.sign(end) not in {";", ","} and not sentence.is_(end, "speech"):
        end += 1
    if sentence.cased:  # "took 12 villages – the most since May"
        end = next((k for k in range(event.after, end) if sentence.is_dash(k)), end)
    for frame in covering[-1:]:
        first = max(first, frame.first)
        if frame.first < frame.cue[0] and event.after <= frame.cue[0]:
            end = min(end, frame.cue[0])
    words = sentence.lowers
    own = clause_of(sentence, event.first) if sentence.cased else (first, end)
    if sentence.cased:  # what another clause tells has times of its own
        end = max(min(end, own[1]), event.after)
        first = next((k + 1 for k in range(event.first - 1, first - 1, -1) if sentence.sign(k) == ";"), first)
    if first < own[0] or own[1] < end:
        within = (max(first, own[0]), min(end, own[1]))
        near = [words[event.after - 1 : max(within[1], event.after)], words[within[0] : event.first]]
    else:
        near = []
    stretches: list[Sequence[str]] = [*near, words[event.after - 1 : max(end, event.after)]]
    if first < event.first:
        stretches.append(_without_asides(sentence, first, event.first))
    start = covering[-1].first if covering and covering[-1].first <= first else 0
    if start < first and not covering and not sentence.some(start, first, "event", "speech"):
        stretches.append(words[start:first])
    return tuple(stretches)


def _without_asides(sentence: Sentence, first: int, after: int) -> Sequence[str]:
    """The words before an event without what only describes its subject: "X, overrun in August, is …", "men who …"."""
    words = sentence.lowers[first:after]
    kept: list[str] = []
    inside, begin = False, first - 1
    for k in range(first, after):
        if sentence.signs[k] == ",":
            inside, begin = _is_aside(sentence, k + 1, after), k
        elif k > begin + 1 and sentence.is_which(k):
            inside = True
        if not inside:
            kept.append(words[k - first])
    return kept


def _is_aside(sentence: Sentence, start: int, after: int) -> bool:
    """Whether a stretch between two commas tells something of its own."""
    end = next((k for k in range(start, after) if sentence.signs[k] == ","), None)
    return end is not None and sentence.some(start, end, "event", "relative")


def _own_end(sentence: Sentence, event: Found) -> int:
    """Where an event's clause ends, at the latest where a remark on its place begins: "in X, from which …", "left X, a
    town they had held since spring"."""
    if not sentence.cased:
        for k in range(event.after, event.clause[1]):
            sign = sentence.signs[k]
            if sign == ";" and not _goes_on_listing(sentence, k, event.clause[1]):
                return k
            if sign == "," and (sentence.some(k + 1, k + 3, "relative") or _is_last_remark(sentence, k)):
                return k
    return event.clause[1]


def _goes_on_listing(sentence: Sentence, semicolon: int, end: int) -> bool:
    """Whether what follows only names more places: "attacked near X; near Y; and near Z on 3 May"."""
    return sentence.is_(semicolon + 1 + sentence.is_(semicolon + 1, "link"), "locative", "bearing") and not (
        sentence.some(semicolon, end, "speech", "be", "auxiliary", "modal")
    )


def _is_last_remark(sentence: Sentence, comma: int) -> bool:
    """Whether a sentence ends with a noun that says once more what was named: not "X, a village in the east, on
    Friday"."""
    ends = not any(sign in {",", ";"} for sign in sentence.signs[comma + 1 : len(sentence.tokens)])
    named = sentence.is_(comma + 1, "determiner", "possessive") and not sentence.some(comma, comma + 5, "speech")
    return ends and named


def speech_words(sentence: Sentence, frame: Frame, event: Found) -> Sequence[str]:
    """The speaker and his cue, with the time around them, up to the content."""
    first, after = frame.cue
    if frame.remark is not None and frame.first >= first:
        return [word for k, word in enumerate(sentence.lowers[:after]) if frame.names(k) or k < first]
    if frame.first < first:
        end = after
        while sentence.cased and end < len(sentence.tokens) and sentence.sign(end) not in _STOPS:
            end += 1
        return sentence.lowers[first:end]
    end = after
    while end < len(sentence.tokens) and not sentence.is_(end, "that") and end < event.first and end - after < 12:
        end += 1
    return sentence.lowers[:end]
