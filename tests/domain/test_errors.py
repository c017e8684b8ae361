"""Errors keep what they name wherever they go."""

import pickle

import pytest

from salient.domain.errors import FetchError, GazetteerError, InputError, MapFileError, PackError, ReportError


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ReportError("news.pdf", "is empty"), "news.pdf: is empty"),
        (MapFileError("map.kml", "holds no area"), "map.kml: holds no area"),
        (PackError("events.yaml", "no such kind", 7), "events.yaml:7: no such kind"),
        (GazetteerError("XX.txt", "19 cells are needed"), "XX.txt: 19 cells are needed"),
        (FetchError("https://example.org", "answers 503", 503, 60.0), "https://example.org: answers 503"),
    ],
)
def test_an_error_says_the_same_in_another_process(error: InputError, text: str) -> None:
    sent = pickle.loads(pickle.dumps(error))
    assert (type(sent), str(sent), vars(sent)) == (type(error), text, vars(error))
