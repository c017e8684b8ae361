"""Whether an event has the place, or the amount of ground, that its cue asks for."""

from salient.domain.kind import Kind, Status
from salient.extract.events.needs_of_people import loses_ground
from salient.extract.events.prospects import PREDICTING
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.place_lists import past_remark
from salient.extract.places.pointed_at import before_apposition
from salient.extract.places.pointers import is_done_to_it, speaks_of_place
from salient.extract.words.forms import opens_with_participle
from salient.extract.words.own_clause import clause_of, only_speaks
from salient.extract.words.resumed import Meant
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence, Unit
from salient.extract.words.vicinity import (
    QUALIFIERS,
    any_near,
    is_bare,
    is_of_it,
    is_thing,
    places_around,
    points_back_near,
    tokens_within,
)
from salient.text.tokens import CASES

_LED_BY = 6
"""Tokens that may say what a place is between a verb and its name."""
_OBJECT_REACH = 9
"""Tokens after a verb within which the place it acts on stands."""
_OF_IT = 6
"""Tokens after a verb within which "of" joins a part to the place it is a part of."""
_ENDLESS = 10**6
_PARTS = 4
"""Tokens within which "in X" follows what of X is held: "Northern-held buildings in X"."""
_BEHIND, _BEFORE_PASSIVE = 6, 8
"""Tokens after a verb, and before one in the passive, within which an amount of ground stands."""


def place_named(reading: Reading) -> bool:
    sentence, unit = reading.cue.sentence, reading.cue.unit
    amount = area_named(reading) or _percent(sentence, unit.after)
    if _announced(reading) or (reading.passive and _share_before(reading)):
        return True
    if not reading.passive and _takes_something_else(reading):
        return False
    pointed = points_back_near(reading, before=True, after=True) or _takes_them(reading)
    pointed |= reading.passive and is_done_to_it(sentence, unit.first, unit.after, passive=True)
    return bool(reading.places) or amount or pointed or is_of_it(sentence, unit.first, reading.event.form)


def area_named(reading: Reading) -> bool:
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
    left = max(reading.cue.left, first - QUALIFIERS - 2)
    return _percent(reading.cue.sentence, left)


def _takes_them(reading: Reading) -> bool:
    """ "The Northern army took them": a pronoun right beside a verb of taking means what was named."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.event.form != "verb":
        return False
    if reading.passive:
        return _opens_with_it(sentence, unit) if sentence.cased else _is_it(sentence, unit)
    both = unit.after in sentence.resumed and sentence.resumed[unit.after].meant is not Meant.ONE
    return (sentence.cased and sentence.is_(unit.first - 1, "them")) or sentence.is_(unit.after, "them") or both


def _opens_with_it(sentence: Sentence, unit: Unit) -> bool:
    """Whether "it" opens a clause whose participle has no subject, words of speech aside: "IT, they say, [is] held"."""
    k = unit.first - 1
    while k > 0 and (sentence.is_(k, "adverb", "negation") or only_speaks(sentence, k) or sentence.sign(k) == ","):
        k -= 1
    bare = sentence.tokens[unit.first].features.isdisjoint(CASES)
    return bare and sentence.is_(k, "them") and (k == 0 or sentence.sign(k - 1) in {",", ";", ":"})


def _is_it(sentence: Sentence, unit: Unit) -> bool:
    """Whether "it", at the head of a clause, is what a passive verb is told of: "It was taken on Tuesday"."""
    k = unit.first - 1
    while k > 0 and sentence.is_(k, "be", "auxiliary", "adverb", "negation", "modal"):
        k -= 1
    joined = sentence.sign(k - 1) in {",", ";", ":"} or sentence.is_(k - 1, "conjunction", "that", "adverb", "if")
    opens = k == 0 or joined
    return opens and sentence.is_(k, "them") and sentence.is_(k, "pronoun_body")


def _percent(sentence: Sentence, start: int) -> bool:
    return sentence.measures(start, start + 6, "percent")


def _takes_something_else(reading: Reading) -> bool:
    """ "captured several positions near X": the object is no place."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    inside = any(unit.first <= first < unit.after for first in sentence.places)
    if reading.event.form != "verb" or inside:
        return False
    for k in tokens_within(sentence, unit.after, unit.after + 8):
        if k in sentence.places or sentence.is_(k, "settlement"):
            return False
        if sentence.is_(k, "locative") and not sentence.is_(k, "of"):
            return sentence.some(unit.after, k, "defender_noun", "forces", "arms")
    return False


