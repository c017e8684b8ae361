"""What one event of a sentence tells: its drafts."""

from salient.domain.kind import Kind, Stance, Status
from salient.extract.draft import Draft, Ref, Refusal, What, When, Whose
from salient.extract.events.amounts import amounts_of
from salient.extract.events.meaning import is_lost, is_of_an_area, is_of_settlements, kind_of, may_lack_actor
from salient.extract.events.unreal import never_was
from salient.extract.parties.resumed_units import spoken_of_before
from salient.extract.parties.told_beside import of_who_leaves, who_tells
from salient.extract.parties.whom import Whom
from salient.extract.places.asset_sites import assets_of_event
from salient.extract.places.measured_ground import means_region_around
from salient.extract.places.passing import is_told_in_a_remark
from salient.extract.places.presence import INSIDE
from salient.extract.places.shown import is_shown
from salient.extract.places.spoken import Part, Wanted
from salient.extract.places.where import places_of_event
from salient.extract.places.wholes import is_of_the_whole
from salient.extract.speech.frame import Frame
from salient.extract.speech.sayers import (
    claimant_of,
    combined,
    frames_around,
    is_bare_claim,
    judged_teller,
    voices_of,
)
from salient.extract.speech.told import DENIABLE
from salient.extract.speech.unsaid import is_unsaid
from salient.extract.speech.verdicts import is_passed_over, verdict_on, verdict_over, verdict_within
from salient.extract.turn import Turn
from salient.extract.words.moments import content_words, speech_words
from salient.extract.words.quote import quote_span
from salient.extract.words.resumed import Meant
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_UNMISSED = (Kind.ASSET, Kind.LOSS)
"""Kinds of which it is no forecast that they will not come."""
_OF_GROUND = (Kind.CONTROL, Kind.WITHDRAWAL)
"""Kinds that are told of so many settlements."""
_LASTING = (Status.HOLDS, Status.LOST)
"""What a party does with its own ground: who will not hold it is told of as who loses it, and the other way round."""
_FEARED = (Kind.CONTROL, Kind.ADVANCE, Kind.LOSS)
"""Kinds of which nothing has happened where they are only avoided: "to prevent losses"."""
_NOBODYS = (Whose.VICTIM,)
"""Who leaves where no side's troops are told of: people who live there."""
_TURNED = {Status.OPERATING: Status.SUSPENDED, Status.SUSPENDED: Status.OPERATING}
"""What an asset does of which this is denied."""


