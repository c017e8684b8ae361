"""In what form words are an event: a verb of their own, not an attribute, a helper or a heading's noun."""

from salient.domain.kind import Kind, Status
from salient.extract.events.needs_of_place import may_describe
from salient.extract.events.needs_of_things import is_made
from salient.extract.headings import is_of_a_name
from salient.extract.parties.roles import slot_side
from salient.extract.words.entries import Event
from salient.extract.words.forms import goes_with_forces, head_of, is_verbal, is_verbal_noun
from salient.extract.words.own_clause import clause_of
from salient.extract.words.scene import Scene
from salient.extract.words.sentence import Sentence, Unit, events_of
from salient.text.tokens import CASES

_NOUNS = frozenset({"asset", "unit", "forces", "civilians", "anonymous", "defender_noun", "settlement", "arms"})
"""Classes of nouns that a participle before them may describe."""


_DOERS = frozenset({"attacker", "defender"})
"""Who is called by what he does there, though the same word is a verb's participle."""


def may_be_cue(scene: Scene, unit: Unit) -> bool:
    """Whether a unit of an event or a light verb stands in a form in which the tables know it as such."""
    sentence = scene.sentence
    if not sentence.cased and "idioms" in unit.names:
        return False  # "flights from X", of aircraft
    if unit.after - unit.first == 1 and "light" not in unit.names and is_of_a_name(sentence, unit.first):
        return False
    if sentence.cased and unit.names & _DOERS and not _does_it_there(sentence, unit):
        return False  # "THE DEFENDING beat off three attacks"
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
    if not scene.assets:  # "an axis running through X"
        said = [event for event in said if event.cue.kind is not Kind.ASSET]
    return any(form_fits(sentence, unit, event) for event in said)


