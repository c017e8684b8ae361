"""Where an event happened whose own clause names no place: at what the rest of its sentence names."""

from salient.domain.kind import Kind
from salient.domain.place import PlaceClass
from salient.extract.places.goals import (
    AIMED,
    comes_from,
    leads_to_place,
    only_houses,
    starts_there,
    tells_since_when,
)
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.pointers import speaks_of_place
from salient.extract.places.spoken import Part
from salient.extract.turn import Turn
from salient.extract.words.own_clause import leads_to
from salient.extract.words.scene import Found

_HARM = (Kind.LOSS, Kind.STRIKE)
_AIMED = (*AIMED, Kind.ENCIRCLEMENT)
"""Kinds told of where they are aimed, not of where they come from."""


def named_before_it(turn: Turn, event: Found) -> list[int]:
    """Count the places that the sentence has named before an event, so that they are meant before those it has not.
    Gives their numbers among its mentions."""
    sentence = turn.scene.sentence
    told = {n for other in turn.events for n in other.places}
    before = [
        n
        for n, m in enumerate(turn.scene.mentions)
        if m.after <= event.first
        and n not in told
        and not (m.aside or leads_to(sentence, m.first) or _only_starts(turn, event, m) or _only_dates(turn, m))
    ]
    for n in before:
        turn.memory.spoken.note(sentence, turn.scene.mentions[n], turn.offset + n, Part.BEFORE)
    return before


def named_nearest(turn: Turn, event: Found) -> list[int | None]:
    """The place named nearest to an event in another clause of its sentence: "40 died when a missile hit X"."""
    sentence = turn.scene.sentence
    named = [(n, m) for n, m in enumerate(turn.scene.mentions) if not m.aside and not leads_to(sentence, m.first)]
    if event.cue.kind is Kind.WITHDRAWAL or (sentence.cased and event.cue.kind is Kind.ASSET):
        named = [(n, m) for n, m in named if not leads_to_place(sentence, m)]
    named = [(n, m) for n, m in named if not (_only_starts(turn, event, m) or _only_dates(turn, m))]
    if event.cue.kind is Kind.STRENGTH:
        named = [(n, m) for n, m in named if not comes_from(sentence, m)]
    if event.cue.kind is Kind.WITHDRAWAL or turn.memory.place is not None:
        named = [(n, m) for n, m in named if m.mention.place_class is not PlaceClass.RIVER]
    own = [(n, m) for n, m in named if event.after <= m.first < _part_end(turn, event)]
    before = [other for other in turn.events if other.first < event.first][-1:]
    if not own and event.cue.kind is Kind.LOSS and any(len(o.places) > 1 for o in before):
        return []
    if own:
        return [turn.offset + own[0][0]]
    small = [(n, m) for n, m in named if m.mention.place_class not in LARGE] or named
    small = [(n, m) for n, m in small if m.mention.place_class is not PlaceClass.RIVER]
    if small:
        return [turn.offset + min(small, key=lambda item: abs(item[1].first - event.first))[0]]
    ground = speakers_ground(turn, event) if _is_governed(event) and not _goes_on(turn, event) else None
    return [] if ground is None else [ground]


def _part_end(turn: Turn, event: Found) -> int:
    """Where another verb or speaker begins after an event: up to there, a region is nearer than any town after it."""
    sentence = turn.scene.sentence
    verbs = (other.first for other in turn.events if other.first > event.first and other.form == "verb")
    frames = (frame.cue[0] for frame in turn.frames if frame.cue[0] > event.first)
    return min([len(sentence.tokens), *verbs, *frames])


def meant_by_them(turn: Turn, event: Found) -> list[int | None]:
    """The places that "them" beside a verb means: those named before it in the sentence, else in the one before."""
    sentence = turn.scene.sentence
    if not sentence.cased or event.form != "verb":
        return []
    if not (sentence.is_(event.first - 1, "them") or sentence.is_(event.after, "them")):
        return []
    before = [n for n, m in enumerate(turn.scene.mentions) if not m.aside and m.after <= event.first]
    return [turn.offset + n for n in before] or list(turn.memory.places)


