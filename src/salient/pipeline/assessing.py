"""From the claims of a store to who most probably controls what: assess every place on every day, and keep it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from salient.assess.parameters import load_parameters
from salient.assess.run import Run, assess
from salient.domain.claim import Claim
from salient.domain.front import Front
from salient.domain.identity import content_id
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.domain.timeline import Span
from salient.front.build import build_front
from salient.gazetteer import Gazetteer
from salient.pipeline.case import case_places
from salient.pipeline.copies import keep_copies
from salient.pipeline.successive import Successive
from salient.store.corrections import Editions
from salient.store.database import Store
from salient.store.derived import States

METHOD = "7"
"""Raised whenever the same claims would give another assessment or front: what was derived by an older one is made
anew."""

STILL_LIVE = timedelta(days=30)
"""Corrections made so long after the last report belong to the days that can be shown."""


def _silent(_step: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Case:
    """All that an assessment starts from. `span` None: nothing dated was said yet."""

    theatre: Theatre
    editions: Editions
    places: Sequence[Place]
    span: Span | None

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims as they stand by all that is known."""
        return self.editions.at(None)

    def run(self, as_of: date | None, last: date | None = None) -> Run | Successive:
        """Assess from the first day to `last`, by default the last that can be shown.

        `as_of` None lets every day see what was published, and corrected, by then.
        """
        if self.span is None:
            raise ValueError("a case without claims has no days to assess")
        first, last = self.span.first, last or self.span.last
        if as_of is not None:
            return assess(self.places, self.editions.at(as_of), self.theatre, first, last, as_of=as_of)
        turns = [first, *(day for day in self.editions.days if first < day <= last)]
        ends = [*(day - timedelta(1) for day in turns[1:]), last]
        runs = [
            (turn, assess(self.places, self.editions.at(turn), self.theatre, first, end))
            for turn, end in zip(turns, ends, strict=True)
        ]
        return runs[0][1] if len(runs) == 1 else Successive(runs)

    def front(self, run: Run | Successive, day: date, as_of: date | None) -> Front:
        return build_front(day, as_of or day, self.places, run.control(day), self.theatre)


def open_case(store: Store, theatre: Theatre, gazetteer: Gazetteer) -> Case:
    """Collect claims, places and days of a store."""
    view = store.at(None)
    editions, days = view.editions(), view.days()
    span = days and Span(days[0], _last_day(days[1], editions.days))
    return Case(theatre, editions, case_places(editions.every(), gazetteer), span)


def _last_day(published: date, corrected: Sequence[date]) -> date:
    """The last day on which anything became known. An archive that is read again long after does not grow by that."""
    return max([published, *(day for day in corrected if day - published <= STILL_LIVE)])


def derived_version(store: Store, gazetteer: Gazetteer) -> str:
    """The name of what the derived tables should be computed from."""
    return content_id("derived", [METHOD, load_parameters().digest, gazetteer.digest, store.at(None).digest()])


def keep_assessment(
    store: Store, theatre: Theatre, gazetteer: Gazetteer, progress: Callable[[str], None] = _silent
) -> bool:
    """Bring the derived tables up to date; False where they are already. `progress` is told what is being done.

    Kept are every day as it could be known on it, and every day as known on the last. Fronts are kept as they are
    asked for.
    """
    keep_copies(store, theatre)
    version = derived_version(store, gazetteer)
    if store.derived.version == version:
        return False
    progress("claims")
    case = open_case(store, theatre, gazetteer)
    if case.span is None or not case.places:
        store.derived.replace(version, case.places, {}, [])
        return True
    last = case.span.last
    progress("who controls what, as known on each day")
    each = case.run(None)
    progress(f"who controls what, as known on {last}")
    latest = case.run(last)
    states = [(None, states_of(each)), (last, states_of(latest))]
    names = gazetteer.names_of([place.id for place in case.places])
    store.derived.replace(version, case.places, names, states)
    return True


def states_of(run: Run | Successive) -> States:
    """All probabilities of a run as one array."""
    return States(run.days[0], run.days[-1], run.outcomes, run.table())
