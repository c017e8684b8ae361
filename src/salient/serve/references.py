"""The addresses of maps that others made: laid over ours, with how far the two agree."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import BoundedSemaphore
from typing import Annotated

import shapely
from fastapi import APIRouter, Body, Depends, Query, Request, Response

from salient.domain.errors import MapFileError, UsageError
from salient.front.compare import Agreement
from salient.front.map_file import ControlMap, read_map
from salient.pipeline.comparing import agreement_with, dated_maps
from salient.pipeline.sent_map import read_sent_map
from salient.serve import schema
from salient.serve.cache import Cache
from salient.serve.errors import BusyError, NotFoundError
from salient.serve.reader import Reader

DRAWN_DEGREES = 0.001
"""Outlines are drawn to about 100 m; figures are taken from the map as it is."""
WAIT_SECONDS = 20.0

Day = Annotated[date, Query(description="the day of our map")]
AsOf = Annotated[date | None, Query(description="what could be known on this day; left out: on the day itself")]
Name = Annotated[str, Query(max_length=200, description="the file's name, for messages")]
Map = Annotated[bytes, Body(media_type="application/octet-stream", description="GeoJSON, KML or KMZ")]


@dataclass(frozen=True)
class Laid:
    """A map that others made: its ground of the theatre's measured side, and the day it shows where that is told."""

    name: str
    drawn: date | None
    ground: shapely.MultiPolygon


def named_references(paths: Sequence[Path]) -> Mapping[str, Path]:
    """Maps, and folders of maps named by day, by their own names. Raises UsageError for what is not there."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    return {path.resolve().stem if path.is_file() else path.resolve().name: path for path in paths}


def reference_routes(reader: Reader, references: Mapping[str, Path]) -> APIRouter:
    """Make the router. What is sent is compared and forgotten; one map at a time, since each may be large."""
    errors = {status: {"model": schema.ErrorView} for status in (400, 404, 413, 422, 503)}
    api = APIRouter(responses=errors, dependencies=[Depends(reader.refresh)])  # type: ignore[arg-type]
    cache, turn = Cache(), BoundedSemaphore(1)

    @api.get("/references")
    def configured() -> list[str]:
        """The names of the maps that this server lays over its own."""
        return list(references)

    @api.get("/references/{name}", response_model=schema.ReferenceView)
    def reference(request: Request, name: str, day: Day, as_of: AsOf = None) -> Response:
        """The last map of that name up to the day, and how far ours agrees with it."""
        if name not in references:
            raise NotFoundError(f"no map {name!r} is laid over ours here")
        drawn, file = _file_of(name, references[name], day)

        def make() -> object:
            with _in_turn(turn):
                laid = Laid(name, drawn, _ground(name, lambda: read_map(file, reader.theatre), reader))
                return _view(reader, laid, day, as_of).model_dump(mode="json")

        return cache.answer(request, f"{reader.version}-{file.stat().st_mtime_ns}", f"{file} {day} {as_of}", make)

    @api.post("/compare")
    def compare(body: Map, day: Day, name: Name = "the map", as_of: AsOf = None) -> schema.ReferenceView:
        """Compare a map with ours. Nothing is stored."""
        with _in_turn(turn):
            laid = Laid(name, None, _ground(name, lambda: read_sent_map(name, body, reader.theatre), reader))
            return _view(reader, laid, day, as_of)

    return api


@contextmanager
def _in_turn(turn: BoundedSemaphore) -> Iterator[None]:
    if not turn.acquire(timeout=WAIT_SECONDS):
        raise BusyError("other maps are being compared; try again in a minute")
    try:
        yield
    finally:
        turn.release()


def _file_of(name: str, path: Path, day: date) -> tuple[date | None, Path]:
    """The last map of a folder up to the day, with the day in its name; a file as it is."""
    try:
        return dated_maps(path, day)[-1] if path.is_dir() else (None, path)
    except MapFileError as error:
        raise NotFoundError(f"{name}: {error.reason}") from error


def _ground(name: str, read: Callable[[], ControlMap], reader: Reader) -> shapely.MultiPolygon:
    """Raises MapFileError with the name that readers know: paths are nobody's business."""
    try:
        return read().ground(reader.theatre.measured_side)
    except MapFileError as error:
        raise MapFileError(name, error.reason) from error


def _view(reader: Reader, laid: Laid, day: date, as_of: date | None) -> schema.ReferenceView:
    front = reader.front(day, as_of)
    if front is None:
        raise NotFoundError(f"{day}: no day that is assessed")
    places = reader.places()
    agreement = agreement_with(front, laid.ground, places, reader.theatre)
    names = {place.id: place.name for place in places}
    outline = shapely.get_parts(shapely.simplify(laid.ground, DRAWN_DEGREES))
    return schema.ReferenceView(
        name=laid.name,
        drawn=laid.drawn,
        day=day,
        side=reader.theatre.measured_side,
        agreement=_agreement(agreement, names),
        outline=[[_points(ring) for ring in (part.exterior, *part.interiors)] for part in outline if not part.is_empty],
    )


def _agreement(found: Agreement, names: Mapping[str, str]) -> schema.AgreementView:
    counted = found.settlements
    line = found.line
    return schema.AgreementView(
        settlements=counted.both + counted.only_ours + counted.only_theirs + counted.neither,
        same=counted.both + counted.neither,
        differ=[schema.NamedView(id=one, name=names[one]) for one in found.disputed],
        overlap=found.iou_near,
        only_ours_km2=round(found.only_ours_km2, 1),
        only_theirs_km2=round(found.only_theirs_km2, 1),
        line_mean_km=None if line is None else round(line.mean_km, 2),
        line_p95_km=None if line is None else round(line.p95_km, 2),
    )


def _points(ring: shapely.LinearRing) -> list[tuple[float, float]]:
    return [(round(lon, 4), round(lat, 4)) for lon, lat in shapely.get_coordinates(ring).tolist()]
