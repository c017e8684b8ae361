"""Bytes to text, or a plain word on why not."""

from salient.domain.errors import ReportError

_BYTE_ORDER_MARK = "\ufeff"


def decode_text(body: bytes, name: str) -> str:
    """Decode UTF-8; the text stays as given but for a byte order mark.

    Raises ReportError for what is empty, binary or in another encoding.
    """
    if not body.strip():
        raise ReportError(name, "is empty")
    if b"\0" in body:
        raise ReportError(name, "is binary, not text")
    try:
        text = body.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise ReportError(name, f"is not UTF-8 text (byte 0x{body[error.start]:02x} in line {line})") from error
    if not text.strip():
        raise ReportError(name, "is empty")
    return text
