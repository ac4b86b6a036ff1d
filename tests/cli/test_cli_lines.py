"""`registration add --from`: one person a line, one answer a line, all in one step."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

import pytest

from netwerk_cli import dates
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.moments import Moment
from tests.cli.calling import NOW, Ended, Netwerk, said

ADD = ("registration", "add", "kickoff", "--from")
CSV = (
    'name,email,note\r\nAns Voorbeeld,ans@example.org,\r\n\r\n"Vries, Bea",bea@example.org,"twee\nregels"\r\n'
)
CALM: dict[str, object] = {"warnings": []}
WOULD = "2 lines read: 2 would have a seat, 0 would wait, 0 stay as they are."
READ = "2 lines read: 2 with a seat, 0 waiting, 0 unchanged."
TAKEN = said("2\tr1\tconfirmed\t", "5\tr2\tconfirmed\t")


def json_lines(*people: Mapping[str, object]) -> str:
    return "".join(json.dumps(person) + "\n" for person in people)


def test_csv_from_standard_input(kickoff: Netwerk) -> None:
    assert kickoff(*ADD, "-", stdin=CSV) == Ended(0, TAKEN, said(READ))
    shown = kickoff("registration", "show", "kickoff", "r2", "--json").json
    assert (shown["name"], shown["note"], shown["received_at"]) == ("Vries, Bea", "twee\nregels", NOW)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_csv_from_a_file(kickoff: Netwerk, mark: str) -> None:
    source = kickoff.folder / "lijst.csv"
    source.write_bytes((mark + CSV).encode())
    assert kickoff(*ADD, str(source)) == Ended(0, TAKEN, said(READ))


def test_json_lines(kickoff: Netwerk) -> None:
    people = json_lines(
        {"name": "Ans", "email": "ans@example.org", "sessions": ["main"], "role": None},
        {"name": "Bea", "email": "bea@example.org", "received_at": "2024-01-09 10:00"},
    )
    ended = kickoff(*ADD, "-", "--json", stdin=people)
    assert (ended.code, ended.err) == (0, "")
    assert [json.loads(line) for line in ended.out.splitlines()] == [
        {
            "line": 1,
            "code": "r2",
            "status": "confirmed",
            "position": None,
            "error": None,
            "message": None,
            **CALM,
        },
        {
            "line": 2,
            "code": "r1",
            "status": "confirmed",
            "position": None,
            "error": None,
            "message": None,
            **CALM,
        },
    ]


def test_the_moment_of_a_line_is_read_once(kickoff: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    read, seen = dates.read_past_moment, list[str]()

    def counted(text: str, *, zone: str, now: datetime) -> Moment:
        seen.append(text)
        return read(text, zone=zone, now=now)

    monkeypatch.setattr(dates, "read_past_moment", counted)
    kickoff(
        *ADD,
        "-",
        stdin=said(
            "name,email,received_at",
            "Ans,ans@example.org,9 januari 10 uur",
            "Bea,bea@example.org,",
            "Cas,cas@example.org,overmorgen of zo",
        ),
    )
    assert seen == ["9 januari 10 uur", "overmorgen of zo"]


def test_a_closing_is_worked_out_once_for_a_whole_list(
    kickoff: Netwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, seen = Event.closing, list[str]()

    def counted(event: Event) -> datetime | None:
        seen.append(event.slug)
        return found.__get__(event)  # type: ignore[no-any-return]

    monkeypatch.setattr(Event, "closing", property(counted))
    people = json_lines(*({"name": f"P{n}", "email": f"p{n}@example.org"} for n in range(20)))
    assert kickoff(*ADD, "-", stdin=people).code == 0
    assert seen == ["kickoff"]


def test_who_asked_first_has_the_last_seat_wherever_the_line_stands(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--capacity", "1", "--no-draft")
    people = json_lines(
        {"name": "Ans", "email": "ans@example.org", "received_at": "2024-01-09 15:00"},
        {"name": "Bea", "email": "bea@example.org", "received_at": "2024-01-09 09:00"},
    )
    assert netwerk(*ADD, "-", stdin=people).lines == [
        ["1", "r2", "waiting", "1"],
        ["2", "r1", "confirmed", ""],
    ]


def test_lines_fill_the_seats_and_then_the_queue(kickoff: Netwerk) -> None:
    people = json_lines(*({"name": f"P{n}", "email": f"p{n}@example.org"} for n in range(1, 6)))
    assert kickoff(*ADD, "-", stdin=people) == Ended(
        0,
        said(
            "1\tr1\tconfirmed\t",
            "2\tr2\tconfirmed\t",
            "3\tr3\tconfirmed\t",
            "4\tr4\twaiting\t1",
            "5\tr5\twaiting\t2",
        ),
        said(
            "Line 4: P4 (r4) is number 1 on the waiting list of 'kickoff'.",
            "Line 5: P5 (r5) is number 2 on the waiting list of 'kickoff'.",
            "5 lines read: 3 with a seat, 2 waiting, 0 unchanged.",
        ),
    )


def test_rejected_lines_stop_no_other(kickoff: Netwerk) -> None:
    kickoff.register("Ans")
    people = "name,email\nAns,ans@example.org\nBea,bea@example.org\n,cas@example.org\nDirk,dirk\nEef,eef@example.org\n"
    twice = "r1 of 'kickoff' has the same address and another name."
    no_name = "--name: it is empty."
    no_address = "--email: it is not an address such as name@example.org."
    results = [
        {"line": 2, "code": None, "status": None, "position": None, "error": "already_registered", "message": twice,
         **CALM},
        {"line": 3, "code": "r2", "status": "confirmed", "position": None, "error": None, "message": None, **CALM},
        {"line": 4, "code": None, "status": None, "position": None, "error": "usage", "message": no_name, **CALM},
        {"line": 5, "code": None, "status": None, "position": None, "error": "usage", "message": no_address, **CALM},
        {"line": 6, "code": "r3", "status": "confirmed", "position": None, "error": None, "message": None, **CALM},
    ]  # fmt: skip
    ended = kickoff(*ADD, "-", "--json", stdin=people)
    assert (ended.code, ended.error) == (
        8,
        {
            "code": "rows_rejected",
            "exit_code": 8,
            "message": "3 of 5 lines were rejected, 2 taken.",
            "hint": "Each line above says why; mend those and run them again.",
            "details": {"count": 5, "rejected": 3, "taken": 2, "results": results},
        },
    )
    assert kickoff.statuses() == {"r1": "confirmed", "r2": "confirmed", "r3": "confirmed"}


def test_rejected_lines_are_told_to_a_person(kickoff: Netwerk) -> None:
    assert kickoff(*ADD, "-", "--no-waiting-list", stdin="name,email\nAns,ans\n") == Ended(
        8,
        "",
        said(
            "Line 2: --email: it is not an address such as name@example.org.",
            "Error: 1 of 1 line was rejected, 0 taken.",
            "Each line above says why; mend those and run them again.",
        ),
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name\nAns\n", " has no column that holds 'email'; it has: name.\nSay which one does: --map"),
        ("name,email,email\nAns,a@example.org,\n", " cannot be read: two columns are called 'email'.\n"),
        ("name,email\nAns,a@example.org,x\n", ", line 2: it has more values than the heading has names.\n"),
        ('name,email\nAns,"a@example.org\n', ", line 2: it cannot be read as CSV ("),
        ('{"name": "Ans", "email": "a@example.org"}\nBea\n', ", line 2: it is not a JSON object.\n"),
        (
            '{"name": "Ans", "email": "a@example.org", "name": "Bea"}\n',
            ", line 1: a name stands in it twice.\n",
        ),
        ("", " cannot be read: it is empty.\n"),
    ],
)
def test_malformed_file_changes_nothing(kickoff: Netwerk, text: str, complaint: str) -> None:
    source, before = kickoff.folder / "lijst", kickoff.stored()
    source.write_text(text)
    ended = kickoff(*ADD, str(source))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"Error: {source}{complaint}")
    assert kickoff.stored() == before


def test_list_of_another_program_is_read_as_the_import_reads_it(kickoff: Netwerk) -> None:
    source = kickoff.folder / "lijst.csv"
    source.write_bytes("Naam;E-mailadres;Leeftijd\r\nAns Voorbeeldé;a@example.org;40\r\n".encode("cp1252"))
    assert kickoff(*ADD, str(source)) == Ended(
        0,
        said("2\tr1\tconfirmed\t"),
        said("Not read: Leeftijd.", "1 line read: 1 with a seat, 0 waiting, 0 unchanged."),
    )
    assert kickoff("registration", "show", "kickoff", "r1", "--json").json["name"] == "Ans Voorbeeldé"


def test_folder_is_no_file_of_lines(kickoff: Netwerk) -> None:
    ended = kickoff(*ADD, str(kickoff.folder))
    assert (ended.code, ended.out) == (1, "")


def test_dry_run_registers_nobody(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert kickoff(*ADD, "-", "--dry-run", stdin=CSV) == Ended(
        0, TAKEN, said(WOULD, "This was a dry run: nothing was changed.")
    )
    assert kickoff.files() == before


def test_lines_go_without_options_for_one_person(kickoff: Netwerk) -> None:
    assert kickoff(*ADD, "-", "--name", "Ans", stdin=CSV) == Ended(
        2,
        "",
        said(
            "Error: --from: the lines say who registers; leave the other options out.",
            "See '--from' in the help of this command.",
        ),
    )


def test_unknown_event_is_refused_before_any_line(kickoff: Netwerk) -> None:
    assert kickoff("registration", "add", "weg", "--from", "-", stdin=CSV).code == 3


def test_two_hundred_and_fifty_places_fill_in_one_step(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--capacity", "250", "--when-full", "close")
    people = json_lines(*({"name": f"P{n}", "email": f"p{n}@example.org"} for n in range(1, 252)))
    error = kickoff(*ADD, "-", "--json", stdin=people).error
    assert (error["details"]["count"], error["details"]["rejected"]) == (251, 1)
    assert error["details"]["results"][-1]["error"] == "event_full"
    shown = kickoff("event", "show", "kickoff", "--json").json
    assert [shown[key] for key in ("status", "confirmed", "free", "closed_by")] == ["closed", 250, 0, "full"]
