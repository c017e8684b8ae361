"""A verb and the one that only tells how it was done, in a language with a form for that: "they went forward, HAVING
TAKEN positions near X"."""

from dataclasses import replace

from salient.extract.words.scene import Found, Scene

_DOES = ("subject",)


def placed_by_gerunds(scene: Scene, found: list[Found]) -> list[Found]:
    """The events of a sentence, one without a place where its gerund has one; a gerund that tells the same kind is the
    fuller of the two."""
    out: list[Found] = []
    for event in found:
        last = out[-1] if out else None
        if last is None or not _tells_how(scene, last, event):
            out.append(event)
        elif last.cue.kind is event.cue.kind:
            out[-1] = replace(event, subject=event.subject or last.subject)
        else:
            out[-1:] = [replace(last, places=event.places), event]
    return out


def _tells_how(scene: Scene, verb: Found, event: Found) -> bool:
    sentence = scene.sentence
    gerund = event.form == "verb" and "converb" in sentence.tokens[event.first].features
    if not gerund or verb.form != "verb" or verb.places or not event.places or verb.mood != event.mood:
        return False
    named = any(verb.clause[0] <= scene.mentions[n].first < event.first for n in range(len(scene.mentions)))
    own = verb.cue.actor in _DOES and event.cue.actor in _DOES
    signs = [sentence.sign(k) for k in range(verb.after, event.first) if not sentence.tokens[k].is_word]
    return own and not named and signs.count(",") == 1 and not {";", ":", "-"} & set(signs)
