"""What a sentence says has happened."""

from bisect import bisect_left
from dataclasses import replace

from salient.domain.kind import Kind, Status
from salient.extract.assets import assets_of
from salient.extract.ellipsis import is_only_named, told_in_gaps
from salient.extract.forms import head_of, is_passive, is_verbal, is_verbal_noun
from salient.extract.headings import is_of_a_name
from salient.extract.lexicon import Event
from salient.extract.mood import mood_of
from salient.extract.needs import has_what_it_needs
from salient.extract.needs_of_place import may_describe
from salient.extract.needs_of_things import done_by_arms, is_made
from salient.extract.presence import find_presence
from salient.extract.reach import own_verb, places_of
from salient.extract.roles import beside, light_before, light_subject, object_of, slot_side, subject_of
from salient.extract.scene import Cue, Found, Reading, Scene
from salient.extract.sentence import Sentence, Unit, events_of, speech_of
from salient.text.tokens import CASES
from salient.theatre.cues import EventCue

_STRENGTH = {
    "way": 4,
    "asset": 4,
    "passive_asset": 4,
    "inside_settlement": 3,
    "prisoners": 3,
    "moved": 2,
    "told": 2,
    "adjacent_place": 2,
    "object_place": 2,
    "subject_place": 2,
    "place": 2,
}
"""Cues that ask for more are surer than those that ask for less."""


def find_events(scene: Scene) -> list[Found]:
    """All events of a sentence, in order. Nouns under a light verb take that verb's subject."""
    sentence = scene.sentence
    heading = _heading_end(scene)
    cues = [unit for unit in sentence.units if unit.first >= heading and _may_be_cue(scene, unit)]
    turns = _turns(sentence)
    found: list[Found] = []
    for n, unit in enumerate(cues):
        if speech_of(unit) is not None and (sentence.is_(unit.after, "that") or _of_words(sentence, unit.after)):
            continue
        right = cues[n + 1].first if n + 1 < len(cues) else len(sentence.tokens)
        cue = Cue(scene, unit, _left_bound(sentence, unit.first, turns), right, cues[n + 1 :], list(found))
        event = _best(cue)
        if event is not None:
            found.append(_with_arms(sentence, event))
            found.extend(_beside(event))
            found.extend(_struck_too(sentence, event))
    found = [event for event in found if len(found) == 1 or not _surrounds(sentence, event, found)]
    found = [event for n, event in enumerate(found) if not _has_its_aim_after(found[n + 1 :], event)]
    found = [event for n, event in enumerate(found) if not _told_together(scene, found[:n], event)]
    found = [event for event in found if len(found) == 1 or not _points_back(scene, event)]
    found = [event for event in found if not _left_under_fire(sentence, found, event)]
    found = [kept for event in found for kept in _from_afar(scene, found, event)]
    found = _carried_along(scene, found)
    if sentence.cased:
        found = [event for event in found if not is_only_named(scene, event)]
        found = told_in_gaps(scene, found)
    found.extend(find_presence(scene, found))
    return sorted(found, key=lambda event: event.first)


def _has_its_aim_after(later: list[Found], event: Found) -> bool:
    """Whether fighting without a place is told by what it is meant to take: "operations to seize X"."""
    aim = later[0] if later else None
    if aim is None or event.cue.kind is not Kind.CLASH or event.places:
        return False
    return aim.mood.tried and aim.cue.status is Status.TOOK and aim.first - event.after <= _AIM


def _carried_along(scene: Scene, found: list[Found]) -> list[Found]:
    """ "Fighting has reached X": a fight that moves is a fight where it moves to."""
    if scene.sentence.cased:
        return found
    out: list[Found] = []
    for event in found:
        last = out[-1] if out else None
        moved = event.cue.kind is Kind.ADVANCE and event.form == "verb" and event.subject is None
        if last is not None and moved and last.cue.kind is Kind.CLASH and last.subject is None:
            between = range(last.after, event.first)
            if all(scene.sentence.is_(k, "auxiliary", "be", "adverb", "locative", "light") for k in between):
                out[-1] = replace(last, places=event.places, clause=(last.clause[0], event.clause[1]))
                continue
        out.append(event)
    return out


