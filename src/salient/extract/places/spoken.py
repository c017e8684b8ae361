"""What a report speaks of: its places as centres of attention, and which one a clause without a place means.

Each time a place is named it gains attention by the part it plays (Lappin and Leass 1994): most as what something
happens to, least as what only describes something else. Attention halves with each sentence; what a report opens with
keeps some of it to the end, what it comes back to a little. Words that point back ("the town", "the region") are
constraints.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from salient.domain.place import PlaceClass
from salient.extract.places.mention import LARGE, Mention
from salient.extract.words.sentence import Sentence


class Part(StrEnum):
    """What a place does in its sentence."""

    SCOPE = "scope"
    """A sentence opens with it as the stretch of the front that it is about."""
    BEFORE = "before"
    """The same sentence has named it before a clause that names no place."""
    TARGET = "target"
    """Something happens to it or at it."""
    LISTED = "listed"
    """It is one of a list of which something is told: "took A, B and C"."""
    TOPIC = "topic"
    """It is named in a sentence that tells nothing of any place."""
    SUPPOSED = "supposed"
    """Something may happen to it, or did not."""
    NAMED = "named"
    """It is named beside a place that something is told of."""
    OFFICE = "office"
    """Who speaks holds an office there."""
    DATING = "dating"
    """What happened to it only tells since when something else is so."""
    HOST = "host"
    """Works are named that stand there."""
    ASIDE = "aside"
    """It describes something else."""


class Wanted(StrEnum):
    """What words that point back ask for."""

    PLACE = "place"
    """Anything but a region, a district or a river: "there", or no word at all."""
    CITY = "city"
    TOWN = "town"
    """Seldom a village: reports call large ones towns, but not cities."""
    VILLAGE = "village"
    REGION = "region"
    SECTOR = "sector"
    """A stretch of the front: "in this direction"."""


ATTENTION = {
    Part.SCOPE: 1.3,
    Part.BEFORE: 1.3,
    Part.TARGET: 1.0,
    Part.TOPIC: 0.8,
    Part.LISTED: 0.5,
    Part.NAMED: 0.4,
    Part.OFFICE: 0.4,
    Part.SUPPOSED: 0.3,
    Part.DATING: 0.05,
    Part.HOST: 0.05,
    Part.ASIDE: 0.0,
}
FADES, FADES_BETWEEN = 0.55, 0.5
"""What is left of attention a sentence later, and what of that in another paragraph."""
FORGOTTEN = 1e-30
"""Attention below this is none: after some 50 paragraphs, or 110 sentences of one."""
WITHIN = 0.6
"""What is left of it for each thing that the same sentence tells after it."""
LEADS, OPENING = 0.15, 2
"""What is kept to the end of the attention that the first so many sentences give, headlines among them."""
STAYS, STAYS_ON, GONE = 0.03, 0.95, 0.001
"""What is kept of the attention that any sentence gives, what is left of that a sentence later, and when it is nothing:
what is told of again and again stays the topic where others are only passed."""
TOWN_LEAST, VILLAGE_MOST, CITY_LEAST = 3_000, 8_000, 40_000
"""People that a town has at least, a village at most and a city at least, where anybody has counted them."""
HARDLY, BETWEEN = 0.2, 0.5
"""How well "town" fits a village, and either word a place that may be both."""
CLEAR, AHEAD = 0.2, 2.0
"""A place is clearly the one spoken of that has so much attention, and so many times that of the next."""
CLEAR_ALONE = 0.1
"""The same where no other place has been named."""
SECTOR_LASTS = 6
"""Sentences for which "this direction" means the one named last, whatever towns of it are named since."""
BY_NAME = 0.5
"""What words that point back leave of the attention that a place has as the stretch of the front told of: "in the X
direction they entered Y. THE TOWN …" goes on with Y."""
AT_LARGE = 0.8
"""How well a region fits where no words ask for one."""
_SIZES = (Wanted.CITY, Wanted.TOWN, Wanted.VILLAGE)
_APPOSED = 3
"""Tokens after a comma within which a name is said to be a town."""
MISFIT = 0.05
"""Attention is multiplied by this where the size of a place is not what the words ask for."""


