"""What a sentence makes of what was told before it: "Kyiv denied it", "neither account could be verified", "the
governor confirmed the news", "fairy tales, he wrote". The claim is told again, with the stance of whoever reacts."""

from dataclasses import replace

from salient.domain.kind import Stance
from salient.domain.side import SideId
from salient.extract.draft import Draft, Voice, When
from salient.extract.speech.frame import Frame
from salient.extract.speech.pointing import is_message, pointed_end, with_owner
from salient.extract.speech.reacting import restates
from salient.extract.speech.told import Reaction, judged, side_of, told_by_others
from salient.extract.speech.verdicts import bare_verdict
from salient.extract.turn import Turn
from salient.extract.words.forms import is_passive
from salient.extract.words.sentence import Sentence, Unit

_CONFIRMING = ("confirming", "same_told", "borne_out")
_BOUNDS = frozenset({",", ";", ":"})
_ENDS = frozenset({*_BOUNDS, ".", "-", '"', ""})
_LONG = 300
"""Characters of a sentence that are more than a quotation should have."""
_LACKING = 6
"""Tokens before a verb within which "nothing", "hardly" bear on it."""
_FEW = 3
"""Tokens after "neither", "both" within which it says of what they are."""


def react(turn: Turn, told: list[Draft]) -> list[Draft]:
    """The claims of a sentence that only reacts to others, beside those it tells itself."""
    out: list[Draft] = []
    for frame in turn.frames:
        if frame.about_before:
            out.extend(_by_frame(turn, frame, [*told, *out]))
    out.extend(_by_verdict(turn, [*told, *out]))
    return out


def _denies_too(sentence: Sentence, frame: Frame) -> bool:
    """Whether words before a frame deny what was told, so that who speaks in it has not told that: "they deny it: no
    soldiers, X SAID, were there"."""
    return any(
        speech.shape == "verb" and speech.stance is Stance.DENIES
        for unit in sentence.units
        if unit.first < frame.cue[0] and "speech" in unit.names
        for speech in unit.values("speech")
    )


def _by_frame(turn: Turn, frame: Frame, told: list[Draft]) -> list[Draft]:
    """What somebody confirms, denies or doubts, in the sentence itself or before it."""
    sentence, memory = turn.scene.sentence, turn.memory
    if _is_of_its_own(sentence, frame):
        return []
    reaction = _reaction(turn, frame.voice, frame.stance, *_clause(turn, frame))
    ends = any(event.after <= frame.cue[0] for event in turn.events)
    if frame.stance is Stance.ASSERTS:
        if ends and not sentence.cased and sentence.is_(frame.cue[1], "same_told"):
            others = told_by_others(told, frame.voice)  # "X announced its capture after Y had claimed THE SAME"
            return [_again(sentence, reaction, draft) for draft in judged(reaction, others)]
        confirms = not ends and (sentence.has(*_CONFIRMING) or restates(sentence, frame))
        if confirms and sentence.some(0, frame.cue[1], "lacking"):
            return _of_what_was_told(turn, None, Stance.DOUBTS)
        meant = memory.told.meant(sentence, reaction) if confirms else []
        if all(draft.voice is None for draft in meant) and not _denies_too(sentence, frame):
            memory.named_after, memory.named_here = frame.voice, ends
            return []
        return [_again(sentence, reaction, draft) for draft in meant if draft.voice is not None]
    others = told_by_others(told, frame.voice) if ends else []
    own = ends and any(draft.voice == frame.voice for draft in told)  # "…, he said, calling it a lie"
    others = others or [draft for draft in told if ends and not own and draft.voice is None]
    meant = judged(reaction, others) if others else []
    meant = meant if others or own else memory.told.meant(sentence, reaction)
    if reaction.stance is Stance.DOUBTS and reaction.side is not None and not reaction.named:
        meant = meant[:1]  # "the army has not confirmed THE LOSS": of the town that was told of first
    return [_again(sentence, reaction, draft) for draft in meant]


