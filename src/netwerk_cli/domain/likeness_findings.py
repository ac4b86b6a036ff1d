"""Who and what on a list looks like something else on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.findings import Finding
from netwerk_cli.domain.likeness import Familiar, Listed
from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.domain.seats.ledger import given_until
from netwerk_cli.wording import Wording

_MANY = 5


def audit_likeness(event: Event, registrations: Registrations, now: datetime) -> Iterator[Finding]:
    """Yield notes on who may be one person with two seats and what is written in two ways; none of what is over."""
    end = given_until(event)
    if event.cancelled_at is not None or (end is not None and end <= now):
        return
    people = [r for r in registrations.values() if r.active]
    yield from _people(event, people)
    yield from _organisations(event, people)
    yield from _audiences(event, people)


def _people(event: Event, people: list[Registration]) -> Iterator[Finding]:
    """Yield who looks like whom, the first few; a large meeting has namesakes who are nobody's double."""
    pairs = [*_pairs(people)]
    for code, one, other in pairs[:_MANY]:
        yield Finding(
            code=code,
            where=f"{event.slug} {other.code} {one.code}",
            problem=Wording("They have one name under two addresses.")
            if code == "name_twice"
            else Wording("Their addresses are one letter apart."),
            hint=Wording(
                "The same person? Cancel one: netwerk registration cancel {event} {registration}.",
                event=event.slug,
                registration=one.code,
            ),
            note=True,
        )
    if len(pairs) > _MANY:
        yield Finding(
            code="likeness_more",
            where=event.slug,
            problem=Wording("{count} more look like somebody on the list.", count=len(pairs) - _MANY),
            hint=Wording("See who: netwerk registration list {event} --sort family_name.", event=event.slug),
            note=True,
        )


def _pairs(people: list[Registration]) -> Iterator[tuple[str, Listed, Listed]]:
    """Yield in what way somebody looks like somebody who stands before them on the list, and who both are."""
    known = Familiar((), many=True)
    for one in people:
        yield from (("name_twice", one, other) for other in known.namesakes(one.name, one.email)[:1])
        yield from (("address_near", one, other) for other in known.near(one.name, one.email))
        known.put(one)


def _organisations(event: Event, people: list[Registration]) -> Iterator[Finding]:
    written: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in people:
        if one.organisation:
            written[folded(one.organisation)].setdefault(one.organisation, one.code)
    for spellings in written.values():
        if len(spellings) > 1:
            yield Finding(
                code="organisation_twice",
                where=f"{event.slug} {' '.join(spellings.values())}",
                problem=Wording(
                    "One organisation is written in several ways: {texts}.", texts=", ".join(spellings)
                ),
                hint=Wording(
                    "Choose one: netwerk registration edit {event} {registration} --organisation ….",
                    event=event.slug,
                    registration=[*spellings.values()][-1],
                ),
                note=True,
            )


def _audiences(event: Event, people: list[Registration]) -> Iterator[Finding]:
    known = {folded(text) for text in event.audiences}
    strange = [one for one in people if one.audience and folded(one.audience) not in known] if known else []
    if strange:
        texts = dict.fromkeys(str(one.audience) for one in strange)
        yield Finding(
            code="audience_unknown",
            where=f"{event.slug} {' '.join(one.code for one in strange[:5])}{' …' if len(strange) > 5 else ''}",
            problem=Wording("The event has no such audience: {texts}.", texts=", ".join(texts)),
            hint=Wording(
                "Correct it, or add it: netwerk event edit {event} --add-audience ….", event=event.slug
            ),
            note=True,
        )
