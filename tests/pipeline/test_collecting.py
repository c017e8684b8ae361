"""Garbage is looked for again after a report, whatever happened while it was read."""

import gc

import pytest

from salient.pipeline.collecting import uncollected


def test_the_search_for_garbage_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_has_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
