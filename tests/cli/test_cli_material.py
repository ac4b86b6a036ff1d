"""`netwerk material …`: documents, links, practice examples and questions of an event or a group."""

from __future__ import annotations

import pytest

from netwerk_cli.cli.complete import complete
from tests.cli.calling import Ended, Netwerk, said

CODE = ("--title", "Handreiking", "--url", "https://example.org/a?b=1&c=2")


def material(**more: object) -> dict[str, object]:
    """Return the first material of the kick-off as JSON shows it: a document by name."""
    usual: dict[str, object] = {
        "id": "m1",
        "owner": "kickoff",
        "kind": "document",
        "title": "Handreiking",
        "url": None,
        "text": None,
        "contributor": None,
        "on": None,
        "answer": None,
        "answered_by": None,
    }
    return usual | more


@pytest.fixture
def group(kickoff: Netwerk) -> Netwerk:
    """A kick-off with one material and a working group with another."""
    kickoff.done("material", "add", "kickoff", *CODE)
    kickoff.done("group", "add", "werkgroep", "--title", "Werkgroep")
    return kickoff.done("material", "add", "werkgroep", "--title", "Hoe begin je?", "--kind", "question")


# ----------------------------------------------------------------------- add
def test_add_says_under_which_id(kickoff: Netwerk) -> None:
    assert kickoff("material", "add", "kickoff", "--title", " Handreiking ") == Ended(
        0, "", said("Added material m1 to 'kickoff': Handreiking.")
    )


def test_add_in_json_with_every_option(kickoff: Netwerk) -> None:
    assert kickoff(
        "material", "add", "kickoff", *CODE, "--kind", "practice-example", "--text", "Regel 1\nRegel 2",
        "--contributor", "Testine van den Nepstra", "--on", "8 juni 2017", "--json",
    ).json == {
        "action": "material.add",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "material": material(
            kind="practice-example",
            url="https://example.org/a?b=1&c=2",
            text="Regel 1\nRegel 2",
            contributor="Testine van den Nepstra",
            on="2017-06-08",
        ),
        "change": "c2",
    }  # fmt: skip


def test_add_to_a_group(group: Netwerk) -> None:
    assert group("material", "list", "werkgroep", "--json").json == [
        material(owner="werkgroep", kind="question", title="Hoe begin je?")
    ]


def test_quiet_says_nothing(kickoff: Netwerk) -> None:
    assert kickoff("material", "add", "kickoff", "--title", "A", "--quiet") == Ended(0)


