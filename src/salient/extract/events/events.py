"""What a sentence says has happened."""

from dataclasses import replace

from salient.domain.kind import Kind, Status
from salient.extract.events import ellipsis, gapping
from salient.extract.events.assets import assets_of
from salient.extract.events.attempts import of_the_attempt, who_beat_it_off
from salient.extract.events.beside_gerunds import placed_by_gerunds
from salient.extract.events.by_arms import beside_it, struck_too, with_arms
from salient.extract.events.default_readings import find_by_frames
from salient.extract.events.driven_back import driven_so_far
from salient.extract.events.ellipsis import is_only_named
from salient.extract.events.foretold import find_foretold
from salient.extract.events.list_members import with_list_members
from salient.extract.events.meaning import kind_of
from salient.extract.events.mood import is_imminent, mood_of
from salient.extract.events.needs import has_what_it_needs
from salient.extract.events.no_departures import closed_on, moves_nowhere
from salient.extract.events.no_events import tells_nothing
from salient.extract.events.openings import told_of_what_opens
from salient.extract.events.prospects import Prospect, find_prospects, foretells_nothing, is_denied, prospect_of
from salient.extract.events.side_by_side import told_once, tolls_of_named_losses
from salient.extract.parties.actors import Actor
from salient.extract.parties.roles import beside, light_before, light_subject, object_of, slot_side, subject_of
from salient.extract.places.presence import counted_there, find_presence
from salient.extract.places.reach import is_counted, own_verb, places_of
from salient.extract.places.shown import shown_there
from salient.extract.words.clause_start import left_bound, turns_of
from salient.extract.words.cue_forms import (
    form_fits,
    is_cutting,
    is_state,
    is_still_done,
    is_under_way,
    may_be_cue,
    stands_before_its_place,
)
from salient.extract.words.entries import Event
from salient.extract.words.forms import is_passive
from salient.extract.words.own_clause import clause_of
from salient.extract.words.scene import Cue, Found, Reading, Scene
from salient.extract.words.sentence import Sentence, Unit, events_of, speech_of
from salient.extract.words.vicinity import is_of_it
from salient.text.tokens import CASES
from salient.theatre.cues import EventCue

_CUES = ("event", "light")
"""Classes of words that may tell an event."""
_BESIDE = 2
"""Tokens before an event within which "almost" bears on it."""
_HALTED = EventCue(kind=Kind.CLASH, actor="subject", unnamed="opponent")
"""A halted push is a fight."""
_TAKEN_OVER = EventCue(kind=Kind.CONTROL, status=Status.TOOK, actor="slot")
"""What one side loses to the other the other has taken."""
_ATTEMPTED = (Kind.ADVANCE, Kind.CONTROL)
_MOVED_UP = EventCue(kind=Kind.ADVANCE, actor="subject", unnamed="foe")
_AGAIN_AND_AGAIN = EventCue(kind=Kind.CLASH, actor="subject", unnamed="foe")
"""Who goes forward so many times attacks."""


