"""Fetching keeps to its limits and to the addresses it checked."""

import gzip
import time
import zlib
from dataclasses import replace

import pytest

from salient.domain.errors import FetchError
from salient.gather.fetch import Fetcher
from tests.gather.conftest import NOW, Answer, Site


def reason(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert caught.value.name == url
    return caught.value.reason


def test_gives_the_body_with_its_headers_and_time(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a?b=1"] = Answer(b"<p>Hello</p>", headers={"ETag": '"v1"'})
    found = fetcher.fetch(f"{site.address}/a?b=1", {"If-None-Match": '"v0"'})
    assert (found.status, found.body, found.fetched_at, found.headers["etag"]) == (200, b"<p>Hello</p>", NOW, '"v1"')
    assert site.asked[0][1]["if-none-match"] == '"v0"'
    assert "Salient" in site.asked[0][1]["user-agent"]


def test_connects_to_the_address_that_was_checked(site: Site, fetcher: Fetcher) -> None:
    site.pages["/"] = Answer(b"ok")
    resolving = replace(fetcher, resolve=lambda host, port: ["127.0.0.1"])
    assert resolving.fetch(f"http://no-such-host.invalid:{site.port}/").body == b"ok"
    assert site.asked[0][1]["host"] == f"no-such-host.invalid:{site.port}"


def test_a_name_is_resolved_once_so_that_it_cannot_change(site: Site, fetcher: Fetcher) -> None:
    site.pages["/"] = Answer(b"ok")
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    asked = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    assert replace(fetcher, resolve=rebinding).fetch(f"http://rebind.example:{site.port}/").body == b"ok"
    assert asked == ["rebind.example"]


def test_every_redirect_is_checked(site: Site, fetcher: Fetcher) -> None:
    site.pages["/in"] = Answer(status=302, headers={"Location": "http://inside.example/admin"})
    inside = {"inside.example": "10.0.0.7"}
    checked = replace(fetcher, resolve=lambda host, port: [inside.get(host, "127.0.0.1")])
    strict = replace(checked, allow_private=False)
    assert "127.0.0.1, not an address of the open internet" in reason(strict, f"http://outside.example:{site.port}/in")
    site.pages["/file"] = Answer(status=302, headers={"Location": "file:///etc/passwd"})
    assert "only http and https" in reason(checked, f"{site.address}/file")


def test_redirects_are_followed_up_to_a_limit(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/1": Answer(status=301, headers={"Location": "/2"}), "/2": Answer(b"there")}
    assert fetcher.fetch(f"{site.address}/1").address == f"{site.address}/2"
    site.pages["/loop"] = Answer(status=302, headers={"Location": "/loop"})
    assert reason(fetcher, f"{site.address}/loop") == "refused: more than 3 redirects"
    site.pages["/lost"] = Answer(status=302)
    assert "without saying where" in reason(fetcher, f"{site.address}/lost")


def test_errors_of_the_server_are_told(site: Site, fetcher: Fetcher) -> None:
    assert reason(fetcher, f"{site.address}/none") == "the server answered 404 Not Found"
    site.pages["/busy"] = Answer(status=429, headers={"Retry-After": "120"})
    site.pages["/later"] = Answer(status=503, headers={"Retry-After": "Wed, 03 Dec 2025 09:40:00 GMT"})
    for path, seconds in (("/busy", 120.0), ("/later", 600.0)):
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(site.address + path)
        assert caught.value.retry_after_seconds == seconds
    assert "cannot be fetched" in reason(fetcher, "http://127.0.0.1:9/")


def test_bodies_are_unpacked_once_and_within_limits(site: Site, fetcher: Fetcher) -> None:
    text = b"The road is cut. " * 100
    site.pages["/gz"] = Answer(gzip.compress(text), headers={"Content-Encoding": "gzip"})
    site.pages["/zz"] = Answer(zlib.compress(text), headers={"Content-Encoding": "deflate"})
    assert fetcher.fetch(f"{site.address}/gz").body == fetcher.fetch(f"{site.address}/zz").body == text
    site.pages["/twice"] = Answer(gzip.compress(gzip.compress(text)), headers={"Content-Encoding": "gzip, gzip"})
    assert "packed 2 times" in reason(fetcher, f"{site.address}/twice")
    site.pages["/br"] = Answer(b"?", headers={"Content-Encoding": "br"})
    assert "not asked for (br)" in reason(fetcher, f"{site.address}/br")
    site.pages["/cut"] = Answer(gzip.compress(text)[:-9], headers={"Content-Encoding": "gzip"})
    assert "ends too early" in reason(fetcher, f"{site.address}/cut")
    site.pages["/broken"] = Answer(b"\x1f\x8b nonsense", headers={"Content-Encoding": "gzip"})
    assert "broken" in reason(fetcher, f"{site.address}/broken")


def test_large_bodies_and_bombs_are_refused(site: Site, fetcher: Fetcher) -> None:
    site.pages["/large"] = Answer(b"x" * ((1 << 20) + 1))
    assert reason(fetcher, f"{site.address}/large") == "refused: larger than 1024 KiB"
    site.pages["/bomb"] = Answer(gzip.compress(bytes(8 << 20)), headers={"Content-Encoding": "gzip"})
    assert reason(fetcher, f"{site.address}/bomb") == "refused: unpacks to more than 1024 KiB"
    roomy = replace(fetcher, limits=replace(fetcher.limits, most_bytes=64 << 20))
    assert reason(roomy, f"{site.address}/bomb") == "refused: unpacks to more than 100 times its size"


def test_a_body_that_was_cut_off_is_no_page(site: Site, fetcher: Fetcher) -> None:
    site.pages["/short"] = Answer(b"half", headers={"Content-Length": "100"})
    assert "cannot be fetched" in reason(fetcher, f"{site.address}/short")


def test_a_server_that_dribbles_is_left_at_the_limit(site: Site, fetcher: Fetcher) -> None:
    site.pages["/slow"] = Answer(chunks=[b"x"] * 100, wait=lambda: time.sleep(0.05))
    hasty = replace(fetcher, limits=replace(fetcher.limits, seconds=0.3))
    started = time.monotonic()
    assert reason(hasty, f"{site.address}/slow") == "took longer than 0.3 seconds"
    assert time.monotonic() - started < 2.0
