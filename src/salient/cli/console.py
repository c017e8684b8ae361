"""What every command shares: where errors go, and the exit codes."""

from rich.console import Console

errors = Console(stderr=True, soft_wrap=True, highlight=False)

REJECTED = 1
WRONG_USAGE = 2