def _is_of_its_own(sentence: Sentence, frame: Frame) -> bool:
    """Whether the words say themselves what is denied, though it is nothing that happens by the tables: "denied
    REPORTS OF a landing"; not "the reports of the ministry". Nor is what is to come: "denied that it COULD last"."""
    if _is_foretold(sentence, frame):
        return True
    for k in range(frame.cue[1], frame.after):
        if is_message(sentence, k) and sentence.is_(k + 1, "of", "about", "that"):
            end = with_owner(sentence, k + 1)
            return end == k + 1 or not (sentence.sign(end) in _ENDS or sentence.is_(end, "link", "but", "be"))
    return False


def _is_foretold(sentence: Sentence, frame: Frame) -> bool:
    """Whether a clause that "that" opens says what will or may be."""
    that = next((k for k in (frame.cue[1] - 1, frame.cue[1]) if sentence.is_(k, "that")), None)
    return that is not None and sentence.some(that + 1, min(that + 1 + _LACKING, frame.after), "modal")


def _by_verdict(turn: Turn, told: list[Draft]) -> list[Draft]:
    """What a verdict without a verb of speech judges: the outlet's own, or of whoever speaks or stands before it."""
    sentence = turn.scene.sentence
    verdict = bare_verdict(sentence)
    if verdict is None:
        doubted = _is_unconfirmed(turn, told)
        return _of_what_was_told(turn, _speaker(turn, None), Stance.DOUBTS) if doubted else []
    framed = any(frame.about_before for frame in turn.frames)
    busy = bool(told or turn.events) or any(not mention.aside for mention in turn.scene.mentions)
    if busy and (framed or not _judges_before(sentence, verdict)):
        return []
    voice = _speaker(turn, verdict) if not busy else _framing(turn, verdict)
    others = told_by_others(told, voice) if voice is not None else []
    if others:  # "X says that …, but Y says that is not true"
        reaction = _reaction(turn, voice, verdict.value("verdict"), 0, len(sentence.tokens))
        return [_again(sentence, reaction, draft) for draft in judged(reaction, others)]
    return _of_what_was_told(turn, voice, verdict.value("verdict"))


def _of_what_was_told(turn: Turn, voice: Voice | None, stance: Stance) -> list[Draft]:
    """What was told before this sentence, with the stance that all of it takes."""
    sentence = turn.scene.sentence
    reaction = _reaction(turn, voice, stance, 0, len(sentence.tokens))
    return [_again(sentence, reaction, draft) for draft in turn.memory.told.meant(sentence, reaction)]


def _speaker(turn: Turn, verdict: Unit | None) -> Voice | None:
    """Who passes a verdict: whose words it stands in, else whoever the sentence begins with."""
    framed = None if verdict is None else _framing(turn, verdict)
    if framed is not None or turn.frames or turn.met is None or turn.met.anonymous:
        return framed
    return turn.met


def _framing(turn: Turn, verdict: Unit) -> Voice | None:
    """In whose words a verdict stands: the innermost, "«It is a lie», X said ON THE AIR OF THE CHANNEL"; or who says
    more behind it, "It is a lie, X SAID: the fights go on"."""
    around = [frame.voice for frame in turn.frames if frame.first <= verdict.first < frame.after]
    if around:
        return around[-1]
    signs = turn.scene.sentence.sign
    after = (f for f in turn.frames if verdict.after < f.cue[0] <= verdict.after + _FEW)
    return next((f.voice for f in after if all(signs(k) in _ENDS - {""} for k in range(verdict.after, f.cue[0]))), None)


def _is_unconfirmed(turn: Turn, told: list[Draft]) -> bool:
    """Whether a negated verb of confirming doubts: "has seen nothing to BEAR this OUT", "nobody has CONFIRMED it"; not
    "has not ADMITTED it": who does not admit has said nothing."""
    sentence = turn.scene.sentence
    if told or turn.events or any(frame.about_before for frame in turn.frames):
        return False
    for unit in sentence.units:
        if (
            "confirming" not in unit.names
            or "silent" in unit.names
            or not sentence.some(unit.first - _LACKING, unit.first, "lacking", "negation")
        ):
            continue
        end = pointed_end(sentence, unit.after)
        subject = pointed_end(sentence, 0) if is_passive(sentence, unit) else None
        if end is not None or subject is not None:
            return True
    return False


