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
    paths: Iterable[str], given: Given, inputs: Inputs, maps: ReadsMaps
) -> Iterator[Gathered | ReportError]:
    """Yield every report of the inputs, and every input that is none as the error it caused."""
    return clean_pages(inputs.pages(paths), given, maps)


def clean_pages(
    pages: Iterable[RawPage | ReportError], given: Given, maps: ReadsMaps
) -> Iterator[Gathered | ReportError]:
    """Clean pages one by one; a page that is no report becomes the error it caused."""
    for page in pages:
        yield page if isinstance(page, ReportError) else _report(page, given, maps)


def _report(page: RawPage, given: Given, maps: ReadsMaps) -> Gathered | ReportError:
    try:
        if page.media is Media.MAP:
            return maps.read(page, given)
        return Gathered(page.name, clean_page(page, given), page.capture)
    except ReportError as error:
        return error
