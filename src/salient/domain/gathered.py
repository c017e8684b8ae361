"""A report together with what it was read from."""

from dataclasses import dataclass

from salient.domain.page import Capture
from salient.domain.report import Report


@dataclass(frozen=True, slots=True)
class Gathered:
    """`name` is the input as the user gave it, or the address. `capture` is None for what came from no server."""

    name: str
    report: Report
    capture: Capture | None = None
