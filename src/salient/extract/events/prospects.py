"""What is still to come: the words that put a content into the future, how far they reach, and whether they say no.

A prospect is opened by an auxiliary ("will", "may"), a matrix verb ("expect", "hope"), a noun ("aim", "danger") or a
predicate ("is likely", "cannot be ruled out"). Its clause is what it reaches over; what is told there as a fact of the
past is not. The negations of the clause and words like "unlikely" are counted: two of them say yes.
"""

from dataclasses import dataclass

from salient.domain.kind import Kind, Status
from salient.extract.events.infinitives import may_have
from salient.extract.words.clause_breaks import next_break
from salient.extract.words.clause_start import left_bound, turns_of
from salient.extract.words.forms import is_past
from salient.extract.words.own_clause import clause_of, is_finite, only_speaks
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence, Unit, events_of
from salient.text.tokens import CASES

PREDICTING = ("prospect", "predicate", "unforeseen")
"""Classes of words that foresee something; an auxiliary says no more than that something will be."""
MARKS = ("modal", *PREDICTING)
_TELLING = ("light", "event", "be", "auxiliary", "attempt", "determiner")
_COPULAS = ("be", "verb_of_presence", "come_true")
_BEFORE = 4
"""Tokens before a mark in which its negation stands."""
_REMARK = 12
"""Tokens of words of speech between an aim and what it is."""
_NAMED = 6
"""Tokens behind an aim within which the verb stands that says what it is."""
_STATES = (Kind.STRENGTH, Kind.LOSS)
"""What a noun tells as being so, also where the clause speaks of what will be: "aims at the town they HOLD"."""
_AUXILIARIES = ("be", "auxiliary", "adverb", "negation", "modal")


@dataclass(frozen=True, slots=True)
class Prospect:
    """Tokens `first:after` put `begin:end` into the future."""

    first: int
    after: int
    begin: int
    end: int
    noes: frozenset[int]
    """The tokens among its own words and right before them that say no."""
    bare: bool
    """Whether only an auxiliary says so, as it may of anything."""


def find_prospects(sentence: Sentence) -> list[Prospect]:
    """All of a sentence, in order."""
    turns = turns_of(sentence) if sentence.has(*MARKS) else []
    found = []
    for unit in sentence.units:
        if unit.names.isdisjoint(MARKS) or not (unit.names.isdisjoint({"predicate"}) or _is_said_of(sentence, unit)):
            continue
        if _is_over(sentence, unit) if sentence.cased else was_sought(sentence, unit):
            continue
        if sentence.sign(unit.first - 1) == "-" and sentence.touches(unit.first):
            continue  # "a long-awaited offensive"
        if _tells_what_may_have_been(sentence, unit):
            continue
        bare = unit.names.isdisjoint(PREDICTING)
        begin, end = _first_of_clause(sentence, unit, turns), _end_of_clause(sentence, _past_dash(sentence, unit))
        found.append(Prospect(unit.first, unit.after, begin, end, _noes(sentence, unit), bare))
    if not sentence.cased:
        found.extend(_stated_aims(sentence, turns or turns_of(sentence)))
    if sentence.cased:
        found.extend(
            Prospect(k, k + 1, *_clauses(sentence, k, k + 1), _noes_before(sentence, k), bare=True)
            for k, token in enumerate(sentence.tokens)
            if {"future", "verb"} <= token.features
            and not (sentence.is_(k, "event", *MARKS) or _is_said_aside(sentence, k))
        )
    return found


def _tells_what_may_have_been(sentence: Sentence, unit: Unit) -> bool:
    """Whether a mark only says that what its infinitive tells is guessed: "they MAY HAVE left X"."""
    near = range(unit.after, min(unit.after + _NAMED, len(sentence.tokens)))
    told = (event for k in near if (other := sentence.unit_at[k]) is not None for event in events_of(other))
    return any(may_have(sentence, unit.first, event.cue.kind) for event in told)


