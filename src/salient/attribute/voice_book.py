"""What theatre and language know of voices, whatever the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from salient.domain.place import PlaceClass
from salient.domain.side import INDEPENDENT, UNKNOWN, SideId
from salient.domain.theatre import Theatre
from salient.text.phrases import PassedOver, PhraseTable, first
from salient.text.tokens import QUOTATION_MARK, Token
from salient.theatre.language import Language

ANYBODY = "anybody"
"""What a known speaker is who was named without a word that tells it: any such word may mean him later."""
_SHARE = 2
"""Tokens of "one of"."""
_OUTLETS_OWN = 2
"""Words of "the paper's interlocutor"."""
_REMEMBERED = 5_000
"""Wordings of voices of which it is kept what they say."""
_HEADS = ("official", "blogger", "analyst", "soldier", "anonymous")


@dataclass(frozen=True, slots=True)
class Identity:
    """A speaker as written, the pack's id for it where it has one, and its side.

    `home` is whose "our" a voice without a side means.
    """

    speaker: str | None
    speaker_id: str | None
    side: SideId
    home: SideId | None = None
    guessed: bool = False
    """Whether nothing in the words names a side: an official is then taken for the home side's."""
    announces: bool = False
    """Whether it is a body that announces what its own side has done."""
    shared: bool = False
    """Whether several sides have such an office, so that who carries its words tells more: "an agency, citing the
    ministry"."""


@dataclass(frozen=True, slots=True)
class Known:
    """A voice that the theatre pack has; outlets have no id."""

    id: str | None
    name: str
    side: SideId
    home: SideId | None = None


@dataclass(frozen=True, slots=True)
class Belongs:
    """What a word for a side tells: both sides may number their formations alike, so that those tell less."""

    side: SideId
    formation: bool
    shared: bool = False
    """Whether several sides have one of that name."""


