"""How maps made by others mark who holds what."""

from pathlib import Path

from salient.domain.assessment import CONTESTED
from salient.domain.errors import PackError
from salient.domain.theatre import NOBODY, MapLegend
from salient.theatre.yaml_file import Shape, read_yaml


class _Legend(Shape):
    property: str
    values: dict[str, str]


class _MapsFile(Shape):
    legends: tuple[_Legend, ...]


def read_legends(path: Path, sides: set[str]) -> tuple[MapLegend, ...]:
    """Read `maps.yaml`; a pack may do without. Raises PackError for a value that means no side of the pack."""
    if not path.exists():
        return ()
    legends = read_yaml(path, _MapsFile).legends
    for legend in legends:
        for value, meaning in legend.values.items():
            if meaning not in sides | {CONTESTED, NOBODY}:
                raise PackError(str(path), f"{legend.property}: {value}: {meaning} is no side of this pack")
    return tuple(MapLegend(legend.property, legend.values) for legend in legends)