def find_events(scene: Scene) -> list[Found]:
    """All events of a sentence, in order. Nouns under a light verb take that verb's subject."""
    sentence = scene.sentence
    heading = _heading_end(scene)
    units = (unit for unit in sentence.units if unit.first >= heading and not unit.names.isdisjoint(_CUES))
    cues = [unit for unit in units if may_be_cue(scene, unit)]
    turns = turns_of(sentence)
    found: list[Found] = []
    for n, unit in enumerate(cues):
        if speech_of(unit) is not None and _says(sentence, unit):
            continue
        right = cues[n + 1].first if n + 1 < len(cues) else len(sentence.tokens)
        cue = Cue(scene, unit, left_bound(sentence, unit.first, turns), right, cues[n + 1 :], list(found))
        event = _best(cue) or _by_a_shorter_phrase(cue)
        if event is not None:
            event = driven_so_far(scene, counted_there(scene, _coming(scene, _given_over(scene, event))))
            found.append(with_arms(sentence, event))
            found.extend(beside_it(event))
            found.extend(struck_too(sentence, event))
    read = found
    found = tolls_of_named_losses(scene, told_once(scene, found))
    if sentence.cased:
        found = placed_by_gerunds(scene, found)
        found = [event for event in found if not is_only_named(scene, event)]
        found = ellipsis.told_in_gaps(scene, found)
    else:
        found = gapping.told_in_gaps(scene, found)
    prospects = find_prospects(sentence)
    found = [_in_prospect(sentence, event, prospects) for event in found]
    found = [e for e in found if not (_is_unless(sentence, e) or _is_no_outlook(sentence, e, prospects))]
    found.extend(find_presence(scene, found))
    found.extend(shown_there(scene, found))
    found.extend(find_foretold(scene, found, prospects))
    lost = {event.first for event in read if event.cue.kind is Kind.LOSS}.difference(event.first for event in found)
    by_frames = find_by_frames(scene, found)
    by_frames = [driven_so_far(scene, counted_there(scene, own)) for own in by_frames if own.first not in lost]
    if not sentence.cased:
        by_frames = [own for own in by_frames if not moves_nowhere(sentence, own)]
    framed = [_in_prospect(sentence, event, prospects) for event in by_frames]
    left = {n for event in framed if event.cue.kind is Kind.WITHDRAWAL for n in event.places}
    found = [event for event in found if event.cue.kind is not Kind.OUTLOOK or left.isdisjoint(event.places)]
    if sentence.cased:
        found = [event for event in found if not _is_of_arms(event, framed)]
    found.extend(framed)
    found = with_list_members(scene, told_of_what_opens(scene, found))
    return sorted(found, key=lambda event: event.first)


def _is_of_arms(event: Found, framed: list[Found]) -> bool:
    """Whether words of moving and of standing somewhere are told of what flies in: "bombs CAME DOWN ON THE
    OUTSKIRTS"."""
    struck = (n for other in framed if other.cue.kind is Kind.STRIKE for n in other.places)
    return event.cue.kind is Kind.ADVANCE and not set(event.places).isdisjoint(struck)


def _in_prospect(sentence: Sentence, event: Found, prospects: list[Prospect]) -> Found:
    """An event as what may or will be, where its sentence puts it so."""
    prospect = None if event.cue.kind is Kind.OUTLOOK else prospect_of(sentence, event, prospects)
    if prospect is None:
        return event
    future = event.mood.future or (sentence.is_future(prospect.first) and not is_imminent(sentence, event.first))
    mood = replace(event.mood, modal=True, future=future, negated=is_denied(sentence, event, prospects))
    return replace(event, mood=mood)


def _is_unless(sentence: Sentence, event: Found) -> bool:
    """Whether an event is only what must not fail to happen: "if they are not stopped, …"."""
    return event.mood.modal and event.mood.negated and sentence.some(event.clause[0] - 1, event.first, "if")


def _is_no_outlook(sentence: Sentence, event: Found, prospects: list[Prospect]) -> bool:
    """Whether an event is no outlook although words that look ahead stand before it."""
    return kind_of(event)[0] is Kind.OUTLOOK and foretells_nothing(sentence, event, prospects)


def _says(sentence: Sentence, unit: Unit) -> bool:
    """Whether words that may be an event or speech are speech here: "throw back" the general's statements."""
    if sentence.is_(unit.after, "that") or _of_words(sentence, unit.after) or _is_an_answer(sentence, unit):
        return True
    return sentence.cased and sentence.some(clause_of(sentence, unit.first)[0], unit.first, "message")


def _is_an_answer(sentence: Sentence, unit: Unit) -> bool:
    """Whether words of fighting back have no object, so that they are an answer: "officials PUSHED BACK." """
    fights = "light" in unit.names and unit.value("light").opponent and not is_passive(sentence, unit)
    alone = unit.after >= len(sentence.tokens) or sentence.sign(unit.after) in {".", ",", ";", ":"}
    return fights and (alone or sentence.is_(unit.after, "about")) and not sentence.cased


