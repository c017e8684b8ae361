"""Every input that can be named is read by its own reader, and each fault is named where it stands."""

import io
import json
import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from salient.domain.errors import ReportError, UsageError
from salient.domain.page import Media, RawPage, Told
from salient.gather.fetch import Fetcher, Limits
from salient.gather.inputs import Inputs
from salient.gather.tables import Columns
from salient.gather.visit import Pace, Visitor
from tests.gather import documents
from tests.gather.conftest import Answer, Site


def read(path: Path | str, inputs: Inputs | None = None) -> tuple[list[RawPage], list[str]]:
    found = list((inputs or Inputs()).pages([str(path)]))
    return (
        [one for one in found if isinstance(one, RawPage)],
        [str(one).replace(f"{path}", "FILE") for one in found if isinstance(one, ReportError)],
    )


def put(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_list_file_names_addresses(tmp_path: Path, site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Answer(documents.page())
    listed = put(tmp_path / "list.txt", f"# pages\n{site.address}/a\n\nftp://x.example/b\n{site.address}/c\n")
    pages, errors = read(listed, Inputs(Visitor(fetcher, Pace(0.0))))
    assert [page.url for page in pages] == [f"{site.address}/a"]
    assert errors == [
        "ftp://x.example/b: refused: only http and https addresses are visited, not ftp",
        f"{site.address}/c: the server answered 404 Not Found",
    ]
    assert read(listed)[1][0] == f"{site.address}/a: addresses are not visited here"


@pytest.mark.parametrize(
    "lines",
    [
        ("https://a.example/1", "www.a.example/2"),
        ("https://a.example/1", "https://a.example/3  # the second", "the next one"),
    ],
)
def test_a_line_that_is_no_address_is_named_and_the_list_read_on(tmp_path: Path, lines: tuple[str, ...]) -> None:
    pages, errors = read(put(tmp_path / "list.txt", "\n".join(["# pages", "", *lines])))
    assert not pages
    assert [error for error in errors if "addresses are not visited here" not in error] == [
        f"FILE:{len(lines) + 2}: {lines[-1]!r} is no address (one begins with https:// or http://)"
    ]
    assert len(errors) == len(lines)


@pytest.mark.parametrize(
    "text", ["https://a.example/1\nThe town fell", "Quiet.\n\nhttps://a.example/1\nhttps://b.example"]
)
def test_a_short_text_with_its_address_is_a_text(tmp_path: Path, text: str) -> None:
    (page,), _ = read(put(tmp_path / "a.txt", text))
    assert page.body == text.encode()


def test_a_text_that_speaks_of_an_address_is_a_text(tmp_path: Path) -> None:
    (page,), _ = read(put(tmp_path / "a.txt", "https://a.example/1 reports that the bridge was hit."))
    assert page.media is Media.TEXT


def test_csv_by_usual_names(tmp_path: Path) -> None:
    table = put(
        tmp_path / "posts.csv",
        '\ufeffDate;Source;Message\n2025-12-01;Steppe;"One; and\ntwo"\n2025-12-01T23:30:00+00:00;Steppe;Three\n;;\n'
        "yesterday;Steppe;Four\n",
    )
    pages, errors = read(table)
    assert [json.loads(page.body) for page in pages] == [
        {"text": "One; and\ntwo", "outlet": "Steppe"},
        {"text": "Three", "outlet": "Steppe"},
    ]
    assert [page.told.published for page in pages] == [date(2025, 12, 1), datetime(2025, 12, 1, 23, 30, tzinfo=UTC)]
    assert [page.name for page in pages] == [f"{table}:3", f"{table}:4"]
    assert errors == [
        "FILE:5: the text is empty",
        "FILE:6: no day that can be read: Invalid isoformat string: 'yesterday'",
    ]


def test_csv_by_named_columns(tmp_path: Path) -> None:
    table = put(tmp_path / "x.csv", "wann,was,text\n01.12.2025,Bridge hit,other\n32.12.2025,Gone,other\n")
    columns = Columns.parse("text=was,published=wann:%d.%m.%Y")
    pages, errors = read(table, Inputs(columns=columns))
    assert [(json.loads(page.body)["text"], page.told.published) for page in pages] == [
        ("Bridge hit", date(2025, 12, 1))
    ]
    assert len(errors) == 1
    assert errors[0].startswith("FILE:3: no day that can be read")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"day,words\n2025-12-01,Hello\n", "FILE: no column for the text (found day, words): name it by --columns"),
        ("Дата,текст\n".encode("cp1251"), "FILE: is not UTF-8 text (byte 0xc4)"),
        (b"text\n" + b'"' + b"x" * ((1 << 24) + 1), "FILE:1: not a table"),
    ],
)
def test_broken_tables_are_named(tmp_path: Path, content: bytes, reason: str) -> None:
    pages, errors = read(put(tmp_path / "x.csv", content))
    assert pages == []
    assert errors[0].startswith(reason)


