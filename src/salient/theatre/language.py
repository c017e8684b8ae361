"""A language pack's folder, read and checked: what a language knows, whatever the war."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from salient.domain.errors import PackError
from salient.domain.kind import Stance
from salient.text.derivation import Derivation
from salient.text.inflection import Alike, DictionaryMorphology
from salient.text.morphology import Morphology, SuffixMorphology, SuffixRule
from salient.text.tokens import Tokenizer, words_of
from salient.theatre.asset_words import read_assets
from salient.theatre.cues import Arms, EventCue, SpeechCue, Writer, read_events, read_speech
from salient.theatre.event_frames import EventFrames, read_frames
from salient.theatre.families import with_families
from salient.theatre.language_tables import (
    LanguageFile,
    MorphologyFile,
    NumberWords,
    PlaceWords,
    TimeWords,
    VoiceWords,
    WordsFile,
)
from salient.theatre.packs import pack_folder
from salient.theatre.word_classes import WORD_CLASSES
from salient.theatre.yaml_file import Shape, read_yaml


@dataclass(frozen=True)
class Language:
    """A language pack, checked. `words` are classes of small words, by the name that the engine asks for."""

    code: str
    name: str
    common_words: tuple[str, ...]
    abbreviations: frozenset[str]
    morphology: Morphology
    inflection: DictionaryMorphology | None
    """The same morphology where the language is inflected: cases tell who does what, names have many forms."""
    words: Mapping[str, tuple[str, ...]]
    events: tuple[EventCue, ...]
    light: Mapping[Literal["subject", "opponent", "ended"], tuple[str, ...]]
    arms: Arms
    verdicts: Mapping[Stance, tuple[str, ...]]
    falsely: Mapping[Stance, tuple[str, ...]]
    frames: EventFrames
    speech: tuple[SpeechCue, ...]
    voices: VoiceWords
    places: PlaceWords
    time: TimeWords
    numbers: NumberWords
    assets: Mapping[str, tuple[str, ...]]

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Cuts texts of the language; what it has learnt of words serves all stages."""
        return Tokenizer(self.morphology.analyse)


@lru_cache(maxsize=8)
def load_language(code: str) -> Language:
    """Read and check the pack `code`. Raises UsageError for an unknown pack, PackError for a broken one."""
    folder = pack_folder("languages", code)
    main = read_yaml(folder / "language.yaml", LanguageFile)
    words = _words(folder / "words.yaml")
    events = read_events(folder / "events.yaml")
    frames = read_frames(folder / "frames.yaml")
    speech = read_speech(folder / "speech.yaml")
    pointing = ("anaphor_region", "anaphor_sector")
    places = Writer(folder / "places.yaml", {}).out(read_yaml(folder / "places.yaml", PlaceWords), pointing)
    time = read_yaml(folder / "time.yaml", TimeWords)
    numbers = read_yaml(folder / "numbers.yaml", NumberWords)
    assets = read_assets(folder / "assets.yaml")
    endings = read_yaml(folder / "morphology.yaml", MorphologyFile)
    morphology: Morphology
    inflection = None
    rows = events.events
    if main.morphology == "pymorphy":
        morphology = inflection = _dictionary(main.code, endings)
        light = frozenset(verb for verbs in events.light.values() for verb in verbs)
        rows = with_families(rows, light, Derivation(endings.aspects, endings.reflexive, inflection.aspects_of))
    else:
        morphology = _suffixes(endings, words, events, frames, speech, places, numbers, assets)
    return Language(
        code=main.code,
        name=main.name,
        common_words=main.common_words,
        abbreviations=main.abbreviations,
        morphology=morphology,
        inflection=inflection,
        words=words,
        events=rows,
        light=events.light,
        arms=events.arms,
        verdicts=events.verdicts,
        falsely=events.falsely,
        frames=frames,
        speech=speech,
        voices=read_yaml(folder / "voices.yaml", VoiceWords),
        places=places,
        time=time,
        numbers=numbers,
        assets=assets,
    )


def _words(path: Path) -> Mapping[str, tuple[str, ...]]:
    words = read_yaml(path, WordsFile).root
    if odd := sorted(set(WORD_CLASSES) ^ set(words)):
        raise PackError(str(path), f"{odd[0]}: {'no such class of words' if odd[0] in words else 'missing'}")
    written = Writer(path, {})
    return {name: written.phrases(patterns) for name, patterns in words.items()}


def _phrases(*tables: object) -> Iterator[str]:
    for table in tables:
        yield from _strings(table)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Shape):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _strings(key)
            yield from _strings(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from _strings(item)


def _dictionary(code: str, table: MorphologyFile) -> DictionaryMorphology:
    towns = [(ending, name) for ending, names in table.towns.items() for name in names]
    words = {word: tuple(other for other in group if other != word) for group in table.alike for word in group}
    nominatives = [(ending, name) for ending, names in table.name_endings.items() for name in names]
    surnames = tuple(table.surnames.items())
    alike = Alike(tuple(table.gerunds.items()), table.initials, words, table.nouns, tuple(nominatives), surnames)
    return DictionaryMorphology(code, table.participles, table.names, towns, alike)


def _suffixes(table: MorphologyFile, *tables: object) -> SuffixMorphology:
    vocabulary = frozenset(word for phrase in _phrases(*tables) for word in words_of(phrase))
    irregular = {lower: (form.base, form.features) for lower, form in table.forms.items()}
    for base, (past, participle) in table.irregular.items():
        irregular[past] = (base, frozenset({"past"} | ({"participle"} if past == participle else set())))
        if participle != past:
            irregular[participle] = (base, frozenset({"participle"}))
    rules = [SuffixRule(r.suffix, r.base, r.features, r.undouble, r.unless) for r in table.suffixes]
    return SuffixMorphology(rules, irregular, vocabulary)