def _of_words(sentence: Sentence, i: int) -> bool:
    """Whether what is thrown back is words: "rejected the general's statements"."""
    unit = sentence.unit_at[i] if sentence.cased and i < len(sentence.unit_at) else None
    return unit is not None and "verb" not in sentence.tokens[i].features and speech_of(unit) is not None


def _surrounds(sentence: Sentence, event: Found, found: list[Found]) -> bool:
    """Whether a noun only tells the circumstances: "in the course of its push", "as a result of clashes". A strike
    with a place of its own that has cost lives is told beside them."""
    if event.form != "noun" or (sentence.cased and event.cue.status is Status.THREATENED):
        return False
    if sentence.cased and sentence.is_(event.first - 1, "since") and event.subject is not None and event.places:
        return False
    if sentence.cased and event.cue.kind is Kind.STRIKE and event.places:
        costly = any(other.cue.kind is Kind.LOSS for other in found)
        return not costly and sentence.some(event.first - 4, event.first, "circumstance")
    return sentence.some(event.first - 4, event.first, "circumstance")


def _told_together(scene: Scene, before: list[Found], event: Found) -> bool:
    """Whether losses only go on: "two were killed and nine injured" is one claim, with the first figure."""
    last = before[-1] if before else None
    if event.cue.kind is Kind.WITHDRAWAL and event.form == "noun" and _bare(event):
        return any(other.cue.kind is Kind.WITHDRAWAL for other in before) and not scene.sentence.cased
    if last is None or event.cue.kind not in _SUMMED or last.cue.kind is not event.cue.kind:
        return False
    sentence, named = scene.sentence, [m for m in scene.mentions if event.after <= m.first and not m.aside]
    apart = any(m.first < event.clause[1] for m in named) or sentence.some(last.after, event.first, "that", "speech")
    apart = apart and not (sentence.cased and event.places == last.places)
    goes_on = event.form == "noun" or sentence.some(last.after, event.first, "link")
    return not apart and goes_on and event.first - last.after <= _GOES_ON


def _from_afar(scene: Scene, found: list[Found], event: Found) -> list[Found]:
    """ "Five died in an attack on X", "attacks have damaged the plant": an attack that did this is a strike; one
    without a place of its own is told by what it did."""
    if event.form != "noun" or event.cue.kind is not Kind.CLASH or scene.sentence.cased:
        return [event]
    harmed = [other for other in found if other.cue.kind is Kind.ASSET and other.cue.status in _HARMED]
    victims = [other for other in found if other.cue.kind is Kind.LOSS and other.cue.unnamed == "victim"]
    if not harmed and not victims:
        return [event]
    if any(scene.mentions[n].first >= event.first for n in event.places):
        return [replace(event, cue=_BY_ARMS)]
    return [] if harmed else [event]


_AIM = 3
"""Tokens between fighting and its aim."""
_HARMED = (Status.DAMAGED, Status.DESTROYED, Status.SUSPENDED)


def _points_back(scene: Scene, event: Found) -> bool:
    """Whether a noun only names again what is told: "two died in the attack", "after that strike"."""
    sentence = scene.sentence
    if event.form != "noun" or event.cue.kind not in (Kind.STRIKE, Kind.CLASH) or event.subject is not None:
        return False
    definite = sentence.is_(event.first - 1, "article") and sentence.is_(event.first - 2, "locative", "conjunction")
    own = any(scene.mentions[n].first >= event.first for n in event.places)
    return definite and not own and not sentence.cased


def _bare(event: Found) -> bool:
    return event.subject is None or event.subject.role == "pronoun"


