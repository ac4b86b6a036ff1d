"""Finding people as people talk: by name, by part of one, by what looks like it."""

from __future__ import annotations

import pytest

from tests.cli.calling import NOW, Ended, Netwerk, said
from tests.cli.terminal import needs_terminals, on_terminal


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    """A kick-off with three people, two of whom are called Jan."""
    for name, email in (("Jan De Mock", "jan@example.org"), ("Jan Verzonnen", "jv@example.org")):
        kickoff.done("registration", "add", "kickoff", "--name", name, "--email", email)
    return kickoff.done("registration", "add", "kickoff", "--name", "Zoë Proef", "--email", "zp@example.org")


# ---------------------------------------------------------------- a person by name
def test_part_of_a_name_is_enough_where_it_fits_one(desk: Netwerk) -> None:
    assert desk("registration", "cancel", "kickoff", "zoe").code == 0
    assert desk.statuses() == {"r1": "confirmed", "r2": "confirmed", "r3": "cancelled"}


def test_a_name_that_fits_several_changes_nothing_and_lists_codes(desk: Netwerk) -> None:
    assert desk("registration", "cancel", "kickoff", "jan") == Ended(
        4, "", said("Error: That fits several registrations of 'kickoff': r1, r2.", "Name one by its code.")
    )
    error = desk.error("registration", "cancel", "kickoff", "jan")
    assert (error["code"], error["details"]) == ("ambiguous", {"event": "kickoff", "matches": ["r1", "r2"]})
    assert set(desk.statuses().values()) == {"confirmed"}


@needs_terminals
def test_who_looks_on_sees_the_names_to_choose_from(desk: Netwerk) -> None:
    assert on_terminal(desk, "registration", "cancel", "kickoff", "jan", columns=80).lines == [
        "Error: That fits several registrations of 'kickoff': r1, r2.",
        "  r1  Jan De Mock",
        "  r2  Jan Verzonnen",
        "Name one by its code.",
    ]


@pytest.mark.parametrize(
    "command", [("explain",), ("log",), ("registration", "show"), ("waitlist", "promote")]
)
def test_a_near_miss_suggests_a_code_everywhere(desk: Netwerk, command: tuple[str, ...]) -> None:
    hint = "Did you mean r2? List them with 'netwerk registration list kickoff'."
    assert desk.error(*command, "kickoff", "Verzonnnen")["hint"] == hint


