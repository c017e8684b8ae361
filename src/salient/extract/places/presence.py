"""Who is where, told without a verb of its own: "there are no troops of theirs in X", "units stand 5 km from X"."""

from dataclasses import replace

from salient.domain.kind import Kind, Status
from salient.extract.parties.actors import Actor
from salient.extract.places.place_lists import first_list, last_list, past_remark
from salient.extract.places.so_near import CLOSE, come_so_near, lie_so_near, measured_off, standing
from salient.extract.words.scene import Found, Mood, Scene
from salient.extract.words.sentence import Sentence
from salient.theatre.cues import EventCue

INSIDE = EventCue(kind=Kind.CONTROL, status=Status.HOLDS, actor="subject")
_COUNTED = EventCue(kind=Kind.STRENGTH, actor="subject")
"""A figure with them tells how many are there."""
_REACH = 16
_ABSENT = 6
_BETWEEN = 5
_PART = 5
"""Tokens that name a part of a place: "the south-eastern outskirts of"."""
_INSIDE_WORDS = 2
"""Longer phrases of presence tell of a place's edge: "on the eastern outskirts of"."""


def find_presence(scene: Scene, found: list[Found]) -> list[Found]:
    """Forces that are said to be inside a place hold it; at a distance from it they stand close to it."""
    out = []
    for actor in scene.actors:
        missing = scene.sentence.is_(actor.first, "them") and scene.sentence.is_(actor.after, "absent")
        if (actor.role != "noun" and not missing) or any(is_about(scene.sentence, event, actor) for event in found):
            continue
        event = (
            _at_distance(scene, actor, found)
            or _absent(scene, actor)
            or _beside(scene, actor)
            or _inside(scene, actor, found)
            or _found_there(scene, actor, found)
        )
        if event is not None:
            out.append(event)
    return out + come_so_near(scene, found) + measured_off(scene) + lie_so_near(scene)


def is_about(sentence: Sentence, event: Found, actor: Actor) -> bool:
    """Whether an event tells what somebody does or suffers; fighting that is nobody's tells it of none, and where words
    have a fixed order no other clause does."""
    apart = not sentence.cased and sentence.some(actor.after, event.first, "that")
    return (event.subject is actor or event.object is actor) and event.cue.actor != "none" and not apart


def _at_distance(scene: Scene, actor: Actor, found: list[Found]) -> Found | None:
    for n, mention in enumerate(scene.mentions):
        near = actor.after <= mention.first <= actor.after + _REACH
        near = near and (
            scene.sentence.cased or (mention.mention.name is None and not _is_of_a_town(scene, mention.first))
        )
        near = near and (scene.sentence.cased or _stands(scene.sentence, actor.after, mention.first))
        start = past_remark(scene.sentence, actor.after, mention.first)
        if near and mention.mention.distance_km is not None and _only_is(scene, start, mention.first, found):
            return standing(scene, actor, CLOSE, [n])
    return None


def _is_of_a_town(scene: Scene, first: int) -> bool:
    """Whether a distance only tells where what was named right before it lies: "in X, 12 KM EAST OF the border"."""
    sentence, k = scene.sentence, first - 1
    while sentence.is_(k, "adverb", "locative") and not sentence.is_(k, "all_of") and k not in sentence.placed():
        k -= 1
    return sentence.is_(k, "all_of") or (sentence.sign(k) in {",", "("} and k - 1 in sentence.placed())


def _stands(sentence: Sentence, first: int, after: int) -> bool:
    """Whether nothing but being there is told between forces and a distance: "are now 3 km from X"."""
    return (
        first == after
        or sentence.is_(first, "locative", "adverb", "number", "lying")
        or sentence.some(first, min(after, first + 4), "be", "auxiliary", "verb_of_presence")
    )


