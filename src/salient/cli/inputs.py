"""What commands that read reports share: how inputs are named."""

from salient.gather.fetch import Fetcher
from salient.gather.inputs import Inputs
from salient.gather.tables import Columns
from salient.gather.visit import Pace, Visitor

INPUTS_HELP = (
    "Report files, folders, tables (CSV, JSON lines), channel exports, web archives (WARC), maps (GeoJSON, KML, KMZ, "
    "GeoPackage, Shapefile), feeds, list files of addresses, addresses of pages, feeds and sitemaps, or - ."
)
PUBLISHED_HELP = "Day of texts and pages, YYYY-MM-DD; a record, a table, a feed or a channel keeps the days it states."
LANG_HELP = "Language of texts and pages, as en."
OUTLET_HELP = "Outlet of pages, and of whatever does not state its own."
COLUMNS_HELP = "Which columns of a table hold what, as text=body,published=date:%d.%m.%Y."
LEGEND_HELP = "How a map marks who holds what, as status: occupied=A, unknown=contested (default: the theatre's own)."
ALLOW_PRIVATE_HELP = "Also visit addresses of the own machine and network."


def all_inputs(columns: Columns, allow_private: bool) -> Inputs:
    """Every reader, addresses included. A server of one's own needs no courtesy between two visits."""
    pace = Pace(0.0) if allow_private else Pace()
    fetcher = Fetcher(allow_private=allow_private)
    return Inputs(Visitor(fetcher, pace, columns=columns), columns)