def _does_it_there(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle tells where somebody does it, or of whom: "ATTACKING X", "the ADVANCING Northerners"."""
    k = unit.after
    return k in sentence.places or k in sentence.sides or sentence.is_(k, "locative", "forces", "enemy")


def form_fits(sentence: Sentence, unit: Unit, event: Event) -> bool:
    if event.form == "phrase":
        return event.cue.needs != "described" or may_describe(sentence, unit)
    if "auxiliary" in unit.names and _helps(sentence, unit):
        return False
    if "asset" in unit.names and event.cue.kind is not Kind.ASSET:
        return False
    verbal = is_verbal(sentence, unit)
    if event.cue.needs == "made" and not is_made(sentence, unit.first):
        return False
    if event.form == "noun" and _is_called_after(sentence, unit):
        return False
    if event.form == "verb":
        return verbal and not _is_bare_noun(sentence, unit) and not _describes(sentence, unit, event)
    inflected = sentence.tokens[head_of(sentence, unit)].features & {"past", "participle"}
    described = unit.after - unit.first > 1 and not verbal  # "a forced evacuation"
    return (described or not inflected) and (not verbal or is_verbal_noun(sentence, unit))


def _is_called_after(sentence: Sentence, unit: Unit) -> bool:
    """Whether a noun for a stretch of the front only ends its name: "what comes next on the X bridgehead"."""
    if (
        not sentence.cased
        or sentence.places.get(unit.first - 1) != unit.first
        or not sentence.is_(unit.first, "direction")
    ):
        return False
    name, noun = (sentence.tokens[k].features & CASES for k in (unit.first - 1, unit.first))
    return "adjective" in sentence.tokens[unit.first - 1].features or not name.isdisjoint(noun)


def _is_bare_noun(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word that may be a verb is a noun by what follows: "CONTROL of X is essential"."""
    bare = unit.after - unit.first == 1 and not sentence.tokens[unit.first].features
    return bare and sentence.is_(unit.after, "of")


def _describes(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """ "Retreating Northern troops", "the last operating reactor": what they are, not what is told of them."""
    gerund = "gerund" in sentence.tokens[unit.first].features and unit.after - unit.first == 1
    helped = sentence.is_(unit.first - 1, "be", "auxiliary", "adverb", "negation")
    if sentence.cased:
        moved = event.cue.kind in (Kind.WITHDRAWAL, Kind.ADVANCE) or event.cue.needs == "equipment"
        return (moved and _agrees_with_next(sentence, unit)) or (
            event.cue.kind is Kind.CONTROL and _is_attribute(sentence, unit)
        )
    if not gerund and event.cue.kind in (Kind.WITHDRAWAL, Kind.LOSS) and _is_adjective(sentence, unit):
        return True
    if not gerund and not _are_burnt_out(sentence, unit, event) and _is_inside_phrase(sentence, unit):
        return True
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


def _are_burnt_out(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """Whether a participle tells what has become of somebody's vehicles: "columns of DESTROYED Northern tanks"."""
    return event.cue.needs == "equipment" and unit.after in sentence.sides


def _is_adjective(sentence: Sentence, unit: Unit) -> bool:
    """Whether a past participle only describes the noun after it: "between ABANDONED houses", "the WOUNDED man"."""
    if "participle" not in sentence.tokens[unit.first].features or unit.after - unit.first > 2:
        return False
    led = sentence.is_(unit.first - 1, "locative", "determiner", "possessive", "link", "conjunction", "number")
    led |= sentence.is_(unit.first - 2, "article") and sentence.only_describes(unit.first - 1)  # "the entire LEFT bank"
    after = unit.first + 1
    if not led or after >= len(sentence.tokens) or after in sentence.places or after in sentence.sides:
        return False
    noun = after < unit.after and sentence.lowers[after] not in sentence.frames.roles
    plain = (noun or sentence.names_at[after] <= _NOUNS) and not sentence.is_adverb(after)
    return plain and sentence.tokens[after].is_word and not sentence.tokens[after].features & {"past", "participle"}


def _is_inside_phrase(sentence: Sentence, unit: Unit) -> bool:
    """Whether a past participle stands where only a noun phrase can go on, behind a preposition or as another verb's
    object: "along OCCUPIED roads", "regain recently LOST ground"."""
    k, first = unit.first - 1, unit.first
    token = sentence.tokens[first]
    if unit.after - first > 1 or "participle" not in token.features:
        return False
    while k >= 0 and sentence.is_adverb(k):
        k -= 1
    bare = sentence.is_(k, "to") and token.lower in token.forms[1:]  # "to cut"
    governed = k >= 0 and sentence.lowers[k] in sentence.frames.roles and not bare
    verb = sentence.unit_at[k] if k >= 0 else None
    told = verb is not None and "event" in verb.names and "auxiliary" not in verb.names and is_verbal(sentence, verb)
    sure = told and verb is not None and all(own.form == "verb" for own in events_of(verb))
    infinitive = (
        sentence.sign(k - 1) in sentence.to_words
        and not sentence.is_(k, "auxiliary", "be")
        and k not in sentence.places
    )
    follows = unit.after < len(sentence.tokens) and sentence.tokens[unit.after].is_word
    noun = follows and not sentence.is_(unit.after, "locative", "conjunction", "determiner", "by", "to", "pronoun")
    return noun and (governed or sure or infinitive) and not sentence.is_adverb(unit.after)


def _is_attribute(sentence: Sentence, unit: Unit) -> bool:
    """Whether a declined participle only describes the noun after it: "the last village taken by the North"."""
    cases = sentence.tokens[head_of(sentence, unit)].features & CASES
    if "participle" not in sentence.tokens[head_of(sentence, unit)].features or not cases or "ins" in cases:
        return False
    reach = range(unit.after, unit.after + 4)
    end = next((k for k in reach if sentence.sign(k) in {",", ";", ":"}), unit.after + 4)  # "X is freed, in the TOWN …"
    return sentence.some(unit.after, end, "settlement", "district", "region", "part_of_town")


def _agrees_with_next(sentence: Sentence, unit: Unit) -> bool:
    """Whether a declined participle stands right before its noun: "the LANDED saboteurs", "their HELD positions"."""
    head = head_of(sentence, unit)
    features, follow = sentence.tokens[head].features, sentence.tokens[head + 1 : head + 2]
    declined = "participle" in features and not features.isdisjoint(CASES)
    return declined and any("noun" in t.features and not CASES.isdisjoint(t.features & features) for t in follow)


def _helps(sentence: Sentence, unit: Unit) -> bool:
    """Whether "have" only helps a participle after it: "have all stopped"."""
    k = unit.after
    while k < len(sentence.tokens) and sentence.is_(k, "adverb", "negation", "all_of"):
        k += 1
    return k < len(sentence.tokens) and ("participle" in sentence.tokens[k].features or sentence.is_(k, "be"))


def is_under_way(sentence: Sentence, unit: Unit) -> bool:
    """ "are clearing", "being cleared": it is under way, not done; "WITH THE SOUTH CLEARING X" leaves that open."""
    if "speech" in unit.names and not sentence.cased:
        return False  # "is already DECLARING the town taken"
    head = head_of(sentence, unit)
    before = head - 1
    while before >= 0 and sentence.is_(before, "adverb"):
        before -= 1
    if "gerund" in sentence.tokens[head].features:
        return sentence.is_(before, "be") or (
            sentence.is_(before, "forces") and not goes_with_forces(sentence, before + 1)
        )
    return before >= 0 and "be" in sentence.tokens[before].forms and "gerund" in sentence.tokens[before].features


def is_still_done(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """Whether somebody does it in the present, where a language has verbs for that: "they are taking X"; not "X falls
    to them"."""
    acts = sentence.cased and event.form == "verb" and event.cue.actor == "subject"
    present = "present" in sentence.tokens[head_of(sentence, unit)].features
    return acts and present and not is_state(sentence, unit)


def is_cutting(sentence: Sentence, unit: Unit, event: Event) -> bool:
    """Whether a road is being cut, and not cut yet: a present tense where a language has one for it."""
    if not sentence.cased or event.cue.status is not Status.PARTIAL or event.form != "verb":
        return False
    roads = range(unit.first, min(unit.after + 4, len(sentence.tokens)))
    present = "present" in sentence.tokens[head_of(sentence, unit)].features
    return present and any(not sentence.way_words.isdisjoint(sentence.tokens[k].forms) for k in roads)


def is_state(sentence: Sentence, unit: Unit) -> bool:
    features = sentence.tokens[unit.first].features
    if "participle" in features:
        return ("ins" in features and _is_regarded(sentence, unit.first)) or _only_stands_so(sentence, unit)
    return "state_if_present" in unit.names and "past" not in features


def _only_stands_so(sentence: Sentence, unit: Unit) -> bool:
    """Whether a participle tells how a place is, and not what was done to it by somebody or on a day: "X and Y are
    OCCUPIED"; not "occupied by the North", "occupied since May", "not occupied"."""
    if not sentence.cased or "state_if_present" not in unit.names:
        return False
    if stands_before_its_place(sentence, unit):
        return True
    if "nom" not in sentence.tokens[unit.first].features:
        return False
    first, after = clause_of(sentence, unit.first)
    dated = sentence.some(first, after, "day", "month", "weekday", "time_unit", "since")
    done = any(unit.after <= k < after and "ins" in sentence.tokens[k].features for k in sentence.sides)
    return not (dated or done or sentence.some(first, unit.first, "negation"))


def stands_before_its_place(sentence: Sentence, unit: Unit) -> bool:
    """Whether a declined participle only tells whose a place is where something else happens: "in OCCUPIED X", "in X's
    OCCUPIED neighbour Y", "from Y, OCCUPIED BY THE NORTH"."""
    cases = sentence.tokens[unit.first].features & CASES
    k = unit.after
    while k < len(sentence.tokens) and (
        sentence.is_adverb(k) or sentence.is_(k, "settlement") or _is_by_whom(sentence, k)
    ):
        k += 1
    return k in sentence.places and bool(cases & sentence.tokens[k].features) and not cases <= {"nom", "ins"}


def _is_by_whom(sentence: Sentence, k: int) -> bool:
    """Whether a side, or the enemy, stands in the instrumental: "occupied BY THE NORTH"."""
    return (k in sentence.sides or sentence.is_(k, "enemy", "forces")) and "ins" in sentence.tokens[k].features


def _is_regarded(sentence: Sentence, participle: int) -> bool:
    """Whether a participle in the instrumental only tells how something stands: "they consider X TAKEN"."""
    first, after = clause_of(sentence, participle)
    return sentence.cased and sentence.some(first, after, "regarding")
