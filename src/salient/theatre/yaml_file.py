"""Read a YAML file into a checked shape, with errors that name file and line."""

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from salient.domain.errors import PackError


class _Loader(yaml.CSafeLoader):
    """Only "true" and "false" are truth values: in a table of words, "on", "no" and "yes" are words."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile("^(?:true|false)$") if tag == "tag:yaml.org,2002:bool" else pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:bool" or first in "tf"
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class _Twice(yaml.MarkedYAMLError):
    """A key that stands twice in one mapping: the second would silently take the place of the first."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys: set[str] = set()
    for key, _ in node.value:
        if key.value in keys:
            raise _Twice(problem=f"{key.value} stands twice", problem_mark=key.start_mark)
        keys.add(key.value)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


class Shape(BaseModel):
    """The base of every pack file's shape: unknown fields are errors, so that a misspelt one is never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


S = TypeVar("S", bound=BaseModel)


def read_yaml(path: Path, shape: type[S]) -> S:
    """Read and check one file. Raises PackError naming the file and, where it can be told, the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(str(path), f"cannot be read: {error}") from error
    try:
        tree = yaml.compose(text, Loader=_Loader)
        value = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise PackError(str(path), f"not YAML: {error.problem}", line) from error
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"]) or "the file"
        raise PackError(str(path), f"{where}: {first['msg']}", _line(tree, first["loc"])) from error


def _line(node: yaml.Node | None, steps: tuple[int | str, ...]) -> int | None:
    """Follow the steps as far as the tree has them; the last node met tells the line."""
    if node is None:
        return None
    line = node.start_mark.line + 1
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line
