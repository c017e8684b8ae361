"""A language pack's folder as checked tables: what a language knows, whatever the war.

Every field is described in docs/reference/language-packs.md.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import RootModel

from salient.domain.errors import PackError
from salient.domain.kind import Stance
from salient.domain.place import Bearing
from salient.text.inflection import Alike, DictionaryMorphology
from salient.text.morphology import Morphology, SuffixMorphology, SuffixRule
from salient.text.tokens import Tokenizer, words_of
from salient.theatre.cues import Arms, EventCue, SpeechCue, read_events, read_speech
from salient.theatre.packs import pack_folder
from salient.theatre.yaml_file import Shape, read_yaml


class _LanguageFile(Shape):
    code: str
    name: str
    morphology: Literal["suffixes", "pymorphy"]
    common_words: tuple[str, ...]
    abbreviations: frozenset[str]


class _Suffix(Shape):
    suffix: str
    base: str
    features: frozenset[str]
    undouble: bool = False


class _Form(Shape):
    base: str
    features: frozenset[str]


class _MorphologyFile(Shape):
    suffixes: tuple[_Suffix, ...] = ()
    irregular: Mapping[str, tuple[str, str]] = {}
    forms: Mapping[str, _Form] = {}
    participles: Mapping[str, str] = {}
    names: Mapping[str, str] = {}
    towns: Mapping[str, tuple[str, ...]] = {}
    gerunds: Mapping[str, str] = {}
    initials: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    nouns: frozenset[str] = frozenset()


class PlaceWords(Shape):
    """Words around names: one field per class of places.yaml."""

    bearings: Mapping[str, Bearing]
    length_km: Mapping[str, float]
    outskirts: tuple[str, ...]
    region: tuple[str, ...]
    district: tuple[str, ...]
    settlement: tuple[str, ...]
    river: tuple[str, ...]
    direction: tuple[str, ...]
    anaphor_place: tuple[str, ...]
    anaphor_region: tuple[str, ...] = ()
    """Phrases that point back to a region; a language that tells cases needs none."""
    definite: frozenset[str]
    of: tuple[str, ...]
    near: tuple[str, ...]
    links: tuple[str, ...]
    approach: tuple[str, ...]
    stands_in: tuple[str, ...]
    close: tuple[str, ...]
    inside: tuple[str, ...]
    locative: tuple[str, ...]
    everywhere: tuple[str, ...]
    joint: tuple[str, ...] = ()
    """What a stretch between two places is called: "the A-B direction"."""
    border: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    """What a stretch told by a point of the compass alone is called: "the southern axis"."""
    not_places: frozenset[str]
    elliptic: tuple[str, ...] = ()


class TimeWords(Shape):
    """Words that say when: the tables of time.yaml."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, float]
    units: Mapping[str, Literal["day", "week", "month", "year", "hour"]]
    since: tuple[str, ...]
    between: tuple[str, ...] = ()
    """Words that open a range with two ends and nothing without them: "from"."""
    ago: tuple[str, ...]
    last: tuple[str, ...]
    this: tuple[str, ...]
    until: tuple[str, ...]
    recent: tuple[str, ...]
    days: Mapping[str, int]
    parts: Mapping[str, tuple[int, int]]
    and_: tuple[str, ...]
    to: tuple[str, ...]
    """Words between the two ends of a range of dates."""
    over: tuple[str, ...] = ()
    recent_one: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    """Words that open a length up to now: "for"."""
    about: tuple[str, ...] = ()
    """Words that may stand before such a length: "nearly", "at least"."""
    more_than: tuple[str, ...] = ()
    plural_units: tuple[str, ...] = ()
    """Units that mean some of them where no number stands: "for weeks"."""
    days_back: Mapping[str, int] = {}
    """Phrases for a stretch of days up to now: "in the past 24 hours"."""
    fillers: tuple[str, ...] = ()
    """Small words between a word of time and the time: "since the summer"."""
    of: tuple[str, ...] = ()
    part_links: tuple[str, ...] = ()
    """Signs and words between a part and its month besides: "mid-May"."""
    starts: tuple[str, ...] = ()
    """Parts that are a year's first day: "the start of 2025"."""
    before_year: tuple[str, ...] = ()
    """Words after which a number of four figures is a year."""
    ordinal_endings: tuple[str, ...] = ()
    doubtful: Mapping[str, tuple[str, ...]] = {}
    """Words that mean other things than a time too, and the words right before which make them one."""


