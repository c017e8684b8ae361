"""Names of places in a sentence, with the words around them that say which place is meant."""

from collections.abc import Set
from dataclasses import dataclass, replace
from itertools import pairwise

from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass
from salient.extract.joint_mentions import Joint, find_joints
from salient.extract.own_clause import leads_to
from salient.extract.relation_words import RelationWords, bearing_at, relation_before
from salient.extract.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Mention:
    """A place mention at tokens `first:after`. `aside` ones only describe: they are nobody's claim."""

    first: int
    after: int
    mention: PlaceMention
    aside: bool = False
    direction: bool = False


def find_mentions(sentence: Sentence, spoken_of: Set[str] = frozenset()) -> list[Mention]:
    """All mentions, in the order of the text; a relation goes to the names it covers, or stands by itself.

    `spoken_of` are the base forms of the names of places in the report so far.
    """
    joints = find_joints(sentence)
    inside = {place for joint in joints for place, _ in joint.ends}
    names = sorted((first, after) for first, after in sentence.places.items() if first not in inside)
    ends = _off_the_ends(sentence, names, spoken_of) if sentence.way_words else []
    names = [name for name in names if name not in ends]
    found: list[Mention] = []
    relation: RelationWords | None = None
    used = False
    for position, (first, after) in enumerate(names):
        read = _in_brackets(sentence, relation_before(sentence, first, after))
        bracketed = read is not None and sentence.sign(read.first - 1) == "("
        apart = relation is not None and not used and _ends_there(sentence, relation, first)
        joined = relation is not None and not used and _is_joined(sentence, relation)
        if (
            relation is not None
            and not bracketed
            and (read or apart or joined or not _goes_on(sentence, names[position - 1][1], first))
        ):
            if not used:
                found.append(_alone(sentence, relation))
                if apart and read is None:
                    found.append(_aside(sentence, first, after))
                    relation = None
                    continue
            relation = None
        if read is not None:
            if relation is not None and not used and sentence.sign(read.first - 1) == "(":
                found.append(_alone(sentence, relation))
                found.append(_aside(sentence, first, after))
                relation = None
                continue
            target = _described(sentence, found, read)
            if target:
                _describe(found, target, read)
                found.append(_aside(sentence, first, after))
            elif _remark(sentence, read) and found:
                found.append(_aside(sentence, first, after))
            else:
                relation, used = read, False
            continue
        if _tells_of_another(sentence, first, after, found):
            continue
        mention = _plain(sentence, first, after, found)
        if relation is not None and not mention.aside:
            used = True
            mention = _with(mention, relation)
        found.append(mention)
    if relation is not None and not used:
        found.append(_alone(sentence, relation))
    found.extend(_aside(sentence, *name) for name in ends)
    found.extend(_areas(sentence))
    found.extend(_sectors(sentence))
    found.extend(_joint(sentence, joint) for joint in joints)
    return sorted(found, key=lambda item: item.first)


def _in_brackets(sentence: Sentence, relation: RelationWords | None) -> RelationWords | None:
    """A relation with the words that only round its distance after a bracket: "(about 18 km southwest of X)"."""
    if relation is None:
        return None
    k = relation.first - 1
    while not sentence.cased and k > 0 and sentence.is_(k, "lying", "adverb"):
        k -= 1
    return replace(relation, first=k + 1) if k >= 0 and sentence.sign(k) == "(" else relation


def _is_joined(sentence: Sentence, relation: RelationWords) -> bool:
    """Whether a link and a preposition after a relation open another place: "west of X and in Y"."""
    link = relation.after
    return not sentence.cased and sentence.is_(link, "link") and sentence.is_(link + 1, "locative")


def _ends_there(sentence: Sentence, relation: RelationWords, first: int) -> bool:
    """Whether a comma after a relation parts it from the next name; not in "south of X, at Y, they …", where Y is the
    place and X only tells where that lies; nor past a verb ("north of X, the chief said, attacking Y")."""
    if sentence.sign(relation.after) != ",":
        return False
    if not sentence.cased and sentence.some(relation.after, first, "speech", "event"):
        return False
    near = first - 1 == relation.after + 1 and sentence.is_(first - 1, "close", "presence")
    return not (sentence.cased and near and relation.bearing is not None and relation.distance_km is None)