def test_dry_run_touches_nothing(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert kickoff("material", "add", "kickoff", "--title", "A", "--dry-run") == Ended(
        0, "", said("Added material m1 to 'kickoff': A.", "This was a dry run: nothing was changed.")
    )
    assert kickoff.files() == before


# ---------------------------------------------------------------- list, show
def test_list_of_everything_in_a_pipe(group: Netwerk) -> None:
    assert group("material", "list").lines == [
        ["kickoff", "m1", "document", "Handreiking", "https://example.org/a?b=1&c=2", "", ""],
        ["werkgroep", "m1", "question", "Hoe begin je?", "", "", ""],
    ]


def test_list_of_one_event(group: Netwerk) -> None:
    assert group("material", "list", "kickoff", "--fields", "id,title").lines == [["m1", "Handreiking"]]


def test_an_empty_list_is_an_empty_array(kickoff: Netwerk) -> None:
    assert kickoff("material", "list", "--json").json == []


def test_the_event_and_the_group_show_their_materials(group: Netwerk) -> None:
    shown = group("event", "show", "kickoff", "--json").json
    assert shown["materials"] == [material(url="https://example.org/a?b=1&c=2")]
    assert shown["milestones"] == []
    assert [m["title"] for m in group("group", "show", "werkgroep", "--json").json["materials"]] == [
        "Hoe begin je?"
    ]


def test_a_person_sees_a_line_for_each_material(group: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    assert group("event", "show", "kickoff", "--lang", "nl").out.splitlines()[-1] == (
        "materiaal m1     document · Handreiking · https://example.org/a?b=1&c=2"
    )


def test_a_calendar_attaches_what_has_an_address(group: Netwerk) -> None:
    group.done("material", "add", "kickoff", "--title", "Op papier")
    lines = group("export", "ics", "kickoff").out.splitlines()
    assert [line for line in lines if line.startswith("ATTACH")] == ["ATTACH:https://example.org/a?b=1&c=2"]


def test_the_log_names_what_was_added(kickoff: Netwerk) -> None:
    kickoff.done("material", "add", "kickoff", "--title", "A")
    assert kickoff("log", "kickoff", "--fields", "what").lines == [["created"], ["material added"]]


# -------------------------------------------------------------- edit, remove
def test_edit_changes_and_takes_away(kickoff: Netwerk) -> None:
    kickoff.done("material", "add", "kickoff", *CODE, "--contributor", "Testine", "--on", "2017-06-08")
    assert kickoff(
        "material", "edit", "kickoff", "m1", "--title", "Gids", "--contributor", "", "--on", "", "--json"
    ).json == {
        "action": "material.edit",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "material": material(title="Gids", url="https://example.org/a?b=1&c=2"),
        "changes": [
            {"field": "material.m1.title", "old": "Handreiking", "new": "Gids"},
            {"field": "material.m1.contributor", "old": "Testine", "new": None},
            {"field": "material.m1.on", "old": "2017-06-08", "new": None},
        ],
        "change": "c3",
    }


def test_edit_that_changes_nothing_says_so(group: Netwerk) -> None:
    assert group("material", "edit", "kickoff", "m1", *CODE) == Ended(
        0, "", said("Material m1 of 'kickoff' was like that already.")
    )


def test_remove_says_what_went_and_never_gives_the_id_again(group: Netwerk) -> None:
    assert group("material", "remove", "kickoff", "m1") == Ended(
        0, "", said("Took material m1 of 'kickoff' out: Handreiking.")
    )
    assert group("material", "add", "kickoff", "--title", "B", "--json").json["material"]["id"] == "m2"


def test_a_copy_of_an_event_takes_its_materials_and_milestones_along(group: Netwerk) -> None:
    group.done("milestone", "add", "kickoff", "--title", "Verslag")
    group.done("event", "copy", "kickoff", "later")
    shown = group("event", "show", "later", "--json").json
    assert shown["materials"] == [material(owner="later", url="https://example.org/a?b=1&c=2")]
    assert [(one["title"], one["status"]) for one in shown["milestones"]] == [("Verslag", "open")]


# ----------------------------------------------------------------- bad input
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--title", ""], "--title: it is empty."),
        (["--title", " \t\x00 "], "--title: it is empty."),
        (["--title", "x" * 10_000], "--title: it has 10000 characters; 500 fit."),
        (["--text", "x" * 20_001], "--text: it has 20001 characters; 20000 fit."),
        (["--kind", "boek"], "--kind: choose from document, link, practice-example, question."),
        (["--kind", "link"], "--url: a link needs an address."),
        (["--url", "ftp://example.org"], "--url: it is not a link such as https://example.org/room."),
        (["--url", "javascript:alert(1)"], "--url: it is not a link such as https://example.org/room."),
        (["--url", "https://example.org/a b"], "--url: it is not a link such as https://example.org/room."),
        (["--contributor", "x" * 501], "--contributor: it has 501 characters; 500 fit."),
        (["--on", "31 april 2021"], "'31 april 2021' is not a usable date or time: April never has more than "
         "30 days, and the first is 1."),
        (["--on", "1 april 2021 16:00"], "'1 april 2021 16:00' is not a usable date or time: a day is needed, "
         "without a time."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_changes(
    kickoff: Netwerk, options: list[str], message: str
) -> None:
    before = kickoff.files()
    given = options if "--title" in options else ["--title", "A", *options]
    error = kickoff.error("material", "add", "kickoff", *given)
    assert (error["code"], error["exit_code"], error["message"]) == ("usage", 2, message)
    assert kickoff.files() == before


def test_control_characters_are_left_out(kickoff: Netwerk) -> None:
    typed = ("--title", "Hand\x1b[31mreiking\x07", "--text", "a\x00b\nc")
    added = kickoff("material", "add", "kickoff", *typed, "--json").json["material"]
    assert (added["title"], added["text"]) == ("Hand[31mreiking", "ab\nc")


def test_a_refused_date_suggests_a_day(kickoff: Netwerk) -> None:
    assert kickoff("material", "add", "kickoff", "--title", "A", "--on", "ooit") == Ended(
        2,
        "",
        said(
            "Error: 'ooit' is not a usable date or time: 'ooit' is not understood here.",
            "Write it as 2024-01-16 or 'dinsdag 16 januari 2024'.",
        ),
    )


def test_an_unknown_owner_is_answered_with_the_nearest_name(group: Netwerk) -> None:
    assert group("material", "add", "werkgrop", "--title", "A") == Ended(
        3,
        "",
        said(
            "Error: There is no event or group 'werkgrop'.",
            "Did you mean 'werkgroep'? List them with 'netwerk event list --all' and 'netwerk group list'.",
        ),
    )


@pytest.mark.parametrize("verb", ["edit", "remove"])
def test_an_unknown_id_is_answered_with_the_known_ones(group: Netwerk, verb: str) -> None:
    assert group("material", verb, "kickoff", "m9") == Ended(
        3,
        "",
        said(
            "Error: 'kickoff' has no material 'm9'.",
            "It has m1. Add one with 'netwerk material add kickoff'.",
        ),
    )


def test_an_id_of_none(kickoff: Netwerk) -> None:
    assert kickoff.error("material", "remove", "kickoff", "m1") == {
        "code": "not_found",
        "exit_code": 3,
        "message": "'kickoff' has no material 'm1'.",
        "hint": "Add one with 'netwerk material add kickoff'.",
        "details": {"owner": "kickoff", "id": "m1", "known": ""},
    }


# ------------------------------------------------------------------------ TAB
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["material", "add", ""], ["kickoff", "werkgroep"]),
        (["material", "edit", "werkgroep", ""], ["m1"]),
        (["material", "edit", "kickoff", "m1", ""], []),
        (["material", "edit", "niets", ""], []),
        (["milestone", "done", "kickoff", ""], []),
        (["material", "add", "kickoff", "--kind", "p"], ["practice-example"]),
    ],
)
def test_tab_knows_owners_and_ids(
    group: Netwerk, capsys: pytest.CaptureFixture[str], words: list[str], offered: list[str]
) -> None:
    assert group.db.exists()
    assert complete(words) == 0
    assert capsys.readouterr().out.splitlines() == offered


