"""Whoever a sentence begins with without a verb of speech: "he" in the next one may mean him, and a colon may open what
he says."""

from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract.draft import PARTS, Voice
from salient.extract.speech import free_order
from salient.extract.speech.frame import Frame
from salient.extract.speech.speakers import HEADS, end_after_cue, is_a_state, names_voice, voice_of
from salient.extract.words.sentence import Sentence
from salient.extract.words.stretches import content_end

_OPENING = 8
"""Tokens within which words about the surroundings, up to their comma, stand before a subject."""
_LONGEST = 24
"""Tokens before a colon that may tell who speaks behind it."""
_BOUNDS = frozenset({",", ";", ":"})
_NAMED = (*HEADS, "determiner", "possessive", "forces", "of", "number", *PARTS)


def whom_met(sentence: Sentence, frames: list[Frame]) -> Voice | None:
    """The subject that a sentence begins with, where it is somebody who could speak and does not."""
    first = _start(sentence)
    after = subject_end(sentence, first)
    if after <= first or after >= len(sentence.tokens):
        return None
    if any(frame.cue[0] <= first < frame.cue[1] for frame in frames):
        return None
    state = not frames and not sentence.cased and is_a_state(sentence, first, after)
    if not (state or _is_somebody(sentence, first, after)) or not names_voice(sentence, first, after, strict=True):
        return None
    whole = end_after_cue(sentence, first) if sentence.sign(after) == "," else after
    return replace(voice_of(sentence, first, whole), met=True)


def about_whom(met: Voice | None, sentence: Sentence, frames: list[Frame]) -> Voice | None:
    """Whose a quotation is that follows a sentence with nothing but its subject to tell: "A DRONE PILOT was less sure.
    'We hold the last houses.'"."""
    alone = met is not None and not (sentence.cased or frames or sentence.told)
    return met if met is not None and alone and _may_speak(sentence, met) else None


def introduced(sentence: Sentence, frames: list[Frame]) -> Frame | None:
    """What somebody says behind a colon, whatever the words before it tell of him: "the brigade only laughed: its men
    hold X", "a soldier was less sure: the road is cut"."""
    colon = next((k for k, sign in enumerate(sentence.lowers[:_LONGEST]) if sign == ":" and k > 1), None)
    if colon is None or not any(k > colon for k in sentence.told) or any(k < colon for k in sentence.told):
        return None
    if any(frame.first <= colon + 1 < frame.after or colon <= frame.cue[0] for frame in frames):
        return None
    if sentence.cased:
        named = free_order.speaker_before(sentence, colon, 0)
        hangs = named is None or sentence.some(0, named[0], "relative")
        voice = None if named is None or hangs else free_order.described(sentence, *named)
    else:
        met = whom_met(sentence, [])
        voice = None if met is None else replace(met, met=False)
        if met is None and (0 in sentence.capitals or 0 in sentence.sides):
            voice = voice_of(sentence, 0, sentence.places.get(0) or sentence.sides[0][0])
    if voice is None or not _may_speak(sentence, voice):
        return None
    return Frame(voice, Stance.ASSERTS, colon + 1, len(sentence.tokens), (0, colon + 1))


def judging(sentence: Sentence, frames: list[Frame]) -> Frame | None:
    """What an analyst or a mapper makes of the fighting, whatever the verb: "the analysts CONSIDER X lost", "the
    project MOVED Y into the grey zone". Who fights for nobody only tells."""
    if frames or not sentence.told:
        return None
    first = _start(sentence)
    after, event = subject_end(sentence, first), min(sentence.told)
    if sentence.is_(after, "locative") and not sentence.cased:
        after = max(after, subject_end(sentence, after + 1))  # "videos ON NORTHERN CHANNELS showed"
    inside, between = range(first, after), range(after, event)
    watches = any(sentence.is_(k, "analyst") or k in sentence.observers for k in inside)
    if not watches or event < after or any(sentence.is_(k, "official", "firm") or k in sentence.sides for k in inside):
        return None
    if sentence.is_(after, "be", "auxiliary") or any(_parts(sentence, k) for k in between):
        return None
    return Frame(voice_of(sentence, first, after), Stance.ASSERTS, after, content_end(sentence, event), (first, after))


def _parts(sentence: Sentence, k: int) -> bool:
    """Whether another clause begins, and not what somebody thinks: "…, THAT X has fallen"."""
    if sentence.sign(k) == ",":
        return not sentence.is_(k + 1, "that")
    return sentence.sign(k) in _BOUNDS or (sentence.is_(k, "relative", "but") and not sentence.is_(k, "that"))


def _may_speak(sentence: Sentence, voice: Voice) -> bool:
    """Whether an office, a known voice or a body of a side stands there."""
    inside = [k for k, span in enumerate(sentence.spans) if voice.whole[0] <= span[0] < voice.whole[1]]
    named = (sentence.voices, sentence.sides, sentence.capitals)
    return any(sentence.is_(k, *HEADS, "forces") or any(k in table for table in named) for k in inside)


def subject_end(sentence: Sentence, first: int) -> int:
    """Where the noun phrase that begins at a token ends, as far as names, offices and what describes them go."""
    end = i = first
    while i < len(sentence.tokens) and (_is_part(sentence, i) or _describes(sentence, i)):
        i += 1
        if not sentence.is_(i - 1, "of", "determiner") and not _describes(sentence, i - 1):
            end = i
    return end


def _is_part(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    named = token.is_number or (token.is_word and token.capitalised) or i in sentence.voices or i in sentence.sides
    return named or sentence.is_(i, *_NAMED) or sentence.sign(i) in {"'s", "-"}


def _describes(sentence: Sentence, i: int) -> bool:
    """Whether a plain word stands before an office: "the EXILED mayor"."""
    plain = sentence.unit_at[i] is None and sentence.tokens[i].is_word and not sentence.tokens[i].capitalised
    return plain and sentence.is_(i + 1, *HEADS)


def _start(sentence: Sentence) -> int:
    """Where the subject begins: past words of time and place up to their comma."""
    if not sentence.tokens or not sentence.is_(
        0, "locative", "circumstance", "adverb", "day", "weekday", "conjunction"
    ):
        return 0
    comma = next((k for k in range(1, min(_OPENING, len(sentence.tokens))) if sentence.sign(k) == ","), -1)
    return comma + 1


def _is_somebody(sentence: Sentence, first: int, after: int) -> bool:
    """Whether an office, a known voice or a person's name stands there, and no body of troops."""
    troops = any(sentence.is_(k, "forces") and "plural" in sentence.tokens[k].features for k in range(first, after))
    if troops or (sentence.cased and "nom" not in sentence.tokens[first].features):
        return False
    known = any(k in sentence.voices or sentence.is_(k, *HEADS) for k in range(first, after))
    capitals = [
        k
        for k in range(first, after)
        if sentence.tokens[k].is_word
        and sentence.tokens[k].capitalised
        and k not in sentence.sides
        and not sentence.is_(k, "determiner", "forces", "locative", "weekday", "month", "day")
    ]
    placed = {k for start, end in sentence.places.items() for k in range(start, end)}
    return known or len([k for k in capitals if k not in placed]) > 1
