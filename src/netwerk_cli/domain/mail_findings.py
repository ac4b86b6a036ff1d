"""What is worth knowing of mail about an event or to a group: what may not have arrived, addresses that take none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from netwerk_cli.domain import mailing, news, untold
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.findings import Finding
from netwerk_cli.domain.groups import Group, Memberships
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.wording import Wording


def audit_mail(event: Event, registrations: Registrations, now: datetime) -> Iterator[Finding]:
    """Yield, of an event that is not over, what somebody has to decide about before everybody has heard."""
    unsure = sum(len(mailing.uncertain(r)) for r in registrations.values())
    if unsure and (event.over_at is None or event.over_at > now):
        yield _uncertain(event.slug, unsure)
    for one in untold.due(event, registrations, now):
        if one.held:
            hint = Wording(
                "Correct it: netwerk registration edit {event} {registration} --email ADDRESS.",
                event=event.slug,
                registration=one.registration.code,
            )
            yield _failed(f"{event.slug} {one.registration.code}", hint)


def audit_news(group: Group, memberships: Memberships) -> Iterator[Finding]:
    """Yield, of a group, what somebody has to decide about before every member has heard."""
    unsure = len(news.again(group, memberships))
    if unsure:
        yield _uncertain(group.slug, unsure)
    for one in news.due(group, memberships):
        if one.held:
            hint = Wording(
                "Correct it: netwerk group correct {group} {membership} --email ADDRESS.",
                group=group.slug,
                membership=one.membership.code,
            )
            yield _failed(f"{group.slug} {one.membership.code}", hint)


def _uncertain(slug: str, count: int) -> Finding:
    return Finding(
        code="mail_uncertain",
        where=slug,
        problem=Wording("{count:message|messages} may not have arrived.", count=count),
        hint=Wording(
            "Send them again: netwerk mail retry {event}; or say that they heard: netwerk mail told {event}.",
            event=slug,
        ),
        note=True,
    )


def _failed(where: str, hint: Wording) -> Finding:
    problem = Wording("Mail to this address was refused, or came back.")
    return Finding(code="mail_failed", where=where, problem=problem, hint=hint, note=True)
