"""The API over a reader in memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from salient.domain.errors import PackError, SalientError, StoreError, UsageError
from salient.domain.front import Front, FrontLine
from salient.domain.place import Place
from salient.domain.theatre import WithheldArea
from salient.serve.app import create_app
from salient.serve.distance import line_away_km
from salient.serve.errors import NotFoundError, status_of
from salient.serve.find import find
from salient.theatre.load import load_theatre
from tests.serve.memory import MARKUP, TODAY, MemoryReader, pokrovsk_reader


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    page: Path = tmp_path_factory.mktemp("page")
    (page / "index.html").write_text("<!doctype html><title>Salient</title>", encoding="utf-8")
    with TestClient(create_app(pokrovsk_reader(), lambda: TODAY, page)) as client:
        yield client


def test_the_theatre_names_its_sides_and_days(client: TestClient) -> None:
    theatre = client.get("/api/theatre").json()
    assert [side["id"] for side in theatre["sides"]] == ["RU", "UA"]
    assert (theatre["first"], theatre["last"]) == ("2025-11-01", "2025-12-10")


def test_steps_belong_to_places_and_sum_to_a_hundred(client: TestClient) -> None:
    places, steps = client.get("/api/places").json(), client.get("/api/steps").json()
    assert len(steps["count"]) == len(places["id"])
    assert sum(steps["count"]) == len(steps["day"])
    assert {sum(column) for column in zip(*steps["percent"], strict=True)} == {100}
    assert steps["count"][places["id"].index("p-pokrovsk")] > 1


def test_a_panel_ties_the_denial_to_what_it_denies(client: TestClient) -> None:
    panel = client.get("/api/places/p-pokrovsk?day=2025-12-03").json()
    claims = {claim["id"]: claim for claim in panel["claims"]}
    denial = next(claim for claim in claims.values() if claim["stance"] == "denies")
    assert [claims[target]["text"] for target in denial["against"]] == ["The town has been taken completely."]
    assert denial["id"] in claims[denial["against"][0]]["answered_by"]
    assert panel["verdict"]["sentence"].startswith(
        "Claimed taken by Russia on 1 December 2025, denied by Ukraine on 2 December 2025."
    )


def test_retold_words_are_no_quote(client: TestClient) -> None:
    claims = client.get("/api/places/p-pokrovsk?day=2025-12-03").json()["claims"]
    retold = [claim for claim in claims if claim["wording"] == "retold"]
    assert [claim["quote"] for claim in retold] == [None]
    assert retold[0]["text"] == "The mapper shows a grey zone."


def test_search_tells_villages_of_one_name_in_one_region_apart() -> None:
    settlements = (
        Place("a", "Milltown", 37.0, 48.0, population=90, region="Upper Land"),
        Place("b", "Milltown", 37.6, 48.0, population=80, region="Upper Land"),
        Place("c", "Capital", 37.1, 48.0, population=9_000, region="Upper Land"),
    )
    found = find(MemoryReader(load_theatre("ukraine"), settlements, ()), "Milltown")
    assert [one.detail for one in found] == ["Upper Land, 7 km from Capital", "Upper Land"]


def test_what_was_published_later_is_not_known(client: TestClient) -> None:
    known = client.get("/api/places/p-pokrovsk?day=2025-12-03&as_of=2025-12-01").json()
    assert {claim["published"] for claim in known["claims"]} == {"2025-12-01"}


def test_markup_in_a_report_stays_text(client: TestClient) -> None:
    answer = client.get("/api/places/p-pokrovsk?day=2025-12-03")
    assert answer.headers["content-type"] == "application/json"
    assert any(MARKUP in (claim["text"] or "") for claim in answer.json()["claims"])


@pytest.mark.parametrize(
    ("words", "found"),
    [("Pokrovsk", "Pokrovsk"), ("покров", "Pokrovsk"), ("Pokrvosk", "Pokrovsk"), ("красноармейск", "Pokrovsk")],
)
def test_search_knows_other_spellings_and_typing_errors(client: TestClient, words: str, found: str) -> None:
    assert found in [row["name"] for row in client.get("/api/search", params={"q": words}).json()][:1]


def test_the_front_is_geojson(client: TestClient) -> None:
    front = client.get("/api/front?day=2025-12-03").json()
    assert [feature["properties"]["layer"] for feature in front["features"]] == ["area", "area", "line", "spread"]


def test_salients_are_told_with_their_size(client: TestClient) -> None:
    (found,) = client.get("/api/salients?day=2025-12-03").json()
    assert (found["name"], found["base_km"], found["depth_km"]) == ("Village 21", 8.0, 15.0)
    assert found["area"][0][0] == [37.2, 48.0]


def test_what_the_pack_withholds_is_neither_listed_nor_drawn_and_said_to_be_withheld() -> None:
    reader = pokrovsk_reader()
    ring = ((37.1, 48.2), (37.25, 48.2), (37.25, 48.35), (37.1, 48.35), (37.1, 48.2))
    area = WithheldArea("an evacuation", TODAY + timedelta(days=1), (ring,))
    open_tomorrow = replace(reader, theatre=replace(reader.theatre, withheld_areas=(area,)))
    client = TestClient(create_app(open_tomorrow, lambda: TODAY))
    assert "Pokrovsk" not in client.get("/api/places").json()["name"]
    assert "p-pokrovsk" not in [row["id"] for row in client.get("/api/search?q=Pokrovsk").json()]
    assert client.get("/api/places/p-pokrovsk?day=2025-12-03").status_code == 404
    told = client.get("/api/theatre").json()["withheld"]
    assert [(one["reason"], one["until"]) for one in told] == [("an evacuation", area.until.isoformat())]
    line = client.get("/api/front?day=2025-12-03").json()["features"]
    spots = [spot for part in line if part["properties"]["layer"] == "line" for spot in part["geometry"]["coordinates"]]
    assert spots
    assert not any(37.1 < lon < 37.25 and 48.2 < lat < 48.35 for lon, lat in spots)
    counts, places = client.get("/api/steps").json()["count"], client.get("/api/places").json()["id"]
    assert len(counts) == len(places)
    later = TestClient(create_app(open_tomorrow, lambda: TODAY + timedelta(days=1)))
    assert "Pokrovsk" in later.get("/api/places").json()["name"]
    assert later.get("/api/theatre").json()["withheld"] == []


def test_the_board_lists_the_open_dispute(client: TestClient) -> None:
    board = client.get("/api/disputes?day=2025-12-05").json()
    assert [row["place"]["name"] for row in board] == ["Pokrovsk"]
    assert board[0]["age_days"] == 4
    assert client.get("/api/disputes?day=2025-11-20").json() == []


def test_the_board_of_sources_counts_what_was_borne_out(client: TestClient) -> None:
    (record,) = client.get("/api/sources?day=2025-12-05").json()
    assert (record["speaker"], record["sort"]) == ("Defence Ministry", "capture")
    assert (record["borne_out"], record["contradicted"], record["unanswered"], record["judged"]) == (6, 1, 3, 10)
    assert record["low"] < 0.6 < record["high"]
    assert client.get("/api/sources?day=2025-12-05&least=13").json() == []


def test_the_strip_draws_no_area_before_most_of_the_ground_is_known(client: TestClient) -> None:
    area = client.get("/api/days").json()["area_km2"]
    assert [column[:2] for column in area.values()] == [[None, 1003.0], [None, 1997.0], [None, 50.0]]


def test_assets_say_what_was_said_of_them(client: TestClient) -> None:
    assets = client.get("/api/assets?day=2025-12-05").json()
    assert [state["status"] for state in assets[0]["states"]] == ["suspended"]


def test_headers_allow_nothing_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/api/theatre", "/api/nothing"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_nothing_can_be_written(client: TestClient) -> None:
    assert client.post("/api/places", json={}).status_code == 405


def test_big_answers_are_compressed_and_spared(client: TestClient) -> None:
    answer = client.get("/api/steps", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    again = client.get("/api/steps", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_errors_are_one_line(client: TestClient) -> None:
    missing = client.get("/api/places/nowhere?day=2025-12-03")
    assert (missing.status_code, missing.json()) == (404, {"error": "no place 'nowhere' in this theatre"})
    assert client.get("/api/front?day=soon").json()["error"].startswith("day: ")


def test_an_empty_store_says_so() -> None:
    empty = MemoryReader(pokrovsk_reader().theatre, (), ())
    with TestClient(create_app(empty, lambda: TODAY)) as client:
        assert client.get("/api/theatre").json()["first"] is None
        answer = client.get("/api/steps")
        assert (answer.status_code, answer.json()["error"]) == (
            404,
            "nothing has been assessed yet: add reports first",
        )


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("x"), 404),
        (UsageError("x"), 400),
        (PackError("f", "x", 1), 422),
        (StoreError("x"), 503),
        (SalientError("x"), 500),
    ],
)
def test_every_error_has_a_status(error: SalientError, status: int) -> None:
    assert status_of(error) == status


def test_day_is_needed(client: TestClient) -> None:
    assert client.get("/api/places/p-pokrovsk").status_code == 400
    assert date.fromisoformat(client.get("/api/theatre").json()["last"]) == date(2025, 12, 10)


def test_the_distance_to_the_line_is_told_through_time(client: TestClient) -> None:
    """The invented line moves west by 0.002° a day, from 37.2° E over the town at 37.18° E."""
    told = client.get("/api/places/p-pokrovsk/distance").json()
    assert told["day"][-1] == "2025-12-10"
    assert len(told["day"]) == len(told["km"]) == 40
    assert told["km"][0] > min(told["km"]) < told["km"][-1]
    assert min(told["km"]) < 0.3
    assert client.get("/api/places/atlantis/distance").status_code == 404


def test_without_a_line_there_is_no_distance() -> None:
    assert line_away_km(None, 37.0, 48.0) is None
    line = FrontLine(((37.0, 49.0), (38.0, 49.0)), 1.0)
    front = Front(date(2025, 1, 1), date(2025, 1, 1), {}, (), (line,), ())
    assert line_away_km(front, 37.5, 48.0) == pytest.approx(111.2, abs=0.1)


def test_every_answer_takes_notice_of_what_was_stored_meanwhile() -> None:
    reader = pokrovsk_reader()
    client = TestClient(create_app(reader, lambda: TODAY))
    for address in ("/api/theatre", "/api/places", "/api/front?day=2025-12-01"):
        client.get(address)
    assert reader.asked == 3
