"""What all formats share: rows with their line numbers, and errors that name both."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from salient.domain.errors import GazetteerError
from salient.domain.naming import NamedPlace


@dataclass(frozen=True, slots=True)
class OfficialCode:
    """A row of a codifier: a settlement's code and official name, and the units it lies in, without coordinates."""

    code: str
    name: str
    units: tuple[str, ...]
    """Codes from the first level down."""


@dataclass(slots=True)
class Register:
    """What one file holds."""

    places: list[NamedPlace] = field(default_factory=list)
    codes: list[OfficialCode] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a register of places. `recognises` looks at the first line of a file."""

    name: str
    title: str
    licence: str
    recognises: Callable[[str], bool]
    read: Callable[[str, Iterable[str]], Register]
    """Read the lines of a file of the given name. Raises GazetteerError naming it and the line."""


Row = Mapping[str, str]


def read_rows(
    name: str, lines: Iterable[str], required: tuple[str, ...], delimiter: str = ","
) -> Iterator[tuple[int, Row]]:
    """Yield (line number, row) of a table with a header; rows are checked for their number of cells."""
    reader = csv.reader(lines, delimiter=delimiter)
    header = next(reader, [])
    if missing := [column for column in required if column not in header]:
        raise GazetteerError(name, f"no column {missing[0]}", 1)
    try:
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise GazetteerError(name, f"{len(cells)} cells where the header has {len(header)}", reader.line_num)
            yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise GazetteerError(name, f"not a table: {error}", reader.line_num) from error


def read_point(name: str, line: int, lon: str, lat: str) -> tuple[float, float]:
    """Read a point in degrees, or raise GazetteerError."""
    try:
        point = float(lon), float(lat)
    except ValueError:
        raise GazetteerError(name, f"no coordinates: {lat!r}, {lon!r}", line) from None
    if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90):
        raise GazetteerError(name, f"coordinates outside the world: {lat}, {lon}", line)
    return point
