"""What is past its term, as it is told: of which event or group, which fields, of how many people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.privacy_record import FIELDS
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.services.purging import Purged
from netwerk_cli.terms import ATTENDANCE, MATERIAL, REGISTRATION, headings

_SAID = headings(MATERIAL) | headings(ATTENDANCE) | headings(REGISTRATION) | FIELDS


def tell_due(call: Call, due: Sequence[Purged]) -> None:
    """Say what is past its term, a line for each event and group."""
    for one in due:
        fields = ", ".join(f"{_name(call, field)} ({count})" for field, count in one.fields.items())
        if one.owner is None:
            call.say("Past its term in the log and in changes: {fields}.", fields=fields)
        else:
            call.say("Past its term in '{owner}': {fields}.", owner=one.owner.slug, fields=fields)


def _name(call: Call, field: str) -> str:
    if field.startswith(ANSWER):
        return field.removeprefix(ANSWER)
    return call.words(_SAID.get(field, field))


def purged_shape(one: Purged) -> dict[str, Any]:
    """Return what goes of one event or group as scripts see it; both are null where it is the log and changes."""
    slug = one.owner.slug if one.owner else None
    is_event = isinstance(one.owner, Event)
    return {
        "event": slug if is_event else None,
        "group": None if is_event else slug,
        "people": one.people,
        "fields": dict(one.fields),
    }
