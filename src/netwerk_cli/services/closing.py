"""Recording the closings that are due, for cron: any number of times, by any number of processes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain import final_lists, lifecycle, seats
from netwerk_cli.domain.events import ClosedBy, Event
from netwerk_cli.domain.registrations import Registration, Tally
from netwerk_cli.exchange.results import require_folder
from netwerk_cli.services import exports
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View
from netwerk_cli.store.transactions import Transaction

if TYPE_CHECKING:
    from netwerk_cli.services import publishing


class Released(NamedTuple):
    """An event whose set-aside seats are for everybody now, and who moved up into them."""

    event: Event
    promoted: tuple[Registration, ...]


class Closed(NamedTuple):
    """An event whose closing was recorded, and its counts."""

    event: Event
    tally: Tally


class Due(NamedTuple):
    """What was due: closings, final lists by event, and set-aside seats that went to people who wait."""

    closed: list[Closed]
    released: list[Released]
    lists: dict[str, Path]


class Agenda(NamedTuple):
    """Where the agenda is to be, and how it looks."""

    folder: Path
    look: publishing.Look


class Done(NamedTuple):
    """What was due, and what became of the agenda, where one was asked for."""

    due: Due
    agenda: publishing.Published | None


def close_and_publish(
    caller: Caller, *, export_dir: Path | None = None, agenda: Agenda | None = None
) -> Done:
    """Do as `close_due`, then make a folder hold the agenda as it is now; one that cannot is refused before.

    Raises as `close_due` and `publishing.publish`.
    """
    if agenda is None:
        return Done(close_due(caller, export_dir=export_dir), None)
    from netwerk_cli.services import publishing

    publishing.check(caller, agenda.folder, agenda.look)
    due = close_due(caller, export_dir=export_dir)
    return Done(due, publishing.publish(caller, agenda.folder, agenda.look))


def close_due(caller: Caller, *, export_dir: Path | None = None) -> Due:
    """Record every closing whose time has come; with `export_dir`, see to it that each event has its final list.

    A final list is written once, for every event whose registration is over, however it closed. Seats whose
    setting aside has ended go to the waiting list in the same step. A list that cannot be written leaves
    everything as it was, so that the next run does it again.
    """
    done = Due([], [], {})
    if export_dir is not None:
        require_folder(export_dir)
    view = caller.read()
    if not any(_is_due(event, caller, view, export_dir) for event in view.events()):
        return done
    with caller.change() as transaction:
        for event in transaction.events():
            if _is_due(event, caller, transaction, export_dir):
                _settle(caller, transaction, event, export_dir, done)
    return done


def _is_due(event: Event, caller: Caller, view: View, export_dir: Path | None) -> bool:
    if lifecycle.is_due(event, caller.now):
        return True
    if export_dir is not None and final_lists.is_lacking(event, caller.now):
        return True
    if not seats.is_released(event, caller.now):
        return False
    return bool(seats.settle(event, view.registrations(event.slug), caller.act(event)))


def _settle(
    caller: Caller, transaction: Transaction, event: Event, export_dir: Path | None, done: Due
) -> None:
    registrations, after = transaction.registrations(event.slug), event
    if seats.is_released(event, caller.now):
        outcome = seats.release(event, registrations, caller.act(event))
        registrations |= {r.number: r for r in outcome.changed}
        if outcome.promoted:
            transaction.keep(event, outcome.changed)
            done.released.append(Released(event=event, promoted=outcome.promoted))
    if lifecycle.is_due(event, caller.now):
        after = lifecycle.close(event, caller.act(event), ClosedBy.DUE, at=event.deadline)
        done.closed.append(Closed(event=after, tally=Tally.of(registrations)))
    if export_dir is not None and final_lists.is_lacking(after, caller.now):
        file = exports.final_list(caller, after, registrations, export_dir)
        after = final_lists.recorded(after, caller.act(event), file.name)
        done.lists[event.slug] = file
    if after is not event:
        transaction.keep(after)
