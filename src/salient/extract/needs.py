"""Whether an event has what its cue needs to mean anything."""

from collections.abc import Callable, Iterable, Mapping

from salient.domain.kind import Kind, Status
from salient.extract.own_clause import clause_of
from salient.extract.pointers import speaks_of_place
from salient.extract.reach import LARGE, past_remark
from salient.extract.scene import Reading
from salient.extract.sentence import Sentence, Unit
from salient.text.tokens import CASES

_OBJECT_REACH = 9
_ENDLESS = 10**6
_PARTS = 4
_BEHIND, _BEFORE_PASSIVE = 6, 8
"""Tokens after a verb, and before one in the passive, within which an amount of ground stands."""
"""Tokens within which "in X" follows what of X is held: "Northern-held buildings in X"."""
_AGENT = 4
"""Tokens within which who or what does it stands after a passive verb."""
_QUALIFIERS = 7
"""Tokens that may stand between a verb and the noun it acts on."""


def has_what_it_needs(reading: Reading) -> bool:
    """A cue without needs always has it."""
    needs = reading.event.cue.needs
    return needs is None or _CHECKS[needs](reading)


def _asset(reading: Reading) -> bool:
    """Something is said of an asset; "the last working reactor", "stopped producing" only describe what is told."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if not reading.assets:
        return False
    if sentence.cased and reading.event.cue.status is Status.EVACUATING and _moves_people(sentence, unit.after):
        return False
    if any(asset.resumed for asset in reading.assets) and not (reading.passive or reading.event.cue.actor == "none"):
        return False
    gerund = reading.event.form == "verb" and "gerund" in sentence.tokens[unit.first].features
    if gerund and not sentence.is_(unit.first - 1, "be", "auxiliary", "adverb"):
        before = reading.cue.before[-1] if reading.cue.before else None
        working = reading.event.cue.status is Status.OPERATING
        attribute = working and any(asset.first == unit.after for asset in reading.cue.scene.assets)
        return not attribute and not (before is not None and before.assets and before.after == unit.first)
    return True


def _moves_people(sentence: Sentence, start: int) -> bool:
    """Whether people are what is taken out: "264 soldiers were taken out of the works"."""
    return any(
        (other := sentence.unit_at[k]) is not None and other.value("unit") in {"troops", "people"}
        for k in _window(sentence, start, start + 4)
    )


def _split(reading: Reading) -> tuple[list[int], list[int]]:
    mentions, first = reading.cue.scene.mentions, reading.cue.unit.first
    before = [n for n in reading.places if mentions[n].first < first]
    return before, [n for n in reading.places if n not in before]


def _anaphor(reading: Reading, *, before: bool, after: bool) -> bool:
    sentence, unit = reading.cue.sentence, reading.cue.unit
    all_named = before and reading.passive and not sentence.cased
    if all_named and _any(sentence, max(reading.cue.left, unit.first - _QUALIFIERS), unit.first, "all_of"):
        return True
    return (after and speaks_of_place(sentence, unit.after, min(unit.after + 7, len(sentence.tokens)))) or (
        before and speaks_of_place(sentence, max(0, unit.first - 10), unit.first)
    )


def _place(reading: Reading) -> bool:
    sentence, unit = reading.cue.sentence, reading.cue.unit
    amount = _area(reading) or _percent(sentence, unit.after)
    if not sentence.cased and (_announced(reading) or (reading.passive and _share_before(reading))):
        return True
    if not reading.passive and _takes_something_else(reading):
        return False
    return bool(reading.places) or amount or _anaphor(reading, before=True, after=True) or _takes_them(reading)


def _area(reading: Reading) -> bool:
    """An amount of ground as the object, or as the subject of a passive: "2,000 sq km had been won back"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    turned = reading.passive and not sentence.cased
    start = max(reading.cue.left, unit.first - _BEFORE_PASSIVE) if turned else unit.after
    return _amount_of_ground(sentence, start, unit.first if turned else unit.after + _BEHIND)


