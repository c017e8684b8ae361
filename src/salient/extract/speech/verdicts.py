"""Words that judge what is said: "is fake", "remains unconfirmed", "falsely claimed"."""

from collections.abc import Sequence

from salient.domain.kind import Stance
from salient.extract.speech.frame import Frame
from salient.extract.words.scene import Found
from salient.extract.words.sentence import Sentence, Unit

_CLOSING = frozenset({".", ",", ";", ":", '"', "”", "-", ""})
_REMINDED = 6
"""Tokens between a no and a verdict that it is not passed with."""
_UNTOLD = 14
"""Tokens between a verb that says nothing of it and what it says nothing of."""


def verdict_on(
    sentence: Sentence, event: Found, covering: Sequence[Frame] = (), frames: Sequence[Frame] = ()
) -> Stance | None:
    """The verdict that a sentence passes on an event before it, in the same chain of clauses.

    Words by which somebody in `covering` denies it are his, and no second verdict; so are those of who reacts to it
    with any of the `frames`: "X is in their hands, and the staff called that premature".
    """
    told = any(frame.voice is not None and not frame.voice.anonymous for frame in covering)
    denied = [frame.cue for frame in covering if frame.stance is not Stance.ASSERTS]
    denied += [frame.cue for frame in frames if frame.about_before and frame.stance is not Stance.ASSERTS]
    denied += [(frame.cue[0], frame.after) for frame in frames if frame.about_before and frame.cue[0] >= event.after]
    for unit in sentence.units:
        if "verdict" not in unit.names or any(first <= unit.first < after for first, after in denied):
            continue
        if unit.first < event.after:
            if sentence.cased and _opens_with(sentence, unit, event):
                return unit.value("verdict")  # type: ignore[no-any-return]
            continue
        if not any(
            sentence.sign(k) in ({";"} if sentence.cased and k == unit.first - 1 else {";", ":"})
            or sentence.is_(k, "but")
            or (told and sentence.sign(k) == "," and sentence.is_(k + 1, "conjunction"))
            or (not sentence.cased and sentence.is_(k, "link") and _is_told(sentence, k + 1))
            or (sentence.is_(k, "event") and not sentence.is_(k, "locative", "auxiliary", "be"))
            for k in range(event.after, unit.first)
        ):
            return unit.value("verdict")  # type: ignore[no-any-return]
    return None


def _is_told(sentence: Sentence, k: int) -> bool:
    """Whether a second verb of speech begins here, whose object is judged: "the battle goes on, and CALLED the news
    premature"."""
    while sentence.is_(k, "adverb"):
        k += 1
    return sentence.is_(k, "speech") and "past" in sentence.tokens[k].features


def _opens_with(sentence: Sentence, verdict: Unit, event: Found) -> bool:
    """Whether a verdict stands before what it judges: "it is untrue that ...", "not true are reports of ..."."""
    between = range(verdict.after, event.first)
    if sentence.sign(verdict.after) == ":" and sentence.is_(verdict.first - 1, "told_before"):
        return False  # "THIS is untrue: our men hold X"
    opened = any(sentence.is_(k, "that", "about") for k in between) or sentence.sign(verdict.after) in {":", "-"}
    return opened and not any(
        sentence.sign(k) == ";" or sentence.is_(k, "event", "but") or _says(sentence, k)
        for k in between
        if not sentence.is_(k, "about")
    )


def _says(sentence: Sentence, k: int) -> bool:
    """Whether somebody says something else from here on: "called it a lie and ASSURED that …"; not who passes the
    verdict, put in between: "untrue, ADDED the staff, are reports of …"."""
    put_in = sentence.sign(k - 1) in {",", "-"}
    return not put_in and sentence.is_(k, "speech") and not sentence.tokens[k].features.isdisjoint({"past", "present"})


def verdict_over(sentence: Sentence, event: Found, before: int) -> Stance | None:
    """The verdict that opens a sentence on what it then tells: "it was not possible to confirm claims that …".

    `before`: the token up to which it must stand, where somebody's cue of speech begins.
    """
    for unit in sentence.units:
        if unit.first >= min(before, event.first):
            return None
        between = range(unit.after, event.first)
        if "verdict" in unit.names and not any(
            sentence.sign(k) in {",", ";", ":"} or sentence.is_(k, "but", "link") for k in between
        ):
            return unit.value("verdict")  # type: ignore[no-any-return]
    return None


