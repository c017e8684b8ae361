"""Gather and clean: from what the user names to reports."""

from collections.abc import Iterable, Iterator

from salient.clean.page import Given, clean_page
from salient.domain.errors import ReportError
from salient.domain.gathered import Gathered
from salient.domain.page import RawPage
from salient.gather.inputs import Inputs


def reports_from(paths: Iterable[str], given: Given, inputs: Inputs | None = None) -> Iterator[Gathered | ReportError]:
    """Yield every report of the inputs, and every input that is none as the error it caused."""
    return clean_pages((inputs or Inputs()).pages(paths), given)


def clean_pages(pages: Iterable[RawPage | ReportError], given: Given) -> Iterator[Gathered | ReportError]:
    """Clean pages one by one; a page that is no report becomes the error it caused."""
    for page in pages:
        yield page if isinstance(page, ReportError) else _report(page, given)


def _report(page: RawPage, given: Given) -> Gathered | ReportError:
    try:
        return Gathered(page.name, clean_page(page, given), page.capture)
    except ReportError as error:
        return error
