"""A base map by configuration: where it comes from, and what the page may load for it."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from salient.domain.errors import UsageError
from salient.serve.app import create_app
from salient.serve.map_style import MapStyle, read_map_style
from tests.serve.memory import TODAY, pokrovsk_reader


def test_a_style_from_elsewhere_opens_its_host_and_those_named() -> None:
    style = read_map_style("https://maps.example/styles/pale.json?key=1", ["tiles.example", "https://maps.example"])
    assert style.hosts == ("https://maps.example", "https://tiles.example")
    headers = TestClient(create_app(pokrovsk_reader(), lambda: TODAY, style=style)).get("/api/theatre").headers
    policy = headers["content-security-policy"].split("; ")
    assert "connect-src 'self' https://maps.example https://tiles.example" in policy
    assert "img-src 'self' data: blob: https://maps.example https://tiles.example" in policy
    assert "script-src 'self'" in policy


def test_a_folder_is_served_with_ranges(tmp_path: Path) -> None:
    (tmp_path / "style.json").write_text(json.dumps({"version": 8, "sources": {}, "layers": []}), encoding="utf-8")
    (tmp_path / "land.pmtiles").write_bytes(bytes(range(200)))
    client = TestClient(create_app(pokrovsk_reader(), lambda: TODAY, style=read_map_style(str(tmp_path))))
    assert client.get("/api/theatre").json()["map_style"] == "./ground/style.json"
    assert client.get("/ground/style.json").json()["version"] == 8
    part = client.get("/ground/land.pmtiles", headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, bytes(range(10, 20)))


def test_without_a_style_nothing_is_opened() -> None:
    answer = TestClient(create_app(pokrovsk_reader(), lambda: TODAY)).get("/api/theatre")
    assert answer.json()["map_style"] is None
    assert "connect-src 'self';" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("given", ["nowhere", "ftp://maps.example/style.json", "https://", "https://a.example;x"])
def test_what_is_no_style_is_named(given: str) -> None:
    with pytest.raises(UsageError, match=r"map style|loaded from"):
        read_map_style(given)


def test_a_host_is_no_more_than_a_host() -> None:
    assert read_map_style("https://u:p@maps.example/s.json") == MapStyle(
        "https://u:p@maps.example/s.json", ("https://maps.example",)
    )
    with pytest.raises(UsageError, match="loaded from"):
        read_map_style("https://maps.example/s.json", ["x' 'unsafe-inline"])
