"""What leaves the store: attendee lists as bytes, and any file of the caller's choice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from netwerk_cli import causes
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.family_names import names_of
from netwerk_cli.domain.questions import QuestionKind
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.errors import BadValue, InputOutput, UnknownField, Wording
from netwerk_cli.exchange import attendees, shapes
from netwerk_cli.exchange.results import write
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.choosing import Which
from netwerk_cli.services.registrations import Placed, listing
from netwerk_cli.services.sorting import sort


class Wanted(NamedTuple):
    """What is asked of a list, and how it speaks where people read it.

    `names` is the setting for the order of family names.
    """

    format: str = "csv"
    excel: bool = False
    fields: tuple[str, ...] = ()
    sort: str | None = None
    names: str = "auto"
    spoken: attendees.Spoken = attendees.Spoken()


def attendee_list(
    caller: Caller,
    slug: str,
    wanted: Wanted,
    which: Which,
    *,
    moment: str | None = None,
) -> bytes:
    """Return the attendee list of an event.

    Of one session, it is of who has that seat: not of who has one at the event and waits for this one.
    """
    event, placed = listing(caller, slug, which, as_of=moment)
    if which.session is not None:
        placed = [
            p for p in placed if not p.registration.seated or which.session not in p.registration.waits_for
        ]
    return render(event, placed, wanted)


def render(event: Event, placed: Sequence[Placed], wanted: Wanted) -> bytes:
    """Return a list of registrations as the bytes of a file.

    Raises:
        UnknownField, BadValue: a column or a format that does not exist.
    """
    asked = {one.id: one.text for one in event.questions}
    known = (*attendees.FIELDS, *attendees.MORE_FIELDS, *asked)
    more = attendees.more_fields(p.registration for p in placed), attendees.asked_fields(event.questions)
    usual = (*attendees.FIELDS, *chain.from_iterable(more))
    fields = wanted.fields or usual
    for field in fields:
        if field not in known:
            raise UnknownField(field=field, known=", ".join(known))
    form = attendees.FORMATS.get(wanted.format)
    if form is None:
        known_formats = ", ".join(attendees.FORMATS)
        raise BadValue(field="--format", why=Wording("choose from {known}", known=known_formats))
    people = [
        shapes.attendee_shape(event, p.registration, p.position, p.recorded)
        | shapes.answered_shape(event, p.registration)
        for p in placed
    ]
    rows = sort(people, wanted.sort, known, names=names_of(wanted.names, event.timezone))
    write = form.excel if wanted.excel else form.write
    if write is None:
        raise BadValue(field="--excel", why=Wording("it goes with --format csv"))
    yes_no = [one.id for one in event.questions if one.kind is QuestionKind.YES_NO]
    return write(rows, attendees.Layout(fields, event.timezone, wanted.spoken, asked, yes_no))


def final_list(caller: Caller, event: Event, registrations: Registrations, folder: Path) -> Path:
    """Write the list of who has a confirmed seat to `folder` and return where: `SLUG.csv`.

    A list that says the same is left as it is: somebody was killed before its writing was recorded. One that
    differs stays as well, and this one is written beside it: `SLUG-2.csv`.
    """
    confirmed = [
        Placed(registration=r, position=None) for r in registrations.values() if r.status == "confirmed"
    ]
    data = render(event, confirmed, Wanted())
    names = (f"{event.slug}{'' if number == 1 else f'-{number}'}.csv" for number in count(1))
    target = next(
        target for target in map(folder.joinpath, names) if _content(caller, target) in (None, data)
    )
    if not caller.dry_run and _content(caller, target) is None:
        put(caller, target, data)
    return target


def _content(caller: Caller, target: Path) -> bytes | None:
    """Return what an ordinary file holds; None where there is none, and for what is not to be read."""
    caller.guard(target)
    try:
        return target.read_bytes() if target.is_file() else None
    except OSError as err:
        raise InputOutput(path=str(target), problem=causes.system(err)) from err


def put(caller: Caller, target: Path, data: bytes) -> None:
    """Make `data` the content of a file of the caller's choice. Raises as `results.write` and `Caller.guard`."""
    write(target, data, caller.guard)


def put_changed(caller: Caller, target: Path, data: bytes) -> bool:
    """Make `data` the content of a file where it differs from what lies there; return whether it did.

    Raises as `put`.
    """
    if _content(caller, target) == data:
        return False
    if not caller.dry_run:
        put(caller, target, data)
    return True
