"""What a verb and the noun under it tell together: one claim, not two.

"Risks falling INTO ENCIRCLEMENT" is one ring, "closing in on A RING AROUND X" is no advance on X, and of "X is
threatened by AN ASSAULT" the threat is told, not the assault.
"""

from salient.domain.kind import Kind, Status
from salient.extract.parties.roles import light_before
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_BESIDE = 3
"""Tokens between the words that tell one ring."""
_ATTACKS = (Kind.CLASH, Kind.ADVANCE)
_PASSED = 8
"""Tokens between what is controlled and to whom it passed."""
_THREATENED = 10
"""Tokens between a threat and what threatens."""


def without_doubles(scene: Scene, found: list[Found]) -> list[Found]:
    """The events of a sentence without those that are part of another of the same place."""
    dropped = {
        event.first
        for n, event in enumerate(found)
        for other in (*found[:n], *found[n + 1 :])
        if (event.places == other.places and _is_part_of(scene.sentence, event, other))
        or _goes_back(scene, other, event)
        or _goes_on(scene.sentence, event, other)
    }
    return [event for event in found if event.first not in dropped] if dropped else found


def _is_part_of(sentence: Sentence, event: Found, other: Found) -> bool:
    kind = event.cue.kind
    if kind is Kind.ENCIRCLEMENT:
        return other.cue.kind is kind and _beside(event, other) <= _BESIDE and _is_surer(other, event)
    if _carries(sentence, event, other):
        return True
    if kind is Kind.ADVANCE and event.form == "phrase" and _only_tells_where(sentence, event, other):
        return True
    if kind is Kind.ADVANCE:  # "close in on the encirclement of X", "to break the siege of X"
        ring = other.cue.kind is Kind.ENCIRCLEMENT and other.form == "noun" and event.form == "verb"
        held = other.cue.status is Status.HOLDS and other.form == "verb" and event.form == "noun"  # "hold A BRIDGEHEAD"
        return (ring and 0 <= other.first - event.after <= 1) or (held and 0 <= event.first - other.after <= 1)
    if event.cue.status is Status.TOOK:  # "stays under Northern OCCUPATION"
        return event.form == "noun" and other.cue.status is Status.HOLDS and event.first == other.after
    if event.cue.status is Status.HOLDS and event.form == "noun":  # "CONTROL OVER X passed to the North"
        passed = other.cue.status is Status.TOOK and other.form == "phrase"
        return passed and 0 < other.first - event.after <= _PASSED
    if event.cue.status is Status.HOLDS:  # "taken UNDER THE CONTROL OF the army"
        return event.form == "phrase" and other.cue.status is Status.TOOK and 0 <= event.first - other.after <= 1
    if kind is Kind.OUTLOOK:
        return other.cue.kind is Kind.ENCIRCLEMENT and _is_threat(sentence, event, other)
    return other.cue.kind is Kind.OUTLOOK and _is_threat(sentence, other, event)


def _carries(sentence: Sentence, event: Found, other: Found) -> bool:
    """Whether a verb that may tell something by itself only hands its subject to the noun it stands with: "at X six
    attacks were BEATEN OFF" retakes nothing, in a language that has one verb for both."""
    unit = sentence.unit_at[event.first]
    if not sentence.cased or event.form != "verb" or other.form != "noun" or unit is None or "light" not in unit.names:
        return False
    noun = sentence.unit_at[other.first]
    light = None if noun is None else light_before(sentence, noun)
    return light is not None and light[0].first == event.first


def _only_tells_where(sentence: Sentence, event: Found, other: Found) -> bool:
    """Whether "on the outskirts" is only where something else happens: "ON THE OUTSKIRTS of X a school was hit"."""
    first, second = sorted((event, other), key=lambda each: each.first)
    apart = any(
        sentence.sign(k) in {",", ";", ":"} or sentence.is_(k, "link", "that") for k in range(first.after, second.first)
    )
    return sentence.cased and other.form != "phrase" and not apart


def _beside(one: Found, other: Found) -> int:
    first, second = sorted((one, other), key=lambda event: event.first)
    return second.first - first.after


def _is_surer(one: Found, other: Found) -> bool:
    """Which of two words for a ring is told: one that may close is not closed; else the first."""
    if (one.mood.negated, one.mood.modal) != (other.mood.negated, other.mood.modal):
        return False
    return (not _may_close(one), one.first) < (not _may_close(other), other.first)


def _may_close(event: Found) -> bool:
    told = event.cue.status is Status.THREATENED or event.cutting
    return told or event.mood.tried or event.mood.risked


def _is_threat(sentence: Sentence, threat: Found, event: Found) -> bool:
    """Whether an event is what somebody is threatened by: "X is threatened by encirclement"."""
    verb = sentence.is_(threat.first, "risk") and threat.form == "verb"
    return verb and event.form == "noun" and _beside(threat, event) <= _THREATENED


def _goes_on(sentence: Sentence, way: Found, event: Found) -> bool:
    """Whether somebody only goes his way and comes out somewhere: "they went THROUGH THE PIPELINE and entered X"."""
    moves = all(each.cue.kind is Kind.ADVANCE and each.form == "verb" for each in (way, event))
    if not moves or way.places or not event.places or not way.after < event.first or way.mood != event.mood:
        return False
    along = sentence.some(way.after, event.first, "line", "way") and sentence.is_(event.first - 1, "link")
    return along and event.subject in (None, way.subject)


def _goes_back(scene: Scene, attack: Found, event: Found) -> bool:
    """Whether who has tried in vain to break in goes back where he came from: "they attacked twice and rolled back"."""
    back = event.cue.kind is Kind.WITHDRAWAL and event.form == "verb" and attack.first < event.first
    if not (back and attack.cue.kind in _ATTACKS and _is_tried(scene.sentence, attack)):
        return False
    if attack.subject is None or event.subject not in (None, attack.subject):
        return False
    named = any(scene.mentions[n].first >= attack.after for n in event.places if n not in attack.places)
    joined = any(scene.sentence.is_(k, "link", "but") for k in range(attack.after, event.first))
    return joined and not named


def _is_tried(sentence: Sentence, attack: Found) -> bool:
    """Whether the words are of an attempt: in a phrase of the tables its infinitive tells it, "tried to BREAK IN"."""
    phrase = attack.after - attack.first > 1 and "infinitive" in sentence.tokens[attack.after - 1].features
    return attack.mood.tried or (sentence.cased and attack.form == "verb" and phrase)
