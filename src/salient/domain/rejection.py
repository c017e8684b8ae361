"""A draft that could not be completed, kept with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from salient.domain.identity import content_id


class Stage(StrEnum):
    """The stage that turned an input away."""

    GATHER = "gather"
    CLEAN = "clean"
    EXTRACT = "extract"
    LOCATE = "locate"
    DATES = "dates"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Rejection:
    """What was not taken, where and why. `quote` is empty where a whole input was turned away."""

    report: str
    stage: Stage
    reason: str
    quote: str = ""

    @property
    def id(self) -> str:
        return content_id("rejection", [self.report, self.stage, self.reason, self.quote])
