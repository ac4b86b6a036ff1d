"""`netwerk event …`: what an organiser sees of every verb."""

from __future__ import annotations

import pytest

from tests.cli.calling import KICKOFF, OPEN, Ended, Netwerk, Once, event, opened, registration, said

FREE = "0 of 3 seats are held; 3 free, 0 waiting."
CANCELLED_AT = "It was cancelled on Wednesday 10 January 2024 at 09:00."


def test_add_says_until_when_registration_is_open(netwerk: Netwerk) -> None:
    assert netwerk("event", "add", *KICKOFF, "--capacity", "3") == Ended(
        0, "", said("Created 'kickoff': Kick-off.", OPEN, FREE)
    )


def test_add_in_json(netwerk: Netwerk) -> None:
    assert netwerk("event", "add", *KICKOFF, "--capacity", "3", "--json").json == {
        "action": "event.add",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "event": event(),
        "promoted": [],
        "change": "c1",
    }


def test_add_with_every_option(netwerk: Netwerk) -> None:
    options = {
        "--title": "Open dag",
        "--starts": "2024-03-01 10:00",
        "--ends": "2024-03-01 12:00",
        "--location": "Gent, zaal 't Zand",
        "--online": "https://example.org/zaal?a=1&b=2",
        "--capacity": "none",
        "--opens": "2024-02-01 09:00",
        "--closes": "7 days before 16:00",
        "--when-full": "close",
        "--promote": "manual",
        "--cost": "€ 10",
        "--theme": "geletterdheid",
        "--language": "nl",
        "--timezone": "Europe/Amsterdam",
        "--description": "Eerste regel\nTweede regel",
    }
    flags = ["--approval", "--shared-addresses", "--draft", "--audience", "scholen", "--audience", "musea"]
    flags += ["--organiser", "Team Noord", "--organiser", "Team Zuid"]
    words = [word for pair in options.items() for word in pair]
    netwerk.done("event", "add", "open-dag", *words, *flags)
    start, end = "2024-03-01T10:00:00+01:00", "2024-03-01T12:00:00+01:00"
    assert netwerk("event", "show", "open-dag", "--json").json == event(
        slug="open-dag",
        title="Open dag",
        status="draft",
        starts_at=start,
        ends_at=end,
        timezone="Europe/Amsterdam",
        location="Gent, zaal 't Zand",
        online_url="https://example.org/zaal?a=1&b=2",
        capacity=None,
        free=None,
        opens_at="2024-02-01T09:00:00+01:00",
        closes_at="2024-02-23T16:00:00+01:00",
        closes_before={"days": 7, "minutes": 0, "at": "16:00"},
        when_full="close",
        promote="manual",
        approval=True,
        shared_addresses=True,
        audiences=["scholen", "musea"],
        organisers=["Team Noord", "Team Zuid"],
        cost="€ 10",
        theme="geletterdheid",
        language="nl",
        description="Eerste regel\nTweede regel",
        sessions=[
            {
                "id": "main",
                "title": None,
                "starts_at": start,
                "ends_at": end,
                "location": None,
                "online_url": None,
                "capacity": None,
                "within": None,
                "description": None,
                "cancelled_at": None,
                "break_minutes": None,
            }
        ],
    )


def test_add_without_anything_but_a_name(netwerk: Netwerk) -> None:
    assert netwerk("event", "add", "borrel") == Ended(
        0,
        "",
        said(
            "Created 'borrel': borrel.",
            "'borrel' has no session yet, so it is a draft.",
            "It is a draft: publish it with 'netwerk event open borrel'.",
        ),
    )


def test_what_has_no_session_is_announced_when_somebody_says_so(netwerk: Netwerk) -> None:
    assert netwerk("event", "add", "borrel", "--no-draft") == Ended(
        0, "", said("Created 'borrel': borrel.", "Registration is open; it has no closing time.")
    )


def test_first_session_announces_an_event(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "borrel")
    assert netwerk("registration", "add", "borrel", "--name", "Ans", "--email", "ans@example.org").code == 5
    assert netwerk("session", "add", "borrel", "avond", "--starts", "2024-01-27 20:00") == Ended(
        0,
        "",
        said(
            "Added session 'avond' to 'borrel'.",
            "It starts on Saturday 27 January 2024 at 20:00.",
            "Registration is open until Saturday 27 January 2024 at 20:00 (17 days, 11 hours left).",
        ),
    )
    netwerk.done("registration", "add", "borrel", "--name", "Ans", "--email", "ans@example.org")


def test_taking_the_last_session_out_says_that_the_event_is_a_draft_again(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "borrel").done("session", "add", "borrel", "avond", "--to-be-announced")
    ended = netwerk("session", "remove", "borrel", "avond", "--yes")
    assert ended.err.splitlines()[-2:] == [
        "'borrel' has no session yet, so it is a draft.",
        "It is a draft: publish it with 'netwerk event open borrel'.",
    ]