def test_people_of_a_group_answer_to_their_name(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc")
    for name in ("Jan De Mock", "Jan Verzonnen"):
        email = f"{name.split()[-1].lower()}@example.org"
        netwerk.done("group", "request", "opdc", "--name", name, "--email", email)
    assert netwerk("group", "approve", "opdc", "verzonnen", "jan").code == 8
    assert netwerk("group", "members", "opdc", "--fields", "code,status").lines == [
        ["m1", "requested"],
        ["m2", "member"],
    ]
    assert netwerk.error("group", "leave", "opdc", "jan")["code"] == "ambiguous"


# ---------------------------------------------------------------- lists of some
@pytest.mark.parametrize(
    ("words", "codes"),
    [
        pytest.param(["--find", "ZOE"], ["r3"], id="a name without its accent"),
        pytest.param(["--find", "jv@"], ["r2"], id="part of an address"),
        pytest.param(["--find", "clb's"], ["r1"], id="part of an organisation"),
        pytest.param(["--find", "vegan"], ["r2"], id="a note"),
        pytest.param(["--find", "niets"], [], id="nothing"),
        pytest.param(["--audience", "CLB'S"], ["r1"], id="an audience with another apostrophe"),
        pytest.param(["--organisation", " bond  van clb's"], ["r1"], id="an organisation in other blanks"),
    ],
)
def test_a_list_is_narrowed_without_regard_to_case_accents_and_apostrophes(
    desk: Netwerk, words: list[str], codes: list[str]
) -> None:
    desk.done(
        "registration", "edit", "kickoff", "r1", "--organisation", "Bond van CLB’s", "--audience", "CLB’s"
    )
    desk.done("registration", "edit", "kickoff", "r2", "--note", "Vegan")
    found = desk("registration", "list", "kickoff", *words, "--fields", "code")
    assert found.lines == [[code] for code in codes]


def test_the_list_of_a_session_has_nobody_who_waits_for_it(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks")
    netwerk.done("session", "add", "reeks", "a", "--starts", "2024-02-01 10:00", "--capacity", "1")
    netwerk.done("session", "add", "reeks", "b", "--starts", "2024-02-02 10:00")
    for name, words in {"Ans": ["a"], "Bea": ["b"], "Cas": ["a", "b"]}.items():
        chosen = [word for session in words for word in ("--session", session)]
        email = f"{name.lower()}@example.org"
        netwerk.done(
            *("registration", "add", "reeks", "--name", name, "--email", email, "--partial", *chosen),
        )
    for session, names in {"a": ["Ans"], "b": ["Bea", "Cas"]}.items():
        found = netwerk("export", "attendees", "reeks", "--session", session, "--fields", "name")
        assert found.out.splitlines() == ["name", *names]
    assert netwerk("export", "attendees", "reeks", "--session", "c").code == 3


# ---------------------------------------------------------------- several people
def test_several_are_cancelled_in_one_step_and_none_moves_up_on_the_way_out(kickoff: Netwerk) -> None:
    kickoff.register("Ans", "Bea", "Cas", "Dirk", "Eef")
    assert kickoff("registration", "cancel", "kickoff", "r1", "dirk") == Ended(
        0,
        "",
        said(
            "Ans Voorbeeld (r1) is cancelled for 'kickoff'.",
            "Eef Voorbeeld (r5) moved up from the waiting list.",
            "Dirk Voorbeeld (r4) is cancelled for 'kickoff'.",
            "2 changed, 0 skipped.",
        ),
    )
    assert kickoff("log", "kickoff", "r4", "--fields", "what").lines == [["registered"], ["cancelled"]]


def test_who_cannot_be_cancelled_stops_no_other(desk: Netwerk) -> None:
    error = desk.error("registration", "cancel", "kickoff", "jan", "zoe", "r9")
    assert (error["code"], error["exit_code"]) == ("people_skipped", 8)
    facts = [(one["person"], one["changed"], one["error"]) for one in error["details"]["results"]]
    assert facts == [("jan", False, "ambiguous"), ("zoe", True, None), ("r9", False, "not_found")]
    assert desk.statuses()["r3"] == "cancelled"


def test_everybody_who_awaits_approval_is_approved_or_declined(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--approval").register("Ans", "Bea", "Cas", "Dirk")
    result = kickoff("registration", "approve", "kickoff", "r1", "bea", "--json").json
    assert (result["changed_count"], result["skipped_count"], len(result["results"])) == (2, 0, 2)
    assert kickoff("registration", "decline", "kickoff", "--all", "--dry-run").code == 0
    kickoff.done("registration", "decline", "kickoff", "--all")
    assert kickoff.statuses() == {"r1": "confirmed", "r2": "confirmed", "r3": "declined", "r4": "pending"}
    kickoff.done("registration", "approve", "kickoff", "--all")
    assert kickoff("registration", "approve", "kickoff", "--all") == Ended(
        0, "", said("Nobody awaits approval.")
    )


@pytest.mark.parametrize("words", [[], ["r1", "--all"]])
def test_approving_nobody_in_particular_is_no_approval(desk: Netwerk, words: list[str]) -> None:
    assert desk("registration", "approve", "kickoff", *words).code == 2


# ---------------------------------------------------------------- everything about one
@pytest.fixture
def archive(desk: Netwerk) -> Netwerk:
    """Two events and a group; Zoë is on all of them, under two spellings of her name and address."""
    desk.done("event", "add", "borrel", "--starts", "2024-02-01 17:00")
    desk.done("registration", "add", "borrel", "--name", "Z. Proef", "--email", "ZP@example.org")
    desk.done("registration", "cancel", "borrel", "r1", "--reason", "ziek")
    desk.done("group", "add", "opdc")
    return desk.done("group", "request", "opdc", "--name", "Zoë Proef", "--email", "zp@example.org")


@pytest.mark.parametrize("typed", ["zp@example.org", "ZP@EXAMPLE.ORG", "zoe", "Zoë Proef"])
def test_nothing_about_a_person_is_left_out(archive: Netwerk, typed: str) -> None:
    found = archive("person", typed, "--history", "--json").json
    assert (found["name"], found["email"]) == ("Zoë Proef", "zp@example.org")
    assert [(one["event"], one["code"], one["status"]) for one in found["registrations"]] == [
        ("kickoff", "r3", "confirmed"),
        ("borrel", "r1", "cancelled"),
    ]
    assert [(one["group"], one["status"]) for one in found["memberships"]] == [("opdc", "requested")]
    assert [line["what"] for line in found["history"]] == [
        "registered",
        "registered",
        "cancelled",
        "requested",
    ]


def test_a_person_in_a_pipe_is_a_line_a_place(archive: Netwerk) -> None:
    assert archive("person", "zoe").lines == [
        ["person", "Zoë Proef", "zp@example.org"],
        ["registration", "kickoff", "r3", "confirmed", "", "", NOW],
        ["registration", "borrel", "r1", "cancelled", "", "", NOW],
        ["membership", "opdc", "m1", "", "requested", "false", NOW],
    ]


def test_two_people_of_one_name_are_never_taken_for_one(archive: Netwerk) -> None:
    archive.done("registration", "add", "borrel", "--name", "Jan De Mock", "--email", "other@example.org")
    error = archive.error("person", "Jan De Mock")
    assert (error["code"], error["details"]) == (
        "ambiguous",
        {"count": 2, "matches": ["kickoff r1", "borrel r2"]},
    )


def test_two_people_on_one_address_are_told_apart_by_name(archive: Netwerk) -> None:
    archive.done("event", "edit", "borrel", "--shared-addresses")
    for name in ("Ans Balie", "Bea Balie"):
        archive.done("registration", "add", "borrel", "--name", name, "--email", "balie@example.org")
    found = archive("person", "bea", "--json").json
    assert [one["name"] for one in found["registrations"]] == ["Bea Balie"]
    assert len(archive("person", "balie@example.org", "--json").json["registrations"]) == 2


def test_nobody_is_not_found_and_a_near_miss_is_suggested(archive: Netwerk) -> None:
    error = archive.error("person", "zp@exmaple.org")
    assert (error["code"], error["exit_code"]) == ("not_found", 3)
    assert error["hint"].startswith("Did you mean kickoff r3, borrel r1, opdc m1? ")
    assert archive("person", "").code == 3


@needs_terminals
def test_a_person_on_a_screen(archive: Netwerk) -> None:
    lines = on_terminal(archive, "person", "zoe", columns=100).lines
    assert lines[0] == "Zoë Proef <zp@example.org>"
    assert [line.split()[0] for line in lines if line.strip()][1:] == [
        "event",
        "─" * len(lines[3].strip()),
        "kickoff",
        "borrel",
        "group",
        "─" * len(lines[8].strip()),
        "opdc",
    ]


# ---------------------------------------------------------------- who and what looks like something
def warned(netwerk: Netwerk, *arguments: str) -> list[str]:
    return [one["code"] for one in netwerk(*arguments, "--json").json["warnings"]]


ADD = ("registration", "add", "kickoff")


@pytest.mark.parametrize(
    ("name", "email", "codes"),
    [
        pytest.param("zoe proef", "zoe@example.com", ["name_twice"], id="the same name"),
        pytest.param("Z. P.", "jv@exmaple.org", ["address_near"], id="an address one letter off"),
        pytest.param("Nieuw Iemand", "nieuw@example.org", [], id="nobody"),
    ],
)
def test_who_looks_like_somebody_is_added_with_a_warning(
    desk: Netwerk, name: str, email: str, codes: list[str]
) -> None:
    assert warned(desk, *ADD, "--name", name, "--email", email) == codes


def test_a_warning_names_the_code_it_looks_like(desk: Netwerk) -> None:
    assert desk(*ADD, "--name", "Zoe Proef", "--email", "z@example.com").err.splitlines()[1] == (
        "Careful: this looks like r3: the same name, another address."
    )
    assert desk("--lang", "nl", *ADD, "--name", "Zoe Proef", "--email", "y@example.com").err.splitlines()[
        1
    ] == ("Let op: dit lijkt op r3: dezelfde naam, een ander adres.")


def test_audience_and_organisation_are_written_as_they_are_known(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--audience", "CLB’s")
    desk.done("registration", "edit", "kickoff", "r1", "--organisation", "Stad Nergenshuizen")
    ended = desk(
        *(*ADD, "--name", "Nieuw", "--email", "n@example.org", "--json"),
        *("--audience", "clb's", "--organisation", "STAD  nergenshuizen"),
    )
    added = ended.json["registration"]
    assert (added["audience"], added["organisation"]) == ("CLB’s", "Stad Nergenshuizen")
    assert [one["code"] for one in ended.json["warnings"]] == ["organisation_written", "audience_written"]
    edit = ("registration", "edit", "kickoff", "r2")
    assert warned(desk, *edit, "--audience", "kabinet") == ["audience_unknown"]
    assert warned(desk, *edit, "--organisation", "Stad Nergenshuisen") == ["organisation_near"]


def test_who_corrects_the_spelling_of_an_organisation_is_not_set_right(desk: Netwerk) -> None:
    for code in ("r1", "r2"):
        desk.done("registration", "edit", "kickoff", code, "--organisation", "Clb Nergenshuizen")
    ended = desk(
        "registration", "edit", "kickoff", "r1", "--organisation", "CLB Nergenshuizen", "--json"
    ).json
    assert (ended["registration"]["organisation"], ended["warnings"]) == ("CLB Nergenshuizen", [])


def test_a_substitute_and_a_new_address_are_looked_at_too(desk: Netwerk) -> None:
    handed = (
        "registration",
        "substitute",
        "kickoff",
        "r1",
        "--name",
        "Zoe Proef",
        "--email",
        "q@example.org",
    )
    assert warned(desk, *handed) == ["name_twice"]
    assert warned(desk, "registration", "edit", "kickoff", "r2", "--email", "zp@exmaple.org") == [
        "address_near"
    ]
    assert warned(desk, "registration", "edit", "kickoff", "r2", "--note", "x") == []


def test_every_line_of_a_list_is_compared_with_those_before_it(kickoff: Netwerk) -> None:
    lines = "name,email\nStijn Proef,stijn@example.org\nStijn  proef,stijn@exmaple.org\n"
    ended = kickoff(*ADD, "--from", "-", stdin=lines)
    assert ended.err.splitlines()[0] == (
        "Line 3: Careful: this looks like r1: the same name, another address."
    )


def test_who_asks_to_join_a_group_is_compared_as_well(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc")
    netwerk.done("group", "request", "opdc", "--name", "Jan De Mock", "--email", "jan@example.org")
    again = ("group", "request", "opdc", "--name", "jan de mock", "--email", "jan@example.com")
    assert warned(netwerk, *again) == ["name_twice"]


# ---------------------------------------------------------------- by family name
@pytest.mark.parametrize(
    ("zone", "setting", "ordered"),
    [
        ("Europe/Brussels", "", ["An De Vries", "Bo Devos", "Cas Proef"]),
        ("Europe/Amsterdam", "", ["Bo Devos", "Cas Proef", "An De Vries"]),
        ("Europe/Brussels", 'sort_names = "nl"', ["Bo Devos", "Cas Proef", "An De Vries"]),
    ],
)
def test_lists_and_exports_go_by_family_name(
    kickoff: Netwerk, zone: str, setting: str, ordered: list[str]
) -> None:
    kickoff.done("event", "edit", "kickoff", "--timezone", zone)
    (kickoff.folder / "config.toml").write_text(setting)
    for name in ("Cas Proef", "Bo Devos", "An De Vries"):
        kickoff.done(*ADD, "--name", name, "--email", f"{name.split()[0].lower()}@example.org")
    words = ("kickoff", "--fields", "name", "--sort")
    assert kickoff("registration", "list", *words, "family_name").lines == [[name] for name in ordered]
    exported = kickoff("export", "attendees", *words, "status,-family_name").out.splitlines()
    assert exported == ["name", *reversed(ordered)]
    assert kickoff("event", "list", "--sort", "family_name").code == 2


# ---------------------------------------------------------------- what was changed about somebody
def test_a_substitute_is_said_to_come_in_somebodys_place(desk: Netwerk) -> None:
    words = (
        "registration",
        "substitute",
        "kickoff",
        "r1",
        "--name",
        "Fieke Verzinsel",
        "--email",
        "f@example.org",
    )
    assert desk(*words).err.splitlines() == [
        "Fieke Verzinsel (r1) has a seat at 'kickoff'.",
        "Fieke Verzinsel comes in place of Jan De Mock.",
        "r1 name: Jan De Mock → Fieke Verzinsel",
        "r1 e-mail: jan@example.org → f@example.org",
    ]


@needs_terminals
def test_the_history_on_a_screen_says_who_was_there_before(desk: Netwerk) -> None:
    desk.done("registration", "substitute", "kickoff", "r1", "--name", "Fieke", "--email", "f@example.org")
    lines = on_terminal(desk, "registration", "show", "kickoff", "r1", columns=150).lines
    assert any("name: Jan De Mock → Fieke" in line for line in lines)


def test_an_edit_tells_scripts_old_and_new(desk: Netwerk) -> None:
    found = desk("registration", "edit", "kickoff", "r1", "--role", "voorzitter", "--json").json
    assert found["changes"] == [{"field": "role", "old": None, "new": "voorzitter"}]
    again = desk("registration", "edit", "kickoff", "r1", "--role", "voorzitter", "--json").json
    assert (again["changed"], again["changes"]) == (False, [])


def test_who_registers_for_a_series_hears_in_which_sessions(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks")
    for day, session in enumerate(("a", "b", "c"), 1):
        netwerk.done("session", "add", "reeks", session, "--starts", f"2024-02-0{day} 10:00")
    netwerk.done("session", "cancel", "reeks", "b")
    said_ = netwerk("registration", "add", "reeks", "--name", "Ans", "--email", "ans@example.org").err
    assert "Sessions: a, c." in said_.splitlines()


# ---------------------------------------------------------------- why, for who is not on the list
def explained(netwerk: Netwerk, *words: str) -> tuple[str, list[str]]:
    found = netwerk("explain", *words, "--json").json
    assert found["registration"] is None
    return found["verdict"], [step["text"] for step in found["steps"]]


def test_who_is_not_on_the_list_is_told_what_a_request_would_get(desk: Netwerk) -> None:
    verdict, steps = explained(desk, "kickoff", "nieuw@example.org")
    assert verdict == "waiting"
    assert "Nobody is registered with this address." in steps
    assert steps[-1] == "Somebody who asks now waits, as number 1."
    assert "r2 has nearly this address." in explained(desk, "kickoff", "jv@exmaple.org")[1]
    assert desk("explain", "kickoff", "Iemand Anders").code == 3
    assert desk("explain", "kickoff", "geen@adres").code == 3


def test_a_refusal_for_want_of_a_membership_is_explained_before_it_happens(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc").done("event", "add", "wg-1", "--no-draft", "--members-of", "opdc")
    lid = ("opdc", "--name", "Lid Proef", "--email", "lid@example.org")
    verdict, steps = explained(netwerk, "wg-1", "lid@example.org")
    assert verdict == "not_a_member"
    assert "The person is not a member of 'opdc'." in steps
    netwerk.done("group", "request", *lid)
    verdict, steps = explained(netwerk, "wg-1", "LID@example.org")
    assert verdict == "not_a_member"
    assert "The person is not a member of 'opdc' yet: m1 awaits approval." in steps
    netwerk.done("group", "approve", "opdc", "m1")
    verdict, steps = explained(netwerk, "wg-1", "lid@example.org")
    assert verdict == "confirmed"
    assert "The person is a member of 'opdc', as m1." in steps


def test_the_sessions_of_who_has_a_seat_are_named(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks")
    for day, session in enumerate(("a", "b"), 1):
        netwerk.done("session", "add", "reeks", session, "--starts", f"2024-02-0{day} 10:00")
    netwerk.done(
        "registration", "add", "reeks", "--name", "Ans", "--email", "a@example.org", "--session", "b"
    )
    assert "r1 has a seat in: b." in netwerk("explain", "reeks", "ans").out
    netwerk.done("session", "cancel", "reeks", "b")
    assert netwerk("explain", "reeks", "ans").out.splitlines()[-2:] == [
        "- r1 was to come to sessions that are off: b.",
        "+ r1 holds a seat, since Wednesday 10 January 2024 at 09:00.",
    ]


# ---------------------------------------------------------------- members of the group
@pytest.fixture
def group(netwerk: Netwerk) -> Netwerk:
    """A meeting of a group with two members and a request, one seat."""
    netwerk.done("group", "add", "opdc").done(
        "event", "add", "wg-1", "--no-draft", "--members-of", "opdc", "--capacity", "1"
    )
    for verb, name in (("admit", "Ans Proef"), ("admit", "Bea Mock"), ("request", "Cas Verzonnen")):
        email = f"{name.split()[0].lower()}@example.org"
        words = ("--name", name, "--email", email, "--organisation", "Stad Nergens", "--role", "lid")
        netwerk.done("group", verb, "opdc", *words)
    return netwerk


def test_a_member_is_registered_with_what_the_group_knows(group: Netwerk) -> None:
    for typed in ("m1", "BEA@example.org"):
        group.done("registration", "add", "wg-1", "--member", typed)
    assert group("registration", "list", "wg-1", "--fields", "name,email,organisation,role,status").lines == [
        ["Ans Proef", "ans@example.org", "Stad Nergens", "lid", "confirmed"],
        ["Bea Mock", "bea@example.org", "Stad Nergens", "lid", "waiting"],
    ]
    assert group.error("registration", "add", "wg-1", "--member", "cas")["code"] == "not_a_member"
    assert group.error("registration", "add", "wg-1", "--member", "m9")["code"] == "not_found"


def test_what_is_typed_goes_before_what_the_group_knows(group: Netwerk) -> None:
    added = group("registration", "add", "wg-1", "--member", "ans", "--role", "gast", "--json").json
    assert (added["registration"]["name"], added["registration"]["role"]) == ("Ans Proef", "gast")


def test_all_members_are_registered_in_one_step_and_only_once(group: Netwerk) -> None:
    result = group("registration", "add", "wg-1", "--members", "--json").json
    assert [(one["person"], one["registration"]["status"]) for one in result["results"]] == [
        ("m1", "confirmed"),
        ("m2", "waiting"),
    ]
    again = group("registration", "add", "wg-1", "--members", "--json").json
    assert (again["changed"], again["skipped_count"]) == (False, 2)
    assert group.statuses("wg-1") == {"r1": "confirmed", "r2": "waiting"}


def test_members_of_a_group_that_is_named_are_registered_for_any_event(group: Netwerk) -> None:
    group.done("event", "add", "open", "--no-draft", "--capacity", "1")
    result = group("registration", "add", "open", "--members", "opdc", "--json").json
    assert (result["event"], result["changed"], result["counts"]) == (
        "open", True,
        {"confirmed": 1, "pending": 0, "waiting": 1, "no_seat": 0, "unchanged": 0, "refused": 0},
    )  # fmt: skip
    assert group("registration", "add", "open", "--members", "niemand").code == 3
    assert group("registration", "add", "open", "--members").code == 2


def test_members_who_are_on_the_list_or_were_cancelled_stay_so(group: Netwerk) -> None:
    group.done("event", "add", "open", "--no-draft").done("registration", "add", "open", "--members", "opdc")
    group.done("registration", "edit", "open", "r1", "--name", "Ans Proef-Mock")
    group.done("registration", "cancel", "open", "r2", "--reason", "ziek")
    before = group.stored()
    again = group("registration", "add", "open", "--members", "opdc", "--json")
    assert (again.code, again.json["changed"], again.json["counts"]["unchanged"]) == (0, False, 2)
    assert group("registration", "add", "open", "--members", "opdc").err.splitlines() == [
        "m2: r2 of 'open' is cancelled since Wednesday 10 January 2024 at 09:00; an older request changes nothing.",
        "0 changed, 2 skipped.",
    ]
    assert group.stored() == before


def test_undo_takes_all_members_back(group: Netwerk) -> None:
    group.done("event", "add", "open", "--no-draft").done("registration", "add", "open", "--members", "opdc")
    group.done("undo")
    assert group("registration", "list", "open", "--all").out == ""


def test_a_dry_run_says_who_of_the_members_would_get_what(group: Netwerk) -> None:
    group.done("event", "add", "open", "--no-draft", "--capacity", "1")
    before = group.files()
    dry = group("registration", "add", "open", "--members", "opdc", "-n", "--json").json
    assert (dry["dry_run"], dry["counts"]["confirmed"], dry["counts"]["waiting"]) == (True, 1, 1)
    assert group.files() == before


def test_who_is_not_in_the_group_that_the_event_is_for_is_refused(group: Netwerk) -> None:
    group.done("group", "add", "andere")
    group.done("group", "admit", "andere", "--name", "Dirk Mock", "--email", "dirk@example.org")
    error = group.error("registration", "add", "wg-1", "--members", "andere")
    assert (error["code"], error["details"]["counts"]["refused"]) == ("people_skipped", 1)
    assert error["details"]["results"][0]["error"] == "not_a_member"


def test_members_can_be_registered_for_some_sessions(group: Netwerk) -> None:
    group.done("event", "add", "reeks")
    for session in ("a", "b"):
        group.done("session", "add", "reeks", session, "--to-be-announced")
    group.done("registration", "add", "reeks", "--members", "opdc", "--session", "b")
    assert group("registration", "list", "reeks", "--fields", "sessions").lines == [["b"], ["b"]]


def test_who_gets_no_seat_stops_no_other_member(group: Netwerk) -> None:
    error = group.error("registration", "add", "wg-1", "--members", "--no-waiting-list")
    assert (error["code"], error["details"]["changed"]) == ("people_skipped", 1)
    assert group.statuses("wg-1") == {"r1": "confirmed"}


@pytest.mark.parametrize(
    "words", [["--members", "--name", "X"], ["--members", "--from", "-"], ["--member", "m1"]]
)
def test_members_go_with_a_group_and_with_nothing_else(group: Netwerk, words: list[str]) -> None:
    group.done("event", "add", "open", "--no-draft")
    assert group("registration", "add", "open", *words).code == 2


def test_who_is_counted_is_never_taken_for_the_next_one(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "overleg", "--starts", "2024-03-01 9:00")
    for number in (1, 2):
        words = ("--name", f"Lid {number}", "--email", f"lid{number}@example.org")
        netwerk.done("registration", "add", "overleg", *words)
    assert "nearly" not in netwerk("explain", "overleg", "lid3@example.org").out
    assert "r1 has nearly this address." in netwerk("explain", "overleg", "lidl1@example.org").out
