"""The party that a content is about, by the rule of its cue."""

from collections.abc import Mapping
from dataclasses import replace

from salient.domain.kind import Kind, Stance, Status
from salient.domain.theatre import Theatre
from salient.extract.draft import Ref, Whose
from salient.extract.events.meaning import kind_of
from salient.extract.parties.actors import is_numbered, resolve
from salient.extract.parties.attacked import attacked, fight_each_other, whose_fire
from salient.extract.parties.leaders import leader_of
from salient.extract.parties.moved_about import whose_withdrawn
from salient.extract.parties.other_subjects import (
    after_to,
    in_first_person,
    is_by_number,
    of_one_before,
    other_subject,
    unsided,
)
from salient.extract.parties.pronouns import (
    are_those_against,
    in_own_words,
    in_sentence,
    lead_people_away,
    own_before_link,
    to_them,
)
from salient.extract.parties.pronouns import before as before_of
from salient.extract.parties.roles import beside
from salient.extract.parties.sufferers import (
    by_their_arms,
    has_struck,
    owner_of,
    some_of_whom,
    who_perishes,
    with_whom_it_is,
)
from salient.extract.speech.frame import Frame
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence, events_of

_OPPONENTS = {
    Whose.SPEAKER: Whose.OPPONENT,
    Whose.OPPONENT: Whose.SPEAKER,
    Whose.HOME: Whose.FOE,
    Whose.FOE: Whose.HOME,
    Whose.ATTACKER: Whose.HOLDER,
    Whose.HOLDER: Whose.ATTACKER,
    Whose.VICTIM: Whose.STRIKER,
    Whose.STRIKER: Whose.VICTIM,
    Whose.INVADER: Whose.HOME,
}


