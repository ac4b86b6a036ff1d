"""`netwerk group …`, and events for members only."""

from __future__ import annotations

import json

import pytest

from tests.cli.calling import KICKOFF, NOW, Ended, Netwerk, address, said
from tests.cli.terminal import needs_terminals, on_terminal

WHEN = "Wednesday 10 January 2024 at 09:00"
LATER = "2024-01-11T10:00:00+01:00"


def membership(code: str, name: str, **more: object) -> dict[str, object]:
    """Return a membership as JSON shows it: of the working group, by name, requested at the usual moment."""
    usual: dict[str, object] = {
        "code": code,
        "group": "opdc",
        "name": f"{name} Voorbeeld",
        "email": address(name),
        "organisation": None,
        "role": None,
        "status": "requested",
        "moderator": False,
        "received_at": NOW,
        "since": NOW,
        "by": "ans",
        "reason": None,
        "note": None,
    }
    return usual | more


def group(**more: object) -> dict[str, object]:
    """Return the working group as JSON shows it, before anybody asked."""
    usual: dict[str, object] = {
        "slug": "opdc",
        "title": "OPDC",
        "kind": "group",
        "access": "semi-open",
        "members": 0,
        "requested": 0,
        "timezone": "Europe/Brussels",
        "audiences": [],
        "organisers": [],
        "theme": None,
        "language": None,
        "description": None,
        "materials": [],
        "milestones": [],
    }
    return usual | more


def asked(name: str) -> tuple[str, ...]:
    return ("opdc", "--name", f"{name} Voorbeeld", "--email", address(name))


@pytest.fixture
def opdc(netwerk: Netwerk) -> Netwerk:
    """The program with a semi-open working group, for which two people asked."""
    netwerk.done("group", "add", "opdc", "--title", "OPDC")
    for name in ("Bo", "Cas"):
        netwerk.done("group", "request", *asked(name))
    return netwerk


@pytest.fixture
def moderated(opdc: Netwerk) -> Netwerk:
    """The same, in which the first has become a moderator."""
    return opdc.done("group", "approve", "opdc", "m1").done("group", "moderator", "opdc", "m1")


# ------------------------------------------------------------------- groups
def test_add_says_how_somebody_joins(netwerk: Netwerk) -> None:
    assert netwerk("group", "add", "opdc", "--title", "OPDC") == Ended(
        0,
        "",
        said(
            "Created group 'opdc': OPDC.",
            "Whoever asks awaits approval.",
            "0 members; 0 requests await approval.",
        ),
    )


def test_add_with_everything(netwerk: Netwerk) -> None:
    result = netwerk(
        "group", "add", "opdc", "--title", "OPDC", "--access", "closed", "--audience", "Coördinatoren",
        "--organiser", "Bureau Voorbeeld", "--theme", "Onderwijs", "--language", "nl", "--description", "Samen",
        "--timezone", "Europe/Amsterdam", "--json",
    ).json  # fmt: skip
    assert result == {
        "action": "group.add",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "group": group(
            access="closed",
            audiences=["Coördinatoren"],
            organisers=["Bureau Voorbeeld"],
            theme="Onderwijs",
            language="nl",
            description="Samen",
            timezone="Europe/Amsterdam",
        ),
        "change": "c1",
    }


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--access", "ajar"], "--access: choose from open, semi-open, closed."),
        (["--title", " "], "--title: it is empty."),
        (["--timezone", "Europe/Atlantis"], "'Europe/Atlantis' is not a time zone."),
    ],
)
def test_add_with_what_cannot_be(netwerk: Netwerk, options: list[str], problem: str) -> None:
    before = netwerk.files()
    ended = netwerk("group", "add", "opdc", *options)
    assert (ended.code, ended.out, ended.err.splitlines()[0]) == (2, "", f"Error: {problem}")
    assert netwerk.files() == before


def test_events_and_groups_share_their_names(kickoff: Netwerk) -> None:
    assert kickoff.error("group", "add", "kickoff")["code"] == "slug_exists"
    kickoff.done("group", "add", "opdc")
    for noun in ("event", "group"):
        error = kickoff.error(noun, "add", "opdc")
        assert (error["code"], error["exit_code"], error["details"]) == ("slug_exists", 4, {"group": "opdc"})


def test_a_name_that_was_an_event_is_not_used_for_a_group(kickoff: Netwerk) -> None:
    kickoff.done("event", "remove", "kickoff", "--yes")
    assert kickoff.error("group", "add", "kickoff")["code"] == "slug_exists"


