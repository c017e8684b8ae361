"""Morphology by dictionary, for languages whose words are inflected: base forms, cases, and nominatives of names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

import pymorphy3

from salient.text.tokens import Word

_CASES: Mapping[str, str] = {
    "nomn": "nom", "gent": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "ablt": "ins",
    "loct": "loc", "loc2": "loc",
}  # fmt: skip
_ADJECTIVE = ("ий", "ый", "ой", "ій")
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
_NOUNS = frozenset({"NOUN", "NPRO"})
_OF_ONE = frozenset({"sing", "masc", "femn"})
_LEAST_SCORE = 0.02
_MOST_FORMS = 12
_LAST_RANK = 9
"""Nominatives of names are ranked from 0, the likeliest, to this."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What counts as one word: `gerunds` are pairs of endings, gerund and finite form; `initials` letters that words
    may begin with in turn; `words` the other shapes of a small word."""

    gerunds: tuple[tuple[str, str], ...] = ()
    initials: tuple[tuple[str, str], ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: frozenset[str] = frozenset()
    """Words that are no verbs, whatever the dictionary takes them for besides."""
    name_endings: tuple[tuple[str, str], ...] = ()
    """Endings of inflected names with those of nominatives that the dictionary does not think of."""
    surnames: tuple[tuple[str, str], ...] = ()
    """The same for surnames, which the dictionary of a language lacks where they come from another one."""


class DictionaryMorphology:
    """A pymorphy3 dictionary as the morphology of a language. Answers are remembered."""

    def __init__(
        self,
        code: str,
        participles: Mapping[str, str],
        names: Mapping[str, str],
        towns: Iterable[tuple[str, str]],
        alike: Alike | None = None,
    ) -> None:
        """`participles` give the verb of participles that the dictionary lists as adjectives; `names` the nominative
        of name words that it inflects otherwise; `towns` are pairs of endings, adjective and name, likeliest first."""
        self._code = code
        self._participles = participles
        self._alike = alike or Alike()
        self._names = names
        self._towns = tuple(towns)
        self._endings = ("ое", "ая", "ом", "е", "а", "о") if code == "ru" else ("е", "а", "о")
        self.analyse = lru_cache(maxsize=200_000)(self._analyse)
        self.nominatives = lru_cache(maxsize=50_000)(self._nominatives)
        self._agreements = lru_cache(maxsize=50_000)(self._read_agreements)

    @cached_property
    def _dictionary(self) -> Any:
        return pymorphy3.MorphAnalyzer(lang=self._code)

    def _parses(self, lower: str) -> list[Any]:
        parses = self._dictionary.parse(lower)
        likely = [parse for parse in parses if parse.score >= _LEAST_SCORE and "impr" not in parse.tag.grammemes]
        ours = any({"VERB", "1per", "plur"} <= parse.tag.grammemes for parse in likely)
        return [parse for parse in likely if parse.tag.POS != "PRTS"] if ours else likely

    def _analyse(self, lower: str) -> Word:
        if not lower[0].isalpha() or lower.isascii():
            return Word(lower, (), frozenset())
        lemmas: list[str] = []
        features: set[str] = set()
        for parse in self._parses(lower):
            if parse.tag.POS in _VERBS and lower in self._alike.nouns:
                continue
            lemmas.append(parse.normal_form.replace("ё", "е"))
            tag = parse.tag
            part = tag.POS
            features |= _features_of(tag)
            if (verb := self._verb_of_participle(parse)) is not None:
                lemmas.append(verb)
                features |= {"verb", "participle", "passive"}
            elif "Impe" in tag.grammemes and part == "VERB" and lower.endswith(("но", "то")):
                features |= {"participle", "passive"}
            if part in ("PRTF", "PRTS") and "pssv" in tag.grammemes:
                features |= {"participle", "passive"}
            if part == "GRND" and parse.normal_form == lower:
                lemmas.extend(self._verbs_of(lower))
        if _are_many(self._parses(lower)):
            features.add("of_many")
        if "surname" in features or not self._dictionary.word_is_known(lower):
            lemmas.extend(self._surnames(lower))
        for first, other in self._alike.initials:
            lemmas.extend(self._begun_otherwise(lemmas, first, other))
        lemmas.extend(self._alike.words.get(lower, ()))
        if features & {"past", "present"}:
            features.discard("future")
        if "present" in features:
            features.discard("infinitive")  # clipped infinitives look like a plural that is far more usual
        return Word(lower, tuple(dict.fromkeys(lemmas)), frozenset(features))

    def _verb_of_participle(self, parse: Any) -> str | None:
        """The verb of a passive participle that the dictionary lists as an adjective: that of its impersonal form."""
        lemma: str = parse.normal_form
        if lemma in self._participles:
            return self._participles[lemma]
        if parse.tag.POS != "ADJF" or "pssv" not in parse.tag.grammemes:
            return None
        impersonal = self._dictionary.parse(lemma.removesuffix("ий") + "о")
        return next((form.normal_form for form in impersonal if "Impe" in form.tag.grammemes), None)

    def _verbs_of(self, gerund: str) -> list[str]:
        """The verbs of a gerund that the dictionary lists by itself, by the finite form that it is made of."""
        for ending, finite in self._alike.gerunds:
            if gerund.endswith(ending):
                parses = self._dictionary.parse(gerund.removesuffix(ending) + finite)
                return [parse.normal_form for parse in parses if parse.tag.POS in _VERBS]
        return []

    def _surnames(self, lower: str) -> list[str]:
        """Nominatives of surnames that a word may be a form of, whatever the dictionary takes it for."""
        return [
            lower.removesuffix(ending) + nominative
            for ending, nominative in self._alike.surnames
            if lower.endswith(ending)
        ]

    def _begun_otherwise(self, lemmas: list[str], first: str, other: str) -> list[str]:
        """The same words as they begin after another sound."""
        turned = [(old, new) for old, new in ((first, other), (other, first))]
        variants = [new + word.removeprefix(old) for old, new in turned for word in lemmas if word.startswith(old)]
        return [word for word in variants if self._dictionary.word_is_known(word)]

    def aspects_of(self, infinitive: str) -> frozenset[str]:
        """The aspects that a word has as an infinitive, `perf` or `impf`; none where it is no known verb."""
        if not self._dictionary.word_is_known(infinitive):
            return frozenset()
        tags = (parse.tag for parse in self._dictionary.parse(infinitive) if parse.normal_form == infinitive)
        return frozenset(
            aspect
            for tag in tags
            if "infinitive" in _features_of(tag)
            for aspect in ("perf", "impf")
            if aspect in tag.grammemes
        )

    def base(self, lower: str) -> str:
        """The likeliest base form of a lower-case word; itself where none is known."""
        word = self.analyse(lower)
        if "adjective" in word.features:
            return next((lemma for lemma in word.lemmas if lemma.endswith(_ADJECTIVE)), word.lemmas[0])
        return word.lemmas[0] if word.lemmas else lower

    def _nominatives(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Lower-case nominatives that the words of an inflected name may stand for, the likeliest first."""
        options = [self._word_nominatives(word) for word in words]
        found = []
        for combination in product(*options):
            found.append(" ".join(combination))
            if len(found) >= _MOST_FORMS:
                break
        return tuple(found)

    def _word_nominatives(self, word: str) -> list[str]:
        if "-" in word:
            parts = [self._word_nominatives(part) for part in word.split("-") if part]
            return ["-".join(combination) for combination in product(*parts)][:_MOST_FORMS] or [word]
        if word in self._names:
            return [self._names[word]]
        found: dict[str, int] = {}
        for parse in self._parses(word):
            if parse.tag.POS not in ("NOUN", "ADJF", "PRTF") or "Patr" in parse.tag.grammemes:
                continue
            rank = ("Surn" in parse.tag.grammemes or "Name" in parse.tag.grammemes) + (
                "Geox" not in parse.tag.grammemes
            )
            form = parse.inflect({"nomn"})
            for nominative in (parse.normal_form if form is None else form.word, parse.normal_form):
                found[nominative] = min(
                    rank + (nominative != (form.word if form else nominative)), found.get(nominative, _LAST_RANK)
                )
        if not found:
            found[word] = 0
        for ending, nominative in self._alike.name_endings:
            if word.endswith(ending):
                found.setdefault(word.removesuffix(ending) + nominative, _LAST_RANK)
        return sorted(found, key=lambda form: found[form])

    def agree(self, adjective: str, noun: str) -> bool:
        """Whether a word that the dictionary has as an adjective may describe a noun in lower case after it; a form
        that is a verb as well is taken for none."""
        if not noun.islower() or not self._dictionary.word_is_known(adjective):
            return False
        described = self._agreements(adjective).get("ADJF", frozenset())
        nouns = self._agreements(noun)
        return "VERB" not in nouns and not described.isdisjoint(nouns.get("NOUN", ()))

    def _read_agreements(self, lower: str) -> Mapping[str, frozenset[tuple[str | None, ...]]]:
        """Part of speech that a word may be -> how it agrees with others."""
        found: dict[str, set[tuple[str | None, ...]]] = {}
        for parse in self._parses(lower):
            found.setdefault(str(parse.tag.POS), set()).add(_agreement(parse.tag))
        return {part: frozenset(agreements) for part, agreements in found.items()}

    def _masculine(self, adjective: str) -> str:
        """The dictionary takes some adjectives for names of villages, and gives the neuter or feminine, some locatives
        for instrumentals of towns; the first half of two that a hyphen joins ends in another vowel."""
        for ending in self._endings:
            if adjective.endswith(ending):
                return adjective.removesuffix(ending) + "ий"
        return adjective

    def towns_of(self, adjective: str) -> tuple[str, ...]:
        """Names, lower case, that an adjective in any form may be made of ("of X"), the likeliest first."""
        found: list[str] = []
        for lemma in dict.fromkeys(map(self._masculine, (*self.analyse(adjective).lemmas, adjective))):
            if lemma in self._names:
                found.append(self._names[lemma])
            for ending, name in self._towns:
                if lemma.endswith(ending):
                    found.append(lemma.removesuffix(ending) + name)
        return tuple(dict.fromkeys(found))


