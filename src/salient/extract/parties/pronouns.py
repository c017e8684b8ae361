"""Whom "they" and "its troops" mean: those spoken of, whoever speaks, or those he speaks against."""

from salient.domain.kind import Kind
from salient.extract.draft import Ref, Whose
from salient.extract.parties.actors import Actor
from salient.extract.parties.other_subjects import possessed
from salient.extract.speech.frame import Frame
from salient.extract.speech.speakers import HEADS
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_NEAR = 6
"""Tokens behind a verb within which those stand who are led away."""


def are_those_against(event: Found, scene: Scene) -> bool:
    """Whether "they" in somebody's own words are whom he fights, where he names nobody: "THEY have the centre. We have
    the plant"."""
    sentence, they = scene.sentence, event.subject
    if sentence.cased or they is None or they.role != "pronoun" or event.passive or not sentence.in_quotes(they.first):
        return False
    others = sentence.is_(they.first, "first_person", "pronoun_body") or they.after > they.first + 1
    alone = others or sentence.lowers[they.first] in sentence.frames.persons
    return not alone and event.cue.actor == "subject" and in_sentence(event, scene) is None


def lead_people_away(event: Found, sentence: Sentence, frame: Frame | None) -> bool:
    """Whether "they" who lead people away are whoever does so there: "the police said THEY HAD TAKEN OUT 300
    residents"."""
    they = event.subject
    if sentence.cased or event.cue.kind is not Kind.WITHDRAWAL or event.form != "verb" or event.passive:
        return False
    if they is None or they.role != "pronoun" or frame is None or frame.cue[0] > they.first:
        return False
    near = sentence.lowers[event.first : event.after + _NEAR]
    return not sentence.civil_words.isdisjoint(near)


def in_own_words(event: Found, frame: Frame | None, *, cased: bool) -> bool:
    """Whether a pronoun behind what somebody says tells that "its troops" are his: "ITS UNITS hold X, IT SAID"."""
    behind = frame is not None and frame.voice is not None and frame.voice.again and frame.cue[0] >= event.after
    return behind and possessed(event.subject) and not cased


def own_before_link(event: Found, scene: Scene, frame: Frame) -> Actor | None:
    """Those of whoever speaks who go on doing something: "said THEIR TROOPS were in X and were closing in on it"."""
    sentence = scene.sentence
    own = (a for a in reversed(scene.actors) if frame.cue[1] <= a.first and a.after <= event.first and possessed(a))
    last = next(own, None)
    goes_on = last is not None and not (sentence.cased or last.governed)
    return last if goes_on and last is not None and sentence.some(last.after, event.first, "link") else None


def before(event: Found, scene: Scene, subject: Ref | None, said: Frame) -> Ref | None:
    """Whom a pronoun means in the words of somebody: "its troops" are his, unless he has named who has them, and "they"
    where nobody was spoken of."""
    body = event.subject is not None and scene.sentence.is_(event.subject.first, "pronoun_body")
    owned = possessed(event.object) and not (event.passive and _are_them(event.object, scene.sentence))
    if body or possessed(event.subject) or owned:
        at = event.first if event.subject is None else min(event.first, event.subject.first)
        own = (a for a in reversed(scene.actors) if said.cue[1] <= a.first and a.after <= at and a.role == "noun")
        told = next((a.ref for a in own if a.ref is not None and not a.governed), None)
        return Whose.SPEAKER if told is None else told
    if _are_who_claim(event, scene, said):
        return Whose.SPEAKER
    if (named := in_sentence(event, scene)) is not None:
        return named
    they = subject is None and event.subject is not None and event.subject.role == "pronoun"
    return Whose.SPEAKER if they else subject


def _are_who_claim(event: Found, scene: Scene, said: Frame) -> bool:
    """Whether "they" are whose claim it is: "rejects a claim BY NORTHERN COMMANDERS that THEY took X"."""
    they, sentence = event.subject, scene.sentence
    if sentence.cased or they is None or they.role != "pronoun" or said.voice is None or they.first < said.cue[1]:
        return False
    plural = any("plural" in sentence.tokens[k].features and sentence.is_(k, *HEADS) for k in range(*said.cue))
    return plural and not any(said.cue[1] <= actor.first < they.first for actor in scene.actors)


def in_sentence(event: Found, scene: Scene) -> Ref | None:
    """Whom "they" means in a clause after the one that names them: "… from X, which they had taken"."""
    they = event.subject if event.subject is not None else event.object if event.passive else None
    if they is None or they.after > they.first + 1 or not (they.role == "pronoun" or _are_them(they, scene.sentence)):
        return None
    return _named_before(they, scene)


def _are_them(actor: Actor | None, sentence: Sentence) -> bool:
    """Whether a word that may be a possessive stands alone for those it is done to: "THEM [they] have blocked"."""
    alone = actor is not None and actor.after == actor.first + 1
    return alone and actor is not None and sentence.cased and sentence.is_(actor.first, "them")


def _named_before(they: Actor, scene: Scene) -> Ref | None:
    earlier = [a for a in scene.actors if a.after <= they.first and a.role == "noun" and a.ref and not a.governed]
    return earlier[-1].ref if earlier else None


def to_them(event: Found, scene: Scene, spoken_of: Ref | None) -> Ref | None:
    """Whom a pronoun in the dative means, to whom it is done: "a ring threatened THEM"."""
    if not scene.sentence.cased or event.object is not None:
        return None
    here = (a for a in scene.actors if event.clause[0] <= a.first < event.first and a.role == "pronoun")
    cases = scene.sentence.tokens
    they = next((a for a in here if "dat" in cases[a.first].features and "nom" not in cases[a.first].features), None)
    return None if they is None else _named_before(they, scene) or spoken_of
