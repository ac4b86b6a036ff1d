"""What leaves the store: lists as bytes, and any file of the caller's choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from netwerk_cli import causes
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.family_names import names_of
from netwerk_cli.domain.questions import QuestionKind
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadValue, InputOutput, UnknownField
from netwerk_cli.exchange import attendees, shapes
from netwerk_cli.exchange.listed import FORMATS, Layout, Spoken
from netwerk_cli.exchange.results import write
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import Placed
from netwerk_cli.services.sorting import sort
from netwerk_cli.wording import Wording

Row = Mapping[str, Any]


class Wanted(NamedTuple):
    """What is asked of a list, and how it speaks where people read it.

    `names` is the setting for the order of family names, `blanks` are the titles of empty columns.
    """

    format: str = "csv"
    excel: bool = False
    fields: tuple[str, ...] = ()
    sort: str | None = None
    names: str = "auto"
    spoken: Spoken = Spoken()
    blanks: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse a format that does not exist, or has no dialect for Excel. Raises `BadValue`."""
        form = FORMATS.get(self.format)
        if form is None:
            raise BadValue(field="--format", why=Wording("choose from {known}", known=", ".join(FORMATS)))
        if self.excel and form.excel is None:
            raise BadValue(field="--excel", why=Wording("it goes with --format csv"))


def render(event: Event, placed: Sequence[Placed], wanted: Wanted) -> bytes:
    """Return a list of registrations as the bytes of a file. Raises as `rendered`."""
    people = [
        shapes.attendee_shape(event, p.registration, p.position, p.recorded)
        | shapes.answered_shape(event, p.registration)
        for p in placed
    ]
    usual = usual_fields(event, [p.registration for p in placed])
    return rendered(people, wanted, known=known_fields(event), usual=usual, about=event)


def known_fields(event: Event) -> tuple[str, ...]:
    """Return the columns that an attendee list of an event can have."""
    return (*attendees.FIELDS, *attendees.MORE_FIELDS, *(one.id for one in event.questions))


def usual_fields(event: Event, people: Sequence[Registration]) -> tuple[str, ...]:
    """Return the columns that an attendee list of these people has where nobody asks for others."""
    return (*attendees.FIELDS, *attendees.more_fields(people), *attendees.asked_fields(event.questions))


def rendered(
    rows: Sequence[Row],
    wanted: Wanted,
    *,
    known: Sequence[str],
    usual: Sequence[str],
    zone: str = "",
    title: str = "",
    about: Event | None = None,
) -> bytes:
    """Return rows as the bytes of a file, in the columns that were asked for, or those that are `usual`.

    What is of the people of an event has its zone, title and questions.

    Raises:
        UnknownField, BadValue: a column or a format that does not exist.
    """
    wanted.check()
    for field in wanted.fields:
        if field not in known:
            raise UnknownField(field=field, known=", ".join(known))
    fields = wanted.fields or tuple(usual)
    if rows and "change" in rows[0] and "change" not in fields:
        fields = ("change", *fields)
    questions: dict[str, str] = {}
    yes_no: list[str] = []
    if about is not None:
        zone, title = about.timezone, title or about.title
        questions = {one.id: one.text for one in about.questions}
        yes_no = [one.id for one in about.questions if one.kind is QuestionKind.YES_NO]
    by_name = names_of(wanted.names, zone) if "name" in known else None
    ordered = sort(rows, wanted.sort, known, names=by_name)
    form = FORMATS[wanted.format]
    chosen = form.excel if wanted.excel and form.excel is not None else form.write
    return chosen(ordered, Layout(fields, zone, wanted.spoken, wanted.blanks, title, questions, yes_no))


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
    target = next(target for target in map(folder.joinpath, names) if content(caller, target) in (None, data))
    if not caller.dry_run and content(caller, target) is None:
        put(caller, target, data)
    return target


def content(caller: Caller, target: Path) -> bytes | None:
    """Return what an ordinary file holds; None where there is none, and for what is not to be read."""
    caller.guard(target)
    try:
        return target.read_bytes() if target.is_file() else None
    except OSError as err:
        raise InputOutput(path=str(target), problem=causes.system(err)) from err


def put(caller: Caller, target: Path, data: bytes, *, readable: bool = False) -> None:
    """Make `data` the content of a file of the caller's choice. Raises as `exchange.results.write`."""
    write(target, data, caller.guard, readable=readable)
    caller.store.wrote.append(target)


def put_changed(caller: Caller, target: Path, data: bytes, *, readable: bool = False) -> bool:
    """Make `data` the content of a file where it differs from what lies there; return whether it did.

    Raises as `put`.
    """
    if content(caller, target) == data:
        return False
    if not caller.dry_run:
        put(caller, target, data, readable=readable)
    return True
