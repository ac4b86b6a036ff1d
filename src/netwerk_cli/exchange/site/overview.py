"""The first page: what is to come, the earliest first, and what is over, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from netwerk_cli.exchange.site.frame import Page, page
from netwerk_cli.exchange.site.markup import Content, Markup, joined, tag
from netwerk_cli.exchange.site.meetings import Agenda, Meeting, event_span, event_where, mark
from netwerk_cli.exchange.site.wording import Texts

FILE = "index.html"


def overview(agenda: Agenda, upcoming: Sequence[Meeting], past: Sequence[Meeting]) -> bytes:
    """Return the first page of the site."""
    texts = agenda.texts
    sections: list[Content] = [
        tag("h1", agenda.title),
        tag("h2", texts.upcoming),
        _list(upcoming, texts) if upcoming else tag("p", texts.none),
    ]
    if past:
        sections += [tag("h2", texts.past), _list(past, texts)]
    return page(agenda, Page(FILE, agenda.title, texts.upcoming, joined(sections)))


def _list(meetings: Sequence[Meeting], texts: Texts) -> Markup:
    return tag("ul", Markup("\n"), *(_item(one, texts) for one in meetings), class_="list")


def _item(meeting: Meeting, texts: Texts) -> Markup:
    event = meeting.event
    where = event_where(event, texts)
    return tag(
        "li",
        Markup("\n"),
        tag("p", event_span(event, texts).timed(event.timezone), class_="soft"),
        tag("h3", tag("a", event.title, href=meeting.page)),
        tag("p", where) if where else None,
        tag("p", mark(meeting, texts), class_=f"mark {meeting.state}"),
    )
