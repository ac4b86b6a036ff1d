"""`netwerk export …`: the same bytes on a terminal, in a pipe and in a file."""

from __future__ import annotations

import io
import json
import stat
from collections.abc import Sequence
from datetime import datetime

import openpyxl
import pytest

from netwerk_cli.exchange.listed import FORMATS, Format, Layout, Row
from tests.cli.calling import NOW, Ended, Netwerk, Once, address, kicked_off, said
from tests.cli.terminal import needs_terminals, on_terminal

TRICKY = ("=1+1", "+32 470 00 00 00", "-5", "@Ans", "007", "Zoë 🎉", 'Ans "de" B', "a;b,c", "van 't Hoff")
HEADING = "code,name,email,organisation,role,audience,status,sessions,received_at,note\n"


@pytest.fixture
def tricky(fresh: Netwerk, once: Once) -> Netwerk:
    """A list of names that spreadsheets take for something else."""
    return once(fresh, _tricky)


def _tricky(netwerk: Netwerk) -> Netwerk:
    kickoff = kicked_off(netwerk)
    kickoff.done("event", "edit", "kickoff", "--capacity", "none")
    for number, name in enumerate(TRICKY):
        words = ("--name", name, "--email", address(f"p{number}"), "--note", f"{name}\nregel 2")
        kickoff.done("registration", "add", "kickoff", *words)
    return kickoff


def quoted(value: str, marks: str) -> str:
    return '"' + value.replace('"', '""') + '"' if any(mark in value for mark in marks) else value


def test_csv_is_byte_for_byte(tricky: Netwerk) -> None:
    def row(n: int, name: str) -> str:
        values = (f"r{n}", quoted(name, ',"\n'), f"p{n - 1}@example.org", "", "", "", "confirmed", "")
        return ",".join((*values, NOW, quoted(f"{name}\nregel 2", ',"\n')))

    rows = (row(n, name) for n, name in enumerate(TRICKY, 1))
    assert tricky.raw("export", "attendees", "kickoff")[:2] == (0, (HEADING + said(*rows)).encode())


def test_excel_dialect_guards_formulas(tricky: Netwerk) -> None:
    def row(n: int, name: str) -> str:
        guarded = f"'{name}" if name[0] in "=+-@" else name
        note = quoted(f"{guarded}\nregel 2", ';"\n')
        values = (f"r{n}", quoted(guarded, ';"\n'), f"p{n - 1}@example.org", "", "", "", "bevestigd", "")
        return ";".join((*values, "10/01/2024 09:00", note)) + "\r\n"

    heading = "Code;Naam;E-mail;Organisatie;Functie;Doelgroep;Status;Sessies;Ontvangen;Opmerking\r\n"
    rows = "".join(row(n, name) for n, name in enumerate(TRICKY, 1))
    ended = tricky.raw("export", "attendees", "kickoff", "--excel", "--lang", "nl")
    assert ended[:2] == (0, b"\xef\xbb\xbf" + (heading + rows).encode())


def test_xlsx_has_texts_as_text_and_moments_as_dates(tricky: Netwerk) -> None:
    code, data, _ = tricky.raw(
        "export", "attendees", "kickoff", "--format", "xlsx", "--fields", "code,name,received_at"
    )
    assert code == 0
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Code", "Name", "Received"],
        *([f"r{n}", name, datetime(2024, 1, 10, 9, 0)] for n, name in enumerate(TRICKY, 1)),  # noqa: DTZ001
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "d"}


def test_xlsx_of_one_state_is_one_sequence_of_bytes(tricky: Netwerk) -> None:
    words = ("export", "attendees", "kickoff", "--format", "xlsx")
    assert tricky.raw(*words)[1] == tricky.raw(*words)[1]


def test_json_is_an_array_of_the_columns(tricky: Netwerk) -> None:
    code, data, _ = tricky.raw(
        "export", "attendees", "kickoff", "--format", "json", "--fields", "name,code,event"
    )
    assert code == 0
    assert json.loads(data) == [
        {"name": name, "code": f"r{n}", "event": "kickoff"} for n, name in enumerate(TRICKY, 1)
    ]
    assert "Zoë 🎉".encode() in data


@pytest.mark.parametrize("dialect", [[], ["--excel"], ["--format", "json"], ["--format", "xlsx"]], ids=str)
def test_pipe_and_file_have_the_same_bytes(tricky: Netwerk, dialect: list[str]) -> None:
    target = tricky.folder / "lijst"
    words = ("export", "attendees", "kickoff", *dialect)
    piped = tricky.raw(*words)[1]
    size = f"Wrote {target} ({len(piped)} bytes)."
    assert tricky(*words, "-o", str(target)) == Ended(0, "", said(size))
    assert target.read_bytes() == piped == tricky.raw(*words, "--output", "-")[1]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in tricky.folder.iterdir() if "lijst" in path.name) == ["lijst"]


@needs_terminals
@pytest.mark.parametrize("dialect", [[], ["--excel"], ["--format", "json"]], ids=str)
def test_terminal_has_the_same_bytes(tricky: Netwerk, dialect: list[str]) -> None:
    words = ("export", "attendees", "kickoff", *dialect)
    shown = on_terminal(tricky, *words, columns=60, raw=True)
    assert (shown.code, shown.screen.encode()) == (0, tricky.raw(*words)[1])