@pytest.mark.parametrize("text", ["body", "words=text", "text=", "=x"])
def test_columns_that_are_none_are_wrong_usage(text: str) -> None:
    with pytest.raises(UsageError):
        Columns.parse(text)


def test_json_lines_with_names_of_their_own(tmp_path: Path) -> None:
    lines = put(
        tmp_path / "x.jsonl",
        '{"message": "One", "channel": "Steppe", "date": "2025-12-01"}\n{"id": "r2", "text": "Two"}\nnot json\n',
    )
    pages, errors = read(lines)
    assert errors == []
    assert json.loads(pages[0].body) == {"text": "One", "outlet": "Steppe"}
    assert pages[0].told.published == date(2025, 12, 1)
    assert pages[1].body == b'{"id": "r2", "text": "Two"}'
    assert pages[2].body == b"not json"


def test_a_channel_export(tmp_path: Path) -> None:
    path = put(tmp_path / "result.json", json.dumps(documents.export(), indent=1))
    pages, errors = read(path)
    assert errors == []
    assert [page.stem for page in pages] == ["result-2", "result-4"]
    assert pages[0].body.decode() == "Lisne: the bridge was hit, the head of the district said.\nMore"
    assert pages[0].told == Told(datetime(2025, 12, 1, 23, 30, tzinfo=UTC), None, "Steppe Watch")
    assert pages[1].told.published == datetime(2025, 12, 2, 9, 30)  # noqa: DTZ001 - the exporter's own time


def test_an_export_of_all_chats_gives_its_public_channels_only(tmp_path: Path) -> None:
    private = {
        "type": "personal_chat",
        "name": "A friend",
        "id": 5,
        "messages": [{"id": 1, "type": "message", "text": "x"}],
    }
    whole = {"about": "…", "chats": {"about": "…", "list": [documents.export(), private]}}
    pages, errors = read(put(tmp_path / "result.json", json.dumps(whole)))
    assert [page.stem for page in pages] == ["result-1234567890-2", "result-1234567890-4"]
    pages, errors = read(put(tmp_path / "one.json", json.dumps(private)))
    assert (pages, errors) == ([], ["FILE: holds no public channel: private chats are not read"])


@pytest.mark.parametrize(
    "content",
    ['{"messages": [', '{"messages": [], "type": "public_channel", "messages": 3}', '{"messages": [], "chats": {}}'],
)
def test_broken_exports_are_named(tmp_path: Path, content: str) -> None:
    pages, errors = read(put(tmp_path / "x.json", content))
    assert pages == []
    assert errors[0].startswith("FILE: not a channel export")


def test_a_saved_channel_page(tmp_path: Path) -> None:
    (page,), errors = read(put(tmp_path / "steppewatch.html", documents.CHANNEL_PAGE))
    assert errors == []
    assert (page.url, page.stem) == ("https://t.me/steppewatch/42", "t.me-steppewatch-42")
    assert page.body.decode() == "Lisne: the bridge was hit,\nthe mayor said."
    assert page.told == Told(datetime(2025, 12, 1, 22, 30, tzinfo=UTC), None, "Steppe Watch")


def test_a_saved_feed_gives_what_it_holds(tmp_path: Path) -> None:
    pages, errors = read(put(tmp_path / "feed.xml", documents.rss("https://courier.example")))
    assert [page.body.split()[0] for page in pages] == [b"A", b"Rescuers", b"The"]
    assert errors == ["https://courier.example/news/gone: neither a page nor words in the feed"]
    assert "sitemap names pages" in read(put(tmp_path / "map.xml", documents.sitemap("https://c.example", "/a")))[1][0]


