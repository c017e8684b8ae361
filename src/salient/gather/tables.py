"""Reports in tables: CSV with a header, and JSON lines whose fields have names of their own."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from salient.domain.errors import ReportError, UsageError
from salient.domain.page import Media, RawPage, Told

FIELDS = ("id", "text", "title", "published", "outlet", "url", "lang", "wording")
USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "report", "report_id", "post_id", "message_id"),
    "text": ("text", "body", "content", "message", "full_text", "article"),
    "title": ("title", "headline", "subject"),
    "published": ("published", "date", "published_at", "datetime", "timestamp", "created_at", "pubdate"),
    "outlet": ("outlet", "source", "channel", "publisher", "site", "author"),
    "url": ("url", "link", "permalink", "address"),
    "lang": ("lang", "language"),
    "wording": ("wording",),
}
_LONGEST_CELL = 1 << 24


@dataclass(frozen=True)
class Columns:
    """Which column holds which field. Fields that are not named are looked for under their usual names.

    `day_format` is how days are written, as in strptime; None for ISO 8601.
    """

    named: Mapping[str, str] = field(default_factory=dict)
    day_format: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Columns":
        """Read "text=body,published=date:%d.%m.%Y". Raises UsageError."""
        named: dict[str, str] = {}
        day_format = None
        for part in filter(None, (part.strip() for part in text.split(","))):
            name, separator, column = part.partition("=")
            if not separator or name not in FIELDS or not column:
                raise UsageError(f"--columns: {part!r} is not FIELD=COLUMN with a field of {', '.join(FIELDS)}")
            if name == "published" and ":" in column:
                column, day_format = column.split(":", 1)
            named[name] = column
        return cls(named, day_format)

    def take(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of one row, by our names; empty cells are None."""
        by_name = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
        found: dict[str, Any] = {}
        for name in FIELDS:
            columns = (self.named[name],) if name in self.named else USUAL_NAMES[name]
            values = (by_name.get(column.strip().lower()) for column in columns)
            found[name] = next((value for value in values if value not in (None, "")), None)
        return found


def read_csv(body: bytes, name: str, stem: str, columns: Columns) -> Iterator[RawPage | ReportError]:
    """One page a row. Raises ReportError for a table without the columns that are needed."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportError(name, f"is not UTF-8 text (byte 0x{body[error.start]:02x})") from error
    first = text.split("\n", 1)[0]
    csv.field_size_limit(_LONGEST_CELL)
    separator = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        header = rows.fieldnames or ()
        if columns.take(dict.fromkeys(header, "x"))["text"] is None:
            raise ReportError(
                name, f"no column for the text (found {', '.join(map(str, header))}): name it by --columns"
            )
        for row in rows:
            yield _page(columns, row, f"{name}:{rows.line_num}", f"{stem}-{rows.line_num}")
    except csv.Error as error:
        yield ReportError(f"{name}:{rows.line_num}", f"not a table: {error}")


def read_json_lines(body: bytes, name: str, stem: str, columns: Columns) -> Iterator[RawPage | ReportError]:
    """One page a line. A line in the form of the codebook stays as it is; others are mapped."""
    found = False
    for number, line in enumerate(body.split(b"\n"), start=1):
        if not line.strip():
            continue
        found = True
        where, key = f"{name}:{number}", f"{stem}-{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict) and (columns.named or "text" not in row):
            yield _page(columns, row, where, key)
        else:
            yield RawPage(where, key, Media.JSON, line)
    if not found:
        raise ReportError(name, "is empty")


def _page(columns: Columns, row: Mapping[str, Any], name: str, stem: str) -> RawPage | ReportError:
    taken = columns.take(row)
    if taken["text"] is None:
        return ReportError(name, "the text is empty")
    try:
        published = _moment(taken.pop("published"), columns.day_format)
    except ValueError as error:
        return ReportError(name, f"no day that can be read: {error}")
    record = {key: str(value) for key, value in taken.items() if value is not None}
    body = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
    return RawPage(name, stem, Media.JSON, body, told=Told(published))


def _moment(value: Any, day_format: str | None) -> date | datetime | None:
    if value is None:
        return None
    text = str(value).strip()
    if day_format is not None:
        return datetime.strptime(text, day_format).date()  # noqa: DTZ007 - a day, not an instant
    if len(text) <= 10:
        return date.fromisoformat(text)
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.date()
