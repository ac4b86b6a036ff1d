"""Which column holds what: the exports of form products, in Dutch and English, and lists kept by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest

from netwerk_cli.errors import BadValue, UnknownZone
from netwerk_cli.errors.files import BadFile, ColumnMissing, NoSuchColumn
from netwerk_cli.exchange import answers, columns, tables
from netwerk_cli.exchange.answers import Answer
from netwerk_cli.exchange.columns import Columns, Said

NOW = datetime.fromisoformat("2024-06-20T12:00:00+02:00")
BRUSSELS = "Europe/Brussels"
A, B = "ans@example.org", "bea@example.org"


def table(*rows: Sequence[str], delimiter: str = ";") -> tables.Table:
    text = "".join(delimiter.join(row) + "\n" for row in rows)
    return tables.read(text.encode(), source="lijst")


def chosen(found: tables.Table, typed: Said | None = None, said: Said | None = None) -> Columns:
    return columns.choose(found, said or {}, typed=typed or {}, zone=BRUSSELS, now=NOW)


def read(*rows: Sequence[str], delimiter: str = ";", typed: Said | None = None) -> list[Answer]:
    found = table(*rows, delimiter=delimiter)
    return answers.read(found, chosen(found, typed), now=NOW)


def people(found: list[Answer]) -> list[tuple[str, str]]:
    return [(one.fields["name"], one.fields["email"]) for one in found]


# ------------------------------------------------------------------- products
def test_microsoft_forms_counts_when_it_was_handed_in_and_the_address_that_was_asked() -> None:
    found = read(
        ("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging",
         "Wat is je voornaam?", "Tussenvoegsel", "Wat is je achternaam?", "E-mailadres voor de bevestiging"),
        ("1", "13/6/2024 9:00:00", "13/6/2024 9:05:01", "anonymous", "", "", "Testine", "van den", "Nepstra", A),
        ("2", "13/6/2024 9:01:00", "13/6/2024 9:02:02", "anonymous", "", "", "Bea", "", "Bogus", B),
    )  # fmt: skip
    assert people(found) == [("Testine van den Nepstra", A), ("Bea Bogus", B)]
    assert [one.received and one.received.at.isoformat() for one in found] == [
        "2024-06-13T09:05:01+02:00",
        "2024-06-13T09:02:02+02:00",
    ]


def test_microsoft_forms_in_english_of_people_who_are_signed_in() -> None:
    found = read(
        ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Your organization"),
        ("1", "6/13/24 9:00:00", "6/13/24 9:05:01", A, "Ans Voorbeeld", "", "CLB"),
        delimiter=",",
    )
    assert (people(found), found[0].fields["organisation"]) == ([("Ans Voorbeeld", A)], "CLB")
    assert found[0].received is not None
    assert found[0].received.at.isoformat() == "2024-06-13T09:05:01+02:00"


def test_google_forms_in_dutch() -> None:
    found = read(
        ("Tijdstempel", "E-mailadres", "Voor- en achternaam", "Organisatie of school", "Opmerkingen?"),
        ("2024/06/03 8:48:17 p.m. CEST", A, "Ans Voorbeeld", "School", "geen"),
        delimiter=",",
    )
    assert people(found) == [("Ans Voorbeeld", A)]
    assert (found[0].fields["organisation"], found[0].fields["note"]) == ("School", "geen")
    assert found[0].received is not None
    assert found[0].received.at.isoformat() == "2024-06-03T20:48:17+02:00"


def test_google_forms_that_collects_addresses_as_user_names() -> None:
    found = read(
        ("Timestamp", "Username", "Full name"), ("2024/06/03 8:48:17 AM CEST", A, "Ans"), delimiter=","
    )
    assert people(found) == [("Ans", A)]


def test_eventbrite_has_a_row_a_ticket_and_says_who_does_not_attend() -> None:
    found = read(
        ("Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Ticket Type", "Attendee #",
         "Attendee Status", "Company", "Job Title"),
        ("901", "2024-06-03 14:23:44+02:00", "Ans", "Voorbeeld", A, "1", "Gratis", "11", "Attending", "CLB", "coach"),
        ("902", "2024-06-03 14:25:00+02:00", "Bea", "Bogus", B, "1", "Gratis", "12", "Not Attending", "", ""),
        delimiter=",",
    )  # fmt: skip
    assert people(found) == [("Ans Voorbeeld", A), ("Bea Bogus", B)]
    assert [one.withdrawn for one in found] == [False, True]
    assert (found[0].fields["organisation"], found[0].fields["role"]) == ("CLB", "coach")
    assert found[0].received is not None


def test_pretix_has_the_day_and_the_time_apart_and_the_address_of_who_ordered_beside_the_attendee_s() -> None:
    found = read(
        ("Bestelcode", "Status", "E-mail", "Besteldatum", "Besteltijd", "Attendee name",
         "Attendee name: Given name", "Attendee name: Family name", "Attendee email"),
        ("ABC12", "Betaald", "secretariaat@example.org", "2024-06-03", "14:23:44", "Ans Voorbeeld", "Ans",
         "Voorbeeld", A),
        ("ABC13", "Geannuleerd", "secretariaat@example.org", "2024-06-03", "14:25:00", "Bea Bogus", "Bea", "Bogus", B),
    )  # fmt: skip
    assert people(found) == [("Ans Voorbeeld", A), ("Bea Bogus", B)]
    assert [one.withdrawn for one in found] == [False, True]
    assert found[0].received is not None
    assert found[0].received.at.isoformat() == "2024-06-03T14:23:44+02:00"


def test_nextcloud_forms_guards_formulas() -> None:
    found = read(
        ("Gebruikers-ID", "Weergavenaam gebruiker", "Tijdstempel", "Naam", "E-mail", "Opmerking"),
        ("", "Anonieme gebruiker", "2024-06-03T14:23:44+02:00", "'-Ans", A, "'=1+1"),
        delimiter=",",
    )
    assert (people(found), found[0].fields["note"]) == ([("-Ans", A)], "=1+1")


def test_typeform_states_the_zone_late_and_whether_somebody_finished() -> None:
    found = read(
        ("#", "First name", "Last name", "Email", "Phone", "Response Type", "Start Date (UTC)", "Stage Date (UTC)",
         "Submit Date (UTC)", "Network ID", "Tags"),
        ("a1", "Ans", "Voorbeeld", A, "'+32 470", "completed", "2024-06-03 12:00", "", "2024-06-03 12:03:00", "x", ""),
        ("a2", "Bea", "Bogus", B, "'+32 471", "partial", "2024-06-03 12:00", "", "", "y", ""),
        delimiter=",",
    )  # fmt: skip
    assert found[0].received is not None
    assert found[0].received.at == datetime.fromisoformat("2024-06-03T14:03:00+02:00")
    assert [one.problem is None for one in found] == [True, False]


def test_tally_says_when_it_was_submitted() -> None:
    found = read(
        ("Submission ID", "Respondent ID", "Submitted at", "Wat is je naam?", "Je e-mailadres"),
        ("x", "y", "2024-06-03 12:03:00", "Ans", A),
        delimiter=",",
        typed={"Submitted at": "received_at UTC"},
    )
    assert people(found) == [("Ans", A)]
    assert found[0].received is not None
    assert found[0].received.at == datetime.fromisoformat("2024-06-03T14:03:00+02:00")


def test_drupal_webform_keeps_drafts_that_are_no_registration() -> None:
    found = read(
        ("Serial number", "SID", "Created", "Completed", "Is draft", "IP address", "Naam", "E-mailadres"),
        ("1", "1", "2024-06-03 12:00", "2024-06-03 12:03", "No", "192.0.2.1", "Ans", A),
        ("2", "2", "2024-06-03 12:05", "", "Yes", "192.0.2.2", "Bea", B),
        delimiter=",",
    )
    assert [one.problem is None for one in found] == [True, False]


def test_limesurvey_leaves_the_moment_of_the_unfinished_empty() -> None:
    found = read(
        ("id", "submitdate", "lastpage", "startlanguage", "naam", "email"),
        ("1", "2024-06-03 12:03:00", "2", "nl", "Ans", A),
        ("2", "", "1", "nl", "Bea", B),
        delimiter=",",
    )
    assert [one.problem is None for one in found] == [True, False]


def test_gravity_forms_has_columns_in_any_order() -> None:
    found = read(
        ("Naam (Achternaam)", "Naam (Voornaam)", "E-mail", "Entry Id", "Entry Date", "Source Url"),
        ("Nepstra", "Testine", A, "5", "2024-06-03 12:03:00", "https://example.org/"),
        delimiter=",",
    )
    assert people(found) == [("Testine Nepstra", A)]


# --------------------------------------------------------------------- by hand
@pytest.mark.parametrize(
    ("heading", "cells", "name"),
    [
        (("Naam", "Voornaam"), ("van den Nepstra", "Testine"), "Testine van den Nepstra"),
        (("Naam", "Voornaam"), ("Testine van den Nepstra", "Testine"), "Testine van den Nepstra"),
        (("Achternaam", "Voorletters"), ("Nepstra", "T."), "T. Nepstra"),
        (
            ("Family name", "First name", "Infix"),
            ("Nepstra", "Testine", "van den"),
            "Testine van den Nepstra",
        ),
        (("Naam deelnemer",), ("van den Nepstra, Testine",), "van den Nepstra, Testine"),
        (("Naam",), ("'t Hof-van-Niets, Çalig",), "'t Hof-van-Niets, Çalig"),
    ],
)
def test_name_is_put_together_as_it_is_written(
    heading: Sequence[str], cells: Sequence[str], name: str
) -> None:
    assert people(read((*heading, "E-mail"), (*cells, A))) == [(name, A)]


def test_column_of_addresses_goes_before_one_that_is_only_called_so() -> None:
    found = chosen(table(("Naam", "E-mail", "Hoe bereiken we je?"), ("Ans", "anonymous", A), ("Bea", "", B)))
    assert found.mapping == {"Naam": "name", "Hoe bereiken we je?": "email"}


def test_address_of_somebody_else_is_not_the_person_s() -> None:
    found = chosen(
        table(("Naam", "E-mail leidinggevende", "Mail"), ("Ans", B, A), ("Bea", "cas@example.org", ""))
    )
    assert found.mapping == {"Naam": "name", "Mail": "email"}


def test_what_is_not_read_is_named() -> None:
    found = chosen(
        table(("Naam", "E-mail", "Dieetwensen of opmerkingen", "Gsm"), ("Ans", A, "geen noten", "0"))
    )
    assert found.unread == ("Dieetwensen of opmerkingen", "Gsm")


def test_list_without_a_heading_has_the_name_before_the_address() -> None:
    assert people(read(("Ans Voorbeeld", A), ("Bea Bogus", B))) == [("Ans Voorbeeld", A), ("Bea Bogus", B)]


def test_own_listing_in_a_pipe_is_read_back() -> None:
    row = ("r1", "Ans Voorbeeld", A, "CLB", "confirmed", "", "2024-06-03T12:03:00+02:00")
    (found,) = read(row, delimiter="\t")
    assert (found.fields, found.code) == ({"name": "Ans Voorbeeld", "email": A, "organisation": "CLB"}, "r1")
    assert found.received is not None


# ------------------------------------------------------------ what is said of it
def test_what_is_said_of_a_column_goes_before_its_heading() -> None:
    found = table(("Wie", "E-mail", "Naam"), ("Ans", A, "CLB"))
    typed = {"wie ": "name", "Naam": "organisatie"}
    assert chosen(found, typed).mapping == {"Wie": "name", "E-mail": "email", "Naam": "organisation"}


def test_what_was_said_is_kept_and_holds_for_the_next_file() -> None:
    found = table(("Wie", "E-mail"), ("Ans", A))
    said = chosen(found, {"Wie": "name"}).said
    assert chosen(found, said={**said, "Weg": "note"}).mapping == {"Wie": "name", "E-mail": "email"}


def test_order_that_is_said_decides() -> None:
    rows = (("Naam", "E-mail", "Ingevuld op"), ("Ans", A, "3/4/2024 9:00"))
    (found,) = read(*rows, delimiter=",", typed={"Ingevuld op": "received_at month-first"})
    assert found.received is not None
    assert found.received.at.isoformat() == "2024-03-04T09:00:00+01:00"


@pytest.mark.parametrize("said", ["weet niet", "name email note", "received_at UTC UTC"])
def test_meaning_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(BadValue):
        columns.maps([f"Wie={said}"])


def test_zone_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownZone):
        columns.maps(["Tijd=received_at Mars/Phobos"])


def test_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(NoSuchColumn) as refused:
        chosen(table(("Naam", "E-mail"), ("Ans", A)), {"Wie": "name"})
    assert refused.value.facts == {"path": "lijst", "column": "Wie", "known": "Naam, E-mail"}


@pytest.mark.parametrize(
    ("rows", "field"),
    [((("Naam", "Gsm"), ("Ans", "0")), "email"), ((("Gsm", "E-mail"), ("0", A)), "name")],
)
def test_list_without_names_or_addresses_is_refused(rows: Sequence[Sequence[str]], field: str) -> None:
    with pytest.raises(ColumnMissing) as refused:
        chosen(table(*rows))
    assert refused.value.facts["field"] == field


def test_two_columns_of_one_name_are_refused_where_one_of_them_counts() -> None:
    with pytest.raises(BadFile):
        chosen(table(("Naam", "E-mail", "e-mail "), ("Ans", A, B)))
    assert chosen(table(("Naam", "E-mail", "Keuze", "Keuze"), ("Ans", A, "1", "2"))).unread == (
        "Keuze",
        "Keuze",
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ans@example,org", "ans@example.org"),
        ("ans @example.org", "ans@example.org"),
        ("Ans <ans@example.org>", "ans@example.org"),
        ("mailto:ans@example.org", "ans@example.org"),
        ("ans(at)example.org", "ans@example.org"),
        ("ans@example.org.", "ans@example.org"),
        ("geen mail", None),
        ("ans@@example.org", None),
        ("ans@example", None),
    ],
)
def test_slip_of_the_pen_in_an_address_is_mended_only_where_it_is_plain(
    typed: str, meant: str | None
) -> None:
    assert answers.better_address(typed) == meant
