"""What was corrected is told wherever the claim is, and no more than may be told."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.pipeline.builders import claim, report

from salient.domain.corrected import correct
from salient.domain.correction import Correction, Entry, Fault, Reversal, Subject
from salient.domain.kind import Kind
from salient.domain.place import Bearing, PlaceMatch, PlacePrecision, Relation
from salient.domain.theatre import Theatre
from salient.export.corrected import corrections_of, in_words, mark
from salient.export.corrections import Corrected, correction_record
from salient.export.public import public_record
from salient.theatre.load import load_theatre

SAID, MADE = date(2025, 12, 1), date(2025, 12, 2)
MOMENT = datetime(2025, 12, 2, 9, tzinfo=UTC)
TOWN = PlaceMatch("Pokrovsk", 37.18, 48.28, PlacePrecision.RELATION, None, Relation("Pokrovsk", 8.0, Bearing.SW))
IN_TOWN = {"place": "Pokrovsk", "place_id": "p", "place_precision": "settlement", "lat": 48.3, "lon": 37.2}


def theatre() -> Theatre:
    return load_theatre("ukraine")


def place_corrected() -> Correction:
    values = {**IN_TOWN, "relation": None}
    return Correction(Subject("report-1", "claim-1"), Fault.PLACE, "A. Reader", MOMENT, MADE, "in the town", values)


def test_a_claim_tells_from_what_and_by_whom_but_never_a_point() -> None:
    read = claim(report("r", SAID, "took it"), "RU", "RU", place=TOWN)
    stands = correct(read, [place_corrected()])
    assert stands is not None
    (told,) = public_record(stands, MADE, theatre())["corrections"]
    assert {change["field"]: (change["was"], change["now"]) for change in told["changes"]} == {
        "place_id": (None, "p"),
        "relation": ("8 km SW of Pokrovsk", None),
    }
    assert mark(stands) == " [corrected by A. Reader: place_id was unknown, relation was 8 km SW of Pokrovsk]"
    assert in_words(told).startswith("corrected on 2025-12-02 by A. Reader (")
    assert (corrections_of(read), mark(read)) == ([], "")


def test_the_public_list_withholds_what_the_claim_does() -> None:
    read = claim(report("r", SAID, "strike there"), "RU", "RU", place=TOWN, kind=Kind.STRIKE)
    entry = Entry(place_corrected(), Reversal("correction-1", "B. Reader", MOMENT, MADE, "it was near it"))
    early = correction_record(Corrected(entry, (read,)), MADE, theatre())
    assert early["withheld"]["until"] == "2025-12-04"
    assert (early["quote"], early["text"], early["reason"], early["claims"]) == (None, None, None, [])
    assert early["reversal"] == {"by": "B. Reader", "day": "2025-12-02", "reason": None}
    later = correction_record(Corrected(entry, (read,)), date(2025, 12, 4), theatre())
    assert (later["quote"], later["reason"]) == ("strike there", "in the town")
    assert not {"lat", "lon"} & set(later["claims"][0])


def test_a_withheld_claim_tells_no_correction() -> None:
    read = claim(report("r", SAID, "strike there"), "RU", "RU", kind=Kind.STRIKE)
    stands = replace(read, as_read=read, corrections=(place_corrected(),))
    assert public_record(stands, MADE, theatre())["corrections"] == []