def _announced(reading: Reading) -> bool:
    """ "reported the capture", with no place to it: of the place that was spoken of."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    if reading.event.form != "noun" or reading.places:
        return False
    k -= sentence.sign(k) == '"'
    return sentence.is_(k, "article", "possessive") and sentence.is_(k - 1, "speech")


def _share_before(reading: Reading) -> bool:
    """ "86 % of the territory had been won back": a share of the ground as the subject of a passive."""
    first = reading.cue.unit.first
    left = max(reading.cue.left, first - _QUALIFIERS - 2)
    return _percent(reading.cue.sentence, left)


def _takes_them(reading: Reading) -> bool:
    """ "The Northern army took them": a pronoun right beside a verb of taking means what was named."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.passive or reading.event.form != "verb":
        return False
    return (sentence.cased and sentence.is_(unit.first - 1, "them")) or sentence.is_(unit.after, "them")


def _percent(sentence: Sentence, start: int) -> bool:
    return any(
        (other := sentence.unit_at[k]) is not None and other.value("unit") == "percent"
        for k in _window(sentence, start, start + 6)
    )


def _takes_something_else(reading: Reading) -> bool:
    """ "captured several positions near X": the object is no place."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    inside = any(unit.first <= first < unit.after for first in sentence.places)
    if reading.event.form != "verb" or inside:
        return False
    for k in _window(sentence, unit.after, unit.after + 8):
        if k in sentence.places or sentence.is_(k, "settlement"):
            return False
        if sentence.is_(k, "locative") and not sentence.is_(k, "of"):
            return sentence.some(unit.after, k, "defender_noun", "forces", "arms")
    return False


def _object_place(reading: Reading) -> bool:
    if _area(reading):
        return True
    before, after = _split(reading)
    if reading.passive and reading.cue.sentence.cased and after and not before:
        return _bare(reading.cue.sentence, reading.cue.scene.mentions[after[0]].first)
    if reading.passive:
        own = clause_of(reading.cue.sentence, reading.cue.unit.first) if reading.cue.sentence.cased else (0, _ENDLESS)
        before = [n for n in before if own[0] <= reading.cue.scene.mentions[n].first]
        if not reading.cue.sentence.cased and _of_positions(reading, before):
            return False
        return bool(before) or _anaphor(reading, before=True, after=False)
    mentions, unit = reading.cue.scene.mentions, reading.cue.unit
    near = [n for n in after if mentions[n].first - unit.after <= _OBJECT_REACH]
    if reading.cue.sentence.cased and any(_bare(reading.cue.sentence, mentions[n].first) for n in (*before, *near)):
        return True
    if not reading.cue.sentence.cased and reading.cue.sentence.points_back(unit.after):
        return True
    if not after and _takes_them(reading):
        return True
    if reading.cue.sentence.cased and not after and _object_spoken_of(reading):
        return True
    if reading.event.cue.kind is Kind.STRIKE:  # "targeting the X direction" is no strike on X
        after = [
            n for n in after if not reading.cue.sentence.some(mentions[n].after, mentions[n].after + 4, "direction")
        ]
    return any(_is_object(reading.cue.sentence, unit.after, mentions[n].first) for n in after)


def _object_spoken_of(reading: Reading) -> bool:
    """ "The town they defend", "hold the western part of the town": the object is a place that was named before."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    first, after = clause_of(sentence, unit.first)
    near = range(max(first, unit.first - _OBJECT_REACH), min(after, unit.after + _OBJECT_REACH))
    return any(
        (
            sentence.is_(k, "settlement")
            and not sentence.is_(k - 1, "locative")
            and "acc" in sentence.tokens[k].features
            and speaks_of_place(sentence, k, k + 1)
        )
        or _is_part_of_town(sentence, k)
        for k in near
    )


