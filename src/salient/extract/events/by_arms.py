"""Attacks that are strikes, by the arms they are made with, and what the same words say as well."""

from dataclasses import replace

from salient.domain.kind import Kind, Status
from salient.extract.events.needs_of_things import done_by_arms
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence
from salient.text.tokens import CASES
from salient.theatre.cues import EventCue

_REACH = 10
HARMED = (Status.DAMAGED, Status.DESTROYED, Status.SUSPENDED)
_SHELLED = EventCue(kind=Kind.STRIKE, actor="subject", unnamed="shelled")
BY_ARMS = EventCue(kind=Kind.STRIKE, actor="subject", unnamed="foe")


def beside_it(event: Found) -> list[Found]:
    """What the same words say as well."""
    if event.cue.beside is None:
        return []
    own = [place for asset in event.assets for place in asset.places]
    unnamed = "foe" if event.cue.beside is Kind.STRIKE else event.cue.unnamed
    cue = EventCue(kind=event.cue.beside, actor="subject", unnamed=unnamed)
    return [replace(event, cue=cue, places=own or event.places, assets=())]


def struck_too(sentence: Sentence, event: Found) -> list[Found]:
    """ "Two were killed by a drone", "a missile damaged the plant", "smashed the trenches with artillery": a loss and a
    damage that tell of a strike too."""
    lost = event.cue.kind is Kind.LOSS and (event.cue.unnamed == "victim" or not sentence.cased)
    harmed = event.cue.kind is Kind.ASSET and event.cue.status in HARMED and event.cue.beside is None
    if event.form != "verb" or not (lost or harmed):
        return []
    armed = done_by_arms(sentence, (event.first, event.after), passive=event.passive)
    armed |= not sentence.cased and _is_done_with_arms(sentence, event)
    own = [place for asset in event.assets for place in asset.places]
    return [replace(event, cue=_SHELLED, object=None, places=own or event.places, assets=())] if armed else []


def with_arms(sentence: Sentence, event: Found) -> Found:
    """ "attacked X with drones" is a strike, not an assault."""
    if event.cue.kind is not Kind.CLASH or event.form == "phrase":
        return event
    if sentence.cased and event.form == "verb" and _arms_act(sentence, event):
        return replace(event, cue=BY_ARMS)
    if sentence.cased and event.form == "noun" and _arms_at(sentence, event.after, "gen"):
        return replace(event, cue=BY_ARMS)
    if event.form == "noun" and _is_of_arms(sentence, event.first):
        return replace(event, cue=BY_ARMS)
    if sentence.has("asset") and (_is_on_works(sentence, event) if sentence.cased else _hits_works(sentence, event)):
        return replace(event, cue=BY_ARMS)
    if not sentence.cased and _hits_several(sentence, event):
        return replace(event, cue=BY_ARMS)
    return replace(event, cue=BY_ARMS) if _is_done_with_arms(sentence, event) else event


def _is_done_with_arms(sentence: Sentence, event: Found) -> bool:
    """ "Attacked X WITH DRONES", "attacked X, using drones"."""
    if not sentence.has("arms"):
        return False
    for k in range(event.after, min(event.after + 14, len(sentence.tokens))):
        if sentence.sign(k) == "," and sentence.is_(k + 1, "arms_link"):
            continue
        if sentence.sign(k) in {";", ","} or sentence.is_(k, "conjunction"):
            return False
        if sentence.is_(k, "arms") and sentence.some(max(event.after, k - 4), k, "arms_link"):
            return True
    return False


def _arms_act(sentence: Sentence, event: Found) -> bool:
    """ "Drones attacked X": arms in the nominative before the verb, in its own clause, or right behind it."""
    for k in range(event.first - 1, event.clause[0] - 1, -1):
        if sentence.sign(k) in {";", ":"} or sentence.is_(k, "that", "event"):
            break
        if sentence.is_(k, "arms") and not sentence.is_(k - 1, "locative"):
            cases = sentence.tokens[k].features & CASES
            belongs = "gen" in cases and k > 0 and "noun" in sentence.tokens[k - 1].features  # "support of artillery"
            return not cases or ("nom" in cases and not belongs) or sentence.tokens[k - 1].is_number
    return _arms_follow(sentence, event)


