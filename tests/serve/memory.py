"""A reader that holds a small invented theatre in memory: what the server is tested against."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from salient.assess.intervals import Median, Share
from salient.assess.observation import Sort
from salient.assess.track import Record
from salient.domain.assessment import CONTESTED, Assessment, Evidence
from salient.domain.asset import AssetStatus
from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.corrected import correct
from salient.domain.correction import Correction, Entry
from salient.domain.days import DayRange
from salient.domain.front import Front, FrontLine, Salient
from salient.domain.interval import Interval
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Place, PlaceMatch, PlacePrecision
from salient.domain.report import Wording
from salient.domain.theatre import Theatre
from salient.domain.timeline import DayCounts, Span, Step
from salient.export.corrections import Corrected
from salient.theatre.load import load_theatre

FIRST, LAST = date(2025, 11, 1), date(2025, 12, 10)
TODAY = date(2026, 1, 1)
MARKUP = '<img src=x onerror="document.title=1"><b>bold</b>'


@dataclass
class MemoryReader:
    """Probabilities are the prior and one row per control claim known by then; no ageing, no neighbours."""

    theatre: Theatre
    settlements: tuple[Place, ...]
    stored: tuple[Claim, ...]
    prior_nats: Mapping[str, float] = field(default_factory=dict)
    corrected: tuple[Entry, ...] = ()
    version: str = "memory-1"
    gazetteer: str = "register 1, index g-1"
    asked: int = 0

    def refresh(self) -> "MemoryReader":
        self.asked += 1
        return self

    def span(self) -> Span | None:
        return Span(FIRST, LAST) if self.settlements else None

    def places(self) -> Sequence[Place]:
        return self.settlements

    def place_names(self) -> Mapping[str, Sequence[str]]:
        return {"p-pokrovsk": ("Покровськ", "Красноармейск")}

    def steps(self, as_of: date | None) -> Iterable[Step]:
        for place in self.settlements:
            days = {FIRST} | {_published(claim) for claim in self.stored if claim.place.place_id == place.id}
            for day in sorted(days):
                assessment = self.assessment(place.id, day, as_of)
                if assessment and FIRST <= day <= LAST:
                    yield Step(place.id, day, assessment.posterior)

    def place_steps(self, place_id: str, as_of: date | None) -> Sequence[Step]:
        return [step for step in self.steps(as_of) if step.place_id == place_id]

    def assessment(self, place_id: str, day: date, as_of: date | None) -> Assessment | None:
        place = next((place for place in self.settlements if place.id == place_id), None)
        if place is None or not FIRST <= day <= LAST:
            return None
        known = min(as_of or day, day)
        west, east = self.theatre.sides[::-1], self.theatre.sides
        lean = (37.2 - place.lon) * 6
        prior = {west[0]: lean, east[0]: -lean, CONTESTED: 0.0}
        rows = [
            Evidence(claim.attribution.speaker or "outlet", {claim.content.actor: 2.0}, claim.id, note="control")
            for claim in self.place_claims(place_id, known)
            if claim.content.actor and claim.attribution.stance is Stance.ASSERTS
        ]
        return Assessment(place_id, day, as_of or day, prior, tuple(rows))

    def place_claims(self, place_id: str, until: date, known: date | None = None) -> Sequence[Claim]:
        return [claim for claim in self.claims(until, known=known) if claim.place.place_id == place_id]

    def claims(self, until: date, since: date | None = None, known: date | None = None) -> Sequence[Claim]:
        found = (claim for claim in self.stored if (since or date.min) <= _published(claim) <= until)
        made = [entry.correction for entry in self.corrected if entry.in_force(known or until)]
        standing = (correct(claim, [one for one in made if one.subject.claim == claim.id]) for claim in found)
        return sorted((claim for claim in standing if claim is not None), key=_published)

    def corrected_later(self, claim: Claim, known: date) -> Sequence[Correction]:
        made = (entry.correction for entry in self.corrected if entry.reversal is None)
        return [one for one in made if one.subject.claim == claim.id and one.day > known]

    def corrections(self, as_of: date | None) -> Sequence[Corrected]:
        told = {claim.id: claim for claim in self.stored}
        known = [entry for entry in self.corrected if as_of is None or entry.correction.day <= as_of]
        return [Corrected(entry, (told[entry.correction.subject.claim or ""],)) for entry in known[::-1]]

    def front(self, day: date, as_of: date | None) -> Front | None:
        if not FIRST <= day <= LAST:
            return None
        shift = 0.002 * (day - FIRST).days
        line = tuple((37.2 - shift + 0.03 * (i % 2), 48.0 + 0.05 * i) for i in range(12))
        west = (*line, (36.6, 48.55), (36.6, 48.0), line[0])
        east = (*line, (37.9, 48.55), (37.9, 48.0), line[0])
        areas = {self.theatre.sides[0]: ((east,),), self.theatre.sides[1]: ((west,),)}
        return Front(day, as_of or day, areas, (), (FrontLine(line, 1.5),), ())

    def salients(self, day: date, as_of: date | None) -> Sequence[Salient]:
        ring = ((37.2, 48.0), (37.4, 48.0), (37.4, 48.1), (37.2, 48.1), (37.2, 48.0))
        return [Salient(self.theatre.sides[0], "Village 21", (ring,), 160.0, 8.0, 15.0, FIRST)]

    def areas_km2(self, day: date, as_of: date | None) -> Mapping[str, Interval]:
        first, second = self.theatre.sides
        return {first: Interval(1000.0, 900.0, 1100.0), second: Interval(2000.0, 1900.0, 2100.0)}

    def days(self) -> Sequence[DayCounts]:
        first, second = self.theatre.sides
        return [
            DayCounts(
                day,
                {side: sum(c.attribution.side == side for c in self.claims(day, day)) for side in self.theatre.sides},
                {first: 1000.0 + 3 * i, second: 2000.0 - 3 * i, CONTESTED: 50.0}
                if i
                else {first: 300.0, second: 100.0},
            )
            for i, day in enumerate(FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
        ]

    def asset_statuses(self, until: date) -> Sequence[AssetStatus]:
        return [
            AssetStatus(claim.content.asset, _published(claim), claim.content.status, claim.id)
            for claim in self.claims(until)
            if claim.content.asset and claim.content.status
        ]

    def track_records(self, until: date, known: date | None, least: int) -> Sequence[Record]:
        record = Record(
            speaker="Defence Ministry",
            side=self.theatre.sides[0],
            sort=Sort.CAPTURE,
            claims=12,
            confirmed=Share(6, 10),
            contradicted=1,
            pending=2,
            delay_days=Median(11.0, 4.0, 23.0),
            trusted=0.62,
        )
        return [record] if record.claims >= least else []


def pokrovsk_reader() -> MemoryReader:
    """Forty settlements on a grid around a town whose capture one side announces and the other denies."""
    theatre = load_theatre("ukraine")
    town = Place("p-pokrovsk", "Pokrovsk", 37.18, 48.28, population=60_000, region="Donetsk Oblast")
    grid = tuple(
        Place(f"p-{x}-{y}", f"Village {x}{y}", 36.9 + 0.09 * x, 48.05 + 0.09 * y, population=500 + 10 * x)
        for x in range(8)
        for y in range(5)
    )
    return MemoryReader(theatre, (town, *grid), _town_claims(theatre, town))


def _town_claims(theatre: Theatre, town: Place) -> tuple[Claim, ...]:
    first, second = theatre.sides
    capture, defence = Content(Kind.CONTROL, Status.TOOK, first), Content(Kind.CONTROL, Status.HOLDS, second)
    took = _claim(town, _says(first), capture, 1, "The town has been taken completely.")
    denied = _claim(town, _says(second, Stance.DENIES), capture, 2, "Reports of its capture are not true.")
    holds = _claim(town, _says(second), defence, 2, f"We hold the north. {MARKUP}")
    told = _claim(
        town, _says("independent"), Content(Kind.CONTROL, Status.CONTESTED), 3, "The mapper shows a grey zone."
    )
    told = replace(told, citation=replace(told.citation, wording=Wording.RETOLD))
    stopped = Content(Kind.ASSET, Status.SUSPENDED, None, theatre.assets[0].id)
    return took, denied, holds, told, _claim(town, _says("independent"), stopped, 4, "The mine has stopped.")


def _says(side: str, stance: Stance = Stance.ASSERTS) -> Attribution:
    return Attribution(f"Ministry of {side}", side, stance)


def _claim(place: Place, attribution: Attribution, content: Content, day: int, text: str) -> Claim:
    said, side = date(2025, 12, day), attribution.side
    return Claim(
        citation=Citation(f"report-{side}-{day}", said, "Daily Ledger", f"https://ledger.example/{side}/{day}"),
        quote=Quote(text, 0, len(text)),
        content=content,
        attribution=attribution,
        place=PlaceMatch(place.name, place.lon, place.lat, PlacePrecision.SETTLEMENT, place.id),
        days=DayRange.single(said),
    )


def _published(claim: Claim) -> date:
    return claim.citation.published or date.min