def _absent(scene: Scene, actor: Actor) -> Found | None:
    """ "Of them there are none there": whoever is said to be missing, in the genitive, with a place or "there"."""
    sentence = scene.sentence
    led = sentence.lowers[actor.first - 1] if actor.first else ""
    had = led in sentence.frames.roles  # "THEY HAVE NO reserves", said with a preposition before whoever lacks them
    if not sentence.cased or not actor.may_be("gen") or had:
        return None
    k = _lacking(sentence, actor)
    if k is None:
        return None
    clause = range(max(0, min(k, actor.first) - _ABSENT), min(max(k, actor.after) + _ABSENT, len(sentence.tokens)))
    near = [n for n, m in enumerate(scene.mentions) if m.first in clause and not m.aside]
    back = any(sentence.is_(j, "anaphor_place", "settlement") for j in clause)
    if not near and not back:
        return None
    event = standing(scene, actor, INSIDE, near[:1])
    return replace(event, mood=Mood(negated=True), clause=(clause.start, clause.stop))


def _lacking(sentence: Sentence, actor: Actor) -> int | None:
    """The word that says that somebody is missing: behind him, or right before the words for him ("there is NO single
    Northern soldier")."""
    for k in range(actor.after, min(actor.after + _ABSENT, len(sentence.tokens))):
        if sentence.sign(k) in {",", ";", ":", "."} or sentence.is_(k, "event", "speech", "that"):
            break
        if sentence.is_(k, "absent"):
            return k
    k = actor.first - 1
    while k > 0 and not sentence.is_(k, "absent") and _only_tells_which(sentence, k):
        k -= 1
    return k if k >= 0 and sentence.is_(k, "absent") else None


def _only_tells_which(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "adverb", "determiner", "number", "negation") or "adjective" in sentence.tokens[k].features


def _beside(scene: Scene, actor: Actor) -> Found | None:
    """Whom there are, or are not, on one side of a place: "there are no Northern troops SOUTH OF X"."""
    sentence = scene.sentence
    k = actor.after
    while sentence.is_(k, "adverb"):
        k += 1
    n = next((n for n, m in enumerate(scene.mentions) if m.first == k and m.mention.name is None), None)
    there = sentence.is_(actor.first - 1, "no", "negation") and _exists(sentence, actor.first - 1)
    if sentence.cased or n is None or not (there or _exists(sentence, actor.first)):
        return None
    return standing(scene, actor, INSIDE, [n])


def _found_there(scene: Scene, actor: Actor, found: list[Found]) -> Found | None:
    """ "In X stand Northern troops", "in X – again Northern troops": place, verb, dash or adverb and forces in this
    order; or forces before "in X" without a verb."""
    sentence = scene.sentence
    if not sentence.cased or not actor.may_be("nom") or actor.governed:
        return None
    for n, mention in enumerate(scene.mentions):
        listed = last_list(scene, [m for m in range(n + 1) if not scene.mentions[m].aside])
        inside = not mention.aside and _is_led_in(sentence, scene.mentions[listed[0]].first)
        between = range(past_remark(sentence, mention.after, actor.first), actor.first)
        stands = any(sentence.is_(k, "verb_of_presence") for k in between) and len(between) <= _BETWEEN
        quiet = all(_says_little(scene, k) or sentence.is_(k, "link") or sentence.is_dash(k) for k in between)
        bare = (
            actor.after < mention.first
            and sentence.sign(mention.after) in {",", ".", ""}
            and all(sentence.is_(k, "adverb") for k in range(actor.after, mention.first - 1))
        )
        told = any(mention.first - 1 <= e.first < _clause_end(sentence, actor.after) for e in found)
        if not inside or told:
            continue
        if (stands and quiet) or _are_again(sentence, between, actor) or bare:
            return standing(scene, actor, INSIDE, listed)
    return _in_those_listed(scene, actor, found)


def _in_those_listed(scene: Scene, actor: Actor, found: list[Found]) -> Found | None:
    """ "A, B and C – IN THESE VILLAGES already stand Northern troops": who is in all that a list has named."""
    sentence = scene.sentence
    opens = next((k for k in range(actor.first - 1, 0, -1) if sentence.is_dash(k) or sentence.sign(k) == ":"), None)
    if opens is None or not sentence.is_(opens + 1, "presence"):
        return None
    noun = opens + 2
    while sentence.is_(noun, "determiner", "settlement", "number", "anaphor_place", "all_of"):
        noun += 1
    between = range(past_remark(sentence, noun, actor.first), actor.first)
    quiet = all(sentence.is_(j, "adverb", "verb_of_presence") or sentence.is_adverb(j) for j in between)
    if not sentence.is_(noun - 1, "settlement", "anaphor_place") or not quiet:
        return None
    listed = last_list(scene, [n for n, m in enumerate(scene.mentions) if m.after <= opens and not m.aside])
    told = any(opens < event.first < _clause_end(sentence, actor.after) for event in found)
    return None if told or not listed else standing(scene, actor, INSIDE, listed)