def _of_words(sentence: Sentence, i: int) -> bool:
    """Whether what is thrown back is words: "rejected the general's statements", "rejected THESE CLAIMS"."""
    if not sentence.cased or i >= len(sentence.tokens) or "event" in sentence.names_at[i]:
        return False
    pointed = i + sentence.tokens[i].is_word  # past "these", "such"
    units = (sentence.unit_at[k] for k in (i, pointed) if k < len(sentence.tokens))
    return any(unit is not None and _is_words(sentence, unit) for unit in units)


def _is_words(sentence: Sentence, unit: Unit) -> bool:
    told = speech_of(unit) is not None or not unit.names.isdisjoint({"message", "told_before"})
    return told and "verb" not in sentence.tokens[unit.first].features


def _heading_end(scene: Scene) -> int:
    """Past the colon of a heading that names no place ("Assessed advances: …"): it only announces."""
    sentence = scene.sentence
    colon = next((k for k, sign in enumerate(sentence.lowers[:10]) if sign == ":"), 0)
    if not colon:
        return 0
    named = any(mention.first < colon for mention in scene.mentions)
    told = sentence.some(0, colon, "be", "auxiliary") or sentence.some(not sentence.cased, colon, "speech")
    told |= _is_finite_before(sentence, colon) if sentence.cased else _has_a_verb(scene, colon)
    return 0 if named or told or colon + 4 > len(sentence.tokens) else colon


def _given_over(scene: Scene, event: Found) -> Found:
    """Who has taken what somebody lost to him: "ceding the town to THE NORTH"."""
    sentence = scene.sentence
    if event.cue.status is not Status.LOST or event.form != "verb" or sentence.cased:
        return event
    turns = turns_of(sentence)
    end = next((k for k in turns if event.after <= k < event.clause[1]), event.clause[1])
    takers = (a for a in scene.actors if event.after < a.first < end and a.role == "noun" and a.ref is not None)
    taker = next((a for a in takers if sentence.is_(a.first - 1 - sentence.is_(a.first - 1, "article"), "to")), None)
    return event if taker is None else replace(event, cue=_TAKEN_OVER, slot=taker.ref)


def _coming(scene: Scene, event: Found) -> Found:
    """Who moves from one place comes to the one spoken of, where words of moving lead to it: "moving TOWARD IT from
    X"."""
    sentence, last = scene.sentence, event.after - 1
    roles = sentence.frames.roles
    if event.cue.kind is not Kind.WITHDRAWAL or sentence.cased or roles.get(sentence.lowers[last]) != "source":
        return event
    led = any(roles.get(sentence.lowers[k]) == "goal" and sentence.leads_back(k + 1) for k in range(event.first, last))
    if led:
        return replace(event, cue=_MOVED_UP, places=[])
    toward = closed_on(scene, event)
    return replace(event, cue=_MOVED_UP, places=toward) if toward else event


def _is_finite_before(sentence: Sentence, end: int) -> bool:
    """Whether a form before a colon can only be a verb that tells something: "they TOOK four villages:", "TAKEN [it was
    said to be] four villages:"."""
    forms = [token.features for token in sentence.tokens[:end] if "verb" in token.features]
    return any((own & {"past", "present"} and not own & {"noun", "participle"}) or _is_bare(own) for own in forms)


def _is_bare(features: frozenset[str]) -> bool:
    """Whether a participle has no case, so that it is the verb of its clause."""
    return "participle" in features and features.isdisjoint(CASES)


def _has_a_verb(scene: Scene, end: int) -> bool:
    """Whether somebody does something before a colon: "the North TOOK four villages:"."""
    features = [token.features for token in scene.sentence.tokens[:end]]
    doers = [actor.after for actor in scene.actors if actor.after < end and actor.role != "adjective"]
    return any("past" in features[k] for first in doers[:1] for k in range(first, end))


def _best(cue: Cue) -> Found | None:
    """The surest event that the cue can be."""
    fitting = (event for event in events_of(cue.unit) if form_fits(cue.sentence, cue.unit, event))
    return next((found for event in fitting if (found := _read(cue, event)) is not None), None)


