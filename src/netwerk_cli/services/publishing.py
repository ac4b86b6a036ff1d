"""The agenda as a static site: which events it shows, and a folder in which only what changed is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from netwerk_cli import causes, disk
from netwerk_cli.domain import events as rules
from netwerk_cli.domain import invitations, public, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.moments import in_zone, start_of
from netwerk_cli.domain.senders import Sender
from netwerk_cli.errors import BadValue, InputOutput
from netwerk_cli.errors.files import NotOfTheAgenda, OtherAgenda
from netwerk_cli.errors.lookup import GroupNotFound
from netwerk_cli.exchange import site
from netwerk_cli.exchange.site import ours
from netwerk_cli.exchange.site.ours import Ours
from netwerk_cli.services import exports
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View
from netwerk_cli.wording import Wording

_REFRESH = timedelta(hours=12)
_COLOUR = "teal"
_OPEN_FOLDER = 0o755
"""The agenda is for everybody: who serves it to the web has to be able to read it."""


class Look(NamedTuple):
    """What was said of the site: None where nothing was, empty to take it away. `language` is what it else speaks.

    What was said before holds on, so that cron need not repeat it.
    """

    language: str
    chosen: str | None = None
    name: str | None = None
    address: str | None = None
    sender: Sender | None = None


class Published(NamedTuple):
    """Where the agenda lies, how many files it has, and which of them were written and taken away now."""

    folder: Path
    files: int
    written: list[str]
    removed: list[str]

    @property
    def changed(self) -> bool:
        """Whether anything was written or taken away."""
        return bool(self.written or self.removed)


def check(caller: Caller, folder: Path, look: Look) -> None:
    """Refuse a folder in which the agenda cannot be kept, before anything else is done. Raises as `publish`."""
    _plan(caller, folder, look)


def publish(caller: Caller, folder: Path, look: Look) -> Published:
    """Make a folder hold the agenda: what differs is written, and what we wrote of events that are gone taken away.

    The list of our files is written before the first of them and after the last, so that whoever is killed in
    between leaves no file that nobody knows.

    Raises:
        BadValue: the address is none of the web.
        NotOfTheAgenda, OtherAgenda: something else lies there; nothing is touched.
        InputOutput: it cannot be read or written.
    """
    before, after, files = _plan(caller, folder, look)
    if not caller.dry_run:
        with _translated(folder):
            disk.make_folder(folder, _OPEN_FOLDER)
    gone = sorted(before.files - files.keys())
    put = _Put(caller, folder)
    put(ours.FILE, after.with_files(before.files | files.keys()).written())
    written = [name for name, data in files.items() if put(name, data)]
    removed = [name for name in gone if put.away(name)]
    put(ours.FILE, after.written())
    return Published(folder, len(files), written, removed)


class _Put(NamedTuple):
    caller: Caller
    folder: Path

    def __call__(self, name: str, data: bytes) -> bool:
        return exports.put_changed(self.caller, self.folder / name, data, readable=True)

    def away(self, name: str) -> bool:
        """Take one of our files away; return whether it was there."""
        target = self.folder / name
        self.caller.guard(target)
        with _translated(target):
            if not target.is_file() or target.is_symlink():
                return False
            if not self.caller.dry_run:
                target.unlink(missing_ok=True)
                disk.flush_folder(self.folder)
        return True


@contextlib.contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as err:
        raise InputOutput(path=str(path), problem=causes.system(err)) from err


# ------------------------------------------------------------------------- plan
def _plan(caller: Caller, folder: Path, look: Look) -> tuple[Ours, Ours, Mapping[str, bytes]]:
    """Return what the folder remembers, what it is to remember, and the files that it is to hold."""
    view = caller.read()
    before = _remembered(caller, folder, view.store_id)
    after = Ours(
        store_id=view.store_id,
        name=before.name if look.name is None else look.name or None,
        address=before.address if look.address is None else _address(look.address),
        language=look.chosen or before.language,
    )
    language = after.language if after.language in site.TEXTS else look.language
    agenda = site.Agenda(
        title=after.name or site.TEXTS[str(language)].title,
        language=str(language),
        store_id=view.store_id,
        zone=caller.zone,
        address=after.address,
        sender=look.sender,
    )
    files = _files(caller, view, agenda)
    for name, data in files.items():
        if name not in before.files and exports.content(caller, folder / name) not in (None, data):
            raise NotOfTheAgenda(path=str(folder / name))
    return before, after._replace(language=str(language)).with_files(files), files


def _remembered(caller: Caller, folder: Path, store_id: str) -> Ours:
    target = folder / ours.FILE
    data = exports.content(caller, target)
    if data is None:
        return Ours(store_id)
    found = ours.read(data)
    if found is None:
        raise NotOfTheAgenda(path=str(target))
    if found.store_id != store_id:
        raise OtherAgenda(path=str(folder))
    return found


def _address(typed: str) -> str | None:
    """Return where the site will be found, with a `/` at its end; None for nothing."""
    if not typed.strip():
        return None
    if not public.is_web_address(typed.strip()) or set("?#") & set(typed):
        raise BadValue(field="--url", why=Wording("an address begins with http:// or https://"))
    return f"{typed.strip().rstrip('/')}/"


# ------------------------------------------------------------------------ files
def _files(caller: Caller, view: View, agenda: site.Agenda) -> dict[str, bytes]:
    """Return the files of the site by name."""
    found = _meetings(caller, view, agenda)
    past = [one for one in found if _is_over(one.event, caller)]
    upcoming = [one for one in found if not _is_over(one.event, caller)]
    ordered = sorted(upcoming, key=lambda one: _next(one.event, caller))
    latest = sorted(past, key=lambda one: (one.event.over_at or caller.now, one.event.slug), reverse=True)
    return {**site.pages(agenda, ordered, latest), **_calendars(caller, agenda, [*ordered, *latest])}


def _is_over(event: Event, caller: Caller) -> bool:
    return event.over_at is not None and event.over_at <= caller.now


def _next(event: Event, caller: Caller) -> tuple[bool, float, str]:
    """Return where an event stands among what is to come: by its next session, undated ones last."""
    dated = event.dated or [s for s in event.sessions if s.starts_at is not None]
    starts = sorted(event.starts(session) for session in dated)
    today = start_of(in_zone(caller.now, event.timezone).date(), event.timezone).timestamp()
    coming = next((start for start in starts if start >= today), starts[-1] if starts else 0.0)
    return not starts, coming, event.slug


def _meetings(caller: Caller, view: View, agenda: site.Agenda) -> list[site.Meeting]:
    """Return every event that was announced, with what anybody may know of it."""
    known = {event.slug: event for event in view.events() if not event.is_draft}
    alone = {slug: _meeting(caller, view, event) for slug, event in known.items()}
    texts, guests = site.TEXTS[agenda.language], dict[str, list[site.Beside]]()
    hosts: dict[str, dict[str, site.Beside]] = {}
    for slug, event in known.items():
        for session in event.sessions:
            host = alone.get(session.within or "")
            if host is None or host.event.slug == slug:
                continue
            hosts.setdefault(slug, {})[session.id] = site.Beside(host.event.title, host.page)
            when = site.session_span(event, session, texts).words
            title = session.title or event.title
            guests.setdefault(host.event.slug, []).append(site.Beside(title, alone[slug].page, when))
    return [
        one._replace(hosts=hosts.get(slug, {}), guests=tuple(guests.get(slug, ())))
        for slug, one in alone.items()
    ]


def _meeting(caller: Caller, view: View, event: Event) -> site.Meeting:
    offered = seats.Offer(None, {})
    if event.cancelled_at is None and not _is_over(event, caller):
        offered = seats.offer(event, view.registrations(event.slug), caller.now)
    group = event.members_of
    if group is not None:
        with contextlib.suppress(GroupNotFound):
            group = view.group(group).title
    status = rules.status(event, caller.now, free=offered.places)
    return site.Meeting(event=event, status=status, offer=offered, group=group)


def _calendars(caller: Caller, agenda: site.Agenda, meetings: Sequence[site.Meeting]) -> dict[str, bytes]:
    """Return a calendar of each event and one of all; one without a date is there, so that who follows it sees it."""
    from netwerk_cli import ical

    origin = ical.Origin(agenda.store_id, agenda.sender)
    found: dict[str, bytes] = {}
    every: list[ical.VEvent] = []

    def feed(scope: str, name: str) -> ical.Feed:
        return ical.Feed(f"feed.{scope}@{agenda.store_id}", name, _COLOUR, _REFRESH)

    for one in meetings:
        event = public.for_everybody(one.event)
        entries = [
            ical.session_vevent(event, session, origin) for session in invitations.shown(event, caller.now)
        ]
        every += entries
        found[one.calendar] = ical.enclosed(entries, feed=None if entries else feed(event.slug, event.title))
    return {**found, "agenda.ics": ical.enclosed(every, feed=feed("agenda", agenda.title))}
