"""The table of personal data and the records: no field is kept of which it says nothing."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import netwerk_cli.domain
import netwerk_cli.store
from netwerk_cli import terms
from netwerk_cli.cli.registry import NOUNS
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.personal_data import (
    ENTRIES,
    IMPERSONAL,
    Erased,
    Ground,
    Keeping,
    entry,
    erased,
    kept_for,
)
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.codec import Retired
from netwerk_cli.store.erasures import Erasure, Order
from netwerk_cli.store.written import Written

KEPT = (Event, Registration, Group, Membership, Entry, ChangeRecord, Retired, Erasure, Order, Written)
"""What the data file consists of; the rest of what is kept is part of these."""

PASSING = {
    "domain.calendar_entries.Entry", "domain.explaining.Step", "domain.findings.Finding", "domain.history.Act",
    "domain.people.Whom", "store.earlier.Earlier", "domain.member_lists.Line", "domain.member_lists.Ways",
    "domain.memberships.Applicant", "domain.recurrence_rule.Rule", "domain.seats.gate.Outcome",
    "domain.report_figures.Figures", "domain.reports.Group", "domain.reports.Report", "domain.reports.Told",
    "domain.retention.Length", "domain.retention.Retention",
    "domain.mailing.Mark", "domain.mentioning.Mentions",
    "domain.seats.gate.Request", "domain.seats.rows.Line", "domain.seats.rows.Ways", "domain.senders.Sender",
    "store.keeping.Count", "store.keeping.Generation", "store.keeping.RestoreResult",
}  # fmt: skip
"""What lives no longer than a command: what was asked, what came of it, what was found."""


def records() -> set[type[Any]]:
    """Return every record that is kept, found from what the data file consists of."""
    found: set[type[Any]] = set()
    waiting: list[object] = [*KEPT]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and is_dataclass(one) and one not in found:
            found.add(one)
            waiting += get_type_hints(one).values()
        waiting += get_args(one)
    return found


def dataclasses() -> Iterator[type[Any]]:
    """Yield every record of the rules and of the store."""
    for package in (netwerk_cli.domain, netwerk_cli.store):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for one in vars(importlib.import_module(module.name)).values():
                if isinstance(one, type) and is_dataclass(one) and one.__module__ == module.name:
                    yield one


def test_every_record_is_kept_and_in_the_table_or_lives_no_longer_than_a_command() -> None:
    passing = {f"{one.__module__}.{one.__name__}" for one in {*dataclasses()} - records()}
    assert {name.removeprefix("netwerk_cli.") for name in passing} == PASSING


def test_every_field_that_is_kept_has_an_entry_or_says_nothing_of_a_person() -> None:
    kept = {(one.__name__, field.name) for one in records() for field in fields(one)}
    personal = {(one.record, one.field) for one in ENTRIES}
    impersonal = {(record, field) for record, names in IMPERSONAL.items() for field in names}
    assert personal | impersonal == kept
    assert personal & impersonal == set()


def test_no_field_has_two_entries_but_answers_that_are_special_or_not() -> None:
    names = [(one.record, one.field, one.special) for one in ENTRIES]
    assert len(names) == len({*names})
    assert [one.field for one in ENTRIES if one.special] == ["answers"]


def test_what_is_special_has_the_shortest_term_and_rests_on_consent() -> None:
    special = entry("Registration", "answers", special=True)
    assert special is not None
    assert (special.keeping, special.ground) == (Keeping.SPECIAL, Ground.CONSENT)
    assert kept_for("Registration", Keeping.SPECIAL) == (special,)


def test_what_has_a_term_does_not_stay_and_what_stays_has_none() -> None:
    for one in ENTRIES:
        ends = one.erased in (Erased.DROPPED, Erased.REPLACED, Erased.COUNTED)
        assert ends is (one.keeping is not Keeping.COUNTS) or one.erased is Erased.PARTS, one


def test_the_fields_of_a_record_are_found_by_how_they_are_erased() -> None:
    assert erased("Registration", Erased.REPLACED) == ("name", "email", "override")
    assert erased("Registration", Erased.COUNTED) == ("organisation", "role", "answers")
    assert erased("Registration", Erased.DROPPED) == ("note",)
    assert entry("Event", "slug") is None


def test_the_exports_it_names_are_there() -> None:
    named = {export for one in ENTRIES for export in one.exports}
    assert named <= {*NOUNS["export"][1], "mail"}


def test_each_export_of_people_shows_what_the_table_says() -> None:
    tables = {
        "attendees": ("Registration", terms.REGISTRATION),
        "waiting-list": ("Registration", terms.REGISTRATION),
        "members": ("Membership", terms.MEMBERSHIP),
        "events": ("Event", terms.EVENT),
    }
    for export, (record, known) in tables.items():
        says = {one.field for one in ENTRIES if one.record == record and export in one.exports}
        shows = {term.field for term in known if term.column and entry(record, term.field)}
        nested = {"sessions", "questions", "materials", "milestones"} if record == "Event" else set()
        assert says - {"number"} == shows - nested, export