def _reaction(turn: Turn, voice: Voice | None, stance: Stance, first: int, after: int) -> Reaction:
    sentence = turn.scene.sentence
    several = any(_is_several(sentence, k) for k in range(first, after))
    of = None if several else _owner(sentence, voice)
    named = any(is_message(sentence, k) for k in range(first, after))
    by = None if several else _name_of_owner(sentence, first, after)
    side = side_of(sentence, voice)
    figures = sentence.some(first, after, "figures")
    return Reaction(voice, stance, first, after, side, turn.memory.voice, of, several, by, named, figures)


def _is_several(sentence: Sentence, k: int) -> bool:
    """ "Neither account", "either side's claims", "both reports"."""
    if not sentence.is_(k, "all_of"):
        return False
    near = range(k + 1, k + 1 + _FEW)
    return any(is_message(sentence, i) for i in near) or sentence.is_(k + 1, "each_party")


def _owner(sentence: Sentence, voice: Voice | None) -> SideId | None:
    """The side whose words are meant: "the NORTHERN report", "SOUTHPORT's account"."""
    own = voice.whole if voice is not None else (0, 0)
    for first, (after, word) in sorted(sentence.sides.items()):
        if own[0] <= sentence.spans[first][0] < own[1]:
            continue
        k = after + (sentence.sign(after) == "'s")
        while k < after + _FEW and (sentence.is_(k, "official") or sentence.only_describes(k)):
            k += 1
        if is_message(sentence, k):
            return word.side
    return None


def _name_of_owner(sentence: Sentence, first: int, after: int) -> str | None:
    """The name of the one whose words are meant: "SMITH's statement"."""
    if sentence.cased:
        return None
    for k in range(first + 1, after):
        if sentence.sign(k) == "'s" and sentence.tokens[k - 1].capitalised and is_message(sentence, k + 1):
            return sentence.tokens[k - 1].text
    return None


def _clause(turn: Turn, frame: Frame) -> tuple[int, int]:
    """The words of a reaction: its sentence, or its clause where that is long and tells more."""
    sentence = turn.scene.sentence
    first, after = 0, len(sentence.tokens)
    if not turn.events or sentence.end - sentence.start < _LONG:
        return first, after
    first = next((k + 1 for k in range(frame.cue[0] - 1, -1, -1) if _parts(sentence, k)), first)
    return first, next((k for k in range(frame.cue[1], after) if _parts(sentence, k)), after)


def _parts(sentence: Sentence, k: int) -> bool:
    """Whether one clause ends and another begins here."""
    joined = sentence.is_(k + 1, "conjunction", "but", "link", "relative")
    return sentence.sign(k) == ";" or (sentence.sign(k) == "," and joined)


def _again(sentence: Sentence, reaction: Reaction, draft: Draft) -> Draft:
    """A claim told before, with the words, voice and stance of whoever reacts to it."""
    return replace(
        draft,
        quote=sentence.span(reaction.first, reaction.after),
        voice=reaction.voice,
        via=(),
        stance=reaction.stance,
        when=When(speech=(sentence.lowers,)),
        teller=draft.teller or draft.voice,
    )


def _judges_before(sentence: Sentence, verdict: Unit) -> bool:
    """Whether a verdict is passed on what was told before, whatever else the sentence tells: "THIS IS A LIE, he said,
    the town is ours", "that the announcement was PREMATURE and that …"."""
    k, pointed = verdict.first - 1, False
    while k >= 0 and sentence.sign(k) not in _BOUNDS:
        if sentence.is_(k, "that") and not sentence.is_(k, "told_before"):
            break
        tells = sentence.is_(k, "event") and not sentence.is_(k, "be", "auxiliary", "verb_of_presence")
        if tells or k in sentence.places:
            return False
        pointed |= sentence.is_(k, "told_before", "anonymous") or is_message(sentence, k)
        k -= 1
    after = verdict.after
    ends = sentence.sign(after) in {*_BOUNDS, ".", "", '"'} or sentence.is_(after, "link", "conjunction")
    return pointed and ends
