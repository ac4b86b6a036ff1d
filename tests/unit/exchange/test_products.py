"""The exports of form products beyond the usual ones: what is odd about each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest

from netwerk_cli.exchange import answers, columns, tables
from netwerk_cli.exchange.answers import Answer

NOW = datetime.fromisoformat("2024-06-20T12:00:00+02:00")
A, B = "ans@example.org", "bea@example.org"


def read(*rows: Sequence[str], delimiter: str = ";") -> list[Answer]:
    text = "".join(delimiter.join(row) + "\n" for row in rows)
    found = tables.read(text.encode(), source="lijst")
    return answers.read(found, columns.choose(found, {}, typed={}, zone="Europe/Brussels", now=NOW), now=NOW)


def people(found: list[Answer]) -> list[tuple[str, str]]:
    return [(one.fields["name"], one.fields["email"]) for one in found]


def moments(found: list[Answer]) -> list[str | None]:
    return [one.received and one.received.at.isoformat() for one in found]


def test_drupal_in_english_says_by_its_weekdays_that_the_month_comes_first() -> None:
    heading = (
        "SID",
        "Created",
        "Completed",
        "In draft",
        "Remote IP address",
        "Voornaam",
        "Achternaam",
        "E-mail",
    )
    found = read(
        heading,
        ("1", "Tue, 01/09/2024 - 08:00", "Tue, 01/09/2024 - 08:05", "No", "127.0.0.1", "Ans", "Mock", A),
        ("2", "Wed, 01/10/2024 - 08:00", "", "Yes", "127.0.0.1", "Bea", "Mock", B),
        delimiter="\t",
    )
    assert (people(found)[0], moments(found)) == (("Ans Mock", A), ["2024-01-09T08:05:00+01:00", None])
    assert [type(one.problem).__name__ for one in found] == ["NoneType", "Unfinished"]


def test_drupal_counts_seconds_since_1970() -> None:
    found = read(("sid", "completed", "in_draft", "naam", "e_mail"), ("1", "1704783912", "0", "Ans", A))
    assert moments(found) == ["2024-01-09T08:05:12+01:00"]


def test_limesurvey_with_codes_before_its_questions() -> None:
    found = read(
        (
            "id. Antwoord ID",
            "submitdate. Date submitted",
            "startdate. Begindatum",
            "q1. Wat is je naam?",
            "q2. E-mail",
        ),
        ("1", "2024-01-09 08:05:12", "2024-01-09 08:00:00", "Ans", A),
        ("2", "", "2024-01-09 08:00:00", "Bea", B),
        ("3", "1980-01-01 00:00:00", "1980-01-01 00:00:00", "Cas", "cas@example.org"),
    )
    assert moments(found) == ["2024-01-09T08:05:12+01:00", None, None]
    assert [type(one.problem).__name__ for one in found] == ["NoneType", "Unfinished", "NoneType"]


def test_gravity_forms_with_a_title_that_is_no_part_of_the_name() -> None:
    found = read(
        (
            "Naam (Voorvoegsel)",
            "Naam (Voornaam)",
            "Naam (Tussenvoegsel)",
            "Naam (Achternaam)",
            "E-mail",
            "Invoerdatum",
        ),
        ("Mevr.", "Ans", "van den", "Mock", A, "2024-01-09 08:05:12"),
    )
    assert (people(found), moments(found)) == ([("Ans van den Mock", A)], ["2024-01-09T08:05:12+01:00"])


def test_who_ordered_a_ticket_is_not_who_attends() -> None:
    found = read(
        ("Besteldatum", "Voornaam koper", "Achternaam koper", "E-mailadres koper", "Deelnemersstatus", "Voornaam",
         "Achternaam", "E-mailadres"),
        ("2024-01-09 08:05:12", "Koper", "Bogus", B, "Neemt deel", "Ans", "Mock", A),
        ("2024-01-09 08:05:12", "Koper", "Bogus", B, "Neemt niet deel", "Cas", "Mock", "cas@example.org"),
    )  # fmt: skip
    assert people(found) == [("Ans Mock", A), ("Cas Mock", "cas@example.org")]
    assert [one.withdrawn for one in found] == [False, True]


@pytest.mark.parametrize(
    ("heading", "value", "withdrawn"),
    [
        ("Status", "Afgezegd", True), ("Status", "Ingetrokken", True), ("Status", "Annulatie", True),
        ("Status", "Geannuleerd door deelnemer", True), ("Status", "Canceled (paid)", True),
        ("Status", "Cancellation requested", False), ("Status", "Bevestigd", False),
        ("Geannuleerd", "ja", True), ("Geannuleerd", "nee", False), ("Geannuleerd", "", False),
        ("Geannuleerd op", "9/1/2024", True), ("Cancelled", "TRUE", True), ("Cancelled", "FALSE", False),
    ],
)  # fmt: skip
def test_the_source_says_in_many_words_that_a_row_is_off(heading: str, value: str, withdrawn: bool) -> None:
    assert [one.withdrawn for one in read(("Naam", "E-mail", heading), ("Ans", A, value))] == [withdrawn]


def test_a_column_that_holds_moments_goes_before_one_that_is_only_called_so() -> None:
    found = read(("Completed", "Created", "Naam", "E-mail"), ("Yes", "2024-01-09 08:05:12", "Ans", A))
    assert moments(found) == ["2024-01-09T08:05:12+01:00"]
