"""Who does it and to whom where endings tell, in whatever order the words stand."""

from salient.domain.kind import Kind
from salient.extract.parties.actors import Actor, is_counted
from salient.extract.places.place_lists import inside_list
from salient.extract.words.entries import Light
from salient.extract.words.forms import head_of, is_verbal
from salient.extract.words.own_clause import clause_of, describes, is_beside_a_figure, rest_of_clause
from salient.extract.words.scene import Cue, Scene
from salient.extract.words.sentence import Sentence, Unit, events_of
from salient.text.tokens import CASES

_NEAR = 6
_OPENING = 2
"""Tokens before a noun that a sentence opens with."""
_BY_THEMSELVES = (Kind.WITHDRAWAL, Kind.CONTROL)
"""Kinds that the subject of the sentence they open does himself."""
_WIDE = 12
_STOPS = frozenset({",", ";", ":"})


def subject_of(cue: Cue, form: str, passive: bool) -> Actor | None:
    """Whoever acts: nominative with a verb, instrumental with a passive one, genitive after a noun."""
    if form == "noun":
        unit = cue.unit
        return _instrumental(cue, unit.after, unit.after + _NEAR) or beside(cue.scene, unit) or _led_in(cue)
    if passive:
        return _instrumental(cue, cue.left, cue.unit.after + _WIDE) or _by_whose_attack(cue)
    if (owner := _owner_inside(cue)) is not None:
        return owner
    if (dative := _let_or_told(cue)) is not None:
        return dative
    if (inner := _doer_inside(cue)) is not None:
        return inner
    if (owner := _owner_behind(cue)) is not None:
        return owner
    free = [a for a in _free(cue) if a.may_be("nom") and a.role in ("noun", "pronoun", "unsided") and _fits(cue, a)]
    before = [a for a in free if a.after <= cue.unit.first and _joined(cue.sentence, a.after, cue.unit.first)]
    before = [a for a in before if not _does_so_there(cue, a)]
    after = [a for a in free if a.first >= cue.unit.after and _right_after(cue.sentence, cue.unit.after, a.first)]
    sure = [a for a in before if not a.may_be("acc") or not a.cases]
    if sure or (before and all(a.may_be("acc") for a in after)):
        return (sure or before)[-1]
    surely_after = [a for a in after if a.first - cue.unit.after <= _NEAR]
    near = surely_after or before or _main_clause(cue)
    return near[0] if near else _instrumental(cue, cue.left, cue.unit.after + _NEAR)


def _does_so_there(cue: Cue, actor: Actor) -> bool:
    """Whether an actor does something else in a clause about a noun, closed before a finite verb: "X, WHICH THE NORTH
    TOOK in May, is held by the South"."""
    sentence = cue.sentence
    finite = not sentence.tokens[head_of(sentence, cue.unit)].features.isdisjoint({"past", "present", "future"})
    if not finite or not any(sentence.sign(k) == "," for k in range(actor.after, cue.unit.first)):
        return False
    opens = next((k + 1 for k in range(actor.first - 1, -1, -1) if sentence.sign(k) in _STOPS), 0)
    inside = range(opens, actor.first)
    return any(sentence.is_which(k) for k in inside)


def _fits(cue: Cue, actor: Actor) -> bool:
    """Whether a verb may have a subject by its number: not "the flood CUT OFF the Northern UNITS", told of one."""
    tokens = cue.sentence.tokens
    if is_counted(cue.sentence, actor.first):
        return True  # "in X IS some 300 Northern soldiers"
    inside = range(actor.first, actor.after)
    noun = next((k for k in inside if "noun" in tokens[k].features), actor.after - 1)
    many = any("of_many" in tokens[k].features for k in range(actor.first, noun + 1))  # not "a GROUP of Northern MEN"
    return not (many and "singular" in tokens[head_of(cue.sentence, cue.unit)].features)


def _led_in(cue: Cue) -> Actor | None:
    """Who has done what a sentence opens with: "after leaving X the army digs in"."""
    sentence, unit = cue.sentence, cue.unit
    own = any(event.cue.kind in _BY_THEMSELVES and event.cue.unnamed != "speaker" for event in events_of(unit))
    if not own or unit.first > _OPENING or not sentence.is_(unit.first - 1, "circumstance"):
        return None
    later = [a for a in cue.scene.actors if a.first > unit.after and a.role == "noun" and not a.governed]
    return next((a for a in later if a.may_be("nom")), None)