def _is_part_of_town(sentence: Sentence, k: int) -> bool:
    """ "the western part of the town": outskirts or a share, then the town in the genitive."""
    part = sentence.is_(k, "outskirts", "part_of_town") and "acc" in sentence.tokens[k].features
    return part and sentence.is_(k + 1, "settlement") and speaks_of_place(sentence, k + 1, k + 2)


def _of_positions(reading: Reading, before: list[int]) -> bool:
    """Whether positions near a place are what a passive verb is about, not the place: "a position near X was lost"."""
    sentence, left = reading.cue.sentence, reading.cue.left
    near = [reading.cue.scene.mentions[n].first for n in before]
    if not near:
        return _any(sentence, max(left, reading.cue.unit.first - _QUALIFIERS), reading.cue.unit.first, "defender_noun")
    governed = sentence.is_(near[0] - 1, "locative", "bearing") and not sentence.is_(near[0] - 1, "of")
    return governed and _any(sentence, left, near[0], "defender_noun")


def _bare(sentence: Sentence, first: int) -> bool:
    """Whether a name stands without a preposition, so that it may be an object before its verb; a share before it
    ("80 % of X") makes no difference."""
    while sentence.cased and (sentence.is_(first - 1, "unit") or (first and sentence.tokens[first - 1].is_number)):
        first -= 1
    while sentence.is_(first - 1, "settlement", "determiner", "all_of") or (
        sentence.cased and sentence.is_(first - 1, "adverb") and not sentence.is_(first - 1, "locative")
    ):
        first -= 1
    return not sentence.is_(first - 1, "locative") and not sentence.is_(first - 1, "link")


def _amount_of_ground(sentence: Sentence, first: int, after: int) -> bool:
    return any(
        (other := sentence.unit_at[k]) is not None and other.value("unit") in {"km2", "settlements"}
        for k in _window(sentence, first, after)
    )


def _adjacent_place(reading: Reading) -> bool:
    """Nothing but an article and a class stands before the name."""
    sentence, start = reading.cue.sentence, reading.cue.unit.after
    for n in reading.places:
        first = reading.cue.scene.mentions[n].first
        if start <= first <= start + 4 and all(
            sentence.is_(k, "determiner", "settlement", "of") for k in range(start, first)
        ):
            return True
    return sentence.points_back(start) or (sentence.cased and sentence.is_(start, "settlement"))


def _left_place(reading: Reading) -> bool:
    """Somebody goes out of a place, named or spoken of: "left the city", "abandoned the northern districts"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.after
    if sentence.cased:
        return _leaves_ground(reading)
    if reading.passive:
        return bool(reading.places) or _anaphor(reading, before=True, after=False)
    if k >= len(sentence.tokens) or sentence.is_(k, "locative") or not sentence.tokens[k].is_word:
        first = reading.cue.unit.first
        people = _any(sentence, first - _QUALIFIERS, first, "unit", "forces")
        return people and any(reading.cue.scene.mentions[n].first < first for n in reading.places)
    begin = k
    while k < len(sentence.tokens) and k - begin < _QUALIFIERS and k not in sentence.places:
        if sentence.is_(k, "settlement", "district", "region", "outskirts", "defender_noun", "anaphor_place"):
            return True
        if sentence.is_(k, "of"):
            k += 1
            continue
        if sentence.is_(k, "locative", "conjunction", "event", "be", "auxiliary", "speech", "relative", "pronoun"):
            return False
        if not sentence.tokens[k].is_word:
            return False
        k += 1
    return k in sentence.places


def _leaves_ground(reading: Reading) -> bool:
    """What is left, on either side of the verb: a place or positions; nothing else stands in its stead."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    first, after = clause_of(sentence, unit.first)
    held = range(max(first, unit.first - _OBJECT_REACH), min(after, unit.after + _QUALIFIERS))
    if any(sentence.is_(k, "defender_noun") for k in held) or _anaphor(reading, before=True, after=True):
        return True
    if any(_bare(sentence, reading.cue.scene.mentions[n].first) for n in reading.places) and any(
        reading.cue.scene.mentions[n].first in held for n in reading.places
    ):
        return True
    things = range(unit.after, min(after, unit.after + _QUALIFIERS))
    return bool(reading.places) and not any(_is_thing(sentence, k) for k in things)


