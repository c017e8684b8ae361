"""The addresses under /api."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from salient import __version__
from salient.assess.track import LEAST_CLAIMS
from salient.domain.timeline import Span
from salient.serve import schema
from salient.serve.boards import assets_board, disputes_board, sources_board
from salient.serve.cache import Cache
from salient.serve.columns import place_columns, step_columns
from salient.serve.distance import distance_columns
from salient.serve.errors import NotFoundError
from salient.serve.find import find
from salient.serve.front_view import front_geojson, salient_view
from salient.serve.open_reader import OpenReader
from salient.serve.panel import find_place, outcomes_of, place_history, place_panel
from salient.serve.strip import day_columns
from salient.theatre.packs import known_packs

Day = Annotated[date, Query(description="the day shown")]
AsOf = Annotated[date | None, Query(description="what could be known on this day; left out: on each day itself")]


def api_routes(
    reader: OpenReader, basemap: Path | None, today: Callable[[], date], *, accepts: bool, style: str | None = None
) -> APIRouter:
    """Make the router over one reader; big answers are computed once per version of the data.

    `accepts` is told to the page: whether people with a token may add and correct here,
    and `style`: the address of the map style that lies under the map.
    """
    api = APIRouter(
        dependencies=[Depends(reader.refresh)],
        responses={400: {"model": schema.ErrorView}, 404: {"model": schema.ErrorView}},
    )
    cache = Cache()

    def span() -> Span:
        found = reader.span()
        if found is None:
            raise NotFoundError("nothing has been assessed yet: add reports first")
        return found

    @api.get("/theatre")
    def theatre() -> schema.TheatreView:
        return _theatre(reader, style, accepts=accepts)

    @api.get("/places", response_model=schema.PlacesView)
    def places(request: Request) -> Response:
        return cache.answer(request, reader.version, "places", lambda: place_columns(reader.places()))

    @api.get("/steps", response_model=schema.StepsView)
    def steps(request: Request, as_of: AsOf = None) -> Response:
        days = span()
        return cache.answer(
            request,
            reader.version,
            f"steps {as_of}",
            lambda: step_columns(reader.places(), reader.steps(as_of), outcomes_of(reader), days.first, days.last),
        )

    @api.get("/days", response_model=schema.DaysView)
    def days(request: Request) -> Response:
        return cache.answer(request, reader.version, "days", lambda: day_columns(reader, span()))

    @api.get("/basemap")
    def ground(request: Request) -> Response:
        """The quiet ground under the map, as GeoJSON; empty where the theatre has none."""
        return cache.answer(request, __version__, "basemap", lambda: _ground(basemap))

    @api.get("/front")
    def front(request: Request, day: Day, as_of: AsOf = None) -> Response:
        """The line, the contested band and the areas of a day, as GeoJSON."""
        return cache.answer(
            request,
            reader.version,
            f"front {day} {as_of}",
            lambda: front_geojson(reader.front(day, as_of), reader.areas_km2(day, as_of)),
        )

    @api.get("/salients")
    def salients(day: Day, as_of: AsOf = None) -> list[schema.SalientView]:
        """Ground of one side that reaches into the other's through a narrow base, the largest first."""
        return [salient_view(salient) for salient in reader.salients(day, as_of)]

    @api.get("/places/{place_id}")
    def panel(place_id: str, day: Day, as_of: AsOf = None) -> schema.PanelView:
        return place_panel(reader, place_id, day, as_of, today())

    @api.get("/places/{place_id}/history")
    def history(place_id: str, as_of: AsOf = None) -> schema.HistoryView:
        return place_history(reader, place_id, as_of, today())

    @api.get("/places/{place_id}/distance", response_model=schema.DistanceView)
    def distance(request: Request, place_id: str, as_of: AsOf = None) -> Response:
        """How far the line was from a settlement, on days evenly spread over all."""
        place, days = find_place(reader, place_id), span()
        return cache.answer(
            request,
            reader.version,
            f"distance {place_id} {as_of}",
            lambda: distance_columns(reader, place, days, as_of),
        )

    @api.get("/search")
    def search(q: Annotated[str, Query(max_length=100)]) -> list[schema.FoundView]:
        return find(reader, q)

    @api.get("/disputes")
    def disputes(day: Day, as_of: AsOf = None) -> list[schema.DisputeView]:
        return disputes_board(reader, day, as_of)

    @api.get("/sources")
    def sources(
        day: Day, as_of: AsOf = None, least: Annotated[int, Query(ge=1)] = LEAST_CLAIMS
    ) -> list[schema.RecordView]:
        return sources_board(reader, day, as_of, least)

    @api.get("/assets")
    def assets(day: Day) -> list[schema.AssetView]:
        return assets_board(reader, day, today())

    return api


def _ground(file: Path | None) -> Any:
    if file is None or not file.is_file():
        return {"type": "FeatureCollection", "features": []}
    return json.loads(file.read_text(encoding="utf-8"))


def _theatre(reader: OpenReader, style: str | None, *, accepts: bool) -> schema.TheatreView:
    theatre, days = reader.theatre, reader.span()
    box = theatre.bounds
    return schema.TheatreView(
        id=theatre.id,
        name=theatre.name,
        time_zone=theatre.time_zone,
        sides=[schema.SideView(id=side.id, name=side.name, adjective=side.adjective) for side in theatre.belligerents],
        outcomes=list(outcomes_of(reader)),
        measured_side=theatre.measured_side,
        bounds=(box.west, box.south, box.east, box.north),
        first=days.first if days else None,
        last=days.last if days else None,
        publish_delay_days=theatre.publish_delay_days,
        withheld=[
            schema.WithheldView(reason=a.reason, until=a.until, area=[list(ring) for ring in a.polygon])
            for a in reader.withheld
        ],
        version=reader.version,
        software=__version__,
        gazetteer=reader.gazetteer,
        map_style=style,
        languages=known_packs("languages"),
        accepts=accepts,
    )
