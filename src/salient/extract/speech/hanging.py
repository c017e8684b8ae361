"""How far the words of somebody reach who speaks in a clause that hangs on another, where endings tell who speaks: the
clause that it hangs on is not his."""

from collections.abc import Sequence
from dataclasses import replace

from salient.extract.speech.frame import Frame
from salient.extract.words.scene import Tokens
from salient.extract.words.sentence import Sentence

_DEED = 4
"""Tokens between a comma and the relative of a clause about a deed: ", about the capture OF WHICH"."""
_HARD = frozenset({";", ":"})
_PARTING = _HARD | {","}


def kept_inside(sentence: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """The frames, those of clauses that hang on another no longer than these."""
    if not sentence.cased:
        return list(frames)
    out = list(frames)
    for n, frame in enumerate(out):
        if (clause := _relative_clause(sentence, frame)) is not None:
            out[n] = _within(sentence, frame, clause)
    for n, frame in enumerate(out):
        later = next((k for k in range(n + 1, len(out)) if _closes_past(sentence, frame, out[k])), None)
        if later is not None:
            out[n] = replace(frame, after=min(frame.after, out[later].cue[0] - 1))
            out[later] = replace(out[later], first=_chain(sentence, frame.cue[0]))
    return out


def _relative_clause(sentence: Sentence, frame: Frame) -> Tokens | None:
    """The clause about a noun in which somebody speaks: "X, THE CAPTURE OF WHICH THE NORTH ANNOUNCED, is held", "X,
    WHICH, BY HIS WORDS, FELL IN MAY, is free"."""
    first, after = frame.cue
    comma = _parting_before(sentence, first)
    aside = comma > 0 and comma == first - 1
    if aside and sentence.sign(after) != ",":
        return None
    spoken = comma if aside else first
    if aside:
        comma = _parting_before(sentence, comma)
    if not comma or sentence.sign(comma) in _HARD:
        return None
    who = next((k for k in range(comma + 1, min(comma + 1 + _DEED, first)) if sentence.is_which(k)), None)
    if who is None or not any(k < comma or k > after for k in sentence.told):
        return None
    if any(who < k < spoken for k in sentence.told):
        return None
    if sentence.sign(after) == "," and sentence.is_(after + 1, "that") and not aside:
        return None
    start = after + 1 if aside and sentence.sign(after) == "," else after
    closes = next((k for k in range(start, len(sentence.tokens)) if _closes(sentence, k, start)), None)
    closes = len(sentence.tokens) if closes is None else closes
    told = any(comma < k < closes for k in sentence.told)
    return (comma + 1, closes) if told else None


def _parting_before(sentence: Sentence, i: int, start: int = 0) -> int:
    """The last sign after `start` and before token i that parts two clauses; `start` where there is none."""
    return next((k for k in range(i - 1, start, -1) if sentence.sign(k) in _PARTING), start)


def _closes(sentence: Sentence, k: int, start: int) -> bool:
    """Whether a comma closes the clause: something is told behind it, and no list or remark goes on."""
    if sentence.sign(k) in _HARD:
        return True
    if sentence.sign(k) != "," or sentence.is_(k + 1, "link", "that", "relative") or k + 1 in sentence.places:
        return False
    return any(told > k for told in sentence.told) and (k == start or not sentence.is_(k + 1, "conjunction"))


def _within(sentence: Sentence, frame: Frame, clause: Tokens) -> Frame:
    """The frame of who speaks in such a clause: what he says stands before his verb where that is a deed."""
    first, after = clause
    deed = any(first <= k < frame.cue[0] for k in sentence.told)
    voice = frame.voice
    if voice is not None and not voice.again:
        voice = replace(voice, passing=True)
    return replace(frame, voice=voice, first=first, after=frame.cue[0] if deed else after)


def _closes_past(sentence: Sentence, inner: Frame, outer: Frame) -> bool:
    """Whether somebody closes a sentence in which another is only told of as not being right: "X has not fallen, THOUGH
    THE NORTH REPORTED ITS CAPTURE, assured the spokesman"."""
    opens = _parting_before(sentence, inner.cue[0])
    if not opens or sentence.sign(opens) != "," or not sentence.is_(opens + 1, "although"):
        return False
    comma = outer.cue[0] - 1
    before = any(k < opens for k in sentence.told)
    return before and comma >= inner.cue[1] and sentence.sign(comma) in {",", '"'} and outer.after <= comma + 1


def _chain(sentence: Sentence, i: int) -> int:
    return next((k + 1 for k in range(i - 1, -1, -1) if sentence.sign(k) == ";"), 0)


def own_half(sentence: Sentence, cue: int, first: int) -> int:
    """Where the content begins of a source put in between commas near the start of the second half of a sentence, which
    is told of another place or against the first: "the North holds the plant, BUT IN X, IN THE MAYOR'S WORDS, …"."""
    if sentence.sign(cue - 1) != ",":
        return first
    comma = _parting_before(sentence, cue - 1, first)
    turns = sentence.sign(comma) == "," and sentence.is_(comma + 1, "but", "although")
    if not turns or not any(first <= k < comma for k in sentence.told):
        return first
    topic = any(comma < k < cue for k in sentence.told) or sentence.some(comma + 2, cue, "event", "speech")
    return first if topic else comma + 1
