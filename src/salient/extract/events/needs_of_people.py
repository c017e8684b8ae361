"""Whether an event has the people that its cue asks for: who leaves, is massed, taken, beaten or lost."""

from salient.domain.kind import Kind
from salient.extract.events.objects import phrase_at
from salient.extract.places.place_lists import inside_list
from salient.extract.places.pointed_at import before_apposition
from salient.extract.words.own_clause import clause_of
from salient.extract.words.scene import Reading
from salient.extract.words.sentence import Sentence, Unit, events_of
from salient.extract.words.vicinity import QUALIFIERS, any_near, is_bare, is_thing, points_back_near, tokens_within

_CLOSING = ("weekday", "day", "month", "of_time", "determiner", "conjunction", "link", "adverb")
"""What may stand behind an object that nothing more is told of."""
_SHARE = 7
"""Tokens behind a share within which the ground stands that it is a share of."""
_LOST = ("unit", "defender_noun", "forces")
_PATIENT = 10
"""Tokens before a passive verb within which whoever it is done to stands."""
_BODIES = (
    "forces", "civilians", "anonymous", "number", "multiplier", "pronoun", "settlement", "district", "relative", "unit",
    "asset", "own", "defender_noun",
)  # fmt: skip
"""Classes of words for what may be moved out of a place."""
_HEAD = 3
"""Tokens before a preposition within which the noun stands that it describes: "people living IN X"."""
_APPOSED = 9
"""Tokens between the commas around what only describes a name."""
_OBJECT_REACH = 9
"""Tokens after a verb within which the place it acts on stands."""


def left_place(reading: Reading) -> bool:
    """Somebody goes out of a place, named or spoken of: "left the city", "abandoned the northern districts"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.after
    if sentence.cased:
        return _leaves_ground(reading)
    if reading.passive:
        named = bool(reading.places) or bool(before_apposition(reading.cue))
        return named or points_back_near(reading, before=True, after=False)
    if _stays(reading):
        return False
    if _leaves_it(sentence, k):
        return True
    if k >= len(sentence.tokens) or sentence.is_(k, "locative") or not sentence.tokens[k].is_word:
        first = reading.cue.unit.first
        people = any_near(sentence, max(reading.cue.left, first - _PATIENT), first, "unit", "forces")
        return people and any(reading.cue.scene.mentions[n].first < first for n in reading.places)
    begin = k
    while k < len(sentence.tokens) and k - begin < QUALIFIERS and k not in sentence.places:
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


def _leaves_it(sentence: Sentence, k: int) -> bool:
    """Whether "it" is all that somebody leaves: "the marines who had held X left IT last week"; not "left it open"."""
    nothing_more = not sentence.tokens[k + 1 : k + 2] or not sentence.tokens[k + 1].is_word
    closes = nothing_more or sentence.is_(k + 1, *_CLOSING)
    return sentence.is_(k, "pronoun_body") and closes


def leaves_it_so(reading: Reading) -> bool:
    """Whether "leave" tells in what plight something is left, and nobody goes: "leaving X OPEN to attack", "leaves the
    North WITH nothing"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.passive or not sentence.frames.is_of(sentence.tokens[unit.first], ("forsake",)):
        return False
    party = reading.object
    if party is not None and party.ref is not None and party.first - unit.after in (0, 1):
        return party.role == "noun" and not sentence.is_(party.after, "defender_noun")
    named = [reading.cue.scene.mentions[n].after for n in reading.places]
    k = max((after for after in named if after >= unit.after), default=0)
    k = _past_apposition(sentence, k)
    return 0 < k < len(sentence.tokens) and _tells_a_plight(sentence, k)


def _past_apposition(sentence: Sentence, k: int) -> int:
    """Past what stands between commas behind a name: "X, ITS NEIGHBOUR TO THE EAST, exposed"."""
    if sentence.sign(k) != ",":
        return k
    near = range(k + 1, min(k + _APPOSED, len(sentence.tokens)))
    close = next((j for j in near if sentence.sign(j) == ","), None)
    return k if close is None or sentence.some(k, close, "event", "relative") else close + 1


