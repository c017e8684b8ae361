"""A codifier of administrative units and settlements: four levels of codes, category and name, no coordinates."""

from collections.abc import Iterable, Sequence

from salient.domain.errors import GazetteerError
from salient.gazetteer.sources.reading import Format, OfficialCode, Register

COLUMNS = 7
SETTLEMENTS = frozenset("MCTXK")
"""Categories of settlements: towns, villages, and towns with special status. The rest are units."""


def _recognises(first: str) -> bool:
    cells = first.lstrip("\ufeff").split(";")
    return len(cells) == COLUMNS and not any(cell.strip().isdigit() for cell in cells)


def _read(name: str, lines: Iterable[str]) -> Register:
    register = Register()
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line.rstrip("\n").split(";")]
        if len(cells) != COLUMNS:
            raise GazetteerError(name, f"{len(cells)} cells, not {COLUMNS}", number)
        if number > 1 and cells[5] in SETTLEMENTS:
            register.codes.append(_code(name, number, cells))
    return register


def _code(name: str, number: int, cells: Sequence[str]) -> OfficialCode:
    levels = [cell for cell in cells[:5] if cell]
    if not levels or not cells[6]:
        raise GazetteerError(name, "a settlement without code or name", number)
    return OfficialCode(levels[-1], cells[6], tuple(levels[:-1]))


FORMAT = Format("codifier", "codifier of settlements (CSV)", "official act", _recognises, _read)
