"""Names of places in texts of inflected languages: by the nominatives that capitalised words may stand for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from salient.gazetteer.index import Gazetteer
from salient.text.tokens import Word
from salient.text.transliteration import scannable

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*(?:[-‑–][^\W\d_]+(?:['’ʼ][^\W\d_]+)*)*")
_LONGEST = 3
_DESCRIBED = 3
"""Words before a works within which the adjective of its town stands."""
_MOST_LISTED = 12
"""Words within which adjectives share a noun."""


class Inflection(Protocol):
    """What the morphology of a language knows of names."""

    def analyse(self, lower: str) -> Word: ...

    def nominatives(self, words: tuple[str, ...]) -> tuple[str, ...]: ...

    def towns_of(self, adjective: str) -> tuple[str, ...]: ...

    def agree(self, adjective: str, noun: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class InflectedName:
    """`text[start:end]` is a name; `forms` are its nominatives that the gazetteer has, the likeliest first."""

    start: int
    end: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameNouns:
    """Nouns that follow an adjective made of a name, for a stretch of the front and a region; `links` join such
    adjectives."""

    directions: frozenset[str]
    regions: frozenset[str]
    links: frozenset[str]
    districts: frozenset[str] = frozenset()
    """Nouns of districts, works and garrisons, met with the adjective of their town where no register has them."""
    settlements: frozenset[str] = frozenset()
    """What a settlement is called, which may stand after its name too."""
    openers: frozenset[str] = frozenset()
    """Prepositions before such an adjective whose noun is left out: "on the Northern [stretch]"."""


class InflectedScan:
    """Finds names in texts of one language. Linear in the text; every word is looked up once."""

    def __init__(self, gazetteer: Gazetteer, inflection: Inflection, nouns: NameNouns) -> None:
        self._gazetteer = gazetteer
        self._inflection = inflection
        self._directions = nouns.directions
        self._regions = nouns.regions
        self._links = nouns.links
        self._settled = nouns.settlements
        self._openers = nouns.openers
        self._districts = nouns.districts
        self._known = lru_cache(maxsize=100_000)(self._look_up)
        self._adjective = lru_cache(maxsize=20_000)(self._town)

    def scan(self, text: str) -> Sequence[InflectedName]:
        """Find names as whole words, the longest first, in the order of the text."""
        words = self._parted(text, [(match.start(), match.end()) for match in _WORD.finditer(text)])
        adjectives = self._adjectives(text, words) | self._shared_regions(text, words)
        found: list[InflectedName] = []
        i = 0
        while i < len(words):
            name, used = adjectives.get(i), 1
            if name is None and text[words[i][0]].isupper():
                name, used = self._longest(text, words, i)
                if name is not None and used == 1 and self._only_describes_next(text, words, i):
                    name = None
            if name is not None:
                found.append(name)
            i += used
        return found

    def _parted(self, text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The words, each half of a stretch of the front that two towns name by itself: "the A-and-B sector"."""
        out: list[tuple[int, int]] = []
        for n, (start, end) in enumerate(words):
            cut = text.find("-", start, end)
            follows = text[slice(*words[n + 1])] if cut > 0 and n + 1 < len(words) else ""
            if follows and self._is(follows, self._directions) and not self._of_town(text[start:end]):
                halves = [(start, cut), (cut + 1, end)]
                if all(self._of_town(text[slice(*half)]) for half in halves):
                    out += halves
                    continue
            out.append((start, end))
        return out

    def _of_town(self, adjective: str) -> tuple[str, ...]:
        """The towns that an adjective may be made of."""
        return self._adjective(adjective.lower().replace("’", "'").replace("ʼ", "'"))

    def _longest(self, text: str, words: list[tuple[int, int]], i: int) -> tuple[InflectedName | None, int]:
        for count in range(min(_LONGEST, len(words) - i), 0, -1):
            run = words[i : i + count]
            if count > 1 and not self._run(text, run):
                continue
            forms = self._known(tuple(scannable(text[start:end]).replace("–", "-") for start, end in run))
            if forms:
                return InflectedName(run[0][0], run[-1][1], forms), count
        return None, 1

    def _run(self, text: str, run: list[tuple[int, int]]) -> bool:
        joined = all(text[a[1] : b[0]] in (" ", "\u00a0") for a, b in pairwise(run))
        last = text[run[-1][0] : run[-1][1]]
        capital = all(text[start].isupper() for start, _ in run[:-1])
        return joined and capital and (last[0].isupper() or self._is(last, self._regions))

    def _only_describes_next(self, text: str, words: list[tuple[int, int]], i: int) -> bool:
        """Whether an adjective describes the noun after it, where a hamlet is called by the same word: "The ONLY
        bridge", "in the BLACK sea"."""
        end = words[i][1]
        if i + 1 >= len(words) or not text[end : words[i + 1][0]].isspace():
            return False
        noun = text[slice(*words[i + 1])]
        return not self._is(noun, self._settled) and self._inflection.agree(text[words[i][0] : end].lower(), noun)

    def _is(self, word: str, nouns: frozenset[str]) -> bool:
        lower = word.lower()
        return lower in nouns or any(lemma in nouns for lemma in self._inflection.analyse(lower).lemmas)

    def _look_up(self, words: tuple[str, ...]) -> tuple[str, ...]:
        flat = tuple(word.replace(" ", "-") for word in words)
        forms = [_titled(form) for form in self._inflection.nominatives(tuple(word.lower() for word in flat))]
        if len(words) > 1 or words[0].isupper():  # an abbreviation has one form
            forms.append(" ".join(flat))
        if len(words) > 1 and self._is(words[-1], self._regions):
            return tuple(form for form in forms if any(hit.exact for hit in self._gazetteer.hits(form)))[:1]
        return tuple(dict.fromkeys(form for form in forms if self._gazetteer.tells(form)))

    def _adjectives(self, text: str, words: list[tuple[int, int]]) -> dict[int, InflectedName]:
        """Adjectives made of towns before the noun for a stretch of the front, alone or in a list."""
        found: dict[int, InflectedName] = {}
        told = False
        for i, (start, end) in enumerate(words):
            if not self._is(text[start:end], self._directions):
                if (district := self._district(text, words, i)) is not None:
                    at, found[at] = district[0], district[1]
                    found |= self._listed(text, words, at)
                if told and i not in found and (name := self._elliptic(text, words, i, found)) is not None:
                    found[i] = name
                continue
            told = True
            k = i - 1
            while k >= 0 and i - k < 8:
                word = text[words[k][0] : words[k][1]]
                if word.lower() in self._links:
                    k -= 1
                    continue
                forms = self._of_town(word)
                if not forms or any(sign in text[words[k][1] : words[k + 1][0]] for sign in ".;:!?"):
                    break
                found[k] = InflectedName(words[k][0], words[k][1], forms)
                k -= 1
        return found

    def _district(self, text: str, words: list[tuple[int, int]], i: int) -> tuple[int, InflectedName] | None:
        """The town of a district that no register has, or of a works, by its word's number: "Borova community", "the
        Syzran oil refinery"."""
        if not i or not self._is(text[slice(*words[i])], self._districts):
            return None
        k = i - 1
        while k > max(0, i - _DESCRIBED) and self._only_describes(text[slice(*words[k])]):
            k -= 1
        start, end = words[k]
        adjective = text[start:end]
        apart = any(not text[one[1] : other[0]].isspace() for one, other in pairwise(words[k : i + 1]))
        if apart or not adjective[0].isupper() or self._known((scannable(adjective), text[slice(*words[i])])):
            return None
        forms = self._of_town(adjective)
        return (k, InflectedName(start, end, forms)) if forms else None

    def _only_describes(self, word: str) -> bool:
        return word.islower() and "adjective" in self._inflection.analyse(word).features

    def _listed(self, text: str, words: list[tuple[int, int]], last: int) -> dict[int, InflectedName]:
        """Adjectives of towns that share the noun of a district: "from the A, B and C communities"."""
        found: dict[int, InflectedName] = {}
        k = last - 1
        while k >= 0 and last - k < _MOST_LISTED:
            word, gap = text[slice(*words[k])], text[words[k][1] : words[k + 1][0]].strip()
            if gap not in ("", ","):
                break
            if word.lower() in self._links:
                k -= 1
                continue
            joined = gap == "," or text[slice(*words[k + 1])].lower() in self._links
            forms = self._of_town(word) if word[0].isupper() else ()
            if not joined or not forms:
                break
            found[k] = InflectedName(*words[k], forms)
            k -= 1
        return found

    def _shared_regions(self, text: str, words: list[tuple[int, int]]) -> dict[int, InflectedName]:
        """Adjectives that share the noun of a region with later ones: "the Northern, the Western and the Southern
        regions"."""
        found: dict[int, InflectedName] = {}
        for i in range(3, len(words)):
            noun, link = text[slice(*words[i])], text[slice(*words[i - 2])].lower()
            if link not in self._links or not self._is(noun, self._regions):
                continue
            k = i - 3
            while k >= 0 and k >= i - _MOST_LISTED:
                start, end = words[k]
                forms = self._known((scannable(text[start:end]), noun)) if text[start].isupper() else ()
                if not forms:
                    break
                found[k] = InflectedName(start, end, forms)
                k -= 1
                if k < 0 or text[words[k][1] : start].strip() != ",":
                    break
        return found

    def _elliptic(
        self, text: str, words: list[tuple[int, int]], i: int, found: Mapping[int, InflectedName]
    ) -> InflectedName | None:
        """An adjective in the locative after a preposition, or after another such adjective and a link, with no noun to
        agree with."""
        start, end = words[i]
        before = text[slice(*words[i - 1])].lower() if i else ""
        listed = before in self._links and i - 2 in found
        if not (before in self._openers or listed) or self._next_agrees(text, words, i):
            return None
        lower = text[start:end].lower()
        features = self._inflection.analyse(lower).features
        if "adjective" not in features or "loc" not in features:
            return None
        forms = self._of_town(lower)
        return InflectedName(start, end, forms) if forms else None

    def _next_agrees(self, text: str, words: list[tuple[int, int]], i: int) -> bool:
        if i + 1 >= len(words) or text[words[i][1] : words[i + 1][0]].strip():
            return False
        features = self._inflection.analyse(text[slice(*words[i + 1])].lower()).features
        return "loc" in features and not _is_plural(features)

    def _town(self, adjective: str) -> tuple[str, ...]:
        forms = (_titled(name) for name in self._inflection.towns_of(adjective))
        return tuple(dict.fromkeys(form for form in forms if self._gazetteer.tells(form)))


def _is_plural(features: frozenset[str]) -> bool:
    """Whether an adjective stands in the plural, whose locative is its genitive but not its dative."""
    return features >= {"adjective", "gen", "loc"} and "dat" not in features


def _titled(name: str) -> str:
    return re.sub(r"(?<![\w'’])[^\W\d_]", lambda letter: letter[0].upper(), name)
