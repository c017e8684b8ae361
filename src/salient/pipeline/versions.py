"""What was edited between the versions of a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from salient.domain.errors import UsageError
from salient.domain.report import Report
from salient.store.captures import Kept
from salient.store.database import Store

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…][\"'”’»)])\s+|(?<=[.!?…])\s+|\n+")
_FIELDS = ("title", "published", "outlet", "lang")


@dataclass(frozen=True, slots=True)
class Edit:
    """One place where the text changed: sentences that went, sentences that came. Either may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it stood at its address, the fetches it was read from, and how it differs from the one before.

    `fields` are the other things that changed, as name, before, after.
    """

    report: Report
    fetches: tuple[Kept, ...]
    edits: tuple[Edit, ...] = ()
    fields: tuple[tuple[str, str | None, str | None], ...] = ()


def report_versions(store: Store, name: str) -> Sequence[Version]:
    """All versions of a report named by its id or digest, first read first. Raises UsageError for an unknown one."""
    report = store.at(None).report(name)
    if report is None:
        raise UsageError(f"no report {name!r} in {store.name}")
    versions: list[Version] = []
    for one in store.captures.versions(report):
        fetches = tuple(store.captures.of(one.digest))
        if versions:
            before = versions[-1].report
            versions.append(Version(one, fetches, edits(before.text, one.text), _changed(before, one)))
        else:
            versions.append(Version(one, fetches))
    return versions


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """The changes that lead from one text to another, sentence by sentence."""
    old, new = _sentences(before), _sentences(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Edit(tuple(old[a:b]), tuple(new[c:d])) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"
    )


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE_ENDS.split(text) if part.strip()]


def _changed(before: Report, after: Report) -> tuple[tuple[str, str | None, str | None], ...]:
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in _FIELDS)
    return tuple((name, _text(old), _text(new)) for name, old, new in pairs if old != new)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
