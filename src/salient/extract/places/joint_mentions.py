"""Stretches named by two places at once: "the Upper-Lower direction", "the border of the A and B regions"."""

import itertools
from dataclasses import dataclass

from salient.extract.places.regions import is_region
from salient.extract.words.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Joint:
    """Tokens `first:after` name a stretch by the places at `ends`; `extent` is what it is called."""

    first: int
    after: int
    ends: tuple[tuple[int, int], tuple[int, int]]
    extent: str
    border: bool


def find_joints(sentence: Sentence) -> list[Joint]:
    """All such stretches, in order; three names in a row, or two directions, are a list and none."""
    if len(sentence.places) < 2 or not sentence.has("joint", "border"):
        return []
    names = sorted(sentence.places.items())
    found = []
    for (first, middle), (second, after) in itertools.pairwise(names):
        linked = second == middle + 1 and (sentence.sign(middle) == "-" or sentence.is_(middle, "link"))
        through = second == middle + 2 and sentence.is_(middle, "region") and sentence.is_(middle + 1, "link")
        if not (linked or through) or _goes_on(sentence, first, after):
            continue
        joint = _direction(sentence, first, middle, second, after) or _border(sentence, first, middle, second, after)
        if joint is not None:
            found.append(joint)
    return found


def _goes_on(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a third name stands before or behind: "A-B-C"."""
    before = first - 1 in sentence.places.values() or first - 2 in sentence.places.values()
    return (sentence.sign(first - 1) in {"-", ","} and before) or (
        sentence.sign(after) == "-" and after + 1 in sentence.places
    )


def _direction(sentence: Sentence, first: int, middle: int, second: int, after: int) -> Joint | None:
    unit = sentence.unit_at[after] if after < len(sentence.unit_at) else None
    if unit is None or "joint" not in unit.names or sentence.sign(middle) != "-":
        return None
    if "plural" in sentence.tokens[unit.after - 1].features:
        return None
    return Joint(first, unit.after, ((first, middle), (second, after)), sentence.words(after, unit.after), border=False)


def _border(sentence: Sentence, first: int, middle: int, second: int, after: int) -> Joint | None:
    """ "A-B region border", "the A and B region borders", "the border between the A and B regions"."""
    end = after + sentence.is_(after, "region")
    behind = sentence.unit_at[end] if end < len(sentence.unit_at) else None
    hyphened = not sentence.cased and sentence.sign(middle) == "-" and sentence.is_(after, "border")
    if not (end > after or hyphened or is_region(sentence, second, after)):
        return None
    if behind is not None and "border" in behind.names:
        return Joint(first, behind.after, ((first, middle), (second, after)), "border", border=True)
    k = first - 1
    while sentence.is_(k, "determiner", "of", "between") and not sentence.is_(k, "border"):
        k -= 1
    if (k < first - 1 or sentence.cased) and sentence.is_(k, "border"):
        return Joint(k, end, ((first, middle), (second, after)), "border", border=True)
    return None
