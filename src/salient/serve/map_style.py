"""A base map by configuration: a MapLibre style from elsewhere, or from a folder of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from salient.domain.errors import UsageError

MOUNT = "/ground"


@dataclass(frozen=True, slots=True)
class MapStyle:
    """`address` is where the page finds the style, `hosts` are the origins it may load from besides its own, `folder`
    holds what is served under MOUNT."""

    address: str
    hosts: tuple[str, ...] = ()
    folder: Path | None = None


def read_map_style(given: str, hosts: Sequence[str] = ()) -> MapStyle:
    """Read a setting: the https address of a style, or a folder with style.json and all that it names.

    A style loads its tiles, from other hosts perhaps; those are to be named in `hosts`. Raises UsageError.
    """
    allowed = [_origin(host) for host in hosts]
    if "://" in given:
        return MapStyle(given, tuple(dict.fromkeys([_origin(given), *allowed])))
    folder = Path(given)
    if not (folder / "style.json").is_file():
        raise UsageError(f"{given}: neither the https address of a map style nor a folder with style.json")
    return MapStyle(f".{MOUNT}/style.json", tuple(allowed), folder)


def _origin(address: str) -> str:
    parts = urlsplit(address if "://" in address else f"https://{address}")
    if parts.scheme not in {"https", "http"} or not parts.hostname or any(char in address for char in " ;,'\"\t\n"):
        raise UsageError(f"{address!r}: not an address that a map can be loaded from")
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
