"""What one place is called: its usual English name, and every name an index should know, each with its standing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import lru_cache

from salient.domain.naming import NamedPlace, PlaceName, Spelling
from salient.domain.theatre import Theatre
from salient.text.conversion import convert
from salient.text.transliteration import NameKeys, fold, former_romanisations, romanise

_LATIN = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9 .'’ʼʹ‘`-]+")
_CYRILLIC = re.compile(r"[\u0401-\u042f\u0490][\u0400-\u04ff\u0301 .'’ʼʹ0-9-]+")


class Standing(IntEnum):
    """How well a name stands for its place, best first."""

    USUAL = 0
    """The usual English name, or the name in the place's own language."""
    CURRENT = 1
    """A name in use in some language."""
    OLD = 2
    """A name that was given up."""
    GENERATED = 3
    """Said in another language by rule: nobody may ever have written it."""
    PART = 4
    """The name of a part of it: a district, a neighbourhood."""
    OTHER = 5
    """Listed without language or date, unlike the names in use: a former name, or that of a part."""
    STRAY = 6
    """The same in Latin letters: an exonym, somebody's guess; not looked for in text."""


@dataclass(frozen=True, slots=True)
class StandingName:
    text: str
    lang: str | None
    standing: Standing
    since: date | None = None
    until: date | None = None


class Namer:
    """Decides on the names of places by the spellings of the theatre's languages."""

    def __init__(self, theatre: Theatre, keys: NameKeys) -> None:
        self._keys = keys
        self._spellings = {spelling.lang: spelling for spelling in theatre.spellings}
        self._languages = theatre.name_languages
        self._romanised = lru_cache(maxsize=10_000)(self._romanise)
        self._own_letters = {
            spelling.lang: set(spelling.letters).difference(
                *(o.letters for o in theatre.spellings if o is not spelling)
            )
            for spelling in theatre.spellings
        }

    def with_usual_name(self, named: NamedPlace) -> NamedPlace:
        """Spell the English name as the place's own language is officially romanised, where it is the same name.

        Registers romanise by older rules ("Mistovoye" for "Mistove"); a different name is left alone.
        """
        local = self._local(named)
        if local is None:
            return named
        own = self._own(named, local)
        return (
            replace(named, place=replace(named.place, name=self._romanised(own[0].text, local.lang)[0]))
            if own
            else named
        )

    def _own(self, named: NamedPlace, local: Spelling) -> list[PlaceName]:
        """The names in the place's own language that go with its English name, the surest first."""
        key, english = self._keys.key(named.place.name), named.place.name
        own = [
            (self._localness(name, local, english), name)
            for name in named.names
            if self._is_local(name, local) and not name.part and (name.lang or self._keys.key(name.text) == key)
        ]
        return [name for sureness, name in sorted(own, key=lambda item: -item[0]) if sureness]

    def _localness(self, name: PlaceName, local: Spelling, english: str) -> int:
        """How surely a name is in the local language: said so 3, spelt so 2, romanised to what the register has 1."""
        if name.lang:
            return 3
        if not self._own_letters[local.lang].isdisjoint(name.text.lower()):
            return 2
        former = self._romanised(name.text, local.lang)
        return int(fold(english) in {fold(latin) for latin in former})

    def _romanise(self, name: str, lang: str) -> tuple[str, ...]:
        """A name by the present rules of a language and by its former ones."""
        spelling = self._spellings[lang]
        return romanise(name, spelling), *former_romanisations(name, spelling)

    def names(self, named: NamedPlace) -> Iterator[StandingName]:
        """Yield every name worth an entry, best standing first; names of other scripts are left out."""
        seen: set[str] = set()
        for name in sorted(self._all(named), key=lambda name: name.standing):
            if name.text not in seen:
                seen.add(name.text)
                yield name

    def _all(self, named: NamedPlace) -> Iterator[StandingName]:
        usable = [name for name in named.names if _LATIN.fullmatch(name.text) or _CYRILLIC.fullmatch(name.text)]
        yield from (StandingName(name.text, name.lang, Standing.PART) for name in usable if name.part)
        usable = [name for name in usable if not name.part]
        local = self._local(named)
        usual = self._keys.key(named.place.name)
        yield StandingName(named.place.name, "en", Standing.USUAL)
        own = self._own(named, local) if local else []
        yield from (StandingName(name.text, name.lang, Standing.USUAL, name.since) for name in own)
        generated: list[StandingName] = []
        if local:
            generated += self._generated([name.text for name in own], local)
        yield from generated
        given_up = {self._keys.key(name.text): name for name in usable if name.until}
        texts = [(name.text, name.lang) for name in usable] + [(name.text, name.lang) for name in generated]
        stated = [text for text, lang in texts if lang and self._keys.key(text) not in given_up]
        known = {usual} | self._keys.keys(stated)
        yield from (self._with_standing(name, known, given_up) for name in usable if name not in own)

    def _with_standing(self, name: PlaceName, known: set[str], given_up: Mapping[str, PlaceName]) -> StandingName:
        key = self._keys.key(name.text)
        if key in known and name.until is None:
            return StandingName(name.text, name.lang, Standing.CURRENT, name.since)
        if key in given_up:
            return StandingName(name.text, name.lang, Standing.OLD, name.since, given_up[key].until)
        return StandingName(name.text, name.lang, Standing.OTHER if _is_cyrillic(name.text) else Standing.STRAY)

    def _generated(self, names: Iterable[str], local: Spelling) -> Iterator[StandingName]:
        """Say local names in the theatre's other languages, and romanise all of it as it is met in print."""
        for name in names:
            for former in self._romanised(name, local.lang)[1:]:
                yield StandingName(former, "en", Standing.GENERATED)
            for lang, conversion in local.into.items():
                for form in convert(name, conversion) if lang in self._spellings else ():
                    yield StandingName(form, lang, Standing.GENERATED)
                    yield StandingName(romanise(form, self._spellings[lang]), "en", Standing.GENERATED)

    def _local(self, named: NamedPlace) -> Spelling | None:
        return self._spellings.get(self._languages.get(named.country or "", ""))

    def _is_local(self, name: PlaceName, local: Spelling) -> bool:
        """Whether a name in force is, or without a stated language could be, in the place's own language."""
        if name.until is not None or name.lang is not None:
            return name.until is None and name.lang == local.lang
        return {char for char in name.text.lower() if char.isalpha()} <= set(local.letters)


def _is_cyrillic(text: str) -> bool:
    return bool(_CYRILLIC.fullmatch(text))
