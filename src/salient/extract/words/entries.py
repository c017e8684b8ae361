"""What the tables of a language say of each phrase: its classes, and for events and speech what they tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from salient.domain.kind import Stance
from salient.text.phrases import GAP
from salient.theatre.cues import EventCue
from salient.theatre.language import Language

Form = Literal["verb", "noun", "phrase"]

_OF_WORKS = ("asset", "passive_asset")
_STRENGTH = {
    "way": 4,
    "asset": 4,
    "passive_asset": 4,
    "inside_settlement": 3,
    "prisoners": 3,
    "moved": 2,
    "told": 2,
    "adjacent_place": 2,
    "object_place": 2,
    "subject_place": 2,
    "place": 2,
}
"""How much more than anything the needs of a cue ask for."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event cue in one of its forms. `rank` is its row in the table: the earlier row wins."""

    cue: EventCue
    form: Form
    rank: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue of speech."""

    shape: Literal["verb", "source", "noun", "quote"]
    stance: Stance
    weak: bool
    cited: bool
    ahead: bool = False
    """Whether it only speaks of what follows it: "called the reports of X's fall a lie"."""


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that hands its subject, or the subject's opponent, to the noun after it."""

    opponent: bool
    ended: bool = False
    """Whether it says that its subject no longer does it: "paused its offensive"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a phrase: its class and, for some classes, a value."""

    name: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that a phrase means: its classes, and the values it has in each."""

    names: frozenset[str]
    values: Mapping[str, Sequence[Any]]
    events: tuple[Event, ...] = ()
    """What it may tell, the surest first: the cue that asks for more, among equals the earlier row."""
    speech: Speech | None = None
    """The cue of speech that it is, the strongest stance first."""

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Meaning":
        """Forms of one word that are listed apart mean the same, and say it once."""
        values: dict[str, dict[Any, None]] = {}
        for entry in entries:
            values.setdefault(entry.name, {})[entry.value] = None
        listed = {name: tuple(each) for name, each in values.items()}
        cues: tuple[Speech, ...] = listed.get("speech", ())
        strong = next((cue for cue in cues if cue.stance is not Stance.ASSERTS), None)
        events = sorted(listed.get("event", ()), key=_sureness, reverse=True)
        return cls(frozenset(listed), listed, tuple(events), strong or next(iter(cues), None))


def _sureness(event: Event) -> tuple[int, int]:
    """Cues that ask for more are surer than those that ask for less."""
    needs = event.cue.needs
    return _STRENGTH.get(needs or "", 1 if needs not in (None, "ground") else 0), -event.rank


def entries_of(language: Language) -> Iterator[tuple[str, Entry]]:
    yield from _event_entries(language)
    yield from _speech_entries(language)
    for name, phrases in _classes(language).items():
        if name == "civil":
            continue  # no phrase: rules for the words around ask whether a word is known
        yield from ((phrase, Entry(name)) for phrase in phrases)
    yield from ((phrase, Entry("document")) for phrase in language.voices.documents)
    for name, values in _valued(language).items():
        yield from ((phrase, Entry(name, value)) for phrase, value in values)


def _orders(phrase: str, language: Language) -> Iterator[str]:
    """A phrase of a verb as listed and, where words stand in any order, with its verb last: "control was taken"."""
    yield phrase
    verb, _, rest = phrase.partition(" ")
    last = (GAP, *language.places.locative, *language.words["about"], *language.words["negation"])
    governs = rest.rpartition(" ")[2] in last
    governs = governs or rest == "<side>"
    if language.inflection is None or not rest or rest.startswith(GAP) or governs or not _is_verb(language, verb):
        return
    yield f"{verb} {GAP} {rest}"
    yield f"{rest} {verb}"
    yield f"{rest} {GAP} {verb}"


def _inflected(phrase: str, form: Form, language: Language) -> Iterator[str]:
    """A phrase as listed; of a verb's also with the base forms of what it acts on, which stand in any case: "the road
    was cut" is found by "cut the road"."""
    yield phrase
    words = phrase.split()
    simple = form == "verb" and language.inflection is not None and len(words) > 1 and GAP not in words
    if not simple or not _is_verb(language, words[0]):
        return
    if language.inflection is not None and not any(word in language.places.locative for word in words):
        base = language.inflection.base
        yield " ".join([words[0], *(word if word.startswith("<") else base(word) for word in words[1:])])


