"""What stays countable of people whose particulars are gone: how many there were, by what they had said.

A report adds `Event.figures` to what it counts of those of whom a field is still known. Who has the field in
`Registration.erased` is counted in the figures, and not among those who never said anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from netwerk_cli.domain import attending, personal_data
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.figures import ANSWER, Figure
from netwerk_cli.domain.personal_data import Erased
from netwerk_cli.domain.questions import BETWEEN, QuestionKind
from netwerk_cli.domain.registrations import Registration, Status

_FIELDS = tuple(f for f in personal_data.erased("Registration", Erased.COUNTED) if f != "answers")


def dimensions(event: Event) -> tuple[str, ...]:
    """Return by what figures can be kept: fields of a registration, and each question as `answers.ID`."""
    return (*_FIELDS, *(f"{ANSWER}{one.id}" for one in event.questions))


def said(event: Event, registration: Registration, by: str) -> tuple[str, ...]:
    """Return under which values somebody is counted: each choice of several; an answer in own words under none.

    An empty text stands for such an answer: that there was one is counted, not what it said.
    """
    if not by.startswith(ANSWER):
        value = getattr(registration, by)
        return () if value is None else (value,)
    id = by.removeprefix(ANSWER)
    answer = registration.answers.get(id)
    if answer is None:
        return ()
    kind = next((one.kind for one in event.questions if one.id == id), QuestionKind.TEXT)
    match kind:
        case QuestionKind.TEXT:
            return ("",)
        case QuestionKind.CHOICES:
            return tuple(answer.split(BETWEEN))
        case QuestionKind.CHOICE | QuestionKind.YES_NO:
            return (answer,)


def measured(event: Event, registration: Registration, recorded: Collection[str]) -> Mapping[str, int]:
    """Return what one person adds to each count; `recorded` are the sessions of which attendance was recorded.

    `no_seat` is who is on the list without one, and then in none of the states; `waited` whoever waited, `moved_up`
    who got a seat that way; `present`, `absent` and `excused` who was so in any session, `no_show` who stayed away.
    """
    statuses = [registration.status, *_former(registration)]
    states = {one.state for one in registration.attendance.values()}
    listed = registration.active and registration.no_seat
    found = {
        "registered": 1,
        "no_seat": listed,
        **{str(status): registration.status is status and not listed for status in Status},
        "waited": Status.WAITING in statuses,
        "moved_up": any(entry.what == "promoted" for entry in registration.history),
        **{str(state): state in states for state in State if state is not State.UNKNOWN},
        "no_show": bool(attending.no_shows(event, registration, recorded)),
    }
    return {name: int(count) for name, count in found.items() if count}


def _former(registration: Registration) -> Iterator[object]:
    return (entry.changes["status"][0] for entry in registration.history if "status" in entry.changes)


def kept(
    event: Event, registration: Registration, recorded: Collection[str], fields: Collection[str]
) -> tuple[Event, Registration]:
    """Return the event with what somebody said under `fields` counted, and the registration marked as counted.

    `fields` are `dimensions` that are about to be erased; the values are still there. What was counted before is not
    counted again.
    """
    known = [f for f in dimensions(event) if f in fields and f not in registration.erased]
    found = [(by, value) for by in known for value in said(event, registration, by)]
    counted = dict.fromkeys(by for by, _ in found)
    if not counted:
        return event, registration
    counts = measured(event, registration, recorded)
    figures = {(one.by, one.value): Counter(one.counts) for one in event.figures}
    for key in found:
        figures.setdefault(key, Counter()).update(counts)
    after = tuple(Figure(by=by, value=value, counts=dict(n)) for (by, value), n in figures.items())
    marked = replace(registration, erased=(*registration.erased, *counted))
    return replace(event, figures=after), marked
