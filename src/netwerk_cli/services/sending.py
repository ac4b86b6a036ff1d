"""Sending what is due: each message is marked before it goes and after, and the file is free while a server answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain.mailing import Owed
from netwerk_cli.domain.told import Outcome
from netwerk_cli.errors import Interrupted, NetwerkError
from netwerk_cli.errors.mail import ServerRefuses
from netwerk_cli.services import letters
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.letters import Office, Written
from netwerk_cli.services.mail import Wanted
from netwerk_cli.services.marking import Ended, Marked, Marks
from netwerk_cli.services.owners import Owner

if TYPE_CHECKING:
    from netwerk_cli.mail.connecting import Account
    from netwerk_cli.mail.transport import Answer, Line

MINUTE_S = 60.0
_MOST = 50
"""How many messages are marked in one change at most: so many can become uncertain where the power goes."""
_THRICE = 3
_TROUBLES = 3
"""After how many messages in a row that failed for reasons of the server, and not of an address, we stop."""


class Planned(NamedTuple):
    """Who would be sent a message, who is left out because their address failed, how many are left for another time.

    `unsigned` says that a message would have no sender; `again` that it is what was uncertain.
    """

    dues: list[tuple[Owner, Owed]]
    held: list[tuple[Owner, Owed]]
    left: int = 0
    unsigned: bool = False
    again: bool = False


class Sent(NamedTuple):
    """What became of one message; None: it was not sent."""

    message: Written
    outcome: Outcome | None
    reply: str | None = None


class Outside(NamedTuple):
    """What sending takes from outside: a server, a pace, the time in seconds and as a moment, and who looks on.

    `per_minute` 0 is no limit. `wait` is for so many seconds; `stopped` says that no more is to be begun.
    """

    account: Account
    per_minute: int
    clock: Callable[[], float]
    now: Callable[[], datetime]
    wait: Callable[[float], None]
    stopped: Callable[[], bool]
    look: Callable[[Sent], None]


class Done(NamedTuple):
    """What became of each message, in the order in which they went; `fault` is why not all of them were tried."""

    sent: list[Sent]
    fault: NetwerkError | None = None


def planned(
    caller: Caller, wanted: Wanted, office: Office, *, again: bool = False, most: int | None = None
) -> Planned:
    """Return what there is to send: what is due, or `again` what is uncertain.

    Whoever is not named, and whose address was refused or gave mail back, is left out.

    Raises:
        BadTemplate: a template cannot be used; the rest as `letters.due`.
    """
    found = [*(letters.uncertain if again else letters.due)(caller, wanted)]
    named = bool(wanted.persons) or again
    going = [one for one in found if named or not one[1].held]
    held = [one for one in found if not named and one[1].held]
    chosen = going if most is None else going[:most]
    kinds = {
        (owner.slug, due.kind): (owner, due) for owner, due in chosen
    }  # whether the templates can be used
    unsigned = any(one.sender is None for one in letters.Desk(caller, office).write(kinds.values()))
    return Planned(chosen, held, len(going) - len(chosen), unsigned, again)


def send(caller: Caller, plan: Planned, office: Office, outside: Outside) -> Done:
    """Send what was planned, as far as it is still so when its turn comes.

    Raises:
        SenderBusy: somebody else sends. ServerUnreachable, BadCertificate, LoginRefused: nothing was marked.
    """
    from netwerk_cli.mail.transport import Line

    with caller.store.outbox():
        line = Line(outside.account)
        line.open()
        try:
            return _Sending(caller, plan, office, outside, line).run()
        finally:
            line.close()


class _Sending:
    """One round of sending, batch by batch."""

    def __init__(self, caller: Caller, plan: Planned, office: Office, outside: Outside, line: Line) -> None:
        self.caller, self.plan, self.outside, self.line = caller, plan, outside, line
        self.desk = letters.Desk(caller, office)
        self.marks = Marks(caller, self.desk, outside.now, again=plan.again)
        self.waiting = deque(plan.dues)
        self.done: list[Sent] = []
        self.began: deque[float] = deque()
        self.troubles = 0
        self.marking_s = self.sending_s = 0.0
        self.fault: NetwerkError | None = None

    def run(self) -> Done:
        """Send all of it, or as much as goes."""
        try:
            while self.waiting and self.fault is None and not self.outside.stopped():
                self._round(self._next())
            if self.waiting and self.fault is None:
                self.fault = Interrupted()
        except KeyboardInterrupt:
            self.fault = Interrupted()
        except NetwerkError as err:
            self.fault = err
        try:
            self.marks.settle()
        except NetwerkError as err:  # what could not be kept stays as it was marked
            self.fault = err
            self.done[-len(self.marks.ended) :] = [
                Sent(one.marked.message, Outcome.UNCERTAIN, one.reply) for one in self.marks.ended
            ]
        return Done(self.done, self.fault)

    def _round(self, batch: Sequence[tuple[Owner, Owed]]) -> None:
        """Write some messages, mark them, and send those that are still to go."""
        written = self.desk.write(batch)
        began = self.outside.clock()
        marked = self.marks.mark(written)
        sending = self.outside.clock()
        self._batch(marked)
        if marked:
            self.marking_s = sending - began
            self.sending_s = (self.outside.clock() - sending) / len(marked)

    # ------------------------------------------------------------------- pace
    def _next(self) -> list[tuple[Owner, Owed]]:
        """Return the messages that may go now; where none may, none, after a while without a line to the server.

        As many are marked together as the server takes in thrice the time of marking, so that marking takes a quarter
        at most: with most servers, one.
        """
        most, now = self.outside.per_minute, self.outside.clock()
        while self.began and self.began[0] <= now - MINUTE_S:
            self.began.popleft()
        fast = int(_THRICE * self.marking_s / self.sending_s) if self.sending_s else 1
        room = min(max(1, fast), _MOST, most - len(self.began) if most else _MOST)
        if room <= 0:
            self.marks.settle()
            self.line.close()
            self.outside.wait(self.began[0] + MINUTE_S - now)
            return []
        return [self.waiting.popleft() for _ in range(min(room, len(self.waiting)))]

    # ------------------------------------------------------------------- sending
    def _batch(self, marked: Sequence[Marked]) -> None:
        for at, one in enumerate(marked):
            if self.fault is not None or self.outside.stopped():
                self._untried(marked[at:])
                return
            try:
                answer = self._sent(one)
            except BaseException:  # Ctrl-C: what was on its way may have arrived
                self._ended(one, Outcome.UNCERTAIN if self.line.begun else None, None)
                self._untried(marked[at + 1 :])
                raise
            self._ended(one, answer.outcome, answer.reply)
            self._judge(answer)

    def _sent(self, one: Marked) -> Answer:
        from netwerk_cli.mail.transport import Answer

        message = one.message
        assert message.sender is not None  # noqa: S101 (asked for before anything is sent)
        self.began.append(self.outside.clock())
        try:
            return self.line.send(message.sender.email, message.due.email, message.data)
        except NetwerkError as err:  # there was no line any more, and no new one
            self.fault = err
            return Answer(None)

    def _judge(self, answer: Answer) -> None:
        """Stop where the server takes nothing from us, whoever it is for."""
        self.troubles = self.troubles + 1 if answer.general else 0
        if self.troubles >= _TROUBLES and self.fault is None:
            account = self.outside.account
            self.fault = ServerRefuses(host=account.host, port=account.port, problem=str(answer.reply))

    def _untried(self, marked: Iterable[Marked]) -> None:
        for one in marked:
            self._ended(one, None, None)

    def _ended(self, one: Marked, outcome: Outcome | None, reply: str | None) -> None:
        self.marks.ended.append(Ended(one, outcome, reply))
        self.done.append(Sent(one.message, outcome, reply))
        self.outside.look(self.done[-1])