def archive(gzip: bool) -> bytes:
    body = io.BytesIO()
    writer = WARCWriter(body, gzip=gzip)

    def add(address: str, status: str, kind: str, content: bytes, record: str = "response") -> None:
        headers = StatusAndHeaders(status, [("Content-Type", kind), ("ETag", '"a"')], protocol="HTTP/1.1")
        made = writer.create_warc_record(
            address,
            record,
            io.BytesIO(content),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2025-12-01T09:00:00Z"},
        )
        writer.write_record(made)
        made.raw_stream.close()  # the writer's own temporary file

    add("https://courier.example/bridge", "200 OK", "text/html; charset=utf-8", documents.page())
    add("https://courier.example/none", "404 Not Found", "text/html", b"<p>none</p>")
    add("https://courier.example/logo.png", "200 OK", "image/png", b"\x89PNG\r\n")
    add("https://courier.example/robots.txt", "200 OK", "text/plain", b"User-agent: *")
    add("https://t.me/s/steppewatch", "200 OK", "text/html", documents.CHANNEL_PAGE)
    return body.getvalue()


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_web_archives(tmp_path: Path, suffix: str) -> None:
    path = put(tmp_path / f"crawl{suffix}", archive(suffix == ".warc.gz"))
    pages, errors = read(path)
    assert errors == []
    assert [page.url for page in pages] == ["https://courier.example/bridge", "https://t.me/steppewatch/42"]
    assert pages[0].body == documents.page()
    assert pages[0].capture is not None
    assert pages[0].capture.fetched_at == datetime(2025, 12, 1, 9, tzinfo=UTC)
    assert pages[0].capture.headers["etag"] == '"a"'


def test_a_broken_archive_gives_what_stood_before_the_break(tmp_path: Path) -> None:
    whole = archive(gzip=False)
    pages, errors = read(put(tmp_path / "cut.warc", whole[: whole.rindex(b"WARC/1.0") - 200] + b"\r\nnonsense\r\n"))
    assert pages[0].url == "https://courier.example/bridge"
    assert len(errors) <= 1
    assert read(put(tmp_path / "no.warc", b"not an archive"))[1][0].startswith("FILE: ")
    assert read(put(tmp_path / "cut.warc.gz", archive(gzip=True)[:400]))[1] == [
        "FILE#https://courier.example/bridge: cut off within this page"
    ]


def test_an_archived_page_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path / "a.warc", archive(gzip=False))
    found = list(Inputs(limits=Limits(most_bytes=300)).pages([str(path)]))
    assert str(found[0]) == f"{path}#https://courier.example/bridge: refused: larger than 0 KiB"


@pytest.mark.skipif(shutil.which("wget") is None, reason="needs wget")
def test_an_archive_made_by_wget(tmp_path: Path, site: Site) -> None:
    site.pages["/bridge.html"] = Answer(documents.page())
    command = ["wget", "-q", "--warc-file=crawl", "-O", "out.html", f"{site.address}/bridge.html"]
    subprocess.run(command, cwd=tmp_path, check=True, env={"PATH": "/usr/bin:/bin", "no_proxy": "127.0.0.1"})
    (page,), errors = read(tmp_path / "crawl.warc.gz")
    assert errors == []
    assert (page.url, page.body) == (f"{site.address}/bridge.html", documents.page())


def test_a_folder_holds_all_of_it(tmp_path: Path) -> None:
    put(tmp_path / "a.csv", "text\nHello there\n")
    put(tmp_path / "b.warc", archive(gzip=False))
    put(tmp_path / "c.txt", "A report.")
    put(tmp_path / "d.png", b"\x89PNG")
    put(tmp_path / ".hidden.txt", "Not this.")
    pages, errors = read(tmp_path)
    assert len(pages) == 4
    assert errors == []
    assert read(put(tmp_path / "gone.csv", "text\n").with_name("none.csv"))[1] == ["FILE: no such file or folder"]


def test_a_feed_may_hold_what_is_no_address(tmp_path: Path) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": []}
    words = "The bridge was hit, the mayor said. "
    feed["items"] = [{"id": "1", "url": "https://[courier/", "content_text": words}, {"id": "2", "content_text": words}]
    pages, errors = read(put(tmp_path / "feed.json", json.dumps(feed)))
    assert [page.url for page in pages] == ["https://[courier/", None]
    assert errors == []
