"""One sentence under work: what stands in it, and what it leaves to those that follow."""

from dataclasses import dataclass, field, replace

from salient.domain.kind import Kind, Stance
from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass
from salient.extract.draft import Refusal, Voice
from salient.extract.events.assets import find_assets
from salient.extract.events.events import find_events
from salient.extract.memory import Memory
from salient.extract.parties.actors import find_actors
from salient.extract.places.goals import only_houses, opens_with_when
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.mentions import find_mentions
from salient.extract.places.pointers import wanted_by
from salient.extract.places.regions import names_a_force
from salient.extract.places.spoken import Part
from salient.extract.speech.frame import Frame
from salient.extract.speech.frames import find_frames
from salient.extract.speech.met import introduced, judging, whom_met
from salient.extract.speech.pointing import judges_words
from salient.extract.words.own_clause import leads_to
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_OPENING = 2
"""Tokens before a stretch of the front that a sentence opens with: what follows is told of it."""
_DESTINATION = 6
"""Tokens before a name within which "to" leads there: "to a prison hospital in X"."""
_AUXILIARIES = 3
"""Tokens before a participle within which "be" makes it a passive."""
_OPENS = 5
"""Tokens within which a sentence names its subject."""
_TELLING = frozenset({"event", "light", "speech", "verdict", "told_before", "absent"})
"""Without one of these, and without a side, a sentence says nothing that could be a claim."""
_WARLIKE = ("forces", "arms", "civilians", "multiplier", "asset", "enemy", "length")
"""Beside one of these, a predicate of a frame may say something."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One sentence under work. Its mentions stand in the report's list from `offset` on."""

    scene: Scene
    frames: list[Frame]
    events: list[Found]
    offset: int
    memory: Memory
    said_by: Voice | None = None
    """Who says it where the sentence is a quotation in another language."""
    met: Voice | None = None
    """Whoever it begins with, who says nothing in it."""
    refusals: list[Refusal] = field(default_factory=list)
    sites: dict[int, list[int | None]] = field(default_factory=dict)
    """Where the works stand that the event at a token is told of: what hit them struck there."""


def look_for_new_ground(turn: Turn) -> None:
    """Note whether a sentence speaks of a settlement for the first time, assets aside."""
    memory, sentence = turn.memory, turn.scene.sentence
    memory.opens_ground = False
    memory.bulletin |= counts_by_sector(turn)
    for item in turn.scene.mentions:
        if item.first in sentence.called or item.mention.place_class in LARGE:
            continue
        if item.mention.name is None and item.mention.anchor is None:
            continue
        forms = {form for k in _names_in(sentence, item) for form in sentence.tokens[k].forms}
        memory.opens_ground |= not item.aside and not forms & memory.named
        memory.named |= forms


def _names_in(sentence: Sentence, item: Mention) -> list[int]:
    """The first tokens of the names in a mention: one "on the outskirts of X" names X."""
    named = [first for first in range(item.first, item.after) if first in sentence.places]
    return named or [item.first]


def remember_places(turn: Turn) -> None:
    """Leave the places of a sentence to those that follow."""
    memory, mentions = turn.memory, turn.scene.mentions
    sentence = turn.scene.sentence
    told = {n for event in turn.events for n in event.places}
    topic = memory.spoken.best(wanted_by(sentence, 0, _OPENS), pointed=True) if _opens_pointing(sentence) else None
    for n, m in reversed(list(enumerate(mentions))):
        part = _part(turn, m, told=bool(told) or topic is not None)
        memory.spoken.note(sentence, m, turn.offset + n, part)
    if topic is not None and not told:
        memory.spoken.resume(topic.at, Part.TOPIC)
    settled = [
        n
        for n, m in enumerate(mentions)
        if not m.aside and m.mention.place_class not in LARGE and not (sentence.cased and leads_to(sentence, m.first))
    ]
    settled = [n for n in settled if not mentions[n].direction] or settled
    if settled:
        lists = ([n for n in event.places if n in settled] for event in reversed(turn.events))
        listed = next((places for places in lists if len(places) > 1), settled)
        group = tuple(turn.offset + n for n in listed)
        goes_on = len(group) == 1 and memory.sentences - memory.group_at <= 1
        memory.group = (*memory.group, *group) if goes_on else group
        memory.group_at = memory.sentences
        memory.places = tuple(turn.offset + n for n in settled)


def counts_by_sector(turn: Turn) -> bool:
    """Whether a sentence tells of attacks by a stretch of the front, as a bulletin does."""
    fights = any(event.cue.kind is Kind.CLASH for event in turn.events)
    return fights and any(item.direction for item in turn.scene.mentions)


def turns_to_sector(turn: Turn) -> bool:
    """Whether a sentence opens with a stretch of the front, as the paragraphs of a bulletin do: who has told of the one
    before goes on."""
    return any(item.direction and item.first <= _OPENING + 1 for item in turn.scene.mentions)


