"""Find what is left of a page's furniture: newsletter boxes, appeals, "read more", picture credits.

Lines are judged, never sentences: furniture stands in lines of its own. The patterns are the language pack's.
"""

import re
from dataclasses import dataclass
from functools import cache

from salient.clean.language import Language
from salient.domain.report import Report

Span = tuple[int, int]

_LETTERS = re.compile(r"[^\r\n]")
_LONGEST_CREDIT = 240
_SHORT_LINE_WORDS = 4


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def boilerplate_spans(text: str, language: Language) -> tuple[Span, ...]:
    """The spans of `text` that are no part of what is reported: whole lines and datelines, in order."""
    lines = [
        _Line(match.start(), match.end(), match.group().strip()) for match in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)
    ]
    marked = _single_lines(lines, language) | _boxes(lines, language)
    if len(marked) == len(lines):
        return ()  # a text that is all furniture is rather a text that the rules misread
    spans: list[Span] = []
    begun = {index: _dateline(text, line, language) for index, line in enumerate(lines) if index not in marked}
    for index in sorted(marked | {index for index, end in begun.items() if end}):
        line = lines[index]
        if index not in marked:
            spans.append((line.start, begun[index]))
            continue
        if spans and index - 1 in marked:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return tuple(spans)


def without_boilerplate(report: Report) -> str:
    """The text with its boilerplate turned to spaces: every other letter stays where it was."""
    text = report.text
    for start, end in report.boilerplate:
        text = text[:start] + _LETTERS.sub(" ", text[start:end]) + text[end:]
    return text


def _single_lines(lines: list[_Line], language: Language) -> set[int]:
    rules = language.rules
    single, teasers, credits = _any_of(rules.lines), _any_of(rules.teasers), _any_of(rules.credits)
    found: set[int] = set()
    for index, line in enumerate(lines):
        if teasers.search(line.text):
            found |= {index, index + 1} & set(range(len(lines)))
        elif single.search(line.text):
            found.add(index)
        elif len(line.text) <= _LONGEST_CREDIT and credits.search(line.text):
            found.add(index)
            if index and line.text.startswith(lines[index - 1].text):
                found.add(index - 1)
    return found


def _dateline(text: str, line: _Line, language: Language) -> int:
    """Where the words end that only say from where and by whom a report is: "TOWN, May 4 (Agency) - "; 0 for none."""
    found = _starts(language.rules.datelines).match(text, line.start, line.end)
    return found.end() if found and found.end() < line.end else 0


def _boxes(lines: list[_Line], language: Language) -> set[int]:
    openers, followers = _any_of(language.rules.openers), _any_of(language.rules.followers)
    found: set[int] = set()
    inside = False
    for index, line in enumerate(lines):
        inside = bool(
            openers.search(line.text)
            or (inside and (len(line.text.split()) <= _SHORT_LINE_WORDS or followers.search(line.text)))
        )
        if inside:
            found.add(index)
    return found


@cache
def _starts(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all, in which capitals matter."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all; a pack without any gets one that nothing matches."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
