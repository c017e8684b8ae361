"""What a claim says of the ground: which place, which side, since when, known since when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from salient.assess.areas import AreaNames, Areas
from salient.assess.ground import Ground
from salient.assess.tie import tie_to
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import REGIONS, PlacePrecision
from salient.domain.side import SideId
from salient.domain.theatre import Theatre


class Sort(StrEnum):
    """How a claim bears on control: who says it of whom decides its weight."""

    CAPTURE = "capture"
    """A side says that it took a place."""
    HOLD = "hold"
    """A side says that it holds a place, or denies that the other took it."""
    ADMISSION = "admission"
    """A side says that the other holds or took a place: against its own interest."""
    INDEPENDENT = "independent"
    """A named voice of neither side says who holds or took a place."""
    OUTLET = "outlet"
    """An outlet says so in its own voice; or a voice of neither side only denies what another said."""
    ADVANCE = "advance"
    """A side is said to have moved forward at a place."""
    WITHDRAWAL = "withdrawal"
    """A side is said to leave, with its troops or its people: a change to come."""
    ENCIRCLEMENT = "encirclement"
    """A side is said to be surrounded at a place, or about to be: it will hardly stay. `toward` is the other side."""
    ASSAULT = "assault"
    """A side attacks a place: it does not hold it yet. `toward` is the attacker."""
    STANDOFF = "standoff"
    """A side is said to stand so many km from a place: not there, and not nearer; `toward` is that side."""
    CONTEST = "contest"
    """Fighting at a place: neither side's rear."""
    DISPUTED = "disputed"
    """A voice of neither side says that neither controls the place."""


STATES = (Sort.CAPTURE, Sort.HOLD, Sort.ADMISSION, Sort.INDEPENDENT, Sort.OUTLET)
"""The sorts that say who holds a place."""
FARTHEST_OFF_KM = 60.0
"""Who stands farther from a place than this is on another stretch of the front."""
HARDLY_STAYS = {Kind.WITHDRAWAL: Sort.WITHDRAWAL, Kind.ENCIRCLEMENT: Sort.ENCIRCLEMENT}
"""What is said of a side that will hardly stay where it is."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim tied to one place, or to one area (then `place` is -1, else `area` is).

    `toward` is +1 for the measured side, -1 for its opponent, 0 for neither; `speaks` is the voice's side likewise.
    `known` is the day it was published, `day` the day its content is about. `voice` names who stands behind it: the
    same voice saying the same of the same place within days is one origin.
    """

    place: int
    sort: Sort
    toward: int
    speaks: int
    known: date
    day: date
    voice: str
    claim: Claim
    id: str
    """The claim's, worked out once."""
    area: int = -1
    event: bool = False
    """Whether it says that ground changed hands, not only who holds it."""
    off_km: float = 0.0
    """How far from the place a side stands, of a standoff."""


def observations(ground: Ground, claims: Iterable[Claim], theatre: Theatre) -> list[Observation]:
    """Every claim that bears on control of places assessed, the same claim once, in a fixed order."""
    where, voices = _Where(ground, theatre), _Voices(theatre)
    sign = {theatre.measured_side: 1, theatre.opponent(theatre.measured_side): -1}
    found: list[Observation] = []
    for claim in claims:
        known = claim.citation.published
        bearing = bearing_of(claim, sign)
        if known is None or bearing is None:
            continue
        place, area = where.of(claim)
        if place < 0 and area < 0:
            continue
        sort, toward, speaks = bearing
        gives_up = 0 <= area < len(theatre.areas) and sort is Sort.WITHDRAWAL and speaks != toward
        if gives_up:
            sort = _given_up(claim, speaks)
        day = min(claim.days.end or claim.days.start or known, known)
        one = Observation(
            place,
            sort,
            toward,
            speaks,
            known,
            day,
            voices.of(claim),
            claim,
            claim.id,
            area,
            gives_up or claim.content.status in (Status.TOOK, Status.LOST),
            _off_km(claim) if sort is Sort.STANDOFF else 0.0,
        )
        found.append(one)
    return sorted({one.id: one for one in found}.values(), key=in_order)


class _Where:
    """What ground claims speak of: the number of a place and -1, or -1 and that of an area; both -1 where of none."""

    def __init__(self, ground: Ground, theatre: Theatre) -> None:
        self._tie, self._areas, self._names = tie_to(ground), Areas(ground, theatre.areas), AreaNames(theatre.areas)

    def of(self, claim: Claim) -> tuple[int, int]:
        place, other, area = self._tie.place(claim.place), self._tie.end(claim.place), None
        if place is not None and other is not None:
            area = self._areas.between(place, other)
        elif _of_areas(claim) and (not _names_a_spot(claim) or self._names.only_in(claim)):
            area = self._names.meant(claim)
        return (-1 if place is None else place, -1) if area is None else (-1, area)


