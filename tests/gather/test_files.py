"""Files, folders and standard input become raw pages; what cannot be read is named and the rest goes on."""

import io
from pathlib import Path

import pytest

from salient.domain.errors import ReportError
from salient.domain.page import Media, RawPage
from salient.gather.inputs import Inputs


def pages(*paths: object) -> list[RawPage]:
    found = list(Inputs().pages(str(path) for path in paths))
    assert all(isinstance(page, RawPage) for page in found), found
    return [page for page in found if isinstance(page, RawPage)]


def test_a_folder_is_read_by_name_without_hidden_and_foreign_files_and_readmes(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "README.md",
        ".hidden.txt",
        "deep/c.HTML",
        "deep/readme.txt",
        "image.png",
        ".git/d.txt",
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("words")
    assert [(page.stem, page.media) for page in pages(tmp_path)] == [
        ("a", Media.TEXT),
        ("b", Media.TEXT),
        ("c", Media.HTML),
    ]


def test_a_document_in_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.PDF").write_bytes(b"%PDF-1.7")
    read, refused = Inputs().pages([str(tmp_path)])
    assert isinstance(read, RawPage)
    assert str(refused).startswith(f"{tmp_path / 'b.PDF'}: not a type of file that can be read (.txt, ")


def test_every_line_of_a_jsonl_is_a_page_named_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text('{"text": "one"}\n\n{"text": "two"}\n')
    assert [(page.name, page.stem) for page in pages(file)] == [(f"{file}:1", "posts-1"), (f"{file}:3", "posts-3")]


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (b"Plain words.", [Media.TEXT]),
        (b" <html></html>", [Media.HTML]),
        (b'{\n "id": "x"\n}', [Media.JSON]),
        (b'{"id": "x"}', [Media.JSON]),
        (b'{"id": "x", "text": "a"}\n{"id": "y", "text": "b"}\n', [Media.JSON, Media.JSON]),
    ],
)
def test_standard_input_tells_what_it_is(monkeypatch: pytest.MonkeyPatch, body: bytes, media: list[Media]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body)))
    assert [page.media for page in pages("-")] == media


def test_inputs_that_cannot_be_read_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("words")
    (tmp_path / "report.pdf").write_bytes(b"%PDF")
    (tmp_path / "void").mkdir()
    (tmp_path / "empty.jsonl").write_text("\n")
    inputs = ["missing.txt", "missing", "report.pdf", "void", "empty.jsonl", "good.txt"]
    found = list(Inputs().pages(str(tmp_path / name) for name in inputs))
    errors = {error.name: error.reason for error in found if isinstance(error, ReportError)}
    assert [Path(name).name for name in errors] == inputs[:-1]
    assert "no such file" in errors[str(tmp_path / "missing.txt")]
    assert "no such file" in errors[str(tmp_path / "missing")]
    assert "not a type of file" in errors[str(tmp_path / "report.pdf")]
    assert "no files that can be read" in errors[str(tmp_path / "void")]
    assert isinstance(found[-1], RawPage)