class NumberWords(Shape):
    """Multipliers ("thousand") and units ("troops") of numbers.yaml."""

    multipliers: Mapping[str, float]
    units: Mapping[str, tuple[str, ...]]


class VoiceWords(Shape):
    """How a voice is known by what it is: the tables of voices.yaml."""

    states: tuple[str, ...]
    """Names and adjectives of states and alliances: who is called by one that is no party belongs to no side."""
    documents: tuple[str, ...]
    """Texts that whoever spoke before has issued: "the statement says"."""
    of_persons: frozenset[str] = frozenset()
    of_bodies: frozenset[str] = frozenset()
    """Pronouns that a person, and those that a body or several are resumed by, where they tell."""
    impersonal: tuple[str, ...]
    """What nobody in particular says: "preliminary data"."""


class _AssetsFile(Shape):
    assets: Mapping[str, tuple[str, ...]]


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


class _WordsFile(RootModel[Mapping[str, tuple[str, ...]]]):
    """Any class of words; that the names are the engine's is checked after."""


WORD_CLASSES: Mapping[str, str] = {
    "be": "copulas: what follows is a state, a participle after them is passive",
    "auxiliary": "have, do, will",
    "determiner": "articles, demonstratives, quantifiers",
    "adverb": "words that any phrase may be interrupted by",
    "negation": "not, never, failed to, unable to",
    "absent": "there is none: after the noun that it negates",
    "no": "negations that stand after the verb: neither, no",
    "unsuccessful": "told of attacks that gained nothing",
    "no_confirmed": "not confirmed: makes a content doubted",
    "modal": "could, plans to: makes a content an outlook",
    "attempt": "tries to: a capture becomes an assault",
    "future": "will, may: of the modals, those that only say what will be",
    "condition": "if, until, once",
    "if": "the conditions that reach across their whole clause",
    "risk": "risk of, threat of",
    "relative": "which, who, where",
    "by": "names the agent of a passive",
    "that": "opens a reported content",
    "of": "joins a noun to its possessor",
    "between": "between",
    "to": "to",
    "from": "from",
    "order": "orders and decisions: what troops are told to do",
    "part_of_town": "part, half, centre, quarter: what of a town is held or taken",
    "named_after": "words before the name in whose honour something is called: no place's",
    "managed": "managed to: what stands in the infinitive has been done",
    "way": "what leads somewhere: road, highway, track",
    "leading_to": "prepositions before the place that a way leads to",
    "out_of": "prepositions before the place that somebody leaves, where a language tells it from where he goes",
    "link": "joins the members of a list",
    "but": "but",
    "conjunction": "opens a new clause",
    "forces": "nouns of people and arms that hold ground",
    "enemy": "the speaker's opponent",
    "own": "we, our",
    "pronoun": "they, it, he",
    "possessive": "its, their",
    "them": "an object that may be places: took THEM",
    "defender_noun": "positions, defences",
    "addressing": "verbs of speech whose object is who listens: tell, inform",
    "official": "heads of phrases that name an office or body of a side",
    "blogger": "bloggers and channels: they belong to the side that the words name",
    "analyst": "independent voices, whatever side they study",
    "anonymous": "sources and reports without a name",
    "boilerplate": "marks a sentence that is no report",
    "unconfirmed": "headings that doubt what follows",
    "verb_of_presence": "verbs that only say where somebody is",
    "presence": "prepositions of being inside a place",
    "firm": "companies and papers: such words never mean an analyst who was named before",
    "adding": "also, besides: the sentence goes on with what the speaker before said",
    "named_list": "opens the list of what was only counted before",
    "bank": "banks of rivers",
    "idioms": "phrases that only look like events",
    "aims": "headings of what somebody wants",
    "passive_mark": "a participle after it is passive: marked AS captured",
    "about": "joins a noun of speech to what it is about",
    "since": "since, after: what follows has happened",
    "own_inference": "opens what the outlet itself makes of it",
    "state_if_present": "verbs that tell a state in the present and an event in the past",
    "circumstance": "opens words about the surroundings of what is told",
    "source_heading": "names the speaker of the whole report",
    "background_heading": "opens what the speaker did not say",
    "against": "sets a figure against an opponent",
    "a_day_long": "told of a period, so of the whole front",
    "away": "stands between a distance and its anchor",
    "all_of": "both, all: a remark on the list before",
    "without": "without",
    "pronoun_body": "the pronoun of a body that speaks",
    "own_subject": "we, us",
    "article": "definite articles",
    "lying": "words between a place and its distance from another",
    "told_before": "points at all that was said before, in a sentence that only names its speaker",
    "goal": "prepositions before what is only aimed at: intent ON taking",
    "civilians": "people who are no soldiers",
    "prospective": "what is said of something that has not happened: likely, imminent",
    "come_true": "words under which an infinitive tells a fact: managed to, began to",
    "asked": "opens what is only asked: whether",
    "likewise_before": "what was told holds for the place after it too: so has, the same goes for",
    "likewise_after": "what was told holds for the place before it too: followed, was the latest",
    "silent": "verbs that, negated, say nothing of their content",
}
"""What words.yaml must define, no more and no less, and what each class is for."""


