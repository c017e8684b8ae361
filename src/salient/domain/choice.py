"""Fields that hold one of a few words."""

from enum import StrEnum
from typing import TypeVar

Words = TypeVar("Words", bound=StrEnum)


def one_of(words: type[Words], field: str, given: object) -> Words:
    """The word that a field was given.

    Raises ValueError naming the field, what it was given, and the words that there are.
    """
    for word in words:
        if word == given:
            return word
    raise ValueError(f"{field} is {given!r}, and has to be {', '.join(words)}")