def drafts_of(turn: Turn, event: Found, whom: Whom) -> list[Draft]:
    """What one event of a sentence tells, once for each of its speakers, places and parties."""
    sentence, memory = turn.scene.sentence, turn.memory
    covering = frames_around(sentence, event, turn.frames)
    kind, status = _kind_told(event, covering)
    status = Status.HOLDS if status is Status.TOOK and _is_a_state(sentence, event) else status
    doing = who_tells(event, turn.events)
    actors = of_who_leaves(
        event, doing, whom.actors(doing, turn.scene, spoken_of_before(turn, doing), _nearest(covering, event))
    )
    kind, status = _got_in(sentence, event, actors, whom) or (kind, status)
    content = _content(event, kind, cased=sentence.cased)
    if content is Stance.DENIES and status in _TURNED:
        status, content = _TURNED[status], Stance.ASSERTS
    if _tells_nothing(sentence, event, kind, content) or _is_left_unsaid(sentence, event, covering):
        return []
    quote = quote_span(sentence, event, turn.events, covering, [turn.scene.mentions[n] for n in event.places])
    if not actors and not may_lack_actor(event, kind, cased=sentence.cased):
        turn.refusals.append(Refusal(quote, f"{kind}: no party is named that it is about"))
        return []
    struck = turn.sites.get(event.first) if kind is Kind.STRIKE and not event.places else None
    places = places_of_event(turn, event) if struck is None else struck
    if not places:
        turn.refusals.append(Refusal(quote, f"{kind}: no place is named or spoken of"))
        return []
    around = means_region_around(turn, event)
    places = [memory.place] if around else places
    when = When(
        content=content_words(sentence, event, covering),
        speech=tuple(speech_words(sentence, frame, event) for frame in reversed(covering)),
    )
    named = assets_of_event(turn, event, places) if kind is Kind.ASSET else [(None, place) for place in places]
    told = [
        (asset, place, amount)
        for asset, place in named
        for amount in amounts_of(turn.scene, turn.events, event, kind, _in_scene(turn, place))
    ]
    out: list[Draft] = []
    judged = verdict_on(sentence, event, covering, turn.frames) or verdict_within(sentence, event, covering)
    objects = sentence.cased and bool(covering) and covering[-1].cue[0] >= event.after
    claimed = _told_aside(event, covering) if judged is None and content is Stance.DENIES else []
    covering = [frame for frame in covering if frame not in claimed]
    inner = covering[-1].cue[0] if covering else event.first
    over = verdict_over(sentence, event, inner)
    if over is not None and content is Stance.ASSERTS:
        judged = over
        covering = covering[:-1] if inner <= event.first else covering
    if judged is not None and content is Stance.ASSERTS:
        content = judged
        claimed = [frame for frame in covering if frame.voice is not None and frame.voice.passing]
        covering = [f for f in covering if f not in claimed and not _is_hearsay(f, event)]
    teller = claimant_of(sentence, event, covering)
    if sentence.cased and is_bare_claim(event, [*covering, *claimed]):
        actors, teller = (Whose.BELLIGERENT, *actors), teller or (claimed[0].voice if claimed else None)
    told_by = [(f.voice, Stance.ASSERTS, Stance.ASSERTS, ()) for f in claimed]
    for voice, said, own, via in (
        *told_by,
        *(
            (voice, said, content, via)
            for voice, said, via in voices_of(sentence, event, covering, memory, turn.frames)
        ),
    ):
        whose = _whose(event, kind, actors, (said, own) if teller is None else (Stance.ASSERTS,))
        stance = combined(said, own, own_words=objects)
        unlost = stance is Stance.DENIES and status is Status.LOST and _was_told_taken(turn, event)
        taken = (
            kind is Kind.OUTLOOK and status is None and event.cue.status is Status.LOST and _by_nobody(event, sentence)
        )
        whose = [whom.takers(event, actors)] if unlost else [whom.opponents(actors)] if taken else whose
        out.extend(
            Draft(
                quote,
                What(kind, Status.TOOK if unlost else status, party, asset, amount),
                stance,
                voice,
                via,
                place,
                when,
                teller or judged_teller(said, voice, covering, cased=sentence.cased),
                framed=bool(covering),
                inherited=not event.places,
                around=around,
                whole=party != _NOBODYS and _is_of_the_whole(turn, event, place),
                unnamed=kind in _OF_GROUND and is_of_settlements(sentence, event),
            )
            for party in whose
            for asset, place, amount in told
        )
    _remember(turn, event, content, places)
    return [] if _is_asked(sentence) else out


def _is_of_the_whole(turn: Turn, event: Found, place: int | None) -> bool:
    """Whether all of the region named there is meant."""
    n = _in_scene(turn, place)
    return n is not None and is_of_the_whole(turn.scene, event, turn.scene.mentions[n])


def _is_a_state(sentence: Sentence, event: Found) -> bool:
    """Whether a verb of taking stands in the present, so that it tells who holds it now."""
    now = sentence.cased or is_of_an_area(sentence, event) or sentence.is_(event.first - 1, "adverb")
    return event.present and now


def _got_in(sentence: Sentence, event: Found, actors: tuple[Ref, ...], whom: Whom) -> tuple[Kind, Status | None] | None:
    """An advance where an invader is told to be in a place, not still to be there nor to be nowhere in it."""
    if event.cue is not INSIDE or not whom.come_in(actors):
        return None
    told = range(event.first if event.subject is None else event.subject.after, event.after)
    lasts = any(not sentence.frames.lasting.isdisjoint(sentence.tokens[k].forms) for k in told)
    seen = any(sentence.is_(k, "verb_of_presence") and not sentence.is_be(k) for k in told)
    is_in = not (sentence.cased or event.mood.negated or lasts or seen) and any(sentence.is_be(k) for k in told)
    shown = is_shown(sentence, event.first) and not event.mood.negated
    return (Kind.ADVANCE, None) if is_in or shown else None


def _is_asked(sentence: Sentence) -> bool:
    """Whether who asks whether X has fallen tells nothing; it is the place he speaks of."""
    return sentence.sign(len(sentence.tokens) - 1) == "?"


def _by_nobody(event: Found, sentence: Sentence) -> bool:
    """Whether a place is lost and no loser named, so that it is told of whoever may take it: "if X is lost"."""
    return event.passive and event.subject is None and not sentence.cased


