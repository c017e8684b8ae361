"""A map that anybody may send: only as text whose form is checked first, since what opens maps opens much besides."""

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from salient.domain.errors import InputError, MapFileError
from salient.domain.theatre import Theatre
from salient.front.map_file import ControlMap, read_map
from salient.gather.unpack import PackedError, unzip_one
from salient.gather.xml import local_name, parse_xml

MOST_BYTES = 20 << 20
_MOST_RATIO = 200.0
_MEMBERS = ("type", "features", "geometry", "geometries", "coordinates", "properties")
_SYSTEM = re.compile(r"(urn:ogc:def:crs:)?(EPSG|OGC)::?[\w.]*:?\w+", re.IGNORECASE)
"""Names of coordinate systems that are no addresses: of others a reader of maps would ask the network."""
_OTHER = "GeoJSON, KML and KMZ are read here; other formats by `salient compare`"


def read_sent_map(name: str, data: bytes, theatre: Theatre) -> ControlMap:
    """Read GeoJSON, KML or KMZ of at most MOST_BYTES, unpacked too. `name` is for messages and is never a path.

    Raises MapFileError for anything else, and for a map without areas that a side holds.
    """
    try:
        text, suffix = _checked(name, data)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"map{suffix}"
            path.write_bytes(text)
            return read_map(path, theatre)
    except InputError as error:
        raise MapFileError(name, error.reason) from error
    except PackedError as error:
        raise MapFileError(name, str(error)) from error


def _checked(name: str, data: bytes) -> tuple[bytes, str]:
    if len(data) > MOST_BYTES:
        raise MapFileError(name, f"larger than {MOST_BYTES >> 20} MB")
    if data.startswith(b"PK"):
        data = unzip_one(data, ".kml", MOST_BYTES, _MOST_RATIO)
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start == b"<":
        if local_name(parse_xml(data, name)) != "kml":
            raise MapFileError(name, f"XML, but no KML: {_OTHER}")
        return data, ".kml"
    if start != b"{":
        raise MapFileError(name, f"no map that is read here: {_OTHER}")
    return _plain_geojson(name, data), ".geojson"


def _plain_geojson(name: str, data: bytes) -> bytes:
    """The same map without members that GeoJSON does not know; of coordinate systems only those with a plain name."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise MapFileError(name, "broken GeoJSON") from error
    system = _system(whole)
    if system is not None and not _SYSTEM.fullmatch(system):
        raise MapFileError(name, f"refused: coordinate system {system[:80]!r}")
    kept: dict[str, Any] = {member: whole[member] for member in _MEMBERS if member in whole}
    if system is not None:
        kept["crs"] = {"type": "name", "properties": {"name": system}}
    return json.dumps(kept).encode()


def _system(whole: dict[str, Any]) -> str | None:
    crs = whole.get("crs")
    if crs is None:
        return None
    told = crs.get("properties") if isinstance(crs, dict) else None
    named = told.get("name") if isinstance(told, dict) else None
    return named if isinstance(named, str) else str(crs)
