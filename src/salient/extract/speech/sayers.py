"""Who says an event, with which stance, and through whom."""

from collections.abc import Sequence

from salient.domain.kind import Kind, Stance, Status
from salient.extract.draft import Voice
from salient.extract.memory import Memory
from salient.extract.places.pointers import speaks_of_place
from salient.extract.speech.frame import Frame
from salient.extract.speech.outlets_own import is_outlets_own, looks_back
from salient.extract.speech.verdicts import own_verdict
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_SIGNS = frozenset({",", ";", ":", '"'})


def combined(frame: Stance, content: Stance, *, own_words: bool = False) -> Stance:
    """What a speaker does with a content that may itself be denied: denying a denial asserts, unless the denial is in
    his own words: "X is not taken, he objected"."""
    if frame is Stance.ASSERTS or own_words:
        return content if frame is Stance.ASSERTS or content is not Stance.ASSERTS else frame
    return Stance.ASSERTS if frame is Stance.DENIES and content is Stance.DENIES else frame


def voices_of(
    sentence: Sentence, event: Found, covering: list[Frame], memory: Memory, frames: Sequence[Frame] = ()
) -> list[tuple[Voice | None, Stance, tuple[Voice, ...]]]:
    """Who says an event, with which stance and through whom; a denied claim has its claimant too."""
    if not covering and memory.inside is not None:
        return [(memory.inside, Stance.ASSERTS, ())]
    if not covering:
        voice = _quoted_voice(sentence, event, memory) or _speaking(sentence, event, frames)
        if voice is None and memory.goes_on is not None and _may_go_on(sentence, event, memory):
            voice = memory.goes_on
        if voice is None and memory.goes_on is None and _takes_up(sentence, event, memory):
            voice = memory.left_off
        return [(voice or memory.lead, Stance.ASSERTS, ())]
    inner, outer = covering[-1], covering[:-1]
    against = [frame for frame in outer if frame.stance is not Stance.ASSERTS]
    if against:
        denial = (against[-1].voice, against[-1].stance, ())
        if _is_nobodys(sentence, inner):
            return [denial]
        return [denial, (inner.voice, inner.stance, ())]
    carried = (frame.voice for frame in reversed(outer) if frame.voice is not None and not frame.voice.again)
    via = tuple(voice for voice in carried if voice != inner.voice) if inner.voice and not inner.voice.again else ()
    if inner.voice is None:
        via = ()
    said: list[tuple[Voice | None, Stance, tuple[Voice, ...]]] = [(inner.voice, inner.stance, via)]
    own = own_verdict(sentence, inner)
    return said if own is None else [*said, (None, own, ())]


def _speaking(sentence: Sentence, event: Found, frames: Sequence[Frame]) -> Voice | None:
    """Who has spoken in the sentence before an event that nobody's words take in: "…, X said, while Y goes on"; not
    in an aside ("the town, which X says is lost, …"), and not where somebody else speaks in between."""
    if _of_the_place(sentence, event) is not None:
        return None
    before = [frame for frame in frames if frame.cue[1] <= event.first and not frame.about_before]
    last = before[-1] if before else None
    if last is None or last.voice is None or not last.voice.goes_on or last.voice.anonymous:
        return None
    aside = sentence.is_(last.cue[0] - 1, "relative") or sentence.some(last.cue[1], event.first, "speech")
    return None if aside or last.stance is not Stance.ASSERTS else last.voice


def frames_around(sentence: Sentence, event: Found, frames: Sequence[Frame]) -> list[Frame]:
    """The frames in whose words an event stands; not those of who has only named the place of which an outlet tells it
    in passing."""
    around = [frame for frame in frames if not frame.about_before and frame.first <= event.first < frame.after]
    remark = _of_the_place(sentence, event)
    return around if remark is None else [frame for frame in around if frame.cue[0] in remark]


def _of_the_place(sentence: Sentence, event: Found) -> range | None:
    """The words past a comma by which an outlet tells its readers which place somebody speaks of: "said it had left X,
    A TOWN THAT HAD HELD OUT FOR A YEAR", "X, WHICH THE NORTH TOOK IN MAY, was hit, said the mayor"."""
    if sentence.cased or not sentence.has("relative") or sentence.in_quotes(event.first):
        return None
    who = next((k for k in range(event.first - 1, 0, -1) if sentence.is_(k, "relative") or sentence.sign(k) == ","), 0)
    if not sentence.is_(who, "relative"):
        return None
    comma = next((k for k in range(who - 1, 0, -1) if sentence.sign(k) in _SIGNS), 0)
    if comma not in sentence.places.values() or sentence.sign(comma) != ",":
        return None
    if sentence.sign(comma + 1) in {"a", "an"}:
        return range(comma, len(sentence.tokens))
    whose = event.cue.kind is Kind.CONTROL and comma + 1 == who and not sentence.some(who, event.first, "modal")
    end = next((k for k in range(event.after, len(sentence.tokens)) if sentence.sign(k) in _SIGNS), None)
    return range(comma, end or len(sentence.tokens)) if whose else None


