"""What a report tells of events: their figures, per group of people, over time, and beside the last edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain.attendee_lists import By
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.figures import ANSWER, Figure
from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.over_time import Beside, Point, beside, points
from netwerk_cli.domain.questions import BETWEEN, HIDDEN, Question, QuestionKind
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.domain.report_figures import Attendee, Figures, attendees, figures, total, with_kept
from netwerk_cli.domain.small_groups import Size, Veil, veils
from netwerk_cli.records import record, replace


@record
class Told:
    """One event in a report. `veil` hides its figures from others; then there is nothing over time either."""

    event: Event
    figures: Figures
    no_seat: int = 0
    points: tuple[Point, ...] = ()
    beside: Beside | None = None
    veil: Veil | None = None


@record
class Group:
    """Some of the people: those that share a `label`, None for who said nothing; of a session, its event's too."""

    label: str | None
    figures: Figures
    event: str | None = None
    title: str | None = None
    capacity: int | None = None
    veil: Veil | None = None


class Division(NamedTuple):
    """The people in groups. Where too few people are in them to tell any apart, there are none: it is `withheld`.

    `question` is what is counted by, where that is a question.
    """

    by: str
    groups: tuple[Group, ...]
    question: Question | None = None
    withheld: bool = False


@record
class Report:
    """Events as they were named, and of all of them together their figures and the groups of their people.

    Groups under `least` people are hidden, and so is the total where `total_veil` says so. There is no total of a
    single event.
    """

    events: tuple[Told, ...]
    total: Figures | None
    divisions: tuple[Division, ...]
    least: int
    total_veil: Veil | None = None


Asked = tuple[By, str | None]
"""What to count by, and the id of the question where that is one."""


# ------------------------------------------------------------------- in groups
def division(asked: Asked, people: Sequence[Attendee], events: Sequence[Event]) -> Division:
    """Return the people of some events in groups: the largest first, sessions and choices in their order."""
    by, id = asked
    if by is By.SESSION:
        return Division(
            str(by), tuple(_session(event, s, people) for event in events for s in event.sessions)
        )
    if by is By.QUESTION:
        question = next(q for event in events for q in event.questions if q.id == id)
        field = f"{ANSWER}{id}"
        answers = ((one, _said(question, one)) for one in people if field not in one.registration.erased)
        return Division(
            f"{by}:{id}", tuple(_Groups(field, events, answers, question.choices).groups()), question
        )
    said = (
        (one, (getattr(one.registration, str(by)),)) for one in people if by not in one.registration.erased
    )
    return Division(str(by), tuple(_Groups(str(by), events, said).groups()))


class _Groups:
    """People by what they said, and by what is kept of what was erased; who said several things is in several."""

    def __init__(
        self,
        field: str,
        events: Sequence[Event],
        said: Iterable[tuple[Attendee, Sequence[str | None]]],
        choices: Sequence[str] = (),
    ) -> None:
        self._choices = len(choices)
        self._labels: dict[str, str | None] = {folded(one): one for one in choices}
        self._people: dict[str, list[Attendee]] = {key: [] for key in self._labels}
        self._kept: dict[str, list[Figure]] = defaultdict(list)
        for one, labels in said:
            for label in labels:
                self._people[self._key(label)].append(one)
        for kept in (one for event in events for one in event.figures if one.by == field):
            self._kept[self._key(kept.value or HIDDEN)].append(kept)

    def _key(self, label: str | None) -> str:
        key = folded(label or "")
        self._labels.setdefault(key, label or None)
        self._people.setdefault(key, [])
        return key

    def groups(self) -> list[Group]:
        """Return the groups: choices in their order, then the largest first."""
        found = [
            Group(label=self._labels[key], figures=with_kept(figures(own), self._kept[key]))
            for key, own in self._people.items()
        ]
        return [*found[: self._choices], *sorted(found[self._choices :], key=_by_size)]


def _session(event: Event, session: Session, people: Sequence[Attendee]) -> Group:
    own = [one for one in people if one.event.slug == event.slug]
    return Group(
        label=session.id,
        event=event.slug,
        title=session.title,
        capacity=session.capacity,
        figures=figures(own, session.id),
    )


def _said(question: Question, one: Attendee) -> Sequence[str | None]:
    answer = one.registration.answers.get(question.id)
    if answer is None or not any(q.id == question.id for q in one.event.questions):
        return (None,)
    return answer.split(BETWEEN) if question.kind is QuestionKind.CHOICES else (answer,)


def _by_size(group: Group) -> tuple[bool, int, str]:
    """Put the largest first, and who said nothing last."""
    return group.label is None, -group.figures.registered, folded(group.label or "")


def usual(events: Sequence[Event], people: Sequence[Attendee]) -> list[Asked]:
    """Return what to count by where nobody says: what tells people apart, without special questions and free text."""
    found: list[Asked] = []
    if any(event.multi for event in events):
        found.append((By.SESSION, None))
    for by in (By.AUDIENCE, By.ORGANISATION, By.ROLE):
        kept = any(figure.by == by for event in events for figure in event.figures)
        if kept or any(getattr(one.registration, str(by)) for one in people):
            found.append((by, None))
    asked: Mapping[str, Question] = {q.id: q for event in events for q in event.questions}
    told = (q.id for q in asked.values() if not q.special and q.kind is not QuestionKind.TEXT)
    return [*found, *((By.QUESTION, id) for id in told)]


