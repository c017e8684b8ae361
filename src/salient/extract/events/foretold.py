"""Outlooks that need no event of the tables: who will or may do something at a place, whatever it is.

"The generals want to be in X by spring", "X could share the fate of Y": a word that looks ahead, a place, and somebody
who fights or something of the fighting in one clause. Clauses about anything else of a war's life are left out.
"""

from salient.domain.kind import Kind
from salient.extract.events.prospects import Prospect, says_no
from salient.extract.parties.actors import Actor
from salient.extract.places.mention import LARGE
from salient.extract.places.pointers import speaks_of_place
from salient.extract.words.scene import Found, Mood, Scene
from salient.theatre.cues import EventCue

_FORETOLD = EventCue(kind=Kind.OUTLOOK, actor="subject", unnamed="foe")
_OF_WAR = ("forces", "enemy", "own", "defender_noun", "direction")


def find_foretold(scene: Scene, found: list[Found], prospects: list[Prospect]) -> list[Found]:
    """One for each place of a clause that looks ahead and in which nothing else is told."""
    sentence, out = scene.sentence, list[Found]()
    for prospect in sorted(prospects, key=lambda one: one.bare):
        inside = range(prospect.begin, prospect.end)
        if any(event.first in inside or event.first <= prospect.first < event.after for event in (*found, *out)):
            continue
        if sentence.some(prospect.begin, prospect.end, "if") or _is_civil(scene, prospect):
            continue
        actor = _actor(scene, prospect)
        if actor is None and not (_is_of_a_place(scene, prospect) if prospect.bare else _is_of_war(scene, prospect)):
            continue
        taken = {n for event in (*found, *out) for n in event.places}
        named = _places(scene, prospect)
        out.extend(_found(scene, prospect, actor, n) for n in named if n not in taken)
        if not named and speaks_of_place(sentence, prospect.begin, prospect.end):
            out.append(_found(scene, prospect, actor, None))
    return out


def _places(scene: Scene, prospect: Prospect) -> list[int]:
    """The places behind the words that look ahead, else those before; a region where nothing smaller is named."""
    here = [
        n
        for n, m in enumerate(scene.mentions)
        if prospect.begin <= m.first < prospect.end and not m.aside and not scene.sentence.is_(m.first - 1, "from")
    ]
    small = [n for n in here if scene.mentions[n].mention.place_class not in LARGE] or here
    behind = [n for n in small if scene.mentions[n].first >= prospect.after]
    return behind or small


def _actor(scene: Scene, prospect: Prospect) -> Actor | None:
    """Whoever is to do it: named behind a verb of expecting, else before."""
    here = [
        actor
        for actor in scene.actors
        if prospect.begin <= actor.first < prospect.end and actor.role in ("noun", "pronoun") and not actor.governed
    ]
    behind = [actor for actor in here if actor.first >= prospect.after and actor.role == "noun"]
    before = [actor for actor in here if actor.after <= prospect.first and (actor.ref is not None or prospect.bare)]
    if prospect.bare and not _is_of_a_place(scene, prospect):
        return before[-1] if before else None
    return behind[0] if behind else before[-1] if before else None


def _is_of_a_place(scene: Scene, prospect: Prospect) -> bool:
    """Whether a place itself is what something is foreseen of: "X could share the fate of Y"."""
    before, behind = prospect.first - 1, prospect.after
    while scene.sentence.is_(before, "adverb"):
        before -= 1
    while scene.sentence.cased and scene.sentence.is_(behind, "adverb"):
        behind += 1
    return any(
        (m.after == before + 1 or (scene.sentence.cased and m.first == behind))
        and m.mention.place_class not in LARGE
        and not scene.sentence.is_(m.first - 1, "locative")
        for m in scene.mentions
    )


def _is_civil(scene: Scene, prospect: Prospect) -> bool:
    words = scene.sentence.tokens[prospect.begin : prospect.end]
    return any(not scene.sentence.civil_words.isdisjoint((token.lower, *token.forms)) for token in words)


def _is_of_war(scene: Scene, prospect: Prospect) -> bool:
    sentence = scene.sentence
    told = sentence.some(prospect.begin, prospect.first, "event") or sentence.some(
        prospect.after, prospect.end, "event"
    )
    sides = any(prospect.begin <= actor.first < prospect.end for actor in scene.actors)
    return told or sides or sentence.some(prospect.begin, prospect.end, *_OF_WAR)


def _found(scene: Scene, prospect: Prospect, actor: Actor | None, place: int | None) -> Found:
    told = (
        (prospect.first, prospect.after)
        if place is None
        else (scene.mentions[place].first, scene.mentions[place].after)
    )
    return Found(
        first=told[0],
        after=told[1],
        cue=_FORETOLD,
        form="phrase",
        passive=False,
        subject=actor,
        object=None,
        slot=None,
        mood=Mood(modal=True, future=True, negated=says_no(scene.sentence, prospect)),
        places=[] if place is None else [place],
        assets=(),
        clause=(prospect.begin, prospect.end),
    )
