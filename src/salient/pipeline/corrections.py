"""What was corrected in a store, with the claims that each correction speaks of."""

from collections.abc import Sequence
from datetime import date

from salient.domain.corrected import concerns
from salient.domain.correction import Entry
from salient.export.corrections import Corrected
from salient.store.database import Store


def corrections(store: Store, as_of: date | None) -> Sequence[Corrected]:
    """All corrections known at the end of a day (None: all), the last made first."""
    view = store.at(as_of)
    return [with_claims(store, entry) for entry in reversed(view.corrections())]


def with_claims(store: Store, entry: Entry) -> Corrected:
    """A correction with the claims it speaks of, as they were read."""
    subject = entry.correction.subject
    claims = store.at(None).claims_of(subject.report)
    return Corrected(entry, tuple(claim for claim in claims if concerns(subject, claim)))
