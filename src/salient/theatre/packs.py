"""Where the data packs lie: beside the code in a checkout, inside the package once installed."""

from pathlib import Path

from salient.domain.errors import PackError, UsageError

_PACKAGE = Path(__file__).resolve().parents[1]


def pack_folder(family: str, name: str) -> Path:
    """The folder of one pack; `family` is "theatres" or "languages".

    A name with a separator is taken as a path to a pack of the user's own. Raises UsageError where there is none.
    """
    if "/" in name or "\\" in name:
        folder = Path(name)
    else:
        folder = next((root / name for root in _roots(family) if (root / name).is_dir()), Path(family) / name)
    if not folder.is_dir():
        raise UsageError(f"no {family.removesuffix('s')} pack {name!r} (known: {', '.join(known_packs(family))})")
    return folder


def default_pack(family: str) -> str:
    """The pack to take where none is named, as the family's default.txt says. Raises PackError without one."""
    for root in _roots(family):
        file = root / "default.txt"
        if file.is_file():
            return file.read_text(encoding="utf-8").strip()
    raise PackError(family, "has no default.txt, so a pack must be named")


def known_packs(family: str) -> list[str]:
    return sorted({folder.name for root in _roots(family) for folder in root.iterdir() if folder.is_dir()})


def _roots(family: str) -> list[Path]:
    return [root for root in (_PACKAGE / "packs" / family, _PACKAGE.parents[1] / family) if root.is_dir()]
