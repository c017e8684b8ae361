"""Frames of verbs of speech in the passive, and who listens: "was confirmed by X", "told the paper"."""

from salient.domain.kind import Stance
from salient.extract.draft import Span, Voice
from salient.extract.speech.before_cue import start_before_early_cue
from salient.extract.speech.frame import Frame
from salient.extract.speech.pointing import is_message
from salient.extract.speech.speakers import end_after_cue, is_bound, names_voice, voice_of
from salient.extract.words.entries import Speech
from salient.extract.words.sentence import Sentence, Unit
from salient.extract.words.stretches import clauses_around, content_end

_ADJUNCT = 6
"""Tokens between a passive verb and "by" that tell when or where."""
_LISTENER = 6
"""Tokens that whoever listens may take."""


def passive(sentence: Sentence, unit: Unit, cue: Speech) -> Frame | None:
    """ "The loss was confirmed by X"; "A and B were reported freed": said by nobody in particular."""
    first, _ = clauses_around(sentence, unit.first)
    verb = unit.first - 1
    while sentence.is_(verb, "adverb", "auxiliary", "be"):
        verb -= 1
    agent = _agent(sentence, unit.after)
    if agent is not None:
        end = end_after_cue(sentence, agent + 1)
        named = next((k for k in range(agent + 2, end) if sentence.is_(k, "relative")), end)
        if not names_voice(sentence, agent + 1, named, strict=agent > unit.after):
            return None
        voice = voice_of(sentence, agent + 1, end)
        if cue.stance is not Stance.ASSERTS and (comma := _opens_a_remark(sentence, unit.first)) is not None:
            return Frame(voice, cue.stance, 0, len(sentence.tokens), (comma, end))
        if sentence.some(unit.after, agent, "event"):
            return Frame(voice, cue.stance, first, clauses_around(sentence, unit.first)[1], (agent, end))
        if sentence.is_(end, "that") and "addressing" in unit.names:  # "reporters were told by soldiers that …"
            return Frame(voice, cue.stance, end + 1, content_end(sentence, end + 1), (verb + 1, end + 1))
        return Frame(voice, cue.stance, first, verb + 1, (verb + 1, end))
    heard = _hearer(sentence, unit, first, verb + 1)
    told = sentence.is_(unit.after, "to", "event") or heard is not None
    hearsay = heard is not None or any(speech.shape == "noun" for speech in unit.values("speech"))
    hearsay |= any(k >= unit.after for k in sentence.told)  # not "17 assaults were RECORDED near X"
    if not told or not hearsay or cue.stance is not Stance.ASSERTS:
        return None
    span = sentence.span(unit.first, unit.after)
    return Frame(
        Voice(span, span, anonymous=True, nobody=True, hearer=heard),
        cue.stance,
        unit.after if heard is not None else first,
        content_end(sentence, unit.after),
        (unit.first, unit.after),
    )


def _opens_a_remark(sentence: Sentence, verb: int) -> int | None:
    """The comma before a remark on all that has been told: "…, A CLAIM REJECTED by X", "…, WHICH WAS DENIED by X"."""
    comma = next((k for k in range(verb - 1, 0, -1) if sentence.sign(k) == "," or sentence.is_dash(k)), 0)
    words = range(comma + 1, verb)
    helps = ("determiner", "relative", "that", "auxiliary", "be", "adverb", "dating", "apposed")
    only = all(sentence.is_(k, *helps) or is_message(sentence, k) or sentence.only_describes(k) for k in words)
    named = any(is_message(sentence, k) or sentence.is_(k, "apposed") for k in words)
    told = any(k < comma for k in sentence.told)
    return comma if comma and only and told and (named or sentence.is_which(comma + 1)) else None


def _agent(sentence: Sentence, start: int) -> int | None:
    """ "by", past when and where it was said: "was confirmed AN HOUR LATER by X"; and past what it is called: "was
    listed AS CAPTURED by the ministry", not "by Northern troops"."""
    called = start + sentence.is_(start, "passive_mark")
    if sentence.is_(called, "event") and "participle" in sentence.tokens[called].features:
        return called + 1 if sentence.is_(called + 1, "by") and _is_an_office(sentence, called + 2) else None
    for k in range(start, min(start + _ADJUNCT, len(sentence.tokens))):
        if sentence.is_(k, "by"):
            return k
        if not sentence.tokens[k].is_word or sentence.is_(k, "event", "to", "that", "speech", "link", "be"):
            return None
    return None


def _is_an_office(sentence: Sentence, first: int) -> bool:
    """Whether somebody stands here who speaks and does not fight."""
    span = range(first, end_after_cue(sentence, first))
    speaks = any(k in sentence.voices or sentence.is_(k, "official", "analyst", "blogger") for k in span)
    return speaks and not any(sentence.is_(k, "forces") for k in span)


def _hearer(sentence: Sentence, unit: Unit, first: int, end: int) -> Span | None:
    """Who "was told that": the words before the verb, where it is one whose object listens."""
    if "addressing" not in unit.names or end <= first:
        return None
    start = start_before_early_cue(sentence, first, end)
    return sentence.span(start, end) if start < end else None


def told_whom(sentence: Sentence, unit: Unit) -> Span | None:
    """Who listens after "told", "informed"."""
    end = heard_end(sentence, unit)
    if end == unit.after + 1 and sentence.is_(unit.after, "pronoun"):
        named = [(first, after) for first, (after, _) in sorted(sentence.voices.items()) if after <= unit.first]
        return sentence.span(*named[-1]) if named else None
    return sentence.span(unit.after, end) if end > unit.after else None


def heard_end(sentence: Sentence, unit: Unit) -> int:
    """Where whoever listens to a verb of speech ends: its own end where it has no listener."""
    end = unit.after
    if "addressing" not in unit.names:
        return end
    while end < len(sentence.tokens) and end - unit.after < _LISTENER and not is_bound(sentence, end):
        if sentence.is_(end, "that", "event", "speech"):
            break
        end += 1
    return end