# -------------------------------------------------------------------- answer
def asked(netwerk: Netwerk) -> list[str]:
    """Return what needs attention about the working group."""
    rows = netwerk("status", "--json").json
    return next((row["attention"] for row in rows if row["slug"] == "werkgroep"), [])


def test_a_question_that_is_answered_is_never_counted_as_open(group: Netwerk) -> None:
    assert asked(group) == ["open-questions"]
    answer = ("material", "answer", "werkgroep", "m1", "--text", "Klein", "--contributor", "Mocka Verzinsel")
    assert group(*answer, "--dry-run", "--json").json["dry_run"]
    assert asked(group) == ["open-questions"]
    assert group(*answer, "--json").json == {
        "action": "material.answer",
        "changed": True,
        "dry_run": False,
        "warnings": [],
        "material": material(
            owner="werkgroep",
            kind="question",
            title="Hoe begin je?",
            answer="Klein",
            answered_by="Mocka Verzinsel",
        ),
        "changes": [
            {"field": "material.m1.answer", "old": None, "new": "Klein"},
            {"field": "material.m1.answered-by", "old": None, "new": "Mocka Verzinsel"},
        ],
        "change": "c5",
    }
    assert asked(group) == []
    assert group(*answer) == Ended(0, "", said("Material m1 of 'werkgroep' was like that already."))
    assert group("material", "answer", "werkgroep", "m1", "--text", "Heel klein") == Ended(
        0,
        "",
        said("Answered material m1 of 'werkgroep': Hoe begin je?", "material m1 answer: Klein → Heel klein"),
    )
    found = group("material", "list", "werkgroep", "--fields", "answer,answered_by")
    assert found.lines == [["Heel klein", "Mocka Verzinsel"]]


