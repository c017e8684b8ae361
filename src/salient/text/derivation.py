"""The partner of a verb in the other aspect, by its ending.

Endings are data of a language; a candidate counts only where the dictionary has it as a verb of that aspect.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

_OTHER = {"perf": "impf", "impf": "perf"}


class Derivation:
    """Knows the pairs of endings of a language."""

    def __init__(
        self,
        endings: Mapping[str, Sequence[str]],
        reflexive: tuple[str, ...],
        aspects_of: Callable[[str], frozenset[str]],
    ) -> None:
        """`endings` of perfective verbs, each with those of imperfective ones; `reflexive` are the endings that make a
        verb reflexive; `aspects_of` gives the aspects of an infinitive, none where it is not known."""
        pairs = [(perfective, each) for perfective, others in endings.items() for each in others]
        turned = [(imperfective, perfective) for perfective, imperfective in pairs]
        self._pairs = {"perf": sorted(pairs, key=_longest), "impf": sorted(turned, key=_longest)}
        self._reflexive = reflexive
        self._aspects_of = lru_cache(maxsize=None)(aspects_of)
        self.partner = lru_cache(maxsize=None)(self._partner)

    def _partner(self, verb: str) -> str | None:
        """The verb of the other aspect, where the endings tell it: of an imperfective one that whose own partner it
        is."""
        own = self._aspects_of(verb)
        if own == {"perf"}:
            return next(self._others(verb, "perf"), None)
        if own == {"impf"}:
            return next((other for other in self._others(verb, "impf") if self.partner(other) == verb), None)
        return None

    def _others(self, verb: str, own: str) -> Iterator[str]:
        """Verbs of the other aspect that an ending of this verb may stand for, the longest ending first."""
        sign = next((each for each in self._reflexive if verb.endswith(each)), "")
        bare = verb.removesuffix(sign)
        for ending, other in self._pairs[own]:
            if bare.endswith(ending) and bare != ending:
                made = bare.removesuffix(ending) + other
                yield from (
                    candidate
                    for candidate in (made + each for each in (self._reflexive if sign else ("",)))
                    if self._aspects_of(candidate) == {_OTHER[own]}
                )


def _longest(pair: tuple[str, str]) -> int:
    return -len(pair[0])
