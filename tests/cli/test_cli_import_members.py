"""`import members`: a list of the people of a group, again and again, as an organiser sees it."""

from __future__ import annotations

import pytest

from tests.cli.calling import Ended, Netwerk, said

IMPORT = ("import", "members", "opdc")
HEADING = "Naam;E-mail;Organisatie;Functie"
ANS = "van den Nepstra, Ans;ans@example.org;CLB Nergens;leerkracht"
BEA = "Bea Mock;bea@example.org;;"
DATED = "Tijdstip;Naam;E-mail"


def put(desk: Netwerk, *rows: str, heading: str = HEADING) -> str:
    path = desk.folder / "leden.csv"
    path.write_bytes("".join(f"{row}\r\n" for row in (heading, *rows)).encode("cp1252"))
    return str(path)


def counts(desk: Netwerk, *arguments: str) -> dict[str, int]:
    """Return what the rows came to, without what none came to."""
    ended = desk(*IMPORT, *arguments, "--json")
    result = ended.error["details"] if ended.code == 8 else ended.json
    assert sum(result["counts"].values()) == result["read"]
    return {kind: count for kind, count in result["counts"].items() if count}


def people(desk: Netwerk, *arguments: str) -> list[list[str]]:
    return desk("group", "members", "opdc", *arguments, "--fields", "code,name,organisation,status").lines


@pytest.fixture
def group(netwerk: Netwerk) -> Netwerk:
    return netwerk.done("group", "add", "opdc")


def test_first_reading_adds_everybody_and_says_what_was_read_as_what(group: Netwerk) -> None:
    assert group(*IMPORT, put(group, ANS, BEA)) == Ended(
        0,
        "",
        said(
            "Columns: Naam = name; E-mail = e-mail; Organisatie = organisation; Functie = role.",
            "No column says when somebody asked: whoever is new asks now, in the order of the rows.",
            "2 rows read: 2 taken in.",
        ),
    )
    assert people(group) == [
        ["m1", "van den Nepstra, Ans", "CLB Nergens", "member"],
        ["m2", "Bea Mock", "", "member"],
    ]


def test_second_reading_changes_nothing(group: Netwerk) -> None:
    path = put(group, ANS, BEA)
    group.done(*IMPORT, path)
    before = group.stored()
    assert counts(group, path) == {"unchanged": 2}
    assert group.stored() == before


def test_result_for_scripts(group: Netwerk) -> None:
    assert group(*IMPORT, put(group, BEA), "--json").json == {
        "action": "import.members",
        "changed": True,
        "dry_run": False,
        "group": "opdc",
        "read": 1,
        "counts": {
            "member": 1, "requested": 0, "updated": 0, "unchanged": 0, "cancelled": 0, "duplicate": 0,
            "same_address_other_name": 0, "no_address": 0, "bad_address": 0, "refused": 0,
        },
        "mapping": {"Naam": "name", "E-mail": "email", "Organisatie": "organisation", "Functie": "role"},
        "lookalikes": 0,
        "unread": [],
        "timezone": "Europe/Brussels",
        "first": None,
        "last": None,
        "rows": [
            {
                "row": 2, "outcome": "member", "membership": "m1", "message": None, "column": None, "value": None,
                "suggestion": None, "warnings": [], "changes": {},
            }
        ],
        "warnings": [],
        "change": "c2",
    }  # fmt: skip


def test_a_corrected_row_corrects_and_what_was_decided_here_stays(group: Netwerk) -> None:
    group.done(*IMPORT, put(group, ANS, BEA)).done("group", "leave", "opdc", "m2", "--reason", "verhuisd")
    ended = group(*IMPORT, put(group, ANS.replace("CLB Nergens", "CLB Ergens"), BEA))
    assert (ended.code, ended.err.splitlines()[2:]) == (
        0,
        [
            "Row 2 (van den Nepstra, Ans): organisation: CLB Nergens → CLB Ergens",
            "Row 3 (Bea Mock): m2 of 'opdc': left since Wednesday 10 January 2024 at 09:00; an older row "
            "changes nothing.",
            "2 rows read: 1 corrected, 1 unchanged.",
        ],
    )
    assert counts(group, put(group, ANS, BEA)) == {"unchanged": 2}  # an older export sets nothing back
    assert [row[-1] for row in people(group, "--status", "left")] == ["left"]


@pytest.mark.parametrize(
    ("access", "came"), [("open", "member"), ("semi-open", "requested"), ("closed", "refused")]
)
def test_requests_follow_the_access_of_the_group(netwerk: Netwerk, access: str, came: str) -> None:
    netwerk.done("group", "add", "opdc", "--access", access)
    assert counts(netwerk, put(netwerk, BEA), "--requests") == {came: 1}
    assert counts(netwerk, put(netwerk, BEA)) == ({"unchanged": 1} if came == "member" else {"member": 1})


def test_requests_that_were_read_before_stay_requests(group: Netwerk) -> None:
    path = put(group, BEA)
    group.done(*IMPORT, path, "--requests")
    assert counts(group, path, "--requests") == {"unchanged": 1}
    assert [row[-1] for row in people(group)] == ["requested"]


def test_only_a_moderator_adds_by_name(group: Netwerk) -> None:
    group.done(*IMPORT, put(group, ANS))
    error = group.error(*IMPORT, put(group, ANS, BEA), "--by", "m1")
    assert (error["code"], len(people(group))) == ("not_a_moderator", 1)
    group.done("group", "moderator", "opdc", "m1")
    assert counts(group, put(group, ANS, BEA), "--by", "m1") == {"member": 1, "unchanged": 1}
    assert group("log", "--json").json[-1]["by"].startswith("m1 (")


