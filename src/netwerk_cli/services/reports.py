"""What there is to tell of events in figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netwerk_cli.domain import questions, reports
from netwerk_cli.domain.attendee_lists import By
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.over_time import edition_before
from netwerk_cli.domain.reports import Asked, Listed, Report
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.lookup import QuestionNotFound
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.values import choice
from netwerk_cli.store import View
from netwerk_cli.wording import Wording


def report(caller: Caller, slugs: Sequence[str], by: Sequence[str], *, least: int) -> Report:
    """Return the report of some events, counted `by` what was typed, or else by what tells people apart.

    Each event stands beside the edition before it, or where there is none beside the event named before it if
    that was earlier. Groups of
    fewer than `least` people are hidden.

    Raises:
        EventNotFound, QuestionNotFound, BadValue.
    """
    view = caller.read()
    events = [view.event(slug) for slug in dict.fromkeys(slugs)]
    asked = [*dict.fromkeys(_asked(one, events) for one in by)] if by else None
    named = {event.slug: (event, view.registrations(event.slug)) for event in events}
    before = _before(view, named)
    return reports.report([*named.values()], before, asked, now=caller.now, least=least)


def _before(view: View, named: Mapping[str, Listed]) -> dict[str, Listed]:
    """Return the edition before each event, by the name of the event."""
    every, found, last = view.events(), dict[str, Listed](), None
    for slug, (event, _) in named.items():
        other = edition_before(event, every) or (last if last is not None and _earlier(last, event) else None)
        if other is not None:
            found[slug] = named.get(other.slug) or (other, view.registrations(other.slug))
        last = event
    return found


def _earlier(one: Event, other: Event) -> bool:
    return one.started_at is not None and other.started_at is not None and one.started_at < other.started_at


def _asked(typed: str, events: Sequence[Event]) -> Asked:
    """Return what to count by. Raises `BadValue`, `QuestionNotFound`."""
    name, _, about = typed.partition(":")
    by = choice(name.strip(), By, field="--by")
    if (by is By.QUESTION) is not bool(about.strip()):
        if about.strip():
            raise BadValue(field="--by", why=Wording("only a question has a name behind it"))
        raise BadValue(field="--by", why=Wording("name the question, as in question:diet"))
    return by, _question(about, events) if by is By.QUESTION else None


def _question(named: str, events: Sequence[Event]) -> str:
    """Return the id of a question of any of the events."""
    missing: QuestionNotFound | None = None
    for event in events:
        try:
            return questions.find(event.questions, named, event=event.slug).id
        except QuestionNotFound as err:
            missing = missing or err
    assert missing is not None  # noqa: S101 (a report is of one event at least)
    raise missing