def object_place(reading: Reading) -> bool:
    if area_named(reading) or loses_ground(reading.cue.sentence, reading.cue.unit):
        return True
    before, after = places_around(reading)
    if reading.passive and reading.cue.sentence.cased and after and not before:
        return is_bare(reading.cue.sentence, reading.cue.scene.mentions[after[0]].first)
    if reading.passive and reading.places and opens_with_participle(reading.cue.sentence, reading.cue.unit):
        return True
    if reading.passive:
        own = clause_of(reading.cue.sentence, reading.cue.unit.first) if reading.cue.sentence.cased else (0, _ENDLESS)
        before = [n for n in before if own[0] <= reading.cue.scene.mentions[n].first]
        if _of_positions(reading, before):
            return False
        return bool(before) or points_back_near(reading, before=True, after=False) or _takes_them(reading)
    mentions, unit = reading.cue.scene.mentions, reading.cue.unit
    near = [n for n in after if mentions[n].first - unit.after <= _OBJECT_REACH]
    if reading.cue.sentence.cased and any(is_bare(reading.cue.sentence, mentions[n].first) for n in (*before, *near)):
        return True
    if reading.cue.sentence.points_back(unit.after) or _is_part_spoken_of(reading.cue.sentence, unit.after):
        return True
    if not after and (_takes_them(reading) or _is_what_they(reading, before)):
        return True
    if reading.cue.sentence.cased and not after and _object_spoken_of(reading):
        return True
    if reading.event.cue.kind is Kind.STRIKE:  # "targeting the X direction" is no strike on X
        after = [
            n for n in after if not reading.cue.sentence.some(mentions[n].after, mentions[n].after + 4, "direction")
        ]
    return any(_is_object(reading.cue.sentence, unit.after, mentions[n].first) for n in after)


def _is_part_spoken_of(sentence: Sentence, start: int) -> bool:
    """Whether a part of the place spoken of is the object: "took HALF OF THE TOWN", "the northern part of the city"."""
    for k in range(start, min(start + _OF_IT, len(sentence.tokens))):
        if sentence.is_(k, "of"):
            return not sentence.cased and k > start and sentence.points_back(k + 1)
        if sentence.is_(k, "locative", "conjunction", "be", "event") or not sentence.tokens[k].is_word:
            return False
    return False


def _is_what_they(reading: Reading, before: list[int]) -> bool:
    """ "X, which the North took": the object of a clause that is told of a place, and has its subject."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.passive or not before or reading.subject is None:
        return False
    start, own = reading.cue.scene.mentions[before[-1]].after, reading.subject
    opens = sentence.is_(start + (sentence.sign(start) == ","), "relative") or _is_ahead(reading, before[-1])
    return opens and start <= own.first and own.after <= unit.first and not sentence.is_(unit.after, "determiner")


def _is_ahead(reading: Reading, n: int) -> bool:
    """Whether the object opens its clause, right before who does it: "X we have lost"."""
    sentence, mention, own = reading.cue.sentence, reading.cue.scene.mentions[n], reading.subject
    k = mention.first
    while sentence.is_(k - 1, "determiner", "settlement", "of", "link"):
        k -= 1
    bare = k == 0 or sentence.sign(k - 1) in {",", ";", ":", '"'}
    return bare and own is not None and own.first == mention.after and sentence.sign(mention.after) != ","


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
        return any_near(
            sentence, max(left, reading.cue.unit.first - QUALIFIERS), reading.cue.unit.first, "defender_noun"
        )
    governed = sentence.is_(near[0] - 1, "locative", "bearing") and not sentence.is_(near[0] - 1, "of")
    return governed and any_near(sentence, left, near[0], "defender_noun")


def _amount_of_ground(sentence: Sentence, first: int, after: int) -> bool:
    return sentence.measures(first, after, "km2", "settlements")


def adjacent_place(reading: Reading) -> bool:
    """Nothing but an article and a class stands before the name."""
    sentence, start = reading.cue.sentence, reading.cue.unit.after
    for n in reading.places:
        first = reading.cue.scene.mentions[n].first
        more = not sentence.cased and sentence.is_(start, "number") and sentence.sign(first - 1) == ","
        if start <= first <= start + _LED_BY and (
            more  # "claimed TWO MORE, X and Y"
            or _only_calls_it(sentence, start, first)
        ):
            return sentence.cased or not _goes_on(sentence, reading.cue.scene.mentions[n].after)
    if sentence.cased and any(_just_before(reading, n) for n in reading.places):
        return True
    if not sentence.cased and _says_what_it_did(sentence, start):
        return False
    return sentence.points_back(start) or _takes_them(reading) or (sentence.cased and sentence.is_(start, "settlement"))


def _only_calls_it(sentence: Sentence, start: int, first: int) -> bool:
    """Whether only an article and what a place is stand before its name: "THE KEY EASTERN CITY OF X"."""
    words = range(start, first)
    if all(sentence.is_(k, "determiner", "settlement", "of") for k in words):
        return first <= start + 4
    town = next((k for k in reversed(words) if sentence.is_(k, "settlement")), None)
    if sentence.cased or town is None or not sentence.is_(start, "determiner"):
        return False
    calls = range(start + 1, town)
    plain = all(sentence.is_(k, "bearing", "direction", "settlement") or sentence.only_describes(k) for k in calls)
    return plain and all(sentence.is_(k, "of") for k in range(town + 1, first))


def _says_what_it_did(sentence: Sentence, start: int) -> bool:
    """Whether what follows a verb is said, as a pronoun is the subject of the next verb or words announce it: "claimed
    IT DESTROYED a bridge", "claimed BOTH THAT …"."""
    if sentence.is_(start, "that") or sentence.is_(start + 1, "that"):
        return True
    verb = start + 1
    while sentence.is_(verb, "adverb", "auxiliary", "be", "modal"):
        verb += 1
    return verb < len(sentence.tokens) and not sentence.tokens[verb].features.isdisjoint({"past", "participle"})


