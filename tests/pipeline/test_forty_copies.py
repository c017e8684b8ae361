"""One bulletin as forty edited copies over twelve outlets and three languages is one origin in the assessment."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from salient.domain.theatre import Theatre
from salient.gazetteer import Gazetteer
from salient.pipeline.assessing import open_case
from salient.pipeline.copies import keep_copies
from salient.pipeline.ingest import ingest
from salient.pipeline.reading import Reader
from salient.store.database import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "copies"))
from test_forty_copies import forty

NOW = datetime(2026, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("story", ["gs-morning-1", "skudne-mapper"])
def test_forty_copies_are_one_origin_in_the_assessment(
    story: str, tmp_path: Path, theatre: Theatre, gazetteer: Gazetteer
) -> None:
    store = Store.open(str(tmp_path / "s.db"), theatre.id, create=True)
    read = list(ingest(forty(story, seed=1), Reader(theatre, gazetteer), store, NOW))
    keep_copies(store, theatre)
    assert len(read) == 40
    assert sum(one.claims for one in read) > 40
    case = open_case(store, theatre, gazetteer)
    assert case.span is not None
    run = case.run(case.span.last)
    by_id = {claim.id: claim for claim in case.claims}
    for place in case.places:
        rows = run.explain(place.id, case.span.last).evidence
        behind = [(by_id[row.claim], row.note) for row in rows if row.claim is not None]
        told = [(claim.place.name, claim.content.actor, sort) for claim, sort in behind]
        assert len(set(told)) == len(told), f"{place.name}: the same was counted twice"
    assert len({claim.citation.origin for claim in case.claims}) == 1
