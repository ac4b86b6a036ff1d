"""The page of one event: when, where, for whom, whether one can still register, and its sessions and documents."""

from __future__ import annotations

from collections.abc import Iterator

from netwerk_cli.domain import public
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.moments import in_zone, start_of
from netwerk_cli.domain.seats import is_full
from netwerk_cli.domain.senders import sender_of
from netwerk_cli.exchange.site.frame import Page, page
from netwerk_cli.exchange.site.linked_data import linked_data
from netwerk_cli.exchange.site.markup import Content, Markup, data, joined, link, paragraphs, tag
from netwerk_cli.exchange.site.meetings import (
    Agenda,
    Beside,
    Meeting,
    event_span,
    event_where,
    mark,
    registration,
    session_span,
    session_where,
)
from netwerk_cli.exchange.site.wording import Texts, language_code

_SHORT = 155
"""How many characters of a description search engines show."""


def event_page(agenda: Agenda, meeting: Meeting) -> bytes:
    """Return the page of an event."""
    event, texts = meeting.event, agenda.texts
    body: list[Content] = [
        tag("h1", event.title),
        tag("p", mark(meeting, texts), class_=f"mark {meeting.state}"),
        tag("dl", Markup("\n"), *_facts(agenda, meeting)),
        paragraphs(event.description) if event.description else None,
        *_programme(meeting, texts),
        *_documents(event, texts),
    ]
    if any(session.starts_at is not None for session in event.sessions):
        body.append(tag("p", tag("a", texts.calendar, href=meeting.calendar)))
    return page(
        agenda,
        Page(
            file=meeting.page,
            title=event.title,
            about=_about(event),
            body=joined(body),
            above=tag("nav", tag("a", texts.back, href="index.html")),
            linked=data(linked_data(agenda, meeting)),
        ),
    )


def _about(event: Event) -> str:
    text = " ".join((event.description or event.title).split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _facts(agenda: Agenda, meeting: Meeting) -> Iterator[Markup]:
    """Yield each fact of an event with its name."""
    event, texts = meeting.event, agenda.texts
    sender = sender_of(event, agenda.sender)
    said: dict[str, Content] = {
        texts.when: joined([event_span(event, texts).timed(event.timezone), _clocks(agenda, event)], "\n"),
        texts.where: event_where(event, texts),
        texts.registration: joined(registration(meeting, texts), " "),
        texts.audience: ", ".join(event.audiences),
        texts.organisers: ", ".join(event.organisers),
        texts.cost: texts.free if public.is_free(event.cost) else event.cost,
        texts.theme: event.theme,
        texts.held_in: texts.languages.get(language_code(event.language) or "", event.language),
        texts.contact: None if sender is None else tag("a", sender.email, href=f"mailto:{sender.email}"),
    }
    for name, fact in said.items():
        if fact:
            yield joined([tag("dt", name), tag("dd", fact)])


def _clocks(agenda: Agenda, event: Event) -> str | None:
    """Return the time zone of an event whose clocks show something else than those of the office."""
    if event.starts_at is None:
        return None
    start = start_of(event.starts_at, event.timezone)
    here, there = (in_zone(start, zone).utcoffset() for zone in (agenda.zone, event.timezone))
    return None if here == there else agenda.texts.clocks.format(zone=event.timezone)


def _programme(meeting: Meeting, texts: Texts) -> Iterator[Markup]:
    """Yield the sessions, where there are several or one stands within another meeting, and what is held meanwhile."""
    event = meeting.event
    apart = len({session_where(event, one, texts) for one in event.sessions}) > 1
    listed = [s for s in event.sessions if event.multi or s.id in meeting.hosts]
    ordered = sorted(listed, key=lambda one: (one.starts_at is None, event.starts(one)))
    items = [_session(meeting, one, texts, apart=apart) for one in ordered]
    items += [_beside(one) for one in meeting.guests]
    if items:
        yield tag("h2", texts.sessions)
        yield tag("ul", Markup("\n"), *items, class_="list")


def _session(meeting: Meeting, session: Session, texts: Texts, *, apart: bool) -> Markup:
    """Return one session; where it is, where that sets it `apart` from others."""
    event, off = meeting.event, session.cancelled_at is not None
    where, host = session_where(event, session, texts), meeting.hosts.get(session.id)
    closed = meeting.state in ("closed", "past", "cancelled")
    state = texts.off if off else texts.full if is_full(session, meeting.offer) and not closed else None
    own = session.description if session.description != event.description else None
    return tag(
        "li",
        Markup("\n"),
        tag("h3", session.title) if session.title and session.title != event.title else None,
        tag("p", session_span(event, session, texts).timed(event.timezone), class_="off" if off else None),
        tag("p", where) if where and apart else None,
        None if host is None else tag("p", *_during(host, texts)),
        paragraphs(own) if own else None,
        tag("p", state, class_="mark cancelled") if state else None,
    )


def _during(host: Beside, texts: Texts) -> list[Content]:
    before, _, behind = texts.during.partition("{event}")
    return [before, _named(host), behind]


def _beside(one: Beside) -> Markup:
    return tag("li", Markup("\n"), tag("p", one.when, class_="soft"), tag("h3", _named(one)))


def _named(one: Beside) -> Content:
    return one.title if one.page is None else tag("a", one.title, href=one.page)


def _documents(event: Event, texts: Texts) -> Iterator[Markup]:
    found = [tag("li", link(str(one.url), one.title)) for one in public.documents(event)]
    if found:
        yield tag("h2", texts.documents)
        yield tag("ul", Markup("\n"), *found)