class _Voices:
    """Who stands behind a claim: the office of a speaker whom the theatre knows, else the speaker, else the outlet."""

    def __init__(self, theatre: Theatre) -> None:
        self._theatre = theatre
        self._offices = {speaker.id: speaker.office or speaker.id for speaker in theatre.speakers}
        self._named: dict[str, str] = {}

    def of(self, claim: Claim) -> str:
        speaker, known = claim.attribution.speaker, self._offices.get(claim.attribution.speaker_id or "")
        if known is not None or not speaker:
            return known or claim.citation.outlet or ""
        if speaker not in self._named:
            found = self._theatre.speaker_called(speaker)
            self._named[speaker] = speaker if found is None else self._offices[found.id]
        return self._named[speaker]


def in_order(one: Observation) -> tuple[date, date, int, int, str]:
    """Sorts observations the same way whatever order the claims came in."""
    return one.known, one.day, one.place, one.area, one.id


def _of_areas(claim: Claim) -> bool:
    """Whether such a thing can be said of an area as a whole: that it changes hands, or that all of it is held."""
    changes = claim.content.status in (Status.TOOK, Status.LOST) or claim.content.kind is Kind.WITHDRAWAL
    held = claim.content.status is Status.HOLDS and claim.place.precision is PlacePrecision.WHOLE
    return (changes or held) and claim.attribution.stance is Stance.ASSERTS


def _names_a_spot(claim: Claim) -> bool:
    """Whether it names a place smaller than a region, be it known where that lies or not."""
    return claim.place.name is not None and claim.place.precision not in REGIONS


def _given_up(claim: Claim, speaks: int) -> Sort:
    """What it is to say that a side left a whole area: its own word, or that of others. Its opponent only hopes so."""
    if speaks:
        return Sort.ADMISSION
    return Sort.OUTLET if claim.attribution.speaker is None else Sort.INDEPENDENT


def bearing_of(claim: Claim, sign: Mapping[SideId | None, int]) -> tuple[Sort, int, int] | None:
    """Sort, direction and the voice's side: `sign` gives +1 for the measured side, -1 for the other; else 0."""
    content, asserts = claim.content, claim.attribution.stance is Stance.ASSERTS
    speaks = sign.get(claim.attribution.side, 0)
    about = sign.get(content.actor, 0)
    if content.kind in (Kind.ADVANCE, Kind.CONTROL, Kind.CLASH) and _off_km(claim):
        return (Sort.STANDOFF, about, speaks) if about and asserts and _stands_off(claim) else None
    if content.kind is Kind.CONTROL and content.status is not Status.CONTESTED:
        toward = -about if content.status is Status.LOST else about
        found = _control(content.status is Status.TOOK, asserts, toward if asserts else -toward, speaks)
        own_voice = found and found[0] is Sort.INDEPENDENT and claim.attribution.speaker is None
        return (Sort.OUTLET, *found[1:]) if found and own_voice else found
    if content.kind is Kind.CONTROL and asserts and not speaks:
        return Sort.DISPUTED, 0, 0
    if content.kind in (Kind.CLASH, Kind.CONTROL):
        clash = (Sort.ASSAULT, about) if about else (Sort.CONTEST, 0)
        return (*clash, speaks) if asserts else None
    if content.kind is Kind.ADVANCE and about:
        return (Sort.ADVANCE if asserts else Sort.ASSAULT), about, speaks
    leaves = content.kind in HARDLY_STAYS and about and asserts
    return (HARDLY_STAYS[content.kind], -about, speaks) if leaves else None


def _stands_off(claim: Claim) -> bool:
    """Whether it tells where the side that it is about stands, as seen from a place not too far off."""
    says = claim.content.kind is Kind.ADVANCE or claim.content.status is Status.HOLDS
    return says and _off_km(claim) <= FARTHEST_OFF_KM


def _off_km(claim: Claim) -> float:
    """How far from a place it tells that something is, with no word of which way; 0 where it tells no such thing."""
    relation = claim.place.relation
    if relation is None or relation.bearing is not None or claim.place.has_own_name:
        return 0.0
    return relation.distance_km or 0.0


def _control(took: bool, asserts: bool, toward: int, speaks: int) -> tuple[Sort, int, int] | None:
    if toward == 0:
        return None
    if speaks == 0:
        return (Sort.INDEPENDENT if asserts else Sort.OUTLET), toward, 0
    if speaks != toward:
        return (Sort.ADMISSION, toward, speaks) if asserts else None
    return (Sort.CAPTURE if took and asserts else Sort.HOLD), toward, speaks
