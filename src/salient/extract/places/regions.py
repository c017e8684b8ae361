"""Names of regions and districts in a sentence, alone and in lists."""

from dataclasses import replace

from salient.domain.mention import PlaceMention
from salient.domain.place import PlaceClass
from salient.extract.places.mention import Mention
from salient.extract.places.relation_words import bearing_at
from salient.extract.places.rivers import on_a_bank
from salient.extract.words.sentence import Sentence

_APPOSED = 5
"""Tokens after a comma within which a name is said to be a region's."""
_INNER = 2
"""Tokens between a district and the region that it belongs to."""


def areas_of(sentence: Sentence) -> list[Mention]:
    """ "the south of the country": a stretch of a country, without a border of its own."""
    areas = []
    for first, (after, word) in sentence.sides.items():
        if (
            not word.adjective
            and after - first == 1
            and first
            and bearing_at(sentence, first - 1)
            and sentence.sign(after) != "'s"
            and (not sentence.cased or "gen" in sentence.tokens[first].features)  # "in the south THE ARMY took X"
        ):
            start, end = sentence.span(first - 1, after)
            mention = PlaceMention(start, end, sentence.text[start:end], place_class=PlaceClass.AREA)
            areas.append(Mention(first - 1, after, mention))
    return areas


def sectors_of(sentence: Sentence) -> list[Mention]:
    """ "the southern axis": a stretch of the whole front, told by a point of the compass alone."""
    if not sentence.has("sector"):
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


_LISTED = 8
"""Names that a list of regions may go on with: longer lists are of settlements."""


def is_region(sentence: Sentence, first: int, after: int) -> bool:
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
    if _called_one(sentence, after) is not None:
        return True
    i, links = after, 0
    for _ in range(_LISTED):
        member = _next_member(sentence, i)
        if member is None or links:
            return False
        links += sentence.is_(member - 1, "link")
        i = sentence.places[member]
        if sentence.cased and any(form in sentence.region_words for form in sentence.tokens[i - 1].forms):
            return "adjective" in sentence.tokens[after - 1].features
        if sentence.is_(i, "region") and sentence.sign(i).endswith("s"):
            return True
        if sentence.sign(i - 1) in sentence.region_words and sentence.sign(i - 1).endswith("s"):
            return True
    return False


def _called_one(sentence: Sentence, comma: int) -> int | None:
    """The word that says after a name that it is a region's: "inside X, AN industrial REGION in the east"."""
    if sentence.cased or sentence.sign(comma) != "," or not sentence.is_(comma + 1, "determiner"):
        return None
    k = comma + 2
    while k < comma + _APPOSED and not sentence.is_(k, "region") and _may_describe(sentence, k):
        k += 1
    owns = sentence.sign(k + 1) == "'s" or sentence.is_(k + 1, "settlement", "asset", "official")
    return k if sentence.is_(k, "region") and not owns else None


def _may_describe(sentence: Sentence, k: int) -> bool:
    return sentence.only_describes(k) or sentence.is_(k, "bearing")


def _next_member(sentence: Sentence, i: int) -> int | None:
    """The first token of the next name of a list that goes on at token i: "A, B, and C"."""
    if not (sentence.sign(i) in {",", "-"} or sentence.is_(i, "link")):
        return None
    first = i + 1 + (not sentence.cased and sentence.sign(i) == "," and sentence.is_(i + 1, "link"))
    return first if first in sentence.places else None


def region_name(sentence: Sentence, first: int, after: int) -> str:
    """A region as written, with the word that its list ends in: "A" of "the A and B regions" is the "A region"."""
    words = sentence.words(first, after)
    if not sentence.cased and sentence.is_(after, "region") and sentence.sign(after).endswith("s"):
        return f"{words} {sentence.words(after, after + 1).removesuffix('s')}"  # "the X and Y REGIONS"
    if sentence.is_(after, "region", "district") or sentence.sign(after - 1) in sentence.region_words:
        return words
    if (called := _called_one(sentence, after)) is not None:
        return f"{words} {sentence.words(called, called + 1)}"
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


