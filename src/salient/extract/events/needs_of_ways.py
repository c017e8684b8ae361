"""Whether an event has the place that somebody's way goes to, or starts from."""

from salient.extract.places.goals import is_left, leads_to_place
from salient.extract.places.pointers import is_counted
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence

_INTO = 8
"""Tokens behind a verb of moving within which "into the town" stands."""


def goal_named(reading: Reading) -> bool:
    """Somebody's forces, and a place that their way goes to: "into X", "up to X"; where cases tell, also the one spoken
    of, "into THE TOWN"."""
    sentence, mentions = reading.cue.sentence, reading.cue.scene.mentions
    if reading.subject is None:
        return False
    return any(leads_to_place(sentence, mentions[n]) for n in reading.places) or _goes_into_it(reading)


def _goes_into_it(reading: Reading) -> bool:
    """Whether a way leads into a settlement that is spoken of: "drove straight INTO THE TOWN from the side of X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if not sentence.cased:
        return False
    for k in range(unit.after, min(unit.after + _INTO, reading.cue.right)):
        if sentence.sign(k) in {",", ";", ":"}:
            return False
        led = sentence.is_(k, "settlement") and k + 1 not in sentence.places and not is_counted(sentence, k)
        if led and _leads_in(sentence, k):
            return True
    return False


def _leads_in(sentence: Sentence, noun: int) -> bool:
    """Whether a preposition of a goal governs a noun without more words than such as describe it: "up to", or "into"
    in the accusative."""
    before = noun - 1 - ("adjective" in sentence.tokens[noun - 1].features)
    word, features = sentence.sign(before), sentence.tokens[noun].features
    by_case = sentence.frames.roles_by_case.get(word, {})
    if sentence.frames.roles.get(word) == "goal":
        return True
    return by_case.get("acc") == "goal" and "acc" in features


def source_named(reading: Reading) -> bool:
    """Somebody's forces, and a place that they go out of."""
    return reading.subject is not None and any(
        is_left(reading.cue, reading.cue.scene.mentions[n]) for n in reading.places
    )
