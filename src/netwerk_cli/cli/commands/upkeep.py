"""`netwerk init`, `doctor`, `backup` and `restore`."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Annotated

import typer

from netwerk_cli.cli import sealing
from netwerk_cli.cli.answering import require_list
from netwerk_cli.cli.call import Call, Row
from netwerk_cli.cli.changes import deed
from netwerk_cli.cli.language import word
from netwerk_cli.cli.listings import GENERATIONS
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.domain import moments
from netwerk_cli.domain.findings import Finding
from netwerk_cli.errors import BadValue, Findings
from netwerk_cli.services import upkeep
from netwerk_cli.services.undoing import touched
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.keeping import Generation
from netwerk_cli.wording import Wording


def init(ctx: typer.Context) -> None:
    """
    $ netwerk init
    $ netwerk init --db kickoff.json

    It is readable by you only (mode 600). Exit 4 when there is one already.
    """
    call = Call(ctx.obj)
    path = upkeep.init(call.caller(), f"{uuid.uuid4().hex}.netwerk")
    call.say("Created {path}.", path=str(path))
    call.result("init", changed=True, path=str(path))


def doctor(ctx: typer.Context) -> None:
    """
    $ netwerk doctor
    $ netwerk doctor --json

    Looks at the structure of the file or the tables, terms that contradict each other, who holds seats, people
    registered twice, and who can read what lies beside the file, or along the line to the server. Changes nothing.
    """
    call = Call(ctx.obj)
    found = upkeep.doctor(call.caller())
    shapes = [
        {name: getattr(f, name) for name in ("code", "where", "problem", "hint", "note")} for f in found
    ]
    faults = [finding for finding in found if not finding.note]
    notes = [finding for finding in found if finding.note]
    if faults:
        call.say("Findings")
        _tell(call, faults)
    if notes:
        call.say("Notes")
        _tell(call, notes)
    if faults:
        raise Findings(count=len(faults), findings=shapes)
    call.say("No findings.")
    if call.json:
        call.put({"findings": shapes})


def _tell(call: Call, found: Sequence[Finding]) -> None:
    for one in found:
        call.say("{where}: {problem} {hint}", where=one.where, problem=one.problem, hint=one.hint)


def backup(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE|DIR|-]", help="Where to; default: beside the data file, or here."),
    ] = None,
    every: Annotated[bool, typer.Option("--list", help="List the kept generations instead.")] = False,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Encrypt it (age): with a passphrase, or for --recipient.")
    ] = False,
    recipient: Annotated[
        list[str] | None,
        typer.Option(
            "--recipient",
            metavar="KEY|FILE",
            help="Who can open it: a public key (age1…, ssh-ed25519 …), or a file of them; repeatable.",
        ),
    ] = None,
) -> None:
    """
    $ netwerk backup
    $ netwerk backup kopie.json
    $ netwerk backup --list

    netwerk keeps the last five states of a file by itself, and for two weeks the last one of each day; of a database,
    what the last five restores replaced. A backup is a copy to put elsewhere, and the same of both: it can be put back
    in either. It never overwrites a file, and gets a name of its own in a folder. - is standard output. --encrypt asks
    for a passphrase, or takes that of NETWERK_PASSPHRASE; with --recipient it needs none, and only who has the secret
    key can open it. It needs the extra 'encrypt'.
    """
    call = Call(ctx.obj)
    if recipient and not encrypt:
        raise BadValue(field="--recipient", why=Wording("it goes with --encrypt"))
    if every:
        if file is not None or encrypt:
            raise BadValue(field="--list", why=Wording("it goes without a file"))
        rows = [_row(one, call) for one in upkeep.generations(call.caller())]
        call.rows(rows, GENERATIONS, nothing="No earlier states are kept yet.")
        return
    require_list(call)
    close = sealing.closing(call, recipient or ()) if encrypt else None
    if file == "-":
        if call.json:
            raise BadValue(field="--json", why=Wording("it goes without '-'"))
        data = upkeep.copied(call.caller(), close)
        if not call.dry_run:
            call.write(data)
        call.result("backup", changed=False)
        return
    path, size = upkeep.backup(call.caller(), None if file is None else typed_path(file), close)
    call.say("Wrote {path} ({size:byte|bytes}).", path=str(path), size=size)
    call.result("backup", changed=not call.dry_run, path=str(path), size=size)


def _row(kept: Generation, call: Call) -> Row:
    """Return a kept state as a row: when it was written, what it holds, and the change that made it."""
    return {
        "generation": kept.number,
        "written_at": moments.in_zone(kept.modified_at, call.zone).isoformat(),
        "size": kept.size,
        "path": str(kept.path) if kept.path else None,
        "change": kept.last.code if kept.last else None,
        "by": kept.last.by if kept.last else None,
        "what": deed(kept.last) if kept.last else None,
        "events": kept.count.events if kept.count else None,
        "registrations": kept.count.registrations if kept.count else None,
    }


def restore(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="FILE|GENERATION", help="A backup, or a number of 'backup --list'.")
    ],
    identity: Annotated[
        list[str] | None,
        typer.Option("--identity", metavar="FILE", help="The secret key of an encrypted backup; repeatable."),
    ] = None,
) -> None:
    """
    $ netwerk restore veilig.json --dry-run
    $ netwerk restore veilig.json --yes

    The present state is kept as a generation first, so that a restore can be undone. Codes and names go on where they
    were: none is given to another. The log says who put it back. What was changed since is named before you are asked.
    An encrypted backup asks for its passphrase, or takes that of NETWERK_PASSPHRASE.
    """
    call = Call(ctx.obj)
    opened = sealing.opening(call, identity or ())
    # What is not there, or cannot be opened, needs no question.
    trial = upkeep.restore(call.caller(trial=True), source, opened)
    for change in trial.lost[-_NAMED:]:
        call.say("Lost with it: {what} ({records}), {change}, by {by} on {at}.", **_facts(change, call))
    if len(trial.lost) > _NAMED:
        call.say("And {count:change|changes} before those.", count=len(trial.lost) - _NAMED)
    named = Wording("generation {generation}", generation=source) if source.isdigit() else source
    call.confirm("Put all that is kept back to {source}?", source=named)
    result = upkeep.restore(call.caller(), source, opened)
    call.say(
        "Put back {source}: {events:event|events}, {registrations:registration|registrations}.",
        source=source,
        events=result.after.events,
        registrations=result.after.registrations,
    )
    if result.kept_as is not None:
        call.say("What was there is kept as generation {generation}.", generation=result.kept_as)
    call.result(
        "restore",
        changed=True,
        kept_as=result.kept_as,
        lost=[change.code for change in result.lost],
        events=result.after.events,
        registrations=result.after.registrations,
    )


_NAMED = 5
"""Of so many changes that a restore would lose each is named."""


def _facts(change: ChangeRecord, call: Call) -> dict[str, object]:
    return {
        "change": change.code,
        "what": word(deed(change), call.language),
        "records": ", ".join(touched(change)[:_NAMED]),
        "by": change.by,
        "at": moments.in_zone(change.at, call.zone),
    }