def _goes_on(sentence: Sentence, after: int) -> bool:
    """Whether more is told of a name right after a verb than that somebody has it: "claimed X WILL hold out", "kept X
    SURROUNDED"."""
    if after >= len(sentence.tokens):
        return False
    done = sentence.is_(after, "event") and "participle" in sentence.tokens[after].features
    return done or sentence.is_(after, "modal", "auxiliary", "be", "negation")


def _just_before(reading: Reading, n: int) -> bool:
    """Whether a name stands right before its verb, in the case of what is done to it: "X they took back"."""
    sentence, mention = reading.cue.sentence, reading.cue.scene.mentions[n]
    case = "nom" if reading.passive else "acc"
    own = reading.subject
    apart = [k for k in range(mention.after, reading.cue.unit.first) if own is None or not own.first <= k < own.after]
    return (
        mention.after <= reading.cue.unit.first
        and reading.event.form == "verb"
        and case in sentence.tokens[mention.first].features
        and not sentence.is_(mention.first - 1, "locative")
        and all(sentence.is_(k, "adverb", "be") or (reading.passive and sentence.sign(k) == ",") for k in apart)
    )


def inside_settlement(reading: Reading) -> bool:
    mentions, sentence, unit = reading.cue.scene.mentions, reading.cue.sentence, reading.cue.unit
    _, after = places_around(reading)
    return any(
        not mentions[n].direction
        and mentions[n].mention.place_class not in LARGE
        and (sentence.cased or _is_led_inside(sentence, unit.after, mentions[n]))
        for n in after
    )


def _is_led_inside(sentence: Sentence, first: int, where: Mention) -> bool:
    """Whether words lead into a place, and not toward it: "operate IN X"; not "in the DIRECTION of X", "in the X
    AREA"."""
    led = sentence.some(first, where.first, "presence")
    led &= not sentence.some(first, where.first, "direction", "anaphor_sector")
    around = where.after < len(sentence.tokens) and "ground" in sentence.frames.types_of(sentence.tokens[where.after])
    return led and not around and not sentence.is_(first, "lying")


def told_of_place(reading: Reading) -> bool:
    """A fall that is announced or dated has happened; a fall by itself is only spoken of."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    said = any_near(sentence, unit.first - 4, unit.first, "speech")
    said |= any_near(sentence, unit.after, unit.after + 5, "speech")
    dated = any_near(sentence, unit.after, unit.after + 6, "month", "weekday") or any_near(
        sentence, unit.first - 5, unit.first, "since", "circumstance"
    )
    coming = any_near(sentence, unit.after, unit.after + 8, *PREDICTING) or any(
        sentence.is_be(k) and sentence.is_(k, "modal")
        for k in range(unit.after, unit.after + 8)  # "is inevitable"
    )
    return place_named(reading) and (said or dated or coming)


def _is_object(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a name is the verb's own object: only articles, classes and neighbours of a list stand between."""
    inside = sentence.placed()
    return first - start <= 14 and not any(
        sentence.is_(k, "locative") and not sentence.is_(k, "of", "settlement")
        for k in range(start, first)
        if k not in inside
    )


def subject_place(reading: Reading) -> bool:
    before, behind = places_around(reading)
    if reading.cue.sentence.cased and behind and not before and reading.event.form == "verb":
        return reading.cue.scene.mentions[behind[0]].first == reading.cue.unit.after
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    if before and before == before_apposition(reading.cue):
        return True
    return (
        any(
            all(
                sentence.is_(k, "adverb", "auxiliary", "be", "modal", "negation")
                or sentence.sign(k) == "'s"
                or (not sentence.cased and sentence.is_(k, "come_true", "to"))  # "X SEEMS TO have fallen"
                or (sentence.cased and sentence.is_dash(k))
                for k in range(past_remark(sentence, reading.cue.scene.mentions[n].after, first), first)
            )
            for n in before
            if not _is_only_where(reading, n)
        )
        or speaks_of_place(sentence, max(0, first - 4), first)
        or _is_it_that_falls(reading)
    )


