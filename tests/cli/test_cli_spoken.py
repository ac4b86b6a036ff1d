"""Values and column names in the reader's language: as they are typed, and as they are shown."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest

from netwerk_cli.cli.language import word
from netwerk_cli.cli.languages import LANGUAGES
from netwerk_cli.cli.vocabulary import LISTED, column
from netwerk_cli.errors import UnknownField
from netwerk_cli.terms import Terms, names
from tests.cli.calling import KICKOFF, Netwerk
from tests.cli.templates import TABLES

NL = ("--lang", "nl")


@pytest.fixture
def list_of_three(netwerk: Netwerk) -> Netwerk:
    netwerk.done("event", "add", *KICKOFF, "--capacity", "2").register("Ann", "Bea", "Cas")
    return netwerk.done("registration", "cancel", "kickoff", "r1")


# ---------------------------------------------------------------- what is typed
@pytest.mark.parametrize("typed", ["bevestigd", "Bevestigd", "confirmed"])
def test_a_state_may_be_asked_for_in_dutch(list_of_three: Netwerk, typed: str) -> None:
    rows = list_of_three("registration", "list", "kickoff", "--status", typed, "--json", *NL).json
    assert [row["code"] for row in rows] == ["r2", "r3"]


def test_a_state_of_two_words_may_have_a_hyphen(list_of_three: Netwerk) -> None:
    for typed in ("goed te keuren", "goed-te-keuren"):
        assert list_of_three("registration", "list", "kickoff", "--status", typed, "--json", *NL).json == []


def test_cancelled_is_another_word_for_a_registration_than_for_an_event(list_of_three: Netwerk) -> None:
    asked = ("registration", "list", "kickoff", "--json", *NL, "--status")
    assert [row["code"] for row in list_of_three(*asked, "uitgeschreven").json] == ["r1"]
    assert list_of_three(*asked, "geannuleerd").code == 2
    assert list_of_three("event", "list", "--status", "geannuleerd", "--json", *NL).json == []


def test_the_log_is_asked_in_the_words_that_it_shows(list_of_three: Netwerk) -> None:
    for typed in ("uitgeschreven", "geannuleerd", "cancelled"):
        assert [row["registration"] for row in list_of_three("log", "--what", typed, "--json", *NL).json] == [
            "r1"
        ]
    assert list_of_three("log", "--what", "uitgeschreven", "--json").json == []


def test_the_log_calls_a_cancelled_registration_as_its_state_is_called(
    list_of_three: Netwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_of_three.done("event", "cancel", "kickoff", "--yes")
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    lines = list_of_three("log", "--what", "cancelled", *NL).out.splitlines()
    assert ["uitgeschreven" in line for line in lines[-2:]] == [True, False]
    assert ["geannuleerd" in line for line in lines[-2:]] == [False, True]


def test_an_english_reader_types_english(list_of_three: Netwerk) -> None:
    error = list_of_three.error("registration", "list", "kickoff", "--status", "bevestigd")
    assert error["message"] == "--status: choose from confirmed, pending, waiting, declined, cancelled."


def test_terms_may_be_given_in_dutch(netwerk: Netwerk) -> None:
    event = netwerk(
        "event", "add", *KICKOFF, "--when-full", "sluiten", "--promote", "handmatig", "--json", *NL
    ).json["event"]
    assert (event["when_full"], event["promote"]) == ("close", "manual")
    group = netwerk("group", "add", "kring", "--title", "Kring", "--access", "dicht", "--json", *NL).json[
        "group"
    ]
    assert group["access"] == "closed"
    material = netwerk(
        "material", "add", "kring", "--title", "Zaal?", "--kind", "praktijkvoorbeeld", "--json", *NL
    ).json["material"]
    assert material["kind"] == "practice-example"


def test_columns_may_be_named_as_they_are_headed(list_of_three: Netwerk) -> None:
    asked = ("registration", "list", "kickoff", *NL)
    english = list_of_three(*asked, "--fields", "name,organisation,received_at", "--sort", "-name")
    assert list_of_three(*asked, "--fields", "naam, Organisatie,ontvangen", "--sort", "-naam") == english
    assert english.lines[0][0] == "Cas Voorbeeld"


def test_a_heading_of_two_words_names_its_column(list_of_three: Netwerk) -> None:
    for name in ("inschrijven tot", "inschrijven-tot", "closes_at"):
        shown = list_of_three("event", "list", "--fields", name, *NL)
        assert shown.lines == [["2024-01-16T16:00:00+01:00"]]


def test_an_export_takes_the_same_names(list_of_three: Netwerk) -> None:
    asked = ("export", "attendees", "kickoff", *NL)
    assert list_of_three(
        *asked, "--fields", "naam,status", "--sort", "-naam", "--status", "bevestigd"
    ).out == ("name,status\nCas Voorbeeld,confirmed\nBea Voorbeeld,confirmed\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [*TABLES, *LISTED.values()])
def test_no_heading_is_the_name_of_another_column(known: Terms, language: str) -> None:
    for term in known:
        if term.column:
            assert column(term.column, known, language) == term.column
            assert column(term.heading, known, "en") == term.column


# ---------------------------------------------------------------- what is shown
def test_choices_are_listed_as_the_reader_types_them(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", *KICKOFF)
    refused = netwerk("registration", "list", "kickoff", "--status", "weg", *NL)
    assert refused.err.startswith(
        "Fout: --status: kies uit bevestigd, goed te keuren, wachtlijst, afgewezen, uitgeschreven.\n"
    )
    refused = netwerk("waitlist", "list", "kickoff", "--fields", "nam", *NL)
    assert refused.err.startswith("Fout: Er is geen veld 'nam'.\nKies uit: code, bijeenkomst, naam, e-mail,")
    assert json.loads(netwerk("waitlist", "list", "kickoff", "--sort", "nam", "--json", *NL).err)["error"][
        "details"
    ] == {"field": "nam", "known": ", ".join((*names(LISTED["waitlist list"]), "family_name"))}


def test_a_card_has_no_english_value(netwerk: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    monkeypatch.setenv("NO_COLOR", "1")
    netwerk.done("event", "add", *KICKOFF, "--quiet")
    shown = [line.split("  ") for line in netwerk("event", "show", "kickoff", *NL).out.splitlines()]
    values = {line[0].strip(): line[-1].strip() for line in shown}
    assert (values["als het vol is"], values["doorschuiven"]) == ("wachtlijst", "vanzelf")


def test_a_state_in_a_file_for_excel_is_in_the_language_of_its_headings(list_of_three: Netwerk) -> None:
    asked = ("export", "attendees", "kickoff", "--fields", "name,status", "--status", "cancelled")
    assert list_of_three(*asked, "--excel", *NL).out == "\ufeffNaam;Status\r\nAnn Voorbeeld;uitgeschreven\r\n"
    assert list_of_three(*asked, "--excel").out == "\ufeffName;Status\r\nAnn Voorbeeld;cancelled\r\n"
    assert list_of_three(*asked, *NL).out == "name,status\nAnn Voorbeeld,cancelled\n"
    book = openpyxl.load_workbook(io.BytesIO(list_of_three.raw(*asked, "--format", "xlsx", *NL)[1]))
    assert book.sheetnames == ["Deelnemers"]
    assert book.active["B2"].value == "uitgeschreven"


def test_a_plan_names_keys_and_values_as_people_do(netwerk: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    netwerk.done("event", "add", *KICKOFF)
    dossier = netwerk.folder / "kickoff.toml"
    dossier.write_text(
        '[event]\nslug = "kickoff"\ntitle = "Kick-off"\nwhen-full = "close"\n', encoding="utf-8"
    )
    assert netwerk("apply", str(dossier), "-n", *NL).lines[1][3:] == ["when-full", "waiting-list", "close"]
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    shown = netwerk("apply", str(dossier), "-n", *NL).out
    assert "als het vol is" in shown
    assert "wachtlijst" in shown
    assert "when-full" not in shown


def test_a_dossier_is_told_the_words_of_dossiers(netwerk: Netwerk) -> None:
    dossier = netwerk.folder / "a.toml"
    dossier.write_text('[event]\nslug = "a"\npromote = "vanzelf"\n', encoding="utf-8")
    assert "promote: kies uit auto, manual." in netwerk("apply", str(dossier), *NL).err


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_one_choice_are_the_same(language: str) -> None:
    for term in (term for table in TABLES for term in table if term.choices):
        said = [word(one, language) for one in term.choices or ()]
        assert len(set(said)) == len(said)


def test_what_is_no_column_is_refused() -> None:
    with pytest.raises(UnknownField):
        column("naam", LISTED["registration list"], "en")


def test_a_complaint_names_an_argument_as_the_help_does(netwerk: Netwerk) -> None:
    assert netwerk("restore", *NL).err.startswith("Fout: Het argument 'BESTAND|VERSIE' ontbreekt.\n")
    assert netwerk("export", "ics", *NL).err.startswith("Fout: BIJEENKOMST: noem een of meer bijeenkomsten")


def test_a_complaint_about_an_option_names_the_help_of_its_command(netwerk: Netwerk) -> None:
    assert netwerk("event", "add", "x", "--title").err.endswith("Try 'netwerk event add --help'.\n")
