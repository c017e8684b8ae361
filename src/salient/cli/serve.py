"""`salient serve`: the map and its API, for one machine."""

from datetime import date, datetime
from threading import Thread
from zoneinfo import ZoneInfo

import typer
import uvicorn

from salient.cli.console import errors
from salient.cli.days import read_day
from salient.domain.errors import UsageError
from salient.gazetteer import load_gazetteer
from salient.gazetteer.home import data_home
from salient.pipeline.library import Library
from salient.serve.app import create_app
from salient.serve.page import built_page
from salient.store.database import Store
from salient.theatre.load import load_theatre
from salient.theatre.packs import pack_folder

DEFAULT_THEATRE = "ukraine"


def serve(
    db: str | None = typer.Option(None, "--db", help="The database (default: salient.db under $SALIENT_HOME)."),
    host: str = typer.Option("127.0.0.1", "--host", help="The address to listen on."),
    port: int = typer.Option(8000, "--port", min=0, max=65535, help="The port to listen on."),
    theatre: str | None = typer.Option(None, "--theatre", help="Theatre pack (default: the database's own)."),
    now: str | None = typer.Option(None, "--now", help="The day that counts as today, YYYY-MM-DD."),
) -> None:
    """Show the map on http://127.0.0.1:8000. It reads the database and changes nothing."""
    store = Store.open(db or str(data_home() / "salient.db"))
    name = theatre or store.theatre or DEFAULT_THEATRE
    pack = load_theatre(name)
    fixed = None if now is None else read_day(now, "--now")
    zone = ZoneInfo(pack.time_zone)

    def today() -> date:
        return fixed or datetime.now(zone).date()

    page = built_page()
    if page is None:
        errors.print("salient: the page is not built (make web), so only /api answers", style="yellow", markup=False)
    library = Library(store, pack, load_gazetteer(pack))
    app = create_app(library, today, page, pack_folder("theatres", name) / "basemap.geojson")
    Thread(target=library.warm_up, daemon=True).start()
    errors.print(f"Serving {pack.name} on http://{host}:{port} (stop with Ctrl-C)", markup=False)
    try:
        uvicorn.run(app, host=host, port=port, log_level="warning")
    except OSError as error:
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}") from error
