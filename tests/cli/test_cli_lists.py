"""Lists for every hand: only what changed, a file for each session or organisation, profiles, paper."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest

from tests.cli.calling import NOW, Netwerk, said

EXPORT = ("export", "attendees", "kickoff")


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    kickoff.done("registration", "add", "kickoff", "--name", "Ans de Vries", "--email", "ans@example.org")
    kickoff.done(
        "registration",
        "add",
        "kickoff",
        "--name",
        "Bo Aerts",
        "--email",
        "bo@example.org",
        "--organisation",
        "CLB É/1",
    )
    return kickoff


def changed(desk: Netwerk, *options: str) -> list[tuple[str, str]]:
    rows = json.loads(desk(*EXPORT, "--format", "json", *options).out)
    return [(row["change"], row["code"]) for row in rows]


# ------------------------------------------------------------------ what changed
def test_only_what_changed_since_the_last_time_with_a_word_for_it(desk: Netwerk) -> None:
    assert changed(desk, "--since", "last") == [("added", "r1"), ("added", "r2")]
    desk.register("Cas").done("registration", "edit", "kickoff", "r1", "--role", "spreker")
    desk.done("registration", "cancel", "kickoff", "r2")
    assert changed(desk, "--since", "last") == [("changed", "r1"), ("cancelled", "r2"), ("added", "r3")]
    ended = desk(*EXPORT, "--since", "last")
    assert (ended.code, ended.out) == (9, "")
    assert ended.err.startswith("Error: Nothing changed in 'kickoff' since the last time.\n")


def test_where_nothing_changed_no_file_is_written(desk: Netwerk) -> None:
    desk.done(*EXPORT, "--since", "last", "-o", str(desk.folder / "een.csv"))
    before = desk.files()
    assert desk(*EXPORT, "--since", "last", "-o", str(desk.folder / "twee.csv")).code == 9
    assert desk.files() == before


def test_each_profile_has_a_last_time_of_its_own(desk: Netwerk) -> None:
    settings(desk, '[profiles.badges]\nfields = ["code", "name"]\n')
    changed(desk, "--since", "last")
    assert changed(desk, "--since", "last", "--profile", "badges") == [("added", "r1"), ("added", "r2")]


def test_what_is_in_no_column_is_no_change(desk: Netwerk) -> None:
    changed(desk, "--since", "last")
    desk.done("registration", "edit", "kickoff", "r1", "--role", "spreker")
    assert desk(*EXPORT, "--since", "last", "--fields", "name,email").code == 9


def test_only_what_changed_since_a_moment(desk: Netwerk) -> None:
    desk.at("2024-01-11T09:00:00+01:00").register("Cas")
    before = desk.files()
    assert changed(desk, "--since", "10 januari 2024 12:00") == [("added", "r3")]
    assert desk(*EXPORT, "--since", "2024-01-11 09:00").code == 9
    assert desk(*EXPORT, "--since", "2024-01-12 09:00").code == 2
    assert desk.files() == before


def test_who_lost_a_seat_is_cancelled_on_the_list_of_seats(desk: Netwerk) -> None:
    changed(desk, "--since", "last")
    desk.done("registration", "cancel", "kickoff", "r1")
    row = json.loads(desk(*EXPORT, "--since", "last", "--format", "json").out)[0]
    assert (row["change"], row["status"]) == ("cancelled", "cancelled")


# -------------------------------------------------------------------- several files
def test_a_file_for_each_organisation(desk: Netwerk) -> None:
    desk.register("Cas").done("registration", "edit", "kickoff", "r3", "--organisation", "clb e/1")
    folder = desk.folder / "lijsten"
    assert desk(*EXPORT, "--split", "organisation", "-o", str(folder), "--fields", "name").err == said(
        f"Wrote {folder / 'kickoff-no-organisation.csv'}.", f"Wrote {folder / 'kickoff-clb-e-1.csv'}."
    )
    assert (folder / "kickoff-clb-e-1.csv").read_text("utf-8") == "name\nBo Aerts\nCas Voorbeeld\n"
    again = desk(*EXPORT, "--split", "organisation", "-o", str(folder), "--fields", "name").err
    assert "kickoff-clb-e-1.csv says this already; it was left as it is.\n" in again


def test_a_file_for_each_session_has_who_has_that_seat(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "kickoff", "--title", "Reeks")
    for number in (1, 2, 3):
        netwerk.done(
            "session",
            "add",
            "kickoff",
            f"d{number}",
            "--starts",
            f"2024-02-0{number} 10:00",
            "--duration",
            "1h",
        )
    netwerk.done("session", "cancel", "kickoff", "d3").register("Ans", "Bo")
    netwerk.done("registration", "excuse", "kickoff", "r2", "--session", "d2")
    netwerk.done(
        *EXPORT, "--split", "session", "-o", str(netwerk.folder / "uit"), "--fields", "code", "--format", "md"
    )
    assert {path.name: path.read_text("utf-8") for path in (netwerk.folder / "uit").iterdir()} == {
        "kickoff-d1.md": "| Code |\n| --- |\n| r1 |\n| r2 |\n",
        "kickoff-d2.md": "| Code |\n| --- |\n| r1 |\n",
    }


@pytest.mark.parametrize(
    "options", [("--split", "session"), ("--split", "role", "-o", "uit"), ("--format", "pdf")]
)
def test_what_cannot_be_written_is_refused(desk: Netwerk, options: tuple[str, ...]) -> None:
    assert desk(*EXPORT, *options).code == 2


# ------------------------------------------------------------------ paper and pages
def test_empty_columns_have_a_title_in_every_format(desk: Netwerk) -> None:
    options = ("--fields", "name", "--sort", "family_name", "--blank", "Handtekening", "--blank", "=1+1")
    assert desk(*EXPORT, *options).out == "name,Handtekening,=1+1\nBo Aerts,,\nAns de Vries,,\n"
    assert desk(*EXPORT, *options, "--format", "md").out == (
        "| Name | Handtekening | =1+1 |\n| --- | --- | --- |\n| Bo Aerts |  |  |\n| Ans de Vries |  |  |\n"
    )
    assert desk(*EXPORT, *options, "--format", "jsonl").out == (
        '{"Handtekening": null, "=1+1": null, "name": "Bo Aerts"}\n'
        '{"Handtekening": null, "=1+1": null, "name": "Ans de Vries"}\n'
    )


def test_a_page_holds_nothing_that_anybody_typed_as_markup(desk: Netwerk) -> None:
    desk.done("registration", "edit", "kickoff", "r1", "--name", "<b>Ans</b> & 'Co'", "--note", "a|b\nc*")
    page = desk(*EXPORT, "--format", "html", "--fields", "name,received_at", "--lang", "nl").out
    assert '<html lang="nl">' in page
    assert "<tr><td>&lt;b&gt;Ans&lt;/b&gt; &amp; &#x27;Co&#x27;</td><td>10/01/2024 09:00</td></tr>\n" in page
    assert not any(word in page for word in ("http:", "https:", "<script", "src="))
    assert desk(*EXPORT, "--format", "md", "--fields", "note").out.splitlines()[2] == "| a\\|b<br>c\\* |"


def test_a_workbook_filters_by_its_heading_and_holds_no_formula(desk: Netwerk) -> None:
    desk.done("registration", "edit", "kickoff", "r1", "--name", "=1+1")
    data = desk.raw(*EXPORT, "--format", "xlsx", "--blank", "=2+2")[1]
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:K3", "A2")
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "d", "n"}  # n: empty
    assert sheet["B2"].value == "=1+1"
    assert sheet.column_dimensions["C"].width > 10


# ------------------------------------------------------------------------ profiles
def settings(desk: Netwerk, text: str) -> None:
    (desk.folder / "config.toml").write_text(text, "utf-8")


def test_a_profile_says_what_was_not_typed(desk: Netwerk) -> None:
    settings(
        desk,
        '[profiles.badges]\nfields = ["name", "organisation"]\nsort = "family_name"\nblank = ["Tafel"]\n',
    )
    assert (
        desk(*EXPORT, "--profile", "badges").out
        == "name,organisation,Tafel\nBo Aerts,CLB É/1,\nAns de Vries,,\n"
    )
    assert desk(*EXPORT, "--profile", "badges", "--fields", "code").out == "code,Tafel\nr2,\nr1,\n"


@pytest.mark.parametrize(
    ("text", "name", "problem"),
    [
        ("", "badges", "there is no profile 'badges'; the settings have: -"),
        ("[profiles.lijst]\n", "badges", "there is no profile 'badges'; the settings have: lijst"),
        ("[profiles.badges]\ncolour = 'red'\n", "badges", "a profile is a table with fields, sort"),
        ("profiles = 1\n", "badges", "there is no profile 'badges'"),
    ],
)
def test_a_profile_that_is_none_is_refused(desk: Netwerk, text: str, name: str, problem: str) -> None:
    settings(desk, text)
    ended = desk(*EXPORT, "--profile", name)
    assert (ended.code, problem in ended.err) == (2, True)


def test_settings_of_profiles_stand_in_nobodys_way(desk: Netwerk) -> None:
    settings(desk, '[profiles.badges]\nfields = "name"\n')
    assert desk("config").code == 0


# --------------------------------------------------------------------- other lists
def test_the_waiting_list_leaves_in_its_order(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--capacity", "1").register("Ans", "Cas", "Bo")
    assert kickoff("export", "waiting-list", "kickoff", "--fields", "position,code,name").out == (
        "position,code,name\n1,r2,Cas Voorbeeld\n2,r3,Bo Voorbeeld\n"
    )


def test_the_members_of_a_group_leave(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "kring")
    for name in ("Ans de Vries", "Bo Aerts"):
        email = f"{name[:2].lower()}@example.org"
        netwerk.done("group", "admit", "kring", "--name", name, "--email", email)
    rows = netwerk("export", "members", "kring", "--sort", "family_name", "--excel", "--lang", "nl").out
    assert [line.split(";")[:2] for line in rows.splitlines()] == [
        ["\ufeffCode", "Naam"],
        ["m2", "Bo Aerts"],
        ["m1", "Ans de Vries"],
    ]
    assert rows.splitlines()[1].split(";")[4:7] == ["lid", "", "10/01/2024 09:00"]


def test_events_leave_with_their_counts(kickoff: Netwerk) -> None:
    kickoff.register("Ans").done("event", "add", "later", "--no-draft")
    fields = ("--fields", "slug,status,seats_held,starts_at,sessions")
    assert kickoff("export", "events", *fields).out == (
        "slug,status,seats_held,starts_at,sessions\nkickoff,open,1,2024-01-26T09:30:00+01:00,main\nlater,open,0,,\n"
    )
    assert kickoff("export", "events", "--status", "cancelled").out.count("\n") == 1
    assert NOW.startswith("2024-01-10")
