"""`salient serve`: the map and its API, for one machine."""

import os
import socket
import stat
import threading
from datetime import date
from pathlib import Path

import typer
import uvicorn

from salient.cli.console import errors
from salient.cli.context import open_store, read_now
from salient.cli.options import DB_HELP, NOW_HELP, THEATRE_HELP
from salient.domain.errors import UsageError
from salient.gather.fetch import Fetcher, Limits
from salient.gather.visit import Visitor
from salient.gazetteer import load_gazetteer
from salient.pipeline.desk import Desk, Tools
from salient.pipeline.library import Library
from salient.pipeline.maps import MapReader
from salient.pipeline.reading import Reader as ReportReader
from salient.serve.app import create_app
from salient.serve.desk_routes import NOBODY, Adding
from salient.serve.map_style import read_map_style
from salient.serve.page import built_page
from salient.serve.references import named_references
from salient.serve.tokens import Tokens
from salient.theatre.packs import pack_folder

TOKENS_VARIABLE = "SALIENT_TOKENS"
TOKENS_HELP = (
    "Who may add and correct: a file with a line a person, a token and a name (default: what SALIENT_TOKENS holds)."
)

MAP_STYLE_HELP = (
    "A base map in the bundled one's place: the https address of a MapLibre style, or a folder with style.json, served "
    "under /ground. Its labels are left out (default: what SALIENT_MAP_STYLE holds)."
)
MAP_HOSTS_HELP = "Other hosts that the style loads from, separated by spaces (default: what SALIENT_MAP_HOSTS holds)."
REFERENCE_HELP = (
    "A map that others made, or a folder of such named by day, to lay over ours; may be given several times."
)


def serve(
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    host: str = typer.Option("127.0.0.1", "--host", help="The address to listen on."),
    port: int = typer.Option(8000, "--port", min=0, max=65535, help="The port to listen on."),
    theatre: str | None = typer.Option(None, "--theatre", help=THEATRE_HELP),
    tokens: Path | None = typer.Option(None, "--tokens", help=TOKENS_HELP),
    map_style: str | None = typer.Option(
        None, "--map-style", envvar="SALIENT_MAP_STYLE", show_envvar=False, help=MAP_STYLE_HELP
    ),
    map_hosts: str = typer.Option(
        "", "--map-hosts", envvar="SALIENT_MAP_HOSTS", show_envvar=False, help=MAP_HOSTS_HELP
    ),
    references: list[Path] = typer.Option([], "--reference", help=REFERENCE_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Show the map on http://127.0.0.1:8000. It changes nothing in the database, unless tokens are configured."""
    style = read_map_style(map_style, map_hosts.split()) if map_style else None
    laid = named_references(references)
    store, pack = open_store(db, theatre)
    fixed = None if now is None else read_now(now, pack).date()

    def today() -> date:
        return fixed or read_now(None, pack).date()

    page = built_page()
    if page is None:
        errors.print("salient: the page is not built (make web), so only /api answers", style="yellow", markup=False)
    gazetteer = load_gazetteer(pack)
    library = Library(store, pack, gazetteer)
    threading.Thread(target=library.warm_up, daemon=True).start()
    basemap = pack_folder("theatres", theatre or pack.id) / "basemap.geojson"
    known = read_tokens(tokens)
    adding = NOBODY
    if known:
        visitor = Visitor(Fetcher(limits=Limits(most_bytes=5 << 20, seconds=20.0)), most_pages=1)
        reader, maps = ReportReader(pack, gazetteer), MapReader(pack, gazetteer)
        tools = Tools(reader, maps, visitor, lambda: read_now(now, pack))
        adding = Adding(known, Desk(store, pack, gazetteer, tools))
    app = create_app(library, today, page, basemap, adding, style=style, references=laid)
    listener = _listen(host, port)
    errors.print(f"Serving {pack.name} on http://{host}:{listener.getsockname()[1]} (stop with Ctrl-C)", markup=False)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


def read_tokens(file: Path | None) -> Tokens:
    """The tokens of a file, or of the environment where no file is named; none by default. Raises UsageError."""
    if file is None:
        return Tokens.parse(os.environ.get(TOKENS_VARIABLE, ""), TOKENS_VARIABLE)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if file.stat().st_mode & stat.S_IROTH:
        errors.print(f"salient: {file}: everybody on this machine can read it", style="yellow", markup=False)
    return Tokens.parse(text, str(file))


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen on {host}:{port}: {getattr(error, 'strerror', None) or error}") from error
