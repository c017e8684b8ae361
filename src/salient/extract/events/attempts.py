"""Whose an attempt is that a noun tells: "attempts by the North to enter X were foiled", "beat off another attempt"."""

from dataclasses import replace

from salient.domain.kind import Kind
from salient.extract.parties.actors import Actor
from salient.extract.parties.roles import light_before, light_subject
from salient.extract.words.forms import is_passive, is_past
from salient.extract.words.scene import Cue, Found
from salient.extract.words.sentence import Sentence, Unit
from salient.theatre.cues import EventCue

_DESCRIBED = 3
"""Tokens between an attempt and whoever's it is, or who stops it: "their one desperate attempt"."""
_OWNERS = ("adjective", "possessive")


def of_the_attempt(cue: Cue, found: Found, halted: EventCue) -> Found:
    """An event that was attempted, with whoever's attempt it is; nobody's is told as the `halted` cue tells it."""
    attempt = _attempt(cue.sentence, found.first)
    if attempt is None:
        return found
    if found.cue.kind is Kind.ADVANCE and _is_over(cue, attempt, found):
        found = replace(found, cue=found.cue.model_copy(update={"kind": Kind.CLASH}))
    if (owner := _owner(cue, attempt)) is not None:
        return replace(found, subject=owner)
    if not _is_noun(cue, attempt):
        return found
    stops = _stopped(cue.sentence, attempt)
    by = found.subject
    if stops is not None and by is not None and by.after <= stops.first:
        return replace(found, subject=by, reversed=True)
    return replace(found, subject=None, cue=halted) if by is None or by.first > attempt.first else found


def who_beat_it_off(cue: Cue) -> Actor | None:
    """Who has beaten off an attempt that nobody's name stands with: "THEIR MARINES foiled another attempt to land"."""
    sentence = cue.sentence
    attempt = None if sentence.cased else _attempt(sentence, cue.unit.first)
    light = None if attempt is None else light_before(sentence, attempt)
    if light is None or not light[1].opponent or is_passive(sentence, light[0]):
        return None
    inside = any(light[0].after <= actor.first < cue.unit.first for actor in cue.scene.actors)
    return None if inside else light_subject(cue, light[0])


def _attempt(sentence: Sentence, first: int) -> Unit | None:
    """The words of an attempt right before an event, where they are more than a verb's."""
    k = first - 1
    while sentence.is_(k, "to", "adverb") and not sentence.is_(k, "attempt"):
        k -= 1
    unit = sentence.unit_at[k] if k >= 0 else None
    return unit if unit is not None and "attempt" in unit.names else None


def _is_over(cue: Cue, attempt: Unit, found: Found) -> bool:
    """Whether an attempt was made and is over, so that it is told as a fight: "TRIED to gain a foothold", "their
    attempt to dig in WAS FOILED"; not "are trying to"."""
    sentence = cue.sentence
    if not _is_noun(cue, attempt) and _owner(cue, attempt) is None:
        return is_past(sentence, attempt)
    end = ("light", "unsuccessful")
    verb = next((sentence.unit_at[k] for k in range(found.after, cue.right + 1) if sentence.is_(k, *end)), None)
    return verb is not None and ("unsuccessful" in verb.names or verb.value("light").opponent)


def _owner(cue: Cue, attempt: Unit) -> Actor | None:
    """Whose attempt it is: "Northern attempts", "attempts by Northern troops"."""
    inside = (a for a in cue.scene.actors if attempt.first < a.first < attempt.after)
    before = (
        a
        for a in reversed(cue.scene.actors)
        if a.role in _OWNERS and a.after <= attempt.first <= a.after + _DESCRIBED and _leads(cue.sentence, a, attempt)
    )
    return next(inside, None) or next(before, None)


def _leads(sentence: Sentence, owner: Actor, attempt: Unit) -> bool:
    return all(
        sentence.tokens[k].is_number or sentence.only_describes(k) or sentence.is_(k, "number", "determiner")
        for k in range(owner.after, attempt.first)
    )


def _is_noun(cue: Cue, attempt: Unit) -> bool:
    """Whether an attempt is a noun: after an article or a number, or at the head of a clause."""
    sentence, k = cue.sentence, attempt.first - 1
    while k >= 0 and sentence.only_describes(k):
        k -= 1
    plural = sentence.tokens[attempt.first].lower.endswith("s")
    return sentence.is_(k, "determiner", "number") or sentence.tokens[k].is_number if k >= 0 else plural


def _stopped(sentence: Sentence, attempt: Unit) -> Unit | None:
    """The verb that stops an attempt: "BEAT OFF another attempt"."""
    for k in range(attempt.first - 1, max(-1, attempt.first - 1 - _DESCRIBED), -1):
        unit = sentence.unit_at[k]
        if unit is not None and "light" in unit.names:
            return unit if unit.value("light").opponent else None
    return None