def _features_of(tag: Any) -> set[str]:
    """What a tag of the dictionary says of a form."""
    part = tag.POS
    features = {feature for mark, feature in _MARKS.items() if mark in tag.grammemes} | _CLASSES.get(part, _NOTHING)
    if _is_infinitive(tag):
        features.add("infinitive")
    if part == "GRND":
        features.add("converb")
    case = _CASES.get(str(tag.case))
    if case and part != "PRTS":
        features.add(case)
    if part == "VERB" and tag.grammemes & _OF_ONE and "neut" not in tag.grammemes:
        features.add("singular")
    return features


def _are_many(parses: list[Any]) -> bool:
    """Whether a noun or an adjective can only stand in the plural."""
    return bool(parses) and all(
        parse.tag.POS in ("NOUN", "ADJF", "PRTF") and parse.tag.number == "plur" for parse in parses
    )


def _agreement(tag: Any) -> tuple[str | None, ...]:
    """Case, number and gender, in which an adjective follows its noun; in the plural there is one gender."""
    many = tag.number == "plur"
    return str(tag.case), "plur" if many else "sing", None if many else str(tag.gender)


def _is_infinitive(tag: Any) -> bool:
    """Whether a form is an infinitive, also one that the dictionary marks only as a verb, since its stress alone tells
    its aspect."""
    finite = tag.tense or tag.mood or tag.person or tag.number or "Impe" in tag.grammemes
    return tag.POS == "INFN" or "infn" in tag.grammemes or (tag.POS == "VERB" and not finite)


_NOTHING: frozenset[str] = frozenset()
_CLASSES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_VERBS, frozenset({"verb"})),
    **dict.fromkeys(_NOUNS, frozenset({"noun"})),
    "ADJF": frozenset({"adjective"}),
    "NUMR": frozenset({"numeral"}),
}
_MARKS: Mapping[str, str] = {
    "futr": "future",
    "past": "past",
    "pres": "present",
    "1per": "first_person",
    "Name": "given_name",
    "Surn": "surname",
    "anim": "animate",
}
