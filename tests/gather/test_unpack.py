"""Archives are read in memory, and only what is safe."""

import io
import zipfile

import pytest

from salient.gather.unpack import PackedError, unzip_one


def archive(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", method) as made:
        for name, data in members.items():
            # A fixed time: the bodies name the cases, and two workers must agree on them.
            made.writestr(zipfile.ZipInfo(name), data, method)
    return body.getvalue()


def test_gives_the_first_member_with_the_suffix() -> None:
    body = archive({"files/icon.png": b"png", "doc.KML": b"<kml/>", "other.kml": b"<x/>"})
    assert unzip_one(body, ".kml", 1 << 20, 100.0) == b"<kml/>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (archive({"../../etc/cron.d/x.kml": b"<kml/>"}), "points out of the archive"),
        (archive({"/etc/x.kml": b"<kml/>"}), "points out of the archive"),
        (archive({"C:/x.kml": b"<kml/>"}), "points out of the archive"),
        (archive({"..\\x.kml": b"<kml/>"}), "points out of the archive"),
        (archive({"doc.kml": archive({"doc.kml": b"<kml/>"})}), "an archive within an archive"),
        (archive({"doc.kml": bytes(2 << 20)}), "unpacks to more than 1024 KiB"),
        (archive({"doc.txt": b"x"}), r"holds no \.kml file"),
        (archive({f"{n}.kml": b"" for n in range(1001)}), "1001 files"),
        (archive({"doc.kml": b"<kml/>"})[:-30], "not a sound zip archive"),
        (archive({"doc.kml": b"<kml></kml>" * 50}).replace(b"doc.kml", b"dic.kml", 1), "not a sound zip archive"),
        (b"PK\x03\x04", "not a sound zip archive"),
    ],
)
def test_unsafe_archives_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(PackedError, match=reason):
        unzip_one(body, ".kml", 1 << 20, 100.0)


def test_a_member_that_packs_too_well_is_refused() -> None:
    with pytest.raises(PackedError, match="100 times its size"):
        unzip_one(archive({"doc.kml": bytes(4 << 20)}), ".kml", 8 << 20, 100.0)
