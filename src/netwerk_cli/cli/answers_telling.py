"""Answers on a screen: those that are asked for, and that there are some which are not shown by themselves."""

from __future__ import annotations

from typing import Any

from netwerk_cli.cli import vocabulary
from netwerk_cli.cli.call import Call
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.terms import REGISTRATION, asked


def show_fields(call: Call, event: Event, shape: dict[str, Any], fields: str) -> None:
    """Put what was asked for of a registration on standard output. Raises `UnknownField`."""
    known = (*REGISTRATION, *asked(event))
    chosen = {field: shape[field] for field in vocabulary.columns(fields, known, call.language)}
    if call.json:
        call.put(chosen)
    else:
        call.card(chosen, known)


def tell_special(call: Call, event: Event, registration: Registration) -> None:
    """Say which special questions are answered, and how to see that."""
    special = [one.id for one in event.questions if one.special and one.id in registration.answers]
    if special:
        call.say("Not shown: {questions}; --fields shows them.", questions=", ".join(special))
