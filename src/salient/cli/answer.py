"""The answer of `salient ask` for the eye: the verdict, the figures, the claims by side, what the figure is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import typer

from salient.domain.assessment import CONTESTED, Assessment, Evidence
from salient.domain.claim import Claim
from salient.domain.correction import Correction
from salient.domain.kind import Kind, Stance
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.export.corrected import correction_of, corrections_of, in_words
from salient.export.public import is_quotation, public_words
from salient.serve.claim_view import summarise
from salient.serve.dispute import Dispute, find_dispute
from salient.serve.pairing import Against
from salient.serve.verdict import Verdict, long_day

SHOWN_CLAIMS = 6
SHOWN_ROWS = 12
SHOWN_VOICES = 3
_PLAINNESS = {Stance.DENIES: 0, Stance.ASSERTS: 1, Stance.DOUBTS: 2}
SHOWN_LETTERS = 240
"""Of a quote, unless all is asked for: a sentence or two."""
ABOUT_CONTROL = frozenset({Kind.CONTROL, Kind.ADVANCE, Kind.ENCIRCLEMENT, Kind.CLASH, Kind.WITHDRAWAL})
"""The kinds of claims that answer the question who controls a place; others are told when all is asked for."""


@dataclass(frozen=True)
class Answer:
    """All that is told of one place on one day, as known on another. `claims` are those that may be shown."""

    place: Place
    where: str | None
    """Where it lies, if others have its name too."""
    guessed: bool
    others: tuple[Place, ...]
    """The places of its name."""
    day: date
    as_of: date
    today: date
    theatre: Theatre
    assessment: Assessment | None
    verdict: Verdict
    claims: tuple[Claim, ...]
    pairs: tuple[Against, ...]
    withheld: int
    corrected_later: Mapping[str, Sequence[Correction]] = field(default_factory=dict)
    """By claim: what is known now to be wrong with it and was not as of the day."""

    def side_name(self, side: str | None) -> str:
        named = {belligerent.id: belligerent.name for belligerent in self.theatre.belligerents}
        return named.get(side or "", "independent voices" if side == "independent" else "unnamed sources")


def print_answer(answer: Answer, *, every: bool) -> None:
    """Print to standard output; `every` leaves nothing out."""
    typer.echo(sentence(answer))
    for part in (_figures(answer), *_said(answer, every), _why(answer, every)):
        if part:
            typer.echo("")
            typer.echo("\n".join(part))


def sentence(answer: Answer) -> str:
    """ "Town — contested on 3 December 2025: claimed taken by A (who), denied by B (who)." """
    state = answer.verdict.headline[0].lower() + answer.verdict.headline[1:]
    dispute = find_dispute(answer.theatre, answer.claims, answer.day)
    said = _disputed(answer, dispute) if dispute else answer.verdict.sentence
    named = answer.place.name + (f" ({answer.where})" if answer.where else "")
    return f"{named} — {state} on {long_day(answer.day)}: {said[0].lower()}{said[1:].rstrip('.')}."


def _disputed(answer: Answer, dispute: Dispute) -> str:
    """Who claims the place and who speaks against it, with the voices named."""
    last = dispute.claimed[-1]
    owner = "" if last.content.actor == last.attribution.side else f" by {answer.side_name(last.content.actor)}"
    claimed, against = _voices(answer, dispute.claimed), _voices(answer, dispute.answers)
    told = f"claimed {'taken' if dispute.is_taking else 'held'}{owner} by {claimed}, {dispute.verb} by {against}"
    side = dispute.answers[-1].attribution.side
    others = [claim for claim in dispute.against if claim not in dispute.answers and claim.attribution.side == side]
    named = {name for claim in dispute.answers for name in _names(claim)}
    unnamed = [claim for claim in others if named.isdisjoint(_names(claim))]
    return f"{told}, contradicted by {_voices(answer, unnamed)}" if unnamed else told


def _names(claim: Claim) -> set[str]:
    """What a voice may be known by: its office in the pack, and the words."""
    return {claim.attribution.speaker_id or _voice(claim), _voice(claim).casefold().removeprefix("the ")}


def _voices(answer: Answer, claims: Sequence[Claim]) -> str:
    """ "A (its president, its ministry) and independent voices (a mapper)": sides first; of each the plainest words
    first, then the latest."""
    names = {speaker.id: speaker.name for speaker in answer.theatre.speakers}
    sides: dict[str, list[str]] = {}
    newest = claims[::-1]
    for claim in sorted(newest, key=lambda claim: _PLAINNESS[claim.attribution.stance]):
        voice = names.get(claim.attribution.speaker_id or "") or _in_a_sentence(claim)
        told = sides.setdefault(claim.attribution.side, [])
        if not any(voice.casefold() in other.casefold() for other in told):
            told[:] = [other for other in told if other.casefold() not in voice.casefold()] + [voice]
    order = dict.fromkeys(side for side in (*answer.theatre.sides, *sides) if side in sides)
    return " and ".join(f"{answer.side_name(side)} ({', '.join(sides[side][:SHOWN_VOICES])})" for side in order)


def _in_a_sentence(claim: Claim) -> str:
    """A voice within a sentence: "denied by the North (the military)"; an outlet's title keeps its capital."""
    voice = _voice(claim)
    return f"the {voice[4:]}" if voice.startswith("The ") and voice == claim.attribution.speaker else voice


