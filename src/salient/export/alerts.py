"""Alarms: what changed that somebody wanted to be told of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from salient.domain.identity import content_id


class AlertKind(StrEnum):
    """What an alarm is about."""

    LINE_NEAR = "line_near"
    DISPUTED = "disputed"
    ENCIRCLEMENT = "encirclement"
    ASSET = "asset"
    REFERENCE_FROZEN = "reference_frozen"


@dataclass(frozen=True, slots=True)
class Alert:
    """One change on one day. `subject` is the place, asset or map; `claims` are the ids of the claims it rests on."""

    kind: AlertKind
    day: date
    subject: str
    text: str
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return content_id("alert", [self.kind, self.day.isoformat(), self.subject, self.text])

    def record(self) -> dict[str, object]:
        return {
            "id": self.id,
            "kind": self.kind.value,
            "day": self.day.isoformat(),
            "subject": self.subject,
            "text": self.text,
            "claims": list(self.claims),
        }
