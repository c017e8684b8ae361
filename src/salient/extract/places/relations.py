"""Which names a distance or a bearing from another place describes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass
from salient.extract.places.mention import Mention
from salient.extract.places.relation_words import RelationWords
from salient.extract.words.sentence import Sentence


def in_brackets(sentence: Sentence, relation: RelationWords | None) -> RelationWords | None:
    """A relation with the words that only round its distance after a bracket: "(about 18 km southwest of X)"."""
    if relation is None:
        return None
    k = relation.first - 1
    while k > 0 and sentence.is_(k, "lying", "adverb"):
        k -= 1
    return replace(relation, first=k + 1) if k >= 0 and sentence.sign(k) == "(" else relation


def is_joined(sentence: Sentence, relation: RelationWords) -> bool:
    """Whether a link and a preposition after a relation open another place: "west of X and in Y"."""
    link = relation.after
    return sentence.is_(link, "link") and sentence.is_(link + 1, "locative")


def ends_there(sentence: Sentence, relation: RelationWords, first: int) -> bool:
    """Whether a comma after a relation parts it from the next name; not in "south of X, at Y, they …", where Y is the
    place and X only tells where that lies; nor past a verb ("north of X, the chief said, attacking Y")."""
    if sentence.sign(relation.after) != ",":
        return False
    if sentence.some(relation.after, first, "speech", "event"):
        return False
    near = first - 1 == relation.after + 1 and sentence.is_(first - 1, "close", "presence")
    return not (sentence.cased and near and relation.bearing is not None and relation.distance_km is None)


def is_remark(sentence: Sentence, relation: RelationWords) -> bool:
    """Whether a distance after a comma only tells where something named before lies."""
    k = relation.first - 1
    while k > 0 and sentence.is_(k, "lying", "adverb"):
        k -= 1
    return relation.distance_km is not None and sentence.sign(k) == ","


def goes_on(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a list that began before `start` still runs at `first`: only links, prepositions and brackets between."""
    return all(
        sentence.sign(i) in {",", "-"}
        or sentence.is_(i, "link")
        or sentence.is_(i, "locative", "determiner", "adverb", "bearing", "settlement", "outskirts")
        for i in range(start, first)
    )


def anchors_go_on(sentence: Sentence, names: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether a name is one more that something lies by: "5 km north of X AND Y", "west of X, Y AND Z"; in a language
    of fixed word order."""
    if sentence.cased or not position:
        return False
    for (_, end), (first, _) in pairwise(names[position - 1 :]):
        between = range(end, first)
        if not between or not all(sentence.sign(k) == "," or sentence.is_(k, "link") for k in between):
            return False
        if sentence.is_(first - 1, "link"):
            return True
    return False


def described(sentence: Sentence, found: list[Mention], relation: RelationWords) -> list[int]:
    """Which mentions before a relation it describes: "X, [a village] 8 km from Y", "A and B (both north of Y)"."""
    before = relation.first - 1
    bracket = sentence.sign(before) == "(" or (sentence.is_(before, "all_of") and sentence.sign(before - 1) == "(")
    targets = [i for i, item in enumerate(found) if not item.aside and item.mention.name and not item.mention.anchor]
    if not targets:
        return []
    if bracket:
        if sentence.sign(before) == "(":
            return targets[-1:] if found[targets[-1]].after >= before - 2 else []
        return _list_back(sentence, found, targets)
    last = found[targets[-1]]
    gap = [sentence.sign(i) for i in range(last.after, relation.first)]
    words = range(last.after, relation.first)
    if last.mention.place_class is PlaceClass.REGION and not gap:
        return []
    if sentence.cased and not gap and relation.bearing is not None and relation.distance_km is None:
        return targets[-1:]
    if gap[:1] == [","] and all(
        sentence.sign(k) in {",", "-"}
        or sentence.is_(k, "settlement", "adverb", "determiner", "number", "be", "relative", "lying")
        for k in words
    ):
        return targets[-1:]
    return []


def _list_back(sentence: Sentence, found: list[Mention], targets: list[int]) -> list[int]:
    chosen = [targets[-1]]
    for i in reversed(targets[:-1]):
        between = range(found[i].after, found[chosen[-1]].first)
        if (
            not all(
                sentence.sign(k) in {",", "-"} or sentence.is_(k, "link") or sentence.is_(k, "locative")
                for k in between
            )
            or found[i].mention.anchor
        ):
            break
        chosen.append(i)
    return chosen


def describe(found: list[Mention], targets: list[int], relation: RelationWords) -> None:
    for i in targets:
        found[i] = with_relation(found[i], relation)


def with_relation(item: Mention, relation: RelationWords) -> Mention:
    mention = replace(item.mention, anchor=relation.anchor, distance_km=relation.distance_km, bearing=relation.bearing)
    return replace(item, mention=mention)


def alone(sentence: Sentence, relation: RelationWords) -> Mention:
    start, end = sentence.span(max(0, relation.first), min(relation.after, len(sentence.tokens)))
    mention = PlaceMention(
        start, end, None, anchor=relation.anchor, distance_km=relation.distance_km, bearing=relation.bearing
    )
    return Mention(max(0, relation.first), relation.after, mention)
