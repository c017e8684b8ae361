"""What a sentence goes on to tell without repeating its verb: "four attacks near A, two near B", "the North advanced
near A and the South near B", "the North took A, the South B"."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from salient.domain.kind import Kind
from salient.extract.parties.actors import Actor
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_TOLD = (Kind.CONTROL, Kind.ADVANCE, Kind.CLASH, Kind.STRIKE, Kind.WITHDRAWAL)
_LONGEST = 12
"""Tokens between two names where the verb is left out before the second."""
_BEFORE_PLACE = ("locative", "bearing", "determiner", "settlement", "outskirts", "of", "adverb", "direction")
_TIMES = ("weekday", "month", "day", "time_unit")
_OF_PLACE = ("direction", "settlement", "region", "district")


def told_in_gaps(scene: Scene, found: list[Found]) -> list[Found]:
    """All events, and for each place that has a doer or a figure of its own but no verb, the last one once more."""
    out = list(found)
    named = [(n, m) for n, m in enumerate(scene.mentions) if not m.aside]
    for (_, before), (n, mention) in pairwise(named):
        between = range(before.after, mention.first)
        inside = [event for event in out if before.after <= event.first < mention.first]
        if len(between) > _LONGEST or not all(_tells(event, scene, before.first) for event in inside):
            continue
        last = next((event for event in reversed(out) if _tells(event, scene, before.first)), None)
        if last is None:
            continue
        gap = _dated(scene, between, mention.after) or (None if inside else _gap(scene, between))
        gap = gap or (_resumed(scene, between) if last.form == "noun" else None)
        if gap is None:
            continue
        first, doer = gap
        if doer is not None and last.form == "verb" and not last.passive:
            last = replace(last, subject=doer)
        elif doer is not None:
            continue
        elif n in last.places:
            continue  # a list with figures, read as one already
        out = [replace(event, places=[p for p in event.places if p != n] or event.places) for event in out]
        out.append(replace(last, first=first, after=first + 1, places=[n], clause=(first, mention.after)))
    return out


def _tells(event: Found, scene: Scene, first: int) -> bool:
    """Whether an event is told of the place named at token `first`."""
    own = any(scene.mentions[n].first == first for n in event.places)
    return own and event.cue.kind in _TOLD and event.form != "phrase" and not event.assets


def _gap(scene: Scene, between: range) -> tuple[int, Actor | None] | None:
    """Where a member without its verb begins among the tokens between two names, and who does it there."""
    sentence = scene.sentence
    k = _past(sentence, between, between.start, *_OF_PLACE)
    k = start = _past_time(sentence, between, k)
    while k < between.stop and (sentence.sign(k) == "," or sentence.is_(k, "link")):
        k += 1
    if k == start:
        return None
    doer = next((a for a in scene.actors if a.first == k and a.role == "noun" and a.ref is not None), None)
    if doer is not None:
        rest = range(doer.after, between.stop)
        return (k, doer) if _all(sentence, rest, *_BEFORE_PLACE) else None
    if k == between.stop:
        return None
    k = _past(sentence, between, k, "adverb")
    if not (k < between.stop and _is_figure(sentence, k)):
        return None
    rest = range(_past(sentence, between, k + 1, "unit", "determiner", "number"), between.stop)
    placed = any(sentence.is_(j, "locative", "bearing") for j in (*rest, between.stop))
    return (k, None) if placed and _all(sentence, rest, *_BEFORE_PLACE) else None


def _past_time(sentence: Sentence, between: range, first: int) -> int:
    """Past the words for when it was: "two near A IN THE PAST 24 HOURS, and 41 near B"."""
    k = first
    while k < between.stop and (sentence.is_(k, "determiner", "adverb", *_TIMES) or sentence.tokens[k].is_number):
        k += 1
    led = sentence.is_(first, "locative") and first + 1 < between.stop
    if led:
        k = first + 1
        while k < between.stop and (
            sentence.is_(k, "determiner", "adverb", "number", *_TIMES)
            or sentence.tokens[k].is_number
            or sentence.only_describes(k)
        ):
            k += 1
    timed = sentence.some(first, k, *_TIMES)
    return k if timed and (sentence.sign(k) == "," or sentence.is_(k, "link")) else first


def _dated(scene: Scene, between: range, after: int) -> tuple[int, None] | None:
    """A name of its own day: "X fell on Monday, Y on Tuesday"."""
    sentence = scene.sentence
    joined = between.stop - 1
    while joined > between.start and sentence.is_(joined, "adverb", "determiner", "settlement"):
        joined -= 1
    k = after + (sentence.is_(after, "locative") or (sentence.cased and sentence.is_dash(after)))  # "Y – 7 MAY"
    k += k < len(sentence.tokens) and k > after and _is_figure(sentence, k)
    own = sentence.sign(joined) == "," or sentence.is_(joined, "link")
    days = ("weekday", "month", "day", "time_unit")
    return (joined, None) if own and sentence.is_(k, *days) and sentence.some(between.start, joined, *days) else None


def _resumed(scene: Scene, between: range) -> tuple[int, None] | None:
    """ "The capture of X and, a day later, THAT OF Y"."""
    that = between.stop - 2
    again = (
        that > between.start and scene.sentence.is_(that, "determiner", "that") and scene.sentence.is_(that + 1, "of")
    )
    return (that, None) if again else None


def _is_figure(sentence: Sentence, k: int) -> bool:
    return sentence.tokens[k].is_number or (sentence.is_(k, "number") and not sentence.is_(k, "determiner"))


def _past(sentence: Sentence, between: range, k: int, *names: str) -> int:
    while k < between.stop and sentence.is_(k, *names):
        k += 1
    return k


def _all(sentence: Sentence, tokens: Iterable[int], *names: str) -> bool:
    return all(sentence.is_(k, *names) for k in tokens)
