"""Addresses as they are found: any text may stand where one is meant, and the door refuses it by name."""

from urllib.parse import SplitResult, urljoin, urlsplit

_NOTHING = SplitResult("", "", "", "", "")


def parts_of(address: str) -> SplitResult:
    """The parts of an address; all of them empty for a text that is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return _NOTHING


def joined(base: str, link: str) -> str:
    """The address that a link leads to from another; the link as it stands where it leads nowhere."""
    try:
        return urljoin(base, link)
    except ValueError:
        return link
