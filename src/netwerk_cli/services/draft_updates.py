"""An announcement that was changed: what differs from the event or group as it is, and the dossier that says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from netwerk_cli import announce
from netwerk_cli.announce import Announcement, Found, Quote, quote
from netwerk_cli.domain.events import Event, Session, WhenFull
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.moments import Moment
from netwerk_cli.records import replace
from netwerk_cli.services import owners
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.drafting import Draft
from netwerk_cli.services.planning import Change, changes

Owner = Event | Group

_SAME = timedelta(seconds=60)  # 23:59:59 and midnight close at the same time


class Difference(NamedTuple):
    """One key with its value before and after, and the words of the text that say so."""

    change: Change
    said: Quote | None


class Update(NamedTuple):
    """What differs, what the text says that is too unsure to take over, and the dossier of what comes of it."""

    before: Owner
    after: Owner
    differences: tuple[Difference, ...]
    unsure: tuple[Difference, ...]
    dossier: bytes


def update(caller: Caller, slug: str, draft: Draft) -> Update:
    """Return what a text says otherwise than an event or group; what it does not state stays as it is.

    Raises:
        OwnerNotFound: there is none of this name.
    """
    from netwerk_cli.exchange.dossiers import rewriting, writing

    before = owners.find(caller.read(), slug)
    facts = draft.facts
    taken, left = _stated(facts, before)
    sessions = _sessions(before, facts) if isinstance(before, Event) else {}
    after = replace(before, **taken, **sessions)
    said = _quotes(facts)
    found = tuple(Difference(one, _said(said, one)) for one in changes(before, after))
    unsure = tuple(Difference(one, _said(said, one)) for one in changes(before, replace(before, **left)))
    data = rewriting.rewritten(writing.formatted(before), before, after)
    return Update(before, after, found, unsure, data)


def _stated(facts: Announcement, before: Owner) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields that the text states otherwise: those that are sure, and those that are not."""
    taken: dict[str, Any] = {}
    left: dict[str, Any] = {}
    for field, found in _fields(facts, before):
        if not _alike(getattr(before, field), found.value):
            (taken if found.sure else left)[field] = found.value
    if "closes_at" in taken:
        taken["closes_before"] = None
    return taken, left


def _fields(facts: Announcement, before: Owner) -> Iterator[tuple[str, Found[Any]]]:
    """Yield the fields of a record that a text states."""
    if facts.empty:
        return
    named: list[tuple[str, Found[Any] | None]] = [("title", facts.title)]
    if isinstance(before, Event):
        named += [("location", facts.location), ("capacity", facts.capacity), ("cost", facts.cost)]
        if facts.closes is not None and isinstance(facts.closes.value, datetime):
            named.append(("closes_at", facts.closes))
        if facts.closes_when_full is not None:
            full = facts.closes_when_full
            named.append(("when_full", Found(WhenFull.CLOSE, full.start, full.end)))
    else:
        named.append(("access", facts.access))
    for field, several in (("audiences", facts.audiences), ("organisers", facts.organisers)):
        if several:
            values = tuple(dict.fromkeys(one.value for one in several))
            named.append((field, Found(values, several[0].start, several[-1].end)))
    yield from ((field, found) for field, found in named if found is not None)


def _alike(old: object, new: object) -> bool:
    """Whether two values say the same to a reader."""
    if isinstance(old, datetime) and isinstance(new, datetime):
        return abs(old - new) <= _SAME
    if isinstance(old, tuple) and isinstance(new, tuple):
        return {_folded(str(one)) for one in old} == {_folded(str(one)) for one in new}
    if isinstance(old, str) and isinstance(new, str):
        return _folded(old) == _folded(new)
    return old == new


def _folded(text: str) -> str:
    plain = text.casefold().replace("’", "'").replace("‘", "'")
    return " ".join("".join(c if c.isalnum() or c == "€" else " " for c in plain).split())


# -------------------------------------------------------------------- sessions
def _sessions(event: Event, facts: Announcement) -> dict[str, Any]:
    """Return the sessions with the times that the text states; one that it does not name stays."""
    standing = [one for one in event.sessions if one.cancelled_at is None]
    paired = dict(_pairs(standing, facts.sessions))
    if not facts.sessions:
        return {}
    kept = [_retimed(one, paired[one.id]) if one.id in paired else one for one in event.sessions]
    new = [one for one in facts.sessions if one not in paired.values()]
    taken = {one.id for one in event.sessions}
    names = (
        name for number in range(1, len(taken) + len(new) + 1) if (name := f"sessie-{number}") not in taken
    )
    kept += [
        Session(id=name, title=one.title, starts_at=one.start, ends_at=one.end)
        for name, one in zip(names, new, strict=False)
    ]
    return {"sessions": tuple(kept)}


def _pairs(
    standing: Sequence[Session], found: Sequence[announce.Session]
) -> Iterator[tuple[str, announce.Session]]:
    """Yield which session of the text is which of the event: by its day, then in their order where as many are left."""
    left, free = list(standing), list(found)
    for session in standing:
        same = next(
            (
                one
                for one in free
                if session.starts_at is not None and _day(one.start) == _day(session.starts_at)
            ),
            None,
        )
        if same is not None:
            free.remove(same)
            left.remove(session)
            yield session.id, same
    if len(left) == len(free):
        yield from zip((session.id for session in left), free, strict=True)


def _retimed(session: Session, found: announce.Session) -> Session:
    """Return the session at the time that the text states; a day without a time says nothing of the hour."""
    if (
        session.starts_at is not None
        and _day(session.starts_at) == _day(found.start)
        and not isinstance(found.start, datetime)
    ):
        return session
    end = found.end
    if end is None and session.starts_at == found.start:
        end = session.ends_at
    return replace(session, starts_at=found.start, ends_at=end)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


# ---------------------------------------------------------------------- quotes
_KEYS = {"closes_at": "closes", "when_full": "when-full"}


def _quotes(facts: Announcement) -> dict[str, Quote]:
    """Return the words that state each key."""
    places = [(_KEYS.get(name, name), one.start, one.end) for name, one in _fields_of(facts)]
    found = {name: said for name, start, end in places if (said := quote(facts.text, start, end)) is not None}
    for one in facts.sessions:
        if (said := quote(facts.text, *one.at)) is not None:
            found.setdefault("starts", said)
            found[one.start.isoformat()] = said
    return found


def _fields_of(facts: Announcement) -> Iterator[tuple[str, Found[Any]]]:
    blank = Event(slug="x", title="")
    yield from _fields(facts, blank)
    if facts.access is not None:
        yield "access", facts.access


def _said(quotes: dict[str, Quote], change: Change) -> Quote | None:
    """Return the words behind a change: of a session those of its own start."""
    key = change.field.rpartition(".")[2]
    return quotes.get(str(change.new)) or quotes.get("starts" if key == "ends" else key)