def _off_the_ends(sentence: Sentence, names: list[tuple[int, int]], spoken_of: Set[str]) -> list[tuple[int, int]]:
    """Roads are called by the places that they join: "the A - B road" is told of the one spoken of before, else of A,
    and of neither of them where a place on it is named: "the A - B road near C". The names that are left out."""
    ends: list[tuple[int, int]] = []
    for n, (start, end) in enumerate(pairwise(names)):
        joined = end[0] == start[1] + 1 and sentence.is_dash(start[1]) and start[0] > 0
        if not joined or not sentence.way_words.intersection(sentence.tokens[start[0] - 1].forms):
            continue
        known = [not spoken_of.isdisjoint(sentence.tokens[name[0]].forms) for name in (start, end)]
        other = start if known == [False, True] else end
        ends.append(other)
        near = names[n + 2][0] - 1 if n + 2 < len(names) else 0
        if sentence.is_(near, "close") and near == end[1]:
            ends.append(end if other is start else start)
    return ends


def _remark(sentence: Sentence, relation: RelationWords) -> bool:
    """Whether a distance after a comma only tells where something named before lies."""
    k = relation.first - 1
    while k > 0 and sentence.is_(k, "lying", "adverb"):
        k -= 1
    return relation.distance_km is not None and sentence.sign(k) == ","


def _tells_of_another(sentence: Sentence, first: int, after: int, found: list[Mention]) -> bool:
    """Take in a name that is a region, or that only tells which place the one before it is."""
    if _is_region(sentence, first, after):
        found.append(_region(sentence, first, after, found))
        return True
    if _inside(sentence, first, found):
        if found[-1].first not in sentence.called:
            found[-1] = replace(found[-1], mention=replace(found[-1].mention, region=sentence.words(first, after)))
    elif _close_to(sentence, first, found) and not leads_to(sentence, found[-1].first):
        found[-1] = _with(found[-1], RelationWords(sentence.words(first, after), None, None, first, after))
    else:
        return False
    found.append(_aside(sentence, first, after))
    return True


def _areas(sentence: Sentence) -> list[Mention]:
    """ "the south of the country": a stretch of a country, without a border of its own."""
    areas = []
    for first, (after, word) in sentence.sides.items():
        if (
            not word.adjective
            and after - first == 1
            and first
            and bearing_at(sentence, first - 1)
            and sentence.sign(after) != "'s"
        ):
            start, end = sentence.span(first - 1, after)
            mention = PlaceMention(start, end, sentence.text[start:end], place_class=PlaceClass.AREA)
            areas.append(Mention(first - 1, after, mention))
    return areas


def _sectors(sentence: Sentence) -> list[Mention]:
    """ "the southern axis": a stretch of the whole front, told by a point of the compass alone."""
    if sentence.cased or not sentence.has("sector"):
        return []
    sectors = []
    for unit in sentence.units:
        first = unit.first - 1
        area = sentence.areas.get(sentence.sign(first)) if "sector" in unit.names else None
        if area is not None and bearing_at(sentence, first) and not sentence.is_(unit.after, "of"):
            start, end = sentence.span(first, unit.after)
            mention = PlaceMention(start, end, area, place_class=PlaceClass.AREA)
            sectors.append(Mention(first, unit.after, mention))
    return sectors


def _joint(sentence: Sentence, joint: Joint) -> Mention:
    start, end = sentence.span(joint.first, joint.after)
    one, other = (region_name(sentence, *ends) if joint.border else sentence.words(*ends) for ends in joint.ends)
    sort = PlaceClass.AREA if joint.border else None
    mention = PlaceMention(
        start, end, f"{one}-{other} {joint.extent}", place_class=sort, between=(one, other), extent=joint.extent
    )
    return Mention(joint.first, joint.after, mention, direction=not joint.border)


