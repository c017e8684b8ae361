"""Names that only say what or where another place is: "X, WHICH LIES NEAR Y, was taken", "X is a town SOUTH OF Y"."""

from dataclasses import replace

from salient.extract.places.mention import LARGE, Mention
from salient.extract.words.remarks import remark_on_a_town
from salient.extract.words.sentence import Sentence

_ENDS = frozenset({",", ";", ":", ".", "-", ""})
_QUALIFYING = ("determiner", "article", "number", "one_of_them", "likewise_after")
_DESCRIBED = 6
"""Tokens that may stand between a region and the town in it: "the X region's front-line mining town"."""
_LED = 9
"""Tokens between a comma and a name that tells where the place before the comma lies."""
_LONG = 24
"""Tokens that such words may have."""


def without_descriptions(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """The mentions, aside those that stand in such words; where endings tell cases, clauses are cut by them."""
    if not found:
        return found
    if sentence.cased:
        return [replace(m, aside=True) if not m.aside and _tells_how_it_lies(sentence, m, found) else m for m in found]
    return [replace(m, aside=True) if not m.aside and _describes(sentence, m, found) else m for m in found]


def _describes(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    if _says_whose_town(sentence, mention):
        return True
    if mention.mention.place_class in LARGE:
        return False
    return (
        _in_a_relative_clause(sentence, mention, found)
        or _in_a_name_given(sentence, mention, found)
        or _in_a_remark(sentence, mention)
        or _told_of_a_subject(sentence, mention)
        or _apposed_to_a_town(sentence, mention)
        or _on_its_shore(sentence, mention, found)
        or _tells_where_it_lies(sentence, mention, found)
    )


def _tells_how_it_lies(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    """ "X, LYING 10 km from Y," or "X, THAT LIES near Y," in a language whose endings cut its clauses."""
    if not sentence.has("lying") or mention.mention.place_class in LARGE:
        return False
    near = range(mention.first - 1, max(-1, mention.first - _LED), -1)
    opens = next((k for k in near if sentence.sign(k) in _ENDS), 0)
    if sentence.sign(opens) != "," or not sentence.is_(opens + 1, "lying"):
        return False
    plain = opens + 1 + (sentence.is_(opens + 1, "relative") and sentence.is_(opens + 2, "lying", "verb_of_presence"))
    if sentence.is_(plain, "relative") and not sentence.tokens[plain + 1].is_number:
        led = sentence.lowers[plain + 1] in sentence.frames.roles and sentence.tokens[plain + 2].is_number
        if not led:
            return False  # "X, which the army shelled from Y"
    named = any(m.after == opens for m in found)
    return named and not any(sentence.is_(k, "event") for k in range(plain + 1, mention.first))


def _tells_where_it_lies(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    """ "took X, ON THE OUTSKIRTS OF Y", "X, HALFWAY BETWEEN Y AND Z": a name with a preposition is none of a list that
    begins with one that has none."""
    comma = mention.first - 1
    while comma > 0 and sentence.sign(comma) != "," and comma > mention.first - _LED:
        comma -= 1
    before = next((m for m in found if m.after == comma), None)
    if before is None or sentence.sign(comma) != "," or before.mention.place_class in LARGE:
        return False
    led = range(comma + 1, mention.first)
    roles = {sentence.frames.roles.get(sentence.lowers[k], "of") for k in led}
    tells = any(_tells(sentence, k) or sentence.is_be(k) for k in led)
    if tells or (roles <= {"of"} and not any(sentence.is_(k, "between") for k in led)):
        return False
    inside = sentence.placed()
    if any(sentence.is_(k, "link") and k - 1 not in inside for k in led):
        return False
    own = before.first - 1
    while sentence.is_(own, "settlement", "article", "determiner", "of") or sentence.only_describes(own):
        own -= 1
    alone = sentence.lowers[own] not in sentence.frames.roles and not sentence.is_(own, "link") and own >= 0
    goes_on = next((k for k in range(mention.after, len(sentence.tokens)) if sentence.sign(k) in _ENDS), 0)
    return alone and not any(_tells(sentence, k) or sentence.is_be(k) for k in range(mention.after, goes_on))


def _on_its_shore(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    """ "X ON THE Y SEA": names with an article are those of waters and lands, which only tell where the town lies."""
    before = next((m for m in found if m.after == mention.first - 2), None)
    if before is None or before.aside or before.mention.name is None or before.mention.place_class in LARGE:
        return False
    led = sentence.frames.roles.get(sentence.lowers[mention.first - 2]) == "site"
    called = mention.direction or sentence.is_(mention.after, "settlement", "asset", "forces", "outskirts")
    return led and sentence.is_(mention.first - 1, "article") and not called


def _says_whose_town(sentence: Sentence, mention: Mention) -> bool:
    """ "the X mining town of Y", "the X region village of Y": what stands before a town that is named."""
    for k in range(mention.after, mention.after + _DESCRIBED):
        if sentence.is_(k, "settlement") and (sentence.is_(k + 1, "of") or k + 1 in sentence.places):
            return k + 1 in sentence.places or k + 2 in sentence.places
        if not sentence.lowers[k : k + 1] or not (sentence.lowers[k] == "-" or _may_describe(sentence, k)):
            return False
    return False


def _may_describe(sentence: Sentence, k: int) -> bool:
    """Whether a word may describe the noun after it, though the tables have it: "a FRONT-LINE city"."""
    opens = sentence.is_(
        k, "inside", "link", "of", "article", "determiner", "be", "auxiliary", "conjunction", "relative"
    )
    return sentence.tokens[k].is_word and not sentence.tokens[k].capitalised and not opens


def _in_a_relative_clause(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    """ "X, which lies near Y, has been taken": in the clause itself nothing happens."""
    near = range(mention.first - 1, max(-1, mention.first - _LONG), -1)
    opens = next((k for k in near if sentence.sign(k) in _ENDS), None)
    if opens is None or sentence.sign(opens) != "," or not sentence.is_(opens + 1, "relative"):
        return False
    named = any(m.after == opens and not m.aside for m in found)
    after = range(mention.after, min(mention.after + _LONG, len(sentence.tokens)))
    close = next((k for k in after if sentence.sign(k) in _ENDS), None)
    if not named or close is None or sentence.sign(close) != ",":
        return False
    return not any(_tells(sentence, k) for k in range(opens + 2, close))


def _in_a_remark(sentence: Sentence, mention: Mention) -> bool:
    """ "X, long a shield for Y, has been captured"; not "X, 10 km east of Y", which says where X lies."""
    return mention.mention.distance_km is None and remark_on_a_town(sentence, mention.first) is not None


def _tells(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "event", "speech") and not sentence.is_(k, "be", "verb_of_presence", "locative", "auxiliary")


def _in_a_name_given(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    """ "took X, CALLING IT a hub near Y": what somebody calls it."""
    if not sentence.has("calling"):
        return False
    for k in range(mention.first - 1, max(0, mention.first - _LONG), -1):
        if sentence.sign(k) in {";", ":", "."}:
            return False
        if sentence.is_(k, "calling") and "gerund" in sentence.tokens[k].features:
            it = sentence.is_(k + 1, "pronoun_body", "them", "told_before") or sentence.sign(k + 1) in {"it", "them"}
            return it and sentence.sign(k - 1) == "," and any(m.after <= k and not m.aside for m in found)
    return False


def _told_of_a_subject(sentence: Sentence, mention: Mention) -> bool:
    """ "It is the last town south of Y": what a subject is that has been named or spoken of."""
    noun = mention.first - 1
    while sentence.is_(noun, "locative", "bearing", "of", "article"):
        noun -= 1
    if not sentence.is_(noun, "settlement") or (noun == mention.first - 1 and mention.mention.anchor is None):
        return False
    k = noun - 1
    while k > 0 and not sentence.is_be(k) and (sentence.only_describes(k) or sentence.is_(k, *_QUALIFYING)):
        k -= 1
    return sentence.is_be(k) and (k - 1 in sentence.placed() or sentence.is_(k - 1, "pronoun_body"))


def _past_its_people(sentence: Sentence, k: int) -> int:
    """Past how many live there, back to the noun: "the VILLAGE of 3,000", "the TOWN of some 400 people"."""
    of = k
    while of > 0 and (sentence.tokens[of].is_number or sentence.is_(of, "civilians", "multiplier", "lying", "number")):
        of -= 1
    return of - 1 if of < k and sentence.is_(of, "of") else k


def _apposed_to_a_town(sentence: Sentence, mention: Mention) -> bool:
    """ "took THE TOWN, 15 km east of Y": where a town lies that has been spoken of."""
    comma = mention.first - 1
    while sentence.is_(comma, "determiner", "adverb", "about"):
        comma -= 1
    if mention.mention.anchor is None or sentence.sign(comma) != ",":
        return False
    noun = _past_its_people(sentence, comma - 1)
    if sentence.is_(noun, "anaphor_place"):
        return True
    k = noun
    while k > 0 and sentence.only_describes(k - 1):
        k -= 1
    return sentence.is_(noun, "settlement") and k > 0 and sentence.points_back(k - 1)
