"""Whom a sentence speaks of: the sides in it, as nouns, adjectives, pronouns and groups."""

from dataclasses import dataclass, replace
from typing import Literal

from salient.extract.draft import PARTS, Ref, Whose
from salient.extract.words.sentence import Sentence
from salient.text.tokens import CASES, Token

Role = Literal["noun", "adjective", "pronoun", "possessive", "unsided"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Tokens `first:after` stand for a side. `ref` is None where only the text before can tell."""

    first: int
    after: int
    ref: Ref | None
    role: Role
    governed: bool
    """Whether a preposition stands before it: then it is no subject."""
    cases: frozenset[str] = frozenset()
    """The cases that its words may stand in; empty where endings do not tell."""
    partner: Ref | None = None
    """The other side where both are named as one: "Northern and Southern forces"."""

    def may_be(self, case: str) -> bool:
        return not self.cases or case in self.cases


_KINDS = frozenset({"unit", "arms", "arms_kind"})
"""Classes of words that tell what kind of unit it is where they are written large: "90th Tank Division"."""
_QUANTITIES = ("number", "multiplier", "unit", "forces", "part_of_town", "determiner")
"""Classes of words that tell how many, or which part, of a side it is."""
_WIDEST_NAME = 12
"""Tokens after forces in which the side they belong to is named."""
_ACTORS = frozenset({"own", "enemy", "possessive", "pronoun", "determiner", "forces", *PARTS})


def find_actors(sentence: Sentence) -> list[Actor]:
    """In the order of the text. "Northern troops" is a noun; "Northern attacks" is an adjective."""
    found: list[Actor] = []
    after = 0
    for i, names in enumerate(sentence.names_at[: len(sentence.tokens)]):
        inside = i in sentence.inner_people
        if i < after or (names.isdisjoint(_ACTORS) and i not in sentence.sides and not inside):
            continue
        if "pronoun" in names and _is_put_in(sentence, i):
            continue
        actor = _inside_phrase(sentence, i) if inside and i not in sentence.sides else _actor_at(sentence, i)
        if actor is not None:
            found.append(_with_cases(sentence, actor) if sentence.cased else actor)
            after = actor.after
    return found


def _actor_at(sentence: Sentence, i: int) -> Actor | None:
    if i in sentence.sides:
        return _sided(sentence, i)
    if sentence.is_(i, "own") and not _is_initials(sentence.tokens[i]):  # "the US envoy" is none of us
        unit = sentence.unit_at[i]
        after = unit.after if unit else i + 1
        end = _forces_end(sentence, after) or _plain_noun_end(sentence, after)
        subject = sentence.is_(i, "own_subject") or (sentence.cased and not _is_noun(sentence, i + 1))
        return Actor(i, end or after, Whose.SPEAKER, "noun" if end or subject else "possessive", _governed(sentence, i))
    if (part := _by_part(sentence, i)) is not None:
        return part
    if sentence.is_(i, "enemy") and not sentence.is_(i, "conjunction"):
        unit = sentence.unit_at[i]
        after = unit.after if unit else i + 1
        end = _forces_end(sentence, after)
        return Actor(i, end or after, Whose.OPPONENT, "noun", _governed(sentence, i))
    if sentence.is_(i, "possessive"):
        if _is_what_they_do_it_to(sentence, i):
            return None
        end = _forces_end(sentence, i + 1) or _plain_noun_end(sentence, i + 1)
        return Actor(i, end or i + 1, None, "noun" if end else "possessive", _governed(sentence, i))
    if sentence.is_(i, "pronoun"):
        unit = sentence.unit_at[i]
        return Actor(i, unit.after if unit else i + 1, None, "pronoun", _governed(sentence, i))
    if sentence.is_(i, "determiner") and sentence.is_(i + 1, "forces") and sentence.is_(i, "article"):
        if i + 1 in sentence.sides:
            return None  # "the DEFENCE FORCES", whom the theatre knows
        unit = sentence.unit_at[i + 1]
        after = unit.after if unit else i + 2
        whole = None if sentence.cased else _of_a_side(sentence, after)
        if whole is not None:
            return Actor(i, whole.after, whole.ref, "noun", _governed(sentence, i))
        return Actor(i, after, None, "pronoun", _governed(sentence, i))
    if sentence.is_(i, "forces") and not sentence.is_(i, "arms"):
        unit = sentence.unit_at[i]
        after = unit.after if unit else i + 1
        whole = _of_a_side(sentence, after)
        if whole is not None:
            return Actor(i, whole.after, whole.ref, "noun", _governed(sentence, i))
        owner = _whose(sentence, i)
        return Actor(i, after, owner, "unsided" if owner is None else "noun", _governed(sentence, i))
    return None


def _is_put_in(sentence: Sentence, i: int) -> bool:
    """Whether a pronoun only speaks between commas: "on the flanks, SHE ADDED, the troops go forward"."""
    between = sentence.sign(i - 1) == "," == sentence.sign(i + 2)
    return between and not sentence.cased and sentence.is_(i + 1, "speech")


def _is_what_they_do_it_to(sentence: Sentence, i: int) -> bool:
    """Whether a pronoun that may be a possessive stands before whoever does something to it: "it THE ENEMY does not
    control", "them THE NORTHERNERS storm daily"."""
    named = i + 1 in sentence.sides and not sentence.sides[i + 1][1].adjective
    doer = named or (sentence.is_(i + 1, "enemy") and "noun" in sentence.tokens[i + 1].features)
    return sentence.cased and doer and sentence.is_(i, "them") and "nom" in sentence.tokens[i + 1].features


def _inside_phrase(sentence: Sentence, i: int) -> Actor | None:
    """Whoever stands in the gap of a phrase: "drove THE ENEMY out of", "pushed OUR SOLDIERS back"."""
    end = i + 1
    while end in sentence.inner_people:
        end += 1
    ref = sentence.parties.get(i)
    if ref is Whose.SPEAKER and end == i + 1:
        return None  # "hold our positions in"
    return Actor(i, end, ref, "unsided" if ref is None else "noun", governed=False)


def _sided(sentence: Sentence, i: int) -> Actor:
    """Whoever the name or adjective of a side stands for."""
    after, word = sentence.sides[i]
    possessive = sentence.sign(after) == "'s"
    end = _forces_end(sentence, after + possessive)
    if end is not None and any(
        k in sentence.sides and sentence.sides[k][1].side != word.side for k in range(after, end)
    ):
        end = None  # "under the blows of the Northerners SOUTHERN TROOPS withdrew"
    while after in sentence.inner_people:
        after = end = after + 1  # "attempts by NORTHERN TROOPS to"
    if end is not None:
        return Actor(i, end, word.side, "noun", _governed(sentence, i))
    if (sentence.sign(after) == "-" or sentence.is_(after, "link")) and after + 1 in sentence.sides and word.adjective:
        if (both := _both(sentence, i, after + 1)) is not None:
            return both
        return Actor(i, after, word.side, "adjective", _governed(sentence, i))
    if (word.adjective or possessive) and (end := _plain_noun_end(sentence, after + possessive)) is not None:
        return Actor(i, end, word.side, "noun", _governed(sentence, i))
    describes = word.adjective or possessive or sentence.sign(after) == "-"  # "the CAPITAL-appointed mayor"
    describes &= not _is_one_of_them(sentence, i, after)
    role: Role = "adjective" if describes else "noun"
    return Actor(i, after + possessive, word.side, role, _governed(sentence, i))


def _is_one_of_them(sentence: Sentence, i: int, after: int) -> bool:
    """Whether the adjective of a side stands for one of its men: "there was no NORTHERNER in X", "one NORTHERNER"."""
    counted = sentence.is_(i - 1, "article", "negation", "no", "number") or sentence.tokens[i - 1].is_number
    counted &= not (sentence.is_(i - 1, "number") and sentence.some(i - 3, i - 1, "negation"))
    return not sentence.cased and i > 0 and counted and sentence.is_(after, "locative", "be", "auxiliary", "relative")


def _by_part(sentence: Sentence, i: int) -> Actor | None:
    """Whoever is called by the part that he plays: "the attackers", "its garrison"."""
    k = i
    if not sentence.cased and sentence.is_(i, "that") and sentence.is_(i + 1, "article", "possessive"):
        return None  # "says THAT the attackers": they begin behind it
    while sentence.is_(k, "determiner", "possessive") and not sentence.is_(k, *PARTS):
        k += 1
    unit = sentence.unit_at[k] if k < len(sentence.tokens) else None
    part = next((name for name in PARTS if unit is not None and name in unit.names), None)
    if unit is None or part is None:
        return None
    end = _forces_end(sentence, unit.first) or unit.after
    return Actor(i, end, PARTS[part], "noun", _governed(sentence, i))


def _both(sentence: Sentence, first: int, second: int) -> Actor | None:
    """Forces of two sides told as one: "Northern and Southern troops"."""
    after, other = sentence.sides[second]
    end = _forces_end(sentence, after)
    one = sentence.sides[first][1].side
    if end is None or other.side == one or not sentence.is_(second - 1, "link"):
        return None
    return Actor(first, end, other.side, "noun", _governed(sentence, first), partner=one)


def _of_a_side(sentence: Sentence, start: int) -> Actor | None:
    """The side that forces belong to: "elements of the Northern 37th Brigade"."""
    if sentence.cased:
        return _in_genitive(sentence, start)
    if not sentence.is_(start, "of"):
        return None
    first = start + 1
    while sentence.is_(first, "determiner") and first not in sentence.sides:
        first += 1
    return _actor_at(sentence, first) if first in sentence.sides else None


def _whose(sentence: Sentence, i: int) -> Ref | None:
    """The side named right before "whose" forces: "the North, WHOSE TROOPS hold X"."""
    if sentence.cased or not sentence.is_which(i - 1):
        return None
    end = i - 1 - (sentence.sign(i - 2) == ",")
    return next((word.side for after, word in sentence.sides.values() if after == end and not word.adjective), None)


def _in_genitive(sentence: Sentence, start: int) -> Actor | None:
    """The side, or the enemy, named after forces in the genitive, past numbers and kinds of units."""
    for i in range(start, min(start + _WIDEST_NAME, len(sentence.tokens))):
        if i in sentence.sides or sentence.is_(i, "enemy"):
            return _actor_at(sentence, i)
        token = sentence.tokens[i]
        if sentence.is_(i, "link") and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].is_number:
            continue  # "of the 72nd and the 127th brigades"
        passed = token.is_number or token.text in '-«»"' or _is_initials(token)
        passed |= sentence.is_(i, "forces") or token.features == {"adjective"}
        passed |= sentence.sign(i - 1) == "-" and sentence.touches(i)
        genitive = "gen" in token.features and "verb" not in token.features and i not in sentence.places
        if not (passed or genitive) or sentence.is_(i, "locative", "conjunction", "link"):
            return None
    return None


