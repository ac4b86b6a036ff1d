"""Certificates of who was there, printed and checked by their code."""

from __future__ import annotations

import re

import pytest

from tests.cli.calling import Netwerk
from tests.cli.papers import codes, pages

AFTER = "2024-01-26T17:00:00+01:00"
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
EXPORT = ("export", "certificates", "kickoff")


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    kickoff.done(
        "event", "edit", "kickoff", "--location", "Gent", "--break-minutes", "75", "--organiser", "Netwerk Nep",
        "--accreditation", "Registerplein=123456; 5", "--accreditation", "SKJ=98; 2,5 punten",
    )  # fmt: skip
    for name, address in (("Ans de Vries", "ans"), ("Bo Aerts", "bo"), ("Cas Nep", "cas")):
        kickoff.done("registration", "add", "kickoff", "--name", name, "--email", f"{address}@example.org")
    return kickoff.at(AFTER).done("attendance", "record", "kickoff", "r1", "r2")


def printed(desk: Netwerk, *words: str) -> list[str]:
    """Return the pages of the certificates."""
    path = desk.folder / "attesten.pdf"
    desk.done(*EXPORT, *words, "-o", str(path))
    return pages(path)


def code_of(page: str) -> str:
    found = CODE.search(page)
    assert found is not None
    return found[0]


# ------------------------------------------------------------------------ paper
def test_a_certificate_says_who_was_where_for_how_long_and_what_it_counts_for(desk: Netwerk) -> None:
    bo, ans = printed(desk, "--lang", "nl")
    assert [line for line in bo.split("\n") if line] == [
        "Bewijs van deelname",
        "Bo Aerts",
        "nam deel aan",
        "Kick-off",
        "vrijdag 26 januari 2024 van 09:30 tot 16:00, Gent",
        "Netto, zonder pauzes: 5 uur 15 minuten",
        "Geaccrediteerd door Nummer Punten",
        "Registerplein 123456 5",
        "SKJ 98 2,5",
        "Georganiseerd door",
        "Netwerk Nep Handtekening",
        "Of dit bewijs echt is, kan de organisator zeggen met de code:",
        code_of(bo),
    ]
    assert "Ans de Vries" in ans
    assert codes(desk.folder / "attesten.pdf") == [code_of(bo), code_of(ans)]


