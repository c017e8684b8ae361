"""Fragments of HTML (items of feeds, posts of channels) as plain text, paragraph by paragraph."""

import re

from lxml import etree, html

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "h1", "h2"}
    | {"h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)
_LEFT_OUT = frozenset({"script", "style", "template", "noscript", "iframe", "svg"})
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def text_of(fragment: str) -> str:
    """The text of a fragment; blocks and line breaks end lines, scripts are left out."""
    if "<" not in fragment and "&" not in fragment:
        return _tidy(fragment)
    try:
        root = html.fragment_fromstring(_CONTROLS.sub(" ", fragment), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return _tidy(fragment)
    return element_text(root)


def element_text(root: etree._Element) -> str:
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                parts.append("\n")
            if tag and tag not in _LEFT_OUT and not _is_left_out(element) and element.text:
                parts.append(element.text)
        else:
            if tag in _BLOCKS and tag != "br":
                parts.append("\n")
            if element is not root and element.tail and not _is_left_out(element.getparent()):
                parts.append(element.tail)
    return _tidy("".join(parts))


def _is_left_out(element: etree._Element | None) -> bool:
    while element is not None:
        if element.tag in _LEFT_OUT:
            return True
        element = element.getparent()
    return False


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
