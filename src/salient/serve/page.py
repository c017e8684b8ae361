"""Where the built page lies: beside the code in a checkout, inside the package once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def built_page() -> Path | None:
    """The folder with index.html, None where the page has not been built."""
    folders = (_PACKAGE / "page", _PACKAGE.parents[1] / "web" / "dist")
    return next((folder for folder in folders if (folder / "index.html").is_file()), None)
