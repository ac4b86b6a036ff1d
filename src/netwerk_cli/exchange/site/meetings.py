"""What the pages are of: an agenda and its meetings, and what is said of each in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from netwerk_cli.dates import in_words
from netwerk_cli.domain import public
from netwerk_cli.domain.events import ClosedBy, Event, Session, Status, WhenFull
from netwerk_cli.domain.moments import Moment, in_zone, start_of
from netwerk_cli.domain.seats import Offer
from netwerk_cli.domain.senders import Sender
from netwerk_cli.exchange.site.markup import Markup, joined, tag
from netwerk_cli.exchange.site.wording import TEXTS, Texts

_TAKEN = frozenset(
    {"agenda", "index", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names of pages of the agenda itself, and those that no file of Windows can have."""


class Agenda(NamedTuple):
    """A site: what it is called, its language, the file that it is made from, the clocks of the office.

    `address` is where it will be found, with a `/` at its end; None where nobody said.
    """

    title: str
    language: str
    store_id: str
    zone: str
    address: str | None = None
    sender: Sender | None = None

    @property
    def texts(self) -> Texts:
        """What it says."""
        return TEXTS[self.language]

    def link(self, file: str) -> str:
        """Return the address of one of its files; only its name where nobody said where the site is."""
        return f"{self.address or ''}{file}"


class Beside(NamedTuple):
    """A meeting that another one takes place within, or the other way round: its title, its page and when."""

    title: str
    page: str | None
    when: str = ""


class Meeting(NamedTuple):
    """An event as anybody may see it. `group` is that whose members can register, `hosts` are by session."""

    event: Event
    status: Status
    offer: Offer
    group: str | None = None
    hosts: Mapping[str, Beside] = MappingProxyType({})
    guests: tuple[Beside, ...] = ()

    @property
    def file(self) -> str:
        """What its files are called, without what follows the dot; no slug ends with a `_`."""
        slug = self.event.slug
        return f"{slug}_" if slug in _TAKEN else slug

    @property
    def page(self) -> str:
        """The file of its page."""
        return f"{self.file}.html"

    @property
    def calendar(self) -> str:
        """The file of its calendar."""
        return f"{self.file}.ics"

    @property
    def is_off(self) -> bool:
        """Whether nothing of it takes place any more."""
        return self.event.cancelled_at is not None or self.event.called_off_at is not None

    @property
    def state(self) -> str:
        """What holds for who wants to register: one of the marks of `Texts`, `places` apart."""
        if self.is_off:
            return "cancelled"
        if self.status is Status.FULL:
            return "waiting" if self.event.when_full is WhenFull.WAITING_LIST else "full"
        if self.status is Status.CLOSED and self.event.closed_by is ClosedBy.FULL:
            return "full"
        return str(self.status)


# ------------------------------------------------------------------ when and where
class Span(NamedTuple):
    """When something is: its first moment, None where that is not known, and in words."""

    start: Moment | None
    words: str

    def timed(self, zone: str) -> Markup:
        """Return the words, with the moment for programs on the clocks of `zone`."""
        if self.start is None:
            return joined([self.words])
        local = in_zone(self.start, zone) if isinstance(self.start, datetime) else self.start
        return tag("time", self.words, datetime=local.isoformat())


def session_span(event: Event, session: Session, texts: Texts) -> Span:
    """Return when a session is."""
    start = session.starts_at
    if start is None:
        return Span(None, texts.undated)
    return Span(start, in_words(start, session.ends_at, event.timezone, texts.language))


def event_span(event: Event, texts: Texts) -> Span:
    """Return when an event is; of one that is off, when it was to be. Several sessions are told by their days."""
    planned = [s for s in event.sessions if s.starts_at is not None]
    on = event.dated or planned
    if len(on) <= 1:
        return session_span(event, on[0], texts) if on else Span(None, texts.undated)
    days = sorted(_day(s.starts_at, event.timezone) for s in on if s.starts_at is not None)
    last = days[-1] if days[-1] != days[0] else None
    return Span(days[0], in_words(days[0], last, event.timezone, texts.language))


def _day(moment: Moment, zone: str) -> date:
    return in_zone(start_of(moment, zone), zone).date()


def session_where(event: Event, session: Session, texts: Texts) -> str:
    """Return where a session is, and whether one can take part from afar; empty where nobody said."""
    place, online = public.place(event, session), public.is_online(event, session)
    if place and online:
        return texts.both.format(place=place)
    return place or (texts.online if online else "")


def event_where(event: Event, texts: Texts) -> str:
    """Return where an event is: each place of its sessions once."""
    on = [s for s in event.sessions if s.cancelled_at is None] or list(event.sessions)
    places = dict.fromkeys(session_where(event, s, texts) for s in on)
    return "; ".join(filter(None, places)) or event.location or ""


# ----------------------------------------------------------------- registration
def mark(meeting: Meeting, texts: Texts) -> str:
    """Return in a few words what holds for who wants to register."""
    places = meeting.offer.places
    if meeting.state == "open" and places is not None:
        return texts.marks["place" if places == 1 else "places"].format(count=places)
    opens = meeting.event.opens_at
    day = "" if opens is None else in_words(_day(opens, meeting.event.timezone), None, "", texts.language)
    return texts.marks[meeting.state].format(opens=day)


def registration(meeting: Meeting, texts: Texts) -> list[str]:
    """Return in sentences what holds for who wants to register."""
    event, state, places = meeting.event, meeting.state, meeting.offer.places
    closes = event.closing if event.closing is not None and state in ("open", "waiting") else None
    moments = {"opens": event.opens_at, "closes": closes}
    words = {
        name: "" if at is None else in_words(at, None, event.timezone, texts.language)
        for name, at in moments.items()
    }
    said = [texts.states[f"{state} until" if closes is not None else state].format(**words)]
    if state in ("open", "upcoming") and places is not None:
        said += [texts.place if places == 1 else texts.places.format(count=places)]
    if state in ("open", "upcoming", "waiting"):
        said += [texts.approval] * event.approval
        said += [texts.members.format(group=meeting.group)] if meeting.group else []
    return said
