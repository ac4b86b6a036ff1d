"""What is going on and why: status, explain, log."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from netwerk_cli.domain import events as rules
from netwerk_cli.domain import registrations
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.explaining import Step, explain_event, explain_person
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.services.agenda import Selection, Tally, listing
from netwerk_cli.services.caller import Caller

SOON = timedelta(days=7)


class Overview(NamedTuple):
    """An event on the dashboard, and what about it needs attention.

    `attention` holds any of: over, full, waiting, pending, closes-soon, draft, closing-unrecorded.
    """

    event: Event
    tally: Tally
    attention: tuple[str, ...]


def status(caller: Caller) -> list[Overview]:
    """Return every event that is not over, the earliest first."""
    return [
        Overview(event=event, tally=tally, attention=tuple(_attention(event, tally, caller)))
        for event, tally in listing(caller, Selection())
    ]


def _attention(event: Event, tally: Tally, caller: Caller) -> list[str]:
    held = tally.get(Status.CONFIRMED, 0) + tally.get(Status.PENDING, 0)
    free = rules.free_seats(event, held)
    state = rules.status(event, caller.now, free=free)
    found = {
        "over": event.capacity is not None and held > event.capacity,
        "full": free == 0,
        "waiting": tally.get(Status.WAITING, 0) > 0,
        "pending": tally.get(Status.PENDING, 0) > 0,
        "closes-soon": state in (rules.Status.OPEN, rules.Status.FULL)
        and event.deadline is not None
        and event.deadline - caller.now <= SOON,
        "draft": event.draft,
    }
    return [name for name, holds in found.items() if holds]


def explain(
    caller: Caller, slug: str, person: str | None = None
) -> tuple[Event, Registration | None, str, list[Step]]:
    """Return the event, the registration asked about, the verdict and the chain of rules behind it."""
    view = caller.read()
    event, people = view.event(slug), view.registrations(slug)
    if person is None:
        verdict, steps = explain_event(event, people, caller.now)
        return event, None, verdict, steps
    subject = registrations.find(people, person, event=slug)
    verdict, steps = explain_person(event, people, subject, caller.now)
    return event, subject, verdict, steps


def log(
    caller: Caller, slug: str | None = None, person: str | None = None
) -> list[tuple[Event, Registration | None, Entry]]:
    """Return what happened, oldest first: everywhere, to one event, or to one registration."""
    view = caller.read()
    found: list[tuple[Event, Registration | None, Entry]] = []
    for name in [slug] if slug is not None else view.slugs():
        event, people = view.event(name), view.registrations(name)
        if person is not None:
            subject = registrations.find(people, person, event=name)
            return [(event, subject, entry) for entry in subject.history]
        found += [(event, None, entry) for entry in event.history]
        found += [(event, r, entry) for r in people.values() for entry in r.history]
    return sorted(found, key=lambda line: line[2].at)