def _is_verb(language: Language, word: str) -> bool:
    features = language.morphology.analyse(word).features
    return "verb" in features and "noun" not in features


def _event_entries(language: Language) -> Iterator[tuple[str, Entry]]:
    told: dict[str, dict[Entry, None]] = {}
    for rank, cue in enumerate(language.events):
        forms: tuple[tuple[Form, tuple[str, ...]], ...] = (
            ("verb", cue.verbs),
            ("noun", cue.nouns),
            ("phrase", cue.phrases),
        )
        for form, phrases in forms:
            entry = Entry("event", Event(cue, form, rank))
            listed = dict.fromkeys(each for phrase in phrases for each in _inflected(phrase, form, language))
            for phrase in listed:
                for order in _orders(phrase, language):
                    told.setdefault(order, {})[entry] = None
    for phrase, entries in told.items():
        yield from ((phrase, entry) for entry in {**entries, **_without_preposition(phrase, told, language)})
    for whose, verbs in language.light.items():
        yield from ((verb, Entry("light", Light(whose == "opponent", whose == "ended"))) for verb in verbs)


def _without_preposition(
    phrase: str, told: Mapping[str, Mapping[Entry, None]], language: Language
) -> Mapping[Entry, None]:
    """What a phrase that ends in a preposition and is told of works only means without it: where no works stand beside
    "strike at X", it is "strike"."""
    head, _, last = phrase.rpartition(" ")
    of_works = all(entry.value.cue.needs in _OF_WORKS for entry in told[phrase])
    return told.get(head, {}) if of_works and last in language.places.locative else {}


def _speech_entries(language: Language) -> Iterator[tuple[str, Entry]]:
    for speech in language.speech:
        for phrase in speech.cues:
            opens = phrase.rsplit(maxsplit=1)[-1] in language.words["that"]
            value = Speech(speech.shape, speech.stance, speech.weak, speech.cited, speech.ahead or opens)
            yield from ((order, Entry("speech", value)) for order in _orders(phrase, language))
        yield from ((phrase, Entry("opens_quote")) for phrase in speech.opens)


def _classes(language: Language) -> Mapping[str, Iterable[str]]:
    """Classes of words that carry no value."""
    places, time = language.places, language.time
    return {
        **language.words,
        "outskirts": places.outskirts,
        "region": places.region,
        "district": places.district,
        "settlement": places.settlement,
        "city": places.city,
        "town": places.town,
        "village": places.village,
        "river": places.river,
        "direction": places.direction,
        "anaphor_place": (*places.anaphor_place, *places.anaphor_sector),
        "anaphor_sector": places.anaphor_sector,
        "anaphor_region": places.anaphor_region,
        "locative": places.locative,
        "everywhere": places.everywhere,
        "inside": places.inside,
        "joint": places.joint,
        "border": places.border,
        "sector": places.sector,
        "ground": places.ground,
        "close": places.close,
        "approach": places.approach,
        "arms": language.arms.words,
        "arms_link": language.arms.links,
        "arms_kind": language.arms.kinds,
        "from_afar": language.arms.afar,
        "month": time.months,
        "weekday": time.weekdays,
        "time_unit": time.units,
        "day": (*time.days, *time.days_back),
        "season": time.seasons,
    }


def _valued(language: Language) -> Mapping[str, Iterable[tuple[str, Any]]]:
    """Classes of words that carry a value."""
    turned = (
        ("asset", language.assets),
        ("unit", language.numbers.units),
        ("verdict", language.verdicts),
        ("falsely", language.falsely),
    )
    return {
        "bearing": language.places.bearings.items(),
        "length": language.places.length_km.items(),
        "multiplier": language.numbers.multipliers.items(),
        "number": language.time.numbers.items(),
        **{name: [(phrase, key) for key, phrases in table.items() for phrase in phrases] for name, table in turned},
    }
