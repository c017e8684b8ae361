"""The commands that show the front of a store: export, assets, metrics, compare, alerts, report."""

import contextlib
import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as Xml

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
        "Russian missiles struck Myrnohrad on 14 January. "
        "Russia has 70,000 troops at Pokrovsk, the General Staff said. "
        "Pokrovsk, Udachne and Kotlyne are under Ukrainian control.",
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


def test_a_railway_may_run_on_the_ground_of_more_than_one(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["assets", "rail-", "--on", "2025-01-14", "--db", database, "--json"]) == 0
    held = {found["id"]: found["held_by"] for found in json.loads(capsys.readouterr().out)}
    assert set(held.values()) <= {"RU", "UA", "divided", None}
    assert held["rail-dnipro-pokrovsk"] is not None


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


def test_metrics_have_values_in_their_intervals(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["metrics", "--place", "Pokrovsk", "--on", "2025-01-14", "--days", "10", "--db", database]
    assert _run([*args, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    area = found["area_km2"]
    assert area["low"] <= area["value"] <= area["high"]
    place = found["places"]["Pokrovsk"]
    assert place["distance_km"]["value"] > 0
    days = place["days_until"]["value"]
    assert days is None or days > 365  # nothing moved in these ten days: never, or at the pace of what ages
    assert _run(args) == 0
    assert ("days until: never" if days is None else f"days until: {days:,.0f}") in capsys.readouterr().out
    assert _run([*args, "--side", "XX"]) == 2


def test_the_edge_of_a_place_is_unknown_without_its_outline(database: str, tmp_path: Path) -> None:
    def edge(*more: str) -> object:
        args = ["metrics", "--place", "Myrnohrad", "--place", "Selydove", "--on", "2025-01-14", "--db", database]
        with contextlib.redirect_stdout(io.StringIO()) as told:
            assert _run([*args, "--json", *more]) == 0
        places = json.loads(told.getvalue())["places"]
        return {name: (one["edge_distance_km"] is not None, one["edge_is_rough"]) for name, one in places.items()}

    assert edge() == {"Myrnohrad": (True, True), "Selydove": (False, None)}
    box = {"type": "Polygon", "coordinates": [[[37.2, 48.1], [37.4, 48.1], [37.4, 48.2], [37.2, 48.2], [37.2, 48.1]]]}
    own = tmp_path / "own.geojson"
    features = [{"type": "Feature", "properties": {"name": "Selydove"}, "geometry": box}]
    own.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    assert edge("--outlines", str(own)) == {"Myrnohrad": (True, True), "Selydove": (True, False)}


def test_numbers_stand_with_who_said_them_and_only_after_the_delay(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["numbers", "--on", "2025-01-20", "--db", database]
    assert _run([*args, "--json", "--now", "2025-01-20"]) == 0
    found = json.loads(capsys.readouterr().out)
    (figure,) = found["figures"]
    assert (figure["kind"], figure["of"], figure["value"], figure["place"]) == ("strength", "RU", 70000, "Pokrovsk")
    assert figure["speaker"] is not None
    assert found["withheld"] == []
    assert _run([*args, "--place", "Pokrovsk", "--kind", "strength", "--now", "2025-01-20"]) == 0
    assert "70,000 troops" in capsys.readouterr().out
    assert _run([*args, "--place", "Myrnohrad", "--now", "2025-01-20"]) == 0
    assert "70,000" not in capsys.readouterr().out
    assert _run(["numbers", "--on", "2025-01-14", "--db", database, "--now", "2025-01-15"]) == 0
    told = capsys.readouterr().out
    assert "70,000" not in told
    assert "1 claim is withheld for 3 days, the last until 2025-01-17." in told
    assert _run([*args, "--kind", "moods"]) == 2


def test_our_own_front_agrees_with_itself(database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for day in ("2025-01-01", "2025-01-14"):
        out = tmp_path / f"{day}.geojson"
        assert _run(["export", "front", "--on", day, "--db", database, "--out", str(out)]) == 0
    assert _run(["compare", str(tmp_path), "--on", "2025-01-14", "--db", database, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["settlements"]["accuracy"], found["reference_day"]) == (1.0, "2025-01-14")
    assert found["iou_near"] == pytest.approx(1.0, abs=1e-3)
    assert found["line"]["mean_km"] == pytest.approx(0.0, abs=0.05)
    assert _run(["compare", str(tmp_path / "none"), "--on", "2025-01-14", "--db", database]) == 2
    assert _run(["compare", str(tmp_path), "--on", "2024-12-01", "--db", database]) == 1


def test_alerts_tell_what_changed_and_only_that(database: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    args = ["alerts", "--watch", "Pokrovsk:200", "--on", "2025-01-14", "--db", database]
    assert _run([*args, "--format", "json"]) == 0
    told = json.loads(capsysbinary.readouterr().out)
    assert [(alert["kind"], alert["subject"]) for alert in told] == [("asset", "Pokrovsk coking coal mine")]
    assert len(told[0]["claims"]) == 1
    assert _run([*args, "--format", "atom"]) == 0
    feed = Xml.fromstring(capsysbinary.readouterr().out)
    assert feed.findtext("{http://www.w3.org/2005/Atom}id") == "urn:salient:alerts:ukraine"
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert [entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries] == [f"urn:salient:{told[0]['id']}"]
    assert _run(["alerts", "--on", "2023-06-01", "--days", "2", "--db", database]) == 0
    quiet = capsysbinary.readouterr().out.decode()
    assert quiet.startswith("Nothing to tell since 2023-05-30")
    assert _run(["alerts", "--watch", "Pokrovsk:near", "--on", "2025-01-14", "--db", database]) == 2


def test_a_map_that_stands_still_is_told_once(
    database: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for day in (1, 5, 9, 13):
        ring = [[37.0, 48.0], [38.0 + day / 100, 48.0], [38.0, 48.5], [37.0, 48.0]]
        feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        text = json.dumps({"type": "FeatureCollection", "features": [feature]})
        (tmp_path / f"2024-12-{day:02}.geojson").write_text(text, encoding="utf-8")

    def told(day: str) -> list[dict[str, str]]:
        args = ["alerts", "--on", day, "--reference", str(tmp_path), "--db", database, "--format", "json"]
        assert _run(args) == 0
        found = json.loads(capsysbinary.readouterr().out)
        return [alert for alert in found if alert["kind"] == "reference_frozen"]

    (first,), again = told("2024-12-26"), told("2025-01-10")
    assert told("2024-12-25") == []
    assert again == [first]
    assert first["day"] == "2024-12-26"
    assert first["text"].endswith("no change since 2024-12-13; it used to change every 4 days.")


def test_a_month_is_told_as_html_and_markdown(database: str, tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    for day in ("2025-01-01", "2025-01-14"):
        out = ["--out", str(maps / f"{day}.geojson")]
        assert _run(["export", "front", "--on", day, "--db", database, *out]) == 0
    reference = ["--reference", str(maps), "--out", str(tmp_path)]
    assert _run(["report", "month", "2025-01", *reference, "--db", database]) == 0
    page = (tmp_path / "front-2025-01.html").read_text(encoding="utf-8")
    text = (tmp_path / "front-2025-01.md").read_text(encoding="utf-8")
    for told in (page, text):
        assert told.count("<svg") == told.count("</svg>") == 3
        for heading in ("The front in numbers", "Salients and pockets", "Agreement with maps", "Days behind maps"):
            assert heading in told
        assert "Pokrovsk coking coal mine" in told
        assert "The Outlet" in told
    assert "http://www.w3.org/2000/svg" in page
    assert page.count("http") == page.count("http://www.w3.org/2000/svg")
    assert _run(["report", "month", "2025-13", "--db", database]) == 2
