"""The index is compiled once, kept safely, and compiled again where it cannot be read."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from salient.domain.errors import UsageError
from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.gazetteer import load
from salient.gazetteer.load import load_gazetteer, refuse_foreign
from salient.gazetteer.lock import alone
from salient.theatre.load import load_theatre

compiled = []


@pytest.fixture
def theatre(monkeypatch: pytest.MonkeyPatch) -> Theatre:
    """The bundled pack with one embedded place; every compilation is counted."""
    compiled.clear()

    def one(theatre: Theatre) -> Iterator[NamedPlace]:
        compiled.append(theatre.id)
        yield NamedPlace(Place("test:1", "Mistove", 37.0, 48.0), (PlaceName("Містове", "uk"),), country="UA")

    monkeypatch.setattr(load, "embedded_places", one)
    return load_theatre("ukraine")


def test_an_index_is_compiled_once(theatre: Theatre, tmp_path: Path) -> None:
    first, second = load_gazetteer(theatre, tmp_path), load_gazetteer(theatre, tmp_path)
    assert [place.id for place in second.lookup("Містове")] == ["test:1"]
    assert first.digest == second.digest
    assert len(compiled) == 1


def test_those_who_come_at_once_wait_for_the_first(theatre: Theatre, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: load_gazetteer(theatre, tmp_path), range(4)))
    assert {gazetteer.size for gazetteer in opened} == {opened[0].size}
    assert len(compiled) == 1


def test_a_spoilt_index_is_compiled_again(theatre: Theatre, tmp_path: Path) -> None:
    load_gazetteer(theatre, tmp_path)
    (index,) = (tmp_path / "cache").glob("*.sqlite")
    index.write_bytes(b"not a database, whatever its name says")
    assert load_gazetteer(theatre, tmp_path).lookup("Mistove")
    assert len(compiled) == 2


def test_a_lock_left_behind_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    lock = path.with_suffix(".lock")
    lock.touch()
    os.utime(lock, (0, 0))
    with alone(path):
        assert lock.exists()
    assert not lock.exists()


def test_without_a_home_that_can_be_written_the_temporary_folder_serves(
    theatre: Theatre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.write_text("a file where a folder should be", encoding="utf-8")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert load_gazetteer(theatre, home).lookup("Mistove")


def test_with_nowhere_to_keep_it_the_folder_is_named(
    theatre: Theatre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.write_text("a file where a folder should be", encoding="utf-8")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(home))
    with pytest.raises(UsageError, match="home/cache: the gazetteer cannot be kept there"):
        load_gazetteer(theatre, home)


def test_an_index_of_another_user_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = tmp_path / "index.sqlite"
    index.touch()
    refuse_foreign(index)
    monkeypatch.setattr(os, "getuid", lambda: index.stat().st_uid + 1)
    with pytest.raises(PermissionError):
        refuse_foreign(index)
