"""The list of commands: each is there, explains itself, and costs nothing until it is called."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from salient.cli.main import COMMANDS, app


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_found_and_explains_itself(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert "Usage" in result.output


def test_the_help_page_lists_every_command() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    for name in COMMANDS:
        assert name in result.output


def test_an_unknown_command_is_wrong_usage() -> None:
    result = CliRunner().invoke(app, ["conquer"])
    assert result.exit_code == 2
    assert "No such command" in result.output


def test_no_heavy_library_is_loaded_before_a_command_needs_it() -> None:
    heavy = {"scipy", "numpy", "shapely", "fastapi", "sqlalchemy"}
    code = f"import sys, salient.cli.main; print(*{heavy} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == ""
