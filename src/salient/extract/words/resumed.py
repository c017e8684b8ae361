"""Words that stand where a name could, for places named before: "the town", "both villages", "them", "the latter"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from salient.text.tokens import Token

_FOLLOWING = ("be", "auxiliary", "modal", "adverb", "link", "conjunction", "but", "negation", "to", "by")
"""Classes of words that may follow words for places, where a noun would say that they are for something else."""
_TELLING = ("be", "auxiliary", "modal")
"""Classes of words that tell something of the word before them: "BOTH have been shelled"."""
_DESCRIBED = 3
"""Plain words between "the" and the noun."""


class Meant(StrEnum):
    """Which of the places named before are meant."""

    ONE = "one"
    ALL = "all"
    FORMER = "former"
    LATTER = "latter"


@dataclass(frozen=True, slots=True)
class Resumed:
    """Tokens up to `after` stand for places. `surely`: not only where a name must stand ("captured BOTH")."""

    after: int
    meant: Meant
    surely: bool = True
    pronoun: bool = False
    """Whether it may as well stand for people: "holding THEM back"."""
    size: str | None = None
    """The class of the noun where it tells a size: "the CITY"."""


class Resumers:
    """The words of a language that stand for places."""

    def __init__(
        self,
        words: Mapping[str, Iterable[str]],
        settlement: Iterable[str],
        definite: Iterable[str],
        sizes: Mapping[str, Iterable[str]],
        leading: Iterable[str] = (),
    ) -> None:
        """`sizes` are the words for settlements that tell how large one is, by class; `leading` are prepositions."""
        self._settlement = frozenset(settlement)
        self._sizes = {word: size for size, named in sizes.items() for word in named}
        self._pronouns = frozenset(words["them"]) - frozenset(words["pronoun_body"])
        self._leading = frozenset(leading)
        self._follow = frozenset((*self._leading, *(word for name in _FOLLOWING for word in words[name])))
        self._telling = frozenset(word for name in _TELLING for word in words[name])
        self._definite = frozenset(definite)
        self._from = frozenset(words["from"])
        self._of = frozenset(words["of"])
        self._them = frozenset(words["them"])
        listed = (
            *((phrase, Meant.ALL) for phrase in words["all_of"]),
            *((phrase, Meant.FORMER) for phrase in words["former"]),
            *((phrase, Meant.LATTER) for phrase in words["latter"]),
            *((each, Meant.ONE if each in words["pronoun_body"] else Meant.ALL) for each in words["them"]),
        )
        self._phrases: dict[str, list[tuple[tuple[str, ...], Meant]]] = {}
        for phrase, meant in sorted(listed, key=lambda item: -len(item[0].split())):
            parts = tuple(phrase.lower().split())
            self._phrases.setdefault(parts[0], []).append((parts, meant))
        self._first_words = self._definite | self._phrases.keys()

    def find(self, tokens: Sequence[Token], lowers: Sequence[str]) -> dict[int, Resumed]:
        """First token -> what stands there for places."""
        out: dict[int, Resumed] = {}
        for i, lower in enumerate(lowers):
            if lower not in self._first_words:
                continue
            for parts, meant in self._phrases.get(lower, ()):
                after = i + len(parts)
                if tuple(lowers[i:after]) == parts:
                    if len(parts) == 1 and meant is Meant.ALL and self._is_of_a_part(tokens, after):
                        break
                    out[i] = self._with_noun(tokens, i, after, meant)
                    break
            if i not in out and lower in self._definite and (noun := self._noun(tokens, i)) is not None:
                size = next((self._sizes[form] for form in tokens[noun].forms if form in self._sizes), None)
                out[i] = Resumed(noun + 1, Meant.ALL if "plural" in tokens[noun].features else Meant.ONE, size=size)
        return out

    def _is_of_a_part(self, tokens: Sequence[Token], i: int) -> bool:
        """ "Almost all OF THE EASTERN BANK"; not "all of it", "both of the villages"."""
        if i >= len(tokens) or tokens[i].lower not in self._of:
            return False
        behind = tokens[i + 1 : i + 3 + _DESCRIBED]
        several = any("plural" in token.features and not self._settlement.isdisjoint(token.forms) for token in behind)
        return not (several or (behind and behind[0].lower in self._them))

    def _with_noun(self, tokens: Sequence[Token], first: int, after: int, meant: Meant) -> Resumed:
        """Past the noun that belongs to it: "the latter VILLAGE", "all three TOWNS"; not "the two armies"."""
        if after < len(tokens) and not self._settlement.isdisjoint(tokens[after].forms):
            return Resumed(after + 1, meant)
        alone = after - first == 1
        pronoun = alone and tokens[first].lower in self._pronouns
        named = not self._settlement.isdisjoint(tokens[after - 1].forms)
        ends = self._ends(tokens, after)
        surely = named or ends
        if alone:
            surely = not pronoun and self._stands_as_noun(tokens, first, ends=ends)
        return Resumed(after, meant if ends or not pronoun else Meant.ONE, surely, pronoun)

    def _stands_as_noun(self, tokens: Sequence[Token], i: int, *, ends: bool) -> bool:
        """Whether one word stands where a noun would: "BOTH have been shelled", "fighting around BOTH"."""
        told = i + 1 < len(tokens) and not self._telling.isdisjoint(tokens[i + 1].forms)
        before = tokens[i - 1] if i else None
        led = before is not None and (before.lower in self._leading or not self._telling.isdisjoint(before.forms))
        return told or (ends and led)

    def _ends(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether no noun follows."""
        if i >= len(tokens) or not tokens[i].is_word:
            return True
        features = tokens[i].features
        return ("past" in features and "plural" not in features) or not self._follow.isdisjoint(tokens[i].forms)

    def _noun(self, tokens: Sequence[Token], i: int) -> int | None:
        """The word for a settlement that "the" belongs to, where no name follows it."""
        for k in range(i + 1, min(i + 2 + _DESCRIBED, len(tokens))):
            if not self._settlement.isdisjoint(tokens[k].forms):
                named = tokens[k + 1 : k + 3]
                if named and named[0].lower in self._from:
                    return k  # "shelled THE TOWN from X"
                return None if any(token.capitalised for token in named) else k
            if not tokens[k].is_word or tokens[k].capitalised:
                return None
        return None
