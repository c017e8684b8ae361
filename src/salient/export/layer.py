"""A table with geometry: what every exporter of a subject makes, and every writer of a format takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shapely.geometry.base import BaseGeometry


class ColumnType(StrEnum):
    """What the values of a column are; None is allowed in all of them."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    """As ISO 8601 text."""


@dataclass(frozen=True, slots=True)
class Column:
    """`hxl` is the column's tag in the Humanitarian Exchange Language."""

    name: str
    hxl: str
    type: ColumnType = ColumnType.TEXT


@dataclass(frozen=True)
class Layer:
    """Rows have one value per column; `geometries` one per row, in WGS 84 degrees, None where there is none.

    `about` says what the layer is: title, day, as_of, method, and the sources with their terms.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Any, ...]]
    geometries: Sequence[BaseGeometry | None]
    about: Mapping[str, Any]
