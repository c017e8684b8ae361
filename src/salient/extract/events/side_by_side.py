"""How the events of one sentence bear on one another: one that another tells already is none of its own."""

from dataclasses import replace

from salient.domain.kind import Kind, Status
from salient.extract.events.by_arms import BY_ARMS, HARMED
from salient.extract.events.told_twice import without_doubles
from salient.extract.places.place_lists import past_remark
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_BROKEN = {Status.DAMAGED, Status.DESTROYED}
_AIM = 3
"""Tokens between fighting and its aim."""
_SUMMED = (Kind.LOSS, Kind.STRENGTH)
_OUTCOME = 12
"""Tokens behind an attack within which it is told to have failed."""
_GOES_ON = 9
"""Tokens between two ways in which people were lost, told as one."""
_TOLL_GOES_ON = 18
"""The same of victims, of whom more is told in between: "25 died, three of them children, and 93 were hurt"."""


def told_once(scene: Scene, found: list[Found]) -> list[Found]:
    """The events of a sentence without those that another of them tells already."""
    sentence = scene.sentence
    if not found:
        return found
    found = [event for event in found if len(found) == 1 or not _surrounds(sentence, event, found)]
    found = [event for n, event in enumerate(found) if not _has_its_aim_after(found[n + 1 :], event)]
    found = _summed_up(scene, found)
    found = [event for n, event in enumerate(found) if not _told_together(scene, found[:n], event)]
    found = [event for event in found if len(found) == 1 or not _points_back(scene, event)]
    found = [event for event in found if not _left_under_fire(sentence, found, event)]
    found = [event for event in found if not _was_held(sentence, found, event)]
    found = [event for n, event in enumerate(found) if not _harmed_again(found[:n], event)]
    found = _with_their_edges(sentence, found)
    found = [kept for event in found for kept in _from_afar(scene, found, event)]
    return without_doubles(scene, _carried_along(scene, found))


def _has_its_aim_after(later: list[Found], event: Found) -> bool:
    """Whether fighting without a place is told by what it is meant to take: "operations to seize X"."""
    aim = later[0] if later else None
    if aim is None or event.cue.kind is not Kind.CLASH or event.places:
        return False
    return aim.mood.tried and aim.cue.status is Status.TOOK and aim.first - event.after <= _AIM


def _carried_along(scene: Scene, found: list[Found]) -> list[Found]:
    """ "Fighting has reached X", "the fighting, he said, has shifted to X": a fight that moves is one where it goes,
    and one that goes on "on the outskirts of X" is there, whoever is."""
    out: list[Found] = []
    for event in found:
        last = out[-1] if out else None
        moves = event.cue.kind is Kind.ADVANCE or (scene.sentence.cased and event.cue.kind is Kind.OUTLOOK)
        there = scene.sentence.cased and event.form == "phrase"
        moved = moves and (event.form == "verb" or there) and event.subject is None
        if last is not None and moved and last.cue.kind is Kind.CLASH and last.subject is None:
            between = range(past_remark(scene.sentence, last.after, event.first), event.first)
            if all(_leads_on(scene.sentence, k, event.first) for k in between):
                out[-1] = replace(last, places=event.places, clause=(last.clause[0], event.clause[1]))
                continue
        if last is not None and _fought_there(scene, last, event):
            out[-1] = replace(event, places=event.places or last.places, clause=(last.clause[0], event.clause[1]))
            continue
        out.append(event)
    return out


def _leads_on(sentence: Sentence, k: int, where: int) -> bool:
    """Whether a word stands between a fight and where it is: "they fight ALSO on the outskirts of X"."""
    also = sentence.cased and k == where - 1 and sentence.is_(k, "link")
    return also or sentence.is_(k, "auxiliary", "be", "adverb", "locative", "light")


def _fought_there(scene: Scene, last: Found, event: Found) -> bool:
    """Whether words for the edge of a town only tell where fighting is that stands behind them: "on the outskirts of X
    goes on FIGHTING"; nobody has advanced there."""
    edge = last.cue.kind is Kind.ADVANCE and last.form == "phrase" and last.subject is None
    fight = event.cue.kind is Kind.CLASH and event.form == "noun" and event.cue.actor == "none"
    if not (scene.sentence.cased and edge and fight) or not set(event.places) <= set(last.places):
        return False
    place = max((scene.mentions[n].after for n in last.places), default=last.after)
    between = range(past_remark(scene.sentence, max(place, last.after), event.first), event.first)
    return not any(scene.sentence.sign(k) in {",", ";", ":"} for k in between)


