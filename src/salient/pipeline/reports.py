"""Gather and clean: from what the user names to reports."""

from collections.abc import Iterable, Iterator

from salient.clean.page import Given, clean_page
from salient.domain.errors import ReportError
from salient.domain.page import RawPage
from salient.domain.report import Report
from salient.gather.files import gather_files


def reports_from(paths: Iterable[str], given: Given) -> Iterator[Report | ReportError]:
    """Yield every report of the inputs, and every input that is none as the error it caused."""
    for page in gather_files(paths):
        yield page if isinstance(page, ReportError) else _report(page, given)


def _report(page: RawPage, given: Given) -> Report | ReportError:
    try:
        return clean_page(page, given)
    except ReportError as error:
        return error