def test_show_in_a_pipe_has_a_line_for_every_key(kickoff: Netwerk) -> None:
    ended = kickoff("event", "show", "kickoff")
    assert (ended.code, ended.err) == (0, "")
    assert [line[0] for line in ended.lines if line[0] != "session"] == list(event())
    assert ["closes_at", "2024-01-16T16:00:00+01:00"] in ended.lines
    assert ["location", ""] in ended.lines


def test_a_part_of_an_event_is_never_json_inside_a_cell(kickoff: Netwerk) -> None:
    kickoff.done(
        "event", "edit", "kickoff", "--audience", "CLB", "--set-aside", "CLB=1 until 20 januari 12:00"
    )
    kickoff.done("session", "add", "kickoff", "slot", "--title", "Slotdag", "--to-be-announced")
    kickoff.done("material", "add", "kickoff", "--title", "Verslag", "--url", "https://example.org/v")
    kickoff.done("milestone", "add", "kickoff", "--title", "Advies", "--due", "1 maart")
    kickoff.done("milestone", "add", "kickoff", "--title", "Brief")
    ended = kickoff("event", "show", "kickoff")
    parts = ("session", "set_aside", "material", "milestone")
    assert "{" not in ended.out
    assert [line for line in ended.lines if line[0].startswith(parts)] == [
        ["session_choice", "all"],
        ["set_asides", "CLB"],
        ["set_aside", "CLB", "1", "2024-01-20T12:00:00+01:00"],
        ["sessions", "main, slot"],
        ["session", "main", "", "2024-01-26T09:30:00+01:00", "2024-01-26T16:00:00+01:00", *[""] * 7],
        ["session", "slot", "Slotdag", *[""] * 9],
        ["materials", "m1"],
        ["material", "m1", "kickoff", "document", "Verslag", "https://example.org/v", *[""] * 5],
        ["milestones", "m1, m2"],
        ["milestone", "m1", "kickoff", "Advies", "open", "2024-03-01", "", "", ""],
        ["milestone", "m2", "kickoff", "Brief", "open", "", "", "", ""],
    ]


def test_show_in_json(kickoff: Netwerk) -> None:
    assert kickoff("event", "show", "kickoff", "--json").json == event()


def test_list_in_a_pipe(kickoff: Netwerk) -> None:
    assert kickoff("event", "list") == Ended(
        0, "kickoff\tKick-off\topen\t2024-01-26T09:30:00+01:00\t3\t0\t0\t2024-01-16T16:00:00+01:00\n"
    )


def test_list_in_json_is_an_array_also_when_empty(netwerk: Netwerk) -> None:
    assert netwerk("event", "list", "--json") == Ended(0, "[]\n")
    assert netwerk.done("event", "add", *KICKOFF, "--capacity", "3")("event", "list", "--json").json == [
        event()
    ]


