"""Find the phrases of many tables in one walk over the words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from salient.text.tokens import Token, words_of

T = TypeVar("T")
M = TypeVar("M")
GAP = "~"
"""In a phrase: up to three words may stand here; one that is joined by hyphens counts once."""
_WIDEST_GAP = 3
_REMEMBERED = 100_000
"""Tokens of which it is kept what they begin."""

Slots = Mapping[int, Sequence[tuple[str, int]]]
"""Stretches marked before, by their first token: the name of the slot they fill, and the token after them."""
_NO_SLOTS: Slots = {}


class Hit(NamedTuple, Generic[M]):
    """Tokens `first:after` match phrases that together mean `value`."""

    first: int
    after: int
    value: M


def first(values: Sequence[T]) -> T:
    """The meaning of phrases of which one says all that is asked for."""
    return values[0]


class _Node(Generic[T]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class _Opening:
    """What phrases that begin with some token may go on with."""

    words: frozenset[str]
    slots: bool
    gaps: bool


class PhraseTable(Generic[T, M]):
    """A trie over words. A word of a phrase matches any form of a token; `<slot>` matches a stretch marked before."""

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        meaning: Callable[[Sequence[T]], M],
        *,
        passed_over: frozenset[str] = frozenset(),
        stops: frozenset[str] = frozenset(),
        base: Callable[[str], str] | None = None,
    ) -> None:
        """`meaning` makes of the values of all phrases that match a stretch what a hit carries; it is asked once for
        every set of phrases. `passed_over` are words (adverbs) that may stand inside any phrase without belonging to
        it; a gap does not run over `stops`. `base` brings the words of phrases to the base forms that tokens have:
        names are listed as they are usually written, and met in any case."""
        self._meaning = meaning
        self._passed_over = passed_over
        self._stops = stops
        self._root: _Node[T] = _Node()
        for phrase, value in phrases:
            node = self._root
            for word in _elements(phrase) if base is None else map(base, _elements(phrase)):
                node = node.next.setdefault(word, _Node())
            node.values = (*node.values, value)
        self._openings: dict[Token, _Opening | None] = {}
        self._alone: dict[Token, M | None] = {}
        self._meanings: dict[tuple[_Node[T], ...], M] = {}

    def find(self, tokens: Sequence[Token], slots: Slots = _NO_SLOTS) -> list[Hit[M]]:
        """All longest matches, left to right, without overlap."""
        hits: list[Hit[M]] = []
        position, count, openings = 0, len(tokens), self._openings
        while position < count:
            token = tokens[position]
            try:
                opening = openings[token]
            except KeyError:
                opening = self._learn(token)
            after = position + 1
            if position in slots or (opening is not None and self._may_go_on(opening, tokens, after, slots)):
                best = self._longest(tokens, position, slots)
                if best is not None:
                    after = best[0]
                    hits.append(Hit(position, after, self._mean(best[1])))
            elif opening is not None and (alone := self._alone[token]) is not None:
                hits.append(Hit(position, after, alone))
            position = after
        return hits

    def _learn(self, token: Token) -> _Opening | None:
        """Look up what a token begins, and means by itself: most tokens of a text have been met before."""
        if len(self._openings) >= _REMEMBERED:
            self._openings.clear()
            self._alone.clear()
        nodes = [node for form in token.forms if (node := self._root.next.get(form)) is not None]
        words = frozenset(word for node in nodes for word in node.next)
        opening = _Opening(words, any(word.startswith("<") for word in words), GAP in words) if nodes else None
        best = self._longest((token,), 0, _NO_SLOTS)
        self._alone[token] = None if best is None else self._mean(best[1])
        self._openings[token] = opening
        return opening

    def _may_go_on(self, opening: _Opening, tokens: Sequence[Token], at: int, slots: Slots) -> bool:
        if at >= len(tokens) or not opening.words:
            return False
        token = tokens[at]
        return (
            opening.gaps
            or not opening.words.isdisjoint(token.forms)
            or token.lower in self._passed_over
            or (opening.slots and at in slots)
        )

    def _mean(self, nodes: tuple[_Node[T], ...]) -> M:
        """What the phrases that end in some nodes mean together."""
        if nodes not in self._meanings:
            self._meanings[nodes] = self._meaning([value for node in nodes for value in node.values])
        return self._meanings[nodes]

    def _longest(self, tokens: Sequence[Token], position: int, slots: Slots) -> tuple[int, tuple[_Node[T], ...]] | None:
        """The end of the longest match that begins at a position, and the nodes of all phrases that reach it."""
        end = position
        ends: tuple[_Node[T], ...] = ()
        open_ends = [(self._root, position, 0)]
        while open_ends:
            node, at, skipped = open_ends.pop()
            if skipped >= 0 and node.values and at >= end:
                end, ends = at, (node,) if at > end else (*ends, node)
            if at >= len(tokens) or not node.next:
                continue
            token = tokens[at]
            for form in token.forms:
                if (child := node.next.get(form)) is not None:
                    open_ends.append((child, at + 1, 0))
            for name, after in slots.get(at, ()):
                if (child := node.next.get(name)) is not None:
                    open_ends.append((child, after, 0))
            if token.lower in self._passed_over and at > position:
                open_ends.append((node, at + 1, skipped if skipped > 0 else -1))
            gap = node if skipped > 0 else node.next.get(GAP)
            if gap is not None:
                if skipped <= 0:
                    open_ends.append((gap, at, 0))
                hyphen = token.text == "-"
                goes_on = skipped > 0 and (hyphen or tokens[at - 1].text == "-")
                if (
                    (goes_on or max(skipped, 0) < _WIDEST_GAP)
                    and token.lower not in self._stops
                    and (token.is_word or token.is_number or hyphen)
                ):
                    open_ends.append((gap, at + 1, max(skipped, 0) + (not goes_on)))
        return (end, ends) if ends else None


def _elements(phrase: str) -> list[str]:
    out: list[str] = []
    for part in phrase.split():
        if part == GAP or (part.startswith("<") and part.endswith(">")):
            out.append(part)
        else:
            out.extend(words_of(part))
    return out
