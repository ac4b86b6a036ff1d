"""What is said before mail goes out, while it does, and of what became of it."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from types import FrameType
from typing import Any

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.language import word
from netwerk_cli.cli.mail_settings import account, per_minute
from netwerk_cli.cli.screen import note_raw
from netwerk_cli.cli.settings import config_path
from netwerk_cli.domain.told import Outcome
from netwerk_cli.errors import Interrupted, quoted
from netwerk_cli.errors.mail import MailNotSet, SendingInterrupted, ServerUnreachable, SomeNotSent
from netwerk_cli.exchange.owed_shapes import owed_shape
from netwerk_cli.services import sending
from netwerk_cli.services.letters import Desk, Office
from netwerk_cli.services.sending import Done, Planned, Sent

_SHOWN = 20
_SHOW_AFTER_S = 1.0
_SLICE_S = 0.2
"""How long we sleep at a time, so that Ctrl-C is heard."""


def send(call: Call, plan: Planned, office: Office, action: str) -> None:
    """Send what was planned, after a question on a terminal, and tell what became of it.

    Raises:
        MailNotSet: nothing says how. SomeNotSent, SendingInterrupted, ServerUnreachable: not all of it went.
    """
    _tell_plan(call, plan)
    if not plan.dues:
        call.say("There is nothing to send.")
        _answer(call, action, plan, [])
        return
    if plan.unsigned:
        raise _no_sender()
    where, pace = account(call.settings, asks=call.asks), per_minute(call.settings)
    if call.dry_run:
        written = Desk(call.caller(), office).write(plan.dues)
        _answer(call, action, plan, [Sent(one, None) for one in written])
        return
    if call.asks:
        call.confirm("Send {count:message|messages} over {host}?", count=len(plan.dues), host=where.host)
    with _stopping(call) as stopped, _Progress(call, len(plan.dues)) as progress:
        outside = sending.Outside(
            account=where,
            per_minute=pace,
            clock=time.monotonic,
            now=lambda: call.now if call.fixed else datetime.now(UTC),
            wait=lambda seconds: _wait(seconds, stopped),
            stopped=stopped.is_set,
            look=progress,
        )
        done = sending.send(call.caller(), plan, office, outside)
    _tell(call, action, plan, done)


def _no_sender() -> MailNotSet:
    example = "mail_from = 'Naam <naam@example.org>'"
    return MailNotSet(setting="mail_from", example=example, path=str(config_path()))


# -------------------------------------------------------------------- before
def _tell_plan(call: Call, plan: Planned) -> None:
    """Say how many of which kind go about which event, and who is left out."""
    kinds: dict[str, Counter[str]] = {}
    for owner, due in plan.dues:
        kinds.setdefault(owner.slug, Counter())[word(due.kind, call.language)] += 1
    for slug, counts in kinds.items():
        said = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        call.say("{event}: {kinds}", event=slug, kinds=said)
    if plan.left:
        call.say("{count:message waits|messages wait} for another time (--limit).", count=plan.left)
    if plan.held:
        call.warn(
            "{count:person is|people are} left out, as mail to the address failed: {codes}. Correct the address, or "
            "name the person to try again.",
            count=len(plan.held),
            codes=_listed([f"{owner.slug} {due.record.code}" for owner, due in plan.held]),
        )


def _listed(codes: Sequence[str]) -> str:
    return ", ".join([*codes[:_SHOWN], *(["…"] if len(codes) > _SHOWN else [])])


# -------------------------------------------------------------------- meanwhile
@contextlib.contextmanager
def _stopping(call: Call) -> Iterator[threading.Event]:
    """Let the first Ctrl-C, or a request to end, come after the message that is on its way; a second one is at once."""
    stopped = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (a handler's shape)
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()
        call.say("Stopping after this message.")

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {}
    with contextlib.suppress(ValueError):  # not the main thread: whoever called us has the signals
        before = {number: signal.signal(number, ask) for number in numbers}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)


def _wait(seconds: float, stopped: threading.Event) -> None:
    until = time.monotonic() + seconds
    while not stopped.is_set() and (left := until - time.monotonic()) > 0:
        time.sleep(min(left, _SLICE_S))


class _Progress:
    """How far it is, on the terminal of a person who has waited for a second."""

    def __init__(self, call: Call, total: int) -> None:
        quiet = call.json or call.options.get("quiet")
        self.call, self.total, self.count = call, total, 0
        self.started, self.shown = time.monotonic(), False
        self.wanted = not quiet and sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> _Progress:
        return self

    def __call__(self, one: Sent) -> None:
        """Count a message."""
        self.count += one.outcome is not None
        if self.wanted and time.monotonic() - self.started > _SHOW_AFTER_S:
            self.shown = True
            said = self.call.words("{done} of {total:message|messages}", done=self.count, total=self.total)
            sys.stderr.write(f"\r{said}")
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if self.shown:
            note_raw("")


# ---------------------------------------------------------------------- after
_SAID = {
    Outcome.UNCERTAIN: "{event} {code}: uncertain, the connection broke before the server answered. 'netwerk mail "
    "retry' sends it again.",
    Outcome.DEFERRED: "{event} {code}: not now ({reply}); it goes with the next sending.",
    Outcome.REFUSED: "{event} {code}: the address was refused ({reply}).",
}


def _tell(call: Call, action: str, plan: Planned, done: Done) -> None:
    """Tell what became of each, then answer. Raises what kept it from being whole."""
    failed = [one for one in done.sent if one.outcome in _SAID]
    for one in failed[:_SHOWN]:
        facts = {"event": one.message.owner.slug, "code": one.message.due.record.code}
        call.warn(_SAID[Outcome(str(one.outcome))], **facts, reply=one.reply or "-")
    if len(failed) > _SHOWN:
        call.say("{count:more|more} like these: netwerk mail list", count=len(failed) - _SHOWN)
    count = sum(one.outcome is Outcome.SENT for one in done.sent)
    call.say("{count:message|messages} sent.", count=count)
    result = _result(call, plan, done.sent)
    if done.fault is None and not failed:
        _answer(call, action, plan, done.sent)
        return
    _answer_untold(call, done.sent)
    said = _impersonal(result)
    if isinstance(done.fault, Interrupted):
        raise SendingInterrupted(action=action, count=count, **said)
    if isinstance(done.fault, ServerUnreachable):
        raise type(done.fault)(**{**done.fault.facts, "action": action, **said})
    if done.fault is not None:
        raise done.fault
    raise SomeNotSent(action=action, failed=len(failed), count=len(done.sent), **said)


def _answer_untold(call: Call, sent: Sequence[Sent]) -> None:
    if sent:
        from netwerk_cli.cli.untold_telling import tell_untold

        tell_untold(call)


def _answer(call: Call, action: str, plan: Planned, sent: Sequence[Sent]) -> None:
    result = _result(call, plan, sent)
    del result["change"], result["changed"]
    call.result(action, changed=bool(sent), **result)


def _result(call: Call, plan: Planned, sent: Sequence[Sent]) -> dict[str, Any]:
    """Return the result object: what became of each message, counted by outcome, and who was left out."""
    outcomes = Counter(str(one.outcome) for one in sent)
    counts = {str(outcome): outcomes[str(outcome)] for outcome in Outcome if outcome is not Outcome.BOUNCED}
    unsent = len(plan.dues) - sum(counts.values())
    return {
        "changed": bool(sent),
        "counts": {**counts, "unsent": unsent, "held": len(plan.held), "left": plan.left},
        "messages": [_shape(one) for one in sent],
        "held": [owed_shape(*one) for one in plan.held],
        "change": call.change_code(),
    }


def _shape(one: Sent) -> dict[str, Any]:
    message = one.message
    outcome = None if one.outcome is None else str(one.outcome)
    return {
        **owed_shape(message.owner, message.due),
        "subject": message.letter.subject,
        "message_id": message.id,
        "outcome": outcome,
        "reply": one.reply,
    }


def _impersonal(result: dict[str, Any]) -> dict[str, Any]:
    """Return a result as an error may hold it: people by their codes, and what a server says without an address."""
    return {**result, **{key: [*map(_without_name, result[key])] for key in ("messages", "held")}}


def _without_name(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name not in ("name", "email")}
    return {**kept, "reply": quoted(kept["reply"])} if kept.get("reply") else kept
