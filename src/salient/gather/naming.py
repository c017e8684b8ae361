"""Names for what comes from an address: the ids of reports that bring none."""

import hashlib
import re
from urllib.parse import unquote

from salient.domain.address import parts_of

_WIDTH = 60


def is_address(text: str) -> bool:
    """Whether an input is meant as an address; whether it may be visited is the door's to say."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", text) is not None


def address_stem(url: str) -> str:
    """A readable id: the host, the end of the path, and eight digits that keep two addresses apart."""
    parts = parts_of(url)
    last = unquote(parts.path).rstrip("/").rsplit("/", 1)[-1]
    words = re.sub(r"\W+", "-", f"{parts.hostname or ''}-{last}").strip("-").lower()[:_WIDTH].strip("-")
    return f"{words}-{hashlib.sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