def test_without_accreditation_and_hours_a_certificate_does_without(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--ends", "none").register("Ans")
    kickoff.at(AFTER).done("attendance", "record", "kickoff", "r1")
    (page,) = printed(kickoff)
    assert [line for line in page.split("\n") if line][:6] == [
        "Certificate of attendance",
        "Ans Voorbeeld",
        "attended",
        "Kick-off",
        "Friday 26 January 2024 at 09:30",
        "Signature",
    ]


def test_certificates_are_the_same_bytes_and_codes_each_time(desk: Netwerk) -> None:
    one, other = desk.folder / "een.pdf", desk.folder / "twee.pdf"
    desk.done(*EXPORT, "-o", str(one))
    desk.at("2024-02-26T17:00:00+01:00").done(*EXPORT, "-o", str(other))
    assert one.read_bytes() == other.read_bytes()


def test_points_are_for_who_was_in_all_of_it(desk: Netwerk) -> None:
    desk.done("session", "add", "kickoff", "slot", "--starts", "27 januari 2024 9u", "--duration", "2u")
    path = desk.folder / "attesten.pdf"
    ended = desk(*EXPORT, "-o", str(path))
    assert ended.err.splitlines()[-1] == "2 people were not in all of it: hours are stated, and no points."
    assert ["Punten" in page or "Points" in page for page in pages(path)] == [False, False]
    desk.at("2024-01-27T12:00:00+01:00").done("attendance", "record", "kickoff", "r1", "--session", "slot")
    (whole,) = printed(desk, "--for", "ans")
    assert "Net, without breaks: 6 hours\n" in whole
    assert "Registerplein 123456 5" in whole
    (part,) = printed(desk, "--session", "slot")
    assert "Net, without breaks: 45 minutes\n" in part


@pytest.mark.parametrize("words", [["--for", "cas"], ["--for", "r3"]], ids=["name", "code"])
def test_where_nobody_was_there_no_file_is_written_and_nothing_changes(
    desk: Netwerk, words: list[str]
) -> None:
    before = desk.files()
    ended = desk(*EXPORT, *words, "-o", str(desk.folder / "attest.pdf"))
    assert (ended.code, ended.out, desk.files()) == (3, "", before)
    assert ended.err == (
        "Error: Nobody that was asked for is recorded as present at 'kickoff', so there is no certificate to make.\n"
        "Say who was there: netwerk attendance record kickoff PERSON.\n"
    )


def test_a_session_or_person_that_is_not_there_is_refused(desk: Netwerk) -> None:
    before = desk.files()
    assert desk(*EXPORT, "--session", "x").code == 3
    assert desk(*EXPORT, "--for", "zoe").code == 3
    assert desk.files() == before


# --------------------------------------------------------------------- checking
def test_a_code_says_whose_certificate_it_is_and_what_it_stands_for(desk: Netwerk) -> None:
    code = code_of(printed(desk, "--for", "r1")[0])
    told = desk("certificate", "check", f" {code.lower().replace('-', ' ')}", "--json").json
    assert told == {
        "code": code,
        "valid": True,
        "event": "kickoff",
        "title": "Kick-off",
        "starts_at": "2024-01-26T09:30:00+01:00",
        "ends_at": "2024-01-26T16:00:00+01:00",
        "registration": "r1",
        "name": "Ans de Vries",
        "organisation": None,
        "sessions": ["main"],
        "minutes": 315,
        "hours": 5.25,
        "whole": True,
        "accreditations": [
            {"body": "Registerplein", "number": "123456", "points": 5},
            {"body": "SKJ", "number": "98", "points": 2.5},
        ],
    }
    assert [*desk("certificate", "check", code).lines[-1]] == ["accreditation", "SKJ", "98", "2.5"]


def test_a_code_is_known_after_a_backup_is_put_back(desk: Netwerk) -> None:
    code = code_of(printed(desk, "--for", "r1")[0])
    desk.done("backup", str(desk.folder / "veilig.json"))
    desk.done("attendance", "record", "kickoff", "r1", "--as", "absent")
    desk.done("restore", str(desk.folder / "veilig.json"), "--yes")
    assert desk("certificate", "check", code).code == 0


@pytest.mark.parametrize("typed", ["", "x", "7Q2M-X0KD-93TB-5FWA"])
def test_no_other_code_is_known(desk: Netwerk, typed: str) -> None:
    printed(desk)
    error = desk.error("certificate", "check", typed)
    assert (error["code"], error["exit_code"]) == ("not_found", 3)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(["attendance", "record", "kickoff", "r1", "--as", "absent"],
                     "it is no longer recorded that this person was there", id="absent"),
        pytest.param(["attendance", "record", "kickoff", "r1", "--as", "unknown"],
                     "it is no longer recorded that this person was there", id="taken back"),
        pytest.param(["registration", "cancel", "kickoff", "r1"], "the registration was cancelled", id="cancelled"),
        pytest.param(["registration", "substitute", "kickoff", "r1", "--name", "Dé", "--email", "d@example.org"],
                     "the seat went to somebody else", id="substitute"),
        pytest.param(["event", "cancel", "kickoff", "--yes"], "the event was cancelled", id="event"),
    ],
)  # fmt: skip
def test_a_code_of_what_no_longer_holds_says_why_and_since_when(
    desk: Netwerk, words: list[str], why: str
) -> None:
    code = code_of(printed(desk, "--for", "r1")[0])
    desk.at("2024-01-29T09:00:00+01:00").done(*words)
    error = desk.error("certificate", "check", code)
    assert (error["code"], error["exit_code"], error["message"]) == (
        "certificate_void",
        5,
        f"That certificate of 'kickoff' no longer holds: {why}, on Monday 29 January 2024 at 09:00.",
    )


