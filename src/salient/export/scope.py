"""What an export is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from salient.domain.claim import Citation
from salient.domain.theatre import Theatre


@dataclass(frozen=True, slots=True)
class Scope:
    """The state of `day` as known on `as_of`, shown on `today`; `citations` are of the claims it rests on."""

    theatre: Theatre
    day: date
    as_of: date
    today: date
    citations: Sequence[Citation] = ()
