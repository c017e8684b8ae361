"""The words that frames of events are looked up by, compiled once."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from salient.text.tokens import Token, plain
from salient.theatre.event_frames import EventFrame, EventFrames, Governed

_CASES_OF: Mapping[Governed, tuple[str, ...]] = {
    "goal": ("acc",),
    "source": ("gen",),
    "site": ("loc", "ins", "gen", "dat"),
    "other": ("ins", "gen", "dat", "acc", "loc"),
}
"""The cases that tell a role where a preposition has several, the surest role first."""


class Predicates:
    """The frames of events by the words of their predicates."""

    def __init__(self, frames: EventFrames) -> None:
        by_word: dict[str, dict[EventFrame, None]] = {}
        for frame in frames.frames:
            for name in frame.of:
                for word in map(plain, frames.classes[name]):
                    by_word.setdefault(word, {})[frame] = None
        self._by_word = {word: tuple(rows) for word, rows in by_word.items()}
        self._classes = {name: frozenset(map(plain, words)) for name, words in frames.classes.items()}
        self._rank = {frame: n for n, frame in enumerate(frames.frames)}
        self.roles = {word: role for role, words in frames.prepositions.items() for word in words}
        """Preposition -> the role of what follows it, the last of those that the table gives it."""
        self.roles_by_case = _roles_by_case(frames)
        """Preposition -> case -> the role of what follows it in that case."""
        types = {name: frozenset(map(plain, words)) for name, words in frames.types.items()}
        self._types = {
            word: frozenset(name for name, words in types.items() if word in words)
            for word in frozenset[str]().union(*types.values())
        }
        """Word -> what a phrase with it speaks of."""
        self.bare = tuple(frame for frame in frames.frames if not frame.of)
        self.existential = frames.existential
        self.habitual = frames.habitual
        self.there = frames.there
        self.away = frames.away
        self.ahead = frames.ahead
        self.persons = frames.persons
        self.vague = frozenset(map(plain, frames.vague))
        self.lasting = frozenset(map(plain, frames.lasting))
        self.habits = frozenset(
            w for row in frames.frames if row.lasting for name in row.of for w in self._classes[name]
        )
        """What is no state of whoever did it once: "produced"."""
        self.of = lru_cache(maxsize=10_000)(self._of)
        """The frames that a token may be the predicate of, in the order of the table."""
        self.types_of = lru_cache(maxsize=10_000)(self._types_of)
        """What a noun speaks of by itself."""
        self.goes_on = lru_cache(maxsize=10_000)(self._goes_on)
        """Whether a token without a class begins no noun phrase and ends none, where words stand in a fixed order."""

    def among(self, tokens: Sequence[Token]) -> tuple[int, ...]:
        """The tokens that may be predicates; who "used to" do something no longer does."""
        return tuple(
            i
            for i, token in enumerate(tokens)
            if self.of(token) and (i < 2 or tokens[i - 2].lower not in self.habitual)
        )

    def is_of(self, token: Token, classes: Sequence[str]) -> bool:
        """Whether a token is a word of one of these classes."""
        return any(not self._classes[name].isdisjoint(token.forms) for name in classes)

    def verbal(self, token: Token) -> bool:
        """Whether a token may be a predicate as a verb."""
        return any(not frame.state for frame in self.of(token))

    def _of(self, token: Token) -> tuple[EventFrame, ...]:
        rows = {frame for form in token.forms for frame in self._by_word.get(form, ())}
        return tuple(sorted(rows, key=self._rank.__getitem__))

    def _types_of(self, token: Token) -> frozenset[str]:
        return frozenset(name for form in token.forms for name in self._types.get(form, ()))

    def _goes_on(self, token: Token) -> bool:
        if not (token.is_word or token.is_number) or "past" in token.features or "be" in token.forms:
            return False
        return not any(token.lower in words for words in (self.roles, self.away, self.ahead, self.there))


def _roles_by_case(frames: EventFrames) -> dict[str, dict[str, Governed]]:
    """The roles of the prepositions that have several: "into" and "in" are one word where the case tells them apart."""
    several: dict[str, dict[str, Governed]] = {}
    for role, cases in _CASES_OF.items():
        for word in frames.prepositions.get(role, ()):
            for case in cases:
                several.setdefault(word, {}).setdefault(case, role)
    return several
