"""Frames whose words only point at what was told before, apart from those that tell something: "X denied it: …"."""

from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract.speech.frame import Frame
from salient.extract.speech.pointing import is_message, is_true, pointed_end
from salient.extract.words.scene import Tokens
from salient.extract.words.sentence import Sentence

_ASIDE = 8
"""Tokens between words that deny and a colon."""
_ENDS = frozenset({":", ";", ",", ".", "-", '"', ""})
"""Signs behind a denial that only points back."""
_PARTS = frozenset({",", ";", ":", "(", ")"})
"""Signs that part one clause from the next."""


def apart(sentence: Sentence, frame: Frame) -> list[Frame]:
    """The frame of words that only point back, apart from what their speaker then says himself: "X denied IT: the town
    is held", "Y called these claims false and …"; also who confirms what was told."""
    after = frame.cue[1]
    if frame.about_before or frame.voice is None:
        return [frame]
    if not sentence.cased and frame.stance is Stance.DOUBTS and (past := _past_doubt(sentence, frame)) is not None:
        frame = replace(frame, after=past)
    if sentence.cased:
        return [_in_free_order(sentence, frame)]
    if frame.first < frame.after <= frame.cue[0]:
        reacts = frame.stance is not Stance.ASSERTS or sentence.some(*frame.cue, "confirming")
        end = pointed_end(sentence, frame.first) if reacts else None
        return [replace(frame, about_before=True)] if end is not None and end >= frame.after else [frame]
    if frame.first < after:
        return [frame]
    if frame.stance is Stance.ASSERTS:
        return [_reacting(sentence, frame)]
    end = pointed_end(sentence, after) or _own_words(sentence, frame)
    if end is None:
        return [frame]
    end = _past_circumstance(sentence, end)
    if not (sentence.sign(end) in _ENDS or sentence.is_(end, "link", "but")):
        return [frame]
    before = replace(frame, first=after, after=end, about_before=True)
    own = sentence.some(end, frame.after, "event") and sentence.sign(end) != "."
    return [before, replace(frame, stance=Stance.ASSERTS, first=end + 1)] if own else [before]


def _past_doubt(sentence: Sentence, frame: Frame) -> int | None:
    """Where words end that somebody doubts, and another clause begins that he does not: "cannot confirm the number,
    BUT X IS LOST", "WHILE he cannot confirm it, X IS LOST"."""
    commas = [k for k in range(max(frame.cue[1], frame.first), frame.after) if sentence.sign(k) == ","]
    if frame.cue[0] == 1 and sentence.is_(0, "conjunction") and commas:
        return commas[0]
    for k in commas:
        if sentence.is_(k + 1, "but", "although") and not sentence.some(k + 1, k + _ASIDE, "verdict"):
            return k
    return None


def _past_circumstance(sentence: Sentence, end: int) -> int:
    """Past words for when and where somebody denied it, up to their sign: "denied this WITHIN HOURS: …"."""
    if not sentence.is_(end, "locative", "adverb", "of_time"):
        return end
    for k in range(end, min(end + _ASIDE, len(sentence.tokens))):
        if sentence.sign(k) in _ENDS:
            return k
        if sentence.is_(k, "event", "speech", "relative", "that", "conjunction") or k in sentence.told:
            break
    return end


def _own_words(sentence: Sentence, frame: Frame) -> int | None:
    """The colon after words that deny by themselves: "X sees it otherwise: the town is held"."""
    for k in range(frame.cue[1], min(frame.cue[1] + _ASIDE, frame.after)):
        if sentence.is_(k, "event", "speech") or k in sentence.told:
            return None
        if sentence.sign(k) == ":":
            return k
    return None


def _reacting(sentence: Sentence, frame: Frame) -> Frame:
    """Who confirms what was told, has told it as well, or gives it a name: "X confirmed it on Tuesday", "Y had reported
    THIS earlier", "Z said the same", "W called the claim a bluff"."""
    start, verb = frame.cue[1], frame.cue[1] - 1
    names = sentence.is_(verb, "calling")  # "called THAT a lie"
    end = pointed_end(sentence, start + (sentence.is_(start, "that") and not names))
    same = sentence.is_(start, "same_told") or (end is not None and is_true(sentence, end))
    if sentence.some(start, frame.after, "event", "speech") or any(start <= k < frame.after for k in sentence.told):
        return frame
    if same or restates(sentence, frame) or (end is not None and sentence.is_(verb, "confirming")):
        return replace(frame, about_before=True)
    if end is None or not names or end >= frame.after or sentence.sign(end) in _ENDS:
        return frame
    return _named(sentence, frame, (start, frame.after))