def _is_thing(sentence: Sentence, k: int) -> bool:
    """Whether something that is no place may be a verb's object here."""
    features = sentence.tokens[k].features
    governed = sentence.is_(k - 1, "locative", "about") or sentence.is_(k, "adverb", "time_unit", "day")
    inside = any(first <= k < end for first, end in sentence.places.items())
    return {"noun", "acc"} <= features and not governed and not inside


def _leaver(reading: Reading) -> bool:
    """Somebody or some place is named: "the minister withdrew his plan" is no retreat."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.places or _anaphor(reading, before=True, after=True):
        return True
    return (
        _any(sentence, unit.first - _QUALIFIERS, unit.after + _QUALIFIERS, "forces", "enemy", "defender_noun")
        or (reading.subject is not None and reading.subject.role in ("noun", "possessive"))
        or sentence.is_(unit.first - 1, "own")
        or _any(sentence, unit.first - 4, unit.first, "own", "pronoun")
    )


def _prisoners(reading: Reading) -> bool:
    """Soldiers are what is taken, not a place."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.passive:
        return _any(sentence, unit.first - 5, unit.first, "forces") and not _any(
            sentence, unit.first - 5, unit.first, "settlement", "asset"
        )
    for k in _window(sentence, unit.after, unit.after + _QUALIFIERS):
        if k in sentence.places or sentence.is_(k, "locative", "settlement", "conjunction", "asset", "defender_noun"):
            return False
        if sentence.is_(k, "forces", "enemy"):
            return True
    return False


def _massed(reading: Reading) -> bool:
    """Troops or arms are what is moved: the verb's object, or its subject where it has none."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    names = ("forces", "unit", "enemy", "arms", "multiplier")
    if sentence.cased:
        first, after = clause_of(sentence, unit.first)
        subject = reading.subject
        own = range(subject.first, subject.after) if subject is not None else range(0)
        return any(
            sentence.is_(k, *names) and k not in own and (reading.passive or "acc" in sentence.tokens[k].features)
            for k in range(first, after)
        )
    if not reading.passive:
        for k in _window(sentence, unit.after, unit.after + _QUALIFIERS):
            if sentence.is_(k, *names):
                return True
            if sentence.is_(k, "locative", "conjunction", "event", "speech", "relative") and not sentence.is_(
                k, "link"
            ):
                break
    k = unit.first - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "modal", "negation", "relative"):
        k -= 1
    return sentence.is_(k, *names) or any(actor.after == k + 1 for actor in reading.cue.scene.actors)


def _moved(reading: Reading) -> bool:
    """Troops go from one place to another: they are more there, and it is told of there."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    goes_to = any(
        sentence.is_(m.first - 1, "to") or (sentence.is_(m.first - 2, "to") and sentence.is_(m.first - 1, "determiner"))
        for m in reading.cue.scene.mentions
        if m.first >= unit.after
    )
    return goes_to and (_massed(reading) or _any(sentence, unit.first, unit.after, "forces"))


def _patient(reading: Reading) -> bool:
    """Somebody is driven out, not something."""
    return reading.object is not None and reading.object is not reading.subject


def _beaten(reading: Reading) -> bool:
    """Somebody's forces are stopped, not an attack of theirs, which has a noun of its own."""
    sentence, unit, actor = reading.cue.sentence, reading.cue.unit, reading.object
    roles = ("noun", "pronoun", "unsided") if not reading.passive and not sentence.cased else ("noun", "pronoun")
    if actor is None or actor is reading.subject or actor.role not in roles:
        return False
    between = range(unit.after, actor.first) if actor.first >= unit.after else range(actor.after, unit.first)
    follows = not reading.passive and sentence.is_(actor.after, "event") and not sentence.is_(actor.after, "locative")
    return len(between) <= 4 and not follows and not any(sentence.is_(k, "event", "light", "locative") for k in between)