@dataclass(slots=True)
class Spoken:
    """One place that is spoken of. `at` is the index of its last mention among the report's."""

    at: int
    words: tuple[frozenset[str], ...]
    sort: PlaceClass | None
    people: int = 0
    """Of the place that its name most likely means; 0 where nobody has counted them, as in most villages."""
    called: set[Wanted] = field(default_factory=set)
    only_town: bool = False
    """Whether reports that have a word for cities would rather call it a town."""
    sector_at: int = 0
    """The sentence in which a stretch of the front was last called after it ("the X direction"); 0 where none was."""
    attention: float = 0.0
    scope: float = 0.0
    """How much of it the place has as the stretch of the front that sentences open with."""
    gained: float = 0.0
    """How much of it the sentence under work has added."""
    kept: float = 0.0
    """How much stays to the end of the report."""
    stays: float = 0.0
    """How much fades more slowly than the rest."""
    sentence: int = 0
    """The sentence in which it was last named."""
    number: int = 0
    """Which of the report's places it is."""

    @property
    def salience(self) -> float:
        """How much it is spoken of now."""
        return self.attention + self.kept + self.stays

    def is_named(self, words: tuple[frozenset[str], ...]) -> bool:
        """Whether a name in any of its cases may be this one."""
        same = bool(words) and len(words) == len(self.words)
        return same and all(not one.isdisjoint(other) for one, other in zip(words, self.words, strict=True))

    def fits(self, wanted: Wanted) -> float:
        """How well it is what the words ask for: 0 not at all, 1 fully."""
        if wanted is Wanted.SECTOR:
            return self._fits_sector()
        if self.sort is PlaceClass.REGION:
            return {Wanted.REGION: 1.0, Wanted.PLACE: AT_LARGE}.get(wanted, 0.0)
        if wanted is Wanted.REGION or self.sort in LARGE:
            return 0.0
        if wanted is Wanted.PLACE or wanted in self.called:
            return 1.0
        if self.called:
            return MISFIT if Wanted.VILLAGE in (*self.called, wanted) else BETWEEN
        if self.sector_at and not self.people:
            return MISFIT if wanted is Wanted.VILLAGE else 1.0  # a stretch of the front is called after a town
        if self.people < TOWN_LEAST:
            return {Wanted.CITY: MISFIT, Wanted.TOWN: HARDLY}.get(wanted, 1.0)
        if wanted is Wanted.CITY and self.only_town:
            return BETWEEN
        if self.people <= VILLAGE_MOST:
            return BETWEEN
        return MISFIT if wanted is Wanted.VILLAGE else 1.0

    def _fits_sector(self) -> float:
        """How well a stretch of the front may be meant: the towns that such are called after, seldom one village."""
        if self.sector_at:
            return 1.0
        if self.sort in LARGE:
            return BETWEEN if self.sort is PlaceClass.REGION else 0.0
        return HARDLY if self.people < TOWN_LEAST or Wanted.VILLAGE in self.called else BETWEEN