def _by_a_shorter_phrase(cue: Cue) -> Found | None:
    """What the same words tell without their end, where the whole phrase lacks what it needs: "HELD it for a year" is
    no "held it for them"."""
    sentence, unit = cue.sentence, cue.unit
    kinds = {event.cue.kind for event in events_of(unit)}
    if sentence.shorter is None or unit.after - unit.first < 2 or not kinds:
        return None
    inner = sentence.shorter(unit)
    if not inner or inner[0].first != unit.first or "event" not in inner[0].names:
        return None
    sentence.put(unit.first, unit.after, inner)
    found = _best(replace(cue, unit=inner[0])) if may_be_cue(cue.scene, inner[0]) else None
    if found is not None and found.cue.kind in kinds:
        return found
    sentence.put(unit.first, unit.after, [unit])
    return None


def _who_and_whom(cue: Cue, event: Event, passive: bool, places: list[int]) -> tuple[Actor | None, Actor | None]:
    """Who does it and to whom; not what a possessive stands for that is taken or lost: "ITS capture by the North"."""
    who = subject_of(cue, event.form, passive), object_of(cue, event.form, passive)
    if passive and cue.sentence.cased and stands_before_its_place(cue.sentence, cue.unit):
        return who[0], None  # "the North attacks from the side of TAKEN X"
    if event.cue.kind is Kind.ADVANCE and (seen := _whose_gains(cue, event)) is not None:
        return seen, who[1]
    if event.cue.needs == "closing" and event.form == "verb" and not cue.sentence.cased:
        return None, who[1]  # "the North attacked, but X HELD"
    own_place = places if cue.sentence.cased else [n for n in places if cue.scene.mentions[n].first > cue.unit.first]
    if event.cue.kind is not Kind.CONTROL or own_place or not is_of_it(cue.sentence, cue.unit.first, event.form):
        return who
    own = [actor if actor is not None and actor.role != "possessive" else None for actor in who]
    return own[0], own[1]


def _whose_gains(cue: Cue, event: Event) -> Actor | None:
    """Whose gains they are that somebody else has noted: "the mappers claim NORTHERN gains"."""
    if event.form != "verb" or cue.sentence.cased:
        return None
    last = cue.unit.after - 1
    if "success" not in cue.sentence.frames.types_of(cue.sentence.tokens[last]):
        return None  # "pierced NORTHERN lines"
    own = (a for a in cue.scene.actors if cue.unit.first < a.first and a.after == last and a.role == "adjective")
    return next((a for a in own if a.ref is not None), None)


def _past(cue: Cue, verb: Unit) -> int:
    """Where the clause of a noun ends whose own verb is the next cue: "attacks were beaten off THERE"."""
    end = clause_of(cue.sentence, verb.first)[1] if cue.sentence.cased else len(cue.sentence.tokens)
    return next((unit.first for unit in cue.later if verb.first < unit.first < end), end)


def _is_to_be_prevented(sentence: Sentence, light: Unit) -> bool:
    """Whether somebody only means to keep it from happening: "to prevent further advances"."""
    gerund = "gerund" in sentence.tokens[light.first].features
    return sentence.is_(light.first, "risk") and (gerund or sentence.is_(light.first - 1, "to"))