def _closes_list_of_towns(sentence: Sentence, first: int, last: Mention | None) -> bool:
    """Whether the towns that districts are called after are listed: "the A, B and C communities"."""
    listed = last is not None and last.after == first - 1 and sentence.is_(first - 1, "link")
    return listed and last is not None and last.mention.place_class is None


def _parts(sentence: Sentence, i: int) -> bool:
    """Whether a comma or a link keeps a region apart from the place before it: "X and all of the Y region"."""
    return sentence.sign(i) == "," or sentence.is_(i, "link")


def _is_gone_to(sentence: Sentence, first: int) -> bool:
    """Whether a region is where somebody goes, not where the place before it lies: "from X TO the Y region"."""
    k = first - 1 - sentence.is_(first - 1, "article")
    return not sentence.cased and sentence.is_(k, "to") and not sentence.is_(k - 1, "bearing", "near", "close")


def names_a_force(sentence: Sentence, first: int) -> bool:
    """Whether a region is only whose troops somebody's are: "the militia OF THE X Republic"."""
    of = first - 1
    while sentence.is_(of, "article") or sentence.only_describes(of):
        of -= 1
    return not sentence.cased and sentence.is_(of, "of") and sentence.is_(of - 1, "forces")


def _list_of_towns(sentence: Sentence, found: list[Mention]) -> int:
    """Where the list begins that a region closes, of towns that are called so together: "THE VILLAGES OF X, Y and Z in
    the W region". A lone town is one."""
    opens = len(found) - 1
    while opens > 0 and found[opens - 1].mention.region is None:
        between = range(found[opens - 1].after, found[opens].first)
        if not between or not all(sentence.sign(k) == "," or sentence.is_(k, "link") for k in between):
            break
        opens -= 1
    noun = found[opens].first - 1
    noun -= sentence.is_(noun, "of") and not sentence.is_(noun, "settlement")
    return opens if sentence.is_(noun, "settlement") else len(found) - 1


def region_mention(sentence: Sentence, first: int, after: int, found: list[Mention]) -> Mention:
    start, end = sentence.span(first, after)
    name = region_name(sentence, first, after)
    last = found[-1] if found else None
    bank = last is not None and on_a_bank(sentence, last.first)  # "on the left bank of the X in the Y region"
    governed = sentence.is_(first - 1, "of") and sentence.is_(first - 2, "official")
    office = governed or names_a_force(sentence, first)
    names_settlement = office or (
        last is not None
        and last.mention.name is not None
        and last.mention.place_class is not PlaceClass.REGION
        and not bank
        and first - last.after <= 8
        and not _is_gone_to(sentence, first)
        and not (sentence.cased and any(_parts(sentence, i) for i in range(last.after, first)))
        and not any(sentence.is_(i, "event") for i in range(last.after, first) if not sentence.is_(i, "settlement"))
    )
    inner = last is not None and sentence.is_(last.after, "of", "inside") and first - last.after <= _INNER
    names_settlement |= inner and not bank  # "the X district of the Y region"
    if names_settlement and not office and last is not None:
        for n in range(_list_of_towns(sentence, found), len(found)):
            found[n] = replace(found[n], mention=replace(found[n].mention, region=name))
    place_class = (
        PlaceClass.DISTRICT
        if sentence.is_(after, "district") and not sentence.is_(after, "region")
        else PlaceClass.REGION
    )
    several = not sentence.cased and sentence.sign(after).endswith("s")
    if several and place_class is PlaceClass.DISTRICT and _closes_list_of_towns(sentence, first, last):
        return Mention(first, after, PlaceMention(*sentence.span(first, after), sentence.words(first, after)))
    beyond = sentence.is_(first - 1, "approach") or (
        last is not None and last.aside and sentence.is_(first - 1, "link") and last.after == first - 1
    )
    aside = names_settlement or (beyond and not sentence.cased)
    return Mention(first, after, PlaceMention(start, end, name, place_class=place_class), aside=aside)
