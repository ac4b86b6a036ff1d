"""`netwerk attendance check-in`: a line a person, at a terminal or from a scanner."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from netwerk_cli.cli.attendance_telling import shape, tell_counts, tell_one, warn_of_time
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.language import hint, sentence
from netwerk_cli.cli.plain import tab_line
from netwerk_cli.cli.screen import note
from netwerk_cli.domain import pictures
from netwerk_cli.domain.questions import YesNo
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors import Conflict, NetwerkError, NotFound, Refused, Usage
from netwerk_cli.errors.outcomes import SomeSkipped
from netwerk_cli.exchange.shapes import Shape
from netwerk_cli.services import attendance
from netwerk_cli.services.attendance import Answer, Done

_MANY = 20
_SHOWN = ("code", "name", "organisation", "session", "state")


def check_people_in(call: Call, event: str, session: str | None) -> None:
    """Check in a person a line, as the lines come; each is told at once."""
    now = attendance.expected(call.caller(), event, session)
    speak_of(now.event.timezone)
    results: list[Shape] = []
    tried: dict[int, Registration] = {}  # who a dry run would have recorded, which nobody finds in the file
    for line in _lines(call, now):
        if not line:
            if call.asks:
                _show_who_is_left(call, attendance.expected(call.caller(), event, now.session.id))
            continue
        try:
            done = attendance.check_in(call.caller(), event, line, now.session.id)
        except (NotFound, Conflict, Refused, Usage) as refusal:
            results.append(shape(call, now, Answer(line, refusal, changed=False)))
            _tell_refused(call, line, refusal)
            continue
        answer = done.answers[0]
        if call.dry_run and not isinstance(answer.outcome, NetwerkError):
            tried[answer.outcome.number] = answer.outcome
            done = done._replace(people={**done.people, **tried})
        results.append(shape(call, done, answer))
        _tell(call, done, answer)
    last = attendance.expected(call.caller(), event, now.session.id)
    _finish(call, last._replace(people={**last.people, **tried}), results)


def _lines(call: Call, now: Done) -> Iterator[str]:
    """Yield each line as it comes; at a terminal after a question, until the end of the input."""
    if call.asks:
        tell_counts(call, now)
        call.say("A code, an address or (part of) a name; empty: who is still to come; Ctrl-D ends.")
    while line := _line(call):
        yield line.strip().removeprefix("\ufeff").strip()
    if call.asks:
        note("")


def _line(call: Call) -> str:
    """Return the next line; nothing at the end of the input, and after Ctrl-C: what was recorded by then is kept."""
    try:
        if call.asks:
            sys.stderr.write("> ")
            sys.stderr.flush()
            return sys.stdin.readline()
        return "" if sys.stdin is None else sys.stdin.buffer.readline().decode("utf-8", "replace")
    except KeyboardInterrupt:
        return ""


def _tell(call: Call, done: Done, answer: Answer) -> None:
    assert not isinstance(answer.outcome, NetwerkError)  # noqa: S101 (one who is refused is told otherwise)
    tell_one(call, done.event, answer.outcome, done.session.id, changed=answer.changed)
    call.say("{count:person is|people are|Nobody is} still to come.", count=len(done.to_come))
    if not (call.json or call.asks or call.options.get("quiet")):
        told = shape(call, done, answer)["attendance"]
        shown = (*_SHOWN, "pictures") if pictures.asked(done.event) else _SHOWN
        call.print(tab_line([told[name] for name in shown]))


def _tell_refused(call: Call, line: str, refusal: NetwerkError) -> None:
    call.say("{person}: {message}", person=line, message=sentence(refusal, call.language))
    if call.asks:
        for code, name in refusal.people.items():
            call.say("{code}  {name}", code=code, name=name)
        call.say("{line}", line=hint(refusal, call.language))


def _show_who_is_left(call: Call, now: Done) -> None:
    left = now.to_come
    for one in left[:_MANY]:
        mark = " · " + call.words("no pictures") if pictures.wanted(now.event, one) is YesNo.NO else ""
        call.say("{code}  {name}", code=one.code, name=f"{one.name}{mark}")
    if len(left) > _MANY:
        call.say("… and {count} more.", count=len(left) - _MANY)
    call.say("{count:person is|people are|Nobody is} still to come.", count=len(left))


def _finish(call: Call, last: Done, results: list[Shape]) -> None:
    """Say how the session stands now; with --json the result object. Raises `SomeSkipped` in a pipe."""
    changed = sum(one["changed"] for one in results)
    if changed:
        warn_of_time(call, last.event, last.session)
    tell_counts(call, last)
    about = {"event": last.event.slug, "session": last.session.id, "counts": dict(last.counts)}
    refused = sum(one["error"] is not None for one in results)
    if refused and not call.asks:
        call.options["changed"] = changed > 0 and not call.dry_run
        skipped = len(results) - changed
        raise SomeSkipped(**about, count=len(results), changed=changed, skipped=skipped, results=results)
    call.result(
        "attendance.check-in",
        changed=changed > 0,
        changed_count=changed,
        skipped_count=len(results) - changed,
        to_come=len(last.to_come),
        **about,
        results=results,
    )
