"""Unpack what is compressed, within limits: a small body must not become a large one, nor hide another archive."""

import io
import zipfile
import zlib
from collections.abc import Iterator

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_STEP = 65_536
_EARLY_BYTES = 1 << 20
"""Below this size no ratio is looked at: a short page of repetitions compresses well."""


class PackedError(ValueError):
    """Compressed data that is broken or breaks a limit; its text says how."""


def gunzip(chunks: Iterator[bytes], most_bytes: int, ratio: float) -> Iterator[bytes]:
    """Unpack one layer of gzip or zlib as it comes. Raises PackedError for more than the limits allow."""
    machine = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    taken = given = 0
    try:
        for chunk in chunks:
            taken += len(chunk)
            rest = chunk
            while rest and not machine.eof:
                part = machine.decompress(rest, _STEP)
                rest = machine.unconsumed_tail
                given += len(part)
                _check(given, taken, most_bytes, ratio)
                yield part
        if not machine.eof:
            raise PackedError("its compressed data ends too early")
    except zlib.error as error:
        raise PackedError(f"its compressed data is broken: {error}") from error


def is_packed(body: bytes) -> bool:
    return body.startswith((_GZIP, _ZIP))


def check_archive(body: bytes, most_bytes: int, ratio: float) -> list[str]:
    """The names of a zip archive's members. Raises PackedError for what unzip_one refuses, member by member."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise PackedError(f"not a sound zip archive: {error}") from error
    _check_members(members, most_bytes)
    for member in members:
        _check(member.file_size, max(1, member.compress_size), most_bytes, ratio)
    return [member.filename for member in members]


def unzip_one(body: bytes, suffix: str, most_bytes: int, ratio: float) -> bytes:
    """The first member of a zip archive with this suffix, in memory; nothing is ever written to a path of the archive.

    Raises PackedError for broken archives, members that point out of it, archives within it and broken limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = archive.infolist()
            _check_members(members, most_bytes)
            wanted = next((member for member in members if member.filename.lower().endswith(suffix)), None)
            if wanted is None:
                raise PackedError(f"holds no {suffix} file")
            with archive.open(wanted) as stream:
                parts, given = [], 0
                while part := stream.read(_STEP):
                    given += len(part)
                    _check(given, max(1, wanted.compress_size), most_bytes, ratio)
                    parts.append(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, PackedError):
            raise
        raise PackedError(f"not a sound zip archive: {error}") from error
    found = b"".join(parts)
    if is_packed(found):
        raise PackedError("refused: an archive within an archive")
    return found


def _check_members(members: list[zipfile.ZipInfo], most_bytes: int) -> None:
    if len(members) > 1000:
        raise PackedError(f"refused: {len(members)} files in one archive")
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        if member.filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
            raise PackedError(f"refused: a member points out of the archive ({member.filename!r})")
    if sum(member.file_size for member in members) > most_bytes:
        raise PackedError(f"refused: unpacks to more than {most_bytes // 1024} KiB")


def _check(given: int, taken: int, most_bytes: int, ratio: float) -> None:
    if given > most_bytes:
        raise PackedError(f"refused: unpacks to more than {most_bytes // 1024} KiB")
    if given > _EARLY_BYTES and given > ratio * taken:
        raise PackedError(f"refused: unpacks to more than {ratio:.0f} times its size")