_FALLBACK: Mapping[Ref, tuple[Ref, ...]] = {
    Whose.OPPONENT: (Whose.FOE,),
    Whose.SPEAKER: (Whose.HOME,),
}
_OWN = (Kind.LOSS, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Kinds whose passive is about its patient: "troops are gathered", "were withdrawn"."""
_USUALLY: Mapping[str, tuple[Ref, ...]] = {
    "none": (),
    "attacker": (),
    "speaker": (Whose.SPEAKER, Whose.HOME),
    "opponent": (Whose.OPPONENT, Whose.FOE),
    "home": (Whose.HOME,),
    "holder": (Whose.HOLDER,),
    "foe": (Whose.ATTACKER,),
    "taker": (Whose.BELLIGERENT, Whose.ATTACKER),
    "victim": (Whose.VICTIM,),
    "shelled": (Whose.STRIKER,),
}
_ATTACKS = (Kind.STRIKE, Kind.CLASH)
_UNTOLD = (Kind.STRIKE, Kind.LOSS, Kind.WITHDRAWAL)
"""Kinds whose subject is often no side's name: "two bombs struck …", "families must leave …"."""


class Whom:
    """Knows which side is opposed to which."""

    def __init__(self, theatre: Theatre) -> None:
        self._theatre = theatre
        self._leaders = {speaker.name: speaker.side for speaker in theatre.speakers if theatre.opponent(speaker.side)}

    def actors(self, event: Found, scene: Scene, before: Ref | None, frame: Frame | None) -> tuple[Ref, ...]:
        """Whom the event may be about, the likeliest first.

        `before` is whom the sentences before spoke of; `frame` is whose words of the sentence it stands in, so that
        "its troops" are his.
        """
        if event.cue.actor == event.cue.unnamed == "none":
            return ()
        if frame is not None and scene.sentence.cased:
            if _is_claimed(event, frame):
                return self._unnamed(event)
            if event.clause[0] < event.after <= frame.cue[0] < event.clause[1]:  # who says it has done nothing
                event = replace(event, clause=(event.clause[0], frame.cue[0]))
        told_after = in_own_words(event, frame, cased=scene.sentence.cased)
        said = frame if frame is not None and (told_after or frame.cue[0] < event.first) else None
        before_him = said is not None and _is_told_before(scene.sentence, event, said)
        led_away = lead_people_away(event, scene.sentence, frame)
        if (before_him and not told_after) or led_away or _people_leave(event, scene.sentence):
            event = replace(event, subject=None)
        if frame is not None and _only_speaks(scene.sentence, event, frame):
            untold = replace(event, subject=own_before_link(event, scene, frame))
            named = self._named(untold, scene, before, said)
            if likely := self._unnamed(untold) if named is None else (named, *_FALLBACK.get(named, ())):
                return likely
        named = some_of_whom(event, scene) or self._named(event, scene, before, said)
        against = (Whose.RIVAL,) if are_those_against(event, scene) else ()
        if named is not None:
            return (*against, named, *_FALLBACK.get(named, ()))
        if against:
            return (*against, *self._unnamed(event))
        usually = self._told_by_none(event, scene, before)
        if usually and frame is not None and _is_of_who_tells(event, scene.sentence, frame):
            return (Whose.BELLIGERENT, *usually)
        return (*_conceded(event, scene.sentence, frame), *usually) if usually and frame is not None else usually

    def _told_by_none(self, event: Found, scene: Scene, before: Ref | None) -> tuple[Ref, ...]:
        """Whom an event is about that names nobody."""
        if event.cue.unnamed == "attacker":
            return _attacker(event, scene, before)
        active = event.form == "verb" and not event.passive
        done = active and event.subject is None and event.cue.actor == "subject"
        if done and (leader := leader_of(event, scene.sentence, self._leaders)) is not None:
            return (leader,)
        if active and scene.sentence.cased and event.subject is None:
            done = event.cue.actor != "none" and event.cue.needs != "distance"
            other = done and other_subject(event, scene)
            if not other and before is not None and of_one_before(event, scene):
                return (before, *_FALLBACK.get(before, ()))
            if not other or event.cue.kind not in _UNTOLD:
                if other and event.cue.kind is not Kind.OUTLOOK:
                    return ()
                return self._unnamed(event) or ((before,) if before is not None else ())
        if (whose := whose_withdrawn(event, scene, before, self.opponent)) is not None:
            return (whose,)
        told = (
            event.cue.kind in _UNTOLD
            or (event.cue.kind is Kind.ENCIRCLEMENT and not scene.sentence.cased)
            or (event.cue.kind is Kind.OUTLOOK and (event.cue.actor == "opponent" or _is_of_a_place(event, scene)))
            or event.mood.modal
            or (event.mood.tried and not scene.sentence.cased)
            or unsided(event.subject)
            or event.cue.needs == "distance"
        )
        of_place = event.cue.actor in ("other", "after_to") or event.cue.needs in (
            "subject_place",
            "subject_line",
            "closing",
        )
        if active and event.subject is not None and is_by_number(scene.sentence, event.subject):
            return (Whose.BELLIGERENT, Whose.HOME)
        if active and _is_of_the_tellers(event, scene.sentence):
            return (Whose.BELLIGERENT, *self._unnamed(event))
        of_ground = event.cue.kind is Kind.CONTROL
        return () if active and not told and not of_place and not of_ground else self._unnamed(event)

    def _named(self, event: Found, scene: Scene, before: Ref | None, said: Frame | None) -> Ref | None:
        rule = "subject" if _is_of_their_fire(event, scene.sentence) else _rule(event)
        before = before_of(event, scene, before, said) if said is not None else in_sentence(event, scene) or before
        subject = _expected(event, scene, rule) or resolve(who_perishes(event), before) or with_whom_it_is(event, scene)
        patient = resolve(event.object, owner_of(event.object, scene) or before)
        fire = whose_fire(event, scene.sentence)
        if fire is not None or event.reversed or rule == "opponent" or has_struck(event, scene.sentence):
            return fire or self.opponent(subject)
        subject = patient if _is_led_out(event, scene.sentence) else subject
        unnamed = rule == "subject" and subject is None
        subject = self.opponent(resolve(attacked(event, scene), before)) if unnamed else subject
        if event.cue.needs == "distance" and subject is None:
            near = (a.ref for a in scene.actors if event.clause[0] <= a.first < event.clause[1] and a.ref is not None)
            return next(near, None)
        if rule == "slot":
            return event.slot if scene.sentence.cased else _in_words(event, scene, said=said is not None)
        if rule == "subject":
            if subject is None and event.passive and _is_harmed(event):
                losing = event.cue.kind in _OWN or event.cue.status is Status.LOST
                arms = event.object is not None and by_their_arms(event.object, scene.sentence)
                return patient if losing or arms else self.opponent(patient)
            if subject is None and in_first_person(event, scene):
                return Whose.SPEAKER
            if subject is None and scene.sentence.cased and event.form == "verb":
                adjective = (a.ref for a in scene.actors if a.after == event.first and a.role == "adjective")
                return self._of_the_driven(event, patient, scene.sentence) or next(adjective, None)
            flag = event.cue.at_once and not scene.sentence.cased  # "has flown a NORTHERN flag"
            return event.slot if subject is None and flag else subject
        if rule == "invader":
            fights_on_own_ground = subject in (self._theatre.home_side, Whose.SPEAKER, Whose.HOME)
            return None if fights_on_own_ground or fight_each_other(event, scene) else subject
        if rule == "object":
            return to_them(event, scene, before) or self._done_to(event, subject, patient, cased=scene.sentence.cased)
        if rule == "possessor":
            if patient is not None:
                return self.opponent(patient) if _encircles(event, scene.sentence) else patient
            return self.opponent(subject) if event.cue.kind is Kind.ENCIRCLEMENT else subject
        if rule in ("other", "after_to"):
            return after_to(event, scene)
        return None

    def _done_to(self, event: Found, subject: Ref | None, patient: Ref | None, *, cased: bool) -> Ref | None:
        """Whom it is done to: the object; where none is named the subject's opponent."""
        thing = event.object is not None and event.object.role == "pronoun" and not event.passive
        own = patient is not None and not thing and (event.passive or event.object is not event.subject)
        behind = _stands_as_object(event) if cased else _costs_its_own(event)
        return patient if own else subject if behind else self.opponent(subject)

    def _of_the_driven(self, event: Found, patient: Ref | None, sentence: Sentence) -> Ref | None:
        """Whom it is about where troops are driven out or led away by somebody who is not named or has no side: "the
        invaders [they] drove out of X", "the invaders they managed to push back", "the command has led them out"."""
        driven = event.object
        if patient is None or driven is None or driven.role != "noun" or driven.may_be("nom"):
            return None
        if event.cue.kind is Kind.WITHDRAWAL:
            return patient
        emptied = event.cue.status is Status.TOOK and event.cue.needs == "ground"
        owned = _is_of_a_deed(sentence, driven.first - 1)  # "the assaults OF THE NORTH"
        pushed = event.cue.kind is Kind.ADVANCE and event.cue.needs is None and not owned
        return self.opponent(patient) if emptied or pushed else None

    def _unnamed(self, event: Found) -> tuple[Ref, ...]:
        """Nobody is named: the table tells whom such words are usually about; "occupied" tells no attack."""
        if event.cue.kind is Kind.ADVANCE and event.cue.unnamed == "none" and unsided(event.subject):
            return _USUALLY["foe"]  # whoever's a column is, somebody comes closer with it
        held = event.cue.unnamed == "foe" and event.cue.status is Status.HOLDS
        return (Whose.INVADER,) if held else _USUALLY[event.cue.unnamed]

    def takers(self, event: Found, losers: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """Who has not taken what is said not to be lost; who denies a loss without a name denies his own side's."""
        if event.subject is None and event.cue.actor != "slot":
            return (Whose.OPPONENT, Whose.FOE)
        return self.opponents(losers)

    def come_in(self, refs: tuple[Ref, ...]) -> bool:
        """Whether who is told to be in a place has come there from elsewhere: a side that fights on no ground of its
        own, or whoever speaks of his enemy."""
        abroad = {side.id for side in self._theatre.belligerents} - {self._theatre.home_side}
        return bool(refs) and (refs[0] is Whose.OPPONENT or refs[0] in abroad)

    def opponents(self, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        return tuple(other for ref in refs if (other := self.opponent(ref)) is not None)

    def opponent(self, ref: Ref | None) -> Ref | None:
        """The other side, also of a side that only the speaker tells."""
        if isinstance(ref, Whose):
            return _OPPONENTS[ref]
        return None if ref is None else self._theatre.opponent(ref)


def _is_harmed(event: Found) -> bool:
    """Whether it is done to somebody, or to the lines that are his: "NORTHERN DEFENCES were pierced"."""
    role = None if event.object is None else event.object.role
    return role == "noun" or (role == "adjective" and event.cue.kind is Kind.ADVANCE)


def _is_of_a_deed(sentence: Sentence, k: int) -> bool:
    """Whether a noun stands here that may be what somebody beats off, and no place where it is done."""
    features = sentence.tokens[k].features if k >= 0 else frozenset[str]()
    return "noun" in features and not features.isdisjoint({"nom", "acc"}) and k not in sentence.placed()


def _is_of_the_tellers(event: Found, sentence: Sentence) -> bool:
    """Whether troops without a side are a sided teller's own: who goes forward, or a unit told by its number. Where no
    ending tells, those that are called by what an army is made of: "ARMY UNITS are entering X", not "small groups"."""
    if event.subject is None or not unsided(event.subject):
        return False
    if not sentence.cased and not sentence.some(event.subject.first, event.subject.after, "official"):
        return False
    numbered = event.cue.kind is Kind.CLASH and is_numbered(sentence, event.subject.first)
    return numbered or event.cue.kind is Kind.ADVANCE


def _people_leave(event: Found, sentence: Sentence) -> bool:
    """Whether the people of a place are made or told to leave, whoever was told of before: "Northern troops are near X,
    the mayor said, URGING RESIDENTS TO LEAVE"; not "ordered the Northerners to leave", "withdrew from X TO"."""
    if sentence.cased or event.cue.kind is not Kind.WITHDRAWAL or event.form != "verb" or event.passive:
        return False
    named = event.object is not None and event.object is not event.subject
    inside = sentence.lowers[event.first + 2 : event.after - 1]
    return not named and not sentence.to_words.isdisjoint(inside)


def _is_told_before(sentence: Sentence, event: Found, said: Frame) -> bool:
    """Whether the subject found stands before somebody speaks, in a clause of its own: "THE NORTHERNERS neared X, whose
    mayor urged people to leave"; not "troops WHO, the mayor said, had left"."""
    subject = event.subject
    if sentence.cased or subject is None or subject.role != "noun" or subject.after > min(said.first, said.cue[0]):
        return False
    opens = said.cue[0] - 1
    return sentence.sign(opens) == "whose" or not sentence.is_(opens, "relative", "link", "but")


def _is_of_who_tells(event: Found, sentence: Sentence, frame: Frame) -> bool:
    """Whether troops tell what they have done themselves: "the paratroopers said that THEY dug in at X", where a verb
    needs no subject."""
    if not sentence.cased or event.subject is not None or event.form != "verb" or event.cue.actor != "subject":
        return False
    start = max(frame.cue[1], frame.first)
    if event.passive or not sentence.some(*frame.cue, "forces") or not sentence.some(start, event.first, "that"):
        return False
    between = range(start, event.first)
    return all(sentence.is_(k, "that", "adverb", "negation") or sentence.sign(k) == "," for k in between)


def _is_led_out(event: Found, sentence: Sentence) -> bool:
    """Whether it is the object of a verb of leaving who leaves: "the command pulled NORTHERN TROOPS out of X", "ordered
    THE NORTH to withdraw"."""
    led = event.object
    if event.cue.kind is not Kind.WITHDRAWAL or event.form != "verb" or event.passive or sentence.cased:
        return False
    if led is None or led is event.subject or led.role != "noun" or event.cue.needs == "left_place":
        return False
    alone = event.after - event.first == 1 or sentence.lowers[event.after - 1] not in sentence.frames.roles
    return event.first < led.first < event.after or (alone and led.first == event.after)


def _is_of_a_place(event: Found, scene: Scene) -> bool:
    """Whether a place is what something is foretold of: "THE TOWN is next"."""
    before = (scene.mentions[n].after for n in event.places)
    return not scene.sentence.cased and event.subject is None and any(after == event.first for after in before)


def _conceded(event: Found, sentence: Sentence, frame: Frame) -> tuple[Ref, ...]:
    """Who admits or laments something tells what is bad for his own side: what the others gain, what his own lose; and
    who explains a move by a threat, what threatened his own men, and who doubts that somebody leaves, his enemy."""
    kind, status = kind_of(event)
    if frame.stance is Stance.DOUBTS and kind is Kind.WITHDRAWAL and not sentence.cased:
        return (Whose.RIVAL,)
    if status is Status.THREATENED and event.object is None and sentence.some(*frame.cue, "explaining"):
        return (Whose.BELLIGERENT,)
    if event.mood.negated or event.mood.modal or not sentence.some(*frame.cue, "conceding"):
        return ()
    if kind is Kind.ADVANCE or status is Status.TOOK:
        return (Whose.RIVAL,)
    own = status is Status.LOST or kind in (Kind.LOSS, Kind.WITHDRAWAL, Kind.ENCIRCLEMENT)
    return (Whose.BELLIGERENT,) if own else ()


def _expected(event: Found, scene: Scene, rule: str) -> Ref | None:
    """The side that the words of an outlook name themselves: "we expect THE NORTH to attack"."""
    if scene.sentence.cased or event.cue.kind is not Kind.OUTLOOK or rule != "subject":
        return None
    return next((a.ref for a in scene.actors if event.first < a.first < event.after and a.ref is not None), None)


def _in_words(event: Found, scene: Scene, *, said: bool) -> Ref | None:
    """Whose a place is by the words themselves: what is "theirs" is the enemy's of who is quoted, a speaker's own where
    he is only reported, and nobody's where "they" may be anybody."""
    sentence, last = scene.sentence, scene.sentence.tokens[event.after - 1]
    if event.slot is not Whose.OPPONENT or sentence.possessives.isdisjoint(last.forms):
        return event.slot
    if any(actor.role == "pronoun" and actor.first < event.first for actor in scene.actors):
        return None
    return Whose.SPEAKER if said and not sentence.quoted else event.slot


def _is_of_their_fire(event: Found, sentence: Sentence) -> bool:
    """Whether it is their fire that a place is under, told right behind: "under the fire OF THE NORTH"."""
    behind = event.subject is not None and event.subject.first == event.after
    return sentence.cased and event.form == "phrase" and event.cue.actor == "opponent" and behind


def _costs_its_own(event: Found) -> bool:
    """Whether an attack has cost whoever made it: "the North's assault has cost IT 500 men"."""
    return event.cue.kind is Kind.LOSS and event.cue.unnamed == "foe" and event.object is None


def _stands_as_object(event: Found) -> bool:
    """Whether who is lost stands behind the verb in a case that may be a subject's: "killed 21 OF THE INVADERS"; or in
    a case that is none, wherever it stands: "13 OF OUR MEN [they] took prisoner"."""
    those = event.subject
    if those is None or those.role != "noun" or event.cue.kind is not Kind.LOSS or event.passive:
        return False
    return those.first >= event.after or not those.may_be("nom")


def _encircles(event: Found, sentence: Sentence) -> bool:
    """Whether whose encirclement it is has made it: "the Northern encirclement of X", "attempts to encircle"."""
    own = event.object is not None and event.object.after <= event.first and event.form == "noun"
    meant = not sentence.to_words.isdisjoint(sentence.lowers[event.first : event.after])
    made = meant or sentence.is_(event.after, "of")
    return own and event.cue.kind is Kind.ENCIRCLEMENT and not sentence.cased and made


def _only_speaks(sentence: Sentence, event: Found, frame: Frame) -> bool:
    """Whether the subject found for an event only says it, and what he says has words before it: "the North said THE
    ASSAULTS were beaten off with losses"; not "the North claimed to have taken X"."""
    subject = event.subject
    if subject is None or not frame.cue[0] <= subject.first < frame.cue[1] <= event.first:
        return False
    opens = max(frame.cue[1], frame.first)
    if "gerund" in sentence.tokens[opens].features:
        return False  # "the North reported clearing X and taking Y"
    return not all(
        sentence.is_(k, "to", "of", "auxiliary", "be", "adverb", "modal", "negation", "attempt", "light", "that")
        for k in range(opens, event.first)
    )


def _rule(event: Found) -> str:
    """Whom a content is about by its table; what somebody will or may do is about him."""
    rule = event.cue.actor
    done_to = rule in ("object", "possessor", "opponent") and event.subject is not None
    if not done_to or event.passive or event.subject is event.object or event.cue.kind is Kind.OUTLOOK:
        return rule
    return "subject" if kind_of(event)[0] is Kind.OUTLOOK else rule


def _attacker(event: Found, scene: Scene, before: Ref | None) -> tuple[Ref, ...]:
    """Whose attack the clause names as the cause: "after a Northern strike", "by missiles"; else nobody."""
    for unit in scene.sentence.units:
        attack = "arms" in unit.names or any(e.form == "noun" and e.cue.kind in _ATTACKS for e in events_of(unit))
        if attack and unit.first != event.first:
            named = resolve(beside(scene, unit), before)
            return (named, *_FALLBACK.get(named, ())) if named is not None else (Whose.FOE,)
    return ()


def _is_claimed(event: Found, frame: Frame) -> bool:
    """Whether who stands before a verb does nothing but claim what it tells: "bloggers COLOUR X as theirs"."""
    told = event.form == "verb" and event.cue.actor == "subject"
    return told and frame.first == event.first and frame.cue[1] <= event.first
