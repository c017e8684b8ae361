"""Who says which stretch of a sentence: frames of speech, possibly one inside the other."""

from dataclasses import dataclass, replace

from salient.domain.kind import Stance
from salient.extract import free_order
from salient.extract.draft import Voice
from salient.extract.forms import is_passive, is_verbal
from salient.extract.lexicon import Speech
from salient.extract.sentence import Sentence, Unit, speech_of
from salient.extract.speakers import (
    HEADS,
    end_after_cue,
    end_before_cue,
    is_bound,
    names_voice,
    start_before_early_cue,
    start_before_late_cue,
    voice_of,
)

_CLOSERS = frozenset({",", '"', "'", "?", "!"})
_QUOTES = frozenset({'"', "'"})
_DASHES = frozenset({"-", "•", "*", "_"})


@dataclass(frozen=True, slots=True)
class Frame:
    """`voice` (None: the outlet itself) does `stance` with tokens `first:after`; tokens `cue` are the words of speech.

    Frames may stand inside one another.
    """

    voice: Voice | None
    stance: Stance
    first: int
    after: int
    cue: tuple[int, int]
    about_before: bool = False
    """Nothing of its own is said: it is about what was said before."""
    cited: bool = False
    """Named as the source of somebody else who speaks: "…, citing X"."""


def find_frames(sentence: Sentence, events: frozenset[int]) -> list[Frame]:
    """All frames, outer ones first. `events` are the first tokens of what has been read as an event already."""
    frames: list[Frame] = _headings(sentence)
    for unit in sentence.units:
        cue = speech_of(unit)
        if cue is not None and unit.first in events and cue.shape == "verb" and not sentence.cased:
            frames.extend(_claiming(sentence, unit, cue))
            continue
        if cue is None or unit.first in events or any(frame.cue[0] <= unit.first < frame.cue[1] for frame in frames):
            continue
        if cue.shape == "quote":
            frames.extend(_quoting(sentence, unit, frames))
            continue
        if cue.shape == "source":
            frame = _source(sentence, unit)
            frame = replace(frame, cited=cue.cited) if frame is not None else None
        else:
            frame = _verb(sentence, unit, cue, frames) if cue.shape == "verb" else None
            if frame is not None and (own := _instead(sentence, frame)) is not None:
                frames.append(own)
                frame = replace(frame, after=min(frame.after, own.first))
            if frame is None and any(speech.shape == "noun" for speech in unit.values("speech")):
                frame = _noun(sentence, unit)
        if frame is not None:
            frames.append(frame)
    # Who is cited is the speaker, unless somebody else has spoken already and an outlet only passes it on.
    early = any(not frame.cited and frame.cue[0] < frame.first for frame in frames)
    return sorted(frames, key=lambda frame: ((-1 if early else 1) * frame.cited, frame.first, -frame.after))


def _headings(sentence: Sentence) -> list[Frame]:
    """ "The general: we have stopped them", "advance near X - the mappers"."""
    count = len(sentence.tokens)
    for i in range(1, min(9, count - 2)):
        if sentence.sign(i) == ":":
            if _heads(sentence, 0, i):
                return [Frame(voice_of(sentence, 0, i), Stance.ASSERTS, i + 1, count, (0, i + 1))]
            break
    end = count - (sentence.sign(count - 1) == ".")
    for i in range(end - 2, max(3, end - 8), -1):
        if sentence.is_dash(i):
            if _heads(sentence, i + 1, end):
                return [Frame(voice_of(sentence, i + 1, end), Stance.ASSERTS, 0, i, (i, count))]
            break
    return []


def _heads(sentence: Sentence, first: int, after: int) -> bool:
    """Whether all the words name a voice and tell nothing."""
    known = any(i in sentence.voices or sentence.is_(i, "official", "blogger", "analyst") for i in range(first, after))
    side = after - first == 1 and first in sentence.sides
    told = sentence.some(first, after, "event", "be", "auxiliary", "unit")
    spoken = sentence.cased and any(sentence.is_(i, "speech") and _is_verb(sentence, i) for i in range(first, after))
    return (known or side) and not told and not spoken