def _tells_a_plight(sentence: Sentence, k: int) -> bool:
    """Whether what follows a place at once only describes it: "X EXPOSED on both sides", "X HANGING by a thread"."""
    token = sentence.tokens[k]
    if not token.is_word or token.capitalised or sentence.is_adverb(k) or sentence.lowers[k] in sentence.frames.roles:
        return False
    unit = sentence.unit_at[k]
    ground = not sentence.frames.types_of(token).isdisjoint({"ground", "portion", "part", "place"})  # "the X AREA"
    plain = unit is None or unit.names <= {"light", "event"}
    return bool(token.features & {"gerund", "participle"}) or (plain and not ground)


def _stays(reading: Reading) -> bool:
    """Whether "left" says who is still there: "the soldiers LEFT in X", "those left there"; not "left the area"."""
    sentence, k = reading.cue.sentence, reading.cue.unit.after
    inside = sentence.is_(k, "inside", "presence") and any(k < m.first <= k + _HEAD for m in reading.cue.scene.mentions)
    return inside or (sentence.is_(k, "anaphor_place") and not sentence.is_(k, "article"))


def _leaves_ground(reading: Reading) -> bool:
    """What is left, on either side of the verb: a place or positions; nothing else stands in its stead."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    first, after = clause_of(sentence, unit.first)
    if unit.after < after and "infinitive" in sentence.tokens[unit.after].features:
        return False  # "threw two units TO STORM X"
    held = range(max(first, unit.first - _OBJECT_REACH), min(after, unit.after + QUALIFIERS))
    if any(sentence.is_(k, "defender_noun", "street", "district") for k in held) or points_back_near(
        reading, before=True, after=True
    ):
        return True
    if any(is_bare(sentence, reading.cue.scene.mentions[n].first) for n in reading.places) and any(
        reading.cue.scene.mentions[n].first in held for n in reading.places
    ):
        return True
    things = range(unit.after, min(after, unit.after + QUALIFIERS))
    return bool(reading.places) and not any(is_thing(sentence, k) for k in things)


def leaver_named(reading: Reading) -> bool:
    """Somebody or some place is named: "the minister withdrew his plan" is no retreat."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.places or points_back_near(reading, before=True, after=True):
        return True
    return (
        any_near(sentence, unit.first - QUALIFIERS, unit.after + QUALIFIERS, "forces", "enemy", "defender_noun")
        or (reading.subject is not None and reading.subject.role in ("noun", "possessive"))
        or sentence.is_(unit.first - 1, "own")
        or any_near(sentence, unit.first - 4, unit.first, "own", "pronoun")
    )


def prisoners_taken(reading: Reading) -> bool:
    """Soldiers are what is taken, not a place."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if reading.passive:
        if sentence.frames.roles.get(sentence.sign(unit.after)) in ("source", "goal"):
            return False  # "were taken off the island", "were taken to X"
        if _is_told_of_ground(sentence, unit.first):
            return False
        return any_near(sentence, unit.first - 5, unit.first, "forces") and not any_near(
            sentence, unit.first - 5, unit.first, "settlement", "asset"
        )
    for k in tokens_within(sentence, unit.after, unit.after + QUALIFIERS):
        if k in sentence.places or sentence.is_(k, "locative", "settlement", "conjunction", "asset", "defender_noun"):
            return False
        if sentence.is_(k, "forces", "enemy") or (not sentence.cased and _are_of_a_side(sentence, k)):
            return True
    return False


def _is_told_of_ground(sentence: Sentence, verb: int) -> bool:
    """Whether a town, or "it", is what a passive is told of, which no soldiers are: "the army announced IT HAD BEEN
    CAPTURED", "the brigade said X HAS BEEN CAPTURED"; not "soldiers in X have been captured"."""
    k = verb - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "negation"):
        k -= 1
    if sentence.cased:
        return False
    first = next((first for first, after in sentence.places.items() if after == k + 1), None)
    named = first is not None and sentence.sign(first - 1) not in {*sentence.frames.roles, "of"}
    return named or sentence.is_(k, "pronoun_body")


