"""From a report's text to drafts: sentence by sentence, with what was spoken of before in mind."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from salient.domain.claim import Quantity
from salient.domain.kind import Kind, Stance, Status
from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass
from salient.extract.actors import find_actors
from salient.extract.assets import find_assets
from salient.extract.draft import Draft, Drafts, Refusal, Voice, What, When, Whose
from salient.extract.events import find_events
from salient.extract.foreign import Foreign, leave_out, pieces
from salient.extract.frames import Frame, find_frames
from salient.extract.guesses import Knows, Names, NameStretch
from salient.extract.headings import is_heading
from salient.extract.lexicon import Lexicon
from salient.extract.lookup import read_sentence
from salient.extract.memory import Memory
from salient.extract.mentions import find_mentions, speaks_of_place, speaks_of_region, speaks_of_several
from salient.extract.moments import content_words, speech_words
from salient.extract.numbers import amounts_against, find_quantities
from salient.extract.quote import quote_span
from salient.extract.reach import LARGE
from salient.extract.scene import Found, Scene
from salient.extract.sentence import Sentence
from salient.extract.speakers import end_after_cue, names_voice, voice_of
from salient.extract.verdicts import bare_verdict, is_passed_over, own_verdict, verdict_on, verdict_over
from salient.extract.whom import Whom
from salient.text.quotes import quoted
from salient.text.sentences import Stretch, paragraphs, sentences

_DENIABLE = (Kind.CONTROL, Kind.ADVANCE, Kind.ENCIRCLEMENT, Kind.CLASH, Kind.ASSET, Kind.WITHDRAWAL)


_SOMEWHERE = (Kind.LOSS, Kind.STRIKE, Kind.ASSET, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Kinds told of a place that may stand in another clause of the sentence."""
_TURNED = {Status.OPERATING: Status.SUSPENDED, Status.SUSPENDED: Status.OPERATING}
"""What an asset does of which this is denied."""
_TELLING = frozenset({"event", "light", "speech", "verdict"})
"""Without one of these, and without a side, a sentence says nothing that could be a claim."""
_LONG = 1500
"""Characters from which a text has many sources, so that only a sentence that points back goes on with a speaker."""
_VAGUE_NOUNS = (Kind.CLASH, Kind.ADVANCE, Kind.ENCIRCLEMENT, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Nouns of these kinds without a place near them, in the outlet's own voice, speak of the war at large."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One sentence under work. Its mentions stand in the report's list from `offset` on."""

    scene: Scene
    frames: list[Frame]
    events: list[Found]
    offset: int
    memory: Memory
    said_by: Voice | None = None
    """Who says it where the sentence is a quotation in another language."""
    refusals: list[Refusal] = field(default_factory=list)


class Extractor:
    """Compiled tables; may be used for any number of reports."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._whom = Whom(lexicon.theatre)

    def extract(self, text: str, names: Sequence[NameStretch], knows: Knows, foreign: Sequence[Foreign] = ()) -> Drafts:
        """Find all drafts.

        `names` are the stretches of the text that the gazetteer has, in order; `knows` tells whether it has a name in
        any spelling. `foreign` are paragraphs and quotations in another language, in order.
        """
        seen: set[str] = set()
        memory = Memory()
        mentions: list[PlaceMention] = []
        drafts: list[Draft] = []
        voices: list[Voice] = []
        refusals: list[Refusal] = []
        stretches = paragraphs(text)
        memory.long = len(text) > _LONG
        memory.lead = self._lead(text, stretches, voices)
        for paragraph in stretches:
            marks = quoted(text, paragraph)
            turns: list[_Turn] = []
            split = sentences(text, paragraph, self._lexicon.language.abbreviations)
            for piece in (piece for stretch in split for piece in pieces(stretch, self._lexicon, foreign)):
                near = _within(names, piece.stretch)
                sentence = read_sentence(text, piece.stretch, piece.lexicon, Names(near, knows, seen), marks)
                if piece.without:
                    leave_out(sentence, piece.without)
                if sentence.tokens and sentence.is_(0, "background_heading"):
                    memory.lead = None
                if not sentence.tokens or _is_boilerplate(sentence) or (len(stretches) > 3 and is_heading(sentence)):
                    continue
                turn = _turn(sentence, len(mentions), memory)
                turns.append(
                    replace(turn, said_by=_said_in(turns[-1], piece.stretch)) if piece.quoted and turns else turn
                )
                mentions.extend(item.mention for item in turns[-1].scene.mentions)
            voices.extend(voice for turn in turns for voice in _in_order(turn.frames))
            for n, turn in enumerate(turns):
                memory.next_voice = next((later.frames[0].voice for later in turns[n + 1 :] if later.frames), None)
                memory.inside = turn.said_by
                memory.opens_paragraph = n == 0
                if n == 0:
                    memory.goes_on = None
                drafts.extend(self._sentence(turn))
                if memory.named_after is not None:
                    drafts = [_said_by(draft, memory.named_after) for draft in drafts]
                    memory.named_after = None
                refusals.extend(turn.refusals)
        return Drafts(tuple(drafts), tuple(mentions), tuple(voices), tuple(refusals))

    def _lead(self, text: str, stretches: Sequence[Stretch], voices: list[Voice]) -> Voice | None:
        """The speaker of the whole report where a line of its own names him ("Source: …")."""
        for stretch in stretches:
            if not text.startswith(self._lexicon.source_headings, stretch.start):
                continue
            sentence = read_sentence(text, stretch, self._lexicon, Names((), _knows_nothing), ())
            opens = sentence.unit_at[0] if sentence.tokens else None
            if opens is not None and "source_heading" in opens.names:
                end = end_after_cue(sentence, opens.after)
                if names_voice(sentence, opens.after, end):
                    voices.append(voice_of(sentence, opens.after, end))
                    return voices[0]
        return None

    def _sentence(self, turn: _Turn) -> list[Draft]:
        sentence, memory = turn.scene.sentence, turn.memory
        _look_for_new_ground(turn)
        out: list[Draft] = []
        for event in turn.events:
            if not any(frame.cue[0] <= event.first < frame.cue[1] for frame in turn.frames):
                out.extend(self._drafts(turn, event))
        for frame in turn.frames:
            if frame.about_before and frame.stance is Stance.ASSERTS:
                memory.named_after = frame.voice
            elif frame.about_before:
                out.extend(_about_before(sentence, frame.voice, frame.stance, memory.recent))
        judged = bare_verdict(sentence, turn.events)
        if judged is not None and not out:
            voice = next((f.voice for f in turn.frames if f.first <= judged.first < f.after), None)
            out.extend(_about_before(sentence, voice, judged.value("verdict"), memory.recent))
        if turn.frames:
            told = [frame.voice for frame in turn.frames if frame.voice is None or not frame.voice.passing]
            memory.voice = told[-1] if told else turn.frames[-1].voice
        memory.goes_on = _going_on(sentence, turn.frames, memory.goes_on)
        memory.speaking = bool(turn.frames) or (memory.speaking and bool(sentence.quoted))
        subjects = [a for a in turn.scene.actors if a.ref is not None and a.role == "noun" and not a.governed]
        if subjects:
            memory.subject = subjects[-1].ref
        sites = [n for asset in turn.scene.assets for n in asset.places]
        if sites:
            memory.site = turn.offset + sites[-1]
        _remember_places(turn)
        if out:
            memory.recent = out
        return out

    def _drafts(self, turn: _Turn, event: Found) -> list[Draft]:
        sentence, memory = turn.scene.sentence, turn.memory
        kind, status = _kind(event)
        now = sentence.cased or _of_an_area(sentence, event) or sentence.is_(event.first - 1, "adverb")
        if event.present and status is Status.TOOK and now:
            status = Status.HOLDS
        covering = [f for f in turn.frames if not f.about_before and f.first <= event.first < f.after]
        actors = self._whom.actors(
            event, turn.scene, memory.subject, said=any(f.cue[0] < event.first for f in covering)
        )
        content = Stance.DOUBTS if event.mood.doubted else Stance.DENIES if event.mood.negated else Stance.ASSERTS
        if content is Stance.DENIES and status in _TURNED:
            status, content = _TURNED[status], Stance.ASSERTS
        feared = event.mood.risked and kind in (Kind.CONTROL, Kind.ADVANCE) and event.cue.needs != "patient"
        if feared or (content is Stance.DENIES and kind not in _DENIABLE) or is_passed_over(sentence, event):
            return []
        quote = quote_span(sentence, event, turn.events, covering, [turn.scene.mentions[n] for n in event.places])
        if not actors and not _may_lack_actor(event, kind, cased=sentence.cased):
            turn.refusals.append(Refusal(quote, f"{kind}: no party is named that it is about"))
            return []
        places = _places(turn, event)
        if places is None:
            turn.refusals.append(Refusal(quote, f"{kind}: no place is named or spoken of"))
            return []
        when = When(
            content=content_words(sentence, event, covering),
            speech=tuple(speech_words(sentence, frame, event) for frame in reversed(covering)),
        )
        amounts = _amounts(sentence, event, kind)
        told = _assets(turn, event, places) if kind is Kind.ASSET else [(None, place) for place in places]
        out: list[Draft] = []
        judged = verdict_on(sentence, event)
        claimed: list[Frame] = []
        inner = covering[-1].cue[0] if covering else event.first
        over = None if sentence.cased else verdict_over(sentence, event, inner)
        if over is not None and content is Stance.ASSERTS and inner <= event.first:
            judged, covering = over, covering[:-1]
        if judged is not None and content is Stance.ASSERTS:
            content = judged
            claimed = [frame for frame in covering if frame.voice is not None and frame.voice.passing]
            covering = [f for f in covering if f not in claimed and (f.voice is None or not f.voice.anonymous)]
        told_by = [(f.voice, Stance.ASSERTS, Stance.ASSERTS, ()) for f in claimed]
        for voice, said, own, via in (
            *told_by,
            *((voice, said, content, via) for voice, said, via in _voices(sentence, event, covering, memory)),
        ):
            whose = actors
            teller = _claimant(event, covering)
            if teller is None and actors[:1] == (Whose.BELLIGERENT,) and Stance.DENIES in (said, own):
                whose = (Whose.RIVAL, Whose.FOE)
            if event.cue.unnamed == "speaker" and actors[:1] == (Whose.SPEAKER,) and said is Stance.DENIES:
                whose = (Whose.OPPONENT, Whose.FOE)
            what = What(kind, status, whose)
            stance = _combine(said, own)
            framed = bool(covering)
            out.extend(
                Draft(
                    quote,
                    replace(what, asset=asset, quantity=amount),
                    stance,
                    voice,
                    via,
                    place,
                    when,
                    teller,
                    framed,
                    inherited=not event.places,
                )
                for asset, place in told
                for amount in amounts
            )
        settled = [n for n in event.places if turn.scene.mentions[n].mention.place_class not in LARGE]
        if settled:
            memory.place = turn.offset + settled[0]
        return out


def _look_for_new_ground(turn: _Turn) -> None:
    """Note whether a sentence speaks of a settlement for the first time, assets aside."""
    memory, sentence = turn.memory, turn.scene.sentence
    memory.opens_ground = False
    for item in turn.scene.mentions:
        if item.direction:
            memory.bulletin |= any(event.cue.kind is Kind.CLASH for event in turn.events)
        if item.first in sentence.called or item.mention.name is None or item.mention.place_class in LARGE:
            continue
        forms = set(sentence.tokens[item.first].forms)
        memory.opens_ground |= not item.aside and not forms & memory.named
        memory.named |= forms


def _remember_places(turn: _Turn) -> None:
    """Leave the places of a sentence to those that follow."""
    memory, mentions = turn.memory, turn.scene.mentions
    named = [turn.offset + n for n, m in enumerate(mentions) if not m.aside and m.mention.place_class not in LARGE]
    if named and not any(event.places for event in turn.events):
        memory.place = named[0]
    memory.places = tuple(named) or memory.places
    regions = [turn.offset + n for n, m in enumerate(mentions) if m.mention.place_class is PlaceClass.REGION]
    memory.region = regions[-1] if regions else memory.region


def _said_by(draft: Draft, voice: Voice) -> Draft:
    """What nobody was named for yet is told by who is named after it: "This was reported by X."."""
    return draft if draft.voice is not None else replace(draft, voice=voice)


def _may_lack_actor(event: Found, kind: Kind, *, cased: bool) -> bool:
    """Whether a content means something although nobody is named that it is about."""
    if kind in (Kind.ASSET, Kind.CLASH) or event.cue.status is Status.CONTESTED:
        return True
    if cased and (kind is Kind.ADVANCE or (kind is Kind.OUTLOOK and event.form == "noun")):
        return False
    return bool(event.places) and kind is not Kind.CONTROL


def _knows_nothing(_: str) -> bool:
    return False


def _within(names: Sequence[NameStretch], stretch: Stretch) -> Sequence[NameStretch]:
    """The names that overlap a stretch."""
    first = bisect_right(names, stretch.start, key=lambda name: name[1])
    return names[first : bisect_left(names, stretch.end, key=lambda name: name[0])]


def _said_in(turn: _Turn, quotation: Stretch) -> Voice | None:
    """Who is quoted in a sentence: whose words the quotation stands among, else whoever is named last."""
    sentence, frames = turn.scene.sentence, turn.frames
    at = next((i for i, span in enumerate(sentence.spans) if span[0] >= quotation.start), len(sentence.spans))
    around = [frame for frame in frames if frame.first <= at < frame.after] or frames
    return around[-1].voice if around else None


def _turn(sentence: Sentence, offset: int, memory: Memory) -> _Turn:
    if not any(unit.names & _TELLING for unit in sentence.units) and not sentence.sides:
        return _Turn(Scene(sentence, [], find_mentions(sentence)), [], [], offset, memory)
    named = find_mentions(sentence)
    scene = Scene(sentence, find_actors(sentence), named, find_assets(sentence, named, resumes=memory.asset_sentence))
    memory.asset_sentence = bool(scene.assets)
    events = find_events(scene)
    frames = find_frames(sentence, frozenset(event.first for event in events))
    aside = [
        replace(m, aside=True) if any(frame.cue[0] <= m.first < frame.cue[1] for frame in frames) else m
        for m in scene.mentions
    ]
    moved = {n for n, (old, new) in enumerate(zip(scene.mentions, aside, strict=True)) if old is not new}
    if moved and any(n in moved for event in events for n in event.places):
        again = any(asset.resumed for asset in scene.assets)
        scene = Scene(sentence, scene.actors, aside, find_assets(sentence, aside, resumes=again))
        events = find_events(scene)
    elif moved:
        scene = Scene(sentence, scene.actors, aside, scene.assets)
    return _Turn(scene, frames, events, offset, memory)


def _going_on(sentence: Sentence, frames: list[Frame], before: Voice | None) -> Voice | None:
    """Who may go on speaking in the next sentence of the paragraph: retold speech often names its speaker once.

    A note after a sentence ("[12]") closes it: the next one has a source of its own.
    """
    if sentence.noted:
        return None
    if not frames:
        return before
    last = next(
        (frame for frame in reversed(frames) if frame.voice is not None and not frame.voice.passing), frames[-1]
    )
    return None if last.about_before or last.voice is None or last.voice.anonymous else last.voice


def _in_order(frames: list[Frame]) -> list[Voice]:
    return sorted({frame.voice for frame in frames if frame.voice is not None}, key=lambda voice: voice.whole)


def _is_boilerplate(sentence: Sentence) -> bool:
    return sentence.has("boilerplate")


def _kind(event: Found) -> tuple[Kind, Status | None]:
    kind, status, mood = event.cue.kind, event.cue.status, event.mood
    if kind is Kind.ENCIRCLEMENT and (mood.tried or mood.modal or mood.risked) and not mood.future:
        return kind, Status.THREATENED
    if mood.modal and kind is not Kind.OUTLOOK and not (mood.ordered and kind is Kind.WITHDRAWAL):
        return Kind.OUTLOOK, None
    if (mood.tried or event.progressive) and kind is Kind.CONTROL and status is Status.TOOK:
        return Kind.CLASH, None
    if mood.tried and event.cue.tried is not None:
        return event.cue.tried, None
    return kind, status


def _amounts(sentence: Sentence, event: Found, kind: Kind) -> list[Quantity | None]:
    """The figure of an event; losses told against several opponents have one each."""
    near = [q for first, _, q, _ in find_quantities(sentence) if event.first - 6 <= first <= event.after + 14]
    if kind is not Kind.LOSS or not near:
        return [near[0] if near else None]
    each = amounts_against(sentence, near[0].unit)
    return list(each) if len(each) > 1 else [near[0]]


def _places(turn: _Turn, event: Found) -> list[int | None] | None:
    """Indexes of the places, [None] where no single place is meant; None where the event is too vague for a claim."""
    sentence, memory = turn.scene.sentence, turn.memory
    if event.places:
        return [turn.offset + n for n in event.places]
    if sentence.cased and event.form == "verb" and (them := _meant_by_them(turn, event)):
        return them
    if sentence.cased and memory.places and speaks_of_several(sentence, *event.clause):
        return list(memory.places)
    if sentence.cased and memory.region is not None and speaks_of_region(sentence, *event.clause):
        return [memory.region]
    if _of_an_area(sentence, event):
        around = [n for n, m in enumerate(turn.scene.mentions) if m.mention.place_class in LARGE and not m.aside]
        return [turn.offset + n for n in around[:1]] or [memory.region if sentence.cased else None]
    if any(sentence.is_(k, "everywhere") for k in range(*event.clause)):
        return [None]
    first = not any(other.first < event.first for other in turn.events)
    begin = 0 if first else event.clause[0]
    known = memory.place is not None or (sentence.cased and bool(turn.scene.mentions))
    pointed = known and speaks_of_place(sentence, begin, event.clause[1])
    if event.cue.kind is Kind.LOSS and not (pointed and sentence.cased) and _is_total(sentence, memory):
        return [None]
    if not pointed and _counted_on_the_front(sentence, event):
        return [None]
    if pointed and (here := _named_here(turn, event)) is not None:
        return [here]
    vague = event.cue.kind in _VAGUE_NOUNS and event.form == "noun" and not turn.frames and not sentence.quoted
    bare = event.cue.kind in _VAGUE_NOUNS and event.form == "noun" and event.subject is None and event.object is None
    carried = sentence.cased and any(sentence.is_(k, "light") for k in range(*event.clause))
    if (_kind(event)[0] is Kind.OUTLOOK or ((vague or bare) and not carried)) and not pointed:
        return None
    if not sentence.cased and len(memory.places) > 1 and _means_all(sentence, event):
        return list(memory.places)
    if event.cue.kind in _SOMEWHERE and not pointed and (near := _elsewhere(turn, event)):
        return near
    return [memory.region if memory.place is None and sentence.cased else memory.place]


def _elsewhere(turn: _Turn, event: Found) -> list[int | None]:
    """The place named nearest to an event in another clause of its sentence: "40 died when a missile hit X"."""
    if turn.scene.sentence.cased:
        return []
    named = [(n, m) for n, m in enumerate(turn.scene.mentions) if not m.aside]
    small = [(n, m) for n, m in named if m.mention.place_class not in LARGE] or named
    small = [(n, m) for n, m in small if m.mention.place_class is not PlaceClass.RIVER]
    return [turn.offset + min(small, key=lambda item: abs(item[1].first - event.first))[0]] if small else []


def _means_all(sentence: Sentence, event: Found) -> bool:
    """Whether an event is told of all that was named before: "both had been taken", "all three villages"."""
    return any(sentence.is_(k, "all_of") for k in range(event.clause[0], min(event.after + 4, event.clause[1])))


def _assets(turn: _Turn, event: Found, places: list[int | None]) -> list[tuple[str, int | None]]:
    """The assets that an event is about, each with the place where it stands."""
    memory = turn.memory
    out: list[tuple[str, int | None]] = []
    for asset in event.assets:
        own: list[int | None] = [turn.offset + n for n in asset.places]
        if not own and not event.places and memory.site is not None and places == [memory.place]:
            own = [memory.site]
        words = turn.scene.sentence.words(asset.first, asset.after)
        if asset.resumed and memory.asset is not None:
            words = memory.asset
        memory.asset = words
        out.extend((words, place) for place in own or places[:1])
    return out


def _is_total(sentence: Sentence, memory: Memory) -> bool:
    """Whether losses are told of a period, so of the whole front; those that go on with them are too."""
    if any("a_day_long" in unit.names for unit in sentence.units):
        return True
    before = memory.recent[-1] if memory.recent else None
    return before is not None and before.what.kind is Kind.LOSS and before.place is None


def _meant_by_them(turn: _Turn, event: Found) -> list[int | None]:
    """The places that "them" beside a verb means: those named before it in the sentence, else in the one before."""
    sentence = turn.scene.sentence
    if not (sentence.is_(event.first - 1, "them") or sentence.is_(event.after, "them")):
        return []
    before = [n for n, m in enumerate(turn.scene.mentions) if not m.aside and m.after <= event.first]
    return [turn.offset + n for n in before] or list(turn.memory.places)


def _named_here(turn: _Turn, event: Found) -> int | None:
    """What "there" means where the sentence itself has named it before: "at X we fight, and there ..."."""
    scene = turn.scene
    if not scene.sentence.cased:
        return None
    before = [n for n, m in enumerate(scene.mentions) if not m.aside and m.after <= event.clause[0]]
    taken = {n for other in turn.events for n in other.places}
    fresh = turn.memory.place is None
    return turn.offset + before[-1] if before and (fresh or before[-1] in taken) else None


def _counted_on_the_front(sentence: Sentence, event: Found) -> bool:
    """ "174 clashes during the day": attacks counted over a period, with no place, are counted on the whole front."""
    counted = event.form == "noun" and any(
        kind == "attacks" and first <= event.first < after for first, after, _, kind in find_quantities(sentence)
    )
    return counted and any(unit.names & {"a_day_long", "everywhere"} for unit in sentence.units)


def _of_an_area(sentence: Sentence, event: Found) -> bool:
    """ "300 square kilometres", "42 settlements": an amount of ground is told of no single place."""
    return any(
        (unit := sentence.unit_at[k]) is not None and unit.value("unit") in {"km2", "settlements", "percent"}
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
    if not covering and memory.inside is not None:
        return [(memory.inside, Stance.ASSERTS, ())]
    if not covering:
        voice = _quoted_voice(sentence, event, memory)
        if voice is None and memory.goes_on is not None and _may_go_on(sentence, event, memory):
            voice = memory.goes_on
        return [(voice or memory.lead, Stance.ASSERTS, ())]
    inner, outer = covering[-1], covering[:-1]
    against = [frame for frame in outer if frame.stance is not Stance.ASSERTS]
    if against:
        denial = (against[-1].voice, against[-1].stance, ())
        return [denial] if inner.voice is None or inner.voice.anonymous else [denial, (inner.voice, inner.stance, ())]
    via = tuple(frame.voice for frame in reversed(outer) if frame.voice is not None and frame.voice != inner.voice)
    if inner.voice is None:
        via = ()
    said: list[tuple[Voice | None, Stance, tuple[Voice, ...]]] = [(inner.voice, inner.stance, via)]
    own = own_verdict(sentence, inner)
    return said if own is None else [*said, (None, own, ())]


def _may_go_on(sentence: Sentence, event: Found, memory: Memory) -> bool:
    """Whether a sentence that names no speaker may still be the last one's: it hangs on what he said, or, in short
    texts, tells of no place that is new. A bulletin counts on, direction by direction."""
    if _points_back(sentence):
        return True
    if memory.long:
        return False
    counted = event.cue.kind is Kind.CLASH and any(sentence.is_(k, "direction") for k in range(*event.clause))
    return not sentence.cased or memory.bulletin or counted or not memory.opens_ground


def _points_back(sentence: Sentence) -> bool:
    """Whether a sentence hangs on the one before: "they", "the village", "there"."""
    return any("pronoun" in unit.names for unit in sentence.units) or speaks_of_place(sentence, 0, len(sentence.tokens))


def _quoted_voice(sentence: Sentence, event: Found, memory: Memory) -> Voice | None:
    """Who is quoted where the sentence itself does not say: whoever spoke last, or is named after the quotation."""
    if not sentence.in_quotes(event.first):
        return None
    if memory.opens_paragraph and memory.next_voice is not None:
        return memory.next_voice
    return memory.voice if memory.speaking else memory.next_voice


def _claimant(event: Found, covering: list[Frame]) -> Voice | None:
    """Whose claim it is that an outer voice denies."""
    named = len(covering) > 1 and covering[-2].stance is not Stance.ASSERTS and covering[-1].cue[0] < event.first
    inner = covering[-1].voice if named else None
    return inner if inner is not None and not inner.anonymous else None


def _about_before(sentence: Sentence, voice: Voice | None, stance: Stance, recent: list[Draft]) -> list[Draft]:
    """A bare denial or doubt ("the agency could not verify this") repeats what was said before, with its own stance."""
    span = sentence.span(0, len(sentence.tokens))
    return [
        replace(
            draft,
            quote=span,
            voice=voice,
            via=(),
            stance=stance,
            when=When(speech=(sentence.lowers,)),
            teller=draft.teller or draft.voice,
        )
        for draft in recent
        if draft.stance is Stance.ASSERTS and draft.what.kind in _DENIABLE
    ]