def _is_initials(token: Token) -> bool:
    """Whether an abbreviation stands there, which shows no case."""
    return token.text.isupper() and len(token.text) > 1 and token.features.isdisjoint(CASES)


def _is_noun(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tokens) and bool(sentence.tokens[i].features & {"noun", "adjective"})


def _with_cases(sentence: Sentence, actor: Actor) -> Actor:
    cases = _cases(sentence, actor)
    if "gen" in cases and is_counted(sentence, actor.first):
        figure = _figure_before(sentence, actor.first)
        number = sentence.tokens[figure].features & CASES
        vague = figure > 0 and sentence.lowers[figure - 1] in sentence.frames.vague  # "some two hundred"
        cases |= {"nom", "acc"} if vague or not number or "nom" in number else {"acc"}
    return replace(actor, cases=cases, governed=actor.governed and cases != {"nom"})


def _figure_before(sentence: Sentence, i: int) -> int:
    """Where the figure begins that stands right before a noun: "15 thousand soldiers"."""
    k = i - 1
    while k > 0 and (sentence.tokens[k - 1].is_number or sentence.is_(k - 1, "number", "multiplier")):
        k -= 1
    return k


def is_counted(sentence: Sentence, i: int) -> bool:
    """Whether a number or a share stands before a noun, so that its genitive may be a subject: "two officers said",
    "most Northerners have left"."""
    if not 0 < i <= len(sentence.tokens):
        return False
    before = sentence.tokens[i - 1]
    shared = "nom" in before.features and "share" in sentence.frames.types_of(before)
    return before.is_number or sentence.is_(i - 1, "number", "multiplier") or shared


