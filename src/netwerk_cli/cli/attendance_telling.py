"""What is said of attendance: who was recorded as what, who is still to come, and how a session stands."""

from __future__ import annotations

from netwerk_cli.cli import answering
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.language import sentence
from netwerk_cli.domain import attending, pictures
from netwerk_cli.domain.attendance import State, block
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.questions import YesNo
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors import NetwerkError
from netwerk_cli.exchange.shapes import Shape, attendance_shape
from netwerk_cli.services.attendance import Answer, Done

_MANY = 8
_SAID = {
    State.PRESENT: "{name} ({code}) is present.",
    State.ABSENT: "{name} ({code}) is absent.",
    State.EXCUSED: "{name} ({code}) is excused.",
    State.UNKNOWN: "Of {name} ({code}) nothing is recorded.",
}
_BEFORE = {
    State.PRESENT: "{name} ({code}) was recorded as present before.",
    State.ABSENT: "{name} ({code}) was recorded as absent before.",
    State.EXCUSED: "{name} ({code}) was excused before.",
    State.UNKNOWN: "Of {name} ({code}) nothing was recorded.",
}


def tell(call: Call, done: Done) -> None:
    """Say of each person what was recorded, and how the session stands; with --json the result object."""
    results = []
    many = len(done.answers) > _MANY and call.terminal
    for answer in done.answers:
        if isinstance(answer.outcome, NetwerkError):
            message = sentence(answer.outcome, call.language)
            call.say("{person}: {message}", person=answer.person, message=message)
        elif not many:
            tell_one(call, done.event, answer.outcome, done.session.id, changed=answer.changed)
        results.append(shape(call, done, answer))
    if done.excused:
        call.say("{count:person stays|people stay} excused.", count=len(done.excused))
    if not done.answers and not done.excused:
        call.say("Nobody.")
    if any(answer.changed for answer in done.answers):
        warn_of_time(call, done.event, done.session)
    tell_counts(call, done)
    about = {"event": done.event.slug, "session": done.session.id, "counts": dict(done.counts)}
    answering.answer(call, "attendance.record", results, **about)


def tell_one(call: Call, event: Event, who: Registration, session: str, *, changed: bool) -> None:
    """Say what is recorded of somebody in a session, and of who is there that they want to be in no picture."""
    state = attending.state_of(who, session)
    call.say((_SAID if changed else _BEFORE)[state], name=who.name, code=who.code)
    if pictures.wanted(event, who) is YesNo.NO and state is State.PRESENT:
        call.say("No pictures of {name}.", name=who.name)


def warn_of_time(call: Call, event: Event, session: Session) -> None:
    """Warn that attendance is recorded of what is still to come: on its own day that is usual."""
    when = block(event, session)
    if when is not None and when[0].date() > call.now.astimezone(when[0].tzinfo).date():
        call.warn("Session '{session}' starts on {starts_at}.", session=session.id, starts_at=when[0])


def tell_counts(call: Call, done: Done) -> None:
    """Say how many were there, and how many are still to come."""
    counts = done.counts
    call.say(
        "Session '{session}': {present} present, {absent} absent, {excused} excused, {unknown} still to come.",
        session=done.session.id,
        present=counts[State.PRESENT],
        absent=counts[State.ABSENT],
        excused=counts[State.EXCUSED],
        unknown=len(done.to_come),
    )


def shape(call: Call, done: Done, answer: Answer) -> Shape:
    """Return what became of one person, for scripts."""
    found: Shape = {"person": answer.person, "changed": answer.changed, "error": None, "message": None}
    if isinstance(answer.outcome, NetwerkError):
        message = sentence(answer.outcome, call.language)
        return {**found, "error": answer.outcome.code, "message": message, "attendance": None}
    return {
        **found,
        "attendance": attendance_shape(done.event, answer.outcome, done.session.id, done.recorded),
    }
