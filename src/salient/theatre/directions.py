"""The stretches of the front that a theatre pack names, with their days."""

from datetime import date
from pathlib import Path

from pydantic import model_validator

from salient.domain.theatre import Direction
from salient.theatre.yaml_file import Shape, read_yaml


class _Direction(Shape):
    name: str
    lon: float
    lat: float
    since: date
    until: date | None = None

    @model_validator(mode="after")
    def _forward(self) -> "_Direction":
        if self.until is not None and self.until < self.since:
            raise ValueError(f"{self.name} ends before it begins")
        return self


class _DirectionsFile(Shape):
    directions: tuple[_Direction, ...]


def read_directions(path: Path) -> tuple[Direction, ...]:
    """Read a pack's `directions.yaml`. Raises PackError naming file and line."""
    return tuple(Direction(**listed.model_dump()) for listed in read_yaml(path, _DirectionsFile).directions)
