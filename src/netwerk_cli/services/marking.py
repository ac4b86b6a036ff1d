"""What the data file says of messages that go out: each is marked before it goes, and after."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain import mailing, news, untold
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.mailing import Mark, Owed
from netwerk_cli.domain.told import Outcome
from netwerk_cli.domain.untold import Due
from netwerk_cli.records import replace
from netwerk_cli.services import mail, owners
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.letters import Desk, Written
from netwerk_cli.services.owners import Owner, Person
from netwerk_cli.store.transactions import Transaction


class Marked(NamedTuple):
    """A message that may go now, and how it was marked."""

    message: Written
    mark: Mark


class Ended(NamedTuple):
    """What became of a message, None: it was not tried; and what the server said."""

    marked: Marked
    outcome: Outcome | None
    reply: str | None


class Marks:
    """The marks of one round of sending: what became of messages is kept in the change that marks the next.

    `again` says that what goes is what was uncertain.
    """

    def __init__(self, caller: Caller, desk: Desk, now: Callable[[], datetime], *, again: bool) -> None:
        self.caller, self.desk, self.now, self.again = caller, desk, now, again
        self.ended: list[Ended] = []

    # ------------------------------------------------------------------ before
    def mark(self, batch: Sequence[Written]) -> list[Marked]:
        """Mark those that are still to go: looked at again under the lock, and written anew where they differ."""
        if not batch:
            return []
        with self._changing() as (transaction, caller):
            marked: list[Marked] = []
            for slug in dict.fromkeys(message.owner.slug for message in batch):
                mine = [message for message in batch if message.owner.slug == slug]
                marked += self._marked(transaction, caller, slug, mine)
        return marked

    def _marked(
        self, transaction: Transaction, caller: Caller, slug: str, batch: Sequence[Written]
    ) -> Iterator[Marked]:
        """Mark the messages about one event or group."""
        if (owner := owners.standing(transaction, slug)) is None:
            return
        only = {message.due.record.number for message in batch}
        found = {one.whose: one for one in self._owed(transaction, owner, caller.now, only)}
        marked: dict[int, Person] = {}
        for message in batch:
            if (due := found.get(message.due.whose)) is not None:
                number = due.record.number
                due = mailing.about(due, marked.get(number, due.record))
                marked[number], mark = mailing.mark(due, caller.act(owner))
                yield Marked(self._anew(owner, due, message, mark), mark)
        owners.keep(transaction, owner, marked.values())

    def _owed(
        self, transaction: Transaction, owner: Owner, now: datetime, only: Collection[int]
    ) -> Sequence[Owed]:
        """Return what some people of an event or group are to be told now."""
        if isinstance(owner, Event):
            rule = mailing.again if self.again else untold.due
            return rule(owner, transaction.registrations(owner.slug), now, only)
        return (news.again if self.again else news.due)(owner, transaction.memberships(owner.slug), only)

    def _anew(self, owner: Owner, due: Owed, message: Written, mark: Mark) -> Written:
        """Return a message that says what is so, under its number: the one there is, most often."""
        then = message.due
        if isinstance(then, Due):
            then = then._replace(so=replace(then.so, at=due.so.at if isinstance(due, Due) else then.so.at))
        if (owner, due) == (message.owner, then) and f".{mark.number}@" in message.id:
            return message
        return self.desk.one(owner, due, mark.number, message.file)

    # ------------------------------------------------------------------- after
    def settle(self) -> None:
        """Keep what became of the last messages."""
        if self.ended:
            with self._changing():
                pass

    @contextmanager
    def _changing(self) -> Iterator[tuple[Transaction, Caller]]:
        """Change the file: keep what became of the last messages, and what else is to be kept then."""
        caller = replace(self.caller, now=self.now())
        with caller.change() as transaction:
            for slug in dict.fromkeys(one.marked.message.owner.slug for one in self.ended):
                self._settled(transaction, caller, slug)
            yield transaction, caller
            if transaction.touched():
                transaction.record(caller.signed(caller.zone), what=mail.SENT)
        self.ended = []

    def _settled(self, transaction: Transaction, caller: Caller, slug: str) -> None:
        """Keep what became of the messages about one event or group, each person's latest first."""
        if (owner := owners.standing(transaction, slug)) is None:
            return
        people, after = owners.people(transaction, owner), dict[int, Person]()
        for (message, mark), outcome, reply in reversed(self.ended):
            number = message.due.record.number
            record = after.get(number) or people.get(number)
            if message.owner.slug == slug and record is not None:
                after[number] = mailing.settle(record, mark, outcome, reply, caller.act(owner))
        owners.keep(transaction, owner, after.values())
