"""Patterns of a table written out as the phrases they stand for.

`(take|gain) (full)? control (of|over)` stands for eight phrases. `(a|b)` are alternatives of any number of words, and
a `?` right after makes them optional; a `|` outside brackets parts whole patterns; `<name>` stands for a group of
patterns that the table defines. Slots (`<side>`) and gaps (`~`) are left as they stand, for the phrase table.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

_SIGN = re.compile(r"\s+|\)\?|[()|]|<[a-z_]+>|[^\s()|<]+|<")
MOST = 4_000
"""Phrases that one pattern may stand for: more is a slip of the pen."""


class PatternError(ValueError):
    """A pattern cannot be read; the message says why."""


def expand(patterns: Iterable[str], groups: Mapping[str, Iterable[str]], slots: frozenset[str]) -> tuple[str, ...]:
    """Write out patterns in their order, each phrase once. `groups` are patterns by name, `slots` names that stay.

    Raises PatternError for unmatched brackets, an unknown name, groups that hold one another, or too many phrases.
    """
    reader = _Reader(groups, slots)
    return tuple(dict.fromkeys(phrase for pattern in patterns for phrase in reader.phrases(pattern)))


class _Reader:
    """Reads patterns; what a group stands for is worked out once."""

    def __init__(self, groups: Mapping[str, Iterable[str]], slots: frozenset[str]) -> None:
        self._groups = groups
        self._slots = slots
        self._known: dict[str, tuple[str, ...]] = {}
        self._open: list[str] = []

    def phrases(self, pattern: str) -> Iterator[str]:
        """The phrases of one pattern."""
        if not any(sign in pattern for sign in "(|)<"):
            yield pattern
            return
        signs = _SIGN.findall(pattern)
        written, end = self._alternatives(signs, 0)
        if end < len(signs):
            raise PatternError(f"{pattern!r}: a bracket too many")
        if len(written) > MOST:
            raise PatternError(f"{pattern!r}: stands for {len(written)} phrases")
        yield from (" ".join(phrase.split()) for phrase in written)

    def _alternatives(self, signs: list[str], at: int) -> tuple[list[str], int]:
        """What stands from `at` up to the end of its bracket, which is not passed over."""
        written: list[str] = []
        parts: list[list[str]] = []
        while at < len(signs) and not signs[at].startswith(")"):
            sign = signs[at]
            at += 1
            if sign == "|":
                written += self._joined(parts)
                parts = []
            elif sign == "(":
                inside, at = self._alternatives(signs, at)
                if at >= len(signs):
                    raise PatternError(f"{''.join(signs)!r}: a bracket is not closed")
                parts.append([*inside, ""] if signs[at] == ")?" else inside)
                at += 1
            else:
                parts.append(self._group(sign))
        return [*written, *self._joined(parts)], at

    def _joined(self, parts: list[list[str]]) -> list[str]:
        return ["".join(choice) for choice in product(*parts)]

    def _group(self, sign: str) -> list[str]:
        name = sign[1:-1]
        if not (sign.startswith("<") and sign.endswith(">")) or name in self._slots:
            return [sign]
        if name not in self._groups:
            raise PatternError(f"{sign} is no slot and no group of the table")
        if name in self._open:
            raise PatternError(f"{sign} holds itself")
        if name not in self._known:
            self._open.append(name)
            self._known[name] = tuple(phrase for each in self._groups[name] for phrase in self.phrases(each))
            self._open.pop()
        return list(self._known[name])