@dataclass(slots=True)
class Attention:
    """The places of a report so far."""

    places: list[Spoken] = field(default_factory=list)
    sentence: int = 0
    _by_form: dict[str, list[int]] = field(default_factory=dict)
    """A base form of a name's last word -> the numbers of the places called so, in order."""
    _by_mention: dict[int, Spoken] = field(default_factory=dict)
    _gaining: list[Spoken] = field(default_factory=list)
    """Those that the sentence under work has added attention to."""
    _in_mind: dict[int, Spoken] = field(default_factory=dict)
    """Those that words may still point back at, by number: only these cost anything as a text goes on."""

    def next_sentence(self, *, opens_paragraph: bool = False) -> None:
        """Let attention fade."""
        self.sentence += 1
        fades = FADES * (FADES_BETWEEN if opens_paragraph else 1.0)
        for number, place in list(self._in_mind.items()):
            place.attention *= fades
            place.scope *= fades
            place.stays = place.stays * STAYS_ON if place.stays > GONE else 0.0
            if place.attention < FORGOTTEN:
                place.attention = 0.0
                if not (place.kept or place.stays):
                    del self._in_mind[number]
        for place in self._gaining:
            place.gained = 0.0
        self._gaining.clear()

    def note(self, sentence: Sentence, mention: Mention, at: int, part: Part) -> None:
        """A place is named, or something is told of it."""
        words = words_of(sentence, mention)
        place = self._known(words, mention)
        if place is None:
            place = Spoken(at, words, mention.mention.place_class, number=len(self.places))
            for form in words[-1] if words else ():
                self._by_form.setdefault(form, []).append(len(self.places))
            self.places.append(place)
            self._by_mention[at] = place
        if part is not Part.ASIDE or place.attention == 0:
            place.at = at
            self._by_mention[at] = place
        place.people = max(place.people, sentence.people.get(mention.first, 0))
        place.only_town = not sentence.cased and place.people < CITY_LEAST
        place.called |= _called(sentence, mention)
        if mention.direction:
            place.sector_at = self.sentence
        self._gain(place, part)

    def _known(self, words: tuple[frozenset[str], ...], mention: Mention) -> Spoken | None:
        """The place of this name that was spoken of first."""
        called = sorted({n for form in (words[-1] if words else ()) for n in self._by_form.get(form, ())})
        known = (self.places[n] for n in called)
        return next((place for place in known if place.is_named(words) and _alike(place, mention)), None)

    def resume(self, at: int, part: Part, called: Wanted | None = None) -> None:
        """Something more is told of a place that was named before; `called`: by "the city", "the village"."""
        place = self._by_mention.get(at)
        if place is not None and place.at == at:
            place.called |= {called} if called in _SIZES else set()
            self._gain(place, Part.NAMED if place.sort is PlaceClass.REGION else part)

    def _gain(self, place: Spoken, part: Part) -> None:
        place.sentence = self.sentence
        if part in (Part.TARGET, Part.LISTED, Part.TOPIC):
            for other in self._gaining:
                if other is not place:
                    other.attention -= (1 - WITHIN) * other.gained
                    other.gained *= WITHIN
        more = max(0.0, ATTENTION[part] - place.gained)
        if more and not place.gained:
            self._gaining.append(place)
        place.attention += more
        place.scope += more if part is Part.SCOPE else 0.0
        if place.attention:
            self._in_mind[place.number] = place
        place.gained += more
        if self.sentence <= OPENING:
            place.kept += LEADS * more
        else:
            place.stays += STAYS * more

    def is_clear(self, wanted: Wanted = Wanted.PLACE) -> bool:
        """Whether one place is spoken of far more than any other that fits."""
        scores = sorted((place.salience * place.fits(wanted) for place in self._in_mind.values()), reverse=True)
        if len(scores) < 2 or not scores[1]:
            return bool(scores) and scores[0] >= CLEAR_ALONE
        return scores[0] >= CLEAR and scores[0] >= AHEAD * scores[1]

    def best(self, wanted: Wanted = Wanted.PLACE, *, pointed: bool = False) -> Spoken | None:
        """The place that a clause without one is told of, or that words point back to (`pointed`), if any fits."""
        if wanted is Wanted.SECTOR and (last := self._last_sector()) is not None:
            return last
        best = (0.0, 0)
        for n, place in self._in_mind.items():
            most = place.salience - (BY_NAME * place.scope if pointed else 0.0)
            if most >= best[0]:  # no word fits better than fully
                best = max(best, (most * place.fits(wanted), n))
        return self.places[best[1]] if best[0] > 0 else None

    def _last_sector(self) -> Spoken | None:
        """What the stretch of the front is called after that was named last, if that was not long ago."""
        last = max(self._in_mind.values(), key=lambda place: place.sector_at, default=None)
        return last if last is not None and last.sector_at and self.sentence - last.sector_at <= SECTOR_LASTS else None


def words_of(sentence: Sentence, mention: Mention) -> tuple[frozenset[str], ...]:
    """The base forms of each word of a name; nothing for what has none ("10 km west of X")."""
    if mention.mention.name is None:
        return ()
    if mention.first in sentence.grounds or mention.first in sentence.seats:
        return (frozenset({mention.mention.name.lower()}),)
    after = sentence.places.get(mention.first, mention.after)
    return tuple(frozenset(token.forms) for token in sentence.tokens[mention.first : after])


def _alike(known: Spoken, mention: Mention) -> bool:
    return (known.sort in LARGE) == (mention.mention.place_class in LARGE)


def _called(sentence: Sentence, mention: Mention) -> set[Wanted]:
    """What the words beside a name say it is: "the village of X", "X, a city"."""
    if mention.first in sentence.seats:
        return {Wanted.CITY}
    if not sentence.has(*_SIZES):
        return set()
    near = [mention.first - 1]
    if sentence.is_(mention.first - 1, "of"):
        near.append(mention.first - 2)
    if sentence.sign(mention.after) == ",":
        near.extend(range(mention.after + 1, mention.after + 1 + _APPOSED))
    return {wanted for wanted in _SIZES if any(sentence.is_(k, wanted) for k in near)}