def test_an_answer_that_is_taken_away_or_undone_leaves_the_question_open(group: Netwerk) -> None:
    group.done("material", "answer", "werkgroep", "m1", "--text", "Klein").done("undo")
    assert asked(group) == ["open-questions"]
    group.done("material", "answer", "werkgroep", "m1", "--text", "Klein")
    assert group("material", "answer", "werkgroep", "m1", "--text", "").err == said(
        "Material m1 of 'werkgroep' is open again: Hoe begin je?", "material m1 answer: Klein → (nothing)"
    )
    assert asked(group) == ["open-questions"]


@pytest.mark.parametrize(
    ("owner", "id", "message"),
    [
        ("kickoff", "m1", "--answer: only a question has an answer."),
        ("werkgroep", "m9", "'werkgroep' has no material 'm9'."),
    ],
)
def test_what_is_no_question_never_gets_an_answer(group: Netwerk, owner: str, id: str, message: str) -> None:
    before = group.files()
    assert group.error("material", "answer", owner, id, "--text", "Ja")["message"] == message
    assert group.files() == before


def test_an_answer_survives_a_dossier(group: Netwerk) -> None:
    group.done("material", "answer", "werkgroep", "m1", "--text", "Klein", "--contributor", "Mocka Verzinsel")
    dossier = group.folder / "werkgroep.toml"
    group.done("export", "dossier", "werkgroep", "-o", str(dossier))
    assert group("apply", str(dossier), "--json").json["changed"] is False
    text = dossier.read_text(encoding="utf-8").replace('"Klein"', '"Samen"')
    dossier.write_text(text, encoding="utf-8")
    group.done("apply", str(dossier))
    found = group("material", "list", "werkgroep", "--fields", "answer,answered_by")
    assert found.lines == [["Samen", "Mocka Verzinsel"]]


def test_a_title_that_asks_never_ends_twice(kickoff: Netwerk) -> None:
    add = ("material", "add", "kickoff", "--kind", "question", "--title")
    assert kickoff(*add, "Hoe begin je?").err == "Added material m1 to 'kickoff': Hoe begin je?\n"
    assert kickoff(*add, "Hoe begin je").err == "Added material m2 to 'kickoff': Hoe begin je.\n"


def test_a_member_a_material_and_a_milestone_of_one_number_are_never_taken_for_each_other(
    netwerk: Netwerk,
) -> None:
    netwerk.done("group", "add", "kring", "--access", "open")
    netwerk.done("group", "request", "kring", "--name", "Ans Nep", "--email", "ans@example.org")
    assert netwerk("material", "add", "kring", "--title", "Gids").err.startswith("Added material m1 to")
    assert netwerk("milestone", "add", "kring", "--title", "Plan").err.startswith("Added milestone m1 to")
    netwerk.done("material", "edit", "kring", "m1", "--title", "De gids")
    netwerk.done("milestone", "edit", "kring", "m1", "--title", "Het plan")
    assert "kring milestone m1 title: Het plan → Plan" in netwerk("undo").err
    assert "kring material m1 title: De gids → Gids" in netwerk("undo").err
    assert "Ans Nep" in netwerk("undo", "c2", "--dry-run").err
