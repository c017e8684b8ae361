"""The HTTP API and the page. Read-only, unless it was given a desk and the tokens of those who may use it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from salient import __version__
from salient.pipeline.sent_map import MOST_BYTES as MOST_MAP_BYTES
from salient.serve.bodies import LimitBodies
from salient.serve.desk_routes import NOBODY, Adding, desk_routes
from salient.serve.errors import translate_errors
from salient.serve.map_style import MOUNT, MapStyle
from salient.serve.open_reader import OpenReader
from salient.serve.reader import Reader
from salient.serve.references import reference_routes
from salient.serve.routes import api_routes
from salient.serve.security import SecurityHeaders


def create_app(  # noqa: PLR0913 - what is served, on what ground, and to whom
    reader: Reader,
    today: Callable[[], date],
    page: Path | None = None,
    basemap: Path | None = None,
    adding: Adding = NOBODY,
    *,
    style: MapStyle | None = None,
    references: Mapping[str, Path] = MappingProxyType({}),
) -> FastAPI:
    """Serve what `reader` reads under /api, and the built page in the folder `page` under /, if there is one.

    `today` tells the local day, for what may be shown only some days after it was said. `basemap` is a GeoJSON file
    of land, sea and borders to lie under the map; without one the ground is plain. `style` takes its place. `adding`
    says who may add and correct, and where; by default nobody. `references` are maps of others by name, to lay over.
    """
    app = FastAPI(
        title="Salient",
        version=__version__,
        description="Who most probably controls each settlement on each day, and the quotes behind it.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    shown = OpenReader(reader, today)
    translate_errors(app)
    api = api_routes(shown, basemap, today, accepts=adding.is_open, style=style.address if style else None)
    app.include_router(api, prefix="/api")
    app.include_router(desk_routes(shown, adding, today), prefix="/api")
    app.include_router(reference_routes(shown, references), prefix="/api")
    if style is not None and style.folder is not None:
        app.mount(MOUNT, StaticFiles(directory=style.folder), name="ground")
    if page is not None:
        app.mount("/", StaticFiles(directory=page, html=True), name="page")
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    app.add_middleware(LimitBodies, limits={"/api/compare": MOST_MAP_BYTES})
    app.add_middleware(SecurityHeaders, hosts=style.hosts if style else ())
    return app
