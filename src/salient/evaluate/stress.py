"""Change real claims as a side's habits might change, to see whether a method stands what it was not fitted to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from scipy.spatial import cKDTree

from salient.domain.claim import Attribution, Citation, Claim, Content
from salient.domain.days import DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Place, PlaceMatch, PlacePrecision
from salient.domain.side import SideId
from salient.evaluate.control import Floats, daily
from salient.evaluate.tables import Steps

KM_PER_DEGREE = 111.32
NEAREST_KM, FARTHEST_KM = 2.0, 10.0
"""Invented captures lie this far beyond the ground the side holds."""
BUNCHED_DAYS = 10
"""Captures invented for a feast or for talks are told within so many days before."""


@dataclass(frozen=True)
class Overclaiming:
    """How one side runs ahead of the ground between two days.

    Its captures are told earlier, by nothing on `first` and by `lead_days` on `last`. Beside every capture come
    `invented` others, of places it never takes, at any time or bunched before `feasts`; the other side denies a share
    `denied` of those.
    """

    side: SideId
    other: SideId
    first: date
    last: date
    lead_days: float
    invented: float
    denied: float
    feasts: tuple[date, ...] = ()


def is_capture(claim: Claim, side: SideId) -> bool:
    """Whether a side says that it took a place."""
    return (
        claim.content.kind is Kind.CONTROL
        and claim.content.status is Status.TOOK
        and claim.content.actor == side == claim.attribution.side
        and claim.attribution.stance is Stance.ASSERTS
    )


def overclaimed(
    claims: Iterable[Claim], how: Overclaiming, places: Sequence[Place], reference: Steps, seed: int
) -> list[Claim]:
    """The claims as they would stand if the side overclaimed so. `reference` has 1 where the side holds a place."""
    told: list[Claim] = []
    captures: list[Claim] = []
    for claim in claims:
        day = claim.citation.published
        if day is None or not how.first <= day <= how.last or not is_capture(claim, how.side):
            told.append(claim)
            continue
        lead = how.lead_days * (day - how.first) / (how.last - how.first)
        earlier = _on(claim, day - timedelta(round(lead)))
        captures.append(earlier)
        told.append(earlier)
    return [*told, *_invented(captures, how, places, reference, np.random.default_rng(seed))]


def _on(claim: Claim, day: date) -> Claim:
    return replace(claim, citation=replace(claim.citation, published=day), days=DayRange.single(day))


def _invented(
    captures: Sequence[Claim], how: Overclaiming, places: Sequence[Place], reference: Steps, random: np.random.Generator
) -> list[Claim]:
    if not captures:
        return []
    days = [how.first + timedelta(k) for k in range((how.last - how.first).days + 1)]
    held = daily(reference, [place.id for place in places], days, np.zeros(len(places))) >= 0.5
    never = np.nonzero(~held.any(axis=0))[0]
    xy_km = _plane(places)
    found: list[Claim] = []
    told_on = [k for k, day in enumerate(days) if not how.feasts or _bunched(day, how.feasts)]
    for number in range(round(how.invented * len(captures))):
        row = int(random.choice(told_on))
        away = cKDTree(xy_km[held[row]]).query(xy_km[never])[0]
        near = never[(away >= NEAREST_KM) & (away <= FARTHEST_KM)]
        at = places[int(random.choice(near))]
        speaker = captures[int(random.integers(len(captures)))].attribution.speaker
        found.append(_told(f"invented-{number}", at, days[row], how.side, Status.TOOK, speaker, how.side))
        if random.random() < how.denied:
            day = days[min(row + int(random.integers(1, 6)), len(days) - 1)]
            found.append(_told(f"denied-{number}", at, day, how.other, Status.HOLDS, f"Army of {how.other}", how.other))
    return found


def _bunched(day: date, feasts: Sequence[date]) -> bool:
    return any(0 < (feast - day).days <= BUNCHED_DAYS for feast in feasts)


def _told(report: str, at: Place, day: date, actor: SideId, status: Status, speaker: str | None, side: SideId) -> Claim:  # noqa: PLR0913, PLR0917
    return Claim(
        Citation(report, day, "stress"),
        None,
        Content(Kind.CONTROL, status, actor),
        Attribution(speaker, side, Stance.ASSERTS),
        PlaceMatch(at.name, at.lon, at.lat, PlacePrecision.SETTLEMENT),
        DayRange.single(day),
    )


def _plane(places: Sequence[Place]) -> Floats:
    lat, lon = np.array([place.lat for place in places]), np.array([place.lon for place in places])
    plane: Floats = KM_PER_DEGREE * np.column_stack([lon * np.cos(np.radians(float(np.median(lat)))), lat])
    return plane
