"""Cut a text into words, numbers and signs that remember where they stand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:st|nd|rd|th)?(?![^\W\d_])"
    r"|\d+"
    r"|['’]s\b"
    r"|[^\W_]+(?:['’ʼ](?!s\b)[^\W\d_]+)*"
    r"|[^\w\s]|_"
)
CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
"""Features that a morphology gives to words whose endings show their case."""
_PLAIN = str.maketrans("’ʼ‘“”„«»–—−\u2011ёЁ", '\'\'\'"""""----еЕ')


@dataclass(frozen=True, slots=True)
class Word:
    """What a morphology knows of one surface: base forms it may stand for, and grammatical features."""

    lower: str
    lemmas: tuple[str, ...]
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Token:
    """`text[start:end]` of the report; `forms` are all keys that a phrase of a table may match."""

    start: int
    end: int
    text: str
    lower: str
    forms: tuple[str, ...]
    features: frozenset[str]

    @property
    def capitalised(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


Analyse = Callable[[str], Word]
"""From a lower-case surface to what is known of it."""


def plain(surface: str) -> str:
    """Lower case, with one shape for every apostrophe, quotation mark and dash; ё, often not written, is е."""
    return surface.translate(_PLAIN).lower()


@lru_cache(maxsize=65536)
def _plain_cached(surface: str) -> str:
    return plain(surface)


def tokenize(text: str, analyse: Analyse, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut `text[start:end]`; a possessive "'s" and every sign are tokens of their own, hyphens too."""
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        surface = match.group()
        word = analyse(_plain_cached(surface))
        tokens.append(Token(match.start(), match.end(), surface, word.lower, (word.lower, *word.lemmas), word.features))
    return tokens


def words_of(phrase: str) -> list[str]:
    """Cut a phrase of a table the way texts are cut."""
    return [plain(match.group()) for match in _TOKEN.finditer(phrase)]


def covers(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The range of tokens (first, after last) that lies inside the characters `start:end`; tokens are in order."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    first = low
    while low < len(tokens) and tokens[low].start < end:
        low += 1
    return first, low