def _surrounds(sentence: Sentence, event: Found, found: list[Found]) -> bool:
    """Whether a noun only tells the circumstances: "in the course of its push", "as a result of clashes". Where
    words stand in any order a strike is told beside what it did: "after a STRIKE on X two streets had no power"."""
    if event.form != "noun" or (sentence.cased and event.cue.status is Status.THREATENED):
        return False
    if sentence.cased and sentence.is_(event.first - 1, "since") and event.subject is not None and event.places:
        return False
    if sentence.cased and (event.cue.kind is Kind.STRIKE or _has_victims(event, found)):
        return False
    if sentence.is_(event.first - 1, "since") and "gerund" in sentence.tokens[event.first].features:
        return False  # "took Y after ADVANCING toward X"
    near = range(event.first - 1, max(-1, event.first - 5), -1)
    opens = next((k for k in near if sentence.sign(k) == ","), event.first - 5) + 1
    return sentence.some(opens, event.first, "circumstance") and not _did_the_harm(sentence, event, found)


def _has_victims(event: Found, found: list[Found]) -> bool:
    """Whether somebody is told to have died in an attack: "as a result of AN ATTACK on X three died"."""
    attack = event.cue.kind is Kind.CLASH and event.cue.actor != "none"
    return attack and any(o.cue.kind is Kind.LOSS and o.cue.unnamed == "victim" for o in found)


def _harmed_again(before: list[Found], event: Found) -> bool:
    """Whether the same is told of the same works in other words: "was hit and burned down", "repaired and reopened"."""
    if event.cue.kind is not Kind.ASSET or not event.assets:
        return False
    same = [other for other in before if other.cue.kind is Kind.ASSET and other.assets[:1] == event.assets[:1]]
    states = {other.cue.status for other in same}
    return event.cue.status in states or (event.cue.status in _BROKEN and not _BROKEN.isdisjoint(states))


def _did_the_harm(sentence: Sentence, event: Found, found: list[Found]) -> bool:
    """Whether a strike is told by the harm after it: "the refinery caught fire after a drone attack"."""
    harmed = any(
        other.cue.kind is Kind.ASSET and other.cue.status in HARMED and other.first < event.first for other in found
    )
    struck = any(other.cue.kind is Kind.STRIKE and other is not event for other in found)
    named_before = sentence.cased or sentence.is_(event.first - 1, "article")
    return event.cue.kind is Kind.STRIKE and harmed and not struck and not named_before


def _told_together(scene: Scene, before: list[Found], event: Found) -> bool:
    """Whether losses only go on: "two were killed and nine injured" is one claim, with the first figure."""
    last = before[-1] if before else None
    if event.cue.kind is Kind.WITHDRAWAL and event.form == "noun" and _bare(event):
        return any(other.cue.kind is Kind.WITHDRAWAL for other in before)
    if scene.sentence.cased and last is not None and _same_fight(last, event):
        return True
    if last is None or event.cue.kind not in _SUMMED or last.cue.kind is not event.cue.kind:
        return False
    sentence, named = scene.sentence, [m for m in scene.mentions if event.after <= m.first and not m.aside]
    apart = any(m.first < event.clause[1] for m in named) or sentence.some(last.after, event.first, "that", "speech")
    reported = any(sentence.is_(k, "that") for k in range(last.after, event.first)) and sentence.some(
        last.after, event.first, "speech"
    )
    apart = apart and (reported or not (sentence.cased and event.places == last.places))
    goes_on = event.form == "noun" or sentence.some(last.after, event.first, "link")
    there = sentence.cased and event.places in ([], last.places)
    victims = there and event.cue.unnamed == last.cue.unnamed == "victim"
    goes_on = goes_on or (there and (victims or bool(event.places)) and event.cue.needs != "equipment")
    return not apart and goes_on and event.first - last.after <= (_TOLL_GOES_ON if victims else _GOES_ON)


def _summed_up(scene: Scene, found: list[Found]) -> list[Found]:
    """Losses and the participle that only counts them as one: "its LOSSES came to 1,200 KILLED"."""
    out: list[Found] = []
    for event in found:
        at = next((n for n in range(len(out) - 1, -1, -1) if out[n].cue.kind is Kind.LOSS), None)
        if at is not None and _of_losses(scene.sentence, out[at], event):
            continue
        if at is not None and _counts_losses(scene.sentence, out[at], event):
            first = event.first if out[at].form == "noun" else out[at].first
            clause = (out[at].clause[0], event.clause[1])
            out[at] = replace(out[at], first=first, after=event.after, clause=clause)
        else:
            out.append(event)
    return out


def _of_losses(sentence: Sentence, last: Found, event: Found) -> bool:
    """Whether a participle only says by its ending what losses are made of: "LOSSES came to 1,200 men KILLED"."""
    features = sentence.tokens[event.first].features
    made_of = "ins" in features and "nom" not in features
    told = sentence.cased and last.form == "noun" and event.cue.kind is Kind.LOSS
    return told and made_of and not sentence.some(last.after, event.first, "that", "relative")


def _counts_losses(sentence: Sentence, last: Found, event: Found) -> bool:
    if sentence.cased or event.form == "noun" or last.form == "phrase" or last.cue.kind is not Kind.LOSS:
        return False
    k, at_once = event.first - 1, last.after == event.first
    counted = sentence.tokens[k].is_number or sentence.measures(k, k + 1, "troops") or at_once
    told = event.cue.kind is Kind.LOSS and counted and (at_once or last.form == "noun")
    return told and not sentence.some(last.after, event.first, "that", "link", "relative")


