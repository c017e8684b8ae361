"""Places of an event that do not simply follow it: antecedents, subjects behind their verb, lists that come later."""

from salient.extract.places.goals import AIMED
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.place_lists import first_list, has_several_subjects, object_end, past_remark
from salient.extract.words.forms import main_clause
from salient.extract.words.scene import Cue
from salient.extract.words.sentence import Sentence, Unit, events_of

_OPENING = 4
"""Tokens before a sentence's subject where it stands first."""


def of_another_verb(cue: Cue, first: int) -> bool:
    """Whether a verb that the tables do not know stands between, in a clause of its own: "two were hurt, they were
    driven to X"."""
    sentence, comma = cue.sentence, False
    if not sentence.cased:
        return False
    for k in range(cue.unit.after, first):
        comma |= sentence.sign(k) == ","
        features = sentence.tokens[k].features
        finite = features & {"past", "present"} and "noun" not in features and "participle" not in features
        if comma and finite and sentence.unit_at[k] is None:
            return True
    return False


def _is_participle(sentence: Sentence, unit: Unit) -> bool:
    """Whether words begin with a participle; not "HAD fallen to", whose first only helps the second."""
    helps = unit.after - unit.first > 1 and "participle" in sentence.tokens[unit.first + 1].features
    return "participle" in sentence.tokens[unit.first].features and not helps