def _are_again(sentence: Sentence, between: range, actor: Actor) -> bool:
    """Whether only a dash or adverbs part a place from whoever is there, and no verb follows: "in X – NORTHERNERS", "in
    X AGAIN NORTHERN TROOPS"."""
    alone = sentence.sign(actor.after) in {",", ".", ";", ""}
    little = all(sentence.is_dash(k) or sentence.is_adverb(k) for k in between)
    return alone and little and 0 < len(between) < _BETWEEN


def _is_led_in(sentence: Sentence, first: int) -> bool:
    """Whether a list of places is where somebody is: "IN X and Y", "IN four villages – X, Y, …"."""
    k = first - 1
    k -= sentence.is_dash(k) or sentence.sign(k) == ":"
    while k > 0 and (sentence.is_(k, "settlement", "number") or "adjective" in sentence.tokens[k].features):
        k -= 1
    return sentence.is_(k, "presence")


def _clause_end(sentence: Sentence, start: int) -> int:
    """Where another clause begins behind somebody."""
    last = len(sentence.tokens)
    return next(
        (k for k in range(start, last) if sentence.is_(k, "link", "conjunction") or sentence.sign(k) == ","), last
    )


def _inside(scene: Scene, actor: Actor, found: list[Found]) -> Found | None:
    sentence = scene.sentence
    people = actor.first in sentence.sides and sentence.sides[actor.first][0] == actor.after
    heads = ("forces", "enemy", "defender_noun") if sentence.cased else ("forces", "enemy")
    forces = sentence.is_(actor.after - 1, *heads) or sentence.is_(actor.after - 2, *heads)
    if not forces and not people:
        return None
    for k in range(actor.after, min(actor.after + _REACH, len(sentence.tokens))):
        if not sentence.is_(k, "presence") or sentence.is_(k + 1, "from"):
            continue
        unit = sentence.unit_at[k]
        after = unit.after if unit else k + 1
        if sentence.is_(after, "from"):
            return None  # "walk in FROM X"
        places = [n for n, m in enumerate(scene.mentions) if after <= m.first and not m.aside]
        places = first_list(scene, places) if places and scene.mentions[places[0]].first <= after + 4 else []
        back = sentence.is_(after, "anaphor_place") or sentence.points_back(_past_part(sentence, after))
        back |= _is_inside_it(sentence, k) and is_counted(sentence, actor)
        quiet = all(
            _says_little(scene, j) or (sentence.cased and sentence.is_(j, "link")) for j in range(actor.after, k)
        )
        if not (places or back) or not quiet or not _only_is(scene, actor.after, k, found):
            return None
        if places and scene.mentions[places[0]].direction:
            return None  # "operate IN THE DIRECTION OF X"
        if places and any(after <= e.first < scene.mentions[places[0]].first and e.form == "noun" for e in found):
            return None  # "are in full RETREAT near X"
        no = sentence.is_(actor.first - 1, "negation", "no")
        shown = sentence.is_(actor.first - 1, "speech")
        counted = not sentence.cased and is_counted(sentence, actor)
        present = no or shown or sentence.some(actor.after, k, "verb_of_presence")
        present |= counted and sentence.some(actor.first - _ABSENT, actor.first, "be")
        present |= _exists(sentence, actor.first)
        outside = sentence.some(k, after + 4, "outskirts") or after - k > _INSIDE_WORDS
        cue = _COUNTED if counted else CLOSE if outside else INSIDE
        return standing(scene, actor, cue, places) if present else None
    return None


def _is_inside_it(sentence: Sentence, k: int) -> bool:
    """Whether a preposition stands alone for the place spoken of: "some 200 of them are INSIDE", "INSIDE at any
    moment"."""
    leads = sentence.frames.roles.get(sentence.sign(k)) == "goal" and sentence.is_(k, "presence")
    closes = k + 1 >= len(sentence.tokens) or not sentence.tokens[k + 1].is_word
    return not sentence.cased and leads and (closes or sentence.is_(k + 1, "locative", "conjunction", "adverb"))


