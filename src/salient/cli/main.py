"""The command `salient`: every command is one file of this folder, listed here."""

import sys

import typer

from salient import __version__
from salient.cli.assess import assess_files
from salient.cli.console import REJECTED, WRONG_USAGE, errors
from salient.cli.measure import measure
from salient.cli.serve import serve
from salient.domain.errors import InputError, SalientError

app = typer.Typer(
    name="salient",
    help="Maps a front line from open sources, and shows its working.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("assess")(assess_files)
app.command("serve")(serve)
app.command("measure")(measure)


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
