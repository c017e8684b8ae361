"""The command `salient`: every command is one file of this folder, listed here."""

import importlib
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from salient import __version__
from salient.cli.console import REJECTED, WRONG_USAGE, errors
from salient.domain.errors import InputError, SalientError

COMMANDS = {
    "extract": "salient.cli.extract:extract",
    "add": "salient.cli.add:add",
    "ask": "salient.cli.ask:ask",
    "assess": "salient.cli.assess:assess_files",
    "diff": "salient.cli.diff:diff",
    "sources": "salient.cli.sources:sources",
    "disputes": "salient.cli.disputes:list_disputes",
    "evaluate": "salient.cli.evaluate:app",
    "gazetteer": "salient.cli.gazetteer:app",
    "export": "salient.cli.export:export",
    "health": "salient.cli.health:health",
    "measure": "salient.cli.measure:measure",
    "numbers": "salient.cli.numbers:numbers",
    "metrics": "salient.cli.metrics:metrics",
    "correct": "salient.cli.correct:correct",
    "corrections": "salient.cli.corrections:list_corrections",
    "compare": "salient.cli.compare:compare",
    "report": "salient.cli.report:app",
    "assets": "salient.cli.assets:assets",
    "alerts": "salient.cli.alerts:alerts",
    "serve": "salient.cli.serve:serve",
    "watch": "salient.cli.watch:watch",
}
"""Where each command stands, as `module:function` or `module:app`, in the order of the help page."""


class OnDemand(TyperGroup):
    """Imports a command when it is called: `salient --version` must not wait for geometry and statistics (6 s cold)."""

    # typer carries a click of its own, whose types it does not export: Any stands for its Context and Command.
    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found = getattr(importlib.import_module(module), name)
        if not isinstance(found, typer.Typer):
            function, found = found, typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            found.command(cmd_name)(function)
        command = typer.main.get_command(found)
        command.name = cmd_name
        return command


app = typer.Typer(
    name="salient",
    cls=OnDemand,
    help="Maps a front line from open sources, and shows its working.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback(invoke_without_command=True)
def _main(version: bool = typer.Option(False, "--version", help="Print the version and leave.")) -> None:
    if version:
        typer.echo(__version__)
        raise typer.Exit


def run() -> None:
    """Run the command line; an error of ours is one line on standard error and an exit code, never a traceback."""
    try:
        app()
    except SalientError as error:
        errors.print(f"salient: {error}", style="red", markup=False)
        sys.exit(REJECTED if isinstance(error, InputError) else WRONG_USAGE)


if __name__ == "__main__":
    run()
