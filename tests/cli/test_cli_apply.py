"""`netwerk apply`: the plan, all faults at once, one step, and nothing the second time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Ended, Netwerk, said

KICKOFF = """\
[event]
slug = "kickoff"
title = "Kick-off"
starts = "26 januari 2024 van 9u30 tot 16u"
capacity = 2
closes = 2024-01-16T16:00:00
"""
SERIES = """\
[event]
slug = "reeks"
members-of = "kring"

[[session]]
id = "dag-1"
starts = 2024-02-01T10:00:00
duration = "1u30"
within = "kickoff"

[[session]]
id = "dag-2"
to-be-announced = true

[[material]]
title = "Rapport"

[[milestone]]
title = "Plan"
due = "najaar 2024"
"""
GROUP = '[group]\nslug = "kring"\naccess = "closed"\n'
COUNTS = "{} created, {} changed, {} unchanged."


@pytest.fixture
def desk(netwerk: Netwerk, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """The program in the folder of the dossiers."""
    monkeypatch.chdir(netwerk.folder)
    write(netwerk, kickoff=KICKOFF, reeks=SERIES, kring=GROUP)
    return netwerk


@pytest.fixture
def applied(desk: Netwerk) -> Netwerk:
    return desk.done("apply", "kickoff.toml", "reeks.toml", "kring.toml")


def write(netwerk: Netwerk, **files: str) -> None:
    for name, text in files.items():
        (netwerk.folder / f"{name}.toml").write_text(text, encoding="utf-8")


# ------------------------------------------------------------------- the plan
def test_files_may_name_each_other_in_any_order(desk: Netwerk) -> None:
    assert desk("apply", "reeks.toml", "kring.toml", "kickoff.toml") == Ended(
        0,
        said(
            "created\tevent\treeks\ttitle\t\treeks",
            "created\tgroup\tkring\ttitle\t\tkring",
            "created\tevent\tkickoff\ttitle\t\tKick-off",
        ),
        said(COUNTS.format(3, 0, 0)),
    )


def test_a_second_run_writes_nothing(applied: Netwerk) -> None:
    before = applied.files()
    assert applied("apply", "kickoff.toml", "reeks.toml", "kring.toml") == Ended(
        0,
        said(
            "unchanged\tevent\tkickoff\t\t\t",
            "unchanged\tevent\treeks\t\t\t",
            "unchanged\tgroup\tkring\t\t\t",
        ),
        said(COUNTS.format(0, 0, 3)),
    )
    assert applied.files() == before


def test_each_key_that_differs_is_a_line_with_its_old_and_new_value(applied: Netwerk) -> None:
    write(applied, kickoff=KICKOFF.replace("= 2\n", '= 3\nlocation = "Brussel"\n'))
    write(
        applied, reeks=SERIES.replace('"1u30"', '"1u"').replace("najaar", "voorjaar").replace("Rapport", "R")
    )
    assert applied("apply", "kickoff.toml", "reeks.toml").out == said(
        "changed\tevent\tkickoff\tlocation\t\tBrussel",
        "changed\tevent\tkickoff\tcapacity\t2\t3",
        "changed\tevent\treeks\tsession.dag-1.ends\t2024-02-01T11:30:00+01:00\t2024-02-01T11:00:00+01:00",
        "changed\tevent\treeks\tmaterial.m1.kind\tdocument\t",
        "changed\tevent\treeks\tmaterial.m1.title\tRapport\t",
        "changed\tevent\treeks\tmaterial.m2.kind\t\tdocument",
        "changed\tevent\treeks\tmaterial.m2.title\t\tR",
        "changed\tevent\treeks\tmilestone.m1.due\t2024-11-30\t2024-05-31",
        "changed\tevent\treeks\tmilestone.m1.season\tnajaar 2024\tvoorjaar 2024",
    )


def test_a_dry_run_prints_the_same_plan_and_touches_nothing(applied: Netwerk) -> None:
    write(applied, kickoff=KICKOFF.replace("= 2\n", "= 3\n"))
    before = applied.files()
    dry = applied("apply", "kickoff.toml", "--dry-run")
    assert applied.files() == before
    assert dry.out == applied("apply", "kickoff.toml").out == "changed\tevent\tkickoff\tcapacity\t2\t3\n"
    assert dry.err == said(COUNTS.format(0, 1, 0), "This was a dry run: nothing was changed.")


def test_a_script_reads_the_plan_as_one_object(applied: Netwerk) -> None:
    write(applied, kickoff=KICKOFF.replace("= 2\n", "= 3\n"))
    assert applied("apply", "kickoff.toml", "kring.toml", "--json").json == {
        "action": "apply",
        "changed": True,
        "dry_run": False,
        "plan": [
            {
                "action": "changed",
                "kind": "event",
                "slug": "kickoff",
                "changes": [{"field": "capacity", "old": 2, "new": 3}],
            },
            {"action": "unchanged", "kind": "group", "slug": "kring", "changes": []},
        ],
        "lost": [],
        "warnings": [],
        "change": "c2",
        "promoted": [],
    }


def test_a_dossier_can_come_in_on_standard_input(desk: Netwerk) -> None:
    assert desk("apply", "-", stdin=KICKOFF).out == "created\tevent\tkickoff\ttitle\t\tKick-off\n"
    assert desk("apply", "-", stdin="[event]\n").err.startswith("-:1: [event] needs the key 'slug'.\n")


# ------------------------------------------------------------------- the rules
def test_a_raised_cap_moves_people_up(applied: Netwerk) -> None:
    applied.register("An", "Bo", "Cas")
    write(applied, kickoff=KICKOFF.replace("= 2\n", "= 3\n"))
    ended = applied("apply", "kickoff.toml")
    assert ended.err == said("Cas Voorbeeld (r3) moved up from the waiting list.", COUNTS.format(0, 1, 0))
    assert applied.statuses() == {"r1": "confirmed", "r2": "confirmed", "r3": "confirmed"}


def test_a_cap_below_the_seats_held_is_refused_unless_forced_with_a_reason(applied: Netwerk) -> None:
    applied.register("An", "Bo")
    write(applied, kickoff=KICKOFF.replace("= 2\n", "= 1\n"), kring=GROUP + 'title = "Kring"\n')
    before = applied.files()
    error = applied.error("apply", "kring.toml", "kickoff.toml")
    assert (error["code"], error["exit_code"]) == ("capacity_below_seats", 5)
    assert applied.error("apply", "kickoff.toml", "--force")["message"] == "--force needs a reason."
    assert applied.files() == before
    applied.done("apply", "kickoff.toml", "--force", "--reason", "kleinere zaal")
    assert applied.statuses() == {"r1": "confirmed", "r2": "confirmed"}
    assert ["edited", "kleinere zaal"] in applied("log", "kickoff", "--fields", "what,why").lines


def test_a_session_that_people_chose_is_not_taken_out(applied: Netwerk) -> None:
    applied.done(
        "registration", "add", "reeks", "--name", "An", "--email", "an@example.org", "--session", "dag-1",
        "--force", "--reason", "gast",
    )  # fmt: skip
    write(applied, reeks='[event]\nslug = "reeks"\n[[session]]\nid = "dag-2"\nto-be-announced = true\n')
    assert applied.error("apply", "reeks.toml")["code"] == "has_registrations"


def test_what_organisers_did_is_left_alone(applied: Netwerk) -> None:
    applied.done("session", "cancel", "reeks", "dag-1").done("milestone", "done", "reeks", "m1")
    applied.done("event", "close", "kickoff").done("event", "cancel", "reeks", "--yes")
    before = applied.files()
    assert applied("apply", "kickoff.toml", "reeks.toml").err == said(COUNTS.format(0, 0, 2))
    assert applied.files() == before


def test_a_session_is_put_back_on_and_a_milestone_reopened_when_the_dossier_says_so(applied: Netwerk) -> None:
    applied.done("session", "cancel", "reeks", "dag-1").done("milestone", "done", "reeks", "m1")
    write(applied, reeks=SERIES.replace("within", "cancelled = false\nwithin") + "done = false\n")
    assert applied("apply", "reeks.toml").out == said(
        "changed\tevent\treeks\tsession.dag-1.cancelled\t2024-01-10T09:00:00+01:00\t",
        "changed\tevent\treeks\tmilestone.m1.done\t2024-01-10T09:00:00+01:00\t",
    )


def test_a_key_that_is_taken_out_gets_its_default_again(applied: Netwerk) -> None:
    write(
        applied,
        kickoff='[event]\nslug = "kickoff"\nstarts = 2024-01-26T09:30:00\nends = 2024-01-26T16:00:00\n',
    )
    assert applied("apply", "kickoff.toml").out == said(
        "changed\tevent\tkickoff\ttitle\tKick-off\tkickoff",
        "changed\tevent\tkickoff\tcapacity\t2\t",
        "changed\tevent\tkickoff\tcloses\t2024-01-16T16:00:00+01:00\t",
    )


# ----------------------------------------------------------------- the faults
THREE = """\
[event]
slug = "drie"
titel = "Drie fouten"
closes = "maandag 16 januari 2024 16:00"

