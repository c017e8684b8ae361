"""Who says which stretch of a sentence: frames of speech, possibly one inside the other."""

from collections.abc import Sequence, Set
from dataclasses import replace

from salient.domain.kind import Stance
from salient.extract.draft import Voice
from salient.extract.speech.before_cue import is_clock, start_before_early_cue, start_before_late_cue
from salient.extract.speech.credited import credited, of_both
from salient.extract.speech.frame import Frame
from salient.extract.speech.hanging import kept_inside
from salient.extract.speech.in_passing import told_in_passing
from salient.extract.speech.owned import owned
from salient.extract.speech.pointing import is_fought_for
from salient.extract.speech.reacting import apart
from salient.extract.speech.sources import accounts, believed, is_verb, source_frame
from salient.extract.speech.speakers import (
    HEADS,
    is_bound,
    names_voice,
    voice_of,
)
from salient.extract.speech.speech_free import claiming_freely, instead
from salient.extract.speech.speech_verbs import claiming, frame_of_verb
from salient.extract.speech.unlisted import unlisted
from salient.extract.words.forms import is_passive
from salient.extract.words.sentence import Sentence, Unit, speech_of
from salient.extract.words.stretches import content_end, reach_before

_ARTICLES = frozenset({"a", "an", "the"})
_SAID = 4
"""Tokens of ", in which it was said,"."""


def find_frames(sentence: Sentence, events: frozenset[int]) -> list[Frame]:
    """All frames, outer ones first. `events` are the first tokens of what has been read as an event already."""
    sentence.told = events
    if (source := credited(sentence)) is not None:
        return [source]
    frames: list[Frame] = _headings(sentence)
    for unit in sentence.units:
        cue = speech_of(unit)
        if cue is not None and _says_nothing(sentence, unit, cue.shape):
            continue
        if cue is not None and unit.first in events and cue.shape == "verb":
            frames.extend((claiming_freely if sentence.cased else claiming)(sentence, unit, cue))
            continue
        if cue is None or unit.first in events or any(frame.cue[0] <= unit.first < frame.cue[1] for frame in frames):
            continue
        if cue.shape == "quote":
            frames.extend(_quoting(sentence, unit, frames))
            continue
        if cue.shape == "source":
            frame = source_frame(sentence, unit)
            frame = replace(frame, cited=cue.cited) if frame is not None else None
        else:
            frame = frame_of_verb(sentence, unit, cue, frames) if cue.shape == "verb" else None
            if frame is not None and (own := instead(sentence, frame)) is not None:
                frames.append(own)
                frame = _of_what_was_told(sentence, replace(frame, after=min(frame.after, own.first)))
            if frame is None and any(speech.shape == "noun" for speech in unit.values("speech")):
                frame = _noun(sentence, unit)
        if frame is not None:
            frames.append(frame)
    frames = kept_inside(sentence, frames)
    frames += [*accounts(sentence), *believed(sentence)]
    frames += unlisted(sentence, frames)
    frames = [_answering(sentence, frame, frames) for frame in frames]
    frames = [_in_passing(sentence, part, frames) for frame in frames for part in apart(sentence, frame)]
    frames = [told_in_passing(sentence, frame) for frame in frames]
    frames = [_of_whom_it_quotes(sentence, frame, frames) for frame in frames]
    frames = [_by_hardly_any(sentence, owned(sentence, frame)) for frame in frames]
    if not events and sentence.tokens and sentence.is_(0, "told_before"):
        frames = [replace(frame, about_before=True) for frame in frames]
    frames += of_both(sentence, frames)
    outer = {frame for frame in frames if frame.cited and _is_passed_on(sentence, frame, frames)}
    return sorted(frames, key=lambda frame: (_citing(frame, outer), frame.first, -frame.after, _asserts(frame)))


def _by_hardly_any(sentence: Sentence, frame: Frame) -> Frame:
    """What few or none believe is doubted by whoever they are: "FEW analysts believe that …"."""
    first = frame.cue[0]
    few = sentence.is_(first, "little", "no", "lacking") and frame.voice is not None and not frame.voice.again
    if sentence.cased or not few or frame.stance is not Stance.ASSERTS or frame.first < first:
        return frame
    return replace(frame, stance=Stance.DOUBTS)


def _citing(frame: Frame, outer: Set[Frame]) -> int:
    """Who is cited stands inside all others, or outside them where he only passed on what was said."""
    return (-1 if frame in outer else 1) * frame.cited


def _asserts(frame: Frame) -> bool:
    """Of two who speak of the same words, who denies them stands outside who told them."""
    return frame.stance is Stance.ASSERTS