_SUMMED = (Kind.LOSS, Kind.STRENGTH)
_GOES_ON = 9
"""Tokens between two ways in which people were lost, told as one."""
_REMARK = 9
"""Tokens that a remark between dashes may have."""


def _beside(event: Found) -> list[Found]:
    """What the same words say as well."""
    if event.cue.beside is None:
        return []
    own = [place for asset in event.assets for place in asset.places]
    cue = EventCue(kind=event.cue.beside, actor="subject", unnamed="foe")
    return [replace(event, cue=cue, places=own or event.places, assets=())]


def _struck_too(sentence: Sentence, event: Found) -> list[Found]:
    """ "Two were killed by a drone", "a missile damaged the plant": a loss and a damage that tell of a strike too."""
    victims = event.cue.kind is Kind.LOSS and event.cue.unnamed == "victim"
    harmed = event.cue.kind is Kind.ASSET and event.cue.status in _HARMED and event.cue.beside is None
    if sentence.cased or event.form != "verb" or not (victims or harmed):
        return []
    armed = done_by_arms(sentence, (event.first, event.after), passive=event.passive)
    own = [place for asset in event.assets for place in asset.places]
    return [replace(event, cue=_SHELLED, object=None, places=own or event.places, assets=())] if armed else []


def _left_under_fire(sentence: Sentence, found: list[Found], event: Found) -> bool:
    """ "They were brought out of X under fire": a circumstance of leaving, no strike that is told."""
    if event.form != "phrase" or event.cue.kind is not Kind.STRIKE or sentence.is_(event.first - 1, "be", "auxiliary"):
        return False
    told = sentence.tokens[event.first].features & {"past", "present", "participle", "gerund"}
    return not told and any(other.cue.kind is Kind.WITHDRAWAL and other.first < event.first for other in found)


_SHELLED = EventCue(kind=Kind.STRIKE, actor="subject", unnamed="shelled")
_HALTED = EventCue(kind=Kind.CLASH, actor="subject", unnamed="opponent")
"""A halted push is a fight."""
_BY_ARMS = EventCue(kind=Kind.STRIKE, actor="subject", unnamed="foe")


def _with_arms(sentence: Sentence, event: Found) -> Found:
    """ "attacked X with drones" is a strike, not an assault."""
    if event.cue.kind is not Kind.CLASH or event.form == "phrase":
        return event
    if sentence.cased and event.form == "verb" and _arms_act(sentence, event):
        return replace(event, cue=_BY_ARMS)
    if event.form == "noun" and _is_of_arms(sentence, event.first):
        return replace(event, cue=_BY_ARMS)
    for k in range(event.after, min(event.after + 14, len(sentence.tokens))):
        if sentence.sign(k) in {";", ","} or sentence.is_(k, "conjunction"):
            return event
        if sentence.is_(k, "arms") and sentence.some(max(event.after, k - 4), k, "arms_link"):
            return replace(event, cue=_BY_ARMS)
    return event


def _arms_act(sentence: Sentence, event: Found) -> bool:
    """ "Drones attacked X": arms in the nominative before the verb, in its own clause."""
    for k in range(event.first - 1, event.clause[0] - 1, -1):
        if sentence.sign(k) in {";", ":"} or sentence.is_(k, "that", "event"):
            return False
        if sentence.is_(k, "arms") and not sentence.is_(k - 1, "locative"):
            cases = sentence.tokens[k].features & CASES
            return not cases or "nom" in cases or sentence.tokens[k - 1].is_number
    return False


def _is_of_arms(sentence: Sentence, first: int) -> bool:
    """Whether words for arms stand right before a noun: "rocket and artillery attacks"."""
    for k in range(first - 1, max(-1, first - 7), -1):
        if sentence.sign(k) in {"(", ")"} and not sentence.cased:
            continue
        if sentence.is_(k, "arms_kind"):
            return True
        beside = k == first - 1 and sentence.is_(k - 1, "link")
        if not (beside or sentence.is_(k, "link") or sentence.sign(k) == ","):
            return False
    return False


