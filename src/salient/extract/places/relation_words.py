"""Words that tell where something lies from a place: "8 km south-west of X"."""

from dataclasses import dataclass

from salient.domain.place import Bearing
from salient.extract.words.numbers import number_at
from salient.extract.words.sentence import Sentence


@dataclass(slots=True)
class RelationWords:
    anchor: str
    distance_km: float | None
    bearing: Bearing | None
    first: int
    after: int


def relation_before(sentence: Sentence, first: int, after: int) -> RelationWords | None:
    """ "8 km (5 miles) southwest of X", "three kilometres from the southern outskirts of X", "north of X",
    "to X's south"."""
    if sentence.sign(after) == "'s" and (bearing := bearing_at(sentence, after + 1)) and sentence.is_(first - 1, "to"):
        return RelationWords(sentence.place_name(first, after), None, bearing, first - 1, after + 2)
    if sentence.cased:
        return _cased_relation(sentence, first, after)
    i = first - 1
    while (i >= 0 and sentence.is_(i, "determiner", "settlement") and not sentence.is_(i, "of")) or (
        sentence.is_(i, "of") and sentence.is_(i - 1, "settlement")
    ):
        i -= 1
    bearing, start = None, i
    if sentence.is_(i, "of") and (bearing := bearing_at(sentence, i - 1)) and not sentence.is_(i - 1, "outskirts"):
        start = _opens(sentence, i - 1)
        if sentence.is_(start - 1, "determiner") and sentence.is_(start - 2, "to"):
            start -= 2
    elif sentence.is_(i, "of") and (sentence.is_(i - 1, "outskirts") or _is_the_edge(sentence, i - 1)):
        j = _opens(sentence, i - 1)
        bearing = bearing_at(sentence, j - 1)
        start = _opens(sentence, j - 1) if bearing else j
        while start > 0 and sentence.is_(start - 1, "determiner", "from"):
            start -= 1
        if sentence.is_(start - 1, "of") and (side := bearing_at(sentence, start - 2)) is not None:
            bearing, start = side, _opens(sentence, start - 2)  # "2 km EAST OF THE OUTSKIRTS of X"
        distance, begin = _distance_before(sentence, start)
        if distance is None:
            return None
        return RelationWords(sentence.place_name(first, after), distance, bearing, begin, after)
    elif sentence.is_(i, "from"):
        start = i
    else:
        return None
    distance, begin = _distance_before(sentence, start)
    if distance is None and bearing is None:
        return None
    return RelationWords(sentence.place_name(first, after), distance, bearing, begin, after)


def _cased_relation(sentence: Sentence, first: int, after: int) -> RelationWords | None:
    """A length, a point of the compass and "from", in whatever order a language joins them before the name."""
    i = first - 1
    while sentence.is_(i, "settlement") or sentence.sign(i) == ".":
        i -= 1
    bearing, i = _past_outskirts(sentence, i)
    outer = sentence.is_(i + 1, "outskirts", "bearing")  # "at the southern edge of X" itself is no distance from it
    distance, start = None, i + 1
    linked = sentence.is_(i, "from")
    i -= linked
    for _ in range(2):
        if bearing is None and (found := bearing_at(sentence, i)) is not None and not sentence.is_(i + 1, "outskirts"):
            if (
                not linked
                and sentence.tokens[i].features & {"noun", "adjective"} - {"adjective"}
                and not _adverbial(sentence, i)
            ):
                break
            unit = sentence.unit_at[i]
            bearing, i = found, (unit.first if unit else i) - 1
            start = i + 1
            if sentence.is_(i, "locative", "to"):
                i -= 1
        if distance is None:
            value, begin = _distance_before(sentence, i + 1)
            if value is not None:
                distance, i, start = value, begin - 1, begin
    if (bearing is None or outer) and (distance is None or not linked):
        return None
    if distance is not None and sentence.is_(i, "locative"):
        start = i
    return RelationWords(sentence.place_name(first, after), distance, bearing, start, after)


def _past_outskirts(sentence: Sentence, i: int) -> tuple[Bearing | None, int]:
    """Past the edge of a place from which a distance is measured, which side it is on, and the token before: "3 km from
    THE SOUTHERN OUTSKIRTS of X"."""
    if not sentence.is_(i, "outskirts"):
        return None, i
    bearing = bearing_at(sentence, i - 1)
    edge = i - 1 - (bearing is not None)
    return (bearing, edge) if sentence.is_(edge, "from") else (None, i)


def _adverbial(sentence: Sentence, i: int) -> bool:
    """Whether the word stands as an adverb: no case that a name could be governed by."""
    return not sentence.tokens[i].features & {"nom", "gen", "acc", "ins", "loc", "dat"}


def bearing_at(sentence: Sentence, i: int) -> Bearing | None:
    unit = sentence.unit_at[i] if 0 <= i < len(sentence.unit_at) else None
    return unit.value("bearing") if unit else None


def _is_the_edge(sentence: Sentence, k: int) -> bool:
    """Whether words that may stand for a place end here, and tell from which part of one it is measured: "2 km east of
    THE OUTSKIRTS of X"."""
    unit = sentence.unit_at[k] if k > 0 else None
    whole = unit is not None and "anaphor_place" in unit.names and unit.after - unit.first > 1
    return unit is not None and whole and sentence.is_(unit.first - 1, "of", "from")


def _opens(sentence: Sentence, i: int) -> int:
    """Where the point of the compass begins that ends at token i: "SOUTH - WEST of X"."""
    unit = sentence.unit_at[i]
    return i if unit is None else unit.first


def _distance_before(sentence: Sentence, i: int) -> tuple[float | None, int]:
    """A length that ends just before token i, and where it begins; a second length in brackets is passed over."""
    j = i - 1
    if sentence.is_(j, "away"):
        j -= 1
    if sentence.sign(j) == ")":
        while j > 0 and sentence.sign(j) != "(":
            j -= 1
        j -= 1
    unit = sentence.unit_at[j] if j >= 0 else None
    factor = unit.value("length") if unit else None
    if factor is None:
        return None, i
    value, begin = number_at(sentence, j - 1)
    return (None, i) if value is None else (round(value * factor, 2), begin)