def test_edit_says_who_moved_up(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dré")
    assert kickoff("event", "edit", "kickoff", "--capacity", "4") == Ended(
        0,
        "",
        said(
            "Changed 'kickoff'.",
            "capacity: 3 → 4",
            "Dré Voorbeeld (r4) moved up from the waiting list.",
            OPEN,
            "4 of 4 seats are held; 0 free, 0 waiting.",
        ),
    )


def test_edit_in_json_says_who_moved_up(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk")
    assert kickoff("event", "edit", "kickoff", "--capacity", "none", "--json").json == {
        "action": "event.edit",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "event": event(capacity=None, free=None, seats_held=4, confirmed=4),
        "promoted": [registration("r4", "Dirk")],
        "changes": [{"field": "capacity", "old": 3, "new": None}],
        "change": "c6",
    }


@pytest.mark.parametrize("change", [(), ("--capacity", "3")], ids=["nothing", "the same cap"])
def test_edit_to_the_same_changes_nothing(kickoff: Netwerk, change: tuple[str, ...]) -> None:
    before = kickoff.files()
    assert kickoff("event", "edit", "kickoff", *change) == Ended(
        0, "", said("'kickoff' was like that already.")
    )
    assert kickoff("event", "edit", "kickoff", *change, "--json").json["changed"] is False
    assert kickoff.files() == before


def test_empty_value_takes_a_field_away(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--location", "Gent", "--cost", "free", "--organiser", "Team")
    kickoff.done(
        "event", "edit", "kickoff", "--location", "", "--cost", "", "--organiser", "", "--closes", ""
    )
    assert kickoff("event", "show", "kickoff", "--json").json == event(closes_at="2024-01-26T09:30:00+01:00")


def test_cap_below_the_seats_held_is_refused(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea")
    assert kickoff("event", "edit", "kickoff", "--capacity", "1") == Ended(
        5,
        "",
        said(
            "Error: 2 seats are held at 'kickoff', more than the new cap of 1.",
            "Cancel registrations first, or overrule with --force --reason: everybody keeps the seat.",
        ),
    )


def test_cap_below_the_seats_held_by_force(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea")
    assert kickoff(
        "event", "edit", "kickoff", "--capacity", "1", "--force", "--reason", "Kleinere zaal"
    ) == Ended(
        0,
        "",
        said("Changed 'kickoff'.", "capacity: 3 → 1", OPEN, "2 seats are held under a cap of 1: 1 over."),
    )
    assert kickoff("event", "show", "kickoff", "--json").json["free"] == 0


def test_copy_is_a_draft_that_moves_along(kickoff: Netwerk) -> None:
    assert kickoff("event", "copy", "kickoff", "kickoff-2025", "--starts", "2025-01-24 9:30") == Ended(
        0,
        "",
        said(
            "Created 'kickoff-2025' as a draft, after 'kickoff'.",
            "It is a draft: publish it with 'netwerk event open kickoff-2025'.",
            FREE,
        ),
    )
    copy = kickoff("event", "show", "kickoff-2025", "--json").json
    assert (copy["starts_at"], copy["closes_at"], copy["title"]) == (
        "2025-01-24T09:30:00+01:00",
        "2025-01-14T16:00:00+01:00",
        "Kick-off",
    )


def test_open_publishes_a_draft_once(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", *KICKOFF, "--capacity", "3", "--draft")
    assert netwerk("event", "open", "kickoff") == Ended(
        0, "", said("Opened registration for 'kickoff'.", OPEN, FREE)
    )
    assert netwerk("event", "open", "kickoff") == Ended(
        0, "", said("Registration for 'kickoff' was open already.")
    )


def test_close_and_reopen(kickoff: Netwerk) -> None:
    closed = "Registration closed on Wednesday 10 January 2024 at 09:00."
    assert kickoff("event", "close", "kickoff", "--reason", "Zaal vol") == Ended(
        0, "", said("Closed registration for 'kickoff'.", closed, FREE)
    )
    assert kickoff("event", "close", "kickoff") == Ended(
        0, "", said("Registration for 'kickoff' was closed already.")
    )
    assert kickoff("event", "reopen", "kickoff") == Ended(0, "", said("Reopened 'kickoff'.", OPEN, FREE))
    assert kickoff("event", "reopen", "kickoff") == Ended(0, "", said("'kickoff' was not closed."))


def test_reopen_after_the_closing_time_needs_a_new_one(kickoff: Netwerk) -> None:
    kickoff.at("2024-01-17T09:00:00+01:00")
    assert kickoff("event", "reopen", "kickoff") == Ended(
        2,
        "",
        said(
            "Error: The closing time of 'kickoff' has passed (Tuesday 16 January 2024 at 16:00).",
            "Give a new one with --closes.",
        ),
    )
    ended = kickoff("event", "reopen", "kickoff", "--closes", "2024-01-18 12:00")
    assert ended == Ended(
        0,
        "",
        said(
            "Reopened 'kickoff'.",
            "Registration is open until Thursday 18 January 2024 at 12:00 (1 day, 3 hours left).",
            FREE,
        ),
    )


def test_cancel_an_event_without_people_asks_nothing(kickoff: Netwerk) -> None:
    assert kickoff("event", "cancel", "kickoff", "--reason", "Sneeuw") == Ended(
        0, "", said("Called 'kickoff' off.", CANCELLED_AT, FREE)
    )


def test_cancel_an_event_with_people_needs_an_answer(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea")
    before = kickoff.files()
    assert kickoff("event", "cancel", "kickoff") == Ended(
        2,
        "",
        said(
            "Error: This needs a confirmation, and there is no terminal to ask on: "
            "2 people hold a seat or wait. Call 'kickoff' off?",
            "Add --yes to go ahead, or --dry-run to see what would happen.",
        ),
    )
    assert kickoff.files() == before
    assert kickoff("event", "cancel", "kickoff", "--yes").code == 0
    assert kickoff("event", "cancel", "kickoff") == Ended(0, "", said("'kickoff' was off already."))


def test_cancelled_event_is_put_back_on(kickoff: Netwerk) -> None:
    kickoff.done("event", "cancel", "kickoff")
    assert kickoff("event", "reopen", "kickoff") == Ended(0, "", said("Reopened 'kickoff'.", OPEN, FREE))


def test_remove_takes_an_event_out_and_keeps_its_name(kickoff: Netwerk) -> None:
    assert kickoff("event", "remove", "kickoff", "--yes") == Ended(0, "", said("Took 'kickoff' out."))
    assert kickoff("event", "show", "kickoff").code == 3
    assert kickoff.error("event", "add", "kickoff")["code"] == "slug_exists"


def test_remove_refuses_an_event_that_somebody_is_registered_for(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea").done("registration", "cancel", "kickoff", "r2")
    assert kickoff("event", "remove", "kickoff", "--yes") == Ended(
        5,
        "",
        said(
            "Error: 'kickoff' has 1 registration, which would be lost.",
            "Cancel it with 'netwerk event cancel kickoff': the record stays.",
        ),
    )


def test_an_event_with_cancelled_people_never_goes_without_a_question_or_a_trace(kickoff: Netwerk) -> None:
    kickoff.register("Ans").done("registration", "cancel", "kickoff", "r1")
    assert kickoff("event", "remove", "kickoff").code == 2
    kickoff.done("event", "remove", "kickoff", "--yes")
    line = kickoff("log", "--json").json[-1]
    assert {name: line[name] for name in ("at", "by", "what", "event", "registration", "changes")} == {
        "at": "2024-01-10T09:00:00+01:00",
        "by": "ans",
        "what": "removed",
        "event": "kickoff",
        "registration": None,
        "changes": {"event": ["kickoff", None]},
    }


# ------------------------------------------------------------------- filters
@pytest.fixture
def calendar(fresh: Netwerk, once: Once) -> Netwerk:
    """Events in every state: past, cancelled, closed, draft, upcoming, full, open."""
    return once(fresh, _every_state)


def _every_state(netwerk: Netwerk) -> Netwerk:
    opened(netwerk)
    days = {"past": "2024-01-05", "off": "2024-02-01", "shut": "2024-02-02", "draft": "2024-02-03"}
    days |= {"soon": "2024-02-04", "full": "2024-02-05", "open": "2024-02-06"}
    for slug, day in days.items():
        netwerk.done("event", "add", slug, "--starts", f"{day} 10:00", "--ends", f"{day} 12:00")
    netwerk.done("event", "cancel", "off").done("event", "close", "shut")
    netwerk.done("event", "edit", "draft", "--draft").done(
        "event", "edit", "soon", "--opens", "2024-01-20 9:00"
    )
    netwerk.done("event", "edit", "full", "--capacity", "0", "--theme", "Water")
    return netwerk.done("event", "add", "undated", "--no-draft")


@pytest.mark.parametrize(
    ("options", "slugs"),
    [
        ([], ["shut", "draft", "soon", "full", "open", "undated"]),
        (["--all"], ["past", "off", "shut", "draft", "soon", "full", "open", "undated"]),
        (["--status", "past"], ["past"]),
        (["--status", "cancelled", "--status", "closed"], ["off", "shut"]),
        (["--status", "draft"], ["draft"]),
        (["--status", "upcoming"], ["soon"]),
        (["--status", "full"], ["full"]),
        (["--status", "open"], ["open", "undated"]),
        (["--theme", "WATER"], ["full"]),
        (["--from", "2024-02-05"], ["full", "open"]),
        (["--from", "2024-02-05 12:00"], ["open"]),
        (["--to", "2024-02-02"], ["shut"]),
        (["--to", "2024-02-02", "--all"], ["past", "off", "shut"]),
        (["--to", "2024-02-02", "--status", "past"], ["past"]),
        (["--from", "2024-02-02", "--to", "2024-02-03"], ["shut", "draft"]),
        (["--limit", "2"], ["shut", "draft"]),
        (["--limit", "0"], []),
        (["--sort", "slug"], ["draft", "full", "open", "shut", "soon", "undated"]),
        (["--sort", "-slug", "--limit", "1"], ["undated"]),
        (["--sort", "-starts_at"], ["open", "full", "soon", "draft", "shut", "undated"]),
    ],
)
def test_list_filters_sorts_and_limits(calendar: Netwerk, options: list[str], slugs: list[str]) -> None:
    assert calendar("event", "list", "--fields", "slug", *options) == Ended(0, said(*slugs))


def test_list_shows_the_fields_asked_for_in_their_order(calendar: Netwerk) -> None:
    assert calendar("event", "list", "--fields", "capacity, slug", "--theme", "water") == Ended(
        0, "0\tfull\n"
    )
    ended = calendar("event", "list", "--fields", "capacity,slug", "--theme", "water", "--json")
    assert ended == Ended(0, '[{"capacity": 0, "slug": "full"}]\n')


def test_open_says_that_a_closed_event_is_closed(kickoff: Netwerk) -> None:
    kickoff.done("event", "close", "kickoff")
    ended = kickoff("event", "open", "kickoff")
    assert (ended.code, ended.err) == (
        0,
        said(
            "'kickoff' is published already, but closed; open it again with 'netwerk event reopen kickoff'."
        ),
    )