def remember_heading(sentence: Sentence, offset: int, memory: Memory) -> list[PlaceMention]:
    """Leave the places of a headline or a heading, which claims nothing, to what stands under it. Its mentions."""
    named = find_mentions(sentence, memory.named)
    memory.spoken.next_sentence(opens_paragraph=True)
    for n, mention in enumerate(named):
        if not mention.aside:
            memory.spoken.note(sentence, mention, offset + n, Part.TOPIC)
    return [item.mention for item in named]


def _part(turn: Turn, mention: Mention, *, told: bool) -> Part:
    """What a place of which nothing is told does in its sentence; `told`: whether anything is told of another."""
    sentence = turn.scene.sentence
    if mention.mention.place_class is PlaceClass.REGION:
        if names_a_force(sentence, mention.first):
            return Part.ASIDE
        return Part.HOST if mention.first in sentence.grounds else Part.NAMED
    if any(
        frame.voice is not None and frame.voice.whole == sentence.span(mention.first, mention.after)
        for frame in turn.frames
    ):
        return Part.ASIDE  # "IN THE CAPITAL they deny it"
    if mention.aside and any(frame.cue[0] <= mention.first < frame.cue[1] for frame in turn.frames):
        return Part.ASIDE if only_houses(sentence, mention) else Part.OFFICE
    if mention.aside or leads_to(sentence, mention.first) or _is_where_they_were_taken(sentence, mention):
        return Part.ASIDE
    if _is_where_they_go(turn, mention):
        return Part.ASIDE
    if opens_with_when(sentence, mention) or only_houses(sentence, mention):
        return Part.DATING
    if mention.direction and mention.first <= _OPENING:
        return Part.SCOPE
    if mention.first in sentence.called:
        return Part.HOST
    if _is_a_landmark(turn, mention):
        return Part.DATING
    return Part.NAMED if told else Part.TOPIC


def _is_where_they_were_taken(sentence: Sentence, mention: Mention) -> bool:
    """Whether people were only brought there, so that "the city" after it is another: "the wounded were taken TO A
    HOSPITAL IN X"."""
    near = range(mention.first - 1, max(0, mention.first - _DESTINATION), -1)
    to = next((k for k in near if sentence.lowers[k] in sentence.to_words), None)
    if sentence.cased or to is None or "participle" not in sentence.tokens[to - 1].features:
        return False
    return any(sentence.is_be(k) for k in range(max(0, to - 1 - _AUXILIARIES), to - 1))


def _is_where_they_go(turn: Turn, mention: Mention) -> bool:
    """Whether a place is only where people or troops go who leave another: "volunteers bring people out TO X"."""
    sentence = turn.scene.sentence
    leaving = any(event.cue.kind is Kind.WITHDRAWAL and event.first < mention.first for event in turn.events)
    return leaving and not sentence.cased and sentence.lowers[mention.first - 1] in sentence.to_words


def _is_a_landmark(turn: Turn, mention: Mention) -> bool:
    """Whether a place only tells where the one spoken of lies: "X IS 25 KM TO THE WEST"."""
    sentence, memory = turn.scene.sentence, turn.memory
    if sentence.cased or turn.events or memory.place is None or len(turn.scene.mentions) > 1:
        return False
    return sentence.has("length") and mention.mention.anchor is None and sentence.has("bearing", "adverb", "from")


def read_turn(sentence: Sentence, offset: int, memory: Memory) -> Turn:
    told = any(unit.names & _TELLING for unit in sentence.units) or (
        sentence.predicates and (sentence.has(*_WARLIKE) or any(map(sentence.frames.types_of, sentence.tokens)))
    )
    so_near = sentence.cased and sentence.has("enemy") and sentence.has("length")
    if not told and not (sentence.sides or sentence.voices or so_near):
        scene = Scene(sentence, [], find_mentions(sentence, memory.named))
        return Turn(scene, [], [], offset, memory, met=whom_met(sentence, []))
    named = find_mentions(sentence, memory.named)
    scene = Scene(sentence, find_actors(sentence), named, find_assets(sentence, named, resumes=memory.asset_sentence))
    memory.asset_sentence = bool(scene.assets) and not _is_about_a_place(scene)
    events = [event for event in find_events(scene) if not judges_words(sentence, event)]
    frames = find_frames(sentence, frozenset(event.first for event in events)) or _of_the_lead(sentence, memory.lead)
    frames = [_with_remark(_against(frame), events, scene.mentions) for frame in frames]
    if (said := introduced(sentence, frames) or judging(sentence, frames)) is not None:
        frames.append(said)
    aside = [replace(m, aside=True) if _names_a_speaker(sentence, m, frames) else m for m in scene.mentions]
    moved = {n for n, (old, new) in enumerate(zip(scene.mentions, aside, strict=True)) if old is not new}
    if moved and any(n in moved for event in events for n in event.places):
        again = any(asset.resumed for asset in scene.assets)
        scene = Scene(sentence, scene.actors, aside, find_assets(sentence, aside, resumes=again))
        events = [event for event in find_events(scene) if not judges_words(sentence, event)]
    elif moved:
        scene = Scene(sentence, scene.actors, aside, scene.assets)
    if sentence.grounds:
        scene.mentions.extend(_governed(sentence, frames))
    return Turn(scene, frames, events, offset, memory, met=whom_met(sentence, frames))


