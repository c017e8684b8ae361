"""What the possession of one place makes possible at others is foretold of that place: "the capture of X would let the
North threaten Y", "from X the North can reach Y", "should X fall, the road to Y lies open", "if the town is lost, Y
will be next"."""

from dataclasses import replace

from salient.domain.kind import Kind
from salient.extract.events.meaning import kind_of
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence, events_of

_TOWARD = (Kind.ADVANCE, Kind.CLASH, Kind.STRIKE, Kind.ENCIRCLEMENT, Kind.OUTLOOK)
"""Kinds of what may then be done to other places; that those may be lost too is a claim of its own."""
_HEAD = 4
"""Tokens before the name by which such a clause has begun."""


def told_of_what_opens(scene: Scene, found: list[Found]) -> list[Found]:
    """The events of a sentence, the outlooks that one place opens told of that place and once."""
    sentence = scene.sentence
    if sentence.cased or not scene.mentions:
        return found
    found = _only_the_condition(sentence, found)
    outlooks = [event for event in found if event.cue.kind in _TOWARD and kind_of(event)[0] is Kind.OUTLOOK]
    opening = _opening(scene, outlooks[0].first) if outlooks else None
    if opening is None:
        return found
    head, n = opening
    start = scene.mentions[n].after
    end = next((k for k in range(start, len(sentence.tokens)) if sentence.sign(k) == ";"), len(sentence.tokens))
    opened = [event for event in outlooks if start <= event.first < end]
    if not opened or any(start <= e.first < opened[0].first and _tells_of_another(e, n) for e in found):
        return found
    others = [event for event in found if event not in opened]
    if _has_opened(sentence, opened[0]):
        return others
    if any(n in event.places and kind_of(event)[0] is Kind.OUTLOOK for event in others):
        return others
    return [*(e for e in others if not head <= e.first < start), replace(opened[0], places=[n])]


def _has_opened(sentence: Sentence, event: Found) -> bool:
    """Whether the way has been opened, so that the place has been taken: "the fall of X OPENED the road to Y"."""
    told = event.cue.kind is Kind.OUTLOOK and event.form == "verb" and not event.mood.modal
    return told and "past" in sentence.tokens[event.first].features


def _only_the_condition(sentence: Sentence, found: list[Found]) -> list[Found]:
    """The events of a sentence without what would follow if another of them came true."""
    foretold = [event for event in found if kind_of(event)[0] is Kind.OUTLOOK]
    start = next((event.first for event in foretold if _is_condition(sentence, event)), None)
    comma = (
        None
        if start is None
        else next((k for k in range(start, len(sentence.tokens)) if sentence.sign(k) == ","), None)
    )
    if comma is None:
        return found
    end = next((k for k in range(comma, len(sentence.tokens)) if sentence.sign(k) == ";"), len(sentence.tokens))
    return [event for event in found if not (event in foretold and comma < event.first < end)]


def _is_condition(sentence: Sentence, event: Found) -> bool:
    """Whether an event stands in a clause of its own that "if" opens."""
    if_at = next((k for k in range(event.first - 1, -1, -1) if sentence.is_(k, "if")), None)
    return if_at is not None and not any(sentence.sign(k) == "," for k in range(if_at, event.first))


def _tells_of_another(event: Found, n: int) -> bool:
    return bool(event.places) and n not in event.places


def _opening(scene: Scene, before: int) -> tuple[int, int] | None:
    """Where a clause begins with a place and what it opens, and which place that is."""
    sentence = scene.sentence
    for n, mention in enumerate(scene.mentions):
        if mention.aside or mention.after > before:
            continue
        head = _head(sentence, mention.first)
        if head is not None and _begins(sentence, head):
            return head, n
    return None


def _head(sentence: Sentence, first: int) -> int | None:
    """Where the words begin that make a place one from which, or with which, something can be done."""
    if sentence.is_(first - 1, "from"):
        return first - 1
    if sentence.is_(first - 1, "condition") and sentence.is_(first - 1, "modal", "if"):
        return first - 1  # "should X fall", "if X goes"
    if "gerund" in sentence.tokens[first - 1].features and _is_taking(sentence, first - 1):
        return first - 1
    noun = first - 1 - sentence.is_(first - 1, "of")
    unit = sentence.unit_at[noun] if noun >= 0 else None
    verb = "gerund" in sentence.tokens[noun].features or "past" in sentence.tokens[noun].features
    return unit.first if unit is not None and _is_taking(sentence, noun) and not verb else None


def _is_taking(sentence: Sentence, k: int) -> bool:
    unit = sentence.unit_at[k] if 0 <= k < len(sentence.tokens) else None
    return unit is not None and any(event.cue.kind is Kind.CONTROL for event in events_of(unit))


def _begins(sentence: Sentence, head: int) -> bool:
    """Whether nothing but articles and owners stand before in the clause."""
    k = head
    while not sentence.is_(k - 1, "that") and (
        sentence.is_(k - 1, "determiner", "possessive", "adverb")
        or k - 1 in sentence.sides
        or (sentence.sign(k - 1) == "'s" and head - k < _HEAD)
    ):
        k -= 1
    return k <= 0 or sentence.sign(k - 1) in {'"', ";", ":"} or sentence.is_dash(k - 1) or sentence.is_(k - 1, "that")
