"""From text to announcement: the page, its dates, then each fact by its own rules."""

from __future__ import annotations

from datetime import date

from netwerk_cli.announce import (
    audiences,
    capacity,
    closing,
    cost,
    documents,
    groups,
    kinds,
    mentions,
    organisers,
    places,
    published,
    regions,
    sessions,
    signup,
    titles,
    tongue,
    towns,
    warnings,
    years,
)
from netwerk_cli.announce.facts import Announcement, Found, Kind
from netwerk_cli.announce.mentions import Mentions
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.roles import Role

LONGEST = 300_000
"""Characters that are read; no announcement has as many."""


def _near(named: Mentions) -> frozenset[int]:
    """Return where the sentences begin that name a day on which something is held, or was to be."""
    held = (Role.SESSION, Role.REPLACED)
    return frozenset(one.sentence.start for one in named.days if one.role in held)


def read(text: str, *, published_on: date | None = None) -> Announcement:
    """Return what an announcement says; `published_on` settles a year that it does not state."""
    page = Page(text[:LONGEST])
    if tongue.is_other(page.text) or not any(character.isalpha() for character in page.text):
        return Announcement(text=page.text, kind=None, timezone=Found(towns.NETHERLANDS, 0, 0, False))
    named = mentions.find(page)
    came_out = published.published(page, named)
    named = published.without_published(named, came_out)
    if published_on is not None:
        came_out = Found(published_on, 0, 0)
    zone = regions.zone(page)
    known = years.years_of(page, named.days, came_out.value if came_out else None)
    held = sessions.sessions(page, named, known, zone.value)
    title = titles.title(page, named)
    kind = kinds.kind(page, title.value if title else None, held, named)
    if kind is Kind.DOCUMENT:
        held = ()
    online = signup.online(page)
    is_document = kind is Kind.DOCUMENT
    if is_document and title is None:
        return Announcement(text=page.text, kind=None, timezone=zone, published=came_out)
    return Announcement(
        text=page.text,
        kind=kind,
        timezone=zone,
        title=title,
        published=came_out,
        sessions=held,
        location=None if is_document else places.location(page, held, online=online.value),
        online=Found(False, 0, 0) if is_document else online,
        capacity=None if is_document else capacity.capacity(page),
        closes=None if is_document else closing.closes(page, named, known, held, zone.value),
        closes_when_full=None if is_document else closing.closes_when_full(page),
        audiences=() if is_document else audiences.audiences(page),
        organisers=() if is_document else organisers.organisers(page, _near(named)),
        cost=None if is_document else cost.cost(page),
        signup=signup.signup(page),
        access=groups.access(page) if kind is Kind.GROUP else None,
        materials=tuple(documents.materials(page, kind, title.value if title else None)),
        notes=tuple(signup.notes(page)),
        warnings=tuple(
            warnings.warnings(
                kind, held, days_named=any(one.role is Role.SESSION for one in named.days) and not is_document
            )
        ),
    )
