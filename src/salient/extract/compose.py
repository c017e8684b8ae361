"""From a report's text to drafts: sentence by sentence, with what was spoken of before in mind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass
from salient.extract.draft import Draft, Drafts, Ref, Refusal, Voice, Whose
from salient.extract.event_drafts import drafts_of
from salient.extract.events.counting import counted_on
from salient.extract.events.likewise import told_likewise
from salient.extract.foreign import Foreign, leave_out, pieces
from salient.extract.headings import announces, is_heading, only_names_places
from salient.extract.memory import Memory
from salient.extract.parties.actors import Actor
from salient.extract.parties.whom import Whom
from salient.extract.places.guesses import Knows, Names, NameStretch
from salient.extract.speech.interviews import Interview
from salient.extract.speech.met import about_whom
from salient.extract.speech.outlets_own import tells_own_deed
from salient.extract.speech.reactions import react
from salient.extract.speech.speakers import end_after_cue, names_voice, voice_of
from salient.extract.tables import find_tables, read_row, tells_columns
from salient.extract.turn import (
    Turn,
    counts_by_sector,
    going_on,
    look_for_new_ground,
    read_turn,
    remember_heading,
    remember_places,
    remember_voices,
    turns_to_sector,
)
from salient.extract.words.lexicon import Lexicon
from salient.extract.words.lookup import read_sentence
from salient.extract.words.scene import AssetMention, Found
from salient.extract.words.sentence import Sentence
from salient.text.quotes import quoted
from salient.text.sentences import Stretch, overlapping, paragraphs, sentences

_LONG = 1500
"""Characters from which a text has many sources, so that only a sentence that points back goes on with a speaker."""


class Extractor:
    """Compiled tables; may be used for any number of reports."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._whom = Whom(lexicon.theatre)

    def extract(
        self,
        text: str,
        names: Sequence[NameStretch],
        knows: Knows,
        foreign: Sequence[Foreign] = (),
        outlet: str | None = None,
    ) -> Drafts:
        """Find all drafts.

        `names` are the stretches of the text that the gazetteer has, in order; `knows` tells whether it has a name in
        any spelling. `foreign` are paragraphs and quotations in another language, in order. `outlet` is who publishes
        the text: an office of a region speaks of its region.
        """
        seen: set[str] = set()
        people: set[str] = set()
        memory = Memory()
        mentions: list[PlaceMention] = []
        drafts: list[Draft] = []
        voices: list[Voice] = []
        refusals: list[Refusal] = []
        voiced = 0
        stretches = paragraphs(text)
        memory.long = len(text) > _LONG
        mentions.extend(self._home(outlet))
        memory.home = 0 if mentions else None
        memory.lead = self._lead(text, stretches, voices)
        tabled: set[int] = set()
        for lines, cells in self._tables(
            text, stretches, lambda cell: Names(overlapping(names, *cell), knows, seen, people)
        ):
            tabled.update(lines)
            for row in (read_row(cells[0], line, len(mentions)) for line in cells[1:]):
                mentions.extend(row.mentions)
                voices.extend(row.voices)
                drafts.extend(row.drafts)
        interview = Interview.of(text, stretches)
        for number, paragraph in ((n, line) for n, line in enumerate(stretches) if n not in tabled):
            marks = quoted(text, paragraph)
            turns: list[Turn] = []
            split = sentences(text, paragraph, self._lexicon.language.abbreviations)
            for piece in (piece for stretch in split for piece in pieces(stretch, self._lexicon, foreign)):
                near = overlapping(names, *piece.stretch)
                sentence = read_sentence(text, piece.stretch, piece.lexicon, Names(near, knows, seen, people), marks)
                if piece.without:
                    leave_out(sentence, piece.without)
                if sentence.tokens and sentence.is_(0, "background_heading"):
                    memory.lead = None
                if not sentence.tokens or _is_boilerplate(sentence):
                    continue
                announced = memory.long and announces(sentence, paragraph.end)
                if announced or (len(stretches) > 3 and is_heading(sentence)):
                    mentions.extend(remember_heading(sentence, len(mentions), memory))
                    continue
                turn = read_turn(sentence, len(mentions), memory)
                turns.append(
                    replace(turn, said_by=_said_in(turns[-1], piece.stretch)) if piece.quoted and turns else turn
                )
                mentions.extend(item.mention for item in turns[-1].scene.mentions)
            voices.extend(voice for turn in turns for voice in _in_order(turn) if voice != memory.lead)
            memory.lead = interview.teller(number, memory, (frame for turn in turns for frame in turn.frames))
            for n, (turn, next_voice) in enumerate(zip(turns, _next_voices(turns), strict=True)):
                _begin(turn, next_voice, opens=n == 0)
                drafts.extend(told := self._sentence(turn))
                if not memory.long:
                    first, met = len(drafts) - len(told), turn.met is not None
                    memory.floor.pass_on(turn.scene.sentence, turn.frames, drafts, first, met=met)
                voiced = _give_voice(drafts, turn, voiced)
                refusals.extend(turn.refusals)
            if len(turns) > 1 and not any(turn.frames for turn in turns):
                memory.floor.leave_to_outlet()
        return Drafts(tuple(drafts), tuple(mentions), _by_position(voices), tuple(refusals), memory.fights)

    def _tables(
        self, text: str, lines: Sequence[Stretch], names: Callable[[Stretch], Names]
    ) -> Iterator[tuple[range, list[list[Sentence]]]]:
        """The tables whose columns say what stands in them: the numbers of their lines, and their cells by rows."""
        for first, rows in find_tables(text, lines).items():
            cells = [[read_sentence(text, cell, self._lexicon, names(cell)) for cell in row] for row in rows]
            if tells_columns(cells[0]):
                yield range(first, first + len(rows)), cells

    def _home(self, outlet: str | None) -> list[PlaceMention]:
        """The region that the outlet is an office of."""
        region = None if outlet is None else self._lexicon.region_of(outlet)
        return [] if region is None else [PlaceMention(0, 0, region, (region,), place_class=PlaceClass.REGION)]

    def _lead(self, text: str, stretches: Sequence[Stretch], voices: list[Voice]) -> Voice | None:
        """The speaker of the whole report where a line of its own names him ("Source: …"). Others whom it names are
        noted, so that their surnames are known."""
        for stretch in stretches:
            if not text.startswith(self._lexicon.source_headings, stretch.start):
                continue
            sentence = read_sentence(text, stretch, self._lexicon, Names((), _knows_nothing))
            opens = sentence.unit_at[0] if sentence.tokens else None
            if opens is not None and "source_heading" in opens.names:
                voices.extend(_listed_voices(sentence, opens.after))
                if voices:
                    return voices[0]
        return None

    def _sentence(self, turn: Turn) -> list[Draft]:
        sentence, memory = turn.scene.sentence, turn.memory
        memory.spoken.next_sentence(opens_paragraph=memory.opens_paragraph)
        look_for_new_ground(turn)
        out: list[Draft] = []
        for event in turn.events:
            if not any(frame.names(event.first) for frame in turn.frames) and not _of_a_voice(turn, event):
                out.extend(drafts_of(turn, event, self._whom))
        memory.fights |= memory.lead is None and any(
            tells_own_deed(turn.scene.sentence, e, turn.frames) for e in turn.events
        )
        out.extend(counted_on(turn))
        reactions = react(turn, out)
        carried = told_likewise(turn, [*out, *reactions])
        anew = [*out, *carried]
        out = [*out, *reactions, *carried]
        if turn.frames:
            told = [frame.voice for frame in turn.frames if frame.voice is None or frame.voice.goes_on]
            memory.voice = told[-1] if told else turn.frames[-1].voice
        remember_voices(turn)
        memory.knows_voice |= turn.met is not None or bool(memory.heard) or _tells_who_speaks(turn)
        memory.goes_on = going_on(sentence, turn.frames, memory.goes_on, known=memory.knows_voice)
        memory.retold = any(frame.voice is not None and frame.voice.again for frame in turn.frames)
        goes_on = bool(sentence.quoted) and not turn.frames
        memory.introduced = memory.introduced if goes_on else about_whom(turn.met, sentence, turn.frames)
        memory.speaking = bool(turn.frames) or (memory.speaking and bool(sentence.quoted))
        spoken = {k for frame in turn.frames for k in range(*frame.cue)}
        subjects = [a for a in turn.scene.actors if a.ref is not None and a.role == "noun" and not a.governed]
        subjects = [a for a in subjects if a.first not in spoken] or subjects
        if subjects:
            memory.subject = _spoken_of_next(subjects[-1], sentence)
        sites = [n for asset in turn.scene.assets if not _only_houses(turn, asset) for n in asset.places]
        if sites:
            memory.site = memory.asset_at = turn.offset + sites[-1]
        remember_places(turn)
        memory.headed |= only_names_places(sentence, turn.scene.mentions)
        if out:
            memory.recent = out
        if anew:
            memory.told.note(sentence, anew)
        return out


