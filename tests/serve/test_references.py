"""Maps of others over the API: sent ones and configured ones, with figures that can be checked by hand."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from salient.domain.errors import UsageError
from salient.domain.theatre import WithheldArea
from salient.pipeline.sent_map import MOST_BYTES
from salient.serve import references
from salient.serve.app import create_app
from salient.serve.references import named_references
from tests.serve.memory import TODAY, pokrovsk_reader

DAY = "2025-12-03"
KM_PER_DEGREE = 74.5
"""Of longitude at the middle of the area that the reader in memory knows."""


def east_of(lon: float) -> bytes:
    ring = [[lon, 47.5], [39.0, 47.5], [39.0, 49.0], [lon, 49.0], [lon, 47.5]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]}).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "Mapper"
    there.mkdir()
    for day, lon in (("2025-11-20", 37.4), ("2025-12-01", 37.3), ("2025-12-20", 37.0)):
        (there / f"{day}.geojson").write_bytes(east_of(lon))
    return there


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    app = create_app(pokrovsk_reader(), lambda: TODAY, references={"Mapper": folder})
    with TestClient(app) as client:
        yield client


def test_a_map_that_is_sent_is_measured_against_ours(client: TestClient) -> None:
    found = client.post(f"/api/compare?day={DAY}&name=theirs.geojson", content=east_of(37.4)).json()
    agreement = found["agreement"]
    assert (found["name"], found["side"], found["drawn"]) == ("theirs.geojson", "RU", None)
    # Our line zigzags about 37.15, theirs runs straight at 37.4: a quarter of a degree, over half a degree of latitude.
    assert agreement["line_mean_km"] == pytest.approx(0.25 * KM_PER_DEGREE, abs=1.5)
    assert agreement["only_ours_km2"] == pytest.approx(0.25 * KM_PER_DEGREE * 0.55 * 111.2, rel=0.1)
    assert agreement["only_theirs_km2"] == 0.0
    assert 0 < agreement["overlap"] < 1
    assert agreement["settlements"] - agreement["same"] == len(agreement["differ"]) > 0
    assert found["outline"][0][0][0] == [37.4, 47.5]


def test_the_same_ground_agrees_wholly(client: TestClient) -> None:
    areas = [one for one in client.get(f"/api/front?day={DAY}").json()["features"] if one["properties"].get("side")]
    ours = next(one for one in areas if one["properties"]["side"] == "RU")
    found = client.post(
        f"/api/compare?day={DAY}", content=json.dumps({"type": "FeatureCollection", "features": [ours]})
    )
    agreement = found.json()["agreement"]
    assert agreement["same"] == agreement["settlements"] > 0
    assert agreement["overlap"] == pytest.approx(1.0, abs=0.001)
    assert (agreement["differ"], agreement["line_mean_km"]) == ([], pytest.approx(0.0, abs=0.05))


def test_a_configured_map_is_the_last_one_up_to_the_day(client: TestClient) -> None:
    assert client.get("/api/references").json() == ["Mapper"]
    found = client.get(f"/api/references/Mapper?day={DAY}").json()
    assert (found["drawn"], found["outline"][0][0][0]) == ("2025-12-01", [37.3, 47.5])
    assert client.get("/api/references/Mapper?day=2025-11-25").json()["drawn"] == "2025-11-20"
    early = client.get("/api/references/Mapper?day=2025-11-02")
    assert (early.status_code, early.json()) == (404, {"error": "Mapper: holds no map named by a day up to 2025-11-02"})
    assert client.get(f"/api/references/Nobody?day={DAY}").status_code == 404


def test_what_cannot_be_compared_says_why(client: TestClient) -> None:
    broken = client.post(f"/api/compare?day={DAY}&name=map.json", content=b"{")
    assert (broken.status_code, broken.json()) == (422, {"error": "map.json: broken GeoJSON"})
    early = client.post("/api/compare?day=2020-01-01", content=east_of(37.3))
    assert (early.status_code, early.json()) == (404, {"error": "2020-01-01: no day that is assessed"})
    large = client.post(f"/api/compare?day={DAY}", content=b" " * (MOST_BYTES + 1))
    assert (large.status_code, large.json()) == (413, {"error": "larger than 20480 KiB"})


def test_one_map_at_a_time(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "WAIT_SECONDS", 0.0)
    nested: list[int] = []

    def ask(*_: object) -> object:
        answer = client.post(f"/api/compare?day={DAY}", content=east_of(37.3))
        nested.append(answer.status_code)
        raise UsageError("enough")

    monkeypatch.setattr(references, "read_sent_map", ask)
    assert client.post(f"/api/compare?day={DAY}", content=east_of(37.3)).status_code == 400
    assert nested == [503]


def test_withheld_ground_is_not_compared(folder: Path) -> None:
    reader = pokrovsk_reader()
    ring = ((37.0, 48.2), (37.6, 48.2), (37.6, 48.7), (37.0, 48.7), (37.0, 48.2))
    area = WithheldArea("for a test", date(2030, 1, 1), (ring,))
    hidden = replace(reader, theatre=replace(reader.theatre, withheld_areas=(area,)))
    url = f"/api/references/Mapper?day={DAY}"
    with TestClient(create_app(reader, lambda: TODAY, references={"Mapper": folder})) as client:
        whole = client.get(url).json()["agreement"]
    with TestClient(create_app(hidden, lambda: TODAY, references={"Mapper": folder})) as client:
        part = client.get(url).json()["agreement"]
    assert part["only_ours_km2"] < whole["only_ours_km2"] * 0.6
    assert part["settlements"] < whole["settlements"]


def test_names_are_those_of_folders_and_files(folder: Path, tmp_path: Path) -> None:
    file = folder / "2025-11-20.geojson"
    assert named_references([folder, file]) == {"Mapper": folder, "2025-11-20": file}
    with pytest.raises(UsageError, match="no such file"):
        named_references([tmp_path / "nothing"])
