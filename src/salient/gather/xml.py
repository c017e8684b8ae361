"""Parse XML that strangers wrote: no entities, no DTD, no network, no depth without end."""

from lxml import etree

from salient.domain.errors import ReportError


def parse_xml(body: bytes, name: str) -> etree._Element:
    """Parse a document; small faults of form are mended. Raises ReportError for entities and for what is no XML."""
    if b"\0" in body[:1024]:
        raise ReportError(name, "not XML in an encoding that is read (UTF-16 is not)")
    if b"<!ENTITY" in body.upper():
        raise ReportError(name, "refused: declares XML entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReportError(name, f"not XML: {error}") from error
    if root is None:
        raise ReportError(name, "not XML")
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace, in lower case; empty for comments and instructions."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""
