"""How a language spells names of places, from its pack."""

import re

from pydantic import Field, field_validator

from salient.domain.naming import Conversion, Spelling
from salient.theatre.packs import pack_folder
from salient.theatre.yaml_file import Shape, read_yaml


class _Conversion(Shape):
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    endings: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    roots: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    letters: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @field_validator("roots", mode="before")
    @classmethod
    def _several(cls, roots: dict[str, str | list[str]]) -> dict[str, list[str]]:
        """Most roots become one thing only, which is written without brackets."""
        return {root: [made] if isinstance(made, str) else made for root, made in roots.items()}


class _NamesFile(Shape):
    letters: dict[str, str]
    initial: dict[str, str] = Field(default_factory=dict)
    clusters: dict[str, str] = Field(default_factory=dict)
    former: tuple[dict[str, str], ...] = ()
    sounds: tuple[tuple[str, str], ...] = ()
    given_names: tuple[str, ...] = ()
    surname_endings: tuple[str, ...] = ()
    into: dict[str, _Conversion] = Field(default_factory=dict)

    @field_validator("sounds")
    @classmethod
    def _patterns(cls, sounds: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        for pattern, _ in sounds:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"not a pattern: {pattern!r} ({error})") from error
        return sounds


def read_spelling(lang: str) -> Spelling:
    """Read `names.yaml` of the language pack `lang`.

    Raises UsageError for an unknown pack, PackError for a broken one.
    """
    file = read_yaml(pack_folder("languages", lang) / "names.yaml", _NamesFile)
    return Spelling(
        lang=lang,
        letters=file.letters,
        initial=file.initial,
        clusters=file.clusters,
        former=file.former,
        sounds=file.sounds,
        given_names=file.given_names,
        surname_endings=file.surname_endings,
        into={to: Conversion(c.words, c.endings, c.roots, c.letters) for to, c in file.into.items()},
    )
