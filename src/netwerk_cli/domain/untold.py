"""Who does not know yet what is true of them: what they were last told differs from what is so now.

It is derived from the event and its list each time it is asked, so whatever changed something can forget nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain.events import Event, Session, off_at
from netwerk_cli.domain.history import Act, Entry, changed_at
from netwerk_cli.domain.moments import end_of
from netwerk_cli.domain.registrations import ACTIVE, Registration, Registrations, Status
from netwerk_cli.domain.reminders import reminded
from netwerk_cli.domain.told import HELD, How, Message, MessageKind, Outcome, Told, ToldSession, Why, attempt
from netwerk_cli.records import replace

if TYPE_CHECKING:
    from netwerk_cli.domain.seats import Book

_WEIGHTS = {kind: weight for weight, kind in enumerate(MessageKind)}
_KINDS: Mapping[str, MessageKind] = {
    Status.CONFIRMED: MessageKind.CONFIRMATION,
    Status.PENDING: MessageKind.PENDING,
    Status.WAITING: MessageKind.WAITING,
    Status.DECLINED: MessageKind.DECLINED,
    Status.CANCELLED: MessageKind.CANCELLED,
}
"""What a message is called that says in which state somebody is now."""
_FIRST = (Why.STATUS,)
_WITH_MAIL = frozenset({"told", "mailed", "mail refused", "mail bounced"})
"""What history calls telling somebody, and the failing of it: nothing else of theirs changes by it."""
_TOGETHER = ("starts_at", "ends_at", "waits")
_PLACE = ("location", "online_url")


class Due(NamedTuple):
    """One person who is to be told something: what they know (None: nothing yet), and what is so now.

    `so` names nobody where it is so for whoever has the registration: most of a list stand alike. `since` is when it
    became so, as far as the history says; `attempt` what became of the last mail that was to say it, where that failed.
    """

    registration: Registration
    kind: MessageKind
    why: tuple[Why, ...]
    since: datetime
    before: Told | None
    so: Told
    attempt: Outcome | None = None

    @property
    def held(self) -> bool:
        """Whether no mail goes to them by itself: the address was refused, or mail came back from it."""
        return self.attempt in HELD

    @property
    def record(self) -> Registration:
        """What keeps the messages."""
        return self.registration

    @property
    def now(self) -> Told:
        """What they know once they are told."""
        return replace(self.so, name=self.name, email=self.email)

    @property
    def name(self) -> str:
        """What who is told is called."""
        return self.so.name or self.registration.name

    @property
    def email(self) -> str:
        """Where a message goes."""
        return self.so.email or self.registration.email

    @property
    def whose(self) -> tuple[int, str, str, None]:
        """What tells it from what else is due about an event."""
        return self.registration.number, self.name, self.email, None


_Difference = tuple[MessageKind, Why]


def due(
    event: Event, registrations: Registrations, now: datetime, only: Collection[int] | None = None
) -> list[Due]:
    """Return who is to be told what about an event, by number; nobody once it is over. `only` narrows it to some."""
    if event.is_over(now):
        return []
    known, found, is_draft = _Known(event, registrations, now), list[Due](), event.is_draft
    for number, r in registrations.items():
        if only is not None and number not in only:
            continue
        if r.told:
            found += _about(known, r)
        elif _is_news(r, is_draft):  # of a list of people, most often all of them
            found.append(_first(known, r))
    return found


def count(event: Event, registrations: Registrations, now: datetime) -> int:
    """Return how many things are due, without working out what there is to say to who was told nothing yet."""
    if event.is_over(now):
        return 0
    known = _Known(event, registrations, now)
    is_draft = event.is_draft
    new = sum(1 for r in registrations.values() if not r.told and _is_news(r, is_draft))
    return new + sum(1 for r in registrations.values() if r.told for _ in _about(known, r))


def tell(dues: list[Due], act: Act, how: How) -> list[Registration]:
    """Return the registrations of those who know now what is so, each with one more line of history."""
    changed: dict[int, Registration] = {}
    for one in dues:
        r = changed.get(one.registration.number, one.registration)
        knows = replace(one.now, at=act.at)
        others = tuple(told for told in r.told if not same(told, knows))
        message = Message(at=act.at, kind=one.kind, how=how, email=knows.email)
        line = (*r.history, act.entry("told")) if r is one.registration else r.history
        changed[r.number] = replace(r, told=(*others, knows), messages=(*r.messages, message), history=line)
    return list(changed.values())


def same(one: Told, other: Told) -> bool:
    """Whether two people who were told something are one."""
    return (one.name, one.email) == (other.name, other.email)


# ------------------------------------------------------------------- one person
def _first(known: _Known, r: Registration) -> Due:
    """Return what somebody is to be told of whom nobody was told anything yet."""
    so, since = known.standing(r), _since(known.event, r, None)
    return Due(
        r, _KINDS[so.status], _FIRST, since, None, so, attempt(r.messages, r.email) if r.messages else None
    )


def _about(known: _Known, r: Registration) -> Iterator[Due]:
    """Yield what one registration asks to be told: whom it went to first, then who it was taken over from."""
    event, truth = known.event, known.truth(r)
    before = next((told for told in r.told if same(told, truth)), None)
    before = before or _under_another_spelling(r)
    found = list(_differences(event, r, before, truth))
    if before is not None and before.outcome is Outcome.BOUNCED:
        why = tuple(dict.fromkeys((*(why for _, why in found), Why.BOUNCED)))
        yield Due(r, _KINDS[truth.status], why, _since(event, r, before), None, truth, _attempt(r, truth))
        found, before = [], None
    if not found and before is not None and (moment := reminded(event, before, truth)) is not None:
        yield Due(r, MessageKind.REMINDER, (Why.REMINDER,), moment, before, truth, _attempt(r, truth))
    if found:
        kind = min((kind for kind, _ in found), key=_WEIGHTS.__getitem__)
        why = tuple(dict.fromkeys(why for _, why in found))
        yield Due(r, kind, why, _since(event, r, before), before, truth, _attempt(r, truth))
    for told in r.told:
        handed = None if same(told, truth) else _handed_over(r, told)
        if handed is not None and told.status in ACTIVE:
            gone = Told(name=told.name, email=told.email, at=truth.at, status=Status.CANCELLED)
            yield Due(r, MessageKind.CANCELLED, (Why.STATUS,), handed.at, told, gone, _attempt(r, gone))


def _attempt(r: Registration, whom: Told) -> Outcome | None:
    return attempt(r.messages, whom.email)


def _under_another_spelling(r: Registration) -> Told | None:
    """Return what somebody was told whose name only was corrected since: mail to that address reached them."""
    mine = (told for told in reversed(r.told) if told.email == r.email)
    return next((told for told in mine if _handed_over(r, told) is None), None)


def _handed_over(r: Registration, told: Told) -> Entry | None:
    """Return the line of history with which a substitute took over from somebody; None where nobody did."""
    name, email = r.name, r.email
    for entry in reversed(r.history):
        name = str(entry.changes.get("name", (name,))[0])
        email = str(entry.changes.get("email", (email,))[0])
        if entry.what == "substituted" and (name, email) == (told.name, told.email):
            return entry
    return None


class _Known:
    """What there is to know of an event now, worked out once for all its people; a session that is over is not."""

    def __init__(self, event: Event, registrations: Registrations, now: datetime) -> None:
        self.event, self.registrations, self.now = event, registrations, now
        self.on = [s for s in event.sessions if off_at(event, s) is None]
        self.to_come = tuple(_as_known(event, s) for s in self.on if not _is_over(event, s, now))
        self.of_the_whole = {status: self._so(status, self.to_come, mine=bool(self.on)) for status in Status}

    @cached_property
    def book(self) -> Book:
        """What says where somebody stands who waits: it is not made, nor all rules about seats loaded, for others."""
        from netwerk_cli.domain.seats import Book

        return Book(self.event, self.registrations, self.now)

    def truth(self, r: Registration) -> Told:
        """Return what somebody would be told now."""
        return replace(self.standing(r), name=r.name, email=r.email)

    def standing(self, r: Registration) -> Told:
        """Return how somebody stands, without who they are."""
        if r.sessions or r.without or r.waits_for:
            to_come = tuple(_for(r, s) for s in self.to_come if r.is_for(s.id))
            found = self._so(r.status, to_come, mine=any(r.is_for(s.id) for s in self.on))
        else:  # most people, and so the same for all of them
            found = self.of_the_whole[r.status]
        if found.status is not Status.WAITING:
            return found
        return replace(found, position=self.book.position(r))

    def _so(self, status: Status, to_come: tuple[ToldSession, ...], *, mine: bool) -> Told:
        """Return how anybody stands, and in which sessions; `mine` says that one of theirs is not off."""
        lost = self.event.cancelled_at is not None or (bool(self.event.sessions) and not mine)
        now = Status.CANCELLED if status in ACTIVE and lost else status
        return Told(name="", email="", at=self.now, status=now, sessions=to_come if now in ACTIVE else ())


def _as_known(event: Event, session: Session) -> ToldSession:
    return ToldSession(
        id=session.id,
        sequence=session.sequence,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        location=session.location or event.location,
        online_url=session.online_url or event.online_url,
    )


def _for(r: Registration, session: ToldSession) -> ToldSession:
    """Return what there is to know of a session for one of its people: whether they wait for it."""
    return replace(session, waits=True) if r.seated and session.id in r.waits_for else session


def _is_over(event: Event, session: Session | ToldSession, now: datetime) -> bool:
    last = session.ends_at or session.starts_at
    return last is not None and end_of(last, event.timezone) <= now


# ------------------------------------------------------------------ differences
def _is_news(r: Registration, is_draft: bool) -> bool:
    """Whether to tell who was told nothing yet: that a place of theirs is gone only where the event took it."""
    return r.status is not Status.CANCELLED and not is_draft


def _differences(event: Event, r: Registration, before: Told | None, truth: Told) -> Iterator[_Difference]:
    if before is None:
        if _is_news(r, event.is_draft):
            yield (_KINDS[truth.status], Why.STATUS)
        return
    both = before.status in ACTIVE and truth.status in ACTIVE
    if before.status != truth.status and (before.status in ACTIVE or truth.status in ACTIVE):
        moved_up = before.status == Status.WAITING and truth.status == Status.CONFIRMED
        kind = MessageKind.PROMOTED if moved_up else _KINDS[truth.status]
        yield (kind, Why.STATUS)
    elif before.position != truth.position:
        yield (MessageKind.WAITING, Why.POSITION)
    if both:
        yield from _of_sessions(event, before, truth)


def _of_sessions(event: Event, before: Told, truth: Told) -> Iterator[_Difference]:
    """Yield what became of sessions, and of where they are; those that are over are past telling."""
    if before.sessions == truth.sessions:  # most people, whenever it is asked
        return
    old = {s.id: s for s in before.sessions if not _is_over(event, s, truth.at)}
    new = {s.id: s for s in truth.sessions}
    over = {s.id for s in event.sessions if _is_over(event, s, truth.at)}
    for id in dict.fromkeys((*old, *new)):
        if id in over:
            continue
        was, is_now = old.get(id), new.get(id)
        if was is None or is_now is None:
            yield (MessageKind.CHANGED, Why.SESSIONS)
            continue
        if was.waits and not is_now.waits:
            yield (MessageKind.PROMOTED, Why.SESSIONS)
        elif any(getattr(was, name) != getattr(is_now, name) for name in _TOGETHER):
            yield (MessageKind.CHANGED, Why.SESSIONS)
        if any(getattr(was, name) != getattr(is_now, name) for name in _PLACE):
            yield (MessageKind.CHANGED, Why.PLACE)


def _since(event: Event, r: Registration, before: Told | None) -> datetime:
    """Return when the first change came after somebody was told: of their registration, else of the event."""
    if before is None:
        return event.cancelled_at or changed_at(r.history, "status") or r.received_at
    own = (entry.at for entry in r.history if entry.at > before.at and entry.what not in _WITH_MAIL)
    of_event = (entry.at for entry in event.history if entry.at > before.at)
    return next(own, None) or next(of_event, before.at)
