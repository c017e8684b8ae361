"""A report together with what it was read from."""

from dataclasses import dataclass

from salient.domain.claim import Claim
from salient.domain.page import Capture
from salient.domain.report import Report


@dataclass(frozen=True, slots=True)
class Gathered:
    """`name` is the input as the user gave it, or the address. `capture` is None for what came from no server."""

    name: str
    report: Report
    capture: Capture | None = None
    claims: tuple[Claim, ...] | None = None
    """What a reader of the form itself found (a map); None: the text has yet to be read."""
