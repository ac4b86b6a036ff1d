"""Recording the closings that are due, for cron: any number of times, by any number of processes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import ClosedBy, Event
from netwerk_cli.errors import InputOutput, Wording
from netwerk_cli.services import exports
from netwerk_cli.services.agenda import Tally, tally
from netwerk_cli.services.caller import Caller


class Closed(NamedTuple):
    """An event whose closing was recorded, its counts, and where its final list was written."""

    event: Event
    tally: Tally
    file: Path | None


def close_due(caller: Caller, *, export_dir: Path | None = None) -> list[Closed]:
    """Record every closing whose time has come; with `export_dir`, write each final attendee list first.

    A list that cannot be written leaves everything as it was, so that the next run does it again.
    """
    if not any(lifecycle.is_due(event, caller.now) for event in caller.read().events()):
        return []
    if export_dir is not None and not export_dir.is_dir():
        raise InputOutput(path=str(export_dir), problem=Wording("there is no such folder"))
    closed = []
    with caller.change() as transaction:
        for event in transaction.events():
            if not lifecycle.is_due(event, caller.now):
                continue
            after = lifecycle.close(event, caller.act(event), ClosedBy.DUE, at=event.deadline)
            registrations = transaction.registrations(event.slug)
            transaction.keep(after)
            file = None
            if export_dir is not None and not caller.dry_run:
                file = exports.final_list(after, registrations, export_dir)
            elif export_dir is not None:
                file = export_dir / f"{event.slug}.csv"
            closed.append(Closed(event=after, tally=tally(registrations), file=file))
    return closed
