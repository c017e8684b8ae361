"""A war with known truth, to see whether the assessment recovers it. Shares no code with the assessment.

Places lie on a grid. One side gains ground from west to east, row by row, at its own pace. Each side announces what it
takes, at times early, at times falsely; the other side denies, or admits what it lost; outlets copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from salient.domain.claim import Attribution, Citation, Claim, Content
from salient.domain.days import DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Place, PlaceMatch, PlacePrecision
from salient.domain.theatre import Belligerent, Bounds, Theatre

FIRST = date(2001, 1, 1)
ATTACKER, DEFENDER = "A", "B"
SPOKESMAN, BOASTER = "Spokesman", "Boaster"


@dataclass(frozen=True)
class War:
    """The rates of a simulated war; shares are 0 to 1.

    Of the attacker's captures a share `announced` is told; of those a share `early` about `lead_days` before they
    happen, the rest on the day. Beside them come `false_per_true` announcements of places that do not fall within the
    war. The defender denies an untrue announcement with the chance `denied`, and admits a loss with the chance
    `admitted` about `admission_lag_days` after it. Each claim is reprinted by `copies` outlets. Of the attacker's two
    speakers the spokesman tells what is taken; what is not, a boaster tells with the chance `boasted`.
    """

    columns: int = 24
    rows: int = 12
    days: int = 240
    start_column: int = 8
    days_per_column: float = 25.0
    announced: float = 0.6
    early: float = 0.3
    lead_days: float = 20.0
    false_per_true: float = 0.2
    denied: float = 0.3
    admitted: float = 0.3
    admission_lag_days: float = 3.0
    copies: int = 0
    boasted: float = 0.0


@dataclass(frozen=True)
class Simulated:
    """What happened and what was said. `truth` has shape (days, places): whether the attacker holds the place."""

    war: War
    theatre: Theatre
    places: tuple[Place, ...]
    truth: npt.NDArray[np.bool_]
    claims: tuple[Claim, ...]
    true_announcements: int
    early_announcements: int
    false_announcements: int

    @property
    def baseline(self) -> dict[str, float]:
        return {place.id: float(held) for place, held in zip(self.places, self.truth[0], strict=True)}

    @property
    def last(self) -> date:
        return FIRST + timedelta(self.war.days - 1)


@dataclass
class _Teller:
    """Collects claims; numbers reports so that ids are told apart."""

    places: Sequence[Place]
    copies: int
    claims: list[Claim] = field(default_factory=list)

    def tell(  # noqa: PLR0913, PLR0917
        self, side: str, place: int, day: int, status: Status, stance: Stance = Stance.ASSERTS, who: str = SPOKESMAN
    ) -> None:
        """Side tells, on a day, that the attacker took (or holds) a place, or denies it."""
        at, on = self.places[place], FIRST + timedelta(day)
        for copy in range(self.copies + 1):
            self.claims.append(
                Claim(
                    Citation(f"report-{len(self.claims)}", on, f"Outlet {copy}"),
                    None,
                    Content(Kind.CONTROL, status, ATTACKER),
                    Attribution(f"{who} of {side}", side, stance),
                    PlaceMatch(at.name, at.lon, at.lat, PlacePrecision.SETTLEMENT),
                    DayRange.single(on),
                )
            )


def simulate(war: War, seed: int) -> Simulated:
    """Let a war happen and be told of. The same seed gives the same war."""
    random = np.random.default_rng(seed)
    places = _grid(war)
    fall = _days_of_fall(war, random)
    truth = fall[None, :] <= np.arange(war.days)[:, None]
    teller = _Teller(places, war.copies)
    taken = np.nonzero((fall > 0) & (fall < war.days))[0]
    true = early = 0
    for place in taken[random.random(len(taken)) < war.announced]:
        is_early = random.random() < war.early
        lead = int(1 + random.exponential(war.lead_days)) if is_early else 0
        day = int(fall[place]) - lead
        if day < 0:
            continue
        true, early = true + 1, early + int(is_early)
        teller.tell(ATTACKER, int(place), day, Status.TOOK)
        if is_early and random.random() < war.denied:
            teller.tell(DEFENDER, int(place), day, Status.TOOK, Stance.DENIES)
    false = _false_announcements(war, fall, round(true * war.false_per_true), teller, random)
    for place in taken[random.random(len(taken)) < war.admitted]:
        day = int(fall[place] + random.exponential(war.admission_lag_days))
        if day < war.days:
            teller.tell(DEFENDER, int(place), day, Status.HOLDS)
    return Simulated(war, _theatre(), tuple(places), truth, tuple(teller.claims), true, early, false)


def _false_announcements(
    war: War, fall: npt.NDArray[np.float64], wanted: int, teller: _Teller, random: np.random.Generator
) -> int:
    """Announce places near the front that do not fall; the defender denies some. Returns how many."""
    told = 0
    for day in random.integers(0, war.days, wanted):
        column = fall.reshape(war.columns, war.rows)
        standing = np.nonzero(fall >= war.days)[0]
        line = (column <= day).sum(axis=0)
        near = [p for p in standing.tolist() if 0 <= p // war.rows - line[p % war.rows] <= 2]
        if not near:
            continue
        place = int(random.choice(near))
        boasts = war.boasted and random.random() < war.boasted
        teller.tell(ATTACKER, place, int(day), Status.TOOK, who=BOASTER if boasts else SPOKESMAN)
        told += 1
        if random.random() < war.denied:
            teller.tell(DEFENDER, place, int(day), Status.TOOK, Stance.DENIES)
    return told


def _days_of_fall(war: War, random: np.random.Generator) -> npt.NDArray[np.float64]:
    """The day each place falls, 0 where it is held from the start. Neighbouring rows move at like paces.

    A place falls some days after the one before it in its row (gamma distributed), and not long before those beside it:
    fronts are coherent.
    """
    pace = np.convolve(random.uniform(0.4, 1.6, war.rows + 4), np.ones(5) / 5, "valid") * war.days_per_column
    gaps = random.gamma(4.0, pace / 4.0, (war.columns, war.rows))
    gaps[: war.start_column] = 0.0
    days = np.cumsum(gaps, axis=0)
    padded = np.pad(days, ((0, 0), (1, 1)), mode="edge")
    smooth = (padded[:, :-2] + 2.0 * padded[:, 1:-1] + padded[:, 2:]) / 4.0
    return np.ceil(smooth).ravel()


def _grid(war: War) -> list[Place]:
    """Settlements some 4 km apart, with names that no other of them is like."""
    letters = "bdfgklmnprstvz"
    return [
        Place(
            f"{x}-{y}",
            f"{letters[x % 14]}{'aeiou'[y % 5]}{letters[(x // 14 + 3 * y) % 14]}o{letters[y % 14]}{x}x{y}".title(),
            20.0 + 0.052 * x,
            45.0 + 0.036 * y,
        )
        for x in range(war.columns)
        for y in range(war.rows)
    ]


def _theatre() -> Theatre:
    sides = tuple(Belligerent(side, f"Side {side}", f"{side}-ish", {}) for side in (ATTACKER, DEFENDER))
    return Theatre("simulated", "Simulated", "UTC", (), Bounds(-180, -90, 180, 90), sides, ATTACKER, 0, (), (), ())
