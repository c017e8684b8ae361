"""Whose forces are so near to a place, told by a distance alone."""

from dataclasses import replace

from salient.domain.kind import Kind
from salient.extract.parties.actors import Actor
from salient.extract.words.own_clause import clause_of, is_finite
from salient.extract.words.scene import Found, Mood, Scene
from salient.extract.words.sentence import Sentence
from salient.theatre.cues import EventCue

CLOSE = EventCue(kind=Kind.ADVANCE, actor="subject")
_CLOSE_FOE = EventCue(kind=Kind.ADVANCE, actor="none", unnamed="foe")
"""Whose lines are so near is whoever attacks there, where nobody is named."""
_BETWEEN = 5
_PART = 5
"""Tokens that name a part of a place: "the south-eastern outskirts of"."""


def come_so_near(scene: Scene, found: list[Found]) -> list[Found]:
    """Who has done something and now stands at a distance from the next place: "they have entered X and ARE 5 km from
    Y"."""
    sentence = scene.sentence
    told = {n for event in found for n in event.places}
    out: list[Found] = []
    for n, mention in enumerate(scene.mentions):
        if mention.mention.distance_km is None or mention.aside or n in told or sentence.cased:
            continue
        verb = mention.first - 1
        while sentence.is_(verb, "be", "adverb", "verb_of_presence"):
            verb -= 1
        before = [event for event in found if event.after <= verb and event.subject is not None]
        doer = before[-1].subject if before else None
        stands = sentence.some(verb + 1, mention.first, "be", "verb_of_presence") and sentence.is_(verb, "link")
        if stands and doer is not None and doer.role in ("noun", "pronoun"):
            event = standing(scene, doer, CLOSE, [n])
            out.append(replace(event, first=verb + 1, after=mention.first, clause=(verb, event.clause[1])))
    return out


def measured_off(scene: Scene) -> list[Found]:
    """How far it is from somebody's positions to a place: "FROM their trenches TO X it is 3 km", "the distance from the
    Northern lines to the centre of the town is put at 8 km"."""
    sentence, out = scene.sentence, []
    if not sentence.has("defender_noun") or not sentence.measures(0, len(sentence.tokens), "km"):
        return []
    if sentence.cased:
        return _from_positions(scene)
    for actor in scene.actors:
        start = actor.first - 1 - sentence.is_(actor.first - 1, "article")
        reach = range(actor.after, min(actor.after + _BETWEEN, len(sentence.tokens)))
        goal = next((k for k in reach if sentence.lowers[k] in sentence.to_words), None)
        if goal is None or not sentence.is_(start, "from") or not sentence.some(actor.first, goal, "defender_noun"):
            continue
        near = range(goal + 1, goal + 1 + _PART)
        places = [n for n, m in enumerate(scene.mentions) if m.first in near and not m.aside][:1]
        if places or any(sentence.points_back(k) for k in near):
            event = standing(scene, actor, CLOSE if actor.ref is not None else _CLOSE_FOE, places)
            event = replace(event, first=start, after=goal + 1, clause=(start, len(sentence.tokens)))
            out.append(event if actor.ref is not None else replace(event, subject=None))
    return out


def lie_so_near(scene: Scene) -> list[Found]:
    """Who is so far from a place, told without a verb: "TO X THE NORTHERNERS [have] 20 KM", "the Northerners from X are
    5 km off", "from X to the Northerners it is 5 km". Where endings tell."""
    sentence, out = scene.sentence, []
    if not sentence.cased or not sentence.measures(0, len(sentence.tokens), "km"):
        return []
    for actor in scene.actors:
        first, after = clause_of(sentence, actor.first)
        if actor.ref is None or not sentence.measures(first, after, "km"):
            continue
        clause = range(first, after)
        if any(k in sentence.told or is_finite(sentence, k) for k in clause) or sentence.some(first, after, "event"):
            continue
        cases = actor.cases or sentence.tokens[actor.first].features
        to_them = actor.governed and _leads_to(sentence, actor.first, "to")
        leads: tuple[str, ...] = ("from",) if to_them or "nom" in cases else ("from", "to") if "dat" in cases else ()
        leads = () if actor.governed and not to_them else leads
        places = [n for n, m in enumerate(scene.mentions) if m.first in clause and not m.aside]
        led = [n for n in places if any(_leads_to(sentence, scene.mentions[n].first, way) for way in leads)]
        if led:
            out.append(replace(standing(scene, actor, CLOSE, led[:1]), clause=(first, after)))
    return out


def _leads_to(sentence: Sentence, first: int, way: str) -> bool:
    """Whether "from" or "up to" leads to a name, past words for a part of it."""
    k = _before_its_part(sentence, first)
    return sentence.is_(k, way) or (way == "to" and k >= 0 and sentence.frames.roles.get(sentence.signs[k]) == "goal")


def _from_positions(scene: Scene) -> list[Found]:
    """The same where words stand in any order: "FROM the enemy's positions TO X it is 20 km", "FROM X TO their
    trenches"."""
    sentence, out = scene.sentence, []
    for start in range(len(sentence.tokens)):
        other = "to" if sentence.is_(start, "from") else "from" if sentence.is_(start, "to") else None
        if other is None or not sentence.some(start + 1, start + _PART, "defender_noun"):
            continue
        places = [n for n, m in enumerate(scene.mentions) if not m.aside and _is_led_by(sentence, m.first, other)]
        whose = next((a for a in scene.actors if start < a.first < start + _PART and a.ref is not None), None)
        if places and whose is not None:
            clause = clause_of(sentence, start)
            out.append(replace(standing(scene, whose, CLOSE, places[:1]), clause=clause))
    return out


def _is_led_by(sentence: Sentence, first: int, preposition: str) -> bool:
    """Whether a preposition of a class leads to a name, past words for a part of it: "TO the centre of X"."""
    return sentence.is_(_before_its_part(sentence, first), preposition)


def _before_its_part(sentence: Sentence, first: int) -> int:
    """The token before a name and the words for a part of it."""
    k = first - 1
    while sentence.is_(k, "outskirts", "part_of_town", "bearing", "settlement"):
        k -= 1
    return k


def standing(scene: Scene, actor: Actor, cue: EventCue, places: list[int]) -> Found:
    """An event that tells no more than that somebody is there."""
    after = next((m.first for m in (scene.mentions[n] for n in places) if m.first >= actor.after), actor.after)
    return Found(
        first=actor.first,
        after=max(after, actor.after),
        cue=cue,
        form="phrase",
        passive=False,
        subject=actor,
        object=None,
        slot=None,
        mood=Mood(
            negated=scene.sentence.is_(actor.first - 1, "negation", "no")
            or scene.sentence.some(actor.after, after, "negation")
        ),
        places=places,
        assets=(),
        clause=(actor.first, min(after + 6, len(scene.sentence.tokens))),
    )
