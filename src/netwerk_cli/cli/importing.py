"""Reading a list in: of people who register for an event, or of the people of a group."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.rows_telling import answer, say_counts, shape, tell_columns, tell_rows, warn_of_questions
from netwerk_cli.cli.screen import note_raw
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.domain.seats.rows import Ways
from netwerk_cli.exchange import columns, results, tables
from netwerk_cli.services import importing, importing_members
from netwerk_cli.wording import Wording

_AFTER_S = 1.0
"""After how many seconds a person at a terminal sees how far it is."""


def registrations(
    call: Call,
    event: str,
    source: str,
    maps: Sequence[str],
    *,
    waiting_list: bool,
    rejects: str | None,
    no_seat: bool,
    keep_columns: bool,
) -> None:
    """Read one file in, and tell what became of it."""
    file = read_source(call, source, maps)._replace(no_seat=no_seat, keep_columns=keep_columns)
    guard_rejects(call, rejects)
    with Progress(call) as progress:
        done = importing.registrations(
            call.caller(),
            event,
            file,
            Ways(waiting_list=waiting_list),
            look=partial(tell_columns, call),
            reject=None if rejects is None else partial(_put, call, rejects),
            progress=progress,
        )
    tell_rows(call, done)
    warn_of_questions(call, done)
    tell_promoted(call, done.event, done.promoted)
    say_counts(call, done)
    answer(call, registrations_shape(call, done))


def registrations_shape(call: Call, done: importing.Done) -> dict[str, object]:
    """Return the result object of a list of people who register."""
    moved = [registration.code for registration in done.promoted]
    kept = [one.id for one in done.contents.kept]
    result = shape(call, done, "import.registrations", event=done.event.slug)
    return {**result, "kept": kept, "promoted": moved}


def members(
    call: Call,
    group: str,
    source: str,
    maps: Sequence[str],
    terms: importing_members.Terms,
    *,
    rejects: str | None,
) -> None:
    """Read a list of the people of a group in, and tell what became of it."""
    file = read_source(call, source, maps)
    guard_rejects(call, rejects)
    with Progress(call) as progress:
        done = importing_members.members(
            call.caller(),
            group,
            file,
            terms,
            look=partial(tell_columns, call),
            reject=None if rejects is None else partial(_put, call, rejects),
            progress=progress,
        )
    tell_rows(call, done)
    say_counts(call, done)
    answer(call, shape(call, done, "import.members", group=done.group.slug))


def read_source(call: Call, source: str, maps: Sequence[str] = ()) -> importing.Source:
    """Return a file that was named, with what was said of its columns; - is standard input."""
    typed = columns.maps(maps)
    return importing.Source(call.input(source, tables.LARGEST + 1), source_name(source), typed)


def source_name(source: str) -> str:
    """Return what a source is called in what is said of it."""
    return Wording("standard input") if source == "-" else source


def guard_rejects(call: Call, target: str | None) -> None:
    """Refuse a place for rejected rows where something of ours lies. Raises `TargetInUse`."""
    if target is not None:
        call.caller().guard(typed_path(target))


def _put(call: Call, target: str, data: bytes) -> None:
    results.write(typed_path(target), data, call.caller().guard)
    call.store().wrote.append(typed_path(target))


class Progress:
    """How far it is, on the terminal of a person who has waited for a second."""

    def __init__(self, call: Call) -> None:
        quiet = call.json or call.options.get("quiet")
        self.call, self.started = call, time.monotonic()
        self.shown = False
        self.wanted = not quiet and sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Callable[[int, int], None]:
        return self.tell

    def tell(self, done: int, total: int) -> None:
        """Show how many rows are done, now and then."""
        if self.wanted and done % 200 == 0 and time.monotonic() - self.started > _AFTER_S:
            self.shown = True
            sys.stderr.write("\r" + self.call.words("{done} of {total:row|rows}", done=done, total=total))
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if self.shown:
            note_raw("")