def _voice(claim: Claim) -> str:
    return claim.attribution.speaker or claim.citation.outlet or "the report itself"


def _figures(answer: Answer) -> list[str]:
    if answer.assessment is None:
        return []
    control = answer.assessment.posterior
    told = [f"{answer.side_name(side)} controls it: {control.of(side):.0%}" for side in answer.theatre.sides]
    told.append(f"neither: {control.of(CONTESTED):.0%}")
    since = answer.verdict.since
    lines = ["   ".join(told), f"As known on {long_day(answer.as_of)}."]
    if since is not None:
        lines.insert(0, f"{answer.verdict.headline} since {long_day(since)}.")
    if answer.withheld:
        delay = answer.theatre.publish_delay_days
        lines.append(f"{answer.withheld} claims of strikes, losses, strength or damage are withheld for {delay} days.")
    return lines


def _said(answer: Answer, every: bool) -> Iterable[list[str]]:
    by_id = {claim.id: claim for claim in answer.claims}
    for side in (*answer.theatre.sides, "independent", "unknown"):
        newest = [claim for claim in reversed(answer.claims) if claim.attribution.side == side]
        newest.sort(key=lambda claim: claim.content.kind is not Kind.CONTROL)
        about = [claim for claim in newest if claim.content.kind in ABOUT_CONTROL]
        shown = newest if every else about[:SHOWN_CLAIMS]
        if not newest:
            continue
        name = answer.side_name(side)
        lines = [f"{name[0].upper()}{name[1:]} {'say' if name.endswith('s') else 'says'}"]
        for claim in shown:
            lines += _claim(answer, claim, every)
            for pair in _answers(answer.pairs, claim, by_id):
                lines += ["      " + line for line in _answered(answer, by_id[pair.claim], pair.direct, every)]
        if len(newest) > len(shown):
            lines.append(f"  … and {len(newest) - len(shown)} more (--all)")
        yield lines


def _answers(pairs: Iterable[Against], claim: Claim, by_id: Mapping[str, Claim]) -> Iterable[Against]:
    """What speaks against a claim, each passage once: "X denied it and said that it holds the town" is one denial."""
    mine = sorted((pair for pair in pairs if pair.target == claim.id), key=lambda pair: not pair.direct)
    passages = {(by_id[pair.claim].citation.report, by_id[pair.claim].quote): pair for pair in reversed(mine)}
    return [pair for pair in mine if pair in passages.values()]