def _is_only_where(reading: Reading, n: int) -> bool:
    """Whether a place before a verb is no subject of it by its case and the preposition before it: "NEAR X surrendered
    30 Northerners"."""
    sentence, first = reading.cue.sentence, reading.cue.scene.mentions[n].first
    cases = sentence.tokens[first].features & CASES
    return sentence.cased and bool(cases) and "nom" not in cases and sentence.is_(first - 1, "locative")


def _is_it_that_falls(reading: Reading) -> bool:
    """ "When IT fell on Monday", "IT WILL fall": the place that has been named, where nothing that flies or is counted
    may be meant."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    verb = reading.event.form == "verb" and not sentence.cased
    meant = verb and not sentence.has("arms", "percent") and _is_it(sentence, unit)
    named = any(m.after <= unit.first for m in reading.cue.scene.mentions)
    foretold = meant and sentence.is_(unit.first - 1, "modal")
    return meant and (named or foretold or _closes_with_a_day(sentence, unit.after))


def _closes_with_a_day(sentence: Sentence, after: int) -> bool:
    """Whether nothing follows but when it was, or to whom: "it fell on Monday", "it fell to the North"."""
    if sentence.sign(after) in {".", ",", ""}:
        return True
    next_ = after + sentence.is_(after, "locative", "goal", "to")
    return next_ in sentence.sides or sentence.is_(next_, "day", "weekday", "month", "time_unit", "number", "season")


def subject_line(reading: Reading) -> bool:
    """Somebody's defences, or the line itself, are what gives way: "the Northern defences near X crumbled"; not what
    somebody does there: "on that front the North drew closer to X"."""
    sentence, first, left = reading.cue.sentence, reading.cue.unit.first, reading.cue.left
    by, start = reading.subject, max(left, first - QUALIFIERS)
    if by is not None and by.role == "noun":
        start = max(start, by.first)
    return any_near(sentence, start, first, "defender_noun", "direction") and bool(reading.places)


def closes_on_place(reading: Reading) -> bool:
    """A word after the place that closes its clause: "X is ours"."""
    sentence, after = reading.cue.sentence, reading.cue.unit.after
    ends = sentence.sign(after) in {",", ".", "!", ";", '"', ""} or (
        reading.event.form == "phrase" and sentence.is_(after, "locative", "conjunction", "adverb", "day", "weekday")
    )
    return ends and (subject_place(reading) or (not sentence.cased and _is_it(sentence, reading.cue.unit)))


def ground_named(reading: Reading) -> bool:
    """The place may be the one spoken of before; what is held by nobody is no ground: "a vote was held in X", and who
    is said to hold something else holds none."""
    if reading.event.cue.status is not Status.HOLDS or reading.event.form != "verb":
        return True
    if not reading.cue.sentence.cased:
        held = reading.subject is not None or bool(places_around(reading)[0]) or subject_place(reading)
        return held or not reading.passive
    return reading.passive or not _holds_a_thing(reading)


def _holds_a_thing(reading: Reading) -> bool:
    """ "We keep the buses ready": the noun after the verb is no place, no position and nobody."""
    sentence, k = reading.cue.sentence, reading.cue.unit.after
    while k < len(sentence.tokens) and sentence.tokens[k].is_word and not sentence.tokens[k].features & CASES:
        if sentence.is_(k, "locative", "conjunction"):
            return False
        k += 1
    if k >= len(sentence.tokens) or k in sentence.sides or not is_thing(sentence, k):
        return False
    if _describes_a_settlement(sentence, k):
        return False
    return not sentence.names_at[k] or sentence.is_(k, "way")


def _describes_a_settlement(sentence: Sentence, k: int) -> bool:
    """Whether adjectives, which may be nouns as well, stand before a settlement: "hold the MINING town of X"."""
    while k + 1 < len(sentence.tokens) and "adjective" in sentence.tokens[k].features:
        k += 1
    return sentence.is_(k, "settlement")


def described_place(reading: Reading) -> bool:
    """A settlement is what somebody is said to hold: "Northern-held X", "X is Northern-held"; no region."""
    sentence, unit, mentions = reading.cue.sentence, reading.cue.unit, reading.cue.scene.mentions
    at = place_described(sentence, unit)
    if at is not None:
        return any(m.first == at and m.mention.place_class not in LARGE and not m.direction for m in mentions)
    parts = any_near(sentence, unit.first - QUALIFIERS, unit.first, "outskirts", "district")
    return parts or bool(places_around(reading)[0]) or points_back_near(reading, before=True, after=False)


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
