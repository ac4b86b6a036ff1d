"""One message as blocks of text: who hears what, and what was so before, as they know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from netwerk_cli.dates import in_words
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.senders import Sender
from netwerk_cli.domain.told import MessageKind, Told, ToldSession, Why
from netwerk_cli.domain.untold import Due
from netwerk_cli.mail.wording import TEXTS, Texts
from netwerk_cli.records import replace

_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
_WITH_SEAT = frozenset({
    MessageKind.CONFIRMATION, MessageKind.PROMOTED, MessageKind.CHANGED, MessageKind.REMINDER,
})  # fmt: skip


class Letter(NamedTuple):
    """A subject and a text of paragraphs, whose lines that begin with `- ` are a list."""

    subject: str
    text: str
    html: str


class Line(NamedTuple):
    """A session as a message tells it; `was` is what somebody knew of it, where that is something else."""

    title: str
    when: str
    where: str
    was: str
    waits: bool


class Facts(NamedTuple):
    """What a message tells, as a template gets it: `sessions` are those that stay or come, `gone` those that go."""

    name: str
    email: str
    event: str
    slug: str
    kind: str
    status: str
    position: int | None
    sessions: list[Line]
    gone: list[Line]
    organiser: str
    subject: str
    body: str


def facts(event: Event, due: Due, sender: Sender | None, language: str) -> Facts:
    """Return what one person is to hear about an event, in one of `wording.TEXTS`."""
    texts = TEXTS[language]
    known = {} if due.before is None else {s.id: s for s in _seen(due.before)}
    sessions = [_line(event, s, known.get(s.id), texts) for s in _seen(due.now)]
    stays = {s.id for s in due.now.sessions}
    gone = [_line(event, s, None, texts) for s in known.values() if s.id not in stays]
    turn = _turn(event, due)
    told = {"title": event.title, "position": due.now.position, "name": due.now.name}
    organiser = (sender.name if sender else None) or ", ".join(event.organisers)
    blocks = [
        texts.leads.get(f"{due.kind} {turn}", texts.leads[due.kind]).format(**told),
        *_listed(texts.sessions, sessions, texts),
        *_listed(texts.gone, gone, texts),
        *([texts.unable] if due.kind in _WITH_SEAT else []),
    ]
    return Facts(
        name=due.now.name,
        email=due.now.email,
        event=event.title,
        slug=event.slug,
        kind=str(due.kind),
        status=str(due.now.status),
        position=due.now.position,
        sessions=sessions,
        gone=gone,
        organiser=organiser,
        subject=texts.subjects.get(f"{due.kind} {turn}", texts.subjects[due.kind]).format(**told),
        body="\n\n".join(blocks),
    )


def _seen(told: Told) -> list[ToldSession]:
    """Return the sessions that somebody is told of; the link to take part is for who has a seat."""
    seated = told.status == Status.CONFIRMED
    return [s if seated and not s.waits else replace(s, online_url=None) for s in told.sessions]


def letter(said: Facts, language: str) -> Letter:
    """Return a message in our own words."""
    texts = TEXTS[language]
    closing = [f"{texts.greeting}\n{said.organiser}"] if said.organiser else []
    text = "\n\n".join([texts.dear.format(name=said.name), said.body, *closing])
    return Letter(said.subject, text, page(text, language))


def _turn(event: Event, due: Due) -> str:
    """Return what sets a message apart from others of its kind, empty for most."""
    if due.kind is MessageKind.CANCELLED:
        if due.now.email != due.registration.email or due.now.name != due.registration.name:
            return "handed"
        if event.cancelled_at is not None:
            return "off"
        return "sessions" if due.registration.active else ""
    if due.kind is MessageKind.PROMOTED and Why.STATUS not in due.why:
        return "sessions"
    return "position" if due.kind is MessageKind.WAITING and Why.STATUS not in due.why else ""


def _line(event: Event, session: ToldSession, before: ToldSession | None, texts: Texts) -> Line:
    found = next((s for s in event.sessions if s.id == session.id), None)
    now, then = (None if s is None else _place_and_time(event, s, texts) for s in (session, before))
    assert now is not None  # noqa: S101 (the session itself is there)
    was = [old for old, new in zip(then or (), now, strict=False) if old != new]
    return Line(
        (found.title if found else None) or "", *now, was=", ".join(filter(None, was)), waits=session.waits
    )


def _place_and_time(event: Event, session: ToldSession, texts: Texts) -> tuple[str, str]:
    where = ", ".join(filter(None, (session.location, session.online_url)))
    start, end, zone = session.starts_at, session.ends_at, event.timezone
    return texts.undated if start is None else in_words(start, end, zone, texts.language), where


def _listed(heading: str, lines: list[Line], texts: Texts) -> Iterator[str]:
    if lines:
        yield "\n".join([heading, *(f"- {_said(line, texts)}" for line in lines)])


def _said(line: Line, texts: Texts) -> str:
    head = f"{line.title}: " if line.title else ""
    remarks = [texts.waits] * line.waits + ([texts.was.format(old=line.was)] if line.was else [])
    behind = f" ({'; '.join(remarks)})" if remarks else ""
    return head + ", ".join(filter(None, (line.when, line.where))) + behind


# --------------------------------------------------------------------- HTML
def page(text: str, language: str) -> str:
    """Return a text as a page: its paragraphs, lists and links, nothing that is fetched from elsewhere."""
    body = "\n".join(_block(block) for block in text.split("\n\n"))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8"></head>\n'
        f'<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">\n{body}\n</body>\n</html>\n'
    )


def _block(block: str) -> str:
    lines = block.split("\n")
    head = [line for line in lines if not line.startswith("- ")]
    items = [line[2:] for line in lines if line.startswith("- ")]
    found = f"<p>{'<br>'.join(map(_linked, head))}</p>" if head else ""
    if items:
        found += f"<ul>{''.join(f'<li>{_linked(item)}</li>' for item in items)}</ul>"
    return found


def _linked(line: str) -> str:
    """Return a line as HTML, its addresses as links."""
    found, end = "", 0
    for match in _LINK.finditer(line):
        address = escape(match[0])
        found += escape(line[end : match.start()]) + f'<a href="{address}">{address}</a>'
        end = match.end()
    return found + escape(line[end:])
