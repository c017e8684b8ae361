"""Origins do not depend on order or on the future, and agree with the labelled set."""

import random
from datetime import date, timedelta

import pytest
from copy_builders import labelled, labelled_sketches, sketch

from salient.copies.incremental import update_copies
from salient.copies.origins import WINDOW_DAYS, find_copies, origins
from salient.copies.sketch import Sketch
from salient.domain.copy import Copy


def b_cubed_f1(found: dict[str, str], truth: dict[str, str]) -> float:
    precision = recall = 0.0
    for one, its_story in truth.items():
        cluster = {other for other in truth if found[other] == found[one]}
        story = {other for other in truth if truth[other] == its_story}
        precision += len(cluster & story) / len(cluster) / len(truth)
        recall += len(cluster & story) / len(story) / len(truth)
    return 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize(("split", "floor"), [("dev", 0.99), ("held", 0.98)])
def test_the_labelled_set_falls_into_its_stories(split: str, floor: float) -> None:
    sketches = labelled_sketches()
    truth = {row["id"]: row["story"] for row in labelled() if row["split"] == split}
    found = origins(find_copies(sketches[name] for name in truth))
    assert b_cubed_f1({name: found[sketches[name].digest] for name in truth}, truth) >= floor


def test_no_two_stories_are_ever_joined() -> None:
    sketches = labelled_sketches()
    found = origins(find_copies(sketches.values()))
    stories: dict[str, set[str]] = {}
    for row in labelled():
        stories.setdefault(found[sketches[row["id"]].digest], set()).add(row["story"])
    assert all(len(names) == 1 for names in stories.values())


def test_order_does_not_matter() -> None:
    sketches = list(labelled_sketches().values())
    expected = find_copies(sketches)
    random.Random(3).shuffle(sketches)
    assert find_copies(sketches) == expected


def test_nothing_published_later_changes_an_origin() -> None:
    sketches = list(labelled_sketches().values())
    day = sorted(sketch.day or 0 for sketch in sketches)[len(sketches) // 2]
    whole = {copy.digest: copy for copy in find_copies(sketches)}
    assert all(whole[copy.digest] == copy for copy in find_copies(s for s in sketches if (s.day or 0) <= day))


@pytest.mark.parametrize("seed", range(4))
def test_reports_added_in_any_batches_give_what_all_at_once_gives(seed: int) -> None:
    sketches = list(labelled_sketches().values())
    random.Random(seed).shuffle(sketches)
    kept: list[Sketch] = []
    known: dict[str, Copy] = {}
    for start in range(0, len(sketches), 50):
        batch = sketches[start : start + 50]
        kept += batch

        def between(first: date, last: date) -> list[Sketch]:
            return [s for s in kept if first.toordinal() <= (s.day or 0) <= last.toordinal()]  # noqa: B023

        known = update_copies(known, [date.fromordinal(s.day or 0) for s in batch], between)
    assert known == {copy.digest: copy for copy in find_copies(sketches)}


STATEMENT = (
    "The mayor of Ostrov, Ivan Sokil, said that 312 people were taken out of the town by 14 buses on Monday, "
    "and that shelling of the road to Lisne had damaged two of them near the mill."
)


def copied(later: Sketch, *earlier: Sketch) -> str | None:
    return {copy.digest: copy.of for copy in find_copies([later, *earlier])}[later.digest]


def test_a_copy_after_the_window_is_a_new_telling() -> None:
    first = sketch(STATEMENT)
    late = sketch(STATEMENT, date(2025, 3, 1) + timedelta(WINDOW_DAYS + 1), outlet="Two")
    assert copied(late, first) is None


def test_the_next_issue_of_a_form_is_no_copy() -> None:
    first = sketch("Over the past day the staff counted 148 clashes, 86 air strikes and 5,900 shellings in the south.")
    later = sketch(
        "Over the past day the staff counted 131 clashes, 74 air strikes and 6,200 shellings in the south.",
        date(2025, 3, 2),
    )
    assert copied(later, first) is None


def test_a_correction_of_one_figure_in_a_long_text_is_the_same_origin() -> None:
    later = sketch(STATEMENT.replace("312", "321"), date(2025, 3, 2))
    assert copied(later, sketch(STATEMENT)) == sketch(STATEMENT).digest


def test_figures_are_the_same_however_they_are_set() -> None:
    ways = ("1,250 and 3.5", "1 250 and 3,5", "1\u00a0250 and 3.5", "1250 and 3,5")
    assert {sketch(f"There were {way} of them.").figures for way in ways} == {frozenset({"1250", "3.5"})}


def test_the_same_few_words_are_a_copy_only_on_the_same_day() -> None:
    first = sketch("Air alarm in the whole region.")
    assert copied(sketch("Air alarm in the whole region.", outlet="Two"), first) is not None
    assert copied(sketch("Air alarm in the whole region.", date(2025, 3, 2)), first) is None


def test_a_report_without_a_day_copies_nothing_and_is_copied_by_none() -> None:
    undated = sketch(STATEMENT, None, outlet="Two")
    assert copied(undated, sketch(STATEMENT)) is None
    assert copied(sketch(STATEMENT), undated) is None


def test_of_one_day_the_fullest_telling_is_the_origin() -> None:
    full, half = sketch(STATEMENT), sketch(STATEMENT.split(", and that", maxsplit=1)[0], outlet="Two")
    assert copied(half, full) == full.digest
    assert copied(full, half) is None


def test_nothing_to_compare() -> None:
    assert find_copies([]) == []
    assert find_copies([sketch("...")]) == [Copy(sketch("...").digest, None, 0.0)]


def test_a_round_up_joins_no_others() -> None:
    other = (
        "Governor Olena Berest told reporters in Verbove that repairs of the 330 kV line would take 19 days, that 47 "
        "crews are at work and that the pumping station of Sosnivka runs on 6 generators until then."
    )
    filler = " ".join(f"Unrelated matter number {10 * n} was discussed by committee {n} of Town{n}." for n in range(40))
    round_up = sketch(f"{STATEMENT}\n{filler}\n{other}", outlet="Round-up")
    found = origins(find_copies([sketch(STATEMENT), sketch(other), round_up]))
    assert len(set(found.values())) == 3


def test_pieces_published_on_the_day_of_the_whole_are_one_telling() -> None:
    begin, end = STATEMENT.split(" were taken ")
    pieces = [sketch(f"{begin}.", outlet="Two"), sketch(f"They were taken {end}", outlet="Three")]
    assert len(set(origins(find_copies([*pieces, sketch(STATEMENT)])).values())) == 1


def test_origins_follow_copies_of_copies_in_any_order() -> None:
    copies = [Copy("c", "b", 1.0), Copy("b", "a", 1.0), Copy("d", None, 0.0), Copy("a", None, 0.0)]
    assert origins(copies) == {"a": "a", "b": "a", "c": "a", "d": "d"}
