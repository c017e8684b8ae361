"""Contradictions as objects: who claims a place, who denies it, and what settled it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from salient.assess.observation import Observation, Sort
from salient.domain.identity import content_id
from salient.domain.side import SideId
from salient.domain.theatre import Theatre

QUIET_DAYS = 60
"""After so long without a word from either side a new claim opens a new dispute."""
CLAIMING = (Sort.CAPTURE,)
DENYING = (Sort.HOLD, Sort.CAPTURE)
SETTLING = (Sort.ADMISSION, Sort.INDEPENDENT)


@dataclass(frozen=True)
class Dispute:
    """One place that one side says it took and the other says it holds.

    `claims` and `denials` are in order of publication. `settled_by` is the word that ended it: the other side admits
    the loss, the claimant takes it back, or a named voice of neither side says who holds the place; None while open.
    """

    place_id: str
    place: str
    claimant: SideId
    claims: tuple[Observation, ...]
    denials: tuple[Observation, ...]
    settled_by: Observation | None

    @property
    def id(self) -> str:
        return content_id("dispute", [self.place_id, self.claimant, self.claims[0].claim.id])

    @property
    def first(self) -> date:
        return min(one.known for one in (*self.claims, *self.denials))

    @property
    def last(self) -> date:
        heard = [*self.claims, *self.denials, *([self.settled_by] if self.settled_by else [])]
        return max(one.known for one in heard)

    @property
    def is_open(self) -> bool:
        return self.settled_by is None

    @property
    def holder(self) -> int | None:
        """Whom the settling word gives the place to: +1 the measured side, -1 the other; None while open."""
        return None if self.settled_by is None else self.settled_by.toward


@dataclass
class _Episode:
    toward: int
    claims: list[Observation]
    denials: list[Observation]
    settled_by: Observation | None = None

    def last(self) -> date:
        return max(one.known for one in (*self.claims, *self.denials))


def disputes(
    seen: Iterable[Observation], names: dict[int, tuple[str, str]], theatre: Theatre, on: date
) -> list[Dispute]:
    """All disputes as known on a day, the latest first. `names` gives id and name of each place's index."""
    by_place: dict[int, list[Observation]] = {}
    # Of one day, the claim stands before its denial.
    heard = [one for one in seen if one.known <= on and one.place >= 0]
    for one in sorted(heard, key=lambda o: (o.known, o.sort not in CLAIMING, o.id)):
        by_place.setdefault(one.place, []).append(one)
    sides = {1: theatre.measured_side, -1: theatre.opponent(theatre.measured_side) or ""}
    found = []
    for place, told in by_place.items():
        for toward in (1, -1):
            found += [
                Dispute(*names[place], sides[toward], tuple(e.claims), tuple(e.denials), e.settled_by)
                for e in _episodes(told, toward)
                if e.claims and e.denials
            ]
    return sorted(found, key=lambda one: (one.last, one.place_id, one.claimant), reverse=True)


def _episodes(told: list[Observation], toward: int) -> list[_Episode]:
    """Stretches of claims by one side (`toward`) and denials by the other, each until it is settled or falls quiet."""
    episodes: list[_Episode] = []
    now: _Episode | None = None
    for one in told:
        if now is not None and now.settled_by is None and (one.known - now.last()).days > QUIET_DAYS:
            now = None
        claims = one.sort in CLAIMING and one.toward == toward == one.speaks
        denies = one.sort in DENYING and one.toward == -toward == one.speaks
        if claims or (denies and now is not None):
            if now is None or now.settled_by is not None:
                if not claims:
                    continue
                now = _Episode(toward, [], [])
                episodes.append(now)
            (now.claims if claims else now.denials).append(one)
        elif now is not None and now.settled_by is None and one.sort in SETTLING and now.denials:
            now.settled_by = one
    return episodes
