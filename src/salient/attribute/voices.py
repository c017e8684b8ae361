"""Who a speaker is and to which side he belongs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from salient.attribute.heard import Heard, HeardVoices
from salient.attribute.voice_book import ANYBODY, Identity, Known, VoiceBook
from salient.domain.side import INDEPENDENT, UNKNOWN, SideId
from salient.text.phrases import Hit
from salient.text.tokens import Token

T = TypeVar("T")
_DESCRIPTION = 3
"""Words of "the retired general": more of them tell of somebody new."""
_QUOTATION_MARKS = str.maketrans("", "", '«»“”„"')
"""Signs that names of outlets are written with and without."""


class VoiceReading:
    """Resolves the voices of one report in the order of its text, remembering who was introduced."""

    def __init__(self, book: VoiceBook, outlet: str | None, *, fights: bool = False) -> None:
        """`fights`: whether the outlet tells what "we" do in the war: one that the pack does not know is then of the
        side whose language it writes."""
        self._book = book
        self._own = Identity(None, None, INDEPENDENT)
        self._last: Identity | None = None
        self._denied: Identity | None = None
        """Whom the voice under work contradicts."""
        self._met: Identity | None = None
        """The person whom a sentence after the last voice is about."""
        self._people: dict[str, Identity] = {}
        self._heard = HeardVoices()
        if outlet is not None:
            self._own = self._voice_of(outlet)
        unknown = outlet is None or book.theatre.outlet_called(outlet) is None
        if fights and unknown and self._own.side == INDEPENDENT:
            self._own = replace(self._own, side=book.usual_side or INDEPENDENT)

    def outlet(self) -> Identity:
        """The report's own voice."""
        return self._own

    def _voice_of(self, outlet: str) -> Identity:
        """The outlet's own voice; independent where nothing tells whose it is."""
        if known := self._book.theatre.outlet_called(outlet):
            return Identity(None, None, known.side, known.home)
        return self._body(outlet)

    def _body(self, outlet: str) -> Identity:
        """An outlet that the pack does not know: an office speaks for its side, anything else for itself."""
        outlet = outlet.translate(_QUOTATION_MARKS)
        tokens = self._book.cut(outlet)
        classes = {hit.value for hit in self._book.classes_in(tokens)}
        offices = {side for hit in self._book.offices.find(tokens) for side in hit.value}
        if "blogger" in classes and len(offices) == 1:
            return Identity(None, None, offices.pop())
        known = [hit for hit in self._book.known_in(tokens) if _capital(tokens, hit)]
        speakers = [hit for hit in known if hit.value.id is not None]
        if known and known[0].first == 0 and not speakers:
            return Identity(None, None, known[0].value.side, known[0].value.home)
        if "official" not in classes and not speakers:
            return Identity(None, None, INDEPENDENT)
        found = self._from_words(outlet, outlet)
        return Identity(None, found.speaker_id, INDEPENDENT if found.guessed else found.side, found.home)

    def again(self, pronoun: str = "") -> Identity:
        """Whom a pronoun means: whoever spoke last, "it" a body, "he" a person; nobody spoke yet: unknown."""
        words = self._book.language.voices
        word = pronoun.lower()
        wanted = True if word in words.of_persons else False if word in words.of_bodies else None
        if wanted is not None:
            self._last = self._heard.of_person(wanted, sure=self._book.cased) or self._last
        if self._met is not None:
            self._last, self._met = self._met, None
        return self._last or Identity(None, None, UNKNOWN)

    def meet(self, name: str, whole: str) -> Identity:
        """Who is only told of: a pronoun that speaks next may mean him."""
        identity = self._from_words(name, whole)
        words = self._book.resuming_words(self._book.cut(whole))
        person = self._book.is_person(name, identity)
        if person and not self._book.cased and identity.side != INDEPENDENT:
            self._remember(name, identity)
        if identity.side != UNKNOWN:
            self._heard.add(Heard(None, identity, False, words, person))
        if person and self._book.cased and identity.side != UNKNOWN:
            self._met = identity
        return identity

    def resolve(
        self, name: str, whole: str, *, passing: bool = False, hearer: str | None = None, against: bool = False
    ) -> Identity:
        """Who speaks: `name` is the person or body, `whole` the words around with office and description.

        `passing`: only told of by another, who stays the one that "he" means. `hearer` is who listens: where nothing
        else tells the side, he is told things by his own. `against`: he denies what whoever spoke last has told.
        """
        self._denied = self._last if against else None
        identity = self._heard_by(self._from_words(name, whole), name, hearer)
        for person in (name, *self._book.people_in(whole)):
            self._remember(person, identity)
        if not passing or self._last is None:
            self._last, self._met = identity, None
        words = self._book.resuming_words(self._book.cut(whole))
        is_person = self._book.is_person(name, identity)
        self._heard.add(Heard(self._book.sort(whole, identity), identity, passing, words, is_person))
        return identity

    def _remember(self, person: str, identity: Identity) -> None:
        """Note whom a surname means from here on."""
        last = person.translate(_QUOTATION_MARKS).rsplit(maxsplit=1)[-1:]
        if last and last[0][:1].isupper():
            for form in self._book.surname_forms(person):
                self._people.setdefault(form, identity)

    def _heard_by(self, identity: Identity, name: str, hearer: str | None) -> Identity:
        if hearer is None or not (identity.guessed or identity.side == UNKNOWN or name.islower()):
            return identity
        known = [hit.value for hit in self._book.known_in(self._book.cut(hearer)) if hit.value.id is not None]
        sides = {side.id for side in self._book.theatre.belligerents}
        told = next((voice.side for voice in known if voice.side in sides), None)
        return identity if told is None else replace(identity, side=told, guessed=False)

    def _from_words(self, name: str, whole: str) -> Identity:
        tokens = self._book.cut(whole)
        classes = {hit.value for hit in self._book.classes_in(tokens)}
        head = self._book.head(tokens) if self._book.cased else None
        if head == "anonymous":
            tokens = self._past_outlet(tokens)
        return (
            self._known(name, tokens, head)
            or self._resumed(_before_comma(name, tokens))
            or self._of_another_state(name, tokens)
            or self._out_of_office(name, tokens)
            or self._of_no_person(tokens, classes)
            or self._of_a_side(name, tokens, classes, head)
            or self._met_before(name, tokens, head)
            or self._by_office(name, tokens, classes, head)
        )

    def _past_outlet(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The words for a source without the outlet that has it, whose side is not his: "THE PAPER's source in the
        staff"."""
        for hit in self._book.known_in(tokens):
            if hit.first and hit.value.id is None and hit.value.side == INDEPENDENT and _capital(tokens, hit):
                return tokens[: hit.first] + tokens[hit.after :]
        return tokens

    def _known(self, name: str, tokens: tuple[Token, ...], head: str | None) -> Identity | None:
        """A voice of the pack: by name, else the body that the words around it name."""
        book = self._book
        known = [hit.value for hit in book.known_in(tokens) if _capital(tokens, hit)]
        if self._has_left(tokens):
            known = [voice for voice in known if voice.id is not None and voice.id not in book.bodies]
        inside: list[Known] = []
        if known and book.cased:
            inside = [hit.value for hit in book.known_in(book.cut(name))]
            known = [*inside, *known[::-1]]
        if not known or (
            head in ("analyst", "anonymous") and not inside and known[0].side not in (INDEPENDENT, UNKNOWN)
        ):
            return None
        best = next((voice for voice in known if voice.id is not None), known[0])
        outlet = best.id is None and best.side == INDEPENDENT
        if outlet and head in ("blogger", "official") and len(self._offices(tokens)) == 1:
            return None  # an outlet's war reporter is of his side, the outlet of none
        return Identity(name, best.id, best.side, best.home)

    def _of_another_state(self, name: str, tokens: tuple[Token, ...]) -> Identity | None:
        """Who belongs to a state that is no party: independent. "The Southern envoy to the North" belongs to a party
        where that is named first."""
        book = self._book
        at = next(
            (hit.first for hit in book.classes_in(tokens) if hit.value == "foreign" and _named(tokens, hit)), None
        )
        if at is None or any(hit.first <= at for hit in book.sides_in(tokens)):
            return None
        return Identity(name, None, INDEPENDENT)

    def _out_of_office(self, name: str, tokens: tuple[Token, ...]) -> Identity | None:
        """Who has left the post he is told by speaks for no side: "A B, a FORMER commander of the garrison"."""
        return Identity(name, None, INDEPENDENT) if self._has_left(tokens) else None

    def _has_left(self, tokens: tuple[Token, ...]) -> bool:
        former = self._book.language.voices.former
        return any(not former.isdisjoint(token.forms) for token in tokens)

    def _of_no_person(self, tokens: tuple[Token, ...], classes: set[str]) -> Identity | None:
        """ "The statement says", "according to preliminary data", "the report says", but not "reports say": whoever
        spoke last, else the outlet itself."""
        if self._last is not None and self._book.is_interlocutor(tokens):
            return self._last
        if {"official", "blogger", "analyst", "soldier", "forces", "own", "enemy"} & classes:
            return None
        if self._book.sides_in(tokens) and (self._book.cased or self._comes_from_a_side(tokens)):
            return None  # "by NORTHERN figures", "a statement FROM NORTHPORT"
        resumed = tokens[0].lower in self._book.definite and tokens[-1].lower in self._book.accounts
        if not {"document", "impersonal"} & classes and not resumed:
            return None
        return self._last or Identity(None, self._own.speaker_id, self._own.side, self._own.home)

    def _comes_from_a_side(self, tokens: tuple[Token, ...]) -> bool:
        origin = self._book.language.words["from"]
        return any(hit.first and tokens[hit.first - 1].lower in origin for hit in self._book.sides_in(tokens))

    def _of_a_side(self, name: str, tokens: tuple[Token, ...], classes: set[str], head: str | None) -> Identity | None:
        """Whom the words give to a side; an analyst studies sides and belongs to none."""
        formation = any(hit.value.formation for hit in self._book.sides_in(tokens))
        if (head or (None if formation else self._book.head(tokens))) == "analyst":
            quoted = self._own.side if name[:1].isupper() and self._own.side != UNKNOWN else INDEPENDENT
            return (self._spoken_of(tokens, head) if head is not None else None) or Identity(name, None, quoted)
        hits = [hit for hit in self._book.sides_in(tokens) if self._book.cased or _capital(tokens, hit)]
        if not hits or _only_topic(classes):
            return None
        told = next((hit.value.side for hit in hits if not hit.value.formation), None)
        whose = self._sharing() if all(hit.value.shared for hit in hits) else hits[0].value.side
        return Identity(name, None, told or self._book.side_of_name(tokens) or whose)

    def _sharing(self) -> SideId:
        """Whose formation speaks that several sides have: the outlet's, else that of the language, else the home
        side's."""
        own = self._own.side if self._own.side not in (INDEPENDENT, UNKNOWN) else self._own.home
        return own or self._book.usual_side or INDEPENDENT

    def _met_before(self, name: str, tokens: tuple[Token, ...], head: str | None) -> Identity | None:
        """Who was named before, by the surname or by what he is."""
        before = next((self._people[form] for form in self._book.surname_forms(name) if form in self._people), None)
        if before is not None:
            return Identity(name, before.speaker_id, before.side, before.home)
        return None if head is None else self._spoken_of(tokens, head)

    def _by_office(self, name: str, tokens: tuple[Token, ...], classes: set[str], head: str | None) -> Identity:
        side, guessed = INDEPENDENT, False
        unit = "forces" in classes and "anonymous" not in classes
        if (ours := self._ours_or_theirs(classes)) is not None:
            side = ours
        elif {"official", "soldier"} & classes and head != "blogger":
            side, guessed = self._official(tokens)
            if guessed and self._book.cased and "official" not in classes and not self._says_more(tokens):
                home = self._book.theatre.home_side  # whose language it is: "soldiers" there are its own
                side, guessed = (home if home and home == self._book.usual_side else UNKNOWN), False
        elif "blogger" in classes and len(known := self._offices(tokens)) == 1:
            side = next(iter(known))
        elif "blogger" in classes and (other := self._another(tokens)) is not None:
            side = other
        elif unit:
            side, _ = self._official(tokens)
        elif "anonymous" in classes and not (self._book.cased and self._own.side not in (INDEPENDENT, UNKNOWN)):
            side = UNKNOWN
        elif (
            self._book.cased
            and (name[:1].isupper() or "forces" in classes)
            and self._own.side not in (INDEPENDENT, UNKNOWN)
        ):
            side = self._own.side
        elif "analyst" not in classes:
            side = self._book.side_of_name(tokens) or INDEPENDENT
        announcing = self._book.office_words(tokens) & self._book.language.voices.announcing
        announces = guessed and (bool(announcing) or tokens[0].lower in self._book.possessive)
        shared = len(self._offices(tokens)) > 1
        return Identity(name, None, side, guessed=guessed, announces=announces, shared=shared)

    def _ours_or_theirs(self, classes: set[str]) -> SideId | None:
        """ "Our men say", "enemy channels write": the side whose "our" it is, or its opponent."""
        own = self._own.side if self._own.side not in (INDEPENDENT, UNKNOWN) else self._own.home
        own = own or (self._book.usual_side if self._book.cased else None)
        if own is None or {"analyst", "anonymous"} & classes:
            return None
        if "enemy" in classes:
            return self._book.theatre.opponent(own)
        return own if "own" in classes and "blogger" not in classes else None

    def _spoken_of(self, tokens: tuple[Token, ...], head: str) -> Identity | None:
        """Whom a description without a name means, who was named before: "the general", "the experts"."""
        if any(token.capitalised or token.is_number for token in tokens[1:]) or head == "anonymous":
            return None
        units = self._book.units
        if tokens[0].is_number or any(form in units for token in tokens[1:] for form in token.forms):
            return None
        if (offices := self._offices(tokens)) and (tokens[0].capitalised or len(offices) == 1):
            return None
        if not self._book.cased and (tokens[0].lower not in self._book.definite or len(tokens) > _DESCRIPTION):
            return None
        if any(form in self._book.firms for token in tokens for form in token.forms):
            return None
        words = self._book.resuming_words(tokens) if self._book.cased else frozenset()
        last = self._heard.of_sort(head, ANYBODY, but=self._denied)
        return self._heard.of_word(words, but=self._denied) or (
            last if last is None or self._book.may_resume(tokens, head, last) else None
        )

    def _official(self, tokens: tuple[Token, ...]) -> tuple[SideId, bool]:
        """An official whom no word gives to a side: the office's, else whoever spoke last ("the ministry"), else the
        home side's, which is a guess."""
        definite = tokens[0].lower in self._book.definite and not self._says_more(tokens)
        offices = self._offices(tokens)
        if len(offices) == 1:
            return next(iter(offices)), False
        owner = self._heard.of_person(False) if tokens[0].lower in self._book.possessive else None
        person = self._heard.of_person(True) if tokens[-1].lower in self._book.language.voices.persons else None
        before = owner or person or self._last
        if definite and before is not None and before != self._denied and before.side not in (INDEPENDENT, UNKNOWN):
            return before.side, before.guessed
        regions = [hit.value for hit in self._book.regions.find(tokens) if _capital(tokens, hit)]
        if (side := self._book.side_of_name(tokens) or next(iter(regions), None)) is not None:
            return side, False
        own = self._own.side if self._own.side not in (INDEPENDENT, UNKNOWN) else self._own.home
        usual = own or (self._book.usual_side if offices else None)
        return usual or self._book.theatre.home_side or INDEPENDENT, usual is None

    def _resumed(self, tokens: tuple[Token, ...]) -> Identity | None:
        """Whom "the governor", "the source" means: who was told by that word before."""
        tokens = self._book.past_share(tokens)
        if self._book.cased or tokens[0].lower not in self._book.definite or self._says_more(tokens):
            return None
        if len(tokens) > 1 and tokens[1].lower in self._book.language.voices.same and self._last is not None:
            return self._last
        if len(self._offices(tokens)) == 1:
            return None
        words = self._book.office_words(tokens) or ({tokens[-1].lower} if len(tokens) <= _DESCRIPTION else set())
        return self._heard.of_word(words)

    def _another(self, tokens: tuple[Token, ...]) -> SideId | None:
        """Whose "other bloggers" are: the side of the one that was named before; so are those of whom nothing more is
        told, "one blogger", where words stand in a fixed order."""
        another = tokens[0].lower in self._book.language.voices.another
        if not another and (self._book.cased or self._says_more(tokens)):
            return None
        named = self._heard.told_of("blogger") or (self._last if another else None)
        return None if named is None or named.side in (INDEPENDENT, UNKNOWN) else named.side

    def _says_more(self, tokens: tuple[Token, ...]) -> bool:
        """Whether a name or number tells an office from the one that was spoken of: "the Northtown council"."""
        hits = (hit for hit in self._book.classes_in(tokens) if hit.value != "foreign")
        told = {i for hit in hits for i in range(hit.first, hit.after)}
        common = self._book.language.voices.departments
        told |= {i for i, token in enumerate(tokens) if token.lower in common}
        return any((t.capitalised or t.is_number) and i not in told for i, t in enumerate(tokens) if i)

    def _offices(self, tokens: tuple[Token, ...]) -> frozenset[SideId]:
        """The sides that have the offices named."""
        return frozenset(side for hit in self._book.offices.find(tokens) for side in hit.value)


def _before_comma(name: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands before a clause about whoever it is: "the project, which has ties to X"; not before his name."""
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), len(tokens))
    known = {token.text for token in tokens[:comma]}
    return tokens[:comma] if all(word in known for word in name.split(",", maxsplit=1)[0].split()) else tokens


def _only_topic(classes: Sequence[str] | set[str]) -> bool:
    """Whether the side in the words is what an independent voice studies, not whom it belongs to."""
    return "analyst" in classes and not {"official", "blogger", "forces"} & set(classes)


def _named(tokens: tuple[Token, ...], hit: Hit[T]) -> bool:
    """Whether a word that may be written small elsewhere is no part of a name in small letters: "polish"."""
    return _capital(tokens, hit) or "adjective" in tokens[hit.first].features


def _capital(tokens: tuple[Token, ...], hit: Hit[T]) -> bool:
    """A name has a capital, if not in its article."""
    return any(token.capitalised for token in tokens[hit.first : hit.after])
