"""Events that no phrase of the tables tells: predicates of a class beside arguments of the types it asks for.

"Troops V into X" is an advance whatever verb of moving V is. The table's phrases come first; a default reading is taken
only of words that no event has, and of a place that no other event of its clause is told of.
"""

from bisect import bisect_left
from collections.abc import Mapping, Set
from dataclasses import replace

from salient.domain.kind import Kind, Status
from salient.extract.events.arguments import Arguments, may_be_told, with_of
from salient.extract.events.case_arguments import CaseArguments
from salient.extract.events.mood import mood_of
from salient.extract.events.needs_of_people import is_private
from salient.extract.events.only_described import is_subject_gerund, only_leads
from salient.extract.events.works import told_of_works
from salient.extract.parties.actors import Actor
from salient.extract.parties.roles import object_of, subject_of
from salient.extract.places.mention import LARGE
from salient.extract.words.case_phrases import CaseCutter
from salient.extract.words.clause_start import left_bound, turns_of
from salient.extract.words.cue_forms import is_under_way
from salient.extract.words.entries import Meaning
from salient.extract.words.forms import is_passive, is_verbal
from salient.extract.words.noun_phrases import Cutter, Phrase, types_among
from salient.extract.words.scene import Cue, Found, Scene
from salient.extract.words.sentence import Sentence, Unit
from salient.text.tokens import CASES
from salient.theatre.event_frames import EventFrame

_NO_NAMES = Meaning(frozenset(), {})
_TAKEN = frozenset({"idioms", "speech", "boilerplate", "verdict"})
_HARMING = (Kind.STRIKE, Kind.CLASH)
"""What people are hurt by."""
_BESIDE_STRIKES = (Kind.ASSET, Kind.LOSS, Kind.ADVANCE)
"""Kinds that words for a strike may tell as well, or be taken for."""
_REACH = 16
"""Tokens after a verb within which its arguments stand."""
_BESIDE = 3
"""Noun phrases on either side of one among which its place stands."""


def find_by_frames(scene: Scene, found: list[Found]) -> list[Found]:
    """The events that classes of predicates tell, in the order of the text."""
    sentence = scene.sentence
    if not (sentence.predicates or (sentence.cased and _counts(sentence))):
        return []
    found = [event for event in found if not _is_nobodys(event)]
    predicates = [k for k in sentence.predicates if _is_free(sentence, k, found)]
    units = {k: Unit(k, k + 1, _NO_NAMES, sentence.names_at[k]) for k in predicates}
    copulas = {k: copula for k in predicates if (copula := _copula(sentence, k)) is not None}
    states = frozenset(copulas)
    verbs = frozenset(
        k
        for k in predicates
        if sentence.frames.verbal(sentence.tokens[k])
        and is_verbal(sentence, units[k])
        and not (sentence.cased and _is_attribute(sentence, k))
    )
    stands, types = {True: states, False: verbs}, types_among(scene)
    asked = {k: rows for k in sorted(verbs | states) if (rows := _rows(sentence, k, stands, types, found))}
    bare = [frame for frame in sentence.frames.bare if types.issuperset(frame.to)]
    if not asked and not bare:
        return []
    turns = turns_of(sentence)
    cutter = CaseCutter if sentence.cased else Cutter
    phrases = cutter(scene, verbs | states | {event.first for event in found}).phrases()
    out: list[Found] = []
    for k, rows in asked.items():
        right = len(sentence.tokens) if sentence.cased else _right_bound(sentence, k, turns, [*found, *out])
        arguments = _arguments(sentence, phrases, (copulas.get(k, k), k), (left_bound(sentence, k, turns), right))
        clause = arguments.clause
        passive = k in verbs and is_passive(sentence, units[k])
        for frame in rows:
            places = arguments.places(frame, passive=passive and not frame.state)
            if frame.cue.kind is Kind.WITHDRAWAL and is_private(sentence, (k, k + 1)):
                continue
            places = _smallest(scene, places)
            if places is None or _is_told(frame, places, [*found, *out], clause):
                continue
            if _tells_nothing(scene, frame, arguments, units[k]):
                continue
            slot = _owner(scene, arguments.led(frame)) if frame.into and frame.cue.actor == "slot" else None
            if frame.cue.actor == "slot" and (slot is None or slot.ref is None):
                continue
            cue = Cue(scene, units[k], *clause, [], found)
            event: Found | None = _event(cue, frame, "verb", places, passive=passive)
            if event is not None and slot is not None:
                event = replace(event, slot=slot.ref)
            if event is not None and frame.denied:
                event = _undenied(sentence, event, arguments.subject)
            if event is not None and frame.cue.kind is Kind.ASSET:
                event = told_of_works(scene, frame, arguments, event)
            if event is None:
                continue
            moved = sentence.cased and frame.cue.kind is not Kind.ADVANCE  # who is pushed back does not go forward
            owner = _owner(scene, arguments.subject) or (_owner(scene, arguments.object) if moved else None)
            out.append(event if event.subject else replace(event, subject=owner))
            break
    return out + _of_nouns(scene, phrases, [*found, *out], turns, bare)


