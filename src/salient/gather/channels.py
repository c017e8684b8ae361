"""Posts of public channels: exports of Telegram Desktop (JSON), and saved pages of the public preview (t.me/s/…)."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from lxml import etree, html

from salient.domain.errors import ReportError
from salient.domain.page import Capture, Media, RawPage, Told
from salient.gather.markup import element_text


def read_export(body: bytes, name: str, stem: str) -> Iterator[RawPage | ReportError]:
    """The posts of one export, or of every channel in an export of all chats; private chats are passed over.

    Posts without words (pictures, service messages) are passed over. Raises ReportError for what is no export.
    """
    try:
        export = json.loads(body)
        chats = export["chats"]["list"] if "chats" in export else [export]
        channels = [chat for chat in chats if "channel" in str(chat.get("type", ""))]
        whole = chats == channels and len(chats) == 1
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReportError(name, f"not a channel export: {error}") from error
    if not channels:
        raise ReportError(name, "holds no public channel: private chats are not read")
    for channel in channels:
        messages = channel.get("messages")
        if not isinstance(messages, list):
            yield ReportError(name, "not a channel export: its messages are no list")
            continue
        yield from _posts(messages, channel, name, stem if whole else f"{stem}-{channel.get('id')}")


def _posts(messages: Iterable[Any], channel: dict[str, Any], name: str, stem: str) -> Iterator[RawPage | ReportError]:
    for number, message in enumerate(messages, start=1):
        if not isinstance(message, dict):
            yield ReportError(f"{name}#{number}", "not a message")
            continue
        if message.get("type") != "message":
            continue
        text = _plain(message.get("text")) or _plain(message.get("text_entities"))
        if not text.strip():
            continue
        key = message.get("id", number)
        told = Told(_sent(message), None, channel.get("name") or message.get("from"))
        yield RawPage(f"{name}#{key}", f"{stem}-{key}", Media.TEXT, text.encode("utf-8", "replace"), told=told)


def _plain(text: Any) -> str:
    """Formatted text is a list of strings and of pieces that have a text."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(_plain(part.get("text") if isinstance(part, dict) else part) for part in text)
    return ""


def _sent(message: dict[str, Any]) -> datetime | None:
    """The instant; `date` alone is in the time zone of whoever made the export, so only its day can be used."""
    try:
        if "date_unixtime" in message:
            return datetime.fromtimestamp(int(message["date_unixtime"]), UTC)
        return datetime.fromisoformat(str(message["date"]))
    except (ValueError, KeyError, TypeError, OverflowError, OSError):
        return None


def read_channel_page(body: bytes, name: str, capture: Capture | None = None) -> Iterator[RawPage | ReportError]:
    """The posts of a saved or fetched page of a channel's public preview. Raises ReportError where there is none."""
    try:
        root = html.fromstring(body)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReportError(name, f"not a page: {error}") from error
    posts = root.xpath("//*[@data-post]")
    found = False
    for post in posts if isinstance(posts, list) else []:
        key = str(post.get("data-post"))
        texts = _by_class(post, "tgme_widget_message_text")
        if not texts:
            continue
        found = True
        owner = _by_class(post, "tgme_widget_message_owner_name")
        outlet = element_text(owner[0]) if owner else key.split("/", maxsplit=1)[0]
        told = Told(_shown_time(post), None, outlet or None)
        text = element_text(texts[-1]).encode("utf-8", "replace")
        stem = f"t.me-{key.replace('/', '-')}"
        yield RawPage(f"{name}#{key}", stem, Media.TEXT, text, f"https://t.me/{key}", told, capture)
    if not found:
        raise ReportError(name, "no posts with words on this channel page")


def _by_class(element: etree._Element, name: str) -> list[etree._Element]:
    found = element.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


def _shown_time(post: etree._Element) -> datetime | None:
    for element in post.iter("time"):
        try:
            instant = datetime.fromisoformat(str(element.get("datetime")))
        except ValueError:
            continue
        return instant if instant.tzinfo else None
    return None
