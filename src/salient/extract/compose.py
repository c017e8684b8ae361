"""From a report's text to drafts: sentence by sentence, with what was spoken of before in mind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from salient.domain.claim import Quantity
from salient.domain.kind import Kind, Stance, Status
from salient.domain.mention import PlaceMention
from salient.extract.actors import find_actors
from salient.extract.draft import Draft, Drafts, Voice, What, When, Whose
from salient.extract.events import find_events
from salient.extract.frames import Frame, find_frames
from salient.extract.lexicon import Lexicon
from salient.extract.lookup import NameStretch, read_sentence
from salient.extract.memory import Memory
from salient.extract.mentions import find_mentions, speaks_of_place
from salient.extract.moments import content_spans, speech_span
from salient.extract.numbers import find_quantities
from salient.extract.quote import quote_span
from salient.extract.reach import LARGE
from salient.extract.scene import Found, Scene
from salient.extract.sentence import Sentence
from salient.extract.whom import Whom
from salient.text.quotes import quoted
from salient.text.sentences import paragraphs, sentences

_DENIABLE = (Kind.CONTROL, Kind.ADVANCE, Kind.ENCIRCLEMENT, Kind.CLASH, Kind.ASSET, Kind.WITHDRAWAL)
_SPEAKER_ACTS = (Kind.CONTROL, Kind.ADVANCE)
"""Where nobody is named, who announces a capture or an advance speaks of his own side."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One sentence under work. Its mentions stand in the report's list from `offset` on."""

    scene: Scene
    frames: list[Frame]
    events: list[Found]
    offset: int
    memory: Memory


