"""`netwerk milestone …`: what has to be delivered by when, and recommendations; and what `status` says of them."""

from __future__ import annotations

import pytest

from tests.cli.calling import NOW, Ended, Netwerk, said

DUE = "It is due by Friday 31 May 2024."


def milestone(**more: object) -> dict[str, object]:
    """Return the first milestone of the kick-off as JSON shows it."""
    usual: dict[str, object] = {
        "id": "m1",
        "owner": "kickoff",
        "title": "Stappenplan",
        "status": "open",
        "due_on": "2024-05-31",
        "season": "voorjaar 2024",
        "addressed_to": None,
        "done_at": None,
    }
    return usual | more


@pytest.fixture
def plan(kickoff: Netwerk) -> Netwerk:
    """A kick-off with a plan that is due in spring."""
    return kickoff.done("milestone", "add", "kickoff", "--title", "Stappenplan", "--due", "voorjaar 2024")


@pytest.fixture
def report(plan: Netwerk) -> Netwerk:
    """The same with a late recommendation, and a group with a milestone that is nearly due and one at any time."""
    plan.done("milestone", "add", "kickoff", "--title", "Maak ruimte", "--due", "eind 2023",
              "--addressed-to", "ministeries")  # fmt: skip
    plan.done("group", "add", "werkgroep", "--title", "Werkgroep")
    plan.done("milestone", "add", "werkgroep", "--title", "Verslag", "--due", "9 februari 2024")
    return plan.done("milestone", "add", "werkgroep", "--title", "Ooit")


@pytest.fixture
def screen(report: Netwerk, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """The same, on a terminal of 120 columns without colours."""
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    return report


# ----------------------------------------------------------------------- add
def test_add_says_under_which_id_and_by_when(kickoff: Netwerk) -> None:
    assert kickoff(
        "milestone", "add", "kickoff", "--title", "Stappenplan", "--due", "voorjaar 2024"
    ) == Ended(0, "", said("Added milestone m1 to 'kickoff': Stappenplan.", DUE))


def test_add_in_json(kickoff: Netwerk) -> None:
    options = ("--title", "Stappenplan", "--due", "in het voorjaar", "--addressed-to", "schoolbesturen")
    assert kickoff("milestone", "add", "kickoff", *options, "--json").json == {
        "action": "milestone.add",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "milestone": milestone(addressed_to="schoolbesturen"),
        "change": "c2",
    }


@pytest.mark.parametrize(
    ("due", "on", "season"),
    [
        ("31 mei 2024", "2024-05-31", None),
        ("najaar 2024", "2024-11-30", "najaar 2024"),
        ("winter 2024-2025", "2025-02-28", "winter 2024-2025"),
        ("Q3 2024", "2024-09-30", "Q3 2024"),
        ("", None, None),
    ],
)
def test_a_day_a_season_or_neither(kickoff: Netwerk, due: str, on: str | None, season: str | None) -> None:
    added = kickoff("milestone", "add", "kickoff", "--title", "Stappenplan", "--due", due, "--json").json
    assert added["milestone"] == milestone(due_on=on, season=season)


def test_one_that_is_late_from_the_start_says_so(kickoff: Netwerk) -> None:
    assert kickoff("milestone", "add", "kickoff", "--title", "Plan", "--due", "najaar 2021") == Ended(
        0,
        "",
        said("Added milestone m1 to 'kickoff': Plan.", "It is late: it was due by Tuesday 30 November 2021."),
    )


def test_dry_run_touches_nothing(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert kickoff("milestone", "add", "kickoff", "--title", "A", "-n") == Ended(
        0, "", said("Added milestone m1 to 'kickoff': A.", "This was a dry run: nothing was changed.")
    )
    assert kickoff.files() == before


# ---------------------------------------------------------------------- list
def test_list_begins_with_what_is_due_first(report: Netwerk) -> None:
    assert report("milestone", "list").lines == [
        ["kickoff", "m2", "late", "2023-12-31", "eind 2023", "Maak ruimte", "ministeries"],
        ["werkgroep", "m1", "open", "2024-02-09", "", "Verslag", ""],
        ["kickoff", "m1", "open", "2024-05-31", "voorjaar 2024", "Stappenplan", ""],
        ["werkgroep", "m2", "open", "", "", "Ooit", ""],
    ]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--status", "late"], [["m2"]]),
        (["--status", "open", "--status", "done"], [["m1"]]),
        (["--status", "done"], []),
    ],
)
def test_list_in_these_states(report: Netwerk, options: list[str], ids: list[list[str]]) -> None:
    assert report("milestone", "list", "kickoff", *options, "--fields", "id").lines == ids


