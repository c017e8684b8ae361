"""What one place is called: its usual English name, and every name an index should know, each with its standing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from salient.domain.naming import NamedPlace, PlaceName, Spelling
from salient.domain.theatre import Theatre
from salient.text.transliteration import NameKeys, romanise

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
    ALTERNATE = 4
    """Listed without language or date, unlike every other name of the place: a part of it, an exonym, a mistake."""


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

    def with_usual_name(self, named: NamedPlace) -> NamedPlace:
        """Spell the English name as the place's own language is officially romanised, where it is the same name.

        Registers romanise by older rules ("Kostyantynivka"); a different name ("Kyiv City") is left alone.
        """
        local = self._local(named)
        if local is None:
            return named
        key = self._keys.key(named.place.name)
        romanised = [romanise(name.text, local) for name in named.names if self._is_local(name, local)]
        official = next((name for name in romanised if self._keys.key(name) == key), named.place.name)
        return replace(named, place=replace(named.place, name=official))

    def names(self, named: NamedPlace) -> Iterator[StandingName]:
        """Yield every name worth an entry, best standing first; names of other scripts are left out."""
        seen: set[str] = set()
        for name in sorted(self._all(named), key=lambda name: name.standing):
            if name.text not in seen:
                seen.add(name.text)
                yield name

    def _all(self, named: NamedPlace) -> Iterator[StandingName]:
        usable = [name for name in named.names if _LATIN.fullmatch(name.text) or _CYRILLIC.fullmatch(name.text)]
        local = self._local(named)
        usual = self._keys.key(named.place.name)
        known = {usual} | self._keys.keys(name.text for name in usable if _is_known(name))
        yield StandingName(named.place.name, "en", Standing.USUAL)
        for name in usable:
            key = self._keys.key(name.text)
            if name.until is not None:
                standing = Standing.OLD
            elif local and self._is_local(name, local) and (name.lang or key == usual):
                standing = Standing.USUAL
            else:
                standing = Standing.CURRENT if _is_known(name) or key in known else Standing.ALTERNATE
            yield StandingName(name.text, name.lang, standing, name.since, name.until)

    def _local(self, named: NamedPlace) -> Spelling | None:
        return self._spellings.get(self._languages.get(named.country or "", ""))

    def _is_local(self, name: PlaceName, local: Spelling) -> bool:
        """Whether a name in force is, or without a stated language could be, in the place's own language."""
        if name.until is not None or name.lang is not None:
            return name.until is None and name.lang == local.lang
        return {char for char in name.text.lower() if char.isalpha()} <= set(local.letters)


def _is_known(name: PlaceName) -> bool:
    return name.lang is not None or bool(_CYRILLIC.fullmatch(name.text))