def _names_a_speaker(sentence: Sentence, mention: Mention, frames: list[Frame]) -> bool:
    """Whether a place stands among the words for who speaks; not what he speaks of: "says of X a soldier"."""
    inside = any(frame.names(mention.first) for frame in frames)
    return inside and not (sentence.cased and sentence.is_(mention.first - 1, "about"))


def _with_remark(frame: Frame, events: list[Found], mentions: list[Mention]) -> Frame:
    """A frame whose remark on who speaks is told by the outlet where forces do something at a place it names; else it
    only says who he is: "the mayor, WHO LEFT X IN MAY"."""
    if frame.remark is None:
        return frame
    first, after = frame.remark
    inside = [event for event in events if first <= event.first < after and event.subject is not None]
    told = any(first <= mentions[n].first < after for event in inside for n in event.places)
    return frame if told else replace(frame, remark=None)


def _against(frame: Frame) -> Frame:
    """A frame whose speaker, where he denies or doubts what was told before, is another than who told it."""
    if frame.voice is None or frame.voice.again or not frame.about_before or frame.stance is Stance.ASSERTS:
        return frame
    return replace(frame, voice=replace(frame.voice, against=True))


def _of_the_lead(sentence: Sentence, lead: Voice | None) -> list[Frame]:
    """The words after "Quote:", "Details:", where nobody else is named for them: those of the report's speaker."""
    if lead is None or not sentence.is_(0, "lead_heading"):
        return []
    return [Frame(lead, Stance.ASSERTS, sentence.units[0].after, len(sentence.tokens), (0, sentence.units[0].after))]


def _opens_pointing(sentence: Sentence) -> bool:
    """Whether a town spoken of is the subject: "THE CITY lies on the road from X to Y"."""
    return not sentence.cased and not sentence.is_(0, "possessive") and sentence.points_back(0)


def _is_about_a_place(scene: Scene) -> bool:
    """Whether a sentence opens with a town that "it" after it means, not the works it names: "THE CITY lies on the
    railway"."""
    sentence = scene.sentence
    if sentence.cased or not (0 in sentence.places or _opens_pointing(sentence)):
        return False
    after = sentence.places.get(0) or next((k + 1 for k in range(_OPENS) if sentence.is_(k, "settlement")), 0)
    return sentence.sign(after) != "'s" and all(asset.first > after for asset in scene.assets)


def _governed(sentence: Sentence, frames: list[Frame]) -> list[Mention]:
    """What the offices of known speakers govern, aside: nobody has named it."""
    speaking = {k for frame in frames if frame.voice is not None for k in range(*frame.cue)}
    return [
        Mention(
            first,
            sentence.voices[first][0],
            PlaceMention(*sentence.span(first, sentence.voices[first][0]), name, (name,), place_class=place_class),
            aside=True,
        )
        for first, (name, place_class) in sentence.grounds.items()
        if first in speaking
    ]


def remember_voices(turn: Turn) -> None:
    """Note who is named as speaking: whether the report has one voice only."""
    sentence = turn.scene.sentence
    for frame in turn.frames:
        if frame.voice is None or frame.voice.again or not frame.voice.goes_on:
            continue
        start, end = frame.voice.whole
        told = [k for k, span in enumerate(sentence.spans) if start <= span[0] < end]
        inside = [sentence.tokens[k] for k in told]
        names = {form for token in inside if token.capitalised for form in token.forms}
        if names:
            turn.memory.hear(names)
        elif not frame.voice.anonymous and any(sentence.is_(k, "official", "forces") for k in told):
            turn.memory.hears_office = True


def _doubts_it(sentence: Sentence, frame: Frame) -> bool:
    """Whether the outlet takes the word again, to doubt what somebody says: "X claims it, BUT THERE IS NO PROOF"."""
    return any(
        "verdict" in unit.names and sentence.some(frame.cue[1], unit.first, "but")
        for unit in sentence.units
        if unit.first > frame.cue[1]
    )


def going_on(sentence: Sentence, frames: list[Frame], before: Voice | None, *, known: bool) -> Voice | None:
    """Who may go on speaking in the next sentence of the paragraph: retold speech often names its speaker once.

    A note after a sentence ("[12]") closes it: the next one has a source of its own. `known`: whether anybody was named
    whom a pronoun could mean.
    """
    if sentence.noted:
        return None
    if not frames:
        return before
    last = next((frame for frame in reversed(frames) if frame.voice is not None and frame.voice.goes_on), frames[-1])
    if last.voice is not None and (last.voice.beside or (sentence.cased and last.voice.passing)):
        return before
    if sentence.cased and sentence.some(*last.cue, "confirming") and last.after <= last.cue[0]:
        return before
    if last.voice is None or last.voice.anonymous or (last.voice.again and not known):
        return None
    if sentence.cased and _doubts_it(sentence, last):
        return None
    return None if last.about_before and last.stance is not Stance.ASSERTS else last.voice
