"""What the terms of events contradict: themselves, each other, and what they refer to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.findings import Finding, sound_line
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.moments import end_of, start_of
from netwerk_cli.wording import Wording

_RESTORE = Wording("Was the file edited by hand? Put an earlier state back with 'netwerk restore'.")


def audit_terms(event: Event) -> Iterator[Finding]:
    """Yield what the rules would not have saved: a bad title, times out of order, too many seats set aside."""
    yield from audit_title(event)
    for session in event.sessions:
        yield from _hours(event, session)
    if event.opens_at is not None and event.deadline is not None and event.deadline <= event.opens_at:
        yield Finding(
            code="closes_before_opening",
            where=event.slug,
            problem=Wording("Registration closes before it opens."),
            hint=Wording(
                "Set both: netwerk event edit {event} --opens WHEN --closes WHEN.", event=event.slug
            ),
        )
    if event.closes_at is not None and event.over_at is not None and event.closes_at > event.over_at:
        yield Finding(
            code="closes_after_end",
            where=event.slug,
            problem=Wording(
                "Registration would close after the event is over, and nobody registers for that."
            ),
            hint=Wording("Set it: netwerk event edit {event} --closes WHEN.", event=event.slug),
            note=True,
        )
    if event.capacity is not None and sum(aside.seats for aside in event.set_asides) > event.capacity:
        yield Finding(
            code="set_aside_above_capacity",
            where=event.slug,
            problem=Wording("More seats are set aside than there are."),
            hint=Wording(
                "Set both: netwerk event edit {event} --capacity N --set-aside ….", event=event.slug
            ),
        )


def audit_title(owner: Event | Group) -> Iterator[Finding]:
    """Yield a finding when a title is empty or holds what nobody can type."""
    if not sound_line(owner.title):
        noun = "event" if isinstance(owner, Event) else "group"
        yield Finding(
            code="title_odd",
            where=owner.slug,
            problem=Wording("Its title is empty or holds what no title can hold."),
            hint=Wording(
                "Give it another: netwerk {noun} edit {slug} --title ….", noun=noun, slug=owner.slug
            ),
        )


def _hours(event: Event, session: Session) -> Iterator[Finding]:
    if session.starts_at is None or session.ends_at is None:
        return
    if end_of(session.ends_at, event.timezone) <= start_of(session.starts_at, event.timezone):
        yield Finding(
            code="ends_before_start",
            where=f"{event.slug} {session.id}",
            problem=Wording("It ends before it starts."),
            hint=Wording(
                "Set both: netwerk session edit {event} {session} --starts WHEN --ends WHEN.",
                event=event.slug,
                session=session.id,
            ),
        )


def audit_references(event: Event, events: Collection[str], groups: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each event or group that `event` refers to and that is not there."""
    if event.members_of is not None and event.members_of not in groups:
        yield Finding(
            code="group_unknown",
            where=event.slug,
            problem=Wording(
                "It is for members of '{group}', a group that is not there.", group=event.members_of
            ),
            hint=Wording("Name another: netwerk event edit {event} --members-of GROUP.", event=event.slug),
        )
    for session in event.sessions:
        if session.within is not None and session.within not in events:
            yield Finding(
                code="within_unknown",
                where=f"{event.slug} {session.id}",
                problem=Wording(
                    "It takes place within '{within}', an event that is not there.", within=session.within
                ),
                hint=Wording(
                    "Name another: netwerk session edit {event} {session} --within EVENT.",
                    event=event.slug,
                    session=session.id,
                ),
            )


def audit_names(
    events: Collection[str], groups: Collection[str], retired: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for each name that more than one thing has, or that should not be used again."""
    for slug in sorted({*events} & {*groups}):
        yield Finding(
            code="name_twice",
            where=slug,
            problem=Wording("An event and a group have this name."),
            hint=_RESTORE,
        )
    for slug in sorted({*retired} & {*events, *groups}):
        yield Finding(
            code="name_retired",
            where=slug,
            problem=Wording("This name is in use, and kept as that of an event that was removed."),
            hint=_RESTORE,
        )