class Extractor:
    """Compiled tables; may be used for any number of reports."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._whom = Whom(lexicon.theatre)

    def extract(self, text: str, names: Sequence[NameStretch]) -> Drafts:
        """Find all drafts. `names` are the stretches of the text that the gazetteer knows, in order."""
        memory = Memory()
        mentions: list[PlaceMention] = []
        drafts: list[Draft] = []
        voices: list[Voice] = []
        at = 0
        for paragraph in paragraphs(text):
            marks = quoted(text, paragraph)
            for stretch in sentences(text, paragraph, self._lexicon.language.abbreviations):
                while at < len(names) and names[at][1] <= stretch.start:
                    at += 1
                end = at
                while end < len(names) and names[end][0] < stretch.end:
                    end += 1
                sentence = read_sentence(text, stretch, self._lexicon, names[at:end], marks)
                if not sentence.tokens or _is_boilerplate(sentence):
                    continue
                turn = _turn(sentence, len(mentions), memory)
                mentions.extend(item.mention for item in turn.scene.mentions)
                voices.extend(_in_order(turn.frames))
                drafts.extend(self._sentence(turn))
        return Drafts(tuple(drafts), tuple(mentions), tuple(voices))

    def _sentence(self, turn: _Turn) -> list[Draft]:
        sentence, memory = turn.scene.sentence, turn.memory
        out: list[Draft] = []
        for event in turn.events:
            if not any(frame.cue[0] <= event.first < frame.cue[1] for frame in turn.frames):
                out.extend(self._drafts(turn, event))
        for frame in turn.frames:
            if frame.about_before:
                out.extend(_about_before(sentence, frame, memory.recent))
        if turn.frames:
            memory.voice = turn.frames[-1].voice
        memory.speaking = bool(turn.frames) or (memory.speaking and bool(sentence.quoted))
        subjects = [a for a in turn.scene.actors if a.ref is not None and a.role == "noun" and not a.governed]
        if subjects:
            memory.subject = subjects[-1].ref
        if out:
            memory.recent = out
        return out

    def _drafts(self, turn: _Turn, event: Found) -> list[Draft]:
        sentence, memory = turn.scene.sentence, turn.memory
        kind, status = _kind(event)
        actor = self._whom.actor(event, turn.scene, memory.subject)
        content = Stance.DOUBTS if event.mood.doubted else Stance.DENIES if event.mood.negated else Stance.ASSERTS
        if content is Stance.DENIES and kind not in _DENIABLE:
            return []
        if (
            not event.places
            and actor is None
            and kind not in (Kind.ASSET, Kind.CLASH)
            and status is not Status.CONTESTED
        ):
            return []
        places = _places(turn, event)
        if places is None:
            return []
        covering = [f for f in turn.frames if not f.about_before and f.first <= event.first < f.after]
        quote = quote_span(sentence, event, turn.events, covering, [turn.scene.mentions[n] for n in event.places])
        asset = sentence.words(*event.asset) if kind is Kind.ASSET and event.asset else None
        when = When(
            content=content_spans(sentence, event, covering),
            speech=tuple(speech_span(sentence, frame, event) for frame in reversed(covering)),
        )
        out: list[Draft] = []
        for voice, said, via in _voices(sentence, event, covering, memory):
            whose = actor
            if whose is None and voice is not None and kind in _SPEAKER_ACTS and status is not Status.CONTESTED:
                whose = Whose.OPPONENT if said is Stance.DENIES else Whose.SPEAKER
            what = What(kind, status, whose, asset, _quantity(sentence, event))
            out.extend(Draft(quote, what, _combine(said, content), voice, via, place, when) for place in places)
        settled = [n for n in event.places if turn.scene.mentions[n].mention.place_class not in LARGE]
        if settled:
            memory.place = turn.offset + settled[0]
        return out


def _turn(sentence: Sentence, offset: int, memory: Memory) -> _Turn:
    scene = Scene(sentence, find_actors(sentence), find_mentions(sentence))
    return _Turn(scene, find_frames(sentence), find_events(scene), offset, memory)


def _in_order(frames: list[Frame]) -> list[Voice]:
    return sorted({frame.voice for frame in frames}, key=lambda voice: voice.whole)


def _is_boilerplate(sentence: Sentence) -> bool:
    return any("boilerplate" in unit.names for unit in sentence.units)


def _kind(event: Found) -> tuple[Kind, Status | None]:
    kind, status, mood = event.cue.kind, event.cue.status, event.mood
    if kind is Kind.ENCIRCLEMENT and (mood.tried or mood.modal):
        return kind, Status.THREATENED
    if mood.modal and kind is not Kind.OUTLOOK:
        return Kind.OUTLOOK, None
    if mood.tried and kind is Kind.CONTROL and status is Status.TOOK:
        return Kind.CLASH, None
    return kind, status


def _quantity(sentence: Sentence, event: Found) -> Quantity | None:
    for first, _, quantity, _kind_of_unit in find_quantities(sentence):
        if event.first - 6 <= first <= event.after + 14:
            return quantity
    return None


def _places(turn: _Turn, event: Found) -> list[int | None] | None:
    """Indexes of the places, [None] where no single place is meant; None where the event is too vague for a claim."""
    sentence, memory = turn.scene.sentence, turn.memory
    if event.places:
        return [turn.offset + n for n in event.places]
    if _of_an_area(sentence, event) or any(sentence.is_(k, "everywhere") for k in range(*event.clause)):
        return [None]
    if event.cue.kind is Kind.CLASH and event.subject is None and event.form != "verb":
        pointed = memory.place is not None and speaks_of_place(sentence, *event.clause)
        return [memory.place] if pointed else None
    return [memory.place]


def _of_an_area(sentence: Sentence, event: Found) -> bool:
    """ "300 square kilometres", "42 settlements": an amount of ground is told of no single place."""
    return any(
        (unit := sentence.unit_at[k]) is not None and unit.value("unit") in {"km2", "settlements"}
        for k in range(event.after, min(event.after + 8, len(sentence.tokens)))
    )


def _combine(frame: Stance, content: Stance) -> Stance:
    """What a speaker does with a content that may itself be denied: denying a denial asserts."""
    if frame is Stance.ASSERTS:
        return content
    return Stance.ASSERTS if frame is Stance.DENIES and content is Stance.DENIES else frame


def _voices(
    sentence: Sentence, event: Found, covering: list[Frame], memory: Memory
) -> list[tuple[Voice | None, Stance, tuple[Voice, ...]]]:
    """Who says an event, with which stance and through whom; a denied claim has its claimant too."""
    if not covering:
        quoting = sentence.in_quotes(event.first) and memory.speaking
        return [(memory.voice if quoting else None, Stance.ASSERTS, ())]
    inner, outer = covering[-1], covering[:-1]
    against = [frame for frame in outer if frame.stance is not Stance.ASSERTS]
    if against:
        denial = (against[-1].voice, against[-1].stance, ())
        return [denial] if inner.voice.anonymous else [denial, (inner.voice, inner.stance, ())]
    via = tuple(frame.voice for frame in reversed(outer) if frame.voice != inner.voice)
    return [(inner.voice, inner.stance, via)]


def _about_before(sentence: Sentence, frame: Frame, recent: list[Draft]) -> list[Draft]:
    """A bare denial or doubt ("AFP could not verify this") repeats what was said before, with its own stance."""
    span = sentence.span(0, len(sentence.tokens))
    return [
        replace(draft, quote=span, voice=frame.voice, via=(), stance=frame.stance, when=When(speech=(span,)))
        for draft in recent
        if draft.stance is Stance.ASSERTS and draft.what.kind in _DENIABLE
    ]
