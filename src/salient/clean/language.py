"""Which of the known languages a text is written in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated

from pydantic import AfterValidator

from salient.text.quotes import quoted
from salient.text.sentences import Stretch, paragraphs
from salient.theatre.packs import known_packs, pack_folder
from salient.theatre.yaml_file import Shape, read_yaml

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_WORDS = 2000
_LEAST_WORDS = 3
_LEAST_SHARE = 0.08
"""Common words make up 25-45 % of running text in their own language; names and figures alone reach none."""
_FEW_WORDS = 30
"""A text of fewer words, as channels post them, may well hold no common one."""


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
    letters: str = ""
    """Lower-case letters that no other known language of its script has."""
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


def foreign_stretches(text: str, own: str, languages: Mapping[str, Language]) -> list[tuple[int, int, str]]:
    """Paragraphs and quotations of a text that are in another known language, as (start, end, code), in order.

    The letters that only one language has decide, since a quotation is too short for its words to.
    """
    others = {code: other.rules.letters for code, other in languages.items() if code != own and other.rules.letters}
    letters = languages[own].rules.letters if own in languages else ""
    if not others or not re.search(f"[{''.join(others.values())}]", text, re.IGNORECASE):
        return []
    found: list[tuple[int, int, str]] = []
    for paragraph in paragraphs(text):
        quotations = quoted(text, paragraph)
        code = _written_in(_around(text, paragraph, quotations), letters, others)
        if code is not None:
            found.append((paragraph.start, paragraph.end, code))
            continue
        for stretch in quotations:
            code = _written_in(text[stretch.start : stretch.end].lower(), letters, others)
            if code is not None:
                found.append((stretch.start, stretch.end, code))
    return found


def _around(text: str, paragraph: Stretch, quotations: Iterable[Stretch]) -> str:
    """What stands outside the quotations of a paragraph, in lower case."""
    parts, at = [], paragraph.start
    for stretch in quotations:
        parts.append(text[at : stretch.start])
        at = stretch.end
    return " ".join([*parts, text[at : paragraph.end]]).lower()


def _written_in(words: str, own: str, others: Mapping[str, str]) -> str | None:
    """The language whose letters stand here and whose rivals' do not; names of one or two words tell nothing."""
    if len(words.split()) < _LEAST_WORDS or any(letter in words for letter in own):
        return None
    told = [code for code, letters in others.items() if any(letter in words for letter in letters)]
    return told[0] if len(told) == 1 else None


def detect_language(text: str, languages: Iterable[Language]) -> str | None:
    """The code of the language whose common words are most of the text's first words; None where none is at home.

    Of a few words without a common one, letters that only one known language has tell it.
    """
    known = tuple(languages)
    words = [match.group().lower() for _, match in zip(range(_SAMPLE_WORDS), _WORD.finditer(text), strict=False)]
    if not words:
        return None
    shares = {language.code: sum(word in language.common_words for word in words) / len(words) for language in known}
    best = max(shares, key=lambda code: shares[code], default=None)
    if best is not None and shares[best] >= _LEAST_SHARE:
        return best
    letters = {language.code: language.rules.letters for language in known if language.rules.letters}
    return _written_in(" ".join(words), "", letters) if len(words) < _FEW_WORDS else None
