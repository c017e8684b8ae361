"""What an inflected language leaves unsaid: the verb of a second clause, the doer of a deed that is only judged."""

from dataclasses import replace

from salient.domain.kind import Kind, Status
from salient.extract.places.mention import Mention
from salient.extract.places.place_lists import first_list
from salient.extract.words.own_clause import clause_of, tells_elsewhere
from salient.extract.words.scene import Found, Scene
from salient.extract.words.sentence import Sentence

_LONGEST = 12
"""Tokens that a clause without its verb may have."""
_COUNTED = (Kind.ASSET, Kind.LOSS, Kind.CLASH, Kind.STRIKE, Kind.ENCIRCLEMENT, Kind.STRENGTH, Kind.WITHDRAWAL)
_TOLD = (Kind.CONTROL, Kind.ADVANCE, Kind.CLASH, Kind.STRIKE, Kind.WITHDRAWAL)


def told_in_gaps(scene: Scene, found: list[Found]) -> list[Found]:
    """ "X came under control on the 19th, Y – a week before": the verb is left out, a dash stands for it.

    Gives all events, each place with the clause that it stands in.
    """
    out = list(found)
    for dash in range(1, len(scene.sentence.tokens)):
        if not scene.sentence.is_dash(dash):
            continue
        first, after = _around(scene.sentence, dash)
        named = [(n, m) for n, m in enumerate(scene.mentions) if first <= m.first and m.after == dash and not m.aside]
        before = [event for event in found if event.after <= first and event.form != "noun" and event.cue.kind in _TOLD]
        if not named or not before or after - first > _LONGEST or not _is_gap(scene.sentence, first, after):
            continue
        n, mention = named[-1]
        event = before[-1]
        if event.places and _stands_alike(scene, scene.mentions[event.places[-1]], mention):
            out = [_not_of(one, n) for one in out]
            out.append(replace(event, first=dash, after=dash + 1, places=[n], clause=(first, after)))
    return _counted_elsewhere(scene, _told_elsewhere(scene, out))


def _counted_elsewhere(scene: Scene, found: list[Found]) -> list[Found]:
    """All events, and "in X two were hurt, in Y – ONE", "in X a plant was damaged, in Y – A SCHOOL": whom or what it
    was done to elsewhere is told without the verb."""
    sentence, out = scene.sentence, list(found)
    for dash in range(1, len(sentence.tokens)):
        if not sentence.is_dash(dash):
            continue
        first, after = _around(sentence, dash)
        if not tells_elsewhere(sentence, first, after) or not _has_no_verb(sentence, first, after):
            continue
        last = next((e for e in reversed(found) if e.after <= first), None)
        where = next((n for n, m in enumerate(scene.mentions) if first <= m.first < dash and not m.aside), None)
        if last is None or where is None or last.cue.kind not in _COUNTED or any(where in e.places for e in out):
            continue
        assets = tuple(a for a in scene.assets if dash < a.first < after)
        counted = any(sentence.tokens[k].is_number or sentence.is_(k, "number") for k in range(dash, after))
        if bool(assets) if last.cue.kind is Kind.ASSET else counted:
            clause = (first, after)
            out.append(replace(last, first=dash, after=dash + 1, places=[where], assets=assets, clause=clause))
    return out


def _not_of(event: Found, n: int) -> Found:
    return replace(event, places=[p for p in event.places if p != n]) if event.places != [n] else event


def _told_elsewhere(scene: Scene, found: list[Found]) -> list[Found]:
    """All events, and "in the north they took X, in the south – Y AND Z": where it was and what it was done to is told
    anew without the verb."""
    sentence, out = scene.sentence, list(found)
    taken = {n for event in found for n in event.places}
    for dash in range(1, len(sentence.tokens)):
        if not sentence.is_dash(dash):
            continue
        first, _ = _around(sentence, dash)
        named = [n for n, m in enumerate(scene.mentions) if m.first > dash and not m.aside]
        listed = first_list(scene, named)
        last = next((e for e in reversed(found) if e.after <= first and e.cue.kind in _TOLD and e.places), None)
        if last is None or not listed:
            continue
        where = _elsewhere(scene, first, dash)
        start, after = scene.mentions[listed[0]], scene.mentions[listed[-1]].after
        near = all(sentence.is_(k, "settlement", "locative", "adverb") for k in range(dash + 1, start.first))
        alike = _stands_alike(scene, scene.mentions[last.places[0]], start)
        if where is not None and near and alike and _has_no_verb(sentence, first, after):
            out = [_not_of(event, where) for event in out]
            if not taken.isdisjoint(listed):
                continue
            out.append(replace(last, first=dash, after=dash + 1, places=listed, clause=(first, after)))
    return out


def _elsewhere(scene: Scene, first: int, dash: int) -> int | None:
    """The place that opens a clause with its preposition, where nothing else stands before a dash."""
    sentence = scene.sentence
    where = next((n for n, m in enumerate(scene.mentions) if first < m.first < dash), None)
    if where is None or first == 0 or not sentence.is_(scene.mentions[where].first - 1, "locative", "bearing"):
        return None
    small = ("locative", "bearing", "determiner", "link", "but", "direction", "region", "district", "adverb")
    inside = range(scene.mentions[where].first, scene.mentions[where].after)
    return where if all(k in inside or sentence.is_(k, *small) for k in range(first, dash)) else None


def _has_no_verb(sentence: Sentence, first: int, after: int) -> bool:
    verbs = (sentence.tokens[k].features for k in range(first, after))
    return not any("verb" in own and "noun" not in own for own in verbs) and not sentence.some(
        first, after, "event", "speech"
    )


def _around(sentence: Sentence, dash: int) -> tuple[int, int]:
    first, after = dash, dash + 1
    while first > 0 and sentence.sign(first - 1) not in {",", ";", ":"} and not sentence.is_(first - 1, "conjunction"):
        first -= 1
    while after < len(sentence.tokens) and sentence.sign(after) not in {",", ";", ":", "."}:
        after += 1
    return first, after


def _is_gap(sentence: Sentence, first: int, after: int) -> bool:
    """Whether no verb, and a time, stands in the stretch."""
    timed = sentence.some(first, after, "time_unit", "month", "weekday", "day", "adverb")
    return timed and _has_no_verb(sentence, first, after)


def _stands_alike(scene: Scene, one: Mention, other: Mention) -> bool:
    """Whether both names stand with a preposition, or both without."""
    return scene.sentence.is_(one.first - 1, "locative") == scene.sentence.is_(other.first - 1, "locative")


def is_only_named(scene: Scene, event: Found) -> bool:
    """Whether an infinitive opens its clause and is only judged: "to hold it has become pointless"."""
    sentence = scene.sentence
    judged = event.cue.kind in (Kind.CONTROL, Kind.ADVANCE) and event.cue.status is not Status.LOST
    if event.form != "verb" or not judged or "infinitive" not in sentence.tokens[event.first].features:
        return False
    first, after = clause_of(sentence, event.first)
    own = event.subject is not None and event.subject.first >= first
    if own or event.mood.negated or event.mood.modal or event.mood.tried:
        return False
    opens = not any("verb" in sentence.tokens[k].features for k in range(first, event.first))
    told = any({"past", "future", "present"} & sentence.tokens[k].features for k in range(event.after, after))
    done = sentence.some(event.after, after, "managed") or sentence.some(first, event.first, "managed")
    return opens and told and not done