def _doer_inside(cue: Cue) -> Actor | None:
    """Who stands in the nominative in the gap of a phrase: "the roads to X THE NORTHERNERS have cut"."""
    last = cue.unit.after - 1
    if "verb" not in cue.sentence.tokens[last].features:
        return None
    return next(
        (a for a in cue.scene.actors if cue.unit.first < a.first and a.after == last and "nom" in a.cases), None
    )


def _owner_behind(cue: Cue) -> Actor | None:
    """Whose noun it is that a state ends with: "the next goal OF THE NORTH will be X"."""
    own = cue.sentence.tokens[cue.unit.first : cue.unit.after]
    noun = "noun" in own[-1].features and not any("verb" in token.features for token in own)
    return next((a for a in cue.scene.actors if noun and a.first == cue.unit.after and a.may_be("gen")), None)


def _owner_inside(cue: Cue) -> Actor | None:
    """Whose noun it is that a phrase begins with: "losses of the enemy amounted to"."""
    unit, sentence = cue.unit, cue.sentence
    if unit.after - unit.first < 2 or "verb" in sentence.tokens[unit.first].features:
        return None
    inside = (a for a in cue.scene.actors if unit.first < a.first < unit.after and a.may_be("gen"))
    return next((a for a in inside if "noun" in sentence.tokens[a.first - 1].features), None)


def _main_clause(cue: Cue) -> list[Actor]:
    """The subject of the clause that a verb without a form of its own depends on: "having taken X, the army …"."""
    forms = cue.sentence.tokens[cue.unit.first].features
    if forms & {"past", "present", "future", "infinitive", "participle", "noun"}:
        return []
    comma = next((k for k in range(cue.unit.after, len(cue.sentence.tokens)) if cue.sentence.sign(k) == ","), None)
    if comma is None:
        return []
    later = [a for a in cue.scene.actors if a.first > comma and a.role in ("noun", "pronoun", "unsided")]
    return [a for a in later if a.may_be("nom") and not a.governed and _right_after(cue.sentence, comma + 1, a.first)]


def _let_or_told(cue: Cue) -> Actor | None:
    """Whoever an infinitive is about in the dative, or whose attempt it is: "they do not let the army move", "the army
    did not manage to", "attempts of the army to"."""
    if not any("infinitive" in token.features for token in cue.sentence.tokens[cue.unit.first : cue.unit.after]):
        return None
    whose = [a for a in cue.scene.actors if a.after <= cue.unit.first and a.may_be("gen") and not a.governed]
    if whose and _is_meant(cue.sentence, whose[-1].first - 1):
        return whose[-1]
    surely = [a for a in _free(cue) if "dat" in a.cases and "nom" not in a.cases and a.role != "possessive"]
    before = [a for a in surely if a.after <= cue.unit.first and _right_after(cue.sentence, a.after, cue.unit.first)]
    rest = set(rest_of_clause(cue.sentence, cue.unit.after, _WIDE)) if surely else set()
    after = [a for a in surely if a.first in rest and _joined(cue.sentence, cue.unit.after, a.first)]
    return next(iter([*before[-1:], *after]), None)


def _is_meant(sentence: Sentence, k: int) -> bool:
    """Whether a noun says what somebody tries or means to do: "attempts OF …", "the aim OF …"."""
    aimed = k >= 0 and sentence.is_(k, "modal") and "noun" in sentence.tokens[k].features
    return aimed or sentence.is_(k, "attempt")