def _may_go_on(sentence: Sentence, event: Found, memory: Memory) -> bool:
    """Whether a sentence that names no speaker may still be the last one's, in a short text: it hangs on what he said,
    or tells of no place that is new. Who leaves and how works do is background ("the plant has stood still for months",
    "the evacuation goes on"), unless nobody else is heard at all. A bulletin counts on, direction by direction. A long
    text has many sources and names them; between two of them the outlet speaks."""
    told_of_harm = memory.hears_office and event.cue.kind in (Kind.LOSS, Kind.STRIKE, Kind.WITHDRAWAL)
    alone = sentence.cased and (bool(memory.heard) or told_of_harm) and not memory.several
    rescue = alone and sentence.some(event.first, event.after, "rescue")
    background = (event.cue.kind is Kind.WITHDRAWAL and not rescue) or (event.cue.kind is Kind.ASSET and not alone)
    if memory.long or background or _of_the_place(sentence, event) is not None:
        return False
    if sentence.cased and any("adding" in unit.names for unit in sentence.units):
        return True
    if looks_back(sentence) or is_outlets_own(sentence):
        return False
    if _points_back(sentence):
        return True
    if _turns_to_a_day(sentence):
        return False
    if sentence.cased and sentence.has("own", "enemy"):
        return True  # whose "our" and "enemy" it is tells that somebody of a side goes on
    counted = event.cue.kind is Kind.CLASH and any(sentence.is_(k, "direction") for k in range(*event.clause))
    alone = alone and event.cue.kind is not Kind.CONTROL
    return not sentence.cased or memory.bulletin or counted or alone or memory.retold or not memory.opens_ground


def _takes_up(sentence: Sentence, event: Found, memory: Memory) -> bool:
    """Whether a paragraph goes on with what the only voice of the report has told of people who came to harm."""
    harm = event.cue.kind in (Kind.LOSS, Kind.STRIKE) and not event.mood.modal
    alone = (memory.hears_office or bool(memory.heard)) and not memory.several
    return sentence.cased and harm and alone and not (memory.long or looks_back(sentence))


def _turns_to_a_day(sentence: Sentence) -> bool:
    """Whether a sentence opens with a time of its own, as a report does that tells something else: "At night, …"."""
    opens = sentence.unit_at[0] if sentence.cased and sentence.unit_at else None
    return opens is not None and "day" in opens.names and "a_day_long" not in opens.names


def _points_back(sentence: Sentence) -> bool:
    """Whether a sentence hangs on the one before: "they", "the village", "there"."""
    end = len(sentence.tokens)
    if sentence.cased and sentence.places:
        end = min(sentence.places)  # what the sentence names itself it may speak of
    they = any("pronoun" in unit.names and unit.first <= end for unit in sentence.units)
    return they or speaks_of_place(sentence, 0, end)


def _quoted_voice(sentence: Sentence, event: Found, memory: Memory) -> Voice | None:
    """Who is quoted where the sentence itself does not say: whoever spoke last, or is named after the quotation."""
    if not sentence.in_quotes(event.first):
        return None
    if memory.opens_paragraph and memory.next_voice is not None:
        return memory.next_voice
    return memory.voice if memory.speaking else memory.next_voice or memory.introduced


def judged_teller(said: Stance, voice: Voice | None, covering: list[Frame], *, cased: bool) -> Voice | None:
    """Whose "it" the outlet's doubt of a claim repeats: "X claimed without evidence that it had taken Y"."""
    doubted = said is Stance.DOUBTS and voice is None and not cased
    return covering[-1].voice if doubted and covering else None


def claimant_of(sentence: Sentence, event: Found, covering: list[Frame]) -> Voice | None:
    """Whose claim it is that an outer voice denies."""
    named = len(covering) > 1 and covering[-2].stance is not Stance.ASSERTS and covering[-1].cue[0] < event.first
    return covering[-1].voice if named and not _is_nobodys(sentence, covering[-1]) else None


def _is_nobodys(sentence: Sentence, frame: Frame) -> bool:
    """Whether what is denied is laid to nobody in particular: "rumours that X fell", not "a claim by NORTHERN men"."""
    unnamed = frame.voice is None or frame.voice.anonymous
    return unnamed and (sentence.cased or not any(k in sentence.sides for k in range(*frame.cue)))


def is_bare_claim(event: Found, covering: list[Frame]) -> bool:
    """Whether a noun names no doer, so that it is told of whoever claims it: "Northern claims of a breach"."""
    passing = any(frame.voice is not None and frame.voice.passing for frame in covering)
    told = event.cue.kind is Kind.ADVANCE or event.cue.status is Status.TOOK
    return passing and told and event.form == "noun" and event.subject is None
