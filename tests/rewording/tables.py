"""The tables of a language: who, where, what is told and in which frame. The README says what each is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from salient.domain.kind import Kind, Stance, Status

HERE = Path(__file__).parent
LANGUAGES = tuple(sorted(path.name for path in HERE.iterdir() if (path / "words.yaml").exists()))
CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
OTHER = {"UA": "RU", "RU": "UA"}


class LackingError(Exception):
    """A form that a name does not have: the sentence cannot be said with it."""


class Name:
    """A name in its cases: `{town}` writes its nominative, `{town.gen}` its genitive."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms

    def __getattr__(self, case: str) -> str:
        if case not in CASES:
            raise AttributeError(case)
        try:
            return self._forms[case] if case in self._forms else self._forms["any"]
        except KeyError:
            raise LackingError(case) from None

    def __format__(self, _: str) -> str:
        return self.nom


@dataclass(frozen=True)
class Town:
    """A settlement: its usual English name, and how the language writes it."""

    english: str
    name: Name


@dataclass(frozen=True)
class Pointer:
    """A way to point at a town; `before` is a sentence that must have named it."""

    forms: Mapping[str, str]
    at: str | None
    before: str | None

    @property
    def label(self) -> str:
        return f"{self.before or ''} … {self.at or next(iter(self.forms.values()))}"

    def name(self, town: Town) -> Name:
        return Name({case: form.format(town=town.name) for case, form in self.forms.items()})


@dataclass(frozen=True)
class Told:
    """One way of telling an event; a `phrase` ("the capture of X") is no clause. `actor` is "force", "other", None for
    nobody, or "any" where the words leave it to the reader."""

    kind: Kind
    status: Status | None
    actor: str | None
    text: str
    phrase: bool
    asserted: bool


@dataclass(frozen=True)
class Frame:
    """A sentence around an event, and the stance and side of each claim that it makes of it. `of` is the side whose
    deeds alone it can be said of: nobody denies what he did himself; `kinds` are those that it can be said of."""

    text: str
    claims: tuple[tuple[Stance, str], ...]
    of: str | None
    kinds: frozenset[Kind]

    def fits(self, told: Told) -> bool:
        """Whether an event can be said in it."""
        judged = any(stance is not Stance.ASSERTS for stance, _ in self.claims)
        phrase = "{deed}" in self.text.lower()
        return phrase is told.phrase and told.kind in self.kinds and not (judged and told.asserted)


@dataclass(frozen=True)
class Tables:
    forces: Mapping[str, tuple[Name, ...]]
    towns: tuple[Town, ...]
    pointers: tuple[Pointer, ...]
    told: tuple[Told, ...]
    frames: tuple[Frame, ...]


@cache
def tables(lang: str) -> Tables:
    """The tables of a language. KeyError, ValueError or TypeError where a row lacks what it must have."""
    folder = HERE / lang
    words = _page(folder / "words.yaml")
    return Tables(
        forces={side: tuple(_name(entry) for entry in names) for side, names in words["forces"].items()},
        towns=tuple(Town(entry["name"], _name(entry.get("forms", entry["name"]))) for entry in words["towns"]),
        pointers=tuple(_pointer(entry) for entry in words["pointers"]),
        told=tuple(told for path in sorted((folder / "events").glob("*.yaml")) for told in _told(path)),
        frames=tuple(_frame(entry) for entry in _page(folder / "frames.yaml")),
    )


def _page(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _name(entry: str | Mapping[str, str]) -> Name:
    return Name({"any": entry} if isinstance(entry, str) else entry)


def _pointer(entry: Mapping[str, str]) -> Pointer:
    forms = {key: value for key, value in entry.items() if key not in ("at", "before")}
    if unknown := set(forms) - {*CASES, "any"}:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    return Pointer(forms, entry.get("at"), entry.get("before"))


def _told(path: Path) -> Iterator[Told]:
    kind = Kind(path.stem)
    for row in _page(path):
        status = row.get("status")
        for key, phrase in (("said", False), ("named", True)):
            for text in row.get(key, ()):
                yield Told(
                    kind,
                    None if status is None else Status(status),
                    row.get("actor"),
                    text,
                    phrase,
                    row.get("asserted", False),
                )


def _frame(entry: str | Mapping[str, Any]) -> Frame:
    if isinstance(entry, str):
        entry = {"says": entry}
    claims = entry.get("claims", [{}])
    made = tuple((Stance(claim.get("stance", "asserts")), claim.get("side", "independent")) for claim in claims)
    return Frame(entry["says"], made, entry.get("of"), frozenset(map(Kind, entry.get("kinds", Kind))))