def _listed_voices(sentence: Sentence, first: int) -> list[Voice]:
    """Who stands in a list of sources, the first of whom must be one: "the General Staff; A B, head of the council"."""
    listed = []
    starts = [first, *(k + 1 for k in range(first, len(sentence.tokens)) if sentence.sign(k) == ";")]
    for start in starts:
        end = end_after_cue(sentence, start)
        if names_voice(sentence, start, end, strict=start > first):
            listed.append(voice_of(sentence, start, end))
        elif start == first:
            break
    return listed


def _source(turn: Turn) -> Voice | None:
    """Who is named as the source of the sentences before: "X has fallen. SOURCE: THE GENERAL STAFF"."""
    sentence = turn.scene.sentence
    if turn.memory.lead is not None or not sentence.is_(0, "source_heading"):
        return None
    unit = sentence.unit_at[0]
    return next(iter(_listed_voices(sentence, unit.after)), None) if unit is not None else None


def _begin(turn: Turn, next_voice: Voice | None, *, opens: bool) -> None:
    """Note where a sentence stands, and who may go on in it; `opens`: whether it is the first of its paragraph."""
    memory = turn.memory
    memory.next_voice = next_voice
    memory.inside = turn.said_by
    memory.opens_paragraph = opens
    memory.headed &= not opens
    alone = (memory.bulletin or counts_by_sector(turn)) and bool(memory.heard) and not memory.several
    if opens:
        memory.left_off = memory.goes_on
    if opens and not (turns_to_sector(turn) or alone):
        memory.goes_on = None
    if turn.scene.sentence.is_(0, "background_heading"):
        memory.outlet_tells()


