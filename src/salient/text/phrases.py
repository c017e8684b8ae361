"""Find the phrases of many tables in one walk over the words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from salient.text.tokens import Token, words_of

T = TypeVar("T")
M = TypeVar("M")
GAP = "~"
"""In a phrase: up to three words may stand here; one that is joined by hyphens counts once, as does a marked stretch
that is wide ("the town of X")."""
_WIDEST_GAP = 3
_REMEMBERED = 100_000
"""Tokens of which it is kept what they begin."""

Slots = Mapping[int, Sequence[tuple[str, int]]]
"""Stretches marked before, by their first token: the name of the slot they fill, and the token after them."""
_NO_SLOTS: Slots = {}
_NO_WORDS: frozenset[str] = frozenset()
_NOWHERE: frozenset[int] = frozenset()
_NO_LIMITS: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Words that may stand inside a phrase: `words` anywhere, `particles` right before one of the `led`: "shelled ALSO
    ON X", `marks` on both sides of a single word: "counts X among the “LIBERATED”"."""

    words: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()

    def has(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether one of them stands at a token."""
        lower = tokens[at].lower
        if lower in self.words:
            return True
        if lower in self.marks:
            return any(0 <= k < len(tokens) and tokens[k].lower in self.marks for k in (at - 2, at + 2))
        return lower in self.particles and at + 1 < len(tokens) and tokens[at + 1].lower in self.led


_NOTHING = PassedOver()


class Hit(NamedTuple, Generic[M]):
    """Tokens `first:after` match phrases that together mean `value`."""

    first: int
    after: int
    value: M


def first(values: Sequence[T]) -> T:
    """The meaning of phrases of which one says all that is asked for."""
    return values[0]


class _Node(Generic[T]):
    __slots__ = ("fills", "gap", "next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()
        self.gap: _Node[T] | None = None
        """What follows where some words may stand between."""
        self.fills = False
        """Whether a marked stretch may come next."""

    def child(self, element: str) -> "_Node[T]":
        """The node after one more element of a phrase, made where there is none."""
        node = self.next.get(element)
        if node is not None:
            return node
        node = self.next[element] = _Node()
        if element == GAP:
            self.gap = node
        self.fills |= element.startswith("<")
        return node


_Ends = tuple[int, tuple[_Node[T], ...]]
"""Where a match ends, and the nodes of all phrases that reach it."""


@dataclass(frozen=True, slots=True)
class _Opening(Generic[M]):
    """What it needs for a phrase to begin with some token or slot."""

    words: frozenset[str]
    """What may follow at once: words, slots or a gap."""
    slots: bool
    """Whether a slot may follow at once."""
    past_gap: frozenset[str]
    """What may follow a gap: one of these must stand somewhere in the text."""
    alone: M | None
    """What the token means by itself."""


class _Around(NamedTuple):
    """What a text has beside its tokens, looked at once."""

    slots: Slots
    words: frozenset[str]
    """All that it has to offer to the far side of a gap."""
    passed: frozenset[int]
    """Tokens that may stand inside any phrase without belonging to it."""


_NOTHING_AROUND = _Around(_NO_SLOTS, _NO_WORDS, _NOWHERE)


class _Openings(dict[Token, _Opening[M] | None]):
    """What tokens begin, looked up when a token is first met: most tokens of a text have been met before."""

    def __init__(self, learn: Callable[[Token], _Opening[M] | None]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, token: Token) -> _Opening[M] | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        opening = self[token] = self._learn(token)
        return opening


def _stops_nowhere(_: Token) -> bool:
    return False


class PhraseTable(Generic[T, M]):
    """A trie over words. A word of a phrase matches any form of a token; `<slot>` matches a stretch marked before."""

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        meaning: Callable[[Sequence[T]], M],
        *,
        passed_over: PassedOver = _NOTHING,
        stops: Callable[[Token], bool] = _stops_nowhere,
        base: Callable[[str], str] | None = None,
    ) -> None:
        """`meaning` makes of the values of all phrases that match a stretch what a hit carries; it is asked once for
        every set of phrases. `passed_over` may stand inside any phrase without belonging to it; a
        gap does not run over a token that `stops` it. `base` brings the words of phrases to the base forms that tokens
        have: names are listed as they are usually written, and met in any case. Since a name may be taken
        for a form of another word, it stands for itself as well."""
        self._meaning = meaning
        self._passed_over = passed_over
        self._may_be_passed = passed_over.words | passed_over.particles | passed_over.marks
        self._stops = stops
        self._root: _Node[T] = _Node()
        self._gapped = False
        for phrase, value in phrases:
            nodes = [self._root]
            for word in _elements(phrase):
                self._gapped |= word == GAP
                forms = (word,) if base is None else dict.fromkeys((base(word), word))
                nodes = [node.child(form) for node in nodes for form in forms]
            for node in nodes:
                node.values = (*node.values, value)
        self._meanings: dict[tuple[_Node[T], ...], M] = {}
        self._openings = _Openings(self._opening_of)
        self._slots = {name: self._opening([node]) for name, node in self._root.next.items() if name.startswith("<")}
        self._complete_slots = frozenset(name for name in self._slots if self._root.next[name].values)

    def find(
        self, tokens: Sequence[Token], slots: Slots = _NO_SLOTS, limits: Mapping[int, int] = _NO_LIMITS
    ) -> list[Hit[M]]:
        """All longest matches, left to right, without overlap. `limits` are ends that matches which begin at some
        tokens must not run over.

        Few places of a text begin a phrase, and fewer go on with one, so that is asked first.
        """
        openings = list(map(self._openings.__getitem__, tokens))
        if not (slots or any(openings)):
            return []
        hits: list[Hit[M]] = []
        position, count = 0, len(tokens)
        around = _Around(slots, self._words(tokens, slots) if self._gapped else _NO_WORDS, self._passed(tokens))
        while position < count:
            opening, after = openings[position], position + 1
            if (opening is not None and opening.words and self._may_go_on(opening, tokens, after, around)) or (
                position in slots and self._slot_goes_on(slots[position], tokens, around)
            ):
                best = self._longest(tokens, position, around)
                if best is not None and best[0] > limits.get(position, count):
                    best = self._longest(tokens[: limits[position]], position, around)
                if best is not None:
                    after = best[0]
                    hits.append(Hit(position, after, self._mean(best[1])))
            elif opening is not None and opening.alone is not None:
                hits.append(Hit(position, after, opening.alone))
            position = after
        return hits

    def opens(self, token: Token) -> bool:
        """Whether some phrase begins with a token."""
        return self._openings[token] is not None

    def _opening_of(self, token: Token) -> _Opening[M] | None:
        nodes = [node for form in token.forms if (node := self._root.next.get(form)) is not None]
        return self._opening(nodes, self._longest((token,), 0, _NOTHING_AROUND)) if nodes else None

    def _opening(self, nodes: Sequence[_Node[T]], alone: _Ends[T] | None = None) -> _Opening[M]:
        words = frozenset(word for node in nodes for word in node.next)
        past_gap = frozenset(word for node in nodes if node.gap is not None for word in node.gap.next)
        fills = any(node.fills for node in nodes)
        return _Opening(words, fills, past_gap, None if alone is None else self._mean(alone[1]))

    def _words(self, tokens: Sequence[Token], slots: Slots) -> frozenset[str]:
        """All that a text has to offer to the far side of a gap."""
        words = frozenset().union(*[token.forms for token in tokens])
        return words.union(name for ends in slots.values() for name, _ in ends) if slots else words

    def _passed(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Where words stand that do not belong to the phrase around them."""
        passed, has = self._may_be_passed, self._passed_over.has
        if not passed:
            return _NOWHERE
        return frozenset(k for k, token in enumerate(tokens) if token.lower in passed and has(tokens, k))

    def _may_go_on(self, opening: _Opening[M], tokens: Sequence[Token], at: int, around: _Around) -> bool:
        if at >= len(tokens):
            return False
        token = tokens[at]
        return (
            not opening.words.isdisjoint(token.forms)
            or not opening.past_gap.isdisjoint(around.words)
            or at in around.passed
            or (opening.slots and at in around.slots)
        )

    def _slot_goes_on(self, ends: Sequence[tuple[str, int]], tokens: Sequence[Token], around: _Around) -> bool:
        """Whether a phrase may begin with a marked stretch."""
        return any(
            name in self._complete_slots or self._may_go_on(self._slots[name], tokens, after, around)
            for name, after in ends
            if name in self._slots
        )

    def _mean(self, nodes: tuple[_Node[T], ...]) -> M:
        """What the phrases that end in some nodes mean together."""
        if nodes not in self._meanings:
            self._meanings[nodes] = self._meaning([value for node in nodes for value in node.values])
        return self._meanings[nodes]

    def _longest(self, tokens: Sequence[Token], position: int, around: _Around) -> _Ends[T] | None:
        """The end of the longest match that begins at a position, and the nodes of all phrases that reach it. A gap is
        followed only where the text has what may stand behind it."""
        slots, words, passed = around
        end = position
        ends: tuple[_Node[T], ...] = ()
        count = len(tokens)
        open_ends = [(self._root, position, 0)]
        while open_ends:
            node, at, skipped = open_ends.pop()
            if node.values and at >= end and skipped >= 0:
                end, ends = at, (node,) if at > end else (*ends, node)
            children = node.next
            if at >= count or not children:
                continue
            token = tokens[at]
            for form in token.forms:
                if form in children:
                    open_ends.append((children[form], at + 1, 0))
            if node.fills and at in slots:
                open_ends.extend((children[name], after, 0) for name, after in slots[at] if name in children)
            if at > position and at in passed:
                open_ends.append((node, at + 1, skipped if skipped > 0 else -1))
            gap = node if skipped > 0 else node.gap
            if gap is not None and (gap.values or not gap.next.keys().isdisjoint(words)):
                if skipped <= 0:
                    open_ends.append((gap, at, 0))
                    skipped = 0
                hyphen = token.text == "-"
                goes_on = skipped > 0 and (hyphen or tokens[at - 1].text == "-")
                if skipped < _WIDEST_GAP and at in slots:
                    open_ends.extend((gap, after, skipped + 1) for _, after in slots[at] if after > at + 1)
                if (
                    (goes_on or skipped < _WIDEST_GAP)
                    and not self._stops(token)
                    and (token.is_word or token.is_number or hyphen)
                ):
                    open_ends.append((gap, at + 1, skipped + (not goes_on)))
        return (end, ends) if ends else None


def _elements(phrase: str) -> list[str]:
    out: list[str] = []
    for part in phrase.split():
        if part == GAP or (part.startswith("<") and part.endswith(">")):
            out.append(part)
        else:
            out.extend(words_of(part))
    return out
