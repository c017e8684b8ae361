"""Every error that Salient raises on purpose.

SalientError
├── InputError            an input that cannot be read; names it
│   ├── ReportError       a report file that is empty, binary, wrongly encoded, badly formed
│   │   └── FetchError    an address that is refused, does not answer, or answers with an error
│   ├── LineError         a file that breaks its rules; names the line
│   │   ├── PackError         a theatre or language pack
│   │   └── GazetteerError    a register of places
│   └── MapFileError      a map file that cannot be read or holds no area
├── UsageError            an impossible request (unknown place, end before start)
└── StoreError            a database that cannot be opened, written or understood
"""


class SalientError(Exception):
    """The root: its text is one line that a reader at midnight understands."""


class InputError(SalientError):
    """An input cannot be read. `name` is the input as the user gave it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class ReportError(InputError):
    """A report file is empty, binary, wrongly encoded or badly formed."""


class FetchError(ReportError):
    """An address is refused or does not give a page. `status` is the server's answer where there was one;
    `retry_after_seconds` is how long it asks to be left alone."""

    def __init__(
        self, name: str, reason: str, status: int | None = None, retry_after_seconds: float | None = None
    ) -> None:
        super().__init__(name, reason)
        self.status = status
        self.retry_after_seconds = retry_after_seconds


class LineError(InputError):
    """A line of an input breaks its rules; `line` counts from 1."""

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        super().__init__(name if line is None else f"{name}:{line}", reason)
        self.line = line


class PackError(LineError):
    """A theatre or language pack breaks its rules."""


class GazetteerError(LineError):
    """A register of places breaks its format."""


class MapFileError(InputError):
    """A map file cannot be read or holds no area."""


class UsageError(SalientError):
    """The request itself is impossible."""


class StoreError(SalientError):
    """The database cannot be opened, written or understood."""