def _claim(answer: Answer, claim: Claim, every: bool) -> list[str]:
    outlet = f" in {claim.citation.outlet}" if claim.citation.outlet and claim.attribution.speaker else ""
    said = f"{summarise(answer.theatre, claim)} — {_voice(claim)}{outlet}, {long_day(claim.citation.published)}"
    return [f"  {said}", f"    {_words(claim, every)}", *(f"    [{told}]" for told in _corrected(answer, claim))]


def _corrected(answer: Answer, claim: Claim) -> Iterable[str]:
    """What was corrected in a claim, and what has been since the day as of which it is told."""
    for made in corrections_of(claim):
        yield in_words(made)
    for late in answer.corrected_later.get(claim.id, ()):
        yield f"later {in_words(correction_of(claim, late))}"


def _answered(answer: Answer, claim: Claim, direct: bool, every: bool) -> list[str]:
    verb = {Stance.DENIES: "denied", Stance.DOUBTS: "doubted"}.get(claim.attribution.stance, "contradicted")
    return [
        f"╰ {verb if direct else 'contradicted'} by {_voice(claim)}, {long_day(claim.citation.published)}:",
        f"  {_words(claim, every)}",
        *(f"  [{told}]" for told in _corrected(answer, claim)),
    ]


def _words(claim: Claim, every: bool) -> str:
    """The outlet's own words in quotation marks, retold ones labelled; long ones cut at a word."""
    words = " ".join((public_words(claim) or "(no words kept)").split())
    if not every and len(words) > SHOWN_LETTERS:
        words = words[: words.rfind(" ", 0, SHOWN_LETTERS)].rstrip(" ,;:–—-") + " …"
    if not is_quotation(claim):
        return f"[retold] {words}"
    return f"{'' if words.startswith('“') else '“'}{words}{'' if words.endswith('”') else '”'}"


def _why(answer: Answer, every: bool) -> list[str]:
    """The waterfall: every row moves the log odds between the two sides, from the prior to the posterior."""
    if answer.assessment is None:
        return []
    side = answer.theatre.measured_side
    other = answer.theatre.opponent(side) or CONTESTED
    told = answer.assessment
    rows = sorted(told.evidence, key=lambda row: -_size(row))
    shown = rows if every else rows[:SHOWN_ROWS]
    by_id = {claim.id: claim for claim in answer.claims}
    lines = [
        f"Why {told.posterior.of(side):.0%} for {answer.side_name(side)} (log weights, in nats)",
        f"  {'toward ' + answer.side_name(side):>16}  {'toward neither':>14}",
        _row(told.prior_nats, side, other, "where the count begins"),
    ]
    lines += [_row(row.weight_nats, side, other, _origin(row, by_id)) for row in shown]
    rest = rows[len(shown) :]
    if rest:
        total = {outcome: sum(row.weight_nats.get(outcome, 0.0) for row in rest) for outcome in told.prior_nats}
        lines.append(_row(total, side, other, f"{len(rest)} smaller rows (--all)"))
    return lines


def _size(row: Evidence) -> float:
    return max((abs(weight) for weight in row.weight_nats.values()), default=0.0)


def _row(weight_nats: Mapping[str, float], side: str, other: str, words: str) -> str:
    mine, theirs, neither = (weight_nats.get(outcome, 0.0) for outcome in (side, other, CONTESTED))
    return f"  {mine - theirs:>+16.2f}  {neither - (mine + theirs) / 2:>+14.2f}  {words}"


def _origin(row: Evidence, by_id: dict[str, Claim]) -> str:
    claim = by_id.get(row.claim or "")
    who = row.origin or (_voice(claim) if claim else "")
    age = "" if claim is None else f", {row.age_days} days old" if row.age_days != 1 else ", 1 day old"
    if row.reliability is not None:
        age += f", {row.reliability:.0%} of such hold"
    return f"{who}: {row.note}{age}" if row.note and who else (row.note or who) + age