@lru_cache(maxsize=8)
def load_language(code: str) -> Language:
    """Read and check the pack `code`. Raises UsageError for an unknown pack, PackError for a broken one."""
    folder = pack_folder("languages", code)
    main = read_yaml(folder / "language.yaml", _LanguageFile)
    words = _words(folder / "words.yaml")
    events = read_events(folder / "events.yaml")
    speech = read_speech(folder / "speech.yaml")
    places = read_yaml(folder / "places.yaml", PlaceWords)
    time = read_yaml(folder / "time.yaml", TimeWords)
    numbers = read_yaml(folder / "numbers.yaml", NumberWords)
    assets = read_yaml(folder / "assets.yaml", _AssetsFile).assets
    morphology: Morphology
    inflection = None
    if main.morphology == "pymorphy":
        morphology = inflection = _dictionary(main.code, folder / "morphology.yaml")
    else:
        morphology = _suffixes(folder / "morphology.yaml", words, events, speech, places, numbers, assets)
    return Language(
        code=main.code,
        name=main.name,
        common_words=main.common_words,
        abbreviations=main.abbreviations,
        morphology=morphology,
        inflection=inflection,
        words=words,
        events=events.events,
        light=events.light,
        arms=events.arms,
        verdicts=events.verdicts,
        falsely=events.falsely,
        speech=speech,
        voices=read_yaml(folder / "voices.yaml", VoiceWords),
        places=places,
        time=time,
        numbers=numbers,
        assets=assets,
    )


def _words(path: Path) -> Mapping[str, tuple[str, ...]]:
    words = read_yaml(path, _WordsFile).root
    if odd := sorted(set(WORD_CLASSES) ^ set(words)):
        raise PackError(str(path), f"{odd[0]}: {'no such class of words' if odd[0] in words else 'missing'}")
    return words


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


def _dictionary(code: str, path: Path) -> DictionaryMorphology:
    table = read_yaml(path, _MorphologyFile)
    towns = [(ending, name) for ending, names in table.towns.items() for name in names]
    words = {word: tuple(other for other in group if other != word) for group in table.alike for word in group}
    alike = Alike(tuple(table.gerunds.items()), table.initials, words, table.nouns)
    return DictionaryMorphology(code, table.participles, table.names, towns, alike)


def _suffixes(path: Path, *tables: object) -> SuffixMorphology:
    vocabulary = frozenset(word for phrase in _phrases(*tables) for word in words_of(phrase))
    table = read_yaml(path, _MorphologyFile)
    irregular = {lower: (form.base, form.features) for lower, form in table.forms.items()}
    for base, (past, participle) in table.irregular.items():
        irregular[past] = (base, frozenset({"past"} | ({"participle"} if past == participle else set())))
        if participle != past:
            irregular[participle] = (base, frozenset({"participle"}))
    rules = [SuffixRule(rule.suffix, rule.base, rule.features, rule.undouble) for rule in table.suffixes]
    return SuffixMorphology(rules, irregular, vocabulary)
