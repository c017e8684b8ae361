"""All tables of a language and a theatre as phrase tables, compiled once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from salient.domain.asset import Asset
from salient.domain.place import PlaceClass
from salient.domain.side import SideId
from salient.domain.theatre import Theatre
from salient.extract.draft import PARTS, Ref, Whose
from salient.extract.words.entries import Entry, Meaning, entries_of
from salient.extract.words.predicates import Predicates
from salient.extract.words.resumed import Resumers
from salient.text.phrases import PassedOver, PhraseTable, first
from salient.text.tokens import QUOTATION_MARK, Token, plain, words_of
from salient.theatre.language import Language

_LONGEST_PARTICLE = 2
"""Letters of "and" where it stands for "also"."""
_WAYS = ("road", "rail")


@dataclass(frozen=True, slots=True)
class SideWord:
    """A word that names a side: `adjective` turns the noun after it into the side's."""

    side: SideId
    adjective: bool
    small: bool = False
    """Whether it is written without a capital."""


_INNER = ("aim", "attaining", "nearly", "prospect", "whole", "wholly", "partly")
"""Classes whose words are asked for inside phrases too."""
_SHORT = 2
"""Letters of an abbreviation that is a small word too."""
_STOPS = ("by", "that", "link", "conjunction", "relative")
_MOODS = ("modal", "negation", "pronoun")
"""Classes whose words no gap runs over; where words stand in any order, how a content is put stays outside phrases."""


def _stops(language: Language, *, cased: bool) -> Callable[[Token], bool]:
    """What no gap runs over; where a dictionary tells them, infinitives too: "continues TO ADVANCE into the depth of
    the defence" does not go on with a defence."""
    words = frozenset(word for name in (*_STOPS, *_MOODS * cased) for word in language.words[name])

    def stops(token: Token) -> bool:
        to_do = cased and "infinitive" in token.features and "noun" not in token.features
        return to_do or token.lower in words

    return stops


_QUOTES = frozenset('"“”„«»')
"""Signs between which a word or two of somebody's may stand inside a phrase: taking "significant casualties"."""