def _quoting(sentence: Sentence, unit: Unit, frames: list[Frame]) -> list[Frame]:
    """ "The agency quoted X as saying that …"; "…, citing X"."""
    opens = next((u for u in sentence.units if u.first >= unit.after and "opens_quote" in u.names), None)
    if opens is None or opens.first - unit.after > 25:
        source = _source(sentence, unit)
        return [replace(source, cited=True)] if source is not None else []
    inner = Frame(
        voice_of(sentence, unit.after, opens.first),
        Stance.ASSERTS,
        opens.after,
        _content_end(sentence, opens.after),
        (unit.first, opens.after),
    )
    first = _reach(sentence, unit.first, frames)
    start = start_before_early_cue(sentence, first, unit.first)
    if start >= unit.first or not names_voice(sentence, start, unit.first):
        return [inner]
    outer = Frame(voice_of(sentence, start, unit.first), Stance.ASSERTS, unit.after, inner.after, (start, unit.after))
    return [outer, inner]


def _noun(sentence: Sentence, unit: Unit) -> Frame | None:
    """ "claims by X that …", "X's announcement that …", "their reports about …"."""
    after = unit.after
    voice = None
    if sentence.cased:
        end = after
        while (
            end < len(sentence.tokens)
            and end - after < 14
            and not is_bound(sentence, end)
            and not sentence.is_(end, "about", "that")
        ):
            end += 1
        if end > after and names_voice(sentence, after, end):
            voice, after = replace(voice_of(sentence, after, end), passing=True), end
        elif end == after and (before := _named_before(sentence, unit.first)) is not None:
            voice = replace(voice_of(sentence, before, unit.first), passing=True)
    elif (before := _named_before(sentence, unit.first)) is not None and _claims(sentence, after):
        content = after + sentence.is_(after, "of")
        stance = next(speech.stance for speech in unit.values("speech") if speech.shape == "noun")
        voice = replace(voice_of(sentence, before, unit.first), passing=True)
        return Frame(voice, stance, content, _content_end(sentence, content), (unit.first, content))
    elif sentence.is_(after, "by", "from", "of"):
        end = after + 1
        while end < len(sentence.tokens) and not is_bound(sentence, end) and not _opens(sentence, end):
            end += 1
        if names_voice(sentence, after + 1, end):
            voice, after = replace(voice_of(sentence, after + 1, end), passing=True), end
    elif (before := _named_before(sentence, unit.first)) is not None:
        voice = replace(voice_of(sentence, before, unit.first), passing=True)
    if not sentence.is_(after, "that") and (voice is None or not sentence.is_(after, "about")):
        return None
    stance = next(speech.stance for speech in unit.values("speech") if speech.shape == "noun")
    span = sentence.span(unit.first, unit.after)
    first = after + 1
    return Frame(
        voice or Voice(span, span, anonymous=True),
        stance,
        first,
        _content_end(sentence, first),
        (unit.first, after),
    )


def _claims(sentence: Sentence, i: int) -> bool:
    """Whether what is claimed follows as a verb: "claim to have taken", "claims of taking"."""
    if sentence.is_(i, "to"):
        return sentence.is_(i + 1, "auxiliary", "event")
    return sentence.is_(i, "of") and sentence.is_(i + 1, "event")


def _opens(sentence: Sentence, i: int) -> bool:
    return sentence.is_(i, "that", "be", "auxiliary", "modal")


def _named_before(sentence: Sentence, i: int) -> int | None:
    """The first token of a side or a known voice that ends just before token i."""
    end = i - (sentence.sign(i - 1) == "'s")
    for first in range(end - 1, max(-1, end - 7), -1):
        for table in (sentence.sides, sentence.voices):
            if first in table and table[first][0] == end:
                return first
    return None


def _source(sentence: Sentence, unit: Unit) -> Frame | None:
    """ "according to X, …", "…, according to X"."""
    end = unit.after
    if sentence.cased and (voice := free_order.again(sentence, unit)) is not None:
        return Frame(voice, Stance.ASSERTS, *_around(sentence, unit.first), (unit.first, unit.after))
    while end < len(sentence.tokens) and not _source_ends(sentence, end, unit.after):
        end += 1
    if end == unit.after:
        return None
    first, after = _around(sentence, unit.first)
    return Frame(voice_of(sentence, unit.after, end), Stance.ASSERTS, first, after, (unit.first, end))


def _source_ends(sentence: Sentence, i: int, start: int) -> bool:
    if is_bound(sentence, i):
        return True
    if sentence.cased and i > start and _is_verb(sentence, i):
        return True
    past = "past" in sentence.tokens[i].features and sentence.is_(i, "event", "speech")
    opens = sentence.is_(i, "be", "auxiliary", "modal", "relative", "anaphor_place")
    return i > start and (past or opens)


