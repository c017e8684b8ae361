"""What places are called, and how a language spells names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from salient.domain.place import Place


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a place. `lang` is an ISO 639-1 code, None where the source does not say.

    A name given up on a day has `until`, one taken on a day has `since`; both None where no change is known. `part`
    is set where only a part of the place is called so: a district, a neighbourhood.
    """

    text: str
    lang: str | None = None
    since: date | None = None
    until: date | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place with all its names. `codes` are its ids in other registers: {"geonames": "UA.05", "wikidata": "Q2"}."""

    place: Place
    names: tuple[PlaceName, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    country: str | None = None
    """ISO 3166 code."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """How names of one language are said in another: by whole words, else by the ending, the roots and the letters.

    A word, ending, root or letter with several results yields one form for each, the likeliest first.
    """

    words: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    roots: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language's names are written in Latin letters, and in the letters of other languages.

    `letters`, `initial` (at the beginning of a word) and `clusters` (several letters) romanise; `former` is what
    former romanisations that are still met wrote instead of `letters` and `initial`; `sounds` are ordered
    (pattern, replacement) pairs that bring rival romanisations of one name together under one key.
    `given_names` and `surname_endings` tell names of persons, which in a text are none of places.
    """

    lang: str
    letters: Mapping[str, str]
    initial: Mapping[str, str]
    clusters: Mapping[str, str]
    former: tuple[Mapping[str, str], ...]
    sounds: tuple[tuple[str, str], ...]
    given_names: tuple[str, ...]
    surname_endings: tuple[str, ...]
    into: Mapping[str, Conversion]
