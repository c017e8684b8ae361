"""Killed at any moment, nothing that was told as stored is lost, and nothing is done twice.

SALIENT_KILLS says how often each way is killed (the suite: 4; by hand: 50).
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.gather import documents
from tests.gather.conftest import Answer, Site
from tests.gather.conftest import site as _site

site = _site
KILLS = int(os.environ.get("SALIENT_KILLS", "4"))
ROOT = Path(__file__).parents[2]
REPORTS = 24
TABLES = {
    "reports": "digest, id, published, outlet, url, title, text, day_origin",
    "claims": "id, report, kind",
    "rejections": "id, name, reason",
    "captures": "id, address, sha256, report",
    "bodies": "sha256, size",
    "copies": "digest, copy_of, origin",
}


@pytest.fixture(scope="module")
def worker() -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "tests.pipeline.worker"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=environment) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def run(worker: subprocess.Popen[str], *command: object, dice: random.Random | None = None) -> list[str]:
    """Run to the end, or with dice: kill after some lines and a moment more. Gives what was told."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write("\t".join(map(str, command)) + "\n")
    worker.stdin.flush()
    pid = int(worker.stdout.readline().split()[1])
    told: list[str] = []
    kill_after = None if dice is None else dice.randrange(0, REPORTS)
    while True:
        if len(told) == kill_after and dice is not None:
            time.sleep(dice.random() * 0.05)
            with contextlib.suppress(ProcessLookupError):  # it was faster
                os.kill(pid, signal.SIGKILL)
        line = worker.stdout.readline().strip()
        if line == "ended":
            return told
        told.append(line)


def contents(database: Path) -> dict[str, list[tuple[object, ...]]]:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        found = {
            table: sorted(tuple(row) for row in connection.execute(text(f"select {columns} from {table}")))
            for table, columns in TABLES.items()
        }
    engine.dispose()
    return found


@pytest.mark.parametrize("mode", ["add", "watch"])
def test_a_killed_run_ends_like_an_undisturbed_one(
    mode: str, tmp_path: Path, site: Site, worker: subprocess.Popen[str]
) -> None:
    given = folder_of_reports(tmp_path) if mode == "add" else feed_of_pages(site)
    dice = random.Random(f"{mode} {KILLS}")
    killed, quiet = tmp_path / "killed.db", tmp_path / "quiet.db"
    stored: set[str] = set()
    for _ in range(KILLS):
        told = run(worker, killed, mode, given, dice=dice)
        stored |= {line.split()[1] for line in told if line.startswith(("new report-", "duplicate report-"))}
        if stored:
            assert stored <= {row[0] for row in contents(killed)["reports"]}
    assert run(worker, killed, mode, given)[-1] == "done killed.db"
    assert run(worker, quiet, mode, given)[-1] == "done quiet.db"
    assert contents(killed) == contents(quiet)
    assert len(contents(killed)["reports"]) == REPORTS


def words(number: int) -> tuple[str, ...]:
    return tuple(f"{part} It was the {number}th time this year." for part in documents.PARAGRAPHS)


def folder_of_reports(folder: Path) -> str:
    reports = folder / "reports"
    reports.mkdir()
    for number in range(REPORTS):
        (reports / f"{number:02}.html").write_bytes(documents.page(f"Bridge {number}", text=words(number)))
    (reports / "broken.json").write_text("{")
    return str(reports)


def feed_of_pages(site: Site) -> str:
    for number in range(REPORTS):
        site.pages[f"/news/{number}"] = Answer(documents.page(f"Bridge {number}", text=words(number)))
    site.pages["/map.xml"] = Answer(
        documents.sitemap(site.address, *(f"/news/{number}" for number in range(REPORTS))), "application/xml"
    )
    return f"{site.address}/map.xml"
