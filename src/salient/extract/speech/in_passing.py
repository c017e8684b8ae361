"""Who is only told of in a clause that describes what somebody else, or the outlet, speaks of: "they hold X, A TOWN
(THAT) THE CHANNELS HAVE CLAIMED TWICE". The next sentence is not his. Where words stand in a fixed order."""

from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract.speech.before_cue import end_before_cue
from salient.extract.speech.frame import Frame
from salient.extract.speech.speakers import is_bound, names_voice, tells_between, voice_of
from salient.extract.words.entries import Speech
from salient.extract.words.sentence import Sentence, Unit, events_of

_OWNED = 10
"""Tokens between "whose" and the verb of speech."""
_DEED = 7
"""Tokens of "the capture of the town of X,"."""
_DESCRIBED = ("settlement", "district", "part_of_town", "asset", "anaphor_place")
"""What "that" may describe; after a verb it opens what is said."""


def of_whose(sentence: Sentence, unit: Unit, cue: Speech) -> Frame | None:
    """Who tells what happened to something, in a clause about it: "X, WHOSE CAPTURE THE NORTH ANNOUNCED last week"."""
    whose = next((k for k in range(unit.first - 1, max(unit.first - _OWNED, 0), -1) if sentence.sign(k) == "whose"), 0)
    if not whose:
        return None
    start = next((k for k in range(whose + 2, unit.first) if _begins_somebody(sentence, k)), 0)
    if not start or "," in sentence.lowers[whose:start]:
        return None
    end = end_before_cue(sentence, start, unit.first)
    if end <= start or not names_voice(sentence, start, end, strict=True) or tells_between(sentence, start, end):
        return None
    voice = replace(voice_of(sentence, start, end), beside=True)
    closes = next((k for k in range(unit.after, len(sentence.tokens)) if is_bound(sentence, k)), unit.after)
    return Frame(voice, cue.stance, whose, start, (start, closes))


def of_which(sentence: Sentence, unit: Unit, cue: Speech) -> Frame | None:
    """Who tells of a deed in a clause about it: "the capture of X, WHICH THE NORTH ANNOUNCED on Thursday, opens …"."""
    who = next((k for k in range(unit.first - 1, max(unit.first - _OWNED, 1), -1) if sentence.is_(k, "relative")), 0)
    if not who or sentence.sign(who - 1) != "," or not _begins_somebody(sentence, who + 1):
        return None
    end = end_before_cue(sentence, who + 1, unit.first)
    closes = next((k for k in range(unit.after, len(sentence.tokens)) if is_bound(sentence, k)), unit.after)
    nouns = (u for u in sentence.units if who - _DEED <= u.first < who - 1 and "event" in u.names)
    deed = next((u for u in nouns if any(event.form != "verb" for event in events_of(u))), None)
    told = sentence.some(unit.after, closes, "event") or sentence.is_(unit.after, "that")
    if deed is None or told or end <= who + 1 or not names_voice(sentence, who + 1, end, strict=True):
        return None
    if tells_between(sentence, who + 1, end) or "," in sentence.lowers[deed.after : who - 1]:
        return None
    voice = replace(voice_of(sentence, who + 1, end), beside=True)
    return Frame(voice, cue.stance, deed.first, who - 1, (who + 1, closes))


def _begins_somebody(sentence: Sentence, k: int) -> bool:
    return k in sentence.sides or k in sentence.voices or k in sentence.capitals or sentence.is_(k, "article")


def told_in_passing(sentence: Sentence, frame: Frame) -> Frame:
    """A frame whose words of speech stand in such a clause, as of one who does not go on."""
    voice = frame.voice
    if sentence.cased or voice is None or voice.passing or voice.again or frame.stance is not Stance.ASSERTS:
        return frame
    start = frame.cue[0]
    described = _opens_description(sentence, start - 1) and not sentence.is_(start, "pronoun")
    return replace(frame, voice=replace(voice, beside=True)) if described else frame


def _opens_description(sentence: Sentence, k: int) -> bool:
    """Whether a relative stands here that is not who speaks: "a town WHICH the staff says is lost"."""
    if k <= 0 or not sentence.is_(k, "relative") or sentence.sign(k) in {"whose", "who"}:
        return False
    of_something = sentence.is_(k - 1, *_DESCRIBED) or k in sentence.places.values()
    return of_something or (sentence.sign(k - 1) == "," and not sentence.is_(k, "that"))


def bare_description(sentence: Sentence, first: int, cue: int) -> int | None:
    """Where who speaks begins in a clause without a relative: "a village | THE CHANNELS have claimed", "the town |
    MOSCOW says it holds"."""
    for k in range(cue - 1, first, -1):
        plain = sentence.is_(k - 1, "settlement") and not sentence.tokens[k - 1].capitalised
        if not plain or not _begins_somebody(sentence, k):
            continue
        end = end_before_cue(sentence, k, cue)
        if end > k and names_voice(sentence, k, end, strict=True) and not tells_between(sentence, k, end):
            return k
    return None