def _rows(
    sentence: Sentence, k: int, stands: Mapping[bool, Set[int]], types: Set[str], found: list[Found]
) -> list[EventFrame]:
    """The frames that a predicate may tell, as far as all that its sentence speaks of shows; inside an event strikes
    only. `stands` are the predicates that stand as states, and as verbs."""
    over = any(event.first <= k < event.after for event in found)
    return [
        frame
        for frame in sentence.frames.of(sentence.tokens[k])
        if k in stands[frame.state]
        and may_be_told(frame, types, cased=sentence.cased)
        and not (over and frame.cue.kind is not Kind.STRIKE)
    ]


def _smallest(scene: Scene, places: list[int] | None) -> list[int] | None:
    """The settlements, where a region only tells where they lie: "IN THE X REGION they remain near Y"."""
    small = [n for n in places or () if scene.mentions[n].mention.place_class not in LARGE]
    return small or places


def _counts(sentence: Sentence) -> bool:
    """Whether a figure stands in a sentence, so that a noun phrase may tell something by itself."""
    return any(token.is_number for token in sentence.tokens) or sentence.has("number", "multiplier")


def _arguments(sentence: Sentence, phrases: list[Phrase], verb: tuple[int, int], clause: tuple[int, int]) -> Arguments:
    if sentence.cased:
        return CaseArguments(sentence, phrases, verb[1])
    return Arguments(sentence, phrases, verb, clause)


def _undenied(sentence: Sentence, event: Found, subject: Phrase | None) -> Found | None:
    """What is told by saying that something is not done, without the no; None where it is done."""
    none = subject is not None and sentence.some(subject.first, subject.after, "negation")
    if not (event.mood.negated or none):
        return None
    return replace(event, mood=replace(event.mood, negated=False))


def _is_nobodys(event: Found) -> bool:
    """Whether a way is gone by something of no side's, so that it is no advance: "X slid into Northern hands"."""
    alone = event.subject is None and event.object is None
    return event.cue.kind is Kind.ADVANCE and event.form == "verb" and not event.passive and alone


def _tells_nothing(scene: Scene, frame: EventFrame, arguments: Arguments, unit: Unit) -> bool:
    """Whether a distance is told under a pronoun that stands for nobody, holding a place is only weighed, or a pipe
    only leads there: "from X to Y IT is about 30 km", "HOLDING X matters"."""
    sentence, subject = scene.sentence, arguments.subject
    nobody = not sentence.cased and subject is not None and sentence.is_(subject.first, "pronoun_body")
    weighed = frame.cue.status is Status.HOLDS and is_subject_gerund(scene, unit)
    counted = frame.cue.kind is Kind.STRENGTH and "people" in frame.to and _are_civilians(sentence, subject)
    described = frame.cue.status is Status.HOLDS and not frame.to and _stays_so(sentence, unit.after)
    described |= _only_seems(sentence, unit)
    return weighed or counted or described or only_leads(scene, unit) or (nobody and "length" in frame.to)


