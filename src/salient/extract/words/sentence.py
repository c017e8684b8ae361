"""One sentence with everything that the tables know of its words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from salient.domain.asset import Asset
from salient.domain.place import PlaceClass
from salient.extract.draft import Ref
from salient.extract.words.entries import Event, Meaning, Speech
from salient.extract.words.lexicon import SideWord
from salient.extract.words.predicates import Predicates
from salient.extract.words.resumed import Meant, Resumed
from salient.text.sentences import Stretch
from salient.text.tokens import Span, Token
from salient.theatre.event_frames import EventFrames

_NO_FRAMES = Predicates(EventFrames())
_PLAIN = frozenset({"adverb", "bearing", "lying", "settlement"})
_COMPOUND = frozenset({"defender_noun", "asset"})
"""What may stand before "town" in a noun of two words: "the HILLTOP town", "a PORT city"."""
_DESCRIBED = 5
"""Tokens of a phrase within which plain words describe its noun."""
BEYOND = 64
"""So many places past the last token, and before the first, may be asked for as if tokens stood there: rules ask for
neighbours all the time, and looking whether there are any costs as much as the question itself."""
_SCARE_QUOTE = 25
"""Characters up to which a quotation only sets words apart and says nothing."""


@dataclass(slots=True)
class Unit:
    """Tokens `first:after` are one phrase of the tables; `names` are its classes."""

    first: int
    after: int
    meaning: Meaning
    names: frozenset[str]
    verbal: bool | None = None
    """Whether it stands as a verb, once that has been asked."""
    head: int | None = None
    """The token of it that is inflected, once that has been asked."""

    def value(self, name: str) -> Any:
        values = self.meaning.values.get(name)
        return values[0] if values else None

    def values(self, name: str) -> Sequence[Any]:
        return self.meaning.values.get(name, ())


@dataclass(slots=True)
class Sentence:
    """Tokens and units of `text[start:end]`. `unit_at[i]` is the unit that covers token i, or None."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    spans: list[Span]
    """Where each token stands in the text."""
    sides: dict[int, tuple[int, SideWord]]
    """First token -> (after, what): words that name a side."""
    voices: dict[int, tuple[int, str]]
    """First token -> (after, name): speakers and outlets that the pack knows."""
    observers: frozenset[int]
    """First tokens of known voices that fight for nobody: analysts, mappers."""
    grounds: dict[int, tuple[str, PlaceClass]]
    """First token of a voice -> the usual name of what its office governs."""
    places: dict[int, int]
    """First token -> after: names that the gazetteer or a pattern gives."""
    units: list[Unit]
    people: dict[int, int] = field(default_factory=dict)
    """First token of a name that the gazetteer has -> who live in the settlement that it most likely means."""
    abroad: frozenset[int] = frozenset()
    """First tokens of names that most likely mean places outside the theatre."""
    unit_at: list[Unit | None] = field(default_factory=list)
    names_at: list[frozenset[str]] = field(default_factory=list)
    """The classes of the unit that covers each token, what the rules ask for most; with `BEYOND` that have none."""
    signs: list[str] = field(default_factory=list)
    """As `lowers`, with `BEYOND` that are empty."""
    lowers: list[str] = field(default_factory=list)
    """The tokens' lower-case forms, looked at most."""
    called: dict[int, Asset] = field(default_factory=dict)
    """First token of a place -> the theatre's asset whose name stands for it: a plant for its town."""
    inner_assets: dict[int, Unit] = field(default_factory=dict)
    """First token of a phrase of the tables -> the asset that stands in a gap of it."""
    inner_measures: dict[int, str] = field(default_factory=dict)
    """The last token of a phrase that ends with what is counted -> its class: "lost 300 MEN"."""
    classes: frozenset[str] = frozenset()
    """The classes of all units."""
    quoted: tuple[Stretch, ...] = ()
    region_words: frozenset[str] = frozenset()
    region_names: frozenset[str] = frozenset()
    """Single words that name a region."""
    river_words: frozenset[str] = frozenset()
    river_names: frozenset[str] = frozenset()
    """Names of the theatre's rivers, in lower case; a town may have the same."""
    to_words: frozenset[str] = frozenset()
    """Words for "to", which may stand at the end of a phrase."""
    definite_words: frozenset[str] = frozenset()
    areas: Mapping[str, str] = field(default_factory=dict)
    """A point of the compass -> the area of the theatre called by it: "southern" is the country's south."""
    civil_words: frozenset[str] = frozenset()
    """Words for what is not the fighting."""
    elliptic_words: frozenset[str] = frozenset()
    spanning_words: frozenset[str] = frozenset()
    way_words: frozenset[str] = frozenset()
    """Words for roads and railways, which are called by the places that they join."""
    inner_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The words of classes that may stand inside phrases too: "FULLY liberated"."""
    noted: bool = False
    """Whether a mark of a note follows."""
    adverbs: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    """Words for "his", inside phrases too."""
    them_words: frozenset[str] = frozenset()
    """Pronouns of whoever something is done to, inside phrases too."""
    negations: frozenset[str] = frozenset()
    """Single words that say no, inside phrases too."""
    would_words: frozenset[str] = frozenset()
    """Particles that make a verb only thinkable, inside phrases too."""
    told: frozenset[int] = frozenset()
    """First tokens of what has been read as an event."""
    cased: bool = False
    """Whether endings tell who does what, and words stand in any order."""
    clauses: list[tuple[int, int]] | None = None
    """The clause of each token, once that has been asked."""
    turns: list[int] | None = None
    """The signs and words at which a clause may begin, once that has been asked."""
    breaks: list[int] | None = None
    """The tokens at which a clause with a subject and a verb of its own begins, once that has been asked."""
    named: frozenset[int] = frozenset()
    """Tokens inside names of known voices and groups: no places."""
    parties: Mapping[int, Ref] = field(default_factory=dict)
    """Tokens that by themselves stand for a side, though only the speaker or the place tells which: "the enemy"."""
    seats: dict[int, str] = field(default_factory=dict)
    """First token of words for a side's capital -> the name of the town: "THE CAPITAL", "the Northern CAPITAL"."""
    inner_settlements: set[int] = field(default_factory=set)
    """Tokens in the gap of an event's phrase that mean a town: "took THE TOWN under control"."""
    inner_sectors: set[int] = field(default_factory=set)
    """Tokens in the gap of an event's phrase that mean a stretch of the front: "moved reserves TO THIS AXIS"."""
    inner_people: set[int] = field(default_factory=set)
    """Tokens for forces or parties inside a longer phrase: "drove THE ENEMY out of"."""
    capitals: frozenset[int] = frozenset()
    """Tokens of places whose name also stands for a side: "said in the capital"."""
    resumed: Mapping[int, Resumed] = field(default_factory=dict)
    """First token -> what stands there for places named before: "both villages", "the latter"."""
    predicates: tuple[int, ...] = ()
    """Tokens that may be the predicate of a frame."""
    frames: Predicates = _NO_FRAMES
    shorter: Callable[[Unit], Sequence[Unit]] | None = None
    """What looks up the shorter phrases inside one that is not what is told."""

    def put(self, first: int, after: int, units: Sequence[Unit]) -> None:
        """Let other units stand at tokens `first:after`."""
        kept = [unit for unit in self.units if unit.after <= first or unit.first >= after]
        self.units = sorted([*kept, *units], key=lambda unit: unit.first)
        for k in range(first, after):
            self.unit_at[k], self.names_at[k] = None, frozenset()
        for unit in units:
            for k in range(unit.first, unit.after):
                self.unit_at[k], self.names_at[k] = unit, unit.names
        self.turns = self.breaks = None

    def is_(self, i: int, *names: str) -> bool:
        """Whether token i is of one of the classes; there may be no such token."""
        return not self.names_at[i].isdisjoint(names)

    def some(self, first: int, after: int, *names: str) -> bool:
        """Whether any of tokens `first:after` is of one of the classes."""
        return self.has(*names) and any(
            not here.isdisjoint(names) for here in self.names_at[max(0, first) : max(0, after)]
        )

    def says(self, first: int, after: int, name: str) -> bool:
        """Whether a word of a class stands among tokens `first:after`, inside a phrase or not."""
        words = self.inner_words[name]
        return any(not words.isdisjoint(token.forms) for token in self.tokens[max(0, first) : max(0, after)])

    def is_future(self, i: int) -> bool:
        """Whether a word says what may or will be: "will", "may", a verb in the future."""
        return self.is_(i, "future") or "future" in self.tokens[i].features

    def placed(self) -> frozenset[int]:
        """The tokens inside names of places."""
        return frozenset(k for first, after in self.places.items() for k in range(first, after))

    def has(self, *names: str) -> bool:
        """Whether any token of the sentence is of one of the classes."""
        return not self.classes.isdisjoint(names)

    def measures(self, first: int, after: int, *measures: str) -> bool:
        """Whether any of tokens `first:after` is a unit that measures one of these: "km2", "troops"."""
        return self.has("unit") and any(
            unit is not None and unit.value("unit") in measures for unit in self.unit_at[max(0, first) : max(0, after)]
        )

    def is_which(self, i: int) -> bool:
        """Whether a relative stands here that is no "that", which may open what is said as well."""
        return self.is_(i, "relative") and not self.is_(i, "that")

    def is_be(self, i: int) -> bool:
        """Whether a token is "be" or like it, also where it opens a phrase of its own: "BEING led out"."""
        return self.is_(i, "be") or (0 <= i < len(self.tokens) and "be" in self.tokens[i].forms)

    def is_adverb(self, i: int) -> bool:
        return self.tokens[i].lower in self.adverbs

    def sign(self, i: int) -> str:
        return self.signs[i]

    def is_dash(self, i: int) -> bool:
        """Whether a dash with a space before it stands here: a break, not a hyphen. Dashes without spaces count too
        where they are long."""
        if i <= 0 or self.signs[i] != "-":
            return False
        apart = self.spans[i - 1][1] < self.spans[i][0]
        return apart or self.tokens[i].text == "—" or (self.tokens[i].text == "–" and not self._joins(i))

    def _joins(self, dash: int) -> bool:
        """Whether a shorter dash without spaces joins two names or figures: "Upper–Lower", "2–3"."""
        if dash + 1 >= len(self.tokens) or not self.touches(dash + 1):
            return False
        before, after = self.tokens[dash - 1], self.tokens[dash + 1]
        return (before.capitalised and after.capitalised) or (before.is_number and after.is_number)

    def is_quote_edge(self, i: int) -> bool:
        """Whether a quotation of some length begins or ends with this mark; words in scare quotes do not count."""
        if not self.quoted:
            return False
        at = self.spans[i][0]
        return any(
            stretch.end - stretch.start > _SCARE_QUOTE and (stretch.start == at + 1 or stretch.end == at)
            for stretch in self.quoted
        )

    def points_back(self, i: int) -> bool:
        """Whether "the city", "this village" stands here, with no name to it, or a part of it: "the western half"."""
        if self.is_part_spoken_of(i):
            return True
        first = i
        while self.is_(i, "determiner", "settlement") or (
            i < len(self.tokens) and self.tokens[i].lower in self.definite_words
        ):
            if self.is_(i, "settlement"):
                unit = self.unit_at[i]
                k = i + 1 if unit is None else unit.after  # "the CITY OF some 50,000"
                leads = self.is_(k, "of", "locative") and not self.is_(k, "from")
                named = k in self.places or ((leads or self.sign(k) == ",") and k + 1 in self.places)
                return i > first and not named and not self.is_(k, "settlement")
            i += 1
            while first < i < first + _DESCRIBED and self.only_describes(i):
                i += 1
        return False

    def is_part_spoken_of(self, i: int) -> bool:
        """Whether a part of the place spoken of begins here: "the western half", "ITS outskirts"."""
        names = self.names_at[i]
        own = "possessive" in names
        if not (own or "article" in names) or self.cased:
            return False
        noun = i + 1
        while self.is_(noun, "bearing") or (noun > i + 1 and self.is_(noun, "link")):
            noun += 1  # "its southern and western districts"
        if noun == i + 1 and not own:
            return False
        part = self.is_(noun, "outskirts", "district", "part_of_town")
        part |= own and noun < len(self.tokens) and "portion" in self.frames.types_of(self.tokens[noun])
        return part and not self.is_(noun + 1, "of")

    def leads_back(self, i: int) -> bool:
        """Whether words for the place spoken of, or a part of it, stand here, after a preposition of direction: "toward
        IT", "to THE CENTRE"."""
        if self.cased:
            return False
        resumed = self.resumed.get(i)
        if resumed is not None and resumed.meant is Meant.ONE:
            return not self.is_(resumed.after, "of")
        part = self.is_(i, "article") and self.is_(i + 1, "outskirts", "district", "part_of_town")
        alone = not self.is_(i + 2, "of") and i + 2 not in self.places
        return (part and alone) or self.is_(i, "anaphor_place")

    def only_describes(self, k: int) -> bool:
        """Whether a plain word only describes the noun that follows: "the SMALL SALT-mining town"."""
        if self.cased or k >= len(self.tokens) or self.is_(k, "settlement"):
            return False
        token, unit = self.tokens[k], self.unit_at[k]
        plain = unit is None or unit.names <= _PLAIN
        plain |= unit is not None and unit.names <= _COMPOUND and self.is_(k + 1, "settlement")
        return self.lowers[k] == "-" or (token.is_word and not token.capitalised and plain)

    def touches(self, i: int) -> bool:
        """Whether nothing stands between token i and the one before it."""
        return i < len(self.spans) and self.spans[i - 1][1] == self.spans[i][0]

    def span(self, first: int, after: int) -> tuple[int, int]:
        return self.spans[first][0], self.spans[after - 1][1]

    def words(self, first: int, after: int) -> str:
        start, end = self.span(first, after)
        return self.text[start:end]

    def place_name(self, first: int, after: int) -> str:
        """What a place is called, as written; the name of a capital where only that word stands."""
        return self.seats.get(first) or self.words(first, after)

    def in_quotes(self, i: int) -> bool:
        at = self.spans[i][0]
        return any(
            stretch.start <= at < stretch.end and stretch.end - stretch.start > _SCARE_QUOTE for stretch in self.quoted
        )


def speech_of(unit: Unit) -> Speech | None:
    """The cue of speech that a unit is, the strongest stance first."""
    return unit.meaning.speech


def events_of(unit: Unit) -> Sequence[Event]:
    """What a unit may tell, the surest first."""
    return unit.meaning.events
