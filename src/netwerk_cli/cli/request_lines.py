"""`netwerk registration add EVENT --from`: one person a line, and one line of answer each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial

from netwerk_cli.cli import language
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cautions import warning
from netwerk_cli.cli.importing import read_source
from netwerk_cli.cli.plain import tab_line
from netwerk_cli.cli.rows_telling import noticed, tell_unread
from netwerk_cli.cli.screen import require_reader
from netwerk_cli.cli.telling import placed, tell_several
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.seats.rereading import entered
from netwerk_cli.domain.seats.rows import Kind, Ways
from netwerk_cli.errors import BadValue, NetwerkError
from netwerk_cli.errors.outcomes import SomeRejected, SomeWouldBeRejected
from netwerk_cli.errors.seats import OldNews
from netwerk_cli.services import importing, registering
from netwerk_cli.services.importing import Read
from netwerk_cli.services.registering import Terms
from netwerk_cli.services.registrations import Placed
from netwerk_cli.services.several import Answer
from netwerk_cli.wording import Wording


def add_many(
    call: Call,
    event: str,
    source: str | None,
    group: str | None,
    ways: Ways,
    *,
    sessions: tuple[str, ...],
    alone: bool,
    no_seat: bool,
) -> None:
    """Register one person a line, or all members of a group; nothing else says who registers."""
    if source is not None and (not alone or sessions):
        raise BadValue(
            field="--from", why=Wording("the lines say who registers; leave the other options out")
        )
    if not alone:
        raise BadValue(
            field="--members", why=Wording("the group says who registers; leave the other options out")
        )
    if source is None:
        asked = Terms(**asdict(ways))
        answered = registering.add_members(
            call.caller(), event, group or "", asked, sessions=sessions, no_seat=no_seat
        )
        tell_several(call, "registration.add", answered, nothing="Nobody.", counts=_counts(answered[1]))
        return
    add_lines(call, event, source, ways, no_seat=no_seat)


def _counts(answers: Sequence[Answer]) -> dict[str, int]:
    """Return how many came to what, by the names that an import has for it."""
    kinds = (Kind.CONFIRMED, Kind.PENDING, Kind.WAITING, Kind.NO_SEAT, Kind.UNCHANGED, Kind.REFUSED)
    found = dict.fromkeys(map(str, kinds), 0)
    for _, outcome in answers:
        if isinstance(outcome, OldNews) or (not isinstance(outcome, NetwerkError) and not outcome.changed):
            found[Kind.UNCHANGED] += 1
        elif isinstance(outcome, NetwerkError) or outcome.placed is None:
            found[Kind.REFUSED] += 1
        else:
            found[entered(outcome.placed.registration)] += 1
    return found


def add_lines(call: Call, event: str, source: str, ways: Ways, *, no_seat: bool) -> None:
    """Register one person a line, and answer with one line each."""
    require_reader()
    file = read_source(call, source)._replace(no_seat=no_seat)
    done = importing.registrations(call.caller(), event, file, ways, look=partial(tell_unread, call))
    shapes = [_line_shape(call, one) for one in done.rows]
    for one in done.rows:
        _tell_line(call, done.event, one)
    rejected = [shape for shape in shapes if shape["error"] not in (None, OldNews.code)]
    taken = [one for one in done.rows if one.taken.outcome is not None]
    call.options["changed"] = not call.dry_run and done.changed
    if not rejected:
        _tell_count(call, len(shapes), taken)
    if call.dry_run:
        call.say("This was a dry run: nothing was changed.")
    if rejected:
        facts = {"count": len(shapes), "rejected": len(rejected), "taken": len(taken), "results": shapes}
        raise SomeWouldBeRejected(**facts) if call.dry_run else SomeRejected(**facts)
    for shape in shapes:
        if call.json:
            call.put(shape)
        elif not (call.terminal or call.options.get("quiet")):
            call.print(tab_line([shape[key] for key in ("line", "code", "status", "position")]))


def _tell_line(call: Call, event: Event, one: Read) -> None:
    """Say why a line is not taken, who waits, whom somebody looks like; a complaint has the name only on a screen."""
    number, refusal = one.answer.row.line, one.taken.refusal
    if refusal is not None:
        message, seen = (
            language.sentence(refusal, call.language),
            sys.stderr is not None and sys.stderr.isatty(),
        )
        name = one.answer.fields.get("name", "").strip()
        if name and seen:
            call.say("Line {line} ({name}): {message}", line=number, name=name, message=message)
        else:
            call.say("Line {line}: {message}", line=number, message=message)
        return
    waits = one.now is not None and one.taken.outcome is not None and one.position
    told = [placed(event, Placed(one.now, one.position))] if waits and one.now else []
    for text in (*told, *(likeness.text for likeness in noticed(one))):
        call.say("Line {line}: {message}", line=number, message=call.words(text.template, **text.facts))


def _tell_count(call: Call, count: int, taken: Sequence[Read]) -> None:
    waiting = sum(one.position is not None for one in taken)
    apart = sum(one.now is not None and one.now.no_seat for one in taken)
    facts = {
        "count": count,
        "seated": len(taken) - waiting - apart,
        "waiting": waiting,
        "unchanged": count - len(taken),
    }
    if call.dry_run:
        call.say(
            "{count:line|lines} read: {seated} would have a seat, {waiting} would wait, {unchanged} stay as they are.",
            **facts,
        )
    else:
        call.say(
            "{count:line|lines} read: {seated} with a seat, {waiting} waiting, {unchanged} unchanged.",
            **facts,
        )
    if apart:
        call.say("{count:person is|people are} on the list without taking a seat.", count=apart)


def _line_shape(call: Call, one: Read) -> dict[str, object]:
    """Return the answer to one line; `error` is the code of the refusal, or null."""
    refusal, number = one.taken.refusal, one.answer.row.line
    now = one.now if refusal is None else None
    return {
        "line": number,
        "code": None if now is None else now.code,
        "status": None if now is None else str(now.status),
        "position": None if now is None else one.position,
        "error": None if refusal is None else refusal.code,
        "message": None if refusal is None else language.sentence(refusal, call.language),
        "warnings": [warning(likeness.text, code=likeness.code, line=number) for likeness in noticed(one)],
    }