# ------------------------------------------------------------------- the report
Listed = tuple[Event, Registrations]


def report(
    named: Sequence[Listed],
    before: Mapping[str, Listed],
    asked: Sequence[Asked] | None,
    *,
    now: datetime,
    least: int = 1,
) -> Report:
    """Return what there is to tell of events; `before` has the edition before an event, by its name.

    Nobody said what to count by where `asked` is None. Figures of fewer than `least` people are hidden.
    """
    events = [event for event, _ in named]
    every = {event.slug: (event, registrations) for event, registrations in (*before.values(), *named)}
    people = {slug: attendees(*one) for slug, one in every.items()}
    told = []
    for event, registrations in named:
        one = _told(event, people[event.slug], registrations, now)
        if (other := before.get(event.slug)) is not None:
            held = beside(event, people[event.slug], other[0], people[other[0].slug], now)
            one = replace(one, beside=held)
        told.append(one)
    everybody = [one for event in events for one in people[event.slug]]
    by = usual(events, everybody) if asked is None else asked
    whole = None
    if len(told) > 1:
        whole = total((one.figures for one in told), people=len({one.key for one in everybody}))
    found = tuple(division(one, everybody, events) for one in by)
    return veiled(Report(events=tuple(told), total=whole, divisions=found, least=least))


def _told(event: Event, people: Sequence[Attendee], everybody: Registrations, now: datetime) -> Told:
    speakers = sum(r.no_seat and r.active for r in everybody.values())
    return Told(event=event, figures=figures(people), no_seat=speakers, points=points(event, people, now))


# ------------------------------------------------------------- for others to read
def veiled(whole: Report) -> Report:
    """Return a report without the figures of fewer people than its `least`, and without what they follow from."""
    sizes, least = [_size(one.figures) for one in whole.events], whole.least
    total_veil = None
    if whole.total is not None and whole.total.people < least:
        total_veil = Veil.SMALL
    found = veils(sizes, least, total_known=whole.total is not None and total_veil is None)
    withheld = found is None
    if found is None:  # with the total, and all that adds up to it
        total_veil = Veil.BESIDE
        found = veils(sizes, least, total_known=False) or []
    hidden = {one.event.slug: veil for one, veil in zip(whole.events, found, strict=True) if veil is not None}
    events = [_without(one, hidden, least) for one in whole.events]
    known = total_veil is None and (whole.total is not None or not hidden)
    divisions = tuple(
        one._replace(groups=(), withheld=True)
        if withheld
        else _divided(one, hidden, least, total_known=known)
        for one in whole.divisions
    )
    return replace(whole, events=tuple(events), divisions=divisions, total_veil=total_veil)


def _size(figures: Figures) -> Size:
    return Size(figures.people, figures.registered)


def _without(told: Told, hidden: Mapping[str, Veil], least: int) -> Told:
    """Return an event without what is hidden of it, and not beside an edition that is."""
    veil, other = hidden.get(told.event.slug), told.beside
    if other is not None and (other.event.slug in hidden or 0 < other.figures.people < least):
        other = None
    if veil is None:
        return replace(told, beside=other)
    return replace(told, veil=veil, points=(), beside=None, no_seat=0)


def _divided(whole: Division, hidden: Mapping[str, Veil], least: int, *, total_known: bool) -> Division:
    if whole.by == By.SESSION:
        return _sessions(whole, hidden, least)
    found = veils([_size(one.figures) for one in whole.groups], least, total_known=total_known)
    if found is None:
        return whole._replace(groups=(), withheld=True)
    groups = [replace(one, veil=veil) for one, veil in zip(whole.groups, found, strict=True)]
    fixed = 0 if whole.question is None else len(whole.question.choices)
    # the order of what is hidden would tell which is larger
    rest = sorted(
        (one for one in groups[fixed:] if one.veil is not None), key=lambda one: folded(one.label or "")
    )
    return whole._replace(
        groups=(*groups[:fixed], *(one for one in groups[fixed:] if one.veil is None), *rest)
    )


def _sessions(whole: Division, hidden: Mapping[str, Veil], least: int) -> Division:
    """Return the sessions of each event, which has a total of its own; those of a hidden event are hidden with it."""
    own: dict[str, list[Group]] = defaultdict(list)
    for one in whole.groups:
        own[str(one.event)].append(one)
    groups: list[Group] = []
    for slug, sessions in own.items():
        sizes = [_size(one.figures) for one in sessions]
        found = veils(sizes, least, total_known=slug not in hidden)
        if found is None:
            return whole._replace(groups=(), withheld=True)
        if slug in hidden:
            found = [Veil.SMALL if 0 < size.people < least else Veil.BESIDE for size in sizes]
        groups += [replace(one, veil=veil) for one, veil in zip(sessions, found, strict=True)]
    return whole._replace(groups=tuple(groups))