def _plain(sentence: Sentence, first: int, after: int, found: list[Mention]) -> Mention:
    direction = False
    end = after
    if sentence.is_(after, "direction") or _elliptic(sentence, first, after):
        direction = True
    of_works = sentence.cased and sentence.is_(after, "asset") and "adjective" in sentence.tokens[first].features
    place_class = PlaceClass.SETTLEMENT if of_works or _called_settlement(sentence, first, after) else None
    named_river = after - first > 1 and sentence.tokens[after - 1].lower in sentence.river_words
    if named_river or sentence.is_(after, "river") or sentence.is_(first - 1, "river") or _on_a_bank(sentence, first):
        place_class = PlaceClass.RIVER
    if sentence.is_(first - 1, "of", "determiner") and sentence.some(first - 3, first, "bank"):
        place_class = PlaceClass.RIVER
    start_char, end_char = sentence.span(first, end)
    name = sentence.called.get(first, sentence.text[start_char:end_char])
    mention = PlaceMention(start_char, end_char, name, place_class=place_class)
    office = sentence.is_(first - 1, "of") and sentence.is_(first - 2, "official")
    beside = sentence.cased and sentence.is_(first - 1, "by") and sentence.is_(first - 1, "locative")
    aside = office or beside or sentence.is_(first - 1, "approach") or _in_apposition(sentence, first, found)
    return Mention(first, after, mention, aside=aside, direction=direction)


def _elliptic(sentence: Sentence, first: int, after: int) -> bool:
    """Whether an adjective made of a town stands for a stretch of the front whose noun is left out."""
    alone = after - first == 1 and sentence.tokens[first].features >= {"adjective", "loc"}
    return alone and sentence.sign(first - 1) in sentence.elliptic_words


def _on_a_bank(sentence: Sentence, first: int) -> bool:
    """ "the right bank of the X": X is a river, whatever town has its name."""
    before = first - 1
    while sentence.is_(before, "of", "determiner"):
        before -= 1
    return sentence.is_(before, "bank")


def _called_settlement(sentence: Sentence, first: int, after: int) -> bool:
    """ "the village of X", "X, a village"."""
    before = first - 2 if first and sentence.is_(first - 1, "of") else first - 1
    if before >= 0 and sentence.is_(before, "settlement"):
        return True
    if not sentence.cased and sentence.is_(after, "settlement") and sentence.tokens[after].capitalised:
        return True
    return sentence.sign(after) == "," and sentence.some(after + 1, after + 5, "settlement")


def _in_apposition(sentence: Sentence, first: int, found: list[Mention]) -> bool:
    """Whether a name only describes the one before: "X, a mining town in the Y region", "X, a major fortress in Y"."""
    last = found[-1] if found else None
    if last is None or last.aside:
        return False
    site = range(last.after, first - 1)
    if site and all(sentence.is_(k, "asset") for k in site) and sentence.is_(first - 1, "locative"):
        return True
    if sentence.sign(last.after) != "," or first - last.after > 12:
        return False
    opens = last.after + 1
    described = sentence.is_(opens, "determiner", "number") and not sentence.is_dash(opens + 1)
    return described and not any(
        sentence.sign(k) in {",", ";"} or sentence.is_(k, "auxiliary", "be", "speech", "modal") or _verb(sentence, k)
        for k in range(opens, first)
    )


def _verb(sentence: Sentence, k: int) -> bool:
    return sentence.is_(k, "event") and bool(sentence.tokens[k].features & {"past", "participle"})


def _inside(sentence: Sentence, first: int, found: list[Mention]) -> bool:
    """ "X in Y": the second name is the region's, without its word."""
    last = found[-1] if found else None
    return last is not None and last.after == first - 1 and sentence.is_(first - 1, "inside") and not last.aside


def _close_to(sentence: Sentence, first: int, found: list[Mention]) -> bool:
    """ "X near Y": the second name only tells which X."""
    last = found[-1] if found else None
    return (
        last is not None
        and last.after == first - 1
        and sentence.is_(first - 1, "close")
        and last.mention.name is not None
        and last.mention.anchor is None
        and last.mention.place_class is not PlaceClass.RIVER
        and not last.aside
        and not sentence.is_(last.first - 1, "close")
    )


_LISTED = 8
"""Names that a list of regions may go on with: longer lists are of settlements."""


def _is_region(sentence: Sentence, first: int, after: int) -> bool:
    last = sentence.tokens[after - 1].forms
    town = sentence.cased and after - first == 1 and "adjective" in sentence.tokens[first].features
    described = first in sentence.places.values()
    if town and not described and sentence.is_(after, "district") and not sentence.is_(after, "region"):
        return False
    if sentence.is_(after, "region", "district") or (
        after - first > 1 and any(form in sentence.region_words for form in last)
    ):
        return True
    if after - first == 1 and any(form in sentence.region_names for form in last):
        return True
    i, links = after, 0
    for _ in range(_LISTED):
        member = _next_member(sentence, i)
        if member is None or (links and not sentence.cased):
            return False
        links += sentence.is_(member - 1, "link")
        i = sentence.places[member]
        if sentence.cased and any(form in sentence.region_words for form in sentence.tokens[i - 1].forms):
            return "adjective" in sentence.tokens[after - 1].features
        if sentence.is_(i, "region") and sentence.sign(i).endswith("s"):
            return True
        if not sentence.cased and sentence.sign(i - 1) in sentence.region_words and sentence.sign(i - 1).endswith("s"):
            return True
    return False


