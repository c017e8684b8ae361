"""The tables of a language pack besides its cues: what stands in each of its files.

Every field is described in docs/reference/language-packs.md.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import RootModel

from salient.domain.place import Bearing
from salient.theatre.yaml_file import Shape


class LanguageFile(Shape):
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
    unless: tuple[str, ...] = ()


class _Form(Shape):
    base: str
    features: frozenset[str]


class MorphologyFile(Shape):
    suffixes: tuple[_Suffix, ...] = ()
    irregular: Mapping[str, tuple[str, str]] = {}
    forms: Mapping[str, _Form] = {}
    participles: Mapping[str, str] = {}
    names: Mapping[str, str] = {}
    towns: Mapping[str, tuple[str, ...]] = {}
    name_endings: Mapping[str, tuple[str, ...]] = {}
    """Endings of inflected names -> those of nominatives that the dictionary does not think of."""
    surnames: Mapping[str, str] = {}
    """The same for surnames, which the dictionary of a language lacks where they come from another one."""
    gerunds: Mapping[str, str] = {}
    initials: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    nouns: frozenset[str] = frozenset()
    aspects: Mapping[str, tuple[str, ...]] = {}
    reflexive: tuple[str, ...] = ()


class PlaceWords(Shape):
    """Words around names: one field per class of places.yaml."""

    bearings: Mapping[str, Bearing]
    length_km: Mapping[str, float]
    outskirts: tuple[str, ...]
    region: tuple[str, ...]
    district: tuple[str, ...]
    settlement: tuple[str, ...]
    city: tuple[str, ...] = ()
    town: tuple[str, ...] = ()
    village: tuple[str, ...] = ()
    """Which of the words for settlements tell its size: "the city" is no hamlet, "the village" no city."""
    river: tuple[str, ...]
    direction: tuple[str, ...]
    anaphor_place: tuple[str, ...]
    anaphor_region: tuple[str, ...] = ()
    """Phrases that point back to a region, in patterns; where words are inflected, beside those for regions."""
    anaphor_sector: tuple[str, ...] = ()
    """Phrases that point back to a stretch of the front, in patterns: "this direction"."""
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
    capital: tuple[str, ...] = ()
    """Nouns for the town that each side has for its capital."""
    border: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    """What a stretch told by a point of the compass alone is called: "the southern axis"."""
    not_places: frozenset[str]
    openers: frozenset[str] = frozenset()
    elliptic: tuple[str, ...] = ()
    ground: tuple[str, ...] = ()
    spanning: tuple[str, ...] = ()
    """Prepositions between a bridge and what it leads over, which is no place of its own."""


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
    """Words that open a length up to now, with a number or a word of `recent_one` in it."""
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
    born: tuple[str, ...] = ()
    """Words after a year that tell only when somebody was born: "a woman of the year 1957 OF BIRTH"."""
    ordinal_endings: tuple[str, ...] = ()
    weekend: tuple[str, ...] = ()
    """Saturday and Sunday together."""
    ordinals: Mapping[str, int] = {}
    """Ordinals before a unit that has lasted for so many: "fighting for a THIRD day"."""
    in_a_row: tuple[str, ...] = ()
    """Words behind so many units that have lasted until now: "five days RUNNING"."""
    several: tuple[str, ...] = ()
    """Of the numbers, those that tell no beginning: "SEVERAL days running"."""
    counted_from: tuple[str, ...] = ()
    """Words before an ordinal and a unit that are counted from elsewhere: "ON the third day"."""
    never_since: tuple[str, ...] = ()
    """Words before "since" that only compare: "for the FIRST TIME since 2022", "the LEAST since May"."""
    since_clause: tuple[str, ...] = ()
    """Words of `since` after which the time may stand at the end of a clause: "since its pumps failed in May"."""
    epochs: Mapping[str, tuple[str, ...]] = {}
    """What the events are called that a theatre dates, by its name for them: "invasion"."""
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
    persons: frozenset[str] = frozenset()
    """What only one person is called, so that "the officer" is no ministry that spoke last."""
    impersonal: tuple[str, ...]
    """What nobody in particular says: "preliminary data"."""
    interlocutors: frozenset[str] = frozenset()
    """Whom the outlet has spoken to: whoever spoke last."""
    another: frozenset[str] = frozenset()
    """Words before one more voice of the kind that was named: "OTHER bloggers"."""
    announcing: frozenset[str] = frozenset()
    """Bodies that announce what their own side has done: unless more is said, "the ministry" is the taker's."""
    same: frozenset[str] = frozenset()
    """What tells after an article that who spoke last goes on: "the SAME source"."""
    former: frozenset[str] = frozenset()
    """Words for who has left the post he is told by: he speaks for no side."""
    departments: frozenset[str] = frozenset()
    """What ministries and services of every side are called by, in capitals: "the DEFENCE Ministry"."""


class WordsFile(RootModel[Mapping[str, tuple[str, ...]]]):
    """Any class of words; that the names are the engine's is checked after."""
