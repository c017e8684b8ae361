"""The built page is found in a checkout and in an installed package."""

from pathlib import Path

import pytest

from salient.serve import page


def test_the_page_is_found_where_it_was_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "salient"
    monkeypatch.setattr(page, "_PACKAGE", package)
    assert page.built_page() is None
    for folder in (tmp_path / "web" / "dist", package / "page"):
        folder.mkdir(parents=True)
        assert page.built_page() != folder
        (folder / "index.html").touch()
        assert page.built_page() == folder
