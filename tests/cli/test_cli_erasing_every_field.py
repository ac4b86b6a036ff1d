"""Each field of the table is filled with somebody, and nothing of them is left after they are erased."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from netwerk_cli.domain.personal_data import ENTRIES, Erased
from tests.cli.calling import Netwerk

NAME, EMAIL = "Zoë van den Nep", "zoe.nep@example.org"
ZOE = ("--name", NAME, "--email", EMAIL)
ANS = ("--name", "Ans Voorbeeld", "--email", "ans@example.org")
MET = f"met {NAME}"
LINK = f"https://example.org/{EMAIL}"

PARTS = {
    "event": "Event", "registrations": "Registration", "group": "Group", "memberships": "Membership",
    "log": "Entry", "changes": "ChangeRecord", "written": "Written", "erasing": "Order",
    "sessions": "Session", "questions": "Question", "materials": "Material", "milestones": "Milestone",
    "history": "Entry", "told": "Told", "messages": "Message", "attendance": "Attendance", "figures": "Figure",
}  # fmt: skip
"""Which record lies in a table or in a field."""
ELSEWHERE = {
    ("Order", "places"), ("Order", "several"),  # only while an erasure is under way
    ("Registration", "told"), ("Registration", "messages"),  # records of their own
}  # fmt: skip


def filled(netwerk: Netwerk) -> Netwerk:
    """Say of Zoë in each field all that can be said."""
    zoe = netwerk.at("2024-01-10T10:00:00+01:00")
    zoe.signing_as(NAME)
    zoe.done("init")
    zoe.done(
        "event",
        "add",
        "oud",
        "--title",
        MET,
        "--starts",
        "2024-01-11 9:00",
        "--ends",
        "2024-01-11 12:00",
        "--location",
        MET,
        "--online",
        LINK,
        "--cost",
        MET,
        "--theme",
        MET,
        "--description",
        MET,
        "--audience",
        MET,
        "--organiser",
        NAME,
        "--question",
        f"dieet={MET}?; special",
        "--question",
        f"bij={MET}; choice: {NAME} | niemand",
    )
    zoe.done(
        "session",
        "edit",
        "oud",
        "main",
        "--title",
        MET,
        "--location",
        MET,
        "--online",
        LINK,
        "--description",
        MET,
    )
    zoe.done("event", "add", "vol", "--title", "Vol", "--starts", "2024-03-01 9:00", "--capacity", "1")
    said = ("--organisation", f"Praktijk {NAME}", "--role", MET, "--note", MET)
    answers = ("--answer", f"dieet={MET}", "--answer", f"bij={NAME}")
    zoe.done("registration", "add", "oud", *ZOE, *said, *answers, "--audience", MET)
    zoe.done("registration", "edit", "oud", "r1", "--note", f"{MET} en meer", "--role", f"{MET} en meer")
    zoe.done("registration", "add", "vol", *ANS, "--note", f"samen {MET} ({EMAIL})")
    zoe.done("registration", "add", "vol", *ZOE, "--force", "--reason", MET)
    zoe.done("registration", "cancel", "vol", "r1", "--reason", MET)
    zoe.done("registration", "reinstate", "vol", "r1", "--force", "--reason", MET)
    zoe.done("registration", "add", "oud", *ANS, "--answer", f"bij={NAME}")
    zoe.done("registration", "substitute", "oud", "r2", "--name", "Bea", "--email", "bea@example.org")
    zoe.done("mail", "told", "vol").done("mail", "told", "oud")
    parts = ("--title", MET, "--url", LINK, "--text", MET, "--contributor", NAME)
    zoe.done("group", "add", "kring", "--title", MET, "--access", "open", "--theme", MET, "--description", MET,
             "--audience", MET, "--organiser", NAME)  # fmt: skip
    zoe.done("group", "request", "kring", *ZOE, *said[:6])
    for owner in ("oud", "kring"):
        zoe.done("material", "add", owner, *parts)
        zoe.done("material", "add", owner, "--kind", "question", "--title", MET)
        zoe.done("material", "answer", owner, "m2", "--text", MET, "--contributor", NAME)
        zoe.done("milestone", "add", owner, "--title", MET, "--addressed-to", NAME, "--due", "najaar 2024")
    (zoe.folder / f"{NAME}.csv").write_text(f"Naam;E-mail\n{NAME};{EMAIL}\n", encoding="utf-8")
    zoe.at("2024-01-11T10:00:00+01:00")
    zoe("import", "attendance", "oud", str(zoe.folder / f"{NAME}.csv"), "--session", "main")
    (zoe.folder / "uit").mkdir()
    for words in (
        ("attendees", "oud", "-o", "lijst.csv"),
        ("attendees", "oud", "-o", "lijst.xlsx"),
        ("attendees", "vol", "-o", f"{EMAIL}.json"),
        ("members", "kring", "-o", "leden.csv"),
        ("ics", "oud", "-o", "agenda.ics"),
        ("ics", "oud", "--for", EMAIL, "-o", "een.ics"),
        ("dossier", "oud", "-o", "oud.toml"),
        ("waiting-list", "vol", "-o", "wacht.csv"),
        ("events", "--all", "-o", "alle.csv"),
    ):
        zoe.done("export", *words[:-1], str(zoe.folder / "uit" / words[-1]))
    sent(zoe)
    zoe.done("mail", "write", "-o", str(zoe.folder / "uit"))
    zoe.done("backup", str(zoe.folder / "uit" / "kopie.json"))
    zoe.done("event", "edit", "vol", "--description", MET)
    zoe.signing_as("ans")
    return zoe.at("2024-01-12T10:00:00+01:00")


def sent(netwerk: Netwerk) -> None:
    """Let it be as a server leaves it that refused one message to Zoë, and fell silent in the middle of another."""
    tree = json.loads(netwerk.db.read_bytes())
    person = next(one for one in tree["registrations:vol"].values() if one["email"] == EMAIL)
    (knows,), (message,) = person["told"], person["messages"]
    refused = message | {"outcome": "refused", "reply": f"550 {EMAIL}: no such user"}
    person["messages"] = [refused, message | {"outcome": "uncertain", "before": knows}]
    netwerk.db.write_text(json.dumps(tree), encoding="utf-8")


def mentioned(netwerk: Netwerk) -> set[tuple[str, str]]:
    """Return the fields, by record, in which the data file mentions Zoë."""
    tree = json.loads(netwerk.db.read_bytes())
    return {
        found
        for table, documents in tree.items()
        for document in documents.values()
        for found in within(document, PARTS.get(table.partition(":")[0], ""))
    }


def within(document: Any, record: str) -> Iterator[tuple[str, str]]:
    for field, value in document.items():
        if any(term in json.dumps(value, ensure_ascii=False) for term in (NAME, EMAIL)):
            yield record, field
        if field in PARTS and field != "changes" and record not in ("", "ChangeRecord"):
            parts = value.values() if field == "attendance" else value
            for part in parts:
                yield from within(part, PARTS[field])


@pytest.fixture
def zoe(fresh: Netwerk) -> Netwerk:
    """The program with somebody in every field."""
    return filled(fresh)


def test_every_field_is_filled_with_somebody_and_then_nothing_of_them_is_left(zoe: Netwerk) -> None:
    ways = (Erased.STAYS, Erased.PARTS)
    wanted = {(one.record, one.field) for one in ENTRIES if one.erased not in ways} - ELSEWHERE
    assert wanted - mentioned(zoe) == {("Milestone", "season")}
    assert zoe("privacy", "check", "--for", NAME).code == 8
    done = zoe("privacy", "erase", EMAIL, "--yes", "--json").json
    assert mentioned(zoe) == set()
    written = {one["path"]: one["holds"] for one in done["elsewhere"]}
    assert written.pop(str(zoe.folder / "uit" / "alle.csv")) is True
    assert str(zoe.folder / "uit" / "kopie.json") in written
    assert not any(NAME in path or EMAIL in path for path in written)
    shutil.rmtree(zoe.folder / "uit")
    (zoe.folder / f"{NAME}.csv").unlink()
    for term in (NAME, EMAIL):
        ended = zoe("privacy", "check", str(zoe.folder), "--for", term)
        assert ended.code == 0, ended.err
    assert zoe("doctor").code == 0, zoe("doctor").err
