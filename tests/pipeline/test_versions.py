"""Edits are told sentence by sentence."""

from salient.pipeline.versions import Edit, edits

BEFORE = 'The town was taken. Forty were hurt. "We left," he said.\nThe road is closed.'
AFTER = 'The town was taken. Fifty were hurt. "We left," he said.'


def test_changed_and_removed_sentences() -> None:
    assert edits(BEFORE, AFTER) == (
        Edit(("Forty were hurt.",), ("Fifty were hurt.",)),
        Edit(("The road is closed.",), ()),
    )
    assert edits(AFTER, AFTER) == ()
    assert edits("", "New.") == (Edit((), ("New.",)),)
