"""Where the content of an export comes from, and on which terms: a part of every export."""

from collections import Counter
from typing import Any

from salient.export.scope import Scope

COMPUTED = "Computed by Salient from what the sources named here have published; see the method."
QUOTED = "Words belong to their publishers; they are quoted in part, for reporting and research."
GAZETTEER = {"name": "GeoNames", "terms": "CC BY 4.0", "url": "https://www.geonames.org/"}
OUTLINE = {"name": "Natural Earth", "terms": "public domain", "url": "https://www.naturalearthdata.com/"}


def about(scope: Scope, title: str) -> dict[str, Any]:
    """Describe an export: its title, theatre and days, the terms, and every source with its own."""
    outlets = Counter(citation.outlet for citation in scope.citations if citation.outlet)
    return {
        "title": title,
        "theatre": scope.theatre.id,
        "day": scope.day.isoformat(),
        "as_of": scope.as_of.isoformat(),
        "terms": f"{COMPUTED} {QUOTED}",
        "sources": [
            GAZETTEER,
            *([OUTLINE] if scope.theatre.land else []),
            *({"name": name, "terms": "the publisher's own", "items": n} for name, n in sorted(outlets.items())),
        ],
        "publish_delay_days": scope.theatre.publish_delay_days,
    }
