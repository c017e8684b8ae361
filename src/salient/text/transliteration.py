"""Names of places as strings: one folded form for every way to type a name, one key for every way to romanise it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from salient.domain.naming import Spelling

_APOSTROPHES = "'’‘ʼʹ′`´ʻ\""
_DASHES = "-‐‑‒–—−"
_FOLDING = str.maketrans({**dict.fromkeys(_APOSTROPHES, ""), **dict.fromkeys(_DASHES, " "), "ё": "е", "\u00a0": " "})
_KEPT_MARKS = {"\u0306": "иИ", "\u0308": "іІ"}
"""Marks that make another letter (й, ї); every other mark is stress or a diacritic of a romanisation."""


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Reduce a name to what all ways of typing it share: case, stress, apostrophes, hyphens and diacritics go."""
    text = name.casefold()
    if not text.isascii():
        text = _without_marks(text)
    return " ".join(text.translate(_FOLDING).split())


def _without_marks(text: str) -> str:
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(char) or (kept and kept[-1] in _KEPT_MARKS.get(char, "")):
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def former_romanisations(name: str, spelling: Spelling) -> tuple[str, ...]:
    """Romanise by each of the language's former rules."""
    return tuple(
        romanise(
            name, replace(spelling, letters={**spelling.letters, **former}, initial={**spelling.initial, **former})
        )
        for former in spelling.former
    )


def romanise(name: str, spelling: Spelling) -> str:
    """Write a name in Latin letters as English-language maps do; letters the language does not know stay."""
    return "".join(_romanise_word(word, spelling) for word in re.split(r"([\s-]+)", unicodedata.normalize("NFC", name)))


def _romanise_word(word: str, spelling: Spelling) -> str:
    bare = re.sub(f"[{_APOSTROPHES}\u0301]", "", word)
    lower = bare.lower()
    parts: list[str] = []
    at = 0
    while at < len(lower):
        cluster = next((c for c in spelling.clusters if lower.startswith(c, at)), None)
        source = cluster or lower[at]
        if cluster:
            latin = spelling.clusters[cluster]
        elif at == 0 and source in spelling.initial:
            latin = spelling.initial[source]
        else:
            latin = spelling.letters.get(source, source)
        parts.append(latin.capitalize() if bare[at].isupper() else latin)
        at += len(source)
    return "".join(parts)


class NameKeys:
    """Keys under which rival spellings of one name meet, in whatever script: lossy, so compare exact names first."""

    def __init__(self, spellings: Sequence[Spelling]) -> None:
        letters: dict[str, str] = {}
        for spelling in spellings:
            for char, latin in spelling.letters.items():
                letters.setdefault(char, latin)
        self._letters = str.maketrans(letters)
        self._sounds = [(re.compile(pattern), new) for spelling in spellings for pattern, new in spelling.sounds]
        self.key = lru_cache(maxsize=100_000)(self._key)
        """The key of a name. Names of one key sound alike; they need not be the same."""

    def _key(self, name: str) -> str:
        text = fold(name).translate(self._letters)
        for pattern, new in self._sounds:
            text = pattern.sub(new, text)
        return text

    def keys(self, names: Iterable[str]) -> set[str]:
        return {self.key(name) for name in names}


_SCAN_REPLACEMENTS = [
    *((mark, "'") for mark in "’‘ʼʹ′`´ʻ"),
    *((dash, " ") for dash in _DASHES),
    ("\u00a0", " "),
    ("ё", "е"),
    ("Ё", "Е"),
]
_SHOUTED = re.compile(r"\b[A-ZА-ЯЁІЇЄҐ]{4,}\b")


def scannable(text: str) -> str:
    """Make a text comparable with names letter by letter: every character stays at its offset.

    Apostrophes, dashes and ё are brought to one form, and words in capitals are set like names.
    """
    for old, new in _SCAN_REPLACEMENTS:
        if old in text:
            text = text.replace(old, new)
    return _SHOUTED.sub(_calm, text)


def _calm(word: re.Match[str]) -> str:
    return word[0].capitalize()


def usual_romanisation(name: str, spellings: Sequence[Spelling]) -> str:
    """Romanise a name by the first of the languages that has all its letters; a Latin name stays as written."""
    letters = {char for char in name.lower() if char.isalpha() and not char.isascii()}
    fitting = next((spelling for spelling in spellings if letters and letters <= set(spelling.letters)), None)
    return romanise(name, fitting) if fitting else name
