"""Report files and standard input as raw pages."""

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


def gather_file(name: str) -> Iterator[RawPage | ReportError]:
    """Yield the raw pages of one report file, or of standard input for `-`. Lines of a .jsonl are pages of their own.

    Raises ReportError or OSError for a file that cannot be read.
    """
    if name == STANDARD_INPUT:
        yield from _standard_input(sys.stdin.buffer.read())
    else:
        yield from _of_file(Path(name), name)


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