def named_here(turn: Turn, event: Found) -> int | None:
    """What "there" means where the sentence itself has named it before: "at X we fight, and there ..."."""
    scene = turn.scene
    if not scene.sentence.cased:
        that = _named_last(turn, event)
        return _named_before(turn, event) if that is None else that
    before = [n for n, m in enumerate(scene.mentions) if not m.aside and m.after <= event.clause[0]]
    taken = {n for other in turn.events for n in other.places}
    fresh = turn.memory.place is None
    return turn.offset + before[-1] if before and (fresh or before[-1] in taken) else None


def _named_last(turn: Turn, event: Found) -> int | None:
    """What "THAT village" means where a sentence opens with it: the last one that was named, not the one spoken of."""
    sentence, places = turn.scene.sentence, turn.memory.places
    opens = sentence.is_(0, "that") and sentence.is_(1, "settlement") and event.first > 1
    return places[-1] if opens and places and not turn.scene.mentions else None


def _named_before(turn: Turn, event: Found) -> int | None:
    """The one settlement that a sentence names before it points back at it: "silent on X since the city's fall"."""
    scene = turn.scene
    before = [
        n
        for n, m in enumerate(scene.mentions)
        if m.after <= event.first
        and not (m.aside or _only_starts(turn, event, m) or _only_dates(turn, m))
        and m.mention.place_class not in LARGE
        and not scene.sentence.is_(m.first - 2, "official")  # "the ministry in X"
    ]
    if len(before) != 1 or not speaks_of_place(scene.sentence, scene.mentions[before[-1]].after, event.clause[1]):
        return None
    return turn.offset + before[-1]


def _only_dates(turn: Turn, mention: Mention) -> bool:
    """Whether a place only tells since when the one spoken of is told of: "shelled daily SINCE THE FALL OF X"."""
    return bool(turn.memory.places) and tells_since_when(turn.scene.sentence, 0, mention)


def _only_starts(turn: Turn, event: Found, mention: Mention) -> bool:
    """Whether an attack only comes from a place: "FROM X they are moving toward the centre"; not "exports FROM X were
    halted after an attack"."""
    sentence = turn.scene.sentence
    if event.form == "noun" and sentence.some(mention.after, event.first, "be", "auxiliary"):
        return False
    return not sentence.cased and event.cue.kind in _AIMED and starts_there(sentence, mention)


def _is_governed(event: Found) -> bool:
    """Whether an event without a place is one that an office tells of all that it governs: harm, people taken away."""
    leaves = event.subject.ref if event.subject is not None else None
    return event.cue.kind in _HARM or (event.cue.kind is Kind.WITHDRAWAL and leaves is None)


def _goes_on(turn: Turn, event: Found) -> bool:
    """Whether what an office tells of harm goes on with a town that has just been struck: "a bomb hit X. The governor
    said that six people had been killed"."""
    sentence = turn.scene.sentence
    struck = {d.place for d in turn.memory.recent if d.what.kind in _HARM and d.place is not None}
    whole = sentence.has("a_day_long", "everywhere", "anaphor_region", "region")
    return event.cue.kind is Kind.LOSS and len(struck) == 1 and struck == {turn.memory.place} and not whole


def speakers_ground(turn: Turn, event: Found) -> int | None:
    """The district or region of an office whose holder tells of harm without saying where."""
    spoken = [f for f in turn.frames if f.first <= event.first < f.after]
    at = {k for frame in spoken for k in range(*frame.cue)}
    named = [n for n, m in enumerate(turn.scene.mentions) if m.first in at and not only_houses(turn.scene.sentence, m)]
    return turn.offset + named[-1] if named else None
