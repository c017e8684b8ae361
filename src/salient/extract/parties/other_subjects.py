"""Who else is spoken of where the subject of an event is no party."""

from salient.domain.kind import Kind
from salient.extract.draft import Ref
from salient.extract.parties.actors import Actor, is_numbered
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_TOLD_BY = 9
"""Tokens within which a unit is told by its number."""


def other_subject(event: Found, scene: Scene) -> bool:
    """Whether something that is no side's does it: "the water reached X"."""
    sentence = scene.sentence
    for k in range(event.first - 1, event.clause[0] - 1, -1):
        features = sentence.tokens[k].features
        if sentence.sign(k) in {",", ":", ";"}:
            return False
        if (
            "noun" in features
            and "nom" in features
            and not sentence.is_(
                k, "adverb", "day", "time_unit", "a_day_long", "bearing", "direction", "settlement", "them"
            )
            and (not sentence.is_(k, "unit") or sentence.measures(k, k + 1, "people"))
        ):
            if _is_of_the_line(event, sentence, k):
                return False
            return k not in sentence.placed() and not sentence.is_(k - 1, "locative")
    for k in range(event.after, min(event.after + 3, len(sentence.tokens))):
        features = sentence.tokens[k].features
        if not sentence.tokens[k].is_word or sentence.is_(
            k, "locative", "unit", "number", "adverb", "day", "event", "link", "conjunction"
        ):
            return False
        if "noun" in features and "nom" in features and "gen" not in features:
            return k not in sentence.placed()
    return False


def _is_of_the_line(event: Found, sentence: Sentence, k: int) -> bool:
    """Whether a subject is the line itself or somebody's defences: "THE LINE OF THE FRONT has come near X"."""
    named = event.cue.kind is Kind.ADVANCE and sentence.is_(k, "idioms")
    return named or sentence.is_(k, "defender_noun") or sentence.some(k + 1, event.first, "direction", "defender_noun")


def of_one_before(event: Found, scene: Scene) -> bool:
    """ "Suffered losses and withdrew": a sentence that begins with a verb in the singular goes on about whoever the
    sentence before was about."""
    tokens = scene.sentence.tokens
    doer = event.cue.actor == "subject" and event.clause[0] == 0
    return doer and "singular" in tokens[0].features and "singular" in tokens[event.first].features


def in_first_person(event: Found, scene: Scene) -> bool:
    """ "We hold", told by the verb alone."""
    tokens = scene.sentence.tokens[event.first : event.after]
    return event.form == "verb" and any({"first_person", "verb"} <= token.features for token in tokens)


def unsided(actor: Actor | None) -> bool:
    """Forces that no word gives to a side: "soldiers of the 225th battalion"."""
    if actor is None:
        return False
    return actor.role == "unsided" or (actor.role == "pronoun" and actor.ref is None and actor.after > actor.first + 1)


def is_by_number(sentence: Sentence, actor: Actor) -> bool:
    """Whether forces that no word gives to a side are told by the number of their unit, as a country tells its own:
    "the 93rd BRIGADE", "soldiers of the 47th mechanised BRIGADE"."""
    if actor.role != "unsided" or not sentence.has("own_by_number"):
        return False
    if is_numbered(sentence, actor.first):
        return sentence.is_(actor.first, "own_by_number")
    numbered = False
    for k in range(actor.first + 1, min(actor.first + _TOLD_BY, len(sentence.tokens))):
        token = sentence.tokens[k]
        numbered |= token.is_number
        if numbered and sentence.is_(k, "own_by_number"):
            return True
        if not (token.is_number or sentence.touches(k) or "gen" in token.features):
            return False
    return False


def possessed(actor: Actor | None) -> bool:
    return actor is not None and actor.ref is None and actor.role in ("noun", "possessive")


def after_to(event: Found, scene: Scene) -> Ref | None:
    """ "the fall of X to them", "came under their control", "fell to the North"."""
    sentence = scene.sentence
    for actor in scene.actors:
        opens = actor.first - sentence.is_(actor.first - 1, "article")
        if event.after <= opens and actor.first <= event.after + 6 and sentence.is_(opens - 1, "to"):
            return actor.ref
    after = event.after + (not sentence.cased and sentence.is_(event.after, "article"))
    return next((actor.ref for actor in scene.actors if actor.first in (event.after, after)), None)
