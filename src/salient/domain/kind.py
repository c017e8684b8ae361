"""What a claim can be about, and the states each kind knows."""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """The content of a claim (codebook: docs/codebook.md)."""

    CONTROL = "control"
    ADVANCE = "advance"
    CLASH = "clash"
    STRIKE = "strike"
    ENCIRCLEMENT = "encirclement"
    WITHDRAWAL = "withdrawal"
    STRENGTH = "strength"
    LOSS = "loss"
    ASSET = "asset"
    OUTLOOK = "outlook"


class Status(StrEnum):
    """The state that a claim of control, encirclement or asset asserts."""

    HOLDS = "holds"
    TOOK = "took"
    LOST = "lost"
    CONTESTED = "contested"
    COMPLETE = "complete"
    PARTIAL = "partial"
    THREATENED = "threatened"
    OPERATING = "operating"
    SUSPENDED = "suspended"
    EVACUATING = "evacuating"
    DAMAGED = "damaged"
    DESTROYED = "destroyed"
    CAPTURED = "captured"


STATUSES: Mapping[Kind, frozenset[Status]] = {
    Kind.CONTROL: frozenset({Status.HOLDS, Status.TOOK, Status.LOST, Status.CONTESTED}),
    Kind.ENCIRCLEMENT: frozenset({Status.COMPLETE, Status.PARTIAL, Status.THREATENED}),
    Kind.ASSET: frozenset(
        {
            Status.OPERATING,
            Status.SUSPENDED,
            Status.EVACUATING,
            Status.DAMAGED,
            Status.DESTROYED,
            Status.CAPTURED,
        }
    ),
}
"""Kinds that are missing here have no status."""


def check_status(kind: Kind, status: Status | None) -> None:
    """Raise ValueError for a status that the kind does not know, or a kind left without the status it needs."""
    allowed = STATUSES.get(kind, frozenset())
    if (status is None) == bool(allowed) or (status is not None and status not in allowed):
        raise ValueError(f"{kind} cannot have the status {status}")


class Stance(StrEnum):
    """What the speaker does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