def _says_nothing(sentence: Sentence, unit: Unit, shape: str) -> bool:
    """Whether words of speech tell a deed, what somebody says in vain, or only who has quoted whom."""
    if shape == "quote":
        return _is_quoted(sentence, unit)
    if shape == "verb" and is_fought_for(sentence, unit):
        return True
    return shape == "verb" and (_acts_on(sentence, unit) or _says_no_matter_what(sentence, unit.first))


def _acts_on(sentence: Sentence, unit: Unit) -> bool:
    """Whether words of an answer that are also a deed are done to somebody: "pushed back TWO ASSAULTS", "were pushed
    back", not "officials pushed back, saying …"."""
    if sentence.cased or "light" not in unit.names or not unit.value("light").opponent:
        return False
    follows = sentence.sign(unit.after) not in {"", ".", ",", ";", ":", '"'}
    done = follows and not sentence.is_(unit.after, "that", "conjunction", "locative", "weekday")
    return done or is_passive(sentence, unit)


def _of_what_was_told(sentence: Sentence, frame: Frame) -> Frame:
    """Who tells his own after a colon has denied what was told before, where nothing is told up to it: "the staff
    called these words a trick: …"."""
    told = any(frame.first <= k < frame.after for k in sentence.told)
    return frame if told else replace(frame, about_before=True)


def _says_no_matter_what(sentence: Sentence, k: int) -> bool:
    """Whether a verb of speech only tells against whose words something is so: "X holds, WHATEVER Y SAYS"."""
    if not sentence.has("no_matter"):
        return False
    opens = next((i + 1 for i in range(k - 1, -1, -1) if is_bound(sentence, i)), 0)
    return sentence.some(opens, k, "no_matter")