@needs_terminals
def test_workbook_is_not_for_a_screen(kickoff: Netwerk) -> None:
    shown = on_terminal(kickoff, "export", "attendees", "kickoff", "--format", "xlsx", columns=100)
    assert (shown.code, shown.lines) == (
        2,
        [
            "Error: --output: a workbook is not for a screen; name a file.",
            "See '--output' in the help of this command.",
        ],
    )


def test_file_is_replaced_whole(tricky: Netwerk) -> None:
    target = tricky.folder / "lijst.csv"
    target.write_text("oud" * 10_000)
    target.chmod(0o644)
    tricky.done("export", "attendees", "kickoff", "-o", str(target), "--fields", "code")
    assert target.read_bytes() == ("code\n" + said(*(f"r{n}" for n in range(1, 10)))).encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o644  # as somebody gave it


@pytest.mark.parametrize("place", ["weg/lijst.csv", "."], ids=["no folder", "a folder"])
def test_unwritable_target_leaves_nothing_behind(kickoff: Netwerk, place: str) -> None:
    target, before = kickoff.folder / place, kickoff.files()
    ended = kickoff("export", "attendees", "kickoff", "-o", str(target), "--json")
    assert ended.code == 2  # it has no --json
    assert kickoff("export", "attendees", "kickoff", "-o", str(target)).code == 1
    assert kickoff.files() == before


def test_default_is_who_has_a_confirmed_seat(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk").done("registration", "cancel", "kickoff", "r2")
    words = ("export", "attendees", "kickoff", "--fields", "code,status")
    assert kickoff(*words).out == "code,status\nr1,confirmed\nr3,confirmed\nr4,confirmed\n"
    assert kickoff(*words, "--status", "cancelled").out == "code,status\nr2,cancelled\n"
    kickoff.at("2024-01-11T09:00:00+01:00").done("registration", "cancel", "kickoff", "r1")
    assert kickoff(*words, "--as-of", "2024-01-10 23:00", "--sort", "-code").out == (
        "code,status\nr4,confirmed\nr3,confirmed\nr1,confirmed\n"
    )


def test_nobody_is_a_heading(kickoff: Netwerk) -> None:
    assert kickoff("export", "attendees", "kickoff") == Ended(0, HEADING)


# ----------------------------------------------------------------- calendars
def test_ics_names_the_event_and_its_zone(kickoff: Netwerk) -> None:
    code, data, _ = kickoff.raw("export", "ics", "kickoff")
    assert code == 0
    lines = data.decode().split("\r\n")
    for line in (
        "BEGIN:VCALENDAR",
        "SUMMARY:Kick-off",
        "DTSTART;TZID=Europe/Brussels:20240126T093000",
        "UID:main.kickoff@00000000000000000000000000000001.netwerk",
        "STATUS:CONFIRMED",
    ):
        assert lines.count(line) == 1


def test_ics_of_all_and_of_some(kickoff: Netwerk) -> None:
    kickoff.done("event", "copy", "kickoff", "later", "--starts", "2024-03-01 9:30")
    kickoff.done("event", "open", "later")
    target = kickoff.folder / "agenda.ics"
    data = kickoff.raw("export", "ics", "--all")[1]
    assert data.count(b"BEGIN:VEVENT") == 2
    assert kickoff.raw("export", "ics", "kickoff", "later", "kickoff")[1] == data
    assert kickoff("export", "ics", "--all", "-o", str(target)) == Ended(
        0, "", said(f"Wrote {target} ({len(data)} bytes).")
    )
    assert target.read_bytes() == data
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("words", [[], ["kickoff", "--all"]], ids=["neither", "both"])
def test_ics_needs_events_or_all(kickoff: Netwerk, words: list[str]) -> None:
    assert kickoff("export", "ics", *words) == Ended(
        2,
        "",
        said(
            "Error: EVENT: name one or more events, or give --all or --group.",
            "See 'EVENT' in the help of this command.",
        ),
    )


# ----------------------------------------------------------- one table of formats
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_in_the_help_and_writes_a_file(kickoff: Netwerk, name: str) -> None:
    assert f"--format {'|'.join(FORMATS)}" in kickoff("export", "attendees", "--help").out
    kickoff.register("Ans")
    kickoff.done("export", "attendees", "kickoff", "--format", name, "-o", str(kickoff.folder / "list"))
    assert (kickoff.folder / "list").stat().st_size


def test_a_format_is_all_that_its_line_in_the_table_says(
    kickoff: Netwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def names(rows: Sequence[Row], layout: Layout) -> bytes:
        return "".join(
            f"{row['name']} {layout.zone} {layout.spoken.headings['name']}\n" for row in rows
        ).encode()

    monkeypatch.setitem(FORMATS, "names", Format(names, excel=lambda *given: names(*given).upper()))
    kickoff.register("Ans")
    export = ("export", "attendees", "kickoff", "--format", "names")
    assert kickoff(*export).out == "Ans Voorbeeld Europe/Brussels Name\n"
    assert kickoff(*export, "--excel").out == "ANS VOORBEELD EUROPE/BRUSSELS NAME\n"
