"""A war made up of a few sentences, over real places, for the tests of the pipeline."""

from dataclasses import dataclass, field
from datetime import date

from salient.clean.page import Given
from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import DayRange
from salient.domain.errors import ReportError
from salient.domain.gathered import Gathered
from salient.domain.kind import Kind, Stance, Status
from salient.domain.page import RawPage
from salient.domain.place import Bearing, PlaceMatch, PlacePrecision, Relation
from salient.domain.rejection import Rejection, Stage
from salient.domain.report import Report

POKROVSK = PlaceMatch("Pokrovsk", 37.18, 48.28, PlacePrecision.SETTLEMENT, "geonames:704422")
PISHCHANE = PlaceMatch("Pishchane", 37.107, 48.22, PlacePrecision.RELATION, None, Relation("Pokrovsk", 8.0, Bearing.SW))


def report(name: str, day: date | None, text: str) -> Report:
    return Report(name, text, "en", "The Herald", day)


def claim(
    of: Report,
    side: str,
    actor: str,
    stance: Stance = Stance.ASSERTS,
    place: PlaceMatch = POKROVSK,
    kind: Kind = Kind.CONTROL,
) -> Claim:
    day = of.published or date(2025, 1, 1)
    return Claim(
        Citation.of(of),
        Quote(of.text, 0, len(of.text)),
        Content(kind, Status.TOOK if kind is Kind.CONTROL else None, actor),
        Attribution({"RU": "the Kremlin", "UA": "the General Staff"}.get(side), side, stance),
        place,
        DayRange.single(day),
    )


@dataclass(frozen=True)
class Found:
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()


@dataclass
class Reader:
    """Finds what the first word of a report says, and counts how often it was asked."""

    asked: list[str] = field(default_factory=list)

    def read(self, of: Report) -> Found:
        self.asked.append(of.id)
        match of.text.split()[0]:
            case "took":
                return Found((claim(of, "RU", "RU"),))
            case "denied":
                return Found((claim(of, "UA", "RU", Stance.DENIES),))
            case "village":
                return Found((claim(of, "RU", "RU", place=PISHCHANE),))
            case _:
                return Found((), (Rejection(of.id, Stage.LOCATE, "no place", of.text),))


class NoMaps:
    """Refuses every map."""

    def read(self, page: RawPage, given: Given) -> Gathered:
        raise ReportError(page.name, "a map")