def _is_said_aside(sentence: Sentence, k: int) -> bool:
    """Whether a verb only says what its writer does: "LET US RECALL, the capture of X was announced in May"."""
    own = "first_person" in sentence.tokens[k].features
    return own and (sentence.sign(k + 1) in {",", ":"} or sentence.is_(k, "speech", "background_heading"))


def _stated_aims(sentence: Sentence, turns: list[int]) -> list[Prospect]:
    """What somebody's aim is said to be: "their NEXT GOAL IS an assault on X", "the MAIN AIM there IS to reach X"."""
    found = []
    for unit in sentence.units:
        told = events_of(unit)
        if not told or any(event.form != "noun" or event.cue.kind is not Kind.OUTLOOK for event in told):
            continue
        k = unit.after
        while k < unit.after + _NAMED and not sentence.is_be(k) and sentence.names_at[k].isdisjoint({"event", "light"}):
            k += 1
        if not sentence.is_be(k):
            continue
        begin, end = _first_of_clause(sentence, unit, turns), _end_of_clause(sentence, k + 1)
        found.append(Prospect(unit.first, k + 1, begin, end, frozenset(), bare=False))
    return found


def was_sought(sentence: Sentence, unit: Unit | None) -> bool:
    """Whether a verb of seeking tells what somebody did, and did not achieve: "they SOUGHT TO enter X"; not "seek to",
    "are seeking to"."""
    if sentence.cased or unit is None or not {"attempt", "modal"} <= unit.names:
        return False
    return is_past(sentence, unit) and not sentence.is_(unit.first - 1, "auxiliary", "adverb")


def foretells_nothing(sentence: Sentence, event: Found, prospects: list[Prospect]) -> bool:
    """Whether an event is only spoken of in what is foreseen: "promised TO NAME the prisoners", "nobody can be SAID to
    hold it"; or tells only what troops are there for: "was moved in TO BLOCK THEM"."""
    if sentence.cased:
        return False
    meant = sentence.sign(event.first - 1) in sentence.to_words and sentence.is_(event.after, "them")
    if meant and event.cue.kind is Kind.ENCIRCLEMENT and not event.places:
        return True
    return any(
        _is_of_words(sentence, prospect)
        for prospect in prospects
        if prospect.begin <= prospect.first < event.first < prospect.end
    )


def prospect_of(sentence: Sentence, event: Found, prospects: list[Prospect]) -> Prospect | None:
    """The prospect that an event stands under, the nearest where there are several."""
    over = [prospect for prospect in prospects if _covers(sentence, prospect, event)]
    return min(over, key=lambda prospect: abs(prospect.first - event.first), default=None)


def is_denied(sentence: Sentence, event: Found, prospects: list[Prospect]) -> bool:
    """Whether it is said that an event will not come: an odd number of its prospects' words and its own say no."""
    noes: set[int] = set()
    for prospect in prospects:
        if _covers(sentence, prospect, event):
            between = range(event.after, prospect.first)
            noes |= prospect.noes | {k for k in between if sentence.is_(k, "negation")} | _lacking(sentence, prospect)
    own = event.first - 1
    while sentence.is_(own, *_AUXILIARIES):
        unit = sentence.unit_at[own]
        first = own if unit is None else unit.first
        if sentence.is_(own, "negation"):
            noes.add(first)
        own = first - 1
    return len(noes) % 2 == 1


def _lacking(sentence: Sentence, prospect: Prospect) -> set[int]:
    """What says behind a noun that there is none of it: "forces for an attack on X they HAVE NOT"."""
    if not sentence.cased or "noun" not in sentence.tokens[prospect.first].features:
        return set()
    last = next((k for k in range(prospect.end - 1, prospect.after, -1) if sentence.tokens[k].is_word), prospect.after)
    unit = sentence.unit_at[last] if last < len(sentence.tokens) else None
    none = unit is not None and ("absent" in unit.names or (unit.first < last and "negation" in unit.names))
    return {unit.first} if unit is not None and none else set()


