"""Whom the claims of one report are about, once its speakers, places and days are known."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from salient.attribute.voice_book import Identity
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import PlaceMatch
from salient.domain.side import INDEPENDENT, UNKNOWN, SideId
from salient.domain.theatre import Theatre
from salient.extract.draft import Draft, Ref, Voice, Whose

_OF_ATTACKERS = (Kind.ADVANCE, Kind.CLASH, Kind.STRIKE)
_OF_HOLDERS = (Kind.ENCIRCLEMENT, Kind.WITHDRAWAL)
_SUFFERED = (Kind.STRIKE, Kind.LOSS)
_ATTACKED = (Whose.HOLDER, Whose.VICTIM)
_FROM_AFAR = (Whose.STRIKER, Whose.VICTIM)
_BY_PART = (Whose.ATTACKER, *_FROM_AFAR, Whose.HOLDER)
_TELLER = (Whose.SPEAKER, Whose.BELLIGERENT)
_OTHER = (Whose.OPPONENT, Whose.RIVAL)
_GROUND = 1.0
_TEXT = 2.0
_REPORT = 0.6
_SUFFERED_ABROAD = 3.0
_SUFFERED_IN_TEXT = 1.0
"""What speaks for a side as the attacker of a place: that the ground is its opponent's, what the report says of the
place, and what it says of all places. What is suffered far behind the line is suffered by those whom the ground has
long belonged to."""
_TELLS: Mapping[Kind | Status, float] = {
    Kind.STRIKE: -0.5,
    Kind.LOSS: -0.5,
    Kind.WITHDRAWAL: -3.0,
    Kind.ENCIRCLEMENT: 2.0,
    Status.HOLDS: -3.0,
    Status.LOST: -3.0,
    Status.TOOK: 3.0,
}
"""How much it speaks for a teller as the attacker that he tells of it, or, below zero, for his opponent: who announces
a capture announces his own, and so does who announces a retreat."""
_TOLD_NEAR = 50
"""So many attacks told of before and after count: one further off would count for a fiftieth of the nearest."""
_begin = itemgetter(0)
_LOST_TOO = (Status.TOOK, Kind.ENCIRCLEMENT)
_LOSER_TELLS = 1.0
"""The same for captures and rings that the home side tells of: it tells of its losses as well."""


class Parties:
    """Reads what the report itself tells of who attacks which place, and gives each draft its party by that.

    `told` gives the identity of a voice (None: the outlet), `owner` the side whose country a place lies in.
    """

    def __init__(
        self,
        theatre: Theatre,
        told: Callable[[Voice | None], Identity],
        drafts: Sequence[Draft],
        matches: Sequence[PlaceMatch],
        owner: Callable[[PlaceMatch], SideId | None],
    ) -> None:
        self._theatre = theatre
        self._told = told
        self._attacks: dict[str, list[tuple[int, SideId, bool]]] = {}
        """Name of a place -> who attacks it, by where in the text that stands, and whether he is only told to hold
        ground there that is another's; in order."""
        for draft in drafts:
            place = None if draft.place is None else matches[draft.place]
            name = None if place is None else place.name
            attacker = self._attacker_told(draft)
            if attacker is None or place is None or name is None:
                continue
            abroad = draft.what.status is Status.HOLDS and attacker == owner(place)
            attacker = self._theatre.opponent(attacker) if abroad else attacker
            if attacker is not None:
                self._attacks.setdefault(name, []).append((draft.quote[0], attacker, abroad))
        for attacks in self._attacks.values():
            attacks.sort()
        sides = [side for attacks in self._attacks.values() for _, side, _ in attacks]
        self._everywhere = {side: n / len(sides) for side, n in Counter(sides).items()}
        """The shares of the sides in all attacks of the report: in a tale of one side's offensive what nobody is named
        for is that side's."""

    def identity(self, voice: Voice | None, home: SideId | None) -> Identity:
        """Who a voice is; an official whose side is only guessed belongs to `home`, whose ground the place is."""
        identity = self._told(voice)
        return replace(identity, side=home) if identity.guessed and home is not None else identity

    def of(self, draft: Draft, place: PlaceMatch, owner: SideId | None, home: SideId | None) -> SideId | None:
        """The party that a draft is about; None where nothing tells.

        `owner` is the side whose country the place lies in, `home` who is known to administer it.
        """
        teller = self.identity(draft.voice if draft.teller is None else draft.teller, home)
        for ref in draft.what.actor:
            side = self._side(ref, teller, home)
            if ref in _BY_PART:
                side = self._attacker(
                    draft, place, teller, home, suffered=ref in _FROM_AFAR and draft.what.kind in _SUFFERED
                )
                side = self._theatre.opponent(side) if side is not None and ref in _ATTACKED else side
            elif ref is Whose.INVADER:
                side = None if owner is None else self._theatre.opponent(owner)
            if side is not None:
                return side
        return None

    def _attacker(
        self, draft: Draft, place: PlaceMatch, teller: Identity, home: SideId | None, *, suffered: bool
    ) -> SideId | None:
        """Who attacks a place: the side that most speaks for, by the weights at the top of this file."""
        abroad = suffered and home != self._theatre.home_side
        spoken = [(self._theatre.opponent(home or ""), _SUFFERED_ABROAD if abroad else _GROUND)]
        text = _SUFFERED_IN_TEXT if suffered else _TEXT
        spoken += [(side, text * share) for side, share in self._told_near(draft, place).items()]
        if not suffered:
            spoken += [(side, _REPORT * share) for side, share in self._everywhere.items()]
        if teller.side not in (INDEPENDENT, UNKNOWN):
            tells = self._telling(draft, teller)
            spoken.append((teller.side if tells > 0 else self._theatre.opponent(teller.side), abs(tells)))
        weights: defaultdict[SideId, float] = defaultdict(float)
        for side, weight in spoken:
            if side is not None:
                weights[side] += weight
        return max(weights, key=lambda side: weights[side], default=None)

    def _telling(self, draft: Draft, teller: Identity) -> float:
        """What it is worth that a side tells of something: who denies to have done something speaks of the other."""
        told = draft.what.status or draft.what.kind if draft.what.kind is Kind.CONTROL else draft.what.kind
        tells = _TELLS.get(told, 0.0)
        if draft.stance is Stance.DENIES and draft.teller is None and tells > 0:
            return -tells
        loser = told in _LOST_TOO and teller.side == self._theatre.home_side
        return _LOSER_TELLS if loser else tells

    def _told_near(self, draft: Draft, place: PlaceMatch) -> Mapping[SideId, float]:
        """The shares of the sides in what the report says of who attacks a place, nearer words counting more.

        Who holds ground that is another's has come there to attack: "28 villages of the Northern region are under
        Southern control"; but he is also who may be surrounded there.
        """
        said = self._attacks.get(place.name or "", [])
        before = bisect_right(said, draft.quote[0], key=_begin)
        near: defaultdict[SideId, float] = defaultdict(float)
        first = max(0, before - _TOLD_NEAR)
        for n, (_, attacker, abroad) in enumerate(said[first : before + _TOLD_NEAR], start=first):
            ringed = abroad and draft.what.kind is Kind.ENCIRCLEMENT
            side = (self._theatre.opponent(attacker) if ringed else None) or attacker
            near[side] += 1 / (before - n if n < before else 2 + n - before)
        total = sum(near.values())
        return {side: share / total for side, share in near.items()}

    def _attacker_told(self, draft: Draft) -> SideId | None:
        """Who attacks the place of a draft, where it names a party itself."""
        ref = next(iter(draft.what.actor), None)
        if ref in (*_TELLER, *_OTHER):
            speaker = self._told(draft.voice if draft.teller is None else draft.teller)
            side = None if speaker.guessed or speaker.side in (INDEPENDENT, UNKNOWN) else speaker.side
            side = self._theatre.opponent(side) if side is not None and ref in _OTHER else side
        else:
            side = None if isinstance(ref, Whose) else ref
        kind, status = draft.what.kind, draft.what.status
        if side is None:
            return None
        if kind in _OF_ATTACKERS or status is Status.TOOK:
            return side
        holds = kind in _OF_HOLDERS or status in (Status.LOST, Status.HOLDS)
        return self._theatre.opponent(side) if holds else None

    def _side(self, ref: Ref, teller: Identity, home: SideId | None) -> SideId | None:
        if not isinstance(ref, Whose):
            return ref
        if ref in (Whose.BELLIGERENT, Whose.RIVAL):
            side = None if teller.side in (INDEPENDENT, UNKNOWN) else home if teller.guessed else teller.side
            return side if side is None or ref is Whose.BELLIGERENT else self._theatre.opponent(side)
        if ref in (Whose.HOME, Whose.FOE):
            own = home
        else:
            own = teller.home if teller.side in (INDEPENDENT, UNKNOWN) else teller.side
        if own is None or ref in (Whose.SPEAKER, Whose.HOME):
            return own
        return self._theatre.opponent(own)
