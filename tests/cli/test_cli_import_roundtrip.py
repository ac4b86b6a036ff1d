"""Hard names out and in again, in every form that a list leaves in: byte for byte."""

from __future__ import annotations

import re

import pytest

from tests.cli.calling import Netwerk

HARD = (
    "Testine van den Nepstra",
    "’s-Gravenhage, Mock 't",
    '"Zogenaamd" Bogus',
    "Ünal Çağ-Øst é",  # composed and decomposed
    "山田 花子",
    "עברית שם",
    "=HYPERLINK(1)",
    "+32 Plus",
    "-Min; komma, punt",
    "@apenstaart",
    "'enkel",
    "''dubbel",
    "007",
    "1e5",
    "TRUE",
    "1/2/2024",
    "NULL",
    "Jan\\nPiet\\t",
    "a" * 200,
)
FIELDS = ("--fields", "name,email,organisation,role,audience,received_at,note")


@pytest.fixture
def desk(netwerk: Netwerk) -> Netwerk:
    netwerk.done("event", "add", "een", "--no-draft").done("event", "add", "twee", "--no-draft")
    for number, name in enumerate(HARD):
        words = ("--organisation", name, "--role", name, "--note", f'{name}\nregel; twee, "drie"')
        netwerk.at(f"2024-01-09T09:00:{number:02}+01:00")
        netwerk.done(
            "registration", "add", "een", "--name", name, "--email", f"p{number}@example.org", *words
        )
    return netwerk.at("2024-01-10T09:00:00+01:00")


@pytest.mark.parametrize(
    ("form", "file"),
    [
        pytest.param((), "lijst.csv", id="csv"),
        pytest.param(("--excel",), "lijst.csv", id="excel, Dutch"),
        pytest.param(("--excel", "--lang", "en"), "lijst.csv", id="excel, English"),
        pytest.param(("--format", "xlsx", "--lang", "nl"), "lijst.xlsx", id="xlsx"),
        pytest.param(("--format", "json"), "lijst.json", id="json"),
    ],
)
def test_hard_names_come_back_as_they_left(desk: Netwerk, form: tuple[str, ...], file: str) -> None:
    path = str(desk.folder / file)
    desk.done("export", "attendees", "een", "-o", path, *form)
    desk.done("import", "registrations", "twee", path)
    left, came = (desk("export", "attendees", event, *FIELDS).out for event in ("een", "twee"))
    if not {"--excel", "xlsx"}.isdisjoint(form):  # in which a moment is a minute
        left, came = (re.sub(r"(T09:00):\d\d", r"\1", text) for text in (left, came))
    assert came == left
    assert desk("import", "registrations", "een", path, "--json").json["counts"]["unchanged"] == len(HARD)
