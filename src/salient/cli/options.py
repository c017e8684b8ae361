"""Words and defaults of options that several commands have."""

from salient.theatre.packs import default_pack

DEFAULT_THEATRE = default_pack("theatres")
DB_HELP = "The database, a file or a URL (default: salient.db under $SALIENT_HOME)."
NOW_HELP = "The day or moment that counts as now, YYYY-MM-DD or ISO 8601."
THEATRE_HELP = "Theatre pack: a name, or a path to one of your own."
OUTLINES_HELP = "A GeoJSON file of the outlines of places: polygons with a name."
