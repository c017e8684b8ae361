"""Frames that a verb of speech opens where words stand in any order, and the speaker is told by his case."""

from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract.speech import free_order
from salient.extract.speech.before_cue import is_clock
from salient.extract.speech.frame import Frame
from salient.extract.speech.hearers import hearer_of
from salient.extract.speech.nominatives import phrase_end
from salient.extract.speech.pointing import is_message
from salient.extract.words.entries import Speech
from salient.extract.words.forms import is_verbal
from salient.extract.words.own_clause import is_finite
from salient.extract.words.sentence import Sentence, Unit
from salient.extract.words.stretches import clauses_around, reach_before

_SIGNS = frozenset({",", ";", ":"})
_OF_WHICH = 7
"""Tokens that open a clause with what was done to something: "of the capture of which"."""


def free_verb(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """A cue whose speaker stands before or after it, told by his case."""
    cue = _meant(sentence, unit, cue)
    if not is_verbal(sentence, unit) or (cue.stance is Stance.ASSERTS and _is_unsaid(sentence, unit)):
        return None
    if "converb" in sentence.tokens[unit.first].features:
        return _besides(sentence, unit, cue, frames)
    begin, end = clauses_around(sentence, unit.first)
    first = reach_before(sentence, unit.first, frames)
    voice = free_order.speaker_of(sentence, unit, first) or _speaker_inside(sentence, unit, cue.stance)
    if voice is None and (frame := _says_too(sentence, unit, cue, frames)) is not None:
        return frame
    voice = voice or _before_another_verb(sentence, unit, first) or _those_there(sentence, unit, first)
    if voice is None:
        return None
    if (of_which := _describing(sentence, unit, voice)) is not None:
        first, within = max(voice[0], of_which + 1), _own_clause(sentence, unit, voice)
        speaker = replace(free_order.described(sentence, first, voice[1]), beside=True)
        return Frame(speaker, cue.stance, *within, (min(first, unit.first), max(unit.after, voice[1])))
    begin = max([begin, *(frame.cue[1] for frame in frames if frame.cue[1] <= voice[0] and frame.after > unit.first)])
    content, after = free_order.content_of(sentence, unit, voice, (begin, end), asserts=cue.stance is Stance.ASSERTS)
    if cue.stance is not Stance.ASSERTS and voice[1] < unit.first and sentence.some(voice[1], unit.first, "event"):
        content, after = voice[1], unit.first
    opens, ends = min(unit.first, voice[0]), max(unit.after, voice[1])
    if cue.stance is not Stance.ASSERTS and sentence.sign(ends) == ":" and sentence.some(begin, opens, "event"):
        content, after = begin, opens  # "what they say of X, he called a lie: …"
    if cue.stance is Stance.ASSERTS and after <= unit.first <= voice[0] and sentence.is_(unit.first, "confirming"):
        content = _nearest_clause(sentence, content, after)
    if cue.stance is Stance.ASSERTS and _tells_more(sentence, content, (opens, ends)):
        content, after = ends, end
    told = sentence.some(content, after, "event")
    if cue.stance is not Stance.ASSERTS:
        told = any(content <= k < after for k in sentence.told)
    this = any(sentence.is_(k, "told_before") for k in range(max(first, unit.first - 2), unit.after + 1))
    about = cue.stance is not Stance.ASSERTS and (not told or this)
    if not told and sentence.some(0, len(sentence.tokens), "told_before"):
        about = True
    about |= cue.stance is Stance.ASSERTS and _of_this(sentence, unit, first)
    between = voice[1] <= content < after <= unit.first
    cued = (unit.first, unit.after) if between else (min(voice[0], unit.first), max(unit.after, voice[1]))
    speaker = free_order.described(sentence, *voice)
    speaker = replace(speaker, passing=_hangs(sentence, opens), hearer=hearer_of(sentence, unit, voice))
    return Frame(speaker, cue.stance, content, after, cued, about)


def _meant(sentence: Sentence, unit: Unit, cue: Speech) -> Speech:
    """What a verb of confirming does that hangs on somebody's "cannot" behind it: "TO CONFIRM what both sides say, on
    its own, the paper CANNOT"."""
    bare = sentence.is_(unit.first, "confirming") and "infinitive" in sentence.tokens[unit.first].features
    if not bare or not sentence.some(unit.after, clauses_around(sentence, unit.first)[1], "unable"):
        return cue
    return replace(cue, stance=Stance.DOUBTS) if cue.stance is Stance.ASSERTS else cue


def _is_unsaid(sentence: Sentence, unit: Unit) -> bool:
    """Whether who tells something will do so, or does not."""
    return "future" in sentence.tokens[unit.first].features or sentence.is_(unit.first - 1, "negation")


def _describing(sentence: Sentence, unit: Unit, voice: tuple[int, int]) -> int | None:
    """The relative of a clause that only tells of a place what somebody has said of it, who says nothing of what stands
    around it: "X, the capture OF WHICH the North announced in May, is held by the South"."""
    comma, closes = _own_clause(sentence, unit, voice)
    opening = range(comma, min(comma + _OF_WHICH, unit.first))
    which = next((k for k in opening if sentence.is_which(k)), None)
    if which is None or sentence.sign(comma - 1) != "," or voice[1] <= which + 1:
        return None
    told = any(k in opening for k in sentence.told)
    return which if told and not sentence.is_(closes + 1, "that") else None


def _own_clause(sentence: Sentence, unit: Unit, voice: tuple[int, int]) -> tuple[int, int]:
    """The words around a verb of speech between signs."""
    opens = next((k for k in range(unit.first - 1, 0, -1) if sentence.sign(k) in _SIGNS), -1)
    ends = range(max(unit.after, voice[1]), len(sentence.tokens))
    return opens + 1, next((k for k in ends if sentence.sign(k) in _SIGNS), len(sentence.tokens))


def _tells_more(sentence: Sentence, content: int, said: tuple[int, int]) -> bool:
    """Whether who speaks behind a colon says something else than what stands before it, of which it is the proof: "they
    entered X: in the morning the staff showed A FLAG THERE"; not "X is taken: this was said by the staff"."""
    first, end = said
    colon = next((k for k in range(first - 1, content, -1) if sentence.sign(k) == ":" and not is_clock(sentence, k)), 0)
    told = any(content <= k < colon for k in sentence.told)
    if not told or sentence.some(colon, len(sentence.tokens), "told_before"):
        return False
    while sentence.is_(end, "adverb", "day"):
        end += 1
    noun = end < len(sentence.tokens) and bool(sentence.tokens[end].features & {"noun", "adjective"})
    return sentence.is_(end, "about") or (noun and not sentence.is_(end, "locative", "month", "weekday", "time_unit"))


def _speaker_inside(sentence: Sentence, unit: Unit, stance: Stance) -> tuple[int, int] | None:
    """Whoever stands among the words of a cue: "proof of this THE ANALYSTS have not found"."""
    if stance is Stance.ASSERTS:
        return None
    inside = range(unit.first + 1, unit.after - 1)
    known = next((i for i in inside if i in sentence.voices), None)
    if known is not None:
        return known, min(sentence.voices[known][0], unit.after)
    for i in inside:
        told = sentence.is_(i, "determiner", "told_before") or is_message(sentence, i)
        if {"noun", "nom"} <= sentence.tokens[i].features and not told:
            return i, min(phrase_end(sentence, i, unit.after - 1), unit.after - 1)
    return None


def _of_this(sentence: Sentence, unit: Unit, first: int) -> bool:
    """Whether a clause opens with words for what was told before and the verb right after them: "OF THIS the staff
    wrote, adding that …"."""
    return unit.first == first + 2 and sentence.is_(first, "told_before") and sentence.is_(first + 1, "told_before")


def _hangs(sentence: Sentence, i: int) -> bool:
    """Whether a clause around a token is about a noun before it, so that who speaks there is only told of: "the capture
    OF WHICH the ministry had reported", "…, AS the ministry had reported, the spokesman said"."""
    opens = next((k + 1 for k in range(i, 0, -1) if sentence.sign(k) in {",", ";", ":"}), 0)
    opens += sentence.is_(opens, "locative", "about")
    return opens > 0 and sentence.is_which(opens)


def claiming_freely(sentence: Sentence, unit: Unit, cue: Speech) -> list[Frame]:
    """Who claims what the verb of speech itself tells: "the mappers have COLOURED X RED"."""
    first = reach_before(sentence, unit.first, [])
    voice = free_order.speaker_of(sentence, unit, first) or _who_is_so_and(sentence, unit, first)
    if cue.stance is not Stance.ASSERTS or voice is None or voice[0] <= unit.first < voice[1]:
        return []
    _, after = clauses_around(sentence, unit.first)
    return [Frame(free_order.described(sentence, *voice), cue.stance, unit.first, after, voice)]


def _who_is_so_and(sentence: Sentence, unit: Unit, first: int) -> tuple[int, int] | None:
    """A known voice of whom something is said before "and": "THE MAPPERS are wary AND still mark X as grey"."""
    link = next((k for k in range(unit.first - 1, first, -1) if sentence.is_(k, "link")), first)
    opened = first + (sentence.sign(first) == '"')
    known = link > opened and opened in sentence.voices
    return (opened, sentence.voices[opened][0]) if known and sentence.sign(link - 1) != "," else None


def _nearest_clause(sentence: Sentence, content: int, after: int) -> int:
    """Where the clause begins that somebody confirms: "they broke in, street fights were confirmed by the mayor"."""
    for k in range(after - 1, content, -1):
        if sentence.sign(k) == "," and any(k < first < after for first in sentence.told):
            return k + 1
    return content


def _besides(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "…, they said in the staff, DENYING the reports of X": what the speaker of another verb does besides."""
    previous = next((f for f in reversed(frames) if f.voice is not None and f.cue[0] < unit.first), None)
    if previous is None:
        return None
    after = next((k for k in range(unit.after, len(sentence.tokens)) if sentence.sign(k) == ";"), len(sentence.tokens))
    about = cue.stance is not Stance.ASSERTS and not any(unit.after <= k < after for k in sentence.told)
    return Frame(previous.voice, cue.stance, unit.after, after, (unit.first, unit.after), about)


def _before_another_verb(sentence: Sentence, unit: Unit, first: int) -> tuple[int, int] | None:
    """Who stands before another verb of his: "IN THE MINISTRY they do not mention it and assure that …", "THE ANALYSTS
    placed the picture and think that …"."""
    link = unit.first - 1
    if not sentence.is_(link, "link") or not sentence.some(unit.after, unit.after + 3, "that"):
        return None
    said = (
        k for k in range(link - 1, first, -1) if sentence.is_(k, "speech", "silent", "mute") or is_finite(sentence, k)
    )
    verb = next(said, None)
    return None if verb is None else free_order.speaker_before(sentence, verb, first)


def _those_there(sentence: Sentence, unit: Unit, first: int) -> tuple[int, int] | None:
    """The word for the office that spoke before: "THERE they added that …", "…, they added THERE"."""
    k = unit.first - 1
    while k > first and sentence.is_adverb(k) and sentence.tokens[k].lower not in sentence.frames.there:
        k -= 1
    opens = k == first and sentence.some(unit.after, unit.after + 2, "that", "about")
    closes = sentence.sign(unit.first - 1) in {",", "-", '"'} and unit.after + 2 >= len(sentence.tokens)
    for at, speaks in ((k, opens), (unit.after, closes)):
        if speaks and at < len(sentence.tokens) and sentence.tokens[at].lower in sentence.frames.there:
            return at, at + 1
    return None


def _says_too(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "The staff denied it and assured that ...": a second verb of the same speaker."""
    previous = next((f for f in reversed(frames) if f.voice is not None and f.cue[0] < unit.first), None)
    joined = sentence.is_(unit.first - 1, "link", "conjunction") or sentence.sign(unit.first - 1) == ","
    if previous is not None and cue.stance is not Stance.ASSERTS and (first := _clause_joined(sentence, unit)):
        return Frame(previous.voice, cue.stance, first, unit.first, (unit.first, unit.after))
    if (
        previous is None
        or not joined
        or not sentence.some(unit.after, min(unit.after + 3, len(sentence.tokens)), "that", "about")
    ):
        return None
    return Frame(previous.voice, cue.stance, unit.after, len(sentence.tokens), (unit.first, unit.after))


def _clause_joined(sentence: Sentence, unit: Unit) -> int | None:
    """The first token of a clause that a conjunction joins and that ends in a verb of denial, with what is denied
    before it: "they say that fights go on, BUT the capture of X DENY"."""
    comma = next((k for k in range(unit.first - 1, 0, -1) if sentence.sign(k) in {",", ";", ":"}), None)
    if comma is None or sentence.sign(comma) != "," or not sentence.is_(comma + 1, "but", "link"):
        return None
    return comma + 2 if any(comma < told < unit.first for told in sentence.told) else None


def instead(sentence: Sentence, frame: Frame) -> Frame | None:
    """What somebody who denies or doubts says himself after a colon: "the staff denied it: the town is held"."""
    if not sentence.cased or frame.stance is Stance.ASSERTS:
        return None
    end = max(frame.cue[1], 1)
    colon = next((k for k in range(end, min(end + 12, len(sentence.tokens))) if _opens_words(sentence, k)), None)
    if colon is None or frame.voice is None or _has_a_source(sentence, colon + 1):
        return None
    return Frame(frame.voice, Stance.ASSERTS, colon + 1, len(sentence.tokens), frame.cue)


def _opens_words(sentence: Sentence, k: int) -> bool:
    """Whether somebody's own words begin behind a colon or a dash: "the staff denied it – the town is held"."""
    return sentence.sign(k) == ":" or (sentence.is_dash(k) and any(k < first for first in sentence.told))


def _has_a_source(sentence: Sentence, first: int) -> bool:
    """Whether the words behind a colon open with a source of their own: ": in the words of X, …"."""
    unit = sentence.unit_at[first] if first < len(sentence.tokens) else None
    named = unit is not None and sentence.sign(unit.after) != ","  # else it is "in his words,"
    return unit is not None and named and any(speech.shape == "source" for speech in unit.values("speech"))