def _are_of_a_side(sentence: Sentence, k: int) -> bool:
    """Whether people stand here who are called by their side, not what is theirs: "20 NORTHERNERS"."""
    after, word = sentence.sides.get(k, (k, None))
    return word is not None and not word.adjective and sentence.sign(after) not in {"'s", "'", "-"}


def massed_troops(reading: Reading) -> bool:
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
        for k in tokens_within(sentence, unit.after, unit.after + QUALIFIERS):
            if sentence.is_(k, *names):
                counted = sentence.unit_at[k]
                attacks = counted is not None and counted.value("unit") == "attacks"
                return not attacks  # "a rise in ASSAULTS" is no more troops
            if sentence.is_(k, "locative", "conjunction", "event", "speech", "relative") and not sentence.is_(
                k, "link"
            ):
                break
    k = unit.first - 1
    goes_on = not sentence.cased and _goes_on(reading, k)
    k -= 2 * goes_on
    while sentence.is_(k, "be", "auxiliary", "adverb", "modal", "negation", "relative"):
        k -= 1
    moved = sentence.is_(k, *names) or (goes_on and _are_fresh(sentence, k))
    return moved or any(actor.after == k + 1 for actor in reading.cue.scene.actors)


def _goes_on(reading: Reading, k: int) -> bool:
    """Whether troops are said to go on moving, and move nothing else: "units CONTINUE TO deploy to X"; not "continue to
    reinforce their lines"."""
    sentence = reading.cue.sentence
    if not (sentence.is_(k, "to") and sentence.is_(k - 1, "light")):
        return False
    own, _ = phrase_at(sentence, reading.cue.unit.after)
    return not own or any(j in sentence.places for j in own)


def _are_fresh(sentence: Sentence, k: int) -> bool:
    return "forces" in sentence.frames.types_of(sentence.tokens[k])


def moved_troops(reading: Reading) -> bool:
    """Troops go from one place to another: they are more there, and it is told of there."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    goes_to = any(
        sentence.is_(m.first - 1, "to") or (sentence.is_(m.first - 2, "to") and sentence.is_(m.first - 1, "determiner"))
        for m in reading.cue.scene.mentions
        if m.first >= unit.first
    )
    return goes_to and (massed_troops(reading) or any_near(sentence, unit.first, unit.after, "forces"))


def people_taken(reading: Reading) -> bool:
    """Whether people are what a passive verb of taking, or a verb of arriving, is told of: "children living in X were
    taken to Y"."""
    sentence, cue = reading.cue.sentence, reading.event.cue
    driven = reading.passive and reading.object is not None and reading.object.ref is not None
    arrives = cue.kind is Kind.ADVANCE and reading.event.form == "verb" and reading.subject is None and not driven
    taken = reading.passive and cue.kind is Kind.CONTROL and cue.needs != "patient"
    if not (arrives or taken):
        return False
    k = reading.cue.unit.first - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "modal", "negation"):
        k -= 1
    first = next((begin for begin, after in sentence.places.items() if begin <= k < after), None)
    while first is not None and inside_list(sentence, first - 1):
        k = first - 2
        first = next((begin for begin, after in sentence.places.items() if begin <= k < after), None)
    if first is None:
        return _are_people(sentence, k) and not (arrives and sentence.is_(k, "invader", "enemy", "attacker"))
    while sentence.is_(first - 1, "determiner", "settlement", "bearing", "district"):
        first -= 1
    governed = sentence.is_(first - 1, "locative")
    return governed and any(_are_people(sentence, j) for j in tokens_within(sentence, first - _HEAD, first - 1))


