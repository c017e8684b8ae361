"""The tables of a language: who, where, what is told and in which frame. The README says what each is."""

import re
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
FORMS = (*CASES, "adj")
AGREEMENTS = "mfnp"
ENDINGS = re.compile(r"\[([^]]*)\]")
OTHER = {"UA": "RU", "RU": "UA"}


class LackingError(Exception):
    """A form that a name does not have: the sentence cannot be said with it."""


class Name:
    """A name in its cases: `{town}` writes its nominative, `{town.gen}` its genitive, `{town:pal|pala|palo}` the one of
    these words that agrees with it: masculine, feminine, neuter, plural."""

    def __init__(self, forms: Mapping[str, str], agrees: str = "m") -> None:
        self._forms = forms
        self._agrees = AGREEMENTS.index(agrees)

    @property
    def agrees(self) -> str:
        return AGREEMENTS[self._agrees]

    def __getattr__(self, case: str) -> str:
        if case not in FORMS:
            raise AttributeError(case)
        try:
            return self._forms[case] if case in self._forms else self._forms["any"]
        except KeyError:
            raise LackingError(case) from None

    def __format__(self, words: str) -> str:
        return words.split("|")[self._agrees] if words else self.nom


def declined(phrase: str) -> Name:
    """A phrase in its cases, which stand in brackets: "captur[e,es,...] of X"; one without them is the same in all."""
    if not ENDINGS.search(phrase):
        return Name({"any": phrase})
    return Name({case: ENDINGS.sub(lambda m, at=at: m[1].split(",")[at], phrase) for at, case in enumerate(CASES)})


@dataclass(frozen=True)
class Town:
    """A settlement: its usual English name, and how the language writes it."""

    english: str
    name: Name


@dataclass(frozen=True)
class Pointer:
    """A way to point at a town; `before` is a sentence that must have named it. Words agree with the town, unless the
    pointer has a gender of its own (`agrees`)."""

    forms: Mapping[str, str]
    at: str | None
    before: str | None
    agrees: str | None

    @property
    def label(self) -> str:
        return f"{self.before or ''} … {self.at or next(iter(self.forms.values()))}"

    def name(self, town: Town) -> Name:
        forms = {case: form.format(town=town.name) for case, form in self.forms.items()}
        return Name(forms, self.agrees or town.name.agrees)


@dataclass(frozen=True)
class Told:
    """One way of telling an event; a `phrase` ("the capture of X") is no clause. `actor` is "force", "other", None for
    nobody, or "any" where the words leave it to the reader. `of` is the side whose deeds alone are called so, `voices`
    are the sides that alone would call them so ("the enemy")."""

    kind: Kind
    status: Status | None
    actor: str | None
    text: str
    phrase: bool
    asserted: bool
    of: str | None
    voices: frozenset[str] | None


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
        phrase = "{deed" in self.text.lower()
        if phrase is not told.phrase or told.kind not in self.kinds or (judged and told.asserted):
            return False
        return self._suits(told)

    def _suits(self, told: Told) -> bool:
        """Whether all who speak in it would say so, of the side that it is said of."""
        if told.of and self.of and told.of != self.of:
            return False
        return told.voices is None or all(side in told.voices for _, side in self.claims)


@dataclass(frozen=True)
class Pair:
    """A sentence or two around two events, and the side of who asserts each. `same_town`: the second points back at the
    town of the first. In one that asks for `{then}` both are done by the same troops, which are named once."""

    text: str
    sides: tuple[str, str]
    same_town: bool

    @property
    def shortened(self) -> bool:
        return "{then}" in self.text


@dataclass(frozen=True)
class Tables:
    forces: Mapping[str, tuple[Name, ...]]
    towns: tuple[Town, ...]
    pointers: tuple[Pointer, ...]
    told: tuple[Told, ...]
    frames: tuple[Frame, ...]
    pairs: tuple[Pair, ...]


@cache
def tables(lang: str) -> Tables:
    """The tables of a language. KeyError, ValueError or TypeError where a row lacks what it must have."""
    folder = HERE / lang
    words = _page(folder / "words.yaml")
    return Tables(
        forces={side: tuple(_name(entry) for entry in names) for side, names in words["forces"].items()},
        towns=tuple(map(_town, words["towns"])),
        pointers=tuple(_pointer(entry) for entry in words["pointers"]),
        told=tuple(told for path in sorted((folder / "events").glob("*.yaml")) for told in _told(path)),
        frames=tuple(_frame(entry) for entry in _page(folder / "frames.yaml")),
        pairs=tuple(_pair(entry) for entry in _page(folder / "pairs.yaml")),
    )


def _page(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _name(entry: str | Mapping[str, str]) -> Name:
    return Name({"any": entry} if isinstance(entry, str) else entry)


def _town(entry: Mapping[str, Any]) -> Town:
    forms = entry.get("forms", {"any": entry["name"]})
    return Town(entry["name"], Name(forms, entry.get("agrees", "m")))


def _pointer(entry: Mapping[str, str]) -> Pointer:
    forms = {key: value for key, value in entry.items() if key not in ("at", "before", "agrees")}
    if unknown := set(forms) - {*FORMS, "any"}:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    return Pointer(forms, entry.get("at"), entry.get("before"), entry.get("agrees"))


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
                    row.get("of"),
                    frozenset(row["voices"]) if "voices" in row else None,
                )


def _frame(entry: str | Mapping[str, Any]) -> Frame:
    if isinstance(entry, str):
        entry = {"says": entry}
    claims = entry.get("claims", [{}])
    made = tuple((Stance(claim.get("stance", "asserts")), claim.get("side", "independent")) for claim in claims)
    return Frame(entry["says"], made, entry.get("of"), frozenset(map(Kind, entry.get("kinds", Kind))))


def _pair(entry: str | Mapping[str, Any]) -> Pair:
    if isinstance(entry, str):
        entry = {"says": entry}
    first, second = entry.get("sides", ("independent", "independent"))
    return Pair(entry["says"], (first, second), entry.get("same_town", False))
