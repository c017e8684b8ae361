"""What a sentence says has happened."""

from dataclasses import replace

from salient.extract.forms import is_passive, is_verbal, is_verbal_noun
from salient.extract.lexicon import Event
from salient.extract.mood import mood_of
from salient.extract.needs import has_what_it_needs
from salient.extract.reach import asset_of, places_of
from salient.extract.roles import beside, light_before, light_subject, object_of, slot_side, subject_of
from salient.extract.scene import Cue, Found, Reading, Scene
from salient.extract.sentence import Sentence, Unit, events_of, speech_of

_STRENGTH = {"asset": 3, "object_place": 2, "subject_place": 2, "place": 2}
"""Cues that ask for more are surer than those that ask for less."""


def find_events(scene: Scene) -> list[Found]:
    """All events of a sentence, in order. Nouns under a light verb take that verb's subject."""
    sentence = scene.sentence
    cues = [unit for unit in sentence.units if _may_be_cue(sentence, unit)]
    found: list[Found] = []
    for n, unit in enumerate(cues):
        if speech_of(unit) is not None and sentence.is_(unit.after, "that"):
            continue
        right = cues[n + 1].first if n + 1 < len(cues) else len(sentence.tokens)
        cue = Cue(scene, unit, _left_bound(sentence, unit.first), right, cues[n + 1 :], list(found))
        event = _best(cue)
        if event is not None:
            found.append(event)
    return found


def _may_be_cue(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit stands in a form in which the tables know it as an event or a light verb."""
    if "event" not in unit.names and "light" not in unit.names:
        return False
    if "light" in unit.names and is_verbal(sentence, unit):
        return True
    return any(_form_fits(sentence, unit, event) for event in events_of(unit))


def _form_fits(sentence: Sentence, unit: Unit, event: Event) -> bool:
    if event.form == "phrase":
        return True
    verbal = is_verbal(sentence, unit)
    return verbal if event.form == "verb" else (not verbal or is_verbal_noun(sentence, unit))


def _left_bound(sentence: Sentence, i: int) -> int:
    """Where the clause of token i begins."""
    for k in range(i - 1, -1, -1):
        if sentence.sign(k) in {";", ":", "—", "“", "”"}:
            return k + 1
        if sentence.is_(k, "that"):
            if sentence.is_(k - 1, "speech"):
                return k + 1
        elif sentence.is_(k, "conjunction") and not sentence.is_(k, "link"):
            return k + 1
    return 0


def _best(cue: Cue) -> Found | None:
    """The surest event that the cue can be; among equals the earlier row of the table."""
    best: tuple[int, int, Found] | None = None
    for event in events_of(cue.unit):
        if not _form_fits(cue.sentence, cue.unit, event):
            continue
        found = _read(cue, event)
        key = (_STRENGTH.get(event.cue.needs or "", 1 if event.cue.needs not in (None, "ground") else 0), -event.rank)
        if found is not None and (best is None or key > best[:2]):
            best = (*key, found)
    return best[2] if best else None


def _read(cue: Cue, event: Event) -> Found | None:
    sentence, unit = cue.sentence, cue.unit
    passive = event.form == "verb" and is_passive(sentence, unit)
    reading = Reading(
        cue=cue,
        event=event,
        passive=passive,
        subject=subject_of(cue, event.form, passive),
        object=object_of(cue, event.form, passive),
        places=places_of(cue, event, passive),
        asset=asset_of(cue),
    )
    if not has_what_it_needs(reading):
        return None
    light = light_before(sentence, unit) if event.form == "noun" else None
    found = Found(
        first=unit.first,
        after=unit.after,
        cue=event.cue,
        form=event.form,
        passive=passive,
        subject=reading.subject,
        object=reading.object,
        slot=slot_side(sentence, unit),
        mood=mood_of(cue, event.form, light[0] if light else None),
        places=reading.places,
        asset=reading.asset,
        clause=(cue.left, cue.right),
    )
    if light is None:
        return found
    own, over = beside(cue.scene, unit), light_subject(cue, light[0])
    if own is None and light[1].opponent and over is not None:
        return replace(found, subject=over, reversed=True)
    return replace(found, subject=own or over)
