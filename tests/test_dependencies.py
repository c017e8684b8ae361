"""What the code imports is declared, and what is declared is pinned: a fresh machine has nothing else."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = PROJECT["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
OF_THE_BUILD = {"packaging"}
"""Comes with pytest, and with every pip."""


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            yield from ((name.split(".")[0], file) for name in names)


@pytest.mark.parametrize(
    ("folder", "declared"),
    [
        ("src", RUNTIME + [one for name, extra in EXTRAS.items() if name != "dev" for one in extra]),
        ("tests", RUNTIME + [one for extra in EXTRAS.values() for one in extra]),
    ],
)
def test_every_import_is_declared(folder: str, declared: list[str]) -> None:
    allowed = {plain(Requirement(one).name) for one in declared} | OF_THE_BUILD
    distributions = packages_distributions()
    undeclared = {
        f"{name} in {file.relative_to(ROOT)}"
        for name, file in imported(ROOT / folder)
        if name not in sys.stdlib_module_names
        and name not in {"salient", "tests"}
        and not list((ROOT / folder).rglob(f"{name}.py"))
        and not {plain(one) for one in distributions.get(name, [name])} & allowed
    }
    assert undeclared == set()


def closure(requirements: Iterable[str]) -> Iterator[str]:
    """Every distribution that these lead to on this machine, extras asked for included."""
    waiting = [Requirement(one) for one in requirements]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        key = (plain(one.name), frozenset(one.extras))
        if key in seen:
            continue
        seen.add(key)
        yield key[0]
        try:
            further = [Requirement(text) for text in requires(one.name) or []]
        except PackageNotFoundError:
            continue
        wanted = [{"extra": extra} for extra in ("", *one.extras)]
        waiting += [sub for sub in further if sub.marker is None or any(sub.marker.evaluate(env) for env in wanted)]


def test_everything_declared_is_pinned_with_all_it_needs() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {plain(line.split("==")[0]) for line in lines}
    assert [line for line in lines if "==" not in line or "/" in line] == []
    declared = RUNTIME + [one for extra in EXTRAS.values() for one in extra]
    assert sorted(set(closure(declared)) - pinned) == []
