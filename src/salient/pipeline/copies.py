"""Keep the origin of every report of a store up to date."""

from collections.abc import Iterator
from datetime import date

from salient.copies.incremental import update_copies
from salient.copies.origins import origins
from salient.copies.sketch import Sketch, Sketcher
from salient.domain.theatre import Theatre
from salient.store.database import Store
from salient.text.transliteration import NameKeys

METHOD = "1"
"""Raised whenever the same reports would give other origins: what an older one worked out is worked out anew."""


def keep_copies(store: Store, theatre: Theatre) -> bool:
    """Work out the origins of reports that have none, and of those they may change; False where all have one."""
    known = store.origins.known(METHOD)
    new_days = store.origins.days_without() if known else store.at(None).days_of_reports()
    if not new_days:
        return False
    sketcher = Sketcher(NameKeys(theatre.spellings))

    def between(first: date, last: date) -> Iterator[Sketch]:
        return (sketcher.sketch(report) for report in store.at(last).reports(first))

    copies = update_copies(known, new_days, between)
    store.origins.replace(METHOD, copies, origins(copies.values()))
    return True