def _dead(reading: Reading) -> bool:
    """People die or give up, in a figure or as somebody's soldiers."""
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    return reading.subject is not None or _any(sentence, first - 8, first, "unit", "forces", "anonymous", "number")


def _inside_settlement(reading: Reading) -> bool:
    mentions, sentence, unit = reading.cue.scene.mentions, reading.cue.sentence, reading.cue.unit
    _, after = _split(reading)
    return any(
        not mentions[n].direction
        and mentions[n].mention.place_class not in LARGE
        and (sentence.cased or sentence.some(unit.after, mentions[n].first, "presence"))
        for n in after
    )


def _told(reading: Reading) -> bool:
    """A fall that is announced or dated has happened; a fall by itself is only spoken of."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    said = _any(sentence, unit.first - 4, unit.first, "speech")
    dated = _any(sentence, unit.after, unit.after + 6, "month", "weekday") or _any(
        sentence, unit.first - 5, unit.first, "since", "circumstance"
    )
    coming = not sentence.cased and _any(sentence, unit.after, unit.after + 8, "prospective")
    return _place(reading) and (said or dated or coming)


def _passive_asset(reading: Reading) -> bool:
    return reading.passive and _asset(reading)


def _is_object(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a name is the verb's own object: only articles, classes and neighbours of a list stand between."""
    inside = {k for begin, end in sentence.places.items() for k in range(begin, end)}
    return first - start <= 14 and not any(
        sentence.is_(k, "locative") and not sentence.is_(k, "of", "settlement")
        for k in range(start, first)
        if k not in inside
    )


def _subject_place(reading: Reading) -> bool:
    before, behind = _split(reading)
    if reading.cue.sentence.cased and behind and not before and reading.event.form == "verb":
        return reading.cue.scene.mentions[behind[0]].first == reading.cue.unit.after
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    return any(
        all(
            sentence.is_(k, "adverb", "auxiliary", "be", "modal", "negation")
            or sentence.sign(k) == "'s"
            or (sentence.cased and sentence.is_dash(k))
            for k in range(past_remark(sentence, reading.cue.scene.mentions[n].after, first), first)
        )
        for n in before
    ) or speaks_of_place(sentence, max(0, first - 4), first)


def _subject_line(reading: Reading) -> bool:
    """Somebody's defences, or the line itself, are what gives way: "the Northern defences near X crumbled"."""
    sentence, first, left = reading.cue.sentence, reading.cue.unit.first, reading.cue.left
    return _any(sentence, max(left, first - _QUALIFIERS), first, "defender_noun", "direction") and bool(reading.places)


def _closing(reading: Reading) -> bool:
    """A word after the place that closes its clause: "X is ours"."""
    sentence, after = reading.cue.sentence, reading.cue.unit.after
    return sentence.sign(after) in {",", ".", "!", ";", '"', ""} and _subject_place(reading)


def _ground(reading: Reading) -> bool:
    """The place may be the one spoken of before; what is held by nobody is no ground: "a vote was held in X", and who
    is said to hold something else holds none."""
    if reading.event.cue.status is not Status.HOLDS or reading.event.form != "verb":
        return True
    if not reading.cue.sentence.cased:
        held = reading.subject is not None or bool(_split(reading)[0]) or _subject_place(reading)
        return held or not reading.passive
    return reading.passive or not _holds_a_thing(reading)


def _holds_a_thing(reading: Reading) -> bool:
    """ "We keep the buses ready": the noun after the verb is no place, no position and nobody."""
    sentence, k = reading.cue.sentence, reading.cue.unit.after
    while k < len(sentence.tokens) and sentence.tokens[k].is_word and not sentence.tokens[k].features & CASES:
        if sentence.is_(k, "locative", "conjunction"):
            return False
        k += 1
    if k >= len(sentence.tokens) or k in sentence.sides or not _is_thing(sentence, k):
        return False
    return not sentence.names_at[k] or sentence.is_(k, "way")