def _next_member(sentence: Sentence, i: int) -> int | None:
    """The first token of the next name of a list that goes on at token i: "A, B, and C"."""
    if not (sentence.sign(i) in {",", "-"} or sentence.is_(i, "link")):
        return None
    first = i + 1 + (not sentence.cased and sentence.sign(i) == "," and sentence.is_(i + 1, "link"))
    return first if first in sentence.places else None


def region_name(sentence: Sentence, first: int, after: int) -> str:
    """A region as written, with the word that its list ends in: "A" of "the A and B regions" is the "A region"."""
    words = sentence.words(first, after)
    if sentence.cased or sentence.is_(after, "region", "district") or sentence.sign(after - 1) in sentence.region_words:
        return words
    i = after
    for _ in range(_LISTED):
        member = _next_member(sentence, i)
        if member is None:
            break
        i = sentence.places[member]
        for k in (i, i - 1):
            if sentence.sign(k) in sentence.region_words:
                return f"{words} {sentence.words(k, k + 1).removesuffix('s')}"
    return words


def _region(sentence: Sentence, first: int, after: int, found: list[Mention]) -> Mention:
    start, end = sentence.span(first, after)
    name = region_name(sentence, first, after)
    last = found[-1] if found else None
    office = sentence.is_(first - 1, "of") and sentence.is_(first - 2, "official")
    names_settlement = office or (
        last is not None
        and last.mention.name is not None
        and last.mention.place_class is not PlaceClass.REGION
        and first - last.after <= 8
        and not (sentence.cased and any(sentence.sign(i) == "," for i in range(last.after, first)))
        and not any(sentence.is_(i, "event") for i in range(last.after, first) if not sentence.is_(i, "settlement"))
    )
    if names_settlement and not office and last is not None:
        found[-1] = replace(last, mention=replace(last.mention, region=name))
    place_class = (
        PlaceClass.DISTRICT
        if sentence.is_(after, "district") and not sentence.is_(after, "region")
        else PlaceClass.REGION
    )
    beyond = sentence.is_(first - 1, "approach") or (
        last is not None and last.aside and sentence.is_(first - 1, "link") and last.after == first - 1
    )
    aside = names_settlement or (beyond and not sentence.cased)
    return Mention(first, after, PlaceMention(start, end, name, place_class=place_class), aside=aside)


def _goes_on(sentence: Sentence, start: int, first: int) -> bool:
    """Whether a list that began before `start` still runs at `first`: only links, prepositions and brackets between."""
    return all(
        sentence.sign(i) in {",", "-"}
        or sentence.is_(i, "link")
        or sentence.is_(i, "locative", "determiner", "adverb", "bearing", "settlement", "outskirts")
        for i in range(start, first)
    )


def _described(sentence: Sentence, found: list[Mention], relation: RelationWords) -> list[int]:
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


def _describe(found: list[Mention], targets: list[int], relation: RelationWords) -> None:
    for i in targets:
        found[i] = _with(found[i], relation)


def _with(item: Mention, relation: RelationWords) -> Mention:
    mention = replace(item.mention, anchor=relation.anchor, distance_km=relation.distance_km, bearing=relation.bearing)
    return replace(item, mention=mention)


def _alone(sentence: Sentence, relation: RelationWords) -> Mention:
    start, end = sentence.span(max(0, relation.first), min(relation.after, len(sentence.tokens)))
    mention = PlaceMention(
        start, end, None, anchor=relation.anchor, distance_km=relation.distance_km, bearing=relation.bearing
    )
    return Mention(max(0, relation.first), relation.after, mention)


def _aside(sentence: Sentence, first: int, after: int) -> Mention:
    start, end = sentence.span(first, after)
    return Mention(first, after, PlaceMention(start, end, sentence.text[start:end]), aside=True)