def _counts(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """Whether a verb of moving only leads to a figure: "the number of attacks reached 21"."""
    k = unit.after
    number = k < len(sentence.tokens) and (sentence.tokens[k].is_number or _is_figure(sentence, k))
    following = sentence.unit_at[k + 1] if k + 1 < len(sentence.tokens) else None
    length = following is not None and (following.value("length") is not None or following.value("unit") == "km2")
    if number and sentence.some(unit.first - 4, unit.first, "attempt"):
        return False  # "attempted to advance five times"
    alone = unit.after == unit.first + 1
    return event.cue.kind is Kind.ADVANCE and event.form == "verb" and alone and number and not length


def _is_figure(sentence: Sentence, k: int) -> bool:
    """Whether a number stands here as a word that no article can be: "reached eight"."""
    return sentence.is_(k, "number") and not sentence.is_(k, "determiner") and not sentence.cased


def _read(cue: Cue, event: Event) -> Found | None:
    sentence, unit = cue.sentence, cue.unit
    passive = event.form == "verb" and is_passive(sentence, unit)
    places = places_of(cue, event, passive)
    subject, object_ = _who_and_whom(cue, event, passive, places)
    reading = Reading(
        cue=cue,
        event=event,
        passive=passive,
        subject=subject,
        object=object_,
        places=places,
        assets=assets_of(cue, event, passive),
    )
    verb = own_verb(cue, event)
    halted = event.cue.kind is Kind.ADVANCE and verb is not None and verb.value("light").opponent
    if not has_what_it_needs(reading) or _counts(sentence, unit, event):
        return None
    if tells_nothing(reading):
        return None
    light = light_before(sentence, unit) if event.form == "noun" else None
    if event.form == "noun" and event.cue.kind is Kind.CLASH and sentence.some(0, unit.first, "aims"):
        return None
    if light is not None and _is_to_be_prevented(sentence, light[0]):
        return None
    found = Found(
        first=unit.first,
        after=unit.after,
        cue=_as_far_as_done(sentence, unit, event.cue),
        form=event.form,
        passive=passive,
        subject=reading.subject,
        object=reading.object,
        slot=slot_side(sentence, unit),
        mood=mood_of(cue, event.form, light[0] if light else None, event.cue.kind, event.cue.status),
        places=reading.places,
        assets=reading.assets,
        clause=(cue.left, cue.right if verb is None else _past(cue, verb)),
        present=is_state(sentence, unit),
        progressive=is_under_way(sentence, unit)
        or (not is_state(sentence, unit) and is_still_done(sentence, unit, event)),
        cutting=is_cutting(sentence, unit, event),
    )
    if halted:
        found = replace(found, cue=_HALTED)
    if found.mood.tried and (beaten := who_beat_it_off(cue)) is not None:
        return replace(found, subject=beaten, reversed=True)
    if sentence.cased and event.cue.kind is Kind.ADVANCE and event.form == "verb" and is_counted(cue):
        found = replace(found, cue=_AGAIN_AND_AGAIN)
    if light is None:
        tried = found.mood.tried and not sentence.cased and event.cue.kind in _ATTEMPTED
        return of_the_attempt(cue, found, _HALTED) if tried else found
    if light[1].ended:
        found = replace(found, mood=replace(found.mood, negated=not found.mood.negated))
    own, over = beside(cue.scene, unit), light_subject(cue, light[0])
    if light[1].opponent and event.cue.kind is Kind.ADVANCE:
        found = replace(found, cue=_HALTED)
    if own is None and light[1].opponent and over is not None and not _is_whose_attack_it_was(cue, light[0], over):
        return replace(found, subject=over, reversed=True)
    if own is not None and own.role == "possessive" and over is not None:
        own = over if over.ref is not None else own
    return replace(found, subject=own or over)


def _is_whose_attack_it_was(cue: Cue, light: Unit, actor: Actor) -> bool:
    """Whether somebody attacks in a clause before, so that it is his assaults that are beaten off by nobody named: "THE
    NORTH presses on X: five assaults were beaten off there"."""
    sentence = cue.sentence
    sign = next((k for k in range(light.first - 1, actor.after, -1) if sentence.sign(k) in {",", ":", ";"}), None)
    if not sentence.cased or sign is None or sign + 1 == light.first:
        return False
    attacks = (event for event in cue.before if event.cue.kind is Kind.CLASH and event.form == "verb")
    return any(event.subject == actor and not event.reversed and event.after <= sign for event in attacks)


def _as_far_as_done(sentence: Sentence, unit: Unit, cue: EventCue) -> EventCue:
    """What is told as almost done is done in part: "the ring ALMOST closed", "are VIRTUALLY surrounded"."""
    if cue.status is not Status.COMPLETE or not sentence.says(unit.first - _BESIDE, unit.after + 1, "nearly"):
        return cue
    return cue.model_copy(update={"status": Status.PARTIAL})
