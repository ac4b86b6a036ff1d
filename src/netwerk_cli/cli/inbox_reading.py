"""Reading a folder in: every file in a step of its own, and where each goes afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from netwerk_cli.cli import language
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.importing import registrations_shape
from netwerk_cli.cli.rows_telling import Shape, say_counts, tell_columns, tell_rows, told
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.domain.seats.rows import REJECTED, Ways
from netwerk_cli.errors import FileMissing, InputOutput, Usage
from netwerk_cli.errors.outcomes import FilesRejected
from netwerk_cli.exchange import columns, inbox, tables
from netwerk_cli.services import importing
from netwerk_cli.services.caller import Caller


def watch(call: Call, event: str, folder: str, maps: Sequence[str], *, waiting_list: bool) -> None:
    """Read every file of a folder in, each in a step of its own, and put it away; silent when there is none."""
    caller, typed = call.caller(), columns.maps(maps)
    caller.read().event(event)
    found: list[Shape] = []
    paths = inbox.ready(typed_path(folder))
    for path in paths:
        caller.guard(path)  # the data file is no list, and stays where it is
    for path in paths:
        result = _taken(call, caller, event, path, typed, Ways(waiting_list=waiting_list))
        if result is not None:
            found.append(result)
    call.options["changed"] = any(one["changed"] for one in found) and not call.dry_run
    rejected = sum(one["why"] is not None for one in found)
    if found and call.dry_run:
        call.say("This was a dry run: nothing was changed.")
    if rejected:
        raise FilesRejected(count=len(found), rejected=rejected, files=found)
    if call.json:
        call.put({"action": "import.registrations", "changed": bool(call.options["changed"]),
                  "dry_run": call.dry_run, "event": event, "files": found})  # fmt: skip


def _taken(
    call: Call, caller: Caller, event: str, path: Path, typed: columns.Said, ways: Ways
) -> Shape | None:
    """Read one file in and put it away; None where somebody else was first."""
    call.say("{path}:", path=path.name)
    try:
        file = importing.Source(call.input(str(path), tables.LARGEST + 1), path.name, typed)
        done = importing.registrations(caller, event, file, ways, look=partial(tell_columns, call))
    except FileMissing:
        return None
    except (Usage, InputOutput) as err:
        why = f"{language.sentence(err, call.language)}\n{language.hint(err, call.language)}\n"
        call.say("{path}: {problem}", path=path.name, problem=language.sentence(err, call.language))
        result: Shape = {"changed": False, "error": err.code}
        refused = isinstance(err, Usage)  # what cannot be read now may be read the next time
        where = inbox.REFUSED if refused else None
    else:
        tell_rows(call, done)
        tell_promoted(call, done.event, done.promoted)
        say_counts(call, done)
        why = "".join(f"{text}\n" for text in told(call, done, only=REJECTED))
        result, where = {**registrations_shape(call, done), "error": None}, inbox.DONE
    moved = None
    if where is not None and not call.dry_run:
        moved = inbox.put_away(path, where, why, caller.guard)
        if moved is None:
            return None
    return {
        "file": path.name,
        "moved_to": None if moved is None else str(moved),
        "why": why or None,
        **result,
    }