def is_numbered(sentence: Sentence, i: int) -> bool:
    """Whether a number tells which unit of troops does it: "the 110th mechanised BRIGADE"."""
    k = i - 1
    while k >= 0 and not sentence.tokens[k].is_number:
        if not ("adjective" in sentence.tokens[k].features or (k and sentence.touches(k))):
            return False
        k -= 1
    return k >= 0 and sentence.sign(k + 1) == "-" and "nom" in sentence.tokens[i].features


def _cases(sentence: Sentence, actor: Actor) -> frozenset[str]:
    """The cases that the words of a phrase up to its first noun have in common; an abbreviation may be any."""
    common: frozenset[str] | None = None
    if sentence.is_(actor.first, "forces") and _is_initials(sentence.tokens[actor.first]):
        return frozenset()
    for k in range(actor.first, actor.after):
        token = sentence.tokens[k]
        cases = token.features & CASES
        if cases:
            common = cases if common is None else (common & cases or common)
        if "noun" in token.features and not sentence.is_(k, "possessive"):
            break
    return common or frozenset()


def _forces_end(sentence: Sentence, start: int) -> int | None:
    """The end of the noun phrase of forces that begins here: "[armed] forces", "37th Motorized Rifle Brigade"."""
    end, i = None, start
    while i < len(sentence.tokens) and i - start < 7:
        unit = sentence.unit_at[i]
        if unit is not None and unit.names & {"forces", "enemy"}:
            end = i = unit.after
            continue
        token = sentence.tokens[i]
        if end is None and not token.features and sentence.is_(i, "event") and sentence.is_(i + 1, "forces"):
            i += 1  # "a Northern ASSAULT regiment"
            continue
        blocked = unit is not None and unit.names & {
            "locative",
            "conjunction",
            "be",
            "auxiliary",
            "speech",
            "event",
            "modal",
            "light",
            "relative",
            "by",
            "negation",
            "unit",
        }
        light_adjective = unit is not None and not unit.names - {"bearing", "adverb", "official", "defender_noun"}
        if (
            end is not None
            or (blocked and not (token.capitalised and unit is not None and unit.names <= _KINDS))
            or not (token.is_word or token.is_number)
            or (unit is not None and not light_adjective and not token.capitalised)
        ):
            break
        i += 1
    return end