def restates(sentence: Sentence, frame: Frame) -> bool:
    """Whether somebody tells what was told: "X had reported THIS on Monday"; not "said THIS WEEK that …", nor "said
    THAT its people are calm"."""
    k = frame.cue[1]
    if sentence.is_(k, "that") and any(_is_finite(sentence, i) for i in range(k + 1, frame.after)):
        return False
    if sentence.cased or frame.stance is not Stance.ASSERTS or k > frame.first or not sentence.is_(k, "told_before"):
        return False
    article = sentence.sign(k + 1) in {"a", "an", "the"}
    timed = sentence.is_(k + 1, "locative", "adverb", "link", "but", "of_time", "determiner") and not article
    return timed or sentence.sign(k + 1) in _ENDS


def _is_finite(sentence: Sentence, k: int) -> bool:
    """Whether a verb stands here that makes the words around it a clause."""
    past = "past" in sentence.tokens[k].features and not sentence.is_(k - 1, "determiner", "article")
    return past or sentence.is_(k, "be", "auxiliary", "modal")


def _in_free_order(sentence: Sentence, frame: Frame) -> Frame:
    """The same where words stand in any order: who confirms, names or repeats what the words of his clause point at."""
    if frame.stance is not Stance.ASSERTS:
        return frame
    first, after = _clause(sentence, frame.cue)
    if any(first <= k < after for k in sentence.told):
        return frame
    said = () if any(frame.first <= k < frame.after for k in sentence.told) else range(frame.first, frame.after)
    words = [k for k in (*range(first, after), *said) if not _names_speaker(sentence, frame, k)]
    same = _says_the_same(sentence, frame, words)
    points = same or any(_points(sentence, k) for k in words)
    if not points:
        return frame
    if same or any(sentence.is_(k, "confirming", "borne_out") for k in words):
        return replace(frame, about_before=True)
    if any(sentence.is_(k, "calling") for k in range(*frame.cue)) and any(_is_a_name(sentence, k) for k in words):
        return _named(sentence, frame, (first, after))
    return frame


def _says_the_same(sentence: Sentence, frame: Frame, words: list[int]) -> bool:
    """Whether words for "the same" stand beside a verb of speech, or open what he says; not "they did so
    likewise"."""
    units = {unit.first: unit for k in words if (unit := sentence.unit_at[k]) is not None and "same_told" in unit.names}
    return any(unit.first in (frame.cue[1], frame.first) or unit.after == frame.cue[0] for unit in units.values())


def _is_a_name(sentence: Sentence, k: int) -> bool:
    """Whether a noun stands here that something may be called, or a verdict: "called the claim A BLUFF"."""
    return sentence.is_(k, "verdict") or {"noun", "ins"} <= sentence.tokens[k].features


def _named(sentence: Sentence, frame: Frame, words: Tokens) -> Frame:
    """What somebody makes of it by the name that he gives it: a verdict's, else he denies what is called a claim:
    "called the REPORT a bluff"; what has happened may be called anything."""
    units = (unit for unit in sentence.units if words[0] <= unit.first < words[1])
    stance = next((stance for unit in units if (stance := unit.value("verdict")) is not None), None)
    if stance is None and not any(is_message(sentence, k) for k in range(*words)):
        return frame
    stance = stance or Stance.DENIES
    if stance is Stance.DENIES and sentence.some(*words, "borne_out"):
        return frame
    return replace(frame, stance=stance, about_before=True)


def _clause(sentence: Sentence, cue: Tokens) -> Tokens:
    """The words between the signs around a cue, and what "that" opens right behind them."""
    first = next((k + 1 for k in range(cue[0] - 1, -1, -1) if sentence.sign(k) in _PARTS), 0)
    count = len(sentence.tokens)
    after = next((k for k in range(cue[1], count) if sentence.sign(k) in _PARTS), count)
    if sentence.sign(after) == "," and sentence.is_(after + 1, "that"):
        after = next((k for k in range(after + 1, count) if sentence.sign(k) in _PARTS), count)
    return first, after


def _points(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "told_before", "them") or is_message(sentence, k)


def _names_speaker(sentence: Sentence, frame: Frame, k: int) -> bool:
    voice = frame.voice
    return voice is not None and voice.whole[0] <= sentence.spans[k][0] < voice.whole[1]
