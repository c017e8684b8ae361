"""`salient add` reads addresses, keeps what was there, and `salient diff` tells what was edited since."""

import json
from pathlib import Path

from tests.cli.commands import Salient
from tests.gather import documents
from tests.gather.conftest import Answer, Site
from tests.gather.conftest import site as _site

site = _site
NOW = "2026-01-10"


def test_the_private_network_is_closed_by_default(salient: Salient, site: Site, tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("\n".join(documents.PARAGRAPHS))
    told = salient("add", f"{site.address}/a", report, "--db", tmp_path / "s.db", "--now", NOW, "--json")
    assert told.code == 1
    assert "refused: 127.0.0.1 is 127.0.0.1, not an address of the open internet" in told.err
    assert json.loads(told.out)["new"] == 1
    assert site.asked == []


def test_an_address_is_added_and_its_edits_are_told(salient: Salient, site: Site, tmp_path: Path) -> None:
    database = tmp_path / "s.db"
    add = ("add", f"{site.address}/news/bridge", "--allow-private", "--db", database, "--now", NOW, "--json")
    site.pages["/news/bridge"] = Answer(documents.page())
    first = json.loads(salient(*add).out)
    assert (first["new"], first["duplicate"]) == (1, 0)
    assert first["reports"][0]["origin"] == first["reports"][0]["digest"]
    assert json.loads(salient(*add).out)["duplicate"] == 1
    edited = (documents.PARAGRAPHS[0].replace("forty", "fifty"), documents.PARAGRAPHS[1])
    site.pages["/news/bridge"] = Answer(documents.page("Bridge hit again", text=edited))
    again = json.loads(salient(*add).out)
    assert again["new"] == 1
    assert again["reports"][0]["origin"] == first["reports"][0]["digest"]
    digest = again["reports"][0]["digest"]
    before, after = json.loads(salient("diff", digest, "--db", database, "--json").out)["versions"]
    assert len(before["fetches"]) == 2
    assert before["fetches"][0]["sha256"] != after["fetches"][0]["sha256"]
    assert after["fields"] == [{"name": "title", "before": "Bridge hit at Lisne", "after": "Bridge hit again"}]
    assert after["edits"] == [
        {"removed": ["Bridge hit at Lisne", documents.PARAGRAPHS[0]], "added": ["Bridge hit again", edited[0]]},
        {"removed": [documents.PARAGRAPHS[2]], "added": []},
    ]
    told = salient("diff", digest, "--db", database).out
    assert f"- {documents.PARAGRAPHS[2]}\n" in told
    assert salient("diff", "nothing", "--db", database).code == 2
