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


def test_tokens_that_cannot_be_read_are_named_and_never_told(salient: Salient, tmp_path: Path) -> None:
    database, tokens = tmp_path / "empty.db", tmp_path / "tokens"
    Store.open(str(database), "ukraine", create=True).close()
    tokens.write_text("secret A. Reader\n", encoding="utf-8")
    tokens.chmod(0o600)
    short = salient("serve", "--db", str(database), "--tokens", str(tokens))
    assert (short.code, "secret" in short.err) == (2, False)
    assert f"{tokens}:1: a token of less than 20 characters" in short.err
    none = salient("serve", "--db", str(database), "--tokens", str(tmp_path / "none"))
    assert f"{tmp_path / 'none'}: cannot be read: No such file or directory" in none.err


def test_a_database_that_is_not_there_is_named(salient: Salient, tmp_path: Path) -> None:
    done = salient("serve", "--db", str(tmp_path / "none.db"))
    assert done.code == 2
    assert "none.db: no such database" in done.err
