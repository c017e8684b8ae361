"""`salient export` and `salient assets` on a store of a few reports."""

import csv
import io
import json
from pathlib import Path

import pytest

from salient.cli import main
from salient.pipeline.exports import SUBJECTS


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("store")
    texts = {
        "2024-07-08": "DeepState's map of 8 July shows Russian forces holding Avdiivka and Ocheretyne. "
        "Pokrovsk and Myrnohrad are under Ukrainian control.",
        "2025-01-14": "Metinvest confirmed on 14 January that it had suspended production at its Pokrovsk coal mine. "
        "Russian missiles struck Myrnohrad on 14 January.",
    }
    reports = folder / "reports.jsonl"
    lines = [
        {"id": f"r-{day}", "published": day, "outlet": "The Outlet", "lang": "en", "text": text, "title": "News"}
        for day, text in texts.items()
    ]
    reports.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    file = str(folder / "test.db")
    assert _run(["add", str(reports), "--db", file]) == 0
    return file


def _run(args: list[str]) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["salient", *args])
        try:
            main.run()
        except SystemExit as leaving:
            return int(leaving.code or 0)
    return 0


@pytest.mark.parametrize("subject", list(SUBJECTS))
def test_each_subject_is_written_with_its_sources(subject: str, database: str, tmp_path: Path) -> None:
    out = tmp_path / "out.geojson"
    args = ["export", subject, "--on", "2025-01-14", "--now", "2025-01-15", "--db", database, "--out", str(out)]
    assert _run(args) == 0
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["features"]
    assert "The Outlet" in [source["name"] for source in written["about"]["sources"]]


def test_a_strike_leaves_after_the_delay(database: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    args = ["export", "claims", "--on", "2025-01-20", "--format", "csv", "--db", database, "--now"]
    assert _run([*args, "2025-01-16"]) == 0
    early = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert _run([*args, "2025-01-17"]) == 0
    late = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    strikes = [[row for row in rows if row["kind"] == "strike"] for rows in (early, late)]
    assert all(row["withheld"] and row["withheld_until"] == "2025-01-17" and not row["text"] for row in strikes[0])
    assert strikes[0]
    assert all("struck Myrnohrad" in row["text"] for row in strikes[1])


def test_a_csv_in_a_file_has_its_companion(database: str, tmp_path: Path) -> None:
    out = tmp_path / "control.csv"
    assert (
        _run(["export", "control", "--on", "2025-01-14", "--format", "csv", "--db", database, "--out", str(out)]) == 0
    )
    assert json.loads((tmp_path / "control.csv-metadata.json").read_text())["url"] == "control.csv"


def test_assets_tell_who_said_what(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["assets", "coking coal mine", "--on", "2025-01-14", "--db", database, "--json"]) == 0
    mine = json.loads(capsys.readouterr().out)[0]
    assert (mine["id"], mine["status"], mine["since"]) == ("pokrovsk-coking-coal", "suspended", "2025-01-14")
    assert mine["said"][0]["claim"]["outlet"] == "The Outlet"
    assert mine["held_by"] == "UA"
    assert _run(["assets", "coking coal mine", "--on", "2025-01-13", "--db", database, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["status"] is None


@pytest.mark.parametrize(
    "args",
    [
        ["export", "moods", "--on", "2025-01-14"],
        ["export", "control", "--format", "docx"],
        ["export", "control", "--on", "1999-01-01"],
        ["assets", "no such thing", "--on", "2025-01-14"],
    ],
)
def test_impossible_requests_are_wrong_usage(args: list[str], database: str) -> None:
    assert _run([*args, "--db", database]) == 2
