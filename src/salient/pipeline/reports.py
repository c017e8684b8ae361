"""Gather and clean: from what the user names to reports."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from salient.clean.page import Given, clean_page
from salient.domain.errors import ReportError
from salient.domain.gathered import Gathered
from salient.domain.page import Media, RawPage
from salient.gather.inputs import Inputs


class ReadsMaps(Protocol):
    """Whatever makes a report of a map. Raises ReportError."""

    def read(self, page: RawPage, given: Given) -> Gathered: ...


def reports_from(
    paths: Iterable[str], given: Given, inputs: Inputs | None = None, maps: ReadsMaps | None = None
) -> Iterator[Gathered | ReportError]:
    """Yield every report of the inputs, and every input that is none as the error it caused."""
    return clean_pages((inputs or Inputs()).pages(paths), given, maps)


def clean_pages(
    pages: Iterable[RawPage | ReportError], given: Given, maps: ReadsMaps | None = None
) -> Iterator[Gathered | ReportError]:
    """Clean pages one by one; a page that is no report becomes the error it caused. `maps` None: maps are refused."""
    for page in pages:
        yield page if isinstance(page, ReportError) else _report(page, given, maps)


def _report(page: RawPage, given: Given, maps: ReadsMaps | None) -> Gathered | ReportError:
    try:
        if page.media is Media.MAP:
            if maps is None:
                raise ReportError(page.name, "a map: maps are not read here")
            return maps.read(page, given)
        return Gathered(page.name, clean_page(page, given), page.capture)
    except ReportError as error:
        return error
