"""What every command shares: where errors go, and the exit codes."""

from rich.console import Console

errors = Console(stderr=True, soft_wrap=True, highlight=False)

REJECTED = 1
WRONG_USAGE = 2


def counted(number: int, what: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