def test_list_and_show(moderated: Netwerk) -> None:
    assert moderated("group", "list") == Ended(0, said("opdc\tOPDC\tsemi-open\t1\t1"))
    assert moderated("group", "list", "--json").json == [group(members=1, requested=1)]
    assert moderated("group", "show", "opdc", "--json").json == group(members=1, requested=1) | {
        "memberships": [
            membership("m1", "Bo", status="member", moderator=True),
            membership("m2", "Cas"),
        ]
    }
    assert moderated("group", "show", "opdc").lines[-1] == [
        "membership", "m2", "Cas Voorbeeld", "cas@example.org", "", "requested", "false", NOW,
    ]  # fmt: skip


def test_show_of_another_group_names_the_nearest(opdc: Netwerk) -> None:
    assert opdc("group", "show", "opcd") == Ended(
        3,
        "",
        said("Error: There is no group 'opcd'.", "Did you mean 'opdc'? List them with 'netwerk group list'."),
    )


def test_edit_tells_what_waits(opdc: Netwerk) -> None:
    assert opdc("group", "edit", "opdc", "--access", "open") == Ended(
        0,
        "",
        said(
            "Changed group 'opdc'.",
            "access: semi-open → open",
            "Whoever asks is a member at once.",
            "0 members; 2 requests await approval.",
        ),
    )
    assert opdc("group", "edit", "opdc", "--access", "open", "--json").json["changed"] is False


# ------------------------------------------------------------------ joining
def test_request_awaits_approval(opdc: Netwerk) -> None:
    ended = opdc("group", "request", *asked("Dee"), "--role", "Adviseur", "--note", "Graag", "--json")
    assert ended.json == {
        "action": "group.request",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "membership": membership("m3", "Dee", role="Adviseur", note="Graag"),
        "change": "c4",
    }
    assert opdc("group", "request", *asked("Eva")) == Ended(
        0, "", said("Eva Voorbeeld (m4) asked to join 'opdc' and awaits approval.")
    )


