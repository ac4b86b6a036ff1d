"""What may be said of an event to anybody: no link to take part, no question that somebody asked, no name."""

from __future__ import annotations

from urllib.parse import urlsplit

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.records import replace

_FREE = frozenset({"free", "free of charge", "gratis", "kosteloos"})
ONLINE = "Online"
"""Where something takes place that has no other place."""


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web that a page may link to; `javascript:` and the like are not."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc) and not set(text) & {*" \t\r\n"}


def is_free(cost: str | None) -> bool:
    """Whether taking part costs nothing, as far as that was said in a word."""
    return cost is not None and folded(cost) in _FREE


def is_online(event: Event, session: Session) -> bool:
    """Whether one can take part in a session from afar."""
    return bool(session.online_url or event.online_url)


def place(event: Event, session: Session) -> str | None:
    """Return where a session takes place for who goes there; None where that is nowhere, or not known."""
    return session.location or event.location


def documents(event: Event) -> tuple[Material, ...]:
    """Return the materials that a page may link to, without who contributed them."""
    return tuple(
        replace(one, contributor=None)
        for one in event.materials
        if one.kind is not MaterialKind.QUESTION and one.url is not None and is_web_address(one.url)
    )


def for_everybody(event: Event) -> Event:
    """Return an event as a calendar that anybody can read may have it."""
    sessions = tuple(
        replace(
            session,
            location=place(event, session) or (ONLINE if is_online(event, session) else None),
            online_url=None,
        )
        for session in event.sessions
    )
    return replace(event, sessions=sessions, online_url=None, materials=documents(event))