def _troops(reading: Reading) -> bool:
    """Troops are what a verb has or counts; before it they need a figure."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if any(
        _are_troops(sentence, k) or _are_counted(sentence, k) for k in _window(sentence, unit.after, unit.after + 7)
    ):
        return True
    before = [k for k in _window(sentence, unit.first - 6, unit.first) if _are_troops(sentence, k)]
    return any(
        _any(sentence, k - 4, k, "number", "multiplier")
        or any(sentence.tokens[j].is_number for j in _window(sentence, k - 4, k))
        for k in before
    )


def _are_troops(sentence: Sentence, k: int) -> bool:
    """Soldiers, or arms that are counted; civilians are none."""
    unit = sentence.unit_at[k]
    if unit is None or (not sentence.cased and "civilians" in unit.names):
        return False
    return bool(unit.value("unit") == "troops")


def _are_counted(sentence: Sentence, k: int) -> bool:
    """Other words for troops count where a figure stands right before them: "300 infantrymen"."""
    if k == 0 or sentence.cased or not sentence.is_(k, "forces"):
        return False
    figure = sentence.unit_at[k - 1]
    several = bool(figure is not None and (figure.value("number") or 0) > 1)
    return bool(sentence.tokens[k - 1].is_number or several or sentence.is_(k - 1, "multiplier"))


def _distance(reading: Reading) -> bool:
    """A place and how far it is: "20 km remain to X"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    measured = any(
        (other := sentence.unit_at[k]) is not None and "length" in other.names
        for k in _window(sentence, unit.first - 8, unit.after + 8)
    )
    return measured and (bool(reading.places) or _anaphor(reading, before=True, after=True))


def _described(reading: Reading) -> bool:
    """A settlement is what somebody is said to hold: "Northern-held X", "X is Northern-held"; no region."""
    sentence, unit, mentions = reading.cue.sentence, reading.cue.unit, reading.cue.scene.mentions
    at = place_described(sentence, unit)
    if at is not None:
        return any(m.first == at and m.mention.place_class not in LARGE and not m.direction for m in mentions)
    parts = _any(sentence, unit.first - _QUALIFIERS, unit.first, "outskirts", "district")
    return parts or bool(_split(reading)[0]) or _anaphor(reading, before=True, after=False)


def place_described(sentence: Sentence, unit: Unit) -> int | None:
    """The first token of the place right after "Northern-held", or of whose parts it is told ("buildings in X")."""
    k = unit.after
    while sentence.is_(k, "bearing", "settlement", "determiner", "of", "outskirts", "district") and (
        k not in sentence.places
    ):
        k += 1
    if k in sentence.places:
        return k
    inside = (j + 1 + sentence.is_(j + 1, "bearing") for j in range(k + 1, k + _PARTS) if sentence.is_(j, "inside"))
    return next((j for j in inside if j in sentence.places), None)


def may_describe(sentence: Sentence, unit: Unit) -> bool:
    """Whether a place, not a road or a bridge, can be what is "Northern-held"."""
    return sentence.is_(unit.first - 1, "be", "passive_mark") or place_described(sentence, unit) is not None


def _made(reading: Reading) -> bool:
    return is_made(reading.cue.sentence, reading.cue.unit.first)


def is_made(sentence: Sentence, noun: int) -> bool:
    """Whether a foothold is told of, not only named as where something else is: not "near the bridgehead"."""
    k = noun - 1
    while sentence.is_(k, "determiner", "possessive", "bearing", "adverb", "number") or _is_adjective(sentence, k):
        k -= 1
    if sentence.cased or sentence.is_(k, "of", "for"):
        return True
    where = sentence.is_(k, "locative") or (sentence.is_(k, "event") and not sentence.tokens[k].features & {"past"})
    return not where


