"""Figures with units: "300 square kilometres", "three villages", "2-3 million tons", "95 %"."""

import re

from salient.domain.claim import Quantity
from salient.extract.words.sentence import Sentence

_TEN = 10
_SPACES = re.compile(r"[\s\u00a0\u202f]")


def number_at(sentence: Sentence, last: int) -> tuple[float | None, int]:
    """The number whose last token is `last`, and its first token."""
    factor, i = 1.0, last
    if sentence.sign(i) == "." and (unit := _unit(sentence, i - 1)) is not None and unit.value("multiplier"):
        i -= 1
    if (unit := _unit(sentence, i)) is not None and (by := unit.value("multiplier")) is not None:
        factor, i = by, i - 1
        if i < 0:
            return (factor, i + 1)
    token = sentence.tokens[i] if 0 <= i < len(sentence.tokens) else None
    if token is None:
        return None, last
    if token.is_number:
        if sentence.cased and i and _groups(sentence, i):
            return _value(sentence.tokens[i - 1].text + token.text) * factor, i - 1
        return _value(token.text) * factor, i
    unit = _unit(sentence, i)
    value = unit.value("number") if unit else None
    if value is None:
        return (factor, i + 1) if factor > 1 else (None, last)
    follows = 0 < value < _TEN and not sentence.is_(i, "determiner")
    tens, first = _tens_before(sentence, i) if follows else (0.0, i)
    return (tens + value) * factor, first


def _tens_before(sentence: Sentence, i: int) -> tuple[float, int]:
    """The tens that a number in words goes on from, and where they stand: "EIGHTY-six"."""
    k = i - 1 - (sentence.sign(i - 1) == "-")
    unit = _unit(sentence, k)
    tens = (unit.value("number") or 0) if unit is not None else 0
    return (tens, k) if tens in range(2 * _TEN, _TEN**2, _TEN) else (0.0, i)


def _groups(sentence: Sentence, i: int) -> bool:
    """Whether a number goes on after a space: "1 120"."""
    before, token = sentence.tokens[i - 1], sentence.tokens[i]
    return (
        before.text.isdigit()
        and len(before.text) <= 3
        and token.text.isdigit()
        and len(token.text) == 3
        and sentence.spans[i][0] - sentence.spans[i - 1][1] == 1
    )


def _unit(sentence: Sentence, i: int):  # type: ignore[no-untyped-def]
    return sentence.unit_at[i] if 0 <= i < len(sentence.unit_at) else None


def _value(text: str) -> float:
    digits = _SPACES.sub("", re.sub(r"(?:st|nd|rd|th)$", "", text))
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    return float(digits.replace(",", "."))


def find_quantities(sentence: Sentence) -> list[tuple[int, int, Quantity, str]]:
    """Figures as (first token, after, quantity, class of unit); the unit is as written."""
    found: list[tuple[int, int, Quantity, str]] = []
    for first_unit, after, kind in _measures(sentence):
        k = first_unit - 1
        while (
            k >= 0
            and (sentence.is_(k, "forces", "adverb", "enemy") or k in _adjectives(sentence))
            and first_unit - k < 4
        ):
            k -= 1
        value, first = number_at(sentence, k)
        if value is None or not (sentence.tokens[first].is_number or value > 1):
            continue
        if _is_of_a_name(sentence, first):
            continue
        maximum = None
        joined = sentence.is_(first - 1, "link") and sentence.is_(number_at(sentence, first - 2)[1] - 1, "between")
        if joined or sentence.sign(first - 1) == "-" or sentence.is_(first - 1, "to"):
            low, begin = number_at(sentence, first - 2)
            if low is not None:
                # "2-3 million": the multiplier belongs to both.
                scale = value / _value(sentence.tokens[first].text) if sentence.tokens[first].is_number else 1.0
                value, maximum, first = (low * scale if low < value / scale else low), value, begin
        found.append((first, after, Quantity(value, sentence.words(first_unit, after), maximum), kind))
    return found


def _measures(sentence: Sentence) -> list[tuple[int, int, str]]:
    """What is counted, by itself or at the end of a phrase, as (first token, after, class), in order."""
    units = [(unit.first, unit.after, unit.value("unit")) for unit in sentence.units if "unit" in unit.names]
    return sorted(units + [(k, k + 1, kind) for k, kind in sentence.inner_measures.items()])


def _is_of_a_name(sentence: Sentence, i: int) -> bool:
    """Whether a number belongs to a name: "6th Tank Regiment", "T-62"."""
    ordinal = sentence.tokens[i].text[-1:].isalpha() and sentence.tokens[i].is_number
    typed = i > 1 and sentence.sign(i - 1) == "-" and sentence.touches(i) and sentence.touches(i - 1)
    return ordinal or (typed and sentence.tokens[i - 2].capitalised)


def _adjectives(sentence: Sentence) -> frozenset[int]:
    return frozenset(i for i, (_, word) in sentence.sides.items() if word.adjective)


def amounts_against(sentence: Sentence, unit: str) -> list[Quantity]:
    """ "230 soldiers against A, over 220 against B": figures that a preposition sets against somebody."""
    found = []
    for k, token in enumerate(sentence.tokens):
        opposed = sentence.some(k + 1, k + 3, "against")
        if token.is_number and opposed:
            found.append(Quantity(_value(token.text), unit))
    return found
