"""Cut a text into words, numbers and signs that remember where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

_TOKEN = re.compile(
    r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:(?:st|nd|rd|th)(?![^\W\d_]))?"
    r"|['’](?:s|ll|ve|re|d|m)\b"
    r"|[^\W_]+(?:['’ʼ](?!(?:s|ll|ve|re|d|m)\b)[^\W\d_]+)*"
    r"|[^\w\s]|_"
)
CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
"""Features that a morphology gives to words whose endings show their case."""
QUOTATION_MARK = frozenset({'"'})
"""What a body's own name is written with and without: the "East" group."""
_PLAIN = str.maketrans("’ʼ‘“”„«»–—−\u2011ёЁ", '\'\'\'"""""----еЕ')


@dataclass(frozen=True, slots=True)
class Word:
    """What a morphology knows of one surface: base forms it may stand for, and grammatical features."""

    lower: str
    lemmas: tuple[str, ...]
    features: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A surface of a language, one object wherever it stands. `forms` are all keys that phrases of tables may match."""

    text: str
    lower: str
    forms: tuple[str, ...]
    features: frozenset[str]
    capitalised: bool
    is_word: bool
    is_number: bool


Span = tuple[int, int]
"""Characters `start:end` of a text."""
_start_of, _end_of = itemgetter(0), itemgetter(1)
_REMEMBERED = 100_000
"""Surfaces kept: more than a language has in common use; a flood of odd ones must not fill the memory."""
Analyse = Callable[[str], Word]
"""From a lower-case surface to what is known of it."""


def plain(surface: str) -> str:
    """Lower case, with one shape for every apostrophe, quotation mark and dash; ё, often not written, is е."""
    return surface.translate(_PLAIN).lower()


class Tokenizer:
    """Cuts texts of one language. A surface is analysed when it is first met, and the same token ever after."""

    def __init__(self, analyse: Analyse) -> None:
        self._tokens = _Tokens(analyse)

    def cut(self, text: str, start: int = 0, end: int | None = None) -> tuple[list[Token], list[Span]]:
        """Cut `text[start:end]`, and tell where each token stands; a possessive "'s", a verb cut short ("they'LL") and
        every sign, hyphens too, are tokens of their own."""
        spans = [match.span() for match in _TOKEN.finditer(text, start, len(text) if end is None else end)]
        tokens = self._tokens
        return [tokens[text[first:after]] for first, after in spans], spans

    def tokens(self, text: str) -> list[Token]:
        """Cut a whole text whose places do not matter."""
        return [self._tokens[surface] for surface in _TOKEN.findall(text)]


class _Tokens(dict[str, Token]):
    """Tokens by surface, made when they are asked for."""

    def __init__(self, analyse: Analyse) -> None:
        super().__init__()
        self._analyse = analyse

    def __missing__(self, surface: str) -> Token:
        if len(self) >= _REMEMBERED:
            self.clear()
        word = self._analyse(plain(surface))
        sign = surface[0]
        token = Token(
            text=surface,
            lower=word.lower,
            forms=(word.lower, *word.lemmas),
            features=word.features,
            capitalised=sign.isupper(),
            is_word=sign.isalpha(),
            is_number=sign.isdigit(),
        )
        self[surface] = token
        return token


def words_of(phrase: str) -> list[str]:
    """Cut a phrase of a table the way texts are cut."""
    return [word for part in phrase.split() for word in _words_of_part(part)]


@lru_cache(maxsize=_REMEMBERED)
def _words_of_part(part: str) -> tuple[str, ...]:
    """Tables are made of few words, which stand in many phrases."""
    return tuple(plain(surface) for surface in _TOKEN.findall(part))


def covers(spans: Sequence[Span], start: int, end: int) -> tuple[int, int]:
    """The range of tokens (first, after last) that lies inside the characters `start:end`; `spans` are in order."""
    first = bisect_right(spans, start, key=_end_of)
    after = bisect_left(spans, end, lo=first, key=_start_of)
    return first, after
