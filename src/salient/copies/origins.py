"""The origin of every report: the first telling that it, or what it copies, was copied from."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from salient.copies.likeness import likeness
from salient.copies.sketch import Hashes, Sketch
from salient.domain.copy import Copy

WINDOW_DAYS = 7
"""Copies are looked for among reports of the same week: a later one is a new telling."""
NEIGHBOURS = 6
"""How many earlier holders of one hash are looked at. What all bulletins share has many; a copy shares rarer ones."""
CANDIDATES = 6
"""How many earlier reports are compared by words, and as many by names and figures."""

Ints = npt.NDArray[np.int64]
_Link = tuple[float, int, int]
"""Likeness, the earlier report's number negated, the later one's: the greatest is the likeliest, then the earliest."""


def find_copies(sketches: Iterable[Sketch]) -> list[Copy]:
    """Tell for every report whose origin it shares, in order of their keys.

    Reports of one day that are alike, directly or through others of that day, are one telling; where half of it is like
    reports of the days before, it shares the origin of the likeliest of them. So the answer does not depend on the
    order given, and nothing published on a later day changes it. A report without a day is known from no day on, and
    copies nothing.
    """
    every = sorted({sketch.digest: sketch for sketch in sketches}.values(), key=lambda sketch: sketch.key)
    ordered = [sketch for sketch in every if sketch.day is not None]
    first = list(range(len(ordered)))
    before: list[_Link] = []
    likest = [0.0] * len(ordered)
    for late, early in _candidates(ordered):
        alike = likeness(ordered[late], ordered[early])
        if alike <= 0.0:
            continue
        likest[late] = max(likest[late], alike)
        if ordered[late].day == ordered[early].day:
            _join(first, late, early)
        else:
            before.append((alike, -early, late))
    sources = _sources(ordered, first, before)
    told = []
    for number, sketch in enumerate(ordered):
        root = _root(first, number)
        source = root if root != number else sources.get(root)
        told.append(Copy(sketch.digest, None if source is None else ordered[source].digest, likest[number]))
    return [*told, *(Copy(sketch.digest, None, 0.0) for sketch in every[len(ordered) :])]


def _sources(ordered: Sequence[Sketch], first: list[int], before: Iterable[_Link]) -> dict[int, int]:
    """The likeliest earlier report of every telling of which at least half, by words, is like an earlier one."""
    words: dict[int, int] = {}
    for number, sketch in enumerate(ordered):
        root = _root(first, number)
        words[root] = words.get(root, 0) + sketch.size
    alike: dict[int, int] = {}
    best: dict[int, int] = {}
    seen: set[int] = set()
    for _, early, late in sorted(before):
        root = _root(first, late)
        best[root] = -early
        if late not in seen:
            seen.add(late)
            alike[root] = alike.get(root, 0) + ordered[late].size
    return {root: early for root, early in best.items() if 2 * alike[root] >= words[root]}


def _join(first: list[int], one: int, other: int) -> None:
    """The earlier root in the order of keys stays one."""
    a, b = _root(first, one), _root(first, other)
    first[max(a, b)] = min(a, b)


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = first[first[number]]
        number = first[number]
    return number


def origins(copies: Iterable[Copy]) -> Mapping[str, str]:
    """The first telling behind every report, both as digests."""
    source = {copy.digest: copy.of for copy in copies}
    found: dict[str, str] = {}
    for digest in source:
        way = [digest]
        while way[-1] not in found and (of := source[way[-1]]) is not None:
            way.append(of)
        first = found.get(way[-1], way[-1])
        found.update(dict.fromkeys(way, first))
    return found


def _candidates(ordered: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Pairs (later, earlier) that share at least two hashes, the likeliest few of every report."""
    by_words = _likeliest(_sharing([sketch.triples for sketch in ordered], ordered), len(ordered))
    by_names = _likeliest(_sharing([sketch.links for sketch in ordered], ordered), len(ordered))
    return sorted({*by_words, *by_names})


def _likeliest(pairs: Ints, count: int) -> list[tuple[int, int]]:
    unique, shares = np.unique(pairs, return_counts=True)
    unique, shares = unique[shares >= 2], shares[shares >= 2]
    late, early = np.divmod(unique, max(1, count))
    by_late = np.lexsort((early, -shares, late))
    late, early = late[by_late], early[by_late]
    rank = np.arange(len(late)) - np.searchsorted(late, late)
    kept = rank < CANDIDATES
    return list(zip(late[kept].tolist(), early[kept].tolist(), strict=True))


def _sharing(arrays: Sequence[Hashes], ordered: Sequence[Sketch]) -> Ints:
    """One entry, later * n + earlier, for every hash that two neighbouring holders share within the window."""
    if not arrays:
        return np.empty(0, dtype=np.int64)
    holders = np.repeat(np.arange(len(arrays)), [len(array) for array in arrays])
    hashes = np.concatenate(arrays)
    order = np.argsort(hashes, kind="stable")  # holders stay in order within one hash
    hashes, holders = hashes[order], holders[order]
    days = np.array([sketch.day for sketch in ordered], dtype=np.int64)[holders]
    found = []
    for step in range(1, NEIGHBOURS + 1):
        same = (hashes[step:] == hashes[:-step]) & (days[step:] - days[:-step] <= WINDOW_DAYS)
        found.append(holders[step:][same] * len(arrays) + holders[:-step][same])
    return np.concatenate(found)