def leaves_in_private(reading: Reading) -> bool:
    """Whether a verb of leaving tells nothing but where somebody comes from."""
    private = is_private(reading.cue.sentence, (reading.cue.unit.first, reading.cue.unit.after))
    return private or _is_left_over(reading) or (reading.passive and _moves_things(reading))


def _is_left_over(reading: Reading) -> bool:
    """ "There are 200 men LEFT in the town", "some 500 ARE LEFT": who is still there; not "X was left"."""
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    existential = sentence.frames.existential
    there = (k for k in range(reading.cue.left, first) if sentence.lowers[k] in existential)
    left = not sentence.cased and sentence.frames.is_of(sentence.tokens[first], ("forsake",))
    return left and (any(sentence.is_(k + 1, "be") for k in there) or (reading.passive and not _is_ground(reading)))


def _is_ground(reading: Reading) -> bool:
    """Whether a place, or a part of the lines, is what a passive verb is told of."""
    sentence, k = reading.cue.sentence, reading.cue.unit.first - 1
    while sentence.is_(k, "be", "auxiliary", "adverb", "modal", "negation"):
        k -= 1
    if any(sentence.tokens[j].is_number or sentence.is_(j, "number", "multiplier") for j in (k - 1, k)):
        return False
    if sentence.sign(k) == ",":
        return bool(before_apposition(reading.cue))  # "X, a fishing village, was abandoned"
    named = k + 1 in sentence.places.values() or sentence.is_(k, "settlement", "part_of_town", "outskirts", "pronoun")
    return named or not sentence.frames.types_of(sentence.tokens[k]).isdisjoint({"ground", "portion", "part", "place"})


def _moves_things(reading: Reading) -> bool:
    """Whether nobody is named whom a passive verb of leaving is told of: "the flag was dropped from a drone"."""
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    if sentence.cased or reading.object is not None or reading.subject is not None or reading.assets:
        return False
    before = range(max(reading.cue.left, first - _PATIENT), first)
    own = any(
        k in sentence.places and (sentence.is_(k - 1, "of") or not sentence.is_(k - 1, "locative")) for k in before
    )
    named = own or any(sentence.is_(k, *_BODIES) or sentence.tokens[k].is_number for k in before)
    inside = sentence.measures(first, reading.cue.unit.after + QUALIFIERS, "troops")
    return (
        not named and not inside and not any("people" in sentence.frames.types_of(sentence.tokens[k]) for k in before)
    )


def is_private(sentence: Sentence, verb: tuple[int, int]) -> bool:
    """Whether whoever leaves by the verb at tokens `first:after` is somebody alone, or people who are only described by
    where they have come from: "she left X", "families who had fled X"."""
    k = verb[0] - 1
    while sentence.is_(k, "auxiliary", "adverb", "be", "modal", "negation"):
        k -= 1
    led = sentence.measures(verb[1], verb[1] + QUALIFIERS, "troops", "equipment") or any_near(
        sentence, verb[1], verb[1] + QUALIFIERS, "forces", "civilians"
    )
    alone = sentence.sign(k) in sentence.frames.persons and not led
    return alone or (sentence.is_(k, "relative") and sentence.is_(k - 1, "civilians", "anonymous") and not led)


def _are_people(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "civilians") or sentence.measures(k, k + 1, "troops")


