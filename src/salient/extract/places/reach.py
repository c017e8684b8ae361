"""How far an event reaches: the places that belong to it."""

from salient.domain.kind import Kind, Status
from salient.domain.place import PlaceClass
from salient.extract.parties.actors import Actor
from salient.extract.parties.roles import light_before
from salient.extract.places.goals import (
    AIMED,
    is_goal,
    is_left,
    is_origin,
    is_passed,
    opens_with_when,
    starts_there,
    tells_since_when,
    without_starts,
)
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.place_lists import (
    first_list,
    has_several_subjects,
    joined_regions,
    last_list,
    list_end,
    object_end,
    own_end,
    past_remark,
    past_the_front,
)
from salient.extract.places.pointed_at import (
    adjoining,
    antecedent,
    bare_after,
    before_apposition,
    listed_later,
    of_another_verb,
    of_main_clause,
    shared,
    told_by_copula,
)
from salient.extract.places.pointers import is_done_to_it, speaks_of_place, speaks_of_several
from salient.extract.places.stretches import off_the_front
from salient.extract.words.clause_breaks import last_break
from salient.extract.words.entries import Event
from salient.extract.words.forms import head_of, is_passive, is_verbal, opens_with_participle
from salient.extract.words.own_clause import clause_of, leads_to
from salient.extract.words.scene import Cue
from salient.extract.words.sentence import Sentence, Unit, events_of
from salient.text.tokens import CASES

_BOUND = (Kind.ADVANCE, Kind.CLASH, Kind.STRIKE)
"""Kinds that go from one place to another, and are told of the other."""
_COUNTED = 3
"""Tokens beside fighting or moving within which its times are counted."""
_COUNT = 5
"""Tokens after a noun of fighting within which it may be counted."""


_DONE_TO_IT = (Kind.CONTROL, Kind.STRIKE, Kind.ENCIRCLEMENT, Kind.CLASH)
"""Kinds that are done to a place that "it" may stand for."""
_WHERE = ("border", "region", "district", "outskirts", "bearing", "direction")
"""Classes of words that only tell where a noun's event was, before its verb."""


def places_of(cue: Cue, event: Event, passive: bool) -> list[int]:
    """The mentions of an event; a region counts only where nothing smaller is named."""
    if cue.sentence.cased and speaks_of_several(
        cue.sentence, cue.unit.first, min(cue.unit.after + 3, len(cue.sentence.tokens))
    ):
        return []
    pointed = _is_done_to_it(cue, event, passive) or (event.cue.kind is Kind.CLASH and _is_pointed_at(cue))
    chosen = [] if pointed else _all_places(cue, event, passive)
    chosen = off_the_front(cue, chosen)
    counted = event.cue.kind in (Kind.CLASH, Kind.ADVANCE) and is_counted(cue)
    if counted or (event.cue.kind is Kind.CLASH and (cue.sentence.cased or (event.form == "noun" and not cue.before))):
        chosen = sorted({*chosen, *_directions(cue, chosen)})
    if event.cue.status is Status.HOLDS and event.form == "verb" and not cue.sentence.cased:
        chosen = _not_gone_to(cue, chosen)
    if cue.sentence.cased and (event.cue.kind in _BOUND or event.cue.kind is Kind.ENCIRCLEMENT):
        chosen = _not_on_the_way(cue, event, chosen)
    if event.cue.kind is Kind.ENCIRCLEMENT and not cue.sentence.cased:
        chosen = _not_passed(cue, chosen)
    if event.cue.kind in AIMED and not cue.sentence.cased:  # "shell X from Y", "went into X from Y"
        chosen = _aimed_at(cue, event, chosen)
    if event.cue.kind in (Kind.CLASH, Kind.ADVANCE):
        chosen = [n for n in chosen if not is_origin(cue, cue.scene.mentions[n])] or chosen
    if event.cue.kind is Kind.STRENGTH and cue.sentence.cased:
        chosen = [n for n in chosen if not is_left(cue, cue.scene.mentions[n])]
    if event.cue.kind is Kind.WITHDRAWAL:
        left = [n for n, m in enumerate(cue.scene.mentions) if not m.aside and is_left(cue, m)]
        taken = {n for event_ in cue.before for n in event_.places}
        chosen = [n for n in left if n in chosen] or [n for n in left if n not in taken] or chosen or left
        elsewhere = [n for n in chosen if not is_goal(cue, cue.scene.mentions[n])]
        if elsewhere and cue.sentence.cased:
            chosen = elsewhere
        if not elsewhere:
            chosen = [n for n, m in enumerate(cue.scene.mentions) if m.after <= cue.unit.first and not m.aside][-1:]
    if event.cue.kind is Kind.STRENGTH:
        sent = [n for n in chosen if not is_left(cue, cue.scene.mentions[n])]
        here = not cue.sentence.cased and speaks_of_place(cue.sentence, cue.unit.first, len(cue.sentence.tokens))
        chosen = sent or ([] if here else chosen)  # "brought HERE from X"
    return _small(cue, chosen) or _off_the_rivers(cue, chosen) or chosen


