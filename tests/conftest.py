"""Nothing passes silently by being skipped: what was not run is counted, named at the very end, and fails under CI."""

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Registers that whoever runs the tests has added to a gazetteer of theirs stay out of them.
os.environ["SALIENT_HOME"] = str(Path(__file__).parent.parent / "build" / "test-home")

# A machine that is busy makes a property no less true.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

_not_run: Counter[str] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and isinstance(report.longrepr, tuple):
        _not_run[report.longrepr[2].removeprefix("Skipped: ").removeprefix("NOT RUN: ")] += 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _not_run and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    reasons = "; ".join(f"{reason}: {count}" if len(_not_run) > 1 else reason for reason, count in _not_run.items())
    print(f"NOT RUN: {_not_run.total()}" + (f" ({reasons})" if reasons else ""))  # noqa: T201
