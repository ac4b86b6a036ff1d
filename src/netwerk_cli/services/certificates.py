"""Certificates of who was there: made for an event or one person, and checked by their code."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from netwerk_cli.dates import in_words
from netwerk_cli.domain import certificates, lifecycle
from netwerk_cli.domain.certificates import Certificate, Meant
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.family_names import family_key, names_of
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.errors.papers import CertificateNotFound, CertificateVoid, NobodyAttended
from netwerk_cli.pdf import certificates as pages
from netwerk_cli.pdf import typesetting
from netwerk_cli.pdf.certificates import Accredited, Line
from netwerk_cli.pdf.papers import About, Paper, Person, Speech
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.papers import changed_at
from netwerk_cli.services.registrations import chosen, find
from netwerk_cli.wording import Wording

NewKey = Callable[[], str]
"""What gives a secret that nobody can guess."""


class Asked(NamedTuple):
    """Of whom certificates are made: of all, of one person, of one session; `names` orders family names."""

    session: str | None = None
    person: str | None = None
    names: str = "auto"


class Made(NamedTuple):
    """Certificates on paper, and how many of them state no points because somebody was there for a part only."""

    paper: Paper
    partly: int


def make(caller: Caller, slug: str, asked: Asked, speech: Speech, new_key: NewKey) -> Made:
    """Return the certificates of who was there, by family name; the first time, the event gets its secret.

    Raises:
        ExtraMissing, EventNotFound, SessionNotFound, and as `find` for one person.
        NobodyAttended: nobody is recorded as present.
    """
    typesetting.require()
    view = caller.read()
    event = view.event(slug)
    found = _found(event, view.registrations(slug), asked)
    if event.certificate_key is None:
        with caller.change() as transaction:
            event, people = transaction.event(slug), transaction.registrations(slug)
            found = _found(event, people, asked)
            secret = event.certificate_key or new_key()
            event = lifecycle.amend(
                event, caller.act(event), what="certificates made", certificate_key=secret
            )
            transaction.keep(event)
    key = event.certificate_key or ""
    of = {one.registration.number: one.registration for one in found}
    about = About(slug, event.title, changed_at(event, of))
    paper = pages.make(about, event.organisers, [_page(event, one, key, speech) for one in found], speech)
    counts = any(one.points is not None for one in event.accreditations)
    return Made(paper, sum(counts and not one.whole for one in found))


def _found(event: Event, people: Registrations, asked: Asked) -> list[Certificate]:
    """Return what is certified, in the order of the list. Raises `NobodyAttended`, and as `find`."""
    if asked.session is not None:
        chosen(event, (asked.session,))
    meant = people.values() if asked.person is None else [find(event, dict(people), asked.person)]
    certified = (certificates.certificate(event, one, asked.session) for one in meant)
    found = [one for one in certified if one is not None]
    if not found:
        raise NobodyAttended(event=event.slug)
    way = names_of(asked.names, event.timezone)
    return sorted(found, key=lambda one: (family_key(one.registration.name, way), one.registration.number))


# ------------------------------------------------------------------------ pages
def _page(event: Event, one: Certificate, key: str, speech: Speech) -> pages.Page:
    r = one.registration
    return pages.Page(
        Person(r.code, r.name, (r.organisation or "",)),
        [_line(event, attended.session, speech) for attended in one.attended],
        "" if one.minutes is None else _hours(one.minutes, speech),
        [
            Accredited(
                a.body, a.reference or "", _decimal(a.points, speech) if a.points and one.whole else ""
            )
            for a in event.accreditations
        ],
        certificates.code(key, r),
    )


def _line(event: Event, session: Session, speech: Speech) -> Line:
    start, end = session.starts_at, session.ends_at
    when = "" if start is None else in_words(start, end, event.timezone, speech.language)
    return Line((session.title or "") if event.multi else "", when, session.location or event.location or "")


def _hours(minutes: int, speech: Speech) -> str:
    """Return `5 hours 45 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = [speech.words("{count:hour|hours}", count=hours)] * bool(hours)
    parts += [speech.words("{count:minute|minutes}", count=rest)] * bool(rest or not hours)
    return " ".join(parts)


def _decimal(points: str, speech: Speech) -> str:
    return points.replace(".", ",") if speech.language == "nl" else points


# --------------------------------------------------------------------- checking
class Checked(NamedTuple):
    """What a code stands for now."""

    code: str
    event: Event
    certificate: Certificate


def check(caller: Caller, typed: str) -> Checked:
    """Return what the certificate of a code stands for now, however the code is typed.

    Raises:
        CertificateNotFound: there is none of that code.
        CertificateVoid: there was, and it no longer holds; says since when and why.
    """
    signs = certificates.read(typed)
    view = caller.read()
    for slug in view.slugs() if signs else ():
        event = view.event(slug)
        key = event.certificate_key
        if key is None or not certificates.is_of(key, signs or ""):
            continue
        meant = certificates.meant(key, view.registrations(slug), signs or "")
        if meant is not None:
            return _checked(event, key, meant)
    raise CertificateNotFound


def _checked(event: Event, key: str, meant: Meant) -> Checked:
    r, handed = meant
    if handed is not None:
        raise CertificateVoid(event=event.slug, at=handed.at, why=Wording("the seat went to somebody else"))
    found = certificates.certificate(event, r)
    if found is not None:
        return Checked(certificates.code(key, r), event, found)
    if event.cancelled_at is not None:
        raise CertificateVoid(event=event.slug, at=event.cancelled_at, why=Wording("the event was cancelled"))
    why = Wording("it is no longer recorded that this person was there")
    if not r.active:
        why = Wording("the registration was cancelled")
    raise CertificateVoid(event=event.slug, at=certificates.changed_at(r), why=why)
