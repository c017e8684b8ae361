"""What an event means as a claim: its kind and status, and what it may leave unsaid."""

from salient.domain.kind import Kind, Status
from salient.extract.places.pointers import is_counted
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_AROUND, _GROUND_AROUND = 8, 12
"""Tokens beside an event within which an amount stands: of what is taken or gained it may come later in the clause."""


def may_lack_actor(event: Found, kind: Kind, *, cased: bool) -> bool:
    """Whether a content means something although nobody is named that it is about."""
    if (
        Kind.ASSET in (kind, event.cue.kind)
        or Kind.CLASH in (kind, event.cue.kind)
        or event.cue.status is Status.CONTESTED
    ):
        return True  # what may become of works is about no party either
    advances = event.cue.kind is Kind.ADVANCE if cased else kind is Kind.ADVANCE
    if advances or (cased and kind is Kind.OUTLOOK and event.form == "noun"):
        return False
    if cased and kind is Kind.STRENGTH:
        return False  # of whom nobody says whose they are, no party has
    spoken_of = not cased and kind in (Kind.LOSS, Kind.WITHDRAWAL)
    return spoken_of or (bool(event.places) and kind is not Kind.CONTROL)


def kind_of(event: Found) -> tuple[Kind, Status | None]:
    kind, status, mood = event.cue.kind, event.cue.status, event.mood
    meant = (mood.tried or mood.modal or event.cutting) and not mood.future
    to_come = event.form == "noun" and mood.future and not mood.modal  # "will push on to support its encirclement"
    if kind is Kind.ENCIRCLEMENT and (meant or mood.risked or to_come):
        return kind, Status.THREATENED
    told_to_leave = mood.ordered or (mood.duty and event.subject is None) or _is_arranged(event)
    if mood.modal and kind is not Kind.OUTLOOK and not (told_to_leave and kind is Kind.WITHDRAWAL):
        return Kind.OUTLOOK, None
    if is_lost(event):
        return kind, Status.LOST
    falling = not (event.passive or event.subject) and event.slot is not None  # "is returning to Northern control"
    under_way = event.progressive and not event.cue.at_once and not falling
    if (mood.tried or under_way) and kind is Kind.CONTROL and status is Status.TOOK:
        return Kind.CLASH, None
    if mood.tried and event.cue.tried is not None:
        return event.cue.tried, None
    if mood.tried and status is Status.CAPTURED and event.form == "verb":
        return Kind.CLASH, None  # "tried to take the bridge"
    return kind, status


def _is_arranged(event: Found) -> bool:
    """Whether people who are no side's are to be taken away: who announces it has it under way."""
    moved = event.passive and event.subject is None and event.object is None
    return moved and event.cue.kind is Kind.WITHDRAWAL and not event.mood.negated


def is_lost(event: Found) -> bool:
    """Whether somebody could not hold what he held: "failed to hold X", "no longer controls X"."""
    held = event.cue.kind is Kind.CONTROL and event.cue.status is Status.HOLDS and event.form != "noun"
    return held and event.mood.failed and not event.mood.modal and event.subject is not None


def is_of_an_area(sentence: Sentence, event: Found) -> bool:
    """ "300 square kilometres", "42 settlements": an amount of ground is told of no single place."""
    return sentence.has("unit") and any(
        (unit := sentence.unit_at[k]) is not None
        and unit.value("unit") in {"km2", "settlements", "percent"}
        and not (sentence.cased and unit.value("unit") == "settlements" and not is_counted(sentence, k))
        for k in _measured(sentence, event)
    )


def is_of_settlements(sentence: Sentence, event: Found) -> bool:
    """Whether it is told of settlements that it does not name: "took FIVE VILLAGES", "a cluster of VILLAGES"."""
    units = (sentence.unit_at[k] for k in _measured(sentence, event))
    return any(unit is not None and unit.value("unit") == "settlements" for unit in units)


def _measured(sentence: Sentence, event: Found) -> range:
    """The tokens at which an amount would stand: after an event, before a verb in the passive."""
    around = _GROUND_AROUND if event.cue.kind in (Kind.CONTROL, Kind.ADVANCE) else _AROUND
    if (event.passive or event.form == "phrase") and not sentence.cased:
        return range(max(event.clause[0], event.first - around), event.first)
    return range(event.after, min(event.after + around, len(sentence.tokens)))
