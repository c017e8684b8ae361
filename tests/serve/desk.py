"""A server with a real store of one report, for whoever holds the token."""

from datetime import UTC, date, datetime
from pathlib import Path

from fastapi import FastAPI

from salient.gather.fetch import Fetcher
from salient.gather.visit import Pace, Visitor
from salient.gazetteer import load_gazetteer
from salient.pipeline.desk import Desk, Tools
from salient.pipeline.ingest import ingest
from salient.pipeline.library import Library
from salient.pipeline.maps import MapReader
from salient.pipeline.reading import Reader
from salient.serve.app import create_app
from salient.serve.desk_routes import Adding
from salient.serve.tokens import Tokens
from salient.store.database import Store
from salient.theatre.load import load_theatre
from tests.pipeline.builders import report

TOKEN = "a-token-of-some-length-000"
NAME = "A. Reader"
NOW = datetime(2025, 12, 8, 12, tzinfo=UTC)
TODAY = NOW.date()
SAID = "Russian forces captured Myrnohrad, the DeepState mapping project said on Friday."


HOSTS = {"inside.example": "10.0.0.7", "127.0.0.1": "127.0.0.1"}


def _resolve(host: str, port: int) -> list[str]:
    return [HOSTS[host]] if host in HOSTS else []


def stored(folder: Path) -> Store:
    """The store of `desk_app`, to be looked at."""
    return Store.open(str(folder / "salient.db"), "ukraine")


def desk_app(folder: Path, page: Path | None = None, basemap: Path | None = None) -> FastAPI:
    """An app over a store in `folder` that holds SAID, published on 5 December 2025."""
    theatre = load_theatre("ukraine")
    gazetteer = load_gazetteer(theatre)
    store = Store.open(str(folder / "salient.db"), "ukraine", create=True)
    reader = Reader(theatre, gazetteer)
    list(ingest([report("v1", date(2025, 12, 5), SAID)], reader, store, NOW))
    library = Library(store, theatre, gazetteer)
    visitor = Visitor(Fetcher(resolve=_resolve), Pace(0.0), most_pages=1)
    tools = Tools(reader, MapReader(theatre, gazetteer), visitor, lambda: NOW)
    adding = Adding(Tokens({TOKEN: NAME}), Desk(store, theatre, gazetteer, tools))
    return create_app(library, lambda: TODAY, page, basemap, adding)