def _exists(sentence: Sentence, first: int) -> bool:
    """Whether "there are" or "with" opens what is told of somebody: "THERE ARE still Northern troops in X", "…, WITH
    Northern troops already in the town"."""
    k = first - 1
    while k > 0 and (sentence.is_(k, "adverb", "determiner", "number") or sentence.is_adverb(k)):
        k -= 1
    if sentence.sign(k - 1) == "," and sentence.is_(k, "arms_link") and not sentence.is_(k, "from"):
        return not sentence.cased
    return k > 0 and sentence.is_be(k) and sentence.lowers[k - 1] in sentence.frames.existential


def _past_part(sentence: Sentence, first: int) -> int:
    """Where a place is named of which only a part is meant: "the north of THE TOWN", "the centre of it"."""
    of = next((k for k in range(first, min(first + _PART, len(sentence.tokens))) if sentence.is_(k, "of")), None)
    if of is None:
        return first
    part = all(
        sentence.is_(k, "determiner", "bearing", "outskirts", "district", "anaphor_place", "number")
        for k in range(first, of)
    )
    return of + 1 if part else first


def is_counted(sentence: Sentence, actor: Actor) -> bool:
    """Whether a figure stands right before somebody's forces: "some 400 DEFENDERS"."""
    k = actor.first - 1
    if sentence.is_(k, "of") and not sentence.cased:  # "two companies OF Northerners"
        return _counts_formation(sentence, k)
    number = sentence.is_(k, "number", "multiplier") and not sentence.is_(k, "determiner")
    ordinal = k >= 0 and not sentence.cased and sentence.tokens[k].text[-1:].isalpha()  # "the 47th Mechanised Brigade"
    return number or (_is_number(sentence, k) and not ordinal)


def _counts_formation(sentence: Sentence, of: int) -> bool:
    """Whether a formation, with a figure before it, ends before "of"."""
    k = of - 1 - (sentence.sign(of - 1) == '"')
    formation = k > 0 and "formation" in sentence.frames.types_of(sentence.tokens[k])
    before = (k - 1, k - 2) if sentence.is_(k - 1, "number") else (k - 1,)
    return formation and any(sentence.is_(j, "number", "multiplier") or _is_number(sentence, j) for j in before)


def counted_there(scene: Scene, event: Found) -> Found:
    """Who holds a place as so many men: what is told is how many are there."""
    held = event.cue.kind is Kind.CONTROL and event.cue.status is Status.HOLDS and event.form == "verb"
    counted = held and event.subject is not None and event.subject.role == "noun"
    if not counted or event.subject is None or event.passive or not is_counted(scene.sentence, event.subject):
        return event
    return replace(event, cue=_COUNTED)


def _is_number(sentence: Sentence, i: int) -> bool:
    return 0 <= i < len(sentence.tokens) and sentence.tokens[i].is_number


def _says_little(scene: Scene, k: int) -> bool:
    """Whether a word between forces and place leaves it at being there."""
    return scene.sentence.is_(
        k, "be", "auxiliary", "adverb", "negation", "verb_of_presence", "number", "determiner", "forces", "enemy"
    ) or _is_put_in(scene.sentence, k)


def _is_put_in(sentence: Sentence, k: int) -> bool:
    """Whether a word between commas, or one of the commas, is only put in: "troops, however, are still in X"."""
    comma = sentence.sign(k) == "," and (sentence.sign(k + 2) == "," or sentence.sign(k - 2) == ",")
    return comma or (sentence.sign(k - 1) == "," and sentence.sign(k + 1) == ",")


def _only_is(scene: Scene, first: int, after: int, found: list[Found]) -> bool:
    """Whether no other verb and no clause stands between."""
    sentence = scene.sentence
    return not any(event.first < after and event.after > first for event in found) and not any(
        sentence.sign(k) in {";", ":"} or sentence.is_(k, "that") or _says(sentence, k) for k in range(first, after)
    )


def _says(sentence: Sentence, k: int) -> bool:
    """Whether somebody speaks; who "was seen" somewhere is only there."""
    seen = sentence.is_(k, "verb_of_presence") and sentence.is_(k - 1, "be", "auxiliary", "adverb")
    return sentence.is_(k, "speech") and not seen
