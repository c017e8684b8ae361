"""`salient watch --once` tells one JSON object a line; `salient health` tells what is wrong by its exit code."""

import json
from pathlib import Path

import pytest
from tests.cli.commands import Salient
from tests.gather import documents
from tests.gather.conftest import Answer, Site
from tests.gather.conftest import site as _site

site = _site


def test_watching_once_and_asking_how_it_went(salient: Salient, site: Site, tmp_path: Path) -> None:
    feeds, database = tmp_path / "feeds.toml", tmp_path / "s.db"
    feeds.write_text(f"""
pause_seconds = 0
[[feed]]
name = "Courier"
url = "{site.address}/feed"
expected_hours = 24
[[feed]]
url = "{site.address}/gone"
""")
    site.pages["/feed"] = Answer(documents.atom(site.address), "application/atom+xml")
    site.pages["/news/bridge"] = Answer(documents.page())
    command = ("watch", feeds, "--once", "--allow-private", "--db", database)
    told = salient(*command, "--now", "2026-01-10T10:00:00")
    events = [json.loads(line) for line in told.out.splitlines()]
    assert told.code == 0
    assert [(event["feed"], event["event"]) for event in events] == [
        ("Courier", "new"),
        ("Courier", "polled"),
        (f"{site.address}/gone", "polled"),
    ]
    assert salient(*command, "--now", "2026-01-10T10:05:00").out == ""
    health = salient("health", feeds, "--db", database, "--json", "--now", "2026-01-10T10:30:00")
    states = {one["name"]: one["state"] for one in json.loads(health.out)["sources"]}
    assert states == {"Courier": "ok", f"{site.address}/gone": "failing", "The Courier": "unknown"}
    assert health.code == 1
    later = salient("health", feeds, "--db", database, "--now", "2026-01-12T10:30:00").out
    assert "silent   Courier" in later


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[[feed]]\nurl = 3", "feed.1.url"),
        ("[[feed]]\nurl = 'x'\nevery = 3", "feed.1.every"),
        ("[[feed]]\nurl = 'x'\n[[feed]]\nurl = 'x'", "one address twice"),
        ("[feed", "not TOML"),
        ("", "feed: Field required"),
    ],
)
def test_a_broken_list_of_feeds_is_named(salient: Salient, tmp_path: Path, content: str, reason: str) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(content)
    told = salient("watch", feeds, "--once", "--db", tmp_path / "s.db")
    assert told.code == 1
    assert reason in told.err
    assert "No such file" in salient("watch", tmp_path / "none.toml", "--once").err
