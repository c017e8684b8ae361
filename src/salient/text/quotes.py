"""Stretches that stand between quotation marks."""

import re

from salient.text.sentences import Stretch

_MARK = re.compile("[“«„\"'‘]")
_PAIRS = {"“": "”", "«": "»", "„": "“”"}


def quoted(text: str, paragraph: Stretch) -> list[Stretch]:
    """What is quoted in one paragraph, marks left out. A quotation that is not closed runs to the paragraph's end."""
    out: list[Stretch] = []
    position = paragraph.start
    while (mark := _MARK.search(text, position, paragraph.end)) is not None:
        position = mark.start()
        sign = text[position]
        closers = _PAIRS.get(sign) or _straight(text, position, paragraph)
        if closers is None:
            position += 1
            continue
        end = _close(text, position + 1, paragraph.end, closers)
        out.append(Stretch(position + 1, end))
        position = end + 1
    return out


def _straight(text: str, position: int, paragraph: Stretch) -> str | None:
    sign = text[position]
    if sign not in "\"'‘":
        return None
    opens = (position == paragraph.start or text[position - 1] in " \t\u00a0([—–-") and (
        position + 1 < paragraph.end and not text[position + 1].isspace()
    )
    if not opens:
        return None
    return "’'" if sign == "‘" else sign


def _close(text: str, position: int, end: int, closers: str) -> int:
    for at in range(position, end):
        if text[at] not in closers:
            continue
        inside_word = at + 1 < end and text[at + 1].isalnum()
        if closers in ("'", "’'") and (inside_word or (text[at - 1] == "s" and at + 1 < end and text[at + 1] == " ")):
            continue
        return at
    return end
