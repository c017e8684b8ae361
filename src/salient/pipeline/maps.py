"""Other people's maps as reports of a mapper: its claims are who holds the settlements inside its areas."""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import shapely

from salient.clean.dating import date_report
from salient.clean.page import Given
from salient.domain.assessment import CONTESTED
from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import UNKNOWN_DAYS, DayRange
from salient.domain.errors import InputError, ReportError, UsageError
from salient.domain.gathered import Gathered
from salient.domain.kind import Kind, Stance, Status
from salient.domain.page import RawPage
from salient.domain.place import Place, PlaceMatch, PlacePrecision
from salient.domain.report import Report, Wording
from salient.domain.side import INDEPENDENT, SideId
from salient.domain.theatre import NOBODY, MapLegend, Theatre
from salient.front.map_file import ControlMap, read_map
from salient.gather.maps import map_suffix
from salient.gazetteer import Gazetteer


@dataclass(frozen=True)
class MapReader:
    """Reads maps for one theatre. `legend` stands above the pack's, None: the pack's are tried."""

    theatre: Theatre
    gazetteer: Gazetteer
    legend: MapLegend | None = None

    def read(self, page: RawPage, given: Given) -> Gathered:
        """The report that a map is: a line a settlement, each the quote of a claim.

        Dated by the user, or by a day in the file's name or address; the mapper is the outlet. Raises ReportError for
        a map that cannot be read or shows nothing of this theatre.
        """
        shown = self._shown(page)
        held = _inside(shown, self._settlements())
        if not held:
            raise ReportError(page.name, "no settlement of this theatre lies within its areas")
        outlet = given.outlet or page.told.outlet or page.stem
        dated = date_report(given.published, None, None, page.url or f"/{Path(page.name).name}", "")
        if dated.day is not None and dated.day > given.today:
            raise ReportError(page.name, f"published in the future ({dated.day}, today is {given.today})")
        lines = [f"{place.name}: {_words(side, self.theatre)}." for place, side in held]
        report = Report(
            id=page.stem,
            text="\n".join(lines),
            lang="en",
            outlet=outlet,
            published=dated.day,
            url=page.url,
            title=f"Map of {outlet}",
            wording=Wording.RETOLD,
            day_origin=dated.origin,
            flags=dated.flags,
        )
        claims = tuple(self._claims(report, held, lines))
        return Gathered(page.name, report, page.capture, claims)

    def _shown(self, page: RawPage) -> ControlMap:
        theatre = self.theatre
        if self.legend is not None:
            theatre = replace(theatre, map_legends=(self.legend, *theatre.map_legends))
        try:
            with _as_file(page) as path:
                return read_map(path, theatre)
        except InputError as error:
            raise ReportError(page.name, error.reason) from error

    def _settlements(self) -> list[Place]:
        return sorted(self.gazetteer.settlements(self.theatre.bounds), key=lambda place: place.id)

    def _claims(self, report: Report, held: list[tuple[Place, SideId]], lines: list[str]) -> Iterator[Claim]:
        attribution = self._attribution(report.outlet or "")
        days = UNKNOWN_DAYS if report.published is None else DayRange.single(report.published)
        start = 0
        for (place, side), line in zip(held, lines, strict=True):
            contested = side == CONTESTED
            content = Content(
                Kind.CONTROL, Status.CONTESTED if contested else Status.HOLDS, None if contested else side
            )
            match = PlaceMatch(place.name, place.lon, place.lat, PlacePrecision.SETTLEMENT, place.id)
            quote = Quote(line, start, start + len(line))
            yield Claim(Citation.of(report), quote, content, attribution, match, days)
            start += len(line) + 1

    def _attribution(self, outlet: str) -> Attribution:
        """The mapper's own voice, on the side that the pack knows it to be on."""
        if speaker := self.theatre.speaker_called(outlet):
            return Attribution(outlet, speaker.side, Stance.ASSERTS, (), speaker.id)
        known = self.theatre.outlet_called(outlet)
        return Attribution(None, known.side if known else INDEPENDENT, Stance.ASSERTS)


def parse_legend(text: str, theatre: Theatre) -> MapLegend | None:
    """Read "status: occupied=A, unknown=contested": this value of the property means that side. Raises UsageError."""
    if not text:
        return None
    name, separator, pairs = text.partition(":")
    values = dict(part.strip().split("=", 1) for part in pairs.split(",") if "=" in part)
    allowed = {*theatre.sides, CONTESTED, NOBODY}
    if not separator or not values or not set(values.values()) <= allowed:
        sides = ", ".join(sorted(allowed))
        raise UsageError(f"--legend: {text!r} is not PROPERTY: VALUE=SIDE, VALUE=SIDE with sides of {sides}")
    return MapLegend(name.strip(), values)


def _inside(shown: ControlMap, places: list[Place]) -> list[tuple[Place, SideId]]:
    """The places within any area, and whose it is; contested ground goes first where areas overlap."""
    lon, lat = np.array([place.lon for place in places]), np.array([place.lat for place in places])
    found: dict[int, SideId] = {}
    for side, ground in ((CONTESTED, shown.contested), *sorted(shown.held.items())):
        shapely.prepare(ground)
        for number in np.flatnonzero(shapely.contains_xy(ground, lon, lat)):
            found.setdefault(int(number), side)
    return [(places[number], found[number]) for number in sorted(found)]


def _words(side: SideId, theatre: Theatre) -> str:
    if side == CONTESTED:
        return "contested"
    return f"held by {next(one.name for one in theatre.belligerents if one.id == side)}"


@contextlib.contextmanager
def _as_file(page: RawPage) -> Iterator[Path]:
    """Readers of maps want a file. A Shapefile is several: it is read where it lies."""
    suffix = map_suffix(page.body, page.name)
    if suffix == ".shp":
        yield Path(page.name)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"map{suffix}"
        path.write_bytes(page.body)
        yield path