def _told_aside(event: Found, covering: list[Frame]) -> list[Frame]:
    """Who had told what somebody else denies: "X is not taken, as the ministry had reported, the staff said"."""
    outer = [frame for frame in covering if frame.voice is not None and not frame.voice.passing]
    return [f for f in covering if f not in outer and f.cue[0] >= event.after and f.voice is not None] if outer else []


def _is_hearsay(frame: Frame, event: Found) -> bool:
    """Whether nobody in particular told what is judged: "rumours that X fell are false"; not "…, said a soldier"."""
    return frame.voice is not None and frame.voice.anonymous and frame.cue[0] < event.first


def _nearest(covering: list[Frame], event: Found) -> Frame | None:
    """The innermost frame whose speaker is named before an event, else the innermost."""
    before = [frame for frame in covering if frame.cue[0] < event.first]
    return next(reversed(before or covering), None)


def _tells_nothing(sentence: Sentence, event: Found, kind: Kind, content: Stance) -> bool:
    """Whether an event is only feared, tried in vain, still to be said, or denied of what nobody denies."""
    feared = event.mood.risked and kind in _FEARED and event.cue.needs != "patient"
    unmade = kind in (Kind.ASSET, Kind.LOSS) and event.mood.tried
    unsaid = kind is not Kind.OUTLOOK and is_unsaid(sentence, event)
    deniable = kind in DENIABLE or (kind is Kind.OUTLOOK and event.cue.kind not in _UNMISSED)
    denied = content is Stance.DENIES and not deniable
    unmade |= kind in (Kind.LOSS, Kind.CLASH) and _is_only_named(sentence, event, kind)
    guarded = event.cue.needs == "object_place" and event.cue.status is Status.HOLDS
    purpose = guarded and event.mood.modal and not event.mood.future  # "operations to protect X"
    unmade |= kind is Kind.CLASH and content is Stance.DENIES and _cannot(sentence, event)
    idle = unsaid or denied or _is_left_out(sentence, event) or never_was(sentence, event)
    return feared or unmade or idle or purpose


def _cannot(sentence: Sentence, event: Found) -> bool:
    """Whether an attack is only what somebody cannot make: "UNABLE TO storm X, they turned north"."""
    return not sentence.cased and event.form == "verb" and sentence.some(event.first - 3, event.first, "unable")


def _is_left_unsaid(sentence: Sentence, event: Found, covering: list[Frame]) -> bool:
    """Whether somebody does not speak of it, and nobody else takes a stand on it: "Kyiv has not commented on the loss
    of X, the brigade denies it"."""
    return is_passed_over(sentence, event) and all(frame.stance is Stance.ASSERTS for frame in covering)


def _is_left_out(sentence: Sentence, event: Found) -> bool:
    """Whether it is only told how something else went: "they took it WITHOUT street FIGHTING"."""
    k = event.first - 1
    while k >= 0 and "adjective" in sentence.tokens[k].features:
        k -= 1
    return event.form == "noun" and event.cue.kind is Kind.CLASH and sentence.is_(k, "without")


def _is_only_named(sentence: Sentence, event: Found, kind: Kind) -> bool:
    """Whether an infinitive tells no loss that has come ("told them TO SURRENDER"), or what is not meant ("to surround
    X, not TO STORM it")."""
    if not sentence.cased or event.form != "verb" or "infinitive" not in sentence.tokens[event.first].features:
        return False
    if kind is Kind.LOSS:
        return not sentence.some(*event.clause, "managed")
    return sentence.is_(event.first - 1, "negation") and sentence.is_(event.first - 2, "but")


def _kind_told(event: Found, covering: list[Frame]) -> tuple[Kind, Status | None]:
    """What an event is, where somebody says it: who denies that X is about to be evacuated denies an evacuation."""
    kind, status = kind_of(event)
    against = any(frame.stance is Stance.DENIES for frame in covering)
    left = against and kind is Kind.OUTLOOK and event.cue.kind is Kind.WITHDRAWAL
    return (Kind.WITHDRAWAL, None) if left else (kind, status)


def _forms(turn: Turn, n: int) -> tuple[str, ...]:
    return turn.scene.sentence.tokens[turn.scene.mentions[n].first].forms


def _was_told_taken(turn: Turn, event: Found) -> bool:
    """Whether who denies a loss denies that somebody took the place: in an inflected language, where that was told,
    before or beside it: "X is not lost, though they have announced its capture"."""
    told = any(form in turn.memory.taken for n in event.places for form in _forms(turn, n))
    told |= any(kind_of(other)[1] is Status.TOOK for other in turn.events)
    return told and turn.scene.sentence.cased


