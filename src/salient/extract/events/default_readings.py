"""Events that no phrase of the tables tells: predicates of a class beside arguments of the types it asks for.

"Troops V into X" is an advance whatever verb of moving V is. The table's phrases come first; a default reading is taken
only of words that no event has, and of a place that no other event of its clause is told of.
"""

from bisect import bisect_left
from dataclasses import replace

from salient.domain.kind import Kind
from salient.extract.events.arguments import Arguments, with_of
from salient.extract.events.mood import mood_of
from salient.extract.events.needs_of_people import is_private
from salient.extract.parties.actors import Actor
from salient.extract.parties.roles import object_of, subject_of
from salient.extract.words.clause_start import left_bound, turns_of
from salient.extract.words.cue_forms import is_under_way
from salient.extract.words.forms import is_passive, is_verbal
from salient.extract.words.lexicon import Meaning
from salient.extract.words.noun_phrases import Phrase, find_phrases
from salient.extract.words.scene import AssetMention, Cue, Found, Scene
from salient.extract.words.sentence import Sentence, Unit
from salient.theatre.event_frames import EventFrame

_NO_NAMES = Meaning(frozenset(), {})
_TAKEN = frozenset({"idioms", "speech", "boilerplate", "verdict"})
_REACH = 16
"""Tokens after a verb within which its arguments stand."""
_BESIDE = 3
"""Noun phrases on either side of one among which its place stands."""


def find_by_frames(scene: Scene, found: list[Found]) -> list[Found]:
    """The events that classes of predicates tell, in the order of the text."""
    sentence = scene.sentence
    if not sentence.predicates or not (scene.mentions or sentence.has("settlement", "anaphor_place", "unit")):
        return []
    predicates = [k for k in sentence.predicates if _is_free(sentence, k, found)]
    units = {k: Unit(k, k + 1, _NO_NAMES, sentence.names_at[k]) for k in predicates}
    states = frozenset(k for k in predicates if _is_state(sentence, k))
    verbs = frozenset(
        k for k in predicates if sentence.frames.verbal(sentence.tokens[k]) and is_verbal(sentence, units[k])
    )
    turns = turns_of(sentence)
    phrases = find_phrases(scene, verbs | states | {event.first for event in found})
    out: list[Found] = []
    for k in sorted(verbs | states):
        clause = left_bound(sentence, k, turns), _right_bound(sentence, k, turns, [*found, *out])
        arguments = Arguments(sentence, phrases, k, clause)
        passive = k in verbs and is_passive(sentence, units[k])
        for frame in sentence.frames.of(sentence.tokens[k]):
            if k not in (states if frame.state else verbs):
                continue
            places = arguments.places(frame, passive=passive)
            if frame.cue.kind is Kind.WITHDRAWAL and is_private(sentence, (k, k + 1)):
                continue
            if places is not None and not _is_told(frame, places, [*found, *out], clause):
                cue = Cue(scene, units[k], *clause, [], found)
                event = _event(cue, frame, "verb", places, passive=passive)
                out.append(event if event.subject else replace(event, subject=_owner(scene, arguments.subject)))
                break
    return out + _of_nouns(scene, phrases, [*found, *out], turns)


def _owner(scene: Scene, phrase: Phrase | None) -> Actor | None:
    """Whose the thing is that does it: "the NORTHERN line has shifted"."""
    inside = range(0) if phrase is None else range(phrase.first, phrase.after)
    return next((actor for actor in scene.actors if actor.first in inside), None)