def says_no(sentence: Sentence, prospect: Prospect) -> bool:
    """Whether a prospect by itself says that what it foresees will not be: "is unlikely to", "will not"."""
    follows = prospect.after
    while prospect.bare and sentence.is_(follows, "adverb"):
        follows += 1
    return (len(prospect.noes) + (prospect.bare and sentence.is_(follows, "negation"))) % 2 == 1


def _covers(sentence: Sentence, prospect: Prospect, event: Found) -> bool:
    state = event.cue.kind in _STATES or event.cue.status is Status.HOLDS
    if state and (event.form != "verb" or (prospect.bare and not sentence.cased)):
        return False
    if event.first < prospect.after and prospect.first < event.after:
        return False
    if not prospect.begin <= event.first < prospect.end:
        return False
    if event.first > prospect.first:
        if _describes(sentence, event.first) and not sentence.is_(prospect.after, "of"):
            return False
        if event.form == "noun" and (_is_used(sentence, prospect, event.first) or _is_cause(sentence, prospect, event)):
            return False
        return not _is_fact(sentence, event.first, event.form) and not _passes_verb(
            sentence, prospect.after, event.first
        )
    if sentence.cased:
        return not _is_fact(sentence, event.first, event.form) and not _passes_verb(
            sentence, event.after, prospect.first
        )
    return _is_nominal(sentence, event) and _is_predicate(sentence, prospect, event.after)


def _is_nominal(sentence: Sentence, event: Found) -> bool:
    """Whether an event can be the subject of what is said of it: "an ASSAULT is likely", "TAKING X is not planned"."""
    gerund = "gerund" in sentence.tokens[event.first].features and not sentence.is_(event.first - 1, "be", "auxiliary")
    return (
        event.form == "noun"
        or gerund
        or (event.form == "phrase" and "of" in sentence.lowers[event.first : event.after])
    )


def _is_predicate(sentence: Sentence, prospect: Prospect, start: int) -> bool:
    """Whether a prospect is said of what stands before it, with no other verb or clause between."""
    wants = prospect.bare and "past" in sentence.tokens[prospect.first].features and not sentence.cased
    if wants:
        return False  # "an offensive THREATENED TO roll up the front": it is under way
    stated = prospect.bare or "present" in sentence.tokens[prospect.first].features  # "a battle LOOMS"
    for k in range(start, prospect.first):
        if sentence.sign(k) in {",", ";", ":"} or sentence.is_(k, "event", "speech", "that", "conjunction"):
            return False
        stated |= sentence.is_(k, "auxiliary", "modal", *_COPULAS)
    return stated


def _is_over(sentence: Sentence, unit: Unit) -> bool:
    """Whether an ability is told of as past: "they managed to take it", "they could not cross"."""
    if "past" not in sentence.tokens[unit.first].features:
        return False
    able = sentence.is_(unit.first, "managed") or not unit.names.isdisjoint({"unable"})
    return able or ("modal" in unit.names and bool(_noes_before(sentence, unit.first)))


def _is_used(sentence: Sentence, prospect: Prospect, noun: int) -> bool:
    """Whether a noun is only what something else is meant to be done with: "hopes to profit from the CAPTURE of X"."""
    for k in range(prospect.after - 1, noun - 1):
        if sentence.is_(k, "to") or (k == prospect.after - 1 and sentence.lowers[k] in sentence.to_words):
            verb = k + 1
            while sentence.is_(verb, "adverb"):
                verb += 1
            if verb < noun and not sentence.is_(
                verb, "light", "event", "be", "auxiliary", "attempt", *MARKS, "determiner"
            ):
                return True
    return False


def _is_cause(sentence: Sentence, prospect: Prospect, event: Found) -> bool:
    """Whether a strike or a fight only tells why something may or cannot be: "no way out BECAUSE OF SHELLING"."""
    under_way = event.cue.kind in (Kind.STRIKE, Kind.CLASH)
    return under_way and sentence.some(max(prospect.after, event.first - _BEFORE), event.first, "circumstance")


