"""Track records: what came of the claims of each speaker, by the word of those who do not share its side.

Out of time: a claim is judged by what was published by `until` only, and counts once its horizon has passed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from salient.assess.credit import Credit
from salient.assess.intervals import Median, Share
from salient.assess.observation import Observation, Sort
from salient.assess.parameters import load_parameters
from salient.domain.side import SideId

HORIZON_DAYS = 90
LAG_DAYS = 60
"""A confirmation may be older than the claim: the claim then came late."""
JUDGES = (Sort.ADMISSION, Sort.INDEPENDENT, Sort.HOLD, Sort.CAPTURE, Sort.OUTLET)
JUDGED = (Sort.CAPTURE, Sort.HOLD, Sort.ADMISSION, Sort.INDEPENDENT)
LEAST_CLAIMS = 3
"""Of a speaker who made fewer claims of a sort there is little to tell."""
SAME_CLAIM_DAYS = 60
"""A speaker who says the same of a place again within this time has made one claim."""


@dataclass(frozen=True, slots=True)
class Record:
    """What came of one speaker's claims of one sort. `pending` are too young to be judged, borne out already or not.

    `confirmed` is of those judged, as young claims are not lost yet; `contradicted` those of them that others spoke
    against and none bore out.
    `delay_days` runs from the claim to its confirmation: negative where the speaker came after it.
    """

    speaker: str
    side: SideId
    sort: Sort
    claims: int
    confirmed: Share
    contradicted: int
    pending: int
    delay_days: Median
    trusted: float | None
    """The share of such claims of the speaker that the assessment takes to hold when made, by what it has learned."""

    @property
    def unanswered(self) -> int:
        """Of those judged, the claims that nobody of another side spoke of."""
        return self.confirmed.whole - self.confirmed.part - self.contradicted


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one claim by some day: the first that bore it out, the last that spoke against it."""

    claim: Observation
    borne_out: Observation | None
    against: Observation | None

    def delay_days(self) -> int | None:
        return None if self.borne_out is None else (self.borne_out.known - self.claim.known).days


def outcomes(seen: Iterable[Observation], until: date, horizon_days: int = HORIZON_DAYS) -> list[Outcome]:
    """What came of every first claim about who holds or took a place, by what was published by `until`."""
    known = sorted((one for one in seen if one.known <= until and one.place >= 0), key=lambda one: (one.known, one.id))
    by_place: dict[int, list[Observation]] = {}
    for one in known:
        by_place.setdefault(one.place, []).append(one)
    last: dict[tuple[str, int, int], date] = {}
    found = []
    for one in known:
        if one.sort not in JUDGED:
            continue
        key = (one.voice, one.place, one.toward)
        again = key in last and (one.known - last[key]).days <= SAME_CLAIM_DAYS
        last[key] = one.known
        if not again:
            found.append(_outcome(one, by_place[one.place], horizon_days))
    return found


def track_records(
    seen: Iterable[Observation], until: date, names: Mapping[str, str], horizon_days: int = HORIZON_DAYS
) -> list[Record]:
    """One record per voice and sort of claim, those with most claims first. `names` are the names of offices by id."""
    seen = list(seen)
    credit = Credit.after(seen, until, load_parameters())
    groups: dict[tuple[str, SideId, Sort], list[Outcome]] = {}
    for one in outcomes(seen, until, horizon_days):
        said = one.claim
        groups.setdefault((said.voice, said.claim.attribution.side, said.sort), []).append(one)
    records = []
    for (voice, side, sort), group in groups.items():
        judged = [one for one in group if _judged(one, until, horizon_days)]
        records.append(_record(names.get(voice, voice), side, sort, group, judged, credit))
    return sorted(records, key=lambda record: (-record.claims, record.speaker, record.sort))


def _outcome(one: Observation, told: Sequence[Observation], horizon_days: int) -> Outcome:
    borne_out = against = None
    for other in told:
        delay = (other.known - one.known).days
        if not -LAG_DAYS <= delay <= horizon_days or other.sort not in JUDGES or other.voice == one.voice:
            continue
        if other.speaks == one.speaks != 0:
            continue
        if other.toward == one.toward and borne_out is None:
            borne_out = other
        elif other.toward == -one.toward and delay >= 0:
            against = other
    return Outcome(one, borne_out, against)


def _judged(one: Outcome, until: date, horizon_days: int) -> bool:
    return (until - one.claim.known).days >= horizon_days


def _record(  # noqa: PLR0913, PLR0917
    speaker: str, side: SideId, sort: Sort, group: Sequence[Outcome], judged: Sequence[Outcome], credit: Credit
) -> Record:
    confirmed = [one for one in judged if one.borne_out is not None]
    delays = [delay for one in confirmed if (delay := one.delay_days()) is not None]
    return Record(
        speaker=speaker,
        side=side,
        sort=sort,
        claims=len(group),
        confirmed=Share(len(confirmed), len(judged)),
        contradicted=sum(one.borne_out is None and one.against is not None for one in judged),
        pending=len(group) - len(judged),
        delay_days=Median.of(delays),
        trusted=credit.worth(group[-1].claim),
    )