def test_a_correction_of_a_name_or_an_address_keeps_the_code(desk: Netwerk) -> None:
    code = code_of(printed(desk, "--for", "r1")[0])
    desk.done(
        "registration", "edit", "kickoff", "r1", "--name", "Anna de Vries", "--email", "anna@example.org"
    )
    assert desk("certificate", "check", code, "--json").json["name"] == "Anna de Vries"


def test_who_was_erased_is_on_no_paper_and_their_code_means_nobody(desk: Netwerk) -> None:
    code = code_of(printed(desk, "--for", "r1")[0])
    desk.done("privacy", "erase", "ans@example.org", "--yes")
    assert [page.split("\n")[1] for page in printed(desk)] == ["Bo Aerts"]
    assert desk("certificate", "check", code).code == 3
    for paper in ("badges", "sign-in-sheet"):
        desk.done("export", paper, "kickoff", "-o", str(desk.folder / "papier.pdf"))
        (page,) = pages(desk.folder / "papier.pdf")
        assert ("r2" in page, "r1" in page) == (True, False)


def test_to_undo_the_first_certificates_takes_them_back(desk: Netwerk) -> None:
    code = code_of(printed(desk, "--for", "r1")[0])
    assert "certificates made" in desk("log", "kickoff").out
    desk.done("undo")
    assert desk("certificate", "check", code).code == 3
    assert code_of(printed(desk, "--for", "r1")[0]) != code


def test_the_secret_is_shown_nowhere(desk: Netwerk) -> None:
    printed(desk)
    found = re.search(r'"certificate_key":"([0-9a-f]{32})"', desk.everywhere())
    assert found is not None
    said = [
        desk(*words).out
        for words in (
            ["log"],
            ["event", "show", "kickoff", "--json"],
            ["export", "dossier", "kickoff"],
            ["undo", "--list"],
        )
    ]
    assert [one for one in said if found[1] in one] == []


def test_a_copy_of_an_event_has_accreditations_and_codes_of_its_own(desk: Netwerk) -> None:
    code = code_of(printed(desk, "--for", "r1")[0])
    desk.done("event", "copy", "kickoff", "volgende", "--starts", "2025-01-24 09:30")
    told = desk("event", "show", "volgende", "--json").json
    assert (told["accreditations"], told["break_minutes"]) == ([], 75)
    assert '"certificate_key"' in desk.everywhere()
    assert desk("certificate", "check", code, "--json").json["event"] == "kickoff"


# ------------------------------------------------------------------ accreditation
def test_accreditations_are_in_dossiers_and_back(desk: Netwerk) -> None:
    path = desk.folder / "kickoff.toml"
    desk.done("export", "dossier", "kickoff", "-o", str(path))
    text = path.read_text("utf-8")
    assert 'accreditations = ["Registerplein=123456; 5", "SKJ=98; 2.5"]' in text
    path.write_text(
        text.replace("break-minutes = 75", "break-minutes = 60").replace("SKJ=98; 2.5", "SKJ=98; 3 punten")
    )
    desk.done("apply", str(path), "--yes")
    told = desk("event", "show", "kickoff", "--json").json
    assert (told["break_minutes"], told["accreditations"][1]) == (
        60,
        {"body": "SKJ", "number": "98", "points": 3},
    )
    path.write_text(text.replace("SKJ=98; 2.5", "SKJ=98; veel"))
    ended = desk("apply", str(path))
    assert ended.code == 2
    assert "write it as BODY=NUMBER; 3 points" in ended.err


def test_none_takes_accreditations_away(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--accreditation", "none", "--break-minutes", "none")
    told = desk("event", "show", "kickoff", "--json").json
    assert (told["accreditations"], told["break_minutes"]) == ([], None)
    error = desk.error("event", "edit", "kickoff", "--accreditation", "SKJ=1", "--accreditation", "skj=1; 3")
    assert error["message"] == "--accreditation: an accreditation is named twice."