def _off_the_rivers(cue: Cue, chosen: list[int]) -> list[int]:
    """The regions where rivers stand beside them: "on the left bank of the X in the Y region"."""
    return [n for n in chosen if cue.scene.mentions[n].mention.place_class is not PlaceClass.RIVER]


def _small(cue: Cue, chosen: list[int]) -> list[int]:
    """The places smaller than regions, with the regions that stand in one list with them."""
    small = [n for n in chosen if cue.scene.mentions[n].mention.place_class not in LARGE]
    return sorted({*small, *joined_regions(cue.scene, small, chosen)})


def _not_gone_to(cue: Cue, chosen: list[int]) -> list[int]:
    """The places without those that somebody is only to go to: "units stationed in X are TO MOVE to Y"."""
    sentence, mentions = cue.sentence, cue.scene.mentions
    going = next(
        (
            k
            for k in range(cue.unit.after, len(sentence.tokens) - 1)
            if sentence.sign(k) in sentence.to_words and sentence.frames.is_of(sentence.tokens[k + 1], ("go",))
        ),
        len(sentence.tokens),
    )
    return [n for n in chosen if mentions[n].first < going] or chosen


def _not_on_the_way(cue: Cue, event: Event, chosen: list[int]) -> list[int]:
    """The places without those that somebody only comes from or through: "they push for the town from the side of X".
    Where no other is named it is the one before the verb ("X they surround through Y"), or the one spoken of."""
    mentions, kind = cue.scene.mentions, event.cue.kind
    aimed = [n for n in chosen if not (is_left(cue, mentions[n]) or is_passed(cue, mentions[n]))]
    if aimed or not chosen:
        return aimed
    first, after = clause_of(cue.sentence, cue.unit.first)
    before = [n for n, m in enumerate(mentions) if not m.aside and first <= m.first and m.after <= cue.unit.first]
    before = [n for n in before if n not in chosen]
    if before:
        return last_list(cue.scene, before)
    pointed = speaks_of_place(cue.sentence, first, after)
    return [] if kind is Kind.STRIKE or pointed else chosen


def _not_passed(cue: Cue, chosen: list[int]) -> list[int]:
    """The places before the first of those that a ring is only closed through: "encircle X by way of Y in the north
    and Z in the south"."""
    passed = next((i for i, n in enumerate(chosen) if is_passed(cue, cue.scene.mentions[n])), None)
    return chosen[:passed] or chosen


def _aimed_at(cue: Cue, event: Event, chosen: list[int]) -> list[int]:
    """The places without those that an attack only comes from; where no other is named it is the subject of a passive
    ("X was shelled from Y"), or the one spoken of ("they came up to its outskirts from Y")."""
    sentence, mentions = cue.sentence, cue.scene.mentions
    aimed = [n for n in chosen if not starts_there(sentence, mentions[n])]
    if aimed or not chosen:
        return aimed
    before = [n for n, m in enumerate(mentions) if cue.left <= m.first and m.after <= cue.unit.first and not m.aside]
    before = [n for n in before if n not in chosen]
    if before and event.form == "verb" and is_passive(sentence, cue.unit):
        return last_list(cue.scene, before)
    return [] if _leads_back(cue, event) else chosen


def _leads_back(cue: Cue, event: Event) -> bool:
    """Whether a move that only names where it starts leads to the place spoken of: "came up to ITS outskirts from X",
    "moves toward THE CENTRE from X", "walked IN from X"."""
    sentence, first = cue.sentence, cue.left
    after = min(cue.unit.after + _COUNT, len(sentence.tokens), *(unit.first for unit in cue.later))
    if event.form != "verb":
        return False
    led = any(
        (sentence.is_(k, "inside") and sentence.is_(k + 1, "from"))
        or ((sentence.is_(k, "goal") or k == cue.unit.after - 1) and sentence.leads_back(k + 1))
        for k in range(cue.unit.after - 1, after)
    )
    return led or speaks_of_place(sentence, first, after)


