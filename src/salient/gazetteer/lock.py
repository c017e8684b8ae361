"""One process compiles an index while the others wait for it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_WAIT_S = 180.0
"""Longer than any compilation: a lock that is older was left by a process that was killed."""
_PAUSE_S = 0.1


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock beside `path`, unless it exists already; a lock left behind is taken over."""
    if path.exists():
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock")
    while not _taken(lock):
        if path.exists():
            break
        time.sleep(_PAUSE_S)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _taken(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        try:
            left_behind = time.time() - lock.stat().st_mtime > LONGEST_WAIT_S
        except FileNotFoundError:
            return False
        if left_behind:
            lock.unlink(missing_ok=True)
        return False
    return True
