"""Names that only say what a road, a pipeline or an attack is called by, and nothing of where something happens."""

from collections.abc import Set
from itertools import pairwise

from salient.extract.words.sentence import Sentence


def off_the_ends(sentence: Sentence, names: list[tuple[int, int]], spoken_of: Set[str]) -> list[tuple[int, int]]:
    """Roads are called by the places that they join: "the A - B road" is told of the one spoken of before, else of A,
    and of neither of them where a place on it is named: "the A - B road near C". An attack "in the direction A - B" is
    made on B. The names that are left out."""
    ends: list[tuple[int, int]] = []
    for n, (start, end) in enumerate(pairwise(names)):
        joined = end[0] == start[1] + 1 and sentence.is_dash(start[1]) and start[0] > 0
        if joined and sentence.is_(start[0] - 1, "direction", "leading_to"):
            ends.append(start)
            continue
        if not joined or not sentence.way_words.intersection(sentence.tokens[start[0] - 1].forms):
            continue
        known = [not spoken_of.isdisjoint(sentence.tokens[name[0]].forms) for name in (start, end)]
        other = start if known == [False, True] else end
        ends.append(other)
        near = names[n + 2][0] - 1 if n + 2 < len(names) else 0
        if sentence.is_(near, "close") and near == end[1]:
            ends.append(end if other is start else start)
    return ends


def ends_of_lines(sentence: Sentence, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The names between dashes that a pipeline or a power line is called by, which nothing on it is told of: "through
    the A – B – C pipeline", "the A-B canal"."""
    ends: list[tuple[int, int]] = []
    canals = () if sentence.cased or "-" not in sentence.lowers else sentence.river_words
    if not (canals or sentence.has("line")):
        return []
    for line in (k for k, word in enumerate(sentence.lowers) if sentence.is_(k, "line") or word in canals):
        step = 1 if sentence.cased else -1
        k = line + step
        while 0 <= k < len(sentence.tokens) and (sentence.tokens[k].capitalised or _is_hyphen(sentence, k)):
            k += step
        called = range(line + 1, k) if sentence.cased else range(k + 1, line)
        if any(_is_hyphen(sentence, j) for j in called):
            ends += [name for name in names if name[0] in called]
    return ends


def _is_hyphen(sentence: Sentence, k: int) -> bool:
    return sentence.sign(k) == "-" or sentence.is_dash(k)
