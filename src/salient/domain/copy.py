"""Which report repeats which."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """A report and the one whose origin it shares, None for a first telling. Both are digests.

    `likeness` is 0 to 1: how surely it is of one origin with the report most like it.
    """

    digest: str
    of: str | None
    likeness: float
