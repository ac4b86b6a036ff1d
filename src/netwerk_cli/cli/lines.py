"""`netwerk registration add EVENT --from`: one person a line, and one line of answer each."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from netwerk_cli.cli import language
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cautions import warning
from netwerk_cli.cli.plain import tab_text
from netwerk_cli.cli.telling import placed, tell_several
from netwerk_cli.errors import BadValue, NetwerkError, OldNews, SomeRejected, SomeWouldBeRejected, Wording
from netwerk_cli.services import registering
from netwerk_cli.services.registering import Terms
from netwerk_cli.services.registrations import Placed, RegistrationResult


def add_many(call: Call, event: str, source: str | None, terms: Terms, *, alone: bool) -> None:
    """Register one person a line, or without lines all members of the group; nothing else says who registers."""
    if not alone and source is not None:
        raise BadValue(
            field="--from", why=Wording("the lines say who registers; leave the other options out")
        )
    if not alone:
        raise BadValue(
            field="--members", why=Wording("the group says who registers; leave the other options out")
        )
    if source is None:
        answered = registering.add_members(call.caller(), event, terms)
        tell_several(call, "registration.add", answered, nothing="Nobody.")
        return
    add_lines(call, event, source, terms)


def add_lines(call: Call, event: str, source: str, terms: Terms) -> None:
    """Register one person a line, and answer with one line each."""
    from netwerk_cli.exchange import requests

    call.require_reader()
    lines = requests.read(call.input(source), source=source)
    results = registering.add_lines(call.caller(), event, lines, terms)
    answered = [*zip(lines, results, strict=True)]
    shapes = [_line_shape(call, number, one) for (number, _), one in answered]
    for (number, line), one in answered:
        _tell_line(call, number, line.get("name", "").strip(), one)
    rejected = [shape for shape in shapes if shape["error"] not in (None, OldNews.code)]
    taken = [one.placed for one in results if not isinstance(one, NetwerkError) and one.changed]
    call.options["changed"] = not call.dry_run and bool(taken)
    if not rejected:
        _tell_count(call, len(shapes), [one for one in taken if one is not None])
    if call.dry_run:
        call.say("This was a dry run: nothing was changed.")
    if rejected:
        facts = {"count": len(shapes), "rejected": len(rejected), "taken": len(taken), "results": shapes}
        raise SomeWouldBeRejected(**facts) if call.dry_run else SomeRejected(**facts)
    for shape in shapes:
        if call.json:
            call.put(shape)
        elif not (call.terminal or call.options.get("quiet")):
            call.print("\t".join(tab_text(shape[key]) for key in ("line", "code", "status", "position")))


def _tell_line(call: Call, number: int, name: str, one: RegistrationResult | NetwerkError) -> None:
    """Say why a line is not taken, who waits, whom somebody looks like; a complaint has the name only on a screen."""
    if isinstance(one, NetwerkError):
        message, seen = language.sentence(one, call.language), sys.stderr is not None and sys.stderr.isatty()
        if name and seen:
            call.say("Line {line} ({name}): {message}", line=number, name=name, message=message)
        else:
            call.say("Line {line}: {message}", line=number, message=message)
        return
    told = [placed(one.event, one.placed)] if one.changed and one.placed and one.placed.position else []
    for text in (*told, *(likeness.text for likeness in one.warnings)):
        call.say("Line {line}: {message}", line=number, message=call.words(text.template, **text.facts))


def _tell_count(call: Call, count: int, taken: Sequence[Placed]) -> None:
    waiting = sum(one.position is not None for one in taken)
    facts = {
        "count": count,
        "seated": len(taken) - waiting,
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


def _line_shape(call: Call, number: int, one: RegistrationResult | NetwerkError) -> dict[str, object]:
    """Return the answer to one line; `error` is the code of the refusal, or null."""
    if isinstance(one, NetwerkError):
        return {
            "line": number,
            "code": None,
            "status": None,
            "position": None,
            "error": one.code,
            "message": language.sentence(one, call.language),
            "warnings": [],
        }
    assert one.placed is not None  # noqa: S101 (a line that is taken has a registration)
    return {
        "line": number,
        "code": one.placed.registration.code,
        "status": str(one.placed.registration.status),
        "position": one.placed.position,
        "error": None,
        "message": None,
        "warnings": [warning(likeness.text, code=likeness.code, line=number) for likeness in one.warnings],
    }
