"""What can be exported of a store, each as a layer."""

from collections.abc import Callable, Mapping
from datetime import date

from salient.domain.errors import UsageError
from salient.export.assets import assets_layer
from salient.export.claims import claims_layer
from salient.export.control import control_layer
from salient.export.front import DrawnFront, front_layer
from salient.export.layer import Layer
from salient.export.reports import reports_layer
from salient.export.scope import Scope
from salient.pipeline.asset_board import asset_board
from salient.pipeline.library import Library


def export_layer(subject: str, library: Library, day: date, as_of: date | None, today: date) -> Layer:
    """Collect one of SUBJECTS as of a day, by what was known on `as_of` (None: on the day itself).

    Raises UsageError for an unknown subject, and for a day that is not assessed.
    """
    if subject not in SUBJECTS:
        raise UsageError(f"cannot export {subject!r} (known: {', '.join(SUBJECTS)})")
    cited = tuple(claim.citation for claim in library.claims(as_of or day))
    return SUBJECTS[subject](library, Scope(library.theatre, day, as_of or day, today, cited), as_of)


def _control(library: Library, scope: Scope, as_of: date | None) -> Layer:
    control = library.controls(scope.day, as_of)
    if not control:
        raise UsageError(f"{scope.day}: no day that is assessed")
    return control_layer(library.places(), control, scope)


def _front(library: Library, scope: Scope, as_of: date | None) -> Layer:
    front = library.front(scope.day, as_of)
    if front is None:
        raise UsageError(f"{scope.day}: no day that is assessed")
    areas = library.areas_km2(scope.day, as_of)
    return front_layer(DrawnFront(front, areas, library.salients(scope.day, as_of)), scope)


def _claims(library: Library, scope: Scope, as_of: date | None) -> Layer:
    return claims_layer(library.claims(as_of or scope.day), scope)


def _reports(library: Library, scope: Scope, as_of: date | None) -> Layer:
    until = as_of or scope.day
    return reports_layer(library.reports(until), library.claims(until), library.signatures(), scope)


def _assets(library: Library, scope: Scope, as_of: date | None) -> Layer:
    return assets_layer(asset_board(library, scope.day, as_of, scope.today), scope)


SUBJECTS: Mapping[str, Callable[[Library, Scope, date | None], Layer]] = {
    "control": _control,
    "front": _front,
    "claims": _claims,
    "reports": _reports,
    "assets": _assets,
}
