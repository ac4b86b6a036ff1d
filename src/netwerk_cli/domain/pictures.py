"""Who may be in a picture: a question of the event like any other, told by its id.

A question that is called `foto`, or `foto-…`, asks whether somebody may be in one: only a yes is one, and who said
nothing did not say yes. One that is called `geen-foto` asks the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.questions import WAYS, Question, QuestionKind, YesNo
from netwerk_cli.domain.registrations import Registration

_ASKED = ("foto", "fotos", "photo", "photos", "picture", "pictures", "beeld", "beeldmateriaal")
_AGAINST = ("geen-", "no-")


def asked(event: Event) -> bool:
    """Whether the event asks about pictures."""
    return any(_about(event))


def _about(event: Event) -> Iterator[tuple[Question, bool]]:
    """Yield the questions about pictures, each with whether a yes means that somebody does not want to be in one."""
    for one in event.questions:
        id = one.id
        against = id.startswith(_AGAINST)
        name = id.partition("-")[2] if against else id
        if one.kind in (QuestionKind.YES_NO, QuestionKind.CHOICE) and name.partition("-")[0] in _ASKED:
            yield one, against


def wanted(event: Event, registration: Registration) -> YesNo | None:
    """Return whether somebody may be in a picture; None where the event does not ask.

    Where it asks several things about pictures, all of them have to be allowed.
    """
    found = [_allows(registration.answers.get(one.id), against) for one, against in _about(event)]
    if not found:
        return None
    return YesNo.YES if all(found) else YesNo.NO


def _allows(answer: str | None, against: bool) -> bool:
    if answer is None:
        return False
    return folded(answer) in WAYS[YesNo.NO if against else YesNo.YES]
