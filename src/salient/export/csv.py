"""Write a layer as CSV: points as lon and lat, other geometry as WKT; what it is as CSV on the Web metadata."""

import csv
import io
import json

import shapely

from salient.export.layer import ColumnType, Layer

_DATATYPES = {ColumnType.TEXT: "string", ColumnType.NUMBER: "number", ColumnType.DAY: "date"}


def to_csv(layer: Layer, *, hxl: bool = False) -> bytes:
    """A header row, with `hxl` a row of HXL tags, then one line per row. UTF-8, lines ended as RFC 4180 asks."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    places = _geometry_columns(layer)
    writer.writerow([column.name for column in layer.columns] + [name for name, _ in places])
    if hxl:
        writer.writerow([column.hxl for column in layer.columns] + [tag for _, tag in places])
    for row, shape in zip(layer.rows, layer.geometries, strict=True):
        where: list[object] = [None] * len(places)
        if isinstance(shape, shapely.Point) and len(places) == 2:
            where = [shape.x, shape.y]
        elif shape is not None:
            where = [shape.wkt]
        writer.writerow(["" if value is None else value for value in (*row, *where)])
    return text.getvalue().encode()


def to_csv_metadata(layer: Layer, file_name: str) -> bytes:
    """The companion file of a CSV (W3C "CSV on the Web"), named like it with `-metadata.json` at the end."""
    columns = [{"name": c.name, "datatype": _DATATYPES[c.type], "propertyUrl": c.hxl} for c in layer.columns]
    columns += [{"name": name, "propertyUrl": tag} for name, tag in _geometry_columns(layer)]
    whole = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": file_name,
        "dc:title": layer.about["title"],
        "notes": [dict(layer.about)],
        "tableSchema": {"columns": columns},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _geometry_columns(layer: Layer) -> list[tuple[str, str]]:
    shapes = [shape for shape in layer.geometries if shape is not None]
    if not shapes:
        return []
    if all(isinstance(shape, shapely.Point) for shape in shapes):
        return [("lon", "#geo+lon"), ("lat", "#geo+lat")]
    return [("wkt", "#geo+wkt")]
