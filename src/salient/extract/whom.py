"""The party that a content is about, by the rule of its cue."""

from salient.domain.kind import Kind
from salient.domain.theatre import Theatre
from salient.extract.actors import Ref, resolve
from salient.extract.draft import Whose
from salient.extract.scene import Found, Scene


class Whom:
    """Knows which side is opposed to which."""

    def __init__(self, theatre: Theatre) -> None:
        self._theatre = theatre

    def actor(self, event: Found, scene: Scene, before: Ref | None) -> Ref | None:
        """The actor of an event; `before` is whom the sentences before spoke of."""
        rule = event.cue.actor
        subject = resolve(event.subject, before)
        patient = resolve(event.object, before)
        if event.reversed:
            return self.opponent(subject)
        if rule == "slot":
            return event.slot
        if rule == "subject":
            if subject is None and event.passive and event.object is not None and event.object.role != "pronoun":
                return self.opponent(patient)
            return subject
        if rule == "opponent":
            return self.opponent(subject)
        if rule == "object":
            own = patient is not None and (event.passive or event.object is not event.subject)
            return patient if own else self.opponent(subject)
        if rule == "possessor":
            if patient is not None:
                return patient
            return self.opponent(subject) if event.cue.kind is Kind.ENCIRCLEMENT else subject
        if rule in ("other", "after_to"):
            return self._after_to(event, scene) or before
        return None

    def opponent(self, ref: Ref | None) -> Ref | None:
        """The other side, also of a side that only the speaker tells."""
        if ref is Whose.SPEAKER:
            return Whose.OPPONENT
        if ref is Whose.OPPONENT:
            return Whose.SPEAKER
        return None if ref is None else self._theatre.opponent(ref)

    @staticmethod
    def _after_to(event: Found, scene: Scene) -> Ref | None:
        """ "the fall of X to Russia"."""
        for actor in scene.actors:
            if event.after <= actor.first <= event.after + 6 and scene.sentence.is_(actor.first - 1, "to"):
                return actor.ref
        return next((a.ref for a in scene.actors if a.first == event.after), None)
