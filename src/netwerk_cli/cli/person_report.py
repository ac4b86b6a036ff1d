"""All that is kept of one person, for that person: as JSON, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cells import speak_in, text
from netwerk_cli.cli.changes import entry_text
from netwerk_cli.cli.language import full, word
from netwerk_cli.cli.privacy_record import FIELDS
from netwerk_cli.cli.retention_settings import Responsible
from netwerk_cli.cli.written import Block
from netwerk_cli.domain import history
from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.domain.moments import from_text
from netwerk_cli.domain.questions import YesNo
from netwerk_cli.domain.registrations import Status
from netwerk_cli.exchange.owed_shapes import message_shape
from netwerk_cli.exchange.person_shapes import stay_shape, told_shape
from netwerk_cli.exchange.shapes import entry_shape, material_shape, membership_shape
from netwerk_cli.services.person_reports import Former, Membered, Report, Stay, Until, whole
from netwerk_cli.terms import MEMBERSHIP, REGISTRATION, Terms, headings

Shape = dict[str, Any]
Lines = Iterator[tuple[str, str]]


# ------------------------------------------------------------------ for scripts
def shape(report: Report, responsible: Responsible) -> Shape:
    """Return all that is kept of somebody as scripts see it."""
    return {
        "name": report.name or None,
        "email": report.email,
        **responsible._asdict(),
        "registrations": [_stay_shape(one) for one in report.stays],
        "memberships": [_membered_shape(one) for one in report.memberships],
        "former": [_former_shape(one) for one in report.former],
        "materials": [material_shape(owner, one) for owner, one in report.materials],
        "organises": [owner.slug for owner in report.organises],
    }


def _stay_shape(one: Stay) -> Shape:
    event, (registration, position, recorded) = one.event, one.placed
    lines = [entry_shape(event, registration, whole(entry)) for entry in registration.history]
    shape = stay_shape(event, registration, position, recorded)
    return {**shape, "history": lines, "kept_until": _until_shape(one.until)}


def _membered_shape(one: Membered) -> Shape:
    lines = [entry_shape(one.group, one.membership, entry) for entry in one.membership.history]
    shape = {**membership_shape(one.group, one.membership), "title": one.group.title}
    sent = [message_shape(one.group, one.membership, message) for message in one.membership.messages]
    return {**shape, "messages": sent, "history": lines, "kept_until": _until_shape(one.until)}


def _until_shape(until: Iterable[Until]) -> Shape:
    return {field: history.plain(at) for field, at in until}


def _former_shape(one: Former) -> Shape:
    """Return a registration that was handed on: what happened, and what was told, while it was theirs."""
    event, past = one
    return {
        "event": event.slug,
        "title": event.title,
        "code": past.code,
        "told": [told_shape(told) for told in past.told],
        "messages": [message_shape(event, past, message) for message in past.messages],
        "history": [entry_shape(event, past, whole(entry)) for entry in past.history],
    }


# ---------------------------------------------------------------------- in words
def blocks(call: Call, report: Report, responsible: Responsible) -> Iterator[Block]:
    """Yield all that is kept of somebody in the reader's language."""
    who = f"{report.name} <{report.email}>" if report.name else report.email
    yield Block(1, call.words("What is kept of {who}", who=who), tuple(_about(call, responsible)))
    for stay in report.stays:
        yield Block(
            2, f"{stay.event.title} ({stay.event.slug})", tuple(_registration(call, _stay_shape(stay)))
        )
        yield from _parts(call, _stay_shape(stay))
    for one in report.memberships:
        lines = tuple(_fields(call, _membered_shape(one), MEMBERSHIP))
        yield Block(2, f"{one.group.title} ({one.group.slug})", lines)
        yield from _parts(call, _membered_shape(one))
    for former in report.former:
        handed = call.words("{event}, since handed to somebody else", event=former.event.title)
        yield Block(2, f"{handed} ({former.event.slug} {former.registration.code})")
        yield from _parts(call, _former_shape(former))
    if report.materials:
        lines = tuple((f"{owner.slug} {one.id}", one.title) for owner, one in report.materials)
        yield Block(2, call.words("Shared or answered"), lines)
    if report.organises:
        lines = tuple(("", f"{owner.title} ({owner.slug})") for owner in report.organises)
        yield Block(2, call.words("Named as an organiser of"), lines)
    yield Block(2, call.words("What you can ask for"), (("", call.words(_RIGHTS)),))