def _is_adjective(sentence: Sentence, k: int) -> bool:
    return k in sentence.sides and sentence.sides[k][1].adjective


def _way(reading: Reading) -> bool:
    """A road or a route is what it is done to: "keeps the road under fire"."""
    first, after = clause_of(reading.cue.sentence, reading.cue.unit.first)
    return reading.cue.sentence.some(first, after, "way")


def _amount_or_people(reading: Reading) -> bool:
    sentence, unit = reading.cue.sentence, reading.cue.unit
    head = sentence.tokens[unit.first].features
    if not reading.passive and "participle" in head and sentence.is_(unit.first - 1, "event", "locative", "possessive"):
        return False  # "to restore lost positions"
    return _any(sentence, unit.after, unit.after + 8, "unit", "defender_noun", "forces") or (
        reading.passive and _any(sentence, unit.first - 8, unit.first, "defender_noun")
    )


def _equipment(reading: Reading) -> bool:
    sentence, unit = reading.cue.sentence, reading.cue.unit
    near = _any(sentence, unit.after, unit.after + 9, "defender_noun", "unit", "forces") or _any(
        sentence, unit.first - 9, unit.first, "defender_noun", "unit", "forces"
    )
    return near and not reading.assets


def _by_arms(reading: Reading) -> bool:
    """Drones, bombs or shells do it: "drones blew up a shop", "was demolished by rockets"."""
    return bool(reading.places) and done_by_arms(
        reading.cue.sentence, (reading.cue.unit.first, reading.cue.unit.after), passive=reading.passive
    )


def done_by_arms(sentence: Sentence, verb: tuple[int, int], *, passive: bool) -> bool:
    """Whether arms are the subject of the verb at tokens `first:after`, or stand after "by" where it is passive."""
    first, after = verb
    if passive:
        agent = next((k for k in range(after, after + _AGENT) if sentence.is_(k, "by")), None)
        return agent is not None and sentence.some(agent + 1, agent + 1 + _AGENT, "arms")
    k = first - 1
    while sentence.is_(k, "adverb", "auxiliary"):
        k -= 1
    return sentence.is_(k, "arms")


def _craft(reading: Reading) -> bool:
    """Aircraft are lost; drones and missiles that are shot down are only an attack that was beaten off."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    window = _window(sentence, unit.first - 7, unit.first) if reading.passive else range(unit.after, unit.after + 7)
    for k in window:
        if sentence.is_(k, "arms") or sentence.sign(k) == ";":
            return False
        if not reading.passive and sentence.is_(k, "locative") and not sentence.is_(k, "of"):
            break
    return True


def _any(sentence: Sentence, first: int, after: int, *names: str) -> bool:
    return any(sentence.is_(k, *names) for k in _window(sentence, first, after))


def _window(sentence: Sentence, first: int, after: int) -> Iterable[int]:
    return range(max(0, first), min(after, len(sentence.tokens)))


_CHECKS: Mapping[str, Callable[[Reading], bool]] = {
    "asset": _asset,
    "place": _place,
    "area": _area,
    "object_place": _object_place,
    "subject_place": _subject_place,
    "ground": _ground,
    "adjacent_place": _adjacent_place,
    "passive_asset": _passive_asset,
    "left_place": _left_place,
    "leaver": _leaver,
    "massed": _massed,
    "moved": _moved,
    "prisoners": _prisoners,
    "patient": _patient,
    "inside_settlement": _inside_settlement,
    "told": _told,
    "beaten": _beaten,
    "dead": _dead,
    "amount_troops": _troops,
    "distance": _distance,
    "way": _way,
    "closing": _closing,
    "subject_line": _subject_line,
    "amount_or_people": _amount_or_people,
    "equipment": _equipment,
    "craft": _craft,
    "by_arms": _by_arms,
    "made": _made,
    "described": _described,
}
