"""Names of places in a sentence, with the words around them that say which place is meant."""

from collections.abc import Set
from dataclasses import replace

from salient.domain.kind import Kind
from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass
from salient.extract.places.called_by import ends_of_lines, off_the_ends
from salient.extract.places.descriptions import without_descriptions
from salient.extract.places.goals import only_compares
from salient.extract.places.joint_mentions import Joint, find_joints
from salient.extract.places.mention import LARGE, Mention
from salient.extract.places.place_lists import is_fronted
from salient.extract.places.regions import areas_of, is_region, region_mention, region_name, sectors_of
from salient.extract.places.relation_words import RelationWords, relation_before
from salient.extract.places.relations import (
    alone,
    anchors_go_on,
    describe,
    described,
    ends_there,
    goes_on,
    in_brackets,
    is_joined,
    is_remark,
    with_relation,
)
from salient.extract.places.rivers import names_river
from salient.extract.places.stretches import join_ends, lies_toward_town
from salient.extract.words.clause_breaks import next_break
from salient.extract.words.own_clause import leads_to
from salient.extract.words.sentence import Sentence, events_of
from salient.text.tokens import CASES

_STREETS = 3_000
"""People that a place has at least whose streets are spoken of: smaller ones have given a street its name."""
_ADDRESSED = 6
"""Tokens from a verb of speech to where it was said."""
_FAR_REACHING = (Kind.STRIKE, Kind.ASSET)


def find_mentions(sentence: Sentence, spoken_of: Set[str] = frozenset()) -> list[Mention]:
    """All mentions, in the order of the text; a relation goes to the names it covers, or stands by itself.

    `spoken_of` are the base forms of the names of places in the report so far.
    """
    joints = find_joints(sentence)
    inside = {place for joint in joints for place, _ in joint.ends}
    names = sorted((first, after) for first, after in sentence.places.items() if first not in inside)
    ends = off_the_ends(sentence, names, spoken_of) if sentence.way_words else []
    ends += [name for name in ends_of_lines(sentence, names) if name not in ends]
    names = [name for name in names if name not in ends]
    found: list[Mention] = []
    relation: RelationWords | None = None
    used = False
    for position, (first, after) in enumerate(names):
        read = in_brackets(sentence, relation_before(sentence, first, after))
        if relation is not None and not used and read is None and anchors_go_on(sentence, names, position):
            found.append(alone(sentence, relation))
            relation = replace(relation, anchor=sentence.words(first, after), first=first, after=after)
            continue
        bracketed = read is not None and sentence.sign(read.first - 1) == "("
        apart = relation is not None and not used and ends_there(sentence, relation, first)
        joined = relation is not None and not used and is_joined(sentence, relation)
        if (
            relation is not None
            and not bracketed
            and (read or apart or joined or not goes_on(sentence, names[position - 1][1], first))
        ):
            if not used:
                found.append(alone(sentence, relation))
                if apart and read is None:
                    found.append(_aside(sentence, first, after))
                    relation = None
                    continue
            relation = None
        if read is not None:
            if relation is not None and not used and sentence.sign(read.first - 1) == "(":
                found.append(alone(sentence, relation))
                found.append(_aside(sentence, first, after))
                relation = None
                continue
            if not _taken_in(sentence, read, (first, after), found):
                relation, used = read, False
            continue
        if _tells_of_another(sentence, first, after, found):
            continue
        mention = _plain(sentence, first, after, found)
        if relation is not None and not mention.aside:
            used = True
            mention = with_relation(mention, relation)
        found.append(mention)
    if relation is not None and not used:
        found.append(alone(sentence, relation))
    found.extend(_aside(sentence, *name) for name in ends)
    found.extend(areas_of(sentence))
    found.extend(sectors_of(sentence))
    found.extend(_joint(sentence, joint) for joint in joints)
    found = _without_remarks(sentence, sorted(found, key=lambda item: item.first))
    return join_ends(sentence, without_descriptions(sentence, found))


