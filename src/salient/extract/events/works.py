"""What works do, read off classes of predicates: of which works it is told, and whether it goes on."""

from dataclasses import replace

from salient.extract.events.arguments import Arguments
from salient.extract.words.noun_phrases import Phrase
from salient.extract.words.scene import AssetMention, Found, Scene
from salient.extract.words.sentence import Sentence
from salient.theatre.event_frames import EventFrame

_BESIDE = 5
"""Tokens around a predicate within which a word says that it goes on."""


def told_of_works(scene: Scene, frame: EventFrame, arguments: Arguments, event: Found) -> Found | None:
    """An event of a frame with the works it is told of; None where there are none, or where it tells no state."""
    works = _works(scene, frame, arguments, event)
    negated = event.mood.negated or _says_no(scene.sentence, arguments.subject)
    event = replace(event, mood=replace(event.mood, negated=negated))
    if works is None or (frame.lasting and not _is_lasting(scene.sentence, event)):
        return None
    return replace(event, assets=(works,))


def _works(scene: Scene, frame: EventFrame, arguments: Arguments, event: Found) -> AssetMention | None:
    """The works that a predicate is told of: its subject, its object, or those that stand in its clause where something
    moves there. A road that no table of works has is one by its own words."""
    clause = event.clause
    if frame.in_works:
        return next((a for a in scene.assets if clause[0] <= a.first < clause[1] and not a.supply), None)
    phrase = arguments.subject if frame.by or event.passive else arguments.object
    if phrase is None:
        return None
    own = next((a for a in scene.assets if phrase.first <= a.first < phrase.after), None)
    return own if own is not None or "way" not in phrase.types else _by_its_words(phrase)


def _says_no(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Whether a subject is none of its kind: "NEITHER of the two bridges", "NO ship"."""
    return phrase is not None and sentence.some(phrase.first, phrase.after, "negation")


def _by_its_words(phrase: Phrase) -> AssetMention:
    return AssetMention(phrase.first, phrase.after, phrase.places)


def _is_lasting(sentence: Sentence, event: Found) -> bool:
    """Whether it is told as going on, as under way, or as not done; what works once did is no state of theirs."""
    if event.mood.modal or event.mood.tried:
        return False
    around = range(max(event.clause[0], event.first - _BESIDE), min(event.after + _BESIDE, event.clause[1]))
    goes_on = any(not sentence.frames.lasting.isdisjoint(sentence.tokens[k].forms) for k in around)
    return event.mood.negated or event.progressive or goes_on