def verdict_within(sentence: Sentence, event: Found, covering: Sequence[Frame]) -> Stance | None:
    """The verdict with which somebody's own words begin, or that he closes them with: "said it was not true THAT …",
    "CALLED reports of it FALSE"."""
    if not covering or covering[-1].cue[1] > event.first or covering[-1].stance is not Stance.ASSERTS:
        return None  # who "dismissed it as propaganda" has denied it once
    cue = covering[-1].cue
    for unit in sentence.units:
        if "verdict" not in unit.names or "falsely" in unit.names or not cue[1] <= unit.first < event.first:
            continue  # "claimed WITHOUT EVIDENCE that …" is the outlet's verdict, not his
        if sentence.is_(unit.after, "that") or (not sentence.cased and sentence.is_(unit.after, "about")):
            return unit.value("verdict")  # type: ignore[no-any-return]
    closing = next((k for k in range(event.after, len(sentence.tokens)) if sentence.sign(k) in _CLOSING), event.after)
    joined = closing - 3 if sentence.is_(closing - 2, "link") else closing - 1  # "FALSE and harmful"
    false = sentence.is_(closing - 1, "called_false") or sentence.is_(joined, "called_false")
    called = false and sentence.some(*cue, "calling")
    return Stance.DENIES if called else None


def bare_verdict(sentence: Sentence) -> Unit | None:
    """The first verdict of a sentence; where nothing else is told there, it is about what was said before."""
    return next(
        (
            unit
            for unit in sentence.units
            if "verdict" in unit.names and not (_is_warned_of(sentence, unit) or _is_of_another(sentence, unit))
        ),
        None,
    )


def _is_of_another(sentence: Sentence, verdict: Unit) -> bool:
    """Whether a verdict only tells what announcements there have been: "it would NOT be the first PREMATURE claim"."""
    described = not sentence.cased and sentence.is_(verdict.after, "message")
    return described and sentence.some(verdict.first - _REMINDED, verdict.first, "negation")


def _is_warned_of(sentence: Sentence, verdict: Unit) -> bool:
    """Whether somebody only asks not to do something with what may be untrue: "urged people NOT TO SPREAD unverified
    information"."""
    negated = False
    for k in range(verdict.first - 1, -1, -1):
        if sentence.sign(k) in {",", ";", ":"}:
            return False
        if negated and sentence.is_(k, "duty"):
            return True
        negated |= sentence.is_(k, "negation")
    return False


def own_verdict(sentence: Sentence, frame: Frame) -> Stance | None:
    """What the outlet itself thinks of a claim it reports: "claimed without evidence", "falsely claimed"."""
    for k in range(max(0, frame.cue[0] - 2), min(frame.cue[1] + 3, len(sentence.tokens))):
        unit = sentence.unit_at[k]
        if unit is not None and "falsely" in unit.names:
            return unit.value("falsely")  # type: ignore[no-any-return]
    return None


def is_passed_over(sentence: Sentence, event: Found) -> bool:
    """Whether it is only asked, or somebody did not speak of it: "did not specify the place of the advances"."""
    if sentence.cased and sentence.sign(len(sentence.tokens) - 1) == "?":
        return True
    for unit in sentence.units:
        last = event.after if sentence.cased else event.first - 1  # "IS X taken", with a word for it behind the verb
        if "asked" in unit.names and event.clause[0] - 1 <= unit.first <= last:
            return True
        between = range(unit.after, event.first)
        if (
            unit.first < event.first
            and len(between) < _UNTOLD
            and _says_nothing(sentence, unit)
            and not any(sentence.sign(k) in {",", ";", ":"} for k in between)
        ):
            return True
    return sentence.cased and sentence.has("silent", "mute") and _is_kept_silent(sentence, event)


def _is_kept_silent(sentence: Sentence, event: Found) -> bool:
    """Whether a noun is what somebody says nothing of, his verb after it: "of the loss of X the staff is SILENT"."""
    if event.form != "noun":
        return False
    for k in range(event.after, event.clause[1]):
        if sentence.sign(k) in {",", ";", ":"} or sentence.is_(k, "that"):
            return False
        if sentence.is_(k, "mute") or (sentence.is_(k, "silent") and sentence.is_(k - 1, "negation")):
            return True
    return False


def _says_nothing(sentence: Sentence, unit: Unit) -> bool:
    """Whether a verb keeps silent by itself, or tells and is negated."""
    return "mute" in unit.names or ("silent" in unit.names and sentence.some(unit.first - 3, unit.first, "negation"))