def _heading_end(scene: Scene) -> int:
    """Past the colon of a heading that names no place ("Assessed advances: …"): it only announces."""
    sentence = scene.sentence
    colon = next((k for k in range(min(10, len(sentence.tokens))) if sentence.sign(k) == ":"), 0)
    named = any(mention.first < colon for mention in scene.mentions)
    told = sentence.some(0, colon, "be", "auxiliary") or sentence.some(not sentence.cased, colon, "speech")
    return 0 if named or told or colon + 4 > len(sentence.tokens) else colon


def _may_be_cue(scene: Scene, unit: Unit) -> bool:
    """Whether a unit stands in a form in which the tables know it as an event or a light verb."""
    sentence = scene.sentence
    if "event" not in unit.names and "light" not in unit.names:
        return False
    if unit.after - unit.first == 1 and "light" not in unit.names and is_of_a_name(sentence, unit.first):
        return False
    if (
        not sentence.cased
        and sentence.is_(unit.after, "forces")
        and not is_verbal(sentence, unit)
        and slot_side(sentence, unit) is None
    ):
        return False
    if "light" in unit.names and is_verbal(sentence, unit):
        return True
    said = events_of(unit)
    if not scene.assets and not sentence.cased:  # "an axis running through X"
        said = [event for event in said if event.cue.kind is not Kind.ASSET]
    return any(_form_fits(sentence, unit, event) for event in said)


def _form_fits(sentence: Sentence, unit: Unit, event: Event) -> bool:
    if event.form == "phrase":
        return event.cue.needs != "described" or may_describe(sentence, unit)
    if "auxiliary" in unit.names and _helps(sentence, unit):
        return False
    if "asset" in unit.names and event.cue.kind is not Kind.ASSET:
        return False
    verbal = is_verbal(sentence, unit)
    if event.cue.needs == "made" and not is_made(sentence, unit.first):
        return False
    if event.form == "verb":
        return verbal and not _describes(sentence, unit, event)
    inflected = sentence.tokens[head_of(sentence, unit)].features & {"past", "participle"}
    described = not sentence.cased and unit.after - unit.first > 1 and not verbal  # "a forced evacuation"
    return (described or not inflected) and (not verbal or is_verbal_noun(sentence, unit))