def _of_nouns(scene: Scene, phrases: list[Phrase], found: list[Found], turns: list[int]) -> list[Found]:
    """Events that a noun phrase tells by itself: "forty dead in X", "12,000 men near X"."""
    sentence = scene.sentence
    out: list[Found] = []
    for n, phrase in enumerate(phrases):
        types = frozenset() if phrase.role == "of" else with_of(phrases, n).types
        for frame in sentence.frames.bare:
            if not types.issuperset(frame.to):
                continue
            clause = left_bound(sentence, phrase.first, turns), _right_bound(sentence, phrase.after, turns, [])
            near = _place_beside(phrases, n, frame, clause)
            told = any(
                clause[0] <= event.first < clause[1] or event.cue.kind is frame.cue.kind for event in (*found, *out)
            )
            if near is not None and not told:
                cue = Cue(scene, Unit(phrase.first, phrase.after, _NO_NAMES, frozenset()), *clause, [], found)
                event = _event(cue, frame, "noun", list(near.places), passive=False)
                out.append(event if event.object else replace(event, object=_owner(scene, with_of(phrases, n))))
                break
    return out


def _place_beside(phrases: list[Phrase], n: int, frame: EventFrame, clause: tuple[int, int]) -> Phrase | None:
    """The place after a noun phrase, else the one before it, in its clause and in a role that the frame asks for."""
    behind = [p for p in phrases[n + 1 : n + 1 + _BESIDE] if p.first < clause[1]]
    ahead = [p for p in phrases[max(0, n - _BESIDE) : n] if p.first >= clause[0]]
    return next((p for p in (*behind, *reversed(ahead)) if p.role in frame.at and (p.places or p.back)), None)


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
        assets=_assets(cue),
        clause=(cue.left, cue.right),
        progressive=is_under_way(cue.sentence, cue.unit),
    )


def _assets(cue: Cue) -> tuple[AssetMention, ...]:
    return tuple(asset for asset in cue.scene.assets if cue.left <= asset.first < cue.right)[:1]


def _is_state(sentence: Sentence, k: int) -> bool:
    """Whether a token is what somebody or something is said to be, and closes its clause: "the power is OUT"."""
    before = k - 1
    while sentence.is_(before, "adverb", "negation"):
        before -= 1
    closes = not sentence.tokens[k + 1].is_word if k + 1 < len(sentence.tokens) else True
    closes |= sentence.is_(k + 1, "locative", "conjunction", "since", "adverb", "day", "weekday", "by")
    return sentence.is_(before, "be") and closes


def _is_free(sentence: Sentence, k: int, found: list[Found]) -> bool:
    if _helps(sentence, k):
        return False
    unit = sentence.unit_at[k]
    if unit is not None and (not unit.names.isdisjoint(_TAKEN) or (unit.after - unit.first > 1 and k > unit.first)):
        return False
    return not any(event.first <= k < event.after for event in found)


def _helps(sentence: Sentence, k: int) -> bool:
    """Whether "be" only helps the participle after it: "WERE taken", "IS holding"."""
    after = k + 1
    while sentence.is_(after, "adverb", "negation"):
        after += 1
    more = after < len(sentence.tokens) and sentence.tokens[after].features & {"participle", "gerund"}
    return sentence.is_(k, "be") and bool(more)


def _right_bound(sentence: Sentence, k: int, turns: list[int], found: list[Found]) -> int:
    """Where the clause of a verb ends: at the next event, at a sign or word that opens another clause."""
    end = min([k + _REACH, len(sentence.tokens), *(event.first for event in found if event.first > k)])
    for j in turns[bisect_left(turns, k + 1) :]:
        if j >= end:
            break
        opens = sentence.is_(j, "that") or (sentence.is_(j, "conjunction") and not sentence.is_(j, "link", "since"))
        if sentence.sign(j) in {";", ":", '"', "("} or sentence.is_dash(j) or opens:
            return j
    return end


def _is_told(frame: EventFrame, places: list[int], found: list[Found], clause: tuple[int, int]) -> bool:
    """Whether another event is told of the same place already, in this clause or of the same kind."""
    for event in found:
        inside = clause[0] <= event.first < clause[1]
        shared = not set(places).isdisjoint(event.places) or not (event.places or places)
        if (shared and (inside or event.cue.kind is frame.cue.kind)) or (inside and not places):
            return True
    return False
