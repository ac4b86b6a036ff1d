"""What stays countable of people whose particulars are gone: how many there were, by what they had said.

A report adds `Event.figures` to what it counts of those of whom a field is still known. Who has the field in
`Registration.erased` is counted in the figures, and not among those who never said anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from netwerk_cli.domain import personal_data
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.figures import ANSWER, Figure
from netwerk_cli.domain.personal_data import Erased
from netwerk_cli.domain.questions import BETWEEN, QuestionKind
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.report_figures import added_by, life
from netwerk_cli.records import replace

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
    """Return what one person adds to each figure of a report; `recorded` are the sessions of which attendance is.

    Who takes no seat is in none of these but `no_seat`, beside `registered`.
    """
    if registration.no_seat:
        return {"registered": 1, "no_seat": 1}
    return dict.fromkeys(added_by(event, registration, life(registration), frozenset(recorded)), 1)


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