def is_counted(cue: Cue) -> bool:
    """Whether attacks are counted: "on the X front, they attacked four times near Y"."""
    first, after = max(cue.left, cue.unit.first - _COUNTED), cue.unit.after + _COUNTED + 1
    return cue.sentence.measures(first, after, "attacks")


def _directions(cue: Cue, chosen: list[int]) -> list[int]:
    """Stretches of the front that a bulletin names before it lists the places of its attacks."""
    mentions, sentence = cue.scene.mentions, cue.sentence
    begin = cue.left
    own = counted = False
    if sentence.cased:
        begin = max(cue.left, clause_of(sentence, cue.unit.first)[0])
        own = any(cue.unit.after <= mentions[n].first for n in chosen)
        reach = range(begin, min(cue.unit.after + _COUNT, len(sentence.tokens)))
        counted = any(sentence.tokens[k].is_number or sentence.is_(k, "number", "multiplier") for k in reach)
        counted = counted and not _is_of_one(cue, [n for n in chosen if not mentions[n].direction])
    return [
        n
        for n, m in enumerate(mentions)
        if m.direction
        and begin <= m.first
        and m.after <= cue.unit.first
        and (cue.sentence.cased or m.first <= 3)
        and (counted or not own)
    ]


def _is_of_one(cue: Cue, own: list[int]) -> bool:
    """Whether so many attacks are made on one place, the verb's object: "attacked X three times"."""
    return len(own) == 1 and cue.scene.mentions[own[0]].first == cue.unit.after


def _is_pointed_at(cue: Cue) -> bool:
    """Whether the clause of a fight names no place but points back to one of another clause of its sentence: "on the X
    front they came up to Y, the fight for THE VILLAGE goes on"."""
    sentence, unit = cue.sentence, cue.unit
    if not sentence.cased:
        return False
    first, after = clause_of(sentence, unit.first)
    named = [m.first for m in cue.scene.mentions if not m.aside]
    inside = any(first <= k < after for k in named)
    return bool(named) and not inside and first > min(named) and speaks_of_place(sentence, first, after)


def _all_places(cue: Cue, event: Event, passive: bool) -> list[int]:
    """After the cue, up to the next event; else before it in its clause; else those of the event before."""
    scene, unit = cue.scene, cue.unit
    named = antecedent(cue)
    if named is not None:
        return _with_listed(cue, [n for n in range(named + 1) if not scene.mentions[n].aside])
    own = _own_mentions(cue)
    end = _end(cue, event)
    after = [n for n, m in own if unit.first <= m.first < end and not of_another_verb(cue, m.first)]
    after = [n for n in after if not tells_since_when(cue.sentence, unit.after, scene.mentions[n])]
    before = _named_before(cue, own, after)
    taken = {n for event_ in cue.before for n in event_.places}
    fresh = [n for n in before if n not in taken and not (taken and _opens_near(cue, n))]
    fresh = without_starts(cue, event, fresh) if taken else fresh
    small = _small(cue, fresh or before)
    if cue.sentence.cased and passive and (bare := bare_after(cue, after) or first_list(scene, listed_later(cue))):
        return bare
    if passive and not before and opens_with_participle(cue.sentence, unit) and (opened := of_main_clause(cue)):
        return after if event.cue.needs == "patient" else opened
    of_place = event.form == "phrase" or passive or event.cue.needs == "subject_place"
    if of_place and (described := before_apposition(cue)):
        return described
    if cue.sentence.cased and event.cue.needs == "subject_place" and not before and (bare := bare_after(cue, after)):
        return bare
    of_subject = event.cue.needs == "subject_place" or (passive and event.cue.needs in {"place", "object_place"})
    of_subject |= passive and bool(before and after) and _is_subject(cue, scene.mentions[before[-1]])
    if of_subject and (before or not _predicates(cue)):
        return _subjects(cue, small or fresh or before, before) or told_by_copula(cue, after)
    if event.form == "phrase" and cue.sentence.cased and (bare := adjoining(cue, after)):
        return bare
    if event.form == "phrase":
        return _subjects(cue, small if fresh else [], before) or after or _with_listed(cue, before)
    counted = listed_later(cue)
    if counted:
        return counted
    begun = last_break(cue.sentence, cue.unit.first)
    begun = 0 if speaks_of_place(cue.sentence, begun, cue.right) else begun
    last = [n for event_ in cue.before[-1:] if event_.first >= begun for n in event_.places]
    if event.cue.kind is Kind.LOSS and len(last) > 1 and not (after or fresh):
        return []  # "attacked near X, Y and Z, and lost forty": the toll is of all that fighting
    if last and not cue.sentence.cased and not _small(cue, fresh):
        fresh = []  # "IN THE SOUTH they fired at the port of X and hit a ship"
    return after or fresh or shared(cue) or last or before