def _is_said_of(sentence: Sentence, unit: Unit) -> bool:
    """Whether a copula stands before a predicate; where words stand in any order it may be left out."""
    k = unit.first - 1
    while sentence.is_(k, "adverb", "negation") and not sentence.is_(k, *_COPULAS):
        k -= 1
    doing = unit.after < len(sentence.tokens) and "gerund" in sentence.tokens[unit.after].features
    return sentence.cased or (sentence.is_(k, *_COPULAS) and not doing)  # "is likely attempting": an adverb


def _is_of_words(sentence: Sentence, prospect: Prospect) -> bool:
    """Whether what is foreseen is only said: "will announce the capture", "can be called contested"."""
    k = prospect.after
    while sentence.is_(k, "to", "adverb") or (k < len(sentence.tokens) and sentence.is_be(k)):
        k += 1
    return sentence.is_(k, "speech") and not sentence.is_(k, "event", *MARKS)


def _passes_verb(sentence: Sentence, first: int, after: int) -> bool:
    """Whether another clause's verb, told as a fact, stands between; in any order who says or thinks so may."""
    said = ("speech", "calling") if sentence.cased else ()
    return any(
        _is_fact(sentence, k, "verb") and not sentence.is_(k, "be", "auxiliary", "duty", *said, *MARKS)
        for k in range(first, after)
    )


def _is_fact(sentence: Sentence, k: int, form: str) -> bool:
    """Whether a verb stands in the past, or by itself in the present."""
    features = sentence.tokens[k].features
    if sentence.cased:
        short = "participle" in features and features.isdisjoint(CASES)
        return form == "verb" and (short or not features.isdisjoint({"past", "present"}))
    before = k - 1
    while sentence.is_(before, "adverb", "negation"):
        before -= 1
    if form != "verb" or features.isdisjoint({"past", "participle"}):
        return False
    if sentence.is_(before, "auxiliary") and not sentence.is_(before - 1, *MARKS):
        return True
    return "past" in features and not sentence.is_(before, "be", "auxiliary", "to", "modal", "determiner", "link", "by")


def _describes(sentence: Sentence, k: int) -> bool:
    """Whether a participle only says what forces are doing: "to pin down the troops ADVANCING on X"."""
    before = k - 1
    while sentence.is_(before, "adverb", "link"):
        before -= 1
    return "gerund" in sentence.tokens[k].features and sentence.is_(before, "forces", "enemy")


def _first_of_clause(sentence: Sentence, unit: Unit, turns: list[int]) -> int:
    begin = left_bound(sentence, _dash_for_copula(sentence, unit), turns)
    comma = next((k for k in range(unit.first - 1, begin, -1) if sentence.sign(k) == ","), None)
    if comma is None or _is_listed(sentence, comma):
        return begin
    said_of = sentence.cased and not unit.names.isdisjoint({"predicate", "unforeseen"})
    remark = said_of and only_speaks(sentence, comma - 1)  # "its capture, IN THEIR VIEW, is unlikely"
    return max(begin, clause_of(sentence, unit.first)[0]) if remark else comma + 1


def _past_dash(sentence: Sentence, unit: Unit) -> int:
    """Past the dash, and a remark before it, behind which somebody's aim is told ("their aim, he says, – TO TAKE X");
    else the end of the words themselves."""
    if not sentence.cased or "noun" not in sentence.tokens[unit.after - 1].features:
        return unit.after
    k = unit.after
    while k < len(sentence.tokens) and sentence.tokens[k].is_word and not is_finite(sentence, k):
        k += 1
    closes = next((j for j in range(k + 1, min(k + _REMARK, len(sentence.tokens))) if sentence.sign(j) == ","), None)
    if sentence.sign(k) == "," and closes is not None and only_speaks(sentence, k + 1):
        k = closes + 1
    return k + 1 if sentence.is_dash(k) else unit.after


def _dash_for_copula(sentence: Sentence, unit: Unit) -> int:
    """The dash that says of what stands before it what follows ("its capture – ONLY A MATTER OF TIME"), else the first
    token of the words themselves."""
    k = unit.first - 1
    while sentence.is_(k, "adverb", "negation"):
        k -= 1
    said = sentence.cased and "predicate" in unit.names and k > 0 and sentence.is_dash(k)
    return k if said else unit.first


