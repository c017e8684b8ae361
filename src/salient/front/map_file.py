"""Read what a map made by others shows: GeoJSON, KML, KMZ, GeoPackage, Shapefile (also zipped)."""

import warnings
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from salient.domain.assessment import CONTESTED
from salient.domain.errors import MapFileError
from salient.domain.side import SideId
from salient.domain.theatre import NOBODY, MapLegend, Theatre
from salient.front.plane import polygons_in

Geometries = NDArray[np.object_]
_LARGEST_BYTES = 500_000_000


@dataclass(frozen=True)
class ControlMap:
    """What a map shows, in degrees: the ground of each side that it draws, and contested ground.

    `ignored` counts features by a status that the theatre's legends do not know, and those whose geometry is empty.
    """

    name: str
    held: Mapping[SideId, shapely.MultiPolygon]
    contested: shapely.MultiPolygon
    ignored: Mapping[str, int]

    def ground(self, side: SideId) -> shapely.MultiPolygon:
        """Raises MapFileError where the map shows no ground of the side."""
        if side not in self.held:
            raise MapFileError(self.name, f"shows no area held by {side}")
        return self.held[side]


def read_map(path: Path, theatre: Theatre) -> ControlMap:
    """Read all areas of a map file, repaired and joined per side.

    A map whose features have none of the properties in the theatre's legends shows the measured side's ground.
    Lines and points are left out. Raises MapFileError for a file that cannot be read or holds no area.
    """
    shapes, columns = _read(path)
    legend = next((legend for legend in theatre.map_legends if legend.property in columns), None)
    meanings = _meanings(legend, columns, len(shapes), theatre.measured_side)
    ignored: Counter[str] = Counter()
    ground: dict[str, list[shapely.Polygon]] = {}
    for shape, (value, meaning) in zip(shapes, meanings, strict=True):
        parts = [] if shape is None else polygons_in(shape)
        if not parts:
            ignored["without an area"] += shape is None or shape.is_empty
        elif meaning is None:
            ignored[f"{legend.property if legend else ''} {value!r}"] += 1
        else:
            ground.setdefault(meaning, []).extend(parts)
    held = {meaning: _join(parts) for meaning, parts in ground.items() if meaning not in (CONTESTED, NOBODY)}
    if not held:
        raise MapFileError(str(path), "holds no area that a side controls")
    return ControlMap(str(path), held, _join(ground.get(CONTESTED, [])), {k: n for k, n in ignored.items() if n})


def _meanings(
    legend: MapLegend | None, columns: Mapping[str, list[str | None]], count: int, measured_side: SideId
) -> list[tuple[str | None, str | None]]:
    """Per feature the value that speaks of it, and what that means; None for a value that the legend lacks."""
    if legend is None:
        return [(None, measured_side)] * count
    kinds = columns.get("layer", [None] * count)
    # Salient's own exports hold lines, pockets and contested ground beside the areas.
    own = ["area", None, CONTESTED]
    return [
        (value, (CONTESTED if kind == CONTESTED else legend.values.get(value or "")) if kind in own else NOBODY)
        for value, kind in zip(columns[legend.property], kinds, strict=True)
    ]


def _read(path: Path) -> tuple[Geometries, Mapping[str, list[str | None]]]:
    """All layers of a file as repaired flat shapes in degrees, and its text columns."""
    if not path.is_file():
        raise MapFileError(str(path), "no such file")
    if path.stat().st_size > _LARGEST_BYTES:
        raise MapFileError(str(path), f"larger than {_LARGEST_BYTES // 1_000_000} MB")
    shapes: list[BaseGeometry | None] = []
    columns: dict[str, list[str | None]] = {}
    try:
        for layer in _quietly(pyogrio.list_layers, path)[:, 0]:
            meta, _, wkb, fields = _quietly(pyogrio.raw.read, path, layer=layer)
            if wkb is None:
                continue
            before = len(shapes)
            shapes += list(_in_degrees(shapely.from_wkb(wkb, on_invalid="fix"), meta["crs"], path))
            for name in {*columns, *meta["fields"]}:
                known = columns.setdefault(name, [None] * before)
                index = list(meta["fields"]).index(name) if name in meta["fields"] else None
                known += [None] * len(wkb) if index is None else [_text(value) for value in fields[index]]
    except (DataSourceError, DataLayerError, ShapelyError, UnicodeDecodeError) as error:
        raise MapFileError(str(path), f"cannot be read as a map: {_reason(error)}") from error
    if not shapes:
        raise MapFileError(str(path), "holds no shapes")
    return np.array(shapes, dtype=object), columns


def _quietly(read: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Read without GDAL's warnings: open rings are closed here, and what has no area is counted and told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return read(*args, **options)


def _reason(error: Exception) -> str:
    """GDAL's words without its advice on drivers, which nobody can follow here."""
    return str(error).splitlines()[0].split("; It might help")[0]


def _in_degrees(shapes: Geometries, crs: str | None, path: Path) -> Geometries:
    flat = np.asarray(shapely.force_2d(shapes), dtype=object)
    if shapely.is_empty(flat).all() or shapely.is_missing(flat).all():
        return flat
    if crs is not None:
        try:
            known = CRS.from_user_input(crs)
        except CRSError as error:
            raise MapFileError(str(path), f"unknown coordinate system {crs!r}") from error
        if not known.is_geographic:
            there = Transformer.from_crs(known, "OGC:CRS84", always_xy=True)
            flat = shapely.transform(flat, lambda xy: np.column_stack(there.transform(xy[:, 0], xy[:, 1])))
    west, south, east, north = shapely.total_bounds(flat)
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise MapFileError(str(path), "coordinates are not degrees, and no coordinate system is named")
    return np.asarray(shapely.make_valid(flat, method="structure"), dtype=object)


def _join(parts: list[shapely.Polygon]) -> shapely.MultiPolygon:
    return shapely.MultiPolygon(polygons_in(shapely.union_all(parts)))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
