"""The agenda as a feed of news (RFC 4287): an entry for each meeting, the last changed first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from netwerk_cli.domain.events import Event
from netwerk_cli.exchange.site.markup import Markup, tag
from netwerk_cli.exchange.site.meetings import Agenda, Meeting, event_span, event_where

FILE = "agenda.atom"
_MOST = 50
"""How many meetings a feed has."""
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def feed(agenda: Agenda, meetings: Sequence[Meeting]) -> bytes:
    """Return a feed as UTF-8; its date is that of the last change, so that the same state gives the same bytes."""
    latest = sorted(meetings, key=lambda one: (_changed(one.event), one.event.slug), reverse=True)[:_MOST]
    updated = max((_changed(one.event) for one in latest), default=_UNDATED)
    whole = tag(
        "feed",
        Markup("\n"),
        tag("id", _id(agenda, "")),
        tag("title", agenda.title),
        tag("updated", _wire(updated)),
        tag("author", tag("name", agenda.title)),
        tag("generator", "netwerk"),
        tag("link", rel="self", href=agenda.link(FILE), xml=True) if agenda.address else None,
        tag("link", rel="alternate", type="text/html", href=agenda.link("index.html"), xml=True),
        *(_entry(agenda, one) for one in latest),
        xmlns="http://www.w3.org/2005/Atom",
        xml__lang=agenda.language,
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{whole}'.encode()


def _entry(agenda: Agenda, meeting: Meeting) -> Markup:
    event, texts = meeting.event, agenda.texts
    title = f"{texts.off}: {event.title}" if meeting.is_off else event.title
    told = filter(None, (event_span(event, texts).words, event_where(event, texts)))
    return tag(
        "entry",
        Markup("\n"),
        tag("id", _id(agenda, event.slug)),
        tag("title", title),
        tag("updated", _wire(_changed(event))),
        tag("published", _wire(_first(event))),
        tag("link", rel="alternate", type="text/html", href=agenda.link(meeting.page), xml=True),
        tag("summary", ", ".join(told)),
        tag("content", event.description, type="text") if event.description else None,
    )


def _id(agenda: Agenda, slug: str) -> str:
    """Return what the feed or an entry is known by for ever, wherever the site moves to."""
    return uuid5(NAMESPACE_URL, f"agenda/{slug}@{agenda.store_id}").urn


def _changed(event: Event) -> datetime:
    return max((entry.at for entry in event.history), default=_UNDATED)


def _first(event: Event) -> datetime:
    return min((entry.at for entry in event.history), default=_UNDATED)


def _wire(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