def _spoken_of_next(subject: Actor, sentence: Sentence) -> Ref | None:
    """Whom "they" means in the next sentence: not who says "we", but his opponent."""
    we = subject.after == subject.first + 1 and sentence.is_(subject.first, "first_person")
    return Whose.OPPONENT if we and not sentence.cased else subject.ref


def _give_voice(drafts: list[Draft], turn: Turn, voiced: int) -> int:
    """Give the drafts of the last sentence that had any, in an inflected language all before, the voice that a sentence
    of its own names after them. The first `voiced` drafts have one for certain; returns how many then have."""
    memory, cased = turn.memory, turn.scene.sentence.cased
    memory.named_after = memory.named_after or _source(turn)
    if memory.named_after is None:
        return voiced
    first = voiced if cased and not memory.named_here else len(drafts) - len(memory.recent)
    drafts[first:] = [_said_by(draft, memory.named_after) for draft in drafts[first:]]
    memory.recent = drafts[len(drafts) - len(memory.recent) :]
    memory.named_after = None
    return len(drafts) if cased and not memory.named_here else voiced


def _said_by(draft: Draft, voice: Voice) -> Draft:
    """What nobody was named for yet is told by who is named after it: "This was reported by X."."""
    return draft if draft.voice is not None else replace(draft, voice=voice)


def _only_houses(turn: Turn, asset: AssetMention) -> bool:
    """Whether works are only where somebody is: "doctors at a HOSPITAL in X", "was taken to a HOSPITAL in X"."""
    told = any(asset in event.assets for event in turn.events)
    return not told and turn.scene.sentence.is_(asset.after - 1, "houses")


def _tells_who_speaks(turn: Turn) -> bool:
    """Whether somebody speaks whom a pronoun may mean though he has no name: "a spokesman for the brigade"."""
    voices = [frame.voice for frame in turn.frames if frame.voice is not None]
    return turn.scene.sentence.cased and any(not voice.again and not voice.anonymous for voice in voices)


def _of_a_voice(turn: Turn, event: Found) -> bool:
    """Whether an event only tells who speaks: "according to people who fought there"."""
    sentence, head = turn.scene.sentence, event.first - 2
    if head < 0 or event.form != "verb" or not sentence.is_(event.first - 1, "relative"):
        return False
    start, end = sentence.spans[head]
    voices = (frame.voice.whole for frame in turn.frames if frame.voice is not None and frame.remark is None)
    return any(first <= start and end <= after for first, after in voices)


def _next_voices(turns: Sequence[Turn]) -> list[Voice | None]:
    """Who is named first after each sentence of a paragraph."""
    voices: list[Voice | None] = []
    named: Voice | None = None
    for turn in reversed(turns):
        voices.append(named)
        named = turn.frames[0].voice if turn.frames else named
    return voices[::-1]


def _knows_nothing(_: str) -> bool:
    return False


def _said_in(turn: Turn, quotation: Stretch) -> Voice | None:
    """Who is quoted in a sentence: whose words the quotation stands among, else whoever is named last."""
    sentence, frames = turn.scene.sentence, turn.frames
    at = next((i for i, span in enumerate(sentence.spans) if span[0] >= quotation.start), len(sentence.spans))
    around = [frame for frame in frames if frame.first <= at < frame.after] or frames
    return around[-1].voice if around else None


def _by_position(voices: list[Voice]) -> tuple[Voice, ...]:
    """The voices as they stand in the text: who speaks throughout is named in a line of its own."""
    return tuple(sorted(voices, key=lambda voice: voice.whole))


def _in_order(turn: Turn) -> list[Voice]:
    """The voices of a sentence as they stand in it. One may be read twice in the same words: the one that is known to
    answer somebody comes first, so that the other is nobody else."""
    named = dict.fromkeys((*(frame.voice for frame in turn.frames), turn.met, _source(turn)))
    return sorted((voice for voice in named if voice is not None), key=lambda voice: (voice.whole, not voice.against))


def _is_boilerplate(sentence: Sentence) -> bool:
    return sentence.has("boilerplate")