def _named_before(cue: Cue, own: list[tuple[int, Mention]], after: list[int]) -> list[int]:
    """The mentions before an event, without one that only tells where the sentence as a whole is."""
    mentions = cue.scene.mentions
    before = past_the_front(cue.scene, [n for n, m in own if cue.left <= m.first and m.after <= cue.unit.first])
    before = [n for n in before if not opens_with_when(cue.sentence, mentions[n])] or before
    opened = after and len(before) == 1 and _only_opens(cue.sentence, mentions[before[0]])
    return [] if opened else before


def _only_opens(sentence: Sentence, mention: Mention) -> bool:
    """Whether a stretch of the front or a region opens the sentence: "IN THE X DIRECTION, a bomb fell on Y"."""
    wide = mention.direction or mention.mention.place_class in LARGE
    opened = wide and all(sentence.is_(k, "locative", "determiner") for k in range(mention.first))
    return not sentence.cased and opened and "," in sentence.signs[mention.after : mention.after + 2]


def _is_subject(cue: Cue, mention: Mention) -> bool:
    """Whether a place is what a passive is told of: "X IS ALMOST encircled in the Y region"."""
    sentence, between = cue.sentence, range(mention.after, cue.unit.first)
    helps = all(sentence.is_(k, "be", "auxiliary", "adverb", "nearly", "wholly", "partly") for k in between)
    return not sentence.cased and helps and any(sentence.is_be(k) for k in between)


def _end(cue: Cue, event: Event) -> int:
    """Where what follows an event stops belonging to it."""
    noun = event.form == "noun"
    heads = noun and not cue.before and light_before(cue.sentence, cue.unit) is None
    heads |= event.form == "verb" and not cue.before and _is_an_attempt(cue)
    end = object_end(cue.sentence, cue.unit.after, _past_own_verb(cue, event), heads=heads)
    if cue.sentence.cased:
        return end
    if noun:
        end = min(end, list_end(cue, end))
    return end if event.form == "phrase" or own_verb(cue, event) is not None else own_end(cue, end, noun=noun)


def _is_an_attempt(cue: Cue) -> bool:
    """Whether attempts, of which a later verb tells, are ones to do it: "five ATTEMPTS TO enter X and Y failed"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    if sentence.cased or sentence.sign(k) not in sentence.to_words:
        return False
    while k > cue.left and (sentence.sign(k) in sentence.to_words or not sentence.is_(k, "attempt", "light")):
        k -= 1
    return sentence.is_(k, "attempt", "light") and sentence.sign(k).endswith("s")


def _is_done_to_it(cue: Cue, event: Event, passive: bool) -> bool:
    """Whether "it" is what is taken or shelled, and all places named only tell since when or against what: "IT has been
    shelled since the fall of X"."""
    sentence, unit = cue.sentence, cue.unit
    if event.form != "verb" or event.cue.kind not in _DONE_TO_IT or any(other.places for other in cue.before):
        return False
    named = [m.first for m in cue.scene.mentions if not m.aside and cue.left <= m.first < cue.right]
    return is_done_to_it(sentence, unit.first, unit.after, passive=passive) and all(
        unit.after <= k and sentence.some(unit.after, k, "since", "circumstance", "conjunction") for k in named
    )


def _with_listed(cue: Cue, before: list[int]) -> list[int]:
    """The last of the names before a clause that describes it, with its list where the clause has several subjects:
    "A and B, which ARE held by the North"."""
    return last_list(cue.scene, before) if has_several_subjects(cue.sentence, cue.unit.first) else before[-1:]


def _subjects(cue: Cue, chosen: list[int], before: list[int]) -> list[int]:
    """The last names before a verb, as far as they form one list; where it has several subjects, also past what is
    told of one of them: "X, which the North took in May, and Y were freed"."""
    listed = last_list(cue.scene, chosen)
    if len(listed) == 1 and has_several_subjects(cue.sentence, cue.unit.first):
        return last_list(cue.scene, before, several=True)
    return listed


def _opens_near(cue: Cue, n: int) -> bool:
    """Whether words in front of all events only tell where all of it lies: "SOUTH OF X they took Y and hold the
    station"; not "they took Y, and SOUTH OF X they hold the station"."""
    placed = cue.scene.mentions[n]
    only_near = placed.mention.name is None and placed.mention.distance_km is None
    return only_near and placed.first < cue.before[0].first


