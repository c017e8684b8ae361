"""From a surface to its base forms. A language without a morphology library brings suffix rules as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from salient.text.tokens import Word


class Morphology(Protocol):
    """What a language must bring."""

    def analyse(self, lower: str) -> Word:
        """Base forms and features of a lower-case surface; the surface itself need not be among the forms."""
        ...


@dataclass(frozen=True, slots=True)
class SuffixRule:
    """A word ending in `suffix` may stand for the word ending in `base`, and then has `features`."""

    suffix: str
    base: str
    features: frozenset[str]
    undouble: bool = False
    """Whether a doubled last letter before the suffix may have been single ("shelled" no, "cutting" yes)."""
    unless: tuple[str, ...] = ()
    """Endings of words that do not take the suffix: "deny" has no "denys", which is a man's name."""


class SuffixMorphology:
    """Suffix rules over a closed vocabulary, and a list of irregular forms, to which no rule applies; answers are
    remembered."""

    def __init__(
        self,
        rules: Iterable[SuffixRule],
        irregular: Mapping[str, tuple[str, frozenset[str]]],
        vocabulary: frozenset[str],
    ) -> None:
        self._rules = sorted(rules, key=lambda rule: -len(rule.suffix))
        self._irregular = irregular
        self._vocabulary = vocabulary
        self._known: dict[str, Word] = {}

    def analyse(self, lower: str) -> Word:
        word = self._known.get(lower)
        if word is None:
            word = self._analyse(lower)
            if len(self._known) < 200_000:
                self._known[lower] = word
        return word

    def _analyse(self, lower: str) -> Word:
        lemmas: list[str] = []
        features: set[str] = set()
        if lower in self._irregular:
            lemma, marks = self._irregular[lower]
            return Word(lower, (lemma,), marks)
        for rule in self._rules:
            if not lower.endswith(rule.suffix) or len(lower) < len(rule.suffix) + 3:
                continue
            stem = lower[: len(lower) - len(rule.suffix)]
            for candidate in self._candidates(stem, rule):
                if candidate in self._vocabulary and not candidate.endswith(rule.unless):
                    lemmas.append(candidate)
                    features |= rule.features
        return Word(lower, tuple(dict.fromkeys(lemmas)), frozenset(features))

    @staticmethod
    def _candidates(stem: str, rule: SuffixRule) -> tuple[str, ...]:
        whole = stem + rule.base
        if rule.undouble and len(stem) > 2 and stem[-1] == stem[-2]:
            return (whole, stem[:-1])
        return (whole,)
