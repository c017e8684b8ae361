"""Find the phrases of many tables in one walk over the words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from salient.text.tokens import Token, words_of

T = TypeVar("T")
GAP = "~"
"""In a phrase: up to three words may stand here."""
_WIDEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Tokens `first:after` match a phrase that carries `values`."""

    first: int
    after: int
    values: tuple[T, ...]


class _Node(Generic[T]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()


class PhraseTable(Generic[T]):
    """A trie over words. A word of a phrase matches any form of a token; `<slot>` matches a stretch marked before."""

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        passed_over: frozenset[str] = frozenset(),
        stops: frozenset[str] = frozenset(),
        base: Callable[[str], str] | None = None,
    ) -> None:
        """`passed_over` are words (adverbs) that may stand inside any phrase without belonging to it; a gap does
        not run over `stops`. `base` brings the words of phrases to the base forms that tokens have: names are
        listed as they are usually written, and met in any case."""
        self._passed_over = passed_over
        self._stops = stops
        self._root: _Node[T] = _Node()
        for phrase, value in phrases:
            node = self._root
            for word in _elements(phrase) if base is None else map(base, _elements(phrase)):
                node = node.next.setdefault(word, _Node())
            node.values = (*node.values, value)

    def find(self, tokens: Sequence[Token], slots: Callable[[int], Iterable[tuple[str, int]]]) -> list[Hit[T]]:
        """All longest matches, left to right, without overlap; `slots(i)` are the marked stretches at i."""
        hits: list[Hit[T]] = []
        position, count, root = 0, len(tokens), self._root.next
        while position < count:
            forms = tokens[position].forms
            known = forms[0] in root or (len(forms) > 1 and any(form in root for form in forms))
            best = self._longest(tokens, position, slots) if known or slots(position) else None
            if best is None:
                position += 1
            else:
                hits.append(Hit(position, best[0], best[1]))
                position = best[0]
        return hits

    def _longest(
        self, tokens: Sequence[Token], position: int, slots: Callable[[int], Iterable[tuple[str, int]]]
    ) -> tuple[int, tuple[T, ...]] | None:
        best: tuple[int, tuple[T, ...]] | None = None
        open_ends = [(self._root, position, 0)]
        while open_ends:
            node, at, skipped = open_ends.pop()
            if skipped >= 0 and node.values and (best is None or at >= best[0]):
                best = (at, node.values if best is None or at > best[0] else (*best[1], *node.values))
            if at >= len(tokens) or not node.next:
                continue
            for form in tokens[at].forms:
                if (child := node.next.get(form)) is not None:
                    open_ends.append((child, at + 1, 0))
            for name, after in slots(at):
                if (child := node.next.get(name)) is not None:
                    open_ends.append((child, after, 0))
            if tokens[at].lower in self._passed_over and at > position:
                open_ends.append((node, at + 1, skipped if skipped > 0 else -1))
            gap = node if skipped > 0 else node.next.get(GAP)
            if gap is not None:
                if skipped <= 0:
                    open_ends.append((gap, at, 0))
                if (
                    max(skipped, 0) < _WIDEST_GAP
                    and tokens[at].lower not in self._stops
                    and (tokens[at].is_word or tokens[at].is_number or tokens[at].text == "-")
                ):
                    open_ends.append((gap, at + 1, max(skipped, 0) + 1))
        return best


def _elements(phrase: str) -> list[str]:
    out: list[str] = []
    for part in phrase.split():
        if part == GAP or (part.startswith("<") and part.endswith(">")):
            out.append(part)
        else:
            out.extend(words_of(part))
    return out
