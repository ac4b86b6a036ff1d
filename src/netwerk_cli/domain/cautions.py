"""What a change of an event may bring that its organiser does not expect: nothing is refused, everything is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.moments import end_of
from netwerk_cli.domain.questions import unfit
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.domain.seats import in_both
from netwerk_cli.wording import Wording

_NAMED = 5  # people who are named before the rest is only counted


def cautions(before: Event | None, after: Event, registrations: Registrations) -> Iterator[Wording]:
    """Yield what looks odd in `after`, with the list as it is then, and did not in `before`."""
    yield from _late_closing(before, after)
    if after.draft is None and after.is_draft and not (before and before.is_draft):
        yield Wording("'{event}' has no session yet, so it is a draft.", event=after.slug)
    yield from _double_booked(before, after, registrations)
    yield from _moved(before, after, registrations)
    yield from _called_off(before, after, registrations)
    yield from _unfit_answers(before, after, registrations)
    if after.choosing and after.session_choice is None and not (before and before.choosing):
        yield Wording(
            "Sessions of '{event}' take place at the same time, so who registers has to choose; "
            "'netwerk event edit {event} --sessions all' lets naming none mean all.",
            event=after.slug,
        )


def _double_booked(before: Event | None, after: Event, registrations: Registrations) -> Iterator[Wording]:
    """Say who sits in two sessions that have come to take place at the same time."""
    known = {(one.id, other.id) for one, other in before.overlapping} if before else set()
    for one, other in after.overlapping:
        if (one.id, other.id) in known:
            continue
        people = [r for r in registrations.values() if in_both(r, one.id, other.id)]
        if people:
            yield Wording(
                "Careful: {count:person sits|people sit} in '{session}' and '{other}' at the same time: {people}.",
                count=len(people),
                session=one.id,
                other=other.id,
                people=_names(people),
            )


def _moved(before: Event | None, after: Event, registrations: Registrations) -> Iterator[Wording]:
    """Say who comes to a session of a series that takes place at another time, or elsewhere."""
    known = {s.id: _where(s) for s in before.sessions} if before else {}
    for session in after.sessions if after.multi else ():
        if session.cancelled_at is None and known.get(session.id, _where(session)) != _where(session):
            people = [r for r in registrations.values() if r.active and r.is_for(session.id)]
            if people:
                yield Wording(
                    "{count:person has|people have} session '{session}': {people}.",
                    count=len(people),
                    session=session.id,
                    people=_names(people),
                )


def _where(session: Session) -> tuple[object, ...]:
    return session.starts_at, session.ends_at, session.location, session.online_url


def _names(people: Sequence[Registration]) -> str:
    return ", ".join([f"{r.name} ({r.code})" for r in people[:_NAMED]] + ["…"] * (len(people) > _NAMED))


def _called_off(before: Event | None, after: Event, registrations: Registrations) -> Iterator[Wording]:
    """Say who were to come to a session that does not take place any more."""
    on = {s.id for s in before.sessions if s.cancelled_at is None} if before else set()
    for session in after.sessions:
        if session.id in on and session.cancelled_at is not None:
            people = [r for r in registrations.values() if r.active and r.is_for(session.id)]
            yield Wording(
                "Session '{session}' is off; {count:person|people} had chosen it: {people}."
                if people
                else "Session '{session}' is off; nobody had chosen it.",
                session=session.id,
                count=len(people),
                people=_names(people),
            )


def _unfit_answers(before: Event | None, after: Event, registrations: Registrations) -> Iterator[Wording]:
    """Say how many people gave an answer that is none any more: it stays as it is."""
    known = {one.id: one for one in before.questions} if before else {}
    for one in after.questions:
        if one.id not in known or known[one.id] == one:
            continue
        count = sum(bool(unfit((one,), r.answers)) for r in registrations.values())
        if count:
            yield Wording(
                "Careful: {count:person has|people have} answered '{question}' otherwise than it can be now.",
                count=count,
                question=one.id,
            )


def _late_closing(before: Event | None, after: Event) -> Iterator[Wording]:
    """Say that registration goes on after the start, where that was typed or the start has moved."""
    if _late(after) and (before is None or not _late(before) or _times(before) != _times(after)):
        yield Wording(
            "Careful: registration closes on {closes_at}, after the start on {starts_at}.",
            closes_at=after.closes_at,
            starts_at=after.last.starts_at if after.last else None,
        )


def _late(event: Event) -> bool:
    if event.closes_at is None or event.last is None or event.last.starts_at is None:
        return False
    return event.closes_at > end_of(event.last.starts_at, event.timezone)


def _times(event: Event) -> tuple[object, ...]:
    return event.closes_at, event.last and event.last.starts_at