def _same_fight(last: Found, event: Found) -> bool:
    """Whether fighting is only counted on: "they attacked near X, three clashes are still going on"."""
    clash = event.cue.kind is Kind.CLASH and last.cue.kind is Kind.CLASH
    return clash and event.form == "noun" and event.cue.actor == "none" and event.places == last.places


def _from_afar(scene: Scene, found: list[Found], event: Found) -> list[Found]:
    """ "Five died in an attack on X", "attacks have damaged the plant": an attack that did this is a strike; one
    without a place of its own is told by what it did."""
    neutral = event.cue.actor == "none"  # "fighting" is no attack that did it
    if event.form != "noun" or event.cue.kind is not Kind.CLASH or neutral or _is_beaten_off(scene.sentence, event):
        return [event]
    harmed = [other for other in found if other.cue.kind is Kind.ASSET and other.cue.status in HARMED]
    victims = [other for other in found if other.cue.kind is Kind.LOSS and other.cue.unnamed == "victim"]
    if not harmed and not victims:
        return [event]
    if any(scene.mentions[n].first >= event.first for n in event.places):
        return [replace(event, cue=BY_ARMS)]
    return [] if harmed else [event]


def _is_beaten_off(sentence: Sentence, event: Found) -> bool:
    """Whether an attack has an opponent who beat it off in its own clause, or has failed: no strike from afar."""
    if not sentence.cased:
        near = min(event.after + _OUTCOME, event.clause[1])
        if sentence.some(event.first, event.after, "attempt") or sentence.some(event.first, near, "unsuccessful"):
            return True
    own = (unit for unit in sentence.units if event.clause[0] <= unit.first < event.clause[1] and "light" in unit.names)
    return any(unit.value("light").opponent for unit in own)


def _points_back(scene: Scene, event: Found) -> bool:
    """Whether a noun only names again what is told: "two died in the attack", "after that strike"."""
    sentence = scene.sentence
    if event.form != "noun" or event.cue.kind not in (Kind.STRIKE, Kind.CLASH) or event.subject is not None:
        return False
    definite = sentence.is_(event.first - 1, "article") and sentence.is_(event.first - 2, "locative", "conjunction")
    own = any(scene.mentions[n].first >= event.first for n in event.places)
    return definite and not own


def _with_their_edges(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Words for a town's edge only say where what stands before them happens: "they fight on the outskirts of X"."""
    out: list[Found] = []
    for event in found:
        if not out or not _tells_where(sentence, out[-1], event):
            out.append(event)
        elif not out[-1].places:
            out[-1] = replace(out[-1], places=event.places, clause=(out[-1].clause[0], event.clause[1]))
    return out


def _tells_where(sentence: Sentence, before: Found, event: Found) -> bool:
    if not sentence.cased or event.form != "phrase" or event.cue.kind is not Kind.ADVANCE or before.form == "phrase":
        return False
    between = range(before.after, event.first)
    quiet = all(sentence.tokens[k].is_word and not sentence.is_(k, "conjunction", "that") for k in between)
    return len(between) <= _GOES_ON and quiet


def _bare(event: Found) -> bool:
    return event.subject is None or event.subject.role == "pronoun"


def _left_under_fire(sentence: Sentence, found: list[Found], event: Found) -> bool:
    """ "They were brought out of X under fire": a circumstance of leaving, no strike that is told."""
    if event.form != "phrase" or event.cue.kind is not Kind.STRIKE or sentence.is_(event.first - 1, "be", "auxiliary"):
        return False
    told = sentence.tokens[event.first].features & {"past", "present", "participle", "gerund"}
    opens = event.first == 0
    return not told and any(
        other.cue.kind is Kind.WITHDRAWAL and (opens or other.first < event.first) for other in found
    )


def _was_held(sentence: Sentence, found: list[Found], event: Found) -> bool:
    """ "X, the last village held by the South, has been taken": what it was before it was taken."""
    if event.cue.status is not Status.HOLDS or not sentence.is_(event.first - 1, "settlement"):
        return False
    return any(
        other.first > event.first and other.cue.status in (Status.TOOK, Status.LOST) and other.places == event.places
        for other in found
    )


def tolls_of_named_losses(scene: Scene, found: list[Found]) -> list[Found]:
    """The events, with a toll behind a colon told of whose losses stand before it, which it counts: "the staff counted
    the North's LOSSES: 950 KILLED"."""
    out: list[Found] = []
    for event in found:
        last = out[-1] if out and event.cue.kind is Kind.LOSS else None
        named = last is not None and last.cue.kind is Kind.LOSS and last.form == "noun" and last.subject is not None
        bare = event.subject is None and event.object is None
        if last is not None and named and bare and ":" in scene.sentence.lowers[last.after : event.first]:
            out[-1] = replace(event, subject=last.subject, object=last.subject)
        else:
            out.append(event)
    return out
