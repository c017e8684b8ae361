"""Adding and correcting over HTTP: only with a token, looked at before it is stored, told to everybody afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from salient.serve.app import create_app
from salient.serve.bodies import MOST_BYTES
from tests.serve.desk import NAME, SAID, TOKEN, desk_app, stored
from tests.serve.memory import TODAY, pokrovsk_reader

BEARER = {"authorization": f"Bearer {TOKEN}"}
TEXT = """The General Staff said on 7 December that its troops hold Pokrovsk.

Two soldiers were killed and 40 wounded near Pokrovsk, the ministry said."""
PASTED = {"text": TEXT, "outlet": "The Herald", "published": "2025-12-07", "lang": "en"}
WITH_TOKEN = [
    ("/api/preview", PASTED),
    ("/api/reports", {"preview": "report-1"}),
    ("/api/corrections", {"subject": "claim-1", "fault": "no-claim", "reason": "why"}),
    ("/api/corrections/correction-1/reversal", {"reason": "why"}),
]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(desk_app(tmp_path)) as client:
        yield client


def panel(client: TestClient, query: str) -> dict[str, Any]:
    (found,) = (one for one in client.get("/api/search?q=Myrnohrad").json() if one["name"] == "Myrnohrad")
    told: dict[str, Any] = client.get(f"/api/places/{found['id']}?{query}").json()
    return told


def myrnohrad(client: TestClient, query: str = "day=2025-12-05") -> list[dict[str, Any]]:
    claims = panel(client, query)["claims"]
    return [claim for claim in claims if claim["kind"] == "control"]


@pytest.mark.parametrize(("address", "body"), WITH_TOKEN)
def test_nothing_is_taken_without_a_token(client: TestClient, address: str, body: dict[str, str]) -> None:
    for header in ({}, {"authorization": "Bearer wrong"}, {"cookie": f"token={TOKEN}"}):
        refused = client.post(address, json=body, headers=header)
        assert (refused.status_code, refused.json()) == (
            403,
            {"error": "adding and correcting need a token of this server"},
        )
    assert client.get("/api/token").status_code == 403
    assert client.get("/api/corrections").json() == []


@pytest.mark.parametrize(("address", "body"), WITH_TOKEN)
def test_without_tokens_configured_there_is_no_such_address(address: str, body: dict[str, str]) -> None:
    with TestClient(create_app(pokrovsk_reader(), lambda: TODAY)) as client:
        refused = client.post(address, json=body, headers=BEARER)
        assert refused.status_code == 404
        assert "has no tokens" in refused.json()["error"]
        assert client.get("/api/theatre").json()["accepts"] is False
        assert client.get("/api/corrections").json() == []


def test_the_token_names_its_holder(client: TestClient) -> None:
    answer = client.get("/api/token", headers=BEARER)
    assert (answer.json(), answer.headers["cache-control"]) == ({"name": NAME}, "no-store")
    assert client.get("/api/theatre").json()["accepts"] is True


def test_what_was_looked_at_is_what_is_stored(client: TestClient) -> None:
    looked = client.post("/api/preview", json=PASTED, headers=BEARER).json()
    assert (looked["known"], looked["published"], looked["outlet"]) == (False, "2025-12-07", "The Herald")
    held = next(one for one in looked["claims"] if one["claim"]["kind"] == "control")
    assert (held["claim"]["place"], held["claim"]["stance"]) == ("Pokrovsk", "asserts")
    assert looked["text"][held["start"] : held["end"]] == held["claim"]["quote"]
    assert {one["withheld_until"] for one in looked["claims"] if one["claim"]["kind"] == "loss"} == {"2025-12-10"}
    version = client.get("/api/theatre").json()["version"]
    assert version == client.get("/api/theatre").json()["version"], "looking stores nothing"
    done = client.post("/api/reports", json={"preview": looked["preview"]}, headers=BEARER).json()
    assert done == {"report": looked["report"], "fate": "new", "claims": len(looked["claims"])}
    theatre = client.get("/api/theatre").json()
    assert theatre["last"] == "2025-12-07"
    assert theatre["version"] != version
    again = client.post("/api/preview", json=PASTED, headers=BEARER).json()
    assert again["known"] is True
    assert client.post("/api/reports", json={"preview": again["preview"]}, headers=BEARER).json()["fate"] == "duplicate"


def test_who_brought_a_report_is_kept(client: TestClient, tmp_path: Path) -> None:
    looked = client.post("/api/preview", json=PASTED, headers=BEARER).json()
    assert stored(tmp_path).at(None).signatures() == {}
    for _ in range(2):
        client.post("/api/reports", json={"preview": looked["preview"]}, headers=BEARER)
    assert stored(tmp_path).at(None).signatures() == {looked["preview"]: [NAME]}


def test_what_was_not_looked_at_is_not_stored(client: TestClient) -> None:
    refused = client.post("/api/reports", json={"preview": "report-0"}, headers=BEARER)
    assert (refused.status_code, "preview it again" in refused.json()["error"]) == (400, True)


def test_drafts_that_are_no_claims_are_told_with_their_reasons(client: TestClient) -> None:
    text = "Two soldiers were killed. He said that the village had been captured on Monday by them."
    looked = client.post("/api/preview", json={**PASTED, "text": text}, headers=BEARER).json()
    assert all(one["reason"] and one["stage"] for one in looked["dropped"])
    assert looked["text"] == text


REFUSED = [
    ({"address": "http://127.0.0.1/x"}, 422, "not an address of the open internet"),
    ({"address": "http://inside.example/x"}, 422, "refused: inside.example is 10.0.0.7"),
    ({"address": "file:///etc/passwd"}, 422, "only http and https addresses"),
    ({"address": "/etc/passwd"}, 400, "not an address"),
    ({}, 400, "give a text or an address"),
    ({"text": "x", "address": "https://a.example"}, 400, "give a text or an address"),
    ({"text": " \n "}, 422, "is empty"),
    ({"text": "Quiet.", "published": "2026-02-01", "lang": "en"}, 422, "published in the future"),
    ({"text": "Quiet.", "lang": "xx"}, 422, "language 'xx' is not known"),
    ({"text": "Quiet.", "url": "javascript:alert(1)"}, 400, "url"),
    ({"text": "Quiet.", "colour": "red"}, 400, "colour"),
]


@pytest.mark.parametrize(("body", "status", "words"), REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(
    client: TestClient, body: dict[str, str], status: int, words: str
) -> None:
    refused = client.post("/api/preview", json=body, headers=BEARER)
    assert refused.status_code == status
    assert words in refused.json()["error"]


def test_a_large_body_is_refused_stated_or_not(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(MOST_BYTES // 1000 + 1):
            yield b"x" * 1000

    stated = client.post("/api/preview", content=b"x" * (MOST_BYTES + 1), headers=BEARER)
    unstated = client.post("/api/preview", content=parts(), headers=BEARER)
    for refused in (stated, unstated):
        assert (refused.status_code, refused.json()) == (413, {"error": "larger than 1024 KiB"})
        assert "content-security-policy" in refused.headers


def test_a_correction_is_public_and_can_be_taken_back(client: TestClient) -> None:
    (claim,) = myrnohrad(client)
    assert claim["corrections"] == claim["corrected_later"] == []
    body = {"subject": claim["id"], "fault": "no-claim", "reason": "a film review"}
    made = client.post("/api/corrections", json=body, headers=BEARER).json()
    assert (made["by"], made["day"], made["withdraws"], made["quote"]) == (NAME, "2025-12-08", True, SAID)
    assert client.get("/api/corrections").json() == [made]
    assert client.get("/api/corrections?as_of=2025-12-07").json() == []
    assert myrnohrad(client, "day=2025-12-08") == []
    (then,) = myrnohrad(client)
    assert [note["by"] for note in then["corrected_later"]] == [NAME]
    assert myrnohrad(client, "day=2025-12-05&as_of=2025-12-08") == []
    refused = client.post("/api/corrections", json=body, headers=BEARER)
    assert (refused.status_code, "withdrawn already" in refused.json()["error"]) == (400, True)
    back = client.post(f"/api/corrections/{made['id']}/reversal", json={"reason": "it is none"}, headers=BEARER).json()
    assert back["reversal"] == {"by": NAME, "day": "2025-12-08", "reason": "it is none"}
    assert len(myrnohrad(client, "day=2025-12-08")) == 1


@pytest.mark.parametrize(
    ("wrong", "withdrawn"),
    [({"fault": "no-claim"}, True), ({"fault": "place", "given": {"place": "Pokrovsk"}}, False)],
)
def test_what_was_found_wrong_is_told_where_it_was_read(
    client: TestClient, wrong: dict[str, Any], withdrawn: bool
) -> None:
    (claim,) = myrnohrad(client)
    body = {"subject": claim["id"], "reason": "misread", **wrong}
    made = client.post("/api/corrections", json=body, headers=BEARER).json()
    assert panel(client, "day=2025-12-05")["found_wrong"] == [], "as known then it stands"
    (gone,) = panel(client, "day=2025-12-05&as_of=2025-12-08")["found_wrong"]
    assert (gone["id"], gone["quote"], gone["place"]) == (claim["id"], SAID, "Myrnohrad")
    (note,) = gone["corrections"]
    assert (note["by"], note["reason"], note["withdraws"]) == (NAME, "misread", withdrawn)
    client.post(f"/api/corrections/{made['id']}/reversal", json={"reason": "it is right"}, headers=BEARER)
    told = panel(client, "day=2025-12-05&as_of=2025-12-08")
    assert (told["found_wrong"], len(told["claims"])) == ([], 1)


def test_an_amended_claim_tells_what_was_read(client: TestClient) -> None:
    (claim,) = myrnohrad(client)
    body = {"subject": claim["id"], "fault": "content", "given": {"status": "lost"}, "reason": "it says so"}
    made = client.post("/api/corrections", json=body, headers=BEARER).json()
    assert made["claims"][0]["summary"] == "Russia took Myrnohrad"
    assert made["claims"][0]["changes"] == [{"field": "status", "was": "took", "now": "lost"}]
    (stands,) = myrnohrad(client, "day=2025-12-08")
    assert (stands["id"], stands["status"]) == (claim["id"], "lost")
    assert stands["corrections"][0]["changes"] == made["claims"][0]["changes"]


def test_what_is_withheld_is_withheld_in_corrections_too(client: TestClient) -> None:
    looked = client.post("/api/preview", json=PASTED, headers=BEARER).json()
    client.post("/api/reports", json={"preview": looked["preview"]}, headers=BEARER)
    loss = next(one["claim"]["id"] for one in looked["claims"] if one["claim"]["kind"] == "loss")
    body = {"subject": loss, "fault": "place", "reason": "it was at Dry Creek"}
    client.post("/api/corrections", json=body, headers=BEARER)
    (listed,) = client.get("/api/corrections").json()
    assert listed["withheld"]["until"] == "2025-12-10"
    assert (listed["text"], listed["reason"], listed["claims"]) == (None, None, [])
