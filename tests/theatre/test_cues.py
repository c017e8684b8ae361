"""Tables of events and speech are read with their patterns written out, and refused where one is broken."""

from pathlib import Path

import pytest

from salient.domain.errors import PackError
from salient.theatre.cues import read_events, read_speech

TABLE = """
groups:
  taking: [take, gain]
events:
  - {kind: control, status: took, actor: subject, phrases: [in <side> hands],
     verbs: [<taking> (full)? control (of|over)]}
light: {subject: [(launch|mount) ~], opponent: [], ended: []}
arms: {links: [], words: []}
verdicts: {denies: [is (false|fake)]}
falsely: {}
"""


def test_rows_light_verbs_and_verdicts_are_written_out(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(TABLE)
    tables = read_events(tmp_path / "events.yaml")
    assert len(tables.events[0].verbs) == 8
    assert tables.events[0].verbs[0] == "take full control of"
    assert tables.events[0].phrases == ("in <side> hands",)
    assert tables.light["subject"] == ("launch ~", "mount ~")
    assert tables.verdicts["denies"] == ("is false", "is fake")


@pytest.mark.parametrize(
    ("good", "bad"),
    [("<taking> (full)?", "<talking> (full)?"), ("(of|over)", "(of|over"), ("status: took", "status: damaged")],
)
def test_a_broken_row_is_refused_by_name(tmp_path: Path, good: str, bad: str) -> None:
    (tmp_path / "events.yaml").write_text(TABLE.replace(good, bad))
    with pytest.raises(PackError, match=r"events\.yaml"):
        read_events(tmp_path / "events.yaml")


def test_cues_of_speech_are_written_out(tmp_path: Path) -> None:
    path = tmp_path / "speech.yaml"
    path.write_text("speech:\n  - {shape: quote, stance: asserts, cues: [quote|cite], opens: [as (saying|telling)]}\n")
    (cue,) = read_speech(path)
    assert (cue.cues, cue.opens) == (("quote", "cite"), ("as saying", "as telling"))