def test_list_in_a_state_that_is_none(plan: Netwerk) -> None:
    assert plan("milestone", "list", "--status", "klaar") == Ended(
        2,
        "",
        said("Error: --status: choose from open, late, done.", "See '--status' in the help of this command."),
    )


# ----------------------------------------------------- edit, done, reopen, remove
def test_edit_another_day_takes_the_season_away(plan: Netwerk) -> None:
    assert plan("milestone", "edit", "kickoff", "m1", "--due", "1 juni 2024", "--json").json == {
        "action": "milestone.edit",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "milestone": milestone(due_on="2024-06-01", season=None),
        "changes": [
            {"field": "milestone.m1.due", "old": "2024-05-31", "new": "2024-06-01"},
            {"field": "milestone.m1.season", "old": "voorjaar 2024", "new": None},
        ],
        "change": "c3",
    }


def test_edit_that_changes_nothing_says_so(plan: Netwerk) -> None:
    assert plan("milestone", "edit", "kickoff", "m1", "--title", "Stappenplan") == Ended(
        0, "", said("Milestone m1 of 'kickoff' was like that already.", DUE)
    )


def test_done_and_once_more(plan: Netwerk) -> None:
    assert plan("milestone", "done", "kickoff", "m1") == Ended(
        0, "", said("Milestone m1 of 'kickoff' is done: Stappenplan.")
    )
    files = plan.files()
    assert plan("milestone", "done", "kickoff", "m1", "--json").json == {
        "action": "milestone.done",
        "changed": False,
        "dry_run": False,
        "warnings": [],
        "milestone": milestone(status="done", done_at=NOW),
        "change": None,
    }
    assert plan("milestone", "done", "kickoff", "m1") == Ended(
        0, "", said("Milestone m1 of 'kickoff' was done already.")
    )
    assert plan.files() == files


def test_reopen_and_once_more(plan: Netwerk) -> None:
    plan.done("milestone", "done", "kickoff", "m1")
    assert plan("milestone", "reopen", "kickoff", "m1") == Ended(
        0, "", said("Reopened milestone m1 of 'kickoff': Stappenplan.", DUE)
    )
    assert plan("milestone", "reopen", "kickoff", "m1") == Ended(
        0, "", said("Milestone m1 of 'kickoff' was not done.", DUE)
    )


def test_remove_never_gives_the_id_again(plan: Netwerk) -> None:
    assert plan("milestone", "remove", "kickoff", "m1") == Ended(
        0, "", said("Took milestone m1 of 'kickoff' out: Stappenplan.")
    )
    assert plan("milestone", "add", "kickoff", "--title", "B", "--json").json["milestone"]["id"] == "m2"


@pytest.mark.parametrize("verb", ["edit", "done", "reopen", "remove"])
def test_an_unknown_id_is_answered_with_the_known_ones(plan: Netwerk, verb: str) -> None:
    assert plan("milestone", verb, "kickoff", "m9") == Ended(
        3,
        "",
        said(
            "Error: 'kickoff' has no milestone 'm9'.",
            "It has m1. Add one with 'netwerk milestone add kickoff'.",
        ),
    )


