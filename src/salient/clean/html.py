"""A web page as text, title, source and day, through trafilatura and htmldate."""

import logging
from dataclasses import dataclass
from datetime import date

import trafilatura
from trafilatura.settings import Document

from salient.clean.dating import meta_day
from salient.domain.errors import ReportError

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says of itself."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    lang: str | None


def read_html(body: bytes, name: str, url: str | None = None) -> PageText:
    """Take the main text out of a page. Raises ReportError where there is none.

    The day is the one that the page states in its metadata; one that could only be guessed from the text is left out.
    """
    document = trafilatura.bare_extraction(body, url=url, with_metadata=True, include_comments=False)
    text = document.text.strip() if isinstance(document, Document) and document.text else ""
    if not isinstance(document, Document) or not text:
        raise ReportError(name, "no text of a report found in this page")
    return PageText(
        text=text,
        title=document.title or None,
        outlet=document.sitename or None,
        url=url or document.url or None,
        published=meta_day(body),
        lang=document.language or None,
    )
