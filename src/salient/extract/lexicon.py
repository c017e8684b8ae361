"""All tables of a language and a theatre as phrase tables, compiled once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from salient.domain.kind import Stance
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.text.phrases import PhraseTable
from salient.text.tokens import words_of
from salient.theatre.language import EventCue, Language

Form = Literal["verb", "noun", "phrase"]


@dataclass(frozen=True, slots=True)
class Event:
    """An event cue in one of its forms. `rank` is its row in the table: the earlier row wins."""

    cue: EventCue
    form: Form
    rank: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue of speech."""

    shape: Literal["verb", "source", "noun"]
    stance: Stance
    weak: bool


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that hands its subject, or the subject's opponent, to the noun after it."""

    opponent: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a phrase: its class and, for some classes, a value."""

    name: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class SideWord:
    """A word that names a side: `adjective` turns the noun after it into the side's."""

    side: SideId
    adjective: bool


class Lexicon:
    """`sides` and `voices` are looked up first and can stand as slots inside the phrases of `table`."""

    def __init__(self, language: Language, theatre: Theatre) -> None:
        self.language = language
        self.theatre = theatre
        self.sides: PhraseTable[SideWord] = PhraseTable(_side_words(language.code, theatre))
        self.voices: PhraseTable[str] = PhraseTable(
            (name, item.name)
            for group in (theatre.speakers, theatre.outlets)
            for item in group
            for name in (item.name, *item.aliases)
        )
        self.table: PhraseTable[Entry] = PhraseTable(
            _entries(language), frozenset(word for word in language.words["adverb"] if " " not in word)
        )
        self.links = frozenset((",", "-", *language.places.links))
        self.speech_words = frozenset(
            word
            for cue in language.speech
            if cue.shape == "verb"
            for phrase in cue.cues
            for word in words_of(phrase)[:1]
        )
        self.region_words = frozenset((*language.places.region, *language.places.district))
        self.vocabulary = frozenset(word for phrase, _ in _entries(language) for word in words_of(phrase))

    def analyse(self, lower: str):  # type: ignore[no-untyped-def]
        return self.language.morphology.analyse(lower)


def _side_words(code: str, theatre: Theatre) -> Iterator[tuple[str, SideWord]]:
    for side in theatre.belligerents:
        for name in (*side.actor_terms.get(code, ()), *side.groups.get(code, ())):
            yield name, SideWord(side.id, adjective=False)
        for name in side.adjectives.get(code, ()):
            yield name, SideWord(side.id, adjective=True)


def _entries(language: Language) -> Iterator[tuple[str, Entry]]:
    for rank, cue in enumerate(language.events):
        for form, phrases in (("verb", cue.verbs), ("noun", cue.nouns), ("phrase", cue.phrases)):
            for phrase in phrases:
                yield phrase, Entry("event", Event(cue, form, rank))  # type: ignore[arg-type]
    for whose, verbs in language.light.items():
        for verb in verbs:
            yield verb, Entry("light", Light(whose == "opponent"))
    for speech in language.speech:
        for phrase in speech.cues:
            yield phrase, Entry("speech", Speech(speech.shape, speech.stance, speech.weak))
    for name, phrases in language.words.items():
        for phrase in phrases:
            yield phrase, Entry(name)
    for asset_class, phrases in language.assets.items():
        for phrase in phrases:
            yield phrase, Entry("asset", asset_class)
    yield from _place_entries(language)


def _place_entries(language: Language) -> Iterator[tuple[str, Entry]]:
    places = language.places
    for phrase, bearing in places.bearings.items():
        yield phrase, Entry("bearing", bearing)
    for phrase, kilometres in places.length_km.items():
        yield phrase, Entry("length", kilometres)
    classes: Mapping[str, tuple[str, ...]] = {
        "outskirts": places.outskirts,
        "region": places.region,
        "district": places.district,
        "settlement": places.settlement,
        "river": places.river,
        "direction": places.direction,
        "anaphor_place": places.anaphor_place,
        "locative": places.locative,
        "everywhere": places.everywhere,
    }
    for name, phrases in classes.items():
        for phrase in phrases:
            yield phrase, Entry(name)
    for unit, phrases in language.numbers.units.items():
        for phrase in phrases:
            yield phrase, Entry("unit", unit)
    for word, factor in language.numbers.multipliers.items():
        yield word, Entry("multiplier", factor)
    for name, words in (
        ("month", language.time.months),
        ("weekday", language.time.weekdays),
        ("time_unit", language.time.units),
    ):
        for word in words:
            yield word, Entry(name)
    for word in language.time.days:
        yield word, Entry("day")
    for word, value in language.time.numbers.items():
        yield word, Entry("number", value)
