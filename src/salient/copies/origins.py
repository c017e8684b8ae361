"""The origin of every report: the first telling that it, or what it copies, was copied from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from salient.copies.likeness import likeness
from salient.copies.sketch import Sketch

WINDOW_DAYS = 7
"""Copies are looked for among reports of the same week: a later one is a new telling."""
NEIGHBOURS = 6
"""How many earlier holders of one hash are looked at. What all bulletins share has many; a copy shares rarer ones."""
CANDIDATES = 8

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Copy:
    """A report and the earlier one it copies; `of` is None for a first telling. Both are digests."""

    digest: str
    of: str | None
    likeness: float


def find_copies(sketches: Iterable[Sketch]) -> list[Copy]:
    """Tell for every report which earlier one it copies, in order of their keys.

    A report is only ever compared with what was published before it (of one day, the fullest counts as first), so the
    answer does not depend on the order given, and nothing published later changes it. A report without a day is
    known from no day on, and copies nothing.
    """
    every = sorted({sketch.digest: sketch for sketch in sketches}.values(), key=lambda sketch: sketch.key)
    ordered = [sketch for sketch in every if sketch.day is not None]
    pairs = _candidates(ordered)
    best: list[tuple[float, int]] = [(0.0, -1)] * len(ordered)
    for late, early in pairs:
        alike = likeness(ordered[late], ordered[early])
        if alike > 0.0 and (alike, -early) > (best[late][0], -best[late][1]):
            best[late] = (alike, early)
    told = [
        Copy(sketch.digest, ordered[early].digest if early >= 0 else None, alike)
        for sketch, (alike, early) in zip(ordered, best, strict=True)
    ]
    return [*told, *(Copy(sketch.digest, None, 0.0) for sketch in every[len(ordered) :])]


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
    pairs = np.concatenate([_sharing(ordered, "triples"), _sharing(ordered, "links")])
    if not len(pairs):
        return []
    unique, counts = np.unique(pairs, return_counts=True)
    unique, counts = unique[counts >= 2], counts[counts >= 2]
    late, early = np.divmod(unique, len(ordered))
    by_late = np.lexsort((early, -counts, late))
    late, early = late[by_late], early[by_late]
    rank = np.arange(len(late)) - np.searchsorted(late, late)
    kept = rank < CANDIDATES
    return list(zip(late[kept].tolist(), early[kept].tolist(), strict=True))


def _sharing(ordered: Sequence[Sketch], part: str) -> Ints:
    """One entry, later * n + earlier, for every hash that two neighbouring holders share within the window."""
    arrays = [getattr(sketch, part) for sketch in ordered]
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