def _answering(sentence: Sentence, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """Who denies or doubts, after "but", what somebody else has told before it: "the ministry announced the capture of
    X, BUT the staff called it a lie" is no one claim of both."""
    if not sentence.cased or frame.stance is Stance.ASSERTS or frame.about_before:
        return frame
    told = [k for k in sentence.told if frame.first <= k < frame.after]
    if not told or max(told) > frame.cue[0] or not sentence.some(max(told), frame.cue[0], "but"):
        return frame
    others = [f for f in frames if f.stance is Stance.ASSERTS and f.voice is not None and f.voice != frame.voice]
    teller = any(f.cue[1] <= min(told) and f.first <= min(told) < f.after for f in others)
    return replace(frame, about_before=True) if teller else frame


def _of_whom_it_quotes(sentence: Sentence, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """ "WE think that X will fall", within the words of somebody named, is said by him; else in quotation marks by who
    spoke last, and outside of them by the outlet.

    Not where a language leaves the class of these words empty: there "we" alone often tells the side.
    """
    if frame.voice is None or not _is_first_person(sentence, frame):
        return frame
    outer = (other for other in frames if other is not frame and other.first <= frame.cue[0] < other.after)
    named = next((other.voice for other in outer if other.voice is not None), None)
    if named is None and not sentence.in_quotes(frame.cue[0]):
        return replace(frame, voice=None)
    return replace(frame, voice=named or replace(frame.voice, again=True))


def _is_first_person(sentence: Sentence, frame: Frame) -> bool:
    voice = frame.voice
    return voice is not None and any(
        sentence.span(k, k + 1) == voice.whole and sentence.is_(k, "first_person") for k in range(*frame.cue)
    )


def _in_passing(sentence: Sentence, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """Whoever is only told of in what another says: "X is not taken, AS THE MINISTRY HAD REPORTED, the staff said"."""
    if not sentence.cased or frame.voice is None or frame.voice.passing:
        return frame
    opens = next((k + 1 for k in range(frame.cue[0], 0, -1) if sentence.sign(k) == ","), 0)
    if not opens or not sentence.is_(opens, "passive_mark"):
        return frame
    later = any(other.first <= frame.cue[0] < other.after <= other.cue[0] for other in frames if other is not frame)
    return replace(frame, voice=replace(frame.voice, passing=True)) if later else frame


def _is_passed_on(sentence: Sentence, cited: Frame, frames: Sequence[Frame]) -> bool:
    """Whether who is cited is no speaker but passes on what somebody said before: "X said that …, one paper reports,
    citing another"; not "one paper, citing Y, reports that …"."""
    return any(
        not frame.cited and frame.cue[0] < frame.first and not _touches(sentence, frame, cited) for frame in frames
    )


def _touches(sentence: Sentence, frame: Frame, cited: Frame) -> bool:
    """Whether a frame's own speaker cites: the citation touches his name or his words of speech."""
    first, after = frame.cue
    if frame.voice is not None:
        first = min(first, *(i for i, span in enumerate(sentence.spans) if span[1] > frame.voice.whole[0]))
    return cited.cue[0] <= after + 1 and first <= cited.cue[1] + 1


def _headings(sentence: Sentence) -> list[Frame]:
    """ "The general: we have stopped them", "advance near X - the mappers"."""
    count = len(sentence.tokens)
    for i in range(1, 0 if _is_labelled(sentence) else min(9, count - 2)):
        if sentence.sign(i) == ":":
            if _heads(sentence, 0, i) or _introduces(sentence, i):
                return [Frame(voice_of(sentence, 0, i), Stance.ASSERTS, i + 1, count, (0, i + 1))]
            break
    end = count - (sentence.sign(count - 1) == ".")
    for i in range(end - 2, max(2, end - 8), -1):
        if sentence.is_dash(i):
            if _heads(sentence, i + 1, end):
                return [Frame(voice_of(sentence, i + 1, end), Stance.ASSERTS, 0, i, (i, count))]
            break
    return []


def _is_labelled(sentence: Sentence) -> bool:
    """Whether a line begins with a word for what stands in it, "Details:", "Background:", which names nobody."""
    return bool(sentence.tokens) and sentence.is_(0, "lead_heading", "background_heading", "source_heading")


def _heads(sentence: Sentence, first: int, after: int) -> bool:
    """Whether all the words name a voice and tell nothing."""
    known = any(i in sentence.voices or sentence.is_(i, "official", "blogger", "analyst") for i in range(first, after))
    side = after - first == 1 and first in sentence.sides
    told = sentence.some(first, after, "event", "be", "auxiliary", "unit")
    said = range(first, after)
    spoken = sentence.cased and any(sentence.is_(i, "speech") and is_verb(sentence, i) for i in said)
    spoken |= any(_denies(sentence, i) for i in said)
    return (known or side) and not told and not spoken


def _denies(sentence: Sentence, i: int) -> bool:
    """Whether words stand here by which somebody denies or doubts."""
    unit = sentence.unit_at[i]
    return unit is not None and any(
        speech.shape == "verb" and speech.stance is not Stance.ASSERTS for speech in unit.values("speech")
    )


def _introduces(sentence: Sentence, colon: int) -> bool:
    """Whether somebody's name or what he is stands before a colon and a quotation: "A soldier of the brigade: «…»"."""
    if not sentence.cased or sentence.sign(colon + 1) != '"' or not names_voice(sentence, 0, colon, strict=True):
        return False
    verbal = any(is_verb(sentence, i) for i in range(colon))
    return not verbal and not sentence.some(0, colon, "be", "locative", "conjunction") and 0 not in sentence.places


def _is_quoted(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle only tells who has met somebody: "according to soldiers QUOTED BY the paper"."""
    return not sentence.cased and sentence.is_(unit.after, "by") and not sentence.is_(unit.first - 1, "be", "adverb")


def _quoting(sentence: Sentence, unit: Unit, frames: list[Frame]) -> list[Frame]:
    """ "The agency quoted X as saying that …"; "…, citing X"."""
    opens = next((u for u in sentence.units if u.first >= unit.after and "opens_quote" in u.names), None)
    if opens is None or opens.first - unit.after > 25:
        source = source_frame(sentence, unit)
        return [replace(source, cited=True)] if source is not None else []
    inner = Frame(
        voice_of(sentence, unit.after, opens.first),
        Stance.ASSERTS,
        opens.after,
        content_end(sentence, opens.after),
        (unit.first, opens.after),
    )
    first = reach_before(sentence, unit.first, frames)
    said = any(first <= k < unit.first for k in sentence.told) and inner.after - inner.first < 2
    if said:  # "X is taken, the agency quoted Y as saying"
        start = start_before_late_cue(sentence, unit.first, first)
        inner = replace(inner, first=first, after=start)
    else:
        start = start_before_early_cue(sentence, first, unit.first)
    if start >= unit.first or not names_voice(sentence, start, unit.first):
        return [inner]
    span = (first, unit.first) if said else (unit.after, inner.after)
    outer = Frame(voice_of(sentence, start, unit.first), Stance.ASSERTS, *span, (start, unit.after))
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
            voice, after = replace(voice_of(sentence, after, end), passing=True), _in_which(sentence, end)
        elif end == after and (before := _described_by_side(sentence, unit.first)) is not None:
            voice = _owner(sentence, before, unit.first)
    elif (before := _named_before(sentence, unit.first)) is not None and _claims(sentence, after):
        content = after + sentence.is_(after, "of")
        stance = next(speech.stance for speech in unit.values("speech") if speech.shape == "noun")
        voice = _owner(sentence, before, unit.first)
        return Frame(voice, stance, content, _before_colon(sentence, content), (unit.first, content))
    elif sentence.is_(after, "by", "from", "of"):
        end = after + 1
        while end < len(sentence.tokens) and not is_bound(sentence, end) and not _opens(sentence, end):
            end += 1
        if names_voice(sentence, after + 1, end):
            voice, after = replace(voice_of(sentence, after + 1, end), passing=True), end
    elif (before := _named_before(sentence, unit.first)) is not None:
        voice = _owner(sentence, before, unit.first)
    if not sentence.is_(after, "that") and (voice is None or not sentence.is_(after, "about")):
        return None
    stance = next(speech.stance for speech in unit.values("speech") if speech.shape == "noun")
    span = sentence.span(unit.first, unit.after)
    first = after + 1
    end = _before_colon(sentence, first)
    return Frame(
        voice or Voice(span, span, anonymous=True),
        stance,
        first,
        _judged_end(sentence, first, end) if sentence.cased else end,
        (unit.first, after),
    )


def _in_which(sentence: Sentence, end: int) -> int:
    """The word before what a report tells, past a clause about it: "the summary, IN WHICH IT WAS SAID THAT"."""
    who = end + 1 + sentence.is_(end + 1, "locative")
    if sentence.sign(end) != "," or not sentence.is_(who, "relative"):
        return end
    told = (k for k in range(who + 1, min(who + 1 + _SAID, len(sentence.tokens))))
    return next((k for k in told if sentence.is_(k, "about", "that")), end)


def _before_colon(sentence: Sentence, first: int) -> int:
    """Where a content ends that a noun opens: behind a colon whoever judges it speaks, "called the ministry's claims of
    an advance false: THE TOWN IS OURS"."""
    end = content_end(sentence, first)
    return next((k for k in range(first + 1, end) if sentence.sign(k) == ":" and not is_clock(sentence, k)), end)


def _judged_end(sentence: Sentence, first: int, end: int) -> int:
    """Where a claim ends that is judged at once: "their claims of an advance are a lie, the town is ours"."""
    for k in range(first, end):
        if sentence.is_(k, "verdict"):
            return next((j for j in range(k, end) if sentence.sign(j) in {",", ";"}), end)
        if sentence.sign(k) == "," and sentence.some(first, k, "event"):
            return end
    return end


def _claims(sentence: Sentence, i: int) -> bool:
    """Whether what is claimed follows: "claim to have taken", "claims of taking", "reports of the capture"."""
    if sentence.is_(i, "to"):
        return sentence.is_(i + 1, "auxiliary", "event")
    return sentence.is_(i, "of") and sentence.is_(i + 1 + (sentence.sign(i + 1) in _ARTICLES), "event")


def _opens(sentence: Sentence, i: int) -> bool:
    return sentence.is_(i, "that", "be", "auxiliary", "modal")


def _named_before(sentence: Sentence, i: int) -> int | None:
    """The first token of a side or a known voice that ends just before token i."""
    end = i - (sentence.sign(i - 1) == "'s")
    for first in range(end - 1, max(-1, end - 7), -1):
        for table in (sentence.sides, sentence.voices):
            if first in table and table[first][0] == end:
                return first
    return _described_before(sentence, end) if end < i else None


def _described_by_side(sentence: Sentence, i: int) -> int | None:
    """The first token of a side's adjective that ends just before token i: "NORTHERN claims", where whoever stands
    there in another case has not made them: "the capital (nominative) the news (accusative) has not commented on"."""
    first = _named_before(sentence, i)
    side = None if first is None else sentence.sides.get(first)
    return first if side is not None and side[1].adjective else None


def _described_before(sentence: Sentence, end: int) -> int | None:
    """The first token of words that only tell what the owner of a claim is: "THE ENEMY's statement", "A NORTHERN
    BLOGGER's claim"."""
    if not sentence.is_(end - 1, "enemy", *HEADS):
        return None
    unit = sentence.unit_at[end - 1]
    first = end - 1 if unit is None else unit.first
    while first > 0 and (first - 1 in sentence.sides or sentence.only_describes(first - 1)):
        first -= 1
    opened = sentence.sign(first) in _ARTICLES or sentence.sign(first - 1) not in _ARTICLES
    return first if opened else first - 1


def _owner(sentence: Sentence, first: int, after: int) -> Voice:
    """Whose claim it is, without the mark of the possessive: "Moscow's claim" is Moscow's own."""
    end = after - (sentence.sign(after - 1) == "'s")
    return replace(voice_of(sentence, first, end), passing=True)
