"""What the languages know of assets: the names of their classes, and words that speak of a part."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from salient.theatre.cues import Writer
from salient.theatre.packs import known_packs, pack_folder
from salient.theatre.yaml_file import Shape, read_yaml


class _AssetsFile(Shape):
    assets: dict[str, tuple[str, ...]]


class _PartsFile(Shape):
    parts: tuple[str, ...]
    several: tuple[str, ...]
    limits: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AssetWords:
    """`classes`: what each class is called. `parts`, `several`, `limits`, `beside`: see `languages/en/parts.yaml`."""

    classes: Mapping[str, tuple[str, ...]]
    parts: tuple[str, ...]
    several: tuple[str, ...]
    limits: tuple[str, ...]
    beside: tuple[str, ...]


@lru_cache(maxsize=1)
def load_asset_words() -> AssetWords:
    """Join the words of all language packs that have them. Raises PackError for a broken one."""
    classes: dict[str, tuple[str, ...]] = {}
    parts: list[_PartsFile] = []
    for code in known_packs("languages"):
        folder = pack_folder("languages", code)
        path = folder / "assets.yaml"
        for name, phrases in (read_assets(path) if path.exists() else {}).items():
            classes[name] = (*classes.get(name, ()), *phrases)
        if (folder / "parts.yaml").exists():
            parts.append(read_yaml(folder / "parts.yaml", _PartsFile))
    return AssetWords(
        classes,
        tuple(word for file in parts for word in file.parts),
        tuple(word for file in parts for word in file.several),
        tuple(word for file in parts for word in file.limits),
        tuple(word for file in parts for word in file.beside),
    )


def read_assets(path: Path) -> Mapping[str, tuple[str, ...]]:
    """What each class of assets is called in a language. Raises PackError for a broken table."""
    written = Writer(path, {})
    return {name: written.phrases(patterns) for name, patterns in read_yaml(path, _AssetsFile).assets.items()}