def test_request_in_an_open_group_makes_a_member(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc", "--access", "open")
    assert netwerk("group", "request", *asked("Bo")) == Ended(
        0, "", said("Bo Voorbeeld (m1) is a member of 'opdc'.")
    )


def test_request_twice_is_a_conflict(moderated: Netwerk) -> None:
    assert moderated("group", "request", *asked("Cas")) == Ended(
        4,
        "",
        said(
            "Error: This person asked to join 'opdc' already, as m2, and awaits approval.",
            "Decide with 'netwerk group approve opdc m2' or 'netwerk group decline opdc m2'.",
        ),
    )
    assert moderated.error("group", "request", *asked("Bo"))["code"] == "already_member"


def test_a_closed_group_is_asked_in_vain_and_added_to(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc", "--access", "closed")
    error = netwerk.error("group", "request", *asked("Bo"))
    assert (error["code"], error["exit_code"], error["details"]) == ("group_closed", 5, {"group": "opdc"})
    assert netwerk("group", "admit", *asked("Bo")) == Ended(
        0, "", said("Bo Voorbeeld (m1) is a member of 'opdc'.")
    )


def test_request_of_the_past_and_of_the_future(opdc: Netwerk) -> None:
    early = opdc("group", "request", *asked("Dee"), "--received-at", "9 januari 2024 16u", "--json").json
    assert early["membership"]["received_at"] == "2024-01-09T16:00:00+01:00"
    assert opdc("group", "request", *asked("Eva"), "--received-at", "11 januari 2024 16u").code == 2


# ---------------------------------------------------------------- deciding
def test_approving_twice_tells_the_second_who_did_it(moderated: Netwerk) -> None:
    moderated.done("group", "approve", "opdc", "m2", "--by", "m1").at(LATER)
    assert moderated("group", "approve", "opdc", "cas@example.org") == Ended(
        0, "", said(f"Nothing changed: m1 (ans) approved Cas Voorbeeld (m2) on {WHEN}.")
    )
    result = moderated("group", "approve", "opdc", "m2", "--json").json
    assert (result["changed"], result["membership"]["by"]) == (False, "m1 (ans)")


def test_approve_as_json(opdc: Netwerk) -> None:
    found = membership("m1", "Bo", status="member", reason="Past")
    assert opdc("group", "approve", "opdc", "m1", "--reason", "Past", "--json").json == {
        "action": "group.approve",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "changed_count": 1,
        "skipped_count": 0,
        "membership": found,
        "results": [{"person": "m1", "changed": True, "membership": found, "error": None, "message": None}],
        "change": "c4",
    }


def test_nobody_approves_himself(opdc: Netwerk) -> None:
    before = opdc.files()
    assert opdc("group", "approve", "opdc", "m1", "--by", "bo@example.org") == Ended(
        5,
        "",
        said(
            "Error: m1 of 'opdc' cannot decide on a request of their own.",
            "Let another moderator decide with --by, or leave it out to decide as the organiser.",
        ),
    )
    assert opdc.error("group", "approve", "opdc", "m2", "--by", "m1")["code"] == "not_a_moderator"
    assert opdc.error("group", "approve", "opdc", "m2", "--by", "m7")["exit_code"] == 3
    assert opdc.files() == before


def test_somebody_declined_asks_again_and_keeps_the_code(opdc: Netwerk) -> None:
    opdc.done("group", "decline", "opdc", "m1", "--reason", "Andere doelgroep")
    assert opdc.error("group", "approve", "opdc", "m1")["code"] == "not_pending"
    rows = opdc("group", "members", "opdc", "--status", "declined", "--fields", "code,reason").lines
    assert rows == [["m1", "Andere doelgroep"]]
    opdc.done("group", "request", *asked("Bo"))
    assert opdc("group", "members", "opdc", "--fields", "code,status").lines == [
        ["m1", "requested"],
        ["m2", "requested"],
    ]


def test_all_requests_are_approved_in_one_step(opdc: Netwerk) -> None:
    assert opdc("group", "approve", "opdc", "--all") == Ended(
        0,
        "",
        said(
            "Bo Voorbeeld (m1) is a member of 'opdc'.",
            "Cas Voorbeeld (m2) is a member of 'opdc'.",
            "2 changed, 0 skipped.",
        ),
    )
    assert opdc("group", "approve", "opdc", "--all") == Ended(0, "", said("Nobody awaits approval."))


def test_several_people_each_get_an_answer(moderated: Netwerk) -> None:
    ended = moderated("group", "approve", "opdc", "m1", "m2", "weg@example.org")
    assert ended == Ended(
        8,
        "",
        said(
            f"Nothing changed: ans approved Bo Voorbeeld (m1) on {WHEN}.",
            "Cas Voorbeeld (m2) is a member of 'opdc'.",
            "weg@example.org: Nobody with that code, e-mail address or name is on the list of 'opdc'.",
            "Error: 2 of 3 people were skipped; 1 changed.",
            "Each line above says why; decide on those one by one.",
        ),
    )
    error = moderated.error("group", "decline", "opdc", "m1", "m2")
    assert (error["code"], error["exit_code"]) == ("people_skipped", 8)
    assert [one["error"] for one in error["details"]["results"]] == ["not_pending", "not_pending"]


def test_who_was_approved_before_is_skipped_and_no_fault(moderated: Netwerk) -> None:
    ended = moderated("group", "approve", "opdc", "m1", "m2", "m2")
    assert (ended.code, ended.err.splitlines()[-1]) == (0, "1 changed, 2 skipped.")


def test_several_by_somebody_who_may_not_decide_stops_everything(opdc: Netwerk) -> None:
    before = opdc.files()
    assert opdc.error("group", "approve", "opdc", "--all", "--by", "m1")["code"] == "not_a_moderator"
    assert opdc.files() == before


@pytest.mark.parametrize("words", [[], ["m1", "--all"]], ids=["nobody", "both"])
def test_who_is_meant_has_to_be_clear(opdc: Netwerk, words: list[str]) -> None:
    assert opdc("group", "approve", "opdc", *words) == Ended(
        2,
        "",
        said(
            "Error: PERSON: name one or more people, or give --all.",
            "See 'PERSON' in the help of this command.",
        ),
    )


@pytest.mark.parametrize(
    "words",
    [
        ("add", "tweede"),
        ("edit", "opdc", "--title", "Anders"),
        ("request", *asked("Dee")),
        ("admit", *asked("Dee")),
        ("approve", "opdc", "--all"),
        ("decline", "opdc", "m2"),
        ("withdraw", "opdc", "m2"),
        ("leave", "opdc", "m1"),
        ("moderator", "opdc", "m1", "--off"),
        ("correct", "opdc", "m1", "--email", "bo.voorbeeld@example.org"),
    ],
    ids=lambda words: words[0],
)
def test_a_dry_run_says_the_same_and_touches_nothing(moderated: Netwerk, words: tuple[str, ...]) -> None:
    before = moderated.files()
    tried = moderated("group", *words, "--dry-run", "--json").json
    assert moderated.files() == before
    done = moderated("group", *words, "--json").json
    assert (tried.pop("change"), done.pop("change")) == (None, "c6")
    assert tried | {"dry_run": False} == done
    assert tried["changed"] is True


# ------------------------------------------------------------------ leaving
LEADERLESS = "'opdc' has no moderator any more; appoint one with 'netwerk group moderator opdc PERSON'."


def test_a_group_never_loses_its_last_moderator_in_silence(moderated: Netwerk) -> None:
    moderated.done("group", "approve", "opdc", "m2").done("group", "moderator", "opdc", "m2")
    assert moderated("group", "moderator", "opdc", "m2", "--off", "--json").json["warnings"] == []
    left = moderated("group", "leave", "opdc", "m1", "--json").json
    assert [one["problem"] for one in left["warnings"]] == [LEADERLESS]
    assert moderated("group", "leave", "opdc", "m1", "--json").json["warnings"] == []


def test_withdraw_and_leave_and_once_more(moderated: Netwerk) -> None:
    assert moderated("group", "withdraw", "opdc", "m2") == Ended(
        0, "", said("Cas Voorbeeld (m2) withdrew the request to join 'opdc'.")
    )
    assert moderated("group", "withdraw", "opdc", "m2") == Ended(
        0, "", said(f"Nothing changed: Cas Voorbeeld (m2) withdrew on {WHEN}.")
    )
    assert moderated("group", "leave", "opdc", "m1") == Ended(
        0, "", said("Bo Voorbeeld (m1) left 'opdc'.", LEADERLESS)
    )
    assert moderated("group", "leave", "opdc", "m1") == Ended(
        0, "", said(f"Nothing changed: Bo Voorbeeld (m1) left on {WHEN}.")
    )
    assert moderated("group", "members", "opdc") == Ended(0)
    assert moderated.error("group", "leave", "opdc", "m2")["code"] == "not_a_member"


def test_moderator_on_and_off(moderated: Netwerk) -> None:
    assert moderated("group", "moderator", "opdc", "m1", "--off") == Ended(
        0, "", said("Bo Voorbeeld (m1) is not a moderator of 'opdc'.", LEADERLESS)
    )
    assert moderated("group", "moderator", "opdc", "m1", "--off") == Ended(
        0, "", said("Nothing changed.", "Bo Voorbeeld (m1) is not a moderator of 'opdc'.")
    )
    assert moderated.error("group", "moderator", "opdc", "m2")["code"] == "not_a_member"


# ---------------------------------------------------------------- correcting
def test_a_corrected_member_keeps_their_place_and_it_can_be_taken_back(moderated: Netwerk) -> None:
    words = (
        "group",
        "correct",
        "opdc",
        "bo@example.org",
        "--email",
        "bo.v@example.org",
        "--role",
        "secretaris",
    )
    assert moderated(*words) == Ended(
        0,
        "",
        said(
            "Corrected Bo Voorbeeld (m1) of 'opdc'.",
            "m1 e-mail: bo@example.org → bo.v@example.org",
            "m1 role: (nothing) → secretaris",
        ),
    )
    assert moderated("group", "correct", "opdc", "m1", "--email", "bo.v@example.org") == Ended(
        0, "", said("Nothing changed.")
    )
    result = moderated("group", "correct", "opdc", "m1", "--role", "", "--json").json
    assert (result["action"], result["changed"], result["change"]) == ("group.correct", True, "c7")
    assert result["changes"] == [{"field": "role", "old": "secretaris", "new": None}]
    before = {key: result["membership"][key] for key in ("code", "status", "moderator", "email", "role")}
    assert before == {
        "code": "m1", "status": "member", "moderator": True, "email": "bo.v@example.org", "role": None,
    }  # fmt: skip
    moderated.done("undo", "c7").done("undo", "c6")
    (row,) = moderated("group", "members", "opdc", "--status", "member", "--json").json
    assert (row["email"], row["role"]) == ("bo@example.org", None)


def test_a_correction_takes_nobody_elses_address_and_says_whom_it_looks_like(moderated: Netwerk) -> None:
    refused = moderated.error("group", "correct", "opdc", "m1", "--email", "CAS@example.org")
    assert (refused["code"], refused["details"]) == (
        "already_requested",
        {"group": "opdc", "membership": "m2"},
    )
    moderated.done("group", "approve", "opdc", "m2")
    refused = moderated.error("group", "correct", "opdc", "m1", "--email", "cas@example.org")
    assert refused["code"] == "already_member"
    assert moderated.error("group", "correct", "opdc", "m1", "--email", "nergens")["code"] == "usage"
    assert moderated.error("group", "correct", "opdc", "m1", "--name", "")["code"] == "usage"
    alike = moderated("group", "correct", "opdc", "m1", "--name", "Cas Voorbeeld", "--json").json
    assert [one["problem"] for one in alike["warnings"]] == [
        "Careful: this looks like m2: the same name, another address."
    ]


# ------------------------------------------------------ events for members only
@pytest.fixture
def members_only(moderated: Netwerk) -> Netwerk:
    """The program with a kick-off of three places for the members of the working group."""
    return moderated.done("event", "add", *KICKOFF, "--capacity", "3", "--members-of", "opdc")


def test_only_members_register(members_only: Netwerk) -> None:
    members_only.register("Bo")
    words = ("registration", "add", "kickoff", "--name", "Cas", "--email", address("Cas"))
    assert members_only(*words) == Ended(
        5,
        "",
        said(
            "Error: 'kickoff' is for members of 'opdc' only.",
            "Add the person to the group, or overrule with --force --reason.",
        ),
    )
    assert members_only.error(*words)["code"] == "not_a_member"
    members_only.done(*words, "--force", "--reason", "Spreker")


def test_leaving_the_group_changes_no_registration(members_only: Netwerk) -> None:
    members_only.register("Bo").done("group", "leave", "opdc", "m1")
    assert members_only.statuses() == {"r1": "confirmed"}


def test_who_left_the_group_never_keeps_a_place_for_members_unseen(members_only: Netwerk) -> None:
    def noted() -> list[tuple[str, str]]:
        found = members_only("doctor", "--json").json["findings"]
        return [(one["code"], one["where"]) for one in found]

    members_only.register("Bo")
    assert noted() == []
    still = "Bo Voorbeeld is still on the list of 'kickoff' for its members, as r1."
    assert still in members_only("group", "leave", "opdc", "m1").err.splitlines()
    assert noted() == [("left_the_group", "kickoff r1")]
    members_only.at("2024-01-27T12:00:00+01:00")
    assert noted() == []
    members_only.at("2024-01-11T12:00:00+01:00").done("registration", "cancel", "kickoff", "r1")
    assert noted() == []


def test_a_file_of_requests_and_a_substitute_pass_the_same_door(members_only: Netwerk) -> None:
    lines = "name,email\nBo Voorbeeld,BO@example.org\nCas Voorbeeld,cas@example.org\n"
    ended = members_only("registration", "add", "kickoff", "--from", "-", "--json", stdin=lines)
    results = json.loads(ended.err)["error"]["details"]["results"]
    assert [one["error"] for one in results] == [None, "not_a_member"]
    words = ("registration", "substitute", "kickoff", "r1", "--name", "Cas", "--email", address("Cas"))
    assert members_only.error(*words)["code"] == "not_a_member"
    members_only.done("group", "approve", "opdc", "m2").done(*words)


def test_an_event_is_for_members_of_a_group_that_is_there(members_only: Netwerk) -> None:
    error = members_only.error("event", "add", "tweede", "--members-of", "opcd")
    assert (error["code"], error["exit_code"]) == ("not_found", 3)
    assert error["hint"].startswith("Did you mean 'opdc'?")
    assert members_only.error("event", "edit", "kickoff", "--members-of", "x")["code"] == "not_found"
    for nobody in ("none", ""):
        members_only.done("event", "edit", "kickoff", "--members-of", "opdc")
        edited = members_only("event", "edit", "kickoff", "--members-of", nobody, "--json").json
        assert edited["event"]["members_of"] is None


def test_explain_names_the_group(members_only: Netwerk) -> None:
    assert (
        "+ Only members of 'opdc' can register; what follows is about one of them."
        in members_only("explain", "kickoff").out.splitlines()
    )


# ----------------------------------------------------------- around the group
def test_log_of_a_group_and_of_one_of_its_people(moderated: Netwerk) -> None:
    assert moderated("log", "opdc", "--fields", "group,membership,what,by").lines == [
        ["opdc", "", "created", "ans"],
        ["opdc", "m1", "requested", "ans"],
        ["opdc", "m2", "requested", "ans"],
        ["opdc", "m1", "approved", "ans"],
        ["opdc", "m1", "appointed", "ans"],
    ]
    assert moderated("log", "opdc", "m2", "--fields", "what").lines == [["requested"]]
    assert moderated("log").lines[0] == [NOW, "ans", "", "", "created", "", "opdc", ""]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["group", "show", "o"], ["opdc"]),
        (["group", "approve", "opdc", ""], ["m1", "m2"]),
        (["group", "approve", "opdc", "m1", "--by", "x", ""], ["m1", "m2"]),
        (["group", "add", "o"], []),
        (["group", "add", "x", "--access", "s"], ["semi-open"]),
        (["event", "add", "x", "--members-of", "o"], ["opdc"]),
    ],
)
def test_tab_knows_groups_and_their_people(
    opdc: Netwerk, words: list[str], found: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    from netwerk_cli.cli.complete import complete

    capsys.readouterr()
    assert complete(words) == 0
    assert capsys.readouterr().out.split() == found
    assert opdc.db.exists()


def test_status_counts_the_requests(opdc: Netwerk) -> None:
    (row,) = opdc("status", "--json").json
    assert (row["slug"], row["kind"], row["pending"], row["attention"]) == ("opdc", "group", 2, ["pending"])
    assert opdc.done("group", "decline", "opdc", "--all")("status") == Ended(0)


def test_doctor_finds_what_no_rule_lets_happen(members_only: Netwerk) -> None:
    assert members_only("doctor").code == 0
    tree = json.loads(members_only.db.read_bytes())
    people = tree["memberships:opdc"]
    people["3"] = people["2"] | {"email": "BO@example.org", "moderator": True}
    people["2"]["status"] = "left"
    tree["event:kickoff"]["1"]["members_of"] = "weg"
    tree["memberships:weg"] = {}
    members_only.db.write_text(json.dumps(tree))
    findings = members_only("doctor", "--json").error["details"]["findings"]
    assert [(one["code"], one["where"]) for one in findings if not one["code"].startswith("layout")] == [
        ("memberships_without_group", "memberships:weg"),
        ("group_unknown", "kickoff"),
        ("person_twice", "opdc m1 m3"),
        ("status_without_history", "opdc m2"),
        ("moderator_outside", "opdc m3"),
    ]


def test_it_is_all_there_in_dutch(opdc: Netwerk) -> None:
    assert opdc("group", "approve", "opdc", "m1", "--by", "m1", "--lang", "nl") == Ended(
        5,
        "",
        said(
            "Fout: m1 van 'opdc' kan niet over de eigen aanvraag beslissen.",
            "Laat een andere moderator beslissen met --by, of laat die optie weg om als organisator te beslissen.",
        ),
    )


def test_meeting_of_a_group_is_in_its_zone_unless_another_is_given(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc", "--timezone", "Europe/London")
    when = ("--starts", "2024-02-01 10:00")
    netwerk.done("event", "add", "een", *when, "--members-of", "opdc")
    netwerk.done("event", "add", "twee", *when, "--members-of", "opdc", "--timezone", "Europe/Brussels")
    netwerk.done("event", "add", "drie", *when, "--members-of", "none")
    found = netwerk("event", "list", "--json", "--fields", "slug,timezone").json
    assert {one["slug"]: one["timezone"] for one in found} == {
        "een": "Europe/London", "twee": "Europe/Brussels", "drie": "Europe/Brussels",
    }  # fmt: skip


@needs_terminals
def test_group_on_a_screen_names_the_events_for_its_members(netwerk: Netwerk) -> None:
    netwerk.done("group", "add", "opdc")
    netwerk.done("event", "add", "een", "--starts", "2024-02-01 10:00", "--members-of", "opdc")
    netwerk.done("event", "add", "voorbij", "--starts", "2024-01-01 10:00", "--members-of", "opdc")
    shown = on_terminal(netwerk, "group", "show", "opdc", columns=80).lines
    assert "Its members can register for: een." in shown


@needs_terminals
def test_event_on_a_screen_names_the_sessions_held_within_it(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "symposium", "--starts", "2024-02-01 10:00").done("event", "add", "reeks")
    netwerk.done("session", "add", "reeks", "slot", "--starts", "2024-02-01 14:00", "--within", "symposium")
    shown = on_terminal(netwerk, "event", "show", "symposium", columns=80).lines
    assert "Session 'slot' of 'reeks' takes place within it." in shown
