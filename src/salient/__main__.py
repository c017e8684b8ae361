"""`python -m salient` is `salient`."""

from salient.cli.main import run

run()
