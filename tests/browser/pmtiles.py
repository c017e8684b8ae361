"""The smallest PMTiles archive: a picture of one colour that is the whole world (PMTiles specification 3)."""

import struct
import zlib


def one_colour(red: int, green: int, blue: int) -> bytes:
    tile = _png(red, green, blue)
    # One entry, each field as a varint: number, tile id, run length, length, offset + 1.
    directory = bytes([1, 0, 1]) + _varint(len(tile)) + bytes([1])
    metadata, start = b"{}", 127
    offsets = (start, len(directory), start + len(directory), len(metadata), 0, 0)
    data = start + len(directory) + len(metadata)
    head = b"PMTiles\x03" + struct.pack("<11Q", *offsets, data, len(tile), 1, 1, 1)
    head += struct.pack("<6B", 1, 1, 1, 2, 0, 0)
    head += struct.pack("<4iB2i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000, 0, 0, 0)
    return head + directory + metadata + tile


def _varint(number: int) -> bytes:
    low, rest = number & 127, number >> 7
    return bytes([low | 128]) + _varint(rest) if rest else bytes([low])


def _png(red: int, green: int, blue: int, size: int = 256) -> bytes:
    rows = (b"\0" + bytes([red, green, blue]) * size) * size
    parts = ((b"IHDR", struct.pack(">2I5B", size, size, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
