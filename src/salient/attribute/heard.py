"""The voices of a report so far, looked up by what tells them apart."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from salient.attribute.voice_book import Identity


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice, with the class of its words."""

    sort: str | None
    identity: Identity
    passing: bool
    """Whether only another told of it."""
    words: frozenset[str]
    """The words that he was told by, which may resume him: "a SOURCE in the ministry", "the source"."""
    person: bool | None
    """Whether a person speaks, or a body; None where that cannot be told."""


class HeardVoices:
    """All that were heard. A long report has many, and each is asked about those before: no question walks the list."""

    def __init__(self) -> None:
        self._all: list[Heard] = []
        self._by_sort: dict[Hashable, int] = {}
        """Each of these tells the number of the last voice of that sort."""
        self._speaking: dict[Hashable, int] = {}
        self._by_person: dict[Hashable, int] = {}
        self._by_word: dict[Hashable, int] = {}

    def add(self, voice: Heard) -> None:
        number = len(self._all)
        self._all.append(voice)
        self._by_sort[voice.sort] = number
        self._by_word.update(dict.fromkeys(voice.words, number))
        if not voice.passing:
            self._speaking[voice.sort] = number
            self._by_person[voice.person] = number

    def of_person(self, person: bool, *, sure: bool = False) -> Identity | None:
        """The last person who spoke, or the last body, or, unless `sure`, whoever may be one."""
        return self._last(self._by_person, (person,) if sure else (person, None))

    def of_sort(self, *sorts: str, but: Identity | None = None) -> Identity | None:
        """The last that spoke of one of these sorts, else the last that was told of; `but`: who is not meant."""
        last = self._last(self._speaking, sorts) or self._last(self._by_sort, sorts)
        if last is None or last != but:
            return last
        others = (voice.identity for voice in reversed(self._all) if voice.sort in sorts and voice.identity != but)
        return next(others, None)

    def told_of(self, sort: str) -> Identity | None:
        """The last of a sort, whether it spoke or was told of."""
        return self._last(self._by_sort, (sort,))

    def of_word(self, words: Iterable[str], *, but: Identity | None = None) -> Identity | None:
        """The last that was told by one of these words, unless he is not meant."""
        last = self._last(self._by_word, words)
        return None if last == but else last

    def _last(self, numbers: dict[Hashable, int], keys: Iterable[Hashable]) -> Identity | None:
        number = max((numbers[key] for key in keys if key in numbers), default=None)
        return None if number is None else self._all[number].identity
