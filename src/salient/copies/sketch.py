"""What is kept of a report to tell its copies: hashes of its word triples, its figures and its names."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from salient.domain.report import Report
from salient.text.transliteration import NameKeys

Hashes = npt.NDArray[np.uint64]

_TOKEN = re.compile(
    r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[.!?…:»”\"\n]"
)
_SEPARATED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+")
_ENDS = frozenset('.!?…:»”"\n')
_FOLDED = str.maketrans({"ё": "е", "'": "", "’": "", "ʼ": ""})
_VOWELS = re.compile(r"(?<=.)[aeiouyё]+")
_NAME_CONSONANTS = 4
"""Endings of inflected names come after the fourth consonant, or are vowels."""
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_YEAR = re.compile(r"(19|20)\d\d")
"""Years stand in everybody's background paragraphs."""
_LEAST_FIGURE = 10
"""Smaller figures are spelled out in one language and not in another."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One report. `triples` are sorted 64-bit hashes of its word triples; `links` of names and figures that stand
    side by side, the same in every language. `names` are certain, `capitals` may begin a sentence. `figures` are
    numbers as plain decimals, years and small ones left out.
    """

    digest: str
    day: int | None
    size: int
    lang: str | None
    triples: Hashes
    links: Hashes
    figures: frozenset[str]
    names: frozenset[str]
    capitals: frozenset[str]

    @property
    def key(self) -> tuple[float, int, str]:
        """The order in which origins are told: by day, the fullest of a day first, undated ones last."""
        return (float("inf") if self.day is None else self.day, -self.size, self.digest)


@dataclass(frozen=True, slots=True)
class _Word:
    hash: int
    figure: str | None
    name: str | None


class Sketcher:
    """Sketches reports; remembers words, whose number is small beside that of reports."""

    def __init__(self, keys: NameKeys) -> None:
        self._keys = keys
        self._words: dict[str, _Word] = {}

    def sketch(self, report: Report) -> Sketch:
        """Take the sketch of a report without its boilerplate."""
        hashes: list[int] = []
        anchors: list[str] = []
        figures: set[str] = set()
        names: set[str] = set()
        capitals: set[str] = set()
        begins = True
        for token in _TOKEN.findall(_reported(report)):
            if token in _ENDS:
                begins = True
                continue
            word = self._words.get(token) or self._learn(token)
            hashes.append(word.hash)
            if word.figure is not None:
                figures.add(word.figure)
                anchors.append(word.figure)
            elif word.name is not None:
                capitals.add(word.name)
                if not begins:
                    names.add(word.name)
                anchors.append(word.name)
            begins = False
        return Sketch(
            digest=report.digest,
            day=None if report.published is None else report.published.toordinal(),
            size=len(hashes),
            lang=report.lang,
            triples=_triples(hashes),
            links=_links(anchors),
            figures=frozenset(figures),
            names=frozenset(names),
            capitals=frozenset(capitals),
        )

    def _learn(self, token: str) -> _Word:
        plain, figure, name = token.lower().translate(_FOLDED), None, None
        if token[0].isdigit():
            plain = re.sub(r"\D", "", token) if _SEPARATED.fullmatch(token) else token.replace(",", ".")
            figure = (
                plain if _YEAR.fullmatch(plain) is None and ("." in plain or float(plain) >= _LEAST_FIGURE) else None
            )
        elif token[0].isupper() and len(token) > 1:
            name = _VOWELS.sub("", self._keys.key(token))[:_NAME_CONSONANTS]
        word = _Word(_hash(plain), figure, name)
        self._words[token] = word
        return word


def _reported(report: Report) -> str:
    text, end = report.text, 0
    if not report.boilerplate:
        return text
    parts = []
    for start, stop in report.boilerplate:
        parts.append(text[end:start])
        end = stop
    return "\n".join([*parts, text[end:]])


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


def _triples(hashes: Sequence[int]) -> Hashes:
    if not hashes:
        return np.empty(0, dtype=np.uint64)
    words = np.array([*hashes, *[0] * max(0, 3 - len(hashes))], dtype=np.uint64)
    return np.unique(words[:-2] * _MIX[0] + words[1:-1] * _MIX[1] + words[2:] * _MIX[2])


def _links(anchors: Sequence[str]) -> Hashes:
    """Pairs of neighbours, and of those with one between them, in either order."""
    pairs = {tuple(sorted(pair)) for pair in (*pairwise(anchors), *zip(anchors, anchors[2:], strict=False))}
    return np.array(sorted(hash64 for a, b in pairs if a != b for hash64 in [_hash(f"{a}\0{b}")]), dtype=np.uint64)
