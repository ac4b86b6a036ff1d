"""`import registrations`: the export of a form, again and again, as an organiser sees it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.calling import Ended, Netwerk, said

IMPORT = ("import", "registrations", "kickoff")
HEADING = "Tijdstip;Naam;E-mailadres;Organisatie"
ANS = "9/01/2024 8:05;Ans Voorbeeld;ans@example.org;CLB"
BEA = "9/01/2024 8:01;Bea Voorbeeld;bea@example.org;"
COLUMNS = "Columns: Tijdstip = received; Naam = name; E-mailadres = e-mail; Organisatie = organisation."
SPAN = "Received from Tuesday 9 January 2024 at 08:01 to Tuesday 9 January 2024 at 08:05, in Europe/Brussels."


def lines(*rows: str, heading: str = HEADING) -> str:
    return "".join(f"{row}\r\n" for row in (heading, *rows))


def put(desk: Netwerk, text: str, name: str = "lijst.csv", encoding: str = "cp1252") -> str:
    path = desk.folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


def counts(desk: Netwerk, *arguments: str, stdin: str = "") -> dict[str, int]:
    """Return what the rows came to, without what none came to."""
    ended = desk(*IMPORT, *arguments, "--json", stdin=stdin)
    result = ended.error["details"] if ended.code == 8 else ended.json
    assert sum(result["counts"].values()) == result["read"]
    return {kind: count for kind, count in result["counts"].items() if count}


def test_first_reading_says_what_is_read_as_what_and_what_came_of_it(kickoff: Netwerk) -> None:
    assert kickoff(*IMPORT, put(kickoff, lines(ANS, BEA))) == Ended(
        0, "", said(COLUMNS, SPAN, "2 rows read: 2 with a seat.")
    )
    assert [(r["code"], r["name"]) for r in kickoff("registration", "list", "kickoff", "--json").json] == [
        ("r1", "Bea Voorbeeld"),
        ("r2", "Ans Voorbeeld"),
    ]


def test_second_reading_is_silent_about_rows_and_writes_nothing(kickoff: Netwerk) -> None:
    path = put(kickoff, lines(ANS, BEA))
    kickoff.done(*IMPORT, path)
    before = kickoff.stored()
    assert kickoff(*IMPORT, path) == Ended(0, "", said(COLUMNS, SPAN, "2 rows read: 2 unchanged."))
    assert kickoff.stored() == before


def test_result_for_scripts(kickoff: Netwerk) -> None:
    result = kickoff(*IMPORT, "-", "--json", stdin=lines(ANS)).json
    assert result == {
        "action": "import.registrations",
        "changed": True,
        "dry_run": False,
        "event": "kickoff",
        "read": 1,
        "counts": {
            "confirmed": 1, "pending": 0, "waiting": 0, "no_seat": 0, "updated": 0, "unchanged": 0, "cancelled": 0,
            "late": 0, "duplicate": 0, "same_address_other_name": 0, "no_address": 0, "bad_address": 0, "refused": 0,
        },
        "mapping": {
            "Tijdstip": "received_at", "Naam": "name", "E-mailadres": "email", "Organisatie": "organisation"
        },
        "lookalikes": 0,
        "unread": [],
        "timezone": "Europe/Brussels",
        "first": "2024-01-09T08:05:00+01:00",
        "last": "2024-01-09T08:05:00+01:00",
        "rows": [
            {
                "row": 2, "outcome": "confirmed", "registration": "r1", "message": None, "column": None,
                "value": None, "suggestion": None, "position": None, "warnings": [],
                "changes": {},
            }
        ],
        "kept": [],
        "promoted": [],
        "warnings": [],
        "change": "c2",
    }  # fmt: skip


FAULTY = (
    ANS,
    BEA,
    "9/01/2024 9:00;Ans Voorbeeld; ANS@example.org ;",
    "9/01/2024 9:01;Cas Voorbeeld;ans@example.org;",
    "9/01/2024 9:02;Dirk Voorbeeld;dirk@example,org;",
    "9/01/2024 9:03;Eef Voorbeeld;;",
    "9/01/2024 9:04;;fien@example.org;",
    "31/02/2024 9:05;Gil Voorbeeld;gil@example.org;",
    "9/01/2024 9:06;Hans Voorbeeld;hans@example.org;",
    "9/01/2024 9:07;Ine Voorbeeld;ine@example.org;",
)


def test_every_fault_of_every_row_is_told_in_one_run(kickoff: Netwerk) -> None:
    ended = kickoff(*IMPORT, put(kickoff, lines(*FAULTY)))
    assert (ended.code, ended.out) == (8, "")
    told = ended.err.splitlines()[2:]
    assert told == [
        "Row 4 (Ans Voorbeeld): The same person stands in row 2.",
        "Row 5 (Cas Voorbeeld): r2 of 'kickoff' has the same address and another name.",
        "Row 6 (Dirk Voorbeeld): e-mail: it is not an address such as name@example.org. (dirk@example,org) "
        "Perhaps dirk@example.org is meant.",
        "Row 7 (Eef Voorbeeld): There is no e-mail address.",
        "Row 8 (–): name: it is empty.",
        "Row 9 (Gil Voorbeeld): '31/02/2024 9:05' is not a usable date or time: February never has more "
        "than 29 days, and the first is 1.",
        "10 rows read: 3 with a seat, 1 on the waiting list, 1 there before, 1 with another name on the same "
        "address, 1 without an address, 1 with a wrong address, 2 refused.",
        "Error: Not taken: 5 of 10 rows.",
        "Each line above says why; --rejects FILE writes those rows, to be mended and read again.",
    ]


def test_rejected_rows_are_mended_and_read_again(kickoff: Netwerk) -> None:
    rejects = kickoff.folder / "mis.csv"
    assert kickoff(*IMPORT, put(kickoff, lines(*FAULTY)), "--rejects", str(rejects)).code == 8
    rows = rejects.read_bytes().decode("cp1252")
    assert rows == lines(*(FAULTY[at] for at in (3, 4, 5, 6, 7)))
    kickoff.done("event", "edit", "kickoff", "--capacity", "9")
    mended = rows.replace("dirk@example,org", "dirk@example.org")
    assert counts(kickoff, put(kickoff, mended, "mis.csv"))["confirmed"] == 1


def test_details_of_exit_8_have_the_shape_of_the_result(kickoff: Netwerk) -> None:
    details = kickoff.error(*IMPORT, put(kickoff, lines(*FAULTY)))["details"]
    wrong = next(row for row in details["rows"] if row["outcome"] == "bad_address")
    assert list(details)[:6] == ["action", "changed", "dry_run", "event", "read", "counts"]
    assert (wrong["row"], wrong["column"], wrong["value"], wrong["suggestion"]) == (
        6, "email", "dirk@example,org", "dirk@example.org",
    )  # fmt: skip


def test_dry_run_shows_the_exact_plan_and_touches_nothing(kickoff: Netwerk) -> None:
    path, rejects = put(kickoff, lines(*FAULTY)), kickoff.folder / "mis.csv"
    before = kickoff.files()
    dry = kickoff.error(*IMPORT, path, "--rejects", str(rejects), "-n")["details"]
    assert kickoff.files() == before
    wet = kickoff.error(*IMPORT, path)["details"]
    assert (dry.pop("dry_run"), wet.pop("dry_run")) == (True, False)
    assert (dry.pop("change"), wet.pop("change")) == (None, "c2")
    assert dry == wet


def test_corrected_row_says_what_it_was_and_what_it_is(kickoff: Netwerk) -> None:
    kickoff.done(*IMPORT, put(kickoff, lines(ANS, BEA)))
    ended = kickoff(*IMPORT, put(kickoff, lines(ANS.replace("CLB", "CLB Oost"), BEA)))
    assert ended.err.splitlines()[2:] == [
        "Row 2 (Ans Voorbeeld): organisation: CLB → CLB Oost",
        "2 rows read: 1 corrected, 1 unchanged.",
    ]
    shown = kickoff("registration", "show", "kickoff", "r2", "--json").json
    assert shown["history"][-1]["changes"] == {"organisation": ["CLB", "CLB Oost"]}


def test_person_cancelled_here_is_told_and_stays_so(kickoff: Netwerk) -> None:
    path = put(kickoff, lines(ANS, BEA))
    kickoff.done(*IMPORT, path).done("registration", "cancel", "kickoff", "ans@example.org")
    ended = kickoff(*IMPORT, path)
    assert ended.code == 0
    assert ended.err.splitlines()[2:] == [
        "Row 2 (Ans Voorbeeld): r2 of 'kickoff' is cancelled since Wednesday 10 January 2024 at 09:00; "
        "an older request changes nothing.",
        "2 rows read: 2 unchanged.",
    ]


def test_who_moves_up_because_the_form_cancelled_somebody_is_named(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--capacity", "1")
    heading, rows = f"{HEADING};Status", (f"{ANS};ok", f"{BEA};ok")
    kickoff.done(*IMPORT, put(kickoff, lines(*rows, heading=heading)))
    ended = kickoff(*IMPORT, put(kickoff, lines(f"{ANS};ok", f"{BEA};Geannuleerd", heading=heading)))
    assert ended.err.splitlines()[2:] == [
        "Row 3 (Bea Voorbeeld): The list says that it is cancelled.",
        "Ans Voorbeeld (r2) moved up from the waiting list.",
        "2 rows read: 1 unchanged, 1 cancelled.",
    ]


def test_one_reading_is_one_change_to_take_back(kickoff: Netwerk) -> None:
    before = kickoff("registration", "list", "kickoff", "--all", "--json").json
    kickoff.done(*IMPORT, put(kickoff, lines(ANS, BEA)), "--map", "Naam=name").done("undo", "--yes")
    assert kickoff("registration", "list", "kickoff", "--all", "--json").json == before
    assert counts(kickoff, put(kickoff, lines(ANS, BEA))) == {"confirmed": 2}


def test_change_is_called_after_what_became_of_people_though_the_event_learns_the_columns(
    kickoff: Netwerk,
) -> None:
    kickoff.done(
        *IMPORT,
        put(kickoff, lines(ANS, heading="Moment;Wie;Waar;Club")),
        "--map",
        "Wie=name",
        "--map",
        "Waar=email",
    )
    last = kickoff("undo", "--list", "--json").json[-1]
    assert (last["what"], last["records"]) == ("registered", ["kickoff", "kickoff r1"])


def test_who_looks_like_somebody_is_told_once_and_placed(kickoff: Netwerk) -> None:
    twin = ANS.replace("8:05", "8:06").replace("ans@example.org", "ans@exmaple.org")
    path = put(kickoff, lines(ANS, twin))
    assert kickoff(*IMPORT, path).err.splitlines()[2:] == [
        "Row 3 (Ans Voorbeeld): Careful: this looks like r1: the same name, another address.",
        "2 rows read: 2 with a seat.",
    ]
    assert kickoff(*IMPORT, path, "--json").json["lookalikes"] == 0


def test_organisation_is_written_as_the_list_has_it_and_stays_so(kickoff: Netwerk) -> None:
    path = put(kickoff, lines(ANS, BEA.replace("8:01", "8:30") + "clb"))
    kickoff.done(*IMPORT, path)
    assert kickoff("registration", "show", "kickoff", "r2", "--json").json["organisation"] == "CLB"
    assert counts(kickoff, path) == {"unchanged": 2}


# ------------------------------------------------------------------- the columns
def test_what_was_said_of_a_column_is_kept_for_the_next_file(kickoff: Netwerk) -> None:
    heading, ans, bea = "Persoon;Mail", "Ans;ans@example.org", "Bea;bea@example.org"
    path = put(kickoff, lines(ans, heading=heading))
    assert kickoff(*IMPORT, path).code == 2
    assert counts(kickoff, path, "--map", "Persoon=name") == {"confirmed": 1}
    assert counts(kickoff, put(kickoff, lines(ans, bea, heading=heading))) == {"confirmed": 1, "unchanged": 1}
    kickoff.done("event", "copy", "kickoff", "volgende", "--starts", "2024-02-26 9:30").done(
        "event", "open", "volgende"
    )
    assert kickoff("import", "registrations", "volgende", path, "--json").json["counts"]["confirmed"] == 2


@pytest.mark.parametrize(
    ("text", "arguments", "complaint"),
    [
        ("", (), "cannot be read: it is empty."),
        (lines(), (), "cannot be read: there is no row under its heading."),
        (lines(ANS, f"{BEA};te veel"), (), ", line 3: it has more values than the heading has names."),
        ("Ingevuld op,Naam,Mail\n3/4/2023,Ans,a@example.org\n", (), ", row 2: the dates"),
        (lines(ANS, "1/13/2024 9:00;Bea;bea@example.org;", ANS.replace("9/", "14/")), (), ": under 'Tijdstip' the day"),
        (lines(ANS), ("--map", "Weg=name"), " has no column 'Weg'; it has: Tijdstip, Naam, E-mailadres, Organisatie."),
        (lines(ANS, heading=HEADING.replace("E-mailadres", "Naam")), (), " cannot be read: two columns are called"),
        (lines(ANS, heading=HEADING.replace("Naam", "Gsm")), (), " has no column that holds 'name'; it has: "),
    ],
    ids=["empty", "heading", "too many cells", "undecided", "two notations", "no such column", "alike", "no name"],
)  # fmt: skip
def test_unusable_list_changes_nothing(
    kickoff: Netwerk, text: str, arguments: Sequence[str], complaint: str
) -> None:
    path, before = put(kickoff, text), kickoff.stored()
    ended = kickoff(*IMPORT, path, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert complaint in ended.err.splitlines()[0]
    assert kickoff.stored() == before


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "FILE: give either a file or --watch DIR."),
        (("lijst", "--watch", "map"), "FILE: give either a file or --watch DIR."),
        (("lijst", "--on-full", "duw"), "--on-full: choose from wait, reject."),
        (("lijst", "--map", "naam"), "--map: write it as COLUMN=FIELD."),
        (("--watch", "map", "--rejects", "mis"), "--rejects: it goes with a file."),
        (("lijst", "--rejects", "-"), "--rejects: name a file."),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    kickoff: Netwerk, arguments: Sequence[str], why: str
) -> None:
    ended = kickoff(*IMPORT, *arguments)
    assert (ended.code, ended.err.splitlines()[0]) == (2, f"Error: {why}")


def test_rejects_are_not_written_over_the_data_file(kickoff: Netwerk) -> None:
    before = kickoff.stored()
    ended = kickoff(*IMPORT, put(kickoff, lines(ANS)), "--rejects", str(kickoff.db))
    assert (ended.code, kickoff.stored()) == (4, before)


def test_full_event_refuses_where_nobody_may_wait(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--capacity", "1")
    path = put(kickoff, lines(ANS, BEA))
    assert counts(kickoff, path, "--on-full", "reject") == {"confirmed": 1, "refused": 1}
    assert counts(kickoff, path) == {"unchanged": 1, "waiting": 1}


def test_missing_file_and_event_are_not_found(kickoff: Netwerk) -> None:
    assert kickoff(*IMPORT, str(kickoff.folder / "weg.csv")).code == 3
    assert kickoff("import", "registrations", "weg", put(kickoff, lines(ANS))).code == 3


# ------------------------------------------------------------- our own output
HARD = (
    "'s-Gravenhage", "=1+1", "+32 470", "-", "@home", "'=x", "Zoë; \"Nep\", jr.", "d’Exempel \\t", "007",
    "\u202fŻółć 東京 أ", "Voorbeeld, Ans van",
)  # fmt: skip


@pytest.mark.parametrize(
    "export",
    [
        ("--format", "csv"),
        ("--excel",),
        ("--excel", "--lang", "nl"),
        ("--format", "json"),
        ("--format", "xlsx"),
        ("--format", "xlsx", "--lang", "nl"),
    ],
    ids=" ".join,
)
def test_own_export_read_back_changes_nothing(kickoff: Netwerk, export: Sequence[str]) -> None:
    kickoff.done("event", "edit", "kickoff", "--capacity", "9")
    people = [
        {
            "name": name,
            "email": f"p{at}@example.org",
            "organisation": name,
            "note": f"{name}\nregel",
            "role": name,
        }
        for at, name in enumerate(HARD)
    ]
    kickoff.done(
        "registration", "add", "kickoff", "--from", put(kickoff, json.dumps(people), encoding="utf-8")
    )
    kickoff.done("registration", "cancel", "kickoff", "r2")
    target, before = str(kickoff.folder / "uit"), kickoff.stored()
    every = [f"--status={status}" for status in ("confirmed", "waiting", "cancelled")]
    kickoff.done("export", "attendees", "kickoff", *export, *every, "-o", target)
    kickoff.at("2024-01-11T09:00:00+01:00")
    assert counts(kickoff, target) == {"unchanged": len(HARD)}
    assert kickoff.stored() == before


def test_own_listing_read_back_changes_nothing(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk")
    before = kickoff.stored()
    for form in ((), ("--json",)):
        out = kickoff("registration", "list", "kickoff", *form).out
        assert counts(kickoff, "-", stdin=out) == {"unchanged": 4}
    assert kickoff.stored() == before


def test_sample_of_a_form_is_taken_whole(kickoff: Netwerk) -> None:
    sample = Path(__file__).parents[2] / "data" / "kickoff-2024-formulier.csv"
    kickoff.done("event", "edit", "kickoff", "--capacity", "9")
    assert counts(kickoff, str(sample)) == {"confirmed": 5}
    shown = kickoff("registration", "list", "kickoff", "--fields", "name", "--sort", "received_at").lines
    assert shown[0] == ["Testine van den Nepstra"]
    assert shown[3] == ["Mockel ’t Proefkonijn"]


def test_answers_in_dutch(kickoff: Netwerk) -> None:
    ended = kickoff(*IMPORT, put(kickoff, lines(*FAULTY)), "--lang", "nl")
    assert ended.err.splitlines()[-3:] == [
        "10 rijen gelezen: 3 met een plaats, 1 op de wachtlijst, 1 dubbel, 1 met een andere naam op hetzelfde adres, "
        "1 zonder adres, 1 met een fout adres, 2 geweigerd.",
        "Fout: Niet overgenomen: 5 van 10 rijen.",
        "Hierboven staat per rij waarom; --rejects BESTAND schrijft die rijen weg, om te verbeteren en opnieuw in te "
        "lezen.",
    ]