def test_every_fault_is_listed_and_the_rest_taken(group: Netwerk) -> None:
    rejects = group.folder / "mis.csv"
    rows = (
        ANS,
        "Bea Mock;bea@example,org;;",
        "Cas Mock;;;",
        ";dirk@example.org;;",
        "Eef Mock;ANS@example.org ;;",
    )
    ended = group(*IMPORT, put(group, *rows, ANS), "--rejects", str(rejects))
    assert (ended.code, ended.err.splitlines()[2:-2]) == (
        8,
        [
            "Row 3 (Bea Mock): e-mail: it is not an address such as name@example.org. (bea@example,org) "
            "Perhaps bea@example.org is meant.",
            "Row 4 (Cas Mock): There is no e-mail address.",
            "Row 5 (–): name: it is empty.",
            "Row 6 (Eef Mock): m1 of 'opdc' has the same address and another name.",
            "Row 7 (van den Nepstra, Ans): The same person stands in row 2.",
            "6 rows read: 1 taken in, 1 there before, 1 with another name on the same address, 1 without an "
            "address, 1 with a wrong address, 1 refused.",
        ],
    )
    assert rejects.read_bytes().decode("cp1252").splitlines() == [HEADING, *rows[1:]]


def test_who_asks_after_leaving_is_taken_in_again(group: Netwerk) -> None:
    group.done(*IMPORT, put(group, "9/01/2024 8:00;Bea Mock;bea@example.org", heading=DATED))
    group.done("group", "leave", "opdc", "m1")
    later = put(group, "9/01/2024 8:00;Bea Mock;bea@example.org", heading=DATED)
    assert counts(group, later) == {"unchanged": 1}
    group.at("2024-01-11T12:00:00+01:00")
    again = put(group, "11/01/2024 8:00;Bea Mock;bea@example.org", heading=DATED)
    assert counts(group, again) == {"member": 1}
    assert people(group) == [["m1", "Bea Mock", "", "member"]]


def test_an_address_that_was_corrected_in_the_form_is_corrected(group: Netwerk) -> None:
    group.done(*IMPORT, put(group, "9/01/2024 8:00;Bea Mock;bae@example.org", heading=DATED))
    assert counts(group, put(group, "9/01/2024 8:00;Bea Mock;bea@example.org", heading=DATED)) == {
        "updated": 1
    }
    assert group("group", "members", "opdc", "--fields", "code,email").lines == [["m1", "bea@example.org"]]


def test_who_the_source_says_is_off_leaves_and_may_be_put_back_here(group: Netwerk) -> None:
    heading = f"{HEADING};Status"
    group.done(*IMPORT, put(group, f"{ANS};ok", f"{BEA};ok", heading=heading))
    off = put(group, f"{ANS};ok", f"{BEA};afgemeld", heading=heading)
    assert counts(group, off) == {"unchanged": 1, "cancelled": 1}
    assert counts(group, off) == {"unchanged": 2}
    group.done("group", "admit", "opdc", "--name", "Bea Mock", "--email", "bea@example.org")
    assert counts(group, off) == {"unchanged": 2}
    assert [row[0] for row in people(group)] == ["m1", "m2"]


def test_undo_takes_the_whole_list_back_and_a_dry_run_touches_nothing(group: Netwerk) -> None:
    path, before = put(group, ANS, BEA), group.files()
    assert counts(group, path, "-n") == {"member": 2}
    assert group.files() == before
    group.done(*IMPORT, path).done("undo")
    assert people(group, "--status", "member") == []


def test_what_was_said_of_columns_is_kept_for_the_next_list(group: Netwerk) -> None:
    heading = "Wie;Bereikbaar op;Huis"
    row = "Bea Mock;bea@example.org;CLB Nergens"
    path = put(group, row, heading=heading)
    assert group(*IMPORT, path).code == 2
    said_of = ("--map", "Wie=name", "--map", "Huis=organisation")
    group.done(*IMPORT, path, *said_of)
    assert counts(group, path) == {"unchanged": 1}


def test_our_own_lists_are_read_in_any_form(group: Netwerk) -> None:
    group.done(*IMPORT, put(group, ANS, BEA))
    as_json = group("group", "members", "opdc", "--json").out
    lines = group("group", "members", "opdc", "--fields", "name,email,organisation").out
    group.done("group", "add", "tweede").done("group", "add", "derde")
    for name, text in (("tweede", as_json), ("derde", lines)):
        result = group("import", "members", name, "-", "--json", stdin=text).json
        assert result["counts"]["member"] == 2
        found = group("group", "members", name, "--fields", "code,name,organisation,status").lines
        assert found == people(group)


def test_workbooks_are_read_too(group: Netwerk) -> None:
    group.done(*IMPORT, put(group, ANS, BEA)).done("event", "add", "dag", "--no-draft")
    group.done("registration", "add", "dag", "--members", "opdc")
    book = str(group.folder / "uit.xlsx")
    group.done("export", "attendees", "dag", "--format", "xlsx", "-o", book)
    assert counts(group, book) == {"unchanged": 2}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("import", "members", "niemand", "x.csv"), 3, id="no such group"),
        pytest.param((*IMPORT, "weg.csv"), 3, id="no such file"),
        pytest.param((*IMPORT, "x.csv", "--requests", "--by", "m1"), 2, id="nobody decided yet"),
        pytest.param((*IMPORT, "x.csv", "--rejects", "-"), 2, id="rejects on standard output"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(group: Netwerk, words: tuple[str, ...], code: int) -> None:
    (group.folder / "x.csv").write_text(f"{HEADING}\n{BEA}\n", encoding="utf-8")
    typed = [str(group.folder / word) if word.endswith(".csv") else word for word in words]
    assert group(*typed).code == code