_RIGHTS = (
    "You can have this corrected or erased, object to its use, take a consent back, and complain to the supervisory "
    "authority. Ask whoever gave you this."
)


def _about(call: Call, said: Responsible) -> Lines:
    yield call.words("made on"), full(call.now, call.language)
    for label, value in (("controller", said.controller), ("contact", said.contact)):
        if value:
            yield call.words(label), value
    yield (
        call.words("why, and how long"),
        call.words("as the record of processing says; the dates below are those on which terms end"),
    )


def _registration(call: Call, shape: Shape) -> Lines:
    speak_in(shape)
    if shape["starts_at"]:
        yield call.words("starts"), full(from_text(shape["starts_at"]), call.language)
    yield from _fields(call, shape, REGISTRATION)
    for id, said in shape["answers"].items():
        if said is not None:
            yield shape["questions"].get(id, id), word(said, call.language) if said in tuple(YesNo) else said
    for one in shape["sessions_attended"]:
        yield call.words("attendance"), f"{one['session']}: {word(one['state'], call.language)}"


_LEFT_OUT = ("event", "group", "answers", "attendance", "minutes", "no_show")


def _fields(call: Call, shape: Mapping[str, Any], known: Terms) -> Lines:
    """Yield what each column says that says anything."""
    reader, said = call.reader(known), headings(known)
    for name in said:
        value = shape.get(name)
        if name not in _LEFT_OUT and value not in (None, False, [], ""):
            yield call.words(said[name]), text(name, value, reader, shape).plain


def _parts(call: Call, shape: Mapping[str, Any]) -> Iterator[Block]:
    """Yield what was told and sent, what happened, and until when it is kept."""
    told = [(_at(call, one["at"]), _told(call, one)) for one in shape.get("told", ())]
    told += [(_at(call, one["at"]), _sent(call, one)) for one in shape.get("messages", ())]
    if told:
        yield Block(3, call.words("What was told and sent"), tuple(told))
    yield Block(3, call.words("What happened"), tuple(_line(call, one) for one in shape["history"]))
    if shape.get("kept_until"):
        yield Block(3, call.words("Kept until"), tuple(_kept(call, shape["kept_until"])))


def _at(call: Call, moment: str) -> str:
    return full(from_text(moment), call.language)


def _told(call: Call, one: Shape) -> str:
    sessions = ", ".join(s["session"] for s in one["sessions"])
    said = call.words("last told: {status}", status=word(one["status"], call.language, Status))
    return f"{said} ({sessions})" if sessions else said


def _sent(call: Call, one: Shape) -> str:
    kind, how = word(one["kind"], call.language), word(one["how"], call.language)
    return f"{kind} · {how} · {one['email']}"


def _line(call: Call, one: Shape) -> tuple[str, str]:
    """Return a line of history: when, what, by whom, why, and what it changed."""
    what = word(one["what"], call.language, Status if one["registration"] else None)
    parts = [
        call.words("{what}, by {by}", what=what, by=one["by"]),
        one["why"],
        entry_text(call, one["changes"]),
    ]
    return _at(call, one["at"]), "; ".join(filter(None, parts))


def _kept(call: Call, until: Mapping[str, str | None]) -> Lines:
    said = headings(REGISTRATION) | FIELDS
    for field, at in until.items():
        name = field.removeprefix(ANSWER)
        label = name if field.startswith(ANSWER) else call.words(said.get(name, name))
        yield label, call.words("for as long as it lasts") if at is None else _at(call, at)
