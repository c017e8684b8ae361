"""Paragraphs and sentences as stretches of the text, robust to abbreviations, notes and quotation marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_END = re.compile(r"[.!?…]+")
LONGEST = 1200
"""Characters of a sentence: the longest of 25,000 in reports has 990. Rules look at all words of a sentence for each of
its cues, so that a page without full stops must not be one sentence."""
_SOLID = re.compile(r"\S")
_CLOSERS = "\"'”’»)]*_"
_NOTE = re.compile(r"(?:\s?\[[0-9ivxlcdm]{1,6}\]|\d{1,3}(?:,\d{1,3})*(?=\s|$|\d{0,2}\[))+", re.IGNORECASE)
_EMPHASIS = "*_•·"
_INITIAL = re.compile(r"(?:^|[\s.(])[A-ZА-ЯІЇЄҐ]$")


class Stretch(NamedTuple):
    """Characters `start:end` of a text."""

    start: int
    end: int


class Bounded(Protocol):
    """Anything that has characters `start:end` of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


B = TypeVar("B", bound=Bounded)
_start, _end = attrgetter("start"), attrgetter("end")


def overlapping(parts: Sequence[B], start: int, end: int) -> Sequence[B]:
    """Those that have characters in common with `start:end`, of parts that stand one after the other."""
    if not parts:
        return parts
    first = bisect_right(parts, start, key=_end)
    return parts[first : bisect_left(parts, end, lo=first, key=_start)]


def paragraphs(text: str) -> list[Stretch]:
    """Lines with something in them, white space at both ends left out."""
    out = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start < end:
            out.append(Stretch(start, end))
    return out


def sentences(text: str, paragraph: Stretch, abbreviations: frozenset[str]) -> list[Stretch]:
    """Cut one paragraph. `abbreviations` are lower case without the last full stop ("dec", "u.s")."""
    out: list[Stretch] = []
    start = position = paragraph.start
    while (match := _END.search(text, position, paragraph.end)) is not None:
        position = match.end()
        after = _past_closers(text, match.end(), paragraph.end)
        if not _ends(text, match, after, paragraph, abbreviations):
            continue
        while start < after and text[start].isspace():
            start += 1
        _append(out, text, start, after)
        note = _NOTE.match(text, after, paragraph.end)
        start = position = note.end() if note else after
    while start < paragraph.end and text[start].isspace():
        start += 1
    _append(out, text, start, paragraph.end)
    return out


def _append(out: list[Stretch], text: str, start: int, end: int) -> None:
    """Keep a sentence without the marks of emphasis and lists around it; one that never ends is kept in pieces."""
    while start < end and (text[start] in _EMPHASIS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EMPHASIS or text[end - 1].isspace()):
        end -= 1
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        out.append(Stretch(start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        out.append(Stretch(start, end))


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut off the first piece of what is too long: at a sign or space of its second half, else anywhere."""
    half = (start + end) // 2
    found = next((at for sign in (";", ",", " ") if (at := text.rfind(sign, half, end)) > 0), end)
    return found if text[found].isspace() else min(found + 1, end)


def _past_closers(text: str, position: int, end: int) -> int:
    while position < end and text[position] in _CLOSERS:
        position += 1
    return position


def _ends(text: str, match: re.Match[str], after: int, paragraph: Stretch, abbreviations: frozenset[str]) -> bool:
    if after >= paragraph.end:
        return True
    note = _NOTE.match(text, after, paragraph.end)
    rest = note.end() if note else after
    if rest < paragraph.end and not text[rest].isspace():
        return False
    follow = _SOLID.search(text, rest, paragraph.end)
    if follow is None:
        return True
    if follow[0].islower():
        return False
    if match.group() != ".":
        return True
    before = text[max(paragraph.start, match.start() - 12) : match.start()]
    last = before.split()[-1].lstrip("(\"'“‘«[").lower() if before.split() else ""
    if last in abbreviations:
        return False
    return not (_INITIAL.search(before) and note is None)


def has_note(text: str, position: int) -> bool:
    """Whether a mark of a note ("[12]", "19", "6,7") stands right after a sentence's end."""
    return _NOTE.match(text, position) is not None