def patient_named(reading: Reading) -> bool:
    """Somebody is driven out, not something: not "25 vehicles knocked out"."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    k = unit.first - 1
    while reading.passive and sentence.is_(k, "be", "auxiliary", "adverb"):
        k -= 1
    if sentence.sign(k) == "," and not sentence.cased:  # "19 vehicles, three tanks among them, WERE knocked out"
        k = next((j for j in range(k - 1, 0, -1) if sentence.sign(j) == ","), k) - 1
    if reading.passive and (sentence.measures(k, k + 1, "equipment") or _are_hurt(sentence, k)):
        return False
    them = reading.subject is not None and any(
        word in sentence.them_words for word in sentence.lowers[unit.first + 1 : unit.after]
    )
    return them or (reading.object is not None and reading.object is not reading.subject)


def _are_hurt(sentence: Sentence, k: int) -> bool:
    """Whether whom a verb is done to are wounded, who are taken away: "53 WOUNDED MEN were driven from X"."""
    near = (sentence.tokens[j] for j in range(max(0, k - 1), k + 1))
    return not sentence.cased and any("toll" in sentence.frames.types_of(token) for token in near)


def side_beaten(reading: Reading) -> bool:
    """Somebody's forces are stopped, not an attack of theirs, which has a noun of its own."""
    sentence, unit, actor = reading.cue.sentence, reading.cue.unit, reading.object
    roles = ("noun", "pronoun") if reading.passive else ("noun", "pronoun", "unsided")
    if actor is None or actor is reading.subject or actor.role not in roles:
        return False
    between = range(unit.after, actor.first) if actor.first >= unit.after else range(actor.after, unit.first)
    inside = unit.first < actor.after < unit.after  # "threw THE NORTH back"
    follows = not (reading.passive or inside or sentence.is_(actor.after, "locative"))
    follows = follows and sentence.is_(actor.after, "event")
    told = [k for k in between if not sentence.is_(k, "auxiliary")]
    return len(told) <= 4 and not follows and not any(sentence.is_(k, "event", "light", "locative") for k in told)


def dead_named(reading: Reading) -> bool:
    """People die or give up, in a figure or as somebody's soldiers."""
    sentence, first = reading.cue.sentence, reading.cue.unit.first
    return reading.subject is not None or any_near(sentence, first - 8, first, "unit", "forces", "anonymous", "number")


def troops_counted(reading: Reading) -> bool:
    """Troops are what a verb has or counts; before it they need a figure."""
    sentence, unit = reading.cue.sentence, reading.cue.unit
    if sentence.cased and any(_is_loss(sentence, k) for k in range(clause_of(sentence, unit.first)[0], unit.first)):
        return False  # "losses amounted to 60 soldiers"
    if not sentence.cased and _only_helps(sentence, unit):
        return False
    there = sentence.cased and sentence.is_(unit.first, "verb_of_presence")  # who only "is in X" holds it
    there |= sentence.cased and any(is_bare(sentence, reading.cue.scene.mentions[n].first) for n in reading.places)
    behind = tokens_within(sentence, unit.after, unit.after + 7)
    if not sentence.cased and any(sentence.is_(k, "forces", "unit") and _are_lost(sentence, k + 1) for k in behind):
        return False  # "counted 40 soldiers KILLED"
    for k in behind:
        if sentence.cased and sentence.sign(k) == ",":
            break
        if not sentence.cased and sentence.is_(k, "event") and not _are_troops(sentence, k):
            break  # "remains UNDER THE CONTROL OF Northern soldiers"
        if _are_counted(sentence, k) or (_are_troops(sentence, k) and not there):
            return True
    before = [k for k in tokens_within(sentence, unit.first - 6, unit.first) if _are_troops(sentence, k)]
    return any(
        any_near(sentence, k - 4, k, "number", "multiplier")
        or any(sentence.tokens[j].is_number for j in tokens_within(sentence, k - 4, k))
        for k in before
    )


def _only_helps(sentence: Sentence, unit: Unit) -> bool:
    """Whether "had" is only part of another verb: "the army HAD earlier SAID that its troops …"."""
    alone = unit.after - unit.first == 1 and sentence.is_(unit.first, "auxiliary")
    near = range(unit.after, min(unit.after + 2, len(sentence.tokens)))
    said = ("participle" in sentence.tokens[k].features and sentence.is_(k + 1, "that") for k in near)
    return alone and any(said)