def _is_verb(sentence: Sentence, i: int) -> bool:
    features = sentence.tokens[i].features
    return bool(features & {"past", "present"}) and "noun" not in features


def _around(sentence: Sentence, i: int) -> tuple[int, int]:
    """The chain of clauses around a token: up to the nearest semicolons."""
    first, after = i, i
    while first > 0 and sentence.sign(first - 1) != ";":
        first -= 1
    while after < len(sentence.tokens) and sentence.sign(after) != ";":
        after += 1
    return first, after


def _verb(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    if sentence.cased:
        return _free_verb(sentence, unit, cue, frames)
    if not _speaks(sentence, unit, cue):
        return None
    inverted = sentence.sign(unit.first - 1) in _CLOSERS
    if not inverted and "participle" in sentence.tokens[unit.first].features and is_passive(sentence, unit):
        return _passive(sentence, unit, cue)
    if _stands_before_speaker(sentence, unit):
        end = end_after_cue(sentence, unit.after)
        if not names_voice(sentence, unit.after, end):
            return None
        first, _ = _around(sentence, unit.first)
        after = len(sentence.tokens) if sentence.sign(end) == ":" else unit.first
        return Frame(voice_of(sentence, unit.after, end), cue.stance, first, after, (unit.first, end))
    gerund = "gerund" in sentence.tokens[unit.first].features and not sentence.is_(unit.first - 1, "be", "auxiliary")
    if gerund and any(frame.cue[0] < unit.first for frame in frames):
        return _going_on(sentence, unit, cue, frames)
    joined = _joined(sentence, unit, cue, frames)
    if joined is not None:
        return joined
    first = _reach(sentence, unit.first, frames)
    if first >= unit.first:
        return None
    return (
        _late(sentence, unit, cue, first, frames) if _ends_with(sentence, unit) else _early(sentence, unit, cue, first)
    )


def _free_verb(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """A cue whose speaker stands before or after it, told by his case."""
    if not is_verbal(sentence, unit) or (cue.stance is Stance.ASSERTS and sentence.is_(unit.first - 1, "negation")):
        return None
    begin, end = _around(sentence, unit.first)
    first = _reach(sentence, unit.first, frames)
    voice = free_order.speaker_of(sentence, unit, first)
    if voice is None:
        return _says_too(sentence, unit, cue, frames)
    begin = max([begin, *(frame.cue[1] for frame in frames if frame.cue[1] <= voice[0] and frame.after > unit.first)])
    content, after = free_order.content_of(sentence, unit, voice, begin, end)
    told = sentence.some(content, after, "event")
    this = any(sentence.is_(k, "told_before") for k in range(max(first, unit.first - 2), unit.after + 1))
    about = cue.stance is not Stance.ASSERTS and (not told or this)
    if not told and sentence.some(0, len(sentence.tokens), "told_before"):
        about = True
    cued = (min(voice[0], unit.first), max(unit.after, voice[1])) if _adjoins(unit, voice) else (unit.first, unit.after)
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


def _instead(sentence: Sentence, frame: Frame) -> Frame | None:
    """What somebody who denies or doubts says himself after a colon: "the staff denied it: the town is held"."""
    if not sentence.cased or frame.stance is Stance.ASSERTS:
        return None
    end = max(frame.cue[1], 1)
    colon = next((k for k in range(end, min(end + 12, len(sentence.tokens))) if sentence.sign(k) == ":"), None)
    if colon is None or frame.voice is None:
        return None
    return Frame(frame.voice, Stance.ASSERTS, colon + 1, len(sentence.tokens), frame.cue)


def _adjoins(unit: Unit, voice: tuple[int, int]) -> bool:
    return voice[0] >= unit.after or voice[1] <= unit.first


def _speaks(sentence: Sentence, unit: Unit, cue: Speech) -> bool:
    """Whether the verb reports here: not "the claim", "to say", "did not say", not an event of its own."""
    before = unit.first - 1
    if sentence.is_(before, "determiner", "possessive") or sentence.sign(before) == "'s":
        return False
    if cue.stance is not Stance.ASSERTS:
        return True
    negated = sentence.is_(before, "negation") or sentence.is_(before - 1, "negation")
    return not negated and not sentence.is_(before, "to")


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
    return (
        sentence.tokens[unit.after].capitalised
        or sentence.is_(unit.after, "determiner", "pronoun", "possessive", *HEADS)
        or unit.after in sentence.sides
    )


def _joined(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "X denied it and said that …": a second verb of the same speaker; the words of the first end before it."""
    link = unit.first - 1
    while sentence.is_(link, "adverb") and not sentence.is_(link, "link"):
        link -= 1
    if not sentence.is_(link, "link", "but"):
        return None
    said = [frame for frame in frames if frame.cue[1] <= link < frame.after and frame.voice is not None]
    if not said or _ends_with(sentence, unit):
        return None
    earlier = said[-1]
    told = sentence.some(earlier.first, link, "event")
    about = earlier.stance is not Stance.ASSERTS and not told
    frames[frames.index(earlier)] = replace(earlier, after=link, about_before=about)
    after = _content_end(sentence, unit.after)
    about = cue.stance is not Stance.ASSERTS and not sentence.some(unit.after, after, "event")
    return Frame(earlier.voice, cue.stance, unit.after, after, (link, unit.after), about)


def _claiming(sentence: Sentence, unit: Unit, cue: Speech) -> list[Frame]:
    """Who claims what the verb of speech itself tells: "the North claimed control of X"."""
    start = start_before_early_cue(sentence, _reach(sentence, unit.first, []), unit.first)
    end = end_before_cue(sentence, start, unit.first)
    if end <= start or not names_voice(sentence, start, end, strict=True):
        return []
    after = _content_end(sentence, unit.after)
    return [Frame(voice_of(sentence, start, end), cue.stance, unit.first, after, (start, unit.first))]


def _going_on(sentence: Sentence, unit: Unit, cue: Speech, frames: list[Frame]) -> Frame | None:
    """ "…, adding that …": the speaker before goes on."""
    previous = next((frame for frame in reversed(frames) if frame.cue[0] < unit.first), None)
    if previous is None or sentence.sign(unit.first - 1) != ",":
        return None
    after = _content_end(sentence, unit.after)
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
    if end <= start or not names_voice(sentence, start, end, strict=cue.weak):
        return None
    voice = voice_of(sentence, start, end)
    chain, _ = _around(sentence, unit.first)
    content = first if start > first else chain
    if start > content:
        before = [frame.after for frame in frames if content < frame.first and frame.after <= start]
        return Frame(voice, cue.stance, max([content, *before]), start, (start, _tail(sentence, unit.after)))
    about = cue.stance is not Stance.ASSERTS
    return Frame(voice, cue.stance, unit.after, len(sentence.tokens), (start, unit.after), about)


def _tail(sentence: Sentence, start: int) -> int:
    """How far time, place and manner after a late cue reach."""
    for i in range(start, len(sentence.tokens)):
        speaks_on = sentence.sign(i) == "," and (
            sentence.is_(i + 1, "speech") or (not sentence.cased and sentence.some(i, len(sentence.tokens), "event"))
        )
        speaks_on |= sentence.is_dash(i) and not sentence.cased
        if sentence.sign(i) in {";", ":"} or sentence.is_(i, "named_list") or speaks_on or _turns(sentence, i):
            return i
    return len(sentence.tokens)


def _passive(sentence: Sentence, unit: Unit, cue: Speech) -> Frame | None:
    """ "The loss was confirmed by X"; "A and B were reported freed": said by nobody in particular."""
    first, _ = _around(sentence, unit.first)
    verb = unit.first - 1
    while sentence.is_(verb, "adverb", "auxiliary", "be"):
        verb -= 1
    if sentence.is_(unit.after, "by"):
        end = end_after_cue(sentence, unit.after + 1)
        if not names_voice(sentence, unit.after + 1, end):
            return None
        return Frame(voice_of(sentence, unit.after + 1, end), cue.stance, first, verb + 1, (verb + 1, end))
    told = sentence.is_(unit.after, "to", "event")
    if not told or cue.stance is not Stance.ASSERTS:
        return None
    span = sentence.span(unit.first, unit.after)
    return Frame(
        Voice(span, span, anonymous=True),
        cue.stance,
        first,
        _content_end(sentence, unit.after),
        (unit.first, unit.after),
    )


def _turns(sentence: Sentence, i: int) -> bool:
    """Whether somebody else begins to speak: "…, X told the paper after Y had reported its capture"."""
    later = range(i + 1, len(sentence.tokens))
    return (
        sentence.is_(i, "conjunction") and not sentence.is_(i, "link") and any(sentence.is_(k, "speech") for k in later)
    )


def _early(sentence: Sentence, unit: Unit, cue: Speech, first: int) -> Frame | None:
    start = start_before_early_cue(sentence, first, unit.first)
    end = end_before_cue(sentence, start, unit.first)
    if sentence.is_(end - 1, "pronoun"):
        start = end - 1
    if end <= start or not names_voice(sentence, start, end, strict=cue.weak):
        return None
    relative = start > 0 and sentence.is_(start - 1, "relative")
    content, after = unit.after, _content_end(sentence, unit.after, relative=relative)
    if start > 1 and sentence.sign(start - 1) == "," and sentence.sign(unit.after) == ",":
        content, after = _around(sentence, unit.first)
    told = sentence.some(content, after, "event")
    about = cue.stance is not Stance.ASSERTS and not told
    return Frame(voice_of(sentence, start, end), cue.stance, content, after, (start, unit.after), about)


def _reach(sentence: Sentence, cue: int, frames: list[Frame]) -> int:
    """How far left the speaker's words may reach: not past a semicolon, a quotation's end or another cue."""
    first = 0
    for i in range(cue - 1, -1, -1):
        quote = sentence.sign(i) in _QUOTES and i < cue - 1 and sentence.is_quote_edge(i)
        reported = sentence.is_(i, "that") and i > 0 and sentence.is_(i - 1, "speech")
        if sentence.sign(i) in {";", ":"} or quote or reported:
            first = i + 1
            break
    for frame in frames:
        if first < frame.cue[1] <= cue < frame.after and frame.cue[0] <= frame.first:
            first = frame.cue[1]
    while first < cue and (sentence.sign(first) in {",", *_DASHES} or (sentence.is_(first, "conjunction", "relative"))):
        first += 1
    return first


def _ends_with(sentence: Sentence, unit: Unit) -> bool:
    """Whether nothing but time, place and manner follows the cue, so that the content stands before it."""
    told = sentence.some(0, unit.first, "event")
    if told and not sentence.cased and _told_before(sentence, unit):
        return True
    for i in range(unit.after, len(sentence.tokens)):
        if sentence.sign(i) == ";" or (sentence.sign(i) == "," and sentence.is_(i + 1, "speech")):
            return True
        if told and sentence.sign(i) == "," and sentence.is_(i + 1, "conjunction") and not sentence.is_(i + 1, "link"):
            return True
        if sentence.is_(i, "event", "that") or sentence.sign(i) in {":", '"'}:
            return False
    return True


def _told_before(sentence: Sentence, unit: Unit) -> bool:
    """Whether a clause with a verb of its own, a comma and a speaker stand before the cue: "X fell, the chief said,
    handing Y a victory"; not after "when X fell, the chief said that …"."""
    opens = sentence.is_(unit.after, "that") or sentence.sign(unit.after) in {":", '"'}
    if opens or sentence.is_(0, "conjunction", "condition", "circumstance"):
        return False
    comma = next((k for k in range(unit.first - 1, 0, -1) if sentence.sign(k) == ","), 0)
    if sentence.is_(comma + 1, "conjunction", "relative"):
        return False
    verb = any(
        "event" in other.names and other.after <= comma and is_verbal(sentence, other)
        for other in sentence.units
        if not sentence.is_(other.first - 1, "relative", "to")
    )
    between = range(comma + 1, unit.first)
    return (
        comma > 0
        and verb
        and not any(sentence.is_(k, "event") and is_verbal(sentence, sentence.unit_at[k]) for k in between)  # type: ignore[arg-type]
        and names_voice(sentence, comma + 1, unit.first, strict=True)
    )


def _content_end(sentence: Sentence, start: int, *, relative: bool = False) -> int:
    for i in range(start, len(sentence.tokens)):
        if sentence.sign(i) == ";":
            return i
        if sentence.sign(i) != ",":
            continue
        if relative and i > start + 2:
            return i
        turns = sentence.is_(i + 1, "conjunction") and not sentence.is_(i + 1, "link")
        if turns and sentence.some(i + 1, len(sentence.tokens), "speech"):
            return i
    return len(sentence.tokens)
