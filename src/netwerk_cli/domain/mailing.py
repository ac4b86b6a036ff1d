"""A mail to somebody: marked before it is sent, and again when it is known what became of it.

In between, and where nobody will ever know, it is uncertain: it counts as told, so that it never goes twice by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TypeVar, overload

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Membership
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.news import News
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.domain.told import NOT_DELIVERED, How, Message, Outcome, Told
from netwerk_cli.domain.untold import Due, due, same
from netwerk_cli.records import record, replace

Owed = Due | News
"""What somebody is to be told: of an event, or as a member of a group."""
Person = TypeVar("Person", bound=Registration | Membership)


@record
class Mark:
    """What was marked: the message of a number, counted from 1, and what stood in its place, if anything did.

    `knew` is what its person counted as told before, `told` since; of a member both are numbers of a change.
    """

    message: Message
    number: int
    instead_of: Message | None
    told: Told | int
    knew: Told | int | None


# -------------------------------------------------------------------- before
def about(due: Owed, record: Registration | Membership) -> Owed:
    """Return what is owed to somebody whose record is another since."""
    if isinstance(due, News):
        return due._replace(membership=record) if isinstance(record, Membership) else due
    return due._replace(registration=record) if isinstance(record, Registration) else due


def number_of(due: Owed) -> int | None:
    """Return the number of the message that one would take the place of; None where it is a new one.

    What was never delivered goes under its old number, and so does one that says again what may not have arrived: then
    a reader who gets both has one.
    """
    sent = due.record.messages
    if isinstance(due, News) and due.retries is not None:
        return due.retries if sent[due.retries - 1].email == due.email else None
    mine = (at for at in range(len(sent), 0, -1) if sent[at - 1].email == due.email)
    last = next(mine, None)
    if last is None or sent[last - 1].outcome in NOT_DELIVERED:
        return last
    return None if isinstance(due, News) else _says_again(due, last)


def _says_again(due: Due, last: int) -> int | None:
    """Return the number of the last message where nobody knows whether it went, and it said what there is to say."""
    message = due.registration.messages[last - 1]
    unsure = next((told for told in due.registration.told if same(told, due.now)), None)
    if message.outcome is not Outcome.UNCERTAIN or unsure is None or message.kind is not due.kind:
        return None
    return last if replace(due.now, at=unsure.at, outcome=unsure.outcome) == unsure else None


@overload
def mark(due: Due, act: Act) -> tuple[Registration, Mark]: ...


@overload
def mark(due: News, act: Act) -> tuple[Membership, Mark]: ...


def mark(due: Owed, act: Act) -> tuple[Registration | Membership, Mark]:
    """Return the record of somebody to whom a message is about to be sent, and what was marked."""
    sent, number = due.record.messages, number_of(due)
    message = Message(
        at=act.at,
        kind=due.kind,
        how=How.MAIL,
        email=due.email,
        outcome=Outcome.UNCERTAIN,
        before=due.before if isinstance(due, Due) else None,
        changes=due.changes if isinstance(due, News) else (),
    )
    instead_of = None if number is None else sent[number - 1]
    messages = (*sent, message) if number is None else _with(sent, number, message)
    number = number or len(messages)
    if isinstance(due, News):
        m, heard = due.membership, max(due.membership.told, *due.changes)
        return replace(m, told=heard, messages=messages), Mark(
            message=message, number=number, instead_of=instead_of, told=heard, knew=m.told
        )
    r, told = due.registration, replace(due.now, at=act.at, outcome=Outcome.UNCERTAIN)
    knew = next((one for one in r.told if same(one, told)), None)
    return replace(r, told=_knowing(r, told, told), messages=messages), Mark(
        message=message, number=number, instead_of=instead_of, told=told, knew=knew
    )


# --------------------------------------------------------------------- after
def settle(r: Person, mark: Mark, outcome: Outcome | None, reply: str | None, act: Act) -> Person:
    """Return a record of which it is known what became of its message; None: it was not tried after all.

    What was done to it meanwhile stands: who was told by other means stays told.
    """
    if not _stands(r, mark):
        return r
    if outcome is None:
        messages = _without(r.messages, mark)
    else:
        messages = _with(r.messages, mark.number, _ended(mark.message, outcome, reply))
    after = replace(r, messages=messages, history=(*r.history, *_line(outcome, act)))
    if isinstance(after, Membership):
        return replace(after, told=_heard_after(after, mark, outcome))
    return replace(after, told=_told_after(after, mark, outcome))


def _told_after(r: Registration, mark: Mark, outcome: Outcome | None) -> tuple[Told, ...]:
    if not isinstance(mark.told, Told) or mark.told not in r.told:
        return r.told
    knew = mark.knew if isinstance(mark.knew, Told) else None
    return _knowing(r, mark.told, knew if outcome is None else _known_after(mark.told, mark.message, outcome))


def _heard_after(m: Membership, mark: Mark, outcome: Outcome | None) -> int:
    """Return up to which change a member heard: what a message that failed told of, the messages say (`news.due`)."""
    if outcome is None and m.told == mark.told and isinstance(mark.knew, int):
        return mark.knew
    return m.told


def _line(outcome: Outcome | None, act: Act) -> tuple[Entry, ...]:
    """Return what history says of it; what is uncertain, or goes again by itself, the list of messages says."""
    if outcome is Outcome.SENT:
        return (act.entry("mailed"),)
    return (act.entry("mail refused"),) if outcome is Outcome.REFUSED else ()


def _stands(r: Registration | Membership, mark: Mark) -> bool:
    """Whether a message still stands as it was marked: somebody may have put an older state back."""
    found = r.messages[mark.number - 1 : mark.number]
    return any((m.at, m.outcome) == (mark.message.at, Outcome.UNCERTAIN) for m in found)


def _ended(message: Message, outcome: Outcome, reply: str | None) -> Message:
    before = message.before if outcome is Outcome.UNCERTAIN else None
    return replace(message, outcome=outcome, reply=reply, before=before)


def _known_after(told: Told, message: Message, outcome: Outcome) -> Told | None:
    if outcome not in NOT_DELIVERED:
        return replace(told, outcome=outcome)
    before = message.before
    return before if before is not None and same(before, told) else None


def _with(messages: Sequence[Message], number: int, one: Message) -> tuple[Message, ...]:
    return (*messages[: number - 1], one, *messages[number:])


def _without(messages: Sequence[Message], mark: Mark) -> tuple[Message, ...]:
    """Return messages as they were before one was marked. The numbers of later ones stay: this one never arrived."""
    if mark.instead_of is not None:
        return _with(messages, mark.number, mark.instead_of)
    if len(messages) == mark.number:
        return tuple(messages[:-1])
    return _with(messages, mark.number, replace(mark.message, outcome=Outcome.DEFERRED, before=None))


def _knowing(r: Registration, instead_of: Told, knows: Told | None) -> tuple[Told, ...]:
    """Return what the people of a registration know when one of them knows something else, or nothing."""
    others = tuple(told for told in r.told if not same(told, instead_of))
    return others if knows is None else (*others, knows)


# ----------------------------------------------------------------- uncertain
def uncertain(r: Registration) -> tuple[Told, ...]:
    """Return what people of a registration were told last, where nobody knows whether that mail went."""
    return tuple(told for told in r.told if told.outcome is Outcome.UNCERTAIN)


def again(
    event: Event, registrations: Registrations, now: datetime, only: Collection[int] | None = None
) -> list[Due]:
    """Return what to send to those of whom it is uncertain what they were told, as if that had not been sent.

    `only` some numbers where that is said.
    """
    asked = registrations if only is None else {n: r for n, r in registrations.items() if n in only}
    unsure = {number: told for number, r in asked.items() if (told := uncertain(r))}
    if not unsure:
        return []
    without = {**registrations, **{number: _never_sent(registrations[number]) for number in unsure}}
    found = {one.whose: one for one in due(event, registrations, now, unsure)}
    found |= {one.whose: one for one in due(event, without, now, unsure)}
    wanted = {(number, one.name, one.email, None) for number, told in unsure.items() for one in told}
    return [
        one._replace(registration=registrations[number])
        for (number, *_), one in sorted(found.items())
        if one.whose in wanted
    ]


def _never_sent(r: Registration) -> Registration:
    """Return a registration as it would be if none of its uncertain mails had been sent."""
    for unsure in uncertain(r):
        message = next(
            (m for m in reversed(r.messages) if m.outcome is Outcome.UNCERTAIN and m.email == unsure.email),
            None,
        )
        before = message.before if message is not None else None
        others = tuple(told for told in r.told if told is not unsure)
        knew = before if before is not None and same(before, unsure) else None
        r = replace(r, told=others if knew is None else (*others, knew))
    return r


# ------------------------------------------------------------------- bounced
def bounced(r: Person, number: int, reply: str | None, act: Act) -> Person:
    """Return a record of which a message, counted from 1, came back; the same one where that is known."""
    message = r.messages[number - 1]
    if message.outcome is Outcome.BOUNCED:
        return r
    done = replace(message, outcome=Outcome.BOUNCED, reply=reply, before=None)
    after = replace(
        r,
        messages=_with(r.messages, number, done),
        history=(*r.history, act.entry("mail bounced")),
    )
    if isinstance(after, Membership) or any(later.email == message.email for later in r.messages[number:]):
        return after
    told = tuple(
        replace(one, outcome=Outcome.BOUNCED) if one.email == message.email else one for one in after.told
    )
    return replace(after, told=told)
