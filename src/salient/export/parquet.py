"""Write a layer as Parquet, with geometry as GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/)."""

import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from salient.export.layer import ColumnType, Layer


def to_parquet(layer: Layer) -> bytes:
    """A typed column per column, geometry as WKB in `geometry`; what the layer is under the key `about`."""
    columns = list(zip(*layer.rows, strict=True)) or [()] * len(layer.columns)
    arrays = {c.name: _array(values, c.type) for c, values in zip(layer.columns, columns, strict=True)}
    metadata = {"about": json.dumps(dict(layer.about), ensure_ascii=False)}
    shapes = [shape for shape in layer.geometries if shape is not None]
    if shapes:
        arrays["geometry"] = pa.array([None if s is None else shapely.to_wkb(s) for s in layer.geometries], pa.binary())
        metadata["geo"] = json.dumps(_geo(shapes))
    out = io.BytesIO()
    pq.write_table(pa.table(arrays).replace_schema_metadata(metadata), out, compression="zstd")
    return out.getvalue()


def _array(values: tuple[Any, ...], kind: ColumnType) -> Any:
    if kind is ColumnType.DAY:
        return pa.array(values, pa.string()).cast(pa.date32())
    if kind is ColumnType.NUMBER:
        return pa.array([None if value is None else float(value) for value in values], pa.float64())
    return pa.array(values, pa.string())


def _geo(shapes: list[Any]) -> dict[str, Any]:
    """The file's geometry metadata; without a `crs` it is OGC:CRS84, longitude first."""
    column = {
        "encoding": "WKB",
        "geometry_types": sorted({shape.geom_type for shape in shapes}),
        "bbox": list(map(float, shapely.total_bounds(shapes))),
        "orientation": "counterclockwise",
    }
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
