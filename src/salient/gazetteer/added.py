"""Register files that the user added: kept as they came, compressed, under the home folder."""

import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from salient.domain.errors import GazetteerError, UsageError
from salient.gazetteer.home import data_home
from salient.gazetteer.sources import FORMATS, Format, Register


@dataclass(frozen=True, slots=True)
class Added:
    """One added file. `digest` names its content, `name` is what it was called."""

    format: Format
    digest: str
    name: str
    path: Path

    def read(self) -> Register:
        text = gzip.decompress(self.path.read_bytes()).decode("utf-8-sig")
        return self.format.read(self.name, text.splitlines(keepends=True))


def list_added(home: Path | None = None) -> list[Added]:
    """List what was added, in the order in which it is merged: by format, then by content."""
    order = {format_.name: number for number, format_ in enumerate(FORMATS)}
    found = [_parsed(path) for path in _folder(home).glob("*.gz")]
    return sorted((item for item in found if item), key=lambda item: (order[item.format.name], item.digest))


def keep_file(path: Path, format_name: str | None = None, home: Path | None = None) -> tuple[Added, Register, bool]:
    """Check a file and keep a copy. Returns it, what it holds, and whether it is new.

    Raises GazetteerError naming file and line where it breaks its format, UsageError for an unknown format.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(str(path), f"cannot be read: {error}") from error
    lines = text.splitlines(keepends=True)
    if not text.strip():
        raise GazetteerError(str(path), "is empty")
    format_ = _format(str(path), lines[0], format_name)
    register = format_.read(str(path), lines)
    if not register.places and not register.codes:
        raise GazetteerError(str(path), "holds no settlement")
    digest = hashlib.sha256(content).hexdigest()[:16]
    kept = _folder(home) / f"{format_.name}--{digest}--{path.name}.gz"
    new = not any(item.digest == digest and item.format is format_ for item in list_added(home))
    if new:
        _write(kept, content)
    return Added(format_, digest, path.name, kept), register, new


def _format(name: str, first: str, stated: str | None) -> Format:
    names = ", ".join(format_.name for format_ in FORMATS)
    if stated is not None:
        found = next((format_ for format_ in FORMATS if format_.name == stated), None)
        if found is None:
            raise UsageError(f"no format {stated!r} (known: {names})")
        return found
    found = next((format_ for format_ in FORMATS if format_.recognises(first)), None)
    if found is None:
        raise GazetteerError(name, f"not a known format; name one of {names} with --format", 1)
    return found


def _write(path: Path, content: bytes) -> None:
    draft = path.with_suffix(".draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(gzip.compress(content, mtime=0))
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"{path.parent}: cannot be written: {error.strerror}") from error


def _folder(home: Path | None) -> Path:
    return data_home(home) / "gazetteer"


def _parsed(path: Path) -> Added | None:
    format_name, digest, name = [*path.name.removesuffix(".gz").split("--", 2), "", ""][:3]
    format_ = next((format_ for format_ in FORMATS if format_.name == format_name), None)
    return Added(format_, digest, name, path) if format_ and name else None


def read_added(home: Path | None) -> Iterator[Register]:
    return (item.read() for item in list_added(home))
