"""Which of the known languages a text is written in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated

from pydantic import AfterValidator

from salient.theatre.packs import known_packs, pack_folder
from salient.theatre.yaml_file import Shape, read_yaml

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_WORDS = 2000
_LEAST_SHARE = 0.08
"""Common words make up 25-45 % of running text in their own language; names and figures alone reach none."""


def _checked(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a pattern: {error}") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_checked)]


class CleanRules(Shape):
    """The file clean.yaml of a language pack: what the language is known by, and what its boilerplate looks like."""

    common_words: tuple[str, ...]
    lines: tuple[Pattern, ...] = ()
    teasers: tuple[Pattern, ...] = ()
    openers: tuple[Pattern, ...] = ()
    followers: tuple[Pattern, ...] = ()
    credits: tuple[Pattern, ...] = ()
    datelines: tuple[Pattern, ...] = ()


@dataclass(frozen=True)
class Language:
    """A language pack as the clean stage sees it."""

    code: str
    rules: CleanRules

    @cached_property
    def common_words(self) -> frozenset[str]:
        return frozenset(self.rules.common_words)


@cache
def known_languages() -> Mapping[str, Language]:
    """All language packs that have a clean.yaml, by code. Raises PackError for a broken one."""
    languages = {}
    for code in known_packs("languages"):
        file = pack_folder("languages", code) / "clean.yaml"
        if file.is_file():
            languages[code] = Language(code, read_yaml(file, CleanRules))
    return languages


def detect_language(text: str, languages: Iterable[Language]) -> str | None:
    """The code of the language whose common words are most of the text's first words; None where none is at home."""
    words = [match.group().lower() for _, match in zip(range(_SAMPLE_WORDS), _WORD.finditer(text), strict=False)]
    if not words:
        return None
    shares = {
        language.code: sum(word in language.common_words for word in words) / len(words) for language in languages
    }
    best = max(shares, key=lambda code: shares[code], default=None)
    return best if best is not None and shares[best] >= _LEAST_SHARE else None