def _predicates(cue: Cue) -> bool:
    """Whether a participle is the verb of its clause, not an attribute: "was taken", "[they were] taken"."""
    head = cue.sentence.tokens[head_of(cue.sentence, cue.unit)].features
    return cue.sentence.cased and head.isdisjoint(CASES)


def _own_mentions(cue: Cue) -> list[tuple[int, Mention]]:
    """The mentions that an event may be told of: in an inflected language those of its own clause, if it has any; where
    a road leads is not where something happens to it."""
    sentence, unit = cue.sentence, cue.unit
    all_ = [(n, m) for n, m in enumerate(cue.scene.mentions) if not m.aside]
    if not sentence.cased:
        return [(n, m) for n, m in all_ if m.first <= unit.first or not sentence.is_(m.first - 1, "likewise_before")]
    if not all_:
        return all_
    first, after = clause_of(sentence, unit.first)
    here = [(n, m) for n, m in all_ if first <= m.first < after or unit.first <= m.first < unit.after]
    return [(n, m) for n, m in here or all_ if not leads_to(sentence, m.first)]


def _past_own_verb(cue: Cue, event: Event) -> list[Unit]:
    """The cues after a noun without the passive verb it is the subject of: "attacks were repelled near X"."""
    return cue.later[1:] if own_verb(cue, event) is not None else cue.later


def own_verb(cue: Cue, event: Event) -> Unit | None:
    """The passive light verb that a noun is the subject of: "the advance on X was halted"."""
    following = cue.later[0] if cue.later else None
    if following is not None and _moves_itself(cue, event, following):
        return following
    if following is None or event.form != "noun" or "light" not in following.names:
        return None
    inside = cue.sentence.placed()
    inside |= {k for actor in cue.scene.actors if _hangs_on(cue, actor) for k in range(actor.first, actor.after)}
    start = past_remark(cue.sentence, cue.unit.after, following.first) if cue.sentence.cased else cue.unit.after
    between = [k for k in range(start, following.first) if k not in inside]
    if cue.sentence.cased and _is_its_verb(cue, following):
        return following if all(cue.sentence.is_adverb(k) or cue.sentence.is_(k, "adverb") for k in between) else None
    own = all(
        cue.sentence.is_(
            k, "be", "auxiliary", "adverb", "locative", "leading_to", "determiner", "link", "settlement", "by", *_WHERE
        )
        for k in between
    )
    stalled = "gerund" not in cue.sentence.tokens[following.first].features and _has_no_object(cue.sentence, following)
    beside = not between and not (stalled and not following.value("light").opponent)
    return following if own and not beside and (is_passive(cue.sentence, following) or stalled) else None


def _hangs_on(cue: Cue, actor: Actor) -> bool:
    """Whether somebody is no subject of a verb after a noun: "attacks BY THE NORTH go on", or, where endings tell, "the
    attacks OF THE NORTH go on"."""
    follows = cue.sentence.cased and (actor.first == cue.unit.after or bool(actor.cases))
    return actor.governed or (follows and not (actor.cases and actor.may_be("nom")))


def _moves_itself(cue: Cue, event: Event, verb: Unit) -> bool:
    """Whether a fight is what breaks out, so that its clause goes on past the verb: "CLASHES broke out there",
    "FIGHTING has again broken out"."""
    fight = event.cue.kind is Kind.CLASH and not cue.sentence.cased
    own = fight and all(cue.sentence.is_(k, "auxiliary", "adverb") for k in range(cue.unit.after, verb.first))
    return own and any(own.form == "verb" and own.cue.kind is Kind.WITHDRAWAL for own in events_of(verb))


def _is_its_verb(cue: Cue, verb: Unit) -> bool:
    """Whether a noun of fighting is what goes on by a light verb after it: "the fighting, he said, GOES ON near X"."""
    noun = cue.sentence.tokens[head_of(cue.sentence, cue.unit)].features
    light = verb.value("light")
    return "nom" in noun and not light.opponent and is_verbal(cue.sentence, verb)


def _has_no_object(sentence: Sentence, verb: Unit) -> bool:
    """Whether a verb closes its clause, or only says where: "the advance on X has stalled", "battles go on there"."""
    closed = sentence.sign(verb.after) in {".", ",", ";", "!", ""}
    return closed or sentence.is_(verb.after, "conjunction", "weekday", "locative", "bearing", "anaphor_place")