def _without_remarks(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """The mentions, aside those that only describe the name before them in brackets or between dashes: "X (a village
    east of Y) has fallen", "X - the last village before Y - has fallen"."""
    out = found[:1]
    for item in found[1:]:
        opens, k = out[-1].after, item.after
        pair = sentence.sign(opens) == "(" or (sentence.is_dash(opens) and not sentence.cased)
        described = pair and sentence.is_(opens + 1, "article", "determiner", "one_of_them") and not out[-1].aside
        sign = ")" if sentence.sign(opens) == "(" else "-"
        closes = next((j for j in range(k, len(sentence.tokens)) if sentence.sign(j) in {sign, ",", ";"}), None)
        quiet = closes is not None and sentence.sign(closes) == sign
        quiet = quiet and not any(_verb(sentence, j) or sentence.is_be(j) for j in range(opens, closes or 0))
        out.append(replace(item, aside=True) if described and quiet else item)
    return out


def _taken_in(sentence: Sentence, relation: RelationWords, name: tuple[int, int], found: list[Mention]) -> bool:
    """Let a relation describe the mentions before it, if it does: then its anchor is no place of its own."""
    if _of_a_region(sentence, relation, *name, found):
        found.append(region_mention(sentence, *name, found))
        return True
    target = described(sentence, found, relation)
    describe(found, target, relation)
    if target or (is_remark(sentence, relation) and found):
        found.append(_aside(sentence, *name))
        return True
    return False


_APPOSED = 7
"""Tokens between a place and the region that it is said to lie in."""


def _of_a_region(sentence: Sentence, relation: RelationWords, first: int, after: int, found: list[Mention]) -> bool:
    """Whether a part of a region only tells where the place before it lies: "X, a village in the south of the Y
    region"."""
    last = found[-1] if found else None
    if last is None or last.aside or relation.distance_km is not None:
        return False
    near = relation.first - last.after <= _APPOSED and not sentence.some(last.after, relation.first, "event", "speech")
    return near and last.mention.name is not None and is_region(sentence, first, after)


def _tells_of_another(sentence: Sentence, first: int, after: int, found: list[Mention]) -> bool:
    """Take in a name that is a region, or that only tells which place the one before it is."""
    if is_region(sentence, first, after):
        region = region_mention(sentence, first, after, found)
        lies = _tells_where_it_lies(sentence, first) or _is_of_which_village(sentence, first, after)
        found.append(replace(region, aside=region.aside or lies))
        return True
    if _inside(sentence, first, found):
        if found[-1].first not in sentence.called:
            found[-1] = replace(found[-1], mention=replace(found[-1].mention, region=sentence.words(first, after)))
    elif (_close_to(sentence, first, found) or _put_in_close_to(sentence, first, after, found)) and not leads_to(
        sentence, found[-1].first
    ):
        found[-1] = with_relation(found[-1], RelationWords(sentence.place_name(first, after), None, None, first, after))
    else:
        return False
    found.append(_aside(sentence, first, after))
    return True


def _tells_where_it_lies(sentence: Sentence, first: int) -> bool:
    """Whether a region only tells where a town spoken of lies: "the town, IN the X region"."""
    k = first - 1
    while sentence.is_(k, "article"):
        k -= 1
    if sentence.cased or not sentence.is_(k, "inside") or sentence.sign(k - 1) != ",":
        return False
    noun = k = k - 2
    while k > 0 and sentence.only_describes(k - 1):
        k -= 1
    return sentence.is_(noun, "settlement") and sentence.points_back(k - 1)


def _is_of_which_village(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the adjective of a district or region only tells where the village spoken of lies: "near this village OF
    THE X COMMUNITY"."""
    village = sentence.cased and sentence.is_(first - 1, "settlement", "anaphor_place")
    this = village and sentence.is_(first - 2, "determiner", "anaphor_place")
    return this and (sentence.is_(after, "district") or is_region(sentence, first, after))


def _joint(sentence: Sentence, joint: Joint) -> Mention:
    start, end = sentence.span(joint.first, joint.after)
    one, other = (_of_two_regions(sentence, *ends) if joint.border else sentence.words(*ends) for ends in joint.ends)
    sort = PlaceClass.AREA if joint.border else None
    mention = PlaceMention(
        start, end, f"{one}-{other} {joint.extent}", place_class=sort, between=(one, other), extent=joint.extent
    )
    return Mention(joint.first, joint.after, mention, direction=not joint.border)


def _of_two_regions(sentence: Sentence, first: int, after: int) -> str:
    """The name of a region on a border, with the word that both share: "the A and B REGIONS"."""
    name = region_name(sentence, first, after)
    shared = sentence.words(after, after + 1).removesuffix("s") if sentence.is_(after, "region") else ""
    return name if name.endswith(shared) else f"{name} {shared}"


def _plain(sentence: Sentence, first: int, after: int, found: list[Mention]) -> Mention:
    direction = False
    end = after
    if sentence.is_(after, "direction") or _elliptic(sentence, first, after) or _shares_direction(sentence, after):
        direction = True
    of_works = sentence.cased and sentence.is_(after, "asset") and "adjective" in sentence.tokens[first].features
    noun = _settlement_noun(sentence, first, after)
    place_class = PlaceClass.SETTLEMENT if of_works or noun is not None else None
    if names_river(sentence, first, after):
        place_class = PlaceClass.RIVER
    start_char, end_char = sentence.span(first, end)
    asset = sentence.called.get(first)
    name = sentence.place_name(first, end) if asset is None else asset.place
    at_one_spot = asset is not None and not asset.course and not asset.spread
    site = (asset.lon, asset.lat) if asset is not None and at_one_spot else None
    town = _is_town(sentence, noun)
    mention = PlaceMention(start_char, end_char, name, place_class=place_class, site=site, stretch=direction, town=town)
    office = sentence.is_(first - 1, "of") and sentence.is_(first - 2, "official")
    beside = sentence.cased and sentence.is_(first - 1, "by") and sentence.is_(first - 1, "locative")
    over = sentence.cased and sentence.sign(first - 1) in sentence.spanning_words
    spanned = over and sentence.is_(first - 2, "asset")
    aside = office or beside or spanned or sentence.is_(first - 1, "approach") or _in_apposition(sentence, first, found)
    aside |= _describes_somebody(sentence, first, after) or _is_part_of_town(sentence, first, after, found)
    aside |= _is_of_which_village(sentence, first, after) or only_compares(sentence, first, after)
    aside |= sentence.is_(first - 1, "street") and sentence.people.get(first, 0) < _STREETS
    aside |= asset is None and _names_works(sentence, first, after)
    aside |= sentence.is_(first - 1, "alongside") and _opens(sentence, first - 1)
    aside |= sentence.is_(first - 1, "negation") and sentence.sign(first - 2) == ","  # "X, not Y"
    aside |= _is_in_remark_on_it(sentence, first)
    aside |= first in sentence.abroad and not _tells_of_arms(sentence)
    aside |= first in sentence.capitals and _is_where_it_was_said(sentence, first)
    aside |= sentence.has("between") and lies_toward_town(sentence, first, after)
    return Mention(first, after, mention, aside=aside, direction=direction)


def _opens(sentence: Sentence, k: int) -> bool:
    """Whether the phrase that ends at a token opens its sentence: "TOGETHER WITH X fell Y"."""
    unit = sentence.unit_at[k]
    return unit is not None and unit.first == 0


def _is_in_remark_on_it(sentence: Sentence, first: int) -> bool:
    """Whether a name stands in a remark on the town spoken of: "The town, a junction between X and Y, HAS been hit"."""
    opens = sentence.is_(0, "article") and sentence.is_(1, "settlement") and sentence.sign(2) == ","
    if sentence.cased or not opens or not sentence.is_(3, "determiner"):
        return False
    close = next((k for k in range(3, len(sentence.tokens)) if sentence.sign(k) == ","), None)
    return close is not None and first < close and sentence.is_(close + 1, "be", "auxiliary", "modal")


def _names_works(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a name is only what works are called whose town is told: "the X power plant in Y"."""
    if sentence.cased or not sentence.is_(first - 1, "article"):
        return False
    works = after + (not sentence.is_(after, "asset") and sentence.only_describes(after))
    while sentence.is_(works, "asset"):
        works += 1
        if sentence.is_(works, "inside"):
            return sentence.is_(works - 1, "asset") and works + 1 in sentence.places
    return False


def _is_where_it_was_said(sentence: Sentence, first: int) -> bool:
    """Whether a capital only tells where somebody spoke: "told reporters IN THE CAPITAL that fighting goes on"."""
    if not sentence.is_(first - 1, "inside"):
        return False
    before = range(first - 2, max(-1, first - _ADDRESSED), -1)
    said = next((k for k in before if sentence.is_(k, "speech", "audience")), None)
    heard = said is not None and sentence.is_(said - 1, "be", "adverb", "event")  # "WERE REPORTED in the capital"
    return said is not None and not heard and not sentence.some(said + 1, first, "event", "that", "conjunction")


def _tells_of_arms(sentence: Sentence) -> bool:
    """Whether a sentence tells of what reaches beyond the theatre: drones, missiles and who flees from them do, the
    ground war does not."""
    cues = [event.cue for unit in sentence.units for event in events_of(unit)]
    people_leave = any(cue.kind is Kind.WITHDRAWAL and cue.needs is None for cue in cues)
    return people_leave or sentence.has("arms", "asset") or any(cue.kind in _FAR_REACHING for cue in cues)


def _describes_somebody(sentence: Sentence, first: int, after: int) -> bool:
    """Whether an adjective made of a town only tells whose somebody is: "the Kyiv commander"."""
    adjective = sentence.cased and after - first == 1 and "adjective" in sentence.tokens[first].features
    alone = not sentence.is_(first - 1, "locative", "link", "event")  # "near A the enemy", "the fall of A the army"
    return adjective and alone and sentence.is_(after, "official")


def _is_part_of_town(sentence: Sentence, first: int, after: int, found: list[Mention]) -> bool:
    """Whether a district called after something is one of the town named before it: "in X a market in the Y district
    has burnt down"."""
    last = found[-1] if found else None
    called = sentence.cased and "adjective" in sentence.tokens[first].features and sentence.is_(after, "district")
    if last is None or not called or last.mention.place_class in LARGE or last.direction:
        return False
    return all(sentence.tokens[k].is_word and not sentence.is_(k, "link") for k in range(last.after, first))


def _elliptic(sentence: Sentence, first: int, after: int) -> bool:
    """Whether an adjective made of a town stands for a stretch of the front whose noun is left out."""
    alone = after - first == 1 and sentence.tokens[first].features >= {"adjective", "loc"}
    return alone and sentence.sign(first - 1) in sentence.elliptic_words


def _shares_direction(sentence: Sentence, after: int) -> bool:
    """Whether a hyphen joins an adjective to another that has the noun: "on the A-AND-B sector"."""
    joined = sentence.cased and sentence.sign(after) == "-" and sentence.touches(after)
    return joined and sentence.is_(sentence.places.get(after + 1, -1), "direction")


def _settlement_noun(sentence: Sentence, first: int, after: int) -> int | None:
    """The word for what a settlement is beside its name: "the VILLAGE of X", "X, a VILLAGE"."""
    before = first - 2 if first and sentence.is_(first - 1, "of") else first - 1
    if before >= 0 and sentence.is_(before, "settlement"):
        return before
    if sentence.is_(after, "settlement") and sentence.tokens[after].capitalised:
        return after
    apposed = range(after + 1, after + 5) if sentence.sign(after) == "," else ()
    return next((k for k in apposed if sentence.is_(k, "settlement")), None)


def _is_town(sentence: Sentence, noun: int | None) -> bool | None:
    """Whether that word is for a town, or for a village; None where it is for neither."""
    if noun is None or not sentence.is_(noun, "city", "town", "village"):
        return None
    return not sentence.is_(noun, "village")


def _in_apposition(sentence: Sentence, first: int, found: list[Mention]) -> bool:
    """Whether a name only describes the one before: "X, a mining town in the Y region", "X, a major fortress in Y"."""
    last = found[-1] if found else None
    if last is None or last.aside:
        return False
    site = range(last.after, first - 1)
    if site and all(sentence.is_(k, "asset") for k in site) and sentence.is_(first - 1, "locative"):
        return True
    if sentence.sign(last.after) != "," or first - last.after > 12 or next_break(sentence, last.after) <= first:
        return False
    opens = last.after + 1
    counts = sentence.is_(opens, "number") and sentence.is_(opens + 1, "locative", "bearing")  # ", two near X"
    works = sentence.is_(first - 2, "asset") and sentence.is_(last.first - 1, "locative")  # "In X, the plant at Y"
    owned = opens in sentence.sides and sentence.sign(sentence.sides[opens][0]) == "'s"  # "X, THE NORTH'S port in Y"
    described = owned or sentence.is_(opens, "determiner", "number", "one_of_them")
    described &= not (sentence.is_dash(opens + 1) or counts or _names_another(sentence, opens, first))
    described &= not (works or _is_told_of(sentence, last, first))
    return described and not any(
        sentence.sign(k) in {",", ";"} or sentence.is_(k, "auxiliary", "be", "speech", "modal") or _verb(sentence, k)
        for k in range(opens, first)
    )


def _names_another(sentence: Sentence, opens: int, first: int) -> bool:
    """Whether a list goes on by what the next name is, or how much of it: "X, THE VILLAGE OF Y and Z", "half of X, ALL
    OF Y"; not "X, the centre of the Y region"."""
    noun = first - 1 - (not sentence.is_(first - 1, "settlement"))  # "the city of" is one phrase
    if noun == first - 2 and not sentence.is_(first - 1, "of"):
        return False
    if sentence.is_(opens, "whole", "part_of_town"):
        return opens == noun
    called = ("settlement", "asset", "part_of_town")
    described = range(opens + 1, noun)
    plain = all(sentence.only_describes(k) or sentence.is_(k, "bearing", "direction", *called) for k in described)
    return sentence.is_(opens, "article") and plain and sentence.is_(noun, *called)


def _is_told_of(sentence: Sentence, last: Mention, first: int) -> bool:
    """Whether a sentence only opens with where it was, and tells of the name after the comma: "Near X, THE VILLAGE OF Y
    WAS taken", not "near X, a town in Y, …"."""
    if not is_fronted(sentence, last):
        return False
    for k in range(first, len(sentence.tokens)):
        if sentence.sign(k) in {",", ";", "."} or sentence.is_(k, "relative", "that"):
            return False
        if sentence.is_(k, "auxiliary", "be", "modal") or _verb(sentence, k):
            return True
    return False


def _verb(sentence: Sentence, k: int) -> bool:
    described = sentence.is_(k - 1, "settlement")  # "the last village held by the South in X"
    described |= sentence.is_(k - 1, "article") and sentence.is_(k + 1, "settlement")  # "the occupied city of X"
    return sentence.is_(k, "event") and bool(sentence.tokens[k].features & {"past", "participle"}) and not described


def _inside(sentence: Sentence, first: int, found: list[Mention]) -> bool:
    """ "X in Y": the second name is the region's, without its word."""
    last = found[-1] if found else None
    before = first - 1 - sentence.is_(first - 1, "article")
    cases = sentence.tokens[first].features & CASES
    if sentence.cased and ("loc" not in cases or "acc" in cases):
        return False  # "from X to Y"
    if last is not None and last.after == before - 1 and sentence.only_describes(before):
        before -= 1  # "X in neighbouring Y"
    return last is not None and last.after == before and sentence.is_(before, "inside") and not last.aside


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
        and last.mention.place_class not in LARGE  # "in the X region NEAR Y" is told of Y
        and not last.aside
        and not sentence.is_(last.first - 1, "close")
    )


def _put_in_close_to(sentence: Sentence, first: int, after: int, found: list[Mention]) -> bool:
    """ "They took X, near Y, on Monday": the same between commas, where the first name stands in no list of places."""
    last = found[-1] if found else None
    if sentence.cased or last is None or last.after != first - 2 or not sentence.is_(first - 1, "close"):
        return False
    alone = last.mention.name is not None and last.mention.anchor is None and not last.aside
    goes_on = sentence.is_(after + 1, "link", "bearing") or (
        sentence.is_(after + 1, "locative") and after + 2 in sentence.places
    )
    listed = sentence.is_(last.first - 1, "close") or goes_on
    return alone and not listed and sentence.sign(last.after) == "," and sentence.sign(after) in {",", ".", ";", ""}


def _aside(sentence: Sentence, first: int, after: int) -> Mention:
    start, end = sentence.span(first, after)
    return Mention(first, after, PlaceMention(start, end, sentence.text[start:end]), aside=True)
