"""`salient serve` says in one line why it cannot."""

import socket
from pathlib import Path

from tests.cli.commands import Salient

from salient.store.database import Store


def test_a_port_that_is_taken_is_named(salient: Salient, tmp_path: Path) -> None:
    database = tmp_path / "empty.db"
    Store.open(str(database), "ukraine", create=True).close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = salient("serve", "--db", str(database), "--port", str(port))
    assert done.code == 2
    assert f"cannot listen on 127.0.0.1:{port}" in done.err


def test_a_database_that_is_not_there_is_named(salient: Salient, tmp_path: Path) -> None:
    done = salient("serve", "--db", str(tmp_path / "none.db"))
    assert done.code == 2
    assert "none.db: no such database" in done.err
