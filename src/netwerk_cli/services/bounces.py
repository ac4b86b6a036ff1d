"""Reports of mail that came back: whose message that was, and recording it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain import mailing
from netwerk_cli.services import owners
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner, Person
from netwerk_cli.store.transactions import Transaction

if TYPE_CHECKING:
    from netwerk_cli.mail import reports


class Comes(StrEnum):
    """What a message that was read comes to: it tells of one that came back, for the first time or again; or not."""

    BOUNCED = "bounced"
    KNOWN = "known"
    UNDER_WAY = "under-way"
    OTHER = "other"


class Read(NamedTuple):
    """What one message comes to; who it was about, where it was one of ours; and what the server said."""

    file: str
    comes: Comes
    owner: Owner | None = None
    person: Person | None = None
    reply: str | None = None


def read(caller: Caller, files: Iterable[tuple[str, bytes]]) -> list[Read]:
    """Record what reports say, each by its name and what it holds. Reading one twice changes nothing."""
    from netwerk_cli.mail import reports

    with caller.change() as transaction:
        return [
            _one(caller, transaction, name, reports.read(message))
            for name, data in files
            for message in reports.messages(data)
        ]


def _one(caller: Caller, transaction: Transaction, name: str, report: reports.Report | None) -> Read:
    about = None if report is None else report.about
    if report is None or about is None or about.store_id != transaction.store_id:
        return Read(name, Comes.OTHER)
    owner = owners.standing(transaction, about.owner)
    person = owner and owners.people(transaction, owner).get(int(about.code[1:]))
    if not owner or not person or person.code != about.code or not 0 < about.number <= len(person.messages):
        return Read(name, Comes.OTHER)
    if not report.failed:
        return Read(name, Comes.UNDER_WAY, owner, person)
    after = mailing.bounced(person, about.number, report.reply, caller.act(owner))
    owners.keep(transaction, owner, [after])
    return Read(name, Comes.KNOWN if after is person else Comes.BOUNCED, owner, after, report.reply)
