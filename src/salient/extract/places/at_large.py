"""Whether an event without a place is told of the place spoken of, or of the war at large."""

from salient.domain.kind import Kind, Stance, Status
from salient.extract.events.meaning import kind_of
from salient.extract.places.measured_ground import MEASURED
from salient.extract.turn import Turn
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence

_VAGUE_NOUNS = (Kind.CLASH, Kind.ADVANCE, Kind.ENCIRCLEMENT, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Nouns of these kinds without a place near them, in the outlet's own voice, speak of the war at large."""
_TOLD_THERE = (Kind.ENCIRCLEMENT, Kind.STRENGTH, Kind.WITHDRAWAL)
"""Of these what somebody says in a short text is told of the place he speaks of: "there is no encirclement"."""
_ANYWHERE = (Kind.STRIKE, Kind.ASSET, Kind.CLASH)
"""Kinds that go on in many places at once: without a place they are told of the one clearly spoken of, or of none."""
_NEAR = 3
"""Sentences for which a place that was named is still spoken of in a long text."""


def is_vague(turn: Turn, event: Found) -> bool:
    """Whether an event without a place speaks of the war at large, not of the place spoken of before."""
    sentence, kind = turn.scene.sentence, event.cue.kind
    if turn.memory.headed:
        return False  # the section is about the place that heads it
    if kind_of(event)[0] is Kind.OUTLOOK:
        if kind is Kind.ASSET and turn.memory.asset is not None and event.assets:
            return False  # what may become of the works spoken of
        if event.form == "verb" and (sentence.is_(event.after, "pronoun_body") or event.cue.needs == "subject_place"):
            return False  # "they are preparing to storm it", "it may fall"
        return not (sentence.cased and event.form != "noun" and bool(turn.frames) and kind is not Kind.OUTLOOK)
    if kind not in _VAGUE_NOUNS or event.form != "noun":
        return False
    if kind is Kind.CLASH and not turn.memory.long and turn.memory.spoken.is_clear() and _takes_place(turn, event):
        return False
    if kind is Kind.WITHDRAWAL and (sentence.has("civilians") or _is_of_people(sentence, event)):
        return False
    if kind is Kind.ENCIRCLEMENT and event.cue.status is Status.THREATENED and not (sentence.cased or turn.memory.long):
        return False  # a threat is always one to the place spoken of
    if sentence.cased and opened_by_a_place(turn, event):
        return False
    own_voice = not turn.frames and not sentence.quoted
    if not (sentence.cased or own_voice or turn.memory.long) and kind in _TOLD_THERE:
        return False
    bare = event.subject is None and event.object is None
    light = sentence.cased and any(sentence.is_(k, "light") for k in range(*event.clause))
    exact = _is_exact(turn, event) if sentence.cased else _is_reacted_to(turn, event)
    return (own_voice or bare) and not light and not exact


def _is_of_people(sentence: Sentence, event: Found) -> bool:
    """Whether the words of a withdrawal themselves say that people leave: "the EVACUATION OF CIVILIANS goes on"."""
    inside = (sentence.tokens[k] for k in range(event.first, event.after))
    return not sentence.cased and any("people" in sentence.frames.types_of(token) for token in inside)


def _takes_place(turn: Turn, event: Found) -> bool:
    """Whether a fight is what a clause says something of, not only what it is said about: "the COUNTERATTACKS began on
    Monday", "were carrying out a SWEEP", not "acknowledged the RAID"."""
    sentence, k = turn.scene.sentence, event.first - 1
    if sentence.cased:
        return bool(turn.frames) and sentence.is_(event.first - 1, "about")  # "writes ABOUT heavy FIGHTS in the centre"
    sided = _adjectives(sentence)
    while not sentence.is_(k, "that") and (
        sentence.is_(k, "determiner", "number", "adverb")
        or sentence.tokens[k].is_number
        or sentence.sign(k) == '"'
        or sentence.only_describes(k)
        or k in sided
    ):
        k -= 1
    opens = k < 0 or sentence.sign(k) in {",", ";", ":"} or sentence.is_(k, "that", "conjunction")
    return opens or sentence.is_(k, "light")


def _adjectives(sentence: Sentence) -> frozenset[int]:
    """Tokens that call something by a side: "a NORTHERN assault"."""
    return frozenset(after - 1 for after, word in sentence.sides.values() if word.adjective)


def opened_by_a_place(turn: Turn, event: Found) -> bool:
    """Whether a colon stands before the clause of a noun, and before that a place of which nothing else is told: "on
    the line X - Y nothing has changed: heavy FIGHTING"."""
    sentence, colon = turn.scene.sentence, event.clause[0] - 1
    if colon < 0 or sentence.sign(colon) != ":" or any(other.first < colon for other in turn.events):
        return False
    return any(m.first < colon and not m.aside for m in turn.scene.mentions)


def _is_exact(turn: Turn, event: Found) -> bool:
    """Whether a noun without a place says enough to be told of the place spoken of: how deep an advance is, that there
    is no encirclement."""
    sentence, kind = turn.scene.sentence, event.cue.kind
    if _is_reacted_to(turn, event):
        return True
    if kind is Kind.ADVANCE:
        return any(
            sentence.is_(k, "length") for k in range(event.after, min(event.after + MEASURED, len(sentence.tokens)))
        )
    return (
        kind is Kind.ENCIRCLEMENT
        and (bool(turn.frames) or (not turn.memory.long and turn.memory.spoken.is_clear()))
        and (event.mood.negated or event.cue.status is Status.THREATENED)
    )


def _is_reacted_to(turn: Turn, event: Found) -> bool:
    """Whether somebody confirms, denies or doubts it, so that it has been told: "the mappers CONFIRMED THE ADVANCE"."""
    sentence = turn.scene.sentence
    around = [frame for frame in turn.frames if frame.first <= event.first < frame.after]
    confirmed = any(frame.stance is Stance.ASSERTS and sentence.some(*frame.cue, "confirming") for frame in around)
    if sentence.cased:
        return confirmed or any(frame.stance is not Stance.ASSERTS for frame in around)
    article = sentence.is_(event.first - 1, "article") and not sentence.is_(event.after, "of", "locative")
    return confirmed and article and event.cue.kind is Kind.ADVANCE


def goes_on_there(turn: Turn, event: Found) -> bool:
    """Whether a sentence that names no place and points at none still speaks of the one spoken of: the text's own voice
    goes on to other things in a long text, what somebody says in the sentences after does not."""
    memory = turn.memory
    if event.cue.kind in _ANYWHERE and not memory.spoken.is_clear():
        return False
    near = memory.place is not None and memory.sentences - memory.settled <= _NEAR
    return not memory.long or (near and bool(turn.frames or turn.scene.sentence.quoted))
