"""Report files, folders of them and standard input as raw pages."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from salient.domain.errors import ReportError
from salient.domain.page import Media, RawPage

SUFFIXES = {
    ".txt": Media.TEXT,
    ".md": Media.TEXT,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".json": Media.JSON,
    ".jsonl": Media.JSON,
}
STANDARD_INPUT = "-"


def gather_files(paths: Iterable[str]) -> Iterator[RawPage | ReportError]:
    """Yield the raw pages of files, folders and `-`, in the order given, folders sorted by name.

    An input that cannot be read is yielded as the error it caused, and the rest goes on. Lines of a .jsonl are pages
    of their own. In folders, hidden files, files of other types and a README, which tells about the folder, are passed
    over.
    """
    for path in paths:
        try:
            if path == STANDARD_INPUT:
                yield from _standard_input(sys.stdin.buffer.read())
            else:
                yield from _of_path(Path(path), path)
        except ReportError as error:
            yield error
        except OSError as error:
            yield ReportError(path, f"cannot be read: {error.strerror or error}")


def _of_path(path: Path, name: str) -> Iterator[RawPage | ReportError]:
    if not path.is_dir():
        yield from _of_file(path, name)
        return
    files = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and _is_report(file, path))
    if not files:
        raise ReportError(name, f"holds no report files ({', '.join(SUFFIXES)})")
    yield from gather_files(str(file) for file in files)


def _is_report(file: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return not hidden and file.stem.upper() != "README"


def _of_file(path: Path, name: str) -> Iterator[RawPage | ReportError]:
    media = SUFFIXES.get(path.suffix.lower())
    if media is None:
        if not path.exists():
            raise ReportError(name, "no such file or folder")
        raise ReportError(name, f"not a type of file that can be read ({', '.join(SUFFIXES)})")
    if path.suffix.lower() != ".jsonl":
        yield RawPage(name, path.stem, media, path.read_bytes())
        return
    with path.open("rb") as lines:
        yield from _lines(name, path.stem, lines)


def _lines(name: str, stem: str, lines: Iterable[bytes]) -> Iterator[RawPage | ReportError]:
    found = False
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found = True
            yield RawPage(f"{name}:{number}", f"{stem}-{number}", Media.JSON, line)
    if not found:
        yield ReportError(name, "is empty")


def _standard_input(body: bytes) -> Iterator[RawPage | ReportError]:
    """Tell by the first character what stands there: JSON lines, a page, or plain text."""
    first = body.lstrip()[:1]
    name = "standard input"
    if first == b"{":
        try_whole = RawPage(name, "stdin", Media.JSON, body)
        yield from [try_whole] if _is_one_object(body) else _lines(name, "stdin", body.splitlines())
    else:
        yield RawPage(name, "stdin", Media.HTML if first == b"<" else Media.TEXT, body)


def _is_one_object(body: bytes) -> bool:
    """A pretty-printed object does not end on its first line; JSON lines do."""
    first_line = body.lstrip().split(b"\n", 1)[0]
    return not first_line.rstrip().endswith(b"}")
