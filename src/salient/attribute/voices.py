"""Who a speaker is and to which side he belongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from salient.domain.place import PlaceClass
from salient.domain.side import INDEPENDENT, UNKNOWN, SideId
from salient.domain.theatre import Theatre
from salient.text.phrases import Hit, PhraseTable
from salient.text.tokens import Token, Word, tokenize
from salient.theatre.language import Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Identity:
    """A speaker as written, the pack's id for it where it has one, and its side.

    `home` is whose "our" a voice without a side means.
    """

    speaker: str | None
    speaker_id: str | None
    side: SideId
    home: SideId | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    id: str | None
    name: str
    side: SideId
    home: SideId | None = None


class VoiceBook:
    """What theatre and language know of voices. `open_reading` begins a report."""

    def __init__(self, language: Language, theatre: Theatre) -> None:
        self.language = language
        self.theatre = theatre
        base = language.inflection.base if language.inflection else None
        self.known: PhraseTable[_Known] = PhraseTable(
            [
                (name, _Known(speaker.id, speaker.name, speaker.side, speaker.home))
                for speaker in theatre.speakers
                for name in (speaker.name, *speaker.aliases)
            ]
            + [
                (name, _Known(None, outlet.name, outlet.side, outlet.home))
                for outlet in theatre.outlets
                for name in (outlet.name, *outlet.aliases)
            ],
            base=base,
        )
        self.sides: PhraseTable[SideId] = PhraseTable(
            (
                (name, side.id)
                for side in theatre.belligerents
                for table in (side.actor_terms, side.adjectives, side.groups)
                for name in table.get(language.code, ())
            ),
            base=base,
        )
        self.cased = language.inflection is not None
        self.definite = frozenset((*language.words["possessive"], *language.places.definite))
        self.classes: PhraseTable[str] = PhraseTable(
            (phrase, name)
            for name in ("official", "blogger", "analyst", "anonymous", "own", "enemy", "forces")
            for phrase in language.words[name]
        )
        self.regions: PhraseTable[SideId] = PhraseTable(
            (name.text, side.id)
            for named in theatre.places
            if named.place.place_class is PlaceClass.REGION
            for side in theatre.belligerents
            if named.country in side.countries
            for name in named.names
        )

    def analyse(self, lower: str) -> Word:
        return self.language.morphology.analyse(lower)

    def outlet(self, outlet: str | None) -> Identity:
        """The outlet's own voice; independent where the pack does not know it."""
        if outlet is None:
            return Identity(None, None, INDEPENDENT)
        folded = outlet.casefold()
        reading = VoiceReading(self, None)
        for item in self.theatre.outlets:
            if folded in {name.casefold() for name in (item.name, *item.aliases)}:
                return Identity(None, None, item.side, item.home)
        return reading.body(outlet)

    def open_reading(self, outlet: str | None) -> "VoiceReading":
        return VoiceReading(self, outlet)


class VoiceReading:
    """Resolves the voices of one report in the order of its text, remembering who was introduced."""

    def __init__(self, book: VoiceBook, outlet: str | None) -> None:
        self._book = book
        self._own = book.outlet(outlet)
        self._last: Identity | None = None
        self._people: dict[str, Identity] = {}

    def outlet(self) -> Identity:
        """The report's own voice."""
        return self._own

    def body(self, outlet: str) -> Identity:
        """An outlet that the pack does not know: an office speaks for its side, anything else for itself."""
        tokens = tokenize(outlet, self._book.analyse)
        classes = {hit.values[0] for hit in self._book.classes.find(tokens, _none)}
        speakers = [hit for hit in self._book.known.find(tokens, _none) if hit.values[0].id is not None]
        if "official" not in classes and not (speakers and self._book.cased):
            return Identity(None, None, INDEPENDENT)
        found = self._from_words(outlet, outlet, outlet)
        return Identity(None, found.speaker_id, found.side, found.home)

    def again(self) -> Identity:
        """Whoever spoke last; nobody spoke yet: unknown."""
        return self._last or Identity(None, None, UNKNOWN)

    def resolve(self, name: str, whole: str) -> Identity:
        """Who speaks: `name` is the person or body, `whole` the words around with office and description."""
        surname = name.rsplit(maxsplit=1)[-1].strip("'’s") if name.split() else name
        identity = self._from_words(name, whole, surname)
        if name[:1].isupper():
            self._people.setdefault(surname, identity)
        self._last = identity
        return identity

    def _from_words(self, name: str, whole: str, surname: str) -> Identity:
        book = self._book
        tokens = tokenize(whole, book.analyse)
        known = [hit.values[0] for hit in book.known.find(tokens, _none) if _capital(tokens, hit)]
        sides = [hit.values[0] for hit in book.sides.find(tokens, _none) if book.cased or _capital(tokens, hit)]
        classes = {hit.values[0] for hit in book.classes.find(tokens, _none)}
        if known and book.cased:
            inside = [hit.values[0] for hit in book.known.find(tokenize(name, book.analyse), _none)]
            known = [*inside, *known[::-1]]
        if known:
            best = next((voice for voice in known if voice.id is not None), known[0])
            return Identity(name, best.id, best.side, best.home)
        if sides and not _only_topic(classes):
            return Identity(name, None, sides[0])
        if surname in self._people:
            before = self._people[surname]
            return Identity(name, before.speaker_id, before.side, before.home)
        if "official" in classes:
            return Identity(name, None, self._official(tokens))
        if "anonymous" in classes:
            return Identity(name, None, UNKNOWN)
        return Identity(name, None, INDEPENDENT)

    def _official(self, tokens: Sequence[Token]) -> SideId:
        """An official whom nothing places: whoever was spoken of before ("the ministry"), else the home side's."""
        unnamed = self._book.cased and not any(token.capitalised for token in tokens)
        definite = tokens[0].lower in self._book.definite or unnamed
        if definite and self._last is not None and self._last.side not in (INDEPENDENT, UNKNOWN):
            return self._last.side
        regions = [hit.values[0] for hit in self._book.regions.find(tokens, _none) if _capital(tokens, hit)]
        if regions:
            return regions[0]
        own = self._own.side if self._own.side not in (INDEPENDENT, UNKNOWN) else self._own.home
        return own or self._book.theatre.home_side or INDEPENDENT


def _only_topic(classes: Sequence[str] | set[str]) -> bool:
    """Whether the side in the words is what an independent voice studies, not whom it belongs to."""
    return "analyst" in classes and not {"official", "blogger", "forces"} & set(classes)


def _capital(tokens: Sequence[Token], hit: Hit[T]) -> bool:
    """A name has a capital, if not in its article."""
    return any(token.capitalised for token in tokens[hit.first : hit.after])


def _none(_: int) -> tuple[tuple[str, int], ...]:
    return ()
