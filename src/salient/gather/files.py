"""Files and standard input, and the form that each is read in."""

import sys
from pathlib import Path

from salient.domain.errors import ReportError
from salient.gather.bodies import Body
from salient.gather.maps import SUFFIXES as MAPS
from salient.gather.sniff import Form, sniff
from salient.gather.tables import Columns

STANDARD_INPUT = "-"
TEXTS = frozenset({".txt", ".md"})
_PAGES = frozenset({".html", ".htm"})
_USUAL = {
    **dict.fromkeys(TEXTS, Form.TEXT),
    **dict.fromkeys(_PAGES, Form.HTML),
    ".json": Form.JSON,
    ".jsonl": Form.JSON_LINES,
}
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ods"})
"""Files that hold words and cannot be read: whoever has them in a folder must hear of it."""
SUFFIXES = (*_USUAL, ".csv", ".tsv", ".xml", ".rss", ".atom", *MAPS)


def read_file(path: Path, name: str, columns: Columns) -> tuple[Body, Form]:
    """The bytes of one file, or of standard input for "-", and the form they have.

    Raises ReportError for a file that is missing or of a form that cannot be read, and OSError.
    """
    if name == STANDARD_INPUT:
        body, suffix = Body("standard input", "stdin", sys.stdin.buffer.read(), columns=columns), ""
    else:
        suffix = path.suffix.lower()
        if not path.exists():
            raise ReportError(name, "no such file or folder")
        if suffix not in SUFFIXES:
            raise _unreadable(name)
        body = Body(name, path.stem, path.read_bytes(), columns=columns)
    form = _form(body.data, suffix)
    if form is None:
        raise _unreadable(body.name)
    return body, form


def _form(data: bytes, suffix: str) -> Form | None:
    """What a body is by its first characters, or what its suffix promises, so that the reader says what is wrong."""
    if suffix in TEXTS:
        return Form.TEXT
    form = sniff(data, suffix) or _USUAL.get(suffix)
    if suffix in (".json", ".jsonl") and form in (Form.JSON, Form.JSON_LINES, Form.HTML):
        return _USUAL[suffix]
    if form is Form.HTML and suffix not in ("", *_PAGES):
        return None
    return form


def _unreadable(name: str) -> ReportError:
    return ReportError(name, f"not a type of file that can be read ({', '.join(SUFFIXES)})")
