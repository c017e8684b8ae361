"""Frames that a verb of speech opens: "X said that ...", "..., said X", "was confirmed by X"."""

from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract import free_order
from salient.extract.draft import Span, Voice
from salient.extract.forms import is_passive, is_verbal
from salient.extract.frame import Frame
from salient.extract.headings import is_of_a_name
from salient.extract.lexicon import Speech
from salient.extract.scene import Tokens
from salient.extract.sentence import Sentence, Unit
from salient.extract.speakers import (
    HEADS,
    end_after_cue,
    end_before_cue,
    is_bound,
    names_voice,
    start_before_early_cue,
    start_before_late_cue,
    tells,
    tells_between,
    voice_of,
)
from salient.extract.stretches import clauses_around, content_end, ends_with_cue, reach_before, tail_after

_DESCRIBED = 2
"""Plain words between a verb of speech and what its speaker is."""
_LISTENER = 6
"""Tokens that whoever listens may take."""
_OPENING = 4
"""Tokens of a sentence within which its first speaker begins."""
_CLOSERS = frozenset({",", '"', "'", "?", "!"})


def frame_of_verb(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    if sentence.cased:
        return _free_verb(sentence, unit, cue, frames)
    if not _speaks(sentence, unit, cue):
        return None
    inverted = sentence.sign(unit.first - 1) in _CLOSERS
    if not inverted and "participle" in sentence.tokens[unit.first].features and is_passive(sentence, unit):
        return _passive(sentence, unit, cue)
    if _stands_before_speaker(sentence, unit) or _says_so(sentence, unit):
        end = end_after_cue(sentence, unit.after)
        first, _ = clauses_around(sentence, unit.first)
        after = len(sentence.tokens) if sentence.sign(end) == ":" else unit.first
        if names_voice(sentence, unit.after, end):
            return Frame(voice_of(sentence, unit.after, end), cue.stance, first, after, (unit.first, end))
        if any(tells(sentence, k) for k in range(unit.first)):
            return None
    gerund = "gerund" in sentence.tokens[unit.first].features and not sentence.is_(unit.first - 1, "be", "auxiliary")
    if gerund and any(frame.cue[0] < unit.first for frame in frames):
        return _going_on(sentence, unit, cue, frames)
    joined = _joined(sentence, unit, cue, frames)
    if joined is not None:
        return joined
    first = reach_before(sentence, unit.first, frames)
    if first >= unit.first:
        return None
    return (
        _late(sentence, unit, cue, first, frames)
        if not cue.ahead and ends_with_cue(sentence, unit)
        else _early(sentence, unit, cue, first)
    )


def _free_verb(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """A cue whose speaker stands before or after it, told by his case."""
    if cue.stance is Stance.ASSERTS and "future" in sentence.tokens[unit.first].features:
        return None
    if not is_verbal(sentence, unit) or (cue.stance is Stance.ASSERTS and sentence.is_(unit.first - 1, "negation")):
        return None
    begin, end = clauses_around(sentence, unit.first)
    first = reach_before(sentence, unit.first, frames)
    voice = free_order.speaker_of(sentence, unit, first)
    if voice is None:
        return _says_too(sentence, unit, cue, frames)
    begin = max([begin, *(frame.cue[1] for frame in frames if frame.cue[1] <= voice[0] and frame.after > unit.first)])
    content, after = free_order.content_of(sentence, unit, voice, (begin, end), asserts=cue.stance is Stance.ASSERTS)
    if cue.stance is not Stance.ASSERTS and voice[1] < unit.first and sentence.some(voice[1], unit.first, "event"):
        content, after = voice[1], unit.first
    opens, ends = min(unit.first, voice[0]), max(unit.after, voice[1])
    if cue.stance is not Stance.ASSERTS and sentence.sign(ends) == ":" and sentence.some(begin, opens, "event"):
        content, after = begin, opens  # "what they say of X, he called a lie: …"
    told = sentence.some(content, after, "event")
    if cue.stance is not Stance.ASSERTS:
        told = any(content <= k < after for k in sentence.told)
    this = any(sentence.is_(k, "told_before") for k in range(max(first, unit.first - 2), unit.after + 1))
    about = cue.stance is not Stance.ASSERTS and (not told or this)
    if not told and sentence.some(0, len(sentence.tokens), "told_before"):
        about = True
    between = voice[1] <= content < after <= unit.first
    cued = (unit.first, unit.after) if between else (min(voice[0], unit.first), max(unit.after, voice[1]))
    return Frame(free_order.described(sentence, *voice), cue.stance, content, after, cued, about)


def _says_too(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "The staff denied it and assured that ...": a second verb of the same speaker."""
    previous = next((f for f in reversed(frames) if f.voice is not None and f.cue[0] < unit.first), None)
    joined = sentence.is_(unit.first - 1, "link", "conjunction") or sentence.sign(unit.first - 1) == ","
    if (
        previous is None
        or not joined
        or not sentence.some(unit.after, min(unit.after + 3, len(sentence.tokens)), "that")
    ):
        return None
    return Frame(previous.voice, cue.stance, unit.after, len(sentence.tokens), (unit.first, unit.after))


def instead(sentence: Sentence, frame: Frame) -> Frame | None:
    """What somebody who denies or doubts says himself after a colon: "the staff denied it: the town is held"."""
    if not sentence.cased or frame.stance is Stance.ASSERTS:
        return None
    end = max(frame.cue[1], 1)
    colon = next((k for k in range(end, min(end + 12, len(sentence.tokens))) if sentence.sign(k) == ":"), None)
    if colon is None or frame.voice is None or _has_a_source(sentence, colon + 1):
        return None
    return Frame(frame.voice, Stance.ASSERTS, colon + 1, len(sentence.tokens), frame.cue)


def _has_a_source(sentence: Sentence, first: int) -> bool:
    """Whether the words behind a colon open with a source of their own: ": in the words of X, …"."""
    unit = sentence.unit_at[first] if first < len(sentence.tokens) else None
    named = unit is not None and sentence.sign(unit.after) != ","  # else it is "in his words,"
    return unit is not None and named and any(speech.shape == "source" for speech in unit.values("speech"))


def _speaks(sentence: Sentence, unit: Unit, cue: Speech) -> bool:
    """Whether the verb reports here: not "the claim", "to say", "did not say", not an event of its own."""
    before = unit.first - 1
    if sentence.is_(before, "determiner", "possessive") or sentence.sign(before) == "'s":
        return False
    if sentence.is_(before - 1, "determiner") and _may_be_noun(sentence, unit):
        return False
    if is_of_a_name(sentence, unit.first):
        return False
    if cue.weak and not _plainly_says(sentence, unit):
        return False
    if not sentence.cased and _is_noun_of_a_side(sentence, unit):
        return False
    plain = not sentence.tokens[unit.first].features & {"past", "participle", "gerund"}
    if plain and not sentence.cased and sentence.is_(before - 1, "article", "number"):
        described = before >= 0 and sentence.unit_at[before] is None and sentence.tokens[before].is_word
        if described and not sentence.tokens[before].capitalised:
            return False  # "a bold forecast", "the latest claim"
    if cue.stance is not Stance.ASSERTS:
        return not sentence.is_(before, "to") or sentence.some(before - 2, before, "come_true", "modal")
    negated = sentence.is_(before, "negation") or sentence.is_(before - 1, "negation")
    return not negated and not sentence.is_(before, "to")


def _plainly_says(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb that may tell many things stands right after whoever may speak: "the ministry PRESENTED …", "X,
    whom the North appointed, PRESENTED …"; not "…, presented as …", "a first-person VIEW"."""
    features = sentence.tokens[unit.first].features
    k = unit.first - 1
    while k >= 0 and sentence.is_(k, "adverb", "auxiliary", "negation") and not sentence.is_(k, *HEADS):
        k -= 1
    if k < 0 or "gerund" in features:
        return False
    if sentence.sign(k) == ",":
        return "past" in features and any(sentence.sign(j) == "," for j in range(k))
    ends = sentence.is_(k, *HEADS, "pronoun") or any(after == k + 1 for after, _ in sentence.voices.values())
    if features & {"past", "present"}:
        return ends or sentence.tokens[k].capitalised or any(after == k + 1 for after, _ in sentence.sides.values())
    return sentence.is_(k, "pronoun") or (ends and "plural" in sentence.tokens[k].features)


def _is_noun_of_a_side(sentence: Sentence, unit: Unit) -> bool:
    """ "Contrary to Northern claims, …": a side's adjective makes a noun of what may be a verb."""
    noun = "anonymous" in unit.names or any(speech.shape == "noun" for speech in unit.values("speech"))
    return noun and any(after == unit.first and word.adjective for after, word in sentence.sides.values())


def _may_be_noun(sentence: Sentence, unit: Unit) -> bool:
    """Whether a cue in its bare form follows a plain word: "a bold forecast", not "the experts forecast that"."""
    plain = sentence.unit_at[unit.first - 1] is None and not sentence.tokens[unit.first - 1].capitalised
    bare = sentence.tokens[unit.first].features.isdisjoint({"past", "present", "participle", "gerund"})
    return plain and bare and not sentence.is_(unit.after, "that")


def _stands_before_speaker(sentence: Sentence, unit: Unit) -> bool:
    """ "…,” said X"; after a comma only where something was said before it."""
    if sentence.sign(unit.first - 1) not in _CLOSERS or unit.after >= len(sentence.tokens):
        return False
    if "gerund" in sentence.tokens[unit.first].features or sentence.is_(unit.after, "that"):
        return False
    if "addressing" in unit.names:
        return False
    said = any(sentence.is_(k, "event", "verdict") or sentence.in_quotes(k) for k in range(unit.first))
    if sentence.sign(unit.first - 1) == "," and not said:
        return False
    k = unit.after
    while k < min(unit.after + _DESCRIBED, len(sentence.tokens) - 1) and _only_describes(sentence, k):
        k += 1
    if k > unit.after and not sentence.is_(k, *HEADS):
        return False
    return (
        sentence.tokens[k].capitalised
        or sentence.is_(k, "determiner", "pronoun", "possessive", *HEADS)
        or k in sentence.sides
    )


def _says_so(sentence: Sentence, unit: Unit) -> bool:
    """ "So says X": who said what stands in the sentence before."""
    return (
        not sentence.cased
        and unit.first == 1
        and sentence.is_(0, "told_before")
        and not sentence.is_(unit.after, "that")
    )


def _only_describes(sentence: Sentence, k: int) -> bool:
    """A plain word before what somebody is: "said EXILED mayor X"."""
    return sentence.tokens[k].is_word and not sentence.tokens[k].capitalised and sentence.unit_at[k] is None


def _joined(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "X denied it and said that …": a second verb of the same speaker; the words of the first end before it."""
    link = unit.first - 1
    while sentence.is_(link, "adverb") and not sentence.is_(link, "link"):
        link -= 1
    if not sentence.is_(link, "link", "but"):
        return None
    said = [frame for frame in frames if frame.cue[1] <= link <= frame.after + 1 and frame.voice is not None]
    if not said or ends_with_cue(sentence, unit):
        return None
    earlier = said[-1]
    told = sentence.some(earlier.first, link, "event")
    about = earlier.stance is not Stance.ASSERTS and not told
    frames[frames.index(earlier)] = replace(earlier, after=min(link, earlier.after), about_before=about)
    after = content_end(sentence, unit.after)
    about = cue.stance is not Stance.ASSERTS and not sentence.some(unit.after, after, "event")
    return Frame(earlier.voice, cue.stance, unit.after, after, (link, unit.after), about)


def claiming(sentence: Sentence, unit: Unit, cue: Speech) -> list[Frame]:
    """Who claims what the verb of speech itself tells: "the North claimed control of X", "were told to leave by X"."""
    if is_passive(sentence, unit):
        agent = next((k for k in range(unit.after, len(sentence.tokens)) if sentence.is_(k, "by")), None)
        end = end_after_cue(sentence, agent + 1) if agent is not None else 0
        if agent is None or not names_voice(sentence, agent + 1, end, strict=True):
            return []
        return [Frame(voice_of(sentence, agent + 1, end), cue.stance, 0, agent, (agent, end))]
    start = start_before_early_cue(sentence, reach_before(sentence, unit.first, []), unit.first)
    end = end_before_cue(sentence, start, unit.first)
    if end <= start or not names_voice(sentence, start, end, strict=True):
        return []
    after = content_end(sentence, unit.after)
    return [Frame(voice_of(sentence, start, end), cue.stance, unit.first, after, (start, unit.first))]


def _going_on(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "…, adding that …": the speaker before goes on."""
    previous = next((frame for frame in reversed(frames) if frame.cue[0] < unit.first), None)
    if previous is None or sentence.sign(unit.first - 1) != ",":
        return None
    after = content_end(sentence, unit.after)
    told = sentence.some(unit.after, after, "event")
    about = cue.stance is not Stance.ASSERTS and not told
    if sentence.is_(unit.first, "own_inference"):
        return Frame(None, cue.stance, unit.after, after, (unit.first, unit.after))
    return Frame(previous.voice, cue.stance, unit.after, after, (unit.first, unit.after), about)


def _late(sentence: Sentence, unit: Unit, cue: Speech, first: int, frames: list[Frame]) -> Frame | None:
    start = start_before_late_cue(sentence, unit.first, first)
    end = end_before_cue(sentence, start, unit.first)
    if sentence.is_(end - 1, "pronoun"):
        start = end - 1
    named = names_voice(sentence, start, end, strict=cue.weak) or (not cue.weak and _is_somebody(sentence, start, end))
    if end <= start or not named:
        return None
    voice = voice_of(sentence, start, end)
    chain, _ = clauses_around(sentence, unit.first)
    content = first if start > first else chain
    if (carried := _over(sentence, unit, (start, end), frames)) is not None:
        ends = start - sentence.is_(start, "passive_mark")  # ", as X claimed": as far as what he claimed is told
        return Frame(voice, cue.stance, carried, ends, (start, tail_after(sentence, unit.after)))
    if start > content:
        before = [frame.after for frame in frames if content < frame.first and frame.after <= start]
        return Frame(voice, cue.stance, max([content, *before]), start, (start, tail_after(sentence, unit.after)))
    about = cue.stance is not Stance.ASSERTS
    return Frame(voice, cue.stance, unit.after, len(sentence.tokens), (start, unit.after), about)


def _is_somebody(sentence: Sentence, start: int, end: int) -> bool:
    """Whether plain words with an article are who speaks, after what was said: "…, THE NAVY says"."""
    own = sentence.is_(start, "article") or sentence.sign(start) in {"a", "an"}
    if (
        sentence.cased
        or not own
        or not 2 <= end - start <= _DESCRIBED + 2
        or sentence.sign(start - 1) not in {",", '"'}
    ):
        return False
    return not any(
        sentence.is_(k, "locative", "event", "relative", "conjunction", "be", "settlement", "unit")
        or k in sentence.places
        or not sentence.tokens[k].is_word
        for k in range(start + 1, end)
    )


def _over(sentence: Sentence, unit: Unit, named: Tokens, frames: list[Frame]) -> int | None:
    """Where the content of a late cue begins that takes in somebody else's words: "X said that …, the paper reported",
    "X denies that …, as Y had claimed"."""
    start, end = named
    said = [
        frame for frame in frames if frame.cue[1] <= frame.first < start <= frame.after + 1 and not frame.about_before
    ]
    earlier = said[0] if said and not sentence.cased else None
    if earlier is None or earlier.voice is None or sentence.sign(start - 1) not in {",", '"'}:
        return None
    if sentence.is_(start, "passive_mark"):
        return earlier.first
    closes = tail_after(sentence, unit.after) >= len(sentence.tokens) - 1
    tells_himself = earlier.voice.passing or earlier.stance is not Stance.ASSERTS
    if tells_himself or sentence.is_(end - 1, "pronoun") or not closes or earlier.cue[0] > _OPENING:
        return None
    return earlier.cue[0]


def _only_an_event(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words that should name a speaker only tell what happened: "the North's capture of X would see …"."""
    if sentence.cased or not any(k in sentence.told for k in range(start, end)):
        return False
    return not sentence.some(start, end, *HEADS, "relative") and not any(
        k in sentence.voices for k in range(start, end)
    )


def _passive(sentence: Sentence, unit: Unit, cue: Speech) -> Frame | None:
    """ "The loss was confirmed by X"; "A and B were reported freed": said by nobody in particular."""
    first, _ = clauses_around(sentence, unit.first)
    verb = unit.first - 1
    while sentence.is_(verb, "adverb", "auxiliary", "be"):
        verb -= 1
    if sentence.is_(unit.after, "by"):
        end = end_after_cue(sentence, unit.after + 1)
        if not names_voice(sentence, unit.after + 1, end):
            return None
        return Frame(voice_of(sentence, unit.after + 1, end), cue.stance, first, verb + 1, (verb + 1, end))
    heard = _hearer(sentence, unit, first, verb + 1)
    told = sentence.is_(unit.after, "to", "event") or heard is not None
    if not told or cue.stance is not Stance.ASSERTS:
        return None
    span = sentence.span(unit.first, unit.after)
    return Frame(
        Voice(span, span, anonymous=True, hearer=heard),
        cue.stance,
        unit.after if heard is not None else first,
        content_end(sentence, unit.after),
        (unit.first, unit.after),
    )


def _hearer(sentence: Sentence, unit: Unit, first: int, end: int) -> Span | None:
    """Who "was told that": the words before the verb, where it is one whose object listens."""
    if sentence.cased or "addressing" not in unit.names or end <= first:
        return None
    start = start_before_early_cue(sentence, first, end)
    return sentence.span(start, end) if start < end else None


def _told_whom(sentence: Sentence, unit: Unit) -> Span | None:
    """Who listens after "told", "informed"."""
    if sentence.cased or "addressing" not in unit.names:
        return None
    end = unit.after
    while end < len(sentence.tokens) and end - unit.after < _LISTENER and not is_bound(sentence, end):
        if sentence.is_(end, "that", "event", "speech"):
            break
        end += 1
    if end == unit.after + 1 and sentence.is_(unit.after, "pronoun"):
        named = [(first, after) for first, (after, _) in sorted(sentence.voices.items()) if after <= unit.first]
        return sentence.span(*named[-1]) if named else None
    return sentence.span(unit.after, end) if end > unit.after else None


def _early(sentence: Sentence, unit: Unit, cue: Speech, first: int) -> Frame | None:
    start = start_before_early_cue(sentence, first, unit.first)
    end = end_before_cue(sentence, start, unit.first)
    if sentence.is_(end - 1, "pronoun"):
        start = end - 1
    if end <= start or not names_voice(sentence, start, end, strict=cue.weak):
        return None
    if _only_an_event(sentence, start, end):
        return None
    again = next((k for k in range(start + 1, end) if sentence.is_(k, "come_true")), end)
    end = again if sentence.some(again, end, "to") else end  # "they continue to claim that …"
    if tells_between(sentence, start, end) or sentence.is_(start, "of"):
        return None
    relative = start > 0 and sentence.is_(start - 1, "relative")
    content, after = unit.after, content_end(sentence, unit.after, relative=relative)
    if start > 1 and sentence.sign(start - 1) == "," and sentence.sign(unit.after) == ",":
        content, after = clauses_around(sentence, unit.first)
    told = any(sentence.is_(k, "event") and not sentence.is_(k, "speech") for k in range(content, after))
    about = cue.stance is not Stance.ASSERTS and not told
    voice = replace(voice_of(sentence, start, end), hearer=_told_whom(sentence, unit))
    return Frame(voice, cue.stance, content, after, (start, unit.after), about)