def _is_known_verb(sentence: Sentence, i: int) -> bool:
    """Whether a word of no table but that of frames stands as a finite verb: "Northern groups WALKED into X"."""
    return i in sentence.predicates and "past" in sentence.tokens[i].features and i not in sentence.places


def _plain_noun_end(sentence: Sentence, start: int) -> int | None:
    """The end of "infiltrators", "glide bombs" after a side, where a verb follows at once."""
    i = start
    while i < len(sentence.tokens) and i - start < 4 and _plain_word(sentence, i) and not _is_known_verb(sentence, i):
        i += 1
    arms = next((k for k in range(start, min(start + 9, len(sentence.tokens))) if sentence.is_(k, "arms")), None)
    if arms is not None and not sentence.some(start, arms, "event", "locative", "conjunction"):
        i = arms + 1
    unit = sentence.unit_at[i] if i < len(sentence.tokens) else None
    if i > start and _is_known_verb(sentence, i):
        return i
    if i == start or unit is None or i in sentence.places:
        return None
    verb = "event" in unit.names and sentence.tokens[i].features & {"past", "present"}
    helps = {"auxiliary", "be", "modal", "adverb", "attempt", "negation"}
    return i if verb or unit.names & helps else None


def _plain_word(sentence: Sentence, i: int) -> bool:
    unit = sentence.unit_at[i]
    free = unit is None or unit.names <= {"arms", "unit", "asset", "bearing", "official", "defender_noun", "anonymous"}
    return free and (sentence.tokens[i].is_word or sentence.sign(i) == "-") and i not in sentence.places


def _governed(sentence: Sentence, i: int) -> bool:
    before = i - 1
    opens = sentence.is_(i, "article", "pronoun")
    while before >= 0 and (
        sentence.is_(before, "determiner", "adverb") or (not sentence.cased and _is_quarter(sentence, before))
    ):
        if opens and not sentence.cased and _is_quarter(sentence, before):
            return False  # "to the south THE NORTHERNERS hold X"
        opens |= sentence.is_(before, "article")
        before -= 1
    if counted_part(sentence, before):
        return _governed(sentence, before - 1)
    if sentence.cased and _ends_an_event(sentence, before):
        return True
    return sentence.is_(before, "locative", "by") and sentence.sign(before) not in {"-"}


def _ends_an_event(sentence: Sentence, k: int) -> bool:
    """Whether a preposition belongs to a verb of an event before it: "lost UP TO a company"."""
    unit = sentence.unit_at[k] if k >= 0 else None
    if unit is None or unit.first == k or "event" not in unit.names:
        return False
    return "noun" not in sentence.tokens[unit.first].features and sentence.lowers[k] in sentence.frames.roles


def _is_quarter(sentence: Sentence, k: int) -> bool:
    """Whether a point of the compass says which part of a country it is: "in EASTERN Northland"."""
    return sentence.is_(k, "bearing") and not sentence.is_(k, "locative", "of")


def counted_part(sentence: Sentence, i: int) -> bool:
    """Whether an "of" here only joins a side to how many of it: "thousands OF Northern soldiers", "most OF them"."""
    return sentence.is_(i, "of") and sentence.is_(i - 1, *_QUANTITIES)


def resolve(actor: Actor | None, subject: Ref | None) -> Ref | None:
    """The side of an actor; a pronoun takes what was spoken of before."""
    if actor is None or actor.role == "unsided":
        return None
    return subject if actor.ref is None else actor.ref
