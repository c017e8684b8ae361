"""Which places of a sentence are named in one breath: "A, the village of B and, two days later, C"."""

from collections.abc import Iterator, Set

from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.place_lists import ends_opening, may_share_case
from salient.extract.words.scene import Scene
from salient.extract.words.sentence import Sentence

_LONGEST = 12
"""Tokens between two names of a list."""
_PARTS_CLAUSES = (
    *("event", "light", "speech", "relative", "that", "be", "auxiliary", "modal", "attempt"),
    *("pronoun", "them", "own", "forces", "enemy", "attacker", "defender", "invader"),
    *("but", "although", "if", "circumstance", "since", "by", "between", "former"),
)
"""Classes of words that do not stand inside a list of places."""
_LEADING = ("locative", "goal", "leading_to", "from", "out_of", "to")
_FROM_OR_TO = ("from", "out_of", "to", "leading_to")
"""Prepositions that two members of a list have both or neither."""
_PART_OF_IT = ("outskirts", "district", "part_of_town")
_WHAT_IT_IS = (*_PART_OF_IT, "determiner", "settlement", "bearing", "of", "whole", "partly")
_ENDS = frozenset({";", ":", ".", '"', "?", "!"})


def joined_names(scene: Scene) -> list[tuple[int, ...]]:
    """Lists of mentions, by their numbers, of two and more."""
    sentence, mentions = scene.sentence, scene.mentions
    named = [n for n, m in enumerate(mentions) if _is_member(m)]
    if len(named) < 2:
        return []
    passed = {k for m in mentions if m.aside or m.mention.place_class in LARGE for k in range(m.first, m.after)}
    acts = {actor.first for actor in scene.actors if not sentence.is_(actor.first, *_PART_OF_IT)}
    lists: list[list[int]] = []
    for n in named:
        if lists and _joins(sentence, mentions[lists[-1][-1]], mentions[n], passed, acts):
            lists[-1].append(n)
        else:
            lists.append([n])
    return [tuple(members) for members in lists if len(members) > 1]


def _is_member(mention: Mention) -> bool:
    small = mention.mention.place_class not in LARGE
    return small and not mention.aside and not mention.direction and mention.mention.name is not None


def _joins(sentence: Sentence, one: Mention, other: Mention, passed: Set[int], acts: Set[int]) -> bool:
    """Whether two names stand in one list; `passed` are tokens of names that are no members, `acts` where somebody is
    named who does something."""
    led, led_too = _preposition(sentence, one), _preposition(sentence, other)
    if not _led_alike(sentence, led, led_too) or not _in_one_case(sentence, one, other, led_too):
        return False
    between = [k for k in _without_remarks(sentence, one.after, other.first) if k not in passed and k != led_too]
    if not between or len(between) > _LONGEST or not _links(sentence, between) or ends_opening(sentence) in between:
        return False
    return acts.isdisjoint(between) and not any(_parts(sentence, k) for k in between)


def _without_remarks(sentence: Sentence, first: int, after: int) -> Iterator[int]:
    """The tokens between two names without what is told in brackets, or in a clause on the first: "X, WHICH LIES ON THE
    ROAD, Y and Z"."""
    depth = 0
    if sentence.sign(first) == "," and sentence.is_(first + 1, "relative"):
        close = next((k for k in range(first + 1, after) if sentence.sign(k) == ","), first)
        first = first if sentence.some(first, close, "event", "speech") else close
    for k in range(first, after):
        depth += sentence.sign(k) == "("
        if not depth:
            yield k
        depth -= sentence.sign(k) == ")"


def _links(sentence: Sentence, between: list[int]) -> bool:
    return any(sentence.sign(k) == "," or sentence.is_(k, "link") for k in between)


def _parts(sentence: Sentence, k: int) -> bool:
    """Whether a word begins something else: a clause, a verb, a name that is no place."""
    token = sentence.tokens[k]
    if sentence.is_(k, *_PART_OF_IT):  # where troops are called so too
        return False
    if sentence.sign(k) in _ENDS or sentence.is_(k, *_PARTS_CLAUSES) or sentence.is_dash(k):
        return True
    if sentence.names_at[k]:
        return False
    told = {"past", "present"} if sentence.cased else {"past"}  # "-s" ends nouns as well
    finite = not token.features.isdisjoint(told) and token.features.isdisjoint({"participle", "noun"})
    return finite or token.capitalised


def _led_alike(sentence: Sentence, led: int | None, led_too: int | None) -> bool:
    """Whether the second name stands behind no preposition, or both do: "near X and Y", "near X, at Y"."""
    if led_too is None or (led is not None and sentence.lowers[led] == sentence.lowers[led_too]):
        return True
    moved, moved_too = (k is not None and sentence.is_(k, *_FROM_OR_TO) for k in (led, led_too))
    return led is not None and moved == moved_too


def _in_one_case(sentence: Sentence, one: Mention, other: Mention, led_too: int | None) -> bool:
    """Whether two names can stand in one case, where one preposition leads them both or none does."""
    if not sentence.cased or led_too is not None:
        return True
    heads = (m.first - 1 if sentence.is_(m.first - 1, *_PART_OF_IT) else m.after - 1 for m in (one, other))
    return may_share_case(sentence, *heads)


def _preposition(sentence: Sentence, mention: Mention) -> int | None:
    """The preposition that a name stands behind, past words for what it is or which part of it."""
    k = mention.first - 1
    while k >= 0 and sentence.is_(k, *_WHAT_IT_IS) and not _leads(sentence, k):
        k -= 1
    return k if k >= 0 and (_leads(sentence, k) or sentence.lowers[k] in sentence.frames.roles) else None


def _leads(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, *_LEADING) and not sentence.is_(k, "of")