[[session]]
id = "a"
starts = 2024-01-26T16:00:00
ends = 2024-01-26T09:30:00
"""


def test_three_faults_are_three_lines_and_nothing_is_changed(desk: Netwerk) -> None:
    write(desk, drie=THREE)
    before = desk.files()
    assert desk("apply", "kickoff.toml", "drie.toml") == Ended(
        2,
        "",
        said(
            "drie.toml:3: There is no key 'titel' in [event]; the nearest is 'title'.",
            "drie.toml:4: 'maandag 16 januari 2024 16:00' is not a usable date or time: 16 January 2024 is a Tuesday, "
            "not a Monday.",
            "drie.toml:9: The end (Friday 26 January 2024 at 09:30) is not after the start (Friday 26 January 2024 at "
            "16:00).",
            "Error: 3 faults were found in the dossiers, so nothing was changed.",
            "Mend the lines named above; 'netwerk apply --dry-run FILE' looks again and touches nothing.",
        ),
    )
    assert desk.files() == before


def test_a_script_gets_the_faults_in_the_details(desk: Netwerk) -> None:
    write(desk, drie=THREE)
    error = desk.error("apply", "drie.toml")
    assert (error["code"], error["details"]["count"]) == ("usage", 3)
    assert [(one["path"], one["line"]) for one in error["details"]["faults"]] == [
        ("drie.toml", 3),
        ("drie.toml", 4),
        ("drie.toml", 9),
    ]


def test_faults_of_all_files_come_at_once_in_the_order_of_the_files(desk: Netwerk) -> None:
    write(desk, een="[event]\n", twee="slug =\n")
    lines = desk("apply", "twee.toml", "kickoff.toml", "een.toml").err.splitlines()
    assert lines[:2] == [
        "twee.toml:1: This is not TOML: a value is missing, or a text without quotes.",
        "een.toml:1: [event] needs the key 'slug'.",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            SERIES,
            ["a.toml:3: There is no group 'kring'.", "a.toml:9: There is no event 'kickoff'."],
        ),
        (
            '[event]\nslug = "x"\n[[session]]\nid = "a"\nto-be-announced = true\n[[session]]\nid = "a"\n'
            "starts = 2024-02-01\n",
            ["a.toml:7: 'a' is there twice: first on line 4 of a.toml."],
        ),
        (
            '[event]\nslug = "x"\nstarts = 2024-02-01\n[[session]]\nid = "a"\n',
            [
                "a.toml:3: 'starts' cannot go with [[session]]: the sessions say when.",
                "a.toml:4: starts: give a start, or to-be-announced = true.",
            ],
        ),
        (
            '[event]\nslug = "x"\n[[session]]\nid = "a"\nstarts = 2024-02-01\nto-be-announced = true\n',
            ["a.toml:6: to-be-announced: it goes without a time."],
        ),
        (
            '[event]\nslug = "x"\nopens = 2024-02-02T10:00:00\ncloses = 2024-02-01T10:00:00\n',
            [
                "a.toml:4: Registration would close (Thursday 1 February 2024 at 10:00) before it opens "
                "(Friday 2 February 2024 at 10:00)."
            ],
        ),
        (
            '[event]\nslug = "X Y"\ntimezone = "Mars"\nstarts = "morgn"\nends = "16:00"\nduration = "lang"\n',
            [
                "a.toml:2: slug: a name has only a-z, 0-9 and single hyphens, at most 80 characters.",
                "a.toml:3: 'Mars' is not a time zone.",
                "a.toml:4: 'morgn' is not a usable date or time: 'morgn' is not understood here.",
                "a.toml:5: '16:00' is not a usable date or time: it is only a time; give the day too.",
                "a.toml:6: duration: 'lang' is not a length of time such as 3h, 3u, 90m or 1u30.",
            ],
        ),
        (
            '[event]\nslug = "x"\nstarts = 2024-02-01T10:00:00\nends = 2024-02-01T11:00:00\nduration = "1u"\n',
            ["a.toml:5: duration: give either --ends or --duration."],
        ),
        (
            '[event]\nslug = "x"\nstarts = 2024-03-31T02:30:00\nonline = "teams"\nwhen-full = "wachtlijst"\n'
            'capacity = -1\norganisation-limit = "veel"\npromote = ""\n',
            [
                "a.toml:3: '2024-03-31T02:30:00' is not a usable date or time: the clocks skip that time in "
                "Europe/Brussels.",
                "a.toml:4: online: it is not a link such as https://example.org/room.",
                "a.toml:5: when-full: choose from waiting-list, close.",
                "a.toml:6: capacity: '-1' is not a whole number from 0, or none.",
                "a.toml:7: organisation-limit: 'veel' is not a whole number from 0, or none.",
                "a.toml:8: promote: choose from auto, manual.",
            ],
        ),
        (
            '[event]\nslug = "x"\ncapacity = 3\n[[event.set-aside]]\naudience = "A"\nseats = "none"\n'
            'until = 2024-01-01\n[[event.set-aside]]\naudience = "B"\nseats = 4\nuntil = 2024-01-20T12:00:00\n',
            [
                "a.toml:4: set-aside: more seats are set aside than there are.",
                "a.toml:6: seats: it is a whole number from 0.",
                "a.toml:7: '2024-01-01' is not a usable date or time: a time is needed too, as in 16:00.",
            ],
        ),
        (
            '[group]\nslug = "x"\naccess = "half"\n[[material]]\ntitle = ""\nkind = "link"\n[[milestone]]\n'
            'title = "P"\ndue = "winter 2021"\ndone = "gisteren"\n[[milestone]]\nid = "M 1"\ntitle = "Q"\n',
            [
                "a.toml:3: access: choose from open, semi-open, closed.",
                "a.toml:5: title: it is empty.",
                "a.toml:6: url: a link needs an address.",
                "a.toml:9: 'winter 2021' is not a usable date or time: a winter lasts from one year into the next; "
                "write both, as in winter 2021-2022.",
                "a.toml:10: 'gisteren' is not a usable date or time: a time is needed too, as in 16:00.",
                "a.toml:12: id: a name has only a-z, 0-9 and single hyphens, at most 80 characters.",
            ],
        ),
    ],
    ids=[
        "unknown host and group", "a session twice", "times twice", "a date for what has none",
        "closing before opening", "one table", "an end and a length", "values", "seats set aside", "a group",
    ],
)  # fmt: skip
def test_every_fault_is_on_its_line(desk: Netwerk, text: str, lines: list[str]) -> None:
    write(desk, a=text)
    ended = desk("apply", "a.toml")
    assert ended.code == 2
    assert ended.err.splitlines()[:-2] == lines


def test_a_name_that_stands_for_something_else_is_a_fault(applied: Netwerk) -> None:
    write(applied, a='[group]\nslug = "kickoff"\n', b='[event]\nslug = "kring"\n')
    taken = "The name '{}' stands for something else, or did once; names are never reused."
    assert applied("apply", "a.toml", "b.toml").err.splitlines()[:2] == [
        f"a.toml:2: {taken.format('kickoff')}",
        f"b.toml:2: {taken.format('kring')}",
    ]


def test_two_files_about_one_thing_are_a_fault(desk: Netwerk) -> None:
    write(desk, a=KICKOFF)
    assert desk("apply", "kickoff.toml", "a.toml").err.splitlines()[0] == (
        "a.toml:2: 'kickoff' is there twice: first on line 2 of kickoff.toml."
    )


def test_a_session_with_more_seats_than_the_event_is_worth_a_warning(desk: Netwerk) -> None:
    write(
        desk,
        a='[event]\nslug = "a"\ncapacity = 3\n[[session]]\nid = "x"\nto-be-announced = true\ncapacity = 4\n',
    )
    warning = "a.toml:7: Careful: its cap of 4 is above the event's 3."
    assert desk("apply", "a.toml", "--dry-run").err.splitlines()[0] == warning
    done = desk("apply", "a.toml", "--json").json
    assert done["warnings"] == [
        {"code": None, "path": "a.toml", "line": 7, "problem": warning.removeprefix("a.toml:7: ")}
    ]


@pytest.mark.parametrize("typed", ["26 januari", "morgen", "vrijdag 26 januari 16u", "over 2 weken"])
def test_a_date_that_means_another_day_later_is_worth_a_warning(desk: Netwerk, typed: str) -> None:
    write(desk, a=f'[event]\nslug = "a"\nstarts = "{typed}"\n')
    ended = desk("apply", "a.toml")
    assert (ended.code, ended.err.splitlines()[0]) == (
        0,
        f"a.toml:3: '{typed}' will mean another day later; write the year.",
    )


def test_a_date_that_is_the_same_whenever_it_is_read_is_not(applied: Netwerk) -> None:
    assert applied("apply", "kickoff.toml", "reeks.toml", "--json").json["warnings"] == []


def test_a_file_that_is_not_there_is_not_found_and_nothing_is_changed(desk: Netwerk) -> None:
    before = desk.files()
    assert desk("apply", "kickoff.toml", "nergens.toml") == Ended(
        3, "", said("Error: There is no file 'nergens.toml'.", "Check the path.")
    )
    assert desk.files() == before


def test_without_a_file_it_says_what_is_missing(desk: Netwerk) -> None:
    assert desk("apply").code == 2


def test_without_a_data_file_nothing_is_made(fresh: Netwerk) -> None:
    write(fresh, kickoff=KICKOFF)
    assert fresh("apply", str(fresh.folder / "kickoff.toml")).code == 6
    assert not fresh.db.exists()


def test_faults_are_named_in_dutch(desk: Netwerk) -> None:
    write(desk, drie=THREE)
    assert desk("apply", "drie.toml", "--lang", "nl").err == said(
        "drie.toml:3: Er is geen sleutel 'titel' in [event]; het meest lijkt daarop 'title'.",
        "drie.toml:4: 'maandag 16 januari 2024 16:00' is geen bruikbare datum of tijd: 16 januari 2024 is een dinsdag, "
        "geen maandag.",
        "drie.toml:9: Het einde (vrijdag 26 januari 2024 om 09:30) valt niet na het begin (vrijdag 26 januari 2024 om "
        "16:00).",
        "Fout: 3 fouten gevonden in de dossiers, dus er is niets gewijzigd.",
        "Verbeter de genoemde regels; 'netwerk apply --dry-run BESTAND' kijkt opnieuw en wijzigt niets.",
    )


def test_a_person_reads_the_plan_as_a_table(applied: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    write(applied, kickoff=KICKOFF.replace("= 2\n", "= 3\n"))
    out = applied("apply", "kickoff.toml", "--lang", "nl").out
    assert [" ".join(line.split()) for line in out.splitlines() if "─" not in line] == [
        "wat soort naam veld oud nieuw",
        "gewijzigd bijeenkomst kickoff maximum 2 3",
    ]


def test_an_absolute_path_is_named_as_it_was_given(desk: Netwerk, tmp_path: Path) -> None:
    path = tmp_path / "elders.toml"
    path.write_text("[event]\n")
    assert desk("apply", str(path)).err.startswith(f"{path}:1: ")
