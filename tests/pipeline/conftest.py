"""The real pack and gazetteer, loaded once for all tests of the pipeline: they change neither."""

import pytest

from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer, load_gazetteer
from salient.theatre.load import load_theatre


@pytest.fixture(scope="session")
def theatre() -> Theatre:
    return load_theatre("ukraine")


@pytest.fixture(scope="session")
def gazetteer(theatre: Theatre) -> Gazetteer:
    return load_gazetteer(theatre)
