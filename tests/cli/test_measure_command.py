"""`salient measure` keeps its fields and exit codes."""

import json
from pathlib import Path

import pytest
import shapely

from salient.cli import main


def run(args: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.argv", ["salient", *args])
    try:
        main.run()
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0


def square(file: Path, east: float) -> str:
    shape = shapely.geometry.mapping(shapely.box(36.0, 48.0, east, 48.5))
    file.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": shape}), encoding="utf-8")
    return str(file)


def test_the_answer_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    later, earlier = square(tmp_path / "later.geojson", 36.5), square(tmp_path / "earlier.geojson", 36.4)
    point = "37.0,48.25"
    assert run(["measure", later, "--against", earlier, "--place", point, "--json"], monkeypatch) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["gained_km2"] == pytest.approx(answer["area_km2"] / 5, rel=0.01)
    assert answer["lost_km2"] == 0.0
    assert answer["line_km"] == pytest.approx(2 * (37.0 + 55.6), rel=0.01)
    assert answer["places"][point]["distance_km"] == pytest.approx(37.1, abs=0.2)


def test_a_broken_map_is_one_line_and_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.geojson"
    broken.write_bytes(b"\x00\xff")
    assert run(["measure", str(broken)], monkeypatch) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "broken.geojson: cannot be read as a map" in told.err
    assert "Traceback" not in told.err


def test_a_point_off_the_earth_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["measure", square(tmp_path / "m.geojson", 36.5), "--place", "200,48"], monkeypatch) == 2