def _are_troops(sentence: Sentence, k: int) -> bool:
    """Soldiers, or arms that are counted; civilians are none."""
    unit = sentence.unit_at[k]
    if unit is None or ("civilians" in unit.names or _are_anybody(sentence, k)):
        return False
    return bool(unit.value("unit") == "troops")


def _are_anybody(sentence: Sentence, k: int) -> bool:
    """Whether people are no side's: "300 people are left in X"."""
    return "people" in sentence.frames.types_of(sentence.tokens[k]) and not sentence.is_(k, "forces")


def _are_counted(sentence: Sentence, k: int) -> bool:
    """Other words for troops count where a figure stands right before them: "300 infantrymen"."""
    if k == 0 or not sentence.is_(k, "forces"):
        return False
    at = k - 1 - (sentence.cased and k > 1 and "adjective" in sentence.tokens[k - 1].features)  # "40 NORTHERN soldiers"
    figure = sentence.unit_at[at]
    several = bool(figure is not None and (figure.value("number") or 0) > 1)
    return bool(sentence.tokens[at].is_number or several or sentence.is_(at, "multiplier"))


def _is_loss(sentence: Sentence, k: int) -> bool:
    """Whether a noun for losses stands here."""
    unit = sentence.unit_at[k]
    nouns = events_of(unit) if unit is not None and unit.first == k else ()
    return any(event.cue.kind is Kind.LOSS and event.form == "noun" for event in nouns)


def _are_lost(sentence: Sentence, k: int) -> bool:
    """Whether a participle of loss stands here."""
    unit = sentence.unit_at[k] if k < len(sentence.tokens) else None
    participle = unit is not None and "participle" in sentence.tokens[k].features
    return unit is not None and participle and any(event.cue.kind is Kind.LOSS for event in events_of(unit))


def _figure_follows(sentence: Sentence, start: int) -> bool:
    """Whether a noun's clause tells how many: "losses there, by its count, are over 900"."""
    after = next((k for k in range(start, len(sentence.tokens)) if sentence.sign(k) in {";", ":"}), None)
    rest = range(start, len(sentence.tokens) if after is None else after)
    return any(sentence.tokens[k].is_number or sentence.is_(k, "multiplier") for k in rest)


def _lost_before(sentence: Sentence) -> tuple[str, ...]:
    """What may stand before a passive as what is lost: "400 men HAD BEEN LOST"."""
    return ("defender_noun",) if sentence.cased else ("defender_noun", "forces", "unit")


def loses_ground(sentence: Sentence, unit: Unit) -> bool:
    """Whether a share or an area is what is lost: "lost 86 % OF THE GROUND"."""
    k = unit.after
    while k < len(sentence.tokens) and (sentence.tokens[k].is_number or sentence.lowers[k] in sentence.frames.vague):
        k += 1
    share = sentence.cased and sentence.measures(k, k + 1, "percent", "km2")
    return share and any(
        (j in sentence.places and not sentence.is_(j - 1, "locative"))
        or sentence.is_(j, "region", "district", "settlement")
        for j in tokens_within(sentence, k, k + _SHARE)
    )


def amount_or_people(reading: Reading) -> bool:
    sentence, unit = reading.cue.sentence, reading.cue.unit
    head = sentence.tokens[unit.first].features
    if not reading.passive and "participle" in head and sentence.is_(unit.first - 1, "event", "locative", "possessive"):
        return False  # "to restore lost positions"
    counted = (sentence.tokens[k] for k in range(unit.first, unit.after))
    inside = sentence.cased and any(token.is_number or "numeral" in token.features for token in counted)
    return (
        inside
        or (sentence.cased and _is_loss(sentence, unit.first) and _figure_follows(sentence, unit.after))
        or (not loses_ground(sentence, unit) and any_near(sentence, unit.after, unit.after + 8, *_LOST))
        or (reading.passive and any_near(sentence, unit.first - 8, unit.first, *_lost_before(sentence)))
    )
