"""The formats by name."""

from collections.abc import Callable, Mapping

from salient.export.csv import to_csv
from salient.export.geojson import to_geojson
from salient.export.kml import to_kml
from salient.export.layer import Layer
from salient.export.parquet import to_parquet

FORMATS: Mapping[str, Callable[[Layer], bytes]] = {
    "geojson": to_geojson,
    "csv": to_csv,
    "parquet": to_parquet,
    "kml": to_kml,
}
