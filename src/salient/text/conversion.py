"""Names of places said in another language by rule: Лісове → Лесное."""

import re
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import product

from salient.domain.naming import Conversion

MOST_FORMS = 8

Choice = tuple[int, str]
"""What is said, and by how many steps it departs from the likeliest."""


def convert(name: str, conversion: Conversion) -> tuple[str, ...]:
    """Say a name in another language: its words one by one, in all forms that the rules allow, the likeliest first.

    The last form only spells the words out letter by letter, as print has it that does not know the name: Залізне →
    Зализное beside Железное.
    """
    parts = re.split(r"([\s-]+)", name)
    spoken = [_convert_word(part, conversion) if number % 2 == 0 else [(0, part)] for number, part in enumerate(parts)]
    spelt = "".join(_spell_out(part, conversion) if number % 2 == 0 else part for number, part in enumerate(parts))
    return tuple(dict.fromkeys([*(form for _, form in _joined(spoken)), spelt]))


def _joined(parts: Sequence[Sequence[Choice]]) -> list[Choice]:
    """The likeliest ways to say all parts together."""
    ways = (
        (sum(steps for steps, _ in way), number, "".join(said for _, said in way))
        for number, way in enumerate(product(*parts))
    )
    return [(steps, form) for steps, _, form in nsmallest(MOST_FORMS, ways)]


def _choices(forms: Sequence[str]) -> list[Choice]:
    return list(enumerate(forms))


def _convert_word(word: str, conversion: Conversion) -> list[Choice]:
    lower = _lower(word)
    if (whole := conversion.words.get(lower)) is not None:
        return [(steps, _cased(form, word)) for steps, form in _choices(whole)]
    stem, endings = _ending(lower, conversion)
    said = _joined([*_said(stem, conversion), _choices(endings)])
    return [(steps, _cased(form, word)) for steps, form in said]


def _spell_out(word: str, conversion: Conversion) -> str:
    stem, endings = _ending(_lower(word), conversion)
    return _cased("".join(conversion.letters.get(letter, (letter,))[0] for letter in stem) + endings[0], word)


def _lower(word: str) -> str:
    return re.sub("[’ʼ′`ʹ]", "'", word.lower())


def _ending(word: str, conversion: Conversion) -> tuple[str, Sequence[str]]:
    """The stem, and what the longest ending that has a rule may become; no ending at all where none has."""
    for start in range(1, len(word)):
        if results := conversion.endings.get(word[start:]):
            return word[:start], results
    return word, ("",)


def _said(stem: str, conversion: Conversion) -> Iterator[list[Choice]]:
    """What the roots that a stem is put together from may become, and what is no known root letter by letter."""
    at = 0
    while at < len(stem):
        root = next((stem[at:end] for end in range(len(stem), at + 1, -1) if stem[at:end] in conversion.roots), None)
        if root is None:
            yield _choices(conversion.letters.get(stem[at], (stem[at],)))
            at += 1
        else:
            yield _choices(conversion.roots[root])
            at += len(root)


def _cased(form: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if model[:1].isupper() else form