def object_of(cue: Cue, form: str, passive: bool) -> Actor | None:
    """Whoever it is done to: accusative with a verb, nominative with a passive one, genitive after a noun."""
    if form == "noun":
        return beside(cue.scene, cue.unit) or _threatened(cue)
    subject = subject_of(cue, form, passive)
    inside = [a for a in cue.scene.actors if cue.unit.first <= a.first < cue.unit.after and a != subject]
    if inside:
        return inside[0] if inside[0].role != "unsided" else _whose_troops(cue, inside[0]) or inside[0]
    free = [a for a in _free(cue) if a != subject and (a.role != "pronoun" or (passive and a.may_be("nom")))]
    agreeing = tuple(cue.sentence.tokens[head_of(cue.sentence, cue.unit)].features & CASES)
    said_of = ("nom",) if "ins" in agreeing else ()  # "the group turns out to be CUT OFF"
    wanted = ((*agreeing, *said_of) or ("nom", "acc")) if passive else ("acc", "gen", "dat")
    fitting = [a for a in free if any(a.may_be(case) for case in wanted) and _same_clause(cue, a)]
    if passive:
        end = cue.unit.after
        fitting = [
            a
            for a in fitting
            if a.first < end or not any(cue.sentence.sign(k) in {",", ";"} for k in range(end, a.first))
        ]
        if subjects := [a for a in fitting if a.after <= cue.unit.first and a.may_be("nom")]:
            return subjects[-1]
    after = [a for a in fitting if a.first >= cue.unit.after]
    return next(iter(after or fitting), None)


def _whose_troops(cue: Cue, troops: Actor) -> Actor | None:
    """Whose troops end the words of an event, told right behind them: "massed two brigades OF THE NORTH"."""
    sentence = cue.sentence
    for actor in cue.scene.actors:
        if actor.first >= cue.unit.after and actor.role == "noun" and actor.ref is not None and actor.may_be("gen"):
            between = range(troops.after, actor.first)
            return actor if all(_belongs(sentence, k) for k in between) else None
    return None


def _belongs(sentence: Sentence, k: int) -> bool:
    return "gen" in sentence.tokens[k].features and sentence.lowers[k] not in sentence.frames.roles


def _threatened(cue: Cue) -> Actor | None:
    """Whom a noun is said to threaten: "encirclement threatens THE GARRISON", in the dative."""
    first, after = clause_of(cue.sentence, cue.unit.first)
    if not cue.sentence.some(first, after, "risk"):
        return None
    inside = (a for a in cue.scene.actors if first <= a.first < after and not a.governed)
    return next((a for a in inside if "dat" in a.cases and "nom" not in a.cases), None)


def _same_clause(cue: Cue, actor: Actor) -> bool:
    """Whether no comma and no word of speech parts an actor before a verb from it, unless names of a list stand
    around the comma: "the Northern minister called X freed"."""
    between = range(actor.after, cue.unit.first)
    if cue.sentence.some(actor.after, cue.unit.first, "speech"):
        return False
    return not any(cue.sentence.sign(k) in _STOPS and not inside_list(cue.sentence, k) for k in between)


def beside(scene: Scene, unit: Unit) -> Actor | None:
    """The side of a noun: in a gap of its phrase, an adjective before it, a name or forces in the genitive after it."""
    sentence = scene.sentence
    for actor in scene.actors:
        if unit.first < actor.first < unit.after and actor.may_be("gen"):
            return actor
    for actor in reversed(scene.actors):
        if actor.after <= unit.first:
            between = range(actor.after, unit.first)
            adjective = (
                actor.role in ("adjective", "possessive") or "adjective" in sentence.tokens[actor.first].features
            )
            if adjective and len(between) <= 3 and _plain(sentence, between) and _agrees(sentence, actor, unit):
                return actor
            break
    for actor in scene.actors:
        if actor.first >= unit.after and not actor.governed and actor.may_be("gen"):
            between = range(unit.after, actor.first)
            return actor if len(between) <= 3 and _plain(sentence, between) else None
    return None


def _agrees(sentence: Sentence, actor: Actor, unit: Unit) -> bool:
    """Whether an adjective may describe a noun: not "NORTHERN analysts do not see the BREAKTHROUGH"."""
    cases = sentence.tokens[head_of(sentence, unit)].features & CASES
    return not cases or not actor.cases or actor.role != "adjective" or not cases.isdisjoint(actor.cases)


def light_after(sentence: Sentence, unit: Unit) -> tuple[Unit, Light] | None:
    """The light verb that follows its noun: "all attacks were repelled"."""
    for k in range(unit.after, min(unit.after + 10, len(sentence.tokens))):
        if sentence.sign(k) == "," and is_beside_a_figure(sentence, k):
            continue
        if sentence.sign(k) in {";", ",", ":"} or sentence.is_(k, "that"):
            return None
        other = sentence.unit_at[k]
        if other is None or other.first != k or not is_verbal(sentence, other):
            continue
        return (other, other.value("light")) if "light" in other.names else None
    return None


