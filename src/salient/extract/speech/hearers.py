"""Whom somebody tells it, where cases tell: a known person in the dative, an outlet right before who speaks."""

from salient.extract.speech.nominatives import cases_of, may_speak
from salient.extract.speech.speakers import HEADS
from salient.extract.words.sentence import Sentence, Unit
from salient.text.tokens import Span

_HEARS = 2
"""Tokens beside a verb of speech within which whom it is told stands."""


def hearer_of(sentence: Sentence, unit: Unit, voice: tuple[int, int]) -> Span | None:
    """The known person who is told something, in the dative beside a verb: "reported TO THE PRESIDENT his generals"."""
    for k in range(max(0, unit.first - _HEARS), min(unit.after + _HEARS, len(sentence.tokens))):
        features = sentence.tokens[k].features
        told = k in sentence.voices and "dat" in features and "nom" not in features
        if told and not (voice[0] <= k < voice[1] or sentence.is_(k - 1, "locative")):
            return sentence.span(k, sentence.voices[k][0])
    return None


def past_hearer(sentence: Sentence, start: int, after: int) -> int:
    """Where who speaks begins behind an outlet that he tells: "as told THE PAPER a soldier of the brigade"."""
    cases = cases_of(sentence, start)
    quoted = start in sentence.voices and sentence.sign(start - 1) == '"' == sentence.sign(sentence.voices[start][0])
    if start not in sentence.voices or ("nom" in cases and not quoted):
        return start
    end = sentence.voices[start][0] + (sentence.sign(sentence.voices[start][0]) == '"')
    told = "dat" in cases or not cases or quoted
    return end if told and end < after and may_speak(sentence, end) and sentence.is_(end, *HEADS) else start
