"""`netwerk registration add EVENT --from`: one person a line, and one line of answer each."""

from __future__ import annotations

from netwerk_cli.cli import language
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.plain import tab_text
from netwerk_cli.errors import NetwerkError, OldNews, SomeRejected
from netwerk_cli.services import registering
from netwerk_cli.services.registering import Terms
from netwerk_cli.services.registrations import RegistrationResult


def add_lines(call: Call, event: str, source: str, terms: Terms) -> None:
    """Register one person a line, and answer with one line each."""
    from netwerk_cli.exchange import requests

    call.require_reader()
    lines = requests.read(call.input(source), source=source)
    results = registering.add_lines(call.caller(), event, lines, terms)
    shapes = [_line_shape(call, number, one) for (number, _), one in zip(lines, results, strict=True)]
    told = [shape for shape in shapes if shape["error"] is not None]
    rejected = [shape for shape in told if shape["error"] != OldNews.code]
    taken = [one.placed for one in results if not isinstance(one, NetwerkError) and one.changed]
    call.options["changed"] = not call.dry_run and bool(taken)
    for shape in told:
        call.say("Line {line}: {message}", line=shape["line"], message=shape["message"])
    if not rejected:
        waiting = sum(one is not None and one.position is not None for one in taken)
        call.say(
            "{count:line|lines} read: {seated} with a seat, {waiting} waiting, {unchanged} unchanged.",
            count=len(shapes),
            seated=len(taken) - waiting,
            waiting=waiting,
            unchanged=len(shapes) - len(taken),
        )
    if call.dry_run:
        call.say("This was a dry run: nothing was changed.")
    if rejected:
        raise SomeRejected(count=len(shapes), rejected=len(rejected), taken=len(taken), results=shapes)
    for shape in shapes:
        if call.json:
            call.put(shape)
        elif not (call.terminal or call.options.get("quiet")):
            call.print("\t".join(tab_text(shape[key]) for key in ("line", "code", "status", "position")))


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
        }
    assert one.placed is not None  # noqa: S101 (a line that is taken has a registration)
    return {
        "line": number,
        "code": one.placed.registration.code,
        "status": str(one.placed.registration.status),
        "position": one.placed.position,
        "error": None,
        "message": None,
    }
