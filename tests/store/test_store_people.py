"""Who is on a list is known without decoding it."""

from __future__ import annotations

import json

import pytest

from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.store import codec
from tests.builders import NOW

NAMES = (
    "Ans",
    'Bea "B" \\ Proef',
    "Zoë ‘t Voorbeeld",
    "A\tB",
    '","email":"x","received_at":"',
    "\U0001f600",
)


def table(*names: str) -> bytes:
    records = {
        str(number): codec.encode(
            Registration(
                number=number,
                status=Status.CONFIRMED,
                name=name,
                email=f"p{number}@example.org",
                received_at=NOW,
                turn=number,
                note='"name":"x","email":"y","received_at":"z"',
            )
        )
        for number, name in enumerate(names, 1)
    }
    return json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("names", [(), *((name,) for name in NAMES), NAMES])
def test_nobody_is_missed_or_misread_whatever_a_name_holds(names: tuple[str, ...]) -> None:
    people = [(name, f"p{number}@example.org") for number, name in enumerate(names, 1)]
    assert codec.people(table(*names)) == people


def test_a_table_of_another_making_is_decoded_instead() -> None:
    assert codec.people(table("Ans").replace(b'","email"', b'", "email"')) is None
    assert codec.people(b'{"1":{}}') is None
