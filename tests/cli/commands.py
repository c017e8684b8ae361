"""Run a command as a user does, in this process."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from salient.cli.main import run


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@dataclass
class Salient:
    """`salient` with its standard output and error caught."""

    monkeypatch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Result:
        self.monkeypatch.setattr("sys.argv", ["salient", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            run()
        told = self.capture.readouterr()
        return Result(int(left.value.code or 0), told.out, told.err)


NOW = datetime(2026, 1, 10, tzinfo=UTC).date().isoformat()
