"""`salient serve`: the map and its API, for one machine."""

import socket
import threading
from datetime import date

import typer
import uvicorn

from salient.cli.console import errors
from salient.cli.context import open_store, read_now
from salient.cli.options import DB_HELP, NOW_HELP, THEATRE_HELP
from salient.domain.errors import UsageError
from salient.gazetteer import load_gazetteer
from salient.pipeline.library import Library
from salient.serve.app import create_app
from salient.serve.page import built_page
from salient.theatre.packs import pack_folder


def serve(
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    host: str = typer.Option("127.0.0.1", "--host", help="The address to listen on."),
    port: int = typer.Option(8000, "--port", min=0, max=65535, help="The port to listen on."),
    theatre: str | None = typer.Option(None, "--theatre", help=THEATRE_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Show the map on http://127.0.0.1:8000. It reads the database and changes nothing."""
    store, pack = open_store(db, theatre)
    fixed = None if now is None else read_now(now, pack).date()

    def today() -> date:
        return fixed or read_now(None, pack).date()

    page = built_page()
    if page is None:
        errors.print("salient: the page is not built (make web), so only /api answers", style="yellow", markup=False)
    library = Library(store, pack, load_gazetteer(pack))
    threading.Thread(target=library.warm_up, daemon=True).start()
    app = create_app(library, today, page, pack_folder("theatres", theatre or pack.id) / "basemap.geojson")
    listener = _listen(host, port)
    errors.print(f"Serving {pack.name} on http://{host}:{listener.getsockname()[1]} (stop with Ctrl-C)", markup=False)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen on {host}:{port}: {getattr(error, 'strerror', None) or error}") from error