def _describes(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """ "Retreating Northern troops", "the last operating reactor": what they are, not what is told of them."""
    gerund = "gerund" in sentence.tokens[unit.first].features and unit.after - unit.first == 1
    helped = sentence.is_(unit.first - 1, "be", "auxiliary", "adverb", "negation")
    if sentence.cased:
        return event.cue.kind is Kind.CONTROL and _is_attribute(sentence, unit)
    if not gerund or helped:
        return False
    if sentence.is_(unit.after, "asset"):
        return event.cue.kind in (Kind.STRENGTH, Kind.CONTROL)
    if event.cue.kind is Kind.ENCIRCLEMENT and sentence.is_(
        unit.after, "settlement", "district", "region", "anaphor_place"
    ):
        return True  # "X and surrounding settlements"
    moving = event.cue.kind in (Kind.WITHDRAWAL, Kind.ADVANCE)
    return moving and (unit.after in sentence.sides or sentence.is_(unit.after, "forces", "enemy"))


def _is_attribute(sentence: Sentence, unit: Unit) -> bool:
    """Whether a declined participle only describes the noun after it: "the last village taken by the North"."""
    cases = sentence.tokens[head_of(sentence, unit)].features & CASES
    if "participle" not in sentence.tokens[head_of(sentence, unit)].features or not cases or "ins" in cases:
        return False
    return sentence.some(unit.after, unit.after + 4, "settlement", "district", "region", "part_of_town")


def _helps(sentence: Sentence, unit: Unit) -> bool:
    """Whether "have" only helps a participle after it."""
    k = unit.after
    while k < len(sentence.tokens) and sentence.is_(k, "adverb", "negation"):
        k += 1
    return k < len(sentence.tokens) and ("participle" in sentence.tokens[k].features or sentence.is_(k, "be"))


def _goes_on(sentence: Sentence, unit: Unit) -> bool:
    """ "are clearing", "being cleared": it is under way, not done."""
    head = head_of(sentence, unit)
    before = head - 1
    while before >= 0 and sentence.is_(before, "adverb"):
        before -= 1
    if "gerund" in sentence.tokens[head].features:
        return sentence.is_(before, "be", "forces")
    return before >= 0 and "be" in sentence.tokens[before].forms and "gerund" in sentence.tokens[before].features


def _is_cutting(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """Whether a road is being cut, and not cut yet: a present tense where a language has one for it."""
    if not sentence.cased or event.cue.status is not Status.PARTIAL or event.form != "verb":
        return False
    roads = range(unit.first, min(unit.after + 4, len(sentence.tokens)))
    present = "present" in sentence.tokens[head_of(sentence, unit)].features
    return present and any(not sentence.way_words.isdisjoint(sentence.tokens[k].forms) for k in roads)


def _is_state(sentence: Sentence, unit: Unit) -> bool:
    features = sentence.tokens[unit.first].features
    return "state_if_present" in unit.names and not features & {"past", "participle"}


def _turns(sentence: Sentence) -> list[int]:
    """The signs and words at which a clause may begin."""
    return [
        k
        for k, token in enumerate(sentence.tokens)
        if not (token.is_word or token.is_number) or sentence.is_(k, "that", "conjunction")
    ]


def _left_bound(sentence: Sentence, i: int, turns: list[int]) -> int:
    """Where the clause of token i begins."""
    for k in reversed(turns[: bisect_left(turns, i)]):
        if sentence.sign(k) == ":" and (k in sentence.places.values() or sentence.is_(k - 1, "direction")):
            continue
        if sentence.cased and sentence.is_dash(k) and (_runs_on(sentence, k, i) or _joins_names(sentence, k, i)):
            continue
        if sentence.is_quote_edge(k) and sentence.is_(k + 1, "be", "auxiliary", "modal"):
            continue
        if sentence.sign(k) in {";", ":"} or sentence.is_dash(k) or sentence.is_quote_edge(k):
            return k + 1
        if sentence.is_(k, "that"):
            if sentence.some(k - 5, k, "speech"):
                return k + 1
        elif sentence.is_(k, "conjunction") and not sentence.is_(k, "link"):
            if sentence.is_(k, "passive_mark") and all(sentence.is_(j, "determiner") for j in range(k + 1, i)):
                continue
            if sentence.cased and sentence.is_(k, "circumstance") and sentence.sign(k - 1) != ",":
                continue
            return k + 1
    return 0


def _joins_names(sentence: Sentence, dash: int, i: int) -> bool:
    """Whether a dash stands between two names: "the A - B road", "on the line A - B - C"; or between a name and what
    is said of it: "X - under control"."""
    if dash not in sentence.places.values():
        return False
    return dash + 1 in sentence.places or all(sentence.is_(k, "adverb", "be") for k in range(dash + 1, i))


def _runs_on(sentence: Sentence, dash: int, i: int) -> bool:
    """Whether a dash opens no clause: it joins two names ("the road X – Y"), a count follows it ("on this stretch - 42
    attacks"), or it closes a remark between two dashes."""
    if dash in sentence.places.values() and dash + 1 in sentence.places:
        return True
    counted = next((k for k in range(dash + 1, min(dash + 4, i)) if sentence.tokens[k].is_number), None)
    if counted is not None or sentence.is_(dash + 1, "number") or sentence.is_(dash + 1, "anaphor_place"):
        return True
    opened = next((k for k in range(dash - 1, max(0, dash - _REMARK), -1) if sentence.is_dash(k)), None)
    return opened is not None and not sentence.some(opened, dash, "event", "speech")


def _best(cue: Cue) -> Found | None:
    """The surest event that the cue can be; among equals the earlier row of the table."""
    best: tuple[int, int, Found] | None = None
    for event in events_of(cue.unit):
        if not _form_fits(cue.sentence, cue.unit, event):
            continue
        found = _read(cue, event)
        key = (_STRENGTH.get(event.cue.needs or "", 1 if event.cue.needs not in (None, "ground") else 0), -event.rank)
        if found is not None and (best is None or key > best[:2]):
            best = (*key, found)
    return best[2] if best else None


def _is_to_be_prevented(sentence: Sentence, light: Unit) -> bool:
    """Whether somebody only means to keep it from happening: "to prevent further advances"."""
    gerund = "gerund" in sentence.tokens[light.first].features
    return sentence.is_(light.first, "risk") and (gerund or sentence.is_(light.first - 1, "to"))


def _counts(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """Whether a verb of moving only leads to a figure: "the number of attacks reached 21"."""
    k = unit.after
    number = k < len(sentence.tokens) and (sentence.tokens[k].is_number or _is_figure(sentence, k))
    following = sentence.unit_at[k + 1] if k + 1 < len(sentence.tokens) else None
    length = following is not None and following.value("length") is not None
    if number and not sentence.cased and sentence.some(unit.first - 4, unit.first, "attempt"):
        return False  # "attempted to advance five times"
    alone = unit.after == unit.first + 1
    return event.cue.kind is Kind.ADVANCE and event.form == "verb" and alone and number and not length


def _is_figure(sentence: Sentence, k: int) -> bool:
    """Whether a number stands here as a word that no article can be: "reached eight"."""
    return sentence.is_(k, "number") and not sentence.is_(k, "determiner") and not sentence.cased


def _read(cue: Cue, event: Event) -> Found | None:
    sentence, unit = cue.sentence, cue.unit
    passive = event.form == "verb" and is_passive(sentence, unit)
    reading = Reading(
        cue=cue,
        event=event,
        passive=passive,
        subject=subject_of(cue, event.form, passive),
        object=object_of(cue, event.form, passive),
        places=places_of(cue, event, passive),
        assets=assets_of(cue, passive),
    )
    if event.cue.kind is Kind.ADVANCE and (verb := own_verb(cue, event)) is not None:
        halted = verb.value("light").opponent
    else:
        halted = False
    if not has_what_it_needs(reading) or _counts(sentence, unit, event):
        return None
    light = light_before(sentence, unit) if event.form == "noun" else None
    if (
        event.form == "noun"
        and event.cue.kind is Kind.CLASH
        and not sentence.cased
        and sentence.some(0, unit.first, "aims")
    ):
        return None
    if light is not None and not sentence.cased and _is_to_be_prevented(sentence, light[0]):
        return None
    found = Found(
        first=unit.first,
        after=unit.after,
        cue=event.cue,
        form=event.form,
        passive=passive,
        subject=reading.subject,
        object=reading.object,
        slot=slot_side(sentence, unit),
        mood=mood_of(cue, event.form, light[0] if light else None, event.cue.kind, event.cue.status),
        places=reading.places,
        assets=reading.assets,
        clause=(cue.left, cue.right),
        present=_is_state(sentence, unit),
        progressive=_goes_on(sentence, unit),
        cutting=_is_cutting(sentence, unit, event),
    )
    if halted:
        found = replace(found, cue=_HALTED)
    if light is None:
        return found
    if light[1].ended:
        found = replace(found, mood=replace(found.mood, negated=not found.mood.negated))
    own, over = beside(cue.scene, unit), light_subject(cue, light[0])
    if light[1].opponent and event.cue.kind is Kind.ADVANCE:
        found = replace(found, cue=_HALTED)
    if own is None and light[1].opponent and over is not None:
        return replace(found, subject=over, reversed=True)
    if own is not None and own.role == "possessive" and over is not None and not sentence.cased:
        own = over if over.ref is not None else own
    return replace(found, subject=own or over)