class VoiceBook:
    """What theatre and language know of voices; serves any number of reports."""

    def __init__(self, language: Language, theatre: Theatre) -> None:
        self.language = language
        self.theatre = theatre
        base = language.inflection.base if language.inflection else None
        known: PhraseTable[Known, Known] = PhraseTable(
            [
                (name, Known(speaker.id, speaker.name, speaker.side, speaker.home))
                for speaker in theatre.speakers
                for name in (speaker.name, *speaker.aliases)
            ]
            + [
                (name, Known(None, outlet.name, outlet.side, outlet.home))
                for outlet in theatre.outlets
                for name in (outlet.name, *outlet.aliases)
            ],
            first,
            passed_over=PassedOver(QUOTATION_MARK),
            base=base,
        )
        sides: PhraseTable[Belongs, Belongs] = PhraseTable(
            (
                (name, Belongs(side.id, formation=table is side.groups))
                for side in theatre.belligerents
                for table in (side.actor_terms, side.adjectives, side.groups)
                for name in table.get(language.code, ())
            ),
            _shared,
            base=base,
        )
        self.bodies = frozenset(speaker.id for speaker in theatre.speakers if speaker.body)
        self.cased = language.inflection is not None
        self.firms = frozenset(language.words["firm"])
        self.accounts = frozenset(cue for each in language.speech if each.shape == "noun" for cue in each.cues)
        """Nouns for what somebody has said: "report", "claim"."""
        self.units = frozenset(language.words["forces"] if self.cased else ())
        self._shares = frozenset(language.words["one_of_them"])
        self._of = frozenset(language.words["of"])
        self.possessive = frozenset(language.words["possessive"])
        self.definite = frozenset((*language.words["possessive"], *language.places.definite))
        classes: PhraseTable[str, str] = PhraseTable(_classes(language), first)
        self.office_heads = frozenset(language.words["official"])
        regions = [
            (name.text, side.id)
            for named in theatre.places
            if named.place.place_class is PlaceClass.REGION
            for side in theatre.belligerents
            if named.country in side.countries
            for name in named.names
        ]
        if base is not None:
            words = {*language.places.region, *language.places.district}
            regions += [(name.split()[0], side) for name, side in regions if name.split()[-1].lower() in words]
        self.regions: PhraseTable[SideId, SideId] = PhraseTable(regions, first, base=base)
        self.offices: PhraseTable[SideId, frozenset[SideId]] = PhraseTable(
            ((name, side.id) for side in theatre.belligerents for name in side.offices.get(language.code, ())),
            frozenset,
            base=base,
        )
        self.cut = lru_cache(_REMEMBERED)(self._cut)
        """The tokens of the words that name a voice: few voices speak in most reports."""
        self.classes_in = lru_cache(_REMEMBERED)(classes.find)
        self.known_in = lru_cache(_REMEMBERED)(known.find)
        self.sides_in = lru_cache(_REMEMBERED)(sides.find)
        self._given = {
            name: side.id for side in theatre.belligerents for name in side.given_names.get(language.code, ())
        }
        spoken = [side.id for side in theatre.belligerents if self._speaks(side.countries)]
        self.usual_side = spoken[0] if self.cased and spoken else theatre.home_side
        """Whose an office is that several sides have: of the side whose places are named in this language, if any."""

    def _cut(self, words: str) -> tuple[Token, ...]:
        return tuple(self.language.tokenizer.tokens(words))

    def _speaks(self, countries: Sequence[str]) -> bool:
        return any(self.theatre.name_languages.get(country) == self.language.code for country in countries)

    def head(self, tokens: tuple[Token, ...]) -> str | None:
        """The class of the first word that tells what somebody is; names of known voices tell it too."""
        return next((hit.value for hit in self.classes_in(tokens) if hit.value in _HEADS), None)

    def office_words(self, tokens: tuple[Token, ...]) -> frozenset[str]:
        """The words of a phrase that name an office, inside longer names too: "Western OFFICIAL"."""
        return frozenset(
            token.lower
            for hit in self.classes_in(tokens)
            for token in tokens[hit.first : hit.after]
            if hit.value == "official" or (hit.after - hit.first > 1 and token.lower in self.office_heads)
        )

    def resuming_words(self, tokens: tuple[Token, ...]) -> frozenset[str]:
        """The words by which a voice may be resumed: those of its office, and others that stand for themselves."""
        if self.cased:
            heads = (hit for hit in self.classes_in(tokens) if hit.value in _HEADS and hit.after - hit.first == 1)
            return frozenset(form for hit in heads for form in tokens[hit.first].forms)
        inside = {i for hit in self.classes_in(tokens) for i in range(hit.first, hit.after - 1)}
        return self.office_words(tokens) | {token.lower for i, token in enumerate(tokens) if i not in inside}

    def past_share(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Without the words that take one out of several who were named: "ONE OF the officials"."""
        shared = len(tokens) > _SHARE and tokens[0].lower in self._shares and tokens[1].lower in self._of
        return tokens[_SHARE:] if shared and tokens[_SHARE].lower in self.definite else tokens

    def is_interlocutor(self, tokens: tuple[Token, ...]) -> bool:
        """Whether whoever the outlet was speaking to is meant: "the paper's interlocutor"; not two, not one "in"
        some body."""
        listed = self.language.voices.interlocutors
        told = any(form in listed for form in tokens[0].forms)
        return told and len(tokens) <= _OUTLETS_OWN and not any(token.is_number for token in tokens)

    def people_in(self, words: str) -> list[str]:
        """The persons of the pack that words name, a body beside them or not."""
        hits = self.known_in(self.cut(words))
        return [hit.value.name for hit in hits if hit.value.id is not None and hit.value.id not in self.bodies]

    def is_person(self, name: str, identity: Identity) -> bool | None:
        """Whether a person speaks, or a body (a ministry, a project); None where that cannot be told."""
        if identity.speaker_id is not None:
            return identity.speaker_id not in self.bodies
        tokens = self.cut(name)
        capitals = sum(token.capitalised for token in tokens)
        if self.known_in(tokens) or any(hit.first == 0 and hit.after == len(tokens) for hit in self.sides_in(tokens)):
            return False
        offices = self.office_words(tokens)
        if any("plural" in token.features and token.lower in offices for token in tokens):
            return False  # "Northern AUTHORITIES"
        return True if capitals > 1 and not offices else None

    def side_of_name(self, tokens: tuple[Token, ...]) -> SideId | None:
        """Whose people write their first names so: "Petro" before a surname."""
        return next((self._given[a.text] for a, b in pairwise(tokens) if a.text in self._given and b.capitalised), None)

    def sort(self, whole: str, identity: Identity) -> str | None:
        """What somebody who was named may be called later: an official, a blogger, an analyst."""
        head = self.head(self.cut(whole))
        if head is not None and head != "anonymous":
            return head
        if identity.side == UNKNOWN:
            return None
        if self.cased and identity.speaker_id is not None:
            return ANYBODY
        return "analyst" if identity.side == INDEPENDENT else "official"

    def may_resume(self, tokens: tuple[Token, ...], head: str, last: Identity) -> bool:
        """Whether words for what somebody is may mean whoever was named before without them: no expert is a side's
        staff, no soldier a monitor; and where a side's places are named in this language, its own are meant by "the
        soldiers", "the police" and other words that no person alone is called by."""
        if not self.cased:
            return True
        neutral = last.side in (INDEPENDENT, UNKNOWN)
        if head == "analyst":
            several = any("of_many" in token.features for token in tokens)
            return neutral or not (several or last.speaker_id in self.bodies)
        if neutral:
            return False
        foreign = self.usual_side == self.theatre.home_side and last.side != self.usual_side
        return not foreign or any(self._is_person_or_office(token) for token in tokens)

    def _is_person_or_office(self, token: Token) -> bool:
        one = "animate" in token.features and "of_many" not in token.features
        return one or not self.language.voices.departments.isdisjoint(token.forms)

    def surname_forms(self, name: str) -> tuple[str, ...]:
        """The last word of a name as written, and its base forms where it is inflected."""
        last = name.rsplit(maxsplit=1)[-1].strip("'’s«»“”„\"") if name.split() else name
        return (last, *self.language.morphology.analyse(last.lower()).lemmas) if self.cased else (last,)


def _shared(named: Sequence[Belongs]) -> Belongs:
    """What a word tells that may stand for several sides: "the 3rd Army Corps"."""
    return Belongs(named[0].side, named[0].formation, shared=len({each.side for each in named}) > 1)


def _classes(language: Language) -> Iterator[tuple[str, str]]:
    """What somebody is, by the words for it; the first class that a phrase is listed in holds."""
    words, voices = language.words, language.voices
    soldiers = frozenset(words["anonymous"]) & frozenset(words["forces"])
    yield from ((phrase.lower(), "foreign") for phrase in voices.states)
    yield from ((phrase, name) for name in ("official", "blogger", "analyst") for phrase in words[name])
    yield from ((phrase, "document") for phrase in voices.documents)
    yield from ((phrase, "impersonal") for phrase in voices.impersonal)
    yield from ((phrase, "soldier" if phrase in soldiers else "anonymous") for phrase in words["anonymous"])
    yield from ((phrase, name) for name in ("own", "enemy", "forces") for phrase in words[name])