class Lexicon:
    """`sides` and `voices` are looked up first and can stand as slots inside the phrases of `table`."""

    def __init__(self, language: Language, theatre: Theatre) -> None:
        self.language = language
        self.theatre = theatre
        self.cased = language.inflection is not None
        base = language.inflection.base if language.inflection else None
        self.sides: PhraseTable[SideWord, SideWord] = PhraseTable(_side_words(language.code, theatre), first, base=base)
        self.voices: PhraseTable[str, str] = PhraseTable(
            (
                (name, item.name)
                for group in (theatre.speakers, theatre.outlets)
                for item in group
                for name in (item.name, *item.aliases)
            ),
            first,
            passed_over=PassedOver(QUOTATION_MARK),
            base=base,
        )
        regions = {named.place.name for named in theatre.places if named.place.place_class is PlaceClass.REGION}
        self.grounds: Mapping[str, tuple[str, PlaceClass]] = {
            item.name: (item.ground, PlaceClass.REGION if item.ground in regions else PlaceClass.SETTLEMENT)
            for item in theatre.speakers
            if item.ground is not None
        }
        """Speaker's name -> the usual name of what his office governs."""
        sides = {side.id for side in theatre.belligerents}
        self.leaders = {speaker.name: speaker.side for speaker in theatre.speakers if speaker.side in sides}
        """Speakers of the sides: "the marshal's troops" are those of the side that he speaks for."""
        self.assets: PhraseTable[Asset, Asset] = PhraseTable(
            ((name, asset) for asset in theatre.assets for name in (asset.name, *asset.aliases)), first, base=base
        )
        self.adverbs = frozenset(word for word in language.words["adverb"] if " " not in word)
        self.negations = frozenset(
            word for word in (*language.words["negation"], *language.words["no"]) if " " not in word
        )
        self.frames = Predicates(language.frames)
        entries = tuple(entries_of(language))
        self.table: PhraseTable[Entry, Meaning] = PhraseTable(
            entries,
            Meaning.of,
            passed_over=PassedOver(
                self.adverbs if self.cased else self.adverbs | _QUOTES,
                _also(language),
                frozenset(self.frames.roles),
                _QUOTES,
            ),
            stops=_stops(language, cased=self.cased),
        )
        self.party_words = _party_words(language, cased=self.cased)
        """Words that stand for a side, though only the speaker or the place tells which."""
        self.links = frozenset((",", "-", *language.places.links))
        self.asset_words = frozenset(
            phrase for phrases in language.assets.values() for phrase in phrases if " " not in phrase
        )
        words = [words_of(phrase) for phrase, _ in entries]
        named = [(cut, entry.name) for cut, (_, entry) in zip(words, entries, strict=True)]
        self.asset_openers = frozenset(cut[0] for cut, name in named if name == "asset")
        """The first words of all that an asset may be called."""
        self.event_closers = frozenset(cut[-1] for cut, name in named if name == "event")
        """The last words of all that an event may be told with."""
        self.way_words = _way_words(language) if self.cased else frozenset()
        self.aims = frozenset(language.words["aims"])
        self.speech_words = _speech_words(language)
        self.source_headings = tuple(
            written for phrase in language.words["source_heading"] for written in (phrase, phrase.capitalize())
        )
        self.to_words = frozenset(language.words["to"])
        self.civil_words = frozenset(language.words["civil"])
        self.river_words = frozenset(language.places.river)
        self.river_names = _river_names(language, theatre)
        self.region_words = frozenset((*language.places.region, *language.places.district))
        self.region_names = self._region_names()
        self.claimed_regions = self._claimed_regions()
        self.areas = self._areas()
        self._regions_by_adjective = self._adjectives_of_regions()
        self.part_words = frozenset(language.places.outskirts)
        self.elliptic_words = frozenset(language.places.elliptic)
        self.spanning_words = frozenset(language.places.spanning)
        self.direction_words = frozenset(language.places.direction)
        self.officials = frozenset(
            (*language.words["official"], *language.words["blogger"], *language.words["analyst"])
        )
        self.vocabulary = frozenset(word for cut in words for word in cut) | language.places.openers
        self.plain_words = self._plain_words(words)
        self.is_strange = lru_cache(maxsize=100_000)(self._is_strange)
        """Whether a token looks like a name, or a part of one: a longer word with a capital that no table explains."""

    @cached_property
    def observers(self) -> frozenset[str]:
        """Speakers of no side: analysts, mappers, other states."""
        return frozenset(speaker.name for speaker in self.theatre.speakers if speaker.name not in self.leaders)

    @cached_property
    def capitals(self) -> Mapping[SideId | None, str]:
        """The capitals of the sides; that of the home side as nobody's in particular."""
        sides = self.theatre.belligerents
        named: dict[SideId | None, str] = {side.id: side.capital for side in sides if side.capital is not None}
        if self.theatre.home_side in named:
            named[None] = named[self.theatre.home_side]
        return named

    @cached_property
    def sector_words(self) -> frozenset[str]:
        """The words that the phrases for the stretch of the front spoken of end with."""
        return frozenset(phrase.split()[-1] for phrase in self.language.places.anaphor_sector)

    @cached_property
    def them_words(self) -> frozenset[str]:
        return frozenset(() if self.cased else self.language.words["them"])

    @cached_property
    def would_words(self) -> frozenset[str]:
        return frozenset(self.language.words["would"])

    @cached_property
    def possessives(self) -> frozenset[str]:
        return frozenset(self.language.words["possessive"])

    @cached_property
    def inner_words(self) -> Mapping[str, frozenset[str]]:
        """The words of the classes that are asked for inside phrases too."""
        return {name: frozenset(self.language.words[name]) for name in _INNER}

    @cached_property
    def settlement_words(self) -> frozenset[str]:
        """Single words for towns and villages."""
        return frozenset(word for word in self.language.places.settlement if " " not in word and len(word) > _SHORT)

    @cached_property
    def force_words(self) -> frozenset[str]:
        """Words for troops."""
        return frozenset(word for word in self.language.words["forces"] if " " not in word)

    def _areas(self) -> Mapping[str, str]:
        """The first word of an area's name of two ("southern …") -> the name."""
        names = (
            name
            for named in self.theatre.places
            if named.place.place_class is PlaceClass.AREA
            for name in named.names
            if name.lang == self.language.code
        )
        return {words[0].lower(): name.text for name in names if len(words := name.text.split()) == 2}

    def _claimed_regions(self) -> frozenset[str]:
        """Names that a side gives both to forces of its own and to a region."""
        groups = {
            name.lower() for side in self.theatre.belligerents for name in side.groups.get(self.language.code, ())
        }
        regions = (named for named in self.theatre.places if named.place.place_class is PlaceClass.REGION)
        return frozenset(name.text.lower() for named in regions for name in named.names) & groups

    def _region_names(self) -> frozenset[str]:
        """Single words that name a region and nothing else, where a language makes such words of towns' names."""
        if not self.cased:
            return frozenset()
        return frozenset(
            plain(name.text)
            for named in self.theatre.places
            if named.place.place_class in (PlaceClass.REGION, PlaceClass.AREA)
            for name in named.names
            if name.lang == self.language.code and " " not in name.text
        )

    def _adjectives_of_regions(self) -> Mapping[str, str]:
        """Base form of the adjective of a region -> the region's name, where a language inflects such adjectives."""
        inflection = self.language.inflection
        if inflection is None:
            return {}
        names = (
            name.text
            for named in self.theatre.places
            if named.place.place_class is PlaceClass.REGION
            for name in named.names
            if name.lang == self.language.code and name.text.split()[-1] in self.region_words
        )
        return {inflection.base(plain(name.split()[0])): name for name in names}

    @cached_property
    def noun_words(self) -> frozenset[str]:
        """Words for troops, officials, positions and works in just these forms."""
        words = self.language.words
        return self.asset_words.union(words["forces"], words["official"], words["defender_noun"])

    @cached_property
    def measures(self) -> Mapping[str, str]:
        """Single words for what is counted -> their class."""
        units = self.language.numbers.units
        return {word: kind for kind, words in units.items() for word in words if " " not in word}

    @cached_property
    def resumers(self) -> Resumers | None:
        """What stands for places; in an inflected language the endings of nouns tell it."""
        places = self.language.places
        sizes = {"city": places.city, "town": places.town, "village": places.village}
        if self.cased:
            return None
        return Resumers(self.language.words, places.settlement, places.definite, sizes, places.locative)

    def region_of(self, office: str) -> str | None:
        """The region whose office these words name, by its usual name: "the Northern administration"."""
        tokens = self.language.tokenizer.tokens(office)
        if not any(form in self.officials for token in tokens for form in token.forms):
            return None
        forms = (form for token in tokens for form in token.forms)
        return next((self._regions_by_adjective[form] for form in forms if form in self._regions_by_adjective), None)

    def _is_strange(self, token: Token) -> bool:
        named = token.is_word and token.capitalised and len(token.text) > 2 and not token.text.isupper()
        return named and not any(form in self.plain_words for form in token.forms)

    def _plain_words(self, phrases: Iterable[Sequence[str]]) -> frozenset[str]:
        """Words that are no name; `phrases` are all that the tables have, by their words. Of an inflected language only
        those that mean something by themselves, because names are made of the words of its phrases ("the
        Zaporizhzhian plant")."""
        if not self.cased:
            return self.vocabulary
        return frozenset(words[0] for words in phrases if len(words) == 1)


