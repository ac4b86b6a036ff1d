"""What is kept of people, and why: the record of processing."""

from __future__ import annotations

from typing import NamedTuple

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.questions import Question
from netwerk_cli.services.caller import Caller


class Asked(NamedTuple):
    """A question that people answer, and the event that asks it."""

    event: Event
    question: Question


def questions(caller: Caller) -> list[Asked]:
    """Return every question that is asked, event by event: each is a field of personal data that somebody added."""
    return [Asked(event, one) for event in caller.read().events() for one in event.questions]
