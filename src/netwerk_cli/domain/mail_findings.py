"""What is worth knowing of the mail about an event: what may not have arrived, and addresses that take none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from netwerk_cli.domain import mailing, untold
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.findings import Finding
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.errors import Wording


def audit_mail(event: Event, registrations: Registrations, now: datetime) -> Iterator[Finding]:
    """Yield, of an event that is not over, what somebody has to decide about before everybody has heard."""
    unsure = sum(len(mailing.uncertain(r)) for r in registrations.values())
    if unsure and (event.over_at is None or event.over_at > now):
        yield Finding(
            code="mail_uncertain",
            where=event.slug,
            problem=Wording("{count:message|messages} may not have arrived.", count=unsure),
            hint=Wording(
                "Send them again: netwerk mail retry {event}; or say that they heard: netwerk mail told {event}.",
                event=event.slug,
            ),
            note=True,
        )
    for one in untold.due(event, registrations, now):
        if one.held:
            yield Finding(
                code="mail_failed",
                where=f"{event.slug} {one.registration.code}",
                problem=Wording("Mail to this address was refused, or came back."),
                hint=Wording(
                    "Correct it: netwerk registration edit {event} {registration} --email ADDRESS.",
                    event=event.slug,
                    registration=one.registration.code,
                ),
                note=True,
            )
