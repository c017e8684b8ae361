"""Register files that users add: one file per format, listed here in the order in which they say what a place is."""

from salient.gazetteer.sources import alias_csv, codifier_csv, geonames_dump, osm_csv
from salient.gazetteer.sources.reading import Format, Register

FORMATS: tuple[Format, ...] = (geonames_dump.FORMAT, osm_csv.FORMAT, alias_csv.FORMAT, codifier_csv.FORMAT)

__all__ = ["FORMATS", "Format", "Register"]
