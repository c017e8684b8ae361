"""What is shared by those who read times: a stretch of words, and what was read in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from salient.domain.days import DayRange
from salient.text.tokens import words_of

Words = Sequence[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at a word: the days, and the word after it. The reading of the most weight is the exactest."""

    days: DayRange
    after: int
    weight: int


class Phrases(Generic[T]):
    """A table of phrases of one or more words."""

    def __init__(self, table: Mapping[str, T]) -> None:
        self._values = {tuple(words_of(phrase)): value for phrase, value in table.items()}
        self._longest = max(map(len, self._values), default=0)
        self.first_words = frozenset(key[0] for key in self._values)

    def at(self, words: Words, i: int) -> tuple[int, T] | None:
        """The longest phrase that begins at word i: the word after it, and its value."""
        if word_at(words, i) not in self.first_words:
            return None
        for after in range(min(i + self._longest, len(words)), i, -1):
            if (value := self._values.get(tuple(words[i:after]))) is not None:
                return after, value
        return None

    def before(self, words: Words, i: int) -> bool:
        """Whether one of the phrases ends right before word i."""
        return any(key == tuple(words[max(0, i - len(key)) : i]) for key in self._values)


def word_at(words: Words, i: int) -> str:
    """Word i, or nothing where there is no such word."""
    return words[i] if 0 <= i < len(words) else ""


def past(words: Words, i: int, passed: Iterable[str]) -> int:
    """The first word from i on that is none of those passed over."""
    while word_at(words, i) in passed and i < len(words):
        i += 1
    return i


def year_number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) == 4 and 1900 <= int(word) <= 2100 else None