def _end_of_clause(sentence: Sentence, start: int) -> int:
    """Where the clause ends that begins behind a mark."""
    count, said = next_break(sentence, start - 1), False
    for k in range(start, count):
        said |= sentence.is_(k, "speech") and not sentence.is_(k, *MARKS)
        if said and sentence.is_(k, "that"):
            return k
        sign = sentence.sign(k)
        if sign in {";", ":", "."} or sentence.is_dash(k) or sentence.is_quote_edge(k):
            return k
        if sign == "," and not _is_listed(sentence, k):
            return k
        if sentence.is_(k, "but") and _parts_adjectives(sentence, k):
            continue
        if sentence.is_(k, "conjunction", "relative") and not sentence.is_(k, "link", "that"):
            return k
        if sentence.is_(k, "link") and _goes_on(sentence, k + 1):
            return k
    return count


def _parts_adjectives(sentence: Sentence, but: int) -> bool:
    """Whether "but" only stands between two words for one thing: "steady BUT purely tactical gains"."""
    if sentence.cased or but + 1 >= len(sentence.tokens):
        return False
    plain = but > 0 and sentence.tokens[but - 1].is_word and not sentence.names_at[but - 1]
    after = but + 1 + sentence.is_(but + 1, "adverb")
    noun = range(after + 1, min(after + 3, len(sentence.tokens)))
    told = any(
        sentence.is_(k, "event") and "noun" in {e.form for e in events_of(u)}
        for k in noun
        if (u := sentence.unit_at[k])
    )
    return plain and but - 1 not in sentence.placed() and told and not sentence.names_at[after]


def _is_listed(sentence: Sentence, comma: int) -> bool:
    """Whether a comma only parts the names of a list."""
    if comma not in sentence.places.values():
        return False
    k = comma + 1
    if sentence.is_(k, "link") and not sentence.cased:
        k += 1
        while sentence.is_(k, "locative", "determiner", "bearing", "settlement", "of", "leading_to"):
            k += 1
        return k in sentence.places or not sentence.is_(k, "weekday", "day")  # "to advance on X, and ON FRIDAY they …"
    return k in sentence.places or sentence.is_(k, "link")


def _goes_on(sentence: Sentence, k: int) -> bool:
    """Whether a clause with a verb of its own in the past or present follows a link."""
    first = k
    while sentence.is_(k, "adverb", "determiner", "pronoun", "forces") or k in sentence.sides:
        k = sentence.sides[k][0] if k in sentence.sides else k + 1
    if k >= len(sentence.tokens):
        return False
    verb = sentence.is_(k, "event", "light", "speech", "be", "auxiliary")
    token = sentence.tokens[k]
    if k == first and token.lower in token.forms[1:]:
        return False  # "to reach the road and CUT it"
    return verb and not sentence.tokens[k].features.isdisjoint({"past", "present"})


def _clauses(sentence: Sentence, first: int, after: int) -> tuple[int, int]:
    """The clause of a mark, and the one behind it that "that" opens."""
    begin, end = clause_of(sentence, first)
    opened = end + (sentence.sign(end) == ",")
    if after <= end < len(sentence.tokens) and sentence.sign(opened - 1) == "," and sentence.is_(opened, "that", "if"):
        end = clause_of(sentence, opened)[1]
    return begin, end


def _noes(sentence: Sentence, unit: Unit) -> frozenset[int]:
    own = {unit.first} if unit.names & {"unforeseen", "negation"} else set()
    return _noes_before(sentence, unit.first) | own


def _noes_before(sentence: Sentence, first: int) -> frozenset[int]:
    """The first token of what denies a mark from in front of it: "does NOT expect", "LITTLE hope"."""
    for k in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if sentence.is_(k, "negation", "no", "little"):
            unit = sentence.unit_at[k]
            return frozenset({k if unit is None else unit.first})
        if not sentence.is_(k, *_AUXILIARIES, "determiner", "verb_of_presence"):
            break
    return frozenset()
