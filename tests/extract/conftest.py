"""A reader of the bundled theatre, loaded once."""

import pytest

from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre


@pytest.fixture(scope="package")
def reader() -> Reader:
    theatre = load_theatre("ukraine")
    return Reader(theatre, load_gazetteer(theatre))