def _only_seems(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb leaves what is told to the next word: "APPEAR TO be stalled", "APPEAR UNLIKELY to give up"."""
    k = unit.after
    if sentence.cased or not sentence.is_(unit.first, "come_true"):
        return False
    while sentence.is_(k, "adverb"):
        k += 1
    if k + 1 >= len(sentence.tokens):
        return False
    if sentence.signs[k] in sentence.to_words:
        there = (
            sentence.is_(k + 1, "determiner", "settlement", "bearing", "anaphor_place") or k + 1 in sentence.placed()
        )
        return not there and not sentence.tokens[k + 1].capitalised
    return (
        sentence.is_(k, "predicate", "prospect", "unforeseen", "unable") or "participle" in sentence.tokens[k].features
    )


def _stays_so(sentence: Sentence, k: int) -> bool:
    """Whether an adjective after a verb of staying tells how somebody is, not where: "remain UNABLE to enter X",
    "stayed PASSIVE near Y"."""
    while sentence.is_(k, "adverb") and not sentence.is_(k, "unable"):
        k += 1
    if sentence.cased or k >= len(sentence.tokens) or not sentence.tokens[k].is_word or sentence.tokens[k].capitalised:
        return False
    if sentence.is_(k, "unable"):
        return True
    plain = sentence.tokens[k].features.isdisjoint({"past", "participle", "gerund", "plural"})
    return plain and not sentence.names_at[k] and sentence.lowers[k] not in sentence.frames.roles


def _are_civilians(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Whether those who are counted are nobody's troops: "some 500 RESIDENTS are left in X"."""
    if sentence.cased or phrase is None or sentence.some(phrase.first, phrase.after, "forces", "enemy"):
        return False
    return sentence.some(phrase.first, phrase.after, "civilians", "anonymous")


def _owner(scene: Scene, phrase: Phrase | None) -> Actor | None:
    """Whose the thing is that does it: "the NORTHERN line has shifted"."""
    inside = range(0) if phrase is None else range(phrase.first, phrase.after)
    return next((actor for actor in scene.actors if actor.first in inside), None)


def _of_nouns(
    scene: Scene, phrases: list[Phrase], found: list[Found], turns: list[int], bare: list[EventFrame]
) -> list[Found]:
    """Events that a noun phrase tells by itself: "forty dead in X", "12,000 men near X"."""
    sentence = scene.sentence
    out: list[Found] = []
    nowhere = not any(phrase.places or phrase.back for phrase in phrases)
    if nowhere and not any(frame.spoken for frame in bare):
        return out
    for n, phrase in enumerate(phrases):
        types = frozenset() if phrase.role == "of" else with_of(phrases, n).types
        for frame in bare:
            if not types.issuperset(frame.to):
                continue
            clause = left_bound(sentence, phrase.first, turns), _right_bound(sentence, phrase.after, turns, [])
            near = _place_beside(phrases, n, frame, clause)
            told = any(
                event.cue.kind is frame.cue.kind
                or (clause[0] <= event.first < clause[1] and not _is_harmed_by_it(frame, event))
                for event in (*found, *out)
            )
            if (near is not None or (nowhere and frame.spoken)) and not told:
                cue = Cue(scene, Unit(phrase.first, phrase.after, _NO_NAMES, frozenset()), *clause, [], found)
                event = _event(cue, frame, "noun", [] if near is None else _listed(phrases, near), passive=False)
                owner = _owner(scene, with_of(phrases, n))
                doer = None if event.subject is owner else event.subject
                out.append(event if owner is None else replace(event, subject=doer, object=owner))
                break
    return out


def _is_harmed_by_it(frame: EventFrame, event: Found) -> bool:
    """Whether the dead are told beside what killed them: "40 attacks on X and SEVEN DEAD"."""
    return frame.cue.kind is Kind.LOSS and event.cue.kind in _HARMING


def _place_beside(phrases: list[Phrase], n: int, frame: EventFrame, clause: tuple[int, int]) -> Phrase | None:
    """The place after a noun phrase, else the one before it, in its clause and in a role that the frame asks for."""
    behind = [p for p in phrases[n + 1 : n + 1 + _BESIDE] if p.first < clause[1]]
    ahead = [p for p in phrases[max(0, n - _BESIDE) : n] if p.first >= clause[0]]
    return next((p for p in (*behind, *reversed(ahead)) if p.role in frame.at and (p.places or p.back)), None)


def _listed(phrases: list[Phrase], first: Phrase) -> list[int]:
    """The places of a phrase and of those that go on its list: "from X, Y and Z"."""
    places, last = list(first.places), first
    for phrase in phrases[phrases.index(first) + 1 :]:
        if phrase.role != first.role or not phrase.places or phrase.first > last.after + 1:
            break
        places.extend(phrase.places)
        last = phrase
    return places


def _event(cue: Cue, frame: EventFrame, form: str, places: list[int], *, passive: bool) -> Found:
    return Found(
        first=cue.unit.first,
        after=cue.unit.after,
        cue=frame.cue,
        form=form,
        passive=passive,
        subject=subject_of(cue, form, passive),
        object=object_of(cue, form, passive),
        slot=None,
        mood=mood_of(cue, form, None, frame.cue.kind, frame.cue.status),
        places=places,
        assets=(),
        clause=(cue.left, cue.right),
        progressive=is_under_way(cue.sentence, cue.unit),
    )


def _copula(sentence: Sentence, k: int) -> int | None:
    """The verb by which a token is what somebody or something is said to be, closing its clause: "the power IS out"."""
    if not any(frame.state for frame in sentence.frames.of(sentence.tokens[k])):
        return None
    before = k - 1
    while sentence.is_(before, "adverb", "negation", "determiner"):
        before -= 1
    closes = not sentence.tokens[k + 1].is_word if k + 1 < len(sentence.tokens) else True
    closes |= sentence.is_(k + 1, "locative", "conjunction", "since", "adverb", "day", "weekday", "by")
    stated = sentence.is_be(before) or sentence.is_(before, "verb_of_presence")
    return before if stated and closes else None


def _is_free(sentence: Sentence, k: int, found: list[Found]) -> bool:
    unit = sentence.unit_at[k]
    if unit is not None and not (unit.names.isdisjoint(_TAKEN) and all(map(sentence.is_be, range(unit.first, k)))):
        return False
    if unit is not None and "light" in unit.names and unit.after > unit.first + 1:
        return False  # "CARRIED OUT 26 attacks"
    if any(event.first <= k < event.after and not _may_be_arms(sentence, event) for event in found):
        return False
    return not _helps(sentence, k)


def _may_be_arms(sentence: Sentence, event: Found) -> bool:
    """Whether what moves or harms may be arms, so that a frame may know better: "drones GOT to the airfield"."""
    return sentence.cased and event.form == "verb" and event.cue.kind in _BESIDE_STRIKES and sentence.has("arms")


def _is_attribute(sentence: Sentence, k: int) -> bool:
    """Whether a participle only describes a noun, as its case shows."""
    features = sentence.tokens[k].features
    return "noun" not in features and not features.isdisjoint(CASES)


def _helps(sentence: Sentence, k: int) -> bool:
    """Whether "be" or "have" only helps the participle after it: "WERE taken", "HAS grown"."""
    after = k + 1
    while sentence.is_(after, "adverb", "negation"):
        after += 1
    if after >= len(sentence.tokens):
        return False
    features = sentence.tokens[after].features
    helped = sentence.is_(k, "auxiliary") and "participle" in features
    return helped or (sentence.is_be(k) and bool(features & {"participle", "gerund"}))


def _right_bound(sentence: Sentence, k: int, turns: list[int], found: list[Found]) -> int:
    """Where the clause of a verb ends: at the next event, at a sign or word that opens another clause."""
    end = min([k + _REACH, len(sentence.tokens), *(event.first for event in found if event.first > k)])
    for j in turns[bisect_left(turns, k + 1) :]:
        if j >= end:
            break
        opens = sentence.is_(j, "that") or (sentence.is_(j, "conjunction") and not sentence.is_(j, "link", "since"))
        ends = sentence.sign(j) in {";", ":", '"', "("} and not _is_converted(sentence, j)
        if ends or sentence.is_dash(j) or opens:
            return j
    return end


def _is_converted(sentence: Sentence, j: int) -> bool:
    """Whether a bracket only gives a length in another unit: "10 km (6 miles) away"."""
    return sentence.sign(j) == "(" and sentence.is_(j + 2, "length") and sentence.sign(j + 3) == ")"


def _is_told(frame: EventFrame, places: list[int], found: list[Found], clause: tuple[int, int]) -> bool:
    """Whether another event is told of the same place already, in this clause or of the same kind."""
    if frame.cue.kind is Kind.ASSET:
        return any(event.cue.kind is Kind.ASSET and clause[0] <= event.first < clause[1] for event in found)
    for event in found:
        if frame.cue.kind is Kind.STRIKE and event.cue.kind in _BESIDE_STRIKES:
            continue  # what a strike did, and where it came down: "on the outskirts"
        if frame.then and event.cue.kind is Kind.OUTLOOK:
            continue  # who is told to get ready to leave is told to leave
        if frame.cue.kind is Kind.LOSS and event.cue.kind in _HARMING:
            continue  # who is hurt is told beside what hurt him
        inside = clause[0] <= event.first < clause[1]
        shared = not set(places).isdisjoint(event.places) or not (event.places or places)
        if (shared and (inside or event.cue.kind is frame.cue.kind)) or (inside and not places):
            return True
    return False