def _plain(sentence: Sentence, between: range) -> bool:
    return all(
        (sentence.tokens[k].is_word or sentence.tokens[k].is_number)
        and not sentence.is_(k, "locative", "conjunction", "event", "light", "speech", "relative")
        for k in between
    )


def _free(cue: Cue) -> list[Actor]:
    """The actors of the clause that no preposition governs, those of words of speech put in between aside."""
    end = cue.unit.after + _WIDE
    return [
        a
        for a in cue.scene.actors
        if cue.left <= a.first < end
        and not a.governed
        and not _is_owned(cue.sentence, a)
        and not _elsewhere(cue.sentence, a, cue.unit.first)
    ]


def _is_owned(sentence: Sentence, actor: Actor) -> bool:
    """Whether forces without a side only belong to a noun before them: "with the support of aircraft"."""
    k = actor.first - 1
    while k > 0 and (sentence.is_(k, "link") or (sentence.is_(k, "arms") and "gen" in sentence.tokens[k].features)):
        k -= 1
    features = sentence.tokens[k].features if k >= 0 else frozenset()
    return actor.role == "unsided" and "gen" in actor.cases and "noun" in features and "verb" not in features


def _elsewhere(sentence: Sentence, actor: Actor, cue: int) -> bool:
    """Whether an actor stands in a stretch between commas that only tells who says it, ", by the count of the
    Northern staff, ", or what else is told of what it describes: ", whose capture THE NORTH has announced, "."""
    if not sentence.has("speech", "relative"):
        return False
    first, after = actor.first, actor.after
    while first > 0 and sentence.sign(first - 1) not in _STOPS:
        first -= 1
    while after < len(sentence.tokens) and sentence.sign(after) not in _STOPS:
        after += 1
    if first <= cue < after:
        return False
    speaks = sentence.some(first, after, "speech") and not sentence.some(first, after, "event")
    return speaks or (after < cue and describes(sentence, first))


def _joined(sentence: Sentence, first: int, after: int) -> bool:
    """Whether no other clause begins between."""
    for k in range(first, after):
        if sentence.sign(k) in {";", ":", '"'} and (sentence.sign(k) != '"' or sentence.is_quote_edge(k)):
            return False
        if sentence.is_(k, "relative", "that") or (sentence.sign(k) == "," and sentence.is_(k + 1, "conjunction")):
            return False
    return True


def _right_after(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a subject behind its verb belongs to it: no comma opens another clause or words of speech between."""
    return _joined(sentence, first, after) and not any(sentence.sign(k) == "," for k in range(first, after))


def _instrumental(cue: Cue, first: int, after: int) -> Actor | None:
    for actor in cue.scene.actors:
        only = bool(actor.cases) and "ins" in actor.cases and "nom" not in actor.cases
        by = cue.sentence.is_(actor.first - 1, "by")
        bare = not actor.cases and actor.first == cue.unit.after and not actor.governed
        if _done_by(cue, actor):
            continue
        if first <= actor.first < after and (by or bare or (only and not actor.governed)):
            return actor
    return None


def _by_whose_attack(cue: Cue) -> Actor | None:
    """Whose attack has done it: "destroyed by a strike of the army"."""
    sentence, end = cue.sentence, cue.unit.after + _NEAR
    for actor in cue.scene.actors:
        attack = actor.first - 1
        named = cue.unit.after <= attack < end and sentence.is_(attack, "event") and actor.may_be("gen")
        if named and "ins" in sentence.tokens[attack].features:
            return actor
    return None


def _done_by(cue: Cue, actor: Actor) -> bool:
    """Whether an actor belongs to a participle before it that only describes: "the last town taken by the North"."""
    k = actor.first - 1
    inside = cue.unit.first <= k < cue.unit.after
    features = cue.sentence.tokens[k].features if k >= 0 and not inside else frozenset()
    return "participle" in features and not features.isdisjoint(CASES)
