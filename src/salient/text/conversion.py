"""Names of places said in another language by rule: Лісове → Лесное."""

import re
from itertools import product

from salient.domain.naming import Conversion

MOST_FORMS = 6


def convert(name: str, conversion: Conversion) -> tuple[str, ...]:
    """Say a name in another language: its words one by one, in all forms that the rules allow, the likeliest first."""
    parts = re.split(r"([\s-]+)", name)
    spoken = [_convert_word(part, conversion) if number % 2 == 0 else (part,) for number, part in enumerate(parts)]
    forms = ("".join(choice) for choice in product(*spoken))
    return tuple(dict.fromkeys(form for form, _ in zip(forms, range(MOST_FORMS), strict=False)))


def _convert_word(word: str, conversion: Conversion) -> tuple[str, ...]:
    lower = re.sub("[’ʼ′`ʹ]", "'", word.lower())
    forms = conversion.words.get(lower) or tuple(
        stem + new
        for ending, new in _endings(lower, conversion)
        for stem in _convert_stem(lower[: len(lower) - len(ending)], conversion)
    )
    return tuple(_cased(form, word) for form in forms)


def _endings(word: str, conversion: Conversion) -> list[tuple[str, str]]:
    """The longest ending that has a rule, once for each of its results; no ending at all where none has."""
    for start in range(1, len(word)):
        if results := conversion.endings.get(word[start:]):
            return [(word[start:], result) for result in results]
    return [("", "")]


def _convert_stem(stem: str, conversion: Conversion) -> tuple[str, ...]:
    """Convert the roots that a stem is put together from, and what is no known root letter by letter."""
    converted: list[tuple[str, ...]] = []
    at = 0
    while at < len(stem):
        root = next((stem[at:end] for end in range(len(stem), at + 1, -1) if stem[at:end] in conversion.roots), None)
        if root is None:
            converted.append(conversion.letters.get(stem[at], (stem[at],)))
            at += 1
        else:
            converted.append((conversion.roots[root],))
            at += len(root)
    choices = product(*converted)
    return tuple("".join(choice) for choice, _ in zip(choices, range(MOST_FORMS), strict=False))


def _cased(form: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if model[:1].isupper() else form
