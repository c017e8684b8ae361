"""Who suffers what is told of the dead: whoever perishes, not whoever struck before."""

from salient.domain.kind import Kind
from salient.extract.draft import Ref
from salient.extract.parties.actors import Actor
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence, Unit, events_of

_ATTACKS = (Kind.STRIKE, Kind.CLASH)
_NEAR = 5
"""Tokens before a loss within which "of them" tells whose it is."""


def has_struck(event: Found, sentence: Sentence) -> bool:
    """Whether the subject found for a verb of dying is only who did it: "THE NORTHERNERS shelled X, three died",
    "after a strike OF THE NORTH a man died"; not "NORTHERN SOLDIERS came under fire and died"."""
    doer = who_perishes(event)
    if doer is None or not _is_of_dying(event) or doer.after > event.first:
        return False
    if _is_whose_attack(sentence, doer):
        return True
    return any(doer.after <= unit.first < event.first and _strikes(sentence, unit, event) for unit in sentence.units)


def who_perishes(event: Found) -> Actor | None:
    """Whoever a verb of dying is about: its subject, else those of whom a part is: "most OF THEM perish"."""
    those = event.object
    if event.subject is None and those is not None and _is_of_dying(event) and those.after <= event.first:
        return those if those.role in ("pronoun", "possessive") else None
    return event.subject


def some_of_whom(event: Found, scene: Scene) -> Ref | None:
    """Whose men a part is of which a loss is told: "30 NORTHERNERS were surrounded, 12 OF THEM were killed"."""
    sentence, first = scene.sentence, event.first
    if not sentence.cased or event.cue.kind is not Kind.LOSS or event.form != "verb":
        return None
    start = max(event.clause[0], first - _NEAR)
    them = next((k for k in range(start, first) if _is_of_them(sentence, k)), None)
    if them is None:
        return None
    return next((a.ref for a in reversed(scene.actors) if a.after < them and a.role == "noun" and a.ref), None)


def owner_of(patient: Actor | None, scene: Scene) -> Ref | None:
    """Whose the troops are that something is done to, where only a pronoun tells: "THE NORTH pushes for X, ITS groups
    are destroyed"."""
    if patient is None or patient.ref is not None or patient.role != "noun" or not scene.sentence.cased:
        return None
    before = (a for a in reversed(scene.actors) if a.after <= patient.first and a.role == "noun" and not a.governed)
    return next((a.ref for a in before if a.ref), None)


def _is_of_them(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "out_of") and sentence.is_(k + 1, "pronoun")


def _is_of_dying(event: Found) -> bool:
    suffers = event.cue.actor == "subject" and event.cue.unnamed == "victim"
    return event.cue.kind is Kind.LOSS and suffers and event.form == "verb"


def _is_whose_attack(sentence: Sentence, doer: Actor) -> bool:
    """Whether a name in the genitive, or one that shows no case, stands right behind an attack: "after a strike OF THE
    ARMY", "OF THE NAF"."""
    attack = sentence.unit_at[doer.first - 1] if doer.first else None
    told = attack is not None and any(e.form == "noun" and e.cue.kind in _ATTACKS for e in events_of(attack))
    return told and doer.may_be("gen")


def _strikes(sentence: Sentence, unit: Unit, event: Found) -> bool:
    """Whether a verb of attacking stands there, and a comma ends its clause before somebody dies; "but" goes on about
    the attackers."""
    attacks = any(e.form == "verb" and e.cue.kind in _ATTACKS and e.cue.actor == "subject" for e in events_of(unit))
    between = range(unit.after, event.first)
    ends = any(sentence.sign(k) in {",", ";", ":"} and not sentence.is_(k + 1, "but") for k in between)
    return attacks and ends


def by_their_arms(actor: Actor, sentence: Sentence) -> bool:
    """Whether arms in the instrumental stand before those they are of, who then do it: "hit by drones OF THE NORTH"."""
    k = actor.first - 1
    return sentence.cased and sentence.is_(k, "arms", "arms_kind") and "ins" in sentence.tokens[k].features


def with_whom_it_is(event: Found, scene: Scene) -> Ref | None:
    """Whose men or arms are told of that are "with" somebody: "WITH THE ENEMY near X are 15,000 men"."""
    sentence = scene.sentence
    if not sentence.cased or event.cue.kind is not Kind.STRENGTH or event.subject is not None:
        return None
    here = (a for a in scene.actors if a.governed and a.ref is not None and a.first < event.first)
    own = (a for a in here if sentence.is_(a.first - 1, "presence") and "gen" in a.cases and "loc" not in a.cases)
    return next((a.ref for a in own), None)