def _remember(turn: Turn, event: Found, stance: Stance, places: list[int | None]) -> None:
    """Leave to the sentences that follow where it was, and that it was taken."""
    part = _part(turn, event)
    for n in reversed(event.places):
        turn.memory.spoken.note(turn.scene.sentence, turn.scene.mentions[n], turn.offset + n, part)
    if not event.places and len(places) == 1 and places[0] is not None:
        turn.memory.spoken.resume(places[0], part, _called(turn, event))
    if turn.scene.sentence.cased and kind_of(event)[1] in (Status.TOOK, Status.HOLDS) and stance is Stance.ASSERTS:
        turn.memory.taken.update(form for n in event.places for form in _forms(turn, n))


def _called(turn: Turn, event: Found) -> Wanted | None:
    """What an event that names no place calls the one it is told of: "THE CITY has been shelled"."""
    resumed = turn.scene.sentence.resumed
    sizes = (
        resumed[k].size for k in resumed if event.clause[0] <= k < event.clause[1] and resumed[k].meant is Meant.ONE
    )
    return next((Wanted(size) for size in sizes if size is not None), None)


def _part(turn: Turn, event: Found) -> Part:
    """What an event makes of its places for the sentences that follow."""
    if turn.memory.place is not None and _dates_another(turn, event):
        return Part.DATING
    if kind_of(event)[0] is Kind.OUTLOOK:
        return Part.SUPPOSED
    if len(event.places) > 1:
        return Part.LISTED
    return Part.NAMED if is_told_in_a_remark(turn.scene, event) else Part.TARGET


def _dates_another(turn: Turn, event: Found) -> bool:
    """Whether an event only dates another: "the biggest prize SINCE they TOOK Y" goes on to speak of that prize, "X has
    been given up, nine months AFTER they TOOK Y" of X."""
    sentence, before = turn.scene.sentence, (event.clause[0] - 1, event.first)
    if sentence.some(*before, "dating"):
        return True
    if sentence.cased or not sentence.some(*before, "circumstance"):
        return False
    return any(other.places and set(other.places).isdisjoint(event.places) for other in turn.events)


def _in_scene(turn: Turn, place: int | None) -> int | None:
    """The index of a place among the mentions of its own sentence; None for one spoken of before."""
    return place - turn.offset if place is not None and place >= turn.offset else None


def _content(event: Found, kind: Kind, *, cased: bool) -> Stance:
    """What the words themselves do with what they tell; who failed in an attempt to break in has fought for it."""
    if event.mood.doubted:
        return Stance.DOUBTS
    if kind is Kind.OUTLOOK and event.cue.status in _LASTING:
        return Stance.ASSERTS
    if event.cue.status is Status.HOLDS and is_lost(event):
        return Stance.ASSERTS
    vain = event.mood.tried and kind is Kind.CLASH and event.cue.kind is not kind and not cased
    return Stance.DENIES if event.mood.negated and not vain else Stance.ASSERTS


def _whose(event: Found, kind: Kind, actors: tuple[Ref, ...], stances: tuple[Stance, ...]) -> list[tuple[Ref, ...]]:
    """Whom a content is about, once for each party that has a claim of its own; who denies speaks of the other side,
    but of his own where he denies that it has lost a place.

    `stances`: what the speaker does, and what his own words say where they are nobody else's.
    """
    if Stance.DENIES in stances and event.cue.status is Status.LOST and event.passive and event.subject is None:
        return [(Whose.BELLIGERENT, *actors)]
    own = event.subject is not None and event.subject.ref is Whose.SPEAKER  # "officials denied LOSING X"
    if not own and event.cue.unnamed == "speaker" and actors[:1] == (Whose.SPEAKER,) and stances[0] is Stance.DENIES:
        return [(Whose.OPPONENT, Whose.FOE)]
    own_plight = kind in (Kind.WITHDRAWAL, Kind.ENCIRCLEMENT)  # who denies a retreat denies his own
    if len(stances) > 1 and actors[:1] == (Whose.BELLIGERENT,) and Stance.DENIES in stances and not own_plight:
        return [(Whose.RIVAL, Whose.FOE)]
    partner = event.subject.partner if event.subject is not None and not event.passive else None
    if partner is None:
        return [actors]
    return [()] if kind is Kind.CLASH else [(partner,), actors]
