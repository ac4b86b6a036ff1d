"""Personal data: the record of processing as it is printed, and the terms that the settings say."""

from __future__ import annotations

import json

import pytest

from netwerk_cli.domain.personal_data import CLEANED, ENTRIES, Place
from netwerk_cli.domain.retention import KEYS
from tests.cli.calling import Netwerk

DIET = "dieet=Dieetwensen?; choice: vegan | halal; special"
SETTINGS = """
[privacy]
controller = "CLB-netwerk Voorbeeld, Kerkstraat 1, Gent"
contact = "privacy@example.org"
people = "2 jaar"
note = "3 dagen"

[privacy.events.kickoff]
"answers.dieet" = "1 dag"
"""


@pytest.fixture
def asking(kickoff: Netwerk, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """The kick-off asks of diets; the settings are of the test."""
    monkeypatch.setenv("NETWERK_CONFIG", str(kickoff.folder / "c.toml"))
    kickoff.done("event", "edit", "kickoff", "--question", DIET)
    return kickoff


def settings(netwerk: Netwerk, text: str) -> None:
    (netwerk.folder / "c.toml").write_text(text, encoding="utf-8")


def test_the_record_of_processing_says_of_every_field_why_and_how_long(asking: Netwerk) -> None:
    said = json.loads(asking("privacy", "record", "--json").out)
    assert [(one["record"], one["field"], one["special"]) for one in said["entries"]] == [
        (one.record, one.field, one.special) for one in ENTRIES
    ]
    assert said["entries"][0] == {
        "record": "Registration",
        "field": "name",
        "purpose": "giving seats and keeping the list",
        "ground": "legitimate interest, article 6(1)(f)",
        "special": False,
        "keeping": "people",
        "term": "1 year",
        "exports": ["attendees", "waiting-list", "sign-in-sheet", "badges", "certificates", "ics", "mail"],
        "erased": "replaced",
    }
    assert said["questions"] == [
        {"event": "kickoff", "id": "dieet", "text": "Dieetwensen?", "special": True, "term": "7 days"}
    ]
    assert said["places"] == [{"place": str(one), "cleaned": one in CLEANED} for one in Place]
    assert [said[name] for name in ("controller", "contact", "officer")] == [None, None, None]


def test_it_says_the_terms_and_the_controller_of_the_settings(asking: Netwerk) -> None:
    settings(asking, SETTINGS)
    said = json.loads(asking("privacy", "record", "--json").out)
    terms = {(one["record"], one["field"], one["special"]): one["term"] for one in said["entries"]}
    assert terms["Registration", "name", False] == "2 years"
    assert terms["Registration", "note", False] == "3 days"
    assert terms["Registration", "status", False] is None
    assert said["questions"][0]["term"] == "1 day"
    assert (said["controller"], said["contact"]) == (
        "CLB-netwerk Voorbeeld, Kerkstraat 1, Gent",
        "privacy@example.org",
    )


def test_it_reads_as_a_page_in_words(asking: Netwerk) -> None:
    text = asking("privacy", "record").out
    assert text.startswith("Record of processing\n====================\n  controller: not said")
    assert (
        "  name, e-mail\n"
        "    why: giving seats and keeping the list; legitimate interest, article 6(1)(f)\n"
        "    kept: 1 year after the end, then replaced\n"
        "    in the exports: attendees, waiting-list, sign-in-sheet, badges, certificates, ics, mail\n"
    ) in text
    assert "  kickoff dieet: Dieetwensen? · 7 days after the end · special\n" in text


def test_it_reads_as_a_page_in_dutch_and_in_markdown(asking: Netwerk) -> None:
    text = asking("privacy", "record", "--lang", "nl", "--format", "md").out
    assert text.startswith(
        "# Register van verwerkingsactiviteiten\n\n- **verwerkingsverantwoordelijke**: niet opgegeven"
    )
    assert (
        "### naam, e-mail\n\n"
        "- **waarom**: plaatsen toekennen en de lijst bijhouden; gerechtvaardigd belang, artikel 6, lid 1, f)\n"
        "- **bewaard**: 1 jaar na het einde, daarna vervangen\n"
    ) in text


def test_json_is_one_of_its_formats(asking: Netwerk) -> None:
    assert asking("privacy", "record", "--format", "json").out == asking("privacy", "record", "--json").out
    refused = asking("privacy", "record", "--json", "--format", "md")
    assert (refused.code, refused.out) == (2, "")
    assert asking("privacy", "record", "--format", "html").code == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('special = "soon"', "privacy.special: write a term as 7 days, 4 weeks, 6 months or 1 year."),
        ('people = "90 jaar"', "privacy.people: nothing is kept for more than 30 years."),
        ('events = "x"', "privacy.events: it has a table for each event."),
        ('[privacy.events]\nkickoff = "x"', "privacy.events.kickoff: it is a table of terms."),
        (
            'counts = "1 day"',
            f"privacy.counts: a term is of: {', '.join(KEYS)}, answers.ID.",
        ),
    ],
)
def test_a_term_that_cannot_be_is_named_as_what_it_is(asking: Netwerk, text: str, why: str) -> None:
    settings(asking, f"[privacy]\n{text}\n")
    ended = asking("privacy", "record")
    assert (ended.code, ended.out) == (2, "")
    path = asking.folder / "c.toml"
    assert ended.err.splitlines()[0] == f"Error: The config file {path} cannot be used: {why}"