def _arms_follow(sentence: Sentence, event: Found) -> bool:
    """ "X was attacked by seven DRONES", with the doers behind the verb: nobody's forces before it, arms in the
    nominative or counted right after it."""
    if event.subject is not None and event.subject.first < event.first:
        return False
    k, counted = event.after, False
    while k < len(sentence.tokens) and (sentence.sign(k) == '"' or sentence.is_(k, "number") or _modifies(sentence, k)):
        counted |= sentence.is_(k, "number") or sentence.tokens[k].is_number
        k += 1
    return sentence.is_(k, "arms") and (counted or "nom" in sentence.tokens[k].features)


def _modifies(sentence: Sentence, k: int) -> bool:
    token = sentence.tokens[k]
    return token.is_number or bool(token.features & {"adjective", "numeral"})


def _arms_at(sentence: Sentence, k: int, case: str) -> bool:
    """Whether arms stand in a case at token k, or in quotation marks after it: "attacks of 'Shaheds'"."""
    while sentence.sign(k) == '"' or (k < len(sentence.tokens) and "adjective" in sentence.tokens[k].features):
        k += 1
    return sentence.is_(k, "arms") and case in sentence.tokens[k].features


def _hits_several(sentence: Sentence, event: Found) -> bool:
    """ "Attacked 11 settlements in the region": so many at once, and only counted, are shelled, not assaulted."""
    k = event.after
    if event.form != "verb" or event.passive or not sentence.is_(event.first, "from_afar"):
        return False
    while k < len(sentence.tokens) and (sentence.is_adverb(k) or sentence.is_(k, "adverb")):
        k += 1
    counted = k < len(sentence.tokens) and (sentence.tokens[k].is_number or sentence.is_(k, "number", "multiplier"))
    return counted and sentence.is_(k + 1, "settlement", "district")


def _hits_works(sentence: Sentence, event: Found) -> bool:
    """ "Attacked the refinery", "the attack on the port": with nobody who goes in."""
    k = event.after
    if not sentence.is_(event.first, "from_afar"):
        return False
    if event.form == "verb" and not event.passive and sentence.is_(k, "them"):
        return sentence.some(0, event.first, "asset")  # "the depot burned after they attacked it"
    while sentence.is_(k, "locative", "determiner", "number", "bearing") or sentence.only_describes(k):
        k += 1
    return sentence.is_(k, "asset") and not sentence.some(k, min(event.clause[1], k + _REACH), "forces")


def _is_on_works(sentence: Sentence, event: Found) -> bool:
    """ "An attack on the refinery", "attacked a depot": works are struck from afar, not assaulted."""
    k = event.after
    if event.form == "noun":
        if not sentence.is_(k, "leading_to"):
            return False
        k += 1
    while k < len(sentence.tokens) and "adjective" in sentence.tokens[k].features and not sentence.is_(k, "asset"):
        k += 1
    if not sentence.is_(k, "asset"):
        return False
    cases = sentence.tokens[k].features & CASES
    return not cases or "acc" in cases  # an abbreviation has none


def _is_of_arms(sentence: Sentence, first: int) -> bool:
    """Whether words for arms stand right before a noun: "rocket and artillery attacks"."""
    for k in range(first - 1, max(-1, first - 7), -1):
        if sentence.sign(k) in {"(", ")"}:
            continue
        if sentence.is_(k, "arms_kind"):
            return True
        beside = k == first - 1 and sentence.is_(k - 1, "link")
        if not (beside or sentence.is_(k, "link") or sentence.sign(k) == ","):
            return False
    return False