@pytest.mark.parametrize(
    ("due", "why"),
    [
        ("winter 2024", "a winter lasts from one year into the next; write both, as in winter 2021-2022"),
        ("1/16/2024", "there is no month 16; the day comes before the month"),
        ("31 mei 2024 16:00", "a day is needed, without a time"),
        ("woensdag 31 mei 2024", "31 May 2024 is a Friday, not a Wednesday"),
        ("n.t.b.", "it is still to be announced; leave it out until it is known"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_reason(plan: Netwerk, due: str, why: str) -> None:
    before = plan.files()
    assert plan("milestone", "edit", "kickoff", "m1", "--due", due) == Ended(
        2,
        "",
        said(
            f"Error: '{due}' is not a usable date or time: {why}.",
            "Write it as 2024-01-16 or 'dinsdag 16 januari 2024'.",
        ),
    )
    assert plan.files() == before


def test_a_title_is_needed(kickoff: Netwerk) -> None:
    assert kickoff("milestone", "add", "kickoff") == Ended(
        2, "", said("Error: Missing option '--title'.", "Try 'netwerk milestone add --help'.")
    )


def test_the_calendar_leaves_milestones_out(plan: Netwerk) -> None:
    assert "Stappenplan" not in plan("export", "ics", "kickoff").out


# -------------------------------------------------------------------- status
def attention(netwerk: Netwerk) -> list[list[str]]:
    return netwerk("status", "--fields", "slug,kind,status,attention").lines


def test_status_names_what_is_late_or_due_within_thirty_days(report: Netwerk) -> None:
    assert attention(report) == [
        ["kickoff", "event", "open", "closes-soon, milestone-late"],
        ["werkgroep", "group", "", "milestone-due"],
    ]


def test_status_leaves_groups_with_nothing_pressing_out(report: Netwerk) -> None:
    report.done("milestone", "done", "werkgroep", "m1")
    assert [row[0] for row in attention(report)] == ["kickoff"]


def test_status_shows_a_past_event_as_long_as_something_is_due(report: Netwerk) -> None:
    report.at("2024-02-01T09:00:00+01:00")
    assert attention(report)[0] == ["kickoff", "event", "past", "milestone-late"]
    report.done("milestone", "done", "kickoff", "m2")
    assert [row[0] for row in attention(report)] == ["werkgroep"]


def test_status_is_silent_on_milestones_of_a_cancelled_event(report: Netwerk) -> None:
    report.done("event", "cancel", "kickoff")
    assert [row[0] for row in attention(report)] == ["werkgroep"]


def test_a_group_on_the_dashboard_has_every_key(report: Netwerk) -> None:
    event, group = report("status", "--json").json
    assert list(group) == list(event)
    assert {key: value for key, value in group.items() if value not in (None, [])} == {
        "slug": "werkgroep",
        "title": "Werkgroep",
        "kind": "group",
        "timezone": "Europe/Brussels",
        "milestones": [
            milestone(owner="werkgroep", title="Verslag", due_on="2024-02-09", season=None),
            milestone(id="m2", owner="werkgroep", title="Ooit", due_on=None, season=None),
        ],
        "attention": ["milestone-due"],
    }


def test_the_dashboard_lists_pressing_milestones_below_the_events(screen: Netwerk) -> None:
    lines = [" ".join(line.split()) for line in screen("status", "--lang", "nl").out.splitlines()]
    assert [line for line in lines if "─" not in line] == [
        "bijeenkomst status bezet inschrijven tot aandacht nodig",
        "kickoff open ░░░░░░░░░░░░░░░░░░░░ 0/3 di 16 jan 16:00 sluit binnen een week, 1 mijlpaal te laat",
        "werkgroep 1 mijlpaal binnen 30 dagen",
        "",
        "hoort bij id status uiterlijk titel gericht aan",
        "kickoff m2 te laat zo 31 dec 2023 Maak ruimte ministeries",
        "werkgroep m1 open vr 9 feb Verslag",
    ]


def test_the_card_of_an_event_has_a_line_for_each_milestone(screen: Netwerk) -> None:
    assert screen("event", "show", "kickoff").out.splitlines()[-2:] == [
        "milestone m1        open · Stappenplan · voorjaar 2024",
        "milestone m2        late · Maak ruimte · ministeries · eind 2023",
    ]