def _side_words(code: str, theatre: Theatre) -> Iterator[tuple[str, SideWord]]:
    for side in theatre.belligerents:
        for name in (*side.actor_terms.get(code, ()), *side.groups.get(code, ())):
            yield name, SideWord(side.id, adjective=False, small=name.islower())
        for name in side.adjectives.get(code, ()):
            yield name, SideWord(side.id, adjective=True)


def _also(language: Language) -> frozenset[str]:
    """Links so short that they may stand for "also" between a verb and its preposition: "shelled AND on X", which
    writers of inflected languages do for emphasis."""
    if language.inflection is None:
        return frozenset()
    return frozenset(word for word in language.words["link"] if len(word) <= _LONGEST_PARTICLE)


def _river_names(language: Language, theatre: Theatre) -> frozenset[str]:
    """The names of rivers in lower case, those in base forms too that are adjectives."""
    names = {
        name.text.lower()
        for named in theatre.places
        if named.place.place_class is PlaceClass.RIVER
        for name in named.names
        if name.lang == language.code
    }
    if language.inflection is not None:
        names |= {language.inflection.base(name) for name in names}
    return frozenset(names)


def _way_words(language: Language) -> frozenset[str]:
    return frozenset(phrase for kind in _WAYS for phrase in language.assets.get(kind, ()) if " " not in phrase)


def _speech_words(language: Language) -> frozenset[str]:
    """The first words of all verbs of speech."""
    verbs = (phrase for cue in language.speech if cue.shape == "verb" for phrase in cue.cues)
    return frozenset(word for phrase in verbs for word in words_of(phrase)[:1])


def _party_words(language: Language, *, cased: bool) -> dict[str, Ref]:
    parts: dict[str, Ref] = {"enemy": Whose.OPPONENT, **PARTS}
    if not cased:
        parts["own"] = Whose.SPEAKER
    return {word: ref for name, ref in parts.items() for word in language.words[name] if " " not in word}
