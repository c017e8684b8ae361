import pytest
from tests.cli.commands import Salient


@pytest.fixture
def salient(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Salient:
    return Salient(monkeypatch, capsys)