def before_apposition(cue: Cue) -> list[int]:
    """The subjects that a remark between commas parts from its verb: "X, the last town in Y, is under control"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    while k > cue.left and sentence.is_(k, "be", "auxiliary", "adverb"):
        k -= 1
    attribute = k == cue.unit.first - 1 and _is_participle(sentence, cue.unit)
    if sentence.sign(k) != "," or attribute:
        return []
    before = [(n, m) for n, m in enumerate(cue.scene.mentions) if not m.aside and m.after <= k]
    several = has_several_subjects(sentence, cue.unit.first)
    before = before[0 if several else _last_opening(sentence, before) :]
    opens = (
        before[0][1].first <= _OPENING or sentence.is_(before[0][1].first - 1, "speech", "that", "link")
        if before
        else False
    )
    last = first_list(cue.scene, [n for n, _ in before], several=several)[-1] if opens else None
    if last is None or sentence.sign(cue.scene.mentions[last].after) != ",":
        return []
    opened = cue.scene.mentions[last].after
    return [
        n
        for n, m in before
        if m.mention.place_class not in LARGE
        and not sentence.some(opened, m.first, "relative")
        and not (sentence.is_(m.first - 1, "locative") and sentence.sign(m.first - 2) == ",")
    ]


def _last_opening(sentence: Sentence, named: list[tuple[int, Mention]]) -> int:
    """Which of the names opens the last clause before a remark: "…, and X, which they had left, was taken"."""
    opened = 0
    for at, (_, mention) in enumerate(named):
        joins = sentence.is_(mention.first - 1, "link", "but") and sentence.sign(mention.first - 2) == ","
        if sentence.sign(mention.after) == "," and (joins or sentence.sign(mention.first - 1) in {";", ":"}):
            opened = at
    return opened


def of_main_clause(cue: Cue) -> list[int]:
    """The name that the clause after an opening participle begins with: "Taken on Friday, X lies in ruins"."""
    start = main_clause(cue.sentence, cue.unit.after)
    if start is None:
        return []
    named = [n for n, m in enumerate(cue.scene.mentions) if start <= m.first <= start + _OPENING and not m.aside]
    free = [n for n in named if not cue.sentence.some(start, cue.scene.mentions[n].first, "locative", "event")]
    return first_list(cue.scene, list(range(free[0], len(cue.scene.mentions)))) if free else []


def shared(cue: Cue) -> list[int]:
    """The places of the next verb where two verbs share them: "maintained positions or advanced near X"."""
    if not cue.later:
        return []
    following = cue.later[0]
    joined = range(cue.unit.after, following.first)
    if len(joined) > 4 or not any(cue.sentence.is_(k, "link", "but") for k in joined):
        return []
    end = object_end(cue.sentence, following.after, cue.later[1:])
    return [n for n, m in enumerate(cue.scene.mentions) if not m.aside and following.after <= m.first < end]


def bare_after(cue: Cue, after: list[int]) -> list[int]:
    """The subjects of a passive verb that stand after it, where nothing stands before: "taken are A and B"."""
    if not after:
        return []
    after = first_list(cue.scene, after)
    sentence, start = cue.sentence, cue.unit.after
    first = cue.scene.mentions[after[0]].first
    start = past_remark(sentence, start, first)
    between = range(start, first)
    free = all(
        (
            sentence.is_(k, "adverb", "settlement", "determiner", "unit", "number", "link")
            or sentence.tokens[k].is_number
            or (sentence.cased and sentence.tokens[k].features >= {"adjective", "nom"})
        )
        and not sentence.is_(k, "locative")
        for k in between
    )
    return after if free else []


def told_by_copula(cue: Cue, after: list[int]) -> list[int]:
    """The names of towns that a participle only describes: "the villages SEIZED in May WERE X AND Y"."""
    sentence, noun = cue.sentence, cue.unit.first - 1
    noun -= sentence.sign(noun) == ","
    if not after or not sentence.is_(noun, "settlement", "anaphor_place"):
        return []
    first = cue.scene.mentions[after[0]]
    if first.mention.name is None or first.mention.anchor is not None:
        return []  # "the village seized in May is 5 km from X"
    k = first.first - 1
    while sentence.is_(k, "determiner", "settlement", "of") and k > cue.unit.after:
        k -= 1
    names = sentence.is_be(k) or sentence.is_(k, "named_list", "likewise_before") or sentence.is_dash(k)
    return first_list(cue.scene, after) if names else []


def adjoining(cue: Cue, after: list[int]) -> list[int]:
    """The names right after a phrase of state whose clause a comma parts from all names before (", next is X"), or that
    follows the district they are in ("in the Y district, under fire are X and Z")."""
    if not after or cue.scene.mentions[after[0]].first != cue.unit.after:
        return []
    k = cue.unit.first - 1
    while cue.sentence.is_(k, "adverb", "be"):
        k -= 1
    inside = cue.sentence.is_(k, "district", "region")
    return first_list(cue.scene, after) if inside or cue.sentence.sign(k) == "," else []


def antecedent(cue: Cue) -> int | None:
    """The name that "which" before the clause stands for: "west of X, which the North captured"."""
    sentence = cue.sentence
    if (named := _apposed(cue)) is not None or (named := _without_relative(cue)) is not None:
        return named
    if not sentence.has("relative"):
        return None
    for k in range(cue.unit.first - 1, max(-1, cue.unit.first - 8), -1):
        if sentence.sign(k) == ";" or (sentence.is_(k, "that") and sentence.sign(k - 1) != ","):
            return None
        if not sentence.is_(k, "relative"):
            continue
        if sentence.cased and sum(sentence.sign(j) == "," for j in range(k, cue.unit.first)) % 2:
            return None
        governed = sentence.is_(k - 1, "locative") and sentence.sign(k - 2) == ","  # "X, from which …"
        ends = (k - 1, k - 2) if governed else (k, k - 1)
        before = [n for n, m in enumerate(cue.scene.mentions) if m.after in ends]
        before = _whole_of(cue, before)
        after = any(k < m.first and not m.aside for m in cue.scene.mentions)
        if not sentence.cased and cue.unit.after in sentence.places:
            return None  # "near X, where the North took Y"
        subject = any(a.first == k + 1 for a in cue.scene.actors)
        if governed and _only_starts_there(cue, k - 1):
            return None
        return before[-1] if before and (subject or governed or not after) else None
    return None


def _only_starts_there(cue: Cue, led: int) -> bool:
    """Whether an attack only comes from a place: "X, FROM WHICH they launched an offensive into Y"."""
    aimed = any(event.cue.kind in AIMED for event in events_of(cue.unit))
    return not cue.sentence.cased and aimed and cue.sentence.frames.roles.get(cue.sentence.sign(led)) == "source"


def _apposed(cue: Cue) -> int | None:
    """The name that a class is said to be, with a clause on it: "south of X, A JUNCTION THAT the North took back"."""
    sentence, k = cue.sentence, cue.unit.first - 1
    if sentence.cased or cue.unit.after in sentence.places:
        return None
    while sentence.is_(k, "auxiliary", "adverb"):
        k -= 1
    doer = next((a for a in cue.scene.actors if a.after == k + 1 and a.role in ("noun", "pronoun")), None)
    k = k if doer is None else doer.first - 1
    if not sentence.is_(k, "that", "relative") or sentence.sign(k - 1) == ",":
        return None
    k -= 1
    while k > 0 and not sentence.is_(k, "determiner", "one_of_them") and _names_a_class(sentence, k):
        k -= 1
    apposed = sentence.is_(k, "determiner", "one_of_them") and sentence.sign(k - 1) == ","
    named = (n for n, m in enumerate(cue.scene.mentions) if m.after == k - 1 and not m.aside)
    return next(named, None) if apposed else None


def _names_a_class(sentence: Sentence, k: int) -> bool:
    return sentence.only_describes(k) or sentence.is_(k, "settlement", "asset", "way", "number")


def _without_relative(cue: Cue) -> int | None:
    """The name that a class with a clause of its own stands for: "X was the first village THE NORTH TOOK"."""
    sentence, verb = cue.sentence, cue.unit.first
    while verb > 0 and sentence.is_(verb - 1, "auxiliary", "adverb"):
        verb -= 1
    doer = next((a for a in cue.scene.actors if a.after == verb and a.role in ("noun", "pronoun")), None)
    if doer is None or not sentence.is_(doer.first - 1, "settlement"):
        return None
    before = [n for n, m in enumerate(cue.scene.mentions) if m.after < doer.first and not m.aside]
    bare = not any(m.first == cue.unit.after for m in cue.scene.mentions)
    return before[-1] if before and bare and not sentence.is_(cue.unit.after, "determiner") else None


def _whole_of(cue: Cue, last: list[int]) -> list[int]:
    """ "In X, the first village of the Y region, where …": what is told is told of X."""
    mentions = cue.scene.mentions
    if not cue.sentence.cased or not last or mentions[last[-1]].mention.place_class not in LARGE or not last[-1]:
        return last
    before = mentions[last[-1] - 1]
    apposed = cue.sentence.sign(before.after) == "," and cue.sentence.some(
        before.after, mentions[last[-1]].first, "settlement"
    )
    return [last[-1] - 1] if apposed and before.mention.place_class not in LARGE else last


def listed_later(cue: Cue) -> list[int]:
    """The names of what was only counted: "took four settlements near X, naming among them A, B and C"."""
    sentence = cue.sentence
    counted = sentence.measures(cue.unit.after, cue.unit.after + 6, "settlements")
    if not counted:
        return []
    for k in range(cue.unit.after, len(sentence.tokens)):
        if sentence.sign(k) == ":" or sentence.is_(k, "named_list"):
            return [n for n, m in enumerate(cue.scene.mentions) if m.first > k and not m.aside]
    return []
