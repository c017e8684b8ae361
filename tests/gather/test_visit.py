"""Pages, feeds and sitemaps of a real server become pages; what cannot be had is named and the rest goes on."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from salient.domain.errors import ReportError
from salient.domain.page import Media, RawPage, Told
from salient.gather.fetch import Fetcher
from salient.gather.visit import Pace, Visitor
from tests.gather import documents
from tests.gather.conftest import Answer, Site

XML = "application/xml"
MIDNIGHT = datetime(2025, 12, 1, 23, 30, tzinfo=UTC)


@pytest.fixture
def visitor(fetcher: Fetcher, site: Site) -> Visitor:
    site.pages["/news/bridge"] = Answer(documents.page())
    return Visitor(fetcher, Pace(0.0))


def visit(visitor: Visitor, url: str) -> tuple[list[RawPage], list[str]]:
    found = list(visitor.pages(url))
    return (
        [one for one in found if isinstance(one, RawPage)],
        [str(one) for one in found if isinstance(one, ReportError)],
    )


def test_a_page_is_given_with_its_capture(visitor: Visitor, site: Site) -> None:
    (page,), errors = visit(visitor, f"{site.address}/news/bridge")
    assert errors == []
    assert (page.media, page.body, page.url) == (Media.HTML, documents.page(), f"{site.address}/news/bridge")
    assert page.capture is not None
    assert page.capture.body == page.body
    assert page.stem.startswith("127-0-0-1-bridge-")


def test_an_rss_feed_leads_to_its_pages(visitor: Visitor, site: Site) -> None:
    site.pages["/feed"] = Answer(documents.rss(site.address), "application/rss+xml; charset=UTF-8")
    pages, errors = visit(visitor, f"{site.address}/feed")
    assert [page.url for page in pages] == [f"{site.address}/news/bridge", f"{site.address}/news/all", None]
    assert pages[0].told == Told(MIDNIGHT, "Bridge hit at Lisne", "The Courier – News", "en")
    assert pages[0].media is Media.HTML
    assert pages[1].told.title == "All of it & more"
    assert pages[1].body.decode().split("\n\n")[0] == documents.PARAGRAPHS[0]
    assert b"track" not in pages[1].body
    assert pages[2].body == b"The mill at Ostrov stands still, the owner said."
    assert errors == [f"{site.address}/news/gone: the server answered 404 Not Found"]
    assert "/news/all" not in site.paths()


def test_atom_and_json_feeds_say_the_same(visitor: Visitor, site: Site) -> None:
    site.pages["/atom"] = Answer(documents.atom(site.address), "application/atom+xml")
    site.pages["/feed.json"] = Answer(documents.json_feed(site.address), "application/feed+json")
    (from_atom,), _ = visit(visitor, f"{site.address}/atom")
    from_json, errors = visit(visitor, f"{site.address}/feed.json")
    assert errors == []
    assert from_atom.told.published == datetime(2025, 12, 1, 21, 30, tzinfo=UTC)
    assert from_atom.told.outlet == "Voice & Echo"
    assert from_json[0].told.published == MIDNIGHT
    assert from_atom.body == from_json[0].body == documents.page()
    assert (from_json[1].body, from_json[1].told.published) == (
        b"The ferry at Ostrov runs again, its owner said.",
        None,
    )


def test_sitemaps_and_their_indexes_lead_to_pages(visitor: Visitor, site: Site) -> None:
    site.pages["/news/later"] = Answer(documents.page("Later"))
    site.pages["/map.xml.gz"] = Answer(
        gzip.compress(documents.sitemap(site.address, "/news/bridge", "/news/later", "/news/none")), "application/gzip"
    )
    site.pages["/index.xml"] = Answer(documents.sitemap_index(site.address, "/map.xml.gz", "/none.xml"), XML)
    pages, errors = visit(visitor, f"{site.address}/index.xml")
    assert [page.url for page in pages] == [f"{site.address}/news/later", f"{site.address}/news/bridge"]
    assert errors == [
        f"{site.address}/news/none: the server answered 404 Not Found",
        f"{site.address}/none.xml: the server answered 404 Not Found",
    ]


def test_sitemaps_do_not_lead_on_for_ever(visitor: Visitor, site: Site) -> None:
    site.pages["/loop.xml"] = Answer(documents.sitemap_index(site.address, "/loop.xml"), XML)
    _, errors = visit(visitor, f"{site.address}/loop.xml")
    assert len(errors) == 1
    assert "nested deeper than 2" in errors[0]
    site.pages["/map.xml"] = Answer(documents.sitemap(site.address, "/news/bridge", "/news/b", "/news/c"), XML)
    pages, errors = visit(replace(visitor, most_pages=1), f"{site.address}/map.xml")
    assert pages == []
    assert errors[0] == f"{site.address}/map.xml: leads to 3 pages, of which the first 1 are read"


def test_only_wanted_pages_are_visited(visitor: Visitor, site: Site) -> None:
    site.pages["/feed"] = Answer(documents.rss(site.address), "application/rss+xml")
    pages, errors = visit(replace(visitor, wanted=lambda url: False), f"{site.address}/feed")
    assert [page.url for page in pages] == [None]
    assert errors == []
    assert site.paths() == ["/feed"]


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel>
<title>&b;</title><item><title>x</title></item></channel></rss>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url>
</urlset>"""


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(BOMB, XML), "refused: declares XML entities"),
        (Answer(OUTSIDE, XML), "refused: declares XML entities"),
        (Answer("<rss><x/></rss>".encode("utf-16"), XML), "not a type that can be read"),
        (Answer(b"<rdf:x/>", XML), "not a feed"),
        (Answer(b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "application/json"), "not a JSON feed"),
        (Answer(b"%PDF-1.7", "application/pdf"), "not a type that can be read (application/pdf)"),
        (Answer(b"\x89PNG\r\n", "image/png"), "not a type that can be read (image/png)"),
        (Answer(gzip.compress(gzip.compress(b"<rss/>")), XML), "refused: packed more than once"),
        (Answer(gzip.compress(bytes(4 << 20)), XML), "refused: unpacks to more than 1024 KiB"),
    ],
)
def test_dangerous_and_unreadable_bodies_are_refused(visitor: Visitor, site: Site, answer: Answer, reason: str) -> None:
    site.pages["/x"] = answer
    pages, errors = visit(visitor, f"{site.address}/x")
    assert pages == []
    assert len(errors) == 1
    assert errors[0].startswith(f"{site.address}/x: {reason}")


def test_text_is_decoded_as_its_server_states(visitor: Visitor, site: Site) -> None:
    site.pages["/t"] = Answer("Міст зруйновано".encode("cp1251"), "text/plain; charset=windows-1251")
    (page,), _ = visit(visitor, f"{site.address}/t")
    assert page.body.decode() == "Міст зруйновано"


def test_a_host_is_left_alone_between_two_visits() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(2.0, sleep, lambda: now[0])
    for url in ("http://a.example/1", "http://b.example/1", "http://a.example/2", "http://a.example/3"):
        pace.wait(url)
    assert slept == [2.0, 2.0]


def test_an_address_that_is_none_is_refused_by_name(visitor: Visitor, site: Site) -> None:
    site.pages["/map.xml"] = Answer(documents.sitemap("https://[courier", "/a"), XML)
    site.pages["/away"] = Answer(b"", status=302, headers={"location": "https://[courier/"})
    assert visit(visitor, f"{site.address}/map.xml")[1] == ["https://[courier/a: not an address: Invalid IPv6 URL"]
    assert visit(visitor, f"{site.address}/away")[1] == [f"{site.address}/away: not an address: Invalid IPv6 URL"]
